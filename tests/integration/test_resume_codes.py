"""Resume codes and the tokens of browsers, in both databases."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event
from uuid import uuid4

import sqlalchemy as sa

from store.conversations.opening import find_conversation, open_conversation
from store.conversations.resume_codes import UsedCode, make_resume_code, use_resume_code
from store.conversations.tokens import (
    add_token,
    find_by_token,
    keep_open,
    lock_browsers,
    look_up_token,
    make_token,
)
from store.database import Database
from store.erasing.retention import load_retention, purge
from store.tables import Conversation, ResumeCode
from tests.integration.families import add_family

DAYS = load_retention().resume_code_days


def use(
    database: Database, typed: str, form_id: str | None = None, now: datetime | None = None
) -> UsedCode | None:
    with database.writing() as session:
        return use_resume_code(
            session,
            typed,
            form_id=form_id or str(uuid4()),
            by="parent, web",
            days=DAYS,
            now=now or datetime.now(UTC),
        )


def give_code(database: Database, now: datetime) -> tuple[str, str]:
    with database.writing() as session:
        family = add_family(session, now)
        return family, make_resume_code(session, family, days=DAYS, now=now).code


def test_code_opens_its_own_familys_conversation(database: Database, now: datetime) -> None:
    first, code = give_code(database, now)
    second, other = give_code(database, now)
    for family, given in ((first, code), (second, other)):
        used = use(database, given)
        assert used is not None and used.conversation_id == family


def test_two_who_use_a_code_at_once_do_not_both_get_in(database: Database, now: datetime) -> None:
    _family, code = give_code(database, now)
    with ThreadPoolExecutor(4) as pool:
        used = list(pool.map(lambda _n: use(database, code), range(4)))
    assert sum(each is not None for each in used) == 1


def test_form_may_send_its_code_again_for_ten_minutes(database: Database, now: datetime) -> None:
    family, code = give_code(database, now)
    form = str(uuid4())
    assert use(database, code, form, now) is not None
    again = use(database, code, form, now + timedelta(minutes=9))
    assert again is not None and again.conversation_id == family
    assert use(database, code, form, now + timedelta(minutes=20)) is None
    assert use(database, again.fresh.code) is not None


def test_old_codes_are_purged_and_the_chat_stays(database: Database, now: datetime) -> None:
    family, _code = give_code(database, now)
    when = now + timedelta(days=DAYS, seconds=1)
    purged = purge(database, load_retention(), now=when, erase_tracker=lambda _id: None)
    assert purged["resume codes"] == 1
    with database.reading() as session:
        assert session.scalars(sa.select(ResumeCode)).all() == []
        assert session.get(Conversation, family) is not None


def test_browser_is_locked_by_time_and_by_hand_and_the_api_by_neither(database: Database) -> None:
    api, browser, now = make_token(), make_token(), datetime.now(UTC)
    with database.writing() as session:
        conversation = open_conversation(session, channel="web", locale="en", token=api, now=now)
        soon = now + timedelta(minutes=20)
        add_token(session, conversation.id, browser, now=now, open_until=soon)
    with database.writing() as session:
        assert look_up_token(session, browser) == ("open", soon)
        assert keep_open(session, browser, until=soon) and not keep_open(session, api, until=soon)
        lock_browsers(session, conversation.id)
    with database.writing() as session:
        assert look_up_token(session, browser)[0] == "locked"
        assert find_by_token(session, browser, lock=True) is None
        assert not keep_open(session, browser, until=soon)
        assert look_up_token(session, api) == ("open", None)
        assert find_by_token(session, api, lock=True) is not None
        assert look_up_token(session, make_token()) == ("unknown", None)


def test_a_text_with_a_code_and_the_page_do_not_wait_for_each_other(
    database: Database, now: datetime
) -> None:
    """A text holds the conversation when it makes the next code, so the page must not hold that."""
    family, code = give_code(database, now)
    holds_conversation = Event()

    def come_by_text() -> None:
        with database.writing() as session:
            find_conversation(session, family, lock=True)
            holds_conversation.set()
            time.sleep(0.4)
            make_resume_code(session, family, days=DAYS, now=now)

    with ThreadPoolExecutor(1) as pool:
        by_text = pool.submit(come_by_text)
        holds_conversation.wait(30)
        assert use(database, code) is None
        by_text.result(30)
