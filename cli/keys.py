"""`./intake keys`: make keys for an installation, and put a new one into use."""

import argparse
import secrets

from cryptography.fernet import Fernet

from cli.arguments import Commands
from cli.kept import open_kept
from cli.settings import read_settings
from store.encryption import rotate_keys
from store.settings import StoreSettings


def add_command(commands: Commands) -> None:
    """Add `keys new` and `keys rotate` to the command line."""
    parser = commands.add_parser("keys", help="make or replace the keys of what is kept")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    new = verbs.add_parser("new", help="print new keys, for .env or a secret store")
    new.set_defaults(run=print_new_keys)
    rotate = verbs.add_parser(
        "rotate",
        help="encrypt all that is kept anew with the first key",
        description="Put a new key first in INTAKE_ENCRYPTION_KEYS (keep the old ones behind it, "
        "separated by commas), start the service again, then run this.",
    )
    rotate.set_defaults(run=rotate_to_first_key)


def print_new_keys(options: argparse.Namespace) -> int:
    """Print a new secret and a new encryption key as lines of an `.env` file."""
    print(f"INTAKE_SECRET_KEY={secrets.token_urlsafe(48)}")
    print(f"INTAKE_ENCRYPTION_KEYS={Fernet.generate_key().decode()}")
    return 0


def rotate_to_first_key(options: argparse.Namespace) -> int:
    """Encrypt every kept value with the first key, in one transaction."""
    database = open_kept(read_settings(StoreSettings))
    with database.writing() as session:
        counts = rotate_keys(session)
    for column, count in counts.items():
        print(f"{column:32} {count:8}")
    print("Everything is encrypted with the first key. The others may be removed now.")
    return 0
