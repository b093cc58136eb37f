"""Long answers become texts of two segments at most, and nothing of them is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casework.texts.parts import ASK_FOR_MORE, fits, shorten, split_into_texts

_WORDS = st.lists(
    st.text(alphabet="abcé€[~😀نع.\n ", min_size=1, max_size=40), min_size=1, max_size=40
).map(" ".join)


def squeeze(text: str) -> str:
    """The text without its white space: what must not be lost."""
    return "".join(text.split())


@given(_WORDS)
def test_every_part_fits_and_together_they_say_it_all(text: str) -> None:
    parts = split_into_texts(text)
    assert all(map(fits, parts))
    assert squeeze("".join(parts)) == squeeze(text)


@given(_WORDS)
def test_asking_for_more_until_there_is_none_gives_the_whole(text: str) -> None:
    said = ""
    rest: str | None = text
    while rest:
        shortened = shorten(rest)
        assert fits(shortened.text)
        said += shortened.text.removesuffix(ASK_FOR_MORE) if shortened.rest else shortened.text
        rest = shortened.rest
    assert squeeze(said) == squeeze(text)


def test_a_short_answer_stays_as_it_is() -> None:
    assert shorten("It is free.").rest is None
    assert shorten("It is free.").text == "It is free."


def test_an_answer_is_cut_after_a_sentence() -> None:
    shortened = shorten("This is one sentence of the answer. " * 15)
    assert shortened.text.endswith(f"of the answer.\n{ASK_FOR_MORE}")
    assert (shortened.rest or "").startswith("This is one")


def test_a_list_is_cut_between_its_lines() -> None:
    lines = [f"{number}. Answer: something that was said" for number in range(1, 20)]
    for part in split_into_texts("\n".join(lines)):
        assert all(line in lines for line in part.splitlines())
