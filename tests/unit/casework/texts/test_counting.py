"""How many segments a text takes, by the rules of 3GPP TS 23.038 and TS 23.040."""

import pytest

from casework.texts.counting import Segments, count_segments, is_gsm7, split_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Segments("GSM-7", 0, 1)),
        ("a" * 160, Segments("GSM-7", 160, 1)),
        ("a" * 161, Segments("GSM-7", 161, 2)),
        ("a" * 306, Segments("GSM-7", 306, 2)),
        ("a" * 307, Segments("GSM-7", 307, 3)),
        ("é" * 160, Segments("GSM-7", 160, 1)),
        ("ê" * 70, Segments("UCS-2", 70, 1)),
        ("ê" * 71, Segments("UCS-2", 71, 2)),
        ("ê" * 134, Segments("UCS-2", 134, 2)),
        ("ê" * 135, Segments("UCS-2", 135, 3)),
        ("😀" * 35, Segments("UCS-2", 70, 1)),
        ("😀" * 36, Segments("UCS-2", 72, 2)),
    ],
)
def test_a_text_takes_the_segments_the_standard_says(text: str, expected: Segments) -> None:
    assert count_segments(text) == expected


def test_a_euro_sign_counts_twice() -> None:
    assert count_segments("€" * 80) == Segments("GSM-7", 160, 1)
    assert count_segments("€" * 81).segments == 2


def test_an_escape_pair_is_never_cut_between_two_segments() -> None:
    fits_by_arithmetic = "a" * 152 + "€" + "a" * 152
    assert count_segments(fits_by_arithmetic) == Segments("GSM-7", 306, 3)


def test_an_emoji_is_never_cut_between_two_segments() -> None:
    fits_by_arithmetic = "ê" * 66 + "😀" + "ê" * 66
    assert count_segments(fits_by_arithmetic) == Segments("UCS-2", 134, 3)


@pytest.mark.parametrize("character", "’“”–—…`\t•áê")
def test_curly_quotes_and_long_dashes_are_not_gsm7(character: str) -> None:
    assert not is_gsm7(character)


@pytest.mark.parametrize("character", "@£$¥èéùìòÇ\nØøÅåΔ_[]{}^~|\\€'\"?!")
def test_what_every_phone_shows_is_gsm7(character: str) -> None:
    assert is_gsm7(character)


@pytest.mark.parametrize(
    "words", ["word " * 500, "A sentence. " * 300, "line\n" * 400, "x" * 3_001]
)
def test_a_long_text_is_split_and_no_word_is_lost(words: str) -> None:
    parts = split_text(words.strip(), 1_600)
    assert len(parts) > 1 and all(0 < len(part) <= 1_600 for part in parts)
    assert "".join("".join(parts).split()) == "".join(words.split())


def test_a_text_is_split_after_a_sentence_where_it_can_be() -> None:
    assert split_text("Ring us. We are here until five.", 20) == [
        "Ring us. We are",
        "here until five.",
    ]
    assert split_text("We are here now. Ring us.", 20) == ["We are here now.", "Ring us."]
    assert split_text("short", 20) == ["short"]
