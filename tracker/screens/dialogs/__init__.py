"""Small windows over a screen: each returns what was answered, or None when left."""
