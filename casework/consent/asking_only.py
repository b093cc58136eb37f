"""What is asked of a consent itself, and who wants answers and no referral: "just asking"."""

from __future__ import annotations

import re
from typing import Literal

from casework.consent.clauses import clauses_of
from casework.message import Message
from casework.words import straighten

_JUST_ASKS = (
    r"(?:(?:hi|hello|no|nope|well|sorry|oh|ok|like i said|i said|as i said) )*(?:(?:im|i am|i was|"
    r"was|am|its|ive|i ve|i have|i)? ?(?:just|only)(?: really)? (?:asking|wondering|got (?:a|some|"
    r"one) (?:quick )?questions?|(?:a|some|one) (?:quick )?questions?|(?:want|wanted|need|have|had|"
    r"after|looking for|want to ask|wanted to ask)(?: to ask)? (?:a |some |one |my )?(?:quick )?"
    r"(?:questions?|advice|info|information|answers?|something))|"
    r"(?:i )?(?:just|only) (?:want|wanted|need) to (?:know|ask|find out)(?: (?:something|"
    r"a question|things|stuff))?)(?: (?:please|thanks|for now|really|first|only|"
    r"about\b.*|if\b.*|whether\b.*|for advice|(?:a |some |one )?questions?|for a friend))*"
)
_WANTS_NO_REFERRAL = (
    r"(?:(?:hi|hello|no|nope|well|sorry|oh|ok|like i said|i said|as i said|i told you|look|please|"
    r"but|and|actually) )*(?:(?:i|im|we|id) ?(?:dont|do not|am not|not|didnt|did not|wont|rather "
    r"not|would rather not|d rather not|really dont)(?: (?:really|yet|actually))? ?(?:want(?:ing)?|"
    r"need|come|here|ask(?:ing)?|after|looking)? ?(?:to|for)? ?(?:be )?(?:do|doing|make|making|"
    r"start|starting|give|giving|fill(?:ing)?(?: in| out)?|send(?:ing)?|leave|leaving|put|share|"
    r"sharing)? ?(?:in|out)? ?(?:you )?(?:an?|the|this|any|my|our|his|her|out)? ?(?:self )?"
    r"(?:personal )?(?:referral|referal|refferal|details|info|information|data|name|form|names)|"
    r"no (?:referral|details|names?|personal details)(?: from me)?)"
    r"(?: (?:please|thanks|for now|yet|now|today|to you|at the moment|here|out|away|any ?more))*"
)
_ONLY_ASKS = re.compile(rf"^(?:{_JUST_ASKS}|{_WANTS_NO_REFERRAL})$")
_GIVES_NOTHING = re.compile(rf"^{_WANTS_NO_REFERRAL}$")
_REFERRAL = re.compile(r"\b(?:referral|referal|refferal)\b")


def reads_as_asking_only(text: str) -> bool:
    """True for "just asking" and "I don't want to do a referral": answers are wanted, no more."""
    return any(_ONLY_ASKS.match(clause) for clause in clauses_of(straighten(text)))


def reads_as_giving_nothing(text: str) -> bool:
    """True for "I don't want to give details" and for what wants no referral.

    "No name!" after something else is of that: of a plan without a school.
    """
    first, *others = clauses_of(straighten(text)) or [""]
    told_later = (clause for clause in others if not clause.startswith("no "))
    return any(_GIVES_NOTHING.match(clause) for clause in (first, *told_later))


def reads_as_no_referral(text: str) -> bool:
    """True for "no, I said I don't want to do a referral"; false for one detail not given."""
    return any(
        _GIVES_NOTHING.match(clause) and _REFERRAL.search(clause)
        for clause in clauses_of(straighten(text))
    )


def tells_something(message: Message) -> bool:
    """True for an opening that asks for a referral or tells of it, though no fact was found."""
    is_in_words = sum(c.isalpha() for c in message.plain) >= 8
    return is_in_words and message.intent in {"start_referral", "inform", "want_person"}


_LEAD = r"^\W*(?:(?:ok|okay|so|and|but|sorry|hi|wait|um+|well|first|just|exactly)\W+)*"
_HOW_LONG = re.compile(
    rf"{_LEAD}how long (?:do|will|would|can|are|is) (?:you|u|it|this|my (?:details|answers|data))"
    r"(?: be| get| going to be)? (?:keep|kept|store|stored|hold|held|keeping|save|saved)\b"
    r"(?: (?:it|this|that|them|everything|my (?:details|answers|data|info\w*)|all|for|on))*\W*$",
    re.IGNORECASE,
)
_WHAT_TOLD = re.compile(
    rf"{_LEAD}(?:what|wot)(?: exactly| else)? (?:will|would|do|are|can|is|gets?)"
    r"(?: (?:you|u|going|gonna|to|be))* (?:tell|say|told|said|telling|saying|pass on|share)"
    r"(?: (?:to|with|them|the (?:council|la)|council|about (?:us|me|him|her|it)|exactly))*\W*$",
    re.IGNORECASE,
)


def asked_of_consent(text: str, pending: str | None) -> Literal["privacy", "help_me"] | None:
    """The control that answers it: the notice tells the times, the help what is told; or None."""
    if pending in ("consent", "share_with_council") and _HOW_LONG.match(text):
        return "privacy"
    return "help_me" if pending == "share_with_council" and _WHAT_TOLD.match(text) else None
