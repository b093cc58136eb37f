"""`./intake staff`: accounts of colleagues, and tokens for programs that read referrals.

Nothing secret is typed: each colleague chooses the password on the page that the link opens.
"""

import argparse
import sys
from datetime import UTC, datetime
from typing import cast

from sqlalchemy.orm import Session

from casework.law.deadlines import LONDON
from casework.people.email_addresses import is_email
from cli.arguments import Commands
from cli.errors import CommandError
from cli.kept import open_kept
from cli.referrals import align
from cli.settings import UpSettings, read_settings
from store.accounts.api_tokens import SCOPES, add_api_token, list_api_tokens, revoke_api_token
from store.accounts.changes import (
    change_role,
    disable_staff,
    enable_staff,
    has_active,
    reset_staff,
)
from store.accounts.staff import (
    ROLES,
    EmailTaken,
    Role,
    SignUp,
    add_staff,
    find_staff,
    list_staff,
    state_of,
)
from store.settings import StoreSettings
from store.tables import Staff

_HEADER = ("account", "name", "email", "role", "state", "wrong tries")
_TOKEN_HEADER = ("token", "name", "scopes", "made", "state")


def add_command(commands: Commands) -> None:
    """Add `staff add`, `list`, `role`, `reset`, `disable`, `enable` and those about tokens."""
    parser = commands.add_parser("staff", help="accounts of colleagues, tokens for programs")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    add = verbs.add_parser("add", help="add an account; prints a link to set it up with, once")
    add.add_argument("email")
    add.add_argument("--name", required=True, help="as colleagues and parents see it")
    add.add_argument("--role", choices=ROLES, default="caseworker", help="default: caseworker")
    add.set_defaults(run=add_account)
    listing = verbs.add_parser("list", help="every account")
    listing.set_defaults(run=print_accounts)
    role = verbs.add_parser("role", help="give an account another role, which counts at once")
    role.add_argument("email")
    role.add_argument("role", choices=ROLES)
    role.set_defaults(run=give_role)
    reset = verbs.add_parser(
        "reset",
        help="end every way in and all sessions, let a disabled account back in; prints a new link",
    )
    reset.add_argument("email")
    reset.set_defaults(run=reset_account)
    disable = verbs.add_parser("disable", help="let nobody in with an account, from now on")
    disable.add_argument("email")
    disable.set_defaults(run=disable_account)
    enable = verbs.add_parser("enable", help="let a disabled account in again as it was")
    enable.add_argument("email")
    enable.set_defaults(run=enable_account)
    token = verbs.add_parser("token", help="make a token for a program; prints it, once")
    token.add_argument("name", help="what it is for, such as “case system”")
    token.add_argument(
        "--scope",
        choices=SCOPES,
        action="append",
        help="what it may; can be given twice (default: referrals:read)",
    )
    token.set_defaults(run=make_token)
    tokens = verbs.add_parser("tokens", help="every token, without the secret")
    tokens.set_defaults(run=print_tokens)
    revoke = verbs.add_parser("revoke", help="let a token open nothing any more")
    revoke.add_argument("token", type=int, help="its number in the list of tokens")
    revoke.set_defaults(run=revoke_token)


def add_account(options: argparse.Namespace) -> int:
    """Add an account and print its link. Raises CommandError where the address is taken."""
    email, name = options.email.strip(), options.name.strip()
    if not is_email(email) or not name:
        raise CommandError("An account needs an email address and a name.")
    settings = read_settings(UpSettings)
    with open_kept(settings).writing() as session:
        try:
            sign_up = add_staff(
                session, name=name, email=email, role=options.role, now=datetime.now(UTC)
            )
        except EmailTaken:
            raise CommandError(
                f"There is an account for {email} already; see: ./intake staff list"
            ) from None
    _print_link(settings, sign_up)
    return 0


def give_role(options: argparse.Namespace) -> int:
    """Give an account another role; a new lead gets a link. Raises CommandError for no account."""
    settings = read_settings(UpSettings)
    with open_kept(settings).writing() as session:
        member = _found(find_staff(session, options.email), options.email)
        sign_up = change_role(session, member, options.role, now=datetime.now(UTC))
        _warn_if_nobody_is_left(session)
    print(f"{options.email} is {options.role} from the next page on.")
    if sign_up is not None:
        print("Every way into the account has ended. This link sets it up anew:")
        _print_link(settings, sign_up)
    return 0


def reset_account(options: argparse.Namespace) -> int:
    """Print a new link for an account. Raises CommandError when there is none."""
    settings = read_settings(UpSettings)
    with open_kept(settings).writing() as session:
        member = _found(find_staff(session, options.email), options.email)
        sign_up = reset_staff(session, member, now=datetime.now(UTC))
    _print_link(settings, sign_up)
    return 0


def disable_account(options: argparse.Namespace) -> int:
    """Disable an account. Raises CommandError when there is none."""
    with open_kept(read_settings(StoreSettings)).writing() as session:
        member = _found(find_staff(session, options.email), options.email)
        disable_staff(session, member, now=datetime.now(UTC))
        _warn_if_nobody_is_left(session)
    print(f"{options.email} is signed out everywhere and cannot sign in.")
    return 0


def enable_account(options: argparse.Namespace) -> int:
    """Let a disabled account in again. Raises CommandError when there is none."""
    with open_kept(read_settings(StoreSettings)).writing() as session:
        member = _found(find_staff(session, options.email), options.email)
        enable_staff(session, member, now=datetime.now(UTC))
        is_set_up = member.is_set_up
    if is_set_up:
        print(f"{options.email} can sign in again, in the way of before.")
    else:
        print(f"{options.email} was never set up. Make a new link: ./intake staff reset")
    return 0


def print_accounts(options: argparse.Namespace) -> int:
    """Print every account, a line each."""
    now = datetime.now(UTC)
    with open_kept(read_settings(StoreSettings)).reading() as session:
        rows = [
            (
                str(member.id),
                member.name,
                member.email,
                member.role,
                state_of(member, now),
                str(member.failed_attempts),
            )
            for member in list_staff(session)
        ]
    print("\n".join(align([_HEADER, *rows])))
    return 0


def make_token(options: argparse.Namespace) -> int:
    """Make a token and print it."""
    scopes = sorted(set(options.scope or ["referrals:read"]))
    with open_kept(read_settings(StoreSettings)).writing() as session:
        token = add_api_token(session, options.name.strip()[:80], scopes, now=datetime.now(UTC))
    print(token)
    return 0


def print_tokens(options: argparse.Namespace) -> int:
    """Print every token, a line each."""
    with open_kept(read_settings(StoreSettings)).reading() as session:
        rows = [
            (
                str(token.id),
                token.name,
                ", ".join(token.scopes),
                f"{token.created_at.astimezone(LONDON):%Y-%m-%d}",
                "in force" if token.revoked_at is None else "revoked",
            )
            for token in list_api_tokens(session)
        ]
    print("\n".join(align([_TOKEN_HEADER, *rows])))
    return 0


def revoke_token(options: argparse.Namespace) -> int:
    """Revoke a token. Raises CommandError when there is none in force with this number."""
    with open_kept(read_settings(StoreSettings)).writing() as session:
        if not revoke_api_token(session, options.token, now=datetime.now(UTC)):
            raise CommandError(f"There is no token {options.token} in force.")
    print(f"Token {options.token} opens nothing any more.")
    return 0


def _print_link(settings: UpSettings, sign_up: SignUp) -> None:
    if settings.oidc_only:
        print(f"No link is needed: they choose “{settings.oidc_label}” on the sign-in page,")
        print("with the email address of this account.")
        return
    # Passkeys belong to a name, not to a number.
    local = settings.front_desk_url.replace("//127.0.0.1", "//localhost")
    home = settings.public_url or local
    until = sign_up.expires_at.astimezone(LONDON)
    print(f"{home}/staff/set-up/{sign_up.code}")
    print(f"It works once, until {until:%d %B, %H:%M}. Whoever has it can set the account up, so")
    print("give it to that person only.")


def _warn_if_nobody_is_left(session: Session) -> None:
    for role, what in (
        ("administrator", "administers accounts on the pages"),
        ("safeguarding_lead", "sees what is heard of a danger"),
    ):
        if not has_active(session, cast(Role, role)):
            print(f"Nobody who can sign in {what} now ({role}).", file=sys.stderr)


def _found(member: Staff | None, email: str) -> Staff:
    if member is None:
        raise CommandError(f"There is no account for {email}; see: ./intake staff list")
    return member
