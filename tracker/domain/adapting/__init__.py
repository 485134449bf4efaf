"""What fits a day as it is: ladders and swaps, pain, readiness, little time."""
