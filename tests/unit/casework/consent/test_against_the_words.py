"""Nobody's consent is taken against their words, and a yes put in any words is one."""

from __future__ import annotations

import pytest

from casework.consent.said import reads_as_agreement
from tests.unit.casework.answers.test_slips import at

NO_YES_TO_EITHER = [
    "yes but im scared about telling the council",
    "ok but i worry about you telling the council",
    "ok but unhappy about you keeping it",
    "ok with me but my wife is against you keeping it",
    "of course not",
    "yeah right",
    "definitely not",
    "absolutely not",
    "yes you may not",
    "yes you can not",
    "yes i dont",
    "yes we wont",
    "yes never",
    "yes i want to stop",
    "yes please stop",
    "yes i have changed my mind",
    "yes ive had second thoughts",
    "yes i said no",
    "yes. i said no",
    "yes. once i have read it",
    "yes. after ive spoken to my wife",
    "yes once my husband is home",
    "yes after my mum has had a look",
    "yes tomorrow",
    "yes in a bit",
    "yes next week maybe",
    "yes my wife wants to read it first",
    "yes i take that back",
    "yes only joking",
    "yes i pressed that by mistake",
    "yes i never agreed to that",
    "yes i dont want to do this",
    "yes but my husband doesnt want it",
    "yes give me time to think",
    "yes i refuse",
    "no thanks \U0001f44d",
    "please dont \U0001f44d",
    "\U0001f44d not yet",
]
NO_YES_TO_KEEPING = [
    *NO_YES_TO_EITHER,
    "yes delete everything please",
    "yes dont keep any of it",
    "yes i do not want it kept",
    "yes get rid of it all",
    "yes dont store his name",
    "don't keep it \U0001f44d",
    "certainly do not keep it",
]
NO_YES_TO_TELLING = [
    *NO_YES_TO_EITHER,
    "yes i do not want them told",
    "yes keep them out of it",
    "yes leave the council out of it",
    "yes I never want them told",
    "yes keep it from them",
    "yes hide it from the council",
    "yes anyone but them",
    "yes do it without the council",
    "yes but keep it between us",
    "yes just you",
    "yes dont let them know anything",
    "yes we wouldnt tell the council",
    "definitely do not tell them",
]
YES_TO_EITHER = [
    "yes",
    "of course",
    "definitely",
    "absolutely",
    "yes of course",
    "yes please",
    "yeah go on then",
    "yep thats fine",
    "ok yes",
    "i agree",
    "yes i dont mind",
    "yes not a problem",
    "yes no problem",
    "yes i suppose",
    "\U0001f44d",
    "yes \U0001f44d",
    "ok \U0001f44d",
    "yes. he is 9 and not in school",
    "yes they never wrote to me",
    "yes i dont know the date of the letter",
    "yes i dont have the letter here",
    "yes dont ring me at work",
    "yes but dont ring the house",
    "yes. when he was 3 he was diagnosed",
    "yes. they said no to an assessment",
    "yes. the council changed their mind twice",
    "yes and the school want him to stop coming in",
    "yes. we have a meeting tomorrow with the school",
    "yes i said yes",
    "yes hes 12",
    "omg yes please help",
    "yes go ahead, they have let him down",
    "yes but not the school",
    "sure, yes",
]
YES_TO_KEEPING = [*YES_TO_EITHER, "yes keep it", "you can store that", "yes save my details"]
YES_TO_TELLING = [*YES_TO_EITHER, "yes tell them", "you can tell them", "yes they can know"]


@pytest.mark.parametrize("words", NO_YES_TO_KEEPING)
def test_parent_who_has_not_said_yes_is_not_kept(words: str) -> None:
    assert not reads_as_agreement(words, "consent")
    parent = at("consent")
    parent.say(words, intent="affirm")
    assert parent.draft.referral.consent.store.given is not True


@pytest.mark.parametrize("words", NO_YES_TO_TELLING)
def test_council_is_not_told_for_parent_who_has_not_said_yes(words: str) -> None:
    assert not reads_as_agreement(words, "share_with_council")
    parent = at("share_with_council")
    parent.say(words, intent="affirm")
    assert parent.draft.referral.consent.share_with_council.given is not True


@pytest.mark.parametrize("words", YES_TO_KEEPING)
def test_parent_can_agree_to_keeping_in_any_words(words: str) -> None:
    parent = at("consent")
    parent.say(words, intent="affirm")
    assert parent.draft.referral.consent.store.given is True


@pytest.mark.parametrize("words", YES_TO_TELLING)
def test_parent_can_agree_to_telling_in_any_words(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words, intent="affirm")
    assert parent.draft.referral.consent.share_with_council.given is True


def test_parent_can_agree_to_keeping_and_leave_the_council_out() -> None:
    parent = at("consent")
    parent.say("yes but leave the council out of it")
    consent = parent.draft.referral.consent
    assert (consent.store.given, consent.share_with_council.given) == (True, False)


@pytest.mark.parametrize(
    "words",
    [
        "talk to the council",
        "ring the council, they lost my letter",
        "i did everything. ring the school, contact the council, chase them",
        "contact the council",
        "just ask the council",
        "write to the council",
        "please ring the council",
        "the council should know",
        "tell the council they are a joke",
        "let the council know",
        "email the council. they have his report",
        "share it with the council",
    ],
)
@pytest.mark.parametrize("question", ["route_wanted", "name", "summary"])
def test_no_to_telling_stands_where_nothing_is_granted(question: str, words: str) -> None:
    parent = at("share_with_council")
    parent.say("no", intent="deny")
    while parent.asked != question:
        answers = {"route_wanted": "mediation", "name": "Craig Sumner", "child_name": "Holly"}
        before = parent.asked
        parent.say(answers.get(parent.asked or "", "skip"))
        if parent.asked == before:
            return
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is False


@pytest.mark.parametrize(
    "words",
    [
        "you can tell the council now",
        "ok you may talk to the council",
        "yes tell the council",
        "please tell the council",
        "im happy for you to talk to the council",
        "the council can be told",
    ],
)
def test_parent_can_grant_it_later(words: str) -> None:
    parent = at("name")
    parent.draft.referral.consent.share_with_council.given = False
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is True
