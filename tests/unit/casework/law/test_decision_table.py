"""The decision table says what the research says, and every row of it is reached."""

from datetime import date

import pytest

from casework.law.decisions import decision_table, decisions_by_id
from casework.law.disputes import CONTENT, PEOPLE, PRECEDENCE, SCHOOL_ONLY_KINDS
from casework.law.routes import assess, kinds_of
from tests.unit.casework.law.disputes import LETTER, OLD_LETTER, TODAY, about

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
