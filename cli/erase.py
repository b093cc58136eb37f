"""`./intake erase`: erase all that is kept of one conversation, everywhere, for good."""

import argparse
import sys
from datetime import UTC, datetime
from uuid import UUID

from cli.arguments import Commands
from cli.errors import CommandError
from cli.kept import make_tracker_eraser, open_kept
from cli.settings import UpSettings, read_settings
from store.audit import record_audit
from store.database import Database
from store.erasers import TABLE_ERASERS, TrackerEraser
from store.referrals import find_referral


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
    if sys.stdin.isatty() and input("Erase it for good? [y/N] ").strip().lower() != "y":
        return 1
    # Rasa's part first: if it cannot be reached, nothing is left half erased.
    TrackerEraser(make_tracker_eraser(settings)).erase(conversation_id)
    with database.writing() as session:
        erased = {
            eraser.identifier: eraser(session).erase(conversation_id) for eraser in TABLE_ERASERS
        }
        record_audit(
            session,
            actor="command line",
            action="erased",
            now=datetime.now(UTC),
            conversation_id=conversation_id,
            fields=[name for name, count in erased.items() if count],
        )
    if not any(erased.values()):
        raise CommandError(f"Nothing is kept under {options.conversation}.")
    for name, count in erased.items():
        print(f"{name:16} {count:6}")
    return 0


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
