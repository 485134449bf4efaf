"""What tab offers: exercises, races, settings and their values, days, and nothing where nothing can be read."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from support.command import NEXT_TUESDAY, TUESDAY, Terminal
from support.home import shipped

from tracker.cli.completing import SETTING_VALUES, SITES
from tracker.cli.door import Door
from tracker.cli.main import runlift
from tracker.domain.exercise import CareArea
from tracker.domain.runner import Runner
from tracker.domain.words.settings import SETTINGS, with_setting


def offered(home: Path, *words: str) -> list[str]:
    """What tab offers for the last of *words*."""
    *before, incomplete = words
    shell = ShellComplete(runlift, {"obj": Door()}, "runlift", "_RUNLIFT_COMPLETE")
    return [item.value for item in shell.get_completions(["--home", str(home), *before], incomplete)]


@pytest.mark.parametrize("verb", [["log"], ["modify"], ["why"], ["progress"], ["amend", "2026-11-24"]])
def test_exercises_by_the_ids_that_need_no_quotes(verb: list[str], trained: Terminal) -> None:
    found = offered(trained.home, *verb, "back")
    assert "back_squat" in found
    assert all(" " not in each for each in found)


def test_a_name_in_quotes_is_completed_as_a_name(trained: Terminal) -> None:
    assert offered(trained.home, "log", "barbell back s") == ["Barbell back squat"]


def test_a_name_without_quotes_goes_on_word_by_word(trained: Terminal) -> None:
    assert "squat" in offered(trained.home, "log", "back", "sq")
    assert trained("log", "back", "squat", "30x5@7").status == 0


def test_every_id_that_is_offered_is_understood(trained: Terminal) -> None:
    found = offered(trained.home, "why", "")
    assert set(found) == set(shipped().exercises)
    assert shipped().find("back_squat").id == "back_squat"


def test_own_exercises_are_offered_too(trained: Terminal) -> None:
    (trained.home / "exercises").mkdir()
    (trained.home / "exercises/own.toml").write_text('[zercher]\nname = "Zercher squat"\n')
    assert offered(trained.home, "log", "zer") == ["zercher"]


@pytest.mark.parametrize("verb", ["move", "remove", "change"])
def test_races_by_name(verb: str, trained: Terminal) -> None:
    assert offered(trained.home, "race", verb, "ber") == ["Berlin"]
    assert offered(trained.home, "race", verb, "x") == []


def test_settings_and_their_values(trained: Terminal) -> None:
    assert offered(trained.home, "set", "lift") == ["lift-days", "lifts-per-week", "lifted-before"]
    assert offered(trained.home, "set", "unit", "") == ["kg", "lb"]
    assert offered(trained.home, "set", "theme", "rose") == ["rose-pine", "rose-pine-dawn", "rose-pine-moon"]
    assert offered(trained.home, "set", "nothing", "") == []


@pytest.mark.parametrize("key", SETTINGS)
def test_every_value_that_is_offered_can_be_set(key: str) -> None:
    assert tuple(SETTING_VALUES) == tuple(SETTINGS)
    for value in SETTING_VALUES[key]:
        if key not in ("style", "no-race"):  # which change the plan
            with_setting(Runner(), key, value, shipped(), TUESDAY)


@pytest.mark.parametrize(
    ("key", "value"), [("style", "maintenance"), ("no-race", "rolling"), ("no-race", "stay")]
)
def test_those_that_change_the_plan_can_be_set_too(key: str, value: str, trained: Terminal) -> None:
    assert value in SETTING_VALUES[key]
    assert trained("set", key, value).status in (0, 1)


def test_the_values_of_options_are_those_of_their_settings(trained: Terminal) -> None:
    assert offered(trained.home, "init", "--level", "b") == ["beginner"]
    assert offered(trained.home, "init", "--equipment", "g") == ["gym"]
    assert offered(trained.home, "init", "--lifted-before", "") == ["never", "some", "regularly"]


def test_places_to_train_and_places_that_hurt(trained: Terminal) -> None:
    assert offered(trained.home, "travel", "g") == ["gym"]
    assert offered(trained.home, "pain", "k") == ["knee"]
    assert offered(trained.home, "pain", "knee", "") == []
    assert set(SITES) == set(CareArea)


def test_a_torn_own_file_takes_no_other_exercise_away(trained: Terminal) -> None:
    (trained.home / "exercises").mkdir()
    (trained.home / "exercises/own.toml").write_text("[half")
    assert "back_squat" in offered(trained.home, "log", "back")


def test_days_with_a_session_newest_first(trained: Terminal) -> None:
    trained("log", "back squat 30x5@7")
    trained("finish")
    days = [NEXT_TUESDAY.isoformat(), "2026-11-26", "2026-11-24"]
    for verb in ("history", "amend", "erase"):
        assert offered(trained.home, verb, "20") == days
    assert offered(trained.home, "history", "2026-11-2") == days[1:]
    assert offered(trained.home, "history", "2025") == []


def test_days_with_an_erased_session(trained: Terminal) -> None:
    assert offered(trained.home, "restore", "--session", "") == []
    trained("erase", "2026-11-24")
    assert offered(trained.home, "restore", "--session", "") == ["2026-11-24"]
    assert offered(trained.home, "history", "") == ["2026-11-26"]


def test_a_home_that_is_not_there_or_makes_no_sense_offers_nothing(empty: Terminal) -> None:
    assert offered(empty.home, "race", "move", "") == []
    assert offered(empty.home, "history", "") == []
    empty.home.mkdir()
    (empty.home / "profile.json").write_text('{"profile": {"1": {"revisions": 7}}}')
    assert offered(empty.home, "race", "move", "") == []


def test_a_tab_loads_neither_a_screen_nor_a_model(trained: Terminal) -> None:
    code = (
        "import sys; from click.shell_completion import ShellComplete;"
        "from tracker.cli.door import Door; from tracker.cli.main import runlift;"
        "shell = ShellComplete(runlift, {'obj': Door()}, 'runlift', 'X');"
        f"home = ['--home', {str(trained.home)!r}];"
        "assert shell.get_completions([*home, 'log'], 'back');"
        "assert shell.get_completions([*home, 'history'], '20');"
        "assert shell.get_completions([*home, 'race', 'move'], '');"
        "assert shell.get_completions([*home, 'set', 'theme'], '');"
        "print([name for name in ('textual', 'rich', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
