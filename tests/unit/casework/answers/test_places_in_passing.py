"""A council once known is changed where the words speak of the council, not by a place in passing.

At the review the council is Stockport.
"""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact

STOCKPORT, TRAFFORD, ESSEX = "E08000007", "E08000009", "E10000012"


def council_of(parent: Parent) -> str | None:
    return parent.draft.referral.council.gss


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("take my email off, I share that inbox with Mark", ["Mark"]),
        ("we want Brentwood, not Broadoak", ["Brentwood", "Broadoak"]),
        ("they named Redhill i want Orchard Hill", ["Redhill"]),
        ("hes at Bath college", ["Bath"]),
        ("Brentwood is the name of a school", ["Brentwood"]),
        ("he goes to hospital in Leeds on fridays", ["Leeds"]),
        ("his dad lives in Essex", ["Essex"]),
        ("my sister moved to Kent and they gave her son a plan", ["Kent"]),
        ("we used to live in Essex", ["Essex"]),
        ("we were under Essex before", ["Essex"]),
        ("hes under Leeds CAMHS", ["Leeds"]),
        ("i'm with Mark on this", ["Mark"]),
        ("i meant Mark", ["Mark"]),
        ("my name is Holly Poole", ["Poole"]),
        ("add my husband Chester", ["Chester"]),
        ("Bath academy is full", ["Bath"]),
        ("the school is Kent House", ["Kent"]),
        ("the taxi to Bolton takes an hour", ["Bolton"]),
        ("ring me after Lincoln has gone to bed", ["Lincoln"]),
        ("they named Redhill, not Bolton", ["Redhill", "Bolton"]),
    ],
)
@pytest.mark.parametrize("question", ["route_wanted", "phone", "summary"])
def test_place_in_passing_leaves_the_council(question: str, words: str, places: list[str]) -> None:
    parent = at(question)
    parent.say(words, *(fact("council", place) for place in places))
    assert council_of(parent) == STOCKPORT
    waiting = parent.draft.progress.unconfirmed
    assert waiting is None or waiting.field != "council"
    assert parent.asked != "council"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("the council is Trafford", ["Trafford"]),
        ("sorry, it's Trafford who do his plan", ["Trafford"]),
        ("gah sorry, Stockport postcode but it's Trafford that hold her ehcp", ["Trafford"]),
        ("no, Trafford look after our case", ["Trafford"]),
        ("The council is Trafford, not Stockport!", ["Trafford", "Stockport"]),
        ("its Trafford not Stockport", ["Trafford", "Stockport"]),
        ("not stockport, trafford", ["stockport", "trafford"]),
        ("we come under Trafford", ["Trafford"]),
        ("we actually live in trafford", ["trafford"]),
        ("sorry we moved to Trafford in may", ["Trafford"]),
        ("my husband and i moved to Trafford", ["Trafford"]),
        ("our borough is Trafford", ["Trafford"]),
        ("trafford is our LA", ["trafford"]),
        ("its Trafford council", ["Trafford"]),
        ("its trafford council now", ["trafford council"]),
        ("change the council to Trafford", ["Trafford"]),
        ("change council from Stockport to Trafford", ["Stockport", "Trafford"]),
        ("no its trafford", ["trafford"]),
        ("i meant Trafford sorry", ["Trafford"]),
        ("wrong council, should be trafford", ["trafford"]),
        ("council: trafford", ["trafford"]),
        ("the council is wrong. its trafford", ["trafford"]),
        ("we live in Bolton but come under Trafford", ["Bolton", "Trafford"]),
    ],
)
def test_council_is_put_right_in_plain_words(words: str, places: list[str]) -> None:
    parent = at("summary")
    parent.say(words, *(fact("council", place) for place in places))
    assert council_of(parent) == TRAFFORD


def test_council_told_beside_another_answer_is_asked_about() -> None:
    parent = at("phone")
    parent.say("we come under Trafford now", fact("council", "Trafford"))
    waiting = parent.draft.progress.unconfirmed
    assert waiting is not None
    assert waiting.field == "council"


def test_answer_to_the_council_question_may_be_any_place() -> None:
    parent = at("summary")
    parent.say("council")
    assert parent.asked == "council"
    parent.say("Brentwood", fact("council", "Brentwood"))
    parent.say("yes", intent="affirm")
    assert council_of(parent) == ESSEX


@pytest.mark.parametrize("question", ["phone", "summary"])
def test_name_of_a_school_is_no_council_and_asks_for_no_name(question: str) -> None:
    parent = at(question)
    parent.say(
        "The council is Stockport, not Essex! Brentwood is the name of a school.",
        *(fact("council", place) for place in ("Stockport", "Essex", "Brentwood")),
    )
    assert council_of(parent) == STOCKPORT
    assert parent.asked == question


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("they named Redhill i want Orchard Hill", ["Redhill"]),
        ("hes at Bath college", ["Bath"]),
        ("we want Brentwood, not Broadoak", ["Brentwood", "Broadoak"]),
    ],
)
def test_school_by_its_name_is_not_the_first_council_either(words: str, places: list[str]) -> None:
    parent = Parent()
    parent.say(words, *(fact("council", place) for place in places))
    assert council_of(parent) is None
    assert parent.draft.progress.to_confirm == []


@pytest.mark.parametrize(
    "words",
    [
        "we want Leeds to assess him",
        "mum, leeds, they refused him",
        "hes at a school in Leeds",
        "we live in Leeds and the school is not giving the help",
        "we live in leeds and school wont help",
        "im in Leeds but school say no",
        "we come under Leeds, his school says wait",
    ],
)
def test_first_council_is_heard_in_any_words(words: str) -> None:
    parent = Parent()
    parent.say(words, fact("council", "Leeds"))
    assert council_of(parent) == "E08000035"


@pytest.mark.parametrize(
    "words",
    [
        "wait sorry we moved, the letter is from Leeds",
        "sorry, the decision came from Leeds",
        "actually his plan is from Leeds",
    ],
)
def test_council_that_sent_the_letter_is_the_one(words: str) -> None:
    parent = at("route_wanted")
    before = parent.draft.referral.council.gss
    parent.say(words, fact("council", "Leeds"))
    assert before != parent.draft.referral.council.gss == "E08000035"


def test_hospital_that_sent_a_letter_is_no_council() -> None:
    parent = at("route_wanted")
    before = parent.draft.referral.council.gss
    parent.say("the letter is from Leeds hospital", fact("council", "Leeds"))
    assert parent.draft.referral.council.gss == before
