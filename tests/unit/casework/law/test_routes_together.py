"""No mixture of facts talks a parent out of a certificate, a person or a date."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from casework.law.decisions import decisions_by_id
from casework.law.disputes import CIRCUMSTANCES, CONTENT, PEOPLE, SCHOOL_ONLY_KINDS
from casework.law.routes import Dispute, assess
from tests.unit.casework.law.disputes import TODAY

RESPONSES = yaml.safe_load(
    (Path(__file__).resolve().parents[4] / "data" / "responses" / "routes.yml").read_text("utf-8")
)["responses"]

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
