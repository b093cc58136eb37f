"""What was sent to the council or the school, or is still to be sent, is no appeal lodged."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_papers_told_in_short import answer_to
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact

APPEALED = [fact("appeal", "yes"), fact("dispute", "already_appealed", sure=False)]


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("yes to the council", []),
        ("i appealed to the council", APPEALED),
        ("yes i emailed the send team", []),
        ("yes i asked them to reconsider", []),
        ("i sent the council a letter", []),
        ("yes sent to the LA", []),
        ("yes i appealed to the school", APPEALED),
        ("yes by email to my case worker", []),
        ("yes i complained", []),
        ("yes wrote to my MP", []),
    ],
)
def test_parent_who_wrote_to_the_council_has_not_appealed(words: str, heard: list[Entity]) -> None:
    parent = at("certificate_held")
    parent.draft.progress.pending = "appeal_lodged"
    parent.say(words, *heard)
    assert parent.draft.referral.appeal.lodged is not True
    assert parent.heard == ["utter_help_appeal_lodged"]
    assert "already_appealed" not in parent.draft.progress.stated_kinds
    parent.draft.progress.pending = "appeal_lodged"
    parent.say(words, *heard)
    assert parent.heard[-1] == "utter_confirm_appeal_lodged"


@pytest.mark.parametrize(
    "words",
    [
        "i emailed it to the tribunal yesterday",
        "i emailed the tribunal",
        "sendist have it",
        "tribunal have got it",
        "yes",
        "yes, sent it to the tribunal and told the council",
        "its gone in",
        "submitted online",
        "handed it in last week",
        "we filed it",
    ],
)
def test_parent_who_wrote_to_the_tribunal_has_appealed(words: str) -> None:
    assert answer_to("appeal_lodged", words) is True


@pytest.mark.parametrize(
    "words", ["no only to the council", "not yet im talking to the council", "no, to the school"]
)
def test_parent_who_says_no_and_to_whom_they_wrote_has_not_appealed(words: str) -> None:
    assert answer_to("appeal_lodged", words) is False


LEARNT = fact("dispute", "already_appealed")


@pytest.mark.parametrize(
    "words",
    [
        *("need to appeal by january", "we have to appeal by 12 january", "i want to appeal"),
        *("we must appeal before christmas", "when can i appeal", "can we appeal without one"),
        *("im going to appeal", "i have until january to appeal", "thinking about an appeal?"),
    ],
)
def test_parent_who_has_still_to_appeal_keeps_the_time_for_it(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, LEARNT)
    assert parent.draft.referral.appeal.lodged is None
    assert parent.draft.progress.stated_kinds == ["refuse_assess"]


@pytest.mark.parametrize(
    "words", ["we appealed in october", "the hearing is in march", "the tribunal has our appeal"]
)
def test_parent_who_tells_of_an_appeal_sent_is_believed(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, fact("appeal", "yes"), LEARNT)
    assert parent.draft.referral.appeal.lodged is True


@pytest.mark.parametrize("words", ["we appealed but then withdrew", "i dropped the appeal"])
def test_appeal_that_was_withdrawn_is_asked_about(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, fact("appeal", "yes"), LEARNT)
    assert parent.draft.referral.appeal.lodged is None


@pytest.mark.parametrize(
    "words",
    [
        *(
            "i sent you the form",
            "they sent us the letter",
            "i sent off for the forms",
        ),
        *("i sent my consent form to you", "its been sent to the wrong place", "are we done"),
        *("we lost our appeal last year for his brother", "ive had a hip done"),
    ],
)
def test_whatever_else_was_sent_or_done_is_no_appeal(words: str) -> None:
    parent = at("certificate_held")
    parent.draft.progress.pending = "appeal_lodged"
    parent.say(words)
    assert parent.draft.referral.appeal.lodged is None


@pytest.mark.parametrize(
    "words",
    [
        *("we went to mediation instead", "we went to a meeting about it", "put it on hold"),
        *("tribunal scares me", "judge is on holiday", "he went to a special school"),
        *("i put my name down for it", "it's gone quiet", "he is registered disabled"),
        *("done nothing", "sent an email asking how", "we've gone with you", "gone off the idea"),
    ],
)
def test_parent_who_went_or_put_something_else_has_not_appealed(words: str) -> None:
    assert answer_to("appeal_lodged", words) is not True


@pytest.mark.parametrize(
    "words",
    [
        *("sent", "it's done", "its been sent", "posted it monday", "we put the appeal in"),
        *("gone off today", "it went last week", "tribunal have got it", "i sent the form"),
        *("sent a few weeks ago", "mum posted it", "handed it in", "registered with sendist"),
    ],
)
def test_parent_whose_appeal_went_in_has_appealed(words: str) -> None:
    assert answer_to("appeal_lodged", words) is True
