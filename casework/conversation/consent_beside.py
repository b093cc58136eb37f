"""A yes or no to a consent in a message that could be something else besides."""

from __future__ import annotations

from casework.answers import read_answer
from casework.answers.reading import one
from casework.consent.calling_off import wants_to_end
from casework.consent.clauses import clauses_of
from casework.consent.for_a_manager import asks_for_manager, reply_on_manager
from casework.consent.leading import read_yes
from casework.consent.ways_to_refuse import refuses_outright
from casework.turn.asked_of_case import asks_what_a_no_means
from casework.turn.confirming import is_asked_to_confirm
from casework.turn.half_answers import HalfAnswer
from casework.turn.state import Turn
from casework.words import reads_as_plain_no

CONSENTS = frozenset({"consent", "share_with_council"})
_OF_SOMEBODY = frozenset({"phone", "email", "person_name"})
_OFFERS_MANAGER = "utter_faq_complain_about_us"


def agrees_beside(turn: Turn, control: str | None) -> HalfAnswer | None:
    """The yes to a consent beside the wish for a person: "yes thats ok. can someone ring me".

    A yes to a reading settles that too.
    """
    if control != "want_person":
        return None
    waiting = turn.draft.progress.unconfirmed
    is_confirmed = is_asked_to_confirm(turn) and read_yes(turn.message.plain, "reading") is not None
    if waiting is not None and is_confirmed and waiting.field != "start_again":
        return HalfAnswer(one(waiting.field, waiting.value), control)
    if turn.pending not in CONSENTS:
        return None
    answer = read_answer(turn.pending, turn.message, turn.draft, turn.today)
    is_yes = answer is not None and any(fact.value is True for fact in answer.facts)
    return HalfAnswer(answer, control) if answer is not None and is_yes else None


def answers_consent(turn: Turn) -> bool:
    """True where "no leave it for now" answers a consent, and so ends nothing.

    "Not till you tell me what happens if I say no" asks first, and the yes of "yes pass it to a
    manager" is to that.
    """
    words = turn.message.plain
    if turn.pending not in CONSENTS or wants_to_end(words, turn.pending):
        return False
    if asks_for_manager(words) or reply_on_manager(words, turn.draft.progress.last_topic):
        return False
    if asks_what_a_no_means(words, turn.pending) is not None:
        return False
    answer = read_answer(turn.pending, turn.message, turn.draft, turn.today)
    return answer is not None and bool(answer.facts)


def refuses_council(turn: Turn) -> bool:
    """True where a clause refuses that the council is told, and nobody's name or number is given.

    "Please do not speak to them" would elsewhere be about how to reach the family.
    """
    is_somebody_told = any(one.name in _OF_SOMEBODY for one in turn.message.entities)
    if turn.pending != "share_with_council" or is_somebody_told:
        return False
    return any(
        refuses_outright(one, "share_with_council") for one in clauses_of(turn.message.plain)
    )


def only_refuses_council(turn: Turn) -> bool:
    """True where every clause does."""
    clauses = clauses_of(turn.message.plain)
    return refuses_council(turn) and all(
        reads_as_plain_no(one) or refuses_outright(one, "share_with_council") for one in clauses
    )


def offers_manager(turn: Turn) -> bool:
    """True where we just said that we can pass it to a manager, and a consent would be asked next.

    A yes would be to both; so the consent is asked after it.
    """
    is_offered = bool(turn.says) and turn.says[-1].response == _OFFERS_MANAGER
    return is_offered and turn.pending in (None, *CONSENTS)
