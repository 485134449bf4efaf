"""A window around one list: the keys that walk in it."""

from tracker.screens.base import Window
from widgets.row_list import RowList


class ListWindow(Window):
    """Moves in its one list by rows, by pages and to either end."""

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def action_move(self, step: int) -> None:
        self._list.move(step)

    def action_page(self, step: int) -> None:
        self._list.move(step * self._list.page)

    def action_edge(self, step: int) -> None:
        self._list.move(step * len(self._list.rows_shown))
