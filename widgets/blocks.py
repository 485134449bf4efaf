"""Figures built of blocks, in one font of 3 x 5 dots drawn at any scale.

At scale 2 a dot is two cells wide and one row high, so a digit is 6 x 5 cells and its strokes are square: it
can be read across a room. At scale 1 a dot is one cell wide and half a row high, so a digit is 3 x 3 cells.
At scale 3 it is 9 x 8. Digits are all equally wide.
"""

from functools import lru_cache

_FONT = """
0 ### #.# #.# #.# ###
1 ##. .#. .#. .#. ###
2 ### ..# ### #.. ###
3 ### ..# ### ..# ###
4 #.# #.# ### ..# ..#
5 ### #.. ### ..# ###
6 ### #.. ### #.# ###
7 ### ..# ..# ..# ..#
8 ### #.# ### #.# ###
9 ### #.# ### ..# ###
. . . . . #
, . . . # #
: . # . # .
- .. .. ## .. ..
+ ... .#. ### .#. ...
/ ..# ..# .#. #.. #..
× ... #.# .#. #.# ...
A .#. #.# ### #.# #.#
B ##. #.# ##. #.# ##.
C .## #.. #.. #.. .##
D ##. #.# #.# #.# ##.
E ### #.. ##. #.. ###
F ### #.. ##. #.. #..
G .## #.. #.# #.# .##
H #.# #.# ### #.# #.#
I ### .#. .#. .#. ###
J ..# ..# ..# #.# .#.
K #.# #.# ##. #.# #.#
L #.. #.. #.. #.. ###
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O .#. #.# #.# #.# .#.
P ##. #.# ##. #.. #..
Q .#. #.# #.# .#. ..#
R ### #.# ##. #.# #.#
S ### #.. ### ..# ###
T ### .#. .#. .#. .#.
U #.# #.# #.# #.# ###
V #.# #.# #.# #.# .#.
W #...# #...# #.#.# ##.## #...#
X #.# #.# .#. #.# #.#
Y #.# #.# .#. .#. .#.
Z ### ..# .#. #.. ###
"""
_GLYPHS = {line[0]: tuple(line[2:].split()) for line in _FONT.strip().splitlines()} | {" ": ("..",) * 5}
_DOTS_HIGH = 5
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
LARGEST = 4


def can_spell(text: str) -> bool:
    """Is every character of *text* in the font (letters in either case)?"""
    return all(character in _GLYPHS for character in text.upper())


def width_at(text: str, scale: int) -> int:
    """Cells that *text* takes at *scale*."""
    if not text:
        return 0
    dots = sum(len(_GLYPHS[character][0]) for character in text.upper())
    return dots * scale + _gap(scale) * (len(text) - 1)


def height_at(scale: int) -> int:
    """Rows that any text takes at *scale*."""
    return (_DOTS_HIGH * scale + 1) // 2


@lru_cache(maxsize=256)
def spell(text: str, scale: int) -> tuple[str, ...]:
    """*text* as `height_at` rows of blocks, each `width_at` cells wide, standing on the last row.

    Raises KeyError for a character that is not in the font; ask `can_spell` first.
    """
    glyphs = [_GLYPHS[character] for character in text.upper()]
    gap = "." * _gap(scale)
    halves = []
    for row in range(_DOTS_HIGH):
        dots = gap.join("".join(dot * scale for dot in glyph[row]) for glyph in glyphs)
        halves += [dots] * scale
    if len(halves) % 2:
        halves.insert(0, "." * len(halves[0]))
    return tuple(
        "".join(_HALVES[upper == "#", lower == "#"] for upper, lower in zip(top, bottom, strict=True))
        for top, bottom in zip(halves[::2], halves[1::2], strict=True)
    )


def _gap(scale: int) -> int:
    return max(1, scale // 2)
