from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from frontdesk.staff.accounts.browsers import name_browser
from frontdesk.staff.sign_in.second_factor import (
    draw_square,
    find_step,
    in_groups,
    is_secret,
    make_secret,
)

# RFC 6238, appendix B: the secret "12345678901234567890" and its last six digits.
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
NOW = datetime.fromtimestamp(1111111111, UTC)


def test_the_code_of_the_standard_is_known() -> None:
    assert find_step(SECRET, "050471", NOW) == 1111111111 // 30
    assert find_step(SECRET, " 050 471 ", NOW) == 1111111111 // 30


@pytest.mark.parametrize(
    ("seconds", "is_taken"), [(-60, False), (-30, True), (30, True), (60, False)]
)
def test_a_clock_may_be_off_by_one_step(seconds: int, is_taken: bool) -> None:
    code = pyotp.TOTP(SECRET).at(NOW + timedelta(seconds=seconds))
    assert (find_step(SECRET, code, NOW) is not None) is is_taken


@pytest.mark.parametrize("typed", ["", "05047", "0504711", "ünknown", "०५०४७१", "ABCD-ABCD-ABCD"])
def test_what_is_no_code_is_not_taken(typed: str) -> None:
    assert find_step(SECRET, typed, NOW) is None


def test_secrets_are_long_and_each_is_another() -> None:
    one, other = make_secret(), make_secret()
    assert one != other and is_secret(one) and len(in_groups(one).split()) == 8
    assert not is_secret("short") and not is_secret(one.lower())


def test_the_square_is_an_svg_that_a_strict_policy_shows() -> None:
    square = ET.fromstring(draw_square(SECRET, "jo@example.org", "KIDS & friends"))
    assert square.tag.endswith("svg") and "viewBox" in square.attrib
    assert all("style" not in element.attrib for element in square.iter())


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Firefox/140.0", "Firefox on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537 Edg/140.0", "Edge on Linux"),
        ("curl/8", "another program"),
    ],
)
def test_a_browser_is_named_as_its_owner_knows_it(user_agent: str, name: str) -> None:
    assert name_browser(user_agent) == name
