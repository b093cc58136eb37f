"""What was heard at once, told back in one line."""

from __future__ import annotations

from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.referral.show import field_label, show_value, tell_value

_TELLS_ITSELF = frozenset({"plan", "issue", "child_age", "safe_contact"})
"""Answers that read well without what they are called: "no plan; refused to assess"."""


def heard_list(draft: Draft, fields: list[str]) -> str:
    """What was heard at once, for the acknowledgement: child: Mason; 9 years old; no plan."""
    shown = []
    for name in fields:
        value = value_of(draft, name)
        if value is None or name in ("role", "relationship", "postcode", "in_own_words"):
            continue
        if name == "access_needs" and draft.referral.access.details:
            value = {"needs": value, "details": draft.referral.access.details}
        if name in _TELLS_ITSELF and value != "unsure":
            shown.append(tell_value(name, value))
        else:
            shown.append(f"{within_a_sentence(field_label(name))}: {show_value(name, value)}")
    return "; ".join(shown)


def within_a_sentence(label: str) -> str:
    """The label without its capital, unless it is an abbreviation: EHC plan."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
