"""What differs in meaning between two corpora: for whom an outcome becomes another, and what room opens or closes."""
