"""What a finished session changes for next time: beside the summary, and in full."""

from collections.abc import Callable, Iterable

from tracker.domain.adapting.ladder import Library
from tracker.domain.reason import Reason
from tracker.domain.units import Unit
from tracker.domain.words.said_set import set_of
from tracker.logbook.next_time import NextTime
from tracker.screens.dialogs.reading import Part
from widgets.facts import Fact

Say = Callable[[Reason], str]


def change_facts(library: Library, unit: Unit, say: Say, changes: Iterable[NextTime]) -> tuple[Fact, ...]:
    """What changes, each with its cause (once, if all have the same); what stays, in one line.

    Where there is no room for all of it, the causes go before the numbers; the page behind *why* has everything.
    """
    said: list[Fact] = []
    same: list[str] = []
    for each in changes:
        name = library[each.exercise].name
        before, after = each.said(lambda entry, asked: set_of(entry, asked, unit))
        if before == after and each.instead is None:
            same.append(name)
            continue
        tail = _tail(each, library, before, after)
        said.append(Fact("", name, tail=tail, aside=_cause(each, say), rank=3))
    causes = {each.aside for each in said}
    shared = causes.pop() if len(causes) == 1 and len(said) > 1 else ""
    lines = [Fact("", shared, rows=2, rank=3)] if shared else []
    lines += [each._replace(aside="" if shared else each.aside, rows=2 if shared else 4) for each in said]
    if same:
        lines.append(Fact("", f"as today: {', '.join(same)}", rows=2, rank=3))
    return tuple(line._replace(label="" if at else "next") for at, line in enumerate(lines))


def change_parts(library: Library, unit: Unit, say: Say, changes: Iterable[NextTime]) -> list[Part]:
    """Every change in full words, for a page that scrolls."""
    found: list[Part] = []
    for each in changes:
        before, after = each.said(lambda entry, asked: set_of(entry, asked, unit))
        stays = before == after and each.instead is None
        moved = f"{after} again" if stays else _tail(each, library, before, after)
        reasons = " ".join(map(say, each.reasons))
        found += [("tight", f"{library[each.exercise].name}  {moved}"), ("quiet", reasons)]
    return [("title", "Next time"), *found] if found else []


def _tail(change: NextTime, library: Library, before: str, after: str) -> str:
    if change.instead is not None:
        return f"→ {library[change.instead].name} {after}"
    if change.today.contacts is not None:
        before = before.removesuffix(" contacts")
    return f"{before} → {after}"


def _cause(change: NextTime, say: Say) -> str:
    return say(change.reasons[0]) if change.reasons else ""
