"""What others change of a colleague's account: its role, a new start, disabled and let in again.

On the command line everything goes. An administrator's page asks `find_refusal` first, within the
same transaction.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.accounts.passkeys import forget_passkeys
from store.accounts.recovery_codes import forget_recovery_codes
from store.accounts.sessions import end_sessions_of
from store.accounts.staff import (
    COMMAND_LINE,
    Role,
    SignUp,
    give_sign_up,
    is_set_up,
    record_account_audit,
)
from store.tables import Staff

Change = Literal["role", "reset", "disable", "enable"]
Refusal = Literal["yourself", "safeguarding lead", "not administrator"]


def find_refusal(
    session: Session, change: Change, member: Staff, *, by: int, role: Role | None = None
) -> Refusal | None:
    """Why this administrator may not do that; None where they may.

    Nobody changes their own account, so whoever asks stays an administrator who can sign in. The
    rows of all of them are held: of two who disable each other at the same moment one is refused.

    Whoever is safeguarding lead hears of dangers that an administrator does not: if the pages
    could make somebody lead, give a lead's account a new link, or take the role away and give the
    account back later with a password of the administrator's, an administrator could become one
    unseen. All of it is done on the command line.
    """
    administrators = set(
        session.scalars(
            sa.select(Staff.id)
            .where(Staff.role == "administrator", Staff.disabled_at.is_(None), is_set_up())
            .order_by(Staff.id)
            .with_for_update()
        )
    )
    session.refresh(member)
    if by not in administrators:
        return "not administrator"
    if member.id == by:
        return "yourself"
    makes_lead = change == "role" and role == "safeguarding_lead"
    is_lead = member.role == "safeguarding_lead"
    if makes_lead or (is_lead and change in ("role", "reset")):
        return "safeguarding lead"
    return None


def change_role(
    session: Session, member: Staff, role: Role, *, now: datetime, by: str = COMMAND_LINE
) -> SignUp | None:
    """Gives an account another role; whoever is signed in with it has it from the next page on.

    Whoever becomes safeguarding lead begins anew, with the link that is returned: an administrator
    may have seen the link of before, or have a way into the account.
    """
    becomes_lead = role == "safeguarding_lead" and member.role != role
    member.role = role
    session.flush()
    record_account_audit(session, f"made {role}:", member, now, "role", by=by)
    return _begin_anew(session, member, now=now, by=by) if becomes_lead else None


def reset_staff(
    session: Session, member: Staff, *, now: datetime, by: str = COMMAND_LINE
) -> SignUp:
    """Ends every way in and all sessions; a disabled account may come back."""
    member.disabled_at = None
    return _begin_anew(session, member, now=now, by=by)


def _begin_anew(session: Session, member: Staff, *, now: datetime, by: str) -> SignUp:
    member.password_hash = member.totp_secret = member.totp_last_step = None
    member.single_sign_on_index = None
    member.failed_attempts = 0
    forget_recovery_codes(session, member.id)
    forget_passkeys(session, member.id)
    end_sessions_of(session, member.id, now=now)
    sign_up = give_sign_up(member, now)
    session.flush()
    record_account_audit(
        session,
        "reset",
        member,
        now,
        *("password", "second factor", "passkeys", "single sign-on"),
        by=by,
    )
    return sign_up


def disable_staff(
    session: Session, member: Staff, *, now: datetime, by: str = COMMAND_LINE
) -> None:
    """Lets nobody in with this account from now on, and ends its sessions."""
    member.disabled_at = now
    member.sign_up_hash = None
    end_sessions_of(session, member.id, now=now)
    session.flush()
    record_account_audit(session, "disabled", member, now, by=by)


def enable_staff(session: Session, member: Staff, *, now: datetime, by: str = COMMAND_LINE) -> None:
    """Lets a disabled account in again, with the password and second factor it had."""
    member.disabled_at = None
    session.flush()
    record_account_audit(session, "enabled", member, now, by=by)


def is_last_lead(session: Session, member: Staff) -> bool:
    """Whether this is the only safeguarding lead who can sign in."""
    leads = session.scalars(
        sa.select(Staff.id).where(
            Staff.role == "safeguarding_lead", Staff.disabled_at.is_(None), is_set_up()
        )
    )
    return leads.all() == [member.id]


def has_active(session: Session, role: Role) -> bool:
    """Whether anybody with this role can sign in."""
    return (
        session.scalar(
            sa.select(Staff.id)
            .where(Staff.role == role, Staff.disabled_at.is_(None), is_set_up())
            .limit(1)
        )
        is not None
    )
