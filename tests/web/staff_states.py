"""Every state of every page of the staff side, for a camera: which page, who looks, what is done.

The tests of each page look with axe; `make screenshots` looks at these.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pyotp
from playwright.sync_api import BrowserContext, Page, expect

from tests.integration.colleagues import PASSWORD
from tests.integration.test_figures_page import NOVEMBER
from tests.web.staff_office import Office
from tests.web.states import Look, submit

Do = Callable[[Page], None]

WITHOUT_PICTURE = {
    "/staff/sign-in/elsewhere": "leads to the charity's own sign-in",
    "/staff/sign-in/elsewhere/return": "leads from there to the queue",
    "/staff/queue/news": "is for the queue's script",
    "/staff/conversations/{conversation_id}/live": "is for the conversation's script",
    "/staff/figures/{table}.csv": "is a file",
    "/staff/exports/cases.csv": "is a file",
    "/staff/referrals/{reference}/copy.pdf": "is a file",
    "/staff/referrals/{reference}/copy.json": "is a file",
    "/staff/referrals/{reference}/safeguarding/copy.pdf": "is a file",
    "/api/staff/referrals": "is for programs",
    "/api/staff/referrals/{reference}": "is for programs",
    "/api/staff/referrals/{reference}/pdf": "is for programs",
}
"""Routes that answer with no page of their own, and why."""


@dataclass(frozen=True)
class State:
    """A page as somebody sees it; nobody (None) is signed out. `route` is the page's in the app."""

    name: str
    route: str
    who: str | None
    do: Do | None = None
    query: str = ""
    of: str | None = None
    """Which of the office's referrals stands for `{reference}`."""


def _unfold(page: Page) -> None:
    for summary in page.locator("main summary").all():
        summary.click()


def _sign_in_wrongly(page: Page) -> None:
    for field, words in (("email", "ana@example.org"), ("password", "a guess"), ("code", "123456")):
        page.locator(f"#{field}").fill(words)
    page.locator("button.main").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _choose_password(page: Page, again: str = PASSWORD) -> None:
    secret = page.locator("[name=secret]").first.input_value()
    page.locator("#password").fill(PASSWORD)
    page.locator("#password-again").fill(again)
    page.locator("#code").fill(pyotp.TOTP(secret).now())
    submit(page, page.locator("button.main"))


def _choose_two_passwords(page: Page) -> None:
    _choose_password(page, again="another one of them")
    expect(page.get_by_role("alert")).to_be_visible()


def _add_account(page: Page) -> None:
    page.locator("#name").fill("Tom Ryan")
    page.locator("#email").fill(f"{pyotp.random_base32().lower()}@example.org")
    submit(page, page.locator("form[action='/staff/accounts'] button"))


def _search(page: Page) -> None:
    page.locator("#words").fill("07700 900701")
    submit(page, page.get_by_role("button", name="Search"))


def _change_answer_wrongly(page: Page) -> None:
    page.locator("#value").fill("12")
    page.locator("#note").fill("They rang")
    page.locator("#save").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _take_over(page: Page) -> None:
    page.get_by_role("button", name="Take this conversation over").click()
    expect(page.get_by_text("You answer.")).to_be_visible()


def _close_chat(page: Page) -> None:
    _take_over(page)
    page.get_by_role("button", name="Close the chat").click()
    expect(page.get_by_text("This chat is closed. Nobody answers.")).to_be_visible()


def _plan_a_day_that_is_past(page: Page) -> None:
    page.locator("#last").fill("2020-01-01")
    page.locator("#add").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _make_token(page: Page) -> None:
    page.locator("#name").fill("Case system")
    page.locator("[value='referrals:list']").check()
    page.locator("form[action='/staff/tokens'] button").first.click()
    expect(page.locator("code.secret")).to_be_visible()


REFERRAL, CASE = "/staff/referrals/{reference}", "/staff/cases/{conversation_id}"
CHAT, SET_UP = "/staff/conversations/{conversation_id}", "/staff/set-up/{code}"

STATES = (
    State("sign-in", "/staff/sign-in", None),
    State("sign-in-wrong", "/staff/sign-in", None, _sign_in_wrongly),
    State("set-up", SET_UP, None),
    State("set-up-wrong", SET_UP, None, _choose_two_passwords),
    State("recovery-codes", SET_UP, None, _choose_password),
    State("account", "/staff/account", "Ana"),
    State("accounts", "/staff/accounts", "Ada"),
    State("account-link", "/staff/accounts", "Ada", _add_account),
    State("one-account", "/staff/accounts/{staff_id}", "Ada", _unfold),
    State("refused", "/staff/accounts", "Ana"),
    State("queue", "/staff", "Ana", query="everything=1"),
    State("queue-of-safeguarding-lead", "/staff", "Lea", query="everything=1"),
    State("queue-nothing", "/staff", "Max", query="who=mine"),
    State("search", "/staff", "Ana", _search),
    State("views", "/staff/views", "Ana"),
    State("referral", REFERRAL, "Ana", of="without_danger"),
    State("referral-unfolded", REFERRAL, "Ana", _unfold, of="without_danger"),
    State("referral-urgent", REFERRAL, "Ana"),
    State("referral-of-safeguarding-lead", REFERRAL, "Lea"),
    State("referral-with-a-merged-one", REFERRAL, "Ana", _unfold, of="merged"),
    State("referral-that-is-merged", REFERRAL, "Ana", of="part"),
    State("referral-closed", REFERRAL, "Ana", of="closed"),
    State("safeguarding", f"{REFERRAL}/safeguarding", "Lea"),
    State("no-copy-for-council", f"{REFERRAL}/council.pdf", "Ana"),
    State("case", CASE, "Ana"),
    State("case-unfolded", CASE, "Ana", _unfold),
    State("answer", f"{CASE}/answers/{{field}}", "Ana"),
    State("answer-wrong", f"{CASE}/answers/{{field}}", "Ana", _change_answer_wrongly),
    State("conversation-waiting", CHAT, "Ana"),
    State("conversation-taken-over", CHAT, "Ana", _take_over),
    State("conversation-closed", CHAT, "Ana", _close_chat),
    State("alerts", "/staff/alerts", "Max"),
    State(
        "alerts-tested",
        "/staff/alerts",
        "Max",
        lambda page: submit(page, page.locator("#send-test")),
    ),
    State("rota", "/staff/rota", "Max"),
    State("rota-wrong", "/staff/rota", "Max", _plan_a_day_that_is_past),
    State("exports", "/staff/exports", "Max"),
    State("tokens", "/staff/tokens", "Ada"),
    State("token-made", "/staff/tokens", "Ada", _make_token),
    State("audit", "/staff/audit", "Max"),
    State("figures", "/staff/figures", "Max", query=NOVEMBER),
    State("figures-of-few", "/staff/figures", "Max", query="from=2026-01-01&to=2026-01-31"),
)


def see_staff_side(context: BrowserContext, office: Office, look: Look) -> None:
    """Every state, each on a page of its own."""
    for state in STATES:
        context.clear_cookies()
        if state.who is not None:
            cookie = {"name": "staff", "value": office.sessions[state.who], "url": office.url}
            context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        page.goto(office.url + _address_of(state, office))
        if state.do is not None:
            state.do(page)
        look(page, f"staff-{state.name}")
        page.close()


def _address_of(state: State, office: Office) -> str:
    places = dict(office.places)
    if state.of is not None:
        places["reference"] = office.places[state.of]
    if state.route == CHAT:
        places["conversation_id"] = office.new_chat()
    elif state.route.startswith(f"{CASE}/answers"):
        places["conversation_id"] = office.places["with_answers"]
    if state.route == SET_UP:
        places["code"] = office.new_sign_up()
    address = re.sub(r"{(\w+)}", lambda place: places[place[1]], state.route)
    return f"{address}?{state.query}" if state.query else address
