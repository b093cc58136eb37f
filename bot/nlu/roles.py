"""Who is writing: a parent, a carer, the young person, or someone who works with the family.

What people say of themselves ("I'm the SENCO") goes before what their words imply ("my son").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.nlu.facts import Fact
from bot.nlu.jobs import is_told_of, read_job_after, read_jobs
from bot.nlu.kin import BARE_CHILD, OWN_CHILD, implied_by_children, read_titles
from bot.nlu.message import ParentMessage
from bot.nlu.others_names import FOR_KIN_OF
from bot.nlu.own_children import read_grandchild, tells_of_own_child
from bot.nlu.young_people import read_young_person

_WORD_ROLES = {
    "parent": "mother mum mam mom mummy dad daddy father parent",
    "carer": "grandma nan gran grandmother grandad carer guardian foster+carer special+guardian",
    "school": "senco teacher",
    "other_professional": "social+worker health+visitor",
}
_ROLE_OF = {
    word.replace("+", " "): role for role, words in _WORD_ROLES.items() for word in words.split()
}
_ROLE = "|".join(sorted(_ROLE_OF, key=len, reverse=True))
_ROLE_BEFORE_NAME = re.compile(rf"(?:^|[.,;!?\n]\s*)(?P<word>{_ROLE})\s*[:,=-]?\s*$")
_ROLE_AFTER_NAME = re.compile(rf"\s*[(,-]+\s*(?P<word>{_ROLE})\s*(?:[).,;!?\n]|$)")
_ROLE_IN_CLAUSE = re.compile(
    r"\s*(?:hi\s+|hello\s+|from\s+|as\s+)?(?:(?:his|her|their|the)\s+)?(?P<word>step-?\s?(?:mum|mam"
    rf"|dad|mother|father|parent)|{_ROLE})(?:\s+here|\s+speaking)?\s*"
)
_AT_SCHOOL = re.compile(
    r"(?:^|[.,;!?\n]\s*|\bi'?m\s+|\bi am\s+)(?:(?:hi|hello|hey)[\s,]+)?(?:(?:i'?m|i am"
    r"|am)\s+)?(?:(?:the|a|an)\s+)?(?:senco|senca|(?:class |head ?|form )?teacher|teaching "
    r"assistant|ta|lsa|learning support (?:assistant|lead|teacher)|(?:deputy|assistant) "
    r"head(?:teacher)?|head of (?:inclusion|year|send?)|inclusion (?:lead|manager|leader)|pastoral "
    r"(?:lead|manager)|tutor|family liaison officer|school (?:secretary|nurse))(?:\s+(?:at|in|from"
    r"|for)\s+(?!home\b)|\s+(?:here|writing|speaking)\b)"
    r"|(?:^|[.!?\n]\s*)(?:head|deputy) here\b|\b(?:we'?re|we are) (?:the|his|her|their) "
    r"(?:school|nursery|college|sixth form|academy|setting)\b(?! (?:of|that|who|they)\b)"
    r"|\b(?:i\s+)?work(?:ing)?\s+(?:at|in|for)\s+[^.,;]{0,40}\b(?:school|college|nursery|academy"
    r"|primary)\b[^.,;]{0,10}\bas\b"
)
_I_AM = r"(?:i'?m|i am|am|aa'?m|ah'?m|oi'?m|i is|me is|mi is)"
_BY_THE_WAY = (
    rf"\b{_I_AM}\s+(?:(?!(?:with|not|against|for|from|supporting|helping|writing|told"
    r"|his"
    r"|her|their|the|by|about|at|in)\b)[\w'’-]+,?\s+){1,3}?(?:and\s+)?(?:his|her|their|the)\s+"
    r"(?:actual |real |birth |own |adoptive |older |big |legal )*"
)
_PARENT = (
    r"(?:mum|mam|mom|mummy|mammy|mommy|mumma|mama|mother|ma|dad|daddy|da|father|papa|baba|tata|tato"
    r"|abba|amma|ammi|appa|step-?mum|step-?dad|parent)"
)
_CARER = (
    r"(?:nan|nanna|nana|gran|granny|grandma|grandmother|grandad|grandfather|guardian|carer|auntie"
    r"|aunty|aunt|uncle|foster (?:mum|dad|carer)|kinship carer|special guardian)"
)
_OF_OTHERS = r"(?:foster|god|great|host|house|school|kinship|my|whose|other|birth)"
_HERE = r"(?:here|speaking|writing|typing|messaging|texting)\b"
_SAID_ROLES = {
    "parent": re.compile(
        rf"(?:^|[.,;!?(\n]\s*|\b(?:hi|hello|a|am|as|single|step|adoptive)\s+)"
        rf"(?:(?!{_OF_OTHERS}\b)[a-z-]+\s+){{0,2}}?{_PARENT}\s+{_HERE}"
        rf"|(?:^|[.,;!?(\n]\s*|\b(?:hi|hello|adoptive|step|single|(?<!supporting )(?<!support )"
        r"(?<!helping )(?<!help )(?<!for )(?<!with )(?<!from )(?<!by )(?<!behalf "
        r"of )(?<!told )a)\s+)"
        rf"(?!{_PARENT} of (?:this|that|one)\b)(?:adoptive |step |single |birth )?{_PARENT}\s+(?:to"
        rf"|of)\s+(?!be\b)\w"
        rf"|\b(?:me|myself|i)\s*\(\s*(?:(?:his|her|their|the)\s+)?{_PARENT}\b"
        r"|"
        rf"{_BY_THE_WAY}{_PARENT}\b(?!['’]s)"
        r"|\b(?:i'?m|i am)\s+(?:his|her|their|the)\s+(?:actual|real|birth|own"
        rf"|adoptive)\s+{_PARENT}\b"
        rf"|\b(?:also|but|as)\s+(?:his|her|their|the|a)\s+{_PARENT}\b(?!['’]s)"
        rf"(?!\s+(?!here\b|and i\b|of\b|to\b|who\b|i\b|myself\b)[a-z])"
        rf"|(?:^|[.,;!?\n]\s*)[a-z]+[ -]speaking {_PARENT}\b"
        r"|(?:^|[.,;!?\n]\s*)(?:mum and dad|dad and mum)\b(?=\s*(?:[.,;!\n]|$|here|both"
        r"|together|of))"
        rf"|\b(?:i|we) (?:have )?adopted (?:him|her|them|\w+)\b"
    ),
    "young_person": re.compile(
        r"\bi(?:'?ve| have)?(?: just| now| recently)? turned (?:1[6-9]|2[0-5])\b|\b(?:1[6-9]"
        r"|2[0-5])[ -]?(?:years?[ -]old|yr old|yo) here\b"
    ),
    "carer": re.compile(
        rf"\b(?:i|we) foster\b|{_BY_THE_WAY}{_CARER}\b"
        r"|(?:^|[.,;!?\n]\s*|\b(?:we are|we're|hi|hello)\s+)(?:[a-z]+ "
        r")?grand-?parents?\s+(?:raising|bringing up|looking after|caring for|of|to|with|here|to)\b"
        rf"|(?:^|[.,;!?(\n]\s*|\b(?:hi|hello|a|am)\s+)(?:[a-z-]+\s+)??{_CARER}\s+(?:to|of|for)\s+"
        r"(?!be\b|(?:my|our|his|her|their) (?:own )?(?:mum|mam|mom|mother|dad|father"
        r"|husband|wife|partner|nan|gran|parents?|friend|neighbour))\w"
        rf"|(?:^|[.,;!?(\n]\s*|\b(?:hi|hello|a|am)\s+)(?:[a-z-]+\s+)??{_CARER}\s+{_HERE}"
        rf"|\b(?:me|myself|i)\s*\(\s*(?:(?:his|her|their|the)\s+)?{_CARER}\b"
        r"|\b(?:i|we) (?:look|looked) after my (?:\w+ )?(?:grand\w+|nephew|niece|cousin"
        r"|brother|sister)\b"
        r"|\b(?:i|we)(?:'m|'ve| am| have| are)?(?: now| been| both)*(?: the one)?(?: who)? "
        r"(?:look(?:s|ing|ed)? after|rais(?:e|ing|ed)|bring(?:ing)? up|brought up|car(?:e|ing) "
        r"for) (?:him|her|them) (?:now|since|full time|for (?:\w+ )?years|because|as (?:his|her"
        r"|their|mum|dad))"
        r"|(?:^|[.,;!?\n]\s*)(?:his|her|their) (?:\w+ )?(?:sister|brother|cousin)\b(?=[,.]| here)"
        r"|\band (?:his|her|their) (?:legal |special )?guardian(?: now)?\b"
        r"|\b(?:i'?m|i am) (?:his|her|their) (?:\w+ )?(?:brother|sister) and (?:his|her|their)\b"
        r"|\b(?:i'?m|i am) (?:an?|the|his|her|their) (?:older|big|elder|oldest|eldest"
        r"|adult) (?:brother|sister|sibling)\b"
    ),
    "other_professional": re.compile(
        r"\b(?:i'?m|i am|am)\s+(?:(?:the|a|an|his|her|their)\s+)?(?:\w+\s+)?(?:social worker"
        r"|health visitor"
        r"|family support worker|youth worker|early help worker)\b(?!\s+(?:said|says|told))"
        r"|(?:^|[.,;!?\n]\s*)(?:an? |the )?(?:independent |parent )?(?:advocate|charity worker"
        r"|support worker|social worker|health visitor|family worker|solicitor) (?:from|at|with"
        r"|for)\b"
    ),
    "sendiass": re.compile(
        r"^\W*(?:(?:hi|hello)[\s,]+)?(?!(?:my|our|the|no|is|are|what|who|got|with)\b)(?:[a-z-]+ "
        r")?sendias+(?: (?!said|told|says)[a-z-]+)?(?: (?:here|adviser|officer))?\s*[.;:\n]"
        r"|\bsendias+\b[^.!?\n]{0,25}?\bhere\b|(?:^|[.,;!?\n]\s*|\bi'?m\s+|\bi am\s+)(?:the\s+"
        r"|a\s+)?sendiass? (?:officer|adviser|advisor|worker)(?=\s*(?:[.,;!?]|here\b|supporting"
        r"|helping|for\b|in\b|at\b))"
    ),
}
_CARES_FOR = re.compile(
    r"(?:^|[.,;!?\n]\s*)(?:(?:hi|hello|hey)[\s,]+)?(?:i'?m |i am )?(?:a |the )?(?P<word>foster "
    r"(?:carer|mum|dad)|special guardian|kinship carer|guardian|grandma|nan|nanna|gran|grandad|mum"
    r"|mam|dad|mother|father)\s+(?:for|of|to)\s+(?!be\b|this\b|that\b|one\b)"
)
_KIN_OF_NAME = re.compile(
    r"['’]?s\s+(?P<word>mum|mam|dad|mother|father|nan|gran|grandma|grandad)\b"
)
_WRITES_AS_PARENT = re.compile(
    r"\b(?:writing|write|speaking|here|asking|contacting you|this is)\s+(?:solely |only |just "
    r"|simply )?"
    rf"as (?:a |his |her |their |the |[a-z]+['’]s )?{_PARENT}\b"
    rf"|\b{_I_AM} (?:the |his |her |their )?(?:step-?\s?)?(?:mum|mam|mammy|mummy|mother|dad"
    r"|daddy|father|parent|(?<=his )(?:ma|da|papa|mama|baba|tata)"
    r"|(?<=her )(?:ma|da|papa|mama|baba|tata))\b(?!['’]s|[- ](?:advis[eo]r|governor|carer forum"
    r"|support|partnership|liaison|rep|champion|helper|volunteer|worker))"
    r"|\b(?:(?:this|it)(?:'s| is) (?:about|for|regarding)|but|personal|not (?:for )?work)\b"
    r"[^.;!?]{0,30}\bmy own (?:son|daughter|child|boy"
    r"|girl)\b"
    rf"|(?:^|[.,;!?\n]\s*|\b(?:{_I_AM}|as)\s+)(?:(?:his|her|the|a)\s+)?{_PARENT}\s*(?:and|&|/|-)?\s*"
    r"(?:(?:his|main|only|full[- ]?time)\s+)*carer\b(?=\s*(?:[.,;!?\n]|$|here\b|to\b|of\b|for\b))"
    rf"|\b(?:but|just)\s+(?:i'?m )?(?:also\s+)?(?:his|her|their)\s+{_PARENT}\b"
    rf"(?!['’]s|\s+(?!here\b|and i\b|of\b|to\b)[a-z])"
)
_PARENT_TOO = re.compile(
    rf"\b(?:and|also|but|i'?m|i am|am|as|&)\s+(?:also\s+)?(?:(?:a|an|the|his|her|their"
    rf"|single)\s+){{0,2}}{_PARENT}\b(?!['’]s)|\b{_PARENT} (?:here|speaking|writing)\b"
    rf"|^\W*(?:(?:hi|hello|hey)\W+)?{_PARENT} (?:to|of) (?!an? |one |the |this |my |our )"
)
_CARER_AT_WORK = re.compile(
    r"\b(?<!foster )(?<!kinship )carer (?:on (?:lates|nights|earlies|shifts?)|for (?:the elderly"
    r"|old)|in (?:an? )?(?:care|nursing|residential|old|homes?\b)|at a (?:care|nursing|home)|by "
    r"(?:job|trade)|myself)\b"
)
_MYSELF = re.compile(r"\bcarer myself\b")
_FOSTER_BEFORE = re.compile(r"\b(?:foster|kinship|god)[ -]$")
_PROFESSIONS = ("school", "local_authority", "sendiass", "other_professional")


def settle_roles(
    message: ParentMessage, facts: Sequence[Fact], names: Sequence[Fact]
) -> list[Fact]:
    """Return the role of the writer: as they say, else as implied; two claims are not sure."""
    said = [fact for fact in facts if fact.entity == "referrer_role"] + _beside_names(
        message, names
    )
    said = [fact for fact in said if not _is_part_of_carer(message, fact)]
    values = list(dict.fromkeys(str(fact.value) for fact in said))
    as_parent = _WRITES_AS_PARENT.search(message.asserted)
    if as_parent:
        return [Fact("referrer_role", "parent", *as_parent.span())]
    if values == ["carer"] and _cares_for_a_living(message, said):
        return _as_parent_of_a_child(message, said)
    if own := tells_of_own_child(message, has_a_job=bool(set(values) & set(_PROFESSIONS))):
        return [Fact("referrer_role", "parent", *own)]
    if len(values) == 1:
        return [said[0]]
    if values:
        jobs = [fact for fact in said if fact.value in _PROFESSIONS]
        if jobs and all(value in _PROFESSIONS for value in values):
            return [jobs[0]]
        if jobs and set(values) <= {*_PROFESSIONS, "parent"} and not _is_parent_too(message):
            return [jobs[0]]
        if set(values) == {"parent", "carer"}:
            return (
                [next(fact for fact in said if fact.value == "parent")]
                if OWN_CHILD.search(message.plain)
                else [said[0]]
            )
        return [Fact(fact.entity, fact.value, fact.start, fact.end, None, False) for fact in said]
    implied = read_young_person(message) or _of_kin(message)
    return [implied] if implied else []


def _of_kin(message: ParentMessage) -> Fact | None:
    """What the writer is to the child, told in passing; a doubtful word counts with another."""
    titles = read_titles(message)
    others = implied_by_children(message)
    if grandchild := read_grandchild(message):
        told = [fact for fact in [*titles, *others] if fact.value == "carer" and fact.sure]
        return [*told, grandchild][0]
    if titles and not titles[0].sure:
        is_backed = any(fact.value == titles[0].value for fact in others)
        return replace(titles[0], sure=is_backed) if is_backed or not others else others[0]
    return next(iter([*titles, *others]), None)


def _is_parent_too(message: ParentMessage) -> bool:
    """Say whether somebody with a job may write as a parent: "I teach, and I'm mum to Ali"."""
    return bool(OWN_CHILD.search(message.plain) or _PARENT_TOO.search(message.plain))


def _cares_for_a_living(message: ParentMessage, said: Sequence[Fact]) -> bool:
    """Say whether caring is their job: "I'm a carer on lates", "a carer in a home"."""
    return all(_CARER_AT_WORK.search(message.plain, fact.start) is not None for fact in said)


def _as_parent_of_a_child(message: ParentMessage, said: Sequence[Fact]) -> list[Fact]:
    """The parent with such a job ("Daughter, 8"); nothing where they tell of no child."""
    found = OWN_CHILD.search(message.plain) or BARE_CHILD.search(message.plain)
    if found is not None:
        return [Fact("referrer_role", "parent", *found.span())]
    return [said[0]] if _MYSELF.search(message.plain) else []


def _is_part_of_carer(message: ParentMessage, fact: Fact) -> bool:
    """Say whether "mum" is only the end of "foster mum"."""
    return (
        fact.value == "parent" and _FOSTER_BEFORE.search(message.plain, 0, fact.start) is not None
    )


def _beside_names(message: ParentMessage, names: Sequence[Fact]) -> list[Fact]:
    facts = []
    for name in names:
        whose_kin = _KIN_OF_NAME.match(message.plain, name.end)
        writes_for = FOR_KIN_OF.search(message.plain, 0, name.start) is not None
        if whose_kin and name.role == "child" and name.sure and not writes_for:
            facts.append(
                Fact("referrer_role", _ROLE_OF[whose_kin["word"]], *whose_kin.span("word"))
            )
        if name.entity == "person_name" and name.role == "self":
            found = _ROLE_BEFORE_NAME.search(
                message.plain, 0, name.start
            ) or _ROLE_AFTER_NAME.match(message.plain, name.end)
            if found:
                facts.append(Fact("referrer_role", _ROLE_OF[found["word"]], *found.span("word")))
            elif name.sure and (job := read_job_after(message, name.end)):
                facts.append(job)
    at_school = _AT_SCHOOL.search(message.asserted)
    if at_school and not is_told_of(message.asserted, at_school):
        facts.append(Fact("referrer_role", "school", *at_school.span()))
    for role, job in _SAID_ROLES.items():
        if found := job.search(message.asserted):
            facts.append(Fact("referrer_role", role, *found.span()))
    if not any(fact.value in _PROFESSIONS for fact in facts):
        facts += read_jobs(message)
    cares = _CARES_FOR.search(message.asserted)
    if cares:
        is_parent = cares["word"] in _WORD_ROLES["parent"].split()
        facts.append(Fact("referrer_role", "parent" if is_parent else "carer", *cares.span("word")))
    for start, end in message.clauses:
        found = _ROLE_IN_CLAUSE.fullmatch(message.plain[start:end].strip(" .,!;"))
        if found and len(message.clauses) > 1:
            role = "parent" if found["word"].startswith("step") else _ROLE_OF[found["word"]]
            facts.append(Fact("referrer_role", role, start, end))
    return facts
