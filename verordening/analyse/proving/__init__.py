"""What holds for every case: claims about rules, and two ways to find a case in which they hold or to rule it out."""
