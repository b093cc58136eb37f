"""What the store keeps of accounts, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from store.accounts.api_tokens import add_api_token, find_api_token, revoke_api_token
from store.accounts.recovery_codes import (
    count_recovery_codes,
    renew_recovery_codes,
    use_recovery_code,
)
from store.accounts.sessions import (
    IDLE,
    LONGEST,
    begin_session,
    end_session,
    find_session,
    keep_session_open,
    list_sessions,
)
from store.accounts.staff import EmailTaken, add_staff, count_failure, get_staff, use_totp_step
from store.database import Database
from tests.integration.colleagues import employ


def test_one_email_has_one_account(database: Database, now: datetime) -> None:
    employ(database, "jo@example.org")
    with pytest.raises(EmailTaken), database.writing() as session:
        add_staff(session, name="Jo", email="Jo@Example.org ", role="manager", now=now)


def test_of_many_who_use_a_code_at_the_same_moment_one_gets_in(database: Database) -> None:
    jo = employ(database)

    def use_both(_number: int) -> tuple[bool, bool]:
        with database.writing() as session:
            return use_totp_step(session, 1, 10**9), use_recovery_code(
                session, 1, jo.recovery_codes[0]
            )

    with ThreadPoolExecutor(4) as pool:
        used = list(pool.map(use_both, range(4)))
    assert sorted(step for step, _ in used) == [False, False, False, True]
    assert sorted(code for _, code in used) == [False, False, False, True]


def test_an_older_code_is_not_taken_after_a_newer_one(database: Database) -> None:
    employ(database)
    with database.writing() as session:
        assert use_totp_step(session, 1, 10**9)
        assert not use_totp_step(session, 1, 10**9 - 1)
        assert use_totp_step(session, 1, 10**9 + 1)


def test_a_recovery_code_is_its_owners_alone(database: Database) -> None:
    employ(database)
    employ(database, "sam@example.org")
    with database.writing() as session:
        codes = renew_recovery_codes(session, 1)
        assert not use_recovery_code(session, 2, codes[0])
        assert use_recovery_code(session, 1, codes[0].lower())
        assert (count_recovery_codes(session, 1), count_recovery_codes(session, 2)) == (7, 8)


def test_a_session_lasts_while_it_is_used_and_ten_hours_at_most(
    database: Database, now: datetime
) -> None:
    employ(database)
    with database.writing() as session:
        count_failure(session, "jo@example.org")
        count_failure(session, "nobody@example.org")
        token = begin_session(session, get_staff(session, 1), browser="Firefox", now=now)
        found = find_session(session, token, now=now)
        assert found is not None and found.failed_before == 1
        assert get_staff(session, 1).failed_attempts == 0
        assert not is_open(session, token, now + IDLE)
        later = now
        while later + timedelta(minutes=20) < now + LONGEST:
            later += timedelta(minutes=20)
            assert is_open(session, token, later)
            keep_session_open(session, found.id, now=later)
        assert not is_open(session, token, now + LONGEST)
        assert len(list_sessions(session, 1, now=later)) == 1
        end_session(session, found.id, 2, now=later)
        assert is_open(session, token, later)
        end_session(session, found.id, 1, now=later)
        assert not is_open(session, token, later)


def is_open(session: Session, token: str, when: datetime) -> bool:
    return find_session(session, token, now=when) is not None


def test_a_revoked_token_opens_nothing(database: Database, now: datetime) -> None:
    with database.writing() as session:
        token = add_api_token(session, "case system", ["referrals:read"], now=now)
        holder = find_api_token(session, token)
        assert holder is not None and holder.actor == "api token 1"
        assert revoke_api_token(session, 1, now=now)
        assert find_api_token(session, token) is None
        assert not revoke_api_token(session, 1, now=now)
