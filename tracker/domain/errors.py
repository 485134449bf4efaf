"""What can go wrong, each as one sentence for a person."""


class RunliftError(Exception):
    """Base of every error with a sentence that may be shown as it is."""


class Misunderstood(RunliftError):
    """What was typed could not be understood; the sentence names the part and, where known, a next step."""


class Refused(RunliftError):
    """The request was understood and is not possible now."""


class NothingToDo(RunliftError):
    """The request was understood and there is nothing to change."""


class Damaged(RunliftError):
    """Stored data could not be read; the sentence names what was set aside and what was opened."""


class CouldNotSave(RunliftError):
    """Nothing was written and nothing has changed; the sentence says what stood in the way."""
