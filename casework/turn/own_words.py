"""The family's own words: what went wrong, and what they want known besides, kept as they said it.

Staff read them beside the answers; the paper for the council does not hold them.
"""

from __future__ import annotations

import re

from casework.answers.no_needs import may_tell_a_need
from casework.consent.leading import read_yes
from casework.consent.ways_to_agree import Asked
from casework.dispute.hearing_near import note_hearing
from casework.dispute.letter_days import tells_when_it_came
from casework.dispute.rough_days import tells_rough_day
from casework.message import Message
from casework.people.ages_told import tells_birthday
from casework.people.kept_apart import whom_to_leave_out
from casework.people.responsibility import note_responsibility
from casework.people.shared_phone import is_shared, others_see_phone
from casework.referral.draft import may_be_kept
from casework.say import tapped_words
from casework.turn.left_out import tells_of_another_child
from casework.turn.state import Turn
from casework.words import reads_as_plain_no, reads_as_question

LONGEST = 2000
"""Characters that the referral has room for (contract, referral.schema.json)."""
_AS_ANSWER = 6
"""Words from which an opening, or the answer to "what has gone wrong?", is more than its kind."""
_LATER = 8
"""The same for what comes to another question and names what the dispute is about."""
_BY_TRADE = 3
"""Words more where only those of the trade tell that it is an account, and nothing complains."""
_UNREAD = 4
"""Words from which a statement is kept of which nothing could be made."""
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
    r"\b(?:can'?t|can ?not|mus(?:n'?t|t not)|don'?t|not to|never|not|shouldn'?t) "
    r"(?:be |let \w+ )?(?:know|told|tell|find out)\b|\bask for \w+ (?:only|not)\b|"
    r"\bdecide (?:for|things for) (?:him|her|them)(?:self|selves)\b|\bcapacity\b|"
    r"\bparental responsibility\b|\bcourt orders?\b|"
    r"\b(?:can'?t|can ?not) (?:speak|talk|read|write|sign)\b|"
    r"\b(?:my|his|her) (?:husband|wife|partner|mum|dad|friend)'?s (?:phone|number|email|mobile)\b|"
    r"\bwithout (?:an? |the |her |his |their )?(?:\w+ )?(?:interp\w+|signer|translator)\b|"
    r"\bwants? (?:just |only )?(?:him|her|them|my \w+|our \w+) (?:to be )?(?:back|in|at|home)\b|"
    r"\b(?:asd|asc|adhd|autis\w+|asperg\w+|dyslexi\w+|dyspraxi\w+|pda|epilep\w+|"
    r"down'?s syndrome|cerebral palsy|(?:speech|language|learning|developmental) "
    r"(?:delay|difficult\w+|disabilit\w+)|selective(?:ly)? mut\w+|non[- ]?verbal)\b",
    re.IGNORECASE,
)
"""However short: whom not to tell, whose phone it is, who cannot decide alone, a diagnosis."""
_NOT_KNOWING = re.compile(r"\b(?:i|we) (?:do ?n[o']?t|dont|never) know\b|^dont know", re.IGNORECASE)
_COMPLAINS = re.compile(
    r"\b(?:(?:had|having|getting|got|getting|given|gets|get) (?:none|nothing|no)|has ?n'?t|"
    r"have ?n'?t|"
    r"is ?n'?t|are ?n'?t|never|still|since|stopped|for (?:\w+ )?(?:weeks|months|years)|no one|"
    r"nobody|"
    r"missing|keep (?:saying|telling)|(?:not|n'?t) (?:getting|had|got|given|happening))\b",
    re.IGNORECASE,
)
_ASKS_FOR_ADVICE = re.compile(
    r"\W*+(?:(?:hi|hello|hey|please|ok|so|and|but|just)\W++)*+(?:(?:can|could|do|does|did|is|are|am|"
    r"will|"
    r"would|should|may|shall|has|have|what|how (?:do|can|long|much|to)|who|which)\b|if\b)",
    re.IGNORECASE,
)
"""A mere question, whatever it mentions: "what if they still haven't answered?"."""
_THEY_DO_TO_THEIRS = re.compile(
    r"\b(?:they|the council|the la|the school)\b[^.;]*\b(?:him|his|her|he|she|my|our)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^.!?;,\n]+[.!?;,\n]*")


def keep_account(turn: Turn) -> None:
    """Keep what tells of the dispute, whatever was asked; before consent it rides with the draft.

    An answer that is kept word for word in its own field is not kept twice.
    """
    note_responsibility(turn.draft, turn.message)
    note_hearing(turn.draft, turn.message)
    if turn.draft.progress.has_declined:
        return
    if _is_kept_in_its_field(turn):
        if turn.pending != "in_own_words" and _tells_whom_to_fear(turn.message.plain):
            keep_words(turn)
        return
    if turn.pending == "anything_else":
        is_beside = len(_telling_words(turn.message)) >= _BESIDE_A_QUESTION
        if is_beside and reads_as_question(turn.message.plain):
            keep_for_team(turn)
    elif _tells_of_a_dispute(turn) or tells_of_another_child(turn):
        keep_words(turn)


def _is_kept_in_its_field(turn: Turn) -> bool:
    """True where any words are an answer; of needs those are none that name nothing like one."""
    is_answer = turn.pending != "access_needs" or may_tell_a_need(turn.message.plain)
    return turn.pending in _KEPT_IN_THEIR_FIELD and is_answer


def keep_words(turn: Turn, words: str | None = None) -> bool:
    """Add the message, or these words of it, to the family's own; False where room is lacking."""
    before = turn.draft.referral.dispute.in_own_words
    words = re.sub(r" {2,}", " ", words or turn.message.text.strip())
    if before and words in before:
        return True
    joined = f"{before}\n{words}" if before else words
    turn.put("in_own_words", joined[:LONGEST])
    return len(joined) <= LONGEST


def keep_limits(turn: Turn, asked: Asked) -> None:
    """Keep what limits a yes ("but not the school") where the team reads it, and say so.

    It is not read back, and the review hides what others must not see
    (`casework.people.family_view`): somebody else may see the screen or the text.
    """
    said = read_yes(turn.message.plain, asked, for_family=turn.draft.referral.is_third_party)
    if said is None or not (said.has_limits or said.has_reservation):
        return
    keep_words(turn)
    if said.has_limits:
        turn.say("utter_added_for_team")


def keep_for_team(turn: Turn) -> None:
    """Keep what came once all was told, and ask somebody to look; the note has what has no room."""
    has_room = keep_words(turn)
    note = None if has_room else turn.message.text.strip()
    if all(asked.reason != _REASON for asked in turn.handovers):
        turn.ask_person(_REASON, "soon", note=note, is_awaited=False)


def _telling_words(message: Message) -> list[str]:
    """The words of the clauses that ask nothing, or that complain while they ask."""
    clauses = _CLAUSE.findall(message.plain)
    return [word for each in clauses if not _only_asks(each) for word in each.split()]


def complains_in_asking(words: str) -> bool:
    """True for "wheres my boys speech therapy, hes had none": a question that tells a dispute."""
    return reads_as_question(words) and not _only_asks(words)


def _only_asks(clause: str) -> bool:
    """False for "wheres my boys speech therapy, hes had none since sept"."""
    is_complaint = _COMPLAINS.search(clause) is not None and _ASKS_FOR_ADVICE.match(clause) is None
    return reads_as_question(clause) and not is_complaint


def keep_unread(turn: Turn) -> bool:
    """Keep a statement of some length of which nothing could be made: somebody may make more."""
    is_kept_there = _is_kept_in_its_field(turn) or not may_be_kept(turn.draft)
    words = [word for word in _telling_words(turn.message) if re.search(r"[^\W\d_]", word)]
    if is_kept_there or len(words) < _UNREAD:
        return False
    keep_words(turn)
    return True


def _tells_whom_to_fear(words: str) -> bool:
    return whom_to_leave_out(words) is not None or others_see_phone(words)


def _tells_what_must_be_known(words: str) -> bool:
    is_told = _MUST_BE_KNOWN.search(words) is not None or _tells_whom_to_fear(words)
    is_told |= is_shared(words) or tells_birthday(words)
    return is_told and not _NOT_KNOWING.search(words) and not reads_as_plain_no(words)


def _asks_of_their_child(text: str) -> bool:
    """True for "is it right they can cease his plan at 19?", which tells what went wrong."""
    return len(text.split()) >= _AS_ANSWER and _THEY_DO_TO_THEIRS.search(text) is not None


def _tells_of_a_dispute(turn: Turn) -> bool:
    message, words = turn.message, len(_telling_words(turn.message))
    if turn.pending is not None and message.plain.casefold() in tapped_words(turn.pending):
        return False
    if turn.pending == "decision_date" and tells_rough_day(message.plain):
        return True
    if words > 2 and (_tells_what_must_be_known(message.plain) or tells_when_it_came(message)):
        return True
    if turn.pending == "issue" and (words >= _AS_ANSWER or _asks_of_their_child(message.plain)):
        return True
    fewest = _AS_ANSWER if turn.pending is None else _LATER
    has_appealed = any(one.value == "yes" for one in message.all_of("appeal"))
    if has_appealed or message.all_of("dispute") or message.all_of("section"):
        return words >= fewest
    complains = turn.pending is None and _COMPLAINS.search(message.plain) is not None
    is_long = words >= (fewest if complains else fewest + _BY_TRADE)
    return is_long and _OF_A_DISPUTE.search(message.plain) is not None
