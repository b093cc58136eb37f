"""A yes or no to a consent in a message that could be something else besides."""

from __future__ import annotations

from dataclasses import replace

from casework.answers import read_answer
from casework.answers.reading import one
from casework.consent.beside_yes import says_whom_to_leave_out
from casework.consent.calling_off import wants_to_end
from casework.consent.clauses import clauses_of, cut_at_seams
from casework.consent.for_a_manager import asks_for_manager, reply_on_manager
from casework.consent.leading import read_yes
from casework.consent.said import consents_after_no, reads_as_refusal, tells_outright
from casework.consent.ways_to_agree import Matter, names_what_is_asked
from casework.consent.ways_to_refuse import refuses_outright
from casework.message import Message
from casework.turn.asked_of_case import asks_what_a_no_means, asks_what_an_answer_does
from casework.turn.confirming import is_asked_to_confirm
from casework.turn.half_answers import HalfAnswer
from casework.turn.state import Turn
from casework.words import reads_as_no, reads_as_plain_no, reads_as_yes

CONSENTS = frozenset({"consent", "share_with_council"})
_FREE_TEXT = frozenset(
    {"name", "child_name", "access_needs", "language", "best_time", "supporters", "in_own_words"}
)
_OF_ANY_YES = frozenset({"safe_contact", "want_callback"})
"""Questions that a yes answers, whatever is asked beside it."""
_MATTER: Matter = "share_with_council"
_OF_SOMEBODY = frozenset({"phone", "email", "person_name"})
_OF_SERVICES = frozenset(
    {"C", "D", "G", "H", "health", "care", "health_only", "social_only", "edu_plus_health_care"}
)
"""Values of entities that health and social care may be heard as."""
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


def without_limits(message: Message, pending: str | None) -> Message:
    """The message without the disputes heard in "but not social care" beside a yes to a consent.

    That says who is not to be told, and nothing of what the plan says.
    """
    if pending not in CONSENTS:
        return message
    limited = [one.typed for one in cut_at_seams(message.plain) if says_whom_to_leave_out(one)]
    spans = [(at, at + len(words)) for words in limited if (at := message.plain.find(words)) >= 0]
    kept = tuple(
        one
        for one in message.entities
        if one.value not in _OF_SERVICES or not any(a <= one.start < b for a, b in spans)
    )
    return message if kept == message.entities else replace(message, entities=kept)


def answers_consent(turn: Turn) -> bool:
    """True where "no leave it for now" answers a consent, and so ends nothing.

    "Not till you tell me what happens if I say no" asks first, and the yes of "yes pass it to a
    manager" is to that. "No. Can I change it later?" leaves the no.
    """
    words = turn.message.plain
    if turn.pending not in CONSENTS or wants_to_end(words, turn.pending):
        return False
    if asks_for_manager(words) or reply_on_manager(words, turn.draft.progress.last_topic):
        return False
    asks_of_it = asks_what_a_no_means(words, turn.pending) is not None
    if asks_of_it and (turn.pending != _MATTER or asks_what_an_answer_does(words)):
        return False
    if asks_of_it and not reads_as_refusal(words, _MATTER):
        return False
    answer = read_answer(turn.pending, turn.message, turn.draft, turn.today)
    return answer is not None and bool(answer.facts)


def starts_with_answer(turn: Turn) -> bool:
    """True for "no, do I need one?", which holds an answer and a question."""
    if turn.pending in _FREE_TEXT:
        return False
    if turn.pending in CONSENTS:
        return answers_consent(turn)
    if turn.pending in _OF_ANY_YES and read_yes(turn.message.plain, "reading") is not None:
        return True
    return reads_as_yes(turn.message.plain) or reads_as_no(turn.message.plain)


def refuses_council(turn: Turn) -> bool:
    """True where a clause refuses that the council is told, and nobody's name or number is given.

    "Please do not speak to them" would elsewhere be about how to reach the family.
    """
    return _is_asked_of_council(turn) and any(map(_refuses, clauses_of(turn.message.plain)))


def only_answers_council(turn: Turn) -> bool:
    """True where every clause refuses it or agrees to it: "you can talk to them" is of nobody else.

    A bare yes or no may be beside these, and is left to be heard as any other.
    """
    words = turn.message.plain
    if not _is_asked_of_council(turn):
        return False
    if consents_after_no(words, _MATTER) == "yes":
        return True
    clauses = clauses_of(words)
    answers = [one for one in clauses if _refuses(one) or names_what_is_asked(one, _MATTER)]
    others = [one for one in clauses if one not in answers]
    is_all = all(_refuses(one) or tells_outright(one, _MATTER) for one in answers)
    is_all &= all(reads_as_plain_no(one) or tells_outright(one, _MATTER) for one in others)
    return bool(answers) and is_all


def answers_council(turn: Turn) -> bool:
    """True where it is refused, whatever else is said, or answered and no more."""
    return refuses_council(turn) or only_answers_council(turn)


def _is_asked_of_council(turn: Turn) -> bool:
    is_somebody_told = any(one.name in _OF_SOMEBODY for one in turn.message.entities)
    return turn.pending == _MATTER and not is_somebody_told


def _refuses(clause: str) -> bool:
    return refuses_outright(clause, _MATTER)


def offers_manager(turn: Turn) -> bool:
    """True where we just said that we can pass it to a manager, and a consent would be asked next.

    A yes would be to both; so the consent is asked after it.
    """
    is_offered = bool(turn.says) and turn.says[-1].response == _OFFERS_MANAGER
    return is_offered and turn.pending in (None, *CONSENTS)
