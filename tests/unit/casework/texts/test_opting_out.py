"""No more texts, in people's own words; and what sounds like it and is about a case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.safety.screen import screen_for_safety
from casework.texts.commands import read_command, read_stranger
from casework.texts.opting_out import read_end_of_texts, read_opting_out

_POLITE = ("", "please ", "hi ", "can you ", "could u please ", "i want you to ", "ok ", "no. ")
_STOP = ("stop", "STOP", "Stopp", "stooop", "quit", "cancel", "end")
_TEXTING = ("texting", "txting", "messaging", "contacting", "bothering", "fucking texting")
_WHICH = ("", "the ", "these ", "all ", "your ", "my ", "any more ")
_TEXTS = ("texts", "messages", "text messages", "msgs", "sms")
_AFTER = ("", " now", " please", " again", "!!", " thanks", " ever again", "\nSent from my iPhone")
_SOMEBODY = ("him", "them", "his dad", "my ex", "the school", "his teacher", "the council", "her")
_ABOUT_A_CASE = (
    "from excluding {}", "sending letters to {}", "ringing {}", "hitting {}", "his transport",
    "the plan", "the meeting with {}", "sending messages to {}", "texting {}", "contacting {}",
)  # fmt: skip


@given(
    st.tuples(
        *map(st.sampled_from, (_POLITE, _STOP, _TEXTING, ("", " me", " us", " my phone"), _AFTER))
    )
)
def test_whoever_asks_us_to_stop_texting_is_heard(words: tuple[str, ...]) -> None:
    polite, stop, texting, me, after = words
    text = f"{polite}{stop} {texting}{me}{after}"
    assert read_opting_out(text) == "outright" or read_command(text) == "stop", text


@settings(deadline=2_000)
@given(st.tuples(*map(st.sampled_from, (_POLITE, _WHICH, _TEXTS, _AFTER))))
def test_whoever_wants_no_more_of_these_texts_is_heard(words: tuple[str, ...]) -> None:
    polite, which, texts, after = words
    for ends in (f"stop {which}{texts}", f"stop sending me {which}{texts}", f"no more {texts}"):
        assert read_opting_out(f"{polite}{ends}{after}") == "outright"
    for wish in (f"i dont want {which}{texts}", f"don\u2019t send me {which}{texts}"):
        assert read_opting_out(f"{polite}{wish}{after}") == "wish"


@settings(deadline=2_000)
@given(st.tuples(*map(st.sampled_from, (_POLITE, _STOP, _ABOUT_A_CASE, _SOMEBODY, _AFTER))))
def test_what_somebody_else_is_to_stop_ends_no_texts(words: tuple[str, ...]) -> None:
    polite, stop, what, somebody, after = words
    text = f"{polite}{stop} {what.format(somebody)}{after}"
    assert read_opting_out(text) is None
    assert read_opting_out(f"i want {somebody} to {stop}") is None


@settings(deadline=2_000)
@given(st.lists(st.sampled_from(
    ("stop", "please", "will you please", "now", "no", "no more", "texts", "enough", "him", "ok")
), max_size=400))  # fmt: skip
def test_any_heap_of_such_words_is_read_at_once(words: list[str]) -> None:
    read_opting_out(" ".join(words))
    read_stranger(" ".join(words))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("please stop texting me", "outright"),
        ("stop sending me these texts", "outright"),
        ("no more texts", "outright"),
        ("dont text me again", "wish"),
        ("take me off your list", "outright"),
        ("remove my number", "wish"),
        ("unsubscribe me", "outright"),
        ("leave me alone", "outright"),
        ("cancel my texts", "outright"),
        ("i dont want these texts", "wish"),
        ("stop messaging me", "outright"),
        ("Stop it", "outright"),
        ("please stop texting me now", "outright"),
        ("who are you? stop texting me", "outright"),
        ("stop texting me, don't contact me again", "outright"),
        ("dont text me. unsubscribe", "outright"),
        ("I want to opt out of these messages", "outright"),
        ("dont reply", "outright"),
        ("please do not text back", "outright"),
        ("how do i stop these texts?", "perhaps"),
        ("stop now", "perhaps"),
        ("go away", "perhaps"),
        ("not interested", "perhaps"),
    ],
)
def test_people_who_want_no_texts(text: str, meant: str) -> None:
    assert read_opting_out(text) == meant


@pytest.mark.parametrize("text", ["STOP.\nsent from my phone", "stopp", "STOPPPP!", "stpo"])
def test_stop_is_known_with_a_slip_or_a_line_below_it(text: str) -> None:
    assert read_command(text) == "stop"


@pytest.mark.parametrize(
    "text",
    [
        "stop them from excluding him",
        "i want them to stop",
        "can you stop sending letters to his dad",
        "cancel my meeting",
        "remove him from school",
        "stop for now",
        "i want to stop",
        "school wont stop texting me",
        "dont text me after 9",
        "no texts after 9pm please",
        "dont ring me, text me",
        "text me",
        "i want to text",
        "no more",
        "leave him alone",
        "delete everything about me",
        "remove us from your records",
        "stop hurting me",
        "",
    ],
)
def test_what_is_told_of_a_case_ends_no_texts(text: str) -> None:
    assert read_opting_out(text) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("FINISH", True),
        ("yes please", True),
        ("Keep.", False),
        ("no", False),
        ("1", False),
        ("he is 9", None),
        ("stop them", None),
    ],
)
def test_answers_to_whether_the_texts_shall_end(text: str, ends: bool | None) -> None:
    assert read_end_of_texts(text) is ends


@pytest.mark.parametrize("text", ["FINISH", "KEEP", "PAUSE", "Stop for now"])
def test_words_that_we_ask_for_end_nothing_by_themselves(text: str) -> None:
    assert read_opting_out(text) is None
    assert read_command(text) in (None, "pause")


@pytest.mark.parametrize("text", ["STOP HURTING ME", "please stop hitting me", "stop scaring us"])
def test_a_cry_to_stop_hurting_is_met_softly(text: str) -> None:
    flag = screen_for_safety(text, asked=None)
    assert flag is not None
    assert flag.id == "distress"


def test_stopping_in_other_words_is_no_cry() -> None:
    assert screen_for_safety("stop texting me", asked=None) is None
    assert screen_for_safety("stop them from excluding him", asked=None) is None
