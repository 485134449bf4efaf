"""The base of everything that is stored or read: a frozen, strict pydantic model."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value. Unknown fields are refused, so a misspelt key in a file is found at the door.

    Validators are built when a model is first used: no verb uses all of them, and a hundred of them take 25 ms.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def changed(self, **updates: Any) -> Self:
        """A copy with *updates*, validated (unlike `model_copy`).

        Raises:
            pydantic.ValidationError: if an update does not fit the field.
        """
        return type(self)(**{**dict(self), **updates})
