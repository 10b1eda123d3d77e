"""What is wrong in some case or other: conflicts, gaps and dead rules, each with a case in which it shows."""
