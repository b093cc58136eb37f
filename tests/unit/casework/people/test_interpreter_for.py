"""A parent who needs no interpreter asks for one for somebody of the family who comes along."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.people.interpreter_for import interpreter_is_for
from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("I am ok but my wife needs, yes", "my wife"),
        ("not for me but my mum does", "my mum"),
        ("my husband will need one", "my husband"),
        ("no but my partner does", "my partner"),
        ("I don't but my gran will", "my gran"),
        ("its for my husband", "my husband"),
        ("no not me, my wife yes", "my wife"),
        ("my English ok, my wife no English", "my wife"),
        ("my dad doesn't speak much english", "my dad"),
        ("for my nan, she's deaf", "my nan"),
        ("well for the husband really", "the husband"),
    ],
)
def test_interpreter_for_one_of_the_family_is_kept(words: str, whom: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert interpreter_is_for(words) == whom
    assert parent.draft.referral.interpreter.needed is True
    assert parent.asked == "language"
    assert words in str(parent.draft.referral.dispute.in_own_words)


def test_language_of_the_one_who_needs_it_is_taken_at_once() -> None:
    parent = at("interpreter")
    parent.say("only for my mother, she speaks Punjabi", Entity("language", "pan"))
    interpreter = parent.draft.referral.interpreter
    assert interpreter.language is not None
    assert interpreter.language.code == "pan"
    assert interpreter.details == "interpreter: for my mother"


@pytest.mark.parametrize(
    "words",
    [
        "no my sister will do it",
        "my husband can translate for me",
        "no my wife doesnt need one",
        "not for my mum",
        "no, my partner and I speak english",
        "my son needs a quiet room",
        "my son needs help at school",
        "my wife needs no interpreter",
    ],
)
def test_family_that_helps_or_needs_none_asks_for_nobody(words: str) -> None:
    assert interpreter_is_for(words) is None
