"""Coverage: which rules, branches and boundaries trials really put to the test, and which they only pass by."""
