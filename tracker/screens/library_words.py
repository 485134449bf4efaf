"""What the library says in words: what an exercise trains, where, with what, and your history with it."""

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.domain.adapting.ladder import Library, steps_down, steps_up
from tracker.domain.exercise import CareArea, Exercise, Ingredient, LoadType, Pattern, Position, Role
from tracker.domain.history import TrainingLog
from tracker.domain.review.series import Measured, Series
from tracker.domain.units import Unit
from tracker.domain.words.figures import counted, short_date
from tracker.domain.words.sieve import HERE, OWN, Mesh, Sieve
from tracker.screens.graph_words import body_words, top_set_words, value_words
from tracker.screens.spoken import sets_in_a_line
from widgets.facts import Fact
from widgets.headline import Statement
from widgets.ladder import Step
from widgets.row_list import Cell, Column, ListRow

COLUMNS = (Column(most=48, flex=True), Column(most=3), Column(most=11, to_right=True, rank=1))

INGREDIENTS = {
    Ingredient.SLS: "single-leg strength",
    Ingredient.SLB: "single-leg balance",
    Ingredient.ROT: "rotational core",
    Ingredient.REC: "arms against legs",
    Ingredient.PSH: "push",
    Ingredient.PLL: "pull",
}
POSITIONS = {
    Position.SUPINE: "on the back",
    Position.PRONE: "on the belly",
    Position.QUADRUPED: "on hands and knees",
    Position.KNEELING: "kneeling",
    Position.STANDING: "standing",
    Position.JUMPING: "jumping",
    Position.SIDE: "on the side",
}
PATTERNS = {
    Pattern.SQUAT: "squat",
    Pattern.HINGE: "hinge",
    Pattern.LUNGE: "lunge and step",
    Pattern.SL_BALANCE: "one-leg balance",
    Pattern.CALF: "calf",
    Pattern.PLYO: "jump",
    Pattern.PUSH_H: "push forward",
    Pattern.PUSH_V: "push overhead",
    Pattern.PULL_H: "row",
    Pattern.PULL_V: "pull down",
    Pattern.ROT_CORE: "turn",
    Pattern.ANTI_ROT: "resist turning",
    Pattern.ANTI_EXT: "brace",
    Pattern.RECIPROCAL: "arms against legs",
    Pattern.CARRY: "carry",
    Pattern.HIP: "hip",
    Pattern.MOBILITY: "mobility",
}
ROLES = {role: role.value if role is not Role.PLYO else "jump" for role in Role}
LOADS = {
    LoadType.EXT: "a weight",
    LoadType.BW: "the body",
    LoadType.BW_PLUS: "the body, and a weight if you like",
    LoadType.ASSIST: "the body, with help",
    LoadType.TIME: "time",
    LoadType.CONTACTS: "landings",
    LoadType.BAND: "a band",
}
TIERS = {"1": "anyone", "2": "some practice", "3": "experienced", OWN: "your own"}
TOOLS = {
    "none": "nothing",
    "mb": "medicine ball",
    "db": "dumbbell",
    "kb": "kettlebell",
    "bb": "barbell",
    "trap": "trap bar",
    "bar": "pull-up bar",
    "slider": "sliders",
}
_FEW = 3


def mesh_word(mesh: Mesh, value: str) -> str:
    """One value of one respect in words."""
    match mesh:
        case Mesh.INGREDIENT:
            return INGREDIENTS[Ingredient(value)]
        case Mesh.POSITION:
            return POSITIONS[Position(value)]
        case Mesh.PATTERN:
            return PATTERNS[Pattern(value)]
        case Mesh.EQUIPMENT:
            return "possible here" if value == HERE else f"with {TOOLS.get(value, value)}"
        case Mesh.TIER:
            return TIERS[value]
        case Mesh.CARE:
            return f"easy on the {CareArea(value).spoken}"


def head_line(sieve: Sieve, left: int, all: int) -> tuple[Statement, ...]:
    """How many are left, and what was looked for."""
    count = counted(left, "exercise") if sieve.is_open else f"{left} of {all}"
    said = [f"“{sieve.text}”"] if sieve.text else []
    said += [mesh_word(mesh, value) for mesh in Mesh if (value := sieve.value(mesh)) is not None]
    return (
        Statement((count,), "strong", rank=0),
        *(Statement((each,), "accent", rank=1) for each in said),
    )


def _when(day: date, today: date) -> str:
    """``17 Nov``; of another year ``Nov 2025``, which leaves room for names."""
    return short_date(day) if day.year == today.year else f"{day:%b %Y}"


def exercise_rows(
    exercises: Iterable[Exercise], own: Iterable[str], log: TrainingLog, today: date
) -> tuple[ListRow, ...]:
    """Exercises under their patterns: name, tier, when it was done last."""
    mine = frozenset(own)
    rows: list[ListRow] = []
    pattern = None
    for each in sorted(exercises, key=lambda each: tuple(Pattern).index(each.pattern)):
        if each.pattern is not pattern:
            pattern = each.pattern
            rows += [ListRow("", ())] * bool(rows) + [ListRow("", (Cell(PATTERNS[pattern], "strong"),))]
        done = log.of(each.id)
        last = _when(done[-1].session.date, today) if done else ""
        rows.append(
            ListRow(
                each.id,
                (
                    Cell(each.name, aside="own" if each.id in mine else ""),
                    Cell("●" * each.tier + "○" * (_FEW - each.tier), "quiet"),
                    Cell(last, "done"),
                ),
            )
        )
    return tuple(rows)


def facts(exercise: Exercise) -> tuple[Fact, ...]:
    """What it trains, in which position, with what, what to be careful about."""
    trains = [PATTERNS[each] for each in exercise.patterns]
    trains += [word for each in exercise.ingredients if (word := INGREDIENTS[each]) not in trains]
    sides = ", one side at a time" if exercise.per_side else ""
    return (
        Fact("trains", ", ".join(trains), rows=3, rank=1),
        Fact("where", f"{POSITIONS[exercise.position]}{sides}", rows=2, rank=3),
        Fact("with", ways_words(exercise.equipment), rows=2, rank=2),
        Fact("care", ", ".join(each.spoken for each in exercise.care), rank=2),
        Fact("for", TIERS[str(exercise.tier)], rank=4),
    )


def ways_words(equipment: Sequence[Sequence[str]]) -> str:
    """``nothing, dumbbell, or step and kettlebell``."""
    ways = [" and ".join(TOOLS.get(tool, tool) for tool in way) for way in equipment]
    return ways[0] if len(ways) == 1 else f"{', '.join(ways[:-1])} or {ways[-1]}"


def history(
    exercise: Exercise,
    log: TrainingLog,
    e1rm: Series,
    top: Series,
    since: int | None,
    unit: Unit,
    today: date,
) -> tuple[Fact, ...]:
    """The last time, the best, what one could lift once.

    Args:
        since: the first year that was read, where there are older ones.
    """
    done = log.of(exercise.id)
    if not done:
        return (Fact("you", "not done yet", rank=0),)
    times = counted(len(done), "time") + (f" since {since}" if since is not None else "")
    last = done[-1]
    found = [
        Fact(
            "last",
            sets_in_a_line(last.entry, unit),
            aside=short_date(last.session.date, today),
            rows=2,
            rank=0,
        )
    ]
    if (best := top.best) is not None:
        found.append(Fact("best", top_set_words(best, unit), aside=short_date(best.date, today), rank=1))
    if e1rm.dots:
        latest = e1rm.dots[-1]
        estimate = (value_words(latest, Measured.E1RM, unit), *body_words(latest, Measured.E1RM, unit)[:1])
        found.append(Fact("e1RM", ", ".join(estimate), aside=times, rank=1))
    else:
        found.append(Fact("done", times, rank=2))
    return tuple(found)


def ladder(exercise: Exercise, library: Library, log: TrainingLog, today: date) -> tuple[Step, ...]:
    """Its ladder from the hardest step; you stand on the one that was done last."""
    rungs = (*reversed(steps_up(exercise, library)), exercise, *steps_down(exercise, library))
    here = standing(rungs, log)
    steps = []
    for each in rungs:
        done = log.of(each.id)
        note = short_date(done[-1].session.date, today) if done else ""
        steps.append(Step(each.id, each.name, note, here=each.id == here))
    return tuple(steps)


def standing(rungs: Iterable[Exercise], log: TrainingLog) -> str | None:
    """The rung that was done last; of two on one day the higher one."""
    done = [
        (log.of(each.id)[-1].session.date, -at, each.id) for at, each in enumerate(rungs) if log.of(each.id)
    ]
    return max(done)[2] if done else None
