"""Short on time: what a session keeps when only 40, 25 or 12 minutes are left (docs/rules.md 4.9)."""

from collections.abc import Callable

from tracker.domain.exercise import Role
from tracker.domain.phase import Phase
from tracker.domain.session import Entry

OFFERED_MINUTES = (40, 25, 12)
_KEPT_FIRST = (Role.PRIMARY, Role.SECONDARY, Role.CORE, Role.PLYO, Role.ACCESSORY, Role.BALANCE)


def shortened(
    entries: tuple[Entry, ...], minutes: int, phase: Phase, estimate: Callable[[tuple[Entry, ...]], float]
) -> tuple[Entry, ...]:
    """The entries that fit *minutes*, in session order, at least one of them with at least one set.

    What matters least in the phase gives way first: its open sets down to one, then the whole exercise. What was
    done stays.
    """
    kept = list(entries)
    while estimate(tuple(kept)) > minutes:
        for at in sorted(range(len(kept)), key=lambda at: (_rank(kept[at], phase), at), reverse=True):
            fewer = _one_set_less(kept[at])
            if fewer is not None:
                kept[at] = fewer
                break
            if not kept[at].performed and len(kept) > 1:
                del kept[at]
                break
        else:
            break
    return tuple(kept)


def lengthened(
    entries: tuple[Entry, ...], before: tuple[Entry, ...], cut: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """*entries* with what had been cut for want of time, in the order of the session.

    What was done, swapped or dropped for another reason since then stays as it is.

    Args:
        before, cut: the entries before and after they were shortened.
    """
    now = {_place(entry): entry for entry in entries}
    left = {_place(entry): entry for entry in cut}
    whole: list[Entry] = []
    for entry in before:
        here, then = now.pop(_place(entry), None), left.get(_place(entry))
        if here is None and then is None:
            whole.append(entry)
        elif here is not None:
            same = then is not None and then.exercise == here.exercise and len(here.sets) >= len(then.sets)
            rows = entry.sets[len(then.sets) :] if then is not None and same else ()
            whole.append(here.changed(sets=(*here.sets, *rows)) if rows else here)
    return (*whole, *now.values())


def _place(entry: Entry) -> tuple[int | None, str]:
    """What an entry is known by while its exercise may change: its slot, else its name."""
    return entry.slot, "" if entry.slot is not None else entry.exercise


def _rank(entry: Entry, phase: Phase) -> int:
    """0 is kept longest; in the peak, jumps go first."""
    if entry.role is Role.PLYO and phase is Phase.PEAK:
        return len(_KEPT_FIRST)
    return _KEPT_FIRST.index(entry.role)


def _one_set_less(entry: Entry) -> Entry | None:
    """Without its last set, if that is open and not the only one."""
    if len(entry.sets) < 2 or not entry.sets[-1].is_open:
        return None
    return entry.without_row(len(entry.sets) - 1)
