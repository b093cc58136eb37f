"""Which route somebody wants: mediation, disagreement resolution, only the certificate, or unsure.

The wordings of `wording.yml` are sure. What is said in other words ("straight to tribunal, no point
sitting down with them") is read here from four things: what is named, whether it is wished for or
turned down, and whether they say that they do not know. What is read so is asked to be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.negation import NOT_VERB
from bot.nlu.papers import NOT_KNOWN

_COUNCIL = r"(?:them|the council|council|the la|the local authority|the lea|the county|the borough)"
_MEDIATION = (
    rf"(?:mediat(?:e|ion|ing|ors?)\b(?! (?:cert|advi[cs]|info))|"
    r"(?:sit|sitting|get|getting|talk|talking|meet|meeting)\b[^.;!?]{0,25}\b(?:round|around) "
    rf"(?:a|the|one) table|(?:sit|sitting|talk|talking|meet|meeting|speak|speaking) "
    rf"(?:down )?(?:with|to) {_COUNCIL}\b|(?:sit|sitting) down (?:and|to) (?:talk|sort|discuss)|"
    rf"an? (?:proper |quick )?(?:chat|talk|conversation) with {_COUNCIL}\b|"
    rf"talk(?:ing)? (?:it|this|things) (?:out|over|through)|"
    rf"sit (?:us|them|'?em|everyone|everybody|both sides|all of us)(?: all| both)? (?:down|round)|"
    rf"sort(?:ing|ed)? (?:it|this|things)(?: all)?(?: out)? (?:by talking|amicably|between us|"
    rf"without (?:a |the |any )?(?:tribunal|court|judge|fight|fighting|row))|"
    rf"(?:some ?one|some ?body|some ?1|a person|person|anyone|referee|go[ -]between) "
    rf"(?:(?:who is|who's|to be|to sit|to stand) )?(?:neutral|independent|impartial|in the middle|"
    rf"in between|between us)|round ?table|(?<=want to )talk(?! (?:about|through)))"
)
_TRY_IT = re.compile(
    r"\b(?:give|giving|gave) (?:it|that|this|mediation) a (?:go|try|shot|chance|whirl)\b|"
    r"\b(?:would|'d|i'll|we'll|happy to|willing to|want to|up for) (?:still )?(?:try|trying) "
    r"(?:it|mediation)\b"
)
_CERTIFICATE = (
    r"(?:certificates?|certifcate|certificat|cert|bit of paper|piece of paper|"
    r"the paper(?= (?:to go|to appeal|so|for (?:the )?tribunal)))\b"
)
_TRIBUNAL = r"(?:tribunal|judge|appeal(?:ing)?\b(?! right)|sendist|court)"
_RESOLUTION = r"(?:disagreement resolution|dispute resolution|drs|dr(?= (?:thing|route|option)))\b"
_IS_WANTED = (
    r"[\s.,!:;-]+(?:(?:i think|so|and|yes)[\s,]+)?(?:that(?:'?s| is| would be)|it'?s) "
    r"(?:what|the one|the thing) (?:i|we)(?:'?d|'?m|'?re| would| am| are)?(?: really| actually)? "
    r"(?:want|like|need|after|prefer|love|choose|asking for|here for)\b"
)
_WISH = (
    r"(?:want(?:s|ed|ing)?|wanna|would (?:really )?(?:like|love|prefer)|"
    r"'?d (?:really )?(?:like|love|prefer|rather|be (?:up for|happy|open|willing|keen))|prefer|"
    r"rather|hop(?:e|ing)|wish(?:ing)?|keen|up for|willing|happy to|ready to|open to|"
    r"go(?:ing)? (?:for|with|ahead with|to|down)|choos(?:e|ing)|opt(?:ing)? for|"
    r"ask(?:ed|ing)? (?:for|to)|after|here for|look(?:ing)? (?:for|to|at|into)|need|needs|"
    r"request(?:ing|ed)?|interested in|try(?:ing)?|give|agree(?:s|d)? (?:to|with)|"
    r"in agreement with|arrange|book|set up|start|appl(?:y|ying|ied) for|refer(?:red|ral|ring)?|"
    r"put (?:me|us) (?:down|forward) for|let'?s)"
)
_ONLY_ASKS = (
    rf"\b(?:know|ask (?:about|if|what)|understand|find out|learn|explain\w*|told|tell|info\w*|"
    rf"advice|hear|read|heard|wonder\w*|if|whether|before|after|without|not|{NOT_VERB}|or|than|"
    rf"instead|stop|cancel|pull|end|leave|change|delay|postpone)\b|\?"
)
_AGAINST = (
    rf"(?:(?:{NOT_VERB}|not|never|no longer|neither) (?:\w+ ){{0,3}}?(?:want\w*|wish\w*|interested|"
    rf"fancy|like|keen|willing|prepared|bother\w*|see (?:the|any|much)|"
    rf"go(?:ing)? (?:to|through|for|down)|after|here for|up for|asking for|seeking|do(?:ing)?|"
    rf"choos\w+|take part|taking part|"
    r"look(?:ing)? (?:for|to))\b(?:(?!\b(?:just|but|only|need|instead|rather)\b)[^.;!?]){0,30}?|"
    rf"(?:skip(?:ping)?|without|instead of|rather than|declin\w+|avoid\w*|bypass\w*|opt\w* out of|"
    rf"turn\w* down|rul\w+ out|no point (?:in|of|to)?|no need (?:for|of)|say(?:ing)? no to|no|past|"
    r"done with|give up on)\s+(?:\w+ ){0,3}?)"
)
_POINTLESS = (
    r"mediation\b(?:(?:'s| is| was| would be| will be| seems| looks| feels)? (?:a |an |just |such "
    r"|totally |completely )*(?:waste|pointless|useless|no (?:use|good|point)|not for (?:us|me)"
    r"|not an option|off the table|out of the question|not going to (?:help|work)|not what)"
    r"|(?: won'?t| will not| wouldn'?t| isn'?t going to) (?:help|work|change|get|be))"
)
_DOUBTED = (
    rf"(?:{NOT_VERB}|not|cannot) (?:really |honestly |actually )?(?:think|see|believe|feel|reckon|"
    rf"imagine)\b"
    r"[^.;!?]{0,20}\bmediat(?:ion|ing|e)\b[^.;!?]{0,15}\b(?:help|work|change|achieve|do|get|solve|"
    rf"going|worth|make|any)\b"
)
_UNDECIDED = (
    rf"(?:{NOT_KNOWN}|undecided|torn|in two minds|(?:not|haven'?t|can'?t|cannot) "
    rf"(?:yet |really )?(?:decided?|choose|make (?:my|our) minds? up)|"
    rf"(?:can'?t|cannot|don'?t|not) (?:really |quite )?agreed? (?=whether|wether|weather|if|which)|"
    rf"unclear|(?:not|{NOT_VERB}) (?:really |quite |at all |very )?clear|confused|"
    rf"help (?:me|us) (?:decide|choose|pick|work out)|don'?t mind which|"
    rf"open to (?:either|both|any))"
)
_REFUSES_MEDIATION = re.compile(rf"\b{_AGAINST}{_MEDIATION}|\b{_POINTLESS}|{_DOUBTED}")
_WANTS_MEDIATION = re.compile(rf"\b{_WISH}\b(?P<between>[^.;!?]{{0,45}}?)\b{_MEDIATION}")
_REQUESTS = (
    r"\b(?:(?:can|could|may)\s+(?:i|we|you|u|someone)\s+(?:please\s+|just\s+)*|"
    r"(?:please|pls)\s+(?:(?:can|could|may)\s+(?:i|we|you|u|someone)\s+)?|"
    r"(?:would|is) it (?:be )?possible to )(?:book|arrange|try|go for|go to|start|begin|set up|"
    r"organise|sign up for|be referred|refer (?:me|us)|send|have|get|do|organi[sz]e|"
    r"issue)\b[^.;!?]{0,25}?\b"
)
_ASKS_FOR = {
    "mediation": re.compile(
        rf"{_REQUESTS}{_MEDIATION}(?=[^?.!]*(?:[.!]|$))"
        r"|\b(?:can|could|might|may) (?:we|i)(?: \w+){0,2}? (?:mediate\b|"
        rf"sort (?:it|this|things)(?: all)?(?: out)? (?:by talking|amicably|between us))|"
        rf"\b(?:can|could|may) (?:we|i|you)(?: \w+)? (?:come|go|get|take (?:us|them|it)) back "
        rf"(?:to|into|for|in) (?:a |the |some )?{_MEDIATION}"
    ),
    "certificate_only": re.compile(rf"{_REQUESTS}{_CERTIFICATE}(?=[^?.!]*(?:[.!]|$))"),
}
_LIKES_MEDIATION = re.compile(
    rf"\b(?:it'?s|it is|that'?s) (?:the |a )?mediation (?:that |what )?(?:i|we)(?:'?m|'?re|'?d| am|"
    rf" are| would)? (?:want|like|need|after|prefer|choose|asking for|here for|looking for)\b|"
    rf"\bmediation(?: first| next| soon| asap)?,? (?:please|pls|it is|is what|sounds|"
    rf"would be (?:good|great|best|ideal|helpful|better)|"
    rf"is (?:fine|best|preferred|the one|our choice|my choice))\b|"
    rf"\b(?:preference|preferred route|route|choice)(?: is)?\s*[:=-]\s*mediation\b|"
    rf"\b(?:(?:grateful|thankful|glad) (?:for|of)|appreciate|welcome|value) "
    rf"(?:a |an |some |any |the )?(?:\w+ )?mediat(?:ion|"
    rf"ors?)\b|\bmediation\b[^.;!?]{{0,20}}{_IS_WANTED}|"
    rf"\bmediation,? (?:not|rather than|instead of|over|before) (?:the |a )?{_TRIBUNAL}|"
    rf"\b(?:asked|asking) (?:us|me) to (?:mediate|(?:set up|arrange|book|organise|start) "
    rf"(?:a |the )?mediation)\b|"
    rf"\b(?:(?:would|will|'d|'ll) (?:still |happily |gladly |rather |like to )?|still )mediate\b"
)
_WANTS_CERTIFICATE = re.compile(rf"\b{_WISH}\b(?P<between>[^.;!?]{{0,35}}?)\b{_CERTIFICATE}")
_LIKES_CERTIFICATE = re.compile(
    rf"(?<!not )(?<!n't )\b(?:just|only|simply)\b[^.;!?,]{{0,25}}\b{_CERTIFICATE}|"
    rf"\b{_CERTIFICATE}(?:'s| is) (?:all|what) (?:i|we)\b|"
    rf"\b{_CERTIFICATE}[^.;!?]{{0,25}}\b(?:is all|nothing (?:else|more)|and (?:then )?go\b|"
    rf"so (?:that )?(?:i|we) can (?:go|appeal|put|lodge|register|get)|then (?:appeal|tribunal)|"
    rf"and (?:go )?straight to)\b|\bstraight (?:to|for) (?:a |the )?(?:{_TRIBUNAL}|{_CERTIFICATE})"
)
_HAS_CERTIFICATE = re.compile(
    rf"\b(?:have|has|got|had|hold|holding|received|'ve|ve|given|"
    rf"sent)\b[^.;!?]{{0,20}}\b{_CERTIFICATE}"
)
_WITH_SCHOOL = (
    r"(?:(?:the |his |her |my |our )?(?:school|nursery|college|nhs|health(?: service)?|"
    r"head ?teacher|senco|academy|icb))"
)
_WANTS_RESOLUTION = re.compile(
    rf"\b{_WISH}\b[^.;!?]{{0,40}}?\b{_RESOLUTION}|"
    rf"\b(?:me|us|family|we) (?:and|with) {_WITH_SCHOOL}\b[^.;!?]{{0,20}}\b(?:sort|settle|resolve|"
    rf"agree|talk|work it out|come to an? agreement|get on)\b|"
    rf"\b(?:sort|resolve|settle|mediate|talk|work)[^.;!?]{{0,25}}\b(?:between (?:us|me) and|with) "
    rf"{_WITH_SCHOOL}\b"
)
_ASK_RESOLUTION = re.compile(
    rf"\bask(?:ed|ing)? for (?:the |a |some )?{_RESOLUTION}|\b{_RESOLUTION}{_IS_WANTED}"
)
_WANTS_IT_ALL_THE_SAME = re.compile(
    r"\bmediation\b[^.;!?]{0,25}\bbut (?:i|we)(?:'d| do| would| still| really)\b[^.;!?]{0,12}"
    r"\b(?:want|like|love|try|keen|rather)\b"
)
_WHICH = re.compile(
    rf"\b{_UNDECIDED}\b[^.!?]{{0,40}}?\b(?:which|what|whats|what's|whether|if|wether|weather|"
    rf"best)\b"
    r"[^.!?]{0,40}?\b(?:want|need|should|best|go for|go with|choose|pick|ask for|right|suits?|"
    rf"route|option|try|do|worth)\b"
)
_UNDECIDED_FIRST = re.compile(rf"\b{_UNDECIDED}\b")
_OF_TWO_MINDS = re.compile(
    r"\b(?:torn|undecided|in two minds|(?:(?<=^)|(?<=[.!?,;]\s)|(?<=i )|(?<=we )|(?<=just )|"
    r"(?<=really ))(?:can'?t|cannot) (?:decide|choose|make (?:my|our) minds? up)\b|"
    r"don'?t mind which (?:route|way|one|option)|"
    r"(?:not|n'?t) (?:really |quite )?(?:settled|decided|made (?:my|our) minds? up))\b"
)
_ANOTHERS = re.compile(
    r"\b(?:council|la|lea|they|they've|they're|theyre|school|head|senco|he|she|ex|people|someone|"
    r"friend|worker (?:says?|said|thinks?|reckons?|told)|(?<!the )parents(?! and i)|husband|wife|"
    r"partner|mum|dad|officer|who|you|caseworker)(?:'ve|'re|'s)?\s+(?:\w+\s+){0,3}$"
)
_NAMED = tuple(map(re.compile, (_MEDIATION, _CERTIFICATE, _RESOLUTION, _TRIBUNAL)))


def settle_route(message: ParentMessage, facts: Sequence[Fact]) -> list[Fact]:
    """Add the route wanted where no wording told it; what is turned down is not wanted."""
    told = [fact for fact in facts if fact.entity == "route"]
    refused = _first(_REFUSES_MEDIATION, message.asserted)
    if kept := _WANTS_IT_ALL_THE_SAME.search(message.asserted):
        rest = [fact for fact in facts if fact.entity != "route"]
        return [*rest, Fact("route", "mediation", *kept.span(), sure=False)]
    facts = [
        fact
        for fact in facts
        if (fact.entity, fact.value) != ("route", "mediation")
        or not _ANOTHERS.search(message.plain, max(0, fact.start - 40), fact.start)
    ]
    told = [fact for fact in told if fact in facts]
    if refused is not None:
        facts = [fact for fact in facts if (fact.entity, fact.value) != ("route", "mediation")]
        told = [fact for fact in told if fact in facts]
    undecided = None if any(fact.value == "unsure" for fact in told) else _undecided(message)
    if undecided and not any(
        fact.sure and not undecided.start <= fact.start < undecided.end for fact in told
    ):
        return [*(fact for fact in facts if fact not in told), undecided]
    if told:
        return list(facts)
    route = _stated(message, refused) or _asked_for(message)
    return [*facts, route] if route else list(facts)


def _undecided(message: ParentMessage) -> Fact | None:
    """Find "not sure if I want mediation or the certificate"; "not sure if it is free" is none."""
    for start, end in message.sentences:
        sentence = message.plain[start:end]
        undecided = _UNDECIDED_FIRST.search(sentence)
        if undecided is None:
            continue
        named = sum(pattern.search(sentence) is not None for pattern in _NAMED)
        anywhere = sum(pattern.search(message.plain) is not None for pattern in _NAMED)
        is_a_choice = _WHICH.search(sentence) is not None
        if (named >= 2 and re.search(r"\b(?:or|vs|versus|between)\b", sentence)) or (
            is_a_choice and (named or anywhere >= 2)
        ):
            is_sure = named >= 2 and is_a_choice
            return Fact("route", "unsure", start + undecided.start(), end, sure=is_sure)
    torn = _OF_TWO_MINDS.search(message.plain)
    if torn and ("which" in torn[0] or any(pattern.search(message.plain) for pattern in _NAMED)):
        return Fact("route", "unsure", *torn.span(), sure=False)
    return None


def _stated(message: ParentMessage, refused: re.Match[str] | None) -> Fact | None:
    stated = message.asserted
    for pattern, route in (
        (_WANTS_RESOLUTION, "disagreement_resolution"),
        (_LIKES_CERTIFICATE, "certificate_only"),
        (_WANTS_CERTIFICATE, "certificate_only"),
    ):
        found = _first(pattern, stated)
        if found is None or (route == "certificate_only" and _first(_HAS_CERTIFICATE, stated)):
            continue
        if route == "certificate_only" and refused is None and _wants_mediation(stated):
            continue
        return Fact("route", route, *found.span(), sure=False)
    told_to_ask = _ASK_RESOLUTION.search(stated)
    if told_to_ask is not None:
        return Fact("route", "disagreement_resolution", *told_to_ask.span(), sure=False)
    names_more = re.search(rf"\b(?:{_CERTIFICATE}|{_TRIBUNAL})", message.plain)
    if refused is not None:
        return (
            Fact("route", "certificate_only", *refused.span(), sure=False) if names_more else None
        )
    wanted = _wants_mediation(stated)
    if wanted is None and "mediat" in stated:
        wanted = _first(_TRY_IT, stated)
    return Fact("route", "mediation", *wanted.span(), sure=False) if wanted else None


def _asked_for(message: ParentMessage) -> Fact | None:
    """Find "please can I book mediation", which is no question to be answered."""
    for route, pattern in _ASKS_FOR.items():
        found = pattern.search(message.plain)
        if found and not re.search(_ONLY_ASKS, found[0].replace("?", "")):
            return Fact("route", route, *found.span(), sure=False)
    return None


def _wants_mediation(stated: str) -> re.Match[str] | None:
    return _first(_WANTS_MEDIATION, stated) or _first(_LIKES_MEDIATION, stated)


def _first(pattern: re.Pattern[str], stated: str) -> re.Match[str] | None:
    """Return the first match that the writer says of themselves, and not of asking about it."""
    for found in pattern.finditer(stated):
        if _ANOTHERS.search(stated, max(0, found.start() - 40), found.start()):
            continue
        between = found.groupdict().get("between")
        if between and re.search(_ONLY_ASKS, between):
            continue
        return found
    return None
