"""Who they are and who it is about: names, ages, permission, number and address."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.reading import Answer, Reader, date_of, one
from casework.draft import Draft
from casework.facts import Fact
from casework.message import Message
from casework.words import reads_as_no, reads_as_yes

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
    r"the name is|"
    r"(?:his|her|their|the child'?s|child'?s) (?:name|first name)(?: is|'s)?|it is|me|"
    r"spelled|spelt)[\s,:]+)+",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"^(?:yes|no|nope|nah|my (?:son|daughter|boy|girl|child)|hmm+|asdf|"
    r"ok|okay|hi|hello|thanks|thank you|initials|mum|mom|dad|mother|father|parent|carer|"
    r"son|daughter|none|nothing|why|what|who|skip|back|help|stop|start|child|anonymous|n/?a|"
    r"(?:the )?initials only|please|same|same as (?:me|above)|me|myself|the same)$",
    re.IGNORECASE,
)
_NOT_IN_A_NAME = re.compile(
    r"\b(?:the|is|are|was|have|has|had|they|we|you|your|need|want|help|council|school|plan|letter|"
    r"because|about|don'?t|dont|can'?t|cant|not|please|this|that|what|why|how|with|would|should|"
    r"could|assessment|certificate|mediation|tribunal|autis\w+|adhd)\b",
    re.IGNORECASE,
)


_IS_WRITTEN_AS_A_NAME = re.compile(r"(?:[A-Z][\w'-]+ ){1,2}[A-Z][\w'-]+")
"""Ann Plan and Rachel School are people too, when they write themselves so."""


_WHAT_FOLLOWS_A_NAME = re.compile(
    r"[\s,]+(?:and\s+)?(?:(?:he|she|they)(?:'?s| is| are)\b|who(?:'?s| is)\b|aged?\b|\d)",
    re.IGNORECASE,
)
"""In "Noah he is 6" the rest is an age."""


def clean_name(text: str) -> str | None:
    """A person's name or initials out of an answer, or None when it does not read as one.

    Any script's letters, hyphens, apostrophes and dots; at most five words (intake-fields.md).
    """
    text = _WHAT_FOLLOWS_A_NAME.split(re.sub(r"\([^)]*\)", " ", text), maxsplit=1)[0]
    bare = "".join(
        c for c in text if c.isalpha() or c in " .'’-,&" or c.isdigit() or c in "<>/+*=;"
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


def read_name(field_name: str, role: str) -> Reader:
    """A reader of a name: one that was found, else the whole answer if it reads as one."""

    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        found = message.first("person_name", role) or message.first("person_name")
        whole = clean_name(message.plain)
        if found is not None and (whole is None or len(str(found.value)) >= len(whole) - 3):
            return one(field_name, found.value)
        return one(field_name, whole) if whole else None

    return read


_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_AGE_WORDS = {word: number for number, word in enumerate(_NUMBERS.split())}
_LOOKS_LIKE_CODE = re.compile(r"[{}<>*=]")
_BARE_AGE = re.compile(
    r"(?<![\d/.\-])(?<!year )(?<!yr )(?<!y)(\d{1,2})(?![\d/.\-])"
    r"(?!\s*(?:months?|mths?|mo|weeks?|wks?)\b)",
    re.IGNORECASE,
)
_MONTHS_OLD = re.compile(r"\b(\d{1,2})\s*(?:months?|mths?|mo)\b", re.IGNORECASE)


def read_child_age(message: Message, draft: Draft, today: date) -> Answer | None:
    """An age or a date of birth, 0 to 26; a bare number is an age here."""
    born = message.first("date_of_birth")
    if born is None:
        undecided = [d for d in message.all_of("date") if d.role in (None, "decision")]
        born = undecided[0] if undecided and re.search(r"\d{4}|/\d\d", message.plain) else None
    if born is not None:
        day = date.fromisoformat(str(born.value))
        if day > today:
            return Answer(problem="utter_date_future")
        if today.year - day.year > 26:
            return Answer(problem="utter_error_child_age")
        return one("child_age", {"date_of_birth": day.isoformat()}, born.is_sure)
    age = message.first("age")
    number: int | None = int(age.value) if age is not None else None
    if number is None and not _LOOKS_LIKE_CODE.search(message.plain):
        bare = _BARE_AGE.search(message.plain)
        words = [
            _AGE_WORDS[w] for w in re.findall(r"[a-z]+", message.plain.lower()) if w in _AGE_WORDS
        ]
        months = _MONTHS_OLD.search(message.plain)
        if months is not None and bare is None:
            number = int(months.group(1)) // 12
        else:
            number = int(bare.group(1)) if bare else (words[0] if words else None)
    if number is None:
        return None
    if number > 26:
        return Answer(problem="utter_error_child_age")
    return one("child_age", {"age": number})


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


def read_phone(message: Message, draft: Draft, today: date) -> Answer | None:
    """A number, or an email instead; giving a number says that it is safe to ring."""
    facts = [
        Fact(name, found.value)
        for name in ("phone", "email")
        if (found := message.first(name)) is not None
    ]
    if facts:
        is_flagged = "domestic_abuse" in draft.referral.safety.categories
        if facts[0].field == "phone" and not message.all_of("contact_ok") and not is_flagged:
            wishes = _read_wishes(message.plain)
            facts.append(Fact("safe_contact", wishes or {"safe_to_call": True}))
        return Answer(facts=tuple(facts))
    if re.search(r"\be-?mail\b|no phone|not? (?:a )?number", message.plain, re.IGNORECASE):
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
    if message.all_of("contact_ok") or message.first("contact_preferred"):
        return None
    text = message.plain.lower()
    if re.search(r"\bnot safe|\bunsafe|ask me first", text) or reads_as_no(text):
        return one("safe_contact", dict.fromkeys(WAYS, False))
    wishes = _read_wishes(text)
    if wishes:
        return one("safe_contact", wishes)
    if reads_as_yes(text) or re.search(r"\ball (?:fine|ok|good)|\bany\b|\bfine\b", text):
        return one("safe_contact", dict.fromkeys(WAYS, True))
    return None


def read_email(message: Message, draft: Draft, today: date) -> Answer | None:
    """An address, or after all a number."""
    return (
        read_phone(message, draft, today)
        if message.first("email") or message.first("phone")
        else None
    )
