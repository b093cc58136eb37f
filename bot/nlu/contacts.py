"""How a parent can be reached: phone, email, what is safe, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.contact_lists import read_lists_of_ways
from bot.nlu.denied_ways import doubt_denied, settle_lines
from bot.nlu.emails import read_emails
from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.phones import read_phones
from bot.nlu.preferred_ways import NO_PAPER, read_preferred
from bot.nlu.times_to_call import read_times

_DO_NOT = (
    r"(?:don'?t|do not|dont|(?:please )?never|(?:you|u) (?:can'?t|cannot|may not|must ?n[o']?t)"
    r"|shouldn'?t|rather you didn'?t)"
)
_CALL = (
    r"(?:ring|rings|call|calls|phone|telephone|phoning|ringing|calling|phone calls?)(?! (?:the"
    r"|work|to (?:the|my|that|any) (?:old|other|work|wrong)"
    r"|my (?!landline|phone|mobile|house|home|number|work))\b)"
)
_ANY_CALL = r"(?:ring|call|phone|telephone)(?! work\b)(?! the (?!house|land|phone|mobile|num))"
_NOT_WHEN = (
    r"(?!\s+(?:me |us |back )?(?:from|before|after|(?:un|')?till?|between|at|on|in the|during)\b)"
)
_TO_OTHERS = (
    r"(?!\s+(?:him|them|his|school|my (?:ex|husband|wife|partner|mum|mam|dad|son|daughter|boss|"
    r"work)"
    r")\b)"
)
_LEFT = r"(?:voice\s*mails?|voice\s?messages?|messages?|msgs?|mails?|answer\s?(?:phone|machine))"
_MAY = r"(?:(?:ok|okay|fine|safe|happy(?: for you)?|good)\s+to|you\s+can(?:\s+always)?)"
_YOU_MAY = (
    r"(?:you|u|ya|ye|yous|youse|yis|tha)\s+(?:may|can|could)\s+(?:also\s+|always\s+|just\s+)?"
)
_FINE = r"(?:ok|okay|fine|safe|good|best|lovely|brill(?:iant)?|perfect|ideal|welcome|better)"
_IS_FINE = rf"(?:\s+(?:is|are))?\s+{_FINE}\b"
_BEGINS = r"(?:^|[.,;!?\n]\s*|\b(?:only|but|and|please|pls|just|so)\s+)"
_ALONE = r"(?=\s*(?:[.,;!\n]|$))"
_NOT_CALLS = (
    r"(?:\s+(?:me|thing|option|one))?(?:\s+only)?,?\s+(?:(?:and|but|please|pls)\s+)?(?:not|no"
    r"|rather than|instead of|over|never|don'?t)\s+(?:a\s+|to\s+)?(?:(?:calls?|phone"
    r"|ring|calling|ringing|phoning)\b|(?:talk(?:ing)?|speak(?:ing)?|voice)\b"
    r"(?! (?:to|with|about)\b))"
)
_Told = list[tuple[str, str | None, str]]


def _only(way: str) -> _Told:
    told: _Told = [("contact_preferred", None, way), ("contact_ok", way, "yes")]
    return [*told, ("contact_ok", "call", "no")]


def _ok(way: str, value: str) -> _Told:
    return [("contact_ok", way, value)]


def _of_written(way: str, word: str) -> list[tuple[str, _Told]]:
    """What is said of texts and of emails in the same words."""
    many = rf"{word}s?" if way == "email" else r"(?:texts?|sms)"
    refused = rf"{word}s" if way == "email" else many  # "I have no email" refuses none
    no_texts = _ok("text", "no") if way == "email" else []
    return [
        (rf"\b{many}{_NOT_CALLS}", _only(way)),
        (
            rf"\b(?:{many}(?:\s+or\s+(?:whats ?app|wa))?\s+(?:me\s+|contact\s+)?only|"
            r"only\s+(?:by\s+|use\s+|contact\s+(?:me\s+)?by"
            rf"\s+)?{many}|(?:just|only)\s+{word}(?:\s+me)?)\b",
            [*_only(way), *no_texts],
        ),
        (rf"\b{word}s?(?:\s+me)?,?\s+never\b{_ALONE}", _ok(way, "no")),
        (
            rf"\b(?:{_DO_NOT}\s+(?:ever\s+)?{word}(?:\s+(?:me|us))?|no\s+{refused}"
            rf"|not\s+(?:safe|ok|okay)\s+to\s+{word})\b(?! (?:to|from) (?:the |my |his |"
            r"her )?school)",
            _ok(way, "no"),
        ),
        (
            rf"\b(?:{_MAY}\s+{word}|{word}\s+me\b{NO_PAPER}|(?:a\s+)?{word}s?{_IS_FINE}"
            rf"|{_YOU_MAY}(?:whats ?app or\s+)?(?:{word}|send (?:me )?{word}s?))\b",
            _ok(way, "yes"),
        ),
    ]


# Each: pattern over what is stated, then (entity, role or None, value) facts.
_OF_TEXTS, _OF_EMAILS = _of_written("text", "text"), _of_written("email", "e-?mail")
_BY_TURNS = [told for both in zip(_OF_TEXTS, _OF_EMAILS, strict=True) for told in both]
_SAID: list[tuple[re.Pattern[str], _Told]] = [
    (re.compile(pattern), facts)
    for pattern, facts in [
        *_BY_TURNS[:4],
        (
            r"\b(?:(?:calls?|phone|ring)\s+only|only\s+(?:by\s+)?(?:call|phone"
            r"|ring))\b(?!\s+(?:me |us )?(?:after|before|if|when|unless|in|for|between|at|on)\b)",
            [("contact_preferred", None, "phone"), ("contact_ok", "call", "yes")],
        ),
        (
            rf"\b(?:{_DO_NOT}\s+(?:ever\s+)?(?:{_CALL}|{_ANY_CALL})(?:\s+(?:me|us|this number"
            rf"|my phone|the house))?\b{_TO_OTHERS}{_NOT_WHEN}"
            rf"|no\s+(?:phone\s+|voice\s+)?calls\b{_NOT_WHEN}"
            r"(?! to (?:the|my|that|any) (?:old|other|work|wrong))"
            rf"|(?:not|isn'?t|never|unsafe)\s+(?:safe|ok|okay)\s+(?:for you\s+)?to\s+"
            rf"(?:ring|call|phone)\b{_NOT_WHEN}|unsafe to (?:ring|call|phone)\b"
            r"|(?:ring|call|phone|telephone)(?:\s+(?:me|us|this number))?,?\s+(?:never|not)\b"
            r"(?! (?:e-?mail|text|an?|only|just|in|face|online|video|him|hers?|them|mine|ours|"
            r"theirs|my)\b)"
            rf"{_NOT_WHEN})",
            _ok("call", "no"),
        ),
        (
            rf"{_BEGINS}(?:no|not|never)\s+(?:any\s+)?"
            r"(?:talking|speaking)\b(?! (?:to|with|about|from)\b)",
            _ok("call", "no"),
        ),
        (
            r"\bno\s+(?:more\s+)?msgs?\b(?! (?:from|about|since|yet|back)\b)",
            [*_ok("text", "no"), *_ok("voicemail", "no")],
        ),
        (
            rf"{_BEGINS}(?:not?|never)\s+(?:(?:by|on|via|to|use|the|a|my|any)\s+){{0,3}}"
            rf"(?:voice\s?mails?|voice\s?messages?|answer\s?(?:phone|machine))\b"
            r"(?! (?:from|about|since|was|left|came|yet)\b)",
            _ok("voicemail", "no"),
        ),
        *_BY_TURNS[4:8],
        (
            rf"\b(?:{_DO_NOT}\s+(?:leave|put)\s+(?:(?:me|any|a|no|anything|owt|stuff|things|on|the|my)"
            rf"\s+){{0,4}}{_LEFT}|no\s+(?:voice\s*mails?|answerphone"
            rf"|messages)\b(?! (?:from|about|since|yet)\b)|(?:can|may|must|do"
            rf"|should)\s+not\s+leave\s+(?:a\s+|any\s+)?{_LEFT}\b|not\s+(?:safe|ok)\s+to\s+leave"
            rf"|(?:{_LEFT}|machine)\b[^.!?]{{0,40}}\b{_DO_NOT}\s+leave\s+(?:one|any|them|it|"
            r"me one)\b)",
            _ok("voicemail", "no"),
        ),
        (
            rf"\b(?:(?:ok|okay|fine|safe|happy for you)\s+to\s+leave\s+(?:me\s+)?(?:a\s+)?{_LEFT}"
            rf"|(?:leave|leaving)\s+(?:me\s+)?a\s+{_LEFT}(?:\s+is)?\s*(?:ok|fine)?"
            r"|(?:^|[.,;!?\n]\s*|\b(?:just|or|then|please|pls|do)\s+)leave (?:me )?(?:a )?"
            rf"(?:short |quick )?(?:{_LEFT}|word)(?: on the (?:answer\s?phone|machine))?\b"
            r"|talk to that"
            r"|(?:(?:can|could|may)|(?<!not )(?<!n't )(?:free to|please)) leave (?:me )?(?:a |"
            r"any )?"
            rf"(?:{_LEFT}|word)s?\b|voicemail\s+(?:is\s+)?(?:ok|okay|fine|safe))\b",
            _ok("voicemail", "yes"),
        ),
        (
            r"\b(?:you\s+can|ok\s+to|okay\s+to|fine\s+to|safe\s+to"
            r"|happy\s+to)\s+(?:text\s+or\s+(?:ring|call|phone)|(?:ring|call"
            r"|phone)\s+or\s+text)\b",
            [*_ok("call", "yes"), *_ok("text", "yes")],
        ),
        (
            rf"\b(?:{_MAY}\s+(?:be\s+)?(?:{_CALL}|rung|called)|(?:ring|call|phone)\s+me\b"
            rf"|give\s+(?:me|us)\s+a\s+(?:ring|call|bell|buzz)|(?:{_CALL})\s+(?:is|are)\s+(?:ok"
            rf"|okay|fine|safe|good|best))"
            rf"|\b{_YOU_MAY}(?:ring|call|phone|bell|buzz|telephone)\b|\b(?:bell|buzz) (?:me|us)\b"
            r"|\b(?:fine|ok|okay|happy|alright) with (?:you|u|yous|youse) (?:ringing|calling|"
            r"phoning)\b"
            r"|(?<!the )\b(?:ring|call|phone|telephone)\s+(?:at|on)\s+(?=[+(]?\d[\d ()-]{5})",
            _ok("call", "yes"),
        ),
        *_BY_TURNS[8:],
        (
            r"\btext\s+(?=[+0]\d)|\b(?:drop|send)\s+me\s+a\s+text\b"
            r"|\bdon'?t\s+mind\s+(?:a\s+|getting\s+|being\s+)?texts?\b",
            _ok("text", "yes"),
        ),
        (
            r"\b(?:any(?:\s+of\s+(?:them|those|these))?\s+(?:is|are)\s+(?:ok|okay|fine|safe)"
            r"|all\s+(?:are\s+|is\s+)?(?:safe|ok|okay)\b|(?:contact|reach)\s+me\s+any\s*(?:way|how)"
            r"|any\s+way\s+(?:is\s+)?(?:ok|fine|safe)|all of them are (?:ok|fine|safe))",
            _ok("any", "yes"),
        ),
    ]
]
_NOT_BEFORE = re.compile(r"(?:\b(?:not|never|no)|n'?t)\s+(?:ever\s+)?(?:safe\s+to\s+)?$")
_WILL_YOU = re.compile(r"\bwill\s+(?:you|u|ya|someone|somebody|anyone|they)\s+$")
_ASKS_AFTER = re.compile(r"[^.,;!?\n]*\?")
_OF_THE_MEETING = re.compile(r"\b(?:meet(?:ing)?s?|mediation)\b[^.,;!?]{0,25}$")
_OTHERS_DO_IT = re.compile(
    r"\b(?:they|nobody|no one|schools?|council|la|he|she|who|never|people"
    r"|kids at school"
    r"|them)\s+(?:(?:\w+|won't|don't|can't)\s+)?$"
)


def read_contacts(message: ParentMessage) -> list[Fact]:
    """Find phone numbers (E.164), email addresses, safe ways and times to get in touch."""
    reached = list(read_phones(message)) + list(read_emails(message))
    times = list(read_times(message, [(fact.start, fact.end) for fact in reached]))
    ways = list(_read_ways(message, [(fact.start, fact.end) for fact in times]))
    ways = settle_lines(message, doubt_denied(message, ways))
    return reached + times + ways + list(read_preferred(message, ways))


def _read_ways(message: ParentMessage, times: list[tuple[int, int]]) -> Iterator[Fact]:
    stated = message.asserted
    taken: list[tuple[int, int]] = list(times)
    for said in read_lists_of_ways(message):
        if _OTHERS_DO_IT.search(message.plain, max(0, said.start - 30), said.start):
            continue
        taken.append((said.start, said.end))
        for way in said.ways:
            yield Fact("contact_ok", said.value, said.start, said.end, role=way)
    for pattern, facts in _SAID:
        for found in pattern.finditer(stated):
            if _OTHERS_DO_IT.search(message.plain, max(0, found.start() - 30), found.start()):
                continue
            says_yes = any(value == "yes" for _, _, value in facts)
            is_asked = _is_asked(message, found)
            before = message.plain[max(0, found.start() - 20) : found.start()]
            if says_yes and _NOT_BEFORE.search(before):
                continue
            if _OF_THE_MEETING.search(message.plain, max(0, found.start() - 40), found.start()):
                continue
            if overlaps(*found.span(), taken):
                continue
            taken.append(found.span())
            for entity, role, value in facts:
                if not (is_asked and entity == "contact_ok" and value == "yes"):
                    yield Fact(entity, value, *found.span(), role=role)


def _is_asked(message: ParentMessage, found: re.Match[str]) -> bool:
    """Say whether a way is only asked about: "will you ring me", "can you call me this week?"."""
    plain = message.plain
    asks_before = _WILL_YOU.search(plain, max(0, found.start() - 20), found.start())
    return bool(asks_before) or _ASKS_AFTER.match(plain, found.end()) is not None
