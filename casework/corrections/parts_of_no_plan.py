"""Takes out the parts of a plan that are not meant: there is no plan, or none of its parts is it.

What takes out some parts of a plan that is there is `parts_taken_away`.
"""

from __future__ import annotations

import re

from casework.turn.state import Turn
from casework.words import reads_as_plain_no

_SAYS_THERE_IS_NONE = re.compile(
    r"\bno (?:\w+ )?(?:plan|ehcp?|parts?|sections?)\b|"
    r"(?:\b(?:not|havent|dont|doesnt|hasnt|never|without|isnt)|n't)(?: \w+){0,2} "
    r"(?:an? |any |the )?(?:\w+ )?(?:plan|ehcp?|parts?|sections?)\b|"
    r"^\W*(?:none|no parts?|nothing)(?: of (?:them|those|it|the parts))?\W*$|"
    r"^\W*(?:no+[\s,.]+)?(?:section |part )?[A-HJK] (?:is|'?s) "
    r"(?:wrong|not right|incorrect|a mistake)\W*$|"
    r"\bwhy (?:is|does it say|have you got|did you put) (?:section |part )?[A-HJK]\b",
    re.IGNORECASE,
)
_NONE_OF_THEM = re.compile(
    r"^\W*(?:no+[\s,.]+)?(?:none|nothing|not any|neither)"
    r"(?: (?:of|at|all|them|those|it|these|is|wrong|the|parts?|sections?))*\W*$",
    re.IGNORECASE,
)


def take_parts_of_no_plan(turn: Turn) -> bool:
    """Take out every part that the draft holds; True where that was said, and nothing else."""
    dispute, progress = turn.draft.referral.dispute, turn.draft.progress
    held = list(dispute.sections)
    if not held or progress.is_submitted or not _denies_all_parts(turn):
        return False
    turn.clear("sections")
    turn.say("utter_part_left_out", {"value": ", ".join(held)})
    if not (progress.stated_kinds or turn.draft.referral.plan == "none"):
        turn.put("issue", ["plan_content"])
    if progress.changing == "sections":
        progress.mark_answered("sections")
    if turn.pending == "sections":
        progress.pending = None
    return True


def _denies_all_parts(turn: Turn) -> bool:
    words, progress = turn.message.plain, turn.draft.progress
    has_plan = turn.draft.referral.plan not in ("none", "requested")
    if progress.changing == "sections":
        return _NONE_OF_THEM.match(words) is not None or (
            not has_plan
            and (reads_as_plain_no(words) or _SAYS_THERE_IS_NONE.search(words) is not None)
        )
    is_reviewed = turn.pending in ("summary", "change_what")
    return is_reviewed and not has_plan and _SAYS_THERE_IS_NONE.search(words) is not None
