"""A referral on its way: the answers so far and where the conversation stands."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from casework.law.disputes import SchoolOnly
from casework.referral.record import Referral


class Unconfirmed(BaseModel):
    """A reading that was not sure and waits for "yes": field, value as JSON, words to show."""

    model_config = ConfigDict(extra="forbid")

    field: str
    value: Any
    shown: str


class Progress(BaseModel):
    """Where the conversation stands; kept beside the referral and never exported."""

    model_config = ConfigDict(extra="forbid")

    pending: str | None = None
    """The question that waits for an answer (an `asks` id)."""
    unconfirmed: Unconfirmed | None = None
    to_confirm: list[Unconfirmed] = Field(default_factory=list)
    """Unsure readings whose turn has not come yet."""
    to_confirm_first: list[Unconfirmed] = Field(default_factory=list)
    """Readings that contradict an answer and could not be asked about at once."""
    candidates: list[str] = Field(default_factory=list)
    """GSS codes of the councils that an ambiguous name may mean."""
    stated_kinds: list[str] = Field(default_factory=list)
    school_only: SchoolOnly | None = None
    outside_england: bool = False
    unsure: list[str] = Field(default_factory=list)
    """Questions answered with "I don't know"."""
    skipped: list[str] = Field(default_factory=list)
    answered: list[str] = Field(default_factory=list)
    """Questions answered, oldest first; "go back" takes the last."""
    changing: str | None = None
    """The answer that is being changed; the old one stands until the new one is there."""
    to_change: list[str] = Field(default_factory=list)
    """Answers said to be wrong that are asked about after it."""
    misses: int = 0
    """Answers to the pending question in a row that could not be read."""
    times_again: int = 0
    """Times in a row that the pending question came again with nothing learnt."""
    has_lost_thread: bool = False
    """A notice about a danger came after the question: what says nothing then is no miss."""
    offers_person: bool = False
    """A person was offered last, in place of the pending question: a yes is to that."""
    by_text: bool = False
    """Something of it came as a text message."""
    told: list[str] = Field(default_factory=list)
    """What has been said once and need not be said again: results, coverage, the notice."""
    last_topic: str | None = None
    """The topic that was answered in the turn before, which a message may lean on."""
    asked_email: bool = False
    is_stopped: bool = False
    has_declined: bool = False
    is_submitted: bool = False
    callback_wanted: bool = False
    speaks: str | None = None
    """The language in which the parent is spoken to just now, where it is not English: "urd"."""

    def mark_answered(self, question: str) -> None:
        """Put the question last among the answered ones."""
        if question in self.answered:
            self.answered.remove(question)
        self.answered.append(question)
        if self.changing == question:
            self.changing = None


class Draft(BaseModel):
    """The referral and the progress of its conversation."""

    model_config = ConfigDict(extra="forbid")

    referral: Referral = Field(default_factory=Referral)
    progress: Progress = Field(default_factory=Progress)

    def copy_deep(self) -> Draft:
        """An independent copy; a turn never changes the draft that it was given."""
        return self.model_copy(deep=True)


def may_be_kept(draft: Draft) -> bool:
    """True from the moment of consent (DP-02).

    A referral that was handed in stays with the team even when consent is withdrawn: a person
    decides what is erased (DP-12), and until then the withdrawal itself must be on record.
    """
    return draft.referral.consent.store.given is True or draft.progress.is_submitted


def may_be_kept_whole(draft: Draft) -> bool:
    """False while a third party has not told us of the family's permission (DP-08)."""
    referral = draft.referral
    return may_be_kept(draft) and (not referral.is_third_party or referral.has_permission)


def without_family_details(draft: Draft) -> Draft:
    """What may be kept of a third party's draft before the family's permission is recorded."""
    kept = Draft()
    kept.referral.referrer = draft.referral.referrer
    kept.referral.contact = draft.referral.contact
    kept.referral.consent = draft.referral.consent
    kept.progress = Progress(
        pending=draft.progress.pending,
        told=draft.progress.told,
        answered=[q for q in draft.progress.answered if q in {"consent", "role", "name", "phone"}],
    )
    return kept.copy_deep()
