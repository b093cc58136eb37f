"""Puts an earlier answer right while another question is asked: "13 not 12 sorry", "typo, Tobin".

Such words answer nothing that is asked now, and what they mean hangs on what was answered last or
on the old value that they name. The question that waits comes again after it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz

from casework.answers.fact import Fact
from casework.answers.name_words import clean_name, tells_a_letter
from casework.answers.parts_of_names import is_short_for
from casework.answers.people import read_role
from casework.answers.reading import Reader
from casework.answers.route import read_route_wanted
from casework.corrections.left_over import keep_left_over, tells_beside
from casework.corrections.lines_put_right import ask_again
from casework.corrections.names_put_right import CLAUSE_ON_A_NAME, name_put_right
from casework.corrections.numbers_put_right import (
    date_put_right,
    last_answered,
    number_put_right,
    only_date_put_right,
)
from casework.corrections.said_instead import said_instead, yes_or_no_meant
from casework.corrections.supporters_put_right import supporter_put_right
from casework.message import Message, cut
from casework.referral.fields import is_given, value_of
from casework.referral.show import field_label
from casework.referral.told_back import within_a_sentence
from casework.safety.redaction import is_first_name, words_of_nobody
from casework.turn.compared import NAMES
from casework.turn.consents import PLAIN_ANSWERS
from casework.turn.left_out import tells_only_of_another
from casework.turn.putting_facts import take_facts
from casework.turn.state import Turn

_NOT_HERE = frozenset({"consent", "summary", "change_what", "start_again"})
"""Questions before any answer could be wrong, and those with ways of their own to put one right."""
_CALLED_SO = re.compile(
    r"\b(?P<whose>my|(?:child|son|daughter|pupil|student|boy|girl)'?s) (?:full )?name(?: is|'?s)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_ROLE = 4
_TOLD_IN_WORDS: dict[str, Reader] = {"role": read_role, "route_wanted": read_route_wanted}
_OF_YES_OR_NO = frozenset(
    {"certificate_held", "appeal_lodged", "interpreter", "share_with_council"}
)
_SAYS_ANOTHER = re.compile(
    r"\b(?:meant?|typo|auto ?correct\w*|correction|mis-?typed|make (?:that|it)|scrap|scratch|"
    r"wrong name|mistake|should (?:be|say|read|have (?:been|said)))\b|^\W*\*|\*\W*$",
    re.IGNORECASE,
)
"""A name comes with these; with a mere sorry may come anything: "sorry withheld", "hang on brb"."""
_EASILY_HEARD = frozenset({"person_name", "dispute", "section", "council", "referrer_role"})
"""What the words of a correction are easily taken for."""
_OF_A_CHILD = re.compile(
    r"\b(?:s?he'?s?|his|hers?|child|kid|son|daughter|boy|girl|lad)(?:'?s)?\b", re.IGNORECASE
)
_SURNAME = re.compile(
    r"^\W*(?:and |sorry )*(?:(?:my )?(?:surname|last name)(?: is|'?s)?\W+(?P<name>[^\W\d_].*)|"
    r"(?P<before>[^\W\d_]\S*) is my (?:surname|last name))",
    re.IGNORECASE,
)
_LIKE = 60
"""Likeness from 0 to 100 of two spellings of one name."""
_HEARD_AS = {"child_age": "age", "decision_date": "date", "certificate_date": "date"}


def put_answer_before_right(turn: Turn) -> bool:
    """Put right what was answered before; True where the message tells nothing else."""
    pending = turn.pending
    if pending is None or pending in _NOT_HERE or turn.draft.progress.is_submitted:
        return False
    waiting = turn.draft.progress.unconfirmed
    if (waiting is not None and waiting.field == pending) or tells_only_of_another(turn):
        return False
    if _answers_yes_or_no_anew(turn):
        keep_left_over(turn)
        return True
    if _asks_whether_it_is_own(turn):
        return True
    fact = number_put_right(turn) or _own_name_in_full(turn) or _name_put_right(turn)
    fact = fact or date_put_right(turn)
    fact = fact or _role_put_right(turn) or supporter_put_right(turn.message.plain, turn.draft)
    if fact is None or not _is_new(turn, fact):
        return False
    _put(turn, fact)
    if fact.field in NAMES and turn.draft.progress.changing in NAMES:
        turn.draft.progress.changing = None
    if (named := _child_named_beside(turn, fact)) is not None:
        turn.message = named
        return False
    turn.message = _without(turn.message, fact)
    if pending not in NAMES and (_tells_more(turn.message) or _is_account_too(turn)):
        return False
    keep_left_over(turn)
    return True


def put_name_right(turn: Turn) -> bool:
    """Put a name right that is spelt anew at the review, and say so; False where none is."""
    words = turn.message.plain
    fact = name_put_right(words, turn.draft, is_review=True)
    fact = fact or supporter_put_right(words, turn.draft)
    if fact is None or not _is_new(turn, fact):
        return False
    _put(turn, fact)
    return True


def put_name_beside_number_right(turn: Turn) -> bool:
    """Put right, at the review, "the name is just Joan Peters, and mum's phone is …"; always False.

    The message goes on to whoever takes the number, who may look at nothing else.
    """
    if turn.pending not in ("summary", "change_what") or turn.message.first("phone") is None:
        return False
    fact = name_put_right(turn.message.plain, turn.draft) or _name_called_so(turn.message)
    if fact is not None and _is_new(turn, fact):
        _put(turn, fact)
    return False


def _name_called_so(message: Message) -> Fact | None:
    """The name of "my name is Joan" and "the child's name is Sam"."""
    said = _CALLED_SO.search(message.plain)
    role = "self" if said is not None and said["whose"].casefold() == "my" else "child"
    names = [one for one in message.all_of("person_name") if one.is_sure and one.role == role]
    if said is None or len(names) != 1:
        return None
    return Fact("name" if role == "self" else "child_name", str(names[0].value))


def put_number_right(turn: Turn) -> bool:
    """Put an age or a date right at the review, and say so; False where none is.

    The old one may be named, "the 22nd not the 29th"; "it should be 29 October" is of the only
    date that we hold.
    """
    fact = number_put_right(turn) or only_date_put_right(turn)
    if fact is None or not _is_new(turn, fact):
        return False
    _put(turn, fact)
    return True


def _put(turn: Turn, fact: Fact) -> None:
    """Put the answer into the draft; a reading of it that waits for a yes is settled by this."""
    progress = turn.draft.progress
    turn.put(fact.field, fact.value)
    progress.to_confirm = [one for one in progress.to_confirm if one.field != fact.field]
    if progress.unconfirmed is not None and progress.unconfirmed.field == fact.field:
        progress.unconfirmed = None
    field = within_a_sentence(field_label(fact.field))
    turn.say("utter_changed", {"field": field, "value": fact.shown})


def _role_put_right(turn: Turn) -> Fact | None:
    """Who writes or what is wanted, of "sorry I mean foster carer", said right after."""
    last, said = last_answered(turn), said_instead(turn.message.plain)
    reader = _TOLD_IN_WORDS.get(last or "")
    if reader is None or said is None or len(said.split()) > _MOST_WORDS_OF_A_ROLE:
        return None
    start = turn.message.plain.find(said)
    told = cut(turn.message, said, start, start + len(said))
    answer = reader(told, turn.draft, turn.today)
    facts = answer.facts if answer is not None else ()
    return facts[0] if len(facts) == 1 and facts[0].is_sure else None


def _name_put_right(turn: Turn) -> Fact | None:
    """A name spelt anew, or another one said right after it: "sorry its Bertie"."""
    words, last = turn.message.plain, last_answered(turn)
    told = name_put_right(words, turn.draft)
    if told is not None or last not in NAMES or turn.pending in NAMES:
        return told
    alone = said_instead(words) or ""
    said = [re.sub(r"[^\w'-]", "", word).casefold() for word in alone.split()]
    is_name = 0 < len(said) <= 3 and not any(word in words_of_nobody() for word in said)
    is_name = is_name and (_SAYS_ANOTHER.search(words) is not None or is_first_name(said[0]))
    name = clean_name(alone) if is_name and not _tells_more(turn.message) else None
    return Fact(last, name) if name is not None and is_given(turn.draft, last) else None


def _asks_whether_it_is_own(turn: Turn) -> bool:
    """Ask, of "oh its Joanne sorry" right after the writer's own name, whether that is their name.

    The child's was asked: a name that theirs is short for may be either's.
    """
    words, held = turn.message.plain, str(value_of(turn.draft, "name") or "").split()
    if turn.pending != "child_name" or last_answered(turn) != "name" or not held:
        return False
    if tells_a_letter(words):
        ask_again(turn, "name")
        return True
    said = (said_instead(words) or "").split()
    if len(said) != 1 or _OF_A_CHILD.search(words):
        return False
    name = clean_name(said[0])
    if name is None or not _may_be_spelt(held[0].casefold(), name.casefold()):
        return False
    told = Fact("name", " ".join([name, *held[1:]]))
    take_facts(turn, [told], is_answer=False, is_correction=True)
    return True


def _may_be_spelt(held: str, said: str) -> bool:
    """True for Jo and Joanne, and for Catherine and Katharine."""
    return is_short_for(held, said) or (held != said and fuzz.ratio(held, said) >= _LIKE)


def _own_name_in_full(turn: Turn) -> Fact | None:
    """Jo Marsh, told right after "Jo": the child's name is asked once more."""
    held = str(value_of(turn.draft, "name") or "").split()
    if turn.pending != "child_name" or last_answered(turn) != "name" or len(held) != 1:
        return None
    surname = _SURNAME.match(turn.message.plain)
    said = (
        f"{held[0]} {surname['name'] or surname['before']}"
        if surname is not None
        else turn.message.plain
    )
    name = clean_name(said) or ""
    first, *rest = name.casefold().split() or [""]
    is_own = bool(rest) and "and" not in rest and first == held[0].casefold()
    return Fact("name", name) if is_own and not _OF_A_CHILD.search(name) else None


def _child_named_beside(turn: Turn, fact: Fact) -> Message | None:
    """The rest of "not Jo its Joanne. And he is called Sam", where the child's name is asked."""
    if turn.pending != "child_name" or fact.field != "name":
        return None
    message, parts = turn.message, {word.casefold() for word in str(fact.value).split()}
    for sentence in CLAUSE_ON_A_NAME.finditer(message.plain):
        said = {word.casefold() for word in re.findall(r"[^\W\d_][\w'-]*", sentence[0])}
        if _OF_A_CHILD.search(sentence[0]) and not said & parts:
            return cut(message, sentence[0], *sentence.span())
    return None


def _without(message: Message, fact: Fact) -> Message:
    """The message without what was heard in the words that put the answer right."""
    heard_as = _HEARD_AS.get(fact.field, "person_name")
    return replace(message, entities=tuple(o for o in message.entities if o.name != heard_as))


def _tells_more(message: Message) -> bool:
    """True where something is surely told that a correction is not mistaken for."""
    return any(one.is_sure and one.name not in _EASILY_HEARD for one in message.entities)


def _is_account_too(turn: Turn) -> bool:
    """True for "He is 9 not 8. School excluded him in May", where their own words are asked for."""
    return turn.pending == "in_own_words" and tells_beside(turn)


def _answers_yes_or_no_anew(turn: Turn) -> bool:
    """Take "sorry I meant no", said right after a question of yes or no.

    A no to sharing counts at once; for a yes the question comes again, since it is a consent.
    """
    last, is_yes = last_answered(turn), yes_or_no_meant(turn.message.plain)
    if is_yes is None or last not in _OF_YES_OR_NO:
        return False
    if last == "share_with_council":
        if is_yes:
            ask_again(turn, last)
        else:
            PLAIN_ANSWERS[last](turn, False)
        return True
    if value_of(turn.draft, last) is is_yes:
        return False
    _put(turn, Fact(last, is_yes))
    return True


def _is_new(turn: Turn, fact: Fact) -> bool:
    if fact.field == "child_age":
        return bool(turn.draft.referral.child.age != fact.value["age"])
    return bool(value_of(turn.draft, fact.field) != fact.value)
