"""The two themes of the house, and what every other theme needs to know about the phases.

Besides Textual's own names a style sheet may use ``$phase-off-season``, ``$phase-base``, ``$phase-build``,
``$phase-peak``, ``$phase-taper``, ``$phase-race-week``, ``$phase-recovery``, ``$quiet``, ``$done``,
``$now``, ``$next`` and ``$rest`` in any theme: an app returns `variable_defaults` of its current theme from
``get_theme_variable_defaults``.

Contrast on ground, surface and panel: text and phases at least 4.5 : 1 on ground and surface, quiet text at
least 3 : 1 everywhere (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

PHASES = ("off-season", "base", "build", "peak", "taper", "race-week", "recovery")


def phase_variable(public: str) -> str:
    """The theme variable (without ``$``) of a phase's public name: ``race_week`` is ``phase-race-week``."""
    return f"phase-{public.replace('_', '-')}"


def _variables(
    phases: tuple[str, ...], *, quiet: str, faint: str, done: str, now: str, rest: str
) -> dict[str, str]:
    named = {phase_variable(phase): colour for phase, colour in zip(PHASES, phases, strict=True)}
    return {**named, "quiet": quiet, "faint": faint, "done": done, "now": now, "next": quiet, "rest": rest}


_DARK = _variables(
    ("#8A9BB0", "#7FB4CA", "#A3B18A", "#E8A15B", "#C792A8", "#E8828A", "#868F8A"),
    quiet="#828A98",
    faint="#4C5360",
    done="#8FBF7F",
    now="#E8A15B",
    rest="#7FB4CA",
)
_LIGHT = _variables(
    ("#53606E", "#1F627F", "#4D5E32", "#954A06", "#80405F", "#A82A37", "#5E665F"),
    quiet="#666B75",
    faint="#B3AFA5",
    done="#2A6827",
    now="#954A06",
    rest="#1F627F",
)
_ANSI = _variables(
    ("ansi_blue", "ansi_cyan", "ansi_green", "ansi_yellow", "ansi_magenta", "ansi_red", "ansi_default"),
    quiet="ansi_default",
    faint="ansi_default",
    done="ansi_green",
    now="ansi_yellow",
    rest="ansi_cyan",
)


def _own_text(colours: dict[str, str], text: str, warning: str, error: str) -> dict[str, str]:
    """Textual's names for coloured text, in our colours as they are, not tinted."""
    return {
        "text": text,
        "text-muted": colours["quiet"],
        "text-disabled": colours["faint"],
        "text-primary": colours["rest"],
        "text-secondary": colours["phase-build"],
        "text-accent": colours["now"],
        "text-success": colours["done"],
        "text-warning": warning,
        "text-error": error,
        "foreground-muted": colours["quiet"],
        "footer-key-foreground": colours["now"],
        "block-cursor-background": colours["now"],
        "link-color": colours["rest"],
    }


RUNLIFT_DARK = Theme(
    name="runlift-dark",
    dark=True,
    primary="#7FB4CA",
    secondary="#A3B18A",
    accent="#E8A15B",
    success="#8FBF7F",
    warning="#E5C07B",
    error="#E8828A",
    foreground="#DDE1E8",
    background="#16181D",
    surface="#1D2027",
    panel="#272B34",
    boost="#272B34",
    variables=_DARK
    | _own_text(_DARK, "#DDE1E8", "#E5C07B", "#E8828A")
    | {"block-cursor-foreground": "#16181D", "border": "#7FB4CA", "border-blurred": "#4C5360"},
)

RUNLIFT_LIGHT = Theme(
    name="runlift-light",
    dark=False,
    primary="#1F627F",
    secondary="#4D5E32",
    accent="#A8560A",
    success="#2A6827",
    warning="#7A5200",
    error="#A82A37",
    foreground="#23262D",
    background="#F7F5F0",
    surface="#EFECE4",
    panel="#E4E0D6",
    boost="#E4E0D6",
    variables=_LIGHT
    | _own_text(_LIGHT, "#23262D", "#7A5200", "#A82A37")
    | {"block-cursor-foreground": "#F7F5F0", "border": "#1F627F", "border-blurred": "#B3AFA5"},
)

THEMES = (RUNLIFT_DARK, RUNLIFT_LIGHT)
_STRONG = 7.0
"""Contrast of what matters on its ground (WCAG 2.2, 1.4.6)."""


def variable_defaults(theme: Theme) -> dict[str, str]:
    """Our variables for a theme that lacks them: by its ground, or in the terminal's own sixteen colours."""
    if theme.ansi:
        return _ANSI
    return _DARK if theme.dark else _LIGHT


def strengthened(theme: Theme, variables: Mapping[str, str]) -> dict[str, str]:
    """What to lay over the *variables* of a theme whose own text is pale: figures are stronger, asides are as it has it.

    Textual mixes quiet text from black or white; beside pale text that would be the louder one.
    """
    if theme.ansi or theme in THEMES:
        return {}
    text, ground = Color.parse(variables["foreground"]), Color.parse(variables["background"])
    if _contrast(text, ground) >= _STRONG:
        return {}
    loudest = ground.get_contrast_text(1.0)
    shades = (text.blend(loudest, share / 10) for share in range(1, 10))
    strong = next((each for each in shades if _contrast(each, ground) >= _STRONG), loudest)
    return {"foreground": strong.hex, "text-muted": text.hex}


def _contrast(one: Color, other: Color) -> float:
    """As WCAG counts it, 1 to 21."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    shares = (part / 255 for part in colour.rgb)
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
