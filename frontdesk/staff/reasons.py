"""Why a person is asked, in the words of the queue (`data/staff/reasons.yml`).

That a case is about safety is the safeguarding lead's to see; for everybody else it is urgent.
"""

from __future__ import annotations

from collections.abc import Iterable

from frontdesk.staff.rights import Reader
from frontdesk.staff.texts import load_staff_texts
from store.cases.lines import SAFETY


def name_reason(reason: str, reader: Reader) -> str:
    """What the queue calls this reason for this reader."""
    texts = load_staff_texts("reasons")
    if reason.startswith(SAFETY) and not reader.sees_safeguarding:
        return str(texts["urgent"])
    for kind in texts["kinds"].values():
        if any(_belongs(reason, member) for member in kind["reasons"]):
            return str(kind["label"])
    return str(texts["other"])


def name_reasons(reasons: Iterable[str], reader: Reader, *, is_urgent: bool) -> list[str]:
    """What a list says of why a case waits, each kind once.

    What is urgent is called that and no more, but for the safeguarding lead: beside the names of
    all other reasons, an urgent case without one would be told to be about safety.
    """
    if is_urgent and not reader.sees_safeguarding:
        return [str(load_staff_texts("reasons")["urgent"])]
    return list(dict.fromkeys(name_reason(reason, reader) for reason in reasons))


def kinds_for(reader: Reader) -> dict[str, str]:
    """The kinds that this reader may filter by, with their labels."""
    kinds = load_staff_texts("reasons")["kinds"]
    return {
        name: kind["label"]
        for name, kind in kinds.items()
        if name != "safety" or reader.sees_safeguarding
    }


def reasons_of(kind: str) -> tuple[str, ...]:
    """The reasons of this kind."""
    return tuple(load_staff_texts("reasons")["kinds"][kind]["reasons"])


def _belongs(reason: str, member: str) -> bool:
    return reason == member or (member == SAFETY and reason.startswith(SAFETY))
