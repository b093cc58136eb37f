"""What is said of the school named and of the other parts of a plan, in words (law L08)."""

from __future__ import annotations

import re

from casework.dispute.parts_denied import parts_alone, without_denials

_OUT_OF_SCHOOL = re.compile(
    r"(?<!been )(?<!is )(?<!was )(?<!'s )(?<!hes )(?<!shes )(?<!now )(?<!currently )"
    r"\bout(?:side)? of school|otherwise than|\beotas\b|\bat home\b|home tuition|"
    r"not in (?:a )?school",
    re.IGNORECASE,
)
_REST_IS_FINE = (
    r"(?<!think )(?<!sure )(?<!if )(?<!not )(?<!think the )(?<!sure the )"
    r"(?<!if the )\b(?:(?:all )?(?:the )?rest(?: of (?:it|the plan))?"
    r"|everything else|(?:all )?(?:the )?other (?:parts?|bits?|sections?|things?|stuff)|the others)"
    r"(?: (?:is|are|r|looks?|seems?|all|both|pretty|just|quite|really|actually))* "
    r"(?:fine|good|ok|okay|right|alright|great|correct|perfect)\b(?! (?:except|apart|but for))"
)
_ONLY_SCHOOL = re.compile(
    r"\b(?:only|just) (?:about )?(?:the |that |which |what |his |her |their )?"
    r"(?:(?:type|kind|sort|name|choice|named|wrong) (?:of )?(?:the )?)?"
    r"(?:school|college|placement|setting|name|type(?! of (?:help|support))|no school|one thing)\b|"
    r"\b(?:only|just) that\b|"
    r"nothing else(?! (?:is|was|looks) (?:right|ok|okay|fine|good))|school only|nothing more|"
    rf"{_REST_IS_FINE}|"
    r"(?:(?:don'?t|dont|do not) (?:really )?mind|(?<!not )(?<!n't )(?<!never )(?<!really )"
    r"\b(?:ok|okay|fine|happy) with) (?:the rest|everything else|all the rest)|"
    r"^(?:it'?s )?(?:only|just) (?:the )?(?:school|college)",
    re.IGNORECASE,
)


_ADDS_A_PART = re.compile(
    r"\b(?:also|as well|plus|other (?:parts|bits|things)|maybe (?:more|others?)|"
    r"another (?:part|thing)|(?:cut|stopped|reduced|removed|lost|took) (?:his|her|their|the|my) "
    r"\w+|(?:the|his|her|their|my) (?:needs|help|hours|provision|support|therapy|ot|salt)\b"
    r"(?! (?:is|are|seems?|looks?)(?: all| both)? (?:fine|ok|okay|right|good|great)))\b|"
    r"\b(?:section )?[BF] too\b",
    re.IGNORECASE,
)
"""Said beside "only the school": then it is not only the school, and a certificate is needed."""
_PART_IS_WRONG = re.compile(
    r"\b(?:speech|language|salt|slt|ot|therap\w+|physio|help|hours|support|provision|needs|sensory|"
    r"outcomes?|health|social care|one to one|1[:.-]1|section [b-h])(?: (?:bit|part|side|section|"
    r"stuff|of it|in it|and language|therapy))*(?:'s|s)? (?:(?:is|are|was|were|looks?|seems?|also|"
    r"too|a bit|very|really|all|so|just|quite|pretty|far) )*(?:vague|woolly|wrong|missing|unclear|"
    r"weak|rubbish|poor|useless|out of date|low|little|few|"
    r"not (?:enough|right|specific|clear|in))\b",
    re.IGNORECASE,
)


_IS_BOTH = re.compile(
    r"^\W*(?:(?:no|it'?s|its|um+|well|i think) )*both\b(?! (?:schools|colleges|parents|of us))",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\b(?:(?:they|council|la|plan|it)(?:'?ve|'?s| have| has| had)? (?:also |just )?(?:left|cut|"
    r"missed|took|taken|dropped|removed)|didn'?t (?:put|include|write)|(?:left|missing|taken|cut) "
    r"(?:out|off)) ?(?:\w+ ){0,4}?(?:OT|salt|slt|therap\w*|physio|speech|hours|help|support|"
    r"provision|one to one|1[:.-]1|needs)\b(?! (?:reports?|assessments?|letters?|advice)\b)|"
    r"\b(?:OT|salt|slt|therap\w*|physio|speech|hours|help|support|provision|one to one|1[:.-]1)"
    r"(?: (?:hours|sessions|therapy|bit|stuff))*(?: (?:is|are|was|were|been|got|has|have|also))* "
    r"(?:cut|left out|taken out|missing|missed|removed|halved|reduced|dropped)\b",
    re.IGNORECASE,
)
"""Help that stands no longer in the plan, told beside the school."""


_HELP_TOO = re.compile(
    r"\b(?:help|hours|hrs|support|provision|therapy|salt)\b.{0,30}\b(?:wrong|not enough"
    r"|missing|too)\b|"
    r"\b(?:not enough|too little|no)\b.{0,20}\b(?:help|hours|support|therapy)\b",
    re.IGNORECASE,
)
"""Said beside a wrong school: then it is not only the school (law L08)."""


_KIND_OF_SCHOOL = re.compile(
    r"\b(?:type|kind|sort) of (?:school|setting|placement|college)\b|"
    r"\b(?:day|residential|boarding|weekly boarding) (?:(?:special )?(?:school|place|placement) )?"
    r"(?:instead of|rather than|not|and not) (?:an? )?(?:day|residential|boarding)\b|"
    r"\b(?:should|needs to|must|has to|got to|want it to) be (?:an? )?"
    r"(?:residential|boarding|day (?:school|place))\b",
    re.IGNORECASE,
)


def tells_of_kind_of_school(text: str) -> bool:
    """True for "the sort of school they put, day instead of residential": no name is in dispute."""
    return _KIND_OF_SCHOOL.search(text) is not None


def tells_of_help_too(text: str) -> bool:
    """True for "wrong school and not enough help"."""
    return _HELP_TOO.search(text) is not None


def wants_out_of_school(text: str) -> bool:
    """True for "I want him educated at home": that is more than the school (law L40)."""
    return _OUT_OF_SCHOOL.search(text) is not None


def tells_of_other_parts(text: str) -> bool:
    """True for "both" and "they left the OT out", whatever else is not known for sure."""
    return bool(_IS_BOTH.search(text) or _LEFT_OUT.search(text))


def is_only_the_school(text: str) -> bool:
    """True for "just the school", "I don't mind the rest" and "we disagree with section I only"."""
    rest = without_denials(text)
    is_said = _ONLY_SCHOOL.search(rest) is not None or parts_alone(text) == {"I"}
    return is_said and not adds_a_part(rest) and not tells_of_other_parts(rest)


def adds_a_part(text: str) -> bool:
    """True for "only the school. oh and the speech bit is vague": it is more than the school."""
    rest = _ONLY_SCHOOL.sub(" ", text)
    adds = (_ADDS_A_PART, _PART_IS_WRONG, _LEFT_OUT)
    return rest != text and any(part.search(rest) for part in adds)
