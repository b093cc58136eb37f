"""The audit trail, to read: who saw, changed and took out what, and when.

Managers see every entry, and none of them says that it is about safety; the safeguarding lead sees
who has looked at safeguarding records, and nothing else. Each look at the trail is an entry too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.team.periods import begin_of
from frontdesk.service import AtService
from frontdesk.staff.addresses import read_day
from frontdesk.staff.rendering import render_staff_page
from frontdesk.staff.rights import AuditReader, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.accounts.api_tokens import list_api_tokens
from store.accounts.staff import actor_of, name_staff
from store.audit import (
    SAFETY_KINDS,
    WITHOUT_NAME_OF_SAFETY,
    AuditLine,
    find_erased,
    list_audit,
    record_audit,
)
from store.referrals.lookup import find_referral

A_PAGE = 50
KINDS: Mapping[str, tuple[str, ...]] = {
    "seen": ("seen", "safety_seen"),
    "changed": ("changed",),
    "exported": ("exported", "safety_exported"),
    "account": ("account",),
    "deleted": ("deleted",),
}
"""What the form offers. Looks at safety stand among the others: no list tells them apart."""
PARENT = "parent"
OTHERS = (PARENT, "command line")
EVERYBODY = "everybody"
"""Chosen, families' own steps are among the entries; without a choice they would bury the rest."""
_STAFF = re.compile(r"\bstaff (\d+)\b")
_TOKEN = re.compile(r"\bapi token (\d+)\b")
_ABOUT_SAFETY = "safety"
_NAMES_SAFETY = re.compile("safety|safeguarding|danger")
NEUTRAL = "case changed"
"""What an action is called whose own name speaks of safety, should one be added some day."""
_CURSOR = re.compile(r"(\d{1,16})-(\d{1,18})")

router = APIRouter()


@dataclass(frozen=True)
class AuditFilters:
    """What the form says; what it does not offer counts as not chosen."""

    who: str
    kind: str
    ref: str
    first_day: date | None
    last_day: date | None

    def in_address(self, before: str = "") -> str:
        """These filters as the query of an address, from this line on."""
        said = {"who": self.who, "kind": self.kind, "ref": self.ref}
        said |= {"from": str(self.first_day or ""), "to": str(self.last_day or "")}
        return urlencode(
            {name: value for name, value in said.items() if value}
            | ({"before": before} if before else {})
        )

    def in_audit(self) -> list[str]:
        """What was looked for, without the reference of a family."""
        said = [name for name, value in vars(self).items() if value]
        return [f"filter {name}" for name in said]


@dataclass(frozen=True)
class ShownLine:
    """An entry in words."""

    at: datetime
    who: str
    what: str
    fields: str
    reference: str | None
    address: str | None


@router.get("/staff/audit")
async def show_audit(request: Request, who: AuditReader, service: AtService) -> Response:
    """A page of the trail, the newest first."""
    given = request.query_params
    people = await service.transactions.read(_name_everybody)
    filters = AuditFilters(
        who=given.get("who", "") if given.get("who", "") in {*people, EVERYBODY} else "",
        kind=given.get("kind", "") if given.get("kind", "") in KINDS else "",
        ref=given.get("ref", "").strip()[:12],
        first_day=read_day(given.get("from", "")),
        last_day=read_day(given.get("to", "")),
    )
    before = _read_cursor(given.get("before", ""))
    lines = await service.transactions.write(_read, who, filters, before)
    shown = lines[:A_PAGE]
    return render_staff_page(
        service,
        "audit.html",
        who,
        texts=load_staff_texts("audit"),
        filters=filters,
        people=people,
        kinds=list(KINDS),
        lines=[_show(line, people) for line in shown],
        is_first=before is None,
        older=filters.in_address(_write_cursor(shown[-1])) if len(lines) > A_PAGE else "",
        is_lead=who.sees_safeguarding,
    )


def _read(
    session: Session, who: SignedIn, filters: AuditFilters, before: tuple[datetime, int] | None
) -> list[AuditLine]:
    conversation_id: str | None = None
    if filters.ref:
        found = find_referral(session, filters.ref)
        # A conversation that is nobody's finds nothing.
        conversation_id = found.document["conversation_id"] if found else None
        conversation_id = conversation_id or find_erased(session, filters.ref) or "none"
    chosen = [filters.kind] if filters.kind else list(KINDS)
    kinds = [kind for name in chosen for kind in KINDS[name]]
    if who.sees_safeguarding:
        kinds = [kind for kind in kinds if kind in SAFETY_KINDS]
    last = filters.last_day + timedelta(days=1) if filters.last_day else None
    lines = (
        list_audit(
            session,
            kinds=kinds,
            actor=filters.who if filters.who not in ("", EVERYBODY) else None,
            but_actor=PARENT if filters.who == "" else None,
            conversation_id=conversation_id,
            since=begin_of(filters.first_day) if filters.first_day else None,
            until=begin_of(last) if last else None,
            before=before,
            limit=A_PAGE + 1,
        )
        if kinds
        else []
    )
    record_audit(
        session,
        actor=who.actor,
        action="audit viewed",
        now=datetime.now(UTC),
        fields=filters.in_audit(),
    )
    return lines if who.sees_safeguarding else [_without_safety(line) for line in lines]


def _without_safety(line: AuditLine) -> AuditLine:
    """The entry as everybody but the safeguarding lead may see it."""
    action = WITHOUT_NAME_OF_SAFETY.get(line.action, line.action)
    return replace(
        line,
        action=NEUTRAL if _NAMES_SAFETY.search(action) else action,
        fields=[name for name in line.fields if not name.startswith(_ABOUT_SAFETY)],
    )


def _show(line: AuditLine, people: Mapping[str, str]) -> ShownLine:
    address = f"/staff/cases/{line.conversation_id}" if line.conversation_id else None
    if line.reference is not None:
        address = f"/staff/referrals/{line.reference}"
    fields = ", ".join(field.replace("_", " ").replace(".", ": ") for field in line.fields)
    action = _with_names(line.action, people)
    return ShownLine(
        at=line.at,
        who=_with_names(line.actor, people),
        what=action[:1].upper() + action[1:],
        fields=fields,
        reference=line.reference,
        address=address,
    )


def _with_names(words: str, people: Mapping[str, str]) -> str:
    if words in people:
        return people[words]
    named = _STAFF.sub(lambda found: people.get(found[0], found[0]), words)
    return _TOKEN.sub(lambda found: people.get(found[0], found[0]), named)


def _name_everybody(session: Session) -> dict[str, str]:
    """Who may stand in the trail, by the name that it gives them."""
    texts = load_staff_texts("audit")
    people = {actor_of(number): name for number, name in name_staff(session).items()}
    people |= {
        f"api token {token.id}": texts["program"].format(name=token.name)
        for token in list_api_tokens(session)
    }
    return people | {name: texts["others"][name] for name in OTHERS}


def _write_cursor(line: AuditLine) -> str:
    """Time (µs) and number of a line."""
    return f"{int(line.at.timestamp()) * 1_000_000 + line.at.microsecond}-{line.id}"


def _read_cursor(given: str) -> tuple[datetime, int] | None:
    found = _CURSOR.fullmatch(given)
    if found is None:
        return None
    seconds, micros = divmod(int(found[1]), 1_000_000)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=micros), int(found[2])
