"""The family's own words: what went wrong, and what they want known besides, kept as they said it.

Staff read them beside the answers; the paper for the council does not hold them.
"""

from __future__ import annotations

import re

from casework.draft import may_be_kept
from casework.left_out import tells_of_another_child
from casework.message import Message
from casework.say import tapped_words
from casework.turn import Turn
from casework.words import reads_as_plain_no, reads_as_question

LONGEST = 2000
"""Characters that the referral has room for (contract, referral.schema.json)."""
_AS_ANSWER = 6
"""Words from which an opening, or the answer to "what has gone wrong?", is more than its kind."""
_WITH_A_DISPUTE = 8
"""Words from which a message that names what the dispute is about is an account of it."""
_BY_WORDS = 12
"""The same for a message in which only the words of the trade tell that it is one."""
_BESIDE_A_QUESTION = 5
_KEPT_IN_THEIR_FIELD = frozenset(
    {"in_own_words", "access_needs", "language", "best_time", "supporters", "change_what"}
)
_REASON = "told_more"
_OF_A_DISPUTE = re.compile(
    r"\b(?:council|local authority|LA|schools?|nursery|college|ehcp?s?|plan|section [a-k]|"
    r"assess\w*|refus\w+|declin\w+|ceas\w+|support|help|hours|1[:.-]1|one to one|therap\w+|salt|ot|"
    r"senco|tribunal|exclu\w+|provision|review|transport|tutor\w*|needs|diagnos\w+|autis\w+|adhd|"
    r"pda|dyslexi\w+|anxi\w+|disab\w+|difficult\w+|cope|coping|struggl\w+)\b",
    re.IGNORECASE,
)
_MUST_BE_KNOWN = re.compile(
    r"\b(?:can'?t|can ?not|mus(?:n'?t|t not)|don'?t|dont|not to|never|not|shouldn'?t) "
    r"(?:be |let \w+ )?(?:know|told|tell|find out)\b|\bask for \w+ (?:only|not)\b|"
    r"\bdecide (?:for|things for) (?:him|her|them)(?:self|selves)\b|\bcapacity\b|"
    r"\b(?:can'?t|can ?not) (?:speak|talk|read|write|sign)\b|"
    r"\b(?:my|his|her) (?:husband|wife|partner|mum|dad|friend)'?s (?:phone|number|email|mobile)\b",
    re.IGNORECASE,
)
"""However short: whom not to tell, whose phone it is, who cannot decide alone."""
_NOT_KNOWING = re.compile(r"\b(?:i|we) (?:do ?n[o']?t|dont|never) know\b|^dont know", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.!?;,\n]+[.!?;,\n]*")


def keep_account(turn: Turn) -> None:
    """Keep what tells of the dispute, whatever was asked; before consent it rides with the draft.

    An answer that is kept word for word in its own field is not kept twice.
    """
    if turn.draft.progress.has_declined or turn.pending in _KEPT_IN_THEIR_FIELD:
        return
    if turn.pending == "anything_else":
        is_beside = len(_telling_words(turn.message)) >= _BESIDE_A_QUESTION
        if is_beside and reads_as_question(turn.message.plain):
            keep_for_team(turn)
    elif _tells_of_a_dispute(turn) or tells_of_another_child(turn):
        keep_words(turn)


def keep_words(turn: Turn) -> bool:
    """Add the message to the family's own words; False where there is no room for all of it."""
    before = turn.draft.referral.dispute.in_own_words
    words = turn.message.text.strip()
    if before and words in before:
        return True
    joined = f"{before}\n{words}" if before else words
    turn.put("in_own_words", joined[:LONGEST])
    return len(joined) <= LONGEST


def keep_for_team(turn: Turn) -> None:
    """Keep what came once all was told, and ask somebody to look; the note has what has no room."""
    has_room = keep_words(turn)
    note = None if has_room else turn.message.text.strip()
    if all(asked.reason != _REASON for asked in turn.handovers):
        turn.ask_person(_REASON, "soon", note=note, is_awaited=False)


def _telling_words(message: Message) -> list[str]:
    """The words of the clauses that ask nothing."""
    clauses = _CLAUSE.findall(message.plain)
    return [word for each in clauses if not reads_as_question(each) for word in each.split()]


def keep_unread(turn: Turn) -> None:
    """Keep a statement of some length of which nothing could be made: somebody may make more."""
    is_kept_there = turn.pending in _KEPT_IN_THEIR_FIELD or not may_be_kept(turn.draft)
    if not is_kept_there and len(_telling_words(turn.message)) >= _AS_ANSWER:
        keep_words(turn)


def _tells_what_must_be_known(words: str) -> bool:
    is_told = _MUST_BE_KNOWN.search(words) is not None
    return is_told and not _NOT_KNOWING.search(words) and not reads_as_plain_no(words)


def _tells_of_a_dispute(turn: Turn) -> bool:
    message, words = turn.message, len(_telling_words(turn.message))
    if turn.pending is not None and message.plain.casefold() in tapped_words(turn.pending):
        return False
    if words > 2 and _tells_what_must_be_known(message.plain):
        return True
    if turn.pending == "issue" and words >= _AS_ANSWER:
        return True
    if message.all_of("dispute") or message.all_of("section"):
        return words >= (_AS_ANSWER if turn.pending is None else _WITH_A_DISPUTE)
    return words >= _BY_WORDS and _OF_A_DISPUTE.search(message.plain) is not None
