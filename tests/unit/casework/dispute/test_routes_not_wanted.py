"""Routes that are named and not wanted: turned down, asked about, kept for later."""

from __future__ import annotations

import pytest

from casework.dispute.route_told import told_route, without_routes_not_wanted
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact, said

CERTIFICATE = fact("route", "certificate_only")


@pytest.mark.parametrize("question", ["route_wanted", "phone"])
@pytest.mark.parametrize(
    "words",
    [
        "i dont just want a certificate i want mediation",
        "no i want mediation and the certificate after if it doesnt work",
        "I want mediation, I don't need a certificate",
        "mediation first and certificate later",
        "not a certificate, mediation",
        "no i want mediation, not only the certificate",
        "no certificate needed, mediation please",
        "I didn't ask for a certificate, I'd like mediation",
        "never wanted just a certificate, its mediation we want",
        "mediation and a certificate in case",
    ],
)
def test_parent_who_turns_the_certificate_down_gets_mediation(words: str, question: str) -> None:
    parent = at(question)
    parent.draft.referral.route_wanted = None
    parent.say(words, CERTIFICATE)
    assert parent.draft.referral.route_wanted == "mediation"


@pytest.mark.parametrize(
    "words",
    [
        "i dont want a certificate just talk",
        "no certificate, I just want to talk to them",
        "dont need a certificate, rather sit down with them",
    ],
)
def test_parent_who_would_rather_talk_is_asked_whether_that_is_mediation(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words, CERTIFICATE)
    assert parent.heard[-1] == "utter_confirm_route_wanted"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.route_wanted == "mediation"


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("I would like to understand the difference between mediation and DRS", "mediation"),
        ("you said we dont need a certificate for that", "certificate_only"),
        ("I asked whether I NEED a certificate", "certificate_only"),
        ("no i said no certificate", "certificate_only"),
        ("what is disagreement resolution then", "disagreement_resolution"),
        ("we heard of disagreement resolution", "disagreement_resolution"),
        ("do I need a certificate or not", "certificate_only"),
        ("please tell me about the certificate", "certificate_only"),
        ("disagreement resolution or mediation whats better", "disagreement_resolution"),
        ("mediation or just the certificate, which is quicker", "certificate_only"),
    ],
)
def test_route_that_is_only_spoken_of_is_not_taken_for_wanted(words: str, route: str) -> None:
    assert told_route(said(words, fact("route", route))) is None
    parent = at("phone")
    parent.draft.referral.route_wanted = None
    parent.say(words, fact("route", route))
    assert parent.draft.referral.route_wanted is None


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("just a certificate please", "certificate_only"),
        ("i want the certificate", "certificate_only"),
        ("not mediation just the certificate", "certificate_only"),
        ("i just need the certificate if thats ok", "certificate_only"),
        ("whats mediation? i want a certificate", "certificate_only"),
        ("disagreement resolution then, if that makes them listen", "disagreement_resolution"),
        ("mediation please", "mediation"),
        ("certificate, no mediation", "certificate_only"),
    ],
)
def test_parent_can_say_which_route_it_is(words: str, route: str) -> None:
    parent = at("route_wanted")
    parent.say(words, fact("route", route))
    assert parent.draft.referral.route_wanted == route


def test_parent_who_asks_which_of_two_is_better_has_chosen_neither() -> None:
    parent = at("route_wanted")
    parent.say("disagreement resolution or mediation whats better")
    assert parent.draft.referral.route_wanted is None


def test_text_without_routes_keeps_its_places() -> None:
    message = said("no certificate, mediation please", CERTIFICATE)
    rest = without_routes_not_wanted(message)
    assert rest.text == "no            , mediation please"
    assert rest.entities == ()


@pytest.mark.parametrize(
    "words",
    [
        "I don't want to appeal, I just want them to do what is written down",
        "i just want someone to listen",
        "all I want is for them to help him",
        "we only want the school to do its job",
    ],
)
def test_parent_who_wants_it_put_right_and_names_no_route_goes_on(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert parent.draft.referral.route_wanted == "unsure"
    assert parent.asked == "name"


def test_sendiass_worker_may_agree_for_now_where_the_family_may_change_its_mind() -> None:
    parent = at("route_wanted")
    parent.say("sort it by talking", fact("route", "mediation", sure=False))
    assert parent.heard[-1] == "utter_confirm_route_wanted"
    parent.say("Yes. But mum might decide later between that and certificate")
    assert parent.draft.referral.route_wanted == "mediation"


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("id rather go mediation, sit down n talk to them", "mediation"),
        ("Mediation sounds right", "mediation"),
        ("mediation would be good I suppose", "mediation"),
        ("the certificate please love", "certificate_only"),
        ("disagreement resolution then", "disagreement_resolution"),
    ],
)
def test_one_route_named_as_the_answer_is_not_asked_about_again(words: str, route: str) -> None:
    parent = at("route_wanted")
    parent.say(words, fact("route", route, sure=False))
    assert parent.draft.referral.route_wanted == route
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize(
    "words",
    ["there is no point in mediation", "mediation or the certificate", "past mediation now"],
)
def test_route_that_may_not_be_wanted_is_not_taken_at_its_name(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words, fact("route", "certificate_only", sure=False))
    assert parent.draft.referral.route_wanted != "mediation"


@pytest.mark.parametrize(
    "words", ["she isnt sure", "the parents are not sure", "mum hasn't decided"]
)
def test_family_of_a_professional_may_not_know_what_it_would_like(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert parent.draft.referral.route_wanted == "unsure"
    assert parent.asked != "route_wanted"


def test_parent_can_say_that_they_meant_the_other_route() -> None:
    words = "actually I meant disagreement resolution, not mediation"
    assert told_route(said(words)) == ("disagreement_resolution", True)
