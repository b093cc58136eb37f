"""One turn being taken: the draft as it changes, what is said, and what has to be done about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from casework.answers.fact import Fact
from casework.dispute.undecided import NO_LETTER, ask_for_letter_again
from casework.law.decisions import brings_a_time_to_appeal
from casework.law.disputes import with_people
from casework.message import Message
from casework.people.called_so import is_called_so
from casework.referral.draft import Draft, Unconfirmed
from casework.referral.fields import clear, is_given, put, value_of
from casework.referral.show import field_label
from casework.referral.told_back import within_a_sentence
from casework.say import Choice, Say
from casework.turn.adding import adds_to_answers
from casework.turn.compared import NAMES, leaves_out, may_be_a_draft, same_value, tells_more
from casework.turn.parts_kept import clear_kinds, drop_what_needs_a_plan, say_parts_left_out


@dataclass(frozen=True)
class HandoverRequest:
    """A person is needed: why (a short code without personal data), how soon, and what helps."""

    reason: str
    priority: str
    note: str | None = None
    is_awaited: bool = True
    """Somebody waits for a person; else it is only to be read."""


@dataclass(frozen=True)
class ConsentGiven:
    """An answer to one consent question, to be logged: store or share_with_council."""

    kind: str
    given: bool
    notice_version: str


@dataclass(frozen=True)
class Outcome:
    """What a turn leads to. `draft` replaces the old one; the rest is for the caller to do."""

    draft: Draft
    says: tuple[Say, ...]
    handovers: tuple[HandoverRequest, ...] = ()
    consents: tuple[ConsentGiven, ...] = ()
    must_submit: bool = False
    must_delete: bool = False
    changed: tuple[str, ...] = ()


@dataclass
class Turn:
    """Collects the outcome while the message is worked through."""

    draft: Draft
    message: Message
    today: date
    now: datetime
    says: list[Say] = field(default_factory=list)
    handovers: list[HandoverRequest] = field(default_factory=list)
    consents: list[ConsentGiven] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    put_aside: list[str] = field(default_factory=list)
    """Fields of which something new was told that is to be confirmed later."""
    offers: tuple[Choice, ...] = ()
    """Questions to tap beside the choices of the question that is asked next."""
    must_submit: bool = False
    must_delete: bool = False

    @property
    def pending(self) -> str | None:
        """The question that the message may answer."""
        return self.draft.progress.pending

    @property
    def has_asked(self) -> bool:
        """True once the message that asks has been said."""
        return bool(self.says) and self.says[-1].asks is not None

    def say(
        self,
        response: str,
        values: dict[str, str] | None = None,
        *,
        asks: str | None = None,
        topic: str | None = None,
        choices: tuple[Choice, ...] = (),
    ) -> None:
        """Add a message, once: the same words twice in a turn help nobody."""
        said = Say(response, values or {}, asks, topic, choices)
        if said not in self.says:
            self.says.append(said)

    def ask_person(
        self,
        reason: str,
        priority: str = "soon",
        *,
        note: str | None = None,
        is_awaited: bool = True,
    ) -> None:
        """Ask for a person to look."""
        self.handovers.append(HandoverRequest(reason, priority, note, is_awaited))

    def put(self, name: str, value: Any) -> None:
        """Put an answer into the draft and remember that it changed."""
        before = value_of(self.draft, name)
        put(self.draft, name, value, today=self.today)
        if value_of(self.draft, name) != before:
            self.changed.append(name)

    def clear(self, name: str) -> None:
        """Take an answer out, so that it is asked anew."""
        clear(self.draft, name)
        self.changed.append(name)

    def finish(self) -> Outcome:
        """The outcome, now that everything has been said."""
        return Outcome(
            draft=self.draft,
            says=tuple(self.says),
            handovers=tuple(self.handovers),
            consents=tuple(self.consents),
            must_submit=self.must_submit,
            must_delete=self.must_delete,
            changed=tuple(dict.fromkeys(self.changed)),
        )


ADDS_TO = frozenset({"access_needs", "supporters", "issue", "sections", "safe_contact", "language"})
"""A second message about these adds to the first, unless it puts something right."""

_OVERWRITES = frozenset(
    {"best_time", "meeting_format", "organisation", "setting", "postcode", "plan", "permission"}
    | {"interpreter"}
)
"""The latest word counts; nothing is lost by taking it."""
_AT_THE_REVIEW = ("summary", "change_what")


def take_facts(turn: Turn, facts: list[Fact], *, is_answer: bool, is_correction: bool) -> list[str]:
    """Put what was heard into the draft; what is unsure or contradicts waits for a yes.

    Returns the fields put.
    """
    taken: list[str] = []
    parts = list(turn.draft.referral.dispute.sections)
    for fact in facts:
        if fact.field == "prefers_email":
            turn.draft.progress.asked_email = True
            continue
        is_anew = is_answer and fact.field == turn.draft.progress.changing
        is_told_anew = is_anew and (fact.field in NAMES or leaves_out(turn.draft, fact))
        if same_value(turn.draft, fact) and not is_told_anew:
            continue
        given = is_given(turn.draft, fact.field)
        is_fuller = fact.field in NAMES and tells_more(turn.draft, fact)
        is_guess = fact.field in NAMES and not fact.is_sure and not is_fuller
        if given and is_guess and not is_answer and not is_correction:
            continue
        if given and fact.field in NAMES and not (is_anew or is_fuller):
            how = is_called_so(turn.message.plain, str(fact.value))
            if how != "surely" or not fact.is_sure:
                if (is_answer or is_correction) and (fact.is_sure or how is not None):
                    held = value_of(turn.draft, fact.field)
                    _wait_for_yes(turn, fact, at_once=True, instead_of=held)
                continue
        if not fact.is_sure:
            is_doubt = is_correction or may_be_a_draft(turn.draft, fact)
            is_doubt |= fact.field == "issue" and brings_a_time_to_appeal(
                fact.value, turn.draft.progress.stated_kinds
            )
            _wait_for_yes(turn, fact, at_once=is_answer or (given and is_doubt))
            continue
        is_whole = fact.field == "role" and _shown_of_role(facts) is not None
        is_of_weight = given and fact.field not in _OVERWRITES and not (is_fuller or is_whole)
        is_put_right = is_answer or (is_correction and turn.pending in _AT_THE_REVIEW)
        if is_of_weight and fact.value == NO_LETTER and not is_put_right:
            ask_for_letter_again(turn.draft)
            continue
        if is_of_weight and not is_answer and not is_correction:
            if fact.field in ADDS_TO:
                turn.put(fact.field, _joined(turn.draft, fact))
                taken.append(fact.field)
            else:
                _wait_for_yes(turn, fact, at_once=True)
            continue
        value = fact.value
        if is_anew and fact.field in ADDS_TO and adds_to_answers(turn.message.plain):
            value = _joined(turn.draft, fact)
            fact = replace(fact, value=value)
        elif fact.field == "issue" and not is_anew:
            value = with_people(value, turn.draft.progress.stated_kinds)
        if is_answer and fact.field == "issue":
            clear_kinds(turn, value)
        elif is_anew and fact.field == "access_needs":
            turn.clear(fact.field)
        turn.put(fact.field, value)
        _forget_reading(turn, fact.field)
        taken.append(fact.field)
        if given and (is_anew or fact.field not in ADDS_TO):
            shown = _shown_of_role(facts) if fact.field == "role" else None
            field = within_a_sentence(field_label(fact.field))
            values = {"field": field, "value": shown or fact.shown}
            turn.say("utter_changed", values)
    is_reviewed = is_correction and turn.pending in _AT_THE_REVIEW
    if "plan" in taken and (is_reviewed or turn.draft.progress.changing == "plan"):
        drop_what_needs_a_plan(turn)
    say_parts_left_out(turn, parts, taken)
    return taken


def _shown_of_role(facts: list[Fact]) -> str | None:
    """Who they are in more words than the role has: a friend is no "other professional"."""
    return next((str(fact.value) for fact in facts if fact.field == "relationship"), None)


def _wait_for_yes(turn: Turn, fact: Fact, *, at_once: bool, instead_of: str | None = None) -> None:
    """Ask whether the reading is right; `instead_of`: the name that it would take the place of."""
    progress = turn.draft.progress
    shown = fact.shown if instead_of is None else f"{fact.shown} (not {instead_of})"
    waiting = Unconfirmed(field=fact.field, value=fact.value, shown=shown)
    was_told = waiting in progress.to_confirm
    progress.to_confirm = [other for other in progress.to_confirm if other.field != fact.field]
    before = progress.unconfirmed
    if at_once and (before is None or fact.field == turn.pending):
        progress.unconfirmed = waiting
        if before is not None and before.field != fact.field:
            progress.to_confirm.append(before)
    else:
        progress.to_confirm.append(waiting)
        if not was_told:
            turn.put_aside.append(fact.field)


def _forget_reading(turn: Turn, field: str) -> None:
    """A reading that waits for a yes is settled by saying the value outright."""
    waiting = turn.draft.progress.unconfirmed
    if waiting is not None and waiting.field == field:
        turn.draft.progress.unconfirmed = None


def _joined(draft: Draft, fact: Fact) -> Any:
    if fact.field == "access_needs":
        needs = list(draft.referral.access.needs) + list(fact.value["needs"])
        told = [draft.referral.access.details, fact.value.get("details")]
        return {"needs": needs, "details": "; ".join(dict.fromkeys(filter(None, told))) or None}
    if fact.field in ("safe_contact", "language"):
        return fact.value
    return list(value_of(draft, fact.field) or []) + list(fact.value)
