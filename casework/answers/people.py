"""Who they are and who it is about: names, ages, permission, number and address."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.reading import Answer, Reader, date_of, one
from casework.draft import Draft
from casework.facts import CONTACT_FLAG, Fact
from casework.message import Message
from casework.words import reads_as_no, reads_as_plain_no, reads_as_yes

MAX_NAME = 60
WAYS = ("safe_to_call", "safe_to_text", "safe_to_email", "safe_to_leave_voicemail")
_WAY = r"(ring|call|phone|te?xt|e-?mail)"
_ONE_WAY = re.compile(
    rf"\b{_WAY}\w* only|only (?:by )?{_WAY}|just {_WAY}|\bplease {_WAY} (?:me )?only", re.IGNORECASE
)

_NAME = re.compile(r"^[^\W\d_](?:[^\W\d_]|[ .'\-,])*$")
_NAME_LEAD = re.compile(
    r"^(?:(?:hi|hello|ok|okay|yes|sure|so|well|um|erm|it'?s|its|i'?m|im|i am|my name is|my name's|"
    r"name is|name'?s|this is|call me|they call me|he'?s|she'?s|he is|she is|called|named|"
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
    r"[\s,]+(?:and\s+)?(?:(?:he|she|they)(?:'?s| is| are)\b|who(?:'?s| is)\b|aged?\b|\d)|"
    r"[\s,]+(?:and|but|spelt|spelled|with an?)\s+(?:i'?m|i am|we|he|she|his|her|my|his|[a-z]\b|"
    r"[a-z]-[a-z])|(?<!\bis)[\s,]+(?:spelt|spelled|with an?)\s+\w+",
    re.IGNORECASE,
)
"""In "Noah he is 6" the rest is an age, in "Zara with a Z" a spelling."""
_KISSES = re.compile(r"\s+(?:x+|please|pls|thanks|thx|ta)\W*$", re.IGNORECASE)
_TWO_NAMES = re.compile(r"\s*(?:,|&|\+|\band\b)\s*", re.IGNORECASE)


def clean_name(text: str) -> str | None:
    """A person's name or initials out of an answer, or None when it does not read as one.

    Any script's letters, hyphens, apostrophes and dots; at most five words (intake-fields.md).
    """
    text = _WHAT_FOLLOWS_A_NAME.split(re.sub(r"\([^)]*\)", " ", text), maxsplit=1)[0]
    text = _KISSES.sub("", text)
    bare = "".join(
        c
        for c in text.replace("&", " and ")
        if c.isalpha() or c in " .'’-,&" or c.isdigit() or c in "<>/+*=;"
    )
    bare = " ".join(_NAME_LEAD.sub("", bare.strip()).strip(" .,!-").split())
    if not bare or len(bare) > MAX_NAME or len(bare.split()) > 5:
        return None
    if _NOT_A_NAME.match(bare) or not _NAME.match(bare):
        return None
    if _NOT_IN_A_NAME.search(bare) and not _IS_WRITTEN_AS_A_NAME.fullmatch(bare):
        return None
    if re.fullmatch(r"(?:[^\W\d_]\.? ?){1,4}", text.strip()) and len(bare) <= 8:
        return text.strip()
    return bare.title() if bare.islower() else bare


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
        whole = clean_name(message.plain)
        if found is not None and (whole is None or len(str(found.value)) >= len(whole) - 3):
            return one(field_name, found.value)
        if whole is None or (found is None and is_another_fact(message)):
            return None
        first = _first_of_several(message.plain) if role == "child" else None
        if first is not None:
            return Answer(facts=(Fact(field_name, first),), note="utter_one_child_at_a_time")
        return one(field_name, whole)

    return read


_NEVER_NAMES = frozenset({"meeting", "plan_status", "route", "referrer_role", "dispute"})
"""Facts whose words nobody is called by; places, months and languages are names as well."""


def is_another_fact(message: Message) -> bool:
    """True for "online" and "mediation", where a name is asked for."""
    length = len(message.plain.strip(" .,!?"))
    return any(
        entity.name in _NEVER_NAMES and entity.is_sure and entity.end - entity.start >= length - 1
        for entity in message.entities
    )


def _tells_of_the_child(message: Message) -> bool:
    """True for "levi hes 15" where the parent's own name is asked for."""
    names = {entity.role for entity in message.all_of("person_name")}
    return names == {"child"} and message.first("age", "child") is not None


def _first_of_several(text: str) -> str | None:
    """The first of two children's names: a referral is for one child."""
    names = [clean_name(part) for part in _TWO_NAMES.split(_NAME_LEAD.sub("", text.strip()))]
    return names[0] if len(names) > 1 and all(names) else None


_AGREED = re.compile(
    r"\b(?:mum|mom|dad|mother|father|parents?|family|carer|guardian|he|she|they|young person)\b"
    r".{0,30}\b(?:agree[sd]?|said (?:yes|ok|so)|(?:is|are|was|were)? ?(?:fine|happy|ok|okay)|"
    r"consent\w*|permission|asked (?:me|us)|knows?)\b",
    re.IGNORECASE,
)


def read_permission(message: Message, draft: Draft, today: date) -> Answer | None:
    """The family's yes or no, and the day of it where it is said."""
    on = date_of(message, ("permission", None))
    found = message.first("permission")
    says_no = reads_as_no(message.plain) or (found is not None and found.value == "no")
    says_yes = (
        reads_as_yes(message.plain)
        or (found is not None and found.value == "yes")
        or (_AGREED.search(message.plain) is not None and not says_no)
    )
    if not (says_no or says_yes):
        return None
    on_date = on[0].isoformat() if on and on[0] <= today else None
    return one("permission", {"given": says_yes and not says_no, "on": on_date})


_HAS_NO_PHONE = re.compile(
    r"\be-?mail\b|\bno (?:phone|mobile)|\bnot? (?:a )?number|"
    r"\b(?:(?:have|has|got|own|use|using)n'?t(?: got)?|(?:don'?t|do not|not) (?:have|own|use|got))"
    r"(?: got)? (?:an?y? |my |one )?(?:phone|mobile|number|landline)",
    re.IGNORECASE,
)


def read_phone(message: Message, draft: Draft, today: date) -> Answer | None:
    """A number, or an email instead; giving a number says that it is safe to ring it.

    To somebody who is not to be rung (`casework.no_calls`) it says that it is safe to text.
    """
    facts = [
        Fact(name, found.value, found.is_sure)
        for name in ("phone", "email")
        if (found := message.first(name)) is not None
    ]
    if facts:
        is_flagged = "domestic_abuse" in draft.referral.safety.categories
        if facts[0].field == "phone" and not message.all_of("contact_ok") and not is_flagged:
            cannot_be_rung = draft.referral.contact.safe_to_call is False
            implied = {"safe_to_text": True} if cannot_be_rung else {"safe_to_call": True}
            facts.append(Fact("safe_contact", _read_wishes(message.plain) or implied))
        return Answer(facts=tuple(facts))
    if _HAS_NO_PHONE.search(message.plain) or reads_as_plain_no(message.plain):
        return Answer(facts=(Fact("prefers_email", True),))
    return None


def _read_wishes(text: str) -> dict[str, bool]:
    """The one way that is safe, where only one is named: "txt only pls". Empty where none is."""
    only = _ONE_WAY.search(text)
    if only is None:
        return {}
    way = next(group for group in only.groups() if group).lower()
    named = "safe_to_call"
    if "mail" in way:
        named = "safe_to_email"
    elif way.startswith(("text", "txt")):
        named = "safe_to_text"
    return {flag: flag == named for flag in WAYS}


def read_safe_contact(message: Message, draft: Draft, today: date) -> Answer | None:
    """Which ways are safe: all, one only, or none before asking."""
    text = message.plain.lower()
    named = message.all_of("contact_ok")
    if named and reads_as_yes(text) and not _read_wishes(text):
        flags = dict.fromkeys(WAYS, True)
        flags |= {
            CONTACT_FLAG[way.role]: way.value == "yes" for way in named if way.role in CONTACT_FLAG
        }
        return one("safe_contact", flags)
    if named or message.first("contact_preferred"):
        return None
    if re.search(r"\bnot safe|\bunsafe|ask me first", text) or reads_as_no(text):
        return one("safe_contact", dict.fromkeys(WAYS, False))
    wishes = _read_wishes(text)
    if wishes:
        return one("safe_contact", wishes)
    if reads_as_yes(text) or re.search(r"\ball (?:fine|ok|good)|\bany\b|\bfine\b", text):
        return one("safe_contact", dict.fromkeys(WAYS, True))
    return None


_HAS_NO_EMAIL = re.compile(
    r"\b(?:no|not|none|nope|neither|never|without|nothing|don'?t|dont|do not|"
    r"haven'?t|havent|hasn'?t|ain'?t|aint|can'?t|cant)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_NONE = 8


def read_email(message: Message, draft: Draft, today: date) -> Answer | None:
    """An address, or after all a number; "don't have email either" is an answer too."""
    if message.first("email") or message.first("phone"):
        return read_phone(message, draft, today)
    is_short = len(message.plain.split()) <= _MOST_WORDS_OF_NONE
    return Answer(is_unsure=True) if is_short and _HAS_NO_EMAIL.search(message.plain) else None
