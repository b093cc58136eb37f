"""Accounts of colleagues: added with a sign-up code, set up by themselves, found again.

What a colleague knows or holds is checked in frontdesk/staff; here is what was kept of it. What
others change of an account is in store/accounts/changes.py.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, cast, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.audit import record_audit
from store.encryption import blind_index, keyed_hash
from store.tables import Staff

Role = Literal["caseworker", "safeguarding_lead", "manager", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
GIVEN_ON_PAGES: tuple[Role, ...] = ("caseworker", "manager", "administrator")
"""What an administrator can make somebody on the pages; why not lead: store/accounts/changes.py."""
State = Literal["disabled", "in use", "to be set up", "link too old"]
SIGN_UP_DAYS = 3
COMMAND_LINE = "command line"
"""How the audit trail names whoever runs the service."""


class EmailTaken(Exception):
    """There is an account with this email address already."""


@dataclass(frozen=True)
class SignUp:
    """A code to set an account up with, once; only its hash is kept."""

    code: str
    expires_at: datetime


def state_of(member: Staff, now: datetime) -> State:
    """How far an account is."""
    if member.disabled_at is not None:
        return "disabled"
    if member.is_set_up:
        return "in use"
    is_waiting = member.sign_up_expires_at is not None and member.sign_up_expires_at > now
    return "to be set up" if is_waiting else "link too old"


def actor_of(staff_id: int) -> str:
    """How the audit trail names a colleague: "staff 3"."""
    return f"staff {staff_id}"


def add_staff(
    session: Session,
    *,
    name: str,
    email: str,
    role: Role,
    now: datetime,
    by: str = COMMAND_LINE,
) -> SignUp:
    """Adds an account that has to be set up. Raises EmailTaken."""
    email_index = _index_of(email)
    if find_staff(session, email) is not None:
        raise EmailTaken
    member = Staff(
        name=name,
        email=email.strip(),
        email_index=email_index,
        role=role,
        created_at=now,
        failed_attempts=0,
    )
    session.add(member)
    sign_up = give_sign_up(member, now)
    session.flush()
    record_account_audit(session, "added", member, now, "name", "email", "role", by=by)
    return sign_up


def list_staff(session: Session) -> Sequence[Staff]:
    """Every account, in the order they were added."""
    return session.scalars(sa.select(Staff).order_by(Staff.id)).all()


def name_staff(session: Session) -> dict[int, str]:
    """The name of every colleague, also of those whose account has ended, by id."""
    rows = session.execute(sa.select(Staff.id, Staff.name))
    return {row.id: row.name for row in rows}


def list_colleagues(session: Session) -> dict[int, str]:
    """The name of everybody who can sign in, by id: whom a case can be given to."""
    rows = session.execute(
        sa.select(Staff.id, Staff.name)
        .where(Staff.disabled_at.is_(None), is_set_up())
        .order_by(Staff.id)
    )
    return {row.id: row.name for row in rows}


def find_staff(session: Session, email: str) -> Staff | None:
    """The account of this email address, however it is written."""
    return session.scalars(
        sa.select(Staff).where(Staff.email_index == _index_of(email))
    ).one_or_none()


def find_account(session: Session, staff_id: int) -> Staff | None:
    """The account of this id, if there is one."""
    return session.get(Staff, staff_id)


def get_staff(session: Session, staff_id: int) -> Staff:
    """The account of this id, which somebody is signed in to."""
    return session.get_one(Staff, staff_id)


def find_by_sign_up(session: Session, code: str, *, now: datetime) -> Staff | None:
    """The account that this code sets up; None for one that is wrong, used or too old."""
    return session.scalars(
        sa.select(Staff).where(
            Staff.sign_up_hash == _hash_sign_up(code),
            Staff.sign_up_expires_at > now,
            Staff.disabled_at.is_(None),
        )
    ).one_or_none()


def set_up_account(
    session: Session,
    code: str,
    *,
    password_hash: str,
    totp_secret: str | None,
    totp_step: int | None,
    now: datetime,
) -> Staff | None:
    """Uses a sign-up code up: the account can be signed in to. None where the code is no good.

    Without a secret the second factor is a passkey, which the caller adds.
    """
    member = find_by_sign_up(session, code, now=now)
    if member is None:
        return None
    member.password_hash, member.totp_secret = password_hash, totp_secret
    member.totp_last_step = totp_step
    member.sign_up_hash = member.sign_up_expires_at = None
    session.flush()
    record_audit(
        session,
        actor=actor_of(member.id),
        action="account set up",
        now=now,
        fields=["password", "second factor"],
    )
    return member


def find_by_provider(session: Session, issuer: str, subject: str) -> Staff | None:
    """Whose account this person at the provider of single sign-on has been matched with."""
    return session.scalars(
        sa.select(Staff).where(Staff.single_sign_on_index == _index_of_provider(issuer, subject))
    ).one_or_none()


def match_with_provider(
    session: Session, member: Staff, issuer: str, subject: str, *, now: datetime
) -> bool:
    """Matches an account with a person at the provider for good, and ends its sign-up code.

    False where it is matched with somebody else: an address may be given to the next person.
    """
    if member.single_sign_on_index is not None:
        return False
    member.single_sign_on_index = _index_of_provider(issuer, subject)
    member.sign_up_hash = member.sign_up_expires_at = None
    session.flush()
    record_audit(
        session,
        actor=actor_of(member.id),
        action="account set up",
        now=now,
        fields=["single sign-on"],
    )
    return True


def use_totp_step(session: Session, staff_id: int, step: int) -> bool:
    """Takes the code of a step once. False where it, or a newer one, was taken before."""
    result = session.execute(
        sa.update(Staff)
        .where(
            Staff.id == staff_id,
            sa.or_(Staff.totp_last_step.is_(None), Staff.totp_last_step < step),
        )
        .values(totp_last_step=step)
    )
    return cast("sa.CursorResult[Any]", result).rowcount == 1


def count_failure(session: Session, email: str) -> None:
    """Counts a wrong try; where there is no such account this takes as long."""
    session.execute(
        sa.update(Staff)
        .where(Staff.email_index == _index_of(email))
        .values(failed_attempts=Staff.failed_attempts + 1)
        .execution_options(synchronize_session=False)
    )


def give_sign_up(member: Staff, now: datetime) -> SignUp:
    """A new code for this account; the one before is good for nothing."""
    code = secrets.token_urlsafe(24)
    member.sign_up_hash = _hash_sign_up(code)
    member.sign_up_expires_at = now + timedelta(days=SIGN_UP_DAYS)
    return SignUp(code, member.sign_up_expires_at)


def record_account_audit(
    session: Session,
    what: str,
    member: Staff,
    now: datetime,
    *fields: str,
    by: str = COMMAND_LINE,
) -> None:
    """An entry about an account: what was done to it, and by whom."""
    record_audit(session, actor=by, action=f"{what} {actor_of(member.id)}", now=now, fields=fields)


def is_set_up() -> sa.ColumnElement[bool]:
    """Whether an account has a way in, as Staff.is_set_up, for a query."""
    return sa.or_(Staff.password_hash.is_not(None), Staff.single_sign_on_index.is_not(None))


def _hash_sign_up(code: str) -> str:
    return keyed_hash("staff sign-up", code)


def _index_of(email: str) -> str:
    return blind_index(email) or ""


def _index_of_provider(issuer: str, subject: str) -> str:
    return keyed_hash("single sign-on", f"{issuer} {subject}")
