"""The season for the band on top, and the line under it that says where the runner stands."""

from datetime import date

from tracker.domain.coaching.coach import Day
from tracker.domain.phase import Phase
from tracker.domain.reason import because
from tracker.domain.season.season import Block as SeasonBlock
from tracker.domain.season.season import Season
from tracker.domain.words.figures import days_away
from tracker.report.names import place_of
from widgets import phase_band
from widgets.headline import Statement
from widgets.text import fit

_SHORTER = {
    "off_season": ("off", "o"),
    "base": ("b",),
    "build": ("bld", "b"),
    "peak": ("pk", "p"),
    "taper": ("tap", "t"),
    "recovery": ("rec", "r"),
}
_RACE_NAME = 32


def tint_of(phase: Phase) -> str:
    """The theme variable of a phase."""
    return f"phase-{phase.public.replace('_', '-')}"


def names_of(phase: Phase) -> tuple[str, ...]:
    """``off-season``, ``off``, ``o``: from the longest to the shortest; race week is a letter in every picture."""
    return ("R",) if phase is Phase.RACE_WEEK else (phase.spoken, *_SHORTER[phase.public])


def stretch(season: Season, today: date) -> tuple[SeasonBlock, ...]:
    """The blocks around *today*: from the end of the last race to the next one, and the recovery after it."""
    blocks = season.reaching(today).blocks()
    here = next((at for at, block in enumerate(blocks) if block.start <= today < block.end), len(blocks) - 1)
    first = max((at + 1 for at in range(here) if blocks[at].phase is Phase.RACE_WEEK), default=0)
    last = next(
        (at for at in range(here, len(blocks)) if blocks[at].phase is Phase.RACE_WEEK), len(blocks) - 1
    )
    if last + 1 < len(blocks) and blocks[last + 1].phase is Phase.RECOVERY:
        last += 1
    return blocks[first : last + 1]


def band(season: Season, today: date) -> tuple[tuple[phase_band.Block, ...], float | None]:
    """Blocks for `widgets.phase_band.PhaseBand`, and where today is in them."""
    blocks = stretch(season, today)
    if not blocks:
        return (), None
    drawn = tuple(
        phase_band.Block(
            names_of(block.phase),
            float(block.weeks),
            tint_of(block.phase),
            race=block.phase is Phase.RACE_WEEK,
        )
        for block in blocks
    )
    here = (today - blocks[0].start).days / 7
    return drawn, here if here >= 0 else None


def statements(day: Day, run_share: int, line: str) -> tuple[Statement, ...]:
    """The line under the band: phase and week, what it is about, run : lift, the race.

    Args:
        line: the words of `about`.
    """
    about = line.rstrip(".")
    about = about[:1].lower() + about[1:]
    return (
        Statement((_place(day),), tint=tint_of(day.phase), rank=0),
        Statement(tuple(dict.fromkeys((about, about.partition(":")[0], ""))), rank=3),
        Statement((f"run {run_share} : lift {100 - run_share}", f"run {run_share}%"), "quiet", rank=2),
        Statement(_race(day), rank=1),
    )


def about(day: Day) -> str:
    """The code of what this week is about."""
    return "DELOAD" if day.deload else because(f"PHASE_{day.phase.value.upper()}").code


def _place(day: Day) -> str:
    name = day.phase.spoken
    if day.stage is not None and day.phase is Phase.RECOVERY:
        return f"{name.upper()} stage {day.stage}"
    return place_of(day.phase, day.phase_week, day.phase_weeks).replace(name, name.upper())


def _race(day: Day) -> tuple[str, ...]:
    if day.race is None:
        return ()
    days = day.race.days_from(day.date)
    name = fit(day.race.name, _RACE_NAME)
    short = f"in {days} d" if days > 1 else days_away(days)
    return (f"{name} {days_away(days)}", f"{name} {short}", f"{fit(name, 14)} {short}", short)
