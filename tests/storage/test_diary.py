"""What a diary is for: sessions under way, past ones, amended, erased, restored, back-dated."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from storage.homes import NEW_YEAR, NOW, TUESDAY, on_disk, session, under_way
from tinydb import TinyDB

from tracker.domain.change_log import MOST, ChangeLog
from tracker.domain.errors import CouldNotSave, NothingToDo
from tracker.storage.archive import backup_all, restore_from
from tracker.storage.diary import Diary
from tracker.storage.migrations import VERSION
from tracker.storage.records import without_stamps


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
            assert plain.table("meta").all()[0]["version"] == VERSION


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


# Taking the last change back


def finished(diary: Diary, *sets: str) -> None:
    with diary.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, *sets))
        pen.finish(session("a", TUESDAY, *sets), "session_finished")


def told(diary: Diary, year: int = 2026) -> ChangeLog:
    return Diary(diary.home).changes(NOW.date()).get(year, ChangeLog())


def test_a_finished_session_is_opened_again_as_it_was(diary: Diary) -> None:
    finished(diary, "100")
    (ended,) = told(diary).done
    assert (ended["what"], ended["id"], ended["open"]) == (
        "session_finished",
        "a",
        under_way("a", TUESDAY, "100"),
    )
    with diary.change(NOW) as pen:
        pen.exchange(2026, back=True, under_way=ended["open"])
    assert on_disk(diary.home) == {
        "open": under_way("a", TUESDAY, "100"),
        "profile": None,
        "kept": {},
        "erased": {},
    }
    (undone,) = told(diary).undone
    assert undone["other"] == {
        **session("a", TUESDAY, "100"),
        "updated_at": NOW.isoformat(),
        "device": "phone",
    }
    with diary.change(NOW) as pen:
        pen.exchange(2026, back=False)
    assert on_disk(diary.home)["open"] is None
    assert ids(Diary(diary.home).sessions(2026)) == ["a"]


def test_one_that_was_finished_twice_goes_back_to_how_it_was_finished_first(diary: Diary) -> None:
    finished(diary, "100")
    finished(diary, "100", "92.5")
    with diary.change(NOW) as pen:
        pen.exchange(2026, back=True, under_way=under_way("a", TUESDAY, "100", "92.5"))
    (kept,) = diary.sessions(2026)
    assert len(kept["sets"]) == 1


def test_a_year_tells_of_one_end_and_of_what_came_after_it(diary: Diary) -> None:
    for day, doing in enumerate(("finish", "amend", "finish", "amend")):
        with diary.change(NOW + timedelta(days=day)) as pen:
            if doing == "finish":
                pen.keep_open(under_way(f"{day}", TUESDAY, "100"))
                pen.finish(session(f"{day}", TUESDAY, "100"), "session_finished")
            else:
                pen.put("sessions", session("0", TUESDAY, f"{day}"), "session_amended")
    log = told(diary)
    assert [each["what"] for each in log.done] == ["session_amended", "session_finished", "session_amended"]
    assert log.floor == NOW.isoformat()


def test_more_changes_than_are_told(diary: Diary) -> None:
    for minute in range(MOST + 3):
        with diary.change(NOW + timedelta(minutes=minute)) as pen:
            pen.put("sessions", session("a", TUESDAY, str(minute)), "session_amended")
    assert len(told(diary).done) == MOST
    assert told(diary).floor == (NOW + timedelta(minutes=2)).isoformat()
    for _ in range(MOST):
        with diary.change(NOW + timedelta(days=1)) as pen:
            pen.exchange(2026, back=True)
    assert diary.sessions(2026)[0]["sets"][0]["load"] == "2"


def test_a_crash_at_the_end_of_a_session_leaves_the_way_back(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.keep_open(under_way("a", TUESDAY, "100"))
    still_open = (diary.home / "diary/open.json").read_bytes()
    with diary.change(NOW) as pen:
        pen.finish(session("a", TUESDAY, "100"), "session_finished")
    (diary.home / "diary/open.json").write_bytes(still_open)
    restarted = Diary(diary.home)
    with restarted.change(NOW + timedelta(days=1)) as pen:
        assert restarted.read_open() is None
        pen.exchange(2026, back=True, under_way=told(diary).done[0]["open"])
    assert on_disk(diary.home)["open"] == under_way("a", TUESDAY, "100")
    assert on_disk(diary.home)["kept"] == {}


@pytest.mark.parametrize("day", ["2026-11-30", NEW_YEAR], ids=["in the same year", "into another year"])
def test_a_changed_record_is_exchanged_for_its_other_version_and_back(day: str, diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY, "100"))
    before = on_disk(diary.home)
    with diary.change(NOW + timedelta(hours=1)) as pen:
        pen.put("sessions", session("a", day, "92.5"), "session_amended")
    after = on_disk(diary.home)
    for hours, back, expected in ((2, True, before), (3, False, after), (4, True, before)):
        with diary.change(NOW + timedelta(hours=hours)) as pen:
            pen.exchange(int(day[:4]), back=back)
        found = on_disk(diary.home)
        assert [without_stamps(each) for year in found["kept"].values() for each in year] == [
            without_stamps(each) for year in expected["kept"].values() for each in year
        ]


def test_what_is_read_of_older_years_goes_as_far_back_as_it_was_written(diary: Diary) -> None:
    """A year that was written before the newest change there is cannot hold a newer one."""
    with diary.change(NOW) as pen:
        pen.put("sessions", session("old", "2019-06-01", "80"), "session_amended")
    later = NOW + timedelta(days=400 * 365)
    assert 2019 in Diary(diary.home).changes(NOW.date())
    assert 2019 not in Diary(diary.home).changes(NOW.date(), known=later)


def test_a_session_that_was_added_goes_and_comes_back(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY, "100"), "session_added")
        pen.exchange(2026, back=True)
    assert diary.sessions(2026) == ()
    assert told(diary).undone
    with diary.change(NOW) as pen:
        pen.exchange(2026, back=False)
    assert ids(diary.sessions(2026)) == ["a"]


def test_what_joins_a_change_goes_and_comes_with_it(diary: Diary) -> None:
    finished(diary, "100")
    with diary.change(NOW) as pen:
        pen.put("sessions", {**session("a", TUESDAY, "100"), "rpe": 7}, joins=True)
        pen.exchange(2026, back=True, under_way=under_way("a", TUESDAY, "100"))
        pen.exchange(2026, back=False)
    assert diary.sessions(2026)[0]["rpe"] == 7


def test_nothing_from_before_a_change_without_a_name_is_taken_back(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY, "100"), "session_amended")
    with diary.change(NOW + timedelta(hours=1)) as pen:
        pen.put("sessions", session("a", TUESDAY, "60"))
    assert told(diary) == ChangeLog((), (NOW + timedelta(hours=1)).isoformat())
    with diary.change(NOW) as pen, pytest.raises(NothingToDo):
        pen.exchange(2026, back=True)


def test_a_restored_home_knows_of_no_change_before_it(diary: Diary, tmp_path: Path) -> None:
    finished(diary, "100")
    with diary.change(NOW) as pen:
        pen.erase("sessions", 2026, "a", "session_erased")
    nothing = Diary(tmp_path / "plain")
    with nothing.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY, "100"), "session_added")
    restore_from(diary, backup_all(nothing, tmp_path, NOW), NOW)
    assert told(diary) == ChangeLog()


def test_named_changes_of_the_profile_are_taken_back_one_by_one_and_made_again(diary: Diary) -> None:
    """Two writes in one instant are one change; behind one without a name no way leads back."""
    versions: list[dict[str, object]] = [{"unit": "kg"}, {"unit": "lb", "plyo": False}, {"unit": "lb"}]
    with diary.change(NOW) as pen:
        pen.keep_profile({"unit": "kg"}, "set_up")
    assert Diary(diary.home).profile_changes().done == ()
    with diary.change(NOW + timedelta(minutes=1)) as pen:
        pen.keep_profile({"unit": "lb", "plyo": True}, "setting_changed")
        pen.keep_profile(dict(versions[1]), "setting_changed")
    with diary.change(NOW + timedelta(minutes=2)) as pen:
        pen.keep_profile(dict(versions[2]), "setting_changed")
    for back, there in ((True, 1), (True, 0), (False, 1), (False, 2), (True, 1)):
        with diary.change(NOW + timedelta(minutes=3)) as pen:
            pen.exchange_profile(back=back)
        assert Diary(diary.home).profile() == versions[there]
        assert len(Diary(diary.home).profile_changes().done) == there
    with diary.change(NOW + timedelta(minutes=4)) as pen:
        pen.keep_profile({"unit": "kg"})
    assert Diary(diary.home).profile_changes() == ChangeLog((), (NOW + timedelta(minutes=4)).isoformat())


def test_what_is_taken_out_as_unreadable_bars_the_way_back(diary: Diary) -> None:
    with diary.change(NOW) as pen:
        pen.put("sessions", session("a", TUESDAY), "session_added")
        pen.put("sessions", session("b", TUESDAY), "session_added")
    with diary.change(NOW + timedelta(hours=1)) as pen:
        pen.leave_out(2026, [diary.sessions(2026)[0]])
    assert told(diary) == ChangeLog((), (NOW + timedelta(hours=1)).isoformat())


def test_a_session_without_sets_goes_with_a_change_and_comes_back_with_it(diary: Diary) -> None:
    noted = under_way("a", TUESDAY)
    with diary.change(NOW) as pen:
        pen.keep_open(noted)
    still_open = (diary.home / "diary/open.json").read_bytes()
    with diary.change(NOW) as pen:
        pen.lay_aside("session_moved")
    (diary.home / "diary/open.json").write_bytes(still_open)
    assert Diary(diary.home).read_open() is None, "as after a crash in between"
    with diary.change(NOW) as pen:
        pen.exchange(2026, back=True, under_way=noted)
    assert Diary(diary.home).read_open() == noted
    with diary.change(NOW) as pen:
        pen.exchange(2026, back=False)
    assert (Diary(diary.home).read_open(), told(diary).done[0]["open"]) == (None, noted)
