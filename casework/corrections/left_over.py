"""What of a correction led to nothing: it is kept for the team, and the parent is told so.

Nothing that is said at the review is dropped in silence, nor does it change a line that it was not
said of. The words are not read back: somebody else may see the screen or the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from casework.answers.facts import facts_in
from casework.consent.telling_later import reads_as_telling_council
from casework.corrections.heard_twice import without_readings
from casework.corrections.sending import asks_to_send, nothing_to_change
from casework.message import cut
from casework.referral.fields import value_of
from casework.referral.summary import summary_rows
from casework.turn.compared import same_value
from casework.turn.own_words import keep_words
from casework.turn.state import Turn
from casework.turn.wishes_to_change import read_field_name
from casework.words import (
    reads_as_plain_no,
    reads_as_plain_yes,
    reads_as_question,
    reads_as_skip,
    reads_as_unsure,
    reads_as_venting,
)

_CLAUSE = re.compile(
    r"(?:(?!\s(?:and|but|also)\s|,\s)[^.;!?\n]|(?<=\d)\.(?=\d))+[?!]*", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?:[^.;!?\n]|(?<=\d)\.(?=\d))+[?!]*")
_LEAD = re.compile(r"^(?:(?:and|but|also|yes|no|ok|so)[\s,]+)+", re.IGNORECASE)
_ASKS_TO_ADD = re.compile(
    r"(?:\b(?:can|could) (?:you|u) |(?<!\byou )(?<!\bu )\b)(?:please |pls )?"
    r"(?:add|put|include|mention|write|note|say)\b",
    re.IGNORECASE,
)
_OF_NO_WEIGHT = """
    a about actually added again all also am an and ago as at be but by bit can change child
    children could council did do does dont done each else everything anything nothing fine for
    from good got great have havent havnt he hes her here him his how hours i id if ill im in into
    is isnt it its ive just kids like line lines mate me mean minutes mistake months my need needs
    no nope not now number of off oh ok okay old on one only or other our out part please pls pm
    put really right same say says she shes should so some sorry still sure ta thank thanks that
    thats the their them then there they thing things think this thx to too two u um up ur us very
    wait want wanted was we weeks well were what when which who will with would wrong x xx yeah
    years yep yes yet you your youve correct changed fix fixed
"""
_TELLS_NOTHING = frozenset(_OF_NO_WEIGHT.split())
_FEWEST_WEIGHTY, _FEWEST_WORDS, _FEWEST_OF_A_WHOLE = 2, 3, 5


def keep_left_over(
    turn: Turn, *, done: Iterable[tuple[int, int]] = (), is_all: bool = False
) -> bool:
    """Keep the clauses that no answer was taken from, and say so; False where there are none.

    `done`: where in the message stands what was dealt with; `is_all`: nothing of it was.
    """
    words = _LEAD.sub("", turn.message.plain) if is_all else _left_over(turn, list(done))
    if not words:
        return False
    keep_words(turn, words)
    asks = turn.says.pop() if turn.has_asked else None
    waits = turn.draft.progress.unconfirmed is not None and asks is not None
    turn.say("utter_added_for_team" if waits else "utter_left_for_team")
    turn.says += [asks] if asks is not None else []
    return True


def tells_more(words: str) -> bool:
    """True for a message that is kept as a whole where it led to nothing."""
    is_remark = not (reads_as_question(words) or reads_as_venting(words))
    return is_remark and len(words.split()) >= _FEWEST_OF_A_WHOLE


def tells_beside(turn: Turn) -> bool:
    """True where a clause of the message led to nothing yet."""
    return bool(_left_over(turn, []))


def _left_over(turn: Turn, done: list[tuple[int, int]]) -> str:
    """The sentences in which a clause led to nothing, as they were typed."""
    plain, shown = turn.message.plain, _shown_words(turn)
    left: list[str] = []
    for sentence in _SENTENCE.finditer(plain):
        for clause in _CLAUSE.finditer(sentence[0]):
            start, end = (place + sentence.start() for place in clause.span())
            if any(start < stop and begin < end for begin, stop in done):
                continue
            if _tells(clause[0]) and not _is_dealt_with(turn, start, end, shown):
                left.append(_LEAD.sub("", sentence[0].strip(" ,"), count=1))
                break
    return ". ".join(each.strip() for each in left)


def _tells(clause: str) -> bool:
    """True for what has some weight: no yes or no, no question, no thanks."""
    if reads_as_plain_yes(clause) or reads_as_plain_no(clause) or asks_to_send(clause):
        return False
    if reads_as_skip(clause) or reads_as_venting(clause) or nothing_to_change(clause):
        return False
    weighty = weighty_words(clause)
    if _ASKS_TO_ADD.search(clause):
        return bool(weighty)
    if reads_as_question(clause) or (reads_as_unsure(clause) and len(weighty) < _FEWEST_WEIGHTY):
        return False
    return len(weighty) >= _FEWEST_WEIGHTY and len(clause.split()) >= _FEWEST_WORDS


def weighty_words(clause: str) -> set[str]:
    """The words that tell something by themselves."""
    words = re.findall(r"[^\W\d_]{2,}", clause.replace("'", "").lower())
    return set(words) - _TELLS_NOTHING


def _is_dealt_with(turn: Turn, start: int, end: int, shown: set[str]) -> bool:
    """True where the clause is what an answer holds now, waits for a yes, or is asked about."""
    progress, message = turn.draft.progress, turn.message
    clause = message.plain[start:end]
    asked = progress.changing
    if asked is not None and _calls(clause) == asked:
        return True
    waiting = {one.field for one in (*progress.to_confirm, *progress.to_confirm_first)}
    if progress.unconfirmed is not None:
        waiting.add(progress.unconfirmed.field)
    if weighty_words(clause) & shown:
        return True
    told = facts_in(cut(message, clause, start, end), turn.draft, turn.today)
    facts = without_readings(told, turn.draft)
    of_share = reads_as_telling_council(clause)
    if of_share is not None:
        return value_of(turn.draft, "share_with_council") is of_share
    settled = waiting | set(turn.changed) - {"in_own_words"}
    is_held = [same_value(turn.draft, fact) or fact.field in settled for fact in facts]
    return bool(is_held) and all(is_held)


def _calls(clause: str) -> str | None:
    is_school = re.search(r"\b(?:school|college)\b", clause, re.IGNORECASE) is not None
    return "setting" if is_school else read_field_name(clause)


def _shown_words(turn: Turn) -> set[str]:
    """The words of the answers that this message has changed."""
    changed = set(turn.changed) - {"in_own_words"}
    changed |= {"role"} if "relationship" in changed else set()
    rows = [row for row in summary_rows(turn.draft) if row.field in changed]
    words = {word for row in rows for word in weighty_words(row.value)}
    words |= {word for row in rows for word in weighty_words(row.label)}
    waiting = turn.draft.progress.unconfirmed
    words |= set() if waiting is None else weighty_words(waiting.shown)
    gone = [field for field in changed if value_of(turn.draft, field) is None]
    return words | {word for field in gone for word in weighty_words(field.replace("_", " "))}
