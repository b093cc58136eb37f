"""Finds referrals by a name without keeping names in the clear: keyed hashes of folded parts.

docs/decisions/0012 says what such an index tells whoever has the database and not the key.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from store.encryption import keyed_hash
from store.tables import Referral, ReferralName
from store.tables.queue import TOKEN_LENGTH

MOST_PARTS = 12
_APOSTROPHES = "'’‘ʼ`´"
# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


def fold_name(name: str) -> list[str]:
    """The parts of a name without accents, capitals and apostrophes, each once.

    Parts that a hyphen joins are there together too: "Anne-Marie" is found as "annemarie".
    """
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(_PLAIN)
    plain = "".join(
        letter
        for letter in letters
        if letter not in _APOSTROPHES and unicodedata.category(letter) != "Mn"
    )
    parts: list[str] = []
    for word in "".join(one if one.isalnum() or one == "-" else " " for one in plain).split():
        halves = [half for half in word.split("-") if half]
        parts += [*halves, "".join(halves)] if len(halves) > 1 else halves
    return list(dict.fromkeys(parts))[:MOST_PARTS]


def hash_names(document: Mapping[str, Any]) -> set[str]:
    """What a referral is found by: the parts of the child's name and of the referrer's."""
    names = ((document.get(part) or {}).get("name") for part in ("child", "referrer"))
    return {_hash(part) for name in names if name for part in fold_name(name)}


def index_names(
    session: Session, row: Referral, document: Mapping[str, Any], *, begun_at: datetime
) -> None:
    """Brings the index of this referral in step with its names; written with the next flush."""
    if row.conversation_id is None:
        return
    wanted = hash_names(document)
    with session.no_autoflush:
        held = session.scalars(
            sa.select(ReferralName).where(ReferralName.conversation_id == row.conversation_id)
        ).all()
    pending = [
        one
        for one in session.new
        if isinstance(one, ReferralName) and one.conversation_id == row.conversation_id
    ]
    for one in held:
        if one.token not in wanted:
            session.delete(one)
    for one in pending:
        if one.token not in wanted:
            session.expunge(one)
    for token in sorted(wanted - {one.token for one in (*held, *pending)}):
        session.add(
            ReferralName(conversation_id=row.conversation_id, token=token, begun_at=begun_at)
        )


def forget_names(session: Session, conversation_id: str) -> None:
    """Takes a draft that is deleted out of the index."""
    session.execute(sa.delete(ReferralName).where(ReferralName.conversation_id == conversation_id))


def find_by_name(session: Session, name: str, *, limit: int) -> Sequence[str]:
    """Conversations whose child's or referrer's name has all these parts, the newest first.

    Whole parts only: "Ol" does not find "Olive".
    """
    tokens = [_hash(part) for part in fold_name(name)]
    if not tokens:
        return []
    # The rarest part first: a walk through all that are called Smith would be long.
    tokens.sort(key=lambda token: _count(session, token))
    first, *others = tokens
    query = sa.select(ReferralName.conversation_id).where(ReferralName.token == first)
    for token in others:
        other = aliased(ReferralName)
        query = query.where(
            sa.exists().where(
                other.conversation_id == ReferralName.conversation_id, other.token == token
            )
        )
    return session.scalars(query.order_by(ReferralName.begun_at.desc()).limit(limit)).all()


def _count(session: Session, token: str) -> int:
    """How many have this part, as far as it matters which of two is rarer."""
    some = sa.select(ReferralName.token).where(ReferralName.token == token).limit(2000).subquery()
    return session.scalar(sa.select(sa.func.count()).select_from(some)) or 0


def _hash(part: str) -> str:
    return keyed_hash("part of a name", part)[:TOKEN_LENGTH]
