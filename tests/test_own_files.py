"""A runner's own exercises and programs: written only when everything can be read with them."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.catalog import ContentProblems, load_catalog
from tracker.catalog.own_files import OwnFiles, start_text, table_of
from tracker.catalog.toml_text import with_table, written_tables
from tracker.domain.errors import CouldNotSave, Misunderstood, Refused
from tracker.storage.disk import replace_whole

SHIPPED = load_catalog()
BOX_SQUAT = {
    **table_of(SHIPPED.exercises["goblet_squat"]),
    "name": "Box squat",
    "aliases": ["squat to a box"],
}


@pytest.fixture
def own(tmp_path: Path) -> OwnFiles:
    return OwnFiles(tmp_path, replace_whole)


def text(home: Path) -> str:
    return (home / "exercises" / "own.toml").read_text(encoding="utf-8")


def test_an_own_exercise_joins_the_catalog(own: OwnFiles, tmp_path: Path) -> None:
    catalog = own.keep_exercise("box_squat", BOX_SQUAT)
    assert catalog.own == {"box_squat"}
    assert catalog.exercises["box_squat"].name == "Box squat"
    assert load_catalog(tmp_path).exercises["box_squat"] == catalog.exercises["box_squat"]


@pytest.mark.parametrize("id", SHIPPED.exercises)
def test_every_shipped_exercise_survives_its_table(id: str) -> None:
    exercise = SHIPPED.exercises[id]
    read = tomllib.loads(written_tables({id: table_of(exercise)}))[id]
    assert type(exercise).model_validate({**read, "id": id}) == exercise
    assert start_text(exercise) == read["start"]


def test_an_own_version_takes_the_place_of_a_shipped_one_until_it_is_removed(own: OwnFiles) -> None:
    table = {**table_of(SHIPPED.exercises["plank"], replaces=True), "cue": "Squeeze everything"}
    assert own.keep_exercise("plank", table).exercises["plank"].cue == "Squeeze everything"
    assert own.exercise_table("plank") == table
    assert own.remove_exercise("plank").exercises["plank"] == SHIPPED.exercises["plank"]
    with pytest.raises(Refused):
        own.remove_exercise("plank")


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_written(
    own: OwnFiles, tmp_path: Path
) -> None:
    with pytest.raises(ContentProblems) as told:
        own.keep_exercise("box_squat", {**BOX_SQUAT, "role": "hero", "tier": 9, "start": "soon"})
    assert len(told.value.problems) == 3
    assert all(each.startswith("exercises/own.toml: [box_squat], ") for each in told.value.problems)
    assert not (tmp_path / "exercises").exists()


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ({**BOX_SQUAT, "regress": "moonwalk"}, "there is no exercise"),
        ({**BOX_SQUAT, "aliases": ["back squat"]}, "already means"),
        ({**BOX_SQUAT, "equipment": "db / dragon"}, "there is no tool"),
        ({**BOX_SQUAT, "start": "8 reps"}, "% of body weight"),
        ({**BOX_SQUAT, "colour": "red"}, "no such field"),
    ],
)
def test_an_exercise_has_to_fit_the_others(own: OwnFiles, table: dict[str, object], sentence: str) -> None:
    with pytest.raises(ContentProblems, match=sentence):
        own.keep_exercise("box_squat", table)


def test_what_somebody_wrote_by_hand_stays_letter_for_letter(own: OwnFiles, tmp_path: Path) -> None:
    own.keep_exercise("box_squat", BOX_SQUAT)
    by_hand = f"# mine\n\n{text(tmp_path)}"
    (tmp_path / "exercises" / "own.toml").write_text(by_hand, encoding="utf-8")
    own.keep_exercise("high_box_squat", {**BOX_SQUAT, "name": "High box squat", "aliases": []})
    assert text(tmp_path).startswith(by_hand.rstrip())
    own.remove_exercise("high_box_squat")
    assert text(tmp_path).rstrip() == by_hand.rstrip()


def test_an_exercise_is_changed_in_the_file_it_stands_in(own: OwnFiles, tmp_path: Path) -> None:
    (tmp_path / "exercises").mkdir()
    mine = tmp_path / "exercises" / "squats.toml"
    mine.write_text(written_tables({"box_squat": BOX_SQUAT}), encoding="utf-8")
    own.keep_exercise("box_squat", {**BOX_SQUAT, "cue": "Sit back"})
    assert 'cue = "Sit back"' in mine.read_text(encoding="utf-8")
    assert not (tmp_path / "exercises" / "own.toml").exists()


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(CouldNotSave, match="No space left"):
        OwnFiles(tmp_path, full).keep_exercise("box_squat", BOX_SQUAT)
    assert load_catalog(tmp_path).own == frozenset()


def test_a_place_the_disk_cannot_name_is_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file where the home should be", encoding="utf-8")
    with pytest.raises(CouldNotSave, match="Nothing was saved"):
        OwnFiles(home, replace_whole).keep_program(
            "my_race", OwnFiles(tmp_path, replace_whole).program_text("race")
        )


def test_an_own_program_is_a_changed_copy(own: OwnFiles) -> None:
    copy = own.program_text("race").replace('name = "Race"', 'name = "My race"', 1)
    catalog = own.keep_program("my_race", copy)
    assert catalog.programs["my_race"].name == "My race"
    assert catalog.programs["race"] == SHIPPED.programs["race"]
    assert own.is_own_program("my_race")
    assert own.program_text("my_race") == copy
    assert "my_race" not in own.remove_program("my_race").programs


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (('role = "primary"', 'role = "hero"'), '"hero" is not one of'),
        (('exercise = "back_squat"', 'exercise = "moonwalk"'), "there is no exercise"),
        (("[[sessions]]", "[[sessions"), "not TOML"),
    ],
)
def test_a_program_has_to_fit_the_library(own: OwnFiles, change: tuple[str, str], sentence: str) -> None:
    with pytest.raises(ContentProblems, match=sentence):
        own.keep_program("mine", own.program_text("race").replace(*change))
    assert not own.is_own_program("mine")


@pytest.mark.parametrize("id", ["My race", "../race", "renn-plan", "", "größe", "race" * 60])
def test_a_program_needs_a_name_a_file_can_have(own: OwnFiles, id: str) -> None:
    with pytest.raises(Misunderstood):
        own.keep_program(id, own.program_text("race"))


def test_only_own_programs_can_be_removed(own: OwnFiles) -> None:
    with pytest.raises(Refused):
        own.remove_program("race")
    with pytest.raises(Refused):
        own.program_text("moonwalk")


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_VALUES = st.booleans() | st.integers(-9, 9) | _WORDS | st.lists(_WORDS, max_size=3)
_TABLES = st.dictionaries(_WORDS, st.dictionaries(_WORDS, _VALUES, max_size=3), max_size=3)


@given(_TABLES)
def test_what_is_written_reads_back(tables: dict[str, dict[str, object]]) -> None:
    assert tomllib.loads(written_tables(tables)) == tables


@given(_TABLES, st.dictionaries(_WORDS, _VALUES, max_size=3) | st.none(), _WORDS, st.booleans())
def test_one_table_changes_and_no_other(
    tables: dict[str, dict[str, object]], table: dict[str, object] | None, name: str, known: bool
) -> None:
    if known and tables:
        name = next(iter(tables))
    changed = tomllib.loads(with_table(written_tables(tables), name, table))
    expected = {key: value for key, value in tables.items() if key != name}
    assert changed == (expected if table is None else {**expected, name: table})


def test_a_value_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError):
        written_tables({"a": {"b": None}})
