"""Whom a request is counted against."""

from __future__ import annotations

import pytest
from fastapi import Request

from frontdesk.callers import network_of


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("testclient", "testclient"),
    ],
)
def test_everybody_of_one_household_is_counted_together(host: str, network: str) -> None:
    assert network_of(Request({"type": "http", "client": (host, 1), "headers": []})) == network


def test_caller_without_an_address_is_counted_too() -> None:
    assert network_of(Request({"type": "http", "client": None, "headers": []})) == "unknown"
