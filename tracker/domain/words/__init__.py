"""What people type and read: sets, days, runs, racks and settings as text, and figures as they are written."""
