"""One answer as it was heard in a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from casework.people.family_view import hide
from casework.referral.show import tell_value


@dataclass(frozen=True)
class Fact:
    """One answer as heard: field, value (see `casework.referral.fields`), whether it is sure."""

    field: str
    value: Any
    is_sure: bool = True
    told_as: str = ""
    """How the value is put into words, where it is not as the field shows it."""

    @property
    def shown(self) -> str:
        """The value in words, to be confirmed or repeated to the parent."""
        return self.told_as or hide(self.field, tell_value(self.field, self.value))
