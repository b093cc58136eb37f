"""What STOP and its kind, MORE, PAUSE and "wrong number" look like in a text, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.texts.commands import (
    HELP_WORDS,
    RESERVED_WORDS,
    START_WORDS,
    STOP_WORDS,
    read_command,
    read_stranger,
)

_AROUND = st.text(alphabet=" \t\n.,;:!?'\"-_*()[]…’“”👍🙏", max_size=6)
_COMMANDS = {
    **dict.fromkeys(STOP_WORDS, "stop"),
    **dict.fromkeys(START_WORDS, "start"),
    **dict.fromkeys(HELP_WORDS, "help"),
    "more": "more",
    "pause": "pause",
    "website": "website",
}


@st.composite
def commands_as_people_type_them(draw: st.DrawFn) -> tuple[str, str]:
    """A command in any case, with anything around it, and what it is."""
    word = draw(st.sampled_from(sorted(_COMMANDS)))
    typed = "".join(draw(st.sampled_from((each.upper(), each))) for each in word)
    between = draw(st.sampled_from(("", "", "", " ", "-", ".", " - ")))
    return draw(_AROUND) + between.join(typed) + draw(_AROUND), _COMMANDS[word]


@given(commands_as_people_type_them())
def test_a_command_is_known_in_any_case_with_any_spaces_and_punctuation(
    typed: tuple[str, str],
) -> None:
    text, command = typed
    assert read_command(text) == command


@given(st.sampled_from(sorted(_COMMANDS)), st.lists(st.sampled_from(
    ("them", "him", "school", "we", "excluding", "mediation", "the", "his", "transport")
), min_size=1, max_size=8), st.booleans())  # fmt: skip
def test_a_command_word_inside_a_sentence_is_no_command(
    word: str, others: list[str], is_first: bool
) -> None:
    words = [word, *others] if is_first else [*others, word]
    assert read_command(" ".join(words)) is None


@pytest.mark.parametrize(
    "text",
    [
        "stop them from excluding him",
        "they want to stop his transport",
        "can you stop the plan ending",
        "help me please",
        "i need help",
        "the end of term",
        "start again",
        "cancel the meeting",
        "stop for now",
        "more help in class",
        "info about mediation",
        "is there a website",
        "their website says no",
        "",
        "👍",
    ],
)
def test_what_a_parent_tells_is_no_command(text: str) -> None:
    assert read_command(text) is None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("STOP", "stop"),
        ("Stop texting me", "stop"),
        ("please stop", "stop"),
        ("S.T.O.P", "stop"),
        ("ARRÊT", "stop"),
        ("opt out", "stop"),
        ("OPT-OUT", "stop"),
        ("Stop all", "stop"),
        ("Unstop.", "start"),
        ("Website please", "website"),
        ("web site", "website"),
    ],
)
def test_commands_people_send(text: str, command: str) -> None:
    assert read_command(text) == command


def test_yes_answers_a_question_and_is_no_command() -> None:
    assert "yes" not in RESERVED_WORDS
    assert read_command("YES") is None


@pytest.mark.parametrize(
    "text",
    [
        "wrong number",
        "Wrong number!!",
        "Sorry, you've got the wrong person",
        "sorry you\u2019ve got the wrong person mate",
        "hi i think you have the wrong number",
        "WRONG PERSON",
        "I don't know you",
        "no one by that name here",
        "who is this? i dont know you",
        "wrong number, stop texting me",
        "Stop texting me wrong number",
    ],
)
def test_who_says_that_we_have_the_wrong_one_is_a_stranger(text: str) -> None:
    assert read_stranger(text) == "wrong_number"


@pytest.mark.parametrize(
    "text",
    [
        "who is this",
        "Who's this?",
        "not me",
        "Sorry who is this please?",
        "new phone who dis",
        "who dis new phone",
        "who dat? lost my phone",
        "who is this, this is not me",
    ],
)
def test_who_asks_who_we_are_may_be_a_stranger(text: str) -> None:
    assert read_stranger(text) == "who_is_this"


@pytest.mark.parametrize(
    "text",
    [
        "they put the wrong number of hours in section F",
        "the council named the wrong person",
        "who is this meeting for",
        "it's not me it's my son",
        "you have the wrong number, it ends in 702",
        "not me, my husband",
        "who are you and what do you do",
        "no",
        "",
    ],
)
def test_what_a_parent_tells_of_numbers_and_persons_is_no_stranger(text: str) -> None:
    assert read_stranger(text) is None
