"""What a diary is for: sessions under way, past ones, amended, erased, restored, back-dated."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from storage.homes import NEW_YEAR, NOW, TUESDAY, on_disk, session, under_way
from tinydb import TinyDB

from tracker.domain.errors import CouldNotSave, NothingToDo
from tracker.storage.diary import Diary


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return Diary(tmp_path / "home", device="phone")


def ids(records: tuple[dict[str, object], ...]) -> list[object]:
    return [record["id"] for record in records]


def test_a_new_home_is_empty_and_reading_leaves_no_trace(diary: Diary) -> None:
    assert diary.read_open() is None
    assert diary.profile() is None
    assert diary.years() == ()
    assert diary.sessions(2026) == ()
    assert not diary.home.exists()


def test_a_session_from_first_set_to_last(diary: Diary) -> None:
    for sets in (["100"], ["100", "92.5"]):
        with diary.change(NOW) as pen:
            pen.keep_open(under_way("a", TUESDAY, *sets))
        assert on_disk(diary.home)["open"] == under_way("a", TUESDAY, *sets)
    with diary.change(NOW) as pen:
        pen.finish(session("a", TUESDAY, "100", "92.5"))
    assert diary.read_open() is None
    assert list(json.loads((diary.home / "diary/open.json").read_bytes())) == ["meta"]
    (kept,) = diary.sessions(2026)
    assert kept == {**session("a", TUESDAY, "100", "92.5"), "updated_at": NOW.isoformat(), "device": "phone"}


def test_a_crash_between_the_year_file_and_the_empty_open_file(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
    file = diary.home / "diary/open.json"
    still_open = file.read_bytes()
    with diary.change(NOW) as pen:
        pen.finish(session("a", TUESDAY, "100"))
    file.write_bytes(still_open)

    restarted = Diary(diary.home)
    assert restarted.read_open() is None
    with restarted.change(NOW) as pen:
        pen.finish(session("a", TUESDAY, "100"))
    assert ids(restarted.sessions(2026)) == ["a"], "a repeat is harmless"
    assert "open" not in json.loads(file.read_bytes())


def test_amending_replaces_by_id(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", {**session("a", TUESDAY, "100"), "note": "heavy legs"})
        pen.put("sessions", session("b", TUESDAY, "60"))
    later = NOW + timedelta(days=3)
    with diary.change(later) as pen:
        pen.put("sessions", session("a", TUESDAY, "102.5"))
    amended, untouched = diary.sessions(2026)
    assert amended == {**session("a", TUESDAY, "102.5"), "updated_at": later.isoformat(), "device": "phone"}
    assert untouched["updated_at"] == NOW.isoformat()


def test_erasing_is_restorable(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY, "100"))
    (kept,) = diary.sessions(2026)
    with diary.change(NOW) as pen:
        pen.erase("sessions", 2026, "a")
    assert diary.sessions(2026) == ()
    assert diary.sessions(2026, erased=True) == ({**kept, "erased_at": NOW.isoformat()},)
    with pytest.raises(NothingToDo), diary.change(NOW) as pen:
        pen.erase("sessions", 2026, "a")
    with diary.change(NOW) as pen:
        pen.restore("sessions", 2026, "a")
    assert on_disk(diary.home)["kept"] == {2026: (kept,)}
    with pytest.raises(NothingToDo), diary.change(NOW) as pen:
        pen.restore("sessions", 2026, "a")


def test_back_dated_sessions_come_by_date_and_those_of_a_day_as_added(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        for name, day in (
            ("late", TUESDAY),
            ("early", "2026-01-05"),
            ("evening", TUESDAY),
            ("old", "1998-05-01"),
        ):
            pen.put("sessions", session(name, day))
    assert diary.years() == (1998, 2026)
    assert ids(diary.sessions(2026)) == ["early", "late", "evening"]


@pytest.mark.parametrize("restart", [False, True])
def test_a_new_date_moves_a_session_to_its_year(diary: Diary, restart: bool) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY))
        pen.put("sessions", session("b", NEW_YEAR))
    writer = Diary(diary.home) if restart else diary
    (old,) = writer.sessions(2026)
    with writer.change(NOW) as pen:
        pen.put("sessions", {**old, "date": "2027-02-01"})
    assert diary.sessions(2026) == ()
    assert ids(diary.sessions(2027)) == ["b", "a"]


def test_runs_and_checkins_live_beside_the_sessions(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("runs", {"id": "r", "date": TUESDAY, "km": "12.3"})
        pen.put("checkins", {"id": "c", "date": TUESDAY, "pain": {"knee": 4}})
    assert ids(diary.runs(2026)) == ["r"]
    assert ids(diary.checkins(2026)) == ["c"]
    assert diary.sessions(2026) == ()


def test_many_years_at_once_stand_or_fall_together(diary: Diary) -> None:
    """The import of a training diary of thirty years."""
    workouts = [session(f"{year}", f"{year}-03-01", "60") for year in range(1996, 2026)]
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY))
        pen.put_many("sessions", workouts)
        with pytest.raises(NothingToDo), pen.batch("Import"):  # noqa: PT012 - the error comes at the end
            pen.put_many("sessions", [session("x", "1990-01-01"), session("y", TUESDAY)])
            pen.put("runs", {"id": "r", "date": "1991-01-01"})
            assert 1990 in diary.years()
            pen.erase("runs", 1991, "no such run")
    assert diary.years() == (*range(1996, 2026), 2026)
    assert ids(diary.sessions(2026)) == ["a"]
    assert sum(len(diary.sessions(year)) for year in diary.years()) == 31


def test_what_is_read_and_what_was_written_can_be_changed_freely(diary: Diary) -> None:
    mine = session("a", TUESDAY, "100")
    open_one = under_way("b", TUESDAY, "100")
    with diary.change(NOW) as pen:
        pen.put("sessions", mine)
        pen.keep_open(open_one)
        pen.keep_profile({"races": ["Berlin"]})
    mine["sets"].clear()
    open_one["steps"].clear()
    for read in (*diary.sessions(2026), diary.read_open(), diary.profile()):
        assert type(read) is dict
        for value in read.values():
            if isinstance(value, list):
                value.clear()
    assert diary.sessions(2026)[0]["sets"] == session("a", TUESDAY, "100")["sets"]
    assert diary.read_open() == under_way("b", TUESDAY, "100")
    assert diary.profile() == {"races": ["Berlin"]}


def test_the_words_and_loads_of_a_person_come_back_as_they_were(diary: Diary) -> None:
    record = {
        **session("a", TUESDAY, "61.2349", "135 lb"),
        "z": 1,
        "a": 2,
        "note": "Überzüge 🏃 [/left] \n\t\0\u2028",
    }
    with diary.change(NOW) as pen:
        pen.put("sessions", record)
    (kept,) = Diary(diary.home).sessions(2026)
    assert list(kept.items())[: len(record)] == list(record.items())
    assert "Überzüge 🏃" in (diary.home / "diary/2026.json").read_text(encoding="utf-8")


def test_half_a_character_is_refused_and_nothing_changes(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY))
        with pytest.raises(CouldNotSave, match="cannot be stored"):
            pen.put("sessions", {**session("b", TUESDAY), "note": "\ud83d"})
    assert ids(diary.sessions(2026)) == ["a"]


@pytest.mark.parametrize(
    "record", [{"date": TUESDAY}, {"id": 5, "date": TUESDAY}, {"id": "a", "date": "soon"}]
)
def test_a_record_needs_an_id_and_a_date(diary: Diary, record: dict[str, object]) -> None:
    with diary.change(NOW) as pen, pytest.raises(ValueError, match=r"text id|isoformat"):
        pen.put("sessions", record)


def test_an_instant_needs_its_time_zone(diary: Diary) -> None:
    with pytest.raises(ValueError, match="time zone"), diary.change(datetime(2026, 11, 24)):  # noqa: DTZ001
        pass


def test_the_files_are_ordinary_tinydb_files(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY))
        pen.keep_open(under_way("b", TUESDAY))
        pen.keep_profile({"name": "Ada"})
    for name, table in (
        ("diary/2026.json", "sessions"),
        ("diary/open.json", "open"),
        ("profile.json", "profile"),
    ):
        with TinyDB(diary.home / name, access_mode="r") as plain:
            assert len(plain.table(table).all()) == 1
            assert plain.table("meta").all()[0]["version"] == 1


def test_only_the_files_asked_for_are_read(diary: Diary) -> None:
    """A file that is read would be set aside: these are not readable."""
    with diary.change(NOW) as pen:
        pen.keep_profile({"name": "Ada"})
        pen.put("sessions", session("a", TUESDAY))
    for year in range(2000, 2026):
        (diary.home / f"diary/{year}.json").write_bytes(b"unreadable")
    today = Diary(diary.home)
    assert today.profile() == {"name": "Ada"}
    assert today.read_open() is None
    assert ids(today.sessions(2026)) == ["a"]
    with today.change(NOW) as pen:
        pen.keep_open(under_way("b", TUESDAY, "100"))
        pen.finish(session("b", TUESDAY, "100"))
    assert today.years() == tuple(range(2000, 2027))
    assert today.take_notices() == ()


def test_a_change_inside_a_change_is_part_of_it(diary: Diary) -> None:
    with diary.change(NOW) as outer:
        outer.keep_profile({"unit": "kg"})
        with diary.change(NOW + timedelta(hours=1)) as inner:
            inner.put("sessions", session("a", TUESDAY))
        outer.keep_open(under_way("b", TUESDAY))
    assert diary.sessions(2026)[0]["updated_at"] == NOW.isoformat()
    assert diary.read_open() is not None


def test_the_diary_is_private(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY))
    assert diary.home.stat().st_mode & 0o077 == 0
    assert (diary.home / "diary/2026.json").stat().st_mode & 0o077 == 0


def test_the_label_of_a_batch_is_only_a_label(diary: Diary) -> None:
    with diary.change(NOW) as pen, pen.batch("Import of ../../strong.csv"):
        pen.put_many("sessions", [session("a", TUESDAY), session("b", NEW_YEAR)])
    assert not [path for path in diary.home.parent.iterdir() if path != diary.home]
    assert diary.years() == (2026, 2027)
