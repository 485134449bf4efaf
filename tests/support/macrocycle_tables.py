"""The exact week counts of the training plan, one table a distance: weeks left, layout, deload weeks.

o off-season, b base, m and p build (maintenance, periodized), k peak, t taper, r race week; D the deloads, 1-based.
"""

from typing import NamedTuple

TABLES = {
    "marathon": """
         1  r1
         2  t1 r1
         3  m1 t1 r1
         4  m1 t2 r1
         5  m2 t2 r1
         6  m2 k1 t2 r1
         7  m3 k1 t2 r1 D3
         8  m3 k2 t2 r1 D3
         9  b1 m3 k2 t2 r1 D4
        10  b2 m3 k2 t2 r1 D4
        11  b2 m3 k3 t2 r1 D4
        12  b2 p4 k3 t2 r1 D4,8
        13  b3 p4 k3 t2 r1 D3,7
        14  b3 p4 k4 t2 r1 D3,7
        15  b4 p4 k4 t2 r1 D4,8
        16  b4 p5 k4 t2 r1 D4,8,12
        17  b5 p5 k4 t2 r1 D4,8,12
        18  b5 p6 k4 t2 r1 D4,8,11
        19  b6 p6 k4 t2 r1 D4,8,12
        20  o4 b4 p5 k4 t2 r1 D4,8,12,16
        21  o4 b5 p5 k4 t2 r1 D4,8,12,16
        22  o4 b6 p5 k4 t2 r1 D4,8,12,15
        23  o4 b7 p5 k4 t2 r1 D4,8,11,15,19
        24  o4 b8 p5 k4 t2 r1 D4,8,12,16,20
        28  o4 b12 p5 k4 t2 r1 D4,8,12,16,20,24
        32  o4 b16 p5 k4 t2 r1 D4,8,12,16,20,24,28
        36  o4 b6 o4 b10 p5 k4 t2 r1 D4,8,12,16,20,24,28,32
        44  o4 b10 o4 b14 p5 k4 t2 r1 D4,8,12,16,20,24,28,32,36,40
        52  o4 b8 o4 b8 o4 b12 p5 k4 t2 r1 D4,8,12,16,20,24,28,32,36,40,44,48
    """,
    "half": """
         1  r1
         2  t1 r1
         3  m1 t1 r1
         4  m2 t1 r1
         5  m2 k1 t1 r1
         6  b1 m2 k1 t1 r1 D3
         7  b1 m2 k2 t1 r1 D3
         8  b2 m2 k2 t1 r1 D4
         9  b2 m3 k2 t1 r1 D4
        10  b2 m3 k3 t1 r1 D4
        11  b3 m3 k3 t1 r1 D3,6
        12  b3 p4 k3 t1 r1 D3,7
        13  b4 p4 k3 t1 r1 D4,8
        14  b4 p5 k3 t1 r1 D4,8
        15  b5 p5 k3 t1 r1 D4,8,12
        16  o4 b3 p4 k3 t1 r1 D4,7,11
        17  o4 b4 p4 k3 t1 r1 D4,8,12
        18  o4 b5 p4 k3 t1 r1 D4,8,12
        19  o4 b6 p4 k3 t1 r1 D4,8,12,16
        20  o4 b7 p4 k3 t1 r1 D4,8,11,15
        21  o4 b8 p4 k3 t1 r1 D4,8,12,16
        22  o4 b9 p4 k3 t1 r1 D4,8,12,16
        23  o4 b10 p4 k3 t1 r1 D4,8,12,16,20
        24  o4 b11 p4 k3 t1 r1 D4,8,12,15,19
        28  o4 b15 p4 k3 t1 r1 D4,8,12,16,19,23
        32  o4 b6 o4 b9 p4 k3 t1 r1 D4,8,12,16,20,23,27
        36  o4 b8 o4 b11 p4 k3 t1 r1 D4,8,12,16,20,24,27,31
        44  o4 b7 o4 b7 o4 b9 p4 k3 t1 r1 D4,8,11,15,19,22,26,30,34,38
        52  o4 b10 o4 b9 o4 b12 p4 k3 t1 r1 D4,8,12,16,20,24,27,31,35,39,43,47
    """,
    "10k": """
         1  r1
         2  t1 r1
         3  m1 t1 r1
         4  m2 t1 r1
         5  m2 k1 t1 r1
         6  b1 m2 k1 t1 r1 D3
         7  b2 m2 k1 t1 r1 D4
         8  b2 m2 k2 t1 r1 D4
         9  b3 m2 k2 t1 r1 D3
        10  b3 m3 k2 t1 r1 D3,6
        11  b3 p4 k2 t1 r1 D3,7
        12  b4 p4 k2 t1 r1 D4,8
        13  b4 p5 k2 t1 r1 D4,8
        14  b5 p5 k2 t1 r1 D4,8
        15  o4 b3 p4 k2 t1 r1 D4,7,11
        16  o4 b4 p4 k2 t1 r1 D4,8,12
        17  o4 b5 p4 k2 t1 r1 D4,8,12
        18  o4 b6 p4 k2 t1 r1 D4,8,12
        19  o4 b7 p4 k2 t1 r1 D4,8,11,15
        20  o4 b8 p4 k2 t1 r1 D4,8,12,16
        21  o4 b9 p4 k2 t1 r1 D4,8,12,16
        22  o4 b10 p4 k2 t1 r1 D4,8,12,16
        23  o4 b11 p4 k2 t1 r1 D4,8,12,15,19
        24  o4 b12 p4 k2 t1 r1 D4,8,12,16,20
        28  o4 b16 p4 k2 t1 r1 D4,8,12,16,20,24
        32  o4 b7 o4 b9 p4 k2 t1 r1 D4,8,11,15,19,23,27
        36  o4 b9 o4 b11 p4 k2 t1 r1 D4,8,12,16,20,24,28,32
        44  o4 b7 o4 b7 o4 b10 p4 k2 t1 r1 D4,8,11,15,19,22,26,30,34,38
        52  o4 b10 o4 b10 o4 b12 p4 k2 t1 r1 D4,8,12,16,20,24,28,32,36,40,44,48
    """,
    "5k": """
         1  r1
         2  m1 r1
         3  m2 r1
         4  m2 k1 r1
         5  b1 m2 k1 r1 D3
         6  b2 m2 k1 r1 D4
         7  b2 m2 k2 r1 D4
         8  b2 m3 k2 r1 D4
         9  b3 m3 k2 r1 D3,6
        10  b3 p4 k2 r1 D3,7
        11  b4 p4 k2 r1 D4,8
        12  b4 p5 k2 r1 D4,8
        13  b5 p5 k2 r1 D4,8
        14  o4 b3 p4 k2 r1 D4,7,11
        15  o4 b4 p4 k2 r1 D4,8,12
        16  o4 b5 p4 k2 r1 D4,8,12
        17  o4 b6 p4 k2 r1 D4,8,12
        18  o4 b7 p4 k2 r1 D4,8,11,15
        19  o4 b8 p4 k2 r1 D4,8,12,16
        20  o4 b9 p4 k2 r1 D4,8,12,16
        21  o4 b10 p4 k2 r1 D4,8,12,16
        22  o4 b11 p4 k2 r1 D4,8,12,15,19
        23  o4 b12 p4 k2 r1 D4,8,12,16,20
        24  o4 b13 p4 k2 r1 D4,8,12,16,20
        28  o4 b5 o4 b8 p4 k2 r1 D4,8,12,16,20,24
        32  o4 b7 o4 b10 p4 k2 r1 D4,8,11,15,19,23,27
        36  o4 b9 o4 b12 p4 k2 r1 D4,8,12,16,20,24,28,32
        44  o4 b8 o4 b7 o4 b10 p4 k2 r1 D4,8,12,16,20,23,27,31,35,39
        52  o4 b7 o4 b7 o4 b6 o4 b9 p4 k2 r1 D4,8,11,15,19,22,26,30,34,38,42,45,49
    """,
    "ultra": """
         1  r1
         2  t1 r1
         3  m1 t1 r1
         4  m1 t2 r1
         5  m2 t2 r1
         6  m2 k1 t2 r1
         7  m3 k1 t2 r1 D3
         8  b1 m3 k1 t2 r1 D4
         9  b1 m3 k2 t2 r1 D4
        10  b2 m3 k2 t2 r1 D4
        11  b2 p4 k2 t2 r1 D4
        12  b3 p4 k2 t2 r1 D3,7
        13  b3 p4 k3 t2 r1 D3,7
        14  b3 p5 k3 t2 r1 D3,7
        15  b4 p5 k3 t2 r1 D4,8
        16  b5 p5 k3 t2 r1 D4,8,12
        17  b5 p5 k4 t2 r1 D4,8,12
        18  b5 p6 k4 t2 r1 D4,8,11
        19  b6 p6 k4 t2 r1 D4,8,12
        20  b6 p7 k4 t2 r1 D4,8,12,16
        21  b7 p7 k4 t2 r1 D4,7,11,14
        22  b7 p8 k4 t2 r1 D4,7,11,15
        23  b8 p8 k4 t2 r1 D4,8,12,16
        24  o4 b6 p7 k4 t2 r1 D4,8,12,16,20
        28  o4 b10 p7 k4 t2 r1 D4,8,12,16,20,24
        32  o4 b14 p7 k4 t2 r1 D4,8,12,16,20,24,28
        36  o4 b18 p7 k4 t2 r1 D4,8,12,16,20,24,28,32
        44  o4 b8 o4 b14 p7 k4 t2 r1 D4,8,12,16,20,24,28,32,36,40
        52  o4 b7 o4 b7 o4 b12 p7 k4 t2 r1 D4,8,11,15,19,22,26,30,34,38,42,45
    """,
}


class Row(NamedTuple):
    distance: str
    n_weeks: int
    layout: str
    deloads: tuple[int, ...]


def rows() -> list[Row]:
    """Every row of every table."""
    return [_row(distance, line) for distance, table in TABLES.items() for line in table.strip().splitlines()]


def _row(distance: str, line: str) -> Row:
    n_weeks, *words = line.split()
    deloads = tuple(int(number) for word in words if word[0] == "D" for number in word[1:].split(","))
    return Row(distance, int(n_weeks), " ".join(word for word in words if word[0] != "D"), deloads)
