"""Runs the store's transactions beside the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from store.database import Database, EndedByDeadlock, WrittenByOthers

Given = ParamSpec("Given")
Result = TypeVar("Result")

POSTGRES_THREADS = 8


class Transactions:
    """Each call is one transaction on a thread, so that a slow disk holds up nobody's stream.

    SQLite has one writer at a time anyway: one thread keeps them in line without its busy waits.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._threads = ThreadPoolExecutor(
            max_workers=1 if database.is_sqlite else POSTGRES_THREADS, thread_name_prefix="store"
        )

    async def write(
        self,
        work: Callable[Concatenate[Session, Given], Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        """Runs `work(session, …)` and keeps what it did, on disk, before returning.

        Where somebody else wrote the same row first, it runs once more and finds that row: a
        double click on PostgreSQL does. So it does where the database has ended a deadlock.
        """

        def run() -> Result:
            with self.database.writing() as session:
                return work(session, *args, **kwargs)

        def run_again_behind_others() -> Result:
            try:
                return run()
            except (WrittenByOthers, EndedByDeadlock):
                return run()

        return await asyncio.get_running_loop().run_in_executor(
            self._threads, run_again_behind_others
        )

    async def read(
        self,
        work: Callable[Concatenate[Session, Given], Result],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Result:
        """Runs `work(session, …)` on one state of the database."""

        def run() -> Result:
            with self.database.reading() as session:
                return work(session, *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._threads, run)

    def close(self) -> None:
        """Waits for running transactions."""
        self._threads.shutdown()
