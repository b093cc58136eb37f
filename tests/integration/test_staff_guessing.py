"""How guessing is slowed, over the counts that the database keeps."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.problems import Problem
from frontdesk.staff.sign_in.guessing import BY_ACCOUNT, BY_ADDRESS, SignInLimits
from frontdesk.transactions import Transactions
from store.database import open_database
from store.settings import StoreSettings
from tests.integration.databases import copy_migrated

ADVICE = "Wait {minutes} minutes"


@pytest.fixture
def limits(tmp_path: Path, migrated_sqlite: Path) -> Iterator[SignInLimits]:
    copy_migrated(migrated_sqlite, tmp_path)
    database = open_database(StoreSettings(env="test", var=tmp_path))
    transactions = Transactions(database)
    yield SignInLimits(transactions)
    transactions.close()
    database.close()


def guess(
    limits: SignInLimits, account: str, address: str, known_browser: str | None = None
) -> bool:
    """Whether a try is let through."""
    try:
        asyncio.run(
            limits.count(
                account=account, address=address, known_browser=known_browser, advice=ADVICE
            )
        )
    except Problem as problem:
        assert problem.status_code == 429 and problem.detail == "Wait 15 minutes"
        return False
    return True


def test_one_address_gets_five_tries_at_an_account_and_thirty_in_all(limits: SignInLimits) -> None:
    assert [guess(limits, "jo", "1.1.1.1") for _ in range(6)] == [True] * 5 + [False]
    others = [guess(limits, f"c{number}", "1.1.1.1") for number in range(40)]
    assert sum(others) == BY_ADDRESS - 5


def test_somebody_who_guesses_from_one_place_slows_nobody_else_down(limits: SignInLimits) -> None:
    for _ in range(BY_ACCOUNT + 50):
        guess(limits, "jo", "1.1.1.1")
    assert guess(limits, "jo", "2.2.2.2")


def test_many_places_together_are_slowed_and_the_known_browser_is_not(
    limits: SignInLimits,
) -> None:
    tries = [guess(limits, "jo", f"1.1.{number}.1") for number in range(BY_ACCOUNT + 20)]
    assert sum(tries) == BY_ACCOUNT
    assert guess(limits, "jo", "2.2.2.2", known_browser="jo's")
    assert guess(limits, "sam", "2.2.2.2")


def test_a_stolen_mark_gets_ten_tries(limits: SignInLimits) -> None:
    assert sum(guess(limits, "jo", "1.1.1.1", "stolen") for _ in range(20)) == 10


def test_a_right_try_does_not_count(limits: SignInLimits) -> None:
    async def get_in() -> None:
        counted = await limits.count(
            account="jo", address="1.1.1.1", known_browser=None, advice=ADVICE
        )
        await limits.take_back(counted)

    for _ in range(BY_ADDRESS + 1):
        asyncio.run(get_in())
    assert [guess(limits, "jo", "1.1.1.1") for _ in range(6)] == [True] * 5 + [False]
