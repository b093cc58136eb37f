"""`./intake export`: everything that is kept of one family, for a request to see it (DP-11).

It goes into a file that people can read. Who asks has to be made sure of first, and somebody reads
it through: what is said of others is theirs, and a parent of somebody of 16 or 17 who understands
the request does not get it without their yes (DP-11, DP-13).
"""

import argparse
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cli.arguments import Commands
from cli.erase import find_conversation
from cli.errors import CommandError
from cli.kept import open_kept, read_tracker
from cli.referrals import outline
from cli.settings import UpSettings, read_settings
from store.audit import record_audit
from store.erasing.family_records import list_other_parts, read_family_records, read_trail

READ_FIRST = ("messages", "referrals")
"""What a family looks for: it stands before the rest."""
OPENING = """Everything that we keep about this case. Made on {moment:%d %B %Y at %H:%M} UTC.

Before it is given out: make sure who asks. The safeguarding lead reads
it first. Take out what is about others. Where it names other cases that were merged with this one,
make a file of each of them too. A young person of 16 or over who understands the request
decides about it.
"""


def add_command(commands: Commands) -> None:
    """Add `export` to the command line."""
    parser = commands.add_parser("export", help="write all that is kept of one family into a file")
    parser.add_argument("conversation", help="the conversation's id, or a referral's reference")
    parser.add_argument("--to", type=Path, help="the file (default: export-REFERENCE.txt)")
    parser.add_argument("--json", action="store_true", help="for another program, as JSON")
    parser.set_defaults(run=export)


def export(options: argparse.Namespace) -> int:
    """Write the file, for this user only.

    Raises CommandError where nothing is kept, there is such a file already, or the Rasa server,
    which alone can read its part, does not run.
    """
    settings = read_settings(UpSettings)
    database = open_kept(settings)
    conversation_id = find_conversation(database, options.conversation)
    now, tracker = datetime.now(UTC), read_tracker(settings, conversation_id)
    with database.writing() as session:
        records = read_family_records(session, conversation_id)
        records["tracker"] = [tracker] if tracker is not None else []
        if not any(records.values()):
            raise CommandError(f"Nothing is kept under {options.conversation}.")
        records["audit"] = read_trail(session, conversation_id)
        records["cases_of_one_family"] = list_other_parts(session, conversation_id)
        record_audit(
            session,
            actor="command line",
            action="family records exported",
            now=now,
            conversation_id=conversation_id,
            fields=[name for name, rows in records.items() if rows],
        )
    path = options.to or Path(f"export-{options.conversation}.{'json' if options.json else 'txt'}")
    _write(path, _as_json(records) if options.json else _as_text(records, now))
    print(f"{path}: {sum(map(len, records.values()))} records. Keep it safe, and delete it after.")
    return 0


def _as_text(records: dict[str, list[dict[str, Any]]], now: datetime) -> str:
    lines = [OPENING.format(moment=now)]
    first = {name: records[name] for name in READ_FIRST if name in records}
    for name, rows in (first | records).items():
        for number, row in enumerate(rows, start=1):
            lines += ["", f"{name.replace('_', ' ').capitalize()}, {number} of {len(rows)}"]
            lines += outline(row, 1)
    return "\n".join(lines) + "\n"


def _as_json(records: dict[str, list[dict[str, Any]]]) -> str:
    return json.dumps(records, indent=2, ensure_ascii=False, default=str) + "\n"


def _write(path: Path, text: str) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        raise CommandError(f"{path} cannot be written, or is there already.") from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
