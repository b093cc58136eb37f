"""One turn being taken: the draft as it changes, what is said, and what has to be done about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from casework.draft import Draft, Unconfirmed
from casework.facts import Fact
from casework.fields import clear, is_given, put, value_of
from casework.message import Message
from casework.say import Choice, Say
from casework.show import field_label, show_value


@dataclass(frozen=True)
class HandoverRequest:
    """A person is needed: why (a short code without personal data), how soon, and what helps."""

    reason: str
    priority: str
    note: str | None = None


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
    offers: tuple[Choice, ...] = ()
    """Questions to tap beside the choices of the question that is asked next."""
    must_submit: bool = False
    must_delete: bool = False

    @property
    def pending(self) -> str | None:
        """The question that the message may answer."""
        return self.draft.progress.pending

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

    def ask_person(self, reason: str, priority: str = "soon", *, note: str | None = None) -> None:
        """Ask for a person to look."""
        self.handovers.append(HandoverRequest(reason, priority, note))

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


def same_value(draft: Draft, fact: Fact) -> bool:
    """True when the draft already holds what the fact says."""
    held = value_of(draft, fact.field)
    said = fact.value
    if fact.field == "council":
        return bool(held == (said["gss"] if isinstance(said, dict) else said))
    if fact.field == "child_age" and "age" in said:
        return bool(draft.referral.child.age == said["age"])
    if fact.field == "safe_contact":
        return bool(held is not None and said.items() <= held.items())
    if fact.field == "permission":
        return bool(held is said["given"] and not said.get("on"))
    if fact.field == "access_needs":
        return bool(
            held is not None and set(said["needs"]) <= set(held) and not said.get("details")
        )
    if fact.field == "language":
        return bool(held) and held.get("code") == said.get("code") and not said.get("sign")
    if fact.field in ("issue", "sections"):
        return bool(held) and set(said) <= set(held)
    if isinstance(held, str) and isinstance(said, str):
        return held.casefold() == said.casefold()
    return bool(held == said)


_ADDS_TO = frozenset(
    {"access_needs", "supporters", "issue", "sections", "safe_contact", "language"}
)
"""A second message about these adds to the first, unless it puts something right."""

_OVERWRITES = frozenset(
    {"best_time", "meeting_format", "organisation", "postcode", "plan", "permission", "interpreter"}
)
"""The latest word counts; nothing is lost by taking it."""


def take_facts(turn: Turn, facts: list[Fact], *, is_answer: bool, is_correction: bool) -> list[str]:
    """Put what was heard into the draft; what is unsure or contradicts waits for a yes.

    Returns the fields put.
    """
    taken = []
    for fact in facts:
        if fact.field == "prefers_email":
            turn.draft.progress.asked_email = True
            continue
        if same_value(turn.draft, fact):
            continue
        given = is_given(turn.draft, fact.field)
        if not fact.is_sure:
            _wait_for_yes(turn, fact, at_once=is_answer or (given and is_correction))
            continue
        if given and not is_answer and not is_correction and fact.field not in _OVERWRITES:
            if fact.field in _ADDS_TO:
                turn.put(fact.field, _joined(turn.draft, fact))
                taken.append(fact.field)
            else:
                _wait_for_yes(turn, fact, at_once=True)
            continue
        if fact.field == "issue" and is_answer:
            turn.clear("issue")
        turn.put(fact.field, fact.value)
        taken.append(fact.field)
        if given and fact.field not in _ADDS_TO:
            values = {"field": _within_a_sentence(field_label(fact.field)), "value": fact.shown}
            turn.say("utter_changed", values)
    return taken


def _wait_for_yes(turn: Turn, fact: Fact, *, at_once: bool) -> None:
    progress = turn.draft.progress
    waiting = Unconfirmed(field=fact.field, value=fact.value, shown=fact.shown)
    progress.to_confirm = [other for other in progress.to_confirm if other.field != fact.field]
    if at_once and progress.unconfirmed is None:
        progress.unconfirmed = waiting
    else:
        progress.to_confirm.append(waiting)


def _joined(draft: Draft, fact: Fact) -> Any:
    if fact.field == "access_needs":
        needs = list(draft.referral.access.needs) + list(fact.value["needs"])
        return {"needs": needs, "details": fact.value.get("details")}
    if fact.field in ("safe_contact", "language"):
        return fact.value
    return list(value_of(draft, fact.field) or []) + list(fact.value)


def heard_list(draft: Draft, fields: list[str]) -> str:
    """What was heard at once, for the acknowledgement: child: Mason, age: 9."""
    shown = []
    for name in fields:
        value = value_of(draft, name)
        if value is not None and name not in ("role", "postcode"):
            shown.append(f"{_within_a_sentence(field_label(name))}: {show_value(name, value)}")
    return ", ".join(shown)


def _within_a_sentence(label: str) -> str:
    """The label without its capital, unless it is an abbreviation: EHC plan."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
