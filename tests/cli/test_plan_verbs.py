"""`plan`, `race`, `move`: what lies ahead, and changing it only after having seen the difference."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from support.command import MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Terminal, shape
from support.home import Clock, on_disk, set_up

from tracker.assembly import open_house
from tracker.domain.person import Level
from tracker.domain.race import Distance, Race
from tracker.domain.words.figures import short_date
from tracker.report.desk import plan_of


def test_the_json_of_the_plan_has_exactly_the_promised_fields(at: Terminal) -> None:
    answer = at.json("plan", "--weeks", "16")
    assert list(answer) == ["races", "blocks", "days"]
    assert shape(answer["races"][0]) == {
        "id": "str",
        "name": "str",
        "date": "str",
        "distance": "str",
        "priority": "str",
        "taper": "str",
    }
    assert shape(answer["blocks"][0]) == {
        "phase": "str",
        "style": "NoneType",
        "start": "str",
        "end": "str",
        "weeks": "int",
        "run_share": "int",
        "lift_share": "int",
    }
    assert shape(answer["days"][0]) == {
        "date": "str",
        "run": "str",
        "lift": "bool",
        "phase": "str",
        "deload": "bool",
        "reasons": [{"code": "str", "text": "str"}],
    }


def test_blocks_follow_each_other_up_to_the_race(at: Terminal) -> None:
    blocks = at.json("plan")["blocks"]
    assert [each["phase"] for each in blocks[:6]] == [
        "base",
        "build",
        "peak",
        "taper",
        "race_week",
        "recovery",
    ]
    assert [each["style"] for each in blocks[:3]] == [None, "periodized", None]
    assert all(a["end"] == b["start"] for a, b in pairwise(blocks))
    assert all(each["run_share"] + each["lift_share"] == 100 for each in blocks)


def test_days_run_from_the_day_asked_for(at: Terminal) -> None:
    days = at.json("plan", "--from", "2027-03-08", "--weeks", "1")["days"]
    assert [each["date"] for each in days] == [f"2027-03-{day:02}" for day in range(8, 15)]
    assert "".join(each["run"] for each in days) == "RQEQREX"
    assert {each["phase"] for each in days} == {"race_week"}


def test_the_plan_reads_like_a_calendar(at: Terminal) -> None:
    lines = at("plan").lines
    assert lines[0] == "Berlin  Sun 14 Mar 2027  marathon, A  in 110 days"
    assert "  23 Nov       4 weeks  base                run 60 : lift 40" in lines
    assert "  23 Nov  R  Q* E  Q* R  E  L   base 1/4" in lines
    assert lines[-1] == "  R rest  E easy  Q quality  L long  X race  * lift"


def test_a_week_for_a_gym_without_phones_holds_every_set(at: Terminal) -> None:
    said = at("plan", "--week")
    days = [line.partition(":")[0] for line in said.lines if line.startswith(("Tue ", "Thu "))]
    assert days == ["Tue 24 Nov", "Thu 26 Nov"]
    assert "1 Barbell back squat   rest 3:00" in said.lines
    assert "1 Trap-bar deadlift   rest 3:00" in said.lines
    boxes = said.out.partition("Thu 26 Nov:")[0].count("[ ]")
    assert boxes == sum(len(each["sets"]) for each in at.json("today")["session"]["exercises"])


def test_on_paper_too_some_take_turns_and_the_drills_come_first(at: Terminal) -> None:
    lines = at("plan", "--week").lines
    assert "First ankle rock 8/side, march with arms 10/side, lunge and rotate" in lines
    assert "3a Push-up   superset with 3b, then rest 1:30" in lines
    assert "3b Loaded single-leg calf raise, each side" in lines


def test_what_is_done_is_not_printed_again(at: Terminal) -> None:
    at("skip", "--reason", "ill")
    assert [line[:10] for line in at("plan", "--week").lines if "about" in line] == ["Thu 26 Nov"]


def test_a_short_plan_tells_what_becomes_of_wave_and_peak_once(at: Terminal) -> None:
    """Eight weeks to a half: two of build, two of peak, for a beginner."""
    at("set", "level", "beginner")
    at("race", "remove", "berlin", "--yes")
    at("race", "add", "Half", "2027-01-17", "half", "--yes")
    said = at("plan", "--weeks", "8").out.replace("\n", " ")
    assert said.count("A wave takes three build weeks") == 1
    assert said.count("A peak asks for eight weeks of lifting first") == 1
    assert "and comes after 4 here, so strength is kept instead" in said


# Races


def test_a_race_is_only_accepted_after_the_difference_was_seen(at: Terminal) -> None:
    said = at("race", "move", "berlin", "2027-03-28")
    assert said.status == 2
    assert "taper" in said.out
    assert said.err == "Nothing was changed; add --yes to accept this.\n"
    assert at.json("plan")["races"][0]["date"] == "2027-03-14"


def test_the_races_ahead_in_a_list(at: Terminal) -> None:
    assert at("race", "list").lines == ["Berlin  Sun 14 Mar 2027  marathon, A  in 110 days"]
    assert at.json("race", "list")["races"] == at.json("plan")["races"]


def test_a_week_in_full_is_named_as_review_names_it(at: Terminal) -> None:
    this = at("plan", "--week").out
    assert this.startswith("Week 48, from ")
    assert at("plan", "--week", "2026-W49").out.startswith("Week 49, from Mon 30 Nov 2026")
    assert at("plan", "--week", "2026-11-30").out == at("plan", "--week", "2026-W49").out
    assert at("plan", "--week", "soon").status == 2


def test_a_notice_is_given_with_the_change_that_makes_it_true(at: Terminal) -> None:
    """Two A races a week apart: said when the second comes in, and not again with a fun run in spring."""
    said = " ".join(at("race", "add", "Odd", "2027-03-07", "50km", "--yes").out.split())
    assert "Odd and Berlin are 1 week apart" in said
    assert "apart" not in at("race", "add", "Fun Run", "2027-02-07", "5k", "--priority", "C", "--yes").out
    assert "apart" in at("plan").out


def test_no_race_is_as_long_as_that(at: Terminal) -> None:
    said = at("race", "add", "Odd", "2027-03-07", "9999km", "--yes")
    assert (said.status, said.err) == (2, '"9999km" is longer than any race; a length goes up to 1000 km.\n')


def test_a_race_moved_added_and_removed(at: Terminal) -> None:
    assert at("race", "move", "berlin", "2027-03-28", "--yes").err == "Berlin is moved.\n"
    assert at("race", "add", "City Ten", "2027-01-17", "10k", "--priority", "b", "--yes").status == 0
    assert [(each["name"], each["date"]) for each in at.json("plan")["races"]] == [
        ("City Ten", "2027-01-17"),
        ("Berlin", "2027-03-28"),
    ]
    assert at("race", "remove", "ten", "--yes").status == 0
    assert [each["name"] for each in at.json("plan")["races"]] == ["Berlin"]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("5k", "5k"), ("half marathon", "half"), ("21.1", "half"), ("18km", "half"), ("50 miles", "ultra")],
)
def test_distances_as_people_say_them(at: Terminal, typed: str, kind: str) -> None:
    assert at("race", "add", "Other", "2027-08-01", *typed.split(), "--yes").status == 0
    assert at.json("plan")["races"][-1]["distance"] == kind


@pytest.mark.parametrize(
    ("argv", "status", "sentence"),
    [
        (("remove", "paris"), 2, 'There is no race "paris" in the plan; there is Berlin.'),
        (("add", "Late", "2026-01-01", "10k"), 2, "Late is on Thu 1 Jan 2026, which is over"),
        (("add", "Odd", "2027-05-01", "banana"), 2, '"banana" is not a distance'),
        (("add", "Odd", "someday", "10k"), 2, "Invalid value for 'DATE': \"someday\" is not a date"),
        (("add", "Second", "2027-03-13", "10k"), 2, "Berlin is an A race in the same week"),
    ],
)
def test_races_that_cannot_be(at: Terminal, argv: tuple[str, ...], status: int, sentence: str) -> None:
    said = at("race", *argv, "--yes")
    assert said.status == status
    assert said.err.startswith(sentence)


def test_one_race_changes_its_taper_after_the_difference_was_seen(at: Terminal) -> None:
    said = at("race", "change", "berlin", "--taper", "sharp")
    assert said.status == 2
    assert "taper: top sets at 80, 75 % of your max instead of 60, 55 %" in " ".join(said.out.split())
    assert at.json("plan")["races"][0]["taper"] == "fade"
    assert at("race", "change", "berlin", "--taper", "sharp", "--yes").err == "Berlin is changed.\n"
    assert at.json("plan")["races"][0]["taper"] == "sharp"
    assert any("taper · sharp" in line for line in at("plan").lines)


def test_a_race_becomes_a_b_race_with_its_small_taper(at: Terminal) -> None:
    at("race", "add", "City Half", "2027-01-17", "half", "--priority", "A", "--yes")
    said = at("race", "change", "city", "--priority", "b", "--yes")
    assert said.status == 0
    assert "lighter for City Half: the week of 11 Jan 2027" in said.out
    week = at.json("plan", "--from", "2027-01-11", "--weeks", "1")["days"]
    assert all(day["deload"] for day in week)
    assert [day["lift"] for day in week if day["date"] >= "2027-01-15"] == [False] * 3


def test_a_change_of_nothing_asks_what_to_change(at: Terminal) -> None:
    said = at("race", "change", "berlin")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Say what to change: --priority, --taper, --distance or --name.")
    assert at("race", "change", "berlin", "--taper", "fade").err == "It is so already.\n"


def test_a_setting_of_the_plan_tells_what_it_does(at: Terminal) -> None:
    said = at("set", "taper", "sharp")
    assert " ".join(said.out.split()) == (
        "taper is sharp. "
        "from 22 Feb 2027, 2 weeks: taper: top sets at 80, 75 % of your max instead of 60, 55 %"
    )
    assert "becomes build (maintenance)" in at("set", "style", "maintenance").out


def test_a_build_that_only_changes_its_style_says_so(at: Terminal) -> None:
    said = at("race", "add", "Half", "2027-01-17", "half", "--yes").out
    assert "build becomes build" not in said
    assert "and 1 more" not in at("race", "remove", "berlin", "--yes").out


# Runs


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            ("500km", "10min"),
            "500 km in 10 min is faster than anybody runs; look at the distance and the time again.",
        ),
        (("8",), "I could not read “8”: its unit is missing; write 8km or 8mi, or 8min."),
        (("8km", "45"), "I could not read “45”: its unit is missing; write 45min for minutes."),
    ],
)
def test_an_impossible_run_is_refused_in_one_sentence(
    at: Terminal, typed: tuple[str, ...], sentence: str
) -> None:
    said = at("run", "add", *typed)
    assert (said.status, said.out, said.err) == (2, "", f"{sentence}\n")
    assert at.json("run", "list")["runs"] == []


def test_the_kind_of_a_run_is_that_of_its_day(at: Terminal) -> None:
    at("run", "add", "8km")
    at.on(WEDNESDAY)("run", "add", "8km")
    kinds = {each["date"]: each["kind"] for each in at.on(WEDNESDAY).json("run", "list")["runs"]}
    assert kinds == {"2026-11-24": "Q", "2026-11-25": "E"}


def test_the_plan_shows_what_was_run_and_the_easy_weeks_after_a_race(at: Terminal) -> None:
    at.on(MONDAY)("run", "add", "8km", "--kind", "Q")
    assert any(line.startswith("  23 Nov  Q ") for line in at("plan", "--weeks", "1").lines)
    assert at.json("plan", "--from", "2026-11-23", "--weeks", "1")["days"][0]["run"] == "Q"
    after = [line for line in at("plan", "--weeks", "20").lines if "recovery" in line and "easy runs" in line]
    assert len(after) == 3


# Paper


def test_a_week_ahead_knows_of_no_time_away(at: Terminal) -> None:
    said = at("plan", "--week", "--from", "2026-12-14").out
    assert "Loads as they will be if each session before goes as planned." in said
    assert "away" not in said


# Moving a session


def test_a_session_moves_where_nothing_speaks_against_it(at: Terminal) -> None:
    said = at("move", "2026-11-26", "2026-11-25", "--yes")
    assert said.out == "Moved from Thu 26 Nov to Wed 25 Nov.\n"
    lifts = [each["date"] for each in at.json("plan", "--weeks", "1")["days"] if each["lift"]]
    assert lifts[:2] == ["2026-11-24", "2026-11-25"]


def test_clashes_are_named_before_anything_moves(at: Terminal) -> None:
    said = at("move", "2026-11-26", "2026-11-28")
    assert said.status == 2
    assert "the day before your long run" in said.err
    assert said.err.splitlines()[-1] == "Nothing was changed; add --yes to move it all the same."
    assert at.on(THURSDAY).json("today")["rest_day"] is False


@pytest.mark.parametrize(
    ("day", "new", "status"),
    [
        ("2026-11-25", "2026-11-27", 1),
        ("2026-11-26", "2026-11-26", 1),
        ("2026-11-26", "2026-11-24", 2),
        ("2026-11-26", "2026-11-23", 2),
    ],
)
def test_moves_that_cannot_be(at: Terminal, day: str, new: str, status: int) -> None:
    said = at("move", day, new, "--yes")
    assert said.status == status
    assert len(said.err.splitlines()) == 1
    assert at.day == TUESDAY


def test_what_is_done_or_past_is_not_moved(trained: Terminal) -> None:
    for day, status, sentence in (
        ("2026-11-24", 2, "That week is over; what was left out in it is not made up.\n"),
        ("2026-12-01", 1, "The session of that day is done or left out, so there is nothing to move.\n"),
    ):
        trained("skip", "--reason", "ill")
        said = trained("move", day, "2026-12-05", "--yes")
        assert (said.status, said.out, said.err) == (status, "", sentence)
    assert trained("move", "2026-12-03", "2027-12-04", "--yes").err.startswith("A session moves by two weeks")


def test_a_missed_session_of_this_week_can_still_be_moved(trained: Terminal) -> None:
    friday = trained.on(date(2026, 12, 4))
    assert friday("move", "2026-12-03", "2026-12-04", "--yes").status == 0


def test_a_moved_session_is_that_days_session(at: Terminal) -> None:
    at("move", "2026-11-26", "2026-11-27", "--yes")
    moved = at.on(date(2026, 11, 27))
    assert moved.json("today")["rest_day"] is False
    assert any(each["code"] == "MOVED_BY_YOU" for each in moved.json("today")["reasons"])


def test_days_away_have_no_lifting_in_the_weeks_ahead(at: Terminal) -> None:
    """A holiday from Tuesday on: no star, no lift in the JSON with the cause beside it, nothing on paper."""
    at("away", "holiday", "--from", TUESDAY.isoformat(), "--until", THURSDAY.isoformat())
    days = {day["date"]: day for day in at.json("plan", "--weeks", "2")["days"]}
    for day in (TUESDAY, THURSDAY):
        away = days[day.isoformat()]
        assert (away["lift"], [each["code"] for each in away["reasons"]]) == (False, ["ON_HOLIDAY"])
        assert f"until {THURSDAY.day} {THURSDAY:%b}" in away["reasons"][0]["text"]
    lines = at("plan", "--weeks", "2").lines
    head = next(row for row, line in enumerate(lines) if line.split() == [*"MTWTFSS"])
    first, second = lines[head + 1 : head + 3]
    assert "*" not in first
    assert first.endswith("away")
    assert "*" in second
    assert "No lifting day is left in this week." in at("plan", "--week", "--from", MONDAY.isoformat()).out


def test_the_easy_days_after_a_b_race_are_letters_and_a_word(at: Terminal) -> None:
    sunday = MONDAY + 4 * timedelta(weeks=1) - timedelta(days=1)
    at("race", "add", "City Half", sunday.isoformat(), "half", "--priority", "B", "--yes")
    said = at("plan", "--weeks", "6")
    week = said.lines[next(at for at, line in enumerate(said.lines) if " X " in f"{line} ") + 1]
    assert not {"Q", "L"} & set(week.split("base")[0].split("build")[0].split()[2:7])
    assert week.endswith("easy to Fri")
    assert "there are only easy runs up to Friday" in " ".join(said.out.split())


def test_table_json_and_screen_agree_on_the_phase_that_a_week_serves(
    trained: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A beginner with a half in eight weeks, and somebody who comes back to one after fourteen without training."""
    sunday = MONDAY + timedelta(weeks=8, days=-1)
    half = Race(id="half", name="City Half", date=sunday, distance=Distance.HALF)
    begun = Terminal(tmp_path / "beginner", capsys, MONDAY)
    set_up(on_disk(begun.home, Clock(MONDAY)), (half,), level=Level.BEGINNER)
    back = trained.on(MONDAY + timedelta(weeks=14))
    back("race", "add", "Spring Half", "2027-05-16", "half", "--yes")
    for terminal in (begun, back):
        house = open_house(terminal.home, terminal.day)
        sheets = plan_of(house.logbook, house.catalog.words, terminal.day, terminal.day + timedelta(weeks=12))
        season = house.logbook.season.reaching(sheets[-1].end)
        kept = [each for each in sheets if season.week(each.monday).phase is not each.phase]
        assert bool(kept) is (terminal is begun)
        said = terminal("plan", "--weeks", "12").lines
        days = {each["date"]: each["phase"] for each in terminal.json("plan", "--weeks", "12")["days"]}
        for sheet in sheets:
            assert days[max(sheet.monday, terminal.day).isoformat()] == sheet.phase.public
            monday = f"  {short_date(sheet.monday, terminal.day)} "
            rows = [line for line in said if line.startswith(monday) and " : " not in line]
            assert [f" {sheet.place} " in f"{row} " for row in rows] == [True]
        paper = terminal("plan", "--week", "--from", sheets[-1].monday.isoformat()).lines[0]
        assert f", {sheets[-1].place}" in paper


def test_a_shorter_race_before_a_long_one_is_b_unless_it_is_said_to_be_a(at: Terminal) -> None:
    said = " ".join(at("race", "add", "City Half", "2027-01-24", "half", "--yes").out.split())
    assert "City Half is taken as B" in said
    assert "Berlin keeps its peak" in said
    said = " ".join(
        at("race", "add", "Park Five", "2027-01-30", "5k", "--priority", "A", "--yes").out.split()
    )
    assert "taken as B" not in said
    assert {each["name"]: each["priority"] for each in at.json("plan")["races"]} == {
        "City Half": "B",
        "Park Five": "A",
        "Berlin": "A",
    }
