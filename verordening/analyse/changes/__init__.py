"""What a change to regulations bears on: which decisions may come to something else, and which trials may show it."""
