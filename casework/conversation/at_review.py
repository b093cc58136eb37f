"""The answer to "is all this right?": it is sent, or something of it is put right first.

A question beside a clear "send it" is answered, and it is sent all the same.
"""

from __future__ import annotations

import re

from casework.answers.fact import Fact
from casework.answers.facts import facts_in
from casework.consent.council_spoken_of import name_council, speaks_of_our_telling
from casework.consent.council_taken_back import may_take_council_back
from casework.consent.leading import read_yes
from casework.consent.ways_to_agree import makes_a_yes
from casework.conversation.asked_of_sending import tells_what_stands
from casework.corrections.lines_put_right import ask_again, take
from casework.corrections.review import ask_what_to_change, take_change, take_review_answer
from casework.corrections.sending import (
    asks_if_right,
    asks_to_send,
    sends_besides,
    sends_once_changed,
    sends_without_council,
)
from casework.dispute.result import date_to_act_by
from casework.people.asks_to_be_reached import asks_to_be_reached_then
from casework.referral.record import find_missing
from casework.referral.show import show_date
from casework.turn.compared import adds_to_answers, same_value
from casework.turn.consents import answer_share
from casework.turn.left_out import (
    say_what_is_left_out,
    tells_only_of_another,
    without_another_child,
)
from casework.turn.misses import note_miss
from casework.turn.own_words import keep_words
from casework.turn.putting_facts import take_facts
from casework.turn.state import Turn
from casework.turn.taking import take_beside, with_places
from casework.turn.topic_turns import answer_topics
from casework.turn.topics import asks, read_topics
from casework.words import reads_as_question, straighten

SHORTEST_REMARK = 4
"""Words; what is shorter beside a yes is mostly thanks."""
_READ_ONCE_MORE = frozenset({"issue", "sections", "safe_contact", "share_with_council"})
"""What they should see before it is sent, however they ask."""
_WISHES = frozenset(
    {"safe_contact", "email", "best_time", "access_needs", "meeting_format", "supporters"}
    | {"language"}
)
_OF_TELLING = re.compile(
    r"\b(?:send|submit|yes+|yeah|yep|ok|okay|fine|correct|happy|go ahead|tell\w*|told|let|know\w*|"
    r"involv\w+|shar\w+|mention\w*|say|keep|contact\w*|speak|talk\w*|inform\w*|without|hide)\b",
    re.IGNORECASE,
)
_SHOULD_SAY = re.compile(r"\b(?:it|that|this) should (?:be|say|read)\b(?!.*\?)", re.IGNORECASE)
"""Puts a line right, however it begins: "where it says the plan it should say draft"."""
_ASKS_OUTRIGHT = re.compile(
    r"^\W*(?:(?:ok|so|and|but|sorry|wait|hi|oh)\W+)*(?:what(?! about| if)|who|how(?! about)|when|"
    r"why|where)\b",
    re.IGNORECASE,
)
_ASKS_TO_CHANGE = re.compile(
    r"^\W*(?:(?:ok|so|and|but|sorry|wait|please|oh)\W+)*(?:can|could|would|will) (?:you|u|i|we)\b",
    re.IGNORECASE,
)
_OF_WAYS = re.compile(
    r"\b(?:safe|reach|any ?way|(?:contact|call|ring|text|e?mail|messag)\w*)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r"^(?:(?:but|and|so|also)\s+)+", re.IGNORECASE)
_ASKS_TO_NOTE = re.compile(
    r"^\W*(?:and |but |also |please |pls )*(?:can|could|will|would) (?:you|u) (?:please |pls |also "
    r"|just )*(?:put|add|note|write|mention|include|say)\b",
    re.IGNORECASE,
)


def hear_review(turn: Turn, *, has_told_more: bool) -> None:
    """Send it, change something, or take a change said outright.

    `has_told_more`: the message is kept in the family's own words.
    """
    if tells_only_of_another(turn):
        say_what_is_left_out(turn)
        return
    if asks_if_right(turn.message.plain):
        turn.say("utter_help_summary", asks="summary")
        return
    facts = with_places(turn, facts_in(turn.message, turn.draft, turn.today))
    facts = without_another_child(turn, facts)
    facts = [one for one in facts if not _is_of_the_review(one, turn.message.plain)]
    if asks_who_writes(turn, facts) or keeps_council_out(turn, facts) or asks_of_council(turn):
        return
    if tells_what_stands(turn, facts):
        return
    asked = read_topics(turn.message, after=turn.draft.progress.last_topic, pending=turn.pending)
    is_question = asks(turn.message) and not _SHOULD_SAY.search(turn.message.plain)
    if asked.topics and is_question and not asks_to_be_reached_then(turn.message.plain):
        is_sent = asks_to_send(turn.message.plain)
        if not is_sent:
            _take_beside_question(turn, facts)
        answer_topics(turn, asked)
        if not is_sent:
            return
    decision = take_review_answer(turn, facts)
    if decision == "changed" and is_all_put_right(turn):
        decision = "send"
    _keep_remark(turn, is_sent=decision == "send")
    if decision == "send":
        submit(turn)
    elif decision == "unclear" and has_told_more:
        turn.say("utter_added_for_team")
    elif decision == "unclear" and "best_time" not in turn.changed:
        note_miss(turn)


def _take_beside_question(turn: Turn, facts: list[Fact]) -> None:
    """Take what is wished for; what else is told beside a question is kept, and that is said."""
    take_beside(turn, [one for one in facts if is_wish(one)], is_answered=False)
    others = [one for one in facts if not (is_wish(one) or same_value(turn.draft, one))]
    sentences = re.split(r"(?<=[.!?])\s+", turn.message.plain)
    if others and not all(map(reads_as_question, sentences)):
        keep_words(turn)
        turn.say("utter_left_for_team")


def hear_change(turn: Turn) -> None:
    """The answer to "which answer shall I change?"; a question is answered, and it comes again."""
    if asks_of_council(turn):
        return
    message = turn.message
    facts = with_places(turn, facts_in(message, turn.draft, turn.today))
    after = turn.draft.progress.last_topic
    asked = read_topics(message, after=after, pending=turn.pending)
    only_asks = _ASKS_OUTRIGHT.match(message.plain) or (not facts and asks(message, turn.pending))
    puts_right = _SHOULD_SAY.search(message.plain) or _ASKS_TO_CHANGE.match(message.plain)
    if asked.topics and only_asks and not puts_right:
        answer_topics(turn, asked)
        ask_what_to_change(turn)
    else:
        take_change(turn, facts)


def asks_who_writes(turn: Turn, facts: list[Fact]) -> bool:
    """Ask "a friend or relative?" before it is sent: then the family has to agree first.

    What is told besides is taken at once: the age of "I'm the young person, I'm 20" decides more.
    """
    in_doubt = [one for one in facts if one.field == "role" and not one.is_sure]
    taken = [one for one in in_doubt if not same_value(turn.draft, one)]
    take_facts(turn, taken, is_answer=False, is_correction=True)
    if taken:
        others = [one for one in facts if one not in in_doubt]
        take(turn, others, adds=adds_to_answers(turn.message.plain))
    return bool(taken)


def keeps_council_out(turn: Turn, facts: list[Fact]) -> bool:
    """Take the yes to telling the council back before anything is sent, by whatever name.

    What is told besides is taken, and all of it is read once more; who says it again has read it.
    """
    words = _words_on_council(turn)
    if not sends_without_council(words):
        return False
    is_new = "share_with_council" in turn.changed
    if turn.draft.referral.consent.share_with_council.given is not False:
        answer_share(turn, False)
        is_new = True
    turn.say("utter_council_not_told")
    others = [fact for fact in facts if fact.field != "council"]
    take(turn, others, adds=adds_to_answers(words))
    is_changed = is_new or bool(set(turn.changed) - {"in_own_words"})
    if not is_changed and turn.draft.progress.unconfirmed is None and sends_besides(words):
        submit(turn)
    return True


def asks_of_council(turn: Turn) -> bool:
    """Ask anew whether the council may be told, where the words may be a no to it.

    They may be of a part only, so they are kept for the team.
    """
    message = turn.message
    is_off = turn.draft.referral.consent.share_with_council.given is False
    puts_it_right = len(message.all_of("council")) > 1
    named = straighten(name_council(message.plain, turn.draft))
    is_spoken_of = speaks_of_our_telling(named) and not asks_to_send(message.plain)
    is_of_a_part = not puts_it_right and (may_take_council_back(named) or is_spoken_of)
    if not is_of_a_part:
        return False
    if not reads_as_question(message.plain):
        keep_words(turn)
        turn.say("utter_added_for_team")
    if is_off:
        turn.say("utter_council_not_told")
    else:
        ask_again(turn, "share_with_council")
    return True


def _words_on_council(turn: Turn) -> str:
    """What was said, with the family's council as "the council", whatever it was called.

    "Dont mention it to leeds" was put beside the times to call and is heard here all the same; "not
    stockport, trafford" puts the council right.
    """
    if len(turn.message.all_of("council")) > 1 or not _OF_TELLING.search(turn.message.plain):
        return turn.message.plain
    care = turn.draft.referral.contact.best_time if "best_time" in turn.changed else None
    said = turn.message.plain if care is None else f"{turn.message.plain}. {care}"
    return straighten(name_council(said, turn.draft))


def _is_of_the_review(fact: Fact, words: str) -> bool:
    """True for the "all ok" of "all ok except my name": it is the review, and not every way."""
    if fact.field != "safe_contact" or _OF_WAYS.search(words):
        return False
    return len(fact.value) > 1 and all(said is True for said in fact.value.values())


def is_wish(fact: Fact) -> bool:
    """True for what a question may ask us for: "can my sister come?" tells who comes."""
    return fact.is_sure and fact.field in _WISHES


def is_all_put_right(turn: Turn) -> bool:
    """True where what was to be changed "then send it" is changed, with nothing left in doubt."""
    changed = set(turn.changed) - {"in_own_words"}
    is_settled = turn.draft.progress.unconfirmed is None and turn.draft.progress.changing is None
    is_settled &= not turn.has_asked and all(said.response == "utter_changed" for said in turn.says)
    return (
        is_settled
        and bool(changed)
        and not changed & _READ_ONCE_MORE
        and sends_once_changed(name_council(turn.message.plain, turn.draft))
    )


def _keep_remark(turn: Turn, *, is_sent: bool) -> None:
    """Keep for the team what is told beside the yes, also where a fact was taken from it.

    Where answers were changed, the words that changed them are no remark; what they ask us to note
    is.
    """
    said = read_yes(turn.message.plain, "reading")
    told = [_JOINS.sub("", words.strip(" ,.;")) for words in (said.beside if said else ())]
    for each in told:
        is_thanks = makes_a_yes(f"yes {each.lower()}", "reading")
        if len(each.split()) < SHORTEST_REMARK or is_thanks:
            continue
        if _ASKS_TO_NOTE.match(each) or (is_sent and not reads_as_question(each)):
            keep_words(turn, each)


def submit(turn: Turn) -> None:
    """Hand the referral in, after checking the whole of it once more; slots are never trusted."""
    missing = find_missing(turn.draft.referral)
    if missing:
        turn.say("utter_still_needed")
        reopened = [*missing, "email"] if "phone" in missing else missing
        for name in reopened:
            for marks in (turn.draft.progress.unsure, turn.draft.progress.skipped):
                if name in marks:
                    marks.remove(name)
        return
    turn.must_submit = True
    turn.draft.progress.is_submitted = True
    turn.say("utter_submitted", {"reference": "{reference}"}, topic="receipt")
    aim_for = date_to_act_by(turn.draft.referral)
    if aim_for is not None and aim_for >= turn.today:
        turn.say("utter_receipt_date", {"contact_by": show_date(aim_for)})
    if turn.draft.referral.deadlines.urgency in ("urgent", "passed"):
        turn.say("utter_urgent")
    turn.say("utter_what_next", topic="what_happens_next")
