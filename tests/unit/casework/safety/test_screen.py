"""People who may not be safe are heard; people who only speak of battles are left in peace."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from casework.safety.screen import SafetyFlag, choose_flag, screen_for_safety

HERE = Path(__file__).resolve().parent
NOTICES = HERE.parents[3] / "data" / "notices" / "safety.yml"

Sentence = tuple[str, str, str | None]


def _read(name: str) -> tuple[list[Sentence], list[Sentence]]:
    content: dict[str, list[Any]] = yaml.safe_load((HERE / name).read_text("utf-8"))
    unsafe = [(s[0], s[1], s[2] if len(s) > 2 else None) for s in content["unsafe"]]
    safe = [("", s, None) if isinstance(s, str) else ("", s[0], s[1]) for s in content["safe"]]
    return unsafe, safe


SEEN_UNSAFE, SEEN_SAFE = _read("safety_sentences.yml")
HELD_UNSAFE, HELD_SAFE = _read("safety_held_back.yml")
OTHER_UNSAFE, OTHER_SAFE = _read("safety_in_other_languages.yml")
UNSAFE, SAFE = SEEN_UNSAFE + HELD_UNSAFE, SEEN_SAFE + HELD_SAFE

PRIORITY_2 = {"child_is_user", "distress"}


@pytest.mark.parametrize("sentence", UNSAFE, ids=lambda s: s[1])
def test_person_who_may_not_be_safe_is_heard(sentence: Sentence):
    id_, text, asked = sentence
    priority = "P2" if id_ in PRIORITY_2 else "P1"
    assert screen_for_safety(text, asked=asked) == SafetyFlag(id_, priority)


@pytest.mark.parametrize("sentence", SAFE, ids=lambda s: s[1])
def test_person_who_is_safe_is_not_stopped(sentence: Sentence):
    _, text, asked = sentence
    assert screen_for_safety(text, asked=asked) is None


@pytest.mark.parametrize("sentence", OTHER_UNSAFE, ids=lambda s: s[1])
def test_person_is_heard_in_their_own_language(sentence: Sentence):
    test_person_who_may_not_be_safe_is_heard(sentence)


@pytest.mark.parametrize("sentence", OTHER_SAFE, ids=lambda s: s[1])
def test_person_who_is_safe_is_left_in_peace_in_their_own_language(sentence: Sentence):
    test_person_who_is_safe_is_not_stopped(sentence)


@pytest.mark.parametrize("written", ["Nie chcę już żyć", "nie chce juz zyc", "NIE CHCE JUZ ZYC!!"])
def test_accents_may_be_left_out(written: str):
    assert screen_for_safety(written, asked=None) == SafetyFlag("suicidal_adult", "P1")


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [
        ("she was at crisis point last winter and is settled with her tutor", True),
        ("Since the letter came my son says that he wants to die", False),
        ("we are in crisis", False),
        ("2 November 2026 and we are in crisis", False),
        ("07700 900123 but my husband checks my phone", False),
        ("my number is 07700 900123 but my husband listens to my calls", False),
        ("Nie chcę już żyć, nie mam siły na to wszystko", False),
    ],
)
def test_words_that_other_words_may_take_back_leave_a_doubt(text: str, is_doubtful: bool):
    flag = screen_for_safety(text, asked=None)
    assert flag is not None and flag.is_doubtful is is_doubtful


@pytest.mark.parametrize(
    "text",
    [
        "she self harms most nights and needs a female mediator",
        "he self harms when stressed so he needs a quiet room",
        "i self harm so need breaks and a calm room please",
        "my daughter has started self harming and needs breaks in the meeting",
    ],
)
def test_who_tells_a_need_beside_self_harm_is_in_no_doubt(text: str):
    flag = screen_for_safety(text, asked="access_needs")
    assert flag is not None and not flag.is_doubtful


def test_what_is_answered_where_safety_was_asked_about_leaves_no_doubt():
    text = "my husband goes through all of my things when he comes home from his work"
    flag = screen_for_safety(text, asked="safe_contact")
    assert flag is not None and not flag.is_doubtful


def test_danger_heard_elsewhere_gets_its_priority():
    assert choose_flag(["distress"]) == SafetyFlag("distress", "P2")
    assert choose_flag(["distress", "missing_child"]) == SafetyFlag("missing_child", "P1")
    with pytest.raises(ValueError):
        choose_flag(["boredom"])


def test_surest_of_several_dangers_is_answered():
    assert choose_flag(["domestic_abuse", "immediate_danger"]).id == "domestic_abuse"
    assert choose_flag(["distress", "child_is_user"]).id == "distress"


@pytest.mark.parametrize(
    "written",
    [
        "I WANT TO KILL MYSELF",
        "i want to kill myself!!!",
        "I  want\nto kill   myself",
        "i want to kiiill myself",
        "i wanna kil my self",
        "i want to k i l l myself",
        "i want to k1ll myself",
        "I want to kill\u200b myself \U0001f62d\U0001f62d",
        "\uff49 want to kill myself",
    ],
)
def test_danger_is_heard_however_it_is_written(written: str):
    assert screen_for_safety(written, asked=None) == SafetyFlag("suicidal_adult", "P1")


@pytest.mark.parametrize("apostrophe", ["", "'", "\u2019", "\u2018", "`", "\u00b4"])
def test_danger_is_heard_with_any_apostrophe(apostrophe: str):
    text = f"I don{apostrophe}t want to be alive"
    assert screen_for_safety(text, asked=None) == SafetyFlag("suicidal_adult", "P1")


@pytest.mark.parametrize("asked", [None, "name", "child_age", "in_own_words", "summary"])
def test_danger_is_heard_whatever_was_asked(asked: str | None):
    flag = screen_for_safety("my son says he wants to die", asked=asked)
    assert flag == SafetyFlag("suicidal_child", "P1")


def test_danger_is_heard_inside_a_long_story():
    story = "The council refused his plan in May. We have been waiting since. " * 12
    flag = screen_for_safety(story + "Now he cuts his arms. " + story, asked="in_own_words")
    assert flag == SafetyFlag("suicidal_child", "P1")


def test_partner_who_reads_messages_matters_where_we_ask_if_it_is_safe():
    text = "email, my husband sees what comes in the post"
    flag = screen_for_safety(text, asked="safe_contact")
    assert flag is not None
    assert flag.id == "domestic_abuse"
    assert screen_for_safety(text, asked="name") is None


@pytest.mark.parametrize(
    "told",
    [
        "he finds school really hard and nobody is listening",
        "the school just isn't listening to us",
        "she found the lessons too noisy, no one ever listened",
    ],
)
def test_parent_nobody_listens_to_is_not_in_danger_where_we_ask_if_it_is_safe(told: str):
    assert screen_for_safety(told, asked="safe_contact") is None


@pytest.mark.parametrize(
    "told",
    [
        "i find it hard to breathe",
        "she finds it hard to breathe at night",
        "they found him unconscious and it was hard",
        "nobody is listening, i want to die",
        "nobody listens when he hits me",
        "he is not listening, hes hitting me",
    ],
)
def test_danger_beside_what_is_hard_or_nobody_hears_is_danger(told: str):
    assert screen_for_safety(told, asked=None) is not None


@pytest.mark.parametrize("told", ["he is always listening", "she listens in on my calls"])
def test_somebody_who_listens_in_is_heard_where_we_ask_if_it_is_safe(told: str):
    flag = screen_for_safety(told, asked="safe_contact")
    assert flag is not None and flag.id == "domestic_abuse"


def test_most_urgent_danger_is_answered_first():
    text = "I can't cope any more, he has a knife and my daughter is missing"
    flag = screen_for_safety(text, asked=None)
    assert flag == SafetyFlag("immediate_danger", "P1")


@pytest.mark.parametrize("text", ["", " ", "\U0001f937\U0001f937", "...", "z" * 2000, "12"])
def test_message_without_words_is_not_a_danger(text: str):
    assert screen_for_safety(text, asked=None) is None


def test_every_kind_of_danger_has_sentences_and_a_reply():
    replies = set(yaml.safe_load(NOTICES.read_text("utf-8"))["notices"])
    assert {id_ for id_, _, _ in UNSAFE} == replies


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_parent_who_hurt_a_child_is_offered_help_and_neither_cleared_nor_blamed(channel: str):
    flag = screen_for_safety("I hit my son", asked=None)
    assert flag is not None
    reply = yaml.safe_load(NOTICES.read_text("utf-8"))["notices"][flag.id][channel]
    assert "never a child's fault" in reply
    assert "not your fault" not in reply
    assert "you may hurt a child" in reply or "help parents too" in reply


def test_enough_sentences_were_tried():
    assert len(UNSAFE) >= 150
    assert len(SAFE) >= 150
    assert {id_ for id_, _, _ in OTHER_UNSAFE} == {id_ for id_, _, _ in UNSAFE}


@pytest.mark.parametrize(
    "told",
    [
        "he must not know which school, he would come for us",
        "he'll know which room",
        "he'd know",
        "my husband knows where i am all the time",
        "theres a thing on my phone, he knows where i am",
        "dad is outside, he isn't meant to know it",
        "there was a tag thing in my bag, that's how he knows",
        "ive left him but he keeps finding us",
        "my husband finds everything",
        "im afraid i cant talk on the phone he is here",
        "he mustnt know",
        "he knows my password",
    ],
)
def test_whoever_may_be_found_out_is_heard_where_it_is_asked_how_to_reach_them(told: str):
    flag = screen_for_safety(told, asked="safe_contact")
    assert flag is not None
    assert flag.id == "domestic_abuse"


@pytest.mark.parametrize(
    "told",
    [
        "my husband knows",
        "call my husband instead he knows the dates better",
        "yes he knows I am doing this, he asked me to",
        "email as he is at school and i dont know when i am free",
        "not by phone im afraid",
    ],
)
def test_whose_partner_knows_of_it_is_left_in_peace(told: str):
    assert screen_for_safety(told, asked="safe_contact") is None


@pytest.mark.parametrize(
    "told",
    [
        "he monitors my calls at work",
        "he listens to my calls when im at work",
        "my partner is violent when he gets anxious",
    ],
)
def test_calls_listened_to_and_a_violent_partner_are_heard(told: str):
    assert screen_for_safety(told, asked=None) == SafetyFlag("domestic_abuse", "P1")
