"""Both themes can be read: contrast as WCAG 2.2 counts it."""

import asyncio
from itertools import product

import pytest
from support.gym import Gym
from support.looks import showing
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import Static

from tracker.domain.phase import Phase
from tracker.domain.words import theme_names
from tracker.themes import PHASES, RUNLIFT_DARK, RUNLIFT_LIGHT, THEMES, phase_variable, variable_defaults

TEXT = ("text", "text-accent", "text-success", "text-primary", "text-secondary", "text-warning", "text-error")
both = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def luminance(colour: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted(luminance(Color.parse(each)) for each in (one, other))
    return (light + 0.05) / (dark + 0.05)


def grounds(theme: Theme) -> dict[str, str]:
    found = {"background": theme.background, "surface": theme.surface, "panel": theme.panel}
    assert all(found.values())
    return {name: colour for name, colour in found.items() if colour}


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@both
def test_text_reads_on_every_ground(theme: Theme) -> None:
    for name, (ground, colour) in product(TEXT, grounds(theme).items()):
        assert contrast(theme.variables[name], colour) >= 4.5, (name, ground)


@both
def test_phases_read_as_text_on_ground_and_surface(theme: Theme) -> None:
    for phase, ground in product(PHASES, ("background", "surface")):
        assert contrast(theme.variables[phase_variable(phase)], grounds(theme)[ground]) >= 4.5, (
            phase,
            ground,
        )


@both
def test_quiet_text_still_reads(theme: Theme) -> None:
    for name, (ground, colour) in product(("quiet", "text-muted", "next"), grounds(theme).items()):
        assert contrast(theme.variables[name], colour) >= 3, (name, ground)


@both
def test_quiet_is_quieter_than_text(theme: Theme) -> None:
    for ground, colour in grounds(theme).items():
        assert contrast(theme.variables["quiet"], colour) < contrast(theme.variables["text"], colour) / 2, (
            ground
        )


@both
def test_filled_spots_read(theme: Theme) -> None:
    for fill in (theme.accent, theme.success):
        assert fill
        assert contrast(fill, grounds(theme)["background"]) >= 4.5, fill


def test_every_phase_has_a_colour_of_its_own() -> None:
    for phase in Phase:
        assert phase_variable(phase.public) in RUNLIFT_DARK.variables
    for theme in (RUNLIFT_DARK, RUNLIFT_LIGHT):
        assert len({theme.variables[phase_variable(phase)] for phase in PHASES}) == len(PHASES)


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_in_every_theme_what_matters_is_stronger_than_what_whispers(gym: Gym, name: str) -> None:
    app = gym.make_app()
    app.theme = name
    variables = app.get_css_variables()
    ground = Color.parse(variables["background"])
    if ground.ansi is not None:
        return
    text = Color.parse(variables["foreground"])
    muted, _, share = variables["text-muted"].partition(" ")
    quiet = (
        ground.blend(ground.get_contrast_text(1.0), float(share.rstrip("%")) / 100)
        if muted == "auto"
        else Color.parse(muted)
    )
    assert contrast(text.hex, ground.hex) >= 7
    assert contrast(quiet.hex, ground.hex) < contrast(text.hex, ground.hex)


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_every_other_theme_gets_our_variables(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    defaults = variable_defaults(theme)
    assert set(defaults) == set(variable_defaults(RUNLIFT_DARK))
    assert all((Color.parse(value).ansi is not None) == theme.ansi for value in defaults.values())


@pytest.mark.parametrize("name", ["runlift-dark", "runlift-light", "ansi-dark", "ansi-light", "nord"])
def test_a_style_sheet_may_use_our_variables_in_any_theme(name: str) -> None:
    class Coloured(Static):
        DEFAULT_CSS = "".join(f"Coloured.{phase} {{ color: ${phase_variable(phase)}; }}" for phase in PHASES)

    async def check() -> None:
        async with showing(Coloured("base week 3", classes="base"), theme=name) as stage:
            expected = Color.parse(stage.pilot.app.theme_variables["phase-base"])
            assert stage.widget.styles.color.rgb == expected.rgb

    asyncio.run(check())


def test_the_themes_that_can_be_set_are_those_there_are() -> None:
    assert set(theme_names.THEMES) == {*BUILTIN_THEMES, *(theme.name for theme in THEMES)}
