"""Times and ways that families take out: kept as they say it, never turned round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.bot.conftest import Heard

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("please do not ring on Fridays", "do not ring on Fridays"),
        ("any day except fridays", "any day except fridays"),
        ("not between 9 and 3", "not between 9 and 3"),
        ("mornings, not mondays", "mornings, not mondays"),
        ("weekdays but not wednesday", "weekdays but not wednesday"),
        ("can't do tuesdays", "can't do tuesdays"),
        ("not on a monday", "not on a monday"),
        ("don't ring me before 5", "after 5"),
        ("do not call before 5pm", "after 5pm"),
        ("at work till 4", "after 4"),
        ("I'm not home until 5", "after 5"),
        ("I can't talk after 6", "can't talk after 6"),
        ("fridays are no good", "fridays are no good"),
        ("mornings no good", "mornings no good"),
        ("no i said calls after 2", "after 2"),
        ("better 1 to 3 in the afternoon please", "1 to 3 in the afternoon"),
    ],
)
def test_time_that_is_taken_out_is_kept_as_such(words: str, kept: str, values: Values) -> None:
    assert values(words, "best_time") == {kept}


@pytest.mark.parametrize(
    "words",
    [
        "school don't ring on fridays",
        "he is at work till 4",
        "not free until 12 december",
        "we are at work till christmas",
        "they never call on mondays",
        "his dad is strict about bedtime",
        "she took her medication this morning and is fine",
        "my husband's a guard, he's free Thursdays",
    ],
)
def test_what_others_do_or_a_date_is_no_time_to_call(words: str, values: Values) -> None:
    assert not values(words, "best_time")


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("8, ring me never. email sam@example.com", "call"),
        ("call me never", "call"),
        ("text no talk", "call"),
        ("sms only no talking", "call"),
        ("email only, no speaking please", "call"),
        ("not voicemail my ex listens", "voicemail"),
        ("but no answerphone", "voicemail"),
        ("voicemails are out, he listens in", "call"),
        ("he reads my work email", "email"),
        ("texts never", "text"),
    ],
)
def test_way_that_is_refused_is_never_heard_as_fine(
    words: str, way: str, hear: Callable[[str], Heard]
) -> None:
    heard = hear(words)
    assert ("contact_ok", way, "no") in heard
    assert ("contact_ok", way, "yes") not in heard
    assert ("contact_preferred", None, {"call": "phone"}.get(way, way)) not in heard


@pytest.mark.parametrize(
    "words",
    [
        "there was no voicemail from the council",
        "don't ring him",
        "we are not talking to his dad",
        "do not call my ex",
    ],
)
def test_what_is_not_about_reaching_them_refuses_nothing(words: str, values: Values) -> None:
    assert "no" not in values(words, "contact_ok")


@pytest.mark.parametrize(
    "words", ["07700 900123 ring after 6", "call me on 07700 900123", "07700900123, ring evenings"]
)
def test_number_given_to_be_rung_is_safe_to_ring(words: str, hear: Callable[[str], Heard]) -> None:
    assert ("contact_ok", "call", "yes") in hear(words)


@pytest.mark.parametrize(
    "words",
    [
        "its not my child",
        "he's not my son",
        "like speech therapist",
        "head of SEN at school backed us",
        "senco at school says he needs it",
    ],
)
def test_somebody_told_of_is_not_the_writer(words: str, values: Values) -> None:
    assert not values(words, "referrer_role")


def test_parent_who_is_a_senco_elsewhere_writes_as_a_parent(values: Values) -> None:
    words = "i am a senco at a different school, my daughter is 8"
    assert values(words, "referrer_role") == {"parent"}


@pytest.mark.parametrize(
    "words", ["ring only, no msgs cos jade", "no msgs please", "calls fine but no msg"]
)
def test_no_msgs_refuses_texts_and_voice_messages(words: str, hear: Callable[[str], Heard]) -> None:
    heard = hear(words)
    assert {("contact_ok", "text", "no"), ("contact_ok", "voicemail", "no")} <= heard


def test_phone_that_is_not_mine_refuses_no_calls(hear: Callable[[str], Heard]) -> None:
    assert ("contact_ok", "call", "no") not in hear("thats my mums phone not mine")


@pytest.mark.parametrize(
    "words", ["Email any time, phone evenings only", "texts whenever, phone after 6 only"]
)
def test_way_for_some_hours_is_not_liked_best(words: str, values: Values) -> None:
    assert values(words, "contact_preferred") == set()
