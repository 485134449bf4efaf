"""Exercises done in turns: two are a superset, three or more a circuit. Whose set is next, and how long to rest.

A session is a row of blocks. A block is one exercise, or those that belong together, which take turns: the first
set of each, then the second of each. Whoever has no set left is passed over, and the others simply go on.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from tracker.domain.session import Entry, Session

CHANGE_OVER_S = 15.0
"""From one exercise to the next inside a round."""

SUPERSET, CIRCUIT = "superset", "circuit"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

T = TypeVar("T")


class Where(NamedTuple):
    """One row of a session: index of the entry, index of its set."""

    entry: int
    row: int


class Label(NamedTuple):
    """What an exercise is called in its session: ``2``, or ``3a`` and ``3b`` for two that take turns.

    Attributes:
        block: the number of the block, from 1.
        letter: which of those that take turns; empty for one alone.
        kind: `SUPERSET` or `CIRCUIT`; empty for one alone.
        begins: the first one of its block.
    """

    block: int
    letter: str = ""
    kind: str = ""
    begins: bool = True

    def __str__(self) -> str:
        return f"{self.block}{self.letter}"


class Rest(NamedTuple):
    """The rest after a set.

    Attributes:
        seconds: counted from the end of that set.
        change_over: the round goes on with another exercise at once.
    """

    seconds: float
    change_over: bool = False


class _Turn(NamedTuple):
    """One row in the order of its block."""

    round: int
    member: int
    where: Where
    is_open: bool


_Block = tuple[tuple[int, ...], ...]
"""Who takes turns, each as the indexes of its entries: two where the exercise was changed midway, else one."""


def gathered(items: Iterable[T], group: Callable[[T], str | None]) -> list[T]:
    """The same things with those of one group beside one another, where its first one stands."""
    places: dict[object, list[T]] = {}
    for at, item in enumerate(items):
        places.setdefault(group(item) or at, []).append(item)
    return [item for together in places.values() for item in together]


def labels(session: Session) -> tuple[Label, ...]:
    """The label of every entry, in order."""
    found: list[Label] = []
    for number, block in enumerate(_blocks(session), start=1):
        kind = "" if len(block) == 1 else SUPERSET if len(block) == 2 else CIRCUIT
        for at, member in enumerate(block):
            letter = _LETTERS[at % len(_LETTERS)] if kind else ""
            found += [Label(number, letter, kind, at == 0 and index == member[0]) for index in member]
    return tuple(found)


def turns_with(session: Session) -> tuple[str, ...]:
    """For every entry, in words, with whom it takes turns: ``superset with 3b``; only where its block begins."""
    every = labels(session)
    said = []
    for label in every:
        others = dict.fromkeys(str(each) for each in every if each.block == label.block and each != label)
        others.pop(str(label), None)
        said.append(f"{label.kind} with {', '.join(others)}" if label.kind and label.begins else "")
    return tuple(said)


def next_open(session: Session, after: Where | None = None) -> Where | None:
    """The next set to do: whose turn it is in the block of *after*, else in the blocks behind it, else before it."""
    return _next(session, after, None)


def following(session: Session, where: Where) -> Where | None:
    """The set that is next once *where* is done; None when no other is open."""
    return _next(session, where, where)


def rest_after(session: Session, where: Where) -> Rest:
    """The rest that follows from the set at *where*, which is done and was logged last.

    Inside a round, the time to change over. After its last set, until everybody in it has had their own rest: what
    is done between two heavy sets is part of the rest between them.
    """
    if is_change_over(session, where):
        return Rest(CHANGE_OVER_S, change_over=True)
    last = session.entries[where.entry].sets[where.row].done
    assert last is not None
    ready = [
        done.at.timestamp() + session.entries[at].rest_s[1]
        for member in _block_of(session, where.entry)
        for at in member
        for done in session.entries[at].performed
    ]
    return Rest(max(ready) - last.at.timestamp())


def is_change_over(session: Session, where: Where) -> bool:
    """Whether the set after *where* is another exercise's of the same round: no rest between the two."""
    then = following(session, where)
    turns = {turn.where: turn for turn in _turns(session, _block_of(session, where.entry))}
    mine, other = turns.get(where), turns.get(then) if then is not None else None
    return mine is not None and other is not None and mine.round == other.round


def _blocks(session: Session) -> tuple[_Block, ...]:
    blocks: list[list[list[int]]] = []
    before: Entry | None = None
    for at, entry in enumerate(session.entries):
        if before is None or entry.group is None or entry.group != before.group:
            blocks.append([[at]])
        elif entry.slot is not None and entry.slot == before.slot:
            blocks[-1][-1].append(at)
        else:
            blocks[-1].append([at])
        before = entry
    return tuple(tuple(map(tuple, block)) for block in blocks)


def _block_of(session: Session, entry: int) -> _Block:
    return next(block for block in _blocks(session) if any(entry in member for member in block))


def _turns(session: Session, block: _Block) -> list[_Turn]:
    """Every row of the block in the order of its rounds."""
    found: list[_Turn] = []
    for member, entries in enumerate(block):
        rows = [Where(at, row) for at in entries for row in range(len(session.entries[at].sets))]
        for number, where in enumerate(rows):
            entry = session.entries[where.entry]
            is_open = entry.skipped is None and entry.sets[where.row].is_open
            found.append(_Turn(number, member, where, is_open))
    return sorted(found)


def _next(session: Session, after: Where | None, done: Where | None) -> Where | None:
    blocks = _blocks(session)
    entry = after.entry if after is not None else 0
    start = next((at for at, block in enumerate(blocks) if any(entry in each for each in block)), 0)
    for block in (*blocks[start:], *blocks[:start]):
        turns = _turns(session, block)
        still = [turn for turn in turns if turn.is_open and turn.where != done]
        if still:
            mine = next((turn for turn in turns if turn.where == after), None)
            return _whose_turn(still, mine).where
    return None


def _whose_turn(still: list[_Turn], mine: _Turn | None) -> _Turn:
    """The first open set of the earliest round; who has gone ahead of the others goes on to the end."""
    first = still[0]
    if mine is None or first.round >= mine.round:
        return first
    return next((turn for turn in still if turn.member == mine.member), first)
