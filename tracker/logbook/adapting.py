"""When a day does not go as planned: modify, niggles, tiredness, little time, away. Always fine, and remembered."""

from tracker.logbook.being_away import BeingAway
from tracker.logbook.modifying import Modifying
from tracker.logbook.mornings import Mornings
from tracker.logbook.niggles import Niggles


class Adapting(Modifying, Niggles, Mornings, BeingAway):
    """Changes of today that the plan did not foresee."""
