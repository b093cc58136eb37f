"""Whose the names of a message are, where it says so outright: "Anya is my wife. Felix is the son".

Names are written with capitals here, however they were typed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message
from casework.people.around_names import only_the_name, without_dictation, without_letters_spelt
from casework.people.called_foster import without_foster_as_a_role
from casework.people.kin import AUNT, CHILD, GRANDPARENT, IN_LAW, PARENT, PARTNER
from casework.people.kin_named import is_a_verb, is_name_of_a_role, is_of_kin, kin_named
from casework.people.others_named import comes_along, doubted, is_a_bystander, is_a_parent
from casework.safety.redaction import is_first_name, words_of_nobody

_WORD = r"[^\W\d_][\w'-]*"
_NAME = rf"{_WORD}(?: {_WORD})?"
_GROWN_UP = (
    rf"(?:{IN_LAW}|{PARTNER}|{PARENT}|step-?dad|step-?mum|{GRANDPARENT}|{AUNT}|uncle|friend|neighbour|"
    r"social worker|teacher|senco|carer)"
)
_OF_THE_FAMILY = rf"(?:{_GROWN_UP}|brother|sister|twin|sibling)"
_IS = (
    r"(?:,? (?:is|was|are)|'s|,? (?:he|she|they)(?:'?s| is| are)) "
    r"(?:actually |really |just |only )?"
)
_ENDS = r"(?= *(?:$|[.,;!?)]|(?:and|not)\b))"
_IS_THE_CHILD = re.compile(
    rf"(?P<name>{_NAME}){_IS}(?:my|the|our|his|her|their) (?:\w+ )?{CHILD}{_ENDS}",
    re.IGNORECASE,
)
_IS_ANOTHER = re.compile(
    rf"(?P<name>{_NAME}){_IS}(?:(?:my|our) (?!sister|brother|twin)|(?:the|his|her|their) )"
    rf"(?:\w+ )?(?P<who>{_OF_THE_FAMILY}){_ENDS}",
    re.IGNORECASE,
)
_ANOTHER_CALLED = re.compile(
    r"\b(?:(?:my|our) (?!(?:sister|brother|twin)\b(?![- ]in))|(?:his|her|their) )(?:\w+ )?"
    rf"(?P<who>{_OF_THE_FAMILY})(?:'?s name)?(?:,| is| is called| called| named|'s called)? "
    rf"(?P<name>{_NAME})",
    re.IGNORECASE,
)
_RUNG_INSTEAD = re.compile(
    rf"\b(?:ring|call|phone|text|contact|speak to|ask for)(?: (?:his|her|the|their|my))?"
    rf" (?P<who>{_OF_THE_FAMILY}),? (?P<name>{_NAME})\b(?=.*\bnot me\b)",
    re.IGNORECASE,
)
_IS_ONES_FRIEND = re.compile(
    rf"\b(?:i'?m|i am|this is|it'?s) (?P<name>{_WORD}?(?: {_WORD}?){{0,2}})'?s (?:\w+ )?"
    rf"(?:{_GROWN_UP}|girlfriend|boyfriend|mate|neighbor|sister|brother|cousin|colleague|"
    r"support worker|advocate)\b",
    re.IGNORECASE,
)
"""Sara of "I'm Sara's friend" does not write; of "I'm Sara's mum" she is the child perhaps."""
_IS_MINE = re.compile(rf"{_NAME} is my (?:own )?(?:full )?name\b", re.IGNORECASE)
_SAYS_MY = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_I_AM_CALLED = re.compile(
    rf"\b(?:i'?m|i am|my (?:own |full )?name(?:'?s| is)) (?P<name>{_WORD}(?: {_WORD})+)(?!')"
    rf"(?: here)?{_ENDS}",
    re.IGNORECASE,
)
_CALL_ME = re.compile(r"\bcalls? me,? $", re.IGNORECASE)
_COMING = re.compile(r"\b(?:come|comes|coming|bring|bringing|join|joining|attend)\b", re.IGNORECASE)
_OTHERS = (_IS_ANOTHER, _ANOTHER_CALLED, _RUNG_INSTEAD)
_MAY_BE_THE_WRITER = re.compile(rf"{PARENT}|carer")
"""Ines of "Ines is the mother" may be writing, so that her name is not let go."""
_CHILDS_NAME = re.compile(
    rf"\b(?:(?:my|our|the) {CHILD}'?s|{CHILD}'s|his|her|their) "
    r"(?:real |full |first |actual |right )?name(?:'s| is| was|:| =)? "
    rf"(?:not {_WORD}[ ,]+(?:but |its? |it's )?)?(?P<name>{_WORD}(?: (?!not\b){_WORD})?){_ENDS}",
    re.IGNORECASE,
)
_NO_NAMES = frozenset({"sign"})
"""Facts whose words are nobody's name: BSL."""
_TITLES = ("mr", "mrs", "ms", "miss", "dr")
_SMALL = re.compile(r"(?<![\w'])[^\W\d_]")


def write_name(name: str) -> str:
    """A name with capitals where it was typed in small letters: "anne-marie o'neil", "Asif khan".

    Inside a name small letters stay: "Ludo van der Berg".
    """
    *before, last = name.split() or [""]
    if not last.islower():
        return name
    small = name if name.islower() else last
    capital = " ".join(
        [*([] if name.islower() else before), _SMALL.sub(lambda letter: letter[0].upper(), small)]
    )
    return re.sub(r"\b([DO]')([a-z])", lambda found: found[1] + found[2].upper(), capital)


def names_another(words: str, name: str, *, than_the_writer: bool = False) -> bool:
    """True where the words say outright that this name is a grown-up's or a sibling's.

    Who is "his nan" may be writing; who is "my wife" is another than the writer.
    """
    return any(
        _is_one(name, found["name"])
        and (not than_the_writer or pattern is _RUNG_INSTEAD or _SAYS_MY.search(found[0]))
        for pattern in _OTHERS
        for found in pattern.finditer(words)
    )


def tells_whose_names(words: str) -> bool:
    """True where it is said outright of somebody named who they are."""
    return any(pattern.search(words) for pattern in (_IS_THE_CHILD, _IS_MINE, *_OTHERS))


def settle_names(message: Message) -> Message:
    """The message with each name given to whom it says that it belongs to."""
    message = without_letters_spelt(without_foster_as_a_role(message))
    message = _with_supporters_named(_without_call_me(message))
    words = message.plain
    if not any(entity.name == "person_name" for entity in message.entities):
        return _with_child_named(message, words)
    emails = message.all_of("email")
    whole = [doubted(entity, words) for entity in _with_name_told([*message.entities], words)]
    others = [one for one in message.entities if one.name in _NO_NAMES]
    kept = [_settle(entity, words, emails, others) for entity in whole]
    known = replace(message, entities=tuple(entity for entity in kept if entity is not None))
    return _with_child_named(known, words)


def _settle(
    entity: Entity, words: str, emails: list[Entity], others: list[Entity]
) -> Entity | None:
    """The name as it belongs to somebody; None for a grown-up's, an address's and a saint's."""
    if entity.name != "person_name":
        return entity
    if any(one.start < entity.end and entity.start < one.end for one in others):
        return None
    if entity.end > 0 and is_a_verb(words[entity.start :]):
        return None
    if _is_of_nobody(entity, words) or any(one.start <= entity.start < one.end for one in emails):
        return None
    said = only_the_name(str(entity.value), words[entity.start : entity.end])
    name = write_name(without_dictation(said) or said)
    if not name or (entity.role == "child" and is_a_parent(words, name)):
        return None
    written = replace(entity, value=name)
    if entity.role == "supporter":
        return written
    is_all_of_them = words.casefold().lstrip().startswith(name.casefold())
    if comes_along(words, name) and (is_all_of_them or not entity.is_sure):
        return replace(written, role="supporter")
    if is_a_bystander(words, name, entity.start, is_sure=entity.is_sure):
        return None
    if entity.role != "self" and _calls_themself(name, words):
        return replace(written, role="self", is_sure=True)
    if re.search(rf"\b(?:st|saint)\.? {re.escape(name)}\b", words, re.IGNORECASE):
        return None
    if is_of_kin(words, name):
        return replace(written, role="supporter") if _COMING.search(words) else None
    if any(_is_one(name, found["name"]) for found in _IS_THE_CHILD.finditer(words)):
        return replace(written, role="child", is_sure=True)
    whose = [
        found["who"].lower()
        for pattern in _OTHERS
        for found in pattern.finditer(words)
        if _is_one(name, found["name"])
    ]
    if not whose and is_name_of_a_role(words, name):
        return replace(written, is_sure=False)
    if not whose:
        ones = _IS_ONES_FRIEND.search(words)
        theirs = (ones["name"], f"{ones['name']}s") if ones is not None else ()
        is_own = entity.role == "self" and any(_is_one(name, one) for one in theirs)
        return None if is_own else written
    if names_another(words, name, than_the_writer=True):
        return replace(written, role="supporter") if _COMING.search(words) else None
    if entity.role == "self":
        return written
    return replace(written, role=None) if _MAY_BE_THE_WRITER.fullmatch(whose[0]) else None


def _is_of_nobody(entity: Entity, words: str) -> bool:
    """True for "loud", only heard as a name, and for "the parent of Deceased"."""
    first, *rest = str(entity.value).casefold().split()
    said = rest if rest and first.strip(".") in _TITLES else [first, *rest]
    if all(word in words_of_nobody() for word in said):
        return entity.end > 0 and said == [first, *rest]
    is_small = words[entity.start : entity.end].islower()
    return is_small and not entity.is_sure and not any(map(is_first_name, said))


def _with_name_told(entities: list[Entity], words: str) -> list[Entity]:
    """The names with that of "No! Grace is my daughter. His name is Tobias" as the child's."""
    told = _CHILDS_NAME.search(words)
    if told is not None and is_of_kin(words, told["name"]):
        return entities
    if told is None or not any(one.name == "person_name" for one in entities):
        return entities
    name = told["name"].strip()
    if any(word.lower() in words_of_nobody() for word in name.split()):
        return entities
    others = [one for one in entities if one.name != "person_name" or one.role != "child"]
    same = [one for one in entities if one not in others and _is_one(name, str(one.value))]
    if same:
        return [*others, *same]
    heard = [one for one in entities if one.name == "person_name" and _is_one(str(one.value), name)]
    is_sure = all(one.is_sure for one in heard)
    child = Entity("person_name", write_name(name), "child", is_sure, *told.span("name"))
    return [*others, child]


def _without_call_me(message: Message) -> Message:
    """The message without calls that are only a name's: "you can call me Raj".

    The days of "call me Mondays" are nobody's name.
    """
    times = message.all_of("best_time")
    called = [
        one
        for one in message.all_of("person_name")
        if one.end > 0 and _CALL_ME.search(message.text[: one.start])
    ]
    days = [one for one in called if any(time.start <= one.start < time.end for time in times)]
    names = [one for one in called if one not in days]
    kept = [
        one
        for one in message.entities
        if one not in days and not any(_is_of_call_me(one, name, message.text) for name in names)
    ]
    return replace(message, entities=tuple(kept))


def _is_of_call_me(entity: Entity, name: Entity, words: str) -> bool:
    """True for a way of reaching somebody that was heard in "call me" before the name."""
    is_of_calls = entity.name in ("contact_ok", "contact_preferred")
    return is_of_calls and entity.end > 0 and not words[entity.end : name.start].strip(" ,")


def _with_supporters_named(message: Message) -> Message:
    """The message with "nan Joy" for the nan who comes along, whose name is told beside."""
    told = kin_named(message.plain)
    named = {
        one: f"{one.value} {write_name(told[str(one.value).casefold()])}"
        for one in message.all_of("supporter")
        if str(one.value).casefold() in told
    }
    kept = [replace(one, value=named.get(one, one.value)) for one in message.entities]
    return replace(message, entities=tuple(kept)) if named else message


def _calls_themself(name: str, words: str) -> bool:
    """True for "im Carol Tanner", whoever else the message names."""
    said = [found["name"].casefold() for found in _I_AM_CALLED.finditer(words)]
    return " " in name and name.casefold() in said


def _with_child_named(message: Message, words: str) -> Message:
    """The message with the name of "Rui Costa is the child", if it was not heard."""
    if message.first("person_name", "child") is not None:
        return message
    for found in _IS_THE_CHILD.finditer(words):
        name = found["name"].strip()
        is_ordinary = [word.lower() in words_of_nobody() for word in name.split()]
        if not any(is_ordinary):
            child = Entity("person_name", write_name(name), "child", True, *found.span("name"))
            return replace(message, entities=(*message.entities, child))
    return message


def _is_one(name: str, said: str) -> bool:
    """True for the same name; what is said may hold a word more: "no Anya" or "Anya and"."""
    one, other = name.casefold().split(), said.casefold().split()
    return one == other or (len(one) == 1 and one[0] in other)
