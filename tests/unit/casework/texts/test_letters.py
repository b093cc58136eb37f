"""What people write becomes letters that every phone takes, and stays what they wrote."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.texts.counting import count_segments, is_gsm7
from casework.texts.letters import to_gsm7


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("He\u2019s 9 \u2013 \u201cgreat\u201d\u2026", 'He\'s 9 - "great"...'),
        ("Chloé", "Chloé"),
        ("Chloe\u0301", "Chloé"),
        ("Zoë Brontë", "Zoe Bronte"),
        ("Łukasz Wójcik", "Lukasz Wojcik"),
        ("Siân, Ioan a Gwyneth", "Sian, Ioan a Gwyneth"),
        ("Þór Ðaníel", "Thor Daniel"),
        ("he cries 😭😭 every day 💔", "he cries every day"),
        ("👨‍👩‍👧 family", "family"),
        ("thumbs 👍🏽 up", "thumbs up"),
        ("costs €5 [each]", "costs €5 [each]"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("• first\n• second", "- first\n- second"),
        ("½ day", "1/2 day"),
        ("a\u00a0b\u200bc", "a bc"),
    ],
)
def test_letters_stay_where_the_alphabet_has_them_and_else_the_nearest_is_taken(
    written: str, sent: str
) -> None:
    assert to_gsm7(written) == sent


def test_one_emoji_in_a_long_answer_costs_no_segment() -> None:
    words = "He is not safe at school and they will not listen to us. " * 5
    assert count_segments(words + "😢").segments > count_segments(to_gsm7(words + "😢")).segments
    assert count_segments(to_gsm7(words + "😢")).encoding == "GSM-7"


@pytest.mark.parametrize("words", ["نعم", "Так, я розумію", "我需要口譯員", "ਹਾਂ ਜੀ"])
def test_words_in_another_script_stay_readable(words: str) -> None:
    kept = to_gsm7(f"{words} 😀")
    assert "".join(kept.split()) == "".join(unicodedata.normalize("NFC", words).split())


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=60))
def test_what_is_written_in_latin_letters_is_sent_in_the_cheap_alphabet(text: str) -> None:
    sent = to_gsm7(text)
    left = {each for each in sent if not is_gsm7(each)}
    # A few phonetic letters have no nearest one; none of them is in a name people here bear.
    assert all(unicodedata.category(each)[0] in "LNPS" for each in left)
    assert to_gsm7(sent) == sent


@given(st.text(max_size=80))
def test_writing_plainly_twice_changes_nothing_more(text: str) -> None:
    assert to_gsm7(to_gsm7(text)) == to_gsm7(text)
