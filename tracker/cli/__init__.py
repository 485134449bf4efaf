"""The command line: one module per group of verbs, and none of them loads a screen."""
