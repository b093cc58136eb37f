"""`./intake referrals`: look at what parents have told us."""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any

from casework.dispute.result import count_from_today
from cli.arguments import Commands
from cli.errors import CommandError
from cli.kept import open_kept
from cli.settings import read_settings
from store.referrals.lookup import ReferralLine, find_referral, list_referrals
from store.settings import StoreSettings

_HEADER = ("reference", "status", "channel", "conversation", "time")


def add_command(commands: Commands) -> None:
    """Add `referrals list` and `referrals show` to the command line."""
    parser = commands.add_parser("referrals", help="list or show what parents have told us")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    listing = verbs.add_parser("list", help="a line each, drafts too, the newest first")
    listing.set_defaults(run=print_list)
    show = verbs.add_parser("show", help="one referral or draft")
    show.add_argument("reference", help="such as AC34-9XYT")
    show.add_argument("--json", action="store_true", help="as referral.schema.json says")
    show.set_defaults(run=print_referral)


def print_list(options: argparse.Namespace) -> int:
    """Print reference, status, channel, conversation and time of each, in aligned columns."""
    with open_kept(read_settings(StoreSettings)).reading() as session:
        lines = list_referrals(session)
    for row in align([_HEADER, *map(_to_cells, lines)]):
        print(row)
    return 0


def print_referral(options: argparse.Namespace) -> int:
    """Print one referral. Raises CommandError when there is none of this reference."""
    settings = read_settings(StoreSettings)
    with open_kept(settings).reading() as session:
        found = find_referral(session, options.reference)
    if found is None:
        raise CommandError(f"There is no referral {options.reference}.")
    document = count_from_today(found.document, settings.current_date())
    if options.json:
        print(json.dumps(document, indent=2, ensure_ascii=False))
    else:
        print("\n".join(outline(document)))
    return 0


def align(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of cells as lines with straight columns, two spaces apart."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def outline(value: Any, depth: int = 0) -> Iterator[str]:
    """A document as indented lines, `name: value`; what is not known is left out."""
    margin = "  " * depth
    for name, entry in value.items():
        label = name.replace("_", " ")
        if isinstance(entry, dict) and any(_is_known(part) for part in entry.values()):
            yield f"{margin}{label}:"
            yield from outline(entry, depth + 1)
        elif isinstance(entry, list) and any(isinstance(part, dict) for part in entry):
            yield f"{margin}{label}:"
            for part in entry:
                first, *rest = outline(part, depth + 2)
                yield f"{margin}  - {first.strip()}"
                yield from rest
        elif isinstance(entry, list) and any(" " in str(part) for part in entry):
            yield f"{margin}{label}:"
            yield from (f"{margin}  - {part}" for part in entry)
        elif _is_known(entry) and not isinstance(entry, dict):
            yield f"{margin}{label}: {_write(entry)}"


def _is_known(entry: Any) -> bool:
    return entry is not None and entry not in ("", [], {})


def _write(entry: Any) -> str:
    if isinstance(entry, bool):
        return "yes" if entry else "no"
    if isinstance(entry, list):
        return ", ".join(map(str, entry))
    return str(entry)


def _to_cells(line: ReferralLine) -> tuple[str, ...]:
    time = line.created_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (line.reference, line.status, line.channel, line.conversation_id or "-", time)
