"""Fills an empty database with made-up families: so many referrals, so many messages.

Written with the product's own tables and keys, so that what is measured is what runs. One referral
in ten is open, one in fifty of those about safety; every phone number is from Ofcom's range for
drama (07700 900000 to 900999), with a digit more where there are too few.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from bench.seeding_figures import count_family, miss_message
from casework.dispute.result import update_result
from casework.law.deadlines import last_working_day
from casework.places.councils import all_councils
from casework.referral.draft import Draft
from casework.referral.record import Decision, Interpreter, Language, Referral
from store.cases.name_index import hash_names
from store.database import Database
from store.encryption import blind_index
from store.references import ALPHABET
from store.tables import AuditEntry, Case, Consent, Conversation, Handover, Message, ReferralName
from store.tables import Referral as ReferralRow
from store.tables.cases import NO_CLOCK

BATCH = 2000
OPEN_IN = 10
OLDEST_DAYS = 85
REASONS = (
    ("new_referral", "routine"),
    ("new_referral", "soon"),
    ("callback_wanted", "soon"),
    ("asked_for_person", "soon"),
    ("assistant_not_understood", "routine"),
    ("texts_stopped", "soon"),
    ("wrong_number", "urgent"),
)
COVERAGE = ("listed", "listed", "listed", "not_listed", "contested", "unknown")
FIRST_NAMES = (
    *("Amelia", "Olive", "Isla", "Ava", "Freya", "Zoë", "Maryam", "Aisha", "Holly", "Grace"),
    *("Noah", "George", "Oscar", "Leo", "Arthur", "Muhammad", "Theo", "Idris", "Kai", "Seán"),
)
SURNAMES = tuple(
    start + end
    for end in ("ford", "ley", "wood", "ton", "field", "worth", "man", "son", "shaw", "well")
    for start in (
        *("Ash", "Black", "Brad", "Carl", "Dun", "East", "Fair", "Green", "Hal", "Kirk"),
        *("Lang", "Mar", "Nor", "Oak", "Pem", "Rad", "Stan", "Thorn", "Wal", "Whit"),
    )
)
WORDS = "They refused to assess my child and I do not know what to do about it now."


def seed(
    database: Database,
    *,
    referrals: int,
    messages: int,
    today: date,
    staff_ids: tuple[int, ...],
) -> None:
    """Writes them, a batch a transaction."""
    dice = random.Random(900_700)
    documents = [_document(dice, today) for _ in range(40)]
    for start in range(0, referrals, BATCH):
        rows: dict[type[Any], list[dict[str, Any]]] = {}
        for number in range(start, min(start + BATCH, referrals)):
            for model, row in _family(dice, number, messages // referrals, documents, staff_ids):
                rows.setdefault(model, []).append(row)
        with database.writing() as session:
            for model, many in rows.items():
                # Without it, rows that differ in what is missing go to the database one by one.
                session.bulk_insert_mappings(model.__mapper__, many, render_nulls=True)
    if not database.is_sqlite:
        # What autovacuum does in time. SQLite plans by its indexes alone.
        with database.engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")


def child_name_of(number: int) -> str:
    """The name of a made-up child: few first names, surnames as unevenly spread as real."""
    dice = random.Random(number)
    family = int(len(SURNAMES) * dice.random() ** 2)
    return f"{dice.choice(FIRST_NAMES)} {SURNAMES[family]}"


def phone_of(number: int) -> str:
    """The phone number of a made-up family."""
    return f"+447700900{number:06}"


def reference_of(number: int) -> str:
    """The reference of a made-up family."""
    letters = []
    for _ in range(8):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def _family(
    dice: random.Random,
    number: int,
    messages: int,
    documents: list[dict[str, Any]],
    staff_ids: tuple[int, ...],
) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    is_open = number % OPEN_IN == 0
    identifier = str(UUID(int=dice.getrandbits(128), version=4))
    document, channel = dice.choice(documents), dice.choice(("web", "web", "sms"))
    document = document | {"child": document["child"] | {"name": child_name_of(number)}}
    deadlines = document["deadlines"]
    # Not so old that the front desk would begin to purge what is measured.
    days = dice.randrange(0, 60) if is_open else dice.randrange(60, OLDEST_DAYS)
    began = datetime.now(UTC) - timedelta(days=days, minutes=dice.randrange(600))
    counted = date.fromisoformat(deadlines["contact_by"]) + timedelta(days=dice.randrange(-5, 60))
    council, coverage = dice.choice(all_councils()), dice.choice(COVERAGE)
    reason, priority = dice.choice(REASONS)
    is_danger = is_open and dice.random() < 0.02
    yield (
        Conversation,
        {
            "id": identifier,
            "channel": channel,
            "locale": "en",
            "created_at": began,
            "last_message_at": began + timedelta(minutes=messages),
            "last_seq": messages,
            "safety_categories": [],
        },
    )
    yield (
        Consent,
        {
            "conversation_id": identifier,
            "kind": "store",
            "given": True,
            "notice_version": "1",
            "at": began,
            "channel": channel,
        },
    )
    more = random.Random(number)
    for seq in range(1, messages + 1):
        message_id = str(UUID(int=dice.getrandbits(128), version=4))
        yield (
            Message,
            {
                "id": message_id,
                "conversation_id": identifier,
                "seq": seq,
                "sender": "parent" if seq % 2 else "assistant",
                "text": WORDS,
                "channel": channel,
                "at": began + timedelta(minutes=seq),
                "status": "answered" if seq % 2 else None,
            },
        )
        # A stream of chance of its own: what was seeded before stays as it was.
        if seq % 2:
            at = began + timedelta(minutes=seq)
            yield from miss_message(more, identifier, message_id, at)
    referral_id = str(UUID(int=dice.getrandbits(128), version=4))
    yield (
        ReferralRow,
        {
            "id": referral_id,
            "conversation_id": identifier,
            "reference": reference_of(number),
            "status": dice.choice(("submitted", "in_progress", "contacted"))
            if is_open
            else "closed",
            "channel": channel,
            "document": document,
            "progress": {},
            "revision": 1,
            "council_gss": council.gss,
            "coverage": coverage,
            "days_counted_to": counted,
            "phone_index": blind_index(phone_of(number)),
            "email_index": blind_index(f"family{number}@example.org"),
            "created_at": began,
            "updated_at": began,
            "submitted_at": began,
        },
    )
    for token in sorted(hash_names(document)):
        name = {"conversation_id": identifier, "token": token, "begun_at": began}
        yield (ReferralName, name)
    for what, how_soon in [(reason, priority)] + [("safety:distress", "urgent")] * is_danger:
        yield (
            Handover,
            {
                "conversation_id": identifier,
                "referral_id": referral_id,
                "reason": what,
                "priority": how_soon,
                "status": "open" if is_open else "closed",
                "created_at": began,
            },
        )
    yield (
        Case,
        {
            "conversation_id": identifier,
            "is_open": is_open,
            "rank": 0 if is_danger else 1,
            "is_urgent": priority == "urgent" or is_danger,
            "count_to": counted,
            "act_by": last_working_day(counted),
            "mediation_by": began.date() + timedelta(days=30) if number % 3 == 0 else NO_CLOCK,
            "waiting_since": began,
            "asked_at": began,
            "channel": channel,
            "council_gss": council.gss,
            "coverage": coverage,
            "held_by": dice.choice((None, *staff_ids)),
        },
    )
    yield from count_family(
        more, identifier, channel, council.gss, counted, began, is_open=is_open, days_ago=days
    )
    for turn in range(10):
        yield (
            AuditEntry,
            {
                "at": began + timedelta(minutes=2 * turn),
                "actor": "parent",
                "action": "draft saved",
                "kind": "changed",
                "referral_id": referral_id,
                "conversation_id": identifier,
                "fields": ["child.name"],
            },
        )


def _document(dice: random.Random, today: date) -> dict[str, Any]:
    draft = Draft(referral=Referral())
    referral = draft.referral
    referral.referrer.role, referral.referrer.name = "parent", "Craig Sumner"
    referral.contact.phone = phone_of(dice.randrange(1000))
    referral.child.name, referral.child.age = "Holly", dice.randrange(5, 16)
    referral.decision = Decision(
        made=True, letter_date=today - timedelta(days=dice.randrange(1, 70))
    )
    referral.certificate.held = False
    referral.access.asked, referral.access.needs = True, dice.choice(([], ["large_print"]))
    needs_one = dice.random() < 0.2
    referral.interpreter = Interpreter(
        asked=True,
        needed=needs_one,
        language=Language(code="urd", name="Urdu") if needs_one else None,
    )
    referral.dispute.in_own_words = WORDS * 3
    draft.progress.stated_kinds = ["refuse_assess"]
    update_result(draft, today)
    return referral.to_document() | {"schema_version": 1, "locale": "en"}
