"""Who has no phone is told of nothing that no question asks."""

from __future__ import annotations

import pytest

from casework.people.family_view import heard_list
from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize("fields", [["prefers_email"], ["prefers_email", "role"]])
def test_no_phone_is_no_line_of_its_own(fields: list[str]) -> None:
    assert heard_list(at("summary").draft, fields) == ""
