"""What people see: each screen draws what the logbook knows, asks, and decides nothing."""
