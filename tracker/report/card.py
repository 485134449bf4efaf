"""The week as a picture worth sharing: one SVG file that needs no font, no network and no program of its own."""

import textwrap
from collections.abc import Iterator
from xml.sax.saxutils import escape

from tracker.domain.phase import Phase
from tracker.domain.words import figures
from tracker.report.names import POSITION_NAMES
from tracker.report.sheet import NOT_YET, Said, WeekSheet

WIDTH, HEIGHT = 1200, 900
_GROUND, _SURFACE, _RAIL = "#16181D", "#1D2027", "#2C313B"
_TEXT, _QUIET, _GOOD, _MISSING, _ACCENT, _COOL = (
    "#DDE1E8",
    "#8A92A0",
    "#8FBF7F",
    "#E06C75",
    "#E8A15B",
    "#7FB4CA",
)
_PHASES = {
    "off_season": "#8A9BB0",
    "base": "#7FB4CA",
    "build": "#A3B18A",
    "peak": "#E8A15B",
    "taper": "#C792A8",
    "race_week": "#E8828A",
    "recovery": "#868F8A",
}
_RUNS = {"R": _QUIET, "E": _COOL, "Q": _ACCENT, "L": "#C792A8", "X": "#E8828A"}
_FONT = "ui-sans-serif, 'Inter', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_LEFT, _RIGHT, _COLUMN = 64, 640, 496
_CELL = 65
_PER_LINE, _FOOT_LINE, _HALF_LINE = 102, 104, 54
_LEAST_SPAN = 0.10
"""A curve is drawn on the scale of at least so much of the lift, so that a steady one looks steady."""
_ASIDE = 34
_SLIM = frozenset(" :'filjt")


def week_card(sheet: WeekSheet) -> str:
    """One SVG document, 1200 by 900."""
    tint = _PHASES[sheet.phase.public] if isinstance(sheet.phase, Phase) else _QUIET
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{_FONT}" role="img">',
        f"<title>{_safe(f'Week {sheet.number}: {sheet.headline} {sheet.summary}')}</title>",
        _box(0, 0, WIDTH, HEIGHT, _GROUND),
        _box(0, 0, WIDTH, 10, tint),
        *_head(sheet, tint),
        *_strip(sheet),
        *_words(sheet),
    ]
    if not sheet.closed:
        parts += [*_strength(sheet), *_sets(sheet, tint), *_mix(sheet), *_effort(sheet), *_balance(sheet)]
    parts += [*_foot(sheet), "</svg>"]
    return "\n".join(parts) + "\n"


def _head(sheet: WeekSheet, tint: str) -> Iterator[str]:
    yield _text(_LEFT, 84, f"Week {sheet.number}", size=44, weight=700)
    yield _text(_LEFT + 232, 84, f"{sheet.dates} {sheet.monday.year}", size=24, ink=_QUIET)
    yield _text(WIDTH - _LEFT, 70, sheet.place.upper(), size=26, weight=700, ink=tint, anchor="end")
    yield _text(WIDTH - _LEFT, 100, sheet.race, size=20, ink=_QUIET, anchor="end")


def _strip(sheet: WeekSheet) -> Iterator[str]:
    for at, day in enumerate(sheet.days):
        x = _LEFT + at * 154
        yield _text(x, 148, figures.weekday(day.date), size=18, ink=_QUIET)
        yield _text(x + 44, 148, day.run.value, size=20, weight=700, ink=_RUNS[day.run.value])
        if day.lift == "done":
            yield f'<circle cx="{x + 76}" cy="141" r="8" fill="{_GOOD}"/>'
        elif day.lift == "part":
            yield f'<circle cx="{x + 76}" cy="141" r="7" fill="none" stroke="{_GOOD}" stroke-width="2"/>'
            yield f'<path d="M {x + 76} 133 a 8 8 0 0 0 0 16 z" fill="{_GOOD}"/>'
        elif day.lift in ("planned", "missed"):
            ink = _ACCENT if day.lift == "planned" else _QUIET
            yield f'<circle cx="{x + 76}" cy="141" r="7" fill="none" stroke="{ink}" stroke-width="2"/>'


def _words(sheet: WeekSheet) -> Iterator[str]:
    said = " ".join(filter(None, (sheet.summary, *sheet.insights[:2])))
    good = _GOOD if sheet.sessions.good else _ACCENT
    yield _text(_LEFT, 204, sheet.headline, size=30, weight=700, ink=good)
    for at, line in enumerate(textwrap.wrap(said, _PER_LINE, max_lines=4, placeholder=" …")):
        yield _text(_LEFT, 242 + at * 30, line, size=21)


def _strength(sheet: WeekSheet) -> Iterator[str]:
    yield from _title(_LEFT, 400, "Strength kept", sheet.kept.short or sheet.kept.words)
    for at, lift in enumerate(sheet.lifts):
        y = 436 + at * 36
        yield _text(_LEFT, y, _fit(lift.names, 17), size=20)
        yield _spark(_LEFT + 164, y - 18, lift.points)
        yield _text(_LEFT + 360, y, lift.value, size=20, weight=700, anchor="end")
        ink = _ACCENT if lift.holds is False else _GOOD if lift.holds else _QUIET
        yield _text(_LEFT + 376, y, lift.remark, size=18, ink=ink)


def _sets(sheet: WeekSheet, tint: str) -> Iterator[str]:
    shown = sheet.groups_shown
    total = f"{sheet.sets}; the tick is last week, {sheet.sets_last} in all" if shown else NOT_YET
    yield from _title(_LEFT, 596, "Hard sets", total)
    for at, group in enumerate(shown):
        y = 630 + at * 30
        yield _text(_LEFT, y, group.name, size=19)
        yield _box(_LEFT + 110, y - 15, 250, 16, _RAIL)
        ink = _ACCENT if group.low or group.high else tint
        yield _box(_LEFT + 110, y - 15, round(250 * group.sets / sheet.sets_on_a_bar), 16, ink)
        last = _LEFT + 110 + round(250 * group.last / sheet.sets_on_a_bar)
        yield _box(last - 1, y - 19, 3, 24, _TEXT)
        yield _text(_LEFT + 376, y, figures.number(group.sets), size=19, weight=700)
        if group.remark:
            yield _text(_LEFT + 416, y, group.remark, size=18, ink=_QUIET)


def _mix(sheet: WeekSheet) -> Iterator[str]:
    yield from _title(_RIGHT, 400, "Runner's mix", _fit(sheet.mix_said, _ASIDE))
    for column, names in enumerate(POSITION_NAMES.values()):
        yield _text(_RIGHT + 112 + column * _CELL + 29, 430, names[0], size=16, ink=_QUIET, anchor="middle")
    for at, row in enumerate(sheet.coverage):
        y = 440 + at * 34
        yield _text(_RIGHT, y + 21, row.name, size=19)
        for column, count in enumerate(row.counts):
            x = _RIGHT + 112 + column * _CELL
            missing = count == 0 and (row.hole or column in sheet.positions_missing)
            yield from _cell(x, y, count, missing=missing)


def _cell(x: int, y: int, count: int | None, *, missing: bool) -> Iterator[str]:
    if count is None:
        return
    if count:
        shade = 0.35 if count < 3 else 0.6 if count < 5 else 1.0
        yield f'<rect x="{x}" y="{y}" width="58" height="29" rx="4" fill="{_GOOD}" fill-opacity="{shade}"/>'
        ink = _GROUND if shade == 1.0 else _TEXT
        yield _text(x + 29, y + 21, str(count), size=18, weight=700, ink=ink, anchor="middle")
    elif missing:
        yield f'<circle cx="{x + 29}" cy="{y + 14}" r="8" fill="none" stroke="{_MISSING}" stroke-width="3"/>'
    else:
        yield f'<circle cx="{x + 29}" cy="{y + 14}" r="2" fill="{_RAIL}"/>'


def _effort(sheet: WeekSheet) -> Iterator[str]:
    yield from _title(_RIGHT, 690, "Effort", sheet.effort.words)
    middle, reach = _RIGHT + _COLUMN // 2, _COLUMN // 2
    yield _box(_RIGHT, 711, _COLUMN, 3, _RAIL)
    yield _box(middle - 1, 704, 3, 17, _QUIET)
    if sheet.effort.value is not None:
        x = middle + round(max(-2.0, min(2.0, sheet.effort.value)) / 2 * reach)
        ink = _GOOD if sheet.effort.good else _ACCENT
        yield f'<circle cx="{x}" cy="712" r="9" fill="{ink}"/>'


def _balance(sheet: WeekSheet) -> Iterator[str]:
    target = (
        f", asked {sheet.run_lift_target}" if sheet.run_lift_target and sheet.run_lift.good is False else ""
    )
    yield from _title(_RIGHT, 764, "Run : lift", f"{sheet.run_lift.words}{target}")
    share: Said = sheet.run_lift
    if share.value is not None:
        cut = round(_COLUMN * (1 - share.value))
        yield _box(_RIGHT, 778, cut, 16, _COOL)
        yield _box(_RIGHT + cut, 778, _COLUMN - cut, 16, _ACCENT)
    else:
        yield _box(_RIGHT, 778, _COLUMN, 16, _RAIL)
    marks = sheet.records[0] if sheet.records else ""
    more = f" and {len(sheet.records) - 1} more" if len(sheet.records) > 1 else ""
    if marks:
        said = textwrap.shorten(f"Best: {marks}", _HALF_LINE - len(more), placeholder="…") + more
        yield _text(_RIGHT, 828, said, size=19, ink=_QUIET)


def _foot(sheet: WeekSheet) -> Iterator[str]:
    days = " ".join(figures.weekday(day) for day in sheet.ahead_days)
    ahead = " · ".join(filter(None, (sheet.ahead, f"lifting {days}" if days else "")))
    yield _box(0, HEIGHT - 46, WIDTH, 46, _SURFACE)
    if ahead and not sheet.closed:
        said = f"{sheet.ahead_name}: {ahead}"
        for why in sheet.why_briefly:
            if len(said) + len(why) + 3 <= _FOOT_LINE:
                said = f"{said} · {why}"
        yield _text(_LEFT, HEIGHT - 16, said, size=19)
    yield _text(WIDTH - _LEFT, HEIGHT - 16, "runlift", size=19, weight=700, ink=_ACCENT, anchor="end")


def _title(x: int, y: int, title: str, aside: str) -> Iterator[str]:
    yield _text(x, y, title, size=22, weight=700)
    width = sum(7 if each in _SLIM else 13 for each in title)
    yield _text(x + width + 18, y, aside, size=19, ink=_QUIET)


def _spark(x: int, y: int, points: tuple[float, ...]) -> str:
    """A small curve, 90 by 20."""
    if len(points) < 2:
        return ""
    middle = (min(points) + max(points)) / 2
    span = max(max(points) - min(points), _LEAST_SPAN * max(points))
    step = 90 / (len(points) - 1)
    at = [
        (x + round(i * step), y + 10 - round(20 * (point - middle) / span)) for i, point in enumerate(points)
    ]
    line = " ".join(f"{px},{py}" for px, py in at)
    last = at[-1]
    return (
        f'<polyline points="{line}" fill="none" stroke="{_COOL}" stroke-width="3" stroke-linejoin="round"/>'
        f'<circle cx="{last[0]}" cy="{last[1]}" r="4" fill="{_COOL}"/>'
    )


def _fit(names: tuple[str, ...], most: int) -> str:
    found = next((name for name in names if len(name) <= most), names[-1])
    return found if len(found) <= most else f"{found[: most - 1]}…"


def _text(
    x: int, y: int, words: str, *, size: int, weight: int = 400, ink: str = _TEXT, anchor: str = "start"
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{ink}" '
        f'text-anchor="{anchor}">{_safe(words)}</text>'
    )


def _box(x: int, y: int, width: int, height: int, ink: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{max(width, 0)}" height="{height}" fill="{ink}"/>'


def _safe(words: str) -> str:
    """Escaped, and without the control characters XML forbids."""
    return escape("".join(each for each in words if each.isprintable()))
