"""A front desk whose staff side has something on every page, for a camera to look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr

from frontdesk.settings import FrontDeskSettings
from store.accounts.passkeys import NewPasskey, add_passkey
from store.accounts.sessions import begin_session
from store.accounts.staff import Role, add_staff, find_staff
from store.conversations.opening import find_conversation
from store.database import Database
from store.handling.holding import hold_case
from store.handling.merging import merge_cases
from store.handling.snoozing import snooze_case
from store.handling.steps import close_case
from store.messages.record import add_message
from store.queue.saved_views import save_view
from tests.integration.alerting import SECRET, hire, put_on_duty
from tests.integration.colleagues import database_of
from tests.integration.referred_family import TODAY, refer_family
from tests.integration.test_figures_page import fill
from tests.integration.test_staff_case_work import case_of
from tests.integration.test_staff_queue import begin
from tests.web.quick_desk import run_quick_desk

NOBODY_ANSWERS = 9
COLLEAGUES: dict[str, Role] = {
    "Ana": "caseworker",
    "Lea": "safeguarding_lead",
    "Max": "manager",
    "Ada": "administrator",
}
REASONS = (
    "callback_wanted",
    "asked_for_person",
    "abandoned",
    "assistant_not_understood",
    "child_is_user",
    "consent_withdrawn",
    "wrong_number",
    "texts_stopped",
    "text not delivered",
)


@dataclass
class Office:
    """A front desk with families in every state and a colleague in every role."""

    url: str
    kept: Database
    sessions: dict[str, str] = field(default_factory=dict)
    """By colleague."""
    places: dict[str, str] = field(default_factory=dict)
    """What stands in braces in an address."""

    def new_sign_up(self) -> str:
        """The code of a link for a new colleague."""
        now = datetime.now(UTC)
        with self.kept.writing() as session:
            email = f"{now.timestamp()}@example.org"
            return add_staff(session, name="Sam Ali", email=email, role="caseworker", now=now).code

    def new_chat(self) -> str:
        """A conversation in which a parent waits for a person."""
        conversation_id = begin(self.kept, "asked_for_person")
        with self.kept.writing() as session:
            conversation = find_conversation(session, conversation_id, lock=True)
            assert conversation is not None
            for sender, text in (
                ("parent", "My son has no school place. Can I talk to somebody?"),
                ("assistant", "A person from our team will look at this."),
            ):
                add_message(session, conversation, sender=sender, text=text, now=datetime.now(UTC))
        return conversation_id


@contextmanager
def open_office(folder: Path) -> Iterator[Office]:
    """Serves it from this folder."""
    with (
        run_quick_desk(
            folder,
            today=TODAY,
            smtp_url=SecretStr(f"smtp://127.0.0.1:{NOBODY_ANSWERS}"),
            email_from="KIDS <noreply@example.org>",
            webhook_url=f"http://127.0.0.1:{NOBODY_ANSWERS}/",
            webhook_secret=SecretStr(SECRET),
        ) as desk,
        database_of(FrontDeskSettings(env="test", var=folder)) as kept,
    ):
        office = Office(desk.url, kept)
        _employ(office)
        _fill(office)
        yield office


def _employ(office: Office) -> None:
    now = datetime.now(UTC)
    with office.kept.writing() as session:
        staff = {name: hire(session, name, role) for name, role in COLLEAGUES.items()}
        put_on_duty(session, "team", staff["Ana"])
        put_on_duty(session, "safeguarding", staff["Lea"])
        for name in COLLEAGUES:
            member = find_staff(session, f"{name.lower()}@example.org")
            assert member is not None
            office.sessions[name] = begin_session(session, member, browser="Firefox", now=now)
        add_passkey(session, staff["Ana"], NewPasskey("id", "key", 0), name="Blue key", now=now)
        chosen = {"who": "mine", "urgent": "1"}
        save_view(session, staff["Ana"], name="Urgent", filters=chosen, is_shared=False, now=now)
        office.places["staff_id"] = str(staff["Ana"])


def _fill(office: Office) -> None:
    kept, now = office.kept, datetime.now(UTC)
    fill(kept)
    for place, reason in enumerate(REASONS):
        channel = ("web", "sms")[place % 2]
        due = TODAY + timedelta(days=3 * place - 4) if place % 3 else None
        begin(kept, reason, due=due, gss="E08000007", channel=channel, priority="urgent")
    begin(kept, due=TODAY + timedelta(days=9), gss="E06000049", coverage="contested")
    family, again = refer_family(kept), refer_family(kept)
    closed, danger = refer_family(kept), refer_family(kept, is_in_danger=True)
    office.places |= {
        "reference": danger,
        "merged": family,
        "part": again,
        "closed": closed,
        "without_danger": refer_family(kept),
        "conversation_id": begin(kept, "asked_for_person", channel="sms"),
        "with_answers": case_of(kept, family),
        "field": "phone",
    }
    ana, sleeping = int(office.places["staff_id"]), begin(kept, "callback_wanted")
    with kept.writing() as session:
        whole, part = case_of(kept, family), case_of(kept, again)
        hold_case(session, whole, ana, now=now)
        merge_cases(session, part, into=whole, reason="Both parents wrote", by=ana, now=now)
        close_case(
            session, case_of(kept, closed), outcome="mediation", note="Went well", by=ana, now=now
        )
        until = now + timedelta(days=2)
        snooze_case(session, sleeping, until=until, by=ana, now=now)
