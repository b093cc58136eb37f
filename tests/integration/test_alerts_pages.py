"""Alerts from end to end: a parent in danger, an email, a colleague who looks; and the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller
from pydantic import SecretStr

from frontdesk.settings import FrontDeskSettings
from store.database import Database
from store.tables import OutgoingEmail
from tests.integration.alerting import SECRET, Receiver, hand_over, hire, put_on_duty
from tests.integration.colleagues import StaffBrowser, database_of, employ
from tests.integration.front_desk import (
    FrontDesk,
    FrontDeskProcess,
    run_front_desk,
    wait_until,
)
from tests.integration.rasa_stand_in import RasaStandIn
from tests.integration.test_emails import SENDER, Postbox
from tools.free_ports import find_free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def postbox(free_port: int) -> Iterator[Postbox]:
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=free_port)
    server.start()
    yield box
    server.stop()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.stop()


@pytest.fixture
def alerting(
    desk_settings: FrontDeskSettings, postbox: Postbox, receiver: Receiver, free_port: int
) -> FrontDeskSettings:
    return desk_settings.model_copy(
        update={
            "smtp_url": SecretStr(f"smtp://127.0.0.1:{free_port}"),
            "email_from": SENDER,
            "webhook_url": receiver.url,
            "webhook_secret": SecretStr(SECRET),
            "digest_times": "off",
        }
    )


@pytest.fixture
def desk(alerting: FrontDeskSettings) -> Iterator[FrontDesk]:
    with run_front_desk(alerting) as desk:
        yield desk


@pytest.fixture
def kept(desk: FrontDesk, alerting: FrontDeskSettings) -> Iterator[Database]:
    with database_of(alerting) as database:
        yield database


def open_browser(desk: FrontDesk, kept: Database, role: str) -> StaffBrowser:
    browser = StaffBrowser(desk)
    email = f"{role.replace('_', '')}@example.org"
    browser.sign_in_quickly(kept, employ(kept, email, role=role))  # type: ignore[arg-type]
    return browser


def recipients(postbox: Postbox) -> list[str]:
    return sorted(email["To"] for email in postbox.taken)


def links(postbox: Postbox) -> set[str]:
    found = [re.search(r"/staff/cases/\S+", email.get_content()) for email in postbox.taken]
    return {one[0] for one in found if one}


def test_parent_in_danger_reaches_the_lead_whose_look_ends_the_alert(
    desk: FrontDesk, kept: Database, postbox: Postbox, receiver: Receiver
) -> None:
    lead = open_browser(desk, kept, "safeguarding_lead")
    manager = open_browser(desk, kept, "manager")
    desk.greet_parent().send("He is hitting me right now")
    wait_until(lambda: recipients(postbox) == ["safeguardinglead@example.org"])
    wait_until(lambda: "handover.opened" in receiver.types)
    [link] = links(postbox)
    seen_by_manager = manager.look("/staff/alerts")
    assert "1 person" in seen_by_manager and "Not yet" in seen_by_manager
    assert "Safety" not in seen_by_manager.split('<h2 id="alerts"')[1]
    manager.look(link)
    assert "You have looked" in manager.look("/staff/alerts")
    seen_by_lead = lead.look("/staff/alerts")
    assert "Safety" in seen_by_lead and "Not yet" in seen_by_lead
    lead.look(link)
    assert "Not yet" not in lead.look("/staff/alerts")
    lead.client.close()
    manager.client.close()


def test_a_look_at_a_danger_shows_to_all_but_the_lead_like_a_look_at_anything_urgent(
    desk: FrontDesk, kept: Database
) -> None:
    caseworker, manager = (open_browser(desk, kept, role) for role in ("caseworker", "manager"))
    cases = [hand_over(kept), hand_over(kept, reason="safety:distress", priority="immediate")]

    def shown(browser: StaffBrowser) -> list[list[str]]:
        rows = [row for row in browser.look("/staff/alerts").split("<tr") if "/staff/cases/" in row]
        return [re.findall(r"<td>([^<]*)</td>", row)[::2][:1] for row in rows]

    for case in cases:
        caseworker.look(f"/staff/cases/{case}")
    page = caseworker.look("/staff/alerts")
    assert page.count("You have looked") == 2 and "Not yet" not in page
    page = manager.look("/staff/alerts")
    assert page.count("A colleague has looked") == 2
    assert len({tuple(cells) for cells in shown(manager)}) == 1
    caseworker.client.close()
    manager.client.close()


def test_somebody_says_with_a_button_that_they_are_on_it(
    desk: FrontDesk, kept: Database, postbox: Postbox
) -> None:
    browser = open_browser(desk, kept, "caseworker")
    conversation = hand_over(kept)
    wait_until(lambda: recipients(postbox) == ["caseworker@example.org"])
    token = browser.form_token("/staff/alerts")
    answered = browser.client.post("/staff/alerts/1/answer", data={"form_token": token})
    assert answered.headers["location"] == f"/staff/cases/{conversation}"
    assert "Seen" in browser.look("/staff/alerts")
    browser.client.close()


def test_manager_tries_it_and_reads_what_happened(
    desk: FrontDesk, kept: Database, postbox: Postbox, receiver: Receiver
) -> None:
    browser = open_browser(desk, kept, "manager")
    assert "No test was sent yet" in browser.look("/staff/alerts")
    receiver.answers = [503]
    browser.client.post("/staff/alerts/test", data={"form_token": browser.form_token("/staff")})
    wait_until(lambda: "The mail server has taken it" in browser.look("/staff/alerts"))
    wait_until(lambda: "Tried so far: 1. Last answer: 503" in browser.look("/staff/alerts"))
    assert recipients(postbox) == ["manager@example.org"] and receiver.types == ["test"]
    postbox.answer = "550 no such mailbox"
    browser.client.post("/staff/alerts/test", data={"form_token": browser.form_token("/staff")})
    wait_until(lambda: "Refused: the mail server will not" in browser.look("/staff/alerts"))
    wait_until(lambda: "The other system answered 204" in browser.look("/staff/alerts"))
    browser.client.close()


def test_colleague_turns_the_digest_off_and_on(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings
) -> None:
    with database_of(desk_settings) as kept:
        browser = open_browser(front_desk, kept, "caseworker")
    page = browser.look("/staff/alerts")
    assert "Nobody is alerted by email" in page and "You get the digest" in page
    for wants, says in (("0", "You get no digest"), ("1", "You get the digest")):
        fields = {"form_token": browser.form_token("/staff/alerts"), "wants": wants}
        browser.client.post("/staff/alerts/digest", data=fields)
        assert says in browser.look("/staff/alerts")
    browser.client.close()


def test_manager_writes_the_rota(front_desk: FrontDesk, desk_settings: FrontDeskSettings) -> None:
    with database_of(desk_settings) as kept:
        browser = open_browser(front_desk, kept, "manager")
        with kept.writing() as session:
            ana, lea = hire(session, "Ana", "caseworker"), hire(session, "Lea", "safeguarding_lead")
    token = browser.form_token("/staff/rota")

    def post(path: str, **fields: object) -> httpx.Response:
        return browser.client.post(f"/staff/rota/{path}", data={**fields, "form_token": token})

    shifts = [f"{day}-{period}-{ana}" for day in range(7) for period in ("open", "closed")]
    assert post("week", duty="team", shift=shifts).status_code == 303
    assert "<dd>Ana</dd>" in browser.look("/staff/rota")
    wrong = [f"0-open-{ana}", "9-open-1", "x"]
    assert post("week", duty="safeguarding", shift=wrong).status_code == 303
    assert post("week", duty="kitchen").status_code == 422
    page = browser.look("/staff/rota")
    assert "Told instead: Lea" in page and f'value="0-open-{ana}" checked' in page
    today = datetime.now(UTC).date().isoformat()
    days = {"first": today, "last": today}
    assert post("changes", staff=ana, what="away", **days).status_code == 303
    assert "<dd>Ana</dd>" not in browser.look("/staff/rota")
    assert post("changes/1/remove").status_code == 303
    assert "<dd>Ana</dd>" in browser.look("/staff/rota")
    assert post("changes", staff=lea, what="safeguarding", **days).status_code == 303
    assert "<dd>Lea</dd>" in browser.look("/staff/rota")
    refused = (
        ({"staff": ana, "what": "safeguarding", **days}, "Only a safeguarding lead"),
        ({"staff": ana, "what": "away", "first": today, "last": "2020-01-01"}, "Check the days"),
        ({"staff": 99, "what": "away", **days}, "Choose a colleague"),
    )
    for fields, says in refused:
        response = post("changes", **fields)
        assert response.status_code == 422 and says in response.text
    assert post("last-resort", staff=[ana, 99]).status_code == 303
    page = browser.look("/staff/rota")
    assert re.search(rf'name="staff" value="{ana}" checked', page)
    browser.client.close()


def test_mail_server_that_was_away_gets_each_alert_once_when_it_is_back(
    desk: FrontDesk, kept: Database, postbox: Postbox
) -> None:
    with kept.writing() as session:
        put_on_duty(session, "team", hire(session, "Ana", "caseworker"))
    postbox.answer = "451 not now"
    hand_over(kept)
    wait_until(lambda: _attempts(kept) == [1])
    browser = open_browser(desk, kept, "caseworker")
    assert "the mail server has not taken it" in browser.look("/staff/alerts")
    browser.client.close()
    postbox.answer = "250 OK"
    with kept.writing() as session:
        email = session.scalars(sa.select(OutgoingEmail)).one()
        assert (email.next_attempt_at - datetime.now(UTC)).total_seconds() <= 60
        email.next_attempt_at = datetime.now(UTC)
    wait_until(lambda: recipients(postbox) == ["ana@example.org"])


def _attempts(kept: Database) -> list[int]:
    with kept.reading() as session:
        return list(session.scalars(sa.select(OutgoingEmail.attempts)))


def test_desk_that_is_killed_loses_no_alert_and_tells_nobody_twice(
    alerting: FrontDeskSettings,
    desk_settings: FrontDeskSettings,
    postbox: Postbox,
    rasa: RasaStandIn,
    processes: list[FrontDeskProcess],
) -> None:
    assert alerting.smtp_url is not None
    with run_front_desk(desk_settings) as without_mail:
        with database_of(alerting) as kept, kept.writing() as session:
            leads = [hire(session, name, "safeguarding_lead") for name in ("Lea", "Lou")]
            put_on_duty(session, "safeguarding", *leads)
        for _ in range(4):
            without_mail.greet_parent().send("He is hitting me right now")
    environment = {
        "INTAKE_VAR": str(alerting.var),
        "INTAKE_RASA_URL": rasa.url,
        "INTAKE_ACTIONS_URL": rasa.url,
        "INTAKE_ENV": "test",
        "SMTP_URL": alerting.smtp_url.get_secret_value(),
        "INTAKE_EMAIL_FROM": SENDER,
        "PYTHONPATH": str(ROOT),
    }
    log = alerting.var / "desk.log"
    processes.append(FrontDeskProcess(find_free_port(), environment, log))
    wait_until(lambda: postbox.taken)
    processes[0].kill()
    with run_front_desk(alerting), database_of(alerting) as kept:
        with kept.writing() as session:
            session.execute(sa.update(OutgoingEmail).values(next_attempt_at=datetime.now(UTC)))
        wait_until(lambda: len(recipients_by_message(postbox)) == 8)
        with kept.reading() as session:
            assert len(session.scalars(sa.select(OutgoingEmail)).all()) == 8
    assert Counter(recipients_by_message(postbox).values()) == {
        "lea@example.org": 4,
        "lou@example.org": 4,
    }
    assert len(links(postbox)) == 4


def recipients_by_message(postbox: Postbox) -> dict[str, str]:
    """An email that is sent again after a kill has the same id, and mail programs show it once."""
    return {email["Message-ID"]: email["To"] for email in postbox.taken}
