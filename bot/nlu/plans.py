"""The plan that is told of in passing: "he has an EHCP", "her plan says 20 hours", "on my EHCP".

Wordings of `wording.yml` hear what is said of a plan itself: none, asked for, draft, final, ended.
Most families only mention the one there is. A plan that somebody has, or that says something, is a
final one; "her plan" alone may be a draft and is asked to be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.negation import NOT_VERB

_PLAN = re.compile(
    r"\b(?:ehc plans?|ehcp plans?|ehcps?|ehcs?|echp|ehpc|plans?|statement)\b"
    r"(?!'?s? ?(?:assess\w*|application|request\w*|meeting|team|process|coordinator|co-ordinator"
    r"|officer|writer|needs|adviser|advisor|to\b(?! (?:be|say|name|have)\b)))"
)
_ANOTHER_PLAN = re.compile(
    r"\b(?:support|care|health|page|individual|learning|behaviour|education|safety|risk|action"
    r"|lesson|transition|special needs|asking for|like the|payment) $"
)
_WHOSE = (
    r"(?:(?:an?|the|his|her|their|my|our|your|this|that|own|full|current|existing|new|old|amended|"
    r"latest|final|issued|proper|\w+'s) ){0,3}$"
)
_HAS = re.compile(
    rf"(?:\b(?:has|have|having|got|'s got|'ve got|holds?|with|w/|under|in receipt of|"
    rf"(?:has|have) (?:\w+ )?had)|(?:'s|'ve) (?:\w+ )?had) (?:already |now |also |both |"
    rf"all )?{_WHOSE}"
)
_HAD = re.compile(rf"\bhad {_WHOSE}")
_EVER_SINCE = re.compile(r"\s+(?:ever )?since\b")
_WRITTEN_IN = re.compile(
    r"\b(?:in|into|on|of|off|follow(?:ing|s|ed)?|per|under|within|from|inside)"
    rf" {_WHOSE}"
)
_OWN = re.compile(
    r"\b(?:his|her|hers|their|my|our|\w{3,}'s|current|existing|amended|latest) "
    r"(?:own |old |new |current |final |amended |full )*$"
)
_LISTED_BEFORE = re.compile(r"(?:^|[.,;:!?\n(\-–]\s*|\band )(?:has |got |final )?$")
_WORDS_OF_A_TITLE = 3  # "ehcp", "ehcp help": what it is about, and not yet that there is one
_LISTED_AFTER = re.compile(r"\s*(?:[.,;!?\n)]|$|yes\b)")
_SAYS = re.compile(
    r"(?:'s|s)?(?: is| was| has been| itself)?(?: clearly| only| still| currently)? ?"
    r"\b(?:says?|said|states?|stated|names?|named|naming|specif\w+|reads?|gives|promises|lists?"
    r"|belongs|finali[sz]ed|amended(?! by)|reviewed|(?:years? )?out of date|since \w+|dated"
    r"|isn'?t being|in place|(?:from|with|through) (?!(?:no|a|an)\b)\w+"
    r"|(?:is not|not|isn'?t|never|hasn'?t been|has not been|was never|ain'?t) (?:been |being )?"
    r"(?:reviewed|updated|followed|delivered|looked|changed|touched|met|done))\b"
)
_NOT_BEFORE = re.compile(
    rf"\b(?:{NOT_VERB}|not|no|never|without|nor|neither|if|until|till|once|before|when|used to|had|"
    rf"want\w*|need\w*|would|should|could|will|might|may|ask\w*|appl\w+|request\w*|wait\w*|"
    rf"refus\w+|turn\w+|get|getting|give|to|for|than|or|whether|supposed|meant|promis\w+|agreed|"
    rf"declin\w+|reject\w+|issu\w+|writ\w+|mak\w+|deny|denied|draft|nobody|instead of|says?|said|"
    r"about)\b(?: \w+){0,3} ?$"
)
_ANOTHERS = re.compile(
    r"\b(?:sister|brother|friend|cousin|neighbour|mate|twin|other|another|one of them|1|one)"
    r"(?:'?s)?\b[^.;!?\n]{0,20}$"
)
_NOT_AFTER = re.compile(
    r"\s*(?:or (?:not|anything)|\?|yet\b|would\b|will be\b|refus\w+|declined|rejected|turned|"
    r"denied|(?:is |was )?(?:due|late|overdue)\b|[:=]? ?(?:not|no|never|none)\b|[\"']?ran out|"
    r"\.{2,})"
)
# Talk of getting a first plan, in which "the plan" is the one to come.
_TO_COME = re.compile(
    rf"\b(?:draft|proposed|appl(?:y|ied|ying|ication)|panel|no (?:ehc )?(?:plan|ehcp|statement)|"
    rf"(?:{NOT_VERB}|not|never) (?:\w+ ){{0,2}}(?:an? |any )?(?:plan|ehcp)|"
    rf"(?:need|want|get|getting|issue|write|make|refus\w+|given|without|for) "
    rf"(?:him |her |them |us )?(?:an? |any )(?:ehc )?(?:plan|ehcp)|threshold|"
    r"(?:refus\w+|said no|no|not) (?:\w+ ){0,2}(?:an )?assess\w*|20 weeks?|twenty weeks?|"
    rf"instead of)\b"
)
_REVIEWED = re.compile(r"\bre-?assess\w*|\breview\w*|\bamend\w*|\bsections?\b")
_ENDED_AFTER = re.compile(
    r"(?:'s| is| was| has| got| have)?(?: been| just| now)* "
    r"(?:ended|ceased|stopped|cancelled|closed|withdrawn|terminated|taken away|lapsed|ran out)\b"
    r"|(?: i mean)?[.,!]+\s+(?:ended|ceased|stopped|binned|axed)(?=\s*[.,!])"
    r"|[^.;!?]{0,30}\b(?:that \w+|once,?) (?:ended|ceased|stopped|closed)\b"
)
_THEY_ENDED_IT = re.compile(
    r"\b(?:they|council|la|\w+shire|who)(?: just| have| has|'ve)* (?:ended|ceased|closed|binned|"
    r"axed|scrapped|ditched) it\b|"
    r"\b(?:they|council|la)\b[^.;!?]{0,40}\band (?:have |has |just |now )*(?:ended|ceased|stopped|"
    r"closed|cancelled) it\b"
)
_HELP = re.compile(
    r"\b(?:therap\w+|salt|slt|ot|physio|speech|help|support|hours|provision|sessions?|lessons?"
    r"|tuition|tutor\w*|mentor\w*|one to one|1[:-]1|ta|transport|taxi|counselling)\b"
)
_NOT_ENDED = re.compile(
    rf"{_PLAN.pattern}(?:'?s)? (?:(?:has|have|did|was|is|ai) ?n'?t|(?:has|did|was|is) not|"
    rf"never)(?: been| actually| just)* (?:stopped?|ended?|ceased?|finish(?:ed)?|run out|cancelled|"
    rf"closed)\b"
)
# "He had his EHCP come through": it came, and is not over.
_CAME = re.compile(
    rf"\bhad (?:an?|the|his|her|their|my|our) (?:\w+ )?{_PLAN.pattern}"
    r" (?:come|came|arrive\w*|thr\w+|back|finali[sz]ed|issued|amended|reviewed)\b"
    r"(?![^;!?]*\b(?:end\w*|ceas\w*|stop\w*|cancel\w*|took|taken)\b)"
)
_ONLY_PROPOSED = re.compile(
    r"\b(?:want\w*|going to|trying|will|propos\w+|plan to|thinking|about to|if|unless)\b"
)


def settle_plan(message: ParentMessage, facts: Sequence[Fact]) -> list[Fact]:
    """Add the plan that is told of in passing, where no wording has told another state of it."""
    going_on = _NOT_ENDED.search(message.plain) or _CAME.search(message.plain)
    if going_on is not None:
        others = [fact for fact in facts if fact.entity != "plan_status"]
        return [*others, Fact("plan_status", "final", *going_on.span())]
    facts = [fact for fact in facts if not _is_of_the_help(message, fact)]
    told = [fact for fact in facts if fact.entity == "plan_status"]
    if any(fact.value != "final" or fact.sure for fact in told):
        return list(facts)
    mentions = list(_mentions(message))
    found = _ended(message, mentions) or _has_one(message, mentions)
    if found is None or (told and found.value == "final" and not found.sure):
        return list(facts)
    return [*(fact for fact in facts if fact not in told), found]


def _is_of_the_help(message: ParentMessage, fact: Fact) -> bool:
    """Say whether what ended is the help named last: "has a plan, therapy is in it, it stopped"."""
    if (fact.entity, fact.value) != ("plan_status", "ended"):
        return False
    if _PLAN.search(message.plain, fact.start, fact.end):
        return False
    start = max(message.plain.rfind(mark, 0, fact.start) for mark in ".;!?\n") + 1
    helps = [found.start() for found in _HELP.finditer(message.plain, start, fact.start)]
    plans = [found.start() for found in _PLAN.finditer(message.plain, start, fact.start)]
    return bool(helps) and helps[-1] > max(plans, default=-1)


def _mentions(message: ParentMessage) -> Iterator[re.Match[str]]:
    for found in _PLAN.finditer(message.asserted):
        if not _ANOTHER_PLAN.search(message.plain, max(0, found.start() - 20), found.start()):
            yield found


def _ended(message: ParentMessage, mentions: Sequence[re.Match[str]]) -> Fact | None:
    stated = message.asserted
    for found in mentions:
        ended = _ENDED_AFTER.match(stated, found.end()) or _THEY_ENDED_IT.search(
            stated, found.end()
        )
        if ended is None:
            continue
        start, end = message.clause_around(ended.end() - 1)
        if not _ONLY_PROPOSED.search(stated, start, end):
            return Fact("plan_status", "ended", found.start(), ended.end(), sure=False)
    return None


def _has_one(message: ParentMessage, mentions: Sequence[re.Match[str]]) -> Fact | None:
    """Find a plan that is there; it is sure where words show that it is in force."""
    is_first = _TO_COME.search(message.plain) is not None
    if not mentions or (is_first and not _REVIEWED.search(message.asserted)):
        return None
    best: Fact | None = None
    for found in mentions:
        clearly = _is_there(message, found)
        if clearly is None:
            continue
        fact = Fact("plan_status", "final", *found.span(), sure=clearly and not is_first)
        if fact.sure:
            return fact
        best = best or fact
    return best


def _is_there(message: ParentMessage, found: re.Match[str]) -> bool | None:
    """Say whether a plan is clearly there (True), most likely (False), or not told of (None)."""
    stated = message.asserted
    before = stated[max(0, found.start() - 60) : found.start()]
    if _HAD.search(before) and _EVER_SINCE.match(stated, found.end()):
        return not _ANOTHERS.search(before)
    # What stands before "has a" may speak against it, not the words "has a" themselves.
    for pattern in (_HAS, _WRITTEN_IN, _LISTED_BEFORE, _OWN):
        cue = pattern.search(before)
        if pattern is _LISTED_BEFORE and cue and not _LISTED_AFTER.match(stated, found.end()):
            cue = None
        if cue:
            is_all = len(message.bare.split()) <= _WORDS_OF_A_TITLE
            is_clear = pattern is not _OWN and not (pattern is _LISTED_BEFORE and is_all)
            break
    else:
        cue, is_clear = None, False
    says = _SAYS.match(stated, found.end()) is not None
    if cue is None and not says:
        return None
    clause = re.split(r"[.,;!?\n]", before[: cue.start() if cue else len(before)])[-1]
    if (
        _NOT_BEFORE.search(clause)
        or _ANOTHERS.search(clause)
        or _NOT_AFTER.match(message.plain, found.end())
    ):
        return None
    return is_clear or says
