"""Hears whose name a word is, learnt from marked messages (data/names/) by a chain of labels.

Rules hear the ways to give a name that were thought of (people.py); this one weighs everything
around a word: its letters, whether it is a known first name, what stands left and right. It is
trained by `python -m bot.nlu.build_name_tagger`, apart from `rasa train`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from bot.nlu.facts import Span, overlaps
from bot.nlu.names import Words

WEIGHTS = "name_tagger.crfsuite"
NOBODY = "O"
LONGEST = 120
"""Words and marks; what stands behind them is left to the rules."""

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"'(?:s|m|re|ve|d|ll|t)\b|(?:[dolmn]'(?={_LETTER}{{3}}))?{_LETTER}+(?:-{_LETTER}+)*"
    r"|\d+|\n|[^\w\s]",
    re.IGNORECASE,
)
_APOSTROPHES = str.maketrans("’‘`´", "''''")
_OWN_PLAN = re.compile(r"(?i)\bmy own\b|\bmy (?:plan|ehcp?)\b|\bi'?\s?a?m (?:1[6-9]|2[0-5])\b")

# What a word is to a family. A word of two sorts has the one that says more.
_SORTS = {
    "elder": "mum mam mummy mom mama mammy ma dad daddy da father mother parent parents carer nan "
    "nana nanny gran granny grandma grandmother grandad grandfather grandpa guardian auntie aunty "
    "aunt uncle stepmum stepdad referrer",
    "child": "son sons daughter daughters child childs boy boys girl girls lad lads lass kid "
    "grandson granddaughter grandaughter nephew niece pupil student baby toddler bairn eldest "
    "youngest oldest patient client cyp yp laddie stepson stepdaughter",
    "sibling": "brother brothers sister sisters sibling twin cousin",
    "partner": "husband wife partner hubby ex boyfriend girlfriend fiance",
    "staff": "worker caseworker officer teacher head headteacher headmaster deputy senco sendco ta "
    "tutor doctor dr gp paediatrician psychologist therapist nurse judge mediator councillor cllr "
    "mp solicitor advocate keyworker consultant sendiass panel la council manager ep ot salt chair "
    "adviser advisor coordinator",
    "friend": "friend friends mate neighbour boss colleague",
    "title": "mr mrs ms miss mx sir prof rev reverend",
    "place": "school schools academy primary college nursery road street lane avenue close house "
    "park infants junior juniors high centre hospital ward lodge hall borough church",
    "comes": "come comes coming bring bringing attend attending join there sit",
    "says": "said says told rang called spoke promised wrote signed emailed asked speak",
    "pronoun": "he she him her his hers hes shes they them",
    "named": "name names called named call",
    "me": "i im me my myself am",
    "signs": "regards thanks cheers sincerely faithfully wishes ta thx truly best",
}
_SORT_OF = {word: sort for sort, words in _SORTS.items() for word in words.split()}
_PEOPLE = ("elder", "child", "sibling", "partner", "staff", "friend", "title", "named", "signs")
_MAY_BE_NAMED = "bFfu"  # kinds of words: both a word and a name, first names, unknown
_FAR = 7  # words between a name and the word for a person that may tell whose it is


class Token(NamedTuple):
    """A word, a number or a mark as typed, and where it stands."""

    text: str
    start: int
    end: int


class HeardName(NamedTuple):
    """A name, whose it is (name_lessons.WHOSE) and how likely that is."""

    start: int
    end: int
    whose: str
    likelihood: float


def cut(text: str) -> list[Token]:
    """Cut a text into words, numbers and marks."""
    plain = text.translate(_APOSTROPHES)
    found = _TOKEN.finditer(plain)
    return [Token(one[0], one.start(), one.end()) for one in found][:LONGEST]


def describe(
    text: str, tokens: Sequence[Token], words: Words, places: Sequence[Span]
) -> list[list[str]]:
    """Return what is known of each token and its neighbours, as the features of the chain."""
    size = len(tokens)
    kinds = [_kind(token, words) for token in tokens]
    known = [kind[0] for kind in kinds]
    shapes = [kind[1] for kind in kinds]
    said = ["<3", "<2", "<1", *(kind[2] for kind in kinds), ">1", ">2", ">3"]
    sorts = ["", "", *(_SORT_OF.get(token.text.lower(), "") for token in tokens), "", ""]
    lefts = _nearest(said[3:-3], sorts[2:-2])
    rights = _nearest(said[3:-3][::-1], sorts[2:-2][::-1])[::-1]
    letters = [c for c in text if c.isalpha()]
    capitals = sum(map(str.isupper, letters))
    style = "A" if capitals > 0.7 * len(letters) else "a" if capitals < 0.02 * len(letters) else "m"
    told = _what_is_told(text, tokens, sorts)
    described = []
    for at in range(size):
        kind = known[at] + shapes[at] + style
        here = at + 3
        before, after = said[here - 1], said[here + 1]
        is_place = bool(places) and overlaps(tokens[at].start, tokens[at].end, places)
        features = [
            "k=" + kind,
            "n=" + known[at],
            "w=" + said[here],
            "-1=" + before,
            "-2=" + said[here - 2],
            "+1=" + after,
            "+2=" + said[here + 2],
            "-21=" + said[here - 2] + " " + before,
            "-321=" + said[here - 3] + " " + said[here - 2] + " " + before,
            "+12=" + after + " " + said[here + 2],
            "+123=" + after + " " + said[here + 2] + " " + said[here + 3],
            "-1+1=" + before + " " + after,
            "k-1=" + known[at] + " " + before,
            "k+1=" + known[at] + " " + after,
            "s-1=" + known[at] + sorts[at + 1],
            "s-2=" + known[at] + sorts[at],
            "s+1=" + known[at] + sorts[at + 3],
            "s+2=" + known[at] + sorts[at + 4],
            "s-+=" + sorts[at + 1] + " " + sorts[at + 3],
            "l=" + lefts[at],
            "r=" + rights[at],
            "lr=" + lefts[at] + " " + rights[at],
        ]
        if known[at][0] in _MAY_BE_NAMED:
            features += [
                "t=" + told,
                "t-=" + told + lefts[at],
                "t+-=" + told + _mark(before) + _mark(after),
            ]
        if is_place:
            features.append("place" + kind)
        if not at:
            features.append("first" + kind)
        described.append(features)
    return described


def _what_is_told(text: str, tokens: Sequence[Token], sorts: Sequence[str]) -> str:
    """What else the message tells: of the child, of the writer, how to reach them, whose plan."""
    signs = ("child" in sorts or "pronoun" in sorts, "elder" in sorts)
    reached = any(len(token.text) > 4 and token.text.isdigit() for token in tokens)
    is_own = _OWN_PLAN.search(text) is not None
    return "".join("ny"[sign] for sign in (*signs, reached, is_own))


def _mark(word: str) -> str:
    return word if not word[-1].isalnum() else "w"


def _kind(token: Token, words: Words) -> tuple[str, str, str]:
    """Which list a token is in, how it is typed, and the word that counts as seen.

    A name counts as seen only as a name, so that nothing is learnt of the names in the lessons.
    """
    text = token.text
    low = text.lower()
    if not text[-1].isalpha() or text[0] == "'":
        return "-", "", f"{len(low)}#" if low.isdigit() else low
    shape = "1" if len(text) == 1 else "A" if text.isupper() else "C" if text[0].isupper() else "c"
    parts = low.split("-")
    is_first = parts[0] in words.first_names
    if low in _SORT_OF:
        return "s", shape, low
    if low in words.also_names:
        return "b", shape, low
    if low in words.ordinary:
        return ("b" if is_first else "o"), shape, low
    if is_first:
        return "F", shape, "<F>"
    if len(low) > 3 and low[-1] == "s" and low[:-1] in words.first_names:
        return "f", shape, "<f>"
    ending = low[-3:] if shape == "c" and low.endswith(("ing", "ed", "ly", "ion")) else ""
    return "u" + ending, shape, "<" + shape + ending + ">"


def _nearest(said: Sequence[str], sorts: Sequence[str]) -> list[str]:
    """The last word for a person before each place in the same sentence, and how far off it is."""
    nearest = []
    last, far = "", 0
    for word, sort in zip(said, sorts, strict=True):
        nearest.append(f"{last}{'' if far < 3 else '+'}" if last and far < _FAR else "")
        if sort in _PEOPLE:
            last, far = sort, 0
        elif word in (".", "!", "?", "\n", ";"):
            last = ""
        else:
            far += 1
    return nearest


def load_name_tagger(folder: Path, words: Words) -> NameTagger | None:
    """Load the tagger from the knowledge folder; a project without weights has none."""
    path = folder / WEIGHTS
    return NameTagger(path, words) if path.exists() else None


class NameTagger:
    """Labels the names of a message. Made once, used for every message."""

    def __init__(self, path: Path, words: Words) -> None:
        """Load what was learnt. Raises ValueError for a file that is no such thing."""
        self._chain = pycrfsuite.Tagger()
        self._chain.open(str(path))
        self._words = words

    def hear(self, text: str, places: Sequence[Span] = ()) -> list[HeardName]:
        """Return the names in the text; `places` are spans of places and languages."""
        tokens = cut(text)
        if not any(self._may_be_named(token) for token in tokens):
            return []
        labels = self._chain.tag(describe(text, tokens, self._words, places))
        heard = []
        at = 0
        while at < len(labels):
            if labels[at] == NOBODY:
                at += 1
                continue
            whose, end = labels[at][2:], at + 1
            while end < len(labels) and labels[end] == f"I-{whose}":
                end += 1
            if self._can_be_name(text, tokens[at:end]):
                likelihood = self._chain.marginal(labels[at], at)
                heard.append(HeardName(tokens[at].start, tokens[end - 1].end, whose, likelihood))
            at = end
        return heard

    def _can_be_name(self, text: str, tokens: Sequence[Token]) -> bool:
        """Not words of every day, nor a part of a postcode, though they stand like a name."""
        kinds = [_kind(token, self._words)[0][0] for token in tokens]
        if text[tokens[-1].end : tokens[-1].end + 1].isdigit():
            return False
        if kinds[0] == "s" and len(tokens) > 1:  # a title
            return True
        return kinds[0] in "bFf" or (kinds[0] == "u" and not {"o", "s"} & set(kinds[1:]))

    def _may_be_named(self, token: Token) -> bool:
        return _kind(token, self._words)[0][0] in _MAY_BE_NAMED
