"""Keeps to a yes or no to telling the council, whenever it is said."""

from __future__ import annotations

import re

from casework.consent.council_taken_back import may_take_council_back
from casework.consent.family_refuses import as_the_family_says
from casework.consent.telling_later import WordOnCouncil, read_word_on_council
from casework.corrections.sending import sends_without_council
from casework.message import cut
from casework.referral.show import field_label, show_value
from casework.referral.told_back import within_a_sentence
from casework.turn.consents import answer_share
from casework.turn.own_words import keep_for_team
from casework.turn.state import Turn
from casework.words import reads_as_plain_no, reads_as_plain_yes, reads_as_question

_LOOKED_AT_WHOLE = frozenset({"summary", "change_what"})
"""There the rest of the message is heard with the words on the council beside it."""
_ADDS_NOTHING = re.compile(
    r"^\W*(?:(?:and|but|so|also|please|pls|plz|can i|may i|is (?:that|it) (?:ok|okay|possible)|ok|"
    r"okay|sorry|actually|thanks|thank you|ta|(?:i(?:'?ve| have)? )?(?:now )?(?:changed?|thought) "
    r"(?:my mind|again)|after all|add|that|i said|oh|well|hi|hello|just|wait|then)\b\W*)*$",
    re.IGNORECASE,
)
_TO_SOMETHING_ELSE = re.compile(r"[.!;\n]\W*$|\b(?:and|but|also)\W*$", re.IGNORECASE)


def take_word_on_council(turn: Turn) -> bool:
    """Note the yes or no to telling the council; True where the message tells nothing else.

    A no counts at once, also before it was asked for, and after sending, where somebody must look
    before the council is told. What stands beside it is left as the message. A no that is known
    and sends ("yes send it but not to the council", said again) is left to the review.
    """
    share, progress = turn.draft.referral.consent.share_with_council, turn.draft.progress
    if turn.pending == "share_with_council" or progress.has_declined:
        return False
    is_of_it = progress.answered[-1:] == ["share_with_council"]
    word = read_word_on_council(_wish_in(turn), may_be_them=is_of_it)
    if word is None and progress.is_submitted and may_take_council_back(turn.message.plain):
        turn.ask_person("told_more", "urgent", is_awaited=False)
    if word is None or (word.given and share.given is not False):
        return False
    is_known = word.given is False and share.given is False
    if is_known and turn.pending == "summary" and sends_without_council(turn.message.plain):
        return False
    if word.given is not share.given:
        answer_share(turn, word.given)
    if word.given:
        shown = within_a_sentence(field_label("share_with_council"))
        turn.say("utter_changed", {"field": shown, "value": show_value("share_with_council", True)})
    else:
        turn.say("utter_council_not_told")
    if progress.is_submitted:
        turn.ask_person("told_more", "soon" if word.given else "urgent", is_awaited=False)
        keep_for_team(turn)
    return not _leaves_the_rest(turn, word)


def take_no_to_council(turn: Turn) -> None:
    """Note a no to telling the council beside words of danger, unsaid; a yes there counts never."""
    consent, progress = turn.draft.referral.consent, turn.draft.progress
    is_of_it = "share_with_council" in (turn.pending, *progress.answered[-1:])
    word = read_word_on_council(_wish_in(turn), may_be_them=is_of_it)
    if word is None or word.given or consent.share_with_council.given is False:
        return
    answer_share(turn, False)
    if progress.is_submitted:
        turn.ask_person("told_more", "urgent", is_awaited=False)


def _wish_in(turn: Turn) -> str:
    """The words; who refers a family tells of its wish, not of the own one."""
    plain = turn.message.plain
    return as_the_family_says(plain) if turn.draft.referral.is_third_party else plain


def _leaves_the_rest(turn: Turn, word: WordOnCouncil) -> bool:
    """Leave what stands beside the words on the council as the message; False where none does."""
    plain = turn.message.plain
    first, last = min(each[0] for each in word.spans), max(each[1] for each in word.spans)
    before, after = plain[:first], plain[last:]
    is_told = any(entity.is_sure for entity in turn.message.entities)
    if turn.pending is None or turn.pending in _LOOKED_AT_WHOLE:
        return is_told or reads_as_question(plain) or turn.pending is None
    rests = [each for each in (before, after) if not _ADDS_NOTHING.match(each)]
    if not rests:
        return False
    if turn.pending == "consent":
        return not reads_as_plain_no(" ".join(rests))
    if any(map(reads_as_question, rests)) or len(rests) > 1:
        return is_told or any(map(reads_as_question, rests))
    rest, start = (before, 0) if rests == [before] else (after, last)
    if reads_as_plain_no(rest) and not (start or _TO_SOMETHING_ELSE.search(rest)):
        return False
    is_short = reads_as_plain_no(rest) or reads_as_plain_yes(rest)
    if is_told or is_short or turn.pending == "anything_else":
        turn.message = cut(turn.message, rest, start, start + len(rest))
        return True
    return False
