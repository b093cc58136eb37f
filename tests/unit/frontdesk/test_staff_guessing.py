from __future__ import annotations

import pytest

from frontdesk.problems import Problem
from frontdesk.staff.guessing import BY_ACCOUNT, BY_ADDRESS, SignInLimits

ADVICE = "Wait {minutes} minutes"


def guess(
    limits: SignInLimits, account: str, address: str, known_browser: str | None = None
) -> bool:
    """Whether a try is let through."""
    try:
        limits.count(account=account, address=address, known_browser=known_browser, advice=ADVICE)
    except Problem as problem:
        assert problem.status_code == 429 and problem.detail == "Wait 15 minutes"
        return False
    return True


def test_one_address_gets_five_tries_at_an_account_and_thirty_in_all() -> None:
    limits = SignInLimits()
    assert [guess(limits, "jo", "1.1.1.1") for _ in range(6)] == [True] * 5 + [False]
    others = [guess(limits, f"c{number}", "1.1.1.1") for number in range(40)]
    assert sum(others) == BY_ADDRESS.amount - 5


def test_somebody_who_guesses_from_one_place_slows_nobody_else_down() -> None:
    limits = SignInLimits()
    for _ in range(1000):
        guess(limits, "jo", "1.1.1.1")
    assert guess(limits, "jo", "2.2.2.2")


def test_many_places_together_are_slowed_and_the_known_browser_is_not() -> None:
    limits = SignInLimits()
    tries = [guess(limits, "jo", f"1.1.{number}.1") for number in range(200)]
    assert sum(tries) == BY_ACCOUNT.amount
    assert guess(limits, "jo", "2.2.2.2", known_browser="jo's")
    assert guess(limits, "sam", "2.2.2.2")


def test_a_stolen_mark_gets_ten_tries() -> None:
    limits = SignInLimits()
    assert sum(guess(limits, "jo", "1.1.1.1", "stolen") for _ in range(50)) == 10


def test_a_right_try_does_not_count() -> None:
    limits = SignInLimits()
    for _ in range(50):
        counted = limits.count(account="jo", address="1.1.1.1", known_browser=None, advice=ADVICE)
        limits.take_back(counted)
    with pytest.raises(Problem):
        for _ in range(6):
            limits.count(account="jo", address="1.1.1.1", known_browser=None, advice=ADVICE)
