"""One turn being taken: the draft as it changes, what is said, and what has to be done about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from casework.message import Message
from casework.referral.draft import Draft
from casework.referral.fields import clear, put, value_of
from casework.say import Choice, Say


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
