"""What has to be heeded in reaching them, beside which no yes to a way is a plain yes.

"Don't say who you are", "my flatmate picks up", "he must not know", "ring Ana, not me", "mum
doesn't want calls": the clause itself is kept beside the times to call (`contact.best_time`), which
whoever rings reads next to "safe to contact". What it says of somebody else's way is not said of
the writer's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casework.people.kept_apart import whom_to_leave_out
from casework.people.shared_phone import OWNER, is_shared, others_see_phone

_BETWEEN_CLAUSES = re.compile(
    r",\s|[.;!?]+(?:\s|$)|\n|\b(?:but|so|cos|cuz|because|and)\b|"
    r"\bjust (?=(?:do ?n[o']?t|dont|never|not|be|ask|say)\b)",
    re.IGNORECASE,
)
_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'"})
_AGREES_FIRST = re.compile(r"\W*(?:(?:yes|yeah|yep|ok|okay|fine|sure)\b[\s,]*)+", re.IGNORECASE)
_SPEAKS_OF_IT = re.compile(r"^(?:the )?(?:bit|part|thing) about ", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\d[\d ()-]{8,}\d")
_LEAD = (
    r"(?:^\W*|\b(?:please|pls|plz|just|so|but|and|also|then|to|you|u|about|of|better|ring|call|yes|"
    r"ok|only|if) )"
)
_NOT = r"(?:do ?n[o']?t|dont|do not|never|not|w(?:ith)?out|can'?t|can not|cannot|must ?n'?t|no)"
_DISCREETLY = re.compile(
    rf"{_LEAD}(?:(?:you|u|they|please|should|shd|better|best) )*{_NOT}(?: ever)?"
    r" (?:say(?:ing)?|mention(?:ing)?|tell(?:ing)? \w+|giv(?:e|ing)(?: out| away)?|let(?:ting)? on|"
    r"announc\w+|introduc\w+|reveal\w*|put(?:ting)?|us(?:e|ing)|"
    r"sound(?:ing)? like)\b(?: \w+){0,2}? ?"
    r"(?:who|where|what|why|kids\b|the (?:council|company|charity|school|name|organi\w+)|"
    r"your (?:name|org\w*|company)|mediation|(?:it'?s|you'?re|your|ur|you are) (?:from|about|"
    r"kids"
    r"|with)|anything)"
    r"|\b(?:be|keep it) (?:very |really )?(?:discreet|quiet|vague|careful)\b|\bdiscreetly\b"
    r"|\b(?:with ?held?|private|hidden) (?:caller id|number)\b|\bno caller id\b"
    r"|\bno number (?:show\w*|coming up|display\w*)\b"
    r"|\bsay (?:it'?s )?(?:the |a )?wrong number\b"
    r"|\b(?:just )?(?:say|pretend|tell them|make out)(?: that)? (?:you'?re|your|ur|you are|its|"
    r"it'?s|"
    r"to be) (?:(?:from )?the (?:doctor|dentist|surgery|hospital|hairdresser|gas|bank)|a friend|"
    r"someone|somebody|wrong number|my (?:friend|mate|boss))",
    re.IGNORECASE,
)
_ASK_FOR = re.compile(
    r"\b(?:ask|asking) for \w+(?: \w+)? (?:only|first|by name)\b|"
    r"\b(?:only|just) (?:ever )?(?:ask for|speak (?:to|with)|talk to) (?:me|myself)\b"
    r"(?! (?:in|what|how|when|why|if|about|which|the)\b)|"
    r"\b(?:speak|talk) (?:only )?(?:to|with) (?:me|nobody else|no one else)(?: only| alone)\b|"
    r"\b(?:make sure|check)(?: that)? (?:it'?s|it is) (?:really |actually )?me\b|"
    r"\bleave (?:it |any |a |the )?(?:messages? )?with (?:my|his|her|our|the) \w+\b|"
    r"\b(?:hang|ring) (?:up|off) if\b|\bput (?:the phone |it )?down if\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:he|she|they|mum|mam|mom|dad|an? (?:man|woman|child|kid|lady|bloke)|"
    r"(?:any|some) ?(?:one|body)(?: else)?|"
    rf"(?:my|his|her|our|their|the|\w+'s) (?:\w+ )?(?:{OWNER}|parents?|family|kids))"
)
_THEM = (
    r"(?:him|her|them|(?:my|his|her|our) \w+|the (?:kids|children|family|others)|"
    r"every ?(?:one|body) (?:here|at home))"
)
"""Not "people": who cannot talk in front of people needs another meeting, no other call."""
_OVERHEARD = re.compile(
    rf"\bif {_WHO} (?:ever )?(?:answers?|picks? up|gets (?:it|the phone)|is (?:in|there|home|"
    r"around)|asks)\b"
    r"|\bmy (?:\w+ )?\w+(?: will|'ll) (?:pick up|answer)(?: (?:it|the phone))?(?=\W*$)"
    rf"|\b{_WHO} (?:sometimes |often |always |usually |might |may |could |can )*(?:picks? up|"
    r"answers?|listens? to)"
    r"(?: (?:it|the phone|my phone|this phone|that phone|that|this|the landline|them|those|"
    r"my messages|my voice ?mails?))?"
    r"(?: (?:sometimes|often|a lot|too|as well|at times|mostly))?(?=\W*$|\W+\+?\d)"
    rf"|\b{_WHO}(?:'s| is| are) (?:always|usually|often|mostly|normally) (?:here|home|in|around|"
    r"there|with me|at home|near)\b"
    r"|\b(?:can ?no?t|can'?t|cannot|do ?n[o']?t|not|never)(?: really)? (?:to )?(?:talk|speak|"
    rf"answer|pick up|do (?:it|this|that)|ring|call)\b[^,.;]{{0,15}}\bin front of {_THEM}\b"
    rf"|\bnot in front of {_THEM}\b"
    rf"|\b{_WHO} (?:can|will|would|might|may|could|'ll) (?:always |sometimes |still )?"
    r"(?:overhear|hear (?:me\b|us\b|my |our |you\b|everything|every word|what (?:i|we|you)\b|"
    r"(?:me |us )?(?:through|if|when) |(?:it|this|that|the|a) ?(?:phone|call)?"
    r"(?=\W*$| (?:ring|through|from|if|when))))|"
    r"\bbehind (?:his|her) back\b",
    re.IGNORECASE,
)
_UNAWARE = re.compile(
    rf"\b{_WHO} (?:doesn'?t|does not|do ?n[o']?t|dont|does ?nt|didn'?t|has no idea|mustn'?t|"
    r"must not|can'?t|cannot|is not to|isn'?t to)(?: even| ever)? "
    r"(?:know|find out|hear|see|need to know) ?(?:about (?:this|it|me)|i'?m\b|im\b|i am|"
    r"that i\b|that im|we'?re|yet\b|of this|any of (?:this|it))"
    rf"|\b{_WHO} (?:must ?n'?t|must not|should ?n'?t|should not|can ?no?t|can'?t|is not to|"
    r"are not to|"
    r"does ?n'?t|do ?n'?t) (?:ever |get |get to )?(?:told|know(?=\W*$)|find out|hear about|"
    r"be told|be rung|"
    r"be contacted)\b",
    re.IGNORECASE,
)
_NOT_OWN = re.compile(
    r"\b(?:phone|number|mobile|landline|line)(?: \d{1,2})?(?:'?s| is) (?:actually |really )?"
    rf"(?:(?:my|his|her|the) )?{OWNER}'?s\b|"
    r"\b(?:phone|number|mobile)(?: \d{1,2})? is(?:n'?t| not) mine\b",
    re.IGNORECASE,
)
_REACH = (
    r"(?:ring|ringing|call|calling|phone|phoning|contact|contacting|speak (?:to|with)|talk (?:to|"
    r"with)|"
    r"te?xt|texting|email|emailing|message|whats ?app|deal with|go through|write to)"
)
_NO_FAMILY = (
    r"(?:school|college|nursery|council|la|lea|head|headteacher|teacher|tutor|senco|gp|hospital|"
    r"doctor|officer|it|this|that)"
)
_OF_A_PLACE = (
    r"(?:at|for|in|with|from) (?:the |his |her |our |their )?(?:\w+ )?"
    r"(?:schools?|college|nursery|council|la\b|hospital|team|senco)"
)
"""Whom a school or council has for its contact is nobody to be rung instead of the writer."""
_INSTEAD = re.compile(
    rf"\b{_REACH} (?!me\b|us\b|i\b)[^,.;]{{1,40}}?,? (?:and )?(?:not|rather than|instead of|never) "
    r"(?:to )?(?:me|us|myself)\b"
    rf"|\b(?!{_NO_FAMILY}\b)[^\W\d_][\w']* (?:should|shud|can|could|to|is to|will|must|shall)? ?"
    rf"(?:be|is) (?:the )?(?:main |only |first |best |one )?"
    rf"(?:contact\b(?! (?:details|number|{_OF_A_PLACE}))|"
    rf"point of contact\b(?! {_OF_A_PLACE})|"
    r"(?:one|"
    r"person|parent|1) (?:that |who |for )?(?:you |to |u )(?:need to |should |must |"
    rf"to )*{_REACH})",
    re.IGNORECASE,
)
"""Somebody else is to be rung, and not who writes."""
_RING_MINE = re.compile(
    r"(?:^\W*|[,\d]\W{0,3}|\b(?:please|pls|just|only|always|but|so|and|or|"
    r"(?:you|u) (?:can|could|should)|(?:can|could) (?:you|u|someone)|"
    r"(?:better|best|easier|rather you) (?:to )?|(?:want|like|need) (?:you|u) to) ?)"
    rf"(?:(?:please|just|only|always) )*{_REACH}(?: (?:only|just|to))? (?:my|our) "
    rf"(?:\w+ )?(?!(?:son|daughter)\b)(?:{OWNER}|grandma|auntie?|uncle|carer|advocate|"
    r"(?:support|social|key) worker)\b(?!'?s\b)"
    r"(?![^.;!?\n]*\b(?:if|when|unless|too|as well|also|or me|and me)\b)",
    re.IGNORECASE,
)
"""The number beside it is theirs: "only ring my mum 07700 900818"."""
_ANOTHER = (
    r"(?:him|her|them|(?:the |my |his |her |their |our )?(?:young person|(?:step)?(?:mum|mam|mom|"
    r"dad)|"
    r"mother|father|parents?|nan|gran\w*|aunt\w*|uncle|foster \w+|(?:social|support|key) ?worker|"
    r"ex\b(?: \w+)?|husband|wife|partner|family|carer|son|daughter|sister|brother))"
)
_IS = r"(?:'?s| is| are|'re|,)?"
_WAY = (
    r"(?:calls?\b|phone ?calls?\b|the phone\b|phones\b|being (?:rung|phoned)|te?xts?\b|"
    r"emails?\b|voice ?mails?\b|messages\b|whats ?app\b|"
    r"letters\b(?! (?:in|on|with|that|to be)\b)|to be (?:rung|phoned|contacted)\b)"
)
_CALLS_BY_A_NAME = (
    r"call(?:ing)? (?:him|her|them|my \w+) (?!(?:at|on|about|please|pls|ever|back|first|either|yet|"
    r"until|till|before|after|when|while|if|though|as|cos|cuz|because|direct\w*|again|any\w*|in|"
    r"for|up|now|today|this|thanks?|and|or|but|so|just|instead|only|without|unless|with|over)\b)\w"
)
"""In "don't call him Billy" nobody is rung."""
_NOT_ANOTHER = re.compile(
    rf"{_LEAD}(?:do ?n[o']?t|dont|do not|never|not)(?: ever| to)? (?!{_CALLS_BY_A_NAME})"
    rf"{_REACH} {_ANOTHER}(?!\w)",
    re.IGNORECASE,
)
_WAY_OF_ANOTHER = re.compile(
    rf"\b(?:{_ANOTHER}|he|she|they)(?: (?:really|also|only|just|always))*"
    r" (?:doesn'?t|does not|don'?t|won'?t|can'?t|cannot|hates?|prefers?|likes?|wants?|needs?|"
    r"uses?|"
    r"is (?:fine|ok|okay|happy|best|better) (?:with|by|on))"
    r"(?: (?:really|ever|want|like|do|take|use|answer|have|get|be|any|the|to|by|on|more|a|her|his|"
    rf"phone))* ?{_WAY}(?!.*\b(?:me|my|you|u|us|i)\b)"
    rf"|\b{_ANOTHER}{_IS} (?:only )?(?:emails?|te?xts?|whats ?app|calls?|phone) only\b"
    rf"|(?:^\W*|\b(?:please|pls|just|(?:you|u) (?:can|could|should)|better to|best to) )"
    rf"(?!(?:talk|speak) (?:to|with) them\b){_REACH} "
    r"(?:(?:her|him|them)(?=\W*$| (?:first|instead|for|about|to|on|at|only|please|directly)\b)|"
    r"(?:the )?(?:mum|dad|mother|father|parents?|family)\b)(?! (?:on|at) \+?\d)",
    re.IGNORECASE,
)
_NUMBER_OF_ANOTHER = re.compile(
    r"\b(?:his|her|their|the) (?:\w+ )?\w+'?s (?:mobile |phone |home )?(?:number|mobile|phone|"
    r"landline) "
    r"(?:is|=|:)? ?\+?\d",
    re.IGNORECASE,
)
"""The other parent's number tells nothing of who else answers one's own."""
_OF_A_NEED = re.compile(
    r"\b(?:print|font|braille|hearing|aids?|voices|slow\w*|breaks?|quiet|people|strangers|crowds?|"
    r"groups?|wheelchair|ramp|hoist|captions?|easy read|lip ?read\w*|overwhelm\w*|anxi\w+|"
    r"sign (?:language|ing)|signer|bsl)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:and |but |so )?(?:will|would|do (?!not|nt)|does|did|is|are|what|how|who|why|when|"
    r"where)\b"
    r"|\b(?:you|u) (?:will|gonna) (?!not)",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:they|school|the council|council|teachers?|senco|nobody|no ?one|people|who)(?: \w+){0,2} "
    r"(?:don'?t|didn'?t|never|won'?t|not)\b",
    re.IGNORECASE,
)


def clauses_of_care(text: str) -> list[tuple[int, int]]:
    """Where the clauses stand that tell what has to be heeded in reaching them."""
    text = text.translate(_STRAIGHT)
    clauses, start = [], 0
    for end in (*_BETWEEN_CLAUSES.finditer(text), None):
        stop = len(text) if end is None else end.start()
        agrees = _AGREES_FIRST.match(text, start, stop)
        begin = start if agrees is None else agrees.end()
        if _tells_care(text[begin:stop], is_asked=end is not None and "?" in end[0]):
            clauses.append((begin, stop))
        start = stop if end is None else end.end()
    return clauses


def care_told(text: str) -> list[str]:
    """These clauses in their own words, without one's own number."""
    told = [text[start:end] for start, end in clauses_of_care(text)]
    told = [words if _tells_of_another(words) else _NUMBER.sub("", words) for words in told]
    bare = [_SPEAKS_OF_IT.sub("", words.strip(" ,;-")) for words in told]
    return [words for words in bare if words]


def says_the_same(words: str, others: list[str]) -> bool:
    """True where each word of weight is in one of the others: it was told before."""
    return any(_weighty(words) <= _weighty(other) for other in others)


def _weighty(words: str) -> set[str]:
    letters = words.translate(_STRAIGHT).casefold().replace("'", "")
    said = {word.removesuffix("ing") for word in re.findall(r"\w{3,}", letters)}
    return said - {"dont", "not", "never", "please", "pls", "the", "that", "just", "and", "doesnt"}


def is_to_be_asked_how(text: str | None) -> bool:
    """True where the care is of one's own phone: then no way is safe before it is asked."""
    return any(not _tells_of_another(words) for words in care_told(text or ""))


def may_be_a_need(clause: str) -> bool:
    """True where the clause may tell what the meeting needs: "he can't do phone calls".

    Asked about needs, such words are the answer, whatever they tell of reaching somebody.
    """
    surely = (_DISCREETLY, _ASK_FOR, _OVERHEARD, _UNAWARE, _NOT_OWN, _INSTEAD, _NOT_ANOTHER)
    is_of_reaching = any(pattern.search(clause) for pattern in surely)
    is_of_reaching |= whom_to_leave_out(clause) is not None
    is_of_reaching |= is_shared(clause)
    return not is_of_reaching or _OF_A_NEED.search(clause) is not None


def is_of_another(text: str, start: int, end: int) -> bool:
    """True where these words are in a clause that tells how somebody else is to be reached.

    "Don't ring her", "mum doesn't want calls" and "ring Ana, not me" say nothing of one's own
    number; "my husband answers, don't ring" does.
    """
    return any(
        begin <= start and end <= stop and _tells_of_another(text[begin:stop])
        for begin, stop in clauses_of_care(text)
    )


def is_to_be_rung_instead(text: str) -> bool:
    """True for "ring Ana, not me" and "only ring my mum": the number beside it is hers."""
    told = (_INSTEAD, _RING_MINE)
    return any(one.search(found[0]) for found in _whole_sentences(text) for one in told)


def _whole_sentences(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"[^.;!?\n]+", text)


def _tells_of_another(clause: str) -> bool:
    told = (_INSTEAD, _RING_MINE, _NOT_ANOTHER, _WAY_OF_ANOTHER)
    return any(pattern.search(clause) for pattern in told)


def _tells_care(clause: str, *, is_asked: bool) -> bool:
    if is_asked and _ASKS.search(clause):
        return False
    patterns = (_DISCREETLY, _ASK_FOR, _OVERHEARD, _UNAWARE, _NOT_OWN)
    is_told = any(pattern.search(clause) for pattern in patterns) or _tells_of_another(clause)
    is_told = is_told and not _REPORTED.search(clause) and not _ASKS.search(clause)
    is_told |= whom_to_leave_out(clause) is not None
    is_own = _NUMBER_OF_ANOTHER.search(clause) is None
    return is_told or (is_own and is_shared(clause)) or others_see_phone(clause)
