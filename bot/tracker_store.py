"""Keeps each conversation's tracker as one encrypted row: turn 400 costs what turn 10 costs.

Rasa's own SQL store keeps every event of a conversation and replays them all on each turn
(rasa-facts B5). Here the older turns are folded into the slots and the active loop they led to.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import ujson
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
    deserialise_events,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.hearing import LEANING, PARTS
from bot.nlu.danger_examples import DANGER
from bot.settings import Settings, read_settings

TURNS_KEPT = 6
TURNS_BEFORE_FOLDING = 9
INTENTS_KEPT = 3
TRACKERS_IN_MEMORY = 500
SECONDS_TO_WAIT_FOR_DATABASE = 5

_metadata = sa.MetaData()
TRACKERS = sa.Table(
    "trackers",
    _metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("saved_at", sa.Float, nullable=False, index=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
# Built once: SQLAlchemy takes as long to build a statement as to run it.
_THIS_ROW = TRACKERS.c.conversation == sa.bindparam("this")
_FIND_REVISION = sa.select(TRACKERS.c.revision).where(_THIS_ROW)
_FIND_ROW = sa.select(TRACKERS).where(_THIS_ROW)
_ADD_ROW = sa.insert(TRACKERS)
_CHANGE_ROW = sa.update(TRACKERS).where(_THIS_ROW, TRACKERS.c.revision == sa.bindparam("read"))
_ERASE_ROW = sa.delete(TRACKERS).where(_THIS_ROW)


class TrackerChangedElsewhere(RuntimeError):
    """Another writer saved this conversation first; the turn has to be taken again."""


class SnapshotTracker(DialogueStateTracker):
    """A tracker that knows which revision of its row it was read from (0: not saved yet)."""

    revision = 0


class SnapshotTrackerStore(TrackerStore):
    """One row a conversation. A failed read or write raises, so that the turn fails (B5).

    A tracker handed out by `retrieve` leaves the memory until it is saved: a turn that fails
    half-way can never leave its traces in the next one.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        settings: Settings | None = None,
        **_options_of_rasa: Any,
    ) -> None:
        """Open the database and create the table. Raises SQLAlchemyError if that fails."""
        super().__init__(domain, event_broker)
        settings = settings or read_settings()
        self._cipher = settings.tracker_cipher
        self._database = _open_database(settings.tracker_url)
        self._in_memory: OrderedDict[str, SnapshotTracker] = OrderedDict()
        _metadata.create_all(self._database)

    def init_tracker(self, sender_id: str) -> SnapshotTracker:
        """An empty tracker with the slots of the domain."""
        return SnapshotTracker(sender_id, self.domain.slots)

    async def create_tracker(
        self, sender_id: str, append_action_listen: bool = True
    ) -> SnapshotTracker:
        """Start a tracker without saving it: only a whole turn is ever saved."""
        tracker = self.init_tracker(sender_id)
        if append_action_listen:
            tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        return tracker

    async def retrieve(self, sender_id: str) -> SnapshotTracker | None:
        """Hand out the tracker of a conversation, or None if there is none.

        Raises SQLAlchemyError or InvalidToken where Rasa's stores would start afresh.
        """
        held = self._in_memory.pop(sender_id, None)
        with self._database.connect() as connection:
            if held is not None:
                found = connection.execute(_FIND_REVISION, {"this": sender_id}).scalar()
                if found == held.revision:
                    return held
            row = connection.execute(_FIND_ROW, {"this": sender_id}).first()
        if row is None:
            return None
        events = deserialise_events(ujson.loads(self._cipher.decrypt(row.body)))
        return self._replay(sender_id, events, row.revision)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Save a tracker, folded. Raises TrackerChangedElsewhere if somebody else saved it."""
        if not isinstance(tracker, SnapshotTracker):
            raise TypeError("Only a tracker that came from this store can be saved.")
        if _count_turns(tracker.events) > TURNS_BEFORE_FOLDING:
            folded = fold_older_turns(list(tracker.events))
            tracker = self._replay(tracker.sender_id, folded, tracker.revision)
        body = ujson.dumps([_as_stored(event) for event in tracker.events])
        self._write(tracker.sender_id, tracker.revision, self._cipher.encrypt(body.encode()))
        tracker.revision += 1
        self._in_memory[tracker.sender_id] = tracker
        if len(self._in_memory) > TRACKERS_IN_MEMORY:
            self._in_memory.popitem(last=False)

    async def delete(self, sender_id: str) -> None:
        """Erase all that is kept of a conversation. Erasing twice is no error."""
        self._in_memory.pop(sender_id, None)
        with self._database.begin() as connection:
            connection.execute(_ERASE_ROW, {"this": sender_id})

    async def keys(self) -> Iterable[str]:
        """Every conversation that has a tracker."""
        with self._database.connect() as connection:
            return connection.execute(sa.select(TRACKERS.c.conversation)).scalars().all()

    def close(self) -> None:
        """Close the database."""
        self._database.dispose()

    def _replay(self, sender_id: str, events: Iterable[Event], revision: int) -> SnapshotTracker:
        tracker = self.init_tracker(sender_id)
        tracker.revision = revision
        for event in events:
            tracker.update(event)
        return tracker

    def _write(self, sender_id: str, revision: int, body: bytes) -> None:
        values = {"revision": revision + 1, "saved_at": time.time(), "body": body}
        with self._database.begin() as connection:
            if revision == 0:
                try:
                    connection.execute(_ADD_ROW, {"conversation": sender_id, **values})
                except sa.exc.IntegrityError:
                    raise TrackerChangedElsewhere("The first turn was saved elsewhere.") from None
                return
            written = connection.execute(
                _CHANGE_ROW, {"this": sender_id, "read": revision, **values}
            )
            if written.rowcount != 1:
                raise TrackerChangedElsewhere("This conversation was saved or erased elsewhere.")


def fold_older_turns(events: Sequence[Event], turns_kept: int = TURNS_KEPT) -> list[Event]:
    """Replace all but the last turns by the slots and the active loop they led to.

    The cut is made just before a message, where Rasa always has listened: policies and forms
    see the same state on either side of it.
    """
    messages = [at for at, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(messages) <= turns_kept:
        return list(events)
    cut = messages[-turns_kept]
    slots: dict[str, SlotSet] = {}
    loop: ActiveLoop | None = None
    for event in events[:cut]:
        if isinstance(event, SlotSet):
            slots[event.key] = event
        elif isinstance(event, ActiveLoop):
            loop = event if event.name else None
        elif isinstance(event, AllSlotsReset):
            slots.clear()
        elif isinstance(event, (Restarted, SessionStarted)):
            slots.clear()
            loop = None
    at = events[cut - 1].timestamp
    entering = [ActionExecuted(loop.name, timestamp=at), loop] if loop else []
    return [
        SessionStarted(timestamp=at),
        *entering,
        *slots.values(),
        ActionExecuted(ACTION_LISTEN_NAME, timestamp=at),
        *events[cut:],
    ]


def _count_turns(events: Iterable[Event]) -> int:
    return sum(isinstance(event, UserUttered) for event in events)


def _as_stored(event: Event) -> dict[str, Any]:
    """The event without what no later turn reads: tokens, parts, most of the ranking, ids."""
    stored = event.as_dict()
    if isinstance(event, UserUttered):
        parsed = dict(event.parse_data)
        for passing in ("text_tokens", PARTS, LEANING, DANGER):
            parsed.pop(passing, None)
        parsed["intent_ranking"] = (parsed.get("intent_ranking") or [])[:INTENTS_KEPT]
        stored["parse_data"] = parsed
    elif isinstance(event, BotUttered):
        stored["data"] = {key: value for key, value in event.data.items() if value}
    else:
        stored.pop("metadata", None)
    return stored


def _open_database(url: str) -> sa.engine.Engine:
    """Connect; SQLite in WAL mode, so that a reader never blocks the turn."""
    address = sa.engine.make_url(url)
    if address.get_backend_name() != "sqlite":
        return sa.create_engine(
            address,
            future=True,
            pool_pre_ping=True,
            connect_args={"connect_timeout": SECONDS_TO_WAIT_FOR_DATABASE},
        )
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    database = sa.create_engine(
        address,
        future=True,
        # The event loop's thread is the only one; opening the file anew costs 2 ms a turn.
        poolclass=sa.pool.StaticPool,
        connect_args={"timeout": SECONDS_TO_WAIT_FOR_DATABASE},
    )

    @sa.event.listens_for(database, "connect")
    def _use_write_ahead_log(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA secure_delete=ON")

    return database
