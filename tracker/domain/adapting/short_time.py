"""Short on time: what a session keeps when only 40, 25 or 12 minutes are left (training.md 4.9)."""

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
