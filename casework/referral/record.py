"""The referral as it is kept, shown to staff and exported.

The shape is the contract's `referral.schema.json`; `Referral.to_document()` gives exactly that
JSON. A draft is a referral in which most answers are still missing.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from casework.law.deadlines import Urgency
from casework.law.decisions import Certificate, DisagreementResolution, Mediation
from casework.law.routes import Priority

Day = date  # a field that is called `date` hides the type inside its class

Role = Literal[
    "parent", "carer", "young_person", "school", "local_authority", "sendiass", "other_professional"
]
PlanStatus = Literal["none", "requested", "draft", "final", "ended", "unsure"]
Route = Literal["mediation", "disagreement_resolution", "certificate_only", "unsure"]
CoverageStatus = Literal[
    "listed", "contested", "other_provider", "not_listed", "outside_england", "unknown"
]

THIRD_PARTIES: frozenset[str] = frozenset(
    {"school", "local_authority", "sendiass", "other_professional"}
)
"""Roles that need the family's permission first (L37)."""


class Part(BaseModel):
    """A part of the referral: unknown fields are refused, so that nothing unplanned is kept."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)


class Permission(Part):
    """What the family said to a third party that refers them (DP-08)."""

    given: bool | None = None
    by: Literal["parent", "young_person"] | None = None
    on: date | None = None
    how: str | None = None


class Referrer(Part):
    """Who is talking to us."""

    role: Role | None = None
    name: str | None = None
    organisation: str | None = None
    relationship: str | None = None
    permission: Permission | None = None


class Contact(Part):
    """How to reach them. `safe_to_…` is null until they say so; null is treated as no."""

    phone: str | None = Field(default=None, pattern=r"^\+[1-9][0-9]{6,14}$")
    email: str | None = None
    postcode: str | None = None
    preferred: Literal["phone", "text", "email"] | None = None
    best_time: str | None = None
    safe_to_call: bool | None = None
    safe_to_text: bool | None = None
    safe_to_email: bool | None = None
    safe_to_leave_voicemail: bool | None = None


class Child(Part):
    """The child or young person. Initials are enough (DP-07)."""

    name: str | None = None
    age: int | None = Field(default=None, ge=0, le=26)
    date_of_birth: date | None = None
    past_school_leaving_age: bool | None = None
    setting: str | None = None
    views: str | None = None


class CouncilAnswer(Part):
    """The authority with the SEND duty; never a district."""

    gss: str | None = Field(default=None, pattern=r"^E[0-9]{8}$")
    name: str | None = None
    coverage: CoverageStatus = "unknown"
    provider: str | None = None
    matched_by: Literal["name", "place", "postcode"] | None = None
    as_typed: str | None = None


class DisputeRecord(Part):
    """What the disagreement is about; kinds are ids of `data/knowledge/decisions.yml`."""

    kinds: list[str] = []
    sections: list[str] = []
    in_own_words: str | None = Field(default=None, max_length=2000)
    outcome_wanted: str | None = Field(default=None, max_length=2000)
    with_whom: list[str] = []


class Decision(Part):
    """Whether the council has decided, and the date on its letter."""

    made: bool | None = None
    letter_date: date | None = None


class CertificateRecord(Part):
    """The mediation certificate they may already hold."""

    held: bool | None = None
    date: Day | None = None


class Appeal(Part):
    """Whether an appeal is already with the Tribunal."""

    lodged: bool | None = None


class Requirement(Part):
    """What the exemption check found, in the words shown, until a person confirms it."""

    certificate: Certificate = "unclear"
    mediation: Mediation = "unclear"
    disagreement_resolution: DisagreementResolution = "unclear"
    rule: str = "D45"
    rule_version: str = ""
    reasons: list[str] = []
    sources: list[str] = []
    confirmed_by: str | None = None


class DeadlineRecord(Part):
    """The last days to contact us and to appeal, and what they hang on (L11, L21 to L24)."""

    contact_by: date | None = None
    appeal_by_unadjusted: date | None = None
    appeal_by: date | None = None
    days_left: int | None = None
    urgency: Urgency = "unknown"


class Access(Part):
    """Access needs for the meeting; `asked` even when there are none."""

    asked: bool = False
    needs: list[str] = []
    details: str | None = None
    meeting: Literal["online", "in_person", "phone", "no_preference"] | None = None


class Language(Part):
    """A spoken language by its ISO 639-3 code."""

    code: str = Field(pattern=r"^[a-z]{3}$")
    name: str


class Interpreter(Part):
    """Interpreter and signer needs; `asked` even when none is needed."""

    asked: bool = False
    needed: bool | None = None
    language: Language | None = None
    sign: list[str] = []
    details: str | None = None


class ConsentAnswer(Part):
    """One consent: what was said, when (UTC) and by whom."""

    given: bool | None = None
    at: datetime | None = None
    by: Literal["parent", "carer", "young_person", "referrer"] | None = None


class Consent(Part):
    """Consents are asked and kept apart (DP-04, DP-05)."""

    notice_version: str = ""
    store: ConsentAnswer = ConsentAnswer()
    share_with_council: ConsentAnswer = ConsentAnswer()
    special_category: ConsentAnswer = ConsentAnswer()


class Safety(Part):
    """Whether a safety message was shown; never what was said."""

    flagged: bool = False
    categories: list[str] = []


class HandoverRecord(Part):
    """Why a person is needed, and how soon."""

    needed: bool = False
    priority: Priority = "routine"
    reasons: list[str] = []


class Referral(Part):
    """One referral or draft."""

    referrer: Referrer = Referrer()
    contact: Contact = Contact()
    child: Child = Child()
    council: CouncilAnswer = CouncilAnswer()
    plan: PlanStatus | None = None
    dispute: DisputeRecord = DisputeRecord()
    decision: Decision = Decision()
    certificate: CertificateRecord = CertificateRecord()
    appeal: Appeal = Appeal()
    route_wanted: Route | None = None
    requirement: Requirement = Requirement()
    deadlines: DeadlineRecord = DeadlineRecord()
    access: Access = Access()
    interpreter: Interpreter = Interpreter()
    supporters: list[str] = []
    consent: Consent = Consent()
    safety: Safety = Safety()
    handover: HandoverRecord = HandoverRecord()

    def to_document(self) -> dict[str, Any]:
        """The parts above as plain JSON values; the store adds reference, status and times."""
        return self.model_dump(mode="json")

    @property
    def is_third_party(self) -> bool:
        """True when somebody else refers the family and so needs its permission."""
        return self.referrer.role in THIRD_PARTIES

    @property
    def has_permission(self) -> bool:
        """True when a third party has said that the family agreed."""
        permission = self.referrer.permission
        return permission is not None and permission.given is True


def find_missing(referral: Referral) -> list[str]:
    """The `asks` ids still needed before it may be submitted (contract, "The stored referral")."""
    missing = []
    if referral.consent.store.given is not True:
        missing.append("consent")
    if referral.referrer.role is None:
        missing.append("role")
    if referral.is_third_party and not referral.has_permission:
        missing.append("permission")
    if not referral.referrer.name:
        missing.append("name")
    if not (referral.contact.phone or referral.contact.email):
        missing.append("phone")
    if not referral.child.name:
        missing.append("child_name")
    if referral.child.age is None and referral.child.date_of_birth is None:
        missing.append("child_age")
    if not referral.dispute.kinds:
        missing.append("issue")
    if not referral.access.asked:
        missing.append("access_needs")
    if not referral.interpreter.asked:
        missing.append("interpreter")
    return missing
