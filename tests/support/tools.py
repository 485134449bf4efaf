"""What can be done with given tools, in whatever place."""

from collections.abc import Container

from tracker.domain.exercise import Exercise


def possible_with(exercise: Exercise, tools: Container[str]) -> bool:
    """Whether one of the alternatives can be put together from *tools*."""
    return any(all(tool in tools for tool in together) for together in exercise.equipment)
