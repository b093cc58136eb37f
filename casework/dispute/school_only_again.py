"""Whether it is only the school, told again where something else is asked.

A certificate hangs on it (law L08): that there is more counts, that there is not is asked first.
"""

from __future__ import annotations

from casework.dispute.only_the_school import (
    adds_a_part_later,
    denies_only_the_school,
    is_only_the_school,
)
from casework.referral.draft import Draft
from casework.words import reads_as_correction

_REVIEW = frozenset({"summary", "change_what"})


def school_only_told_again(words: str, draft: Draft) -> tuple[str, bool] | None:
    """What they say of it now, and whether that is sure; None where it was not told before.

    What takes the place of an answer is asked about at once, and what puts one right where it is
    unsure.
    """
    if draft.progress.school_only is None:
        return None
    is_exempt = draft.progress.school_only == "only_school"
    if denies_only_the_school(words) or (is_exempt and adds_a_part_later(words)):
        return "other_parts", True
    if not is_only_the_school(words):
        return None
    puts_right = draft.progress.pending in _REVIEW or reads_as_correction(words)
    return "only_school", not (puts_right or _may_put_a_name_right(words, draft))


def _may_put_a_name_right(words: str, draft: Draft) -> bool:
    """True for "Ivy not Holly", where Holly was told: what stands beside it is put right too."""
    held = [draft.referral.child.name, draft.referral.referrer.name]
    names = [name.split()[0].casefold() for name in held if name and name.strip()]
    return " not " in f" {words} " and any(name in words.casefold() for name in names)
