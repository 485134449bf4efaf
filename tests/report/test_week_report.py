"""The sheet of a week, and what is written from it: Markdown, a picture, a printed week."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.home import MONDAY, THURSDAY, TUESDAY, Clock, do_session, logbook_at, set_up, shipped

from tracker.domain.errors import CouldNotSave
from tracker.domain.exercise import CareArea
from tracker.domain.race import Distance, Race
from tracker.logbook import Logbook
from tracker.report.card import week_card
from tracker.report.desk import plan_of, week_of
from tracker.report.markdown import week_markdown
from tracker.report.plan import difference_lines
from tracker.report.print_week import paper_of, printed_week
from tracker.report.saving import save_beside
from tracker.report.sheet import NOT_YET, WeekSheet

WORDS = shipped().words
SUNDAY = MONDAY + timedelta(days=6)
HOSTILE = '[/left] <b>&"|`# \u202e\x1b]2;hi\x07'


@pytest.fixture
def clock() -> Clock:
    return Clock(MONDAY)


def trained(clock: Clock, name: str = "Berlin") -> Logbook:
    race = Race(id="r", name=name, date=date(2027, 3, 14), distance=Distance.MARATHON)
    logbook = set_up(logbook_at(clock), races=(race,))
    for day in (TUESDAY, THURSDAY):
        clock.turn_to(day)
        do_session(logbook)
    clock.turn_to(SUNDAY)
    return logbook


def sheet(logbook: Logbook, day: date | None = None) -> WeekSheet:
    return week_of(logbook, WORDS, day)


def test_a_first_week_says_what_it_does_not_know_yet(clock: Clock) -> None:
    found = sheet(trained(clock))
    assert found.headline == "A good week."
    assert found.summary.startswith("2 of 2 sessions done.")
    assert found.sessions.words == "2 of 2"
    assert (found.kept.value, found.kept.words) == (None, NOT_YET)
    assert {line.trend for line in found.lifts} == {NOT_YET}
    assert (found.run_lift.value, found.run_lift.words) == (None, "no runs written down")
    assert found.effort.words == "not enough data yet"


def test_an_empty_week_is_legal_in_every_figure(clock: Clock) -> None:
    found = sheet(set_up(logbook_at(clock)))
    assert found.headline == "The week is under way."
    assert found.sessions.words == "0 of 2 so far"
    assert [found.effort.words, found.tonnage.words, found.run_lift.words, found.kept.words] == [NOT_YET] * 4
    assert found.lifts == ()
    assert found.covered.words == NOT_YET
    assert NOT_YET in week_markdown(found)
    ElementTree.fromstring(week_card(found))


def test_the_days_tell_done_missed_and_to_come(clock: Clock) -> None:
    logbook = set_up(logbook_at(clock))
    clock.turn_to(TUESDAY)
    assert [day.lift for day in sheet(logbook).days] == ["", "planned", "", "planned", "", "", ""]
    do_session(logbook)
    clock.turn_to(SUNDAY)
    assert [day.lift for day in sheet(logbook).days] == ["", "done", "", "missed", "", "", ""]
    assert "".join(day.run for day in sheet(logbook).days) == "RQEQREL"


def test_the_sheet_knows_what_was_decided(clock: Clock) -> None:
    logbook = trained(clock)
    review = logbook.reviewing.week()
    hold = next(each for each in sheet(logbook).choices if each.option.kind == "hold")
    assert not hold.chosen
    logbook.reviewing.decide(review, hold.option)
    after = sheet(logbook)
    assert [each.words for each in after.choices if each.chosen] == ["hold the loads"]
    assert after.ahead == "base 2/4, loads held"


def test_names_of_people_are_only_words(clock: Clock) -> None:
    logbook = trained(clock, HOSTILE)
    found = sheet(logbook)
    assert HOSTILE.split()[0] in found.race
    written = week_markdown(found)
    assert "<b>" not in written.replace("\\<b\\>", "")
    assert "\x1b" not in week_card(found)
    root = ElementTree.fromstring(week_card(found))
    assert any("[/left]" in (text.text or "") for text in root.iter())


def test_the_markdown_has_tables_of_equal_width(clock: Clock) -> None:
    lines = week_markdown(sheet(trained(clock))).splitlines()
    tables = [line for line in lines if line.startswith("|")]
    for above, below in pairwise(tables):
        if set(below) <= set("| -"):
            assert above.count("|") == below.count("|")
    assert lines[0] == "# Week 48, 23 to 29 Nov 2026"


def test_a_red_flag_closes_the_picture_and_the_text(clock: Clock) -> None:
    found = sheet(trained(clock))._replace(closed=True, insights=("See a clinician.",))
    assert "## Strength" not in week_markdown(found)
    assert "Hard sets" not in week_card(found)
    assert "See a clinician." in week_markdown(found)


def test_the_printed_week_holds_every_session_that_is_left(clock: Clock) -> None:
    logbook = set_up(logbook_at(clock))
    printed = printed_week(paper_of(logbook, WORDS, MONDAY))
    assert [line[:10] for line in printed.splitlines() if "about" in line] == ["Tue 24 Nov", "Thu 26 Nov"]
    session = logbook.day(TUESDAY).session
    assert session is not None
    asked = sum(len(entry.sets) for entry in session.entries)
    assert printed.partition("Thu 26 Nov")[0].count("[ ]") == asked
    assert all(len(line) <= 78 for line in printed.splitlines())
    assert "No lifting day is left" in printed_week(paper_of(logbook, WORDS, SUNDAY))


def test_the_plan_tells_phases_days_and_reasons(clock: Clock) -> None:
    logbook = set_up(logbook_at(clock))
    weeks = plan_of(logbook, WORDS, MONDAY, MONDAY + timedelta(weeks=19))
    assert [week.place for week in weeks[3:6]] == ["base 4/4", "build 1/5", "build 2/5"]
    assert weeks[3].note == "lighter"
    assert weeks[15].place == "race week"
    assert [race.name for race in weeks[15].races] == ["Berlin"]
    assert weeks[0].lifts == (TUESDAY, THURSDAY)
    assert weeks[1].reasons[0][1].startswith("Tuesday: same day as your quality run")


def test_a_difference_is_told_in_runs_of_weeks(clock: Clock) -> None:
    logbook = set_up(logbook_at(clock), races=())
    proposal = logbook.planning.propose_race("Berlin", date(2027, 3, 14), Distance.MARATHON)
    lines = difference_lines(proposal.changes, MONDAY, shipped().words.line)
    assert lines[0] == "from 23 Nov, 4 weeks: off-season becomes base"
    assert any(line.endswith("off-season becomes build (periodized)") for line in lines)


def test_no_file_is_written_over(tmp_path: Path) -> None:
    first = save_beside(tmp_path, "week.md", "one")
    second = save_beside(tmp_path, "week.md", "two")
    assert (first.name, second.name) == ("week.md", "week-2.md")
    assert first.read_text() == "one"
    with pytest.raises(CouldNotSave):
        save_beside(tmp_path / "missing", "week.md", "three")


def test_a_lighter_week_to_come_says_why_in_a_line(clock: Clock) -> None:
    """The last week of base before build is the lighter one."""
    logbook = trained(clock)
    clock.turn_to(MONDAY + timedelta(weeks=2))
    logbook.refresh()
    found = sheet(logbook, MONDAY + timedelta(weeks=2))
    assert found.ahead == "base 4/4, the lighter week"
    assert found.why_briefly[0] == "Lighter week: strength settles."


def test_pain_is_one_line_for_each_spot(clock: Clock) -> None:
    logbook = set_up(logbook_at(clock))
    for day, site, score in (
        (MONDAY, CareArea.KNEE, 4),
        (MONDAY, CareArea.CALF, 1),
        (TUESDAY, CareArea.KNEE, 4),
        (THURSDAY, CareArea.KNEE, 2),
    ):
        clock.turn_to(day)
        logbook.adapting.report_pain(site, score)
    assert set(sheet(logbook).pains) == {"knee 4, 4, 2 of 10, Mon to Thu", "calf 1 of 10, Mon"}


def heights(points: tuple[float, ...], card: str) -> list[int]:
    """How high the points of the first curve of that many points lie."""
    for each in ElementTree.fromstring(card).iter():
        if each.tag.endswith("polyline"):
            found = [int(pair.split(",")[1]) for pair in each.attrib["points"].split()]
            if len(found) == len(points):
                return found
    return []


@pytest.mark.parametrize(("points", "steep"), [((100.0, 99.0, 98.5), False), ((100.0, 90.0, 80.0), True)])
def test_the_curve_of_a_steady_lift_is_steady(clock: Clock, points: tuple[float, ...], steep: bool) -> None:
    week = sheet(trained(clock))
    lift = week.lifts[0]._replace(points=points)
    found = heights(points, week_card(week._replace(lifts=(lift,))))
    assert found == sorted(found)
    assert (found[-1] - found[0] == 20) is steep
    assert steep or found[-1] - found[0] <= 4


def test_the_picture_keeps_its_margins_and_says_why_the_next_week_is_as_it_is(clock: Clock) -> None:
    week = sheet(trained(clock))
    card = week_card(week)
    rects = [each.attrib for each in ElementTree.fromstring(card).iter() if each.tag.endswith("rect")]
    ends = [int(each["x"]) + int(each["width"]) for each in rects if each["width"] != "1200"]
    assert max(ends) <= 1200 - 64
    assert week.why_briefly[0] in card
    assert "hip" not in {line.name for line in week.groups_shown}
