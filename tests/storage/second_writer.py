"""A second process that writes into a home.

python -m storage.second_writer HOME log NAME COUNT     COUNT sessions called NAME-0, NAME-1, ...
python -m storage.second_writer HOME hold               take the lock, say so, and keep it until stdin closes
"""

import sys
from pathlib import Path

from storage.homes import NOW, TUESDAY, session

from tracker.storage.diary import Diary


def main(home: str, verb: str, name: str = "", how_many: str = "0") -> None:
    diary = Diary(Path(home), device=name, patience_s=30)
    if verb == "hold":
        with diary.change(NOW):
            print("held", flush=True)
            sys.stdin.read()
    for number in range(int(how_many)):
        with diary.change(NOW) as pen:
            seen = diary.profile() or {"count": 0}
            pen.put("sessions", session(f"{name}-{number}", TUESDAY))
            pen.keep_profile({"count": seen["count"] + 1})


if __name__ == "__main__":
    main(*sys.argv[1:])
