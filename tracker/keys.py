"""Every key there is. Bindings, the bar at the bottom, help, the command palette and the README are read from here.

A key belongs to one or more *places*: a room, or a moment inside one. No key means two things in one place.
Keys carry Textual's names; where terminals disagree about a name, all of them are listed, the keypad included.
"""

from collections.abc import Iterator
from typing import NamedTuple

EVERYWHERE = "everywhere"
SESSION = "session"
HOLD = "hold"
REST_DAY = "rest day"
RACE_DAY = "race day"
DONE = "done"
DIALOG = "dialog"
LINE = "free line"
EDIT = "edit"
WELCOME = "welcome"
WEEK = "week"
PLAN = "plan"
FORM = "form"
HISTORY = "history"
PAST = "past session"
GRAPHS = "graphs"
LIBRARY = "library"
RUNGS = "exercise"
SETTINGS = "settings"
PROGRAMS = "programs"
PROGRAM = "program"
OWN = "own exercise"
PAGE = "page"
PICK = "list"
KEYS = "own keys"

TODAY = (SESSION, HOLD, REST_DAY, DONE, RACE_DAY)
"""The moments of the Today screen; it is in one of them at a time."""

_UNDER_WAY = (SESSION, HOLD)


class Stroke(NamedTuple):
    """One binding.

    Attributes:
        id: its one name, for a keymap.
        keys: Textual key names, separated by commas.
        action: what it calls on its screen.
        word: what it does among those it shares a line with, "one less"; empty where the key says it.
    """

    id: str
    keys: str
    action: str
    word: str = ""


class KeyLine(NamedTuple):
    """A line of help: keys that belong together.

    Attributes:
        shown: as people read them, "5-0".
        word: for the bar, "done @RPE".
        help: the sentence of the help screen and of the README.
        rank: importance in the bar, 0 stays longest; None keeps it out of the bar.
        short: the word where the bar is short of room; None: the same.
        title: what it is looked for by among the commands, where the word is too short for that; None: the word.
    """

    places: tuple[str, ...]
    shown: str
    word: str
    help: str
    strokes: tuple[Stroke, ...]
    rank: int | None = None
    short: str | None = None
    title: str | None = None

    @property
    def tap(self) -> str:
        """What a tap on the line calls; empty where it has more than one meaning."""
        return self.strokes[0].action if len(self.strokes) == 1 else ""

    @property
    def parts(self) -> tuple[tuple[str, Stroke], ...]:
        """The strokes of a line with several, each as it is written: those of "← →", or "5" to "10" behind "5-0"."""
        if len(self.strokes) == 1:
            return ()
        words = self.shown.split()
        shown = words if len(words) == len(self.strokes) else [word for word in words if len(word) == 1]
        if shown:
            return tuple(zip(shown, self.strokes, strict=False))
        return tuple((stroke.word or stroke.keys, stroke) for stroke in self.strokes)


class TabKey(NamedTuple):
    """How a room is opened.

    Attributes:
        names: from the longest to the shortest; the first letter opens it.
    """

    room: str
    names: tuple[str, ...]
    letter: str
    function: str

    @property
    def stroke(self) -> Stroke:
        keys = f"{self.letter},shift+{self.letter.lower()},{self.function}"
        return Stroke(f"room.{self.room}", keys, f"room('{self.room}')")


TABS = (
    TabKey("today", ("Today",), "T", "f1"),
    TabKey("week", ("Week",), "W", "f2"),
    TabKey("plan", ("Plan",), "P", "f3"),
    TabKey("history", ("History", "Hist"), "H", "f4"),
    TabKey("graphs", ("Graphs", "Graph", "Grph"), "G", "f5"),
    TabKey("library", ("Library", "Lib"), "L", "f6"),
    TabKey("settings", ("Settings", "Set"), "S", "f7"),
)
"""Every room the house can have, in the order of the tabs."""


def _one(
    name: str, keys: str, action: str, *, places: tuple[str, ...], shown: str, word: str, help: str,
    rank: int | None = None, short: str | None = None, title: str | None = None,
) -> KeyLine:  # fmt: skip
    return KeyLine(places, shown, word, help, (Stroke(name, keys, action),), rank, short, title)


LINES: tuple[KeyLine, ...] = (
    # The set to do now
    _one("set.done", "space,enter", "done", places=(SESSION,), shown="space", word="done", rank=0,
         help="The set is done as prescribed, with no RPE; on a set that is done, edit it"),
    _one("hold.on", "space,enter", "hold_on", places=(HOLD,), shown="space", word="start, stop", rank=0,
         help="Start the hold without waiting for the count-in, or end it here"),
    _one("hold.away", "escape", "hold_away", places=(HOLD,), shown="esc", word="no clock", rank=1,
         help="Put the hold clock away"),
    KeyLine(_UNDER_WAY, "5-0", "done @RPE", "Done with that RPE: 5 (or easier) to 9, and 0 for 10", tuple(
        Stroke(f"set.rpe.{rpe}", str(rpe % 10), f"rate({rpe})", str(rpe)) for rpe in range(5, 11)
    ), 0, "@RPE"),
    _one("set.half", "full_stop,comma,decimal,separator", "half", places=_UNDER_WAY, shown=".", word="+½", rank=8,
         title="Half an RPE more", help="Half a point of RPE more for the set just logged"),
    KeyLine(_UNDER_WAY, "- +", "reps", "One rep (or five seconds) less, more", (
        Stroke("set.fewer", "minus,subtract,hyphen,kp_minus", "fewer", "less"),
        Stroke("set.more", "plus,add,equals_sign,equal,kp_plus", "more", "more"),
    ), 3),
    KeyLine(_UNDER_WAY, "← →", "load", "One step of your equipment lighter, heavier, for the sets that follow too", (
        Stroke("load.down", "left,left_square_bracket", "lighter(False)", "lighter"),
        Stroke("load.up", "right,right_square_bracket", "heavier(False)", "heavier"),
    ), 2),
    KeyLine(_UNDER_WAY, "shift ← →", "this set's load", "The same for this set alone (also { })", (
        Stroke("load.down.once", "shift+left,left_curly_bracket", "lighter(True)", "lighter"),
        Stroke("load.up.once", "shift+right,right_curly_bracket", "heavier(True)", "heavier"),
    )),
    _one("set.say", "colon", "say", places=(*_UNDER_WAY, REST_DAY, DONE), shown=":", word="type", rank=7, title="Type a set",
         help="Type it: 60x8@8, x7, 22/17 (left/right), 45s, bw+10x5, with an exercise in front if you like"),
    _one("set.undo", "u", "undo", places=TODAY, shown="u", word="undo", rank=4,
         help="Take the last change back, wherever it was made; the end of a session opens it again"),
    _one("set.redo", "U,shift+u", "redo", places=TODAY, shown="U", word="redo", help="Bring it back"),
    # Around it
    KeyLine((SESSION, HOLD, DONE), "↑ ↓", "move", "Move to another set; enter on a done one edits it", (
        Stroke("cursor.up", "up", "move(-1)", "up"), Stroke("cursor.down", "down", "move(1)", "down"),
    )),
    _one("set.edit", "enter", "edit", places=(DONE,), shown="enter", word="edit", rank=4,
         help="Edit the set under the cursor, or erase it"),
    KeyLine(_UNDER_WAY, "< >", "rest ∓15 s", "Fifteen seconds of rest less, more", (
        Stroke("rest.less", "less_than_sign", "rest(-15)", "less"),
        Stroke("rest.more", "greater_than_sign", "rest(15)", "more"),
    )),
    _one("hold.start", "h", "hold", places=_UNDER_WAY, shown="h", word="hold clock", rank=6, short="hold",
         help="The clock for a timed hold: count-in, hold, switch sides"),
    # The session
    _one("exercise.modify", "m", "modify", places=_UNDER_WAY, shown="m", word="modify", rank=4,
         help="Make the exercise fit: five reasons, smaller steps, swaps, and the way back up; it counts in full"),
    _one("body.pain", "p", "pain", places=(*_UNDER_WAY, REST_DAY, DONE), shown="p", word="pain", rank=8,
         help="A niggle from 0 to 10, a warning sign, or the answer to the question about one"),
    _one("day.readiness", "r", "readiness", places=_UNDER_WAY, shown="r", word="readiness", rank=9, short="ready",
         help="How you feel: fresh, normal, dead legs, or four answers"),
    _one("day.short", "t", "short", places=_UNDER_WAY, shown="t", word="short on time", rank=10, short="short",
         help="Short on time: 40, 25 or 12 minutes; it still counts as done"),
    _one("exercise.skip", "x", "skip_exercise", places=_UNDER_WAY, shown="x", word="skip", rank=11,
         help="Skip what is left of this exercise"),
    _one("day.skip", "s", "skip_session", places=_UNDER_WAY, shown="s", word="move or skip", rank=12, short="move",
         help="Take the session on another day, or leave it out"),
    _one("day.away", "a", "away", places=(*_UNDER_WAY, REST_DAY), shown="a", word="away", rank=13,
         help="Another place to train, ill, on holiday; and back again"),
    _one("day.deload", "d", "deload", places=(*_UNDER_WAY, REST_DAY), shown="d", word="lighter week", rank=2,
         help="After hard weeks: the lighter week that is on offer, or to carry on"),
    _one("set.note", "n", "note", places=(*_UNDER_WAY, DONE), shown="n", word="note", rank=9,
         help="A note on the exercise, or on the session"),
    _one("number.why", "w", "why", places=TODAY, shown="w", word="why", rank=5, help="Why this number, or why this day"),
    _one("session.finish", "f", "finish", places=_UNDER_WAY, shown="f", word="finish", rank=6,
         help="Finish: records, what changes next time, how hard it was"),
    # A day without a session under way
    KeyLine((DONE,), "1-0", "session RPE", "How hard the whole session was: 1 to 9, and 0 for 10", tuple(
        Stroke(f"session.rpe.{rpe}", str(rpe % 10), f"rate_session({rpe})", str(rpe)) for rpe in range(1, 11)
    ), 0, "RPE"),
    _one("day.early", "e,enter", "early", places=(REST_DAY,), shown="e", word="lift today", rank=0,
         help="Take another day's session today; what speaks against it is named"),
    _one("day.mobility", "b", "mobility", places=(REST_DAY,), shown="b", word="ten easy minutes", rank=1, short="easy",
         help="A short session of balance, core and mobility"),
    # The week
    KeyLine((WEEK,), "← →", "week", "The week before, the week after", (
        Stroke("week.earlier", "left,left_square_bracket", "week(-1)"),
        Stroke("week.later", "right,right_square_bracket", "week(1)"),
    ), 1),
    KeyLine((WEEK,), "1-9", "decide", "Choose a decision for the week after; the same digit takes it back", tuple(
        Stroke(f"week.decide.{digit}", str(digit), f"decide({digit})") for digit in range(1, 10)
    ), 0),
    KeyLine((WEEK,), "↑ ↓", "scroll", "Read on, where the screen is short", (
        Stroke("week.up", "up", "scroll_sheet(-1)"), Stroke("week.down", "down", "scroll_sheet(1)"),
        Stroke("week.page_up", "pageup", "scroll_sheet(-10)"),
        Stroke("week.page_down", "pagedown,space", "scroll_sheet(10)"),
    )),
    _one("week.now", "home,t", "this_week", places=(WEEK,), shown="t", word="this week", rank=5,
         help="Back to this week"),
    _one("week.undo", "u", "undo", places=(WEEK,), shown="u", word="undo", rank=2,
         help="Take the last change back, wherever it was made"),
    _one("week.redo", "U,shift+u", "redo", places=(WEEK,), shown="U", word="redo", help="Bring it back"),
    _one("week.why", "w", "why", places=(WEEK,), shown="w", word="why", rank=3, help="What the figures mean"),
    _one("week.export", "e", "export", places=(WEEK,), shown="e", word="export", rank=4,
         help="The week as Markdown, or as a picture"),
    # The plan
    KeyLine((PLAN,), "↑ ↓", "week", "Another week of the plan", (
        Stroke("plan.up", "up", "move_row(-1)"), Stroke("plan.down", "down", "move_row(1)"),
        Stroke("plan.page_up", "pageup", "move_row(-4)"), Stroke("plan.page_down", "pagedown", "move_row(4)"),
    ), 1),
    _one("plan.now", "home,t", "this_week", places=(PLAN,), shown="t", word="this week", rank=9,
         help="Back to this week"),
    _one("plan.open", "enter,w", "details", places=(PLAN,), shown="enter", word="why", rank=0,
         help="The week in full: its sessions, and why its days lie where they do"),
    _one("plan.race", "a", "add_race", places=(PLAN,), shown="a", word="add race", rank=2, short="race",
         help="A new race; the plan it makes is shown before it is accepted"),
    _one("plan.edit_race", "c", "change_race", places=(PLAN,), shown="c", word="change race", rank=4, short="change",
         help="Move a race, change its priority or its taper, or drop it"),
    _one("plan.move", "m", "move_session", places=(PLAN,), shown="m", word="move session", rank=3, short="move",
         help="Take a session on another day; what speaks against it is named"),
    _one("plan.deload", "d", "deload", places=(PLAN,), shown="d", word="deload", rank=6,
         help="Move the lighter week, or bring one forward"),
    _one("plan.styles", "b", "styles", places=(PLAN,), shown="b", word="build and taper", rank=7, short="style",
         help="The style of the build phase, and the taper protocol"),
    _one("plan.run", "r", "add_run", places=(PLAN, WEEK), shown="r", word="add run", rank=5, short="run",
         help="Write a run down: distance or minutes, and its kind"),
    _one("plan.print", "e", "export", places=(PLAN,), shown="e", word="print", rank=8,
         help="The week's sessions as plain text, for a gym without phones"),
    _one("plan.undo", "u", "undo", places=(PLAN,), shown="u", word="undo", rank=5,
         help="Take the last change back, wherever it was made"),
    _one("plan.redo", "U,shift+u", "redo", places=(PLAN,), shown="U", word="redo", help="Bring it back"),
    # Lists
    KeyLine((HISTORY, PAST, LIBRARY, RUNGS, SETTINGS, PROGRAMS, PROGRAM, OWN, PICK, GRAPHS, KEYS), "↑ ↓", "move",
            "Another row; page up and down, home and end go further", (
        Stroke("list.up", "up", "move(-1)"), Stroke("list.down", "down", "move(1)"),
        Stroke("list.page_up", "pageup", "page(-1)"), Stroke("list.page_down", "pagedown", "page(1)"),
        Stroke("list.first", "home", "edge(-1)"), Stroke("list.last", "end", "edge(1)"),
    )),
    _one("list.choose", "enter,space", "choose", places=(PICK, PROGRAMS), shown="enter", word="choose", rank=0,
         help="Choose the row; of programs, see its sessions"),
    # The past
    _one("past.open", "enter,space", "open", places=(HISTORY,), shown="enter", word="open", rank=0,
         help="Into the session under the cursor, to put it right"),
    KeyLine((HISTORY,), "← →", "year", "The year before, the year after", (
        Stroke("past.earlier", "left,left_square_bracket", "year(-1)"),
        Stroke("past.later", "right,right_square_bracket", "year(1)"),
    ), 1),
    _one("past.add", "a", "add", places=(HISTORY,), shown="a", word="add", rank=3,
         help="A session of an earlier day, as it stands in a notebook"),
    _one("past.erase", "x", "erase", places=(HISTORY,), shown="x", word="erase", rank=5,
         help="Take the session out of the log; it can be brought back"),
    _one("past.erased", "e", "erased", places=(HISTORY,), shown="e", word="erased", rank=6,
         help="What was erased, and the way back"),
    _one("past.undo", "u", "undo", places=(HISTORY, PAST), shown="u", word="undo", rank=7,
         help="Take the last change back, wherever it was made"),
    _one("past.redo", "U,shift+u", "redo", places=(HISTORY, PAST), shown="U", word="redo", help="Make it again"),
    _one("past.edit", "enter,space", "edit", places=(PAST,), shown="enter", word="edit set", rank=0,
         help="Edit the set under the cursor, or erase it; one that was not done is written down"),
    _one("past.line", "a", "add_line", places=(PAST,), shown="a", word="add sets", rank=1,
         help="More sets of this exercise, or another one"),
    _one("past.note", "n", "note", places=(HISTORY, PAST), shown="n", word="note", rank=4,
         help="A note on the exercise, or on the session"),
    _one("past.rate", "r", "rate", places=(HISTORY, PAST), shown="r", word="RPE", rank=7,
         help="How hard the whole session was"),
    # Graphs
    KeyLine((GRAPHS,), "← →", "point", "The point before, the point after; its figures are said above", (
        Stroke("graph.earlier", "left,left_square_bracket", "point(-1)"),
        Stroke("graph.later", "right,right_square_bracket", "point(1)"),
    ), 1),
    KeyLine((GRAPHS,), "1-6", "figure", "e1RM, top set, tonnage, hard sets, contacts, left and right", tuple(
        Stroke(f"graph.figure.{digit}", str(digit), f"figure({digit})") for digit in range(1, 7)
    ), 0),
    _one("graph.span", "r", "span", places=(GRAPHS,), shown="r", word="range", rank=2,
         help="Three months, a year, everything"),
    _one("graph.values", "v", "values", places=(GRAPHS,), shown="v", word="values", rank=3,
         help="The same as a table, for those who cannot read the plot"),
    _one("graph.list", "enter", "open", places=(GRAPHS,), shown="enter", word="exercise", rank=4,
         help="The list of exercises, where the screen is narrow"),
    # The library
    _one("library.open", "enter,space", "open", places=(LIBRARY,), shown="enter", word="ladder", rank=0,
         help="Into the exercise: its ladder, step by step"),
    _one("library.rung", "enter,space", "choose", places=(RUNGS,), shown="enter", word="go there", rank=0,
         help="To the exercise of that step"),
    _one("past.find", "slash", "search", places=(HISTORY, LIBRARY), shown="/", word="find", rank=2,
         help="Find by words: an exercise, a phase, a month, a note"),
    KeyLine((LIBRARY,), "i o m e t c", "sift", "Only some: ingredient, position, movement, equipment, tier, care", (
        Stroke("library.ingredient", "i", "sift('ingredient')"), Stroke("library.position", "o", "sift('position')"),
        Stroke("library.pattern", "m", "sift('pattern')"), Stroke("library.equipment", "e", "sift('equipment')"),
        Stroke("library.tier", "t", "sift('tier')"), Stroke("library.care", "c", "sift('care')"),
    ), 1),
    _one("library.clear", "0", "clear", places=(LIBRARY,), shown="0", word="all", rank=3,
         help="Everything again"),
    _one("library.add", "a", "add", places=(LIBRARY,), shown="a", word="add own", rank=4, short="add",
         help="An exercise of your own"),
    _one("library.write", "w", "write", places=(LIBRARY, RUNGS), shown="w", word="edit", rank=5,
         help="Edit an exercise of your own, or make your own version of a shipped one"),
    _one("library.remove", "x", "remove", places=(LIBRARY, PROGRAMS), shown="x", word="remove", rank=8,
         help="Remove what is your own; a shipped one that it replaced is back"),
    _one("library.programs", "p", "programs", places=(LIBRARY,), shown="p", word="programs", rank=6,
         help="Programs, shipped and your own"),
    _one("programs.add", "a", "add", places=(PROGRAMS,), shown="a", word="copy", rank=1,
         help="A program of your own, begun as a copy of this one"),
    KeyLine((PROGRAM,), "← →", "phase", "The phase before, the phase after", (
        Stroke("program.earlier", "left,left_square_bracket", "turn(-1)"),
        Stroke("program.later", "right,right_square_bracket", "turn(1)"),
    ), 0),
    _one("programs.write", "w", "write", places=(PROGRAMS, PROGRAM), shown="w", word="as text", rank=2,
         help="The program as the text of its file: your own to edit, a shipped one to read"),
    # Settings
    _one("settings.open", "enter,space", "open", places=(SETTINGS, OWN), shown="enter", word="change", rank=0,
         help="Change it: choose, or type"),
    KeyLine((SETTINGS, OWN), "← →", "other", "The choice before, the choice after", (
        Stroke("settings.before", "left,left_square_bracket", "turn(-1)"),
        Stroke("settings.after", "right,right_square_bracket", "turn(1)"),
    ), 1),
    _one("settings.add", "a", "add", places=(SETTINGS,), shown="a", word="add a place", rank=2, short="add",
         help="Another place to train, begun as a copy of this one"),
    _one("settings.remove", "x", "remove", places=(SETTINGS,), shown="x", word="remove place", rank=3, short="remove",
         help="Remove a place of your own; a shipped one is as it was"),
    _one("keys.change", "enter,space", "choose", places=(KEYS,), shown="enter", word="another key", rank=0,
         help="Give it another key: the next one you press"),
    _one("keys.shipped", "x", "shipped", places=(KEYS,), shown="x", word="as shipped", rank=1,
         help="The key it came with"),
    _one("keys.all_shipped", "0", "all_shipped", places=(KEYS,), shown="0", word="all as shipped", rank=2,
         help="Every key as it came"),
    _one("room.back", "escape,backspace", "back", places=(HISTORY, PAST, LIBRARY, RUNGS, GRAPHS), shown="esc",
         word="back", rank=8, help="Back: out of a session, a search, a table"),
    _one("page.save", "ctrl+s", "save", places=(OWN, PAGE), shown="ctrl+s", word="save", rank=0,
         help="Check and save; what does not fit is said, and what you typed stays"),
    # Everywhere
    _one("app.help", "question_mark", "help", places=(EVERYWHERE,), shown="?", word="keys", rank=0, short="",
         help="All keys"),
    _one("app.palette", "ctrl+p", "command_palette", places=(EVERYWHERE,), shown="ctrl+p", word="commands",
         help="Everything by name"),
    _one("app.quit", "q,ctrl+q", "quit", places=(EVERYWHERE,), shown="q", word="leave",
         help="Leave; everything is saved, and the next start goes on here"),
    # The first start
    _one("welcome.on", "enter,ctrl+s", "go_on", places=(WELCOME,), shown="enter", word="go on", rank=0,
         help="Take the answer and go on (ctrl+s too)"),
    _one("welcome.back", "escape", "back", places=(WELCOME,), shown="esc", word="back", rank=1, help="One question back"),
    _one("welcome.skip", "ctrl+n", "skip", places=(WELCOME,), shown="ctrl+n", word="skip", rank=2,
         help="Leave this question at its default"),
    # Small windows
    _one("dialog.leave", "escape", "leave", places=(DIALOG, LINE, EDIT, FORM, PROGRAMS, PROGRAM, OWN, PAGE, KEYS),
         shown="esc", word="leave", rank=0, help="Leave without a change"),
    _one("line.take", "tab", "complete", places=(LINE,), shown="tab", word="complete", rank=1,
         help="Take the suggested exercise; on a note, change between exercise and session"),
    _one("edit.save", "ctrl+s", "save", places=(EDIT,), shown="enter", word="save", rank=0, help="Save the set"),
    _one("form.save", "ctrl+s", "save", places=(FORM,), shown="enter", word="go on", rank=0,
         help="See what it changes; once more, and it is so"),
    _one("edit.erase", "ctrl+r", "erase", places=(EDIT,), shown="ctrl+r", word="erase", rank=1,
         help="Open the set again as if it had not been done"),
)  # fmt: skip


def lines_for(*places: str) -> Iterator[KeyLine]:
    """The lines that count in any of *places*, in table order."""
    return (line for line in LINES if set(places) & set(line.places))


def places_of(action: str) -> frozenset[str]:
    """Where an action (its name, without arguments) may be called by a key; empty for one without a key."""
    return frozenset(
        place
        for line in LINES
        for stroke in line.strokes
        if stroke.action.partition("(")[0] == action
        for place in line.places
    )
