"""Questions of a few words about the very question that waits: "which one?", "do I have to?".

Nothing in them says what they are about, so that what was learnt takes them for any other.
"""

from __future__ import annotations

import re

from casework.turn.asked_of_case import MUST_I
from casework.turn.confirming import is_asked_to_confirm
from casework.turn.questions import REQUIRED
from casework.turn.state import Turn
from casework.words import LEAD_IN

_WHICH = re.compile(
    rf"^\W*(?:(?:{LEAD_IN}|but)\W+)*"
    r"(?:(?:i|we)(?:'?ve| have)?(?: got)? (?:2|3|two|three|both|several|a few)"
    r"(?: of (?:them|those)| letters| dates| numbers| kids| children)?\W+(?:so )?)?"
    r"(?:(?:which|what|wot) (?:one|letter|date|number|council|certificate|name|school|age|appeal|"
    r"form|paper|person|family|meeting)s?|"
    r"whose (?:name|number|age|letter))"
    r"(?: (?:do|did) (?:you|u) (?:mean|want|need)| is (?:it|that)| exactly| please| pls| then)*"
    r"\W*$",
    re.IGNORECASE,
)
_ONE_OR_THE_OTHER = re.compile(
    r"^\W*(?!(?:is|are|am|do|does|can|could|will|would|should|has|have|what|who|how|why|when|where|"
    r"which)\b)[^?.!]*\w or \w[^?.!]*\?\W*$",
    re.IGNORECASE,
)
"""Two answers to choose from: "the date I got it or the date on it?"."""
_LONGEST = 10
_OF_MEDIATION = frozenset(
    {"route_wanted", "certificate_held", "certificate_date", "appeal_lodged", "school_only_check"}
)
"""Where "do I have to?" asks for mediation or its certificate."""
_OF_TWO = frozenset({"decision_date", "name", "child_name", "child_age", "phone", "email", "role"})
"""Where "mine or his?" asks which answer is wanted; elsewhere it names two answers."""
_NO_QUESTION_OF_THE_FORM = frozenset(
    {"consent", "share_with_council", "want_callback", "anything_else", "start_again", "summary"}
    | {"change_what", "issue"}
)


def answer_in_short(turn: Turn) -> bool:
    """Explain the question that waits to who asks of nothing else. True where that was done.

    Right after another answer such words lean on that.
    """
    pending, words = turn.pending, turn.message.plain
    if pending is None or pending in _NO_QUESTION_OF_THE_FORM or is_asked_to_confirm(turn):
        return False
    if turn.draft.progress.last_topic is not None or len(words.split()) > _LONGEST:
        return False
    if MUST_I.match(words) and pending not in _OF_MEDIATION:
        turn.say(f"utter_why_{pending}")
        if pending not in REQUIRED | {"email"}:
            turn.say("utter_may_be_skipped")
        return True
    is_which = _WHICH.match(words) is not None and pending != "route_wanted"
    gives_two = any(entity.name == pending for entity in turn.message.entities)
    is_of_two = pending in _OF_TWO and _ONE_OR_THE_OTHER.match(words) is not None and not gives_two
    if is_which or is_of_two:
        turn.say(f"utter_help_{pending}", asks=pending)
        return True
    return False
