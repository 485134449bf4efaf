"""The season: from races to weeks, phases and deloads, and the days to lift on."""
