"""What the law asks of the disputes that people bring."""

from datetime import date, timedelta

import pytest

from casework.law.disputes import SCHOOL_ONLY_KINDS
from casework.law.routes import kinds_of, needs_letter_questions
from tests.unit.casework.law.disputes import LETTER, OLD_LETTER, TODAY, about, found


def test_parent_refused_an_assessment_needs_a_certificate_and_hears_the_date():
    result = found("refuse_assess", letter_date=LETTER, plan="none", certificate_held=False)
    assert result.kinds == ("refuse_assess",)
    assert result.certificate == "required"
    assert result.reasons == (
        "utter_route_refuse_assess",
        "utter_route_dates",
        "utter_route_not_a_certificate",
    )
    assert result.values["aim_for"] == "7 December 2026"
    assert not result.human
    assert result.priority == "soon"


def test_parent_about_the_school_only_needs_none_may_mediate_and_a_person_confirms():
    result = found(sections="I", school_only="only_school", plan="final", letter_date=LETTER)
    assert result.certificate == "not_required"
    assert result.mediation == "right"
    assert result.human
    assert "utter_route_school_only_may_mediate" in result.reasons
    assert result.reasons[-1] == "utter_route_person_confirms"


@pytest.mark.parametrize("kind", sorted(SCHOOL_ONLY_KINDS))
def test_parent_is_not_told_about_school_only_before_the_follow_up_is_answered(kind):
    result = found(kind, sections="I", plan="final")
    assert result.certificate == "unclear"
    assert result.kinds == ("unsure_other", kind)
    assert result.human
    assert f"utter_route_{kind}" not in result.reasons


@pytest.mark.parametrize("question", ["issue", "sections", "school_only", "plan"])
def test_parent_who_is_unsure_of_anything_is_not_exempt_by_the_school(question):
    result = found(sections="I", school_only="only_school", unsure=(question,))
    assert result.certificate == "unclear"
    assert result.human


@pytest.mark.parametrize("extra", ["A", "E", "J", "K", "C", "D", "G", "H"])
def test_school_with_another_part_that_has_no_appeal_is_for_a_person(extra):
    result = found(sections="I" + extra, school_only="only_school", plan="final")
    assert result.certificate == "unclear"
    assert result.human


def test_parent_with_no_plan_is_not_exempt_by_the_school():
    assert found(sections="I", school_only="only_school", plan="none").certificate == "unclear"


def test_parent_who_says_only_school_but_picks_the_help_needs_a_certificate():
    result = found(sections="FI", school_only="only_school", plan="final")
    assert result.certificate == "required"
    assert "parts_differ_from_only_school" in result.handover_reasons


def test_parent_who_wants_learning_out_of_school_needs_a_certificate():
    result = found(sections="I", school_only="out_of_school", plan="final")
    assert result.kinds == ("eotas",)
    assert result.certificate == "required"


def test_parent_about_school_and_health_is_told_a_person_will_check():
    result = found(sections="IG", school_only="other_parts", plan="final")
    assert result.kinds == ("school_plus_health_care",)
    assert result.certificate == "unclear"


def test_parent_with_a_draft_plan_has_no_appeal_yet_whatever_part_is_wrong():
    result = found(sections="BFI", plan="draft", unsure=("issue",))
    assert result.kinds == ("draft_plan",)
    assert result.certificate == "not_applicable"
    assert result.disagreement_resolution == "available"


def test_parent_who_still_waits_has_no_appeal_yet():
    result = found(plan="requested", decision_made=False, unsure=("issue",))
    assert result.kinds == ("no_decision",)
    assert result.certificate == "not_applicable"
    assert result.human


def test_parent_who_asked_for_a_plan_and_may_have_an_answer_is_unsure_not_waiting():
    assert kinds_of(about(plan="requested"), TODAY) == ("unsure_other",)


def test_parent_with_an_old_letter_hears_of_help_first_and_never_that_it_is_over():
    result = found("refuse_assess", letter_date=OLD_LETTER, certificate_held=False)
    assert result.kinds == ("old_no_cert", "refuse_assess")
    assert result.certificate == "required"
    assert result.deadlines.urgency == "passed"
    assert result.priority == "urgent"
    assert result.reasons[0] == "utter_route_dates_passed"
    assert "days" not in result.values


def test_parent_with_an_old_letter_about_the_school_only_is_not_said_to_need_a_certificate():
    result = found(sections="I", school_only="only_school", plan="final", letter_date=OLD_LETTER)
    assert result.kinds == ("i_named_only",)
    assert result.priority == "urgent"


def test_parent_with_a_young_certificate_may_still_be_in_time():
    result = found(
        "refuse_assess",
        letter_date=date(2026, 9, 1),
        certificate_held=True,
        certificate_date=date(2026, 10, 30),
    )
    assert result.kinds[0] == "old_with_cert"
    assert result.deadlines.appeal_by_unadjusted == date(2026, 11, 30)
    assert result.reasons[0] == "utter_route_dates_urgent"
    assert "utter_route_dates_with_certificate" in result.reasons


def test_parent_with_a_certificate_and_nothing_else_known_holds_what_is_required():
    assert found(certificate_held=True).certificate == "required"
    assert found(certificate_held=True).kinds == ("cert_held",)


def test_parent_with_a_certificate_for_a_school_only_appeal_is_shown_the_letters_date():
    result = found(
        sections="I",
        school_only="only_school",
        plan="final",
        letter_date=LETTER,
        certificate_held=True,
        certificate_date=date(2026, 11, 20),
    )
    assert result.deadlines.appeal_by_unadjusted == date(2026, 12, 7)
    assert "school_only_with_certificate" in result.handover_reasons


def test_parent_who_has_appealed_keeps_to_the_tribunals_dates_not_to_ours():
    result = found(sections="FI", plan="final", appeal_lodged=True, letter_date=OLD_LETTER)
    assert result.kinds[0] == "already_appealed"
    assert result.deadlines.urgency == "unknown"
    assert result.mediation == "unclear"
    assert result.disagreement_resolution == "available"


def test_parent_who_has_appealed_about_something_unknown_has_no_certificate_to_get():
    assert found(appeal_lodged=True).certificate == "not_applicable"


def test_parent_outside_england_is_given_no_english_answer():
    result = found("refuse_assess", outside_england=True, letter_date=LETTER)
    assert result.kinds[0] == "not_england"
    assert result.certificate == "unclear"
    assert result.deadlines.contact_by is None
    assert found(outside_england=True).certificate == "not_applicable"


def test_parent_whose_child_is_also_excluded_hears_of_those_short_limits_too():
    result = found("refuse_assess", "exclusion", letter_date=LETTER)
    assert result.certificate == "required"
    assert "utter_route_exclusion" in result.reasons
    assert result.priority == "urgent"


def test_discrimination_claim_does_not_make_health_look_exempt():
    result = found("discrimination_school", sections="C", letter_date=LETTER)
    assert result.certificate == "not_applicable"
    assert result.deadlines.contact_by is None


def test_discrimination_claim_is_not_given_the_dates_of_an_appeal():
    assert found("discrimination_school", letter_date=LETTER).deadlines.contact_by is None
    result = found("discrimination_school", "looked_after", letter_date=LETTER)
    assert result.deadlines.contact_by is None


def test_family_in_danger_is_seen_at_once():
    result = found("safeguarding", "refuse_assess")
    assert result.priority == "immediate"
    assert result.reasons[0] == "utter_route_safeguarding"
    assert result.certificate == "required"


def test_date_that_no_letter_can_have_gives_no_deadline_and_a_person():
    result = found("refuse_assess", letter_date=TODAY + timedelta(days=3))
    assert result.deadlines.contact_by is None
    assert "letter_date_impossible" in result.handover_reasons


def test_certificate_older_than_the_letter_adds_no_time():
    result = found(
        "refuse_assess",
        letter_date=LETTER,
        certificate_held=True,
        certificate_date=LETTER - timedelta(days=1),
    )
    assert result.deadlines.appeal_by_unadjusted == date(2026, 12, 7)
    assert "certificate_date_impossible" in result.handover_reasons


def test_parent_is_told_in_words_when_the_last_day_is_today():
    result = found("refuse_assess", letter_date=date(2026, 9, 21))
    assert result.values["days"] == "only today"


@pytest.mark.parametrize(
    ("age", "role", "reason"),
    [
        (17, "parent", "young_person_holds_the_right"),
        (15, "young_person", "young_person_below_school_leaving_age"),
        (25, "young_person", "age_25_or_more"),
    ],
)
def test_person_checks_who_holds_the_right(age, role, reason):
    assert reason in found("refuse_assess", age=age, role=role).handover_reasons


@pytest.mark.parametrize(
    "dispute",
    [
        about("refuse_assess"),
        about("cease_plan"),
        about(sections="B"),
        about(sections="G"),
        about("personal_budget"),
        about(unsure=("issue",)),
        about(),
        about("exclusion", "refuse_plan"),
    ],
)
def test_parent_with_a_decision_is_asked_about_the_letter(dispute):
    assert needs_letter_questions(dispute)


@pytest.mark.parametrize(
    "dispute",
    [
        about(plan="draft"),
        about(plan="requested", decision_made=False),
        about("refuse_assess", appeal_lodged=True),
        about("refuse_assess", outside_england=True),
        *(
            about(kind)
            for kind in (
                "annual_review_late", "sen_support", "early_years_college", "exclusion",
                "transport", "discrimination_school", "discrimination_other", "admissions",
                "complaint_school_council", "complaint_kids", "benefits_other", "not_england",
                "not_delivered", "agreement_broken", "order_not_followed", "no_decision",
            )
        ),
    ],
)  # fmt: skip
def test_parent_without_a_decision_is_not_asked_about_a_letter(dispute):
    assert not needs_letter_questions(dispute)
