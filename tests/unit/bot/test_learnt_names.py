"""Names that no rule hears, heard by what was learnt from marked messages."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from bot.nlu.build_name_tagger import LESSONS, digest_of
from bot.nlu.facts import Fact
from bot.nlu.learnt_names import settle_names
from bot.nlu.message import ParentMessage
from bot.nlu.name_lessons import Lesson, Marked, Names, read_name_lessons, vary
from bot.nlu.name_tagger import HeardName, NameTagger, cut, load_name_tagger
from bot.nlu.names import load_words
from bot.nlu.reader import FactReader

ROOT = Path(__file__).parents[3]
KNOWLEDGE = ROOT / "data" / "knowledge"


@pytest.fixture(scope="module")
def tagger() -> NameTagger:
    loaded = load_name_tagger(KNOWLEDGE, load_words(KNOWLEDGE))
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def reader() -> FactReader:
    return FactReader(KNOWLEDGE)


def names_in(reader: FactReader, text: str) -> dict[str | None, str | int]:
    facts = reader.read(text)
    return {fact.role: fact.value for fact in facts if fact.entity == "person_name"}


def test_weights_are_of_the_present_lessons() -> None:
    assert (ROOT / LESSONS / "taught").read_text(encoding="utf-8").strip() == digest_of(
        ROOT / LESSONS
    )


def test_there_are_many_lessons_of_every_sort() -> None:
    lessons = read_name_lessons(ROOT / LESSONS)
    whose = [name.whose for lesson in lessons for name in lesson.names]
    assert len(lessons) >= 500
    assert {sort: whose.count(sort) > 30 for sort in set(whose)} == {
        "own": True,
        "child": True,
        "supporter": True,
        "other": True,
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("wanted a word about gavin and the plan you made", {"child": "Gavin"}),
        ("they keep telling us that Cressida is doing fine", {"child": "Cressida"}),
        ("School will not take Ignatius back after half term", {"child": "Ignatius"}),
        ("Sam is off again. im his mum Petra", {"child": "Sam", "self": "Petra"}),
    ],
)
def test_parent_can_name_people_where_no_rule_hears_it(
    reader: FactReader, text: str, names: dict[str, str]
) -> None:
    assert names_in(reader, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Graham Oakes has taken over our file at the council",
        "they rang, a Mrs Lister, and were very rude",
        "I have talked to Nadine and to Rob at your office",
        "we want Oakfield but they named Parkside",
        "iv ad enuf of this",
    ],
)
def test_names_of_staff_and_schools_are_not_kept_for_sure(reader: FactReader, text: str) -> None:
    facts = reader.read(text)
    assert [fact for fact in facts if fact.entity == "person_name" and fact.sure] == []


def test_postcode_is_no_name(reader: FactReader) -> None:
    assert names_in(reader, "My postcode is SE15 4QN and it's Southwark we deal with") == {}


def test_message_without_anything_like_a_name_is_not_tagged(tagger: NameTagger) -> None:
    assert tagger.hear("yes, he is nine and has no plan") == []


def test_project_without_weights_has_no_tagger(tmp_path: Path) -> None:
    assert load_name_tagger(tmp_path, load_words(KNOWLEDGE)) is None


def test_words_keep_their_place_in_the_message() -> None:
    text = "I’m Aoife O’Dowd, mum of D'Andre (9)"
    assert [text[t.start : t.end] for t in cut(text)][:4] == ["I", "’m", "Aoife", "O’Dowd"]


CHILD = Fact("person_name", "Joe", 0, 3, "child", sure=False)


def settle(fact: Fact, *heard: HeardName) -> list[Fact]:
    return settle_names(ParentMessage("Joe and Max are here"), [fact], heard, [])


def test_name_that_a_rule_asks_about_is_still_asked_about_where_it_is_hardly_heard() -> None:
    assert settle(CHILD, HeardName(0, 3, "child", 0.7)) == [CHILD]


def test_name_that_a_rule_asks_about_is_kept_where_it_is_heard_as_well() -> None:
    assert settle(CHILD, HeardName(0, 3, "child", 0.9)) == [replace(CHILD, sure=True)]


def test_name_of_somebody_else_is_doubted_when_a_rule_was_sure_of_it() -> None:
    sure = Fact("person_name", "Joe", 0, 3, "child")
    assert not settle(sure, HeardName(0, 3, "other", 0.9))[0].sure


def test_name_of_somebody_else_makes_way_for_the_childs() -> None:
    settled = settle(CHILD, HeardName(0, 3, "other", 0.9), HeardName(8, 11, "child", 0.9))
    assert [(fact.value, fact.sure) for fact in settled] == [("Max", False)]


def test_lesson_is_varied_with_other_names_in_their_place() -> None:
    lesson = Lesson("my son Tom is 9", (Marked(7, 10, "child"),))
    names = Names(("bartholomew", "tom"), ("Price",))
    for varied in vary([lesson] * 50, names, random.Random(1)):
        name = varied.names[0]
        assert varied.text[name.start : name.end].lower().split()[0].split("-")[0] in names.first
