"""`./intake purge`: delete what is older than data/knowledge/retention.yml allows."""

import argparse
from datetime import UTC, datetime

from cli.arguments import Commands
from cli.kept import make_tracker_eraser, open_kept
from cli.referrals import align
from cli.settings import UpSettings, read_settings
from store.erasing.retention import load_retention, purge


def add_command(commands: Commands) -> None:
    """Add `purge` to the command line."""
    parser = commands.add_parser("purge", help="delete what is older than the retention rules say")
    parser.set_defaults(run=purge_now)


def purge_now(options: argparse.Namespace) -> int:
    """Purge, and print how many conversations of each class went."""
    settings = read_settings(UpSettings)
    purged = purge(
        open_kept(settings),
        load_retention(),
        now=datetime.now(UTC),
        erase_tracker=make_tracker_eraser(settings),
    )
    print("\n".join(align([(name, str(count)) for name, count in purged.items()])))
    return 0
