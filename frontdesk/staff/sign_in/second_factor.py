"""The second factor: six digits of an authenticator app (RFC 6238), and the square to set it up.

A code counts for its step of thirty seconds and one on either side; the store takes each once.
"""

from __future__ import annotations

import hmac
import re
from datetime import datetime

import pyotp
import segno
from sqlalchemy.orm import Session

from store.accounts.recovery_codes import use_recovery_code
from store.accounts.staff import actor_of, use_totp_step
from store.audit import record_audit
from store.tables import Staff

DRIFT = 1
SECRET_LENGTH = 32
_SECRET = re.compile(rf"[A-Z2-7]{{{SECRET_LENGTH}}}")


def make_secret() -> str:
    """A new secret: 160 bits in base32."""
    return pyotp.random_base32(SECRET_LENGTH)


def is_secret(text: str) -> bool:
    """True for what make_secret makes."""
    return _SECRET.fullmatch(text) is not None


def find_step(secret: str, typed: str, now: datetime) -> int | None:
    """The step whose code this is; None where it is none of now or just before or after."""
    digits = "".join(typed.split())
    totp = pyotp.TOTP(secret)
    current = int(now.timestamp()) // totp.interval
    matches = [
        step
        for step in range(current - DRIFT, current + DRIFT + 1)
        if hmac.compare_digest(totp.generate_otp(step).encode(), digits.encode())
    ]
    return matches[-1] if matches else None


def draw_square(secret: str, email: str, issuer: str) -> str:
    """The QR code that authenticator apps read, as an SVG element: black on white in any scheme."""
    address = pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=issuer)
    square: str = segno.make(address, error="m", micro=False).svg_inline(
        border=4, omitsize=True, dark="#000000", light="#ffffff", svgclass="square"
    )
    return square


def in_groups(secret: str) -> str:
    """The secret in groups of four, to be typed."""
    return " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))


def use_code(session: Session, member: Staff, typed: str, now: datetime) -> bool:
    """Takes a code of the app or a recovery code, once. False where it is neither, or was used."""
    step = find_step(member.totp_secret, typed, now) if member.totp_secret is not None else None
    if step is not None:
        return use_totp_step(session, member.id, step)
    if not use_recovery_code(session, member.id, typed):
        return False
    record_audit(session, actor=actor_of(member.id), action="used a recovery code", now=now)
    return True
