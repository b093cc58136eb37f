"""What of an answer reads as a name: "its Rob. Rob Ashdown", "Zara with a Z", "R.T."."""

from __future__ import annotations

import re

from casework.people.around_names import (
    initials_told,
    without_dictation,
    without_kisses,
    without_talk,
)
from casework.people.kin_named import without_role
from casework.people.names_told import write_name
from casework.safety.redaction import is_first_name, words_of_nobody

MAX_NAME = 60
_NAME = re.compile(r"^[^\W\d_](?:[^\W\d_]|[ .'\-,])*$")
NAME_LEAD = re.compile(
    r"^(?:(?:hi|hello|ok|okay|yes|yeah|no(?! one\b)|nope|nah|sorry|wrong|sure|so|well|um|erm|it'?s|"
    r"is|(?:you can )?(?:put|use|write)|i'?m|i am|my name is|my name's|my name(?= spel)|mine(?: is|"
    r"'?s)|(?:i |s?he |they )?prefers?(?: to be called)?|(?:preferred )?name(?: is|'?s)?|this is|"
    r"(?:they |we )?call (?:me|him|her|them)|he'?s|she'?s|he is|she is|called|named|the name is|"
    r"just|only|actually|really|(?:his|her|their|the child'?s|child'?s) (?:names?|first "
    r"names?)(?: is|'s)?|it is|me|spelled|spelt)[\s,:]+)+",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"^(?:yes|no|nope|nah|my (?:son|daughter|boy|girl|child)|hmm+|asdf|ok|okay|hi|hello|thanks|"
    r"thank you|initials|mum|mom|dad|mother|father|parent|carer|son|daughter|none|nothing|why|"
    r"what|who|skip|back|help|stop|start|child|anonymous|n/?a|(?:the )?initials only|please|"
    r"(?:the )?same(?: as (?:me|above|before|mine|last time))?|me|myself|as before|above|already "
    r"(?:said|told you)|complicated|private|confidential|personal|(?:no|any|some|every)[ -]?one|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days|gmail|hotmail|outlook|yahoo|icloud)$",
    re.IGNORECASE,
)
_NOT_IN_A_NAME = re.compile(
    r"\b(?:the|is|are|was|have|has|had|they|we|you|your|need|want|help|council|school|plan|letter|"
    r"because|about|don'?t|can'?t|not|please|this|that|what|why|how|with|would|should|could|my|on|"
    r"above|email|letter|form|already|assessment|certificate|mediation|tribunal|autis\w+|adhd)\b",
    re.IGNORECASE,
)
_IS_A_SCHOOL = re.compile(r"\b(?:primary|academy|college|nursery|juniors|infants?)$", re.I)
_TELLS_A_LETTER = re.compile(
    r"^\W*(?:(?:it'?s|spel\w+|sorry|but|there'?s|is|just)\W+)*(?:no|with|without)(?: an?|"
    r" the)? [a-z](?=\W*$| (?:in|at|on|and)\b| not (?:an? )?[a-z]\b)",
    re.IGNORECASE,
)
"""How the name before is spelt, and none itself: "no h in Jon", "with a K"."""
IS_WRITTEN_AS_A_NAME = re.compile(r"(?:[A-Z][\w'-]+ ){1,2}[A-Z][\w'-]+")
"""Ann Plan and Rachel School are people too, when they write themselves so."""
_PART = r"(?: ?names?)?(?:'s| is)?[\s:=-]+"
_LABELLED = re.compile(
    rf"^\W*(?:my |his |her )?(?:first|fore|given){_PART}(?P<first>[^\W\d_][\w'-]*)[\s,.;/]+(?:and "
    rf")?(?:my |his |her )?(?:last|sur|second|family){_PART}(?P<last>[^\W\d_][\w' -]*)",
    re.IGNORECASE,
)
"""As on a form: "first name: Jo, surname: Marsh"."""
_DOES = r" (?:are|got|can|turned|\w+s)"
_WHAT_FOLLOWS_A_NAME = re.compile(
    rf"(?<![\s,])(?:[\s,]++(?:and\s++)?(?:(?:he|she|they)(?:'?s|{_DOES})\b|who(?:'?s| is)\b|"
    r"aged?\b|\d)|"
    r"[\s,]++(?:and|but|spelt|spelled|with an?)\s++(?:i'?m|i am|we|he|she|his|her|my|[a-z]\b|"
    r"[a-z]-[a-z])|(?<!\bis)(?<!\bname)[\s,]++(?:spelt|spelled|with an?)\s++\w+|"
    r"[\s,]++b\.? ?(?=\d)|[\s,]++(?:in )?(?:year|yr|reception|class|nursery)\b(?= *(?:\d|group|$|"
    r"[,.]))|"
    r"[\s,]++(?:the|my|our)\s++(?:eldest|oldest|youngest|middle|older|younger|second|third|first|"
    r"little) ?(?:one|child|of \w+|boy|girl|son|daughter|lad)?(?=\W*$)|"
    r"[\s,]++(?:(?:the )?same (?:as (?:me|mine|us|my)|surname|last name|family name|second name)|"
    r"born|dob|d\.o\.b|date of birth|is (?:my|the|his|her) \w+|(?:but|and) (?:\w+ ){1,2}calls? me|"
    r"but (?=[^\W\d_]+\W*$)|"
    r"(?:(?:but|and) (?:it'?s |it is )?|it'?s |it is )(?:spelt|spelled|written)|"
    r"(?<!am )(?<!is )(?<!'m )(?<!'s )(?<!im )(?<!its )not (?=[^\W\d_]+\W*$)|"
    r"(?:also |better |but )*(?:known as|aka|goes by)|for short|(?:mother|mum|dad|"
    r"father) (?:of|to)|"
    r"(?:again|speaking)(?=\W*$))\b)",
    re.IGNORECASE,
)
"""In "Noah he is 6" the rest is an age, in "Zara with a Z" a spelling."""
_SPELT_SO = re.compile(
    r"\b(?P<said>[^\W\d_]+),? but (?:it'?s|it is) (?:spelt|spelled|written) "
    r"(?P<so>[^\W\d_]{2,})\W*$",
    re.IGNORECASE,
)
"""In "Rhys but it's spelt Reece" the second is how it is written; "spelt differently" is none."""
_INITIALS = re.compile(r"(?:[^\W\d_]\. ?){1,4}[^\W\d_]?|[^\W\d_](?: [^\W\d_]){0,3}")
_SAID_IN_LETTERS = ("c u", "i c", "n p", "r u", "t y")
"""Of texts: "see you", "thank you"."""
BETWEEN_NAMES = frozenset(
    {"da", "de", "do", "dos", "das", "e", "del", "della", "di", "la", "le", "van", "von", "der"}
    | {"den", "ter", "ten", "bin", "bint", "ibn", "al", "el", "ap", "y", "abu", "ben", "san"}
)
MOST_WORDS = 5
"""Of a name, without those that stand between names: "de", "van der"."""
_ADDRESS = re.compile(r"\S+@\S+")
LETTERS = re.compile(r"[\W\d_]")
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_IS_AN_INITIAL = re.compile(r"(?:.*\s)?(?:[^\W\d_]|mrs?|ms|dr|st)\.", re.IGNORECASE)
_NAMES_THE_CHILD = re.compile(
    r"^\W*(?:(?:my|our|the|and) )*(?:son|daughter|d[ao]u?gh?ter|child|kid|boy|girl|grandson|"
    r"granddaughter|niece|nephew)(?:'?s)?(?: name)?(?: is|:|,)? (?=\w)",
    re.IGNORECASE,
)
_AND_THE_CHILD = re.compile(rf"(?:,|\band\b)\s*(?={_NAMES_THE_CHILD.pattern[4:]})", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"^\W*(?:in )?(?:year|yr|reception|class)\b", re.IGNORECASE)


def clean_name(text: str) -> str | None:
    """A person's name or initials out of an answer, or None when it does not read as one.

    Any script's letters, hyphens, apostrophes and dots; at most five words and those between them.
    """
    text = without_dictation(re.sub(r"\([^)]*\)", " ", text))
    text = _SPELT_SO.sub(_as_spelt, _LABELLED.sub(r"\g<first> \g<last>", text))
    text = _WHAT_FOLLOWS_A_NAME.split(text, maxsplit=1)[0]
    text = without_talk(text)
    text = without_kisses(_ADDRESS.sub(" ", text))
    bare = "".join(
        c
        for c in text.replace("&", " and ")
        if c.isalpha() or c in " .'’-,&" or c.isdigit() or c in "<>/+*=;"
    )
    bare = " ".join(NAME_LEAD.sub("", bare.strip()).strip(" .,!-").rstrip("'").split())
    bare = without_role(bare)
    if is_first_name(bare.split(" ")[0].casefold()):
        bare = re.sub(r",? from\b.*", "", bare, flags=re.IGNORECASE)
    weighty = [word for word in bare.split() if word.lower() not in BETWEEN_NAMES]
    if not bare or len(bare) > MAX_NAME or len(weighty) > MOST_WORDS:
        return None
    if _NOT_A_NAME.match(bare) or not _NAME.match(bare) or _IS_A_SCHOOL.search(bare):
        return None
    if _NOT_IN_A_NAME.search(bare) and not IS_WRITTEN_AS_A_NAME.fullmatch(bare):
        return None
    if _INITIALS.fullmatch(text.strip()) and len(bare) <= 8:
        return text.strip().upper()
    return write_name(bare)


def tells_a_letter(words: str) -> bool:
    """True for "no h" and "with a K", which spell the name that was given before."""
    return _TELLS_A_LETTER.match(words) is not None


def _as_spelt(found: re.Match[str]) -> str:
    is_like = found["so"][0].casefold() == found["said"][0].casefold()
    return found["so"] if is_like and not is_ordinary(found["so"]) else found["said"]


def name_of_sentences(text: str, role: str) -> str | None:
    """The name in an answer of several sentences: Rob Ashdown of "Rob. Rob Ashdown".

    None for a single sentence. Of several people the first one.
    """
    pieces = _sentences(text)
    if len(pieces) < 2:
        return None
    if role == "child":
        told = [cue for piece in pieces if (cue := _NAMES_THE_CHILD.match(piece)) is not None]
        if told:
            return clean_name(told[0].string[told[0].end() :])
    names = [
        name
        for piece in pieces
        if (name := _name_of_sentence(piece)) is not None
        and (piece is pieces[0] or is_first_name(name.split()[0].casefold()))
    ]
    if not names:
        return None
    longest = max(names, key=len)
    is_repeated = all(longest.casefold().startswith(name.casefold()) for name in names)
    return longest if is_repeated else names[0]


def _sentences(text: str) -> list[str]:
    """The sentences, and the child told of behind a comma; an initial or a title ends none."""
    pieces: list[str] = []
    for piece in _SENTENCES.split(text.strip()):
        goes_on = pieces and _IS_AN_INITIAL.fullmatch(pieces[-1]) and not is_ordinary(piece)
        if goes_on:
            pieces[-1] += f" {piece}"
        else:
            pieces += [part for part in _AND_THE_CHILD.split(piece) if part.strip()]
    return pieces


def _name_of_sentence(piece: str) -> str | None:
    if _NAMES_THE_CHILD.match(piece) or _SCHOOL_YEAR.match(piece):
        return None
    if is_ordinary(_ADDRESS.sub(" ", piece)):
        return None
    return clean_name(piece)


def is_ordinary(words: str) -> bool:
    """True for "i said" and "told you", and not for an initial."""
    said = [LETTERS.sub("", word.lower()) for word in words.split()]
    is_a_remark = max(map(len, said), default=0) > 1
    return is_a_remark and all(word in words_of_nobody() for word in said if word)


def initials_alone(plain: str) -> str | None:
    """A.D., typed by themselves or said to be initials; of two letters at least, and no "n.a."."""
    letters = LETTERS.sub("", plain)
    if plain.strip() in _SAID_IN_LETTERS:
        return None
    if len(letters) < 2 or not _INITIALS.fullmatch(plain.strip()) or _NOT_A_NAME.match(letters):
        return initials_told(plain)
    return clean_name(plain)
