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
    r"(?!\s+(?:me |us |back )?(?:from|before|after|until|till|between|at|on|in the|during)\b)"
)
# Each: pattern over what is stated, then (entity, role or None, value) facts.
_SAID: list[tuple[re.Pattern[str], list[tuple[str, str | None, str]]]] = [
    (re.compile(pattern), facts)
    for pattern, facts in [
        (
            r"\b(?:texts?|sms)(?:\s+(?:me|thing|option|one))?(?:\s+only)?,?\s+(?:(?:and|but|please|pls)\s+)?(?:not|no"
            r"|rather than|instead of|over|never|don'?t)\s+(?:a\s+|to\s+)?(?:(?:calls?|phone"
            r"|ring|calling|ringing|phoning)\b|(?:talk(?:ing)?|speak(?:ing)?|voice)\b"
            r"(?! (?:to|with|about)\b))",
            [
                ("contact_preferred", None, "text"),
                ("contact_ok", "text", "yes"),
                ("contact_ok", "call", "no"),
            ],
        ),
        (
            r"\be-?mails?(?:\s+(?:me|thing|option|one))?(?:\s+only)?,?\s+(?:(?:and|but|please|pls)\s+)?(?:not|no"
            r"|rather than|instead of|over|never|don'?t)\s+(?:a\s+|to\s+)?(?:(?:calls?|phone"
            r"|ring|calling|ringing|phoning)\b|(?:talk(?:ing)?|speak(?:ing)?|voice)\b"
            r"(?! (?:to|with|about)\b))",
            [
                ("contact_preferred", None, "email"),
                ("contact_ok", "email", "yes"),
                ("contact_ok", "call", "no"),
            ],
        ),
        (
            r"\b(?:e-?mail\s+(?:me\s+|contact\s+)?only|only\s+(?:by\s+|use\s+"
            r"|contact\s+me\s+by\s+|contact\s+by\s+)?e-?mail|(?:just|only)\s+e-?mail(?:\s+me)?)\b",
            [
                ("contact_preferred", None, "email"),
                ("contact_ok", "email", "yes"),
                ("contact_ok", "call", "no"),
                ("contact_ok", "text", "no"),
            ],
        ),
        (
            r"\b(?:(?:texts?|sms)\s+(?:me\s+)?only|only\s+(?:by\s+)?(?:texts?|sms)|(?:just"
            r"|only)\s+text(?:\s+me)?)\b",
            [
                ("contact_preferred", None, "text"),
                ("contact_ok", "text", "yes"),
                ("contact_ok", "call", "no"),
            ],
        ),
        (
            r"\b(?:(?:calls?|phone|ring)\s+only|only\s+(?:by\s+)?(?:call|phone"
            r"|ring))\b(?!\s+(?:me |us )?(?:after|before|if|when|unless|in|for|between|at|on)\b)",
            [("contact_preferred", None, "phone"), ("contact_ok", "call", "yes")],
        ),
        (
            rf"\b(?:{_DO_NOT}\s+(?:ever\s+)?(?:{_CALL}|{_ANY_CALL})(?:\s+(?:me|us|this number"
            rf"|my phone"
            rf"|the house))?\b(?!\s+(?:him|them|his|school|my (?:ex|husband|wife"
            rf"|partner|mum|mam|dad|son|daughter|boss|work))\b){_NOT_WHEN}"
            rf"|no\s+(?:phone\s+|voice\s+)?calls\b{_NOT_WHEN}"
            r"(?! to (?:the|my|that|any) (?:old|other|work|wrong))"
            rf"|(?:not|isn'?t|never|unsafe)\s+(?:safe|ok|okay)\s+(?:for you\s+)?to\s+"
            rf"(?:ring|call|phone)\b{_NOT_WHEN}|unsafe to (?:ring|call|phone)\b)",
            [("contact_ok", "call", "no")],
        ),
        (
            rf"\b(?:ring|call|phone|telephone)(?:\s+(?:me|us|this number))?,?\s+(?:never|not)\b"
            rf"(?! (?:e-?mail|text|an?|only|just|him|hers?|them|mine|ours|theirs|my)\b){_NOT_WHEN}",
            [("contact_ok", "call", "no")],
        ),
        (
            r"(?:^|[.,;!?\n]\s*|\b(?:only|but|and|please|pls)\s+)(?:no|not|never)\s+(?:any\s+)?"
            r"(?:talking|speaking)\b(?! (?:to|with|about|from)\b)",
            [("contact_ok", "call", "no")],
        ),
        (
            r"\bno\s+(?:more\s+)?msgs?\b(?! (?:from|about|since|yet|back)\b)",
            [("contact_ok", way, "no") for way in ("text", "voicemail")],
        ),
        (
            r"\btexts?(?:\s+me)?,?\s+never\b(?=\s*(?:[.,;!\n]|$))",
            [("contact_ok", "text", "no")],
        ),
        (
            r"\be-?mails?(?:\s+me)?,?\s+never\b(?=\s*(?:[.,;!\n]|$))",
            [("contact_ok", "email", "no")],
        ),
        (
            r"(?:^|[.,;!?\n]\s*|\b(?:but|and|please|pls|just|only|so)\s+)(?:not?|never)\s+"
            r"(?:(?:by|on|via|to|use|the|a|my|any)\s+){0,3}(?:voice\s?mails?|voice\s?messages?"
            r"|answer\s?(?:phone|machine))\b(?! (?:from|about|since|was|left|came|yet)\b)",
            [("contact_ok", "voicemail", "no")],
        ),
        (
            rf"\b(?:{_DO_NOT}\s+(?:ever\s+)?text(?:\s+(?:me|us))?\b|no\s+texts?\b|not\s+(?:safe|ok"
            rf"|okay)\s+to\s+text\b)",
            [("contact_ok", "text", "no")],
        ),
        (
            rf"\b(?:{_DO_NOT}\s+(?:ever\s+)?e-?mail(?:\s+(?:me|us))?\b|no\s+e-?mails\b"
            rf"|not\s+(?:safe|ok|okay)\s+to\s+e-?mail\b)",
            [("contact_ok", "email", "no")],
        ),
        (
            rf"\b(?:{_DO_NOT}\s+(?:leave|put)\s+(?:(?:me|any|a|no|anything|owt|stuff|things|on|the|my)"
            rf"\s+){{0,4}}(?:voice\s*)?(?:messages?"
            rf"|voicemails?"
            rf"|voice mails?|mails?|answerphone|msgs?)|no\s+(?:voice\s*mails?|answerphone"
            rf"|messages)\b(?! (?:from|about|since|yet)\b)|(?:can|may|must|do"
            rf"|should)\s+not\s+leave\s+(?:a\s+|any\s+)?"
            rf"(?:voice\s*mails?|messages?|msgs?)\b|not\s+(?:safe|ok)\s+to\s+leave"
            rf"|(?:voice\s*mails?|messages?|answer\s?phone"
            rf"|machine)\b[^.!?]{{0,40}}\b{_DO_NOT}\s+leave\s+(?:one|any|them|it|me one)\b)",
            [("contact_ok", "voicemail", "no")],
        ),
        (
            r"\b(?:(?:ok|okay|fine|safe|happy for you)\s+to\s+leave\s+(?:a\s+"
            r"|me\s+a\s+)?(?:voice\s*mail|message|msg)s?|(?:leave|leaving)\s+(?:a\s+"
            r"|me\s+a\s+)(?:voice\s*mail|message)(?:s)?(?:\s+is)?\s*(?:ok|fine)?"
            r"|(?:^|[.,;!?\n]\s*|\b(?:just|or|then|please|pls|do)\s+)leave (?:a |me a "
            r"|me )?(?:short |quick )?"
            r"(?:message|msg|voice\s*mail|word)s?(?: on the (?:answer\s?phone|machine))?\b"
            r"|talk to that"
            r"|(?:(?:can|could|may)|(?<!not )(?<!n't )(?:free to|please)) leave (?:a "
            r"|me a |me |any )?(?:message|msg|voice\s*mail|word)s?\b"
            r"|voicemail\s+(?:is\s+)?(?:ok|okay|fine|safe))\b",
            [("contact_ok", "voicemail", "yes")],
        ),
        (
            r"\b(?:you\s+can|ok\s+to|okay\s+to|fine\s+to|safe\s+to"
            r"|happy\s+to)\s+(?:text\s+or\s+(?:ring|call|phone)|(?:ring|call"
            r"|phone)\s+or\s+text)\b",
            [("contact_ok", "call", "yes"), ("contact_ok", "text", "yes")],
        ),
        (
            rf"\b(?:(?:ok|okay|fine|safe|happy(?: for you)?|good)\s+to\s+(?:be\s+)?(?:{_CALL}|rung"
            rf"|called)|you\s+can\s+(?:always\s+)?(?:ring|call|phone)|(?:ring|call|phone)\s+me\b"
            rf"|give\s+(?:me|us)\s+a\s+(?:ring|call|bell|buzz)|(?:{_CALL})\s+(?:is|are)\s+(?:ok"
            rf"|okay"
            rf"|fine|safe|good|best))",
            [("contact_ok", "call", "yes")],
        ),
        (
            r"\b(?:(?:ok|okay|fine|safe|happy(?: for you)?)\s+to\s+text|you\s+can\s+text"
            rf"|text\s+me\b{NO_PAPER}|text\s+(?=[+0]\d)"
            r"|(?:a\s+)?texts?\s+(?:is|are)\s+(?:safe|ok|okay|fine)\b"
            r"|(?:drop|send)\s+me\s+a\s+text|texts?\s+(?:(?:is|are)\s+)?(?:ok|okay|fine|safe"
            r"|good|best|lovely|brill(?:iant)?|perfect|ideal|welcome"
            r"|better))",
            [("contact_ok", "text", "yes")],
        ),
        (
            r"\b(?:(?:ok|okay|fine|safe|happy(?: for you)?)\s+to\s+e-?mail|you\s+can\s+e-?mail"
            rf"|e-?mail\s+me\b{NO_PAPER}|e-?mails?\s+(?:is|are)\s+(?:ok|okay|fine|safe|good|best"
            r"|lovely|brill(?:iant)?|perfect|ideal|welcome"
            r"|better))",
            [("contact_ok", "email", "yes")],
        ),
        (
            r"\b(?:you|u)\s+(?:may|can|could)\s+(?:also\s+|always\s+)?(?:whats ?app or\s+)?"
            r"(?:text|txt"
            r"|send (?:me )?texts?)\b",
            [("contact_ok", "text", "yes")],
        ),
        (
            r"\b(?:you|u)\s+(?:may|can|could)\s+(?:also\s+|always\s+)?e-?mail\b",
            [("contact_ok", "email", "yes")],
        ),
        (
            r"\b(?:you|u|ya|ye|yous|youse|yis|tha)\s+(?:may|can|could)\s+(?:also\s+|always\s+"
            r"|just\s+)?"
            r"(?:ring|call|phone|bell|buzz|telephone)\b|\b(?:bell|buzz) (?:me|us)\b"
            r"|\b(?:fine|ok|okay|happy|alright) with (?:you|u|yous|youse) (?:ringing|calling"
            r"|phoning)\b"
            r"|(?<!the )\b(?:ring|call|phone|telephone)\s+(?:at|on)\s+(?=[+(]?\d[\d ()-]{5})",
            [("contact_ok", "call", "yes")],
        ),
        (
            r"\bdon'?t\s+mind\s+(?:a\s+|getting\s+|being\s+)?texts?\b",
            [("contact_ok", "text", "yes")],
        ),
        (
            r"\b(?:any(?:\s+of\s+(?:them|those|these))?\s+(?:is|are)\s+(?:ok|okay|fine|safe)"
            r"|all\s+(?:are\s+|is\s+)?(?:safe|ok|okay)\b|(?:contact|reach)\s+me\s+any\s*(?:way|how)"
            r"|any\s+way\s+(?:is\s+)?(?:ok|fine|safe)|all of them are (?:ok|fine"
            r"|safe))",
            [("contact_ok", "any", "yes")],
        ),
        (
            r"\b(?:prefer(?:red)?\s+(?:a\s+|to\s+be\s+)?text\w*|text(?:s|ing)?(?:'s|\s+is"
            r"|\s+are)\s+(?:best|better|easier|easiest)|rather\s+(?:you\s+|have\s+|get\s+"
            r"|a\s+)*text\w*"
            r"|texts?\s+(?:is\s+|are\s+)?prefer(?:red|able)|prefer(?:red|ably)[\s:=-]+(?:by\s+"
            r"|via\s+)?text|text\s+me\s+(?:instead|first|please|pls|don'?t|not)|(?:please"
            r"|pls)\s+(?:just\s+)?text\b|better\s+by\s+text"
            r"|best\s+by\s+text)",
            [("contact_preferred", None, "text")],
        ),
        (
            r"\b(?:prefer(?:red)?\s+(?:by\s+|an\s+|to\s+be\s+)?e-?mail\w*|e-?mail(?:s|ing)?(?:'s"
            r"|\s+is"
            r"|\s+are)\s+(?:the )?(?:best|better|easier|easiest)|rather\s+(?:you\s+|have\s+"
            r"|get\s+|an\s+)*e-?mail\w*"
            r"|e-?mail\s+(?:is\s+)?prefer(?:red|able)|prefer(?:red|ably)[\s:=-]+(?:by\s+"
            r"|via\s+)?e-?mail|e-?mail\s+me\s+(?:instead|first|please|pls|don'?t|not)|(?:please"
            r"|pls)\s+(?:just\s+)?e-?mail\b"
            r"|(?:best"
            r"|better)\s+by\s+e-?mail)",
            [("contact_preferred", None, "email")],
        ),
        (
            r"\b(?:prefer(?:red)?\s+(?:a\s+|by\s+|to\s+be\s+)?(?:call\w*|phone\w*|ring|rung)"
            r"|(?:phone|calls?|calling|ringing)\s+(?:is|are)\s+(?:best|better|easier|easiest)"
            r"|rather\s+(?:you\s+|have\s+|get\s+|a\s+)*(?:call\w*|ring|rang|phone\w*)|(?:best"
            r"|better)\s+by\s+phone)",
            [("contact_preferred", None, "phone")],
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
            preferring = facts[0][0] == "contact_preferred" and len(facts) == 1
            if not preferring and overlaps(*found.span(), taken):
                continue
            if not preferring:
                taken.append(found.span())
            for entity, role, value in facts:
                if not (is_asked and entity == "contact_ok" and value == "yes"):
                    yield Fact(entity, value, *found.span(), role=role)


def _is_asked(message: ParentMessage, found: re.Match[str]) -> bool:
    """Say whether a way is only asked about: "will you ring me", "can you call me this week?"."""
    plain = message.plain
    asks_before = _WILL_YOU.search(plain, max(0, found.start() - 20), found.start())
    return bool(asks_before) or _ASKS_AFTER.match(plain, found.end()) is not None
