"""What the law asks of each dispute, and that no mixture of facts talks a parent out of it."""

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from casework.law.decisions import decision_table, decisions_by_id
from casework.law.disputes import (
    CIRCUMSTANCES,
    CONTENT,
    PEOPLE,
    PRECEDENCE,
    SCHOOL_ONLY_KINDS,
)
from casework.law.routes import Assessment, Dispute, assess, kinds_of, needs_letter_questions

RESPONSES = yaml.safe_load(
    (Path(__file__).resolve().parents[4] / "data" / "responses" / "routes.yml").read_text("utf-8")
)["responses"]

TODAY = date(2026, 11, 21)
LETTER = date(2026, 10, 7)
OLD_LETTER = date(2026, 6, 12)


def about(*stated: str, sections: str = "", unsure: tuple[str, ...] = (), **known) -> Dispute:
    return Dispute(
        stated_kinds=frozenset(stated),
        sections=frozenset(sections),
        unsure=frozenset(unsure),
        **known,
    )


def found(*stated: str, **known) -> Assessment:
    return assess(about(*stated, **known), TODAY)


# The table ---------------------------------------------------------------------------------

FIRST_WORDS = {
    "certificate": {
        "YES": "required",
        "NO": "not_required",
        "N/A": "not_applicable",
        "OUT OF SCOPE": "not_applicable",
        "UNCLEAR": "unclear",
        "TREAT AS LIKELY YES": "unclear",
        "STOP": "unclear",
        "Held": "required",
        "Already held": "not_applicable",
        "As the decision": "as_decision",
    },
    "mediation": {
        "YES": "right",
        "NO": "not_available",
        "N/A": "not_available",
        "UNCLEAR": "unclear",
        "UNLIKELY": "unclear",
        "MAYBE": "unclear",
        "LIKELY": "unclear",
        "STOP": "unclear",
        "As the decision": "as_decision",
        "As plan decision": "as_decision",
    },
    "drs": {
        "YES, ": "conditional",
        "YES": "available",
        "NO": "not_available",
        "N/A": "not_available",
        "MAYBE": "conditional",
        "UNCLEAR": "unclear",
        "STOP": "unclear",
        "As the decision": "as_decision",
    },
}


def read_words(column: str, words: str) -> str:
    matching = [first for first in FIRST_WORDS[column] if words.startswith(first)]
    return FIRST_WORDS[column][max(matching, key=len)]


@pytest.mark.parametrize("row", decision_table().decisions, ids=lambda row: row.id)
def test_row_says_what_the_words_of_the_table_say(row):
    assert row.certificate == read_words("certificate", row.table.certificate)
    assert row.mediation == read_words("mediation", row.table.mediation)
    assert row.disagreement_resolution == read_words("drs", row.table.drs)
    assert row.certificate_held == ("held" in row.table.certificate.lower().split(" or ")[0])
    assert ("same day" in row.table.human) == (row.human == "same_day")
    if row.table.human.startswith("Human"):
        assert row.human in {"human", "same_day", "manager"}


def test_table_has_forty_six_rows_in_order():
    rows = decision_table().decisions
    assert [row.no for row in rows] == [f"D{number:02}" for number in range(1, 47)]
    assert len(decisions_by_id()) == 46
    assert set(PRECEDENCE) == set(decisions_by_id())
    assert len(PRECEDENCE) == 46
    assert decision_table().last_checked < decision_table().review_by


def test_only_school_and_discrimination_rows_are_free_of_a_certificate():
    free = {row.id for row in decision_table().decisions if row.certificate == "not_required"}
    assert free == SCHOOL_ONLY_KINDS | {"discrimination_school", "discrimination_other"}


def test_kinds_that_need_a_certificate_come_before_those_that_do_not():
    strength = ["required", "unclear", "not_required", "not_applicable"]
    order = [strength.index(decisions_by_id()[kind].certificate) for kind in CONTENT]
    assert order == sorted(order)
    assert all(decisions_by_id()[kind].certificate == "as_decision" for kind in PEOPLE)


# Every row is reached ----------------------------------------------------------------------

FROM_FACTS = {
    "section_b": about(sections="B", plan="final"),
    "section_f": about(sections="F", plan="final"),
    "b_f_i": about(sections="I", school_only="other_parts", plan="final"),
    "i_named_only": about(sections="I", school_only="only_school", plan="final"),
    "eotas": about(sections="I", school_only="out_of_school", plan="final"),
    "sections_a_e_j": about(sections="E", plan="final"),
    "health_only": about(sections="CG", plan="final"),
    "social_only": about(sections="H", plan="final"),
    "edu_plus_health_care": about(sections="FG", plan="final"),
    "school_plus_health_care": about(sections="IG", school_only="other_parts", plan="final"),
    "draft_plan": about(sections="BF", plan="draft"),
    "no_decision": about(plan="requested", decision_made=False),
    "annual_review_late": about("refuse_amend", plan="final", decision_made=False),
    "cease_plan": about(plan="ended"),
    "already_appealed": about("refuse_assess", appeal_lodged=True),
    "old_no_cert": about("refuse_assess", letter_date=OLD_LETTER, certificate_held=False),
    "old_with_cert": about(
        "refuse_assess",
        letter_date=date(2026, 9, 1),
        certificate_held=True,
        certificate_date=date(2026, 10, 30),
    ),
    "cert_held": about("refuse_assess", letter_date=LETTER, certificate_held=True),
    "not_england": about(outside_england=True),
    "unsure_other": about(unsure=("issue",)),
}
AS_THEY_SAY = {
    "refuse_assess", "refuse_plan", "refuse_reassess", "refuse_amend", "i_type_only",
    "i_none_named", "not_delivered", "sen_support", "early_years_college", "exclusion",
    "transport", "discrimination_school", "discrimination_other", "personal_budget",
    "agreement_broken", "order_not_followed", "admissions", "complaint_school_council",
    "complaint_kids", "benefits_other",
}  # fmt: skip
SET_BY_OTHERS = {
    "safeguarding": "the safety screen or staff: nobody is asked for it",
    "in_custody": "staff, or the parent's own words: it is never asked",
    "looked_after": "staff, or the parent's own words: it is never asked",
    "young_person_capacity": "staff: only a person can judge it",
    "two_councils": "staff, or the parent's own words: it is never asked",
    "parents_disagree": "staff, or the parent's own words: it is never asked",
}


def test_every_row_is_reached_from_facts_from_their_words_or_by_others():
    assert FROM_FACTS.keys() | AS_THEY_SAY | SET_BY_OTHERS.keys() == set(decisions_by_id())


@pytest.mark.parametrize("kind", FROM_FACTS)
def test_kind_follows_from_the_facts(kind):
    assert kind in kinds_of(FROM_FACTS[kind], TODAY)


@pytest.mark.parametrize("kind", sorted(AS_THEY_SAY | SET_BY_OTHERS.keys()))
def test_kind_follows_from_what_is_stated(kind):
    assert kind in kinds_of(about(kind), TODAY)


def test_kind_that_is_not_in_the_table_is_refused():
    with pytest.raises(ValueError, match="not in the decision table"):
        kinds_of(about("made_up"), TODAY)


@pytest.mark.parametrize("row", decision_table().decisions, ids=lambda row: row.id)
def test_row_alone_gives_its_own_answer(row):
    if row.id in {"i_named_only", "i_type_only", "i_none_named"}:
        dispute = about(row.id, school_only="only_school", plan="final")
    else:
        dispute = about(row.id)
    result = assess(dispute, TODAY)
    unclear_instead = {"as_decision": "unclear"}
    assert result.rule == row.no
    assert result.certificate == unclear_instead.get(row.certificate, row.certificate)
    assert result.mediation == unclear_instead.get(row.mediation, row.mediation)
    assert result.disagreement_resolution == unclear_instead.get(
        row.disagreement_resolution, row.disagreement_resolution
    )
    assert result.sources == tuple(dict.fromkeys(row.sources))
    assert result.rule_version == decision_table().version


# People --------------------------------------------------------------------------------------


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
    result = assess(FROM_FACTS["old_with_cert"], TODAY)
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


# Whatever is said together ---------------------------------------------------------------------

DAYS = st.dates(date(2026, 3, 1), date(2026, 12, 10))
QUESTIONS = (
    "issue", "sections", "school_only", "plan", "decision_date", "certificate_held",
    "certificate_date", "appeal_lodged", "council",
)  # fmt: skip


def some_of(values) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(sorted(values)), max_size=3)


disputes = st.builds(
    Dispute,
    plan=st.sampled_from([None, "none", "requested", "draft", "final", "ended", "unsure"]),
    stated_kinds=some_of(decisions_by_id()) | st.just(frozenset()),
    sections=st.frozensets(st.sampled_from("ABCDEFGHIJK"), max_size=4),
    school_only=st.sampled_from([None, "only_school", "other_parts", "out_of_school", "unsure"]),
    decision_made=st.sampled_from([None, True, False]),
    letter_date=st.none() | DAYS,
    certificate_held=st.sampled_from([None, True, False]),
    certificate_date=st.none() | DAYS,
    appeal_lodged=st.sampled_from([None, False, True]),
    age=st.none() | st.integers(0, 26),
    role=st.sampled_from([None, "parent", "young_person", "school"]),
    outside_england=st.sampled_from([False, False, False, True]),
    unsure=some_of(QUESTIONS) | st.just(frozenset()),
)
many = settings(max_examples=400)


@many
@given(disputes, st.sampled_from(["B", "F"]))
def test_adding_needs_or_help_never_takes_a_certificate_away(dispute, section):
    before = assess(dispute, TODAY)
    after = assess(replace(dispute, sections=dispute.sections | {section}), TODAY)
    assert after.certificate != "not_required"
    if before.certificate == "required":
        assert after.certificate == "required"


@many
@given(disputes, st.sampled_from([k for k in CONTENT if k != "draft_plan"]))
def test_adding_another_matter_never_takes_a_certificate_away(dispute, kind):
    # Three readings are guesses that a plainer word replaces: an ended plan alone is a decision to
    # end it, "other parts too" alone means needs or help, and F alone, beside help that is not
    # given, says which help.
    assume(kind != "not_delivered" or dispute.sections != {"F"})
    plan = None if dispute.plan == "ended" else dispute.plan
    school_only = None if dispute.school_only == "other_parts" else dispute.school_only
    dispute = replace(dispute, plan=plan, school_only=school_only)
    before = assess(dispute, TODAY)
    after = assess(replace(dispute, stated_kinds=dispute.stated_kinds | {kind}), TODAY)
    has_content = set(before.kinds) - {*CIRCUMSTANCES, *PEOPLE}
    if before.certificate == "required" and has_content:
        assert after.certificate == "required"


@many
@given(disputes)
def test_without_the_letters_date_there_is_never_a_date(dispute):
    result = assess(replace(dispute, letter_date=None), TODAY)
    assert result.deadlines.contact_by is None
    assert result.deadlines.appeal_by is None
    assert result.deadlines.appeal_by_unadjusted is None
    assert result.deadlines.days_left is None
    assert result.deadlines.urgency == "unknown"
    assert "aim_for" not in result.values


@many
@given(disputes, st.frozensets(st.sampled_from("CDGH"), min_size=1))
def test_health_and_care_alone_are_never_exempt_and_never_need_a_certificate(dispute, sections):
    alone = replace(
        dispute,
        sections=sections,
        stated_kinds=dispute.stated_kinds & {"health_only", "social_only", *PEOPLE},
        school_only=None,
        plan="final",
    )
    assert assess(alone, TODAY).certificate == "not_applicable"


@many
@given(disputes, st.sampled_from(QUESTIONS))
def test_parent_who_is_unsure_always_gets_a_person(dispute, question):
    assert assess(replace(dispute, unsure=dispute.unsure | {question}), TODAY).human


@many
@given(disputes)
def test_no_certificate_is_only_ever_said_of_school_only_and_of_discrimination(dispute):
    result = assess(dispute, TODAY)
    if result.certificate != "not_required":
        return
    assert result.human
    assert not dispute.sections & set("BCDFGH") or dispute.plan == "draft"
    if SCHOOL_ONLY_KINDS & set(result.kinds):
        assert dispute.school_only == "only_school"
        assert not dispute.unsure & {"issue", "sections", "school_only", "plan"}
        assert result.mediation == "right" or "already_appealed" in result.kinds
    else:
        assert {"discrimination_school", "discrimination_other"} & set(result.kinds)


@many
@given(disputes)
def test_school_only_parents_may_always_mediate(dispute):
    result = assess(dispute, TODAY)
    if SCHOOL_ONLY_KINDS & set(result.kinds) and not (
        {"already_appealed", "not_england", "in_custody"} & set(result.kinds)
    ):
        assert result.mediation == "right"


@many
@given(disputes)
def test_days_left_count_to_the_earliest_date_that_binds(dispute):
    result = assess(dispute, TODAY)
    dates = result.deadlines
    if dates.days_left is None:
        assert dates.urgency == "unknown"
        return
    must_contact = result.certificate == "required" and not dispute.holds_certificate
    binding = dates.contact_by if must_contact else dates.appeal_by_unadjusted
    assert dates.days_left == (binding - TODAY).days
    assert dates.appeal_by >= dates.appeal_by_unadjusted >= dates.contact_by
    if dates.urgency in {"passed", "urgent"}:
        assert result.human
        assert result.priority in {"urgent", "immediate"}
        assert result.reasons[0] == f"utter_route_dates_{dates.urgency}"


@many
@given(disputes)
def test_result_is_of_one_piece(dispute):
    result = assess(dispute, TODAY)
    assert result.kinds
    assert len(set(result.kinds)) == len(result.kinds)
    assert set(result.kinds) <= set(decisions_by_id())
    assert result.rule == decisions_by_id()[result.kinds[0]].no
    assert result.human == bool(result.handover_reasons)
    assert len(set(result.reasons)) == len(result.reasons)
    told_first = {f"utter_route_{result.kinds[0]}"}
    if dispute.decision_made is False:
        told_first |= {"utter_route_no_decision", "utter_route_annual_review_late"}
    assert told_first & set(result.reasons)
    assert result.certificate != "unclear" or result.human


@many
@given(disputes)
def test_every_reason_has_its_words_and_every_gap_in_them_a_value(dispute):
    result = assess(dispute, TODAY)
    for reason in result.reasons:
        for variant in RESPONSES[reason]:
            gaps = {part.split("}")[0] for part in variant["text"].split("{")[1:]}
            assert gaps <= result.values.keys()


def test_result_cannot_depend_on_the_council_the_channel_or_the_language():
    names = {field.name for field in fields(Dispute)}
    assert not {"council", "channel", "locale", "language", "coverage"} & names
