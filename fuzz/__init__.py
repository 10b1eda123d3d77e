"""Whatever stands in a file or on the command line, the program answers in Dutch and in time."""
