"""Which language the interpreter speaks, what else would do, and for whom it is."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

URDU = fact("language", "urd")


def asked_which_language(before: str = "yes") -> Parent:
    """A parent who needs an interpreter and is asked for which language."""
    parent = at("interpreter")
    parent.say(before)
    assert parent.asked == "language"
    return parent


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("punjabi or urdu both fine", ("pan", "urd")),
        ("Kurdish (Sorani) and Arabic", ("ckb", "ara")),
        ("french african", ("fra",)),
        ("ukranian or russian", ("rus",)),
    ],
)
def test_words_that_name_more_than_the_language_are_kept(
    words: str, codes: tuple[str, ...]
) -> None:
    parent = asked_which_language()
    parent.say(words, *(fact("language", code) for code in codes))
    interpreter = parent.draft.referral.interpreter
    assert interpreter.language is not None
    assert (interpreter.language.code, interpreter.details) == (codes[0], words)


def test_language_that_puts_another_right_is_the_one_wanted() -> None:
    parent = asked_which_language()
    words = "Mandinka... sorry no, French"
    first = Entity("language", "mnk", start=0, end=8)
    parent.say(words, first, Entity("language", "fra", start=22, end=28))
    interpreter = parent.draft.referral.interpreter
    assert interpreter.language is not None
    assert (interpreter.language.code, interpreter.details) == ("fra", None)


def test_sister_who_interprets_is_nobody_who_needs_it() -> None:
    parent = at("interpreter")
    parent.say("no, my sister speaks Urdu and will interpret", URDU, fact("interpreter", "yes"))
    assert parent.draft.referral.interpreter.needed is False


@pytest.mark.parametrize("words", ["urdu", "Urdu please, thank you", "it's urdu i think"])
def test_language_alone_needs_no_words(words: str) -> None:
    parent = asked_which_language()
    parent.say(words, URDU)
    assert parent.draft.referral.interpreter.details is None


@pytest.mark.parametrize(
    ("before", "words", "whom"),
    [
        ("no but my husband would need an interpreter", "urdu", "for my husband"),
        ("yes for my husband", "urdu", "for my husband"),
        ("yes for me and my mum", "urdu", "for me and my mum"),
        ("yes", "my wife speaks urdu", "for my wife"),
        ("i understand english but my husband not", "urdu", "for my husband"),
        ("yes please for my mother", "urdu", "for my mother"),
    ],
)
def test_whom_it_is_for_is_kept_whenever_it_was_told(before: str, words: str, whom: str) -> None:
    parent = asked_which_language(before)
    parent.say(words, URDU)
    assert whom in str(parent.draft.referral.interpreter.details)


def test_whom_nobody_named_is_not_kept() -> None:
    parent = asked_which_language()
    parent.say("my wife speaks english but i speak urdu", URDU)
    assert "for my wife" not in str(parent.draft.referral.interpreter.details)


@pytest.mark.parametrize("words", ["i speak english and urdu", "urdu and english"])
def test_who_speaks_english_too_is_asked(words: str) -> None:
    parent = at("interpreter")
    parent.say(words, URDU)
    assert parent.draft.referral.interpreter.needed is None
    assert "utter_confirm_language" in parent.heard


@pytest.mark.parametrize("words", ["yes urdu", "my english is bad, urdu and english"])
def test_who_needs_it_is_not_asked_again(words: str) -> None:
    parent = at("interpreter")
    parent.say(words, URDU)
    assert "utter_confirm_language" not in parent.heard


@pytest.mark.parametrize("words", ["sorani", "Sorani please", "sorry, Sorani"])
def test_bare_name_of_another_language_at_the_review_takes_its_place(words: str) -> None:
    parent = at("interpreter")
    parent.say("yes kurdish", fact("language", "kur"))
    assert parent.asked == "summary"
    parent.say(words, fact("language", "ckb", sure=False))
    language = parent.draft.referral.interpreter.language
    assert language is not None and language.code == "ckb"


@pytest.mark.parametrize("words", ["he needs an interpreter", "she needs a signer"])
def test_who_needs_an_interpreter_names_no_access_need(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.asked != "access_needs"


def test_language_of_a_sister_who_interprets_is_not_asked_about() -> None:
    parent = at("interpreter")
    parent.say("no my sister will interpret, she speaks urdu", URDU)
    assert parent.draft.referral.interpreter.needed is False
    assert "utter_confirm_language" not in parent.heard
