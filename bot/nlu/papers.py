"""Plan, certificate and appeal told of without a name or without knowing: "cert? never had one".

These words stand beside a question, which the other readers pass over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.plans import settle_plan

_PLAN = (
    r"(?:(?:ehc|ehcp|sen|send) )?(?:plan|ehcp|ehc|statement)\b"
    r"(?! (?:says|said|is|was|names?|will)\b)"
)
NOT_KNOWN = (
    r"(?:not (?:\w+ )?(?:sure|certain)|unsure|(?:do ?n.?t|do not|dunno|didn.?t|never) "
    r"(?:\w+ )?(?:know|remember|recall)|dunno|no idea|no clue|can'?t (?:remember|recall|tell)|"
    r"couldn'?t (?:tell you|say))"
)
_PLAN_NOT_KNOWN = re.compile(
    rf"\b{NOT_KNOWN} (?:\w+ ){{0,2}}?(?:if|whether|wether|weather|"
    rf"about)(?: (?:or not|he|she|they|we|i|it|that|there|my \w+|[a-z]+)){{0,2}}(?:['’]s|"
    rf"['’]ve)?(?: (?:is|are|has|have|had|got|been|given|issued|sent|final|draft|was|were|ever|"
    rf"already|actually|on|a|an|any|the|even|still|having|getting)){{1,5}} {_PLAN}|"
    rf"\b{NOT_KNOWN}[^.,;!?]{{0,25}}\b(?:plan|ehcp|it|its|"
    rf"it's)\b[^.,;!?]{{0,20}}\b(?:final(?:ised)?\b[^.,;!?]{{0,20}}\bdraft|"
    rf"draft\b[^.,;!?]{{0,20}}\bfinal)|"
    rf"\b{NOT_KNOWN} (?:what|which) (?:stage|state|status)\b[^.;!?]{{0,25}}\b(?:plan|ehcp|it)\b|"
    rf"\bdraft\b[^!]{{0,30}}\bfinal\b[^!]{{0,15}}\b{NOT_KNOWN}|"
    rf"\b{NOT_KNOWN} (?:if |whether |that )?(?:what|the thing)[^.,;!?]{{2,40}}? (?:is|was) "
    rf"(?:an?|the|his|her|even) (?:\w+ )?(?:ehc )?(?:plan|ehcp)\b|"
    rf"\b{NOT_KNOWN} (?:what|which|wot|wat) (?:ehc )?(?:plan|ehcp)\b|"
    rf"\b(?:is|was) (?:it|this|that) an? (?:ehcp|ehc plan|proper plan) (?:or|vs) "
    rf"(?=[^!]{{0,60}}\b{NOT_KNOWN})|"
    rf"\b(?:plan|ehcp)\??[\s,:=-]+{NOT_KNOWN}(?=\s*(?:$|[.,;!?\n]|tbh|really|"
    rf"if (?:he|she|we|they|there)))"
)
_NEVER_HAD_ONE = re.compile(
    r"\b(?P<paper>certificate|cert|plan|ehcp)\b(?:\s*[?!.]+\s*(?:what|which|wot) "
    r"(?:certificate|cert|plan|ehcp|one)\b)?[^.!?\n]{0,60}(?:[.!?,;\n-]+|"
    r"\b(?:but|so)\b)\s*(?:(?:no|nope|nah|but|and|cos|because|as|so|well)[\s,]+)*(?:i "
    r"(?:guess|think|suppose|reckon) )?(?:(?:i|we|he|she)(?:'ve|'s| have| has)? "
    r")?(?:(?:still|also|just) )?(?:never (?:had|got|been (?:sent|given))|"
    r"(?:have|has|had)n'?t (?:got|had|been (?:sent|given))|(?:do|does)n'?t have|"
    r"(?:do|does) not have|not (?:got|had|been (?:sent|given)))\s+(?:one|it|any|1)\b(?! before)|"
    r"\b(?P<untold>certificate|cert|plan|ehcp)\s*\?[?!.\s]*(?:(?:what|which|wot) "
    r"(?:certificate|cert|plan|ehcp|one)\b[?!.,\s]*)?(?:nobody|no one|noone|nobody's|no one's|"
    r"they(?:'ve)?|council|we were|i was) (?:ever |has |have |even |had )*(?:never |not |"
    r"n't )?(?:gave|given|sent|offered|told|mentioned|issued|got)(?: (?:me|us|about|of))* "
    r"(?:one|it|any|that|1)\b"
)
# "His brother has the plan, this one doesn't."
_HAS_NONE = (
    r"(?:(?:really |still |just )?(?:has ?n.?t|does ?n.?t|do ?n.?t|have ?n.?t|has not|does not|"
    r"is ?n.?t|ai ?n.?t)(?: (?:have|got|on))?(?: (?:one|any|a plan|an ehcp|nowt|nothing|owt))?|"
    r"has nothing|has none|has nowt|got nothing|got nowt|got none|not|"
    r"never (?:has|had|got)(?: one)?|without)"
)
_ONLY_ANOTHER_HAS_ONE = re.compile(
    rf"\b(?:brother|sister|twin|sibling|cousin|eldest|oldest|youngest|"
    rf"(?:older|younger|other|big|little) (?:one|lad|boy|son|girl|daughter|lass|kid|"
    r"child))\b[^.!?]{0,30}\b(?:has|have|had|got|gets|is on)\b[^.!?]{0,15}\b(?:plans?|ehcps?|"
    r"one)\b[^.!?,;]{0,15}[.,;!-]*\s*(?:(?:but|and|so|whereas)\s+)?"
    rf"(?:(?:he|she|this one|mine|this|the other(?: one)?|[a-z'-]+(?: \w+)?) {_HAS_NONE}|"
    rf"not (?:him|her|this one|mine))(?=\s*(?:[.,;!?\n]|$))"
)
# "Teacher says he might have one, she'd have to look."
_MAY_HAVE_ONE = re.compile(
    r"\b(?:(?:he|she|my (?!council|la)\w+|our (?!council|la)\w+) "
    r"(?:might|may|could) (?:well |already |possibly |maybe )*(?:have|have got|'ve got|be on)"
    r"|there (?:might|may|could) (?:well |already |possibly )*be"
    r"|(?:possibly|maybe|perhaps) (?:he |she |they |my \w+ )?(?:has|have|got|has got)) "
    r"(?:an? |one of (?:them|those|these) )?"
    r"(?:(?:ehc )?(?:plans?|ehcps?)|(?P<one>one|1))\b"
    r"(?! (?:by|if|soon|once|when|after|eventually|in the future|one day|next|then|in place by))"
)
_ANY_PLAN = re.compile(r"\b(?:ehc|ehcps?|plans?)\b")
_UNTOLD = re.compile(r"\b(?:nobody|no one|noone|nobody's|no one's|never|not)\b|n't\b")
# "Appeal? Not yet": asked by themselves, and answered.
_NOT_APPEALED = re.compile(
    r"\bappeal(?:ed)?\s*\?+\s*(?:no\b(?! idea| no\b)|nope|nah|never)|"
    r"\b(?:appeal(?:ed)?|tribunal)\s*\?+\s*(?:not (?:yet|sent|done|lodged|gone)|haven'?t|havn'?t|"
    r"nothing yet)|\b(?:tribunal|appeal|sendist) (?:form|forms|paperwork|papers|"
    r"application)\b[^.!?\n]{0,25}[.!?,]+\s*(?:but )?(?:i |we |it )?(?:'?ve |have |has |"
    r"is )?(?:still )?(?:not|haven'?t|havn'?t|hasn'?t|isn'?t|never) (?:yet |actually |"
    r"even )*(?:sent|posted|done|filled|submitted|lodged|gone|in\b)"
)
_FINAL_NOT_HERE = re.compile(
    r"\b(?:wait(?:ing|s)?|awaiting|hanging on|expect\w*|chas(?:e|ing)|no sign of|until|till|before|"
    r"promised|(?:n['o]?t|not|never|yet to) (?:\w+ ){0,2}?(?:issued?|sent?|had|got|get|given|seen|"
    r"received|done|made))\b(?![^.;!?,]{0,30}\b(?:since|after|answer|"
    r"reply)\b)(?:(?!\b(?:and|but)\b)[^.;!?,]){0,25}\bfinal\b|"
    r"\bfinal (?:ehc )?(?:plan|ehcp|one|version)?\s?(?:is |was )?(?:\w+ )?(?:hasn'?t|has not|"
    r"has never|never came|still (?:not|has)|isn'?t|not (?:yet|here|come)|late\b|overdue|due\b|"
    r"should (?:be|have|come|arrive)|supposed|will (?:be|come)|to come|to follow)"
)


def settle_papers(message: ParentMessage, facts: Sequence[Fact]) -> list[Fact]:
    """Add what is told of a plan or a certificate by "one", and the plan that nobody knows of."""
    facts = [fact for fact in facts if not _is_of_a_final_to_come(message, fact)]
    without = list(_without(message))
    denied = {fact.entity for fact in without}
    kept = [*(fact for fact in facts if fact.entity not in denied), *without]
    unknown = _PLAN_NOT_KNOWN.search(message.plain) or _may_have_one(message)
    if unknown is None:
        return settle_plan(message, kept)
    others = [
        fact
        for fact in kept
        if fact.entity != "plan_status"
        or (fact.value in ("draft", "final") and not unknown.start() <= fact.start < unknown.end())
    ]
    if any(fact.entity == "plan_status" for fact in others):
        return others
    return [*others, Fact("plan_status", "unsure", *unknown.span())]


def _may_have_one(message: ParentMessage) -> re.Match[str] | None:
    found = _MAY_HAVE_ONE.search(message.plain)
    if found is None or (found["one"] and not _ANY_PLAN.search(message.plain)):
        return None
    return found


def _is_of_a_final_to_come(message: ParentMessage, fact: Fact) -> bool:
    if (fact.entity, fact.value) != ("plan_status", "final"):
        return False
    start, end = message.clause_around(fact.start)
    return _FINAL_NOT_HERE.search(message.plain, start, end) is not None


def _without(message: ParentMessage) -> Iterator[Fact]:
    for found in _NEVER_HAD_ONE.finditer(message.plain):
        if found["untold"] and not _UNTOLD.search(found[0]):
            continue
        if (found["paper"] or found["untold"]).startswith("cert"):
            entity, value = "certificate", "no"
        else:
            entity, value = "plan_status", "none"
        yield Fact(entity, value, *found.span())
    another = _ONLY_ANOTHER_HAS_ONE.search(message.plain)
    if another is not None:
        yield Fact("plan_status", "none", *another.span())
    appeal = _NOT_APPEALED.search(message.plain)
    if appeal is not None:
        yield Fact("appeal", "no", *appeal.span())
