"""Where the time of one evaluation goes, by the rules that it looks at; measured only when somebody asks."""
