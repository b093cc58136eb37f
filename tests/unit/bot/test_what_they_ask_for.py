"""The route that people want, said in their own words; what they only ask about is none."""

from __future__ import annotations

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY


def _routes(reader: FactReader, words: str) -> list[tuple[str | int, bool]]:
    return [(f.value, f.sure) for f in reader.read(words, TODAY) if f.entity == "route"]


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("we'd be glad to sit down with them, I'd like to get round a table", "mediation"),
        ("please could you arrange mediation for our family", "mediation"),
        ("there's no point in mediation, we are off to tribunal", "certificate_only"),
        ("mediation won't help one bit, the tribunal will have to decide", "certificate_only"),
        ("I need something to settle the disagreement with her college", "disagreement_resolution"),
        ("we are in two minds about mediation or just the certificate", "unsure"),
    ],
)
def test_route_in_other_words_is_asked_to_be_confirmed(
    reader: FactReader, words: str, route: str
) -> None:
    assert _routes(reader, words) == [(route, False)]


def test_mediation_that_is_turned_down_is_not_wanted(reader: FactReader) -> None:
    routes = _routes(reader, "we do not want mediation, only give us the certificate please")
    assert {value for value, _ in routes} == {"certificate_only"}


@pytest.mark.parametrize(
    "words",
    [
        "I wanted to find out about mediation",
        "not sure if mediation is confidential",
        "the council said they wanted mediation",
        "we want to stop mediation",
        "do I need a certificate before I appeal?",
    ],
)
def test_asking_about_a_route_is_no_wish(reader: FactReader, words: str) -> None:
    assert _routes(reader, words) == []
