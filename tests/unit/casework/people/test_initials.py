"""A child may be given by initials, in any words."""

from __future__ import annotations

import pytest

from casework.people.around_names import initials_told


@pytest.mark.parametrize(
    ("words", "initials"),
    [
        ("initials L.W.", "L.W."),
        ("just initials if thats ok, R.T.", "R.T."),
        ("I'd rather just use initials for now: r.t.", "R.T."),
        ("initials LW", "LW"),
        ("the initials are J P", "J P"),
        ("R.T. is fine for now", "R.T."),
        ("JB (initials)", "JB"),
    ],
)
def test_parent_can_give_initials_in_their_words(words: str, initials: str) -> None:
    assert initials_told(words) == initials


@pytest.mark.parametrize(
    "words",
    ["J. i said", "dob 3.4.15", "initials only please", "R.T. Marsh", "e.g. Toby", "D.O.B. later"],
)
def test_other_letters_are_no_initials(words: str) -> None:
    assert initials_told(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "T.A. helps him",
        "he has a T.A. now",
        "O.T. is what he needs",
        "its the N.H.S.",
        "no T.A.",
        "A.D.H.D. for him",
        "P.E. is hard",
        "he does I.T.",
        "we get D.L.A.",
        "he has A.S.D.",
    ],
)
def test_help_and_needs_in_short_are_nobodys_initials(words: str) -> None:
    assert initials_told(words) is None


@pytest.mark.parametrize("words", ["T.A.", "just initials T.A.", "initials: T.A. please"])
def test_child_may_have_the_initials_of_an_assistant(words: str) -> None:
    assert initials_told(words) == "T.A."
