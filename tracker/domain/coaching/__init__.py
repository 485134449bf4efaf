"""The day as a coach tells it: whether to lift, which exercises, each set with its causes, and what a set changes."""
