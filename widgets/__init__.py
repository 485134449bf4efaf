"""Widgets for a strength tracker: plain values in, messages out, nothing known about training rules.

Import each from its own module; this package imports nothing by itself.
"""
