"""What is asked of the chat itself: a person, are you there, how much is left, to stop."""

from __future__ import annotations

import re
from typing import Literal

from casework.words import reads_as_plain_yes

ComingOrGoing = Literal["here", "wait", "stop", "carry_on"]
AskedOfForm = Literal["so_far", "how_many_left"]
_BESIDE = (
    r"(?:sorry|hmm+|well|ok|okay|thanks?|thank you|cheers|right|hi+|hello+|hey+|oh|um|er|"
    r"just|please|pls|"
    r"(?:sorry )?(?:about|for) (?:that|the (?:wait|delay)))"
)
_LEAD = rf"^\W*(?:{_BESIDE}\W+)*"
_END = rf"(?:\W+(?:now|again|then|please|pls|x+|bye|{_BESIDE}))*\W*$"
_ARE_YOU_THERE = re.compile(
    rf"{_LEAD}(?:(?:are |r )?(?:you|u|ya) (?:still )?(?:there|here)|"
    r"(?:is )?(?:any|some)(?:one|body) (?:still )?(?:there|here)|(?:hi+|hello+|hey+)(?: \?|\?))"
    rf"{_END}",
    re.IGNORECASE,
)
_AMOUNT = r"(?:an?|one|two|a couple of|a few|five|ten|\d{1,2})"
_UNIT = r"(?:min(?:ute)?s?|mo(?:ment)?s?|sec(?:ond)?s?|ticks?)"
_FETCHES = (
    r"(?:(?:while i|i'?m|i|i'?ll|let me|just|need to|have to|got to|gotta|to) ?)+"
    r"(?:get|find|fetch|look|grab|sort|answer)(?:ting|ing)?\b[^?\d]{0,40}"
)
_CALLED_AWAY = (
    r"(?:there'?s )?(?:some(?:one|body)|the (?:door|phone|baby|kids?|dog|kettle|postman))\b"
    r"[^?\d]{0,30}"
)
_WAITS = (
    r"(?:(?:can|could) you )?(?:hang on|hold on|bear with(?: me)?|wait)"
    rf"(?: (?:for )?{_AMOUNT} {_UNIT})?|"
    rf"(?:(?:give|gimme) ?(?:me)?|i(?: just)? need|need|can i have|just)? ?{_AMOUNT} (?:more )?"
    rf"{_UNIT}|brb|let me(?: just)? (?:see|check|look|think|have a look|read)"
    r"(?: (?:it|this|that|at (?:it|this|that)|(?:it )?through|first|for a (?:bit|min\w*|sec\w*)))*|"
    r"(?:i(?:'ll| will) |will )?be right back|"
    rf"(?:i(?:'ll| will) )?(?:be )?back in (?:{_AMOUNT}|half an)(?: (?:{_UNIT}|hours?))?"
)
_MAY_I = r"(?:(?:can|could|may) (?:i|we)|(?:i|we)(?:'?d| would) (?:like|want) to|let (?:me|us))"
_NEEDS_TO = r"(?:(?:i|we)(?:'?ll| will)?(?:'?ve| have)? ?)?(?:need to|have to|want to|got to|gotta)"
_THINKS = (
    rf"(?:{_MAY_I}|{_NEEDS_TO}|(?:i|we)(?:'?ll| will)) (?:just )?"
    r"(?:(?:have a )?think(?: (?:about|on|over) (?:it|this|that))?|sleep on it|"
    r"(?:talk|speak|chat) (?:to|with) {0}|ask {0}|check with {0}|talk it over(?: with {0})?)"
    r"(?: (?:first|about (?:it|this|that)|for a bit|before (?:that|i \w+)))*"
).replace(
    "{0}",
    r"(?:(?:my |his |her |their |the )?(?:husband|hubby|wife|partner|fella|mum|mam|mom|dad|"
    r"family|son|daughter|other half|ex|solicitor|school|senco)|him|her|them)",
)
_LATER = r"(?:later(?: on)?|soon|tomorrow|tonight|in a (?:bit|while)|another (?:time|day))"
_ERRANDS = (
    r"(?:go|going|dash|run|shoot|nip|pop|pick|collect|fetch|get|put|feed|leave|out|off|up|down|"
    r"and|to|the|my|him|her|them|from|for|kids?|children|baby|son|daughter|school|nursery|shops?|"
    r"work|tea|dinner|bed|run|in|now|home|here|are|is)"
)
_CALLS = (
    r"(?:the |my )?(?:kids|baby|son|daughter|boys|girls)(?:'?s| is| are)? "
    r"(?:home|here|up|awake|crying|back)"
)
_LEAVES = (
    rf"(?:i(?:'ll| will) |will )?(?:be |come |get |pop )?back(?: to (?:this|it|you))? {_LATER}|"
    r"(?:i(?:'ll| will) |will )(?:come|get) back to (?:this|it|you)|"
    rf"(?:{_CALLS}\W+(?:so |and )?)?"
    r"(?:i(?:'?ve| have)? |sorry )?(?:got to|gotta) "
    rf"(?:go|dash|run|shoot|nip|pop|leave|pick|collect|fetch)(?: {_ERRANDS})*|"
    rf"(?:i |sorry )?(?:have to|need to) (?:go|dash|run|leave)(?:\W+{_CALLS})?|"
    r"(?:my |the )?(?:phone|battery|tablet|laptop)(?:'?s| is)? (?:dying|low|running out|"
    r"(?:(?:about|going) to |gonna |nearly |almost )+(?:die|dead|flat|run out))"
    r"(?: (?:of|on) (?:battery|charge))?"
)
_TURN_AWAY = re.compile(
    rf"{_LEAD}(?P<said>{_LEAVES}|{_WAITS})"
    rf"(?:\W+(?:and |so |but |i(?:'ll| will) )?(?:{_LEAVES}|{_WAITS}|{_FETCHES}|{_CALLED_AWAY}))?"
    rf"{_END}",
    re.IGNORECASE,
)
_PUTS_IT_OFF = re.compile(
    r"\b(?:(?:can|could|may|shall|will) (?:i|we|she|he|they|(?:my )?(?:mum|mam|mom|dad|nan|wife|"
    r"husband|partner|carer))|(?:i|we)(?:'?ll| will| ?'?d rather| am going to|'?m gonna)|let me|"
    r"^\W*)(?: just| please)? (?:do|finish|fill|answer|check|complete|send|sort|come back(?: to)?|"
    r"carry on(?: with)?|pick up|pick (?:it|this) up)"
    r"(?: (?:it|this|that|them|these|in|out|the rest))*"
    r" (?:later|tomorrow|tonight|another (?:time|day)|after (?:work|school|tea)|"
    r"when (?:she|he|they|i|we|its|it)(?:'?s|'?re|'?m| is| are| am| gets?| get)\b[^?]*)\W*$|"
    r"\b(?:can'?t|cannot|(?:don'?t|do not) want to) (?:carry on|continue|finish|keep going)"
    r"(?: with)?(?: (?:it|this|that|the|form|now|any ?more|today))*\W*$|"
    r"(?:^|[.,;!]|\bsorry\b)\W*(?:i(?:'?ve| have)? )?(?:got to|gotta) (?:go|dash|run)(?! (?:to|"
    r"through|back|into|via|over|for|with|there|on)\b)",
    re.IGNORECASE,
)
"""It is done another time, by whom ever: "my mum is at work can she do it later"."""
_LONGEST_PUT_OFF = 16
_SOON = re.compile(rf"\b(?:{_WAITS})\b", re.IGNORECASE)
_IS_BACK = re.compile(
    rf"{_LEAD}(?:i'?m|i am|we'?re|we are) back{_END}",
    re.IGNORECASE,
)
_THINKS_FIRST = re.compile(rf"{_LEAD}(?:{_THINKS}){_END}", re.IGNORECASE)
_DECIDE = frozenset({"consent", "share_with_council", "route_wanted", "summary"})
"""Questions that somebody may want to think about, or ask their family about, first."""
_OF_TIMES = frozenset({"best_time"})
"""Questions that "back in 2 hours" may answer."""
_WRITTEN = r"(?:put|said|told you|got|have|had|wrote|written|noted?(?: down)?|taken(?: down)?)"
_MY_ANSWERS = rf"(?:what (?:i|we|you)(?:'?ve| have)? {_WRITTEN}|my answers|it all|the form)"
_BACK = r"(?: back| to me| so far| already| all)*"
_SO_FAR = re.compile(
    r"^\W*(?:(?:ok|so|and|sorry|wait|hang on|please|just)\W+)*(?:"
    r"what (?:have|did|do) (?:you|u)(?: already)? (?:get|put|write|note|have|"
    rf"{_WRITTEN})(?: down)?(?: (?:so far|already|(?:for|on|about) (?:me|us|him|her)))*|"
    r"(?:(?:can|could|may) (?:i|we|you|u) |please |just |let me )*(?:see|check|read|show|tell)"
    rf"(?: me)?{_BACK} {_MY_ANSWERS}{_BACK}(?: before (?:it goes|(?:i|you|we) send(?: it)?))?|"
    r"(?:(?:can|could) (?:you|u) )?read (?:it|that|this)(?: all)? back(?: to me)?|"
    r"what did i (?:put|say|write|tell (?:you|u)|give (?:you|u))(?: (?:for|as|about) [^?]{1,30})?|"
    r"(?:did i (?:give|tell|send) (?:you|u)|(?:have|do) (?:you|u) (?:got|have)) (?:my|his|her|our) "
    r"[^?]{1,30})(?: please)?\W*$",
    re.IGNORECASE,
)
_LEFT = r"(?: (?:are |is )?(?:there|left|to go|to do|more|of (?:this|these|them)))"
_HOW_MANY_LEFT = re.compile(
    r"^\W*(?:(?:ok|so|and|sorry|oh|omg|god)\W+)*(?:"
    rf"how many (?:more |other )?(?:questions|qs){_LEFT}*|how many{_LEFT}+|"
    rf"how much (?:longer|more){_LEFT}*|(?:is|are) there (?:much|many|a lot)(?: more)?"
    rf"(?: questions)?{_LEFT}*|(?:there are |it'?s )?(?:too|so) many questions|"
    r"(?:(?:is (?:this|it|that)|are we|am i) )?(?:nearly|almost) (?:done|there|finished|over)|"
    r"(?:are we|am i|is (?:it|this|that)) (?:all )?(?:done|finished)(?: yet)?|"
    r"(?:this|it)(?:'s| is) (?:too|so|very) long|how long is th(?:is|e) (?:form|chat|thing)|"
    r"do i (?:have|need) to answer (?:all|every)[^?.]{0,20})(?: please| now| then)?\W*$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:speak|talk|chat|text|message|put me through|get through)\b.{0,25}\b(?:to|with)\b.{0,25}"
    r"\b(?:person|human|someone|somebody|real|adviser|advisor|caseworker|staff|your team|the team|"
    r"one of (?:you|your))\b|\b(?:real|actual) (?:person|human)\b(?! (?:pick|answer|look|said)\w*)|"
    r"\b(?:person|human(?: being)?|someone|somebody|anyone) (?:that |who )?(?:i|we) (?:can|could) "
    r"(?:speak|talk|chat)\b|(?<!in )\b(?:person|human) (?:please|pls|plz)\b|\bperson to help\b|"
    r"\bput (?:a|some) ?(?:person|human|one|body) on\b|"
    r"\bone of (?:you|your (?:people|team|staff)) (?:to )?(?:talk|speak|ring|call)\b|"
    r"\bi want (?:a )?(?:person|human)\b|"
    r"\b(?:can|could|would|will|please|pls|get|want|need|like)\s+(?:a |an |the )?(?:real |actual )?"
    r"(?:someone|somebody|person|human|one of you)\s+(?:to\s+)?(?:please\s+)?(?:ring|call|phone)\b",
    re.IGNORECASE,
)
_ASKS_ABOUT_STAFF = re.compile(
    r"\bare (?:you|u|ya)\b|\bis this\b|\bam i\b|\bmust (?:i|we)\b|\bhow (?:soon|long|many)\b|"
    r"\b(?:do|did) (?:i|we) (?:have|need) to\b|"
    r"\b(?:does|do|did|will|would|has) (?:an?y? )?(?:real |actual )?"
    r"(?:person|people|human|someone|somebody|anyone|anybody|staff)\b",
    re.IGNORECASE,
)
"""Said of a person without asking for one: "does a real person see it?" """
_A_BOT = r"(?:a |an |some |this |the |to )*(?:chat ?)?(?:bot|robot|machine|computer|ai)s?\b"
_ASKS_AGAIN = re.compile(
    r"\b(?:i|we)(?:'ve|ve| have)?(?: already| just)? (?:asked|begged|wanted|said i want(?:ed)?)"
    r"(?: you)?(?: for| to (?:speak|talk) to)? (?:a |an )?(?:real |actual |live )?"
    r"(?:person|human(?: being)?|someone|somebody|call ?back|adviser|advisor)"
    r"(?: to (?:ring|call|phone|help) (?:me|us))?"
    r"(?:(?: \w+){1,3} ago| already| before| please| now)?"
    r"\W*(?:$|[.,!?]|\b(?:not|and|so|but)\b)|"
    r"\b(?:i|we|i'?m|we'?re) (?:really |just )?"
    r"(?:do ?n'?t|do not|wo ?n'?t|ca ?n'?t|hate|refuse|not)\b"
    r"(?: (?:want|like|need|wanna))?(?: to)? (?:be )?"
    r"(?:speak|talk|chat|deal|do (?:this|it|all this))(?:ing)? (?:with|to|through) "
    rf"{_A_BOT}|"
    rf"\b(?:fed up|sick) (?:of|with) (?:speaking|talking|chatting|dealing) (?:with|to) {_A_BOT}|"
    r"\b(?:will|can|could|would) (?:some(?:one|body)|any(?:one|body)|a person|one of you)"
    r"(?: (?:actually|really|please|just))* (?:ring|call|phone) (?:me|us)"
    r"(?: back)? (?:today|now|asap|tonight|right away|straight away|please|pls)\b",
    re.IGNORECASE,
)


def read_coming_or_going(text: str, pending: str | None) -> ComingOrGoing | None:
    """What such a message asks of us; None for any other, and for one that tells anything.

    >>> read_coming_or_going("hang on, the baby is crying", "name")
    'wait'
    >>> read_coming_or_going("got to pick up the kids, back later", "name")
    'stop'
    """
    if _ARE_YOU_THERE.match(text) and (pending is not None or "there" in text.lower()):
        return "here"
    if _IS_BACK.match(text):
        return "carry_on"
    if pending in _DECIDE and _THINKS_FIRST.match(text):
        return "wait"
    if pending in _OF_TIMES:
        return None
    if _TURN_AWAY.match(text):
        return "wait" if _SOON.search(text) else "stop"
    is_put_off = len(text.split()) <= _LONGEST_PUT_OFF and _PUTS_IT_OFF.search(text)
    return "stop" if is_put_off else None


def read_asked_of_form(text: str) -> AskedOfForm | None:
    """What is asked of the form, or None.

    >>> read_asked_of_form("what have you got so far?")
    'so_far'
    >>> read_asked_of_form("are we nearly done")
    'how_many_left'
    """
    if _SO_FAR.match(text):
        return "so_far"
    return "how_many_left" if _HOW_MANY_LEFT.match(text) else None


def on_return(text: str, control: str | None) -> str | None:
    """The control once they had left: "hi", or "ok" to our goodbye, answers and sends nothing."""
    is_bare = control is None and reads_as_plain_yes(text) and "send" not in text.lower()
    return "carry_on" if control == "greet" or is_bare else control


def asks_for_person(text: str) -> bool:
    """True for "can I talk to someone" and "I asked for a person"; false for "are you a person?".

    >>> asks_for_person("i dont want to talk to a bot")
    True
    """
    if _ASKS_AGAIN.search(text):
        return True
    return _PERSON.search(text) is not None and not _ASKS_ABOUT_STAFF.search(text)
