"""The report can be read by anybody, anywhere, with nothing but a browser."""

import json
import re
from collections import Counter
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from casework.message import Message
from evaluation.classifier import Ranked
from evaluation.figures import LastRun, read_last_run, work_out_figures, write_figures
from evaluation.judging import Judged, JudgedQuestion
from evaluation.report import lay_out_matrix, render_report
from evaluation.sets import Question
from evaluation.table import render_table
from evaluation.topic_verdicts import judge_question
from evaluation.verdicts import Verdict

VOID = {"meta", "line", "polyline"}


class Outline(HTMLParser):
    """The elements of a page in order, each with its attributes; fails where one is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def ask(text: str, topic: str, *ranking: tuple[str, float]) -> JudgedQuestion:
    question = Question(text=text, topic=(topic,))
    verdict = judge_question(question, Message(text, intents=ranking))
    return JudgedQuestion(Ranked(question, ranking), verdict)


@pytest.fixture(scope="module")
def judged() -> Judged:
    return Judged(
        questions=[
            ask("is it free?", "is_it_free", ("ask_is_it_free", 0.9)),
            ask("do i <b>pay</b>?", "is_it_free", ("ask_travel_costs", 0.9)),
            ask("who is the king?", "out_of_scope", ("out_of_scope", 0.9)),
        ],
        questions_looked_at=[],
        two_questions=[],
        follow_ups=[],
        facts=[Verdict("he is 9", "child.age: 9", "nothing", "missed", "no fact")],
        facts_looked_at=[],
        untold=[Verdict("he signs", "only child.age", "contact.safe_to_call: False", "stored", "")],
        untold_looked_at=[],
        councils=[],
        danger=[Verdict("he beats me", "domestic_abuse", "no danger", "missed", "none")],
        councils_looked_at=[],
        danger_looked_at=[],
        languages=[],
    )


@pytest.fixture(scope="module")
def page(judged: Judged) -> str:
    figures = work_out_figures(judged, messages=5, at=datetime(2026, 11, 21, 9, 30, tzinfo=UTC))
    return render_report(figures, judged, LastRun(scores={"topic.right": 0.25}))


def test_report_runs_no_script_and_asks_nobody(page: str) -> None:
    outline = Outline(page)
    tags = {tag for tag, _attributes in outline.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "base", "form"}
    names = {name for _tag, attributes in outline.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style")]
    links = [attributes["href"] for _tag, attributes in outline.elements if "href" in attributes]
    assert all(link and link.startswith("#") for link in links)
    assert not re.search(r"url\(|@import|//", page)


def test_links_of_the_contents_lead_somewhere(page: str) -> None:
    elements = Outline(page).elements
    ids = [attributes["id"] for _tag, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = {
        name
        for _tag, attributes in elements
        for attribute in ("aria-labelledby", "href")
        for name in (attributes.get(attribute) or "").lstrip("#").split()
    }
    assert named <= set(ids)


def test_tables_tell_a_screen_reader_what_they_are(page: str) -> None:
    elements = Outline(page).elements
    tags = Counter(tag for tag, _attributes in elements)
    assert tags["table"] == tags["caption"] >= 6
    scopes = {attributes.get("scope") for tag, attributes in elements if tag == "th"}
    assert scopes == {"row", "col"}


def test_drawing_has_a_name_and_its_data_as_a_table(page: str) -> None:
    drawings = [attributes for tag, attributes in Outline(page).elements if tag == "svg"]
    assert all(svg.get("role") == "img" or svg.get("aria-hidden") == "true" for svg in drawings)
    assert '<title id="curve-title">' in page
    assert "The data of the curve" in page


def test_every_failure_is_shown_and_no_success(page: str) -> None:
    assert "do i &lt;b&gt;pay&lt;/b&gt;?" in page
    assert "he beats me" in page
    assert "he is 9" in page
    assert "he signs" in page
    assert "is it free?" not in page


def test_topics_and_pairs_are_shown(judged: Judged) -> None:
    answers = Counter({("is_it_free", "is_it_free"): 3, ("is_it_free", "travel_costs"): 1})
    matrix = lay_out_matrix(answers)
    assert matrix.columns == ["travel_costs"]
    ((topic, right, (cell,)),) = matrix.rows
    assert (topic, right) == ("is_it_free", 3)
    assert cell is not None
    assert (cell.count, cell.shade) == (1, 2)


def test_next_run_is_compared_with_this_one(judged: Judged, tmp_path: Path) -> None:
    file = tmp_path / "var" / "evaluation.json"
    assert read_last_run(file) == LastRun()
    figures = work_out_figures(judged, messages=5, at=datetime.now(UTC))
    write_figures(figures, file)
    last = read_last_run(file)
    assert last.scores["topic.right"] == 0.5
    assert last.topics == {"is_it_free": 0.5}
    assert json.loads(file.read_text())["messages"] == 5


def test_terminal_shows_figure_target_and_verdict(judged: Judged) -> None:
    figures = work_out_figures(judged, messages=5, at=datetime.now(UTC))
    lines = render_table(figures.scores, LastRun(scores={"topic.right": 0.25})).splitlines()
    assert " ".join(lines[1].split()) == (
        "Question: answered right 50.0% 1 of 2 9–91% +25.0 at least 92% not met"
    )
