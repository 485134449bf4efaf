"""runlift: a strength tracker for runners that knows the race, so it knows today's session."""

__version__ = "0.1.0"
