"""A yes or a no is heard where people put it their own way, or say more beside it."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    "words",
    [
        "yeh thats fine. im doing it on my own",
        "shes happy with that yes",
        "Yes. They named City College",
        "yes but council email only",
        "i'd put yes",
        "i'll say yes then",
        "ok yes. no phone calls though",
        "yes, in writing only",
        "I say yes. Phone no.",
        "mum is happy with it yes",
    ],
)
@pytest.mark.parametrize("question", ["consent", "share_with_council"])
def test_parent_can_say_yes_and_more(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    consent = parent.draft.referral.consent
    given = consent.store if question == "consent" else consent.share_with_council
    assert given.given is True
    assert parent.asked != question


@pytest.mark.parametrize("words", ["yes but council email only", "yes, in writing only"])
def test_by_which_way_the_council_may_be_told_is_kept(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert words in (parent.draft.referral.dispute.in_own_words or "")


@pytest.mark.parametrize("words", ["i'll say no then", "I'd put no", "i say no"])
@pytest.mark.parametrize("question", ["consent", "share_with_council"])
def test_parent_can_say_no_in_a_sentence(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    share = parent.draft.referral.consent.share_with_council
    is_refused = parent.draft.progress.has_declined if question == "consent" else not share.given
    assert is_refused
    assert parent.asked != question


@pytest.mark.parametrize(
    "words",
    [
        "id say yes but my husband says no",
        "would you put yes?",
        "they said yes to a plan",
        "yes but dont tell them about my health",
        "yes if they ask",
        "i say no to section F",
        "council yes?",
    ],
)
def test_what_holds_back_or_tells_of_others_agrees_to_nothing(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is None


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("I haven't asked them yet as I said", False),
        ("ive not asked yet", False),
        ("they dont know yet", False),
        ("she hasn't said yes yet", False),
        ("i'll say no then", False),
        ("mum said yes", True),
        ("she is happy", True),
        ("they both agreed on monday", True),
        ("mum is not well but she agrees", True),
    ],
)
def test_professional_tells_whether_the_family_agrees(words: str, given: bool) -> None:
    senco = Parent()
    senco.say("im a senco referring a boy", fact("referrer_role", "school"))
    for _ in range(3):
        if senco.asked != "permission":
            senco.say("yes", intent="affirm")
    senco.say(words)
    permission = senco.draft.referral.referrer.permission
    assert permission is not None and permission.given is given
