"""Which route somebody wants, said in passing, in doubt, or by its place in the question."""

from __future__ import annotations

import pytest

from casework.dispute.route_told import doubts_route, route_by_place, route_preferred
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def asked_about_resolution() -> Parent:
    """A parent who is asked whether it is disagreement resolution that they want."""
    parent = at("route_wanted")
    parent.say("sort it with school", fact("route", "disagreement_resolution", sure=False))
    assert parent.heard[-1] == "utter_confirm_route_wanted"
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "yes but in separate rooms or online",
        "yes, but not in the same room as his dad",
        "yeah but only online",
        "yes but after the school holidays",
        "yep but i cant do mornings",
        "ok yes but with an advocate there",
    ],
)
def test_yes_with_a_wish_is_a_yes_and_the_wish_is_kept(words: str) -> None:
    parent = asked_about_resolution()
    parent.say(words)
    assert parent.draft.referral.route_wanted == "disagreement_resolution"
    assert words in (parent.draft.referral.dispute.in_own_words or "")
    assert parent.asked == "name"


@pytest.mark.parametrize(
    "words",
    [
        "yes but what is it?",
        "yes but not sure",
        "yes but isnt that mediation",
        "yes but i want a certificate",
        "yes but not that one",
        "yes but wait",
    ],
)
def test_yes_that_takes_itself_back_is_none(words: str) -> None:
    parent = asked_about_resolution()
    parent.say(words)
    assert parent.draft.referral.route_wanted != "disagreement_resolution"


def test_parent_can_mean_the_second() -> None:
    parent = asked_about_resolution()
    parent.say("no mediation or the other one? i meant the second")
    assert parent.draft.referral.route_wanted == "disagreement_resolution"


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("the second one", "disagreement_resolution"),
        ("2nd option please", "disagreement_resolution"),
        ("option 3", "certificate_only"),
        ("i want the first", "mediation"),
        ("one second", None),
        ("the second letter", None),
        ("second decision", None),
    ],
)
def test_place_of_a_route_in_the_question_tells_it(words: str, route: str | None) -> None:
    assert route_by_place(words) == route


def test_certificate_that_is_doubted_is_asked_about() -> None:
    parent = at("route_wanted")
    parent.say(
        "just a certificate i think. or both? idk",
        fact("route", "certificate_only"),
        intent="ask_what_is_a_certificate",
    )
    assert parent.draft.referral.route_wanted is None
    assert parent.heard[-1] == "utter_confirm_route_wanted"
    parent.say("idk", intent="unsure")
    assert parent.draft.referral.route_wanted == "unsure"
    assert parent.asked == "name"


@pytest.mark.parametrize("words", ["mediation please", "i think mediation", "just the certificate"])
def test_route_that_is_named_plainly_is_not_doubted(words: str) -> None:
    assert not doubts_route(words)


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("id rather have the meeting", "mediation"),
        ("I'd rather do mediation", "mediation"),
        ("we would prefer mediation", "mediation"),
        ("changed my mind, mediation please", "mediation"),
        ("ive changed my mind i want the meeting", "mediation"),
        ("i'd rather just have the certificate", "certificate_only"),
        ("id prefer disagreement resolution", "disagreement_resolution"),
        ("actually can we do mediation", "mediation"),
        ("we'd rather have the meeting than a certificate", "mediation"),
        ("id rather have the meeting online", None),
        ("id rather meet in person", None),
        ("we would rather not have a meeting", None),
        ("i'd prefer the meeting after 5", None),
        ("id rather you rang", None),
        ("my ex would rather have mediation", None),
    ],
)
def test_route_that_is_liked_better_is_heard(words: str, route: str | None) -> None:
    assert route_preferred(words) == route


@pytest.mark.parametrize("question", ["summary", "anything_else"])
def test_parent_can_choose_another_route_at_the_end(question: str) -> None:
    parent = at("summary")
    parent.draft.referral.route_wanted = "certificate_only"
    if question == "anything_else":
        parent.say("yes", intent="affirm")
    parent.say("id rather have the meeting")
    assert parent.draft.referral.route_wanted == "mediation"
    assert "utter_changed" in parent.heard
    assert parent.draft.referral.certificate.held is False


def test_preferring_a_certificate_holds_none() -> None:
    parent = at("summary")
    parent.say("id rather have the certificate", fact("certificate", "yes"))
    assert parent.draft.referral.route_wanted == "certificate_only"
    assert parent.draft.referral.certificate.held is False


@pytest.mark.parametrize(
    "words",
    [
        "{} is wrong. disagreement resolution, not a certificate",
        "{} wrong, disagreement resolution not a certificate",
        "{} is not right: its disagreement resolution",
        "{} disagreement resolution",
    ],
)
def test_parent_can_put_the_route_right_by_its_number(words: str) -> None:
    from casework.referral.summary import summary_fields

    parent = at("summary")
    parent.draft.referral.route_wanted = "certificate_only"
    number = summary_fields(parent.draft).index("route_wanted") + 1
    parent.say(words.format(number), fact("certificate", "no"))
    assert parent.draft.referral.route_wanted == "disagreement_resolution"
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words",
    [
        "we did the mediation but no certificate yet",
        "we already had mediation, no cert came",
        "finished mediation and not got the certificate",
    ],
)
def test_mediation_that_is_over_is_not_wished_for(words: str) -> None:
    assert route_preferred(words) is None


def test_who_wants_no_certificate_is_not_asked_whether_they_want_one() -> None:
    parent = at("certificate_held")
    parent.say("no n i dont want one")
    assert parent.draft.referral.certificate.held is False
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize("words", ["neither i want them to assess him", "none of those"])
def test_who_wants_none_of_the_ways_is_not_asked_for_ever(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert parent.asked != "route_wanted"


@pytest.mark.parametrize("words", ["i want to go tribunal", "going to appeal", "id like to appeal"])
def test_who_wants_the_tribunal_is_asked_about_the_certificate(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    waiting = parent.draft.progress.unconfirmed
    assert waiting is not None and waiting.value == "certificate_only"
