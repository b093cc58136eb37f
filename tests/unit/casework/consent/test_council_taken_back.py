"""A yes to telling the council is taken back in any plain words, at once, at any time."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

TAKES_IT_BACK = [
    "i dont want the council told anymore",
    "change my mind about the council knowing",
    "change my mind about the council knowing. can i?",
    "i dont want you to tell the council anymore",
    "please dont tell the council after all",
    "i take back my permission for the council",
    "i withdraw my permission for the council",
    "can you not tell the council now",
    "ive changed my mind i dont want Dudley council knowing",
    "Please do not contact the local authority, I have thought again",
    "no council please, changed my mind",
    "can i take back the council thing",
    "I no longer want the council to be told",
    "i said yes to the council but now its no",
    "actually can you keep the council out of it",
    "dont talk to the council any more please",
    "stop talking to the council about us",
    "I would like to withdraw consent to share with the council",
    "the council cant know about this anymore",
    "i dont want them council people knowing",
    "can I change the council answer to no",
    "the council doesn't need to know",
    "the council does not have to know",
    "i dont want the council to see this",
    "i dont want the council to read it",
    "the council should not get to read this",
    "id rather the council didnt see it",
    "i do not want the council having this",
    "change share with council to no",
    "council: no",
    "please leave the council out now",
    "my solicitor says dont let the council know yet so please dont",
    "he's at Foxyards primary and i dont want the council told anymore",
    "add that she has a new TA and please dont tell the council",
    "im not happy with the council being told anymore",
    "I don't agree to you speaking to the council any more",
    "I don't consent to the council being contacted",
    "you must not ring the council",
    "you havent told the council have you? please dont",
    "Is it too late to stop you telling the council?",
    "how do i stop you telling the council",
    "can i withdraw the council bit",
    "I'd rather the council did not hear about this after all",
    "dont pass this to the council",
    "do not share my details with the council",
    "don't share anything with the council",
    "don't send this to the council",
    "this isnt to go to the council",
    "i didnt want the council told",
    "I never wanted the council to know",
    "please hold off telling the council",
    "hold off on the council for now",
    "not the council anymore",
    "the council mustnt hear of this",
    "i want to withdraw my yes for the council",
    "take the council off it",
    "can we not involve the council",
    "i do not want you speaking with the council any longer",
    "we decided not to tell the council",
    "we have decided we dont want the council involved just yet",
    "I revoke my consent for telling the council",
    "cancel the council permission",
    "undo the council yes",
    "pls no council i am scared",
    "council no tell now",
    "forget what i said about telling the council, dont",
    "i dont give permission for the council now",
    "i dont want the LA to know any more",
]
TAKES_NOTHING_BACK = [
    "the council dont want to know",
    "i dont think the council told the school",
    "the council never told us anything",
    "i dont want the council to ring me at work",
    "the council said they dont tell parents",
    "what does the council get told",
    "have you told the council yet",
    "when will you tell the council",
    "does the council know my address",
    "i told the council no",
    "the council refused to assess him",
    "dont tell my ex",
    "dont tell the school",
    "the council said no",
    "I dont want the council school, i want the other one",
    "we dont want the council's offer of 10 hours",
    "i want the council to change its mind",
    "can the council change its mind",
    "the council changed its mind about the taxi",
    "can i change the council",
    "change the council to Leeds",
    "the council stopped his transport",
    "i want the council to stop ignoring me",
    "I dont want the council to come to my house",
    "council have not told us the date",
    "my council is Kent not Medway",
    "why do you tell the council",
    "what happens if i dont want the council told",
    "can i stop the council closing his school",
    "no the council is wrong about that",
    "do i have to tell the council that i want mediation",
    "i wont talk to the council without a lawyer",
    "the council wont talk to me",
]


def may_be_told(parent: Parent) -> bool | None:
    return parent.draft.referral.consent.share_with_council.given


def who_sent_it() -> Parent:
    parent = at("summary")
    parent.say("yes", intent="affirm")
    return parent


@pytest.mark.parametrize("words", TAKES_IT_BACK)
def test_parent_can_take_it_back_before_and_after_sending(words: str) -> None:
    for parent in (at("name"), who_sent_it()):
        question = parent.asked
        outcome = parent.say(words)
        assert may_be_told(parent) is False
        assert [one.kind for one in outcome.consents] == ["share_with_council"]
        assert parent.heard[0] == "utter_council_not_told"
        assert parent.asked == question


@pytest.mark.parametrize("words", TAKES_NOTHING_BACK)
def test_what_the_council_does_takes_nothing_back(words: str) -> None:
    for parent in (at("name"), who_sent_it()):
        parent.say(words)
        assert may_be_told(parent) is True


def test_who_says_it_twice_is_told_so_twice() -> None:
    parent = at("phone")
    for words in ("dont tell the council after all", "I said I dont want the council told"):
        parent.say(words)
        assert parent.heard[0] == "utter_council_not_told"
        assert parent.asked == "phone"


def test_them_are_the_council_right_after_it_was_asked_about() -> None:
    parent = at("share_with_council")
    parent.say("yes")
    parent.say("actually dont tell them")
    assert may_be_told(parent) is False


def test_no_to_the_council_is_no_answer_to_another_question() -> None:
    parent = at("consent")
    outcome = parent.say("dont want the council told")
    assert parent.asked == "consent"
    assert not outcome.consents
    outcome = parent.say("yes")
    assert may_be_told(parent) is False
    assert ("share_with_council", False) in [(one.kind, one.given) for one in outcome.consents]
    assert parent.asked != "share_with_council"


def test_answer_beside_it_is_taken_too() -> None:
    parent = at("phone")
    parent.say("07700 900222 and i dont want the council told", fact("phone", "+447700900222"))
    assert may_be_told(parent) is False
    assert parent.draft.referral.contact.phone == "+447700900222"


def test_wish_for_a_person_beside_it_loses_neither() -> None:
    parent = at("phone")
    outcome = parent.say("please dont tell the council any more. can someone ring me")
    assert may_be_told(parent) is False
    assert "asked_for_person" in [one.reason for one in outcome.handovers]
