"""Looking back: what was measured, what it means, and the decisions a week ends in."""
