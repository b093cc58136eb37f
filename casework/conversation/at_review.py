"""The answer to "is all this right?": it is sent, or something of it is put right first.

A question beside a clear "send it" is answered, and it is sent all the same.
"""

from __future__ import annotations

import re

from casework.answers.facts import Fact, facts_in
from casework.consent.leading import read_yes
from casework.conversation.submission import submit
from casework.corrections.review import take_review_answer
from casework.corrections.sending import asks_to_send, sends_once_changed
from casework.people.contact_told import asks_to_be_reached_then
from casework.turn.left_out import say_what_is_left_out, tells_only_of_another
from casework.turn.misses import note_miss
from casework.turn.own_words import keep_words
from casework.turn.state import Turn
from casework.turn.taking import take_beside, with_places
from casework.turn.topic_turns import answer_topics
from casework.turn.topics import asks, read_topics
from casework.words import reads_as_question

SHORTEST_REMARK = 4
"""Words; what is shorter beside a yes is mostly thanks."""
_READ_ONCE_MORE = frozenset({"issue", "sections", "safe_contact", "share_with_council"})
"""What they should see before it is sent, however they ask."""
_WISHES = frozenset(
    {"safe_contact", "email", "best_time", "access_needs", "meeting_format", "supporters"}
)
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
    facts = with_places(turn, facts_in(turn.message, turn.draft, turn.today))
    asked = read_topics(turn.message, after=turn.draft.progress.last_topic)
    if asked.topics and asks(turn.message) and not asks_to_be_reached_then(turn.message.plain):
        if not asks_to_send(turn.message.plain):
            take_beside(turn, [one for one in facts if is_wish(one)], is_answered=False)
        answer_topics(turn, asked)
        if not asks_to_send(turn.message.plain):
            return
    decision = take_review_answer(turn, facts)
    if decision == "changed" and is_all_put_right(turn):
        decision = "send"
    _keep_remark(turn, is_sent=decision == "send")
    if decision == "send":
        submit(turn)
    elif decision == "unclear" and has_told_more:
        turn.say("utter_added_for_team")
    elif decision == "unclear":
        note_miss(turn)


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
        and sends_once_changed(turn.message.plain)
    )


def _keep_remark(turn: Turn, *, is_sent: bool) -> None:
    """Keep for the team what is told beside the yes, also where a fact was taken from it.

    Where answers were changed, the words that changed them are no remark; what they ask us to note
    is.
    """
    said = read_yes(turn.message.plain, "reading")
    told = [words.strip(" ,.;") for words in (said.beside if said is not None else ())]
    told = [each for each in told if len(each.split()) >= SHORTEST_REMARK]
    told = [
        each
        for each in told
        if _ASKS_TO_NOTE.match(each) or (is_sent and not reads_as_question(each))
    ]
    if told:
        keep_words(turn, ". ".join(told))
