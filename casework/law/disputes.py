"""What is known of a dispute, and which parts of a plan are in it (law L08, L40).

The council, the channel and the language are no inputs, so no answer can depend on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casework.law.deadlines import check_certificate_date, check_letter_date

SchoolOnly = Literal["only_school", "other_parts", "out_of_school", "unsure"]

SCHOOL_SECTIONS = frozenset("I")
HEALTH_SECTIONS = frozenset("CG")
CARE_SECTIONS = frozenset("DH")
OTHER_SECTIONS = frozenset("AEJK")

SCHOOL_ONLY_KINDS = frozenset({"i_named_only", "i_type_only", "i_none_named"})
"""The three statutory cases in which an appeal needs no certificate (L08)."""

PLAN_CONTENT_KINDS = SCHOOL_ONLY_KINDS | {
    "section_b",
    "section_f",
    "b_f_i",
    "eotas",
    "sections_a_e_j",
    "health_only",
    "social_only",
    "edu_plus_health_care",
    "school_plus_health_care",
}
"""Kinds about what a final plan says; worked out from the parts, not taken as stated."""

CIRCUMSTANCES = (
    "safeguarding",
    "not_england",
    "in_custody",
    "already_appealed",
    "old_no_cert",
    "old_with_cert",
    "cert_held",
)
"""Kinds about where the case stands; each comes before what the dispute is about."""

CONTENT = (
    "cease_plan",
    "refuse_assess",
    "refuse_plan",
    "refuse_reassess",
    "refuse_amend",
    "edu_plus_health_care",
    "eotas",
    "b_f_i",
    "section_b",
    "section_f",
    "school_plus_health_care",
    "unsure_other",
    "i_none_named",
    "i_type_only",
    "i_named_only",
    "discrimination_school",
    "discrimination_other",
    "exclusion",
    "draft_plan",
    "no_decision",
    "annual_review_late",
    "not_delivered",
    "order_not_followed",
    "agreement_broken",
    "health_only",
    "social_only",
    "personal_budget",
    "sections_a_e_j",
    "sen_support",
    "early_years_college",
    "transport",
    "admissions",
    "complaint_school_council",
    "complaint_kids",
    "benefits_other",
)
"""Kinds of content: those that need a certificate first, those without an appeal last."""

PEOPLE = ("parents_disagree", "looked_after", "young_person_capacity", "two_councils")
"""Kinds about who may ask or answer; the decision itself settles the law."""

PRECEDENCE = CIRCUMSTANCES + CONTENT + PEOPLE

BESIDE_THE_PARTS = frozenset({*CIRCUMSTANCES, *PEOPLE, "draft_plan"})
"""Kinds told of a plan whose parts stay in dispute."""

_UNSURE_BLOCKS_SCHOOL_ONLY = frozenset({"issue", "sections", "school_only", "plan"})


@dataclass(frozen=True)
class Dispute:
    """What is known of a dispute; None and empty mean not known.

    `unsure` names the questions that were answered with "I don't know": issue, sections,
    school_only, plan, decision_date, certificate_held, certificate_date, appeal_lodged, council.
    """

    plan: str | None = None
    stated_kinds: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    school_only: SchoolOnly | None = None
    decision_made: bool | None = None
    letter_date: date | None = None
    certificate_held: bool | None = None
    certificate_date: date | None = None
    appeal_lodged: bool | None = None
    age: int | None = None
    role: str | None = None
    outside_england: bool = False
    unsure: frozenset[str] = frozenset()

    @property
    def is_outside_england(self) -> bool:
        """Wales, Scotland or Northern Ireland, by the council or as they say."""
        return self.outside_england or "not_england" in self.stated_kinds

    @property
    def has_appealed(self) -> bool:
        """An appeal is lodged; a "no" when asked beats what was heard before."""
        return bool(self.appeal_lodged) or (
            self.appeal_lodged is None and "already_appealed" in self.stated_kinds
        )

    @property
    def holds_certificate(self) -> bool | None:
        """True, False, or None where it is not known."""
        if self.certificate_held is not None:
            return self.certificate_held
        told = self.stated_kinds & {"cert_held", "old_with_cert"}
        return True if told or self.certificate_date is not None else None

    @property
    def is_draft(self) -> bool:
        """The plan is a draft; the answer to the question beats what was heard before."""
        is_final = self.plan in {"final", "ended"}
        return self.plan == "draft" or ("draft_plan" in self.stated_kinds and not is_final)

    @property
    def is_unsure_of_issue(self) -> bool:
        """They do not know what it is about, or say it is several things or another."""
        return "issue" in self.unsure or "unsure_other" in self.stated_kinds

    def letter_date_that_counts(self, today: date) -> date | None:
        """The letter's date unless no letter can have it."""
        day = self.letter_date
        return day if day is not None and check_letter_date(day, today) is None else None

    def certificate_date_that_counts(self, today: date) -> date | None:
        """The certificate's date unless no certificate for this letter can have it."""
        day = self.certificate_date
        if day is None or check_certificate_date(day, self.letter_date, today) is not None:
            return None
        return day


@dataclass(frozen=True)
class PlanParts:
    """Which parts of a plan are in dispute, from the sections, the kinds and the follow-up."""

    needs: bool
    help: bool
    school: bool
    out_of_school: bool
    health: bool
    care: bool
    other: bool
    more_than_school: bool

    @property
    def education(self) -> bool:
        """More of the education part than the school is in dispute (L40 for out of school)."""
        return self.needs or self.help or self.out_of_school or self.more_than_school

    @property
    def health_or_care(self) -> bool:
        """Something in the health or social care part is in dispute."""
        return self.health or self.care


def parts_of(dispute: Dispute) -> PlanParts:
    """The parts in dispute. "Other parts too" means B or F unless other sections explain it."""
    stated, sections = dispute.stated_kinds, dispute.sections
    health = bool(sections & HEALTH_SECTIONS) or "health_only" in stated
    care = bool(sections & CARE_SECTIONS) or "social_only" in stated
    other = bool(sections & OTHER_SECTIONS) or "sections_a_e_j" in stated
    mixed = bool(stated & {"edu_plus_health_care", "school_plus_health_care"})
    needs = "B" in sections or "section_b" in stated
    help_ = "section_f" in stated or ("F" in sections and not _names_help_not_given(dispute))
    other_parts = dispute.school_only == "other_parts"
    is_explained = needs or help_ or health or care or other or mixed
    school = (
        bool(sections & SCHOOL_SECTIONS)
        or bool(stated & (SCHOOL_ONLY_KINDS | {"b_f_i", "school_plus_health_care"}))
        or dispute.school_only == "only_school"
        or (other_parts and not is_explained)
    )
    return PlanParts(
        needs=needs,
        help=help_,
        school=school,
        out_of_school=dispute.school_only == "out_of_school" or "eotas" in stated,
        health=health or mixed,
        care=care or mixed,
        other=other,
        more_than_school=bool(stated & {"b_f_i", "edu_plus_health_care"})
        or (other_parts and not is_explained),
    )


def _names_help_not_given(dispute: Dispute) -> bool:
    """Only F is named, and as what the plan says but nobody gives: that is no appeal (L42)."""
    is_all = dispute.stated_kinds == {"not_delivered"} and dispute.sections == {"F"}
    return is_all and dispute.school_only is None


def is_school_only_sure(dispute: Dispute) -> bool:
    """True only when the follow-up was answered "only the school" and nothing speaks against it.

    Nobody is told that no certificate is needed without this (L08, section 2a step 9).
    """
    parts = parts_of(dispute)
    return (
        dispute.school_only == "only_school"
        and dispute.plan in {None, "final"}
        and not dispute.is_unsure_of_issue
        and not dispute.unsure & _UNSURE_BLOCKS_SCHOOL_ONLY
        and not (parts.education or parts.health_or_care or parts.other)
        and "personal_budget" not in dispute.stated_kinds
    )


def with_people(told: Sequence[str], held: Sequence[str]) -> list[str]:
    """The kinds told, and those held about people, whose place no other kind takes.

    "His dad does not agree" goes on beside "they named the wrong school", whichever came first;
    what only tells where the case stands takes the place of none.
    """
    is_beside = set(told) <= {*PEOPLE, *CIRCUMSTANCES}
    kept = held if is_beside else [kind for kind in held if kind in PEOPLE]
    return list(dict.fromkeys([*told, *kept]))
