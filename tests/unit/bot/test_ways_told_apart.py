"""Ways to be reached that are told apart: lists of answers, lines, and what is denied from afar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader

Values = Callable[[str, str], set[str | int]]


def _ways(words: str, reader: FactReader) -> dict[str | None, str | int]:
    found = [fact for fact in reader.read(words) if fact.entity == "contact_ok"]
    return {fact.role: fact.value for fact in found}


@pytest.mark.parametrize(
    "words",
    [
        "calls and texts yes, emails no",
        "Phone: yes Text: yes Email: no",
        "Call - yes, Text - yes, Email - no",
        "call yes text yes no email",
        "phone y text y email n",
        "text and call yes, email no",
    ],
)
def test_each_way_of_a_list_gets_its_answer(words: str, reader: FactReader) -> None:
    assert _ways(words, reader) == {"call": "yes", "text": "yes", "email": "no"}


def test_all_ways_of_a_list_may_be_fine(reader: FactReader) -> None:
    assert set(_ways("call text email all ok", reader).values()) == {"yes"}


@pytest.mark.parametrize(
    "words",
    [
        "no email yet",
        "no email address",
        "I have no email",
        "online or phone not in person",
        "phone call not video please",
        "the phone just rings out at the council",
        "it reads my phone out loud",
        "no texts to the school number",
    ],
)
def test_what_is_lacking_or_said_of_others_refuses_no_way(words: str, reader: FactReader) -> None:
    assert _ways(words, reader) == {}


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Don't ring the landline, mobile is fine", "Don't ring the landline"),
        ("don't ring the house phone, ring my mobile", "don't ring the house phone"),
        ("not the landline please, my mobile is ok", "not the landline"),
        ("mobile yes landline no", "landline no"),
        (
            "don't ring the landline my lad picks up. mobile 07700 900192 is ok to ring",
            "don't ring the landline",
        ),
    ],
)
def test_line_that_is_not_to_be_rung_leaves_the_other(
    words: str, kept: str, reader: FactReader, values: Values
) -> None:
    assert _ways(words, reader) == {"call": "yes"}
    assert values(words, "best_time") == {kept}


@pytest.mark.parametrize(
    "words", ["don't call the house", "dont ring the house at all. text 07700 900846"]
)
def test_house_that_is_not_to_be_rung_means_no_calls(words: str, reader: FactReader) -> None:
    assert _ways(words, reader)["call"] == "no"


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Under no circumstances ring me", "call"),
        ("i dont want you to ring me", "call"),
        ("it is not a good idea to ring me", "call"),
        ("no one is to phone me", "call"),
        ("i dont want anyone to email me", "email"),
        ("dont want you to leave a message", "voicemail"),
    ],
)
def test_way_denied_from_afar_is_refused_and_asked_about(
    words: str, way: str, reader: FactReader
) -> None:
    (fact,) = (fact for fact in reader.read(words) if fact.entity == "contact_ok")
    assert (fact.role, fact.value, fact.sure) == (way, "no", False)


@pytest.mark.parametrize(
    "words",
    [
        "not a problem, ring me",
        "he is not in, ring me",
        "i dont mind, ring me",
        "i cant text but you can ring me",
        "dont ring my ex ring me",
        "don't worry you can ring me",
        "please do not hesitate to call me",
        "no need to email you can ring",
    ],
)
def test_no_that_is_said_of_something_else_leaves_the_call(words: str, reader: FactReader) -> None:
    assert _ways(words, reader) == {"call": "yes"}


@pytest.mark.parametrize(
    "words",
    [
        "they said no on the phone on 3 november",
        "i spoke to them on the phone on 3 november",
        "mum gave permission by phone on 12 november",
    ],
)
def test_call_that_is_told_of_is_no_leave_to_ring(words: str, reader: FactReader) -> None:
    assert _ways(words, reader) == {}


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("07700900123 but only ring when my husband is at work", "when my husband is at work"),
        ("07700 900123, only when he's out please", "only when he's out"),
        ("ring when he's not here", "when he's not here"),
        ("call me once the kids are at school", "once the kids are at school"),
    ],
)
def test_who_must_be_out_is_kept_as_the_time_to_ring(words: str, when: str, values: Values) -> None:
    assert values(words, "best_time") == {when}


@pytest.mark.parametrize(
    ("words", "value", "is_sure"),
    [
        ("I'm fine with English but my mum needs Bengali", "yes", True),
        ("my english is fine but my husband needs urdu", "yes", True),
        ("my english is ok but not for official things", "yes", False),
        ("my english is good", "no", True),
    ],
)
def test_good_english_of_one_is_not_that_of_all(
    words: str, value: str, is_sure: bool, reader: FactReader
) -> None:
    (fact,) = (fact for fact in reader.read(words) if fact.entity == "interpreter")
    assert (fact.value, fact.sure) == (value, is_sure)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("text yes ring no email yes", {"text": "yes", "call": "no", "email": "yes"}),
        ("ring or text, voicemail no", {"call": "yes", "text": "yes", "voicemail": "no"}),
        ("phone and text, voicemail no", {"call": "yes", "text": "yes", "voicemail": "no"}),
        ("text or email, ring no", {"text": "yes", "email": "yes", "call": "no"}),
        (
            "phone is fine but might not pick up, leave a message",
            {"call": "yes", "voicemail": "yes"},
        ),
    ],
)
def test_no_stands_for_the_way_beside_it_alone(
    words: str, told: dict[str, str], reader: FactReader
) -> None:
    assert _ways(words, reader) == told


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("ok its 07700 900123 but can u text not ring, i got a newborn", "no"),
        ("could you email rather than call please", "no"),
        ("can you text first then ring", "yes"),
    ],
)
def test_way_that_is_asked_for_is_told(words: str, call: str, reader: FactReader) -> None:
    assert _ways(words, reader).get("call") == call


@pytest.mark.parametrize(
    "words",
    [
        "can you call the school",
        "email on friday 13th november",
        "email me a copy",
        "will you ring me?",
        "can you email me the questions",
    ],
)
def test_no_way_is_told_by_other_words(words: str, reader: FactReader) -> None:
    assert _ways(words, reader) == {}


@pytest.mark.parametrize("words", ["dont call my house phone", "don't ring the landline"])
def test_one_phone_that_is_refused_is_asked_about(words: str, reader: FactReader) -> None:
    ways = [fact for fact in reader.read(words) if fact.entity == "contact_ok"]
    assert [(way.value, way.sure) for way in ways] == [("no", False)]


@pytest.mark.parametrize("words", ["call or text my mobile", "ring or text my mobile number"])
def test_own_mobile_is_rung_or_texted(words: str, reader: FactReader) -> None:
    assert _ways(words, reader) == {"call": "yes", "text": "yes"}


@pytest.mark.parametrize("words", ["call or text my mum", "ring or text the council"])
def test_others_who_are_rung_are_no_way_to_the_writer(words: str, reader: FactReader) -> None:
    assert _ways(words, reader) == {}
