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
    r"(?:mediat(?:e|ion|ing|ors?)\b(?! (?:cert|advi[cs]|info))"
    r"|(?:sit|sitting|get|getting|talk|talking|meet|meeting)\b[^.;!?]{0,25}"
    r"\b(?:round|around) (?:a|the|one) table"
    rf"|(?:sit|sitting|talk|talking|meet|meeting|speak|speaking) (?:down )?(?:with|to) {_COUNCIL}\b"
    r"|(?:sit|sitting) down (?:and|to) (?:talk|sort|discuss)"
    rf"|an? (?:proper |quick )?(?:chat|talk|conversation) with {_COUNCIL}\b"
    r"|talk(?:ing)? (?:it|this|things) (?:out|over|through)"
    r"|sit (?:us|them|'?em|everyone|everybody|both sides|all of us)(?: all| both)? (?:down|round)"
    r"|sort(?:ing|ed)? (?:it|this|things)(?: all)?(?: out)? (?:by talking|amicably|between us"
    r"|without (?:a |the |any )?(?:tribunal|court|judge|fight|fighting|row))"
    r"|(?:some ?one|some ?body|some ?1|a person|person|anyone|referee|go[ -]between) (?:(?:who is"
    r"|who's|to be"
    r"|to sit|to stand) )?(?:neutral|independent|impartial|in the middle|in between|between us)"
    r"|round ?table|(?<=want to )talk(?! (?:about|through)))"
)
_TRY_IT = re.compile(
    r"\b(?:give|giving|gave) (?:it|that|this|mediation) a (?:go|try|shot|chance|whirl)\b"
    r"|\b(?:would|'d|i'll|we'll|happy to|willing to|want to|up for) (?:still )?(?:try"
    r"|trying) (?:it|mediation)\b"
)
_CERTIFICATE = (
    r"(?:certificates?|certifcate|certificat|cert|bit of paper|piece of paper"
    r"|the paper(?= (?:to go|to appeal|so|for (?:the )?tribunal)))\b"
)
_TRIBUNAL = r"(?:tribunal|judge|appeal(?:ing)?\b(?! right)|sendist|court)"
_RESOLUTION = r"(?:disagreement resolution|dispute resolution|drs|dr(?= (?:thing|route|option)))\b"
_IS_WANTED = (
    r"[\s.,!:;-]+(?:(?:i think|so|and|yes)[\s,]+)?(?:that(?:'?s| is| would be)|it'?s) (?:what"
    r"|the one"
    r"|the thing) (?:i|we)(?:'?d|'?m|'?re| would| am| are)?(?: really| actually)? (?:want|like|need"
    r"|after|prefer|love|choose|asking for|here for)\b"
)
_WISH = (
    r"(?:want(?:s|ed|ing)?|wanna|would (?:really )?(?:like|love|prefer)"
    r"|'?d (?:really )?(?:like|love"
    r"|prefer|rather|be (?:up for|happy|open|willing|keen))|prefer|rather|hop(?:e|ing)|wish(?:ing)?"
    r"|keen|up for|willing|happy to|ready to|open to|go(?:ing)? (?:for|with|ahead with|to"
    r"|down)|choos(?:e|ing)"
    r"|opt(?:ing)? for|ask(?:ed|ing)? (?:for|to)|after|here for|look(?:ing)? (?:for|to|at"
    r"|into)|need"
    r"|needs|request(?:ing|ed)?|interested in|try(?:ing)?|give|agree(?:s|d)? (?:to|with)"
    r"|in agreement with|arrange|book|set up|start"
    r"|appl(?:y|ying|ied) for|refer(?:red|ral|ring)?|put (?:me|us) (?:down|forward) for|let'?s)"
)
_ONLY_ASKS = (
    r"\b(?:know|ask (?:about|if|what)|understand|find out|learn|explain\w*|told|tell|info\w*|advice"
    rf"|hear|read|heard|wonder\w*|if|whether|before|after|without|not|{NOT_VERB}|or|than|instead"
    rf"|stop|cancel|pull"
    r"|end|leave|change|delay|postpone)\b|\?"
)
_AGAINST = (
    rf"(?:(?:{NOT_VERB}|not|never|no longer|neither) (?:\w+ ){{0,3}}?(?:want\w*|wish\w*"
    rf"|interested|fancy"
    r"|like|keen|willing|prepared|bother\w*|see (?:the|any|much)|go(?:ing)? (?:to|through|for|down)"
    r"|after|here for|up for|asking for|seeking|do(?:ing)?|choos\w+|take part|taking part"
    r"|look(?:ing)? (?:for|to))\b(?:(?!\b(?:just|but|only|need|instead|rather)\b)[^.;!?]){0,30}?"
    r"|(?:skip(?:ping)?|without|instead of|rather than|declin\w+|avoid\w*|bypass\w*|opt\w* out of"
    r"|turn\w* down|rul\w+ out|no point (?:in|of|to)?|no need (?:for|of)|say(?:ing)? no to|no"
    r"|past|done with|give up on)\s+(?:\w+ ){0,3}?)"
)
_POINTLESS = (
    r"mediation\b(?:(?:'s| is| was| would be| will be| seems| looks| feels)? (?:a |an |just |such "
    r"|totally |completely )*(?:waste|pointless|useless|no (?:use|good|point)|not for (?:us|me)"
    r"|not an option|off the table|out of the question|not going to (?:help|work)|not what)"
    r"|(?: won'?t| will not| wouldn'?t| isn'?t going to) (?:help|work|change|get|be))"
)
_DOUBTED = (
    rf"(?:{NOT_VERB}|not|cannot) (?:really |honestly |actually )?(?:think|see|believe|feel"
    rf"|reckon|imagine)\b"
    r"[^.;!?]{0,20}\bmediat(?:ion|ing|e)\b[^.;!?]{0,15}\b(?:help|work|change|achieve|do|get|solve"
    r"|going"
    r"|worth|make|any)\b"
)
_UNDECIDED = (
    rf"(?:{NOT_KNOWN}|undecided|torn|in two minds|(?:not|haven'?t|can'?t|cannot) (?:yet "
    rf"|really )?(?:decided?|choose|make (?:my|our) minds? up)"
    rf"|(?:can'?t|cannot|don'?t|not) (?:really |quite )?agreed? (?=whether|wether|weather|if|which)"
    rf"|unclear|(?:not|{NOT_VERB}) (?:really |quite |at all |very )?clear|confused"
    rf"|help (?:me|us) (?:decide|choose|pick|work out)|don'?t mind which|open to (?:either"
    r"|both|any))"
)
_REFUSES_MEDIATION = re.compile(rf"\b{_AGAINST}{_MEDIATION}|\b{_POINTLESS}|{_DOUBTED}")
_WANTS_MEDIATION = re.compile(rf"\b{_WISH}\b(?P<between>[^.;!?]{{0,45}}?)\b{_MEDIATION}")
_REQUESTS = (
    r"\b(?:(?:can|could|may)\s+(?:i|we|you|u|someone)\s+(?:please\s+|just\s+)*|(?:please|pls)\s+"
    r"(?:(?:can|could|may)\s+(?:i|we|you|u|someone)\s+)?|(?:would|is) it (?:be )?possible to )"
    r"(?:book|arrange|try|go for|go to|start|begin|set up|organise|sign up for|be referred"
    r"|refer (?:me|us)|send|have|get|do|organi[sz]e"
    r"|issue)\b[^.;!?]{0,25}?\b"
)
_ASKS_FOR = {
    "mediation": re.compile(
        rf"{_REQUESTS}{_MEDIATION}(?=[^?.!]*(?:[.!]|$))"
        r"|\b(?:can|could|might|may) (?:we|i)(?: \w+){0,2}? (?:mediate\b|sort (?:it|this"
        r"|things)(?: all)?"
        r"(?: out)? (?:by talking|amicably|between us))"
        r"|\b(?:can|could|may) (?:we|i|you)(?: \w+)? (?:come|go|get|take (?:us|them"
        r"|it)) back (?:to|into|for|in)"
        rf" (?:a |the |some )?{_MEDIATION}"
        rf"|\b(?:can|could) (?:we|i) (?:try|have|do|get) (?:a |another |some "
        rf"|the )?{_MEDIATION} again"
    ),
    "certificate_only": re.compile(rf"{_REQUESTS}{_CERTIFICATE}(?=[^?.!]*(?:[.!]|$))"),
}
_LIKES_MEDIATION = re.compile(
    r"\b(?:it'?s|it is|that'?s) (?:the |a )?mediation (?:that |what )?(?:i|we)(?:'?m|'?re|'?d"
    r"| am| are| would)? "
    r"(?:want|like|need|after|prefer|choose|asking for|here for|looking for)\b"
    r"|\bmediation(?: first| next| soon| asap)?,? (?:please|pls|it is|is what|sounds"
    r"|would be (?:good|great|best|ideal|helpful"
    r"|better)|is (?:fine|best|preferred|the one|our choice|my choice))\b"
    r"|\b(?:preference|preferred route|route|choice)(?: is)?\s*[:=-]\s*mediation\b"
    r"|\b(?:grateful|thankful|glad) (?:for|of) (?:a |an |some |any |the )?(?:\w+ )?mediat(?:ion"
    r"|ors?)\b"
    r"|\b(?:appreciate|welcome|value) (?:a |an |some |the )?(?:\w+ )?mediat(?:ion|ors?)\b"
    rf"|\bmediation\b[^.;!?]{{0,20}}{_IS_WANTED}"
    rf"|\bmediation,? (?:not|rather than|instead of|over|before) (?:the |a )?{_TRIBUNAL}"
    r"|\b(?:asked|asking) (?:us|me) to (?:mediate|(?:set up|arrange|book|organise|start)"
    r" (?:a |the )?mediation)\b"
    r"|\b(?:(?:would|will|'d|'ll) (?:still |happily |gladly |rather |like to )?|still )mediate\b"
)
_WANTS_CERTIFICATE = re.compile(rf"\b{_WISH}\b(?P<between>[^.;!?]{{0,35}}?)\b{_CERTIFICATE}")
_LIKES_CERTIFICATE = re.compile(
    rf"(?<!not )(?<!n't )\b(?:just|only|simply)\b[^.;!?,]{{0,25}}\b{_CERTIFICATE}"
    rf"|\b{_CERTIFICATE}(?:'s| is) (?:all|what) (?:i|we)\b"
    rf"|\b{_CERTIFICATE}[^.;!?]{{0,25}}\b(?:is all|nothing (?:else|more)|and (?:then )?go\b"
    rf"|so (?:that )?(?:i|we) can (?:go|appeal|put"
    r"|lodge|register|get)|then (?:appeal|tribunal)|and (?:go )?straight to)\b"
    rf"|\bstraight (?:to|for) (?:a |the )?(?:{_TRIBUNAL}|{_CERTIFICATE})"
)
_HAS_CERTIFICATE = re.compile(
    rf"\b(?:have|has|got|had|hold|holding|received|'ve|ve|given"
    rf"|sent)\b[^.;!?]{{0,20}}\b{_CERTIFICATE}"
)
_WITH_SCHOOL = (
    r"(?:(?:the |his |her |my |our )?(?:school|nursery|college|nhs|health(?: service)?"
    r"|head ?teacher"
    r"|senco|academy|icb))"
)
_WANTS_RESOLUTION = re.compile(
    rf"\b{_WISH}\b[^.;!?]{{0,40}}?\b{_RESOLUTION}"
    rf"|\b(?:sort|settle|resolve|resolving|sorting|settling|help (?:us|me)? ?with|iron)(?:ing)?\b"
    rf"[^.;!?]{{0,35}}\b(?:disagreements?|disputes?|differences|fall(?:ing)?[ -]?out|row)\b"
    rf"[^.;!?]{{0,25}}\b{_WITH_SCHOOL}\b"
    rf"|\b(?:me|us|family|we) (?:and|with) {_WITH_SCHOOL}\b[^.;!?]{{0,20}}\b(?:sort|settle"
    rf"|resolve|agree"
    r"|talk|work it out|come to an? agreement|get on)\b"
    rf"|\b(?:sort|resolve|settle|mediate|talk|work)[^.;!?]{{0,25}}\b(?:between (?:us|me) and|with)"
    rf" {_WITH_SCHOOL}\b"
)
_ASK_RESOLUTION = re.compile(
    rf"\bask(?:ed|ing)? for (?:the |a |some )?{_RESOLUTION}|\b{_RESOLUTION}{_IS_WANTED}"
)
_WANTS_IT_ALL_THE_SAME = re.compile(
    r"\bmediation\b[^.;!?]{0,25}\bbut (?:i|we)(?:'d| do| would| still| really)\b[^.;!?]{0,12}"
    r"\b(?:want|like|love|try|keen|rather)\b"
)
_WHICH = re.compile(
    rf"\b{_UNDECIDED}\b[^.!?]{{0,40}}?\b(?:which|what|whats|what's|whether|if|wether|weather"
    rf"|best)\b"
    r"[^.!?]{0,40}?\b(?:want|need|should|best|go for|go with|choose|pick|ask for|right|suits?|route"
    r"|option|try|do|worth)\b"
)
_UNDECIDED_FIRST = re.compile(rf"\b{_UNDECIDED}\b")
_OF_TWO_MINDS = re.compile(
    r"\b(?:torn|undecided|in two minds|(?:(?<=^)|(?<=[.!?,;]\s)|(?<=i )|(?<=we )|(?<=just )"
    r"|(?<=really ))(?:can'?t|cannot) (?:decide|choose|make (?:my|our) minds? up)\b"
    r"|don'?t mind which (?:route|way|one|option)"
    r"|(?:not|n'?t) (?:really |quite )?(?:settled|decided|made (?:my|our) minds? up))\b"
)
_ANOTHERS = re.compile(
    r"\b(?:council|la|lea|they|they've|they're|theyre|school|head|senco|he|she|ex|people"
    r"|someone|friend|worker (?:says?|said|thinks?|reckons?|told)|(?<!the )parents(?! and i)"
    r"|husband|wife|partner|mum|dad|officer|who"
    r"|you"
    r"|caseworker)(?:'ve|'re|'s)?\s+(?:\w+\s+){0,3}$"
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
