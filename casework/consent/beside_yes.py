"""What stands beside a yes: what takes it back, what limits it, and what leaves it as it is.

Whom else not to tell, and by which way, limits a yes and leaves it whole: the team has to read it.
Who takes out a part of what is asked ("not about my health") has not said yes to what was asked.
"""

from __future__ import annotations

import re

from casework.consent.clauses import Clause
from casework.consent.conditions import is_condition
from casework.consent.council_taken_back import takes_council_back
from casework.consent.holding_back import (
    asks_to_wait,
    denies_the_yes,
    holds_back,
)
from casework.consent.ways_to_agree import COUNCIL, ONE_WAY, Asked, Matter, makes_a_yes
from casework.consent.ways_to_refuse import refuses_outright
from casework.words import reads_as_question, reads_as_unsure, reads_as_venting

_LEADS_IN = re.compile(
    r"^(?:(?:and|but|so|though|tho|although|however|well|oh|ok|okay|please|pls|also|then|because|"
    r"cos|coz|cuz|um+|erm?|sorry|fine|right|thanks|ta|lol|plus|tbh|honestly|just)(?: |$))*"
)
_MOMENT = re.compile(
    r"^(?:(?:hang on|hold on|wait|hmm+|whatever|sorry|oh|ok|okay|look|right|fine|god|well|actually|"
    r"i said|i told you|told you|no i said|for (?:gods|fucks|petes|christs) sake|ffs|please|a sec|"
    r"one sec|sigh|listen|um+|erm?|i mean|omg|omfg|wow|lol|hi|hello|so|and)(?: |$))+$"
)
"""Said before the answer itself: "hang on\u2026 yes"."""
_BEFORE_HOLDS_BACK = re.compile(
    r"\b(?:but|wait|hang on|hold on|no|nope|nah|never|wrong|however|yet|first|later|until|till|til|"
    r"thinking|think (?:about|it)|unless|except|although|instead|actually|meant|question|"
    r"questions|only|if|provided|providing|depends|long as|withdraw|stop|cancel|"
    r"not (?:sure|now|ready|happy|keep|kept|share|shared|tell|told|say|said|send|all|my|his|her|"
    r"their|the|about|for|with|it|them|that|this|everything|anything|council|really|that)|"
    r"(?:dont|do not|doesnt|wont|cant|cannot|didnt|havent|not) (?:want|keep|store|save|share|tell|"
    r"send|say|trust|agree|like|let|use|think|want|put|write|give|include|mention|know|"
    r"(?:ring|call|contact|involve) (?:them|the council)))\b"
)
_HARMLESS = re.compile(
    r"^(?P<yes>.*?) ?\b(?:as long as|so long as|long as|if) (?:(?:it|that|this) (?:dont|doesnt|"
    r"does not|wont|will not|cant) (?:make|do|cause|get|go|affect|hurt|harm|mess|count) "
    r"(?:\w+ ){0,3}?(?:worse|harm|trouble|bother|against me|against us|against him|against her|"
    r"damage|problems|bad|things|him|her|us|me)|(?:it|that|this) (?:helps?|will help|gets?|means)"
    r"\b(?: \w+){0,4}|(?:you|u) (?:must|have to|need(?: it| to)?|want(?: to)?|think so|like)|"
    r"(?:thats|its) (?:ok|fine|what it takes|needed))$"
)
"""A hope rather than a condition: keeping or telling never makes anything worse."""
_TAKES_OUT = r"\b(?:dont|do not|not|never|without|except|apart from|leave out|nothing|no|only)\b"
_KEPT = (
    r"(?:keep|kept|keeping|stor(?:e|ed|ing)|sav(?:e|ed|ing)|record(?:ed|ing)?|hold|health|medical|"
    r"diagnos\w+|details|data|info\w*|everything|all of|(?:my|our|his|her) (?:\w+ )?names?|"
    r"address|bits?)"
)
_IN_SECRET = (
    r"\bkeep (?:it|this|everything) (?:private|confidential|between us|secret|quiet)\b|"
    r"\bconfidential\w*|\bin confidence\b|\banonym\w+|"
    r"\b(?:cant|cannot|mustnt|must not|not allowed to) (?:use|keep|share|pass)\b"
)
_WANTS_A_CHANGE = (
    r"(?:(?:i|we|s?he|they|id|wed) )?(?:(?:really|also|just|do|would) )*"
    r"(?:want(?:s|ed)?|needs?|like)\b"
    r"(?= to (?:wait|think|check|read|see|look|ask|speak|talk|discuss|go (?:over|back)|do|stop|"
    r"leave)\b| .*\b"
    r"(?:names?|age|birthday|date|day|letter|council|numbers?|e ?mail|address|sections?|parts?|"
    r"certificate|mediation|meeting|online|in person|answers?|lines?|words|bit|plan|interpreter|"
    r"chang\w+|fix\w*|add\w*|edit\w*|remov\w+|delet\w+|correct\w*|put|instead|different|another|"
    r"copy|out|in too|\d+)\b)"
)
"""Something of what was read; "I want this sorted" wants what the referral is for."""
_TAKES_A_PART_OUT: dict[Asked, re.Pattern[str]] = {
    "consent": re.compile(
        rf"{_TAKES_OUT}(?: \w+){{0,5}}? {_KEPT}\b|{_IN_SECRET}|"
        r"\b(?:dont|do not) want (?:it|this|that|anything|everything)\b"
    ),
    "share_with_council": re.compile(
        rf"^not (?:{COUNCIL})(?: |$)|{_IN_SECRET}|"
        rf"^(?:dont|do not|never)(?: ever| you)? (?:tell|let|show|send) {COUNCIL}\b|"
        r"^(?:dont|do not|never)(?: ever| you)? (?:mention|give|show|include|disclose)\b|"
        rf"{_TAKES_OUT}(?: \w+){{0,5}}? (?:about (?!it\b|this\b|us\b)|{_KEPT}\b)|"
        r"\b(?:dont|do not) want (?:it|this|that|anything|everything|them to (?:know|see|have)|"
        r"them knowing|you to tell them)\b"
    ),
    "reading": re.compile(
        r"\b(?:wrong|incorrect|mistake|typo|not (?:right|correct|true|quite)|"
        r"isnt (?:right|correct|true|it)|should (?:be|say|have)|meant|instead)\b|"
        r"^(?:not (?!the same|in\b|with\b|on\b|at\b|before|after|since|been|just|only|"
        r"that (?:the|it|they|he|she|anyone|there)\b|like (?:the (?:council|school)|them|they)\b|"
        r"sure (?:the (?:council|school)|they)(?:ll| will| would| even| ever)\b)|"
        r"only (?!on\b|online\b|in\b|by\b|at\b|with\b|after\b)|except|"
        rf"apart from|{_WANTS_A_CHANGE})"
    ),
}
_SOMEBODY = (
    r"(?:(?:my|his|her|the|our|their) (?:ex\w*|husband|wife|partner|mum|mam|dad|mother|father|"
    r"family|school|college|boss|work|landlord|social worker|brother|sister|son|daughter|nan|"
    r"gran\w*|in laws|step\w*|parents?|other half|teachers?|head|senco|gp|doctor|neighbou?rs?)"
    r"(?: \w+)?|him|her|school|anyone else|anybody else|nobody else|no one else|my ex\w*)"
)
_REACH = (
    r"(?:tell|ring|call|contact|involve|inform|text|write to|share(?: it)? with|talk to|speak to|"
    r"let|put|send|leave|come|visit|knock)"
)
_LEAVES_OUT = re.compile(
    rf"^(?:not|(?:dont|do not|never) (?:tell|ring|call|contact|involve|inform|text|write to|"
    rf"share(?: it)? with|talk to|speak to|let)) {_SOMEBODY}(?: anything| about (?:it|this)|"
    r" know| please| though| either| yet| at all)*$"
)
"""Who else is not to be told, beside a yes for the council."""
_REFUSES_SOMETHING_ELSE = re.compile(
    rf"^(?:dont|do not|never)(?: ever| you)? {_REACH}\b|"
    r"^(?:dont|do not) (?:know|have|need|do|mind|get|speak|read|use|live|remember)\b"
)
"""Begins as a refusal does, and refuses something else: "don't ring me at work"."""
_OTHER_MATTER: dict[Asked, Matter] = {"consent": "share_with_council"}
_NAMES_COUNCIL = re.compile(r"\b(?:council|local authority|la)\b")
_BY_ONE_WAY = re.compile(rf"(?:^|\b(?:yes|but|and|ok) ){ONE_WAY}(?: (?:or |and )?{ONE_WAY})*$")
_BUT = re.compile(r"^(?:but|though|tho|although|however|except|apart from|only)\b")
_LIMITS = re.compile(
    r"^(?:(?:but|though|tho|please|pls|just|and|so|also) )*(?:(?:only|not|nothing|except|"
    r"apart from|dont|do not|never) \w|no (?:one|body|need))|"
    r"\b(?:(?:i|we|id) (?:really )?(?:dont|do not|wouldnt) want|must|mustnt|(?:is|are) not to|"
    r"(?:has|have|needs?|got) to (?:be|come|know|see)|(?:keep|leave) (?:\w+ ){1,4}?out"
    r"(?: of (?:it|this|that|things))?$)\b"
)
_HANGS_ON = re.compile(r"\b(?:as long as|so long as|long as|provided|providing|if|unless)\b")
_IS_A_COMPLAINT = re.compile(
    r"\b(?:happy|enough|right|wrong|get\w*|given|agree\w*|provid\w+|offer\w*|help\w*|working)\b"
)
"""Said of what health or social care does, and not of who is to be told."""
_ABOUT_IT = re.compile(
    r"\b(?:who (?:will |can |does |gets to |is )?(?:see|read|know|look|have|get|tell|keep)\w*|"
    r"whos (?:seeing|reading|looking)|who (?:to|with|for)|whose|why|keep|kept|keeping|stored?|"
    r"storing|sees|seen|reads?|tell|told|shared?|sharing|private|privacy|safe|secure|confidential|"
    r"consent|agree|agreeing|yes|no|what for|for what|mean|meant|"
    r"what (?:is|are|was) (?:this|that|it|you)|whats (?:this|that|it)|delete|deleted|withdraw|"
    r"details|data|info\w*|health|know|knows|council|la|them|change my mind|undo|stop|"
    r"what do (?:you|u))\b|^to (?:what|who)\b|^(?:what|who)\?$"
)
"""A question about what the yes is to: it is answered first."""
_OF_OUR_WORK = re.compile(
    r"\b(?:certificates?|mediat\w+|plans?|ehcps?|letters?|appeals?|tribunal|lawyers?|solicitors?|"
    r"meeting|room|senco|sendiass|ipsea|transport|deadline|paper|cost|pay|money|fee)\b"
)
_OF_KEEPING_OR_TELLING = re.compile(
    r"\b(?:keep|kept|keeping|stored?|storing|sees?|seen|reads?|tell|told|telling|shared?|sharing|"
    r"private|privacy|safe|secure|confidential|consent|agree\w*|delete|deleted|withdraw|data|"
    r"who (?:knows|will know)|change my mind|undo|say yes|say no)\b"
)
_ORDERS = re.compile(r"^(?:dont|do not|never) (?!you\b|u\b|they\b|we\b|i\b)")
_ASKS_TO_BE_REACHED = re.compile(
    r"^(?:please )?(?:can|could|will|would) (?:some ?(?:one|body)|any ?(?:one|body)|you|u|they) "
    r"(?:(?:please|just) )*(?:ring|call|phone|text|e ?mail|contact|message|get back to|reply to) "
    r"(?:me|us)\b"
)
_GOES_ON = re.compile(r"^(?:and|so|also|plus|oh)\b")
_WHY_NOT = re.compile(r"^why (?:not|wouldnt (?:it be|it|i|we|you))\b")
_MOST_WORDS_OF_DOUBT = 3


def is_only_a_moment(clause: Clause) -> bool:
    """True for "hang on" and "omg", said before the answer itself."""
    return _MOMENT.match(clause.bare) is not None


def hope_taken_off(bare: str) -> str | None:
    """The yes of "yes as long as it dont make things worse"; None where there is no such hope."""
    hope = _HARMLESS.match(bare)
    return None if hope is None else hope["yes"].strip()


def lets_come_first(clause: Clause) -> bool:
    """True for what may be said before a yes and takes nothing from it."""
    if is_only_a_moment(clause) or _is_of_others(_bare(clause)):
        return True
    is_number = clause.bare.isdigit()
    if is_number or "?" in clause.bare or reads_as_question(clause.bare):
        return False
    if reads_as_unsure(clause.bare):
        return False
    return _BEFORE_HOLDS_BACK.search(clause.bare) is None


def takes_back(clause: Clause, asked: Asked, *, is_sure: bool, is_named: bool) -> bool:
    """True where what follows a yes leaves no yes to what was asked.

    `is_sure`: the yes was said outright; `is_named`: it said what is agreed to, so that no question
    beside it can be about what that is.
    """
    bare = _bare(clause)
    if not bare or leaves_it_whole(bare):
        return False
    if is_condition(bare, is_joined=clause.is_joined) and "?" not in clause.bare:
        return True
    if _is_question(clause):
        return not _may_be_asked_beside(clause, asked, is_sure=is_sure, is_named=is_named)
    other = _OTHER_MATTER.get(asked)
    if other is not None and _refuses_council(bare, other):
        return False
    if asked != "reading" and refuses_outright(bare, asked):
        return True
    if _TAKES_A_PART_OUT[asked].search(bare):
        return True
    if any(holds_back(each, asked, is_joined=clause.is_joined) for each in (bare, clause.bare)):
        return True
    if _REFUSES_SOMETHING_ELSE.match(bare):
        return False
    return reads_as_unsure(bare) and len(bare.split()) <= _MOST_WORDS_OF_DOUBT


def _may_be_asked_beside(clause: Clause, asked: Asked, *, is_sure: bool, is_named: bool) -> bool:
    """True for a question that is about something else than what the yes is to."""
    bare = _bare(clause)
    if asks_to_wait(bare):
        return False
    if _ASKS_TO_BE_REACHED.match(bare):
        return asked == "reading" or is_sure
    if begins_with_but(clause) and not is_named:
        return False
    if asked == "reading":
        is_of_it = clause.is_joined and _GOES_ON.match(clause.bare) is None
        return not (is_of_it or begins_with_but(clause))
    if is_named:
        return True
    is_of_ours = _OF_OUR_WORK.search(bare) and not _OF_KEEPING_OR_TELLING.search(bare)
    if is_of_ours or _WHY_NOT.match(bare):
        return is_sure
    return is_sure and _ABOUT_IT.search(bare) is None


def leaves_it_whole(bare: str) -> bool:
    """True for whom else not to tell, by which way to reach them, and for a mere hope."""
    return _HARMLESS.match(f"yes {bare}") is not None or _is_of_others(bare)


def denies_it_at_once(rest: Clause) -> bool:
    """True where what goes on from a yes in one breath makes it a no: "of course not"."""
    return not _is_of_others(rest.bare) and denies_the_yes(rest.bare)


def takes_a_part_out(clause: Clause, asked: Asked) -> bool:
    """True for "but not about my health" beside a yes, and for no question."""
    return not _is_question(clause) and _TAKES_A_PART_OUT[asked].search(_bare(clause)) is not None


def limits(clause: Clause) -> bool:
    """True for "but not the school" and "nothing in the post": the team has to keep to it."""
    if _is_question(clause):
        return False
    return _is_of_others(_bare(clause)) or _LIMITS.search(clause.bare) is not None


def says_whom_to_leave_out(clause: Clause) -> bool:
    """True for "but not social care" and "as long as health arent involved": people, not a part."""
    if _IS_A_COMPLAINT.search(clause.bare):
        return False
    return _HANGS_ON.search(clause.bare) is not None or limits(clause)


def begins_with_but(clause: Clause) -> bool:
    """True for "but we did the assessment", which may matter to what was agreed to."""
    return _BUT.match(clause.bare) is not None


def may_put_right(clause: Clause) -> bool:
    """True for "but it was the 5th"; false for "but dont ring the house" and "but thank you"."""
    bare = _bare(clause)
    if not begins_with_but(clause) or _is_question(clause):
        return False
    adds_nothing = makes_a_yes(f"yes {bare}", "reading") or reads_as_venting(bare)
    is_of_reaching = _is_of_others(bare) or _REFUSES_SOMETHING_ELSE.match(bare) is not None
    return not (adds_nothing or is_of_reaching or reads_as_unsure(bare))


def _refuses_council(bare: str, matter: Matter) -> bool:
    refuses = _NAMES_COUNCIL.search(bare) is not None and refuses_outright(bare, matter)
    return refuses or takes_council_back(bare)


def _is_question(clause: Clause) -> bool:
    """False for "don't tell them where we live", whatever it sounds like."""
    if "?" in clause.bare:
        return True
    return reads_as_question(clause.typed) and _ORDERS.match(_bare(clause)) is None


def _is_of_others(bare: str) -> bool:
    """True for whom else not to tell, and for the one way by which to reach them."""
    return _LEAVES_OUT.match(bare) is not None or _BY_ONE_WAY.search(bare) is not None


def _bare(clause: Clause) -> str:
    return _LEADS_IN.sub("", clause.bare)
