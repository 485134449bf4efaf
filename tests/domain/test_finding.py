"""Finding sessions by words."""

import pytest
from support.diaries import EXERCISES, on, session

from tracker.domain.phase import Phase
from tracker.domain.session import Modification, Session, Signal
from tracker.domain.words.finding import Sought, found

HEAVY = session(on(1), "back_squat 100x5@8", name="A · squat", phase=Phase.BASE)
FADED = session(
    on(9), "back_squat 60x4@6", name="A · squat", phase=Phase.TAPER, note="Legs felt like springs"
)
PULLED = session(on(2), "trap_bar_deadlift 120x4@8", name="B · hinge", phase=Phase.BASE, deload=True)
LEFT_OUT = session(on(3), name="B · hinge", phase=Phase.BASE, skipped="work ran late")
BROUGHT = session(on(4), "bench_press 60x5", name="Push day", phase=Phase.OFF_SEASON, imported=True)
EASED = session(on(5), "sl_rdl_supported x8", name="B · hinge", phase=Phase.BUILD_PERIODIZED)
EASED = EASED.with_entry(
    0, EASED.entries[0].changed(modified=Modification(planned="sl_rdl", signal=Signal.CLUNKY), note="wobbly")
)
ALL = (HEAVY, FADED, PULLED, LEFT_OUT, BROUGHT, EASED)


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("", ALL),
        ("squat", (HEAVY, FADED)),
        ("Squats taper", (FADED,)),
        ("springs", (FADED,)),
        ("deload", (PULLED,)),
        ("work late", (LEFT_OUT,)),
        ("skipped", (LEFT_OUT,)),
        ("added", (BROUGHT,)),
        (f"{on(9):%Y-%m}", (FADED,)),
        (f"{on(9):%Y-%m-%d} squat", (FADED,)),
        (f"{on(9):%Y-%m} deadlift", ()),
        (f"{on(1):%Y}", ALL),
        ("1999", ()),
        (f"{on(3).day} {on(3):%b}", (LEFT_OUT,)),
        ("mon base squats", (HEAVY,)),
        ("sunday", ()),
        ("off season", ()),  # another app's session has no phase of its own
        ("build", (EASED,)),
        ("wobb", (EASED,)),
        ("modified", (EASED,)),
        ("bench", (BROUGHT,)),
        ("deadlift", (PULLED,)),
        ("hex bar", (PULLED,)),
        ("rdl", (EASED,)),
        ("april", (FADED,)),
        ("nothing of the kind", ()),
    ],
)
def test_words_find_sessions(text: str, sessions: tuple[Session, ...]) -> None:
    assert found(ALL, text, EXERCISES) == sessions


def test_an_exercise_that_was_modified_is_found_by_both_names() -> None:
    assert EASED in found(ALL, "sl rdl", EXERCISES)
    assert EASED in found(ALL, EXERCISES["sl_rdl_supported"].name, EXERCISES)


def test_an_exercise_the_library_has_lost_is_found_by_its_id() -> None:
    lost = HEAVY.with_entry(0, HEAVY.entries[0].changed(exercise="box_jump_thing"))
    assert found((lost,), "box thing", EXERCISES) == (lost,)


def test_the_exercise_that_was_meant_is_named() -> None:
    both = HEAVY.changed(entries=(*HEAVY.entries, *PULLED.entries))
    assert Sought("deadlift", EXERCISES).entry_of(both) == PULLED.entries[0]
    assert Sought("squats base", EXERCISES).entry_of(both) == HEAVY.entries[0]
    assert Sought("springs", EXERCISES).entry_of(both) is None
    assert Sought("", EXERCISES).entry_of(LEFT_OUT) is None
