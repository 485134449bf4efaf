"""Today, when the last weeks were hard: a lighter week is offered, once, and either answer is fine."""

from typing import TYPE_CHECKING

from tracker.domain.adapting.hard_going import may_have_been_hard
from tracker.questions import LIGHTER_WEEK
from tracker.screens import panels
from tracker.screens.today_parts import TodayPart
from widgets.facts import Fact

if TYPE_CHECKING:
    from tracker.logbook.reviewing import DeloadOffer


class Offering(TodayPart):
    """What `d` does."""

    deload: "DeloadOffer | None" = None
    _looked_at: tuple[object, ...] = ()

    def look_for_deload(self) -> None:
        """Ask the figures of the last weeks; after the first paint, and only when something has changed."""
        if self.day is None or self.warning is not None or self.has_begun:
            return
        basis = (self.logbook.log(self.day.date), self.logbook.desk.runner, self.day.date)
        if all(one is other for one, other in zip(basis, self._looked_at, strict=False)) and self._looked_at:
            return
        self._looked_at = basis
        hard = may_have_been_hard(self.logbook.log(self.day.date), self.day.date)
        before, self.deload = self.deload, self.logbook.reviewing.deload_offer() if hard else None
        if self.deload != before:
            self.draw_now()

    @property
    def has_begun(self) -> bool:
        return self.day is not None and (self.day.done or (self.session is not None and self.session.started))

    @property
    def offers_deload(self) -> bool:
        return self.deload is not None and not self.has_begun and self.warning is None

    def with_offer(self, panel: panels.Panel) -> panels.Panel:
        """The panel with the lighter week, where one is on offer."""
        if self.deload is None or not self.offers_deload:
            return panel
        said = f"{self.runlift.words.line(self.deload.reason)} {self.key('day.deload')}"
        return panel._replace(facts=(Fact("offer", said, rows=2, rank=0), *panel.facts))

    def action_deload(self) -> None:
        from tracker.screens.dialogs.ask import Ask

        offer = self.deload
        if offer is None or not self.offers_deload:
            self.say("No lighter week is on offer today; Plan moves one whenever you like.")
            return
        words = self.runlift.words
        text = f"{words.text(offer.why)} {words.text(offer.reason)}"

        def answered(answer: str) -> None:
            take = answer == "lighter"
            if self.tries(self.logbook.reviewing.answer_deload, offer, take=take):
                self.cursor = None
                self.draw_now()
                self.say(words.text("DELOAD_TAKEN" if take else "DELOAD_LEFT"))

        self.ask(Ask("A lighter week?", LIGHTER_WEEK, text), answered)
