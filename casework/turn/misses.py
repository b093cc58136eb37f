"""What is said where a question got no answer: what is wrong, an explanation, then an offer."""

from __future__ import annotations

import re
from typing import Literal

from casework.message import Message
from casework.people.kept_apart import whom_to_leave_out
from casework.people.shared_phone import others_see_phone
from casework.referral.draft import Unconfirmed, may_be_kept
from casework.referral.show import field_label
from casework.turn.controls import read_control
from casework.turn.own_words import keep_for_team, keep_unread, keep_words
from casework.turn.passing_over import OFFER, OFFERED_AFTER, count_miss, offer_after_misses
from casework.turn.questions import next_question
from casework.turn.state import Turn
from casework.turn.topic_turns import leave_question
from casework.words import (
    reads_as_mere_assent,
    reads_as_no,
    reads_as_plain_no,
    reads_as_unsure,
    reads_as_venting,
    reads_as_yes,
)

Waiting = tuple[str, Unconfirmed | None, list[str], int]
SURE_OF_SCOPE = 0.5
"""Confidence from which a message is told that it is none of ours."""
_NAMES = frozenset({"name", "child_name"})
_ODD_IN_A_NAME = re.compile(r"""[=<>{}()\[\]|;:\\/"@#*%^~$]""")
SHORTEST_REMARK = 8
"""Characters from which what was not understood, once all is told, is left to a person."""
_TOLD_ALREADY = re.compile(
    r"^\W*(?:(?:but|well|er|um|no|yes|sorry|ok)\W+)*"
    r"(?:(?:(?:i|we)(?:'?ve| have)? (?:(?:already|just|did|literally) )*|already )"
    r"(?:said|told|gave|put|answered|given|written|typed)(?: (?:you|u|it|that|this|all|them))*|"
    r"told (?:you|u)|(?:as|like) (?:i|we) (?:just |already )?(?:said|told you|put|wrote)|"
    r"(?:(?:see|read|look|it'?s|same as|as)(?: it)?(?: is)? )?(?:above|before|up there|further up))"
    r"(?: (?:already|before|above|earlier|once|twice|at the (?:start|beginning|top)|up there|"
    r"a minute ago|just now|in my (?:first|last) (?:message|text|one)))*\W*$",
    re.IGNORECASE,
)
"""It was told, and we did not hear it: "I already told you", "see above"."""
_OF_FIGURES = frozenset({"phone", "email", "child_age", "decision_date", "certificate_date"})
FEWEST_TOLD = 6
"""Words of a yes or no that tells more than that."""
_LIKE_FIGURES = re.compile(
    r"[\d@]|\b(?:double|treble|oh|nought|zero|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|\w+teen|twenty|thirty|dot|last|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|"
    r"aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b",
    re.IGNORECASE,
)
LONGEST_REPLY = 4
"""Words that a yes or no to the offer may have."""
_OF_REACHING = frozenset(
    {"phone", "email", "best_time", "contact_ok", "contact_preferred", "person_name"}
)
_ACCEPTS = re.compile(
    r"^\W*(?:(?:oh|ok|okay|um|well)\W+)*(?:y|ye|yes+|yea|yeah|yep|yup|yh|aye)\b"
    r"(?P<please>\W+(?:please|pls|plz)\b)?",
    re.IGNORECASE,
)


def note_unanswered(turn: Turn) -> None:
    """The message told something, but not what was asked, and the question comes again.

    Once that is a matter of course; then the question is explained. Only where the message told
    nothing new a person is offered after that: who tells us one thing after the other gets on.
    """
    if reads_as_venting(turn.message.plain) or _finds_thread_again(turn):
        return
    progress = turn.draft.progress
    if (turn.changed or turn.put_aside) and progress.misses >= OFFERED_AFTER - 1:
        return
    count_miss(turn)
    if progress.misses == 1 and not turn.says and _is_kept_beside(turn):
        turn.say("utter_added_for_team")
    if progress.misses == OFFERED_AFTER - 1 and progress.unconfirmed is None:
        turn.say(f"utter_help_{turn.pending}", asks=turn.pending, topic="fallback")
    offer_after_misses(turn)


def _finds_thread_again(turn: Turn) -> bool:
    """Whether a notice about a danger came after the question; once, the question just comes again.

    What is said then is said to the notice.
    """
    had_lost, turn.draft.progress.has_lost_thread = turn.draft.progress.has_lost_thread, False
    return had_lost


def what_waits(turn: Turn) -> Waiting:
    """The question that would come next as things stand, and what is known of its answer."""
    progress = turn.draft.progress
    question = next_question(turn.draft, turn.today)
    return question, progress.unconfirmed, list(progress.candidates), progress.misses


def comes_again(turn: Turn, waited_for: Waiting) -> bool:
    """True where the pending question is as open as before the message, and nobody noticed."""
    if turn.pending in (None, "anything_else") or turn.has_asked:
        return False
    return waited_for[0] == turn.pending and waited_for == what_waits(turn)


def note_miss(turn: Turn, *, is_known: bool = False) -> None:
    """Nothing could be made of the message: say what is wrong, explain, then offer a person.

    Each of these is the one message that asks again, so that there is one list to choose from.
    Somebody who lets off steam has not missed the question: a kind word, and it comes again; nor
    has who tells what we know (`is_known`): "his mum here".
    """
    progress, pending, words = turn.draft.progress, turn.pending, turn.message.plain
    waiting = progress.unconfirmed
    if _finds_thread_again(turn) or _takes_note(turn):
        return
    if reads_as_venting(words):
        if pending == "issue":
            keep_words(turn)
        turn.say("utter_hard_time")
        return
    if may_be_kept(turn.draft) and (whom_to_leave_out(words) or others_see_phone(words)):
        turn.say("utter_added_for_team")
        return
    if pending == "anything_else" and len(words) >= SHORTEST_REMARK:
        keep_for_team(turn)
        turn.say("utter_added_for_team", asks=pending)
        return
    count_miss(turn)
    if pending is None or pending == "start_again":
        turn.say("utter_not_understood", topic="fallback")
        return
    if pending == "issue" and len(words) > 20:
        keep_words(turn)
        if progress.misses >= 2:
            progress.unconfirmed = None
            turn.put("issue", ["unsure_other"])
            progress.mark_answered("issue")
            return
    is_first = progress.misses == 1 and waiting is None
    if is_first and _TOLD_ALREADY.match(words):
        turn.say("utter_told_already")
        return
    is_kept = _is_kept_beside(turn)
    if not is_kept and _is_out_of_scope(turn):
        turn.say("utter_out_of_scope", topic="fallback")
        if progress.misses == OFFERED_AFTER - 1 and waiting is None:
            turn.say(f"utter_help_{pending}", asks=pending, topic="fallback")
        offer_after_misses(turn)
        return
    is_kept |= keep_unread(turn) and _is_no_figure(turn)
    if is_first and is_kept:
        turn.say("utter_added_for_team")
        return
    if is_first and (leave_question(turn) or is_known):
        return
    if progress.misses < OFFERED_AFTER and waiting is not None and waiting.field == pending:
        _ask_for_yes_or_no(turn, waiting, pending)
    elif progress.misses < OFFERED_AFTER:
        explained = "error" if progress.misses == 1 else "help"
        turn.say(f"utter_{explained}_{pending}", asks=pending, topic="fallback")
    offer_after_misses(turn)


def _is_no_figure(turn: Turn) -> bool:
    """True for a statement that is no figure spelt out, and no yes or no to something else."""
    words = turn.message.plain
    if any(reads(words) for reads in (reads_as_yes, reads_as_no, reads_as_unsure)):
        return len(words.split()) >= FEWEST_TOLD and turn.pending not in _OF_FIGURES
    is_like_one = not turn.message.entities and _LIKE_FIGURES.search(words) is not None
    return turn.pending not in _OF_FIGURES or not is_like_one


def _is_kept_beside(turn: Turn) -> bool:
    """True where the message told of the case and was kept, and answers nothing that was asked."""
    return "in_own_words" in turn.changed and may_be_kept(turn.draft) and turn.pending != "issue"


def _takes_note(turn: Turn) -> bool:
    """True for "that's fine", said to what was told before the question: that comes again."""
    is_asked = turn.pending not in (None, "anything_else", "start_again")
    words = turn.message.plain
    return is_asked and reads_as_mere_assent(words) and re.search(r"[a-z]", words, re.I) is not None


def _is_out_of_scope(turn: Turn) -> bool:
    """True for what is none of ours; a name with odd signs is a name that was not understood."""
    if turn.pending in _NAMES and _ODD_IN_A_NAME.search(turn.message.plain):
        return False
    return turn.message.intent == "out_of_scope" and turn.message.confidence >= SURE_OF_SCOPE


def _ask_for_yes_or_no(turn: Turn, waiting: Unconfirmed, pending: str) -> None:
    values = {"field": field_label(waiting.field), "value": waiting.shown}
    turn.say("utter_error_confirm", values, asks=pending, topic="fallback")


def read_reply_to_offer(message: Message) -> Literal["want_person", "carry_on"] | None:
    """What the message says to the offer of a person, as a control; None if it is no reply to it.

    A yes here must never count for the question that waits: that may be a consent.
    """
    words = message.plain
    is_short = len(words.split()) <= LONGEST_REPLY and not message.entities
    if (is_short and reads_as_yes(words)) or _accepts_and_tells_how(message):
        return "want_person"
    declines = reads_as_plain_no(words) or read_control(message, OFFER) == "carry_on"
    return "carry_on" if is_short and declines else None


def _accepts_and_tells_how(message: Message) -> bool:
    """True for "yes please, after 4pm": what stands beside the yes says how to reach them."""
    accepts = _ACCEPTS.match(message.plain)
    told = {entity.name for entity in message.entities}
    if accepts is None or not told <= _OF_REACHING:
        return False
    return bool(told) or accepts["please"] is not None
