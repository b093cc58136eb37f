"""The command line, `./intake`: reads the arguments and calls the command."""

import argparse
import os
import sys
from collections.abc import Sequence

from cli import chat, erase, export, keys, purge, referrals, staff, up
from cli.errors import CommandError

_COMMANDS = (up, chat, referrals, staff, export, erase, purge, keys)


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; each module adds its own."""
    parser = argparse.ArgumentParser(
        prog="./intake", description="The assistant for SEND mediation referrals."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_command(commands)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command. Returns the exit code: 0, 1 when it could not be done, 2 for misuse."""
    os.umask(0o077)  # what is kept and logged is for this user only
    options = build_parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
