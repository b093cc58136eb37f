"""What parents read when a result is explained: right, and never more than the law says."""

import re
from pathlib import Path

import pytest
import yaml

from casework.law.decisions import decision_table, decisions_by_id
from casework.law.disputes import SCHOOL_ONLY_KINDS

RESPONSES = yaml.safe_load(
    (Path(__file__).resolve().parents[3] / "data" / "responses" / "routes.yml").read_text("utf-8")
)["responses"]

OTHERS = {
    "dates", "dates_with_certificate", "dates_adjusted", "dates_passed", "dates_urgent",
    "no_date", "person_confirms", "not_a_certificate", "school_only_may_mediate",
}  # fmt: skip
GAPS = {
    "dates": {"letter_date", "aim_for"},
    "dates_with_certificate": {"letter_date", "certificate_date", "aim_for"},
    "dates_adjusted": {"aim_for", "latest"},
    "dates_passed": {"letter_date", "aim_for"},
    "dates_urgent": {"days"},
}
LONGEST = {
    "letter_date": "29 September 2026",
    "certificate_date": "29 September 2026",
    "aim_for": "29 September 2026",
    "latest": "29 September 2026",
    "days": "only today",
}

ROWS = {
    (row.id, variant.get("channel", "web")): variant["text"]
    for row in decision_table().decisions
    for variant in RESPONSES.get(f"utter_route_{row.id}", [])
}
TEXTS = {
    (name.removeprefix("utter_route_"), variant.get("channel", "web")): variant["text"]
    for name, variants in RESPONSES.items()
    for variant in variants
}


def each(texts, rows=lambda row: True):
    chosen = [key for key in texts if key[0] in OTHERS or rows(decisions_by_id()[key[0]])]
    return pytest.mark.parametrize("key", chosen, ids="-".join)


def says(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def filled(text: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda gap: LONGEST[gap[1]], text)


NEEDS = r"(?:^|[.!?]\s+)(?:so |yes,? )?you (?:will )?(?:need|must (?:have|get|hold)) a "
NEEDS_NONE = (
    r"\b(?:do not|don.?t|will not|won.?t) need (?:a|the|any) (?:mediation )?certificate"
    r"|\bno (?:mediation )?certificate\b|\bwithout a (?:mediation )?certificate"
)
HOPELESS = (
    r"\btoo late\b|\bout of time\b|\bno longer\b|\bmissed your\b|\blost (?:your|the) right"
    r"|\bcan ?not appeal\b|\bcan.t appeal\b"
)
PROMISE = r"\bwill win\b|\bguarantee|\bwe promise\b|\bwill agree\b|\bwill get a certificate\b"
STATUTE = r"\bs\.? ?\d|\bss\.|\bsection \d|\breg(?:ulation)?s?\.? \d|\bAct\b \d|\brule \d"
CLOSES_MEDIATION = (
    r"mediation (?:is|was)(?: not|n.t) (?:available|possible|open|an option)"
    r"|(?:can ?not|can.t|not able to) (?:use|have|ask for|go to|get) mediation"
    r"|no right to (?:a )?mediation|not (?:entitled|eligible) (?:to|for) mediation"
)


def test_every_row_and_every_other_message_is_there_on_both_channels_and_no_more():
    names = set(decisions_by_id()) | OTHERS
    assert set(TEXTS) == {(name, channel) for name in names for channel in ("web", "sms")}
    assert all(len(variants) == 2 for variants in RESPONSES.values())


def test_explanation_carries_the_topic_of_its_row():
    for row in decisions_by_id():
        for variant in RESPONSES[f"utter_route_{row}"]:
            assert variant["metadata"] == {"topic": f"route:{row}"}


@each(TEXTS)
def test_message_has_the_gaps_that_are_filled(key):
    gaps = set(re.findall(r"\{(\w+)\}", TEXTS[key]))
    assert gaps <= GAPS.get(key[0], set())
    if key[0] != "dates_adjusted":
        assert gaps == GAPS.get(key[0], set())


@each(TEXTS)
def test_text_message_fits_with_the_longest_dates(key):
    if key[1] == "sms":
        assert len(filled(TEXTS[key])) <= 306


@each(TEXTS)
def test_nobody_is_told_that_it_is_over_or_promised_an_outcome(key):
    assert not says(HOPELESS, TEXTS[key])
    assert not says(PROMISE, TEXTS[key])


@each(TEXTS)
def test_nobody_is_shown_the_numbers_of_the_law(key):
    assert not says(STATUTE, TEXTS[key])


@each(TEXTS)
def test_nobody_is_told_to_count_sixty_or_thirty_days(key):
    assert not says(r"\b(?:30|60) days\b", TEXTS[key])


@each(ROWS, lambda row: row.certificate != "not_required")
def test_only_exempt_rows_speak_of_no_certificate(key):
    assert not says(NEEDS_NONE, TEXTS[key])


@each(ROWS, lambda row: row.certificate == "not_required")
def test_exempt_rows_say_so_and_that_a_person_checks(key):
    assert says(NEEDS_NONE, TEXTS[key])
    if key[0] in SCHOOL_ONLY_KINDS:
        assert says(r"\bonly about\b", TEXTS[key])
        assert says(r"still ask for mediation", TEXTS[key])
        assert says(r"person must check", TEXTS[key])
        assert not says(CLOSES_MEDIATION, TEXTS[key])


@each(ROWS, lambda row: row.certificate == "not_applicable")
def test_where_there_is_no_appeal_nobody_is_told_to_get_a_certificate(key):
    assert not says(NEEDS, TEXTS[key])
    assert not says(r"\bexempt", TEXTS[key])


@each(ROWS, lambda row: row.certificate == "required" and not row.certificate_held)
def test_where_one_is_required_the_certificate_comes_before_the_appeal(key):
    if key[0] == "old_no_cert":
        return
    assert says(r"certificate (?:first|before|to appeal)", TEXTS[key])


@each(ROWS, lambda row: row.mediation == "right")
def test_right_to_mediation_is_named_and_not_denied(key):
    assert says(r"\bmediation\b(?! certificate)", TEXTS[key])
    assert not says(CLOSES_MEDIATION, TEXTS[key])


@each(ROWS, lambda row: row.disagreement_resolution in {"available", "conditional"})
def test_disagreement_resolution_is_named_where_it_is_open(key):
    assert says(r"disagreement resolution", TEXTS[key])


@each(ROWS, lambda row: row.disagreement_resolution == "not_available")
def test_disagreement_resolution_is_not_offered_where_it_is_closed(key):
    assert not says(r"disagreement resolution", TEXTS[key])


@each(ROWS, lambda row: "SENDIASS" in row.table.tell or "IPSEA" in row.table.tell)
def test_other_help_is_named_where_the_table_names_it(key):
    for helper in ("SENDIASS", "IPSEA"):
        if helper in decisions_by_id()[key[0]].table.tell:
            assert helper in TEXTS[key]


@each(ROWS, lambda row: row.human in {"human", "same_day", "manager", "safeguarding"})
def test_person_is_announced_where_one_is_needed(key):
    if key[0] == "old_with_cert":
        assert "03330 062 835" in TEXTS[key]
    else:
        assert says(r"\b(?:person|manager)\b", TEXTS[key])


@each(ROWS, lambda row: row.id in {"draft_plan", "no_decision", "annual_review_late"})
def test_before_a_decision_there_is_no_appeal_yet(key):
    assert says(r"no appeal\b.*\byet\b", TEXTS[key])
    assert not says(r"you can (?:now )?appeal", TEXTS[key])


@each(ROWS, lambda row: row.id in {"health_only", "social_only", "sections_a_e_j"})
def test_health_and_care_are_never_called_exempt(key):
    assert says(r"there is no appeal about", TEXTS[key])


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_parent_short_of_time_is_told_to_ring_first(channel):
    for name in ("dates_urgent", "dates_passed"):
        first = re.split(r"(?<=[.!?])\s", TEXTS[name, channel])[0]
        assert "03330 062 835" in first
    assert says(r"SENDIASS or IPSEA", TEXTS["dates_passed", channel])
    assert says(r"may still be a way", TEXTS["dates_passed", channel])


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_dates_are_a_guide_and_the_later_of_two(channel):
    assert says(r"\bguide\b", TEXTS["dates", channel])
    assert says(r"2 months", TEXTS["dates", channel])
    assert says(r"\bguide\b", TEXTS["dates_with_certificate", channel])
    assert says(r"\blater\b", TEXTS["dates_with_certificate", channel])
    assert says(r"do not wait", TEXTS["dates_adjusted", channel])


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_chat_issues_no_certificate_and_gives_no_legal_advice(channel):
    text = TEXTS["not_a_certificate", channel]
    assert says(r"cannot give you a certificate", text)
    assert says(r"not legal advice", text)
    assert says(r"person must talk with you first", text)
    assert says(r"not legal advice", TEXTS["person_confirms", channel])
    assert says(r"still use mediation", TEXTS["school_only_may_mediate", channel])
