"""The one way in which somebody would like to be reached: "text on 07700…", "best by email"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.negation import NOT_VERB

_WAYS = {
    "text": r"(?:texts?|txts?|texting|text messages?|sms|whats ?app)(?:\s+me)?",
    "email": r"(?:e-?mails?|e-?mailing)(?:\s+me)?",
    "phone": r"(?:calls?|(?:the )?(?:landline|house phone|home phone)|phone(?: calls?)?|phoning"
    r"|ringing|ring|calling|telephone)(?:\s+me)?",
}
_NO = r"(?!(?:not|never|no|don'?t)\b)"
_BEST = (
    r",?\s*(?:that'?s|it'?s|they'?re|is|are|'s|would be|will be|works?|suits?)?\s+"
    r"(?:the\s+|my\s+|by far\s+|much\s+|way\s+"
    r"|always\s+)*(?:best|better|easier|easiest|preferred|preferable|ideal|preference|safest)\b"
)
_LIKED = {
    way: re.compile(
        rf"(?:^\W*no )?\b{words}(?:\s+or\s+[\w ]{{2,12}}?)?{_BEST}"
        rf"|\bbest (?:thing|way|bet|option) (?:is|would be|for me is) {words}\b"
        rf"|(?<!for )(?<!video )\b{words}(?:\s*(?:or|and|/|&)\s*[\w-]{{2,12}})?\s+(?:works?|suits?"
        r"|(?:would|wud|will) (?:suit|work)|does)(?: (?:best|better|fine|well|ok))*"
        r"(?: (?:for|with))? (?:me|us)\b"
        rf"|\b(?:prefer|preferred|rather|better|easier|easiest|best|like)\s+(?:{_NO}(?:if|you|u|it"
        rf"|to|be"
        rf"|being|get|have|by|via|with|on|an?|the|way|contact|contacted|me|is|through|method|of"
        rf"|use|using|[:=-])\s+){{0,5}}{words}\b(?!\s+(?:interpreter|meeting|mediation|address"
        rf"|number|from|about|line))"
        rf"|\b(?:contact|reach|deal with|get hold of|get in touch with|reply to|write to|message"
        rf"|communicate with|respond to)\s+(?:me|us|her|him|them)\s+(?:please\s+|only\s+|back\s+)*"
        rf"(?:by|via|on|through|using|with)\s+(?:my\s+|an?\s+|the\s+)?{words}\b"
        rf"|\b(?:so|please|pls)\s+(?:just\s+|only\s+|can you\s+)*(?:by\s+)?{words}"
        r"(?=\s*(?:[.,;!\n]|$|only|please|pls|instead))"
    )
    for way, words in _WAYS.items()
}
# Whoever gives a number to be rung says nothing of texts; to "text on" a number is a wish.
_GIVEN = {
    "text": re.compile(
        r"(?:^|[.,;!?\n]\s*|\bplease\s+|\bpls\s+)(?:text"
        r"|txt)\s+(?:me\s+)?(?:on|at)\b"
    ),
    "email": re.compile(
        r"(?:^|[.,;!?\n]\s*|\bplease\s+|\bpls\s+)e-?mail\s+(?:me\s+)?(?:on|at|to)\s+\S+@"
    ),
}
_BE_REACHED = r"(?:rather|sooner|prefer(?: if)?|better if) (?:you|u|ya|they|someone|somebody|be)"
_OVER = r",? (?:instead of|rather than|don'?t|over) (?:an? |to )?"
_BEST_WAY = r"\bpreferred (?:contact|method|way)[^.\n:]{0,12}[:=-]\s*"
_PERSON = (
    r"(?:someone|somebody|anyone|anybody|one of you|you|(?:a|an|some) (?:real |actual |proper |"
    r"human )*"
    r"(?:person|human|body|adviser|advisor|caseworker|worker|mediator|lady|man|woman))"
)
_MORE_LIKED = {
    "text": re.compile(
        rf"\b{_BE_REACHED} (?:messaged|texted)\b"
        r"|\b(?:text|message)(?: me| us)? instead\b"
        rf"|\b(?:text|message|msg|whats ?app)(?: me| us)?{_OVER}(?:ring\w*|call\w*|phon\w*)\b"
        r"|\b(?:reply|answer|contact|respond|get back to (?:me|us))(?: (?:to )?(?:me|us))?"
        r"(?: please| pls)? (?:by|via|in) (?:a )?(?:text|sms|message)\b"
        rf"|\b(?:on here or )by text\b|{_BEST_WAY}text"
    ),
    "email": re.compile(
        rf"{_BEST_WAY}e-?mail|\be-?mail(?: me| us)? instead\b"
        rf"|\b{_BE_REACHED} (?:e-?mailed|wrote)\b"
        rf"|\be-?mail(?: me| us)?{_OVER}(?:ring\w*|call\w*|phon\w*|text\w*)\b"
        r"|\b(?:reply|answer|respond|write|contact|get back|reach\w*)\b[^.;!?\n]{0,30}\b(?:by|via"
        r"|through) e-?mail\b|\b(?:wants?|need|like|prefers?) (?:only )?(?:contact|everything|it"
        r"|this)(?: only)? (?:by|via|through|in) e-?mail\b|\bso (?:chat|here)\s*(?:/|"
        r"or)\s*e-?mail\b"
        r"|\b(?:use|to) (?:my |the )?(?:personal |private )?(?:e-?mail"
        r"|address)\b[^.;!?]{0,3}(?:\S+@|[.,;!]|$)"
        r"|\b(?:just|that|it|please|pls),? (?:please |pls )?by e-?mail\b|\bonly ever e-?mail\b"
        r"|@\S+\s*[-–—,(]*\s*reply here only|\be-?mails? in plain text\b"
    ),
    "phone": re.compile(
        rf"{_BEST_WAY}(?:phone|call|telephone|ring)"
        rf"|\b{_BE_REACHED} (?:rang|rung|phoned|called|spoke to me)\b"
        r"|\b(?:rather|sooner|prefer(?: to)?|like to|love to|want to|easier to|"
        r"better to) (?:just )?"
        r"(?:speak|talk|chat)(?:ing)?\b(?![^.;!?]{0,40}\b(?:meet|mediat))[^.;!?]{0,35}?\b(?:(?:on"
        r"|over) the (?:phone|telephone|blower)|by (?:tele)?phone)\b(?! (?:for|than) (?:the|"
        r"a) meet)"
        rf"|\b(?:ring|call|phone)(?: me| us)?{_OVER}"
        r"(?:text\w*|e-?mail\w*|message|messaging|write|writing)\b"
        r"|\b(?:(?:phone |telephone )?(?:call|ring)|phone|some(?:one|body) (?:ring|call|phone)),?"
        r" (?:please,? |pls,? )?(?:and )?not (?:an? )?(?:e-?mail|text)\b"
        r"|\b(?:tele)?phone only\b|\bcall:? me only\b"
        r"|\b(?:can|could|may) (?:i|we|she|he) (?:please )?have a (?:call|ring)\b"
        r"|\b(?:would|'d|wants?|needs?) (?:like|love|prefer)? ?an? (?:phone )?(?:call|ring)"
        r"(?: ?back)?\b(?! from (?:the|my) (?:council|school|la|senco))"
        r"|\b(?:wants?|needs?) (?:ringing|phoning|calling)\b"
        rf"|\b(?:want|need|like) {_PERSON} to (?:ring|call|phone) (?:me|us|her|him)\b"
        r"|\basked for a (?:ring|call)(?: ?back)?\b"
        r"|\b(?:letters?|post) or (?:a )?(?:phone(?: call)?|call|ring)\b|\bvoice notes or (?:ring|"
        r"call)\b"
    ),
}
_ME = r"(?:me|us|mi|him|her|them|back|my (?!council|school)\w+)"
NO_PAPER = (
    r"(?!\s+(?:(?:over|across|through)\s+)?(?:a|an|the|my|our|his|her|some|any|that|those|this|your)"
    r"\s+(?:\w+\s+){0,2}(?:certificates?|copy|copies|forms?|leaflets?|booklets?|guides?|links?"
    r"|info\w*|letters?|summary|paperwork|details|number|address"
    r"|questions?|papers?|agenda|notes|documents?|docs)\b)"
)
"""Who asks for a paper does not say how they would like to be reached: "email me a copy"."""
_NO_DAY = (
    r"(?!\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day))"
)
"""An email that came on a day is none that is asked for."""
_TO_US = (
    r"(?:^|[.,;:!?\n(]\s*|\s[-–—]\s+|\b(?:please|pls|kindly|just|so|and|then|also|deffo|defo"
    r"|someone"
    r"|somebody|anyone|anybody|one of you|team|(?:can|could|would) (?:you|u|ya|ye|yous|youse|tha"
    r"|thee)|number|only)\s+|\d\s+)"
    r"(?:(?:please|just|kindly|only|always|defo|deffo)\s+)*"
)
_WHEN = (
    r"(?:between|after|before|b4|at|in the|any ?time|when\w*|tea\w*|lunch\w*|dinner\w*|mornings?"
    r"|evenings?"
    r"|tomorrow|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|freely|from|on|weekends?|0\d|\+44|\d{1,2}\b)"
)
_KINDLY = r"(?:please|pls|plz|plse|ta|thanks|thank you|thx|only|x+)"
_PLEASE = rf"(?:,?\s+{_KINDLY})*"
# What they ask us to do, each way by itself: "ring me on 07…", "email me, no rush".
_ASKED = {
    "phone": re.compile(
        rf"{_TO_US}(?:ring|call|phone|telephone|bell|buzz)(?:\s+(?:{_ME}|the (?:house|landline"
        rf"|mobile)"
        rf"|literally)\b"
        rf"|\s+{_WHEN}|{_PLEASE}(?=\s*(?:[.,;!\n]|$)))"
        r"|\bgive (?:me|us|her|him) a (?:ring|call|bell|buzz|tinkle)\b"
        r"|\b(?:someone|somebody|anyone|team)(?: from [\w ]{3,15})? (?:please )?(?:ring|call"
        r"|phone)\b"
    ),
    "text": re.compile(
        rf"{_TO_US}(?:(?:text|message|whats ?app|wattsapp)(?:\s+{_ME}\b{NO_PAPER}"
        rf"|\s+(?:on|at|first|0\d"
        rf"|\+44))"
        rf"|texts?{_PLEASE}(?=\s*(?:[.!\n]|$))|texts?(?:\s+{_KINDLY})(?=\s*[,;]))"
        r"|\b(?:drop|send) (?:me|us|her|him) a (?:text|message)\b"
    ),
    "email": re.compile(
        rf"{_TO_US}e-?mail(?:\s+{_ME}\b{NO_PAPER}|\s+(?:on|at|to)\b{_NO_DAY}|\s*:?\s*\S+@"
        rf"|(?:,?\s+{_KINDLY})+(?=\s*(?:[.,;!\n]|$)))"
        r"|\b(?:drop|send) (?:me|us|her|him) an? e-?mail\b"
        r"|\b(?:write|reply|respond|contact me|reach me)(?: to (?:me|us)| back)? (?:at|on|to"
        r"|here)?\s*:?\s*\S+@"
        r"|\b(?:contact|reach) (?:me|us)[.:]?\s+\S+@"
    ),
}
_OR = re.compile(
    r"\b(?:ring|call|phone|text|message|e-?mail|whats ?app|write)(?:\s+(?:me|us))?\s*(?:,|/|\bor\b"
    r"|\band\b)"
    r"\s*(?:you can |u can )?(?:ring|call|phone|text|message|e-?mail|whats ?app)\b"
)
# "Email any time, phone evenings only": the way that goes at any time is no worse.
_ANY_TIME_TOO = re.compile(
    r"\b(?:e-?mails?|texts?|txts?|calls?|phone|ring)(?: me| us)? (?:is |are )?(?:any ?time|always"
    r"|whenever|any (?:day|hour))\b"
)
_ONLY_MAY = re.compile(
    r"\b(?:you|u|ya|they|he|she|it|i|we|to|never|not|n't|dont|if|when|will|school|council|than|or"
    r"|and then"
    r"|once|wants?|unless|before you|(?:on|over) the|by)\s+"
    r"(?:(?:can|may|could|just|please|also|always|ever)\s+)*$"
)
_QUESTION_AFTER = re.compile(r"[^.,;!?\n]*\?")
_ADDRESS = re.compile(r"\S+@[\w-]+\.\w+")
_NUMBER = re.compile(r"\d(?:[ -]?\d){8,}")
# Asked as a question, yet a wish.
_MAY_I_HAVE = re.compile(r"\b(?:can|could|may) (?:i|we|she|he) (?:please )?have a (?:call|ring)\b")
_ALL_OF_IT = (
    r"(?:everything|every thing|it all|(?:all|any) (?:of )?(?:this|it|that"
    r"|your (?:letters|messages)"
    r"|(?:the )?(?:letters|messages|updates|info\w*|contact|communications?|replies|stuff))|updates"
    r"|replies|all|the lot|anything)"
)
_CAN_IT_BE = re.compile(
    rf"\b(?:can|could|would|will) (?:you|u|ya|yous|we|i|they) (?:please |pls |just |only )*"
    rf"(?:send|do|put|keep|have|get) (?:(?:me|us|it) )?{_ALL_OF_IT} (?:to (?:me|us) |just |only )*"
    rf"(?:by|via|in|over|through|as|on) (?:an? )?(?P<sent>e-?mails?|texts?|text messages?|sms)\b"
    rf"|\b(?:can|could) {_ALL_OF_IT} (?:please |just |only )*(?:be|come|go) (?:sent |done |just "
    rf"|only )*(?:by|via|in|over|through|on) (?:an? )?(?P<comes>e-?mails?|texts?|text messages?"
    r"|sms)\b"
)
_REFUSED = re.compile(
    rf"\b(?:not|never|no|{NOT_VERB}|without|stop|hate|instead of|rather than)\s+"
    r"(?:\w+\s+){0,3}$"
)
_NOT_BE = re.compile(
    r"\b(?:rather|prefer|want|like)(?:s|ed)?\s+(?:you\s+)?(?:not|to not)\s+(?:to\s+)?"
    r"(?:be\s+(?:tele)?(?:phoned|called|rung)|(?:phone|call|ring|telephone)(?:\s+me)?)\b"
    rf"|\b(?:{NOT_VERB}|not)\s+(?:want|like|wish)\s+(?:to be\s+|being\s+|any\s+|you to\s+)*"
    r"(?:(?:tele)?phoned|called|rung|(?:a )?phone calls?|calls|phone me|call me|ring me)\b"
    r"(?!\s+(?:from|to|with|at|before|after|in the|on|during|until|by my)\b)"
)

# "I'd rather not be phoned but there's nothing wrong with it": disliked, and safe.
_BUT_SAFE = re.compile(
    r"[^.;!?\n]{0,25}\bbut (?:there'?s nothing wrong with it|it'?s (?:safe|fine|ok)|you can\b)"
)


def read_preferred(message: ParentMessage, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Find the way liked best where `facts` of contact tell none, and calls that are unwelcome."""
    stated = message.asserted
    unwelcome = _NOT_BE.search(stated)
    says_of_calls = any(fact.entity == "contact_ok" and fact.role == "call" for fact in facts)
    if unwelcome is not None and not says_of_calls:
        is_safe = _BUT_SAFE.match(stated, unwelcome.end()) is not None
        yield Fact("contact_ok", "yes" if is_safe else "no", *unwelcome.span(), role="call")
    if any(fact.entity == "contact_preferred" for fact in facts):
        return
    refused = {fact.role for fact in facts if fact.entity == "contact_ok" and fact.value == "no"}
    liked = {way: found for way in _LIKED if (found := _liked(stated, way)) is not None}
    liked = {
        way: found for way, found in liked.items() if {"phone": "call"}.get(way, way) not in refused
    }
    if len(liked) == 1:
        ((way, found),) = liked.items()
        yield Fact("contact_preferred", way, *found.span())
        return
    if (all_of_it := _CAN_IT_BE.search(message.plain)) is not None:
        way = "email" if "mail" in (all_of_it["sent"] or all_of_it["comes"]) else "text"
        if way not in refused:
            yield Fact("contact_preferred", way, *all_of_it.span())
        return
    asked = {way: found for way in _ASKED if (found := _asked(message, way)) is not None}
    for way, found in asked.items():
        is_question = _QUESTION_AFTER.match(message.plain, found.end()) is not None
        if {"phone": "call"}.get(way, way) not in refused and not is_question:
            yield Fact("contact_ok", "yes", *found.span(), role={"phone": "call"}.get(way, way))
    wanted = [way for way in asked if {"phone": "call"}.get(way, way) not in refused]
    if not liked and not wanted and (left := _left_over(message, facts, unwelcome)):
        yield left
    is_only = _OR.search(stated) is None and _ANY_TIME_TOO.search(stated) is None
    if not liked and len(wanted) == 1 and is_only:
        yield Fact("contact_preferred", wanted[0], *asked[wanted[0]].span())


def _left_over(
    message: ParentMessage, facts: Sequence[Fact], unwelcome: re.Match[str] | None
) -> Fact | None:
    """The way that is left where calls are unwelcome: the one that is fine, or the only address."""
    of_ways = [fact for fact in facts if fact.entity == "contact_ok"]
    no_calls = unwelcome or any((fact.role, fact.value) == ("call", "no") for fact in of_ways)
    if not no_calls:
        return None
    fine = {str(fact.role): fact for fact in of_ways if fact.value == "yes"}
    refused = {fact.role for fact in of_ways if fact.value == "no"}
    ways = [way for way in ("text", "email") if way in fine and way not in refused]
    address = _ADDRESS.search(message.plain)
    if ways == ["text"] and address and "email" not in refused:
        return None
    if len(ways) == 1 and not {"call", "any"} & set(fine):
        return Fact("contact_preferred", ways[0], fine[ways[0]].start, fine[ways[0]].end)
    if address and not fine and "email" not in refused and not _NUMBER.search(message.plain):
        return Fact("contact_preferred", "email", *address.span(), sure=False)
    return None


def _asked(message: ParentMessage, way: str) -> re.Match[str] | None:
    """The place where somebody asks us to ring, text or email them; not where we only may."""
    if way == "phone" and (wish := _MAY_I_HAVE.search(message.plain)):
        return wish
    for found in _ASKED[way].finditer(message.asserted):
        at = found.start() + len(found[0]) - len(found[0].lstrip(" .,;:!?\n(-–—"))
        if not _ONLY_MAY.search(message.plain, max(0, at - 30), at):
            return found
    return None


def _liked(stated: str, way: str) -> re.Match[str] | None:
    for pattern in (_LIKED[way], _MORE_LIKED[way], _GIVEN.get(way)):
        for found in pattern.finditer(stated) if pattern else ():
            if not _REFUSED.search(stated, max(0, found.start() - 30), found.start()):
                return found
    return None
