"""What somebody is called, out of an answer in any words; what is no name is left to others."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.facts import Fact
from casework.answers.reading import Answer, Reader, one
from casework.message import Entity, Message
from casework.people.dictated import without_dictation
from casework.people.kin_named import without_role
from casework.people.names_told import names_another, tells_whose_names, write_name
from casework.referral.draft import Draft
from casework.referral.fields import is_given
from casework.safety.redaction import words_of_nobody

MAX_NAME = 60
_NAME = re.compile(r"^[^\W\d_](?:[^\W\d_]|[ .'\-,])*$")
_NAME_LEAD = re.compile(
    r"^(?:(?:hi|hello|ok|okay|yes|yeah|no|nope|nah|sorry|wrong|sure|so|well|um|erm|it'?s|its|is|put|"
    r"i'?m|im|i am|my name is|my name's|my name(?= spel)|"
    r"name is|name'?s|this is|(?:they |we )?call (?:me|him|her|them)|"
    r"he'?s|she'?s|he is|she is|called|named|"
    r"the name is|just|only|"
    r"(?:his|her|their|the child'?s|child'?s) (?:names?|first names?)(?: is|'s)?|it is|me|"
    r"spelled|spelt)[\s,:]+)+",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"^(?:yes|no|nope|nah|my (?:son|daughter|boy|girl|child)|hmm+|asdf|"
    r"ok|okay|hi|hello|thanks|thank you|initials|mum|mom|dad|mother|father|parent|carer|"
    r"son|daughter|none|nothing|why|what|who|skip|back|help|stop|start|child|anonymous|n/?a|"
    r"(?:the )?initials only|please|(?:the )?same(?: as (?:me|above|before|mine|last time))?"
    r"|me|myself|"
    r"as before|above|already (?:said|told you))$",
    re.IGNORECASE,
)
_NOT_IN_A_NAME = re.compile(
    r"\b(?:the|is|are|was|have|has|had|they|we|you|your|need|want|help|council|school|plan|letter|"
    r"because|about|don'?t|dont|can'?t|cant|not|please|this|that|what|why|how|with|would|should|"
    r"could|my|on|above|email|letter|form|already|assessment|certificate|mediation|tribunal|autis\w+|adhd)\b",
    re.IGNORECASE,
)
_IS_WRITTEN_AS_A_NAME = re.compile(r"(?:[A-Z][\w'-]+ ){1,2}[A-Z][\w'-]+")
"""Ann Plan and Rachel School are people too, when they write themselves so."""
_WHAT_FOLLOWS_A_NAME = re.compile(
    r"(?<![\s,])(?:[\s,]++(?:and\s++)?(?:(?:he|she|they)(?:'?s| is| are)\b|who(?:'?s| is)\b|"
    r"aged?\b|\d)|"
    r"[\s,]++(?:and|but|spelt|spelled|with an?)\s++(?:i'?m|i am|we|he|she|his|her|my|[a-z]\b|"
    r"[a-z]-[a-z])|(?<!\bis)(?<!\bname)[\s,]++(?:spelt|spelled|with an?)\s++\w+|"
    r"[\s,]++(?:in )?(?:year|yr|reception|class|nursery)\b(?= *(?:\d|group|$|[,.]))|"
    r"[\s,]++(?:(?:the )?same (?:surname|last name|family name|second name)|born|dob|d\.o\.b|"
    r"date of birth|is (?:my|the|his|her) \w+|(?:but|and) (?:\w+ ){1,2}calls? me|"
    r"but (?=[^\W\d_]+\W*$)|(?:also |better |but )*(?:known as|aka|goes by))\b)",
    re.IGNORECASE,
)
"""In "Noah he is 6" the rest is an age, in "Zara with a Z" a spelling."""
_REMARK = re.compile(
    r"(?<![\s,])[\s,]++(?:(?:as|like) )?i(?:'ve| have)? (?:already |just )?"
    r"(?:said|told (?:you|u|ya))\b.*$",
    re.IGNORECASE,
)
"""Said after a name that was not heard the first time: "Lee Marsh i said"."""
_KISSES = re.compile(r"(?<!\s)\s++(?:x+|please|pls|thanks|thx|ta)\W*$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\. ?){1,4}[^\W\d_]?|[^\W\d_](?: [^\W\d_]){0,3}")
_ADDRESS = re.compile(r"\S+@\S+")
_LETTERS = re.compile(r"[\W\d_]")
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_IS_AN_INITIAL = re.compile(r"(?:.*\s)?(?:[^\W\d_]|mrs?|ms|dr|st)\.", re.IGNORECASE)
_NAMES_THE_CHILD = re.compile(
    r"^\W*(?:(?:my|our|the|and) )*(?:son|daughter|d[ao]u?gh?ter|child|kid|boy|girl|grandson|"
    r"granddaughter|niece|nephew)(?:'?s)?(?: name)?(?: is|:|,)? (?=\w)",
    re.IGNORECASE,
)
_AND_THE_CHILD = re.compile(rf"(?:,|\band\b)\s*(?={_NAMES_THE_CHILD.pattern[4:]})", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"^\W*(?:in )?(?:year|yr|reception|class)\b", re.IGNORECASE)
_TELLS_AN_AGE = re.compile(r"(?:s?he|they)(?:'?s|'?re| is| are)\b|(?:is |aged? )?\d", re.IGNORECASE)
"""The second half of "Jayden and hes 6"."""
_TWO_NAMES = re.compile(r"\s*(?:,|&|\+|\band\b)\s*", re.IGNORECASE)


def clean_name(text: str) -> str | None:
    """A person's name or initials out of an answer, or None when it does not read as one.

    Any script's letters, hyphens, apostrophes and dots; at most five words (intake-fields.md).
    """
    text = without_dictation(re.sub(r"\([^)]*\)", " ", text))
    text = _WHAT_FOLLOWS_A_NAME.split(text, maxsplit=1)[0]
    text = _KISSES.sub("", _REMARK.sub("", text))
    text = _KISSES.sub("", _ADDRESS.sub(" ", text))
    bare = "".join(
        c
        for c in text.replace("&", " and ")
        if c.isalpha() or c in " .'’-,&" or c.isdigit() or c in "<>/+*=;"
    )
    bare = " ".join(_NAME_LEAD.sub("", bare.strip()).strip(" .,!-").rstrip("'").split())
    bare = without_role(bare)
    if not bare or len(bare) > MAX_NAME or len(bare.split()) > 5:
        return None
    if _NOT_A_NAME.match(bare) or not _NAME.match(bare):
        return None
    if _NOT_IN_A_NAME.search(bare) and not _IS_WRITTEN_AS_A_NAME.fullmatch(bare):
        return None
    if _INITIALS.fullmatch(text.strip()) and len(bare) <= 8:
        return text.strip().upper()
    return write_name(bare)


def _name_of_sentences(text: str, role: str) -> str | None:
    """The name in an answer of several sentences: Rob Ashdown of "Rob. Rob Ashdown".

    None for a single sentence. Of several people the first one.
    """
    pieces = _sentences(text)
    if len(pieces) < 2:
        return None
    if role == "child":
        told = [cue for piece in pieces if (cue := _NAMES_THE_CHILD.match(piece)) is not None]
        if told:
            return clean_name(told[0].string[told[0].end() :])
    names = [name for piece in pieces if (name := _name_of_sentence(piece)) is not None]
    if not names:
        return None
    longest = max(names, key=len)
    is_repeated = all(longest.casefold().startswith(name.casefold()) for name in names)
    return longest if is_repeated else names[0]


def _sentences(text: str) -> list[str]:
    """The sentences, and the child told of behind a comma; an initial or a title ends none."""
    pieces: list[str] = []
    for piece in _SENTENCES.split(text.strip()):
        goes_on = pieces and _IS_AN_INITIAL.fullmatch(pieces[-1]) and not _is_ordinary(piece)
        if goes_on:
            pieces[-1] += f" {piece}"
        else:
            pieces += [part for part in _AND_THE_CHILD.split(piece) if part.strip()]
    return pieces


def _name_of_sentence(piece: str) -> str | None:
    if _NAMES_THE_CHILD.match(piece) or _SCHOOL_YEAR.match(piece):
        return None
    if _is_ordinary(_ADDRESS.sub(" ", piece)):
        return None
    return clean_name(piece)


def _is_ordinary(words: str) -> bool:
    """True for "i said" and "told you", and not for an initial."""
    said = [_LETTERS.sub("", word.lower()) for word in words.split()]
    is_a_remark = max(map(len, said), default=0) > 1
    return is_a_remark and all(word in words_of_nobody() for word in said if word)


_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|"
    r"seven|eigh|nine)teen|twenty)"
)
_NAME_WITH_NUMBER = re.compile(
    rf"[^\W\d_][\w'.-]*,? {_NUMBER}\W*|{_NUMBER} [^\W\d_][\w'.-]*\W*", re.IGNORECASE
)
_YES_AS_A_NAME = re.compile(r"Yes [A-Z][\w'-]+")
"""Yes Okafor: a first name, where "What is your name?" has no yes for an answer."""


def reads_as_name_with_number(text: str) -> bool:
    """True for "Ann Five" and "One Smith", which are whole names where one's own is asked for."""
    return _NAME_WITH_NUMBER.fullmatch(text.strip()) is not None and clean_name(text) is not None


def read_name(field_name: str, role: str) -> Reader:
    """A reader of a name: one that was found, else the whole answer if it reads as one."""

    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        if role == "self" and _YES_AS_A_NAME.fullmatch(message.plain):
            return one(field_name, message.plain)
        if role == "self" and reads_as_name_with_number(message.plain):
            return one(field_name, clean_name(message.plain))
        if role == "self" and _tells_of_the_child(message):
            return None
        found = message.first("person_name", role) or message.first("person_name")
        if found is not None and (
            _is_said_of_another(found, role, message) or _is_of_an_address(found, message)
        ):
            return None
        whole = _name_of_sentences(message.plain, role) or clean_name(message.plain)
        is_own = role == "self"
        if whole and names_another(message.plain, whole, than_the_writer=is_own):
            whole = None
        if found is not None and found.role == role and tells_whose_names(message.plain):
            return one(field_name, found.value, found.is_sure)
        if found is not None and whole is not None and _only_leads_to(found, whole):
            return one(field_name, found.value)
        if found is not None and whole is not None and _only_goes_on(found, whole):
            return one(field_name, found.value)
        if found is not None and (whole is None or len(str(found.value)) >= len(whole) - 3):
            return one(field_name, found.value)
        if whole is None or (found is None and _names_nobody(message, whole, draft)):
            return None
        first = _first_of_several(message.plain) if role == "child" else None
        if first is not None:
            return Answer(facts=(Fact(field_name, first),), note="utter_one_child_at_a_time")
        return one(field_name, whole)

    return read


def _is_said_of_another(found: Entity, role: str, message: Message) -> bool:
    """True for "her name is Aisha" where the parent's own name is asked for; false for "Aisha"."""
    is_of_another = found.role is not None and found.role != role
    said = _LETTERS.sub("", _KISSES.sub("", message.plain))
    is_only_the_name = len(said) <= len(_LETTERS.sub("", str(found.value))) + 1
    return is_of_another and not is_only_the_name


def _only_leads_to(found: Entity, whole: str) -> bool:
    """True for the Amina of "our daughter Amina": the words before are nobody's."""
    name = str(found.value).casefold()
    before = whole.casefold().removesuffix(name)
    return before != whole.casefold() and bool(before.strip()) and _is_ordinary(before)


def _only_goes_on(found: Entity, whole: str) -> bool:
    """True for the Priya Nair of "Priya Nair, social worker" and of "Priya Nair, LB Camden"."""
    name = str(found.value).casefold()
    after = whole.casefold().removeprefix(name)
    follows = after != whole.casefold() and after.startswith((",", " here"))
    is_known = found.is_sure and after.startswith(",")
    return follows and " " in name and bool(after.strip(" ,")) and (is_known or _is_ordinary(after))


def _is_of_an_address(found: Entity, message: Message) -> bool:
    """True for the "fatima" of "fatima.n@example.org", which may be anybody's address."""
    return any(email.start <= found.start < email.end for email in message.all_of("email"))


_NEVER_NAMES = frozenset(
    {
        "access_need",
        "appeal",
        "certificate",
        "contact_ok",
        "contact_preferred",
        "dispute",
        "email",
        "interpreter",
        "meeting",
        "phone",
        "plan_status",
        "referrer_role",
        "route",
        "supporter",
    }
)
"""Facts whose words nobody is called by; places, months and languages are names as well."""
_IS_PRESSED = 1
"""Misses after which a lone odd word is taken: somebody may truly be called so."""


def _names_nobody(message: Message, whole: str, draft: Draft) -> bool:
    """True for "online", "his mum" and "she likes horses", whatever was asked."""
    if any(_covers(entity, message, draft) for entity in message.entities):
        return True
    words = [_LETTERS.sub("", word.lower()) for word in whole.split()]
    if max(map(len, words)) == 1:
        return False
    ordinary = [word in words_of_nobody() for word in words]
    is_pressed = draft.progress.misses >= _IS_PRESSED
    if all(ordinary):
        return not (is_pressed and len(words) == 1 and whole[0].isupper())
    is_typed_so = whole in message.plain and _IS_WRITTEN_AS_A_NAME.fullmatch(whole)
    return ordinary[0] and not is_typed_so and not is_pressed


def _covers(entity: Entity, message: Message, draft: Draft) -> bool:
    """True where a sure fact that is nobody's name is all that the message tells.

    A place is a name as well, but not where we still have to hear of a council.
    """
    length = len(message.plain.strip(" .,!?"))
    is_awaited = entity.name == "council" and not is_given(draft, "council")
    is_never_a_name = entity.is_sure and (entity.name in _NEVER_NAMES or is_awaited)
    return is_never_a_name and 0 < length - 1 <= entity.end - entity.start


def _tells_of_the_child(message: Message) -> bool:
    """True for "levi hes 15" where the parent's own name is asked for."""
    names = {entity.role for entity in message.all_of("person_name")}
    return names == {"child"} and message.first("age", "child") is not None


def _first_of_several(text: str) -> str | None:
    """The first of two children's names: a referral is for one child."""
    parts = _TWO_NAMES.split(_NAME_LEAD.sub("", text.strip()))
    names = [clean_name(part) for part in parts if not _TELLS_AN_AGE.match(part)]
    is_each_named = len(names) == len(parts) > 1 and all(names)
    return names[0] if is_each_named else None
