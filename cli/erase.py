"""`./intake erase`: erase all that is kept of one conversation, everywhere, for good."""

import argparse
import sys
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cli.arguments import Commands
from cli.errors import CommandError
from cli.kept import make_tracker_eraser, open_kept
from cli.referrals import align
from cli.settings import UpSettings, read_settings
from store.audit import erased_as, record_audit
from store.cases.family import lock_cases
from store.cases.lines import list_open
from store.database import Database
from store.erasing.erasers import TABLE_ERASERS
from store.handling.handovers import is_about_safety
from store.queue.pages import read_line
from store.referrals.lookup import find_reference, find_referral

NOBODY = 0
"""No colleague has this number: the command line asks for itself."""


def add_command(commands: Commands) -> None:
    """Add `erase` to the command line."""
    parser = commands.add_parser("erase", help="erase all that is kept of one conversation")
    parser.add_argument("conversation", help="the conversation's id, or a referral's reference")
    parser.set_defaults(run=erase)


def erase(options: argparse.Namespace) -> int:
    """Erase a conversation and say what was erased. Raises CommandError when there is nothing."""
    settings = read_settings(UpSettings)
    database = open_kept(settings)
    conversation_id = find_conversation(database, options.conversation)
    with database.reading() as session:
        reference = find_reference(session, conversation_id)
        warnings = list_warnings(session, conversation_id, settings.current_date())
    named = reference or f"conversation {conversation_id}"
    for warning in warnings:
        print(f"{named}: {warning}", file=sys.stderr)
    if sys.stdin.isatty() and input(f"Erase {named} for good? [y/N] ").strip().lower() != "y":
        return 1
    # Rasa's part first: if it cannot be reached, nothing is left half erased.
    make_tracker_eraser(settings)(conversation_id)
    with database.writing() as session:
        lock_cases(session, conversation_id)
        erased = {
            eraser.identifier: eraser.erase(session, conversation_id) for eraser in TABLE_ERASERS
        }
        record_audit(
            session,
            actor="command line",
            action="erased",
            now=datetime.now(UTC),
            conversation_id=conversation_id,
            fields=[
                *(name for name, count in erased.items() if count),
                *([erased_as(reference)] if reference else []),
            ],
        )
    if not any(erased.values()):
        raise CommandError(f"Nothing is kept under {options.conversation}.")
    print("\n".join(align([(name, str(count)) for name, count in erased.items()])))
    return 0


def list_warnings(session: Session, conversation_id: str, today: date) -> list[str]:
    """What speaks against erasing this now, a sentence each; why somebody worries is not told."""
    warnings = []
    if any(is_about_safety(request) for request in list_open(session, conversation_id)):
        warnings.append("Somebody may be in danger, and the safeguarding lead has not closed it.")
    line = read_line(session, conversation_id, NOBODY)
    due = line.count_to if line is not None and line.days_counted_to is not None else None
    days = (due, line.mediation_by if line is not None else None)
    running = [day for day in days if day is not None and day >= today]
    if running:
        warnings.append(f"A date that the law sets has not passed: {min(running):%d %B %Y}.")
    return warnings


def find_conversation(database: Database, named: str) -> str:
    """The conversation's id from its id or a reference. Raises CommandError for neither."""
    try:
        return str(UUID(named))
    except ValueError:
        pass
    with database.reading() as session:
        found = find_referral(session, named)
    if found is None:
        raise CommandError(f"Nothing is kept under {named}.")
    return str(found.document["conversation_id"])
