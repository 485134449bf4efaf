"""Content that a coach could edit: exercises, programs, phase numbers and the words of each reason."""

CONTENT = "runlift"
