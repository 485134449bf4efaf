"""The door to paper: what is good comes in, what is not is named with file and place, all at once."""

import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from tracker.catalog import Catalog, load_catalog
from tracker.catalog.words import fill
from tracker.domain.content import Content
from tracker.domain.equipment import available
from tracker.domain.errors import RunliftError
from tracker.domain.exercise import LoadType

SLED = """
[sled_push]
name = "Sled push"
aliases = ["prowler"]
role = "accessory"
patterns = ["lunge"]
position = "standing"
equipment = "machine / step+db"
per_side = false
load = "ext"
start = "20 % BW"
care = ["knee"]
ingredients = ["SLS"]
tier = 2
regress = "split_squat"
cue = "Long shins, short steps"
"""
PROGRAM = """
name = "Mine"
summary = "One lift."

[[sessions]]
id = "A"
name = "A"

[[sessions.slots]]
exercise = "back_squat"
role = "primary"
cells = { off_season = "3x5", base = "3x5", build = "2x4", peak = "2x3", taper = "2x4", race_week = "1x3" }
"""


def write(home: Path, name: str, text: str) -> Path:
    file = home / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return home


def problems(home: Path) -> list[str]:
    """What is wrong, without the folder in front."""
    return [sentence.removeprefix(f"{home}/") for sentence in load_catalog(home).left_out]


def test_it_is_what_the_rules_read_from() -> None:
    catalog: Content = load_catalog()
    assert {stage.stage for stage in catalog.recovery} == {0, 1, 2, 3}
    assert [stage.stage for stage in catalog.recovery] == sorted(stage.stage for stage in catalog.recovery)
    assert {profile.id for profile in catalog.profiles} >= {"gym_kg", "home_lb"}
    assert catalog.rules.phases
    assert isinstance(catalog, Catalog)
    assert catalog.review
    assert catalog.find("bss").id == "rfe_split_squat"


def test_a_home_without_own_content_changes_nothing(tmp_path: Path) -> None:
    catalog = load_catalog(tmp_path)
    assert catalog.exercises == load_catalog().exercises
    assert catalog.own == frozenset()


def test_own_exercises_join_the_library(tmp_path: Path) -> None:
    catalog = load_catalog(write(tmp_path, "exercises/mine.toml", SLED))
    sled = catalog.exercises["sled_push"]
    assert sled.load is LoadType.EXT
    assert sled.equipment == (("machine",), ("step", "db"))
    assert list(catalog.exercises)[-1] == "sled_push"
    assert catalog.own == {"sled_push"}
    assert catalog.find("prowlers") is sled


def test_own_may_replace_shipped_in_its_place(tmp_path: Path) -> None:
    own = SLED.replace("sled_push", "split_squat").replace('regress = "split_squat"', "replaces = true")
    catalog = load_catalog(write(tmp_path, "exercises/mine.toml", own))
    assert catalog.exercises["split_squat"].name == "Sled push"
    assert list(catalog.exercises) == list(load_catalog().exercises)
    assert catalog.own == {"split_squat"}


def test_own_programs_stand_beside_the_shipped_ones(tmp_path: Path) -> None:
    write(tmp_path, "programs/mine.toml", PROGRAM)
    catalog = load_catalog(write(tmp_path, "programs/race.toml", "replaces = true\n" + PROGRAM))
    assert list(catalog.programs) == ["beginner", "intermediate", "race", "mine"]
    assert catalog.programs["mine"].id == "mine"
    assert catalog.programs["race"].name == "Mine"
    assert len(catalog.programs["beginner"].sessions) == 2


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (('cue = "', 'cues = "'), '[sled_push], cues: there is no such field; did you mean "cue"?'),
        (('role = "accessory"\n', ""), "[sled_push], role: this field is missing."),
        (
            ('"accessory"', '"legs"'),
            "[sled_push], role: \"legs\" is not one of 'primary', 'secondary', 'accessory', 'core', 'plyo' "
            "or 'balance'.",
        ),
        (
            ('"20 % BW"', '"a lot"'),
            '[sled_push], start: a start looks like "15 % BW", "8 reps", "30 s" or "20 contacts", not "a lot".',
        ),
        (('"20 % BW"', '"8 reps"'), '[sled_push], start: with load "ext" it is given in % of body weight.'),
        (("tier = 2", "tier = 7"), "[sled_push], tier: input should be less than or equal to 3, not 7."),
        (
            ("tier = 2", "hold_max_s = 30"),
            '[sled_push], hold_max_s: only timed exercises have a longest hold, load is "ext".',
        ),
        (
            ("tier = 2", "bwf = 0.5"),
            '[sled_push], bwf: only bw_plus and assist move a share of body weight, load is "ext".',
        ),
        (("tier = 2", 'id = "sled"'), "[sled_push], id: the name of the table is the id; remove this field."),
        (
            ("tier = 2", "replaces = true"),
            "[sled_push], replaces: there is no shipped exercise sled_push to replace.",
        ),
        (
            ('regress = "split_squat"', 'regress = "split_sqat"'),
            '[sled_push], regress: there is no exercise "split_sqat"; did you mean "split_squat"?',
        ),
        (
            ('regress = "split_squat"', 'regress = "sled_push"'),
            "[sled_push], regress: this ladder goes round in a circle: sled_push -> sled_push.",
        ),
        (
            ("step+db", "step+dumbell"),
            '[sled_push], equipment: there is no tool "dumbell"; use one of none, wall,',
        ),
        (
            ("step+db", "step+chiar"),
            '[sled_push], equipment: there is no tool "chiar"; did you mean "chair"?',
        ),
        (('"prowler"', '"Split-Squats"'), '[sled_push]: "splitsquat" already means split_squat'),
        (
            ("[sled_push]", '["sled push"]'),
            '[sled push], id: an id has lower-case letters, digits and underscores, not "sled push".',
        ),
        (
            ("[sled_push]", "[split_squat]"),
            "[split_squat]: this id is taken (data/exercises/03_lunge.toml: [split_squat]); "
            "add replaces = true if yours takes its place.",
        ),
        (
            ("[sled_push]", "tier = 1\n[sled_push]"),
            "tier stands outside a table; each exercise begins with its id in brackets, as in [my_exercise].",
        ),
        (
            ("[sled_push]", "[[sled_push]]"),
            "[[sled_push]] is no exercise; each exercise begins with its id in brackets, as in [my_exercise].",
        ),
        (
            ('name = "Sled push"', 'name = "Sled push'),
            "this is not TOML: illegal character '\\n' (at line 3, column 18).",
        ),
    ],
)
def test_each_problem_is_one_sentence_with_its_place(
    tmp_path: Path, change: tuple[str, str], sentence: str
) -> None:
    write(tmp_path, "exercises/mine.toml", SLED.replace(*change, 1))
    (found,) = problems(tmp_path)
    assert found.startswith(f"exercises/mine.toml: {sentence}")


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    """A circle of two, a twice-used id, a field too many, a torn file, a file of bytes, and a program at odds."""
    write(tmp_path, "exercises/a.toml", SLED.replace('"split_squat"', '"sled_drag"'))
    drag = SLED.replace("sled_push", "sled_drag").replace("Sled push", "Sled drag").replace("prowler", "drag")
    write(tmp_path, "exercises/b.toml", drag.replace('"split_squat"', '"sled_push"'))
    write(tmp_path, "exercises/c.toml", SLED.replace("tier", "teir"))
    write(tmp_path, "exercises/d.toml", "[half")
    (tmp_path / "exercises/e.toml").write_bytes(b"\xff\xfe")
    write(tmp_path, "programs/mine.toml", PROGRAM.replace("back_squat", "front_squat"))
    write(tmp_path, "programs/race.toml", PROGRAM)
    write(tmp_path, "programs/new.toml", "replaces = true\n" + PROGRAM)
    assert problems(tmp_path) == [
        f"exercises/c.toml: [sled_push]: this id is taken ({tmp_path}/exercises/a.toml: [sled_push]).",
        'exercises/c.toml: [sled_push], teir: there is no such field; did you mean "tier"?',
        "exercises/d.toml: this is not TOML: expected ']' at the end of a table declaration (at end of document).",
        "exercises/e.toml: this is not UTF-8 text.",
        "exercises/a.toml: [sled_push], regress: this ladder goes round in a circle: "
        "sled_push -> sled_drag -> sled_push.",
        'programs/mine.toml, session A, slot 1: there is no exercise "front_squat"; did you mean "goblet_squat"?',
        "programs/new.toml: replaces: there is no shipped program new to replace.",
        "programs/race.toml: the program race is shipped; add replaces = true if yours takes its place.",
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (('"3x5"', '"three"'), 'cells.off_season: a cell looks like "3x8", "1x30s" or "2x10c", not "three".'),
        (('"3x5"', '"0x5"'), "cells.off_season.sets: input should be greater than or equal to 1, not '0'."),
        (('"3x5"', '"3x30s"'), "session A, slot 1, cells.off_season: back_squat is counted in reps."),
        (('peak = "2x3", ', ""), "session A: no slot has a cell for peak."),
        (("off_season", "offseason"), "cells.offseason"),
        (('id = "A"', 'id = "A"\ncolour = "red"'), "sessions.0.colour: there is no such field."),
        (('summary = "One lift."', 'last_session = "B"'), "summary: this field is missing."),
        (
            ('summary = "One lift."', 'summary = ""\nlast_session = "B"'),
            'last_session: there is no session "B".',
        ),
        (
            ('role = "primary"', 'role = "primary"\ngroup = ""'),
            "group: string should have at least 1 character",
        ),
        (
            ('role = "primary"', 'role = "primary"\noptional_in = ["recovery"]'),
            "session A, slot 1, optional_in: there is no cell for recovery.",
        ),
    ],
)
def test_problems_of_a_program(tmp_path: Path, change: tuple[str, str], sentence: str) -> None:
    write(tmp_path, "programs/mine.toml", PROGRAM.replace(*change, 1))
    assert any(sentence in each for each in problems(tmp_path))


FOUR_SLOTS = (
    PROGRAM
    + """
[[sessions.slots]]
exercise = "sl_reach"
role = "balance"
group = "between"
cells = { base = "1x5" }

[[sessions.slots]]
exercise = "push_up"
role = "accessory"
group = "small"
cells = { base = "2x10" }

[[sessions.slots]]
exercise = "calf_raise_single"
role = "accessory"
group = "small"
cells = { base = "2x10" }
"""
)
IN_BETWEEN = ('role = "primary"', 'role = "primary"\ngroup = "between"')


def test_slots_of_one_group_take_turns(tmp_path: Path) -> None:
    """Balance between heavy sets, and two small exercises that rest each other."""
    write(tmp_path, "programs/mine.toml", FOUR_SLOTS.replace(*IN_BETWEEN, 1))
    assert load_catalog(tmp_path).programs["mine"].session("A").groups == {"between": (1, 2), "small": (3, 4)}


def test_every_problem_of_a_group_is_named(tmp_path: Path) -> None:
    """A word with a slip in it leaves two slots alone; a calf raise tires legs that are to squat."""
    text = FOUR_SLOTS.replace(*IN_BETWEEN, 1).replace(
        '"sl_reach"\nrole = "balance"\ngroup = "between"', '"sl_reach"\nrole = "balance"\ngroup = "betwen"'
    )
    text = text.replace(
        '"calf_raise_single"\nrole = "accessory"\ngroup = "small"',
        '"calf_raise_single"\nrole = "accessory"\ngroup = "between"',
    )
    write(tmp_path, "programs/mine.toml", text)
    assert problems(tmp_path) == [
        "programs/mine.toml, session A, slot 4, group: calf_raise_single tires what back_squat in slot 1 needs; "
        "between its sets there is room for balance, mobility or other muscles.",
        'programs/mine.toml, session A, slot 2, group: no other slot is in "betwen"; did you mean "between"?',
        'programs/mine.toml, session A, slot 3, group: no other slot is in "small".',
    ]


def test_an_alternative_is_no_way_round_it(tmp_path: Path) -> None:
    """The push-up may stand between squats; the plank it may become works the trunk that squats need."""
    text = FOUR_SLOTS.replace(*IN_BETWEEN, 1).replace('group = "small"', 'group = "between"', 1)
    last = text.rindex('group = "small"\n')
    text = text[:last] + text[last + len('group = "small"\n') :]
    write(tmp_path, "programs/mine.toml", text)
    load_catalog(tmp_path)
    write(
        tmp_path,
        "programs/mine.toml",
        text.replace('"push_up"', '"push_up"\nalternatives = ["plank_shoulder_tap"]'),
    )
    (found,) = problems(tmp_path)
    assert "slot 3, group: plank_shoulder_tap tires what back_squat in slot 1 needs" in found


def test_a_program_without_sessions(tmp_path: Path) -> None:
    write(tmp_path, "programs/mine.toml", 'name = "Mine"\nsummary = ""\nsessions = []\n')
    (found,) = problems(tmp_path)
    assert found.startswith("programs/mine.toml, sessions: tuple should have at least 1 item")


def test_the_same_session_twice(tmp_path: Path) -> None:
    again = PROGRAM[PROGRAM.index("[[sessions]]") :]
    write(tmp_path, "programs/mine.toml", PROGRAM + again)
    assert problems(tmp_path) == ['programs/mine.toml: two sessions are called "A".']


def test_what_is_wrong_is_left_out_and_the_rest_is_there(tmp_path: Path) -> None:
    """One exercise with a field too many, one that needs it, one torn file, and a good one beside them."""
    harness = (
        SLED.replace("sled_push", "harness_walk")
        .replace("Sled push", "Harness walk")
        .replace("prowler", "harness")
    )
    drag = SLED.replace("sled_push", "sled_drag").replace("Sled push", "Sled drag").replace("prowler", "drag")
    write(tmp_path, "exercises/a.toml", SLED.replace("tier", "teir"))
    write(tmp_path, "exercises/b.toml", drag.replace('"split_squat"', '"sled_push"') + harness)
    write(tmp_path, "exercises/c.toml", "[half")
    write(tmp_path, "programs/mine.toml", PROGRAM.replace("back_squat", "sled_drag"))
    write(tmp_path, "programs/good.toml", PROGRAM.replace("back_squat", "harness_walk"))
    catalog = load_catalog(tmp_path)
    assert catalog.own == {"harness_walk"}
    assert {"good", "mine"} & set(catalog.programs) == {"good"}
    assert problems(tmp_path) == [
        'exercises/a.toml: [sled_push], teir: there is no such field; did you mean "tier"?',
        "exercises/c.toml: this is not TOML: expected ']' at the end of a table declaration (at end of document).",
        'exercises/b.toml: [sled_drag], regress: there is no exercise "sled_push".',
        'programs/mine.toml, session A, slot 1: there is no exercise "sled_drag"; did you mean "sled_drag"?'.partition(
            ";"
        )[0]
        + ".",
    ]


def test_a_shipped_exercise_is_back_where_the_own_one_does_not_fit(tmp_path: Path) -> None:
    own = SLED.replace("sled_push", "split_squat").replace(
        'regress = "split_squat"', 'replaces = true\nregress = "x"'
    )
    catalog = load_catalog(write(tmp_path, "exercises/mine.toml", own))
    assert catalog.exercises["split_squat"].name == "Split squat"
    assert list(catalog.exercises) == list(load_catalog().exercises)
    assert catalog.own == frozenset()
    assert len(catalog.left_out) == 1


def test_two_own_exercises_of_one_name_leave_room_for_the_first(tmp_path: Path) -> None:
    write(tmp_path, "exercises/mine.toml", SLED + SLED.replace("[sled_push]", "[sled_again]"))
    catalog = load_catalog(tmp_path)
    assert catalog.own == {"sled_push"}
    assert all("[sled_again]" in sentence for sentence in catalog.left_out)


def test_exercises_in_a_list_are_told_how_they_begin_and_what_else_is_wrong(tmp_path: Path) -> None:
    write(
        tmp_path, "exercises/mine.toml", SLED.replace("[sled_push]", "[[exercise]]").replace("tier", "teir")
    )
    how, what = problems(tmp_path)
    assert how.endswith(
        "[[exercise]] is no exercise; each exercise begins with its id in brackets, as in [my_exercise]."
    )
    assert what.endswith('[[exercise]], number 1, teir: there is no such field; did you mean "tier"?')


def test_a_noun_in_a_wording_is_counted() -> None:
    assert fill("{weeks:week} apart", {"weeks": 1}) == "1 week apart"
    assert fill("{weeks:week} apart", {"weeks": 2}) == "2 weeks apart"
    assert fill("{reps:rep}", {"reps": 8.0}) == "8 reps"
    assert fill("{reps:rep}", {}) == "– reps"


def test_what_no_file_holds_any_more_has_a_stand_in_that_nothing_finds() -> None:
    """A log may name what was taken out of the files by hand: it is named, and nobody can do it anywhere."""
    catalog = load_catalog()
    for id, name in (("sled_push", "Sled push"), ("My Lift!", "My lift!"), ("", "")):
        gone = catalog.exercises[id]
        assert (gone.id, gone.name) == (id, name)
        assert not any(available(gone, place) for place in catalog.profiles)
    assert "sled_push" not in catalog.exercises
    assert catalog.exercises.get("sled_push") is None


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "exercises/notes.md", "# [not TOML")
    write(tmp_path, "exercises/._mine.toml", "\x00")
    assert load_catalog(tmp_path).own == frozenset()


def test_another_package_called_data_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stranger = ModuleType("data")
    stranger.__path__ = [str(tmp_path)]
    monkeypatch.setattr(sys.modules["tracker.catalog.paper"], "data", stranger)
    with pytest.raises(RunliftError, match="Another package called data is in the way") as caught:
        load_catalog()
    assert str(tmp_path) in str(caught.value)


def test_the_door_opens_quickly() -> None:
    """Every command pays for this; 13 ms when measured, and a slow or busy machine gets plenty of room."""
    took = []
    for _ in range(3):
        start = time.perf_counter()
        load_catalog()
        took.append(time.perf_counter() - start)
    assert min(took) < 0.2
