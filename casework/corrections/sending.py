"""Whether the words at the review ask to send it, whatever stands around: "just send it, im tired".

What holds back ("don't send it yet", "send it but ...", "send me a copy") is no such word.
"""

from __future__ import annotations

import re

from casework.consent.beside_yes import leaves_it_whole, takes_back
from casework.consent.clauses import Clause, clauses_of, cut_at_seams
from casework.consent.conditions import is_condition
from casework.consent.holding_back import (
    asks_for_a_change,
    asks_to_wait,
    denies_the_yes,
    holds_back,
)
from casework.consent.leading import read_yes
from casework.consent.sent_without_council import find_council_left_out
from casework.consent.telling_later import reads_as_telling_council
from casework.turn.state import Turn
from casework.words import reads_as_question, straighten

_BEFORE = (
    r"(?:(?:yes+|yeah|yep|yh|ok|okay|right|so|well|and|then|please|pls|plz|just|now|oh|go on|"
    r"whatever|go ahead|fine|sure|thanks|love|mate|great|good|perfect|no|nope|nothing(?: else)? to "
    r"(?:change|add|correct|fix)|no(?:thing| need) (?:more )?changes?|nothing|no more changes|done|"
    r"to me|it'?s|that'?s|all|correct|looks|is|everything|(?:can|could) (?:you|u)|"
    r"(?:you|u) can|i want (?:you |u |it )?to|happy(?: to| for (?:you|u) to)?|i'?m|ready|to|"
    r"for god'?s sake|ffs)[\s,]+)*"
)
_SENDS = re.compile(
    rf"^\W*{_BEFORE}(?:send|submit)(?P<rest>\W*$|[\s,]+(?:it|this|that|off|in|now|then|away|"
    r"please|pls|plz|thanks?|thank you|ta|cheers|love|mate|asap|anyway|already|straight|through|"
    r"to (?:you|them|(?:the |your )?team)|as it is|the (?:\w+ )?(?:thing|form|referral|lot)|i|i'?m|"
    r"so|x+)\b.*)$",
    re.IGNORECASE,
)
_THEN_SENDS = re.compile(
    r"\bthen (?:please |pls |just |you can |u can )*(?:send|submit)(?: (?:it|this|that|off|in|now|"
    r"please|pls|thanks?|thank you|ta|cheers))*\W*$",
    re.IGNORECASE,
)
_WANTS_TO_SEE_FIRST = re.compile(
    r"\b(?:do ?n[o']?t|dont|do not|never|wait|after|show|read|see|check|first|yet)\b", re.IGNORECASE
)
_SENDS_WHAT = re.compile(
    r"^(?:(?:it|this|that|off|in|now|then|away|please|pls|plz|over|thanks|thank you|through|anyway|"
    r"to (?:you|them|(?:the |your )?team)|the (?:\w+ )?(?:thing|form|referral|lot)|but|and)(?: |"
    r"$))*"
)
_UP_TO_SEND = re.compile(r"^.*?\b(?:send|submit)(?: |$)")
_YES_FIRST = re.compile(
    r"^(?:(?:yes+|ye+a*h*|yep+|yup|yh|y|ok|okay|of course|definitely|absolutely|sure|fine|"
    r"please|pls|just|but|and|so|oh|no|sorry|actually|right|well|then|also|though|tho)(?: |$))+"
)
_ASKS_IF_IT_IS = re.compile(r"^(?:is|are) (?:it|that|this|they|everything|all)\b")
_SAYS_NOTHING_OF_IT = re.compile(
    r"^\W*(?:(?:ok|okay|just|please) )*"
    r"(?:(?:i|we|s?he|they|it) (?:are|do|does|did|ha[sd]|have)|s?he is|put it)\W*$",
    re.IGNORECASE,
)
"""A yes to other questions; to "is all this right?" it may be anything."""
_TELLS_OF_THE_CASE = re.compile(
    r"^(?:they|theyve|s?he|shes|hes|weve|ive|nobody|mum|dad|(?:the |my |his |her |our )(?!sendin)"
    r"\w+|(?:we|i) (?:had|have|got|rang|told|asked|did|went|was|were|said(?! yes)|saw|tried))\b"
    r"(?!(?: (?!not\b)\w+){0,2}? (?:are|is|looks?) (?:all )?(?:right|correct|fine|ok|okay|"
    r"good|happy)\b| (?:nothing|no more|had a look|finished)\b"
    r"|(?: (?:have|now|just))* (?:read|checked|looked|been|gone|seen|changed|agreed|finished)\b)",
)
"""In one breath with a yes: it answers another question, "yes they took it away"."""
_TO_ANOTHER = re.compile(
    r"^\W*(?:(?:it|this|that|off|over|now) )*(?:me|us|him|her|back|to (?!(?:the |your )?(?:team|"
    r"kids|"
    r"charity|you|them)\b)\w+|by (?:post|email|text))\b",
    re.IGNORECASE,
)
_FROM_THE_NO = re.compile(r"\W*\b(?:just |only |but )*not\b.*$", re.IGNORECASE)
"""The rest of "send it just not to the council", where all of it leaves the council out."""
_SAYS_YES = re.compile(r"^\W*(?:(?:ok|okay|oh|omg|fine)[\s,]+)*(?:yes+|yeah|yep|yh|yup)\b", re.I)
_FIRST = (
    r"^(?:(?:no|nope|nah|ok|okay|oh|wait|sorry|please|pls|actually|just|but|and|well|um+|i|im|we|"
    r"were|id|ive|weve|am|not sure|hang on|hold on) )*?"
)
_ASKS_IF_RIGHT = re.compile(
    r"^\W*(?:(?:ok|so|and|but|sorry|um+|er)\W+)*(?:is|are|does) (?:it|this|that|they|everything|"
    r"all (?:of )?(?:it|this|that))(?: all| look| sound)* (?:right|correct|ok(?:ay)?|fine|good)"
    r"(?: (?:now|then|to (?:send|you)))*\W*$",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:you|u|it|they)(?: still)? (?:haven'?t|has ?n'?t|did ?n'?t|not) \w+ [^.,!?]*",
    re.IGNORECASE,
)
"""What the assistant did not do, which they live with: "you still havent put the school"."""


def asks_to_send(text: str) -> bool:
    """True where a clause says yes or asks to send the referral and none holds back.

    A question or a remark beside it holds nothing back.
    """
    if holds_sending(text):
        return False
    said = read_yes(text, "reading")
    if said is not None:
        return not said.comes_weakly
    clauses = cut_at_seams(straighten(_NOT_DONE.sub(" ", straighten(text))))
    found = [clause for clause in clauses if _SENDS.match(clause.typed) is not None]
    return bool(found) and not any(map(_puts_right, clauses))


_WAITS = re.compile(
    rf"{_FIRST}(?:(?:(?:dont|do not|wont|not|never)(?: want)?(?: (?:you|it|this|that))? "
    r"(?:(?:to )?be |to )?(?:send(?:ing)?|submit(?:ting)?|sent)(?: (?:it|this|that|off|in))*|"
    r"(?:not |nearly |almost )+(?:quite |just |really )?(?:yet|ready|now|done|finished)"
    r"(?: (?:yet|to (?:send|submit)(?: it)?))*)(?: (?:yet|now|please|today|for now|thanks|tho))*$|"
    r"(?:let me|can i|ill|will|(?:have|need|want|going|got|like|gonna) to|gonna)(?: just| please)* "
    r"(?:check|ask|speak|talk|show|run|read|think|look|sleep|have a (?:look|think|read))\b)"
)
"""Of who would look at it again, or ask somebody, before it is sent."""


def waits_to_send(text: str) -> bool:
    """True for "dont send it yet" and "let me ask my husband first": nothing is wrong with it."""
    return any(map(_WAITS.match, clauses_of(straighten(text))))


def asks_if_right(text: str) -> bool:
    """True for "is this right?", said back to the question of the review."""
    return _ASKS_IF_RIGHT.match(straighten(text)) is not None


def leaves_a_but(text: str) -> bool:
    """True for "yes but it was the 5th", where a change may be told that nobody has read."""
    said = read_yes(text, "reading")
    return said is not None and said.may_put_right


def sends_once_changed(text: str) -> bool:
    """True for "his age is 10 then send it": once that is put right, nothing holds it back."""
    asked = _THEN_SENDS.search(straighten(text))
    if asked is None or sends_without_council(text):
        return False
    return "?" not in text and not _WANTS_TO_SEE_FIRST.search(straighten(text))


def holds_sending(text: str) -> bool:
    """True where any clause puts it off, takes it back or wants something of it changed first."""
    plain = straighten(_NOT_DONE.sub(" ", straighten(text)))
    clauses = cut_at_seams(plain)
    is_held = any(map(_holds_back, clauses)) or sends_without_council(plain)
    sends = [found for each in clauses if (found := _SENDS.match(each.typed)) is not None]
    is_held |= any(_TO_ANOTHER.match(found["rest"]) for found in sends)
    return is_held or _SAYS_NOTHING_OF_IT.match(plain) is not None


def sends_without_council(text: str) -> bool:
    """True where the council is not to be told of what is sent, or agreed to, at the review."""
    if reads_as_telling_council(text) is False:
        return True
    return find_council_left_out(straighten(text), is_review=True) is not None


def sends_besides(plain: str) -> bool:
    """True where it is to be sent, by what stands beside the words that leave the council out."""
    span = find_council_left_out(plain, is_review=True)
    if span is None:
        return False
    beside = f"{plain[: span[0]]} {plain[span[1] :]}".strip()
    return asks_to_send(beside or _FROM_THE_NO.sub("", plain))


def speaks_of_sending(text: str) -> bool:
    """True for who may think that it is sent now: a yes leads, or a clause asks to send it."""
    clauses = cut_at_seams(straighten(text))
    leads = bool(clauses) and _SAYS_YES.match(clauses[0].typed) is not None
    return leads or any(_SENDS.match(each.typed) for each in clauses)


def say_not_sent(turn: Turn) -> None:
    """Tell who may think that it is sent now that it is not, before what is asked instead."""
    is_over = turn.must_delete or turn.draft.progress.is_stopped
    if turn.must_submit or is_over or not speaks_of_sending(turn.message.plain):
        return
    asks = turn.says.pop() if turn.has_asked else None
    turn.say("utter_not_sent_yet")
    turn.says += [asks] if asks is not None else []


def _holds_back(clause: Clause) -> bool:
    bare = _YES_FIRST.sub("", clause.bare)
    is_joined = clause.is_joined or bare != clause.bare
    if _SAYS_YES.match(clause.typed) and _TELLS_OF_THE_CASE.match(bare):
        return True
    if _SENDS.match(clause.typed) is not None:
        bare, is_joined = _SENDS_WHAT.sub("", _UP_TO_SEND.sub("", bare)), True
    if not bare or leaves_it_whole(bare):
        return False
    if asks_for_a_change(clause.bare) or asks_for_a_change(bare) or asks_to_wait(bare):
        return True
    if "?" in bare or (reads_as_question(bare) and not is_condition(bare, is_joined=is_joined)):
        is_denied = _ASKS_IF_IT_IS.match(bare) is not None or denies_the_yes(bare)
        return bare != clause.bare and is_denied
    return holds_back(bare, "reading", is_joined=is_joined)


def _puts_right(clause: Clause) -> bool:
    if _SENDS.match(clause.typed) or "?" in clause.bare or reads_as_question(clause.typed):
        return False
    return takes_back(clause, "reading", is_sure=True, is_named=True)


_OF_ALL_WELL = (
    r"(?:no+(?: (?:(?:more |other )?(?:changes?|corrections?)|need|worries))?|nope|nah|oh|actually|"
    r"sorry|well|then|really|just|i think|yes|thanks?|thank you|ta|cheers|please|needed|for now|"
    r"now|as it is|else|there|i'?m|it'?s|it is|that'?s(?: it)?|that is|(?:everything|all)(?: is)?|"
    r"nothing(?: (?:to (?:change|add|correct|fix)|(?:is |looks |seems )?wrong))?|nowt|"
    r"no (?:mistakes?|errors?)|not that i can see|great|brill(?:iant)?|lovely|fab|bang on|lgtm|"
    r"better|(?:i )?can'?(?:t|not) see (?:anything|owt|a(?:ny)? mistakes?)(?: wrong)?|looks?|"
    r"seems?|(?:i )?(?:think so|guess)|should be|none|good|fine|ok|okay|right|correct|"
    r"(?:leave|keep) it|(?:do ?n'?t|do not) (?:worry|change (?:it|anything))|never ?mind|happy|"
    r"with (?:it|that|me))"
)
_ONLY_SUCH = re.compile(rf"^\W*(?:{_OF_ALL_WELL}(?:\W+|$))+$", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"\b(?:nothing|nowt|none|changes?|corrections?|all|good|fine|ok|okay|right|correct|that'?s it|"
    r"(?:leave|keep) it|worry|anything|never ?mind|need|worries|happy|mistakes?|errors?|that i can "
    r"see|great|brill(?:iant)?|lovely|fab|bang on|lgtm|better|think so|guess|should be)\b",
    re.IGNORECASE,
)


def nothing_to_change(text: str) -> bool:
    """True for "no thats all right" and "dont worry"; false for "no thats wrong" and a bare no."""
    plain = straighten(text)
    return _ONLY_SUCH.match(plain) is not None and _SAYS_SO.search(plain) is not None


def offer_to_send(turn: Turn) -> None:
    """Ask whether to send it: a "no" leads, so that nothing is sent by it."""
    turn.say("utter_shall_i_send", asks="summary")
