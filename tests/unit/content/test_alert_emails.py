"""Emails to colleagues are plain, and say neither of whom they are about nor why."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from frontdesk.alerting.words import Letter, Words, count_kinds
from store.alerting.digests import Waiting
from tests.unit.content.test_texts import BANNED, grade_of, sentences_of

CASE = "b1946ac9-2492-4d23-97a5-44a6a8f2d1c0"
WORDS = Words("https://chat.example.org")
WAITING = Waiting(
    cases=9,
    unclaimed=4,
    late=1,
    soon=3,
    later=4,
    undated=1,
    urgent=2,
    reasons={"new_referral": 5, "callback_wanted": 2, "wrong_number": 1},
)
LETTERS = {
    "alert": WORDS.write_alert(CASE, is_first=True),
    "passed on": WORDS.write_alert(CASE, is_first=False),
    "digest": WORDS.write_digest(WAITING),
    "test": WORDS.write_test(),
}
each_letter = pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
WHAT_IT_IS_ABOUT = re.compile(
    r"\b(?:safe|danger|harm|child|son|daughter|parent|mother|father|family|name|phone|council)",
    re.IGNORECASE,
)


def paragraphs(letter: Letter) -> str:
    return "\n".join(line for line in letter.body.splitlines() if "://" not in line)


@each_letter
def test_email_is_plain(letter: Letter) -> None:
    text = f"{letter.subject}.\n{paragraphs(letter)}"
    assert grade_of(text) <= 5.5
    assert max(len(sentence.split()) for sentence in sentences_of(text)) <= 20
    assert not BANNED.search(text)


@each_letter
def test_email_says_neither_of_whom_nor_why(letter: Letter) -> None:
    assert not WHAT_IT_IS_ABOUT.search(f"{letter.subject}\n{paragraphs(letter)}")
    assert "\n" not in letter.subject and len(letter.subject) <= 60


def test_alert_leads_to_the_case_and_only_there() -> None:
    for name in ("alert", "passed on"):
        links = re.findall(r"https?://\S+", LETTERS[name].body)
        assert links == [f"https://chat.example.org/staff/cases/{CASE}"]


def test_digest_counts_what_waits_and_all_that_is_urgent_together() -> None:
    body = LETTERS["digest"].body
    assert (
        "- too late: 1\n- two weeks or less: 3\n- more than two weeks: 4\n- no date known: 1"
        in body
    )
    assert "- New referral: 5\n- Call back: 2\n- Urgent: 2\n- Wrong number: 1" in body


def test_digest_of_cases_that_only_have_a_next_step_says_so() -> None:
    none = Waiting(cases=1, unclaimed=0, late=0, soon=1, later=0, undated=0, urgent=0, reasons={})
    assert "- the next step" in WORDS.write_digest(none).body
    assert count_kinds(replace(none, reasons={"unheard of": 2})) == {"Something else": 2}
