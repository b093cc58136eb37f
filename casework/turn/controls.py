"""What a parent can say at any moment instead of answering: why, skip, back, a person, stop …"""

from __future__ import annotations

import re

from casework.consent.asking_only import reads_as_no_referral
from casework.consent.calling_off import (
    asks_to_withdraw,
    calls_off,
    referral_called_off,
    wants_to_end,
)
from casework.consent.for_a_manager import asks_for_manager, reply_on_manager
from casework.consent.said import reads_as_refusal
from casework.consent.telling_later import reads_as_telling_council
from casework.message import Message
from casework.people.asks_to_be_reached import asks_to_be_reached_then
from casework.referral.changing import read_change
from casework.turn.asked_in_words import topic_in_words
from casework.turn.asked_of_case import CONSENTS, asks_what_an_answer_does
from casework.turn.coming_and_going import asks_for_person, read_asked_of_form, read_coming_or_going
from casework.turn.topics import PREFIX
from casework.turn.wishes_to_change import (
    read_field_name,
    wants_an_answer_changed,
    wants_to_go_back,
)
from casework.words import reads_as_no, reads_as_question, reads_as_skip

SURE_ENOUGH = 0.6
"""Below this the intent alone does not take a message away from the question asked."""
_CARRY_ON = (
    r"(?:(?:right|sorry|please|so)\W+)*(?:(?:(?:can|could|shall|may) (?:we|i) |let'?s "
    r"|i'?d like to |i(?:'ve|ve| have)? (?:do )?(?:want|would like|decided) to |i(?:'ll| will) )?"
    r"(?:please )?(?:just )?(?:carry on|continue|go on|resume|keep going|pick (?:it |this )?up|"
    r"finish (?:it|this))(?: (?:with (?:it|this)|(?:from )?where (?:we|i) (?:left off|stopped|"
    r"were)))?|(?:i'?m|i am|we'?re) (?:back|here)(?: again)?|back|ready|start|where were we|"
    r"(?:i(?:'ve|ve| have)? )?changed my mind)(?: (?:please|now|again|then|to carry on))*"
)
_CHEERS = (
    r"(?:that'?s|it'?s|great|good|lovely|perfect|brilliant|cool|thanks?|thank you|cheers|ta|ok|"
    r"right|all|for now|for (?:your|the|all your) help|so much|very much|then)"
)
_PHRASES: dict[str, str] = {
    "start_again": r"(?:can (?:i|we) |lets |let's |i want to |please )?"
    r"(?:start|begin) (?:again|over|afresh)(?: please)?|restart|reset",
    "stop": r"(?:please )?(?:stop|quit|exit|end|cancel)"
    r"(?: (?:it|this|now|here|for now|please|the chat))?(?: please| thanks)?|"
    r"(?:actually\W+|no\W+)*forget (?:it|this|about (?:it|this)|the whole thing)(?: then)?|"
    r"(?:can (?:i|we) )?(?:stop|pause) (?:here|for now|there)|not now",
    "go_back": r"(?:please )?(?:go |take me |can (?:i|we) go )?back"
    r"(?: (?:one|a step|one step|please))?|"
    r"previous(?: question)?|undo",
    "why": r"why(?: (?:do|would|did|are) (?:you|u|ya) (?:need|want|ask|asking|have)\b.{0,40})?\W*|"
    r"why(?: is)? (?:that|this)(?: needed)?\W*|what (?:do you need|is) (?:that|this|it) for\W*|"
    r"what for\W*|why\W* (?:u|you) (?:ask|asking|need).{0,20}|"
    r"y (?:(?:do|did|would|are|r) )?(?:u|you|ya) (?:ask|need|want|have).{0,40}",
    "help_me": r"help(?: me)?(?: please)?|(?:i )?(?:really |just )?need (?:some )?help|"
    r"what do you mean|"
    r"i don'?t (?:get|understand) (?:it|this|the question|what you mean)|"
    r"(?:can you )?explain(?: (?:that|this|it|the question))?(?: please)?|"
    r"what does (?:that|this|it) mean|sorry\W*what|eh|huh|give me an example|"
    r"(?:sorry |and |but )*(?:what|wot)(?:'?s| is| are| even is| even are)? (?:one of )?(?:those|"
    r"them|these|one)(?: (?:then|please|when .{1,20}))?",
    "want_person": r"(?:a |real |human |the )*"
    r"(?:person|human|someone|somebody|agent|adviser|advisor|caseworker|operator)(?: please)?|"
    r"(?:please )?(?:ring|call) me(?: back)?(?: please)?",
    "ask_question": r"(?:(?:can|could|may) (?:i|we)(?: just)? ask(?: you)?|"
    r"(?:i|we)(?: just| also)? (?:have|got|want to ask|need to ask|would like to ask)|"
    r"i'?(?:ve|d)(?: just)? (?:got|like to ask)|ask|just) "
    r"(?:an?|one|another|some|a few|a couple of|one more)(?: (?:quick|small|other|more))? "
    r"(?:questions?|qs?)(?: please| first)?",
    "carry_on": rf"(?:{_CARRY_ON}\W+(?:and |so |but |now )?)*{_CARRY_ON}",
    "greet": r"(?:hi+|hello+|hey+|hiya|heya|good (?:morning|afternoon|evening))(?: there| again)?",
    "thanks": r"(?:many )?thanks(?: a lot)?|thank (?:you|u)(?: so| very)?(?: much)?|thx|ta|cheers",
    "goodbye": rf"(?:{_CHEERS}\W+)*(?:good ?)?bye(?:[ -]?bye)?(?: (?:now|then|for now|all|x+))*|"
    r"see (?:you|ya)|ta[ -]ra",
    "privacy": r"(?:the )?privacy(?: (?:notice|policy|please))?",
}
_MATCHERS = {
    name: re.compile(
        rf"^\W*(?:ok |okay |pls |please |um |er |hi |no )?(?:{phrase})\W*$", re.IGNORECASE
    )
    for name, phrase in _PHRASES.items()
}
_CHANGES = re.compile(
    r"\b(?:change|correct|edit|fix|amend|update|alter|redo|remove|delete)\b.{0,12}"
    r"\b(?:my|the|his|her|an?|one|that|"
    r"answer|something|it|who i am)\b|^\W*change(?: something| it| an answer)?\W*$|"
    r"\bgot .{0,20} wrong\b",
    re.IGNORECASE,
)
_NOTHING_TO_CHANGE = re.compile(
    r"\b(?:nothing|nowt|no need|dont need|don'?t want)(?: \w+)? to "
    r"(?:change|correct|edit|fix|amend|alter|redo)\b",
    re.IGNORECASE,
)
_CHANGED_BY_OTHERS = re.compile(
    r"\b(?:it|this|that|which|what|they|he|she|mediation|meeting|council|la|school|tribunal|anyone"
    r"|anything|nothing) (?:\w+ ){0,2}?(?:change|correct|edit|fix|amend|update|alter|remove)\b",
    re.IGNORECASE,
)
"""Said of what others change: "will it change my right to appeal?" """
_SAY_IT_THEMSELVES = frozenset({None, *CONSENTS, "route_wanted", "summary", "change_what"})
"""Questions at which "what happens if I say no?" has an answer of its own."""
_BY_INTENT = frozenset(
    {"why", "help_me", "go_back", "start_again", "stop", "want_person", "carry_on", "thanks"}
    | {"goodbye", "greet"}
)
_LONGEST_BY_INTENT = 8
_SAYS_SO = {
    "stop": re.compile(
        r"\b(?:stop\w*|end|finish\w*|leave|quit|exit|cancel|close|pause|save|later|tomorrow|tonight|"
        r"today|enough(?! of)|no more|any ?more|call it a day|can'?t do|go|going|continue|carry on|"
        r"another time|forget it|halt|not now)\b",
        re.IGNORECASE,
    ),
    "goodbye": re.compile(
        r"bye|\b(?:see (?:you|ya|yer|u)|cya|laters?|tomorrow|take care|farewell|ta[ -]?ra|cheerio|"
        r"good ?night|night night|nighty|(?:talk|speak) (?:soon|later)|catch (?:you|ya)|have a|"
        r"all the best|so long|off now|going|leaving|next time|nite|c u|l8r|ttfn|ttyl|nos da|"
        r"that'?s (?:all|it|everything|me))\b",
        re.IGNORECASE,
    ),
}
"""Nothing learnt ends the talk without a word of it: "long night with the baby"."""
_ABOUT_THE_DISPUTE = frozenset({"issue", "sections", "school_only_check"})
_COUNCILS_TO_CHANGE = frozenset({"plan", "issue", "sections", "council", "school_only_check"})
"""What parents want changed by the council; as answers they are changed at the review."""
_OF_THE_PLAN = _ABOUT_THE_DISPUTE | {"plan", "decision_date", "route_wanted"}
_STOPPING = re.compile(r"\b(?:stopping|stopped|stops|ending|ended|cancell?ing|cancell?ed)\b", re.I)
_NAMES = frozenset({"name", "child_name"})
_FULL_NAME = re.compile(
    r"(?!(?:Want|Need|Get|Give|Speak|Talk|Real|Please|Any|Some|Live|No|The|To) )"
    r"[A-Z][\w'.-]* (?:[A-Z][\w'.-]* )?[A-Z][\w'-]*"
)
"""Tara Human and Mark Stop, where a name is asked for."""
_LIKE_NAMES = frozenset({"greet", "thanks", "goodbye"})
"""Intents of single words, which a name may look like: Holly is no hello."""
_NOTHING_ANSWERED_YET = frozenset({None, "consent"})
_LOOKED_AT = frozenset({"summary", "change_what", "anything_else"})
"""What is wrong is put right there by ways of their own."""
_FREE_TEXT = frozenset({"in_own_words", "best_time", "supporters", "language", "access_needs"})


def read_control(
    message: Message, pending: str | None, *, after: str | None = None, is_sent: bool = False
) -> str | None:
    """The control that the message is, or None. Fixed phrases first, then a sure short intent.

    "no" to a question stays an answer, and a long message is never taken for a control by its
    intent alone: a wrong "stop" costs more than one more question. Nor is what is rather a
    question about the topic answered last (`after`): "I think I'm past that". `is_sent`: the
    referral was handed in, so that "cancel it" is more than a pause.
    """
    text = message.plain
    if read_change(text) is not None:
        return "change_answer"
    if not is_sent and referral_called_off(text) is not None:
        return "cancel_another"
    if asks_to_withdraw(text):
        return None if pending == "consent" and reads_as_refusal(text, "consent") else "withdraw"
    if calls_off(text, is_sent=is_sent):
        return "stop" if pending == "consent" else "withdraw"
    if wants_to_end(text, pending):
        return "stop"
    if pending not in (None, "consent") and reads_as_no_referral(text):
        return "stop"
    on_manager = reply_on_manager(text, after) if pending in (None, *CONSENTS) else None
    if on_manager is not None:
        return on_manager
    of_form = read_asked_of_form(text) if pending not in _NOTHING_ANSWERED_YET else None
    if of_form is not None and not (is_sent and of_form == "how_many_left"):
        return of_form
    coming_or_going = read_coming_or_going(text, pending)
    if coming_or_going is not None:
        return coming_or_going
    for name, matcher in _MATCHERS.items():
        if matcher.match(text):
            return _unless_it_is_an_answer(name, text, pending)
    if pending not in _NOTHING_ANSWERED_YET | _LOOKED_AT:
        if wants_an_answer_changed(text):
            return "change_answer"
        if wants_to_go_back(text):
            return "go_back"
    if pending not in _SAY_IT_THEMSELVES and asks_what_an_answer_does(text):
        return "why"
    if asks_for_person(text):
        return "want_person"
    if reads_as_skip(text):
        return "skip"
    if asks_for_manager(text):
        return "complain"
    if reads_as_telling_council(text) is False:
        return None
    if _asks_to_change(text, pending):
        return "change_answer"
    if pending in _FREE_TEXT or len(text.split()) > _LONGEST_BY_INTENT or message.entities:
        return None
    if topic_in_words(text) is not None or asks_to_be_reached_then(text):
        return None
    if pending in _NAMES and (message.intent in _LIKE_NAMES or _FULL_NAME.fullmatch(text)):
        return None
    if message.confidence < SURE_ENOUGH:
        return None
    if message.intent == "start_referral" and pending not in _NOTHING_ANSWERED_YET | _LOOKED_AT:
        return "carry_on"
    says_so = _SAYS_SO.get(message.intent)
    if message.intent not in _BY_INTENT or (says_so is not None and not says_so.search(text)):
        return None
    if not _leads_on(message, after):
        return _unless_it_is_an_answer(message.intent, text, pending)
    return None


def _leads_on(message: Message, after: str | None) -> bool:
    """True where the words make a surer question, right after the last answer, about another."""
    if not message.leaning:
        return False
    intent, confidence = message.leaning[0]
    is_other = intent.startswith(PREFIX) and intent != f"{PREFIX}{after}"
    return is_other and confidence > message.confidence


def _asks_to_change(text: str, pending: str | None) -> bool:
    """True for "change my number"; false where it is the council that should change something."""
    if pending in (None, "consent", "change_what") or not _CHANGES.search(text):
        return False
    if _NOTHING_TO_CHANGE.search(text):
        return False
    if pending in ("summary", "anything_else"):
        return True
    if reads_as_question(text) and _CHANGED_BY_OTHERS.search(text):
        return False
    if topic_in_words(text, pending=pending) is not None:
        return False
    is_short = len(text.split()) <= _LONGEST_BY_INTENT
    may_be_the_dispute = pending in _ABOUT_THE_DISPUTE or pending in _FREE_TEXT
    return is_short and not may_be_the_dispute and read_field_name(text) not in _COUNCILS_TO_CHANGE


def _unless_it_is_an_answer(name: str, text: str, pending: str | None) -> str | None:
    """None where "ready", "go on" or "no thanks" answers a consent or the review.

    "Stopping" tells what becomes of the plan.
    """
    if name == "stop" and pending in _OF_THE_PLAN and _STOPPING.search(text):
        return None
    if name == "thanks" and reads_as_no(text):
        return None
    if name == "help_me" and pending is None and "need" in text.lower():
        return None
    if name in {"carry_on", "thanks", "greet", "goodbye"} and pending in {"consent", "summary"}:
        return None if name == "carry_on" else name
    return name
