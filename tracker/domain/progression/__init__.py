"""What to lift next, and every reason for it: loads, reps, holds, contacts, layoffs and the caps."""
