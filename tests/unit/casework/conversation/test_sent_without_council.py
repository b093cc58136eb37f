"""Who sends it and does not want the council told is heard on both, by whatever name."""

from __future__ import annotations

import pytest

from casework.consent.sent_without_council import find_council_left_out
from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

STOCKPORT = fact("council", "stockport")


def may_be_told(parent: Parent) -> bool | None:
    return parent.draft.referral.consent.share_with_council.given


def facts_in(words: str) -> tuple[Entity, ...]:
    return (STOCKPORT,) if "stockport" in words else ()


@pytest.mark.parametrize(
    "words",
    [
        "send it just not to the council",
        "send it to your team not the council",
        "yes send it, but the council isnt to see it",
        "yes send it but not to the council",
        "yes, just not to the council",
        "send it, not to the council though",
        "send it without the council knowing",
        "ok send but not to stockport council",
        "yes send it but not to stockport",
        "send it but keep it from the la",
        "send it, dont let stockport know",
        "submit it please, only not to the local authority",
        "ok send it but nothing to the council",
        "send it but the council cant see it",
        "happy to send as long as the council doesnt see it",
        "send it but i dont want the council seeing it",
        "fine send it but not a word to the council",
        "send it just to kids not to the la",
        "yes send but the council mustnt get it",
        "send it in but i dont agree to the council having it",
        "send it but nobody at the council",
        "send it and dont mention it to stockport",
        "yes send it and please dont say anything to the council",
        "yes send it. keep it quiet from stockport",
        "go ahead but not to the council",
        "send it but dont tell the coucil",
        "yes. but is it sent to the council? i dont want that",
        "yes send to you guys not the council",
    ],
)
@pytest.mark.parametrize("intent", ["affirm", "inform"])
def test_parent_who_sends_it_past_the_council_has_the_yes_taken_back_first(
    words: str, intent: str
) -> None:
    parent = at("summary")
    outcome = parent.say(words, *facts_in(words), intent=intent)
    assert may_be_told(parent) is False
    assert "utter_council_not_told" in parent.heard
    assert not outcome.must_submit
    assert parent.asked == "summary"
    assert parent.say("yes send it", intent="affirm").must_submit
    assert may_be_told(parent) is False


@pytest.mark.parametrize(
    "words",
    [
        "yes send it but not to the council",
        "send it just not to the council",
        "go ahead but not to the council",
    ],
)
def test_parent_who_says_so_twice_has_read_it_and_it_is_sent(words: str) -> None:
    parent = at("summary")
    assert not parent.say(words, intent="affirm").must_submit
    assert parent.say(words, intent="affirm").must_submit
    assert may_be_told(parent) is False


@pytest.mark.parametrize(
    "words",
    [
        "send it, the council wont listen to me",
        "yes send, not that the council will care",
        "yes send it. the council said no twice",
        "send it, the council dont know what they are doing",
        "yes send it, not sure the council will reply",
        "send it please, the council never saw him",
        "yes send it, its not the council its the school",
        "yes send it, the council isnt helping",
        "send it. ive not been to the council about it",
        "ok send it, ive not heard from stockport",
        "yes send it, im not going to the council again",
        "send it, the council isnt interested",
        "yes send it, not like the council who lost it",
        "yes send it. the council cant see what he needs",
        "yes send it. dont let the council get away with it",
        "yes send it. dont let stockport win",
        "send it, no one at the council answers",
        "yes send it. nothing from the council since june",
        "yes send it. never trust a council",
    ],
)
def test_parent_who_only_complains_of_the_council_has_sent_with_the_yes_standing(
    words: str,
) -> None:
    parent = at("summary")
    assert parent.say(words, *facts_in(words), intent="affirm").must_submit
    assert may_be_told(parent) is True


@pytest.mark.parametrize(
    "words",
    [
        "send it but i said no to the council",
        "send it just dont tell them at stockport",
        "yes send it, i havent agreed to the council being told",
        "send it to everyone but the council",
        "yes send it but dont leave anything with the council",
    ],
)
def test_parent_who_may_mean_the_council_has_it_left_out_before_it_is_sent(words: str) -> None:
    parent = at("summary")
    outcome = parent.say(words, *facts_in(words), intent="affirm")
    assert not outcome.must_submit
    assert may_be_told(parent) is False
    assert parent.asked == "summary"


def test_parent_who_puts_an_age_right_beside_it_is_heard_on_both() -> None:
    parent = at("summary")
    words = "yes send it but not to stockport and his age is 10 not 8"
    outcome = parent.say(words, STOCKPORT, fact("age", 10, "child"), intent="affirm")
    assert may_be_told(parent) is False
    assert parent.draft.referral.child.age == 10
    assert not outcome.must_submit


def test_parent_who_says_it_again_by_name_has_sent() -> None:
    parent = at("summary")
    words = "yes send it but not to stockport"
    assert not parent.say(words, STOCKPORT, intent="affirm").must_submit
    assert parent.say(words, STOCKPORT, intent="affirm").must_submit
    assert may_be_told(parent) is False


@pytest.mark.parametrize("question", ["name", "phone"])
@pytest.mark.parametrize(
    "words",
    [
        "i complained to the school but not to the council",
        "yes, but not to the council",
        "they said theyd send it. the council cant see it",
    ],
)
def test_parent_who_sends_nothing_takes_nothing_back(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    assert may_be_told(parent) is True


@pytest.mark.parametrize("words", ["ok fine right ", "yes its all right ", "send it to you "])
def test_long_message_of_small_words_is_read_at_once(words: str) -> None:
    assert find_council_left_out(words * 60 + "~q", is_review=True) is None


@pytest.mark.parametrize("question", ["summary", "change_what"])
@pytest.mark.parametrize(
    "words",
    [
        "I dont want the council to see what i wrote",
        "please dont show the council what i wrote",
        "council shouldnt see my words",
        "not sure I want the council to know",
        "i dont want them to see what ive put about them",
        "i wouldnt want stockport to read what i said",
    ],
)
def test_parent_who_may_not_want_the_council_to_see_it_is_asked_and_the_words_are_kept(
    words: str, question: str
) -> None:
    parent = at(question)
    parent.say(words)
    assert parent.asked == "share_with_council"
    assert words in (parent.draft.referral.dispute.in_own_words or "")


@pytest.mark.parametrize(
    "words",
    [
        "the council dont know what they are doing",
        "the council doesnt see him as disabled",
        "the council wont read our letters",
        "council never read the report",
        "i dont want the council to have the last word",
        "the council cant see how hard it is",
    ],
)
def test_parent_who_tells_what_the_council_does_is_not_asked_of_it(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.asked not in ("share_with_council", "council")
    assert may_be_told(parent) is True


@pytest.mark.parametrize("words", ["the council needs to be a different one", "change the council"])
def test_parent_who_wants_another_council_is_asked_which(words: str) -> None:
    parent = at("summary")
    parent.say(words)
    assert parent.asked == "council"
