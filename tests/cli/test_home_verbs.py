"""`init`, `set`, `backup`, `restore`, `doctor`, `where`, `demo`: a home and who lives in it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.command import Terminal, shape

import data


def test_a_home_is_set_up_with_nothing_but_defaults(empty: Terminal) -> None:
    said = empty("init")
    assert said.status == 0
    assert said.lines[0] == f"Set up in {empty.home}."
    assert said.err.startswith("General training information, not medical advice.")
    assert empty.json("today")["level"] == "beginner"
    assert empty.json("today")["race"] is None


def test_everything_can_be_said_at_once(empty: Terminal) -> None:
    said = empty(
        *("init", "--race", "Berlin", "2027-09-26", "marathon", "--level", "intermediate"),
        *("--equipment", "gym", "--unit", "kg", "--run-week", "REQEREL", "--lift-days", "tue,fri"),
        *("--body-weight", "70", "--style", "maintenance", "--program", "race", "--taper", "sharp"),
        *("--lifted-before", "regularly", "--lifts-per-week", "2", "--no-race", "rolling", "--yes"),
    )
    assert said.status == 0
    assert empty.json("set")["settings"] == {
        "style": "maintenance",
        "taper": "sharp",
        "no-race": "rolling",
        "run-week": "REQEREL",
        "lift-days": "tue,fri",
        "lifts-per-week": "2",
        "equipment": "gym_kg",
        "unit": "kg",
        "body-weight": "70",
        "level": "intermediate",
        "lifted-before": "regularly",
        "program": "race",
        "plyo": "on",
        "theme": "runlift-dark",
        "sounds": "on",
    }
    race = empty.json("plan")["races"][0]
    assert (race["name"], race["distance"], race["priority"], race["taper"]) == (
        "Berlin",
        "marathon",
        "A",
        "sharp",
    )


def test_pounds_bring_their_own_plates_and_body_weight(empty: Terminal) -> None:
    empty("init", "--unit", "lb", "--equipment", "home", "--body-weight", "154")
    settings = empty.json("set")["settings"]
    assert (settings["equipment"], settings["body-weight"]) == ("home_lb", "154")


def test_a_home_is_set_up_only_once(at: Terminal) -> None:
    said = at("init", "--level", "advanced")
    assert said.status == 2
    assert said.err == "This home is set up already; change one thing with `runlift set KEY VALUE`.\n"
    assert at.json("set")["settings"]["level"] == "intermediate"


@pytest.mark.parametrize(
    "argv",
    [
        ("--race", "Old", "2020-01-01", "10k"),
        ("--race", "Odd", "2027-09-26", "banana"),
        ("--run-week", "REQ"),
        ("--body-weight", "7"),
        ("--equipment", "moon"),
        ("--level", "godlike"),
        ("--style", "none"),
    ],
)
def test_what_makes_no_sense_sets_nothing_up(empty: Terminal, argv: tuple[str, ...]) -> None:
    said = empty("init", *argv)
    assert (said.status, said.out) == (2, "")
    assert len(said.err.splitlines()) == 1
    assert not (empty.home / "profile.json").exists()


def test_a_health_condition_keeps_training_gentle(empty: Terminal) -> None:
    empty("init", "--level", "intermediate", "--health", "some", "--lift-days", "tue,fri")
    exercises = empty.json("today")["session"]["exercises"]
    assert all(each["rpe_target"] <= 6 for entry in exercises for each in entry["sets"] if each["rpe_target"])
    assert all(entry["role"] != "plyo" for entry in exercises)


# Settings


def test_a_setting_is_changed_and_said(at: Terminal) -> None:
    assert at("set", "lift-days", "mon,", "fri").out == "lift-days is mon,fri.\n"
    assert at("set", "LIFT_DAYS", "auto").out == "lift-days is auto.\n"
    assert "  lift-days       auto" in at("set").lines


@pytest.mark.parametrize(
    ("argv", "status", "sentence"),
    [
        (("styl", "maintenance"), 2, 'There is no setting "styl"; did you mean "style"?'),
        (("style", "foo"), 2, '"foo" is not a build style; choose maintenance or periodized.'),
        (("style",), 2, "Say what style should be."),
        (("unit", "kg"), 1, "It is so already."),
    ],
)
def test_settings_that_cannot_be(at: Terminal, argv: tuple[str, ...], status: int, sentence: str) -> None:
    said = at("set", *argv)
    assert said.status == status
    assert said.err.startswith(sentence)


# Files


def test_where_everything_lives(at: Terminal, empty: Terminal) -> None:
    assert at("where").out == f"{at.home}\n"
    assert at.json("where") == {"home": str(at.home), "exists": True}
    assert (
        at("where", "--home", str(at.home / "new")).err == "Nothing is there yet; `runlift init` begins it.\n"
    )
    assert empty.home == at.home


def test_a_backup_and_back_again(trained: Terminal, tmp_path: Path) -> None:
    before = trained.json("history")
    made = Path(trained("backup", str(tmp_path)).out.strip())
    assert made == tmp_path / "runlift-2026-12-01.zip"
    trained("erase", "2026-11-24")
    said = trained("restore", str(made))
    assert said.status == 0
    assert "what was there before is kept in" in said.out
    assert trained.json("history") == before


def test_a_backup_does_not_make_up_a_folder(at: Terminal, tmp_path: Path) -> None:
    said = at("backup", str(tmp_path / "nowhere"))
    assert said.status == 2
    assert said.err.startswith(f"There is no folder {tmp_path / 'nowhere'}")
    assert at("backup", str(tmp_path / "spring.zip")).out == f"{tmp_path / 'spring.zip'}\n"


def test_only_a_backup_can_be_restored(at: Terminal, tmp_path: Path) -> None:
    (tmp_path / "letter.zip").write_text("dear diary")
    assert at("restore", str(tmp_path / "letter.zip")).status == 2
    assert at("restore", str(tmp_path / "gone.zip")).status == 2
    assert at("restore").status == 2


def test_a_healthy_home(trained: Terminal) -> None:
    said = trained("doctor")
    assert (said.status, said.err) == (0, "Everything is in order.\n")
    assert all(line.startswith("  ok ") for line in said.lines)
    answer = trained("doctor", "--json").json
    assert shape(answer["findings"][0]) == {"health": "str", "file": "str", "text": "str"}


def test_a_damaged_file_is_found_and_mended_from_its_backup(trained: Terminal) -> None:
    trained("log", "back squat 30x5@7")
    trained("finish")
    trained("run", "add", "8km")
    (trained.home / "diary" / "2026.json").write_text("{ half a fi")
    said = trained("doctor")
    assert said.status == 3
    assert "diary/2026.json is damaged" in said.out.replace("\n" + " " * 12, " ")
    assert said.err == "`runlift doctor --repair` does what is safe.\n"
    mended = trained("doctor", "--repair")
    assert mended.status == 0
    assert "is kept as" in mended.err
    assert trained("doctor").status == 0


def rewrite(file: Path, change: Callable[[dict[str, Any]], None]) -> None:
    tables = json.loads(file.read_text())
    change(tables)
    file.write_text(json.dumps(tables))


def with_a_lunch(tables: dict[str, Any]) -> None:
    """One session of a phase that is none, one on a day that is none, and a run nobody ran."""
    first = next(iter(tables["sessions"].values()))
    tables["sessions"] |= {
        "77": {**first, "id": "lunch", "phase": "lunch"},
        "78": {**first, "id": "never", "date": "2026-99-99"},
    }
    tables["runs"] = {"1": {"id": "run", "date": "2026-11-25", "kind": "Z"}}


SLED = """
[sled_push]
name = "Sled push"
role = "accessory"
patterns = ["lunge"]
position = "standing"
equipment = "machine"
load = "ext"
start = "20 % BW"
"""


def test_a_slip_in_an_own_exercise_stops_no_session(at: Terminal) -> None:
    """The sled is pushed, then its file is torn: squats are logged, the sled stays in the log, the file is named."""
    own = at.home / "exercises"
    own.mkdir()
    (own / "mine.toml").write_text(SLED)
    assert at("log", "sled push 60x8@7").status == 0
    (own / "mine.toml").write_text(SLED.replace("role", "roel"))
    (own / "torn.toml").write_text("[half")
    said = at("log", "back squat 40x5@7")
    assert said.status == 3
    assert "40 kg × 5 @7" in said.out
    assert 'mine.toml: [sled_push], roel: there is no such field; did you mean "role"?' in said.err
    assert "torn.toml: this is not TOML" in said.err
    assert said.err.endswith("is left out until it is put right; everything else goes on.\n")
    for verb in ("today", "plan", "review", "history", "undo", "redo", "finish"):
        assert at(verb).status == 3
    logged = at("history", "--json").json["sessions"][0]["exercises"]
    assert {each["exercise"] for each in logged} == {"back_squat", "sled_push"}
    (own / "mine.toml").write_text(SLED)
    (own / "torn.toml").unlink()
    assert at("progress", "sled push").status == 0


def test_a_program_that_cannot_be_read_gives_way_to_the_rule(at: Terminal) -> None:
    programs = at.home / "programs"
    programs.mkdir()
    shipped = (Path(data.__file__).parent / "programs" / "beginner.toml").read_text()
    (programs / "mine.toml").write_text(shipped)
    assert at("set", "program", "mine").status == 0
    (programs / "mine.toml").write_text("[half")
    said = at("today")
    assert said.status == 3
    assert "Barbell back squat" in said.out
    assert "mine.toml: this is not TOML" in said.err


def test_records_that_make_no_sense_are_left_out_named_and_set_aside(trained: Terminal) -> None:
    before = trained.json("history")["sessions"]
    rewrite(trained.home / "diary" / "2026.json", with_a_lunch)
    said = trained("history", "--json")
    assert said.status == 3
    assert said.json["sessions"] == before
    assert "The session of 2026-11-24 cannot be read (phase: Input should be" in said.err
    assert "The session of 2026-99-99 cannot be read (date: " in said.err
    assert said.err.endswith("so it is left out.\n`runlift doctor --repair` sets it aside.\n")
    logged = trained("log", "back squat 30x5@7")
    assert "30 kg × 5 @7" in logged.out
    found = trained("doctor")
    assert found.status == 3
    assert "diary/2026.json is in order" not in found.out
    mended = trained("doctor", "--repair")
    assert mended.status == 0
    kept = set()
    for aside in (trained.home / "diary").glob("2026.damaged-*.json"):
        assert f"diary/2026.json as it was is kept as diary/{aside.name}." in mended.err
        tables = json.loads(aside.read_text())
        kept |= {each["id"] for table in ("sessions", "runs") for each in tables[table].values()}
    assert {"lunch", "never", "run"} <= kept
    assert trained("doctor").err == "Everything is in order.\n"
    again = trained("history", "--json")
    assert (again.status, again.err) == (0, "")
    assert again.json["sessions"][1:] == before


def broken_profile(tables: dict[str, Any]) -> None:
    runner = next(iter(tables["profile"].values()))
    runner |= {"level": "wizard", "sounds": "perhaps"}
    race = runner["revisions"][0]["races"][0]
    runner["revisions"][0]["races"].append({**race, "id": "moon", "date": "someday"})
    runner["revisions"][0]["style"] = "waves"


def test_one_senseless_value_leaves_the_rest_of_the_profile_as_it_is(trained: Terminal) -> None:
    rewrite(trained.home / "profile.json", broken_profile)
    said = trained("today", "--json")
    assert said.status == 3
    assert said.json["race"]["name"] == "Berlin"
    for value in ('level makes no sense ("wizard": ', 'sounds makes no sense ("perhaps": ',
                  'races.1.date makes no sense ("someday": ', 'style makes no sense ("waves": '):  # fmt: skip
        assert value in said.err
    found = trained("doctor")
    assert (found.status, "  repair    In profile.json" in found.out) == (3, True)
    assert "profile.json is in order" not in found.out
    assert trained("set", "level", "advanced").status == 3
    aside = next(trained.home.glob("profile.damaged-*.json"))
    assert '"wizard"' in aside.read_text()
    assert trained.json("set")["settings"]["level"] == "advanced"
    assert [each["name"] for each in trained.json("plan")["races"]] == ["Berlin"]
    assert trained("doctor").status == 0


def test_a_session_under_way_that_makes_no_sense_is_kept_before_another_begins(at: Terminal) -> None:
    at("log", "back squat 40x5@8")
    rewrite(at.home / "diary" / "open.json", lambda tables: tables["open"]["1"].update({"cursor": "far"}))
    said = at("today")
    assert said.status == 3
    assert "The session under way of the diary cannot be read (cursor: " in said.err
    assert at("log", "back squat 50x5@8").status == 3
    assert '"far"' in next((at.home / "diary").glob("open.damaged-*.json")).read_text()
    assert at("today").status == 0


def test_ones_own_exercises_are_examined_too(at: Terminal) -> None:
    folder = at.home / "exercises"
    folder.mkdir()
    (folder / "mine.toml").write_text("[sled_push]\nname = 'Sled push'\n")
    said = at("doctor")
    assert said.status == 3
    assert "sled_push" in said.out
    assert at("today").status == 3


def test_the_sample_year_is_not_written_over_anything(at: Terminal) -> None:
    said = at("demo", "--write", str(at.home))
    assert said.status == 2
    assert said.err == f"{at.home} is not empty; choose a new folder for the sample.\n"
