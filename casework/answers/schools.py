"""The school a child goes to and the place where a professional works, by the words around a name.

Only outright words count: "his school is St Mary's", "SENCO at Oakwood Primary". No list of schools
is kept here, so that a name stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from casework.answers.fact import Fact
from casework.message import Message
from casework.people.names_told import write_name
from casework.places.councils import match_council
from casework.safety.redaction import is_first_name, words_of_nobody
from casework.words import reads_as_plain_no, reads_as_question

LONGEST = 80
_PLACES = ("setting", "organisation")
_PLACE = r"(?:school|college|nursery|pre-?school|academy|sixth form|setting)"
_WORD = r"[A-Z][\w'&-]*"
_SAINT = r"[Ss]t\.? [A-Za-z][\w'-]+|[Ss]aint [A-Za-z][\w'-]+"
_NAME = rf"(?:{_SAINT}|{_WORD})(?:(?: of| the| and| &)? (?:{_SAINT}|{_WORD}))*"
_KIND = (
    r"(?:[Pp]rimary|[Ii]nfants?|[Jj]unior|[Ss]econdary|[Hh]igh|[Ss]pecial|[Gg]rammar|[Ss]ixth|"
    r"[Ff]orm|[Ss]chool|[Cc]ollege|[Nn]ursery|[Aa]cademy|[Pp]re-?[Ss]chool)"
)
_NAME_WITH_KIND = rf"{_NAME}(?: {_KIND})*"
_IS_CALLED = re.compile(
    rf"\b(?i:(?:his|her|their|my|the child's|(?:son|daughter)'?s) (?:(?:current|present) )?{_PLACE}"
    rf"(?:'?s name)? ?(?:is|'s|is called|is named|called|:)) (?P<name>{_NAME_WITH_KIND})"
)
_LINE = re.compile(
    r"(?:^|[.!?;,]\s+|\b(?i:and|also|no|but|sorry|wrong|still)\s+)"
    r"(?i:(?:the |a )?(?:child'?s )?(?:school|college|nursery)(?:'?s)?(?: name)?"
    rf" ?(?:is called|is named|is|'s|called|:|=|-)) ?(?P<name>{_NAME_WITH_KIND})"
)
"""Their school without whose: "school is Hallmoor"."""
_TO_BE_ADDED = re.compile(
    r"\b(?:add|put|include|write|save|missing|forgot|missed|enter|change|correct|update|set)(?: in|"
    r" down)?(?: (?:the|his|her|their|my|a))?(?: (?:child|son|daughter)'?s)? (?:school|college|"
    r"nursery)(?:'?s)?(?: name)?(?: (?:is|as|called|to|down as)|:| -|,)? "
    r"(?P<name>[^\W\d_][\w'.&-]*(?: (?!please|pls|thanks|ta\b)[\w'.&-]+){0,5})(?: please| pls| "
    r"thanks| ta)?\W*$|"
    r"(?:^|[.!?;,]\s*)(?:the )?(?:school|college|nursery)(?: name)? ?(?::|=|\bis called|\bcalled|"
    r"(?<=name)(?: is\b|(?= ))) ?(?P<told>[^\W\d_][\w'.&-]*(?: [\w'.&-]+){0,3})\W*$",
    re.IGNORECASE,
)
"""The same in small letters, where the words leave no doubt: "add the school hallmoor"."""
_GOES_THERE = re.compile(
    r"(?:\b(?i:(?:goes to|attends|(?:he|she|they)(?:'s|s|'re| is| are)(?: a pupil)? at|i go to|"
    r"i attend|enrolled at|pupil at|on roll at|(?:year|yr|y) ?\d{1,2},? (?:at|in)|reception at|"
    r"(?:boards|boarding|boarder|resident|residential|placed) at))|"
    r"\b(?!I\b)[A-Z][\w'-]+,? (?:aged? )?\d{1,2},? at) "
    rf"(?P<name>{_NAME})(?=\W*$|[.,;!?)]| (?i:and|but|where|which|who|for|since|full|part|in|at|"
    rf"then)\b)"
)
"""The same by a name that says no kind of school: "she attends Hallmoor"."""
_BARELY_THERE = re.compile(rf"^\W*(?i:at) (?P<name>{_NAME_WITH_KIND})\W*$")
"""Nothing but where: "at Heathlands"."""
_SMALL = re.compile(
    r"\b(?:goes to|attends|(?:he|she|they)(?:'?s|'?re| is| are)(?: a pupil)? at|i go to|i attend|"
    r"enrolled at|(?:his|her|their|my|the) (?:school|college|nursery) is|^school is) "
    r"(?P<name>(?:[^\W\d_][\w'&-]*\.? ){1,4}?(?:(?:primary|infants?|junior|secondary|high|special|"
    r"grammar) )*(?:school|academy|college|nursery|primary|infants|juniors|high))\b",
    re.IGNORECASE,
)
"""The same in small letters, with the kind of school at the end: "goes to heathlands school"."""
_AT = re.compile(rf"\b(?i:at|school,?) (?P<name>{_NAME}(?: {_KIND})+)")
_NAMES_NONE = re.compile(rf"(?i:the|my|his|her|their|our|this|that)(?: {_KIND})+$")
_FAILS_THEM = re.compile(
    rf"(?:^|[.!?;:\n]\s*|\b(?i:but|and|because|as|that) )(?P<name>{_NAME}(?: {_KIND})+) "
    r"(?i:(?:(?:won'?t|will not|(?:is|are|has|have|does|do)(?:n'?t| not)|can'?t|cannot|"
    r"(?:has|have) never|never|keeps?|stopped|refuses? to|fails? to|(?:is|are) failing to)\s+)+"
    r"(?:follow|provid|giv|support|help|exclud|deliver|implement)\w*)"
)
"""A school named by what it does not do: "Northfield Lane school won't follow his plan"."""
_NOT_THEIRS = re.compile(
    r"\b(?:work\w*|jobs?|places?|want\w*|nam(?:e|ed|ing)|prefer\w*|ask\w*|appl\w+|refus\w*|senco|"
    r"teach\w*|head|meeting|visit\w*|look\w*|tour|i'?m|i am|cook|ta|used to|was|were|spoke|"
    r"previous\w*|before|brother|sister|instead|would|should|not|n'?t)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
"""Before a school that the child does not go to: one that is wanted, or where somebody works."""
_BARE = re.compile(rf"(?:{_NAME}(?: {_KIND})+|{_SAINT}(?: {_WORD})*)")
_GOES_TO = re.compile(
    r"\b(?i:(?:goes to|attends|is (?:a pupil |on roll )?at|"
    r"(?:he|she|they)(?:'s|s|'re)(?: a pupil)? at|"
    rf"i go to|i attend|enrolled at)) (?P<name>{_NAME}(?: {_KIND})+|{_SAINT}(?: {_WORD})*)"
)
_WORKS_AT = re.compile(
    r"\b(?i:(?:(?:i|we) work|i'?m working|working|senco|sendco|teacher|head ?teacher|worker|nurse|"
    r"therapist|psychologist|adviser|advisor|officer|advocate|writing|referring|i'?m|i am|we are)"
    rf"(?: (?:here|based))? (?:at|for|from|with)) (?:the )?(?P<name>{_NAME_WITH_KIND})"
)
_LEADS = re.compile(
    r"\b(?i:head ?(?:teacher|master|mistress)?|principal|manager|governor|lead|teach(?:er)?|"
    r"director)(?: (?i:of|for) \w+(?: and \w+)?)?(?i: at (?:the )?)"
    rf"(?P<name>{_NAME_WITH_KIND}(?: [Jj]uniors| [Ii]nfants)?)"
)
"""Where a head of something works: "Head of Inclusion at Marlpool Juniors"."""
_HEAD_OF = re.compile(
    rf"\b(?i:head(?: ?teacher)?|principal|governor|senco|sendco|teacher|ta)(?: of|,| \() ?"
    rf"(?i:the )?(?P<name>{_NAME}(?: {_KIND})+)"
)
_EMPLOYED_BY = re.compile(
    rf"\b(?i:employed by|commissioned by|(?:based|working) (?:at|with|for)) (?:the )?"
    rf"(?P<name>{_NAME_WITH_KIND}(?: (?:charity|trust|service|centre))?)"
)
_BODY = re.compile(
    r"(?:^|[,.;:!(\n]\s*|\b(?i:i'?m|i am|from|with|at|for|of|here|hi|hello|hey) )(?:the )?"
    rf"(?P<name>(?:(?!(?:Hi|Hello|Hiya|Hey|Dear|My|Our|The)\b){_WORD} ){{1,4}}?"
    r"(?:SEND ?IASS?|SENDIAS|IASS|NHS Trust|Advocacy|Virtual School))\b"
    r"(?=\s*(?:[.,;:!)\n]|$|(?i:here|writing|speaking|supporting|referring|service|team)\b))"
)
"""A body by the kind of it: "Wandsworth SENDIASS here"."""
_TOLD_OF = re.compile(
    r"\b(?:spoke|spoken|told|asked|rang|help\w*|advice|advised|contact\w*|referred) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
"""Before a body that the family went to: it is not the writer's own."""
_HOME_EDUCATED = re.compile(
    r"\b(?:(?:electively )?home[- ]?(?:educat(?:e|es|ed|ing)|school(?:s|ed|ing)?)|"
    r"(?:educated|schooled|taught) at home|ehe)\b",
    re.IGNORECASE,
)
_NOT_HOME_EDUCATED = re.compile(
    r"\b(?:not|n'?t|never|want\w*|think\w*|consider\w*|might|may|would|could|should|will|"
    r"going to|used to|forc\w+|threat\w*|told|suggest\w*|ask\w*|off-?roll\w*|until|was|were|had|"
    r"been|if|unless|or|brother|sister|other|rather|without|stop\w*|appl\w+|have to|having to)\b"
    r"[^.;!?\n]{0,30}$",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(
    r"\b(?:worker|nurse|therapist|psychologist|teacher|tutor|advocate|officer|ta|senco) for $",
    re.IGNORECASE,
)
"""Before the child that somebody works with: "the social worker for Tyrese Brown"."""
HOME_EDUCATED = "home educated"
_NOT_A_NAME = re.compile(
    r"^(?:home|hospital|risk|year|the|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|monday|tuesday|wednesday|thursday|friday|my|his|her|a|an|no|not|"
    r"mainstream|special|it|ehcp?|sen\w*|council|la|local authority|yes|ok|nhs|beavers|brownies|"
    r"cubs|scouts|rainbows|guides|church|mosque|nan'?s|grandma'?s|dad'?s|mum'?s|great ormond.*|"
    r".*\bhospital|school|college)$|\bcouncil\b",
    re.IGNORECASE,
)


def places_in(
    message: Message, *, is_professional: bool, is_under_review: bool = False
) -> list[Fact]:
    """The child's setting, and for a professional the organisation they work for.

    `is_under_review`: the answers are being put right, so that a school by itself is theirs.
    """
    facts = []
    setting = _setting_in(message.plain)
    if setting is None and is_under_review and _BARE.fullmatch(message.plain.strip(" .!")):
        setting = message.plain.strip(" .!")[:LONGEST]
    if setting is None and _is_home_educated(message.plain) and not is_professional:
        setting = HOME_EDUCATED
    if setting is not None:
        facts.append(Fact("setting", setting))
    if is_professional:
        name = _works_at(message.plain)
        if name is not None:
            facts.append(Fact("organisation", name))
    return facts


def _works_at(words: str) -> str | None:
    body = _BODY.search(words)
    if body is not None and _TOLD_OF.search(words[: body.start("name")]) is None:
        return body["name"][:LONGEST]
    named = (_name_in(each, words) for each in (_EMPLOYED_BY, _WORKS_AT, _HEAD_OF, _LEADS))
    return next((name for name in named if name is not None), None)


def _is_home_educated(words: str) -> bool:
    """True for "we home educate", and not for "they want me to home educate" or a question."""
    return any(
        _NOT_HOME_EDUCATED.search(words[: found.start()]) is None
        and not reads_as_question(words[found.start() :])
        for found in _HOME_EDUCATED.finditer(words)
    )


_LEADS_TO_IT = re.compile(
    r"^\W*(?:(?:it'?s|it is|he|she|they|goes to|go to|is at|at|the|his|her|school|college|is|"
    r"called|put|please|just|no|sorry|add)\W+)*",
    re.IGNORECASE,
)
_MOST_WORDS = 6


def read_school_name(message: Message) -> Fact | None:
    """The school, where its name was asked for: however it is typed."""
    named = _setting_in(message.plain)
    bare = _LEADS_TO_IT.sub("", message.plain.strip(" .!,")) if named is None else named
    is_name = 0 < len(bare.split()) <= _MOST_WORDS and not reads_as_question(message.plain)
    if not is_name or _NOT_A_NAME.search(bare) or reads_as_plain_no(message.plain):
        return None
    is_ordinary = all(word.lower() in words_of_nobody() for word in bare.split())
    return None if is_ordinary else Fact("setting", write_name(bare)[:LONGEST])


def _setting_in(words: str) -> str | None:
    for pattern, tells_none in _WAYS_TO_NAME_IT:
        name = _name_in(pattern, words)
        if name is not None and not any(is_none(name) for is_none in tells_none):
            return write_name(name) if pattern is _SMALL else name
    at = _AT.search(words)
    if at is not None and _NOT_THEIRS.search(words[: at.start()]) is None:
        return _name_in(_AT, words)
    added = _TO_BE_ADDED.search(words)
    name = (added["name"] or added["told"]) if added is not None else ""
    is_told = bool(name) and not _says_how_it_is(name.split()[0]) and not _NOT_A_NAME.search(name)
    return write_name(name.strip(" .,'"))[:LONGEST] if is_told else None


def _says_how_it_is(name: str) -> bool:
    """True for the Rubbish of "school is Rubbish"."""
    return " " not in name and name.casefold() in words_of_nobody()


def _is_ordinary(name: str) -> bool:
    """True for the mainstream of "goes to mainstream school"; no saint is one."""
    said = name.split()[0].casefold().strip(".")
    return said not in ("st", "saint") and said in words_of_nobody()


def _is_a_town(name: str) -> bool:
    return match_council(name).kind in ("exact", "ambiguous", "outside_england")


_TELLS_NONE = (_says_how_it_is, _NAMES_NONE.match)
_WAYS_TO_NAME_IT: tuple[tuple[re.Pattern[str], tuple[Callable[[str], object], ...]], ...] = (
    *((way, _TELLS_NONE) for way in (_IS_CALLED, _GOES_TO, _LINE, _FAILS_THEM)),
    (_GOES_THERE, (str.isupper, _says_how_it_is, _is_a_town)),
    (_BARELY_THERE, (_says_how_it_is, _is_a_town)),
    (_SMALL, (_is_ordinary,)),
)
"""Each with what its name must not be."""
_SERVES = re.compile(r"IASS?$", re.IGNORECASE)
"""The service of a council's area: Wandsworth SENDIASS is for the families of Wandsworth."""


def is_part_of_a_place(fact: Fact, places: list[Fact]) -> bool:
    """True for a council or a person heard in the name of a school: "he's at St Mary's"."""
    own = [each for each in places if each.field in _PLACES and not _SERVES.search(each.value)]
    names = [str(each.value).casefold() for each in own]
    if fact.field in ("name", "child_name"):
        return str(fact.value).casefold() in names
    if fact.field != "council" or not isinstance(fact.value, dict):
        return False
    typed = str(fact.value.get("as_typed") or "").casefold()
    return bool(typed) and any(typed in name for name in names)


def _name_in(pattern: re.Pattern[str], words: str) -> str | None:
    found = pattern.search(words)
    if found is None:
        return None
    name = re.sub(r" and I\b.*", "", found["name"]).strip(" .,'")
    if _FOR_ONE.search(words, 0, found.start("name")) and is_first_name(name.split()[0].lower()):
        return None
    is_shouted = words.isupper()
    return None if is_shouted or _NOT_A_NAME.search(name) else name[:LONGEST]
