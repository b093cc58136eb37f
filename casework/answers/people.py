"""Who writes, whether the family agreed, and how they may be reached safely."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.facts import Fact
from casework.answers.only_wrong import is_only_wrong
from casework.answers.reading import Answer, date_of, entity_or_words, one
from casework.consent.leading import read_yes
from casework.message import Message
from casework.people.contact_told import (
    CONTACT_FLAG,
    join_times,
    own_ways,
    refuses_only_a_time,
)
from casework.people.own_role import (
    FRIEND_OR_RELATIVE,
    relative_without_the_care,
    role_of_writer,
    writes_for_a_parent,
)
from casework.people.reached_with_care import care_told, is_to_be_asked_how
from casework.people.shared_phone import is_shared
from casework.people.ways_refused import ways_refused
from casework.referral.draft import Draft
from casework.referral.record import THIRD_PARTIES
from casework.words import reads_as_no, reads_as_plain_no, reads_as_unsure, reads_as_yes

WAYS = ("safe_to_call", "safe_to_text", "safe_to_email", "safe_to_leave_voicemail")
_WAY = r"(ring|call|phone|te?xt|e-?mail)"
_ONE_WAY = re.compile(
    rf"\b{_WAY}\w*(?: or what'?s ?app| or wa)? only\b"
    r"(?! (?:after|before|between|when|while|on|in|at|from|if|until|till|during|\d))|"
    rf"only (?:by |want )?{_WAY}|just (?:by |want |like )?(?:a )?{_WAY}|"
    rf"\bplease {_WAY} (?:me )?only",
    re.IGNORECASE,
)

_AT_WORK = (
    r"^\W*(?:(?:i|i'?m|we|we'?re|am|are|is|it'?s|this|work|working|write|writing|employed|staff|"
    r"officer|on|behalf|speaking|here|from|for|at|with|by|of|in|a|an|the|their|his|her|local|"
    r"primary|secondary|special|high|another|sixth|form|his|yes|hi|hello)\W+)*"
)
"""Before a place of work: "I work for the council", and not "she's been out of school"."""
_ROLE_IN_WORDS = entity_or_words(
    "role",
    "referrer_role",
    {
        r"\byoung person\b|\bmyself\b|it'?s me\b": "young_person",
        r"\bguardian|\bcarer|\bfoster|\bgran|\bnan\b|\baunt|\bkinship": "carer",
        r"(?<!\bmy )\b(?:parent|mum|mom\b|dad|mother|father|mam\b)": "parent",
        r"\bsendiass|\biass\b": "sendiass",
        rf"{_AT_WORK}(?:council|local authority|LA)\b": "local_authority",
        rf"{_AT_WORK}(?:school|college|nursery)\b|\bteacher|\bsenco": "school",
        r"\bprofessional|\bworker|\bcharity|\badvocate|\bdoctor|\bnurse": "other_professional",
    },
)


def read_role(message: Message, draft: Draft, today: date) -> Answer | None:
    """Who writes. A sister or friend of the parent refers as others do: the family has to agree."""
    role = message.first("referrer_role")
    is_known = role is not None and role.value in ("carer", *THIRD_PARTIES)
    is_friend = writes_for_a_parent(message.plain) and not is_known
    if is_friend or relative_without_the_care(message):
        return Answer(
            facts=(
                Fact("role", "other_professional"),
                Fact("relationship", FRIEND_OR_RELATIVE),
            )
        )
    return _ROLE_IN_WORDS(message, draft, today)


_AGREED = re.compile(
    r"\b(?:mum|mom|dad|mother|father|parents?|family|carer|guardian|he|she|they|young person)\b"
    r".{0,30}\b(?:agree[sd]?|said (?:yes|ok|so)|(?:is|are|was|were)? ?(?:fine|happy|ok|okay)|"
    r"consent\w*|permission|asked (?:me|us)|knows?)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|nor|(?:do|does|did|has|have|is|are|was|were|wo|ca)n'?t|no one|yet to)\b"
    r"(?! (?:mind|only|just))",
    re.IGNORECASE,
)
"""Within the words for agreeing: "she hasn't said yes yet", "they don't know"."""
_NOT_ASKED = re.compile(
    r"\b(?:haven'?t|have not|i'?ve not|not|never)(?: \w+)? asked\b|"
    r"\bi(?:'?ll|'?d| will| would)? (?:say|put|tick) no\b",
    re.IGNORECASE,
)


def read_permission(message: Message, draft: Draft, today: date) -> Answer | None:
    """The family's yes or no, and the day of it where it is said.

    "No, I'm his mum" is no no of the family: it says that they were taken for somebody else.
    """
    writer = role_of_writer(message, draft)
    if writer is not None and writer.value not in THIRD_PARTIES:
        return None
    on = date_of(message, ("permission", None))
    found = message.first("permission")
    agreed = _AGREED.search(message.plain)
    last = "" if agreed is None else re.split(r",|\b(?:but|and)\b", agreed[0])[-1]
    has_not = _NOT.search(last) is not None
    has_not = has_not or _NOT_ASKED.search(message.plain) is not None
    says_no = has_not or reads_as_no(message.plain) or (found is not None and found.value == "no")
    says_yes = (
        reads_as_yes(message.plain)
        or (found is not None and found.value == "yes")
        or (agreed is not None and not says_no)
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


_REFUSES_CALLS = re.compile(
    r"\b(?:don'?t|do not|never|not|no|without)\b[^.;!?]{0,20}"
    r"\b(?:ring|rung|call|calls|called|calling|phone|phoned|talk|speak)\b"
    r"|\b(?:ring|call|phone)(?: me| us| it)?,? (?:never|not|no)\b",
    re.IGNORECASE,
)


def refuses_calls(text: str) -> bool:
    """True where a number beside these words is not safe to ring, whatever else was heard."""
    return _REFUSES_CALLS.search(text) is not None and not refuses_only_a_time(text)


def read_phone(message: Message, draft: Draft, today: date) -> Answer | None:
    """A number, or an email instead; giving a number says that it is safe to ring it.

    To somebody who is not to be rung (`casework.conversation.no_calls`) it says that it is safe to
    text.
    """
    facts = [
        Fact(name, found.value, found.is_sure)
        for name in ("phone", "email")
        if (found := message.first(name)) is not None
    ]
    if facts:
        is_flagged = "domestic_abuse" in draft.referral.safety.categories
        is_flagged |= is_to_be_asked_how(draft.referral.contact.best_time)
        says_nothing = not own_ways(message) and not refuses_calls(message.plain)
        is_flagged |= is_to_be_asked_how(message.plain)
        if facts[0].field == "phone" and says_nothing and not is_flagged:
            cannot_be_rung = draft.referral.contact.safe_to_call is False
            implied = {"safe_to_text": True} if cannot_be_rung else {"safe_to_call": True}
            implied |= {CONTACT_FLAG[way]: False for way in ways_refused(message.plain)}
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


_ALL_ARE_SAFE = re.compile(
    r"^\W*(?:(?:they|they're|theyre|all|any|every|everything|either|both|are|is|it'?s|that'?s|of|"
    r"them|these|those|ways?|you|like|can|use|totally|absolutely|perfectly|really|always|one|"
    r"whatever|which ?ever|anything|works?|for|me|will|do|by)\W++)*"
    r"(?:fine|ok|okay|good|safe|any|anything|whatever|either|all|works|do)\b"
    r"(?:\W+(?:of|them|way|ways|with|by|for|me|thanks?|you|please|ta|x+))*+\W*$"
)
"""No word is named twice: of a long answer each reading would be tried."""


_BEGINS_WITH_YES = re.compile(r"^\W*(?:yes|yeah|yep|ok|fine|sure|(?:you )?can)\b")
_ALL_BUT = re.compile(
    r"^\W*(?:yes |yeah |they'?re |theyre )*(?:all|any|anything|everything|every way)\b[^.;]{0,30}?"
    r"\b(?:except|apart from|but not|bar|but no|just not)(?: for)?\b(?P<but>[^.;]+)",
)
_WAY_NAMED = {
    "safe_to_call": r"\b(?:ring|call|phone)",
    "safe_to_text": r"\bte?xt",
    "safe_to_email": r"\be-?mail",
    "safe_to_leave_voicemail": r"\bvoice|\bmessage|\banswer ?(?:phone|machine)",
}


def read_safe_contact(message: Message, draft: Draft, today: date) -> Answer | None:
    """Which ways are safe: all, one only, or none before asking."""
    text = message.plain.lower()
    named = own_ways(message)
    but = _ALL_BUT.search(text)
    if but is not None:
        left_out = {flag for flag, way in _WAY_NAMED.items() if re.search(way, but["but"])}
        if left_out:
            return one("safe_contact", {flag: flag not in left_out for flag in WAYS})
    are_all_safe = bool(named) and all(way.value == "yes" for way in named)
    if are_all_safe and message.first("best_time") and _BEGINS_WITH_YES.match(text):
        flags = {CONTACT_FLAG[way.role]: True for way in named if way.role in CONTACT_FLAG}
        return one("safe_contact", flags) if flags else None
    if named and reads_as_yes(text) and not _read_wishes(text):
        flags = _all_ways(draft)
        flags |= {
            CONTACT_FLAG[way.role]: way.value == "yes" for way in named if way.role in CONTACT_FLAG
        }
        return one("safe_contact", flags)
    is_refused = bool(ways_refused(text)) and not _read_wishes(text)
    if named or message.first("contact_preferred") or is_refused:
        return None
    if re.search(r"\bnot safe|\bunsafe|ask me first", text) or reads_as_plain_no(text):
        return one("safe_contact", dict.fromkeys(WAYS, False))
    wishes = _read_wishes(text)
    if wishes:
        return one("safe_contact", wishes)
    if reads_as_yes(text) or _ALL_ARE_SAFE.match(text):
        return one("safe_contact", _all_ways(draft))
    said = None if is_shared(text) else read_yes(message.plain, "reading")
    if said is None:
        return None
    ways = _all_ways(draft)
    return one("safe_contact", ways | ({WAYS[-1]: False} if said.has_limits else {}))


def _all_ways(draft: Draft) -> dict[str, bool]:
    """All ways are safe; where something has to be heeded no message is left.

    Ways that were told and wait for a yes, as beside a danger, are those that the yes is to.
    """
    if not is_to_be_asked_how(draft.referral.contact.best_time):
        return dict.fromkeys(WAYS, True)
    waiting = [*draft.progress.to_confirm_first, *draft.progress.to_confirm]
    told = next((one.value for one in waiting if one.field == "safe_contact"), None)
    safe = {way: value for way, value in (told or {}).items() if way in WAYS}
    return (safe or dict.fromkeys(WAYS, True)) | {"safe_to_leave_voicemail": False}


_HAS_NO_EMAIL = re.compile(
    r"\b(?:no|not|none|nope|neither|never|without|nothing|don'?t|dont|do not|"
    r"haven'?t|havent|hasn'?t|ain'?t|aint|can'?t|cant)\b",
    re.IGNORECASE,
)
_MOST_WORDS_OF_NONE = 8


def read_email(message: Message, draft: Draft, today: date) -> Answer | None:
    """An address, or after all a number; "don't have email either" is an answer too.

    Where one stands that is being changed, a "no" to it takes nothing out
    (`casework.corrections.taken_out`).
    """
    if message.first("email") or message.first("phone"):
        return read_phone(message, draft, today)
    if draft.progress.changing == "email":
        return Answer(is_unsure=True) if reads_as_unsure(message.plain) else None
    is_short = len(message.plain.split()) <= _MOST_WORDS_OF_NONE
    return Answer(is_unsure=True) if is_short and _HAS_NO_EMAIL.search(message.plain) else None


def read_best_time(message: Message, draft: Draft, today: date) -> Answer | None:
    """When to reach them, in their words; what is to be heeded then stays beside it."""
    words, before = message.plain, draft.referral.contact.best_time
    if not words or is_only_wrong(words):
        return None
    if draft.progress.changing == "best_time":
        before = ", ".join(care_told(before or ""))
    return one("best_time", join_times(before, [words]))
