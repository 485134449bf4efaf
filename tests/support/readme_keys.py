"""The key table of the README, made from the one table of keys. `python tests/support/readme_keys.py` writes it."""

from pathlib import Path

from tracker.keys import EVERYWHERE, LINES, TABS, TODAY

README = Path(__file__).parent.parent.parent / "README.md"
BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->"


def key_table() -> str:
    """The table in Markdown: the tabs, and the keys of Today; `?` shows those of every other screen."""
    shown = [(" ".join(tab.letter for tab in TABS), ", ".join(tab.names[0] for tab in TABS))]
    shown += [(line.shown, line.help) for line in LINES if {*line.places} & {*TODAY, EVERYWHERE}]
    rows = "".join(f"| `{keys}` | {what} |\n" for keys, what in shown)
    return f"| key | what happens |\n| --- | --- |\n{rows}"


def in_readme() -> str:
    """The table as it stands in the README."""
    text = README.read_text(encoding="utf-8")
    return text.partition(BEGIN)[2].partition(END)[0]


def write() -> None:
    """Put the table into the README."""
    text = README.read_text(encoding="utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    README.write_text(f"{before}{BEGIN}{key_table()}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    write()
