"""Passwords of colleagues: argon2id with the library's own parameters (RFC 9106, low memory)."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

SHORTEST = 12
LONGEST = 200
# Each hash takes 64 MiB for a tenth of a second.
AT_ONCE = 2

_hasher = PasswordHasher()
_threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="passwords")


async def hash_password(password: str) -> str:
    """The hash to keep."""
    return await asyncio.get_running_loop().run_in_executor(_threads, _hasher.hash, password)


async def is_password(password: str, password_hash: str | None) -> bool:
    """Whether this is the password. Takes as long where there is none to compare with."""
    return await asyncio.get_running_loop().run_in_executor(
        _threads, _verify, password, password_hash
    )


def _verify(password: str, password_hash: str | None) -> bool:
    nobodys_hash = _hash_for_nobody()
    try:
        _hasher.verify(password_hash or nobodys_hash, password)
    except (Argon2Error, InvalidHashError):
        return False
    return password_hash is not None


@cache
def _hash_for_nobody() -> str:
    return _hasher.hash("the password of nobody")
