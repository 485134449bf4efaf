"""With what a verb ends: the exit statuses that the README promises."""

DONE, NOTHING, WRONG, DAMAGED, FAULT = 0, 1, 2, 3, 70
"""Done; nothing to do; wrong usage, bad input or an answer of no; data trouble; a fault of runlift."""
