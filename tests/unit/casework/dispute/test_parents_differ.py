"""Parents who differ with each other, and parents who differ with the council together."""

from __future__ import annotations

import pytest

from casework.dispute.parents_differ import parents_differ, with_parents_who_differ
from casework.message import Message
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    "words",
    [
        "her dad and I don't agree",
        "me n her mum cant agree what school",
        "me and my ex cant agree about mediation, and they named the wrong school",
        "his father and i cannot agree about the college named",
        "my husband and I want different schools for him",
        "his dad and me dont agree and they wont assess him",
        "his mum and i disagree, council have cut his hours",
        "his daddy and I disagree about the school",
    ],
)
def test_parents_who_do_not_agree_are_heard_beside_what_it_is_about(words: str) -> None:
    assert parents_differ(words)
    heard = with_parents_who_differ(Message(words, entities=(fact("dispute", "section_f"),)))
    assert {one.value for one in heard.all_of("dispute")} == {"section_f", "parents_disagree"}


@pytest.mark.parametrize(
    "words",
    [
        "his dad and I don't agree with the council about the school",
        "my wife and I disagree with the plan",
        "me and the school dont agree with the council",
        "joint custody. we both think the plan is wrong",
    ],
)
def test_parents_of_one_mind_against_the_council_do_not_disagree(words: str) -> None:
    heard = with_parents_who_differ(
        Message(words, entities=(fact("dispute", "parents_disagree", sure=False),))
    )
    assert heard.all_of("dispute") == []


@pytest.mark.parametrize(
    "words", ["my brother and I want a different school", "me and my friend disagree"]
)
def test_others_who_differ_with_a_parent_are_no_parents(words: str) -> None:
    assert not parents_differ(words)
