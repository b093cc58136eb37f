"""The tables of the figures page: counts in words, with small numbers hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from casework.places.councils import council_by_gss
from casework.referral.show import label_of, language_names, show_date
from casework.team.periods import Period, count_by_week
from casework.team.suppression import (
    Cell,
    Table,
    fold_small,
    suppress,
    suppress_overlapping,
)
from casework.turn.questions import QUESTIONS
from frontdesk.staff.figures.contact import show_contact, show_days_left
from frontdesk.staff.reasons import name_reason
from frontdesk.staff.rights import Reader
from frontdesk.staff.texts import load_staff_texts
from store.figures.counting import AskedQuestion, Figures
from store.figures.question_steps import QUIET_DAYS

Look = Literal["bars", "weeks"]
OTHER = "other"
ORDER = (*dict.fromkeys(question.id for question in QUESTIONS), "summary")
"""Questions as they are asked."""


@dataclass(frozen=True)
class ShownTable:
    """A table with its chart: `charted` is the column of numbers that the bars show."""

    id: str
    title: str
    about: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    total: Cell | None = None
    look: Look = "bars"
    charted: int = 0
    remarks: Sequence[str] = ()
    most_bars: int = 15
    """Rows that are charted; the table has them all."""

    @property
    def is_wide(self) -> bool:
        """Whether the table needs the width of the page, below its chart."""
        return len(self.columns) > 2

    @property
    def is_too_small(self) -> bool:
        """Whether there are so few that no row may be shown."""
        return self.total == "few"


def build_tables(
    figures: Figures, missed: Mapping[str, int], period: Period, reader: Reader
) -> list[ShownTable]:
    """Every table, in the order of the page."""
    texts = load_staff_texts("figures")
    contact, days_left = show_contact(figures.contact), show_days_left(figures.contact)
    weeks = {
        show_date(monday): count
        for monday, count in count_by_week(period, dict(figures.by_day)).items()
    }
    return [
        _table("weeks", suppress(weeks), look="weeks"),
        _table("councils", _sorted(suppress(_named(figures.by_council, _name_council)))),
        _table("routes", suppress(_of(texts["routes"], figures.by_route))),
        _table("channels", suppress(_of(texts["channels"], figures.by_channel))),
        _table("contact", contact.table, remarks=contact.remarks),
        _table("days_left", days_left),
        *(
            _show_questions(channel, figures.questions.get(channel, {}))
            for channel in ("web", "sms")
        ),
        _table("languages", _sorted(_show_languages(figures.by_language))),
        _table("needs", _sorted(_show_needs(figures.by_need))),
        _table("outcomes", _sorted(suppress(_named(figures.outcomes, _name_outcome)))),
        _table(
            "handovers",
            _sorted(
                suppress(
                    _named(figures.handover_reasons, lambda reason: name_reason(reason, reader))
                )
            ),
        ),
        _table("waits", suppress(_of(texts["waits"], figures.handover_waits))),
        _table("missed", _sorted(suppress(_named(missed, name_question)))),
    ]


def name_question(question: str | None) -> str:
    """What the page calls a question, by its `asks` id."""
    texts = load_staff_texts("figures")
    if not question:
        return str(texts["no_question"])
    return str(texts["questions"].get(question) or question.replace("_", " ").capitalize())


def _table(
    name: str, table: Table, *, look: Look = "bars", remarks: Sequence[str] = ()
) -> ShownTable:
    rows = [(label, (cell,)) for label, cell in table.cells.items()]
    return _shown(name, rows, total=table.total, look=look, remarks=remarks)


def _shown(name: str, rows: Sequence[tuple[str, Sequence[Cell]]], **more: Any) -> ShownTable:
    texts = load_staff_texts("figures")
    said = texts["tables"][name]
    about = said["about"].format(target=texts["target_working_days"], quiet=QUIET_DAYS)
    return ShownTable(name, said["title"], about, said["columns"], rows, **more)


def _show_questions(channel: str, asked: Mapping[str, AskedQuestion]) -> ShownTable:
    """A row a question; each row is a table of its own, whose parts add up to those asked."""
    known = [question for question in ORDER if question in asked]
    rows = []
    for question in (*known, *sorted(set(asked) - set(known))):
        counted = asked[question]
        row = suppress(
            {
                "went_on": counted.went_on,
                "left": counted.left,
                "still_open": counted.still_open,
            }
        )
        assert row.total is not None
        rows.append((name_question(question), (row.total, *row.cells.values())))
    return _shown(f"questions_{channel}", rows, charted=2, most_bars=len(rows))


def _show_languages(by_language: Mapping[str, int]) -> Table:
    texts = load_staff_texts("figures")["languages"]
    told = {code: count for code, count in by_language.items() if code not in texts}
    folded = fold_small(told, OTHER)
    rest = {code: count for code, count in by_language.items() if code in texts}
    return suppress(_named(rest | folded, lambda code: texts.get(code) or _name_language(code)))


def _show_needs(by_need: Mapping[str, int]) -> Table:
    texts = load_staff_texts("figures")["needs"]
    # "other" is a need that families tell too.
    told = {code: count for code, count in by_need.items() if code in ("none", "not_asked")}
    rest = fold_small({code: count for code, count in by_need.items() if code not in told}, OTHER)
    return suppress_overlapping(
        _named(told | rest, lambda code: texts.get(code) or _name_need(code))
    )


def _of(labels: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, int]:
    """Every code of the list in its order, with 0 for those without any; strange ones behind."""
    codes = dict.fromkeys((*labels, *counts))
    return {labels.get(code, code): counts.get(code, 0) for code in codes}


def _named(counts: Mapping[str, int], name: Callable[[str], str]) -> dict[str, int]:
    named: dict[str, int] = {}
    for code, count in counts.items():
        label = name(code)
        named[label] = named.get(label, 0) + count
    return named


def _sorted(table: Table) -> Table:
    """The largest first; what is hidden stands behind by name: its place must not tell its size."""
    cells = sorted(
        table.cells.items(),
        key=lambda item: (-item[1], "") if isinstance(item[1], int) else (1, item[0]),
    )
    return Table(dict(cells), table.total)


def _name_council(gss: str) -> str:
    council = council_by_gss(gss) if gss else None
    return council.name if council is not None else str(load_staff_texts("figures")["not_known"])


def _name_outcome(outcome: str) -> str:
    return str(load_staff_texts("outcomes")["case"].get(outcome, outcome))


def _name_language(code: str) -> str:
    return language_names().get(code, code)


def _name_need(code: str) -> str:
    group, value = (
        ("sign", code.removeprefix("sign_"))
        if code.startswith("sign_")
        else (
            "access_needs",
            code,
        )
    )
    label = label_of(group, value)
    return label[0].upper() + label[1:]
