"""History by keys: a year is looked through, the past is put right, and what then stands in the logbook."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.gym import FRIDAY, Gym, new_runner, sees
from support.rooms import SIZES, frames, plays, press, shown
from textual.pilot import Pilot

from tracker.domain.review.load_sums import minutes_lifted
from tracker.domain.session import Session
from tracker.logbook.notebook import Notebook
from tracker.screens.foot import Foot
from tracker.screens.history import HistoryScreen
from widgets.heat_strip import HeatStrip
from widgets.row_list import RowList
from widgets.text import cells


def newest(gym: Gym) -> Session:
    return gym.logbook.log().sessions[-1]


def history(pilot: Pilot[None]) -> HistoryScreen:
    screen = pilot.app.screen
    assert isinstance(screen, HistoryScreen)
    return screen


# Looking


def test_the_year_its_sessions_and_the_newest_of_them_are_there_at_once(gym: Gym) -> None:
    screen = shown(gym, "H")
    session = newest(gym)
    count = len(gym.logbook.log().trained)
    assert f"‹ 2027 ›   {count} sessions" in screen
    assert f"› {session.date:%a} {session.date.day} {session.date:%b}" in screen
    assert session.name in screen
    assert "BUILD" in screen
    assert "BASE" in screen
    assert "a session" in screen or "long or hard" in screen


def test_a_set_stands_beside_what_was_asked_where_they_differ(gym: Gym) -> None:
    session = newest(gym)
    entry = session.entries[0]
    row = entry.sets[0]
    assert row.planned is not None
    assert row.done is not None
    harder = row.changed(done=row.done.changed(rpe=(row.planned.rpe or 7.0) + 1.0))
    gym.logbook.past.replace(session.with_entry(0, entry.with_row(0, harder)))
    assert f"of @{row.planned.rpe:g}" in shown(gym, "H")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_leaves_the_screen(gym: Gym, size: tuple[int, int]) -> None:
    for frame in frames(gym, ["H"], ["enter"], ["escape", "a"], ["escape", "x", "e"], size=size):
        assert all(cells(line) <= size[0] for line in frame.splitlines())


def test_a_phone_shows_the_list_or_the_session(gym: Gym) -> None:
    name = gym.logbook.content.exercises[newest(gym).entries[0].exercise].name
    listed, opened, back = frames(gym, ["H"], ["enter"], ["escape"], size=(44, 20))
    assert (name in listed, name in opened, name in back) == (False, True, False)


def test_a_new_runner_is_told_what_will_stand_here(tmp_path: Path) -> None:
    screen = shown(Gym(new_runner(tmp_path), FRIDAY), "H")
    assert "Nothing here yet" in screen
    assert "a adds one" in screen


def test_skipped_moved_short_and_added_are_told_by_a_mark_and_a_word(gym: Gym) -> None:
    first, second, third, *_ = reversed(gym.logbook.log().sessions)
    gym.logbook.past.replace(first.changed(imported=True))
    gym.logbook.past.replace(second.changed(skipped="work ran late", entries=()))
    gym.logbook.past.replace(third.changed(short_minutes=25))
    screen, below = frames(gym, ["H"], ["down"], size=(140, 40))
    for word in ("↓  ", "added", "~  ", "skipped", "½  ", "short"):
        assert word in screen
    assert "work ran late" in below


def test_left_and_right_walk_through_the_years_with_training(gym: Gym) -> None:
    added = newest(gym).changed(id="old", date=date(2025, 5, 6))
    gym.logbook.past.add(added)
    two_back, three_back, again = frames(gym, ["H", "left", "left"], ["left"], ["right"] * 3)
    assert "‹ 2025 ›   1 session" in two_back
    assert "‹ 2025 ›" in three_back
    assert "‹ 2027 ›" in again


def test_a_tap_beside_the_year_walks_as_far_as_there_is_training(gym: Gym) -> None:
    gym.logbook.past.add(newest(gym).changed(id="old", date=date(2026, 12, 1)))

    async def tap(pilot: Pilot[None]) -> None:
        for x, year in ((0, 2026), (0, 2026), (7, 2027), (7, 2027)):
            await pilot.click("#headline", offset=(x, 0))
            await pilot.pause()
            assert history(pilot).year == year

    plays(gym, "H", tap)


def test_a_year_does_not_repeat_itself_in_its_list(gym: Gym) -> None:
    gym.logbook.past.add(newest(gym).changed(id="old", date=date(2025, 12, 30), note="springs"))
    listed, found = frames(gym, ["H", "left", "left"], ["slash", "'springs'", "enter"])
    assert "Tue 30 Dec  " in listed
    assert "Tue 30 Dec 2025" in found


def test_a_session_says_how_long_it_took_as_its_json_does(gym: Gym) -> None:
    session = newest(gym)
    minutes = minutes_lifted(session, gym.logbook.content.review.load)
    assert minutes is not None
    assert f"{minutes} min" in shown(gym, "H", size=(140, 40))


def test_a_tap_on_a_day_goes_to_its_session(gym: Gym) -> None:
    async def tap(pilot: Pilot[None]) -> None:
        strip = history(pilot).query_one(HeatStrip)
        first = gym.logbook.log().sessions[0]
        strip.post_message(HeatStrip.DayChosen(strip, first.date))
        await pilot.pause()
        assert history(pilot).session == first

    plays(gym, "H", tap)


def test_a_tap_on_a_session_opens_it(gym: Gym) -> None:
    async def tap(pilot: Pilot[None]) -> None:
        await pilot.click(history(pilot).query_one("#list", RowList), offset=(12, 2))
        await pilot.pause()
        assert history(pilot).inside
        assert history(pilot).session == gym.logbook.log().sessions[-2]

    plays(gym, "H", tap)


# Searching


def test_words_find_sessions_of_every_year(gym: Gym) -> None:
    old = newest(gym).changed(id="old", date=date(2025, 5, 6), note="Legs felt like springs")
    gym.logbook.past.add(old)
    screen, back = frames(gym, ["H", "slash", "'springs'", "enter"], ["escape"], size=(140, 40))
    assert "“springs”   1 session" in screen
    assert "2025 to" not in screen
    assert "build 1" in screen
    assert screen.count("▪") == 2, "the day and its meaning in the legend"
    assert "Tue 6 May 2025" in screen
    assert "‹ 2027 ›" in back


def test_what_is_not_found_is_said(gym: Gym) -> None:
    assert "No session says that" in shown(gym, "H", "slash", "'moonwalk'", "enter")


def test_a_search_shows_the_exercise_it_found_and_its_days_only(gym: Gym) -> None:
    """By its name as one reads it: a single-leg RDL is no answer to deadlift."""
    meant = [each for each in gym.logbook.log().trained if holds(each, "trap_bar_deadlift")]
    assert 0 < len(meant) < len(gym.logbook.log().trained)
    strips: list[int] = []

    async def search(pilot: Pilot[None]) -> None:
        history(pilot).search("deadlift")
        await pilot.pause()
        strips.append(sum(level > 0 for level in pilot.app.screen.query_one(HeatStrip).levels))
        for session in meant:
            row = pilot.app.screen.query_one("#list", RowList).rows_shown
            cells_of = next(each.cells for each in row if each.key == session.id)
            assert cells_of[2].text == "Trap-bar deadlift"

    plays(gym, "H", search)
    assert strips == [len(meant)]


def holds(session: Session, exercise: str) -> bool:
    return any(entry.exercise == exercise and entry.performed for entry in session.entries)


def test_a_search_is_never_markup(gym: Gym) -> None:
    async def search(pilot: Pilot[None]) -> None:
        for text in ("[/left]", "[bold red]x[/]", "a" * 200):
            history(pilot).search(text)
            await pilot.pause()

    plays(gym, "H", search)


# Putting it right


def test_a_set_is_edited_field_by_field(gym: Gym) -> None:
    before = newest(gym).entries[0].sets[0].done
    assert before is not None
    shown(gym, "H", "enter", "enter", "'57'", "tab", "'3'", "tab", "'9'", "enter")
    after = newest(gym).entries[0].sets[0].done
    assert after is not None
    assert after.load is not None
    assert (after.load.kilograms, after.reps, after.rpe) == (57.0, 3, 9.0)
    assert after.at == before.at


def test_a_set_can_be_erased_and_written_down_again(gym: Gym) -> None:
    before = newest(gym)
    opened: list[Session] = []

    async def erase_and_write(pilot: Pilot[None]) -> None:
        await press(pilot, ["enter", "enter", "ctrl+r"])
        opened.append(newest(gym))
        await press(pilot, ["enter", "enter"])

    plays(gym, "H", erase_and_write)
    row = opened[0].entries[0].sets[0]
    assert row.is_open
    assert row.planned == before.entries[0].sets[0].planned
    done = newest(gym).entries[0].sets[0].done
    assert done is not None
    assert row.planned is not None
    assert (done.load, done.reps) == (row.planned.load, row.planned.reps)


def test_more_sets_and_another_exercise_are_typed(gym: Gym) -> None:
    before = newest(gym)
    shown(gym, "H", "enter", "a", "'60x5@7 x2'", "enter", "a", "'plank 45s'", "enter")
    after = newest(gym)
    assert len(after.entries[0].performed) == len(before.entries[0].performed) + 2
    assert after.entries[-1].exercise == "plank"
    assert after.entries[-1].performed[0].seconds == 45


def test_what_is_not_understood_keeps_the_text(gym: Gym) -> None:
    before = newest(gym)
    screen = shown(gym, "H", "enter", "a", "'moonwalk 3x'", "enter")
    assert "moonwalk 3x" in screen
    assert "Something is missing" in screen
    assert newest(gym) == before


def test_notes_go_on_the_session_or_the_exercise(gym: Gym) -> None:
    keys = ("H", "n", "'[/b] windy'", "enter", "enter", "n", "'left knee first'", "enter")
    screen = shown(gym, *keys, size=(140, 40))
    assert newest(gym).note == "[/b] windy"
    assert newest(gym).entries[0].note == "left knee first"
    assert "[/b] windy" in screen
    assert "left knee first" in screen


def test_both_notes_are_kept_when_tab_changed_between_them(gym: Gym) -> None:
    shown(gym, "H", "enter", "n", "'left knee first'", "tab", "'windy'", "enter")
    assert newest(gym).entries[0].note == "left knee first"
    assert newest(gym).note == "windy"
    shown(gym, "H", "enter", "n", "tab", "enter")
    assert newest(gym).entries[0].note == "left knee first"
    shown(gym, "H", "enter", "n", "ctrl+u", "tab", "tab", "enter")
    assert (newest(gym).entries[0].note, newest(gym).note) == ("", "windy")


def test_typing_replaces_what_stands_on_a_line_and_an_arrow_keeps_it(gym: Gym) -> None:
    gym.logbook.past.replace(newest(gym).changed(rpe=7.0))
    shown(gym, "H", "r", "6", "enter")
    assert newest(gym).rpe == 6.0
    shown(gym, "H", "r", "right", "full_stop", "5", "enter")
    assert newest(gym).rpe == 6.5


def test_the_session_is_rated_from_nothing_to_ten(gym: Gym) -> None:
    gym.logbook.past.replace(newest(gym).changed(rpe=None))
    refused, kept = frames(gym, ["H", "r", "'12'", "enter"], ["ctrl+u", "'7.5'", "enter"])
    assert "is not a rating" in refused
    assert "RPE 7.5" in kept
    assert newest(gym).rpe == 7.5


def test_a_weight_below_zero_is_help_and_only_where_there_is_help(gym: Gym) -> None:
    before = newest(gym)
    refused, kept = frames(
        gym, ["H", "enter", "enter", "ctrl+u", "'-5'", "enter"], ["ctrl+u", "'57.5'", "enter"]
    )
    assert "this exercise has none; for a weight write 5" in " ".join(refused.split())
    assert before.entries[0].sets[0].done != newest(gym).entries[0].sets[0].done
    assert "57.5 kg" in kept


def test_help_is_typed_without_its_sign(gym: Gym) -> None:
    added = Notebook(gym.logbook, gym.logbook.today).page("assisted pull up -20x6@8")
    gym.logbook.past.add(added.changed(id="helped"))
    shown(gym, "H", "enter", "enter", "ctrl+u", "'15'", "enter")
    done = newest(gym).entries[0].sets[0].done
    assert done is not None
    assert done.load is not None
    assert done.load.kilograms == -15.0


# Adding, erasing, bringing back


def test_a_page_of_a_notebook_becomes_a_session(gym: Gym) -> None:
    count = len(gym.logbook.log().sessions)
    screen = shown(
        gym,
        "H",
        "a",
        *(["backspace"] * 9),
        "'2 mar'",
        "tab",
        "'back squat 60x8@8 x3'",
        "enter",
        "'plank 45s'",
        "ctrl+s",
    )
    (added,) = (each for each in gym.logbook.log().sessions if each.name == "Own session")
    assert len(gym.logbook.log().sessions) == count + 1
    assert added.date == date(2027, 3, 2)
    assert [entry.exercise for entry in added.entries] == ["back_squat", "plank"]
    assert "› Tue 2 Mar" in screen


def test_a_page_that_is_not_understood_stays_on_screen(gym: Gym) -> None:
    count = len(gym.logbook.log().sessions)
    screen = shown(gym, "H", "a", "tab", "'moonwalk 3x3'", "ctrl+s")
    assert "moonwalk 3x3" in screen
    assert "Line 1:" in screen
    assert len(gym.logbook.log().sessions) == count


def test_an_erased_session_is_listed_and_comes_back(gym: Gym) -> None:
    session = newest(gym)
    erased, listed, back, empty = frames(gym, ["H", "x"], ["e"], ["enter"], ["e"])
    assert session.name in listed
    assert erased.splitlines()[2] != back.splitlines()[2]
    assert newest(gym) == session
    assert "Nothing has been erased" in empty


def test_an_erased_session_is_out_of_the_log_and_the_cursor_on_the_one_below(gym: Gym) -> None:
    *_, below, _, _ = sessions = gym.logbook.log().sessions

    async def erase(pilot: Pilot[None]) -> None:
        await press(pilot, ["down", "x"])
        assert history(pilot).session == below

    plays(gym, "H", erase)
    assert gym.logbook.past.erased() == (sessions[-2],)
    assert sessions[-2] not in gym.logbook.log().sessions


def test_what_another_window_changes_is_drawn(gym: Gym) -> None:
    async def look(pilot: Pilot[None]) -> None:
        gym.logbook.past.replace(newest(gym).changed(name="Changed elsewhere"))
        await pilot.pause()
        rows = history(pilot).query_one("#list", RowList).rows_shown
        assert any("Changed elsewhere" in cell.text for row in rows for cell in row.cells)

    plays(gym, "H", look)


def test_a_day_still_to_come_is_refused(gym: Gym) -> None:
    tomorrow = (FRIDAY + timedelta(days=1)).isoformat()
    screen = shown(gym, "H", "a", f"'{tomorrow}'", "tab", "'plank 45s'", "ctrl+s")
    assert "still to come" in screen


# Taking it back


def pressed(gym: Gym, *keys: str, size: tuple[int, int] = (100, 30)) -> tuple[str, str]:
    """The screen of History after some keys, and what was said at its foot."""
    seen: list[tuple[str, str]] = []

    async def look(pilot: Pilot[None]) -> None:
        await press(pilot, keys)
        seen.append((sees(pilot.app), str(pilot.app.screen.query_one(Foot).content)))
        assert not list(pilot.app._notifications)

    plays(gym, "H", look, size)
    return seen[0]


@pytest.mark.parametrize("size", SIZES)
def test_a_sentence_covers_nothing_and_leaves_when_one_moves_on(gym: Gym, size: tuple[int, int]) -> None:
    before = shown(gym, "H", "down", size=size)
    screen, sentence = pressed(gym, "x", size=size)
    assert sentence == "Erased; u brings it back."
    assert sentence in screen
    assert before.splitlines()[0] == screen.splitlines()[0]
    assert pressed(gym, "u", "down", size=size)[1] == ""
    assert pressed(gym, "x", "u", size=size)[0].count("Undone") == 1


def test_u_takes_the_last_change_of_the_past_back_and_says_which(gym: Gym) -> None:
    session = newest(gym)
    screen, sentence = pressed(gym, "x", "u")
    assert newest(gym) == session
    assert sentence.endswith(f"({session.name}).")
    assert sentence.startswith("Undone: erasing the session of ")
    assert f"› {session.date:%a} {session.date.day} {session.date:%b}" in screen, "the cursor is on it"
    gym.restarts()
    assert pressed(gym, "U")[1].startswith("Done again: erasing")
    assert newest(gym) != session
    assert gym.logbook.past.erased() == (session,)


def test_inside_a_session_u_takes_a_correction_back(gym: Gym) -> None:
    session = newest(gym)
    pressed(gym, "enter", "r", *["backspace"] * 4, "9", "enter")
    assert newest(gym) == session.changed(rpe=9)
    pressed(gym, "enter", "u")
    assert newest(gym) == session


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("back squat 600x5@8", "slip"), ("back squat 10x5@8", "less than the empty bar")],
    ids=["far from everything", "under the bar"],
)
def test_a_typed_line_of_the_past_asks_what_the_line_of_today_asks(typed: str, asked: str, gym: Gym) -> None:
    before = newest(gym)
    once = " ".join(shown(gym, "H", "enter", "a", f"'{typed}'", "enter").split())
    assert asked in once
    assert "Enter once more keeps it." in once
    assert newest(gym) == before
    shown(gym, "H", "enter", "a", f"'{typed}'", "enter", "enter")
    assert newest(gym).sets_done == before.sets_done + 1


def test_with_nothing_to_take_back_it_says_so(gym: Gym) -> None:
    assert pressed(gym, "U")[1] == "There is nothing to redo."
