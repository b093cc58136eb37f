"""Parts of the plan that the words say it is not about: the B of "no its not section B".

"The help isn't in section F", "not just B" and "they took F out" deny nothing: they complain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casework.dispute.all_or_part import all_fine_but, denies_only
from casework.dispute.field_words import FINE, OTHERS, SAY, SCHOOL, SECOND_THOUGHTS
from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_question

_ONE = r"(?:(?:the )?(?:(?:sections?|secs?|parts?)\.? [A-K]|(?<!\w)[B-H])\d?(?=\W|$)(?!'))"
"""A letter; A and I alone are mostly no part of a plan."""
_LETTERS = rf"(?P<letters{{}}>{_ONE}(?:\s*(?:,|&|/|\band\b|\bor\b|\bnor\b)\s*{_ONE})*)"
_IN_WORDS = (
    r"(?P<words{}>(?:the )?(?:needs|help|provision|support) (?:part|section|bit)|"
    r"the (?:needs|school(?: name| named| place| part| bit)?)"
    r"(?=\s*(?:$|[,.;!]|but\b|and\b|its?\b)))"
)


def _part(number: int) -> str:
    return f"(?:{_LETTERS.format(number)}|{_IN_WORDS.format(number)})"


_IT_IS = r"(?:(?:it|that|this)(?:'?s| is| was)? |(?:they'?re|they are) |i (?:mean|meant) )?"
_DENIED = re.compile(
    rf"{SECOND_THOUGHTS}{_IT_IS}(?:(?:(?<!why )(?:not|isn'?t|wasn'?t|ain'?t|never)(?: really|"
    rf" actually| even)?(?: about| to do with)?|(?:nothing|nowt) (?:wrong |to do )?(?:with|about)|"
    rf"no (?:problem|issue|complaint|worrie|quarrel)s? (?:with|about)|"
    rf"(?:except|apart from|bar|instead of|rather than|but not)(?: for)?|"
    rf"(?:(?:i|we|she|he)(?:'?m|'?re| am| are)? )?(?:(?:both|all|do|fully|totally|actually) "
    rf")?\b(?:happy|fine|ok|okay|content|satisfied|in agreement|agree)(?: with| about| to| on)|"
    rf"(?:don'?t|do not) (?:want|need|mean|disagree with)) {_part(1)}|"
    rf"{_part(2)} (?:is|are|was|bit is|part is)(?:n'?t| not) (?:the |a |an |really |"
    rf"actually )*(?:wrong|problem|issue|bit|part|one|in dispute)\b|"
    rf"(?P<words10>(?:the |his |her )?(?:needs|help|provision|support|school|college)) "
    rf"(?:is|are|was)(?:n'?t| not) (?:the |an? |my |our |really |actually )*(?:wrong|problem|issue|"
    rf"trouble|in dispute)\b|"
    rf"{_part(3)} (?:is|are|looks?|seems?|bit is|part is) (?:all |both |actually |now |"
    rf"really )*{FINE}\b)(?! (?:only|alone|on its own|anymore|enough))",
    re.IGNORECASE,
)
_TAKEN_OFF = re.compile(
    rf"(?:^|(?<=[,.;!] )){SECOND_THOUGHTS}(?:(?:can|could|would) (?:you|we|u) |i (?:want|need) to |"
    rf"just )*(?:(?:remove|drop|delete|scrap|forget|leave out|take (?:out|off|away)|leave off) "
    rf"{_part(4)}|(?:take|leave|cross|strike) {_part(5)} (?:off|out|away)|"
    rf"(?:i (?:want|need|would like|'?d like) ){_part(10)} (?:to be )?"
    rf"(?:(?:taken|left) (?:off|out|away)|removed|deleted|out|gone)\b)",
    re.IGNORECASE,
)
_NOT_CONTENT = re.compile(
    r"\b(?:not|never|cannot|cant|hardly|unable|hard|far|less|nobody|how|dis\w+|un\w+)\b"
    r"[^.;,!?]{0,25}$|n'?t\b[^.;,!?]{0,25}$",
    re.IGNORECASE,
)
"""Before "happy with B" and "agree with F": then they complain of it."""
_IS_CONTENT = re.compile(
    r"\b(?:happy|fine|ok|okay|content|satisfied|in agreement|agree) ", re.IGNORECASE
)
_EXCEPTED = re.compile(r"\b(?:except|apart from|bar|(?:but|just|only) not)\b", re.IGNORECASE)
_NOTHING_OF = re.compile(r"\b(?:nothing|nowt) (?:with|about) ", re.IGNORECASE)
_IS_RIGHT = re.compile(
    r" (?:is|was|are|looks?|seems?) (?:right|correct|good|ok|okay|fine|true|specific|clear|any)\b",
    re.IGNORECASE,
)
_PRAISED = re.compile(rf" {FINE}$", re.IGNORECASE)
_NOT_SO = re.compile(
    r"(?:\b(?:nothing|none|nowt|hardly|not|never|doubt|how|whether|if|wish)|n'?t)\b"
    r"(?: (?:think|believe|say|feel|sure|that|if|in|about|of|reckon|agree|certain|on))* $",
    re.IGNORECASE,
)
"""Before "section F is right": then they complain of it."""
_NOT_WANTED = re.compile(r"\b(?:don'?t|do not) (?:want|need) ", re.IGNORECASE)
_OTHERS_DO = re.compile(
    r"\b(?:they|council|la|school|officer|caseworker|panel)(?: (?:just|still|really|all))? $",
    re.IGNORECASE,
)
_IS_TO_GO = re.compile(
    r" (?:to (?:be|go|get) ?|being )*(?:cut|reduced|removed|taken|dropped|deleted|lost|go|left out|"
    r"watered|shortened|weakened)\b",
    re.IGNORECASE,
)
"""What "they don't want section F changed" and "we don't want F cut" say is no agreement."""
_HAS_A_FLAW = re.compile(
    r",? (?:if|until|till|once|unless|as long as|provided|when|except|apart from|bar|"
    r"but (?:it|they) (?:do|need|could|should|is|isn|are|only|miss|leave))",
    re.IGNORECASE,
)
"""After "happy with F" and "B is fine": it is not, as it stands."""
_ANOTHER = re.compile(rf"\b{SCHOOL}\b|\b[B-I]\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    rf"\b(?:{OTHERS}|(?:they|he|she|who)(?:'?s| is| are| has| have|'?ve)?){SAY}", re.IGNORECASE
)
_NAMES_A_PLAN = re.compile(r"\b(?:plan|ehcp?|echp|statement|sections?)\b", re.IGNORECASE)
LONGEST_LETTER = 2
"""Characters of a part that is named by its letter: "H1"."""
_NO_MORE = (
    r"(?=\s*(?:$|[.,;:!]|(?:please|really|and|but|thanks|though|tho|now|tbh|is wrong|in dispute|"
    r"i think|that'?s|bit|part|in (?:it|the)|they(?:'?ve)? (?:named|put|picked|chose))\b))"
)
"""What "section F only says 10 hours" goes on to say is no such thing."""
_ALONE = re.compile(
    r"(?<!not )(?<!n't )(?<!nt )\b(?:"
    r"(?:only|just) (?:about |with |disagree with |unhappy with |in |wrong in )*"
    rf"(?:{_LETTERS.format(6)}|(?P<letters7>I)(?=\s*(?:$|[.,;!])))"
    rf"|{_LETTERS.format(8)},? (?:only|alone|nothing else|and nothing else){_NO_MORE}"
    r"|(?:it'?s|this is|it is)(?: really| actually)? (?:only|just) (?:about )?(?P<words9>(?:the )?"
    rf"(?:school|college)(?: named| place| bit| part)?){_NO_MORE})",
    re.IGNORECASE,
)
"""The parts that are said to be all: "only section I", "we disagree with section I only"."""
_MAYBE = re.compile(
    r"\b(?:maybe|perhaps|might|may be|probably|possibly|mainly|mostly|at first|thought|if)\b",
    re.IGNORECASE,
)
_BY_WORD = (
    ("B", "need"),
    ("F", "help"),
    ("F", "provision"),
    ("F", "support"),
    ("I", "school"),
    ("I", "college"),
)


def parts_denied(text: str) -> frozenset[str]:
    """The letters of the parts that it is said not to be about."""
    return frozenset(letter for _span, letters in _denials(text) for letter in letters)


def letters_named(words: str) -> set[str]:
    """The parts named by their letters, in few words: "section f and I"."""
    named = re.findall(r"(?<!\w)(?:sections? |secs? |parts? )?([B-H])(?=\d?\b)(?!')", words, re.I)
    return {letter.upper() for letter in named} | set(re.findall(r"\bI\b(?! [a-z])", words))


def parts_alone(text: str) -> frozenset[str]:
    """The letters of the parts that it is said to be about, and no others; empty where none are."""
    if denies_only(text) or reads_as_question(text) or _OF_OTHERS.search(text):
        return frozenset()
    found = list(_ALONE.finditer(without_denials(text)))
    is_one = len(found) == 1 and not _MAYBE.search(_sentence_around(text, found[0]))
    return frozenset(_letters_of(found[0])) if is_one else frozenset()


def without_denials(text: str) -> str:
    """The text with what denies a part left blank, place for place; small words go with it."""
    kept = list(text)
    for (start, end), _letters in _denials(text):
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def parts_of_no_plan(message: Message, draft: Draft) -> set[str]:
    """The parts that only a word reminds of ("respite"), where there is no plan to have them."""
    if draft.referral.plan not in ("none", "requested") or _NAMES_A_PLAN.search(message.plain):
        return set()
    told = message.all_of("section")
    return {str(one.value) for one in told if one.end - one.start > LONGEST_LETTER}


def _denials(text: str) -> Iterator[tuple[tuple[int, int], set[str]]]:
    for pattern in (_TAKEN_OFF,) if reads_as_question(text) else (_DENIED, _TAKEN_OFF):
        for found in pattern.finditer(text):
            letters = _letters_of(found)
            is_denied = not (_is_of_others(text, found) or _is_a_complaint(text, found))
            if letters and is_denied:
                yield found.span(), letters


def _is_of_others(text: str, found: re.Match[str]) -> bool:
    """True where the sentence tells what others say of a part."""
    return _OF_OTHERS.search(_sentence_around(text, found)) is not None


def _sentence_around(text: str, found: re.Match[str]) -> str:
    """The sentence up to the end of what was found in it."""
    start = max(text.rfind(mark, 0, found.start() + 1) for mark in ".;!?\n") + 1
    return text[start : found.end()]


def _is_a_complaint(text: str, found: re.Match[str]) -> bool:
    """True for the "happy with B" of "I'm not really happy with B"."""
    after = text[found.end() :]
    if _EXCEPTED.search(text, max(0, found.start() - len("just ")), found.end()):
        return all_fine_but(text) is not None
    if _NOT_WANTED.search(found[0]):
        return bool(_OTHERS_DO.search(text[: found.start()]) or _IS_TO_GO.match(after))
    if _NOTHING_OF.search(found[0]) and _IS_RIGHT.match(after):
        return True
    if _PRAISED.search(found[0]) and _NOT_SO.search(text[: found.start()]):
        return True
    content = _IS_CONTENT.search(found[0])
    if content is not None and _NOT_CONTENT.search(text[: found.start() + content.start()]):
        return True
    return _HAS_A_FLAW.match(after) is not None and not _excepts_another(text)


def _excepts_another(text: str) -> bool:
    """True for "B is fine except F", which says nothing against B."""
    excepted = all_fine_but(text)
    return excepted is not None and _ANOTHER.search(excepted) is not None


def _letters_of(found: re.Match[str]) -> set[str]:
    groups = found.groupdict()
    letters: set[str] = set()
    for name, said in groups.items():
        if said and name.startswith("letters"):
            named = re.sub(r"\b(?:the|sections?|secs?|parts?|and|or|nor)\b", " ", said, flags=re.I)
            letters |= set(re.findall(r"[A-K]", named.upper()))
        elif said:
            letters |= {letter for letter, word in _BY_WORD if word in said.lower()}
    return letters
