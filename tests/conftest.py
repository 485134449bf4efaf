"""What holds for every test: the same examples at every run, and no clock over how long one takes."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "runlift", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("runlift")
