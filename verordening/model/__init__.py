"""What a regulation and a case mean: types, names, dates, rank and exact values. Knows no case outcome."""
