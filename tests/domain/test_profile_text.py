"""Equipment as lines of text, and the places it stands in."""

from datetime import date
from decimal import Decimal

import pytest
from support.home import shipped

from tracker.domain.equipment import EquipmentProfile, Steps
from tracker.domain.errors import Misunderstood, NothingToDo, Refused
from tracker.domain.runner import Absence, Away, Runner
from tracker.domain.units import Unit
from tracker.domain.words.places import new_place, places, with_place, without_place
from tracker.domain.words.profile_text import KINDS, with_line, written_profile

PROFILES = {each.id: each for each in shipped().profiles}
GYM = PROFILES["gym_kg"]
RUNNER = Runner()


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_every_line_reads_back_as_the_same_profile(profile: EquipmentProfile) -> None:
    again = profile
    for field, text in written_profile(profile).items():
        again = with_line(again, field, text)
    assert again == profile
    assert set(written_profile(profile)) == {kind.field for kind in KINDS}


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("bar", "15", Decimal(15)),
        ("bar", "15 kg", Decimal(15)),
        ("trap_bar", "none", None),
        ("dumbbells", "2-20 by 2", Steps(start=Decimal(2), step=Decimal(2), top=Decimal(20))),
        ("kettlebells", "12 16 24", (Decimal(12), Decimal(16), Decimal(24))),
        ("kettlebells", "", ()),
        ("bands", "light, extra heavy", ("light", "extra heavy")),
        ("bands", "red blue", ("red", "blue")),
        ("bands", "none", ()),
        ("tools", "box benches Bar", frozenset({"box", "bench", "bar"})),
        ("name", "My garage", "My garage"),
    ],
)
def test_a_line_is_read(field: str, typed: str, value: object) -> None:
    assert getattr(with_line(GYM, field, typed), field) == value


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("bar", "15 20", "more than one bar"),
        ("dumbbells", "heavy", "weights stand between spaces"),
        ("plates", "20x99", "pairs of a plate"),
        ("bands", "red, red", "there twice"),
        ("bands", ",".join(f"band {n}" for n in range(13)), "up to 12"),
        ("tools", "dragon", "There is no tool"),
        ("tools", "db", "weights of its own"),
        ("name", " ", "needs a name"),
        ("colour", "red", "has no"),
    ],
)
def test_what_does_not_fit_is_one_sentence(field: str, typed: str, sentence: str) -> None:
    with pytest.raises(Misunderstood, match=sentence) as told:
        with_line(GYM, field, typed)
    assert "\n" not in str(told.value)


def test_a_changed_place_stands_in_for_the_shipped_one_until_it_is_removed() -> None:
    lighter = with_line(GYM, "dumbbells", "2-20 by 2")
    changed = with_place(with_place(RUNNER, GYM, shipped()), lighter, shipped())
    assert changed.profiles == (lighter,)
    assert places(changed, shipped())["gym_kg"] == lighter
    assert places(without_place(changed, "gym_kg", shipped()), shipped())["gym_kg"] == GYM
    with pytest.raises(NothingToDo):
        without_place(RUNNER, "gym_kg", shipped())


def test_a_new_place_is_a_copy_with_a_name_of_its_own() -> None:
    garage = new_place(" The  Garage! ", GYM, RUNNER, shipped())
    assert (garage.id, garage.name) == ("the_garage", "The Garage!")
    assert garage.changed(id=GYM.id, name=GYM.name) == GYM
    runner = with_place(RUNNER, garage, shipped())
    for name, sentence in (("", "needs a name"), ("the garage!", "already"), ("gym", "already")):
        with pytest.raises(Misunderstood, match=sentence):
            new_place(name, GYM, runner, shipped())
    assert new_place("The Garage?", GYM, runner, shipped()).id == "the_garage_2"


def test_a_place_that_is_needed_stays() -> None:
    garage = new_place("Garage", GYM, RUNNER, shipped())
    runner = with_place(RUNNER, garage, shipped())
    with pytest.raises(Refused, match="train there now"):
        without_place(runner.changed(equipment="garage"), "garage", shipped())
    journey = Absence(
        start=date(2027, 1, 1),
        end=date(2027, 1, 8),
        kind=Away.TRAVEL,
        equipment="garage",
    )
    with pytest.raises(Refused, match="journey"):
        without_place(runner.changed(absences=(journey,)), "garage", shipped())
    assert without_place(runner, "garage", shipped()).profiles == ()


def test_places_are_listed_in_the_runners_unit() -> None:
    assert set(places(RUNNER, shipped())) == {"gym_kg", "home_kg", "travel_kg"}
    in_pounds = RUNNER.changed(unit=Unit.LB, equipment="gym_lb")
    assert set(places(in_pounds, shipped())) == {"gym_lb", "home_lb", "travel_lb"}


def test_two_places_have_two_names() -> None:
    """In each unit; the shipped ones are called alike in both."""
    home = next(each for each in shipped().profiles if each.id == "home_kg")
    with pytest.raises(Misunderstood, match="already"):
        with_place(RUNNER, GYM.changed(name=f" {home.name.upper()}"), shipped())
    assert with_place(RUNNER, GYM.changed(name="Club"), shipped()).profiles[0].name == "Club"
    assert with_place(RUNNER, GYM, shipped()).profiles == (GYM,)
