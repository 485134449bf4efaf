"""Keys of one's own: checked before they count, shown as people write them, and handed to Textual without loss."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import BindingsMap

from tracker import keys
from tracker.domain.errors import Misunderstood
from tracker.keymap import CHOOSABLE, SECTIONS, Keymap, shown
from tracker.keys import LINES, KeyLine
from tracker.screens.base import bindings


def line(id: str) -> KeyLine:
    return CHOOSABLE[id].line


@pytest.mark.parametrize(
    ("id", "key", "sentence"),
    [
        ("set.undo", "m", "m already means “modify” (Today)"),
        ("set.undo", "7", "7 already means “done @RPE: 7” (Today)"),
        ("set.undo", "q", "q already means “leave” (Everywhere)"),
        ("set.undo", "W", "W already means “Week” (Everywhere)"),
        ("set.undo", "shift+w", "W already means “Week” (Everywhere)"),
        ("app.help", "u", "u already means “undo” (Today)"),
        ("room.week", "a", "a already means “away” (Today)"),
        ("past.find", "e", "e already means “erased” (History)"),
        ("list.choose", "escape", "esc already means “leave”"),
        ("line.take", "x", "x is for the text; take one with ctrl"),
        ("page.save", "ctrl+a", "ctrl+a is for the text"),
        ("set.undo", "ctrl+c", "belongs to the terminal"),
        ("set.moonwalk", "z", "Nothing is called"),
    ],
)
def test_a_key_that_means_something_there_is_refused(id: str, key: str, sentence: str) -> None:
    with pytest.raises(Misunderstood) as told:
        Keymap().with_key(id, key)
    assert sentence in str(told.value)


@pytest.mark.parametrize(
    ("id", "key"),
    [("set.undo", "z"), ("day.early", "x"), ("graph.span", "m"), ("set.say", "slash"), ("page.save", "f8")],
)
def test_a_key_that_is_free_in_its_place_is_taken(id: str, key: str) -> None:
    made = Keymap().with_key(id, key)
    assert made.keys_of(CHOOSABLE[id].stroke) == (key,)
    assert made.without(id).own == {}


def test_a_key_that_was_given_away_is_free_for_another() -> None:
    swapped = Keymap().with_key("set.undo", "z").with_key("exercise.modify", "u")
    assert swapped.own == {"set.undo": "z", "exercise.modify": "u"}
    with pytest.raises(Misunderstood, match="u now means “modify”"):
        swapped.shipped_again("set.undo")
    assert swapped.shipped_again("exercise.modify").own == {"set.undo": "z"}


def test_the_shipped_key_is_no_choice() -> None:
    assert Keymap().with_key("set.undo", "z").with_key("set.undo", "u").own == {}


def test_what_does_not_fit_in_a_profile_is_passed_over() -> None:
    assert Keymap.of([("set.undo", "m"), ("moonwalk", "z"), ("set.note", "z")]).own == {"set.note": "z"}


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("full_stop", "."),
        ("question_mark", "?"),
        ("left_square_bracket", "["),
        ("less_than_sign", "<"),
        ("escape", "esc"),
        ("ctrl+s", "ctrl+s"),
        ("shift+z", "Z"),
        ("shift+left", "shift+←"),
        ("f5", "f5"),
        ("space", "space"),
        ("no_such_key", "no such key"),
    ],
)
def test_a_key_is_written_as_people_write_it(key: str, written: str) -> None:
    assert shown(key) == written


def test_a_line_shows_the_keys_that_count() -> None:
    undo, load, rated = line("set.undo"), line("load.up"), line("set.rpe.7")
    made = Keymap().with_key("set.undo", "z").with_key("load.up", "ctrl+k")
    made = made.with_key("set.rpe.7", "k")
    assert made.line(undo).shown == "z"
    assert made.line(load).shown == "← ctrl+k"
    assert [text for text, _ in made.line(load).parts] == ["←", "ctrl+k"]
    assert made.line(rated).shown == "5 6 k 8 9 0"
    assert made.line(line("set.note")) is line("set.note")
    assert made.tab(keys.TABS[0]) == "T F1"
    assert [made.written(id) for id in ("set.undo", "set.say", "load.up", "load.down")] == [
        "z",
        ":",
        "ctrl+k",
        "←",
    ]
    assert Keymap().with_key("room.today", "f9").tab(keys.TABS[0]) == "f9"


def test_every_stroke_can_be_chosen_and_has_words_and_a_section() -> None:
    assert len(CHOOSABLE) == sum(len(each.strokes) for each in LINES) + len(keys.TABS)
    assert all(each.said and each.section in SECTIONS for each in CHOOSABLE.values())


@pytest.mark.parametrize("places", [keys.TODAY, (keys.HISTORY, keys.PAST), (keys.LIBRARY, keys.RUNGS)])
def test_in_one_screen_an_action_has_the_same_moments_whatever_its_key(places: tuple[str, ...]) -> None:
    """A screen tells moments by actions: one that two lines call would go on with the key of the other."""
    moments: dict[str, set[tuple[str, ...]]] = {}
    for each in keys.lines_for(*places):
        for stroke in each.strokes:
            moments.setdefault(stroke.action.partition("(")[0], set()).add(each.places)
    assert [action for action, found in moments.items() if len(found) > 1] == []


_STROKES = st.sampled_from(sorted(CHOOSABLE))
_KEYS = st.sampled_from(
    sorted(
        {key for each in CHOOSABLE.values() for key in each.stroke.keys.split(",")}
        | {"z", "k", "f8", "Z", "ctrl+k"}
    )
)


@given(st.lists(st.tuples(_STROKES, _KEYS), max_size=8))
def test_whatever_is_chosen_no_key_means_two_things_and_textual_loses_none(
    chosen: list[tuple[str, str]],
) -> None:
    made = Keymap.of(chosen)
    for place in {place for each in LINES for place in each.places}:
        count = Counter(
            key for each in keys.lines_for(place) for stroke in each.strokes for key in made.keys_of(stroke)
        )
        assert [key for key, times in count.items() if times > 1] == []
    for places in (keys.TODAY, (keys.HISTORY, keys.PAST), (keys.LIBRARY, keys.RUNGS), (keys.SETTINGS,)):
        table = BindingsMap(bindings(*places))
        table.apply_keymap(made.for_textual())
        found = {(key, each.id) for key, bound in table.key_to_bindings.items() for each in bound}
        wanted = {
            (key, stroke.id)
            for each in keys.lines_for(*places)
            for stroke in each.strokes
            for key in made.keys_of(stroke)
        }
        assert found == wanted
