"""Small wordings every answer may contain: yes, no, not sure, a question, a correction."""

from __future__ import annotations

import re

LEAD_IN = r"(?:oh+|ah+|ok(?:ay)?|right|alright|well|so|and|then|sorry|i see|hmm+|um+|erm+|er)"
"""What people say before they say something: "oh right, then no"."""
_FIRST = rf"^(?:{LEAD_IN}[\s,.\u2026]+)*"
_YES = re.compile(
    rf"{_FIRST}(?:y(?! (?:do|does|did|u|you|r|are|is|would|wud|cant|not|dont|the|they)\b)|"
    r"ye|yes+|ye+a*h+|yea|yep+|yup|yh|yess?ir|aye|of course|i consent|go ahead|"
    r"please do|happy (?:to|with that)|"
    r"(?:absolutely|definitely)(?! (?:\w+(?:ing|ed|ious)|gutted|mad|sick|not|no)\b)|"
    r"no prob(?:s|lem)?|no worries)\b",
    re.IGNORECASE,
)
"""Yes, whatever follows, unless it holds back."""
_MAY_BE_YES = re.compile(
    rf"{_FIRST}(?:sure|ok|okay|k|correct|right|true|that'?s (?:right|it|fine|ok|okay|correct|"
    r"all right)|it is|i do|i have|we do|we have|i did|we did|he is|she is|they did|they have|fine|"
    r"go on|agreed?|i agree|all (?:fine|good|right|correct)|looks? (?:good|right|fine)|perfect|"
    r"send(?: it)?)\b",
    re.IGNORECASE,
)
"""Yes when nothing of weight follows: "it is", but not "it is the council"."""
_ADDS_NOTHING = re.compile(
    r"^(?:[\s,.!\u2026)]|\b(?:please|pls|plz|thank you|thanks?|ta|cheers|that'?s|it'?s|it is|"
    r"fine|ok|okay|yes|yeah|all|good|great|correct|right|go ahead|go on|"
    r"with (?:that|me|this|it|all)|by me|for me|to me|i agree|i do|i have|have|got|one|it|that|"
    r"them|this|already|now|then|"
    r"to send|send|you can|everything|is|looks|mate|love|x+|for now|do it|do that|"
    r"to (?:keep|store|share) (?:it|that))\b|[^\w\s,.!?])*+$",
    re.IGNORECASE,
)
_HOLDS_BACK = re.compile(
    r"\?|\b(?:but|wait|hang on|hold on|not|no|nope|don'?t|never|wrong|however|yet|first|later|"
    r"think about|one more|question|although|except|unless|instead|actually|meant|should be|"
    r"who|what|how|when|where|why)\b|^,? right\b.{3,}",
    re.IGNORECASE,
)
_THUMB = re.compile("[\U0001f44d\u2705]")
_NO_TROUBLE = re.compile(r"\bno (?:prob(?:s|lem)?|worries|bother)\b", re.IGNORECASE)
_NO = re.compile(
    rf"{_FIRST}(?!no (?:prob(?:s|lem)?|worries|bother))"
    r"(?:n|no+|nope|nah|naw|not? (?:yet|really|at all|now|that i know|needed|thanks?)|none|nothing|"
    r"never|(?:i )?(?:do ?n'?t|dont|do not) think (?:so|i (?:do|have)|we (?:do|have))|"
    r"i (?:don'?t|do not|haven'?t|have not|didn'?t|would not|wouldn'?t|disagree)|"
    r"we (?:don'?t|do not|haven'?t|have not|didn'?t)|haven'?t (?:asked|told|done"
    r"|had permission)|they (?:haven'?t|have not|didn'?t)|"
    r"(?:he|she|it|that)(?:'s| is) not|it isn'?t|isn'?t|wrong|incorrect|"
    r"not(?! (?:got|had|been|received)))\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:not (?:too |really |quite |100% |very |entirely )?(?:sure|certain)|unsure|"
    r"(?<!has )(?<!had )no idea|"
    r"(?:do ?n[o']?t|don'?t|do not|dnt) (?:really )?(?:know|no|kno|remember|"
    r"recall|understand)|dunno|idk|haven'?t a clue|no clue|can'?t (?:remember|recall)|"
    r"(?<!you )(?<!they )(?<!he )(?<!if i )forgot(?:ten)?"
    r"(?! (?:to|his|her|my)\b|,(?! ?(?:it'?s|i|sorry|the) ) ?\w+ \w+)|"
    r"maybe|yes and no|depends|hard to say|unknown|to hand|"
    r"can'?t find(?! (?:an? |his |her |any )?(?:school|report|college|place|statement)\b)|"
    r"lost (?:it|the letter)|looking for it|who knows)\b",
    re.IGNORECASE,
)
_SKIP = re.compile(
    rf"{_FIRST}(?:(?:please |pls |no |just |can (?:i|we|you|u) |could (?:i|we|you) |"
    r"(?:i|we)(?:'?ll|'d|'ve| will| would)? (?:like to |want to |said |rather )?|to |let'?s )*"
    r"(?:move on|(?:skip|pass on|leave|miss)(?: (?:it|this|that|them)(?: (?:one|question))?)?"
    r"(?: (?:out|blank|for now|please|then|thanks))*(?<!leave)(?<!pass on)(?<!miss))|"
    r"pass|next(?: question)?|(?:i'?d )?rather not(?: (?:say|answer))?|"
    r"(?:i'?d |would )?prefer not to(?: say| answer)?|"
    r"(?:i(?:'?m| am)? )?(?:(?:do ?n'?t|do not) (?:want to|wanna)|not (?:going to|gonna)|won'?t|"
    r"not) (?:say(?:ing)?|answer(?:ing)?|tell(?:ing)?(?: (?:you|u))?)(?: (?:that|this|it))?|"
    r"(?:that'?s )?(?:none|not any) of (?:your|ur) business|n/?a)\W*$",
    re.IGNORECASE,
)
"""A whole message that would leave the question out, in any words."""
_PLAIN_NO = re.compile(
    rf"^(?:[\s,.!\u2026)'-]|\b(?:{LEAD_IN}|no+|nope|nah|naw|nay|not?|n|good|done|everything|"
    r"that'?s|its|sir|get|got|can|can'?t|cannot|may|might|they|there|haven'?t|hasn'?t|needed|likely|passing|"
    r"pass|passed|on|anyone|anybody|any|quite|incorrect|thanks?|thank you|thx|ta|cheers|please|pls|"
    r"mate|love|x+|i|we|he|she|you|it|that|this|them|me|us|my|our|the|is|was|are|do|does|did|have|"
    r"had|has|don'?t|do not|doesn'?t|didn'?t|isn'?t|won'?t|wouldn'?t|would|'?d|am|"
    r"i'?m|i'?d|want|need|know|think|like|agree|consent|happy|fine|comfortable|with|"
    r"to|for|of|at|all|now|yet|really|ever|way|chance|keep|kept|keeping|store|stored|save|"
    r"saved|share|shared|sharing|tell|told|telling|council|school|details|information|info|data|"
    r"anything|nothing|none|one|else|more|rather|prefer|sooner|call|ring|calls|mind|wrong|"
    r"correct|true|absolutely|definitely|certainly|never|permission|leave|left)\b|[^\w\s,.!?])*+$",
    re.IGNORECASE,
)
"""A whole message that says no and tells nothing else: "no, I'd rather you didn't"."""
_VENTS = re.compile(
    r"\b(?:(?:so|too|bloody|totally|just|is|this|it'?s|all|really|very|how) "
    r"(?:un ?fair|cruel|hard(?! work| of hearing))|"
    r"not fair|ain'?t fair|isn'?t fair|(?:so|too|just|really|very|am|i'?m|dead|beyond|bone|"
    r"absolutely|completely|proper) (?:\w+ )?"
    r"(?:tired|knackered|exhausted|worn out|drained|shattered|stressed|angry|upset|broken|"
    r"frustrated|overwhelmed|done with|over it|fuming|furious|heartbroken|desperate)|"
    r"(?<!not )(?<!n't )(?:had|have had) (?:enough|it)(?! (?:yet|since|from))|fed up|pissed off|"
    r"sick (?:and tired )?of|sick to (?:death|the)|"
    r"end of my tether|wits'? end|"
    r"at (?:my|the) end(?! of (?:the|this|my) \w)|"
    r"(?:no|any)(?: ?one|body) (?:listens|cares|helps|gives)|in tears|crying|"
    r"(?<!just )(?:a |such a |what a |bloody )joke|disgrac\w+|disgust\w+|shambles|nightmare|"
    r"beggars belief|doing my head in|breaking me|grinding (?:me|us) down|worn down|"
    r"let (?:us|me|him|her|them) down|so much stress|i give up|"
    r"(?:have|got) (?:no|not?t? the) (?:time|energy) for (?:this|it|all this)|"
    r"(?:dont|don't) have (?:the )?(?:time|energy) for (?:this|it|all this)|"
    r"(?:can'?t|cannot) (?:do|face|cope with|take) (?:this|it|all this))\b",
    re.IGNORECASE,
)
_CRIES = re.compile(
    r"^\W*[\U0001f62d\U0001f622\U0001f621\U0001f92c\U0001f620\U0001f624\U0001f614\U0001f61e"
    r"\U0001f494\U0001f629\U0001f62b]\W*$"
)
"""Tears, anger or a broken heart, and no word beside it."""
_ASKS_SOMETHING = re.compile(
    r"(?:^|[.,;!?:\u2026]\s*|"
    r"\b(?:and|but|so|or|also|ok|hi|hello|hey|pls|please|sorry|just|tho)\s+)"
    r"(?:(?!do (?:it|this|that)\b)"
    r"(?:can|could|would|will|wud|cud|shud|should|do|does|did|is|are|am|was|were|has|have|may|"
    r"must|isn'?t|aren'?t|don'?t|won'?t|doesn'?t|can'?t)\s+"
    r"(?:i|u|you|ya|we|he|she|they|it|there|this|that|these|those|the|my|our|your|ur|a|an|any|"
    r"some\w*|people|parents|council\w*|school\w*|mediat\w+|local)\b"
    r"|(?:what|wat|wot|whats|what's|wots|who|whos|who's|whose|how|hows|how's|when|whens|where|"
    r"wheres|where's|why|which|y)\b(?!\s+(?:is|are|was)\s+(?:why|how|when|where)\b)"
    r"|(?:tell me|explain|wondering|need to know|want to know|any (?:idea|chance|way)|"
    r"is there|are there)\b)"
    r"|(?<!\bso )(?<!\bnor )(?<!neither )"
    r"\b(?:can|could|cud|will|would|wud|should|shud|shall|do|does|did|am)\s+(?:i|u|you|ya|we)\b"
    r"|^(?:(?:and|but|so) )?(?:does|did)\s+\w+\s+(?:get|have|need|know|come|go|see|hear|want|count|"
    r"work|mean|agree|decide|sign|lose|keep|stay|stop|pay|cost|take)\b"
    r"|\b(?:what|wat|wot|how|hw|when|wen|where|why|who|hoo)\s+"
    r"(?:is|are|do|does|did|can|could|will|would|should|am)\s+"
    r"(?:i|u|you|ya|we|they|it|he|she|there|this|that)\b"
    r"|(?<!know )(?<!kno )(?<!sure )(?<!idea )(?<!dunno )"
    r"\b(?:how|what|wot|when|where|which|who|why|or not|(?:what|wot) (?:next|nxt|now|then))\W*$",
    re.IGNORECASE,
)
"""A question word where a clause begins, or turned round ("wales will u help") or last anywhere."""
_ASKS_STRAIGHT_ON = re.compile(
    r"\W*(?:(?:tbh|sorry|mate|so|but|and)\W+)*"
    r"(?:(?:what|wat|wot)(?:'?s|\s+(?:is|are|does|do|would))"
    r"|(?:how|why|who|where|when)(?:'?s|\s+(?:is|are|do|does|did|can|would|long|much))"
    r"|(?:is|are|do|does|can|could|will|would|should)\s+(?:it|i|we|you|that|this|there|the))\b",
    re.IGNORECASE,
)
"""Turned round as questions are: "what is it", not "what it is"."""
_ASSENTS = re.compile(
    r"^(?!\W*(?:that'?s|that is) right\b)"
    rf"(?:[^\w]|\b(?:{LEAD_IN}|ok(?:ie|ey)|k|kk|fine|sure|cool|all right|good|great|perfect|lovely|"
    r"brilliant|that'?s|that is|it'?s|sounds|all(?= (?:good|fine|ok))|makes sense|fair enough|"
    r"(?:yes|yeah|yeh|yep|yh)\W+(?=(?:that'?s |that is |it'?s |all |sounds )*"
    r"(?:fine|cool|good|great|perfect|lovely|brilliant|all right|fair enough)\b)|"
    r"thanks?|thank you|ta|cheers|no (?:prob(?:s|lem)?|worries|bother))\b)+$",
    re.IGNORECASE,
)
"""Of what was said, and of nothing that is so: "yeah fine" holds no certificate."""
_CORRECTS = re.compile(
    r"\b(?:no[,.\s]+(?:its?|s?hes?|they(?:re)?|im?|we|not|my|the|thats?)|"
    r"sorry|actually|i mean(?:t)?|hang on|tell a lie|"
    r"hold on|wait|correction|not \d+|should (?:be|have been|say)|is really|wrong|mistake|typo|"
    r"oops|whoops|change (?:it|that|my|the|his|her)|turned \d+|instead|rather|"
    r"meant to (?:say|put))\b",
    re.IGNORECASE,
)


_ENGLISH_IS_FINE = re.compile(
    r"\benglish(?: is|'s|s)? (?:also |just |all |perfectly |really |quite )*"
    r"(?:fine|ok|okay|good|perfect|no problem)\b",
    re.IGNORECASE,
)
_ENGLISH_IS_NOT = re.compile(
    r"\b(?:not|n't|isnt|aint|no)\b[^.;,]{0,12}\benglish|"
    r"\benglish[^.;,]{0,8}(?:\bnot\b|n'?t\b)",
    re.IGNORECASE,
)


def english_is_fine(text: str) -> bool:
    """True for "we speak Welsh at home but English is fine"."""
    plain = straighten(text)
    return bool(_ENGLISH_IS_FINE.search(plain)) and not _ENGLISH_IS_NOT.search(plain)


def straighten(text: str) -> str:
    """The text with straight quotes and single spaces, as the patterns here expect."""
    plain = text.replace("\u2019", "'").replace("\u2018", "'").replace("\u201c", '"')
    return " ".join(plain.replace("\u201d", '"').replace("\xa0", " ").split())


def as_compared(text: str) -> str:
    """The words without what tells nothing more: "dont ring" of "but don't ring"."""
    return straighten(text).casefold().removeprefix("but ").replace("'", "")


def without_lead_in(text: str) -> str:
    """The text without what is said before something is said: "no" of "ok so no"."""
    return re.sub(_FIRST, "", straighten(text), count=1, flags=re.IGNORECASE)


def reads_as_yes(text: str) -> bool:
    """True for "yes", "yep that's fine", "ok", "👍"; false for "ok but wait" and "it is wrong".

    A yes may keep a family's data or send their referral, so it has to be one: what only begins
    like a yes ("we have no food", "fine words") is none.
    """
    plain = straighten(text)
    if reads_as_unsure(plain):
        return False
    if _THUMB.search(plain):
        beside = _THUMB.sub(" ", plain).strip()
        return not (reads_as_no(beside) or _HOLDS_BACK.search(_NO_TROUBLE.sub("", beside)))
    clear, possible = _YES.match(plain), _MAY_BE_YES.match(plain)
    if clear is not None:
        return _HOLDS_BACK.search(_NO_TROUBLE.sub("", plain[clear.end() :])) is None
    return possible is not None and _ADDS_NOTHING.match(plain[possible.end() :]) is not None


def reads_as_plain_yes(text: str) -> bool:
    """True for "yes" and "yes, that's right"; false for "yes, Mason"."""
    plain = straighten(text)
    begins = _YES.match(plain) or _MAY_BE_YES.match(plain)
    rest = _THUMB.sub(" ", plain if begins is None else plain[begins.end() :])
    return reads_as_yes(plain) and _ADDS_NOTHING.match(rest) is not None


def reads_as_no(text: str) -> bool:
    """True for "no", "nope", "not yet", "I haven't"."""
    plain = straighten(text)
    if "\U0001f44e" in plain:
        return True
    return bool(_NO.match(plain)) and not reads_as_unsure(plain)


def reads_as_plain_no(text: str) -> bool:
    """True for "no" and "no thanks, don't keep it"; false for "none of that ever happens".

    A no may forget all that a family told, so what only begins like one is none.
    """
    plain = straighten(text)
    return reads_as_no(plain) and ("\U0001f44e" in plain or bool(_PLAIN_NO.match(plain)))


def reads_as_venting(text: str) -> bool:
    """True for "this is so unfair, I'm so tired of it": said out of distress, and no answer."""
    return bool(_VENTS.search(straighten(text)) or _CRIES.match(text))


def reads_as_mere_assent(text: str) -> bool:
    """True for "ok" and a thumb up, which agree to something but tell nothing that is so."""
    return bool(_ASSENTS.match(straighten(text)))


def reads_as_unsure(text: str) -> bool:
    """True for "not sure", "dunno", "can't remember"."""
    return bool(_UNSURE.search(straighten(text)))


def reads_as_skip(text: str) -> bool:
    """True when the whole message asks to leave the question out."""
    return bool(_SKIP.match(straighten(text)))


def reads_as_question(text: str) -> bool:
    """True when some clause asks something, with or without a question mark."""
    plain = straighten(text)
    return "?" in plain or bool(_ASKS_SOMETHING.search(plain)) or _asks_after_unsure(plain)


def _asks_after_unsure(plain: str) -> bool:
    """True for "dunno whats a certificate"; false for "not sure what the date is"."""
    unsure = _UNSURE.search(plain)
    return unsure is not None and _ASKS_STRAIGHT_ON.match(plain, unsure.end()) is not None


def reads_as_correction(text: str) -> bool:
    """True when the words put something right: "no, she's 9", "sorry, I meant Leeds"."""
    return bool(_CORRECTS.search(straighten(text)))
