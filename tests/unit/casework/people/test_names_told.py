"""Names in answers of several sentences, and whose they are where it is said."""

from __future__ import annotations

import pytest

from casework.message import Entity
from casework.people.names_told import settle_names, write_name
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact, said


def named(name: str, role: str | None, *, sure: bool = False) -> Entity:
    return fact("person_name", name, role, sure=sure)


@pytest.mark.parametrize(
    ("words", "entities", "name"),
    [
        ("Rob. Rob Ashdown", [named("Rob", "child"), named("Rob Ashdown", "self")], "Rob Ashdown"),
        ("Rob. Rob Ashdown", [], "Rob Ashdown"),
        ("dave. dave whittle", [named("Dave Whittle", "self")], "Dave Whittle"),
        ("Dan. Danny Boyle", [], "Danny Boyle"),
        ("Anna. i told you already", [], "Anna"),
        ("Kim. no thanks", [], "Kim"),
        ("Ann Lee. Bob Lee", [], "Ann Lee"),
        ("no kelly dawes", [], "Kelly Dawes"),
        ("sorry, kelly", [], "Kelly"),
        ("J. P. Smith", [], "J. P. Smith"),
        ("j.p.", [], "J.P."),
        ("Asif khan, doughter amina", [], "Asif Khan"),
    ],
)
def test_parent_can_say_their_name_in_several_sentences(
    words: str, entities: list[Entity], name: str
) -> None:
    parent = at("name")
    parent.say(words, *entities)
    assert parent.draft.referral.referrer.name == name
    assert parent.asked == "child_name"
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize(
    ("words", "entities", "name"),
    [
        ("No. Felix.", [named("Felix", "child")], "Felix"),
        ("J. i said", [], "J."),
        ("put C", [], "C"),
        ("is jayden", [], "Jayden"),
        ("dave", [], "Dave"),
        ("ella", [named("ella", "child")], "Ella"),
        ("Marcus. Year 9", [named("Marcus", "child")], "Marcus"),
        ("toby bloom hes my grandson", [named("Toby Bloom", "self")], "Toby Bloom"),
        ("No, Anya is my wife. Felix is the child.", [named("Anya", "child")], "Felix"),
        ("yes chidi same surname", [], "Chidi"),
        ("our daughter amina", [named("Amina", "child", sure=True)], "Amina"),
        ("name is wrong its dave whittle", [], "Dave Whittle"),
        ("we call him J", [], "J"),
    ],
)
def test_parent_can_say_the_childs_name_beside_other_words(
    words: str, entities: list[Entity], name: str
) -> None:
    parent = at("child_name")
    parent.say(words, *entities)
    assert parent.draft.referral.child.name == name
    assert parent.asked == "child_age"


@pytest.mark.parametrize(
    "words", ["no idea", "no thanks", "no way", "no", "is this safe", "why. why do you need it"]
)
@pytest.mark.parametrize("question", ["name", "child_name"])
def test_nobody_is_called_by_a_refusal(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    assert parent.asked == question
    assert parent.draft.progress.unconfirmed is None


def test_parent_can_say_the_day_of_birth_beside_the_name() -> None:
    parent = at("child_name")
    born = fact("date_of_birth", "2009-08-12", "child")
    parent.say("yes chidi same surname born 12 august 2009", born)
    assert parent.draft.referral.child.name == "Chidi"
    assert str(parent.draft.referral.child.date_of_birth) == "2009-08-12"


def test_parent_can_say_their_name_and_the_childs_at_once() -> None:
    parent = at("name")
    names = [named("Priya Nair", "self"), named("Anika Nair", "child", sure=True)]
    parent.say("Priya Nair. Daughter Anika Nair", *names)
    assert parent.draft.referral.referrer.name == "Priya Nair"
    assert parent.draft.referral.child.name == "Anika Nair"


@pytest.mark.parametrize("words", ["Anya is my wife", "my husband is called Anya"])
def test_ones_partner_is_not_oneself(words: str) -> None:
    parent = at("name")
    parent.say(words)
    assert parent.draft.referral.referrer.name is None


def test_mother_and_child_told_apart_are_not_mixed_up() -> None:
    parent = at("name")
    words = "Ines Costa is the mother. Rui Costa is the child"
    parent.say(words, named("Ines Costa", "child"))
    assert parent.draft.referral.referrer.name == "Ines Costa"
    assert parent.draft.referral.child.name == "Rui Costa"


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("my wife is called Anya", named("Anya", "child")),
        ("my husband Anya", named("Anya", "child")),
        ("Anya is his sister", named("Anya", "child")),
        ("yes and anya is his twin", named("anya", "child")),
        ("ring mum Anya not me, her number is 07700 900123", named("Anya", "self", sure=True)),
    ],
)
def test_somebody_else_is_neither_the_parent_nor_the_child(words: str, heard: Entity) -> None:
    assert settle_names(said(words, heard)).all_of("person_name") == []


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("my sister Anya is 9", named("Anya", "child")),
        ("Anya is 9, my wife wrote", named("Anya", "child")),
        ("my son Anya and his sister", named("Anya", "child")),
        ("im Anya, mum", named("Anya", "self")),
        ("its his nan Anya", named("Anya", "self")),
        ("his social worker Anya here", named("Anya", "self")),
        ("his mum comes with Anya", named("Anya", "supporter")),
    ],
)
def test_names_of_others_are_left_as_they_were_heard(words: str, heard: Entity) -> None:
    assert settle_names(said(words, heard)).all_of("person_name") == [heard]


@pytest.mark.parametrize("question", ["name", "child_name"])
def test_nobody_is_called_by_an_address(question: str) -> None:
    parent = at(question)
    words = "priya.nair@example.org no sorry its anya.mum@example.org"
    parent.say(words, fact("email", "anya.mum@example.org"))
    assert parent.asked == question
    assert parent.draft.referral.contact.email == "anya.mum@example.org"


def test_saint_of_a_school_is_not_the_child() -> None:
    heard = said("his school is St Mary's", named("Mary", "child"))
    assert settle_names(heard).all_of("person_name") == []


def test_address_names_nobody() -> None:
    words = "no sorry its anya.mum@example.org"
    email = Entity("email", "anya.mum@example.org", start=13, end=33)
    name = Entity("person_name", "Anya", "self", is_sure=False, start=13, end=17)
    assert settle_names(said(words, email, name)).all_of("person_name") == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("anne-marie o'neil", "Anne-Marie O'Neil"),
        ("Asif khan", "Asif Khan"),
        ("Ludo van der Berg", "Ludo van der Berg"),
        ("McKenzie", "McKenzie"),
    ],
)
def test_names_are_written_with_capitals(typed: str, written: str) -> None:
    assert write_name(typed) == written


def called(name: str) -> Parent:
    """A parent of that name, who is asked for their phone."""
    parent = at("phone")
    parent.draft.referral.referrer.name = name
    return parent


@pytest.mark.parametrize("words", ["Priya is my name", "priya"])
def test_first_name_said_again_keeps_the_surname(words: str) -> None:
    parent = called("Priya Nair")
    parent.say(words, named(words.split()[0], "self", sure=True))
    assert parent.draft.referral.referrer.name == "Priya Nair"
    assert parent.asked == "phone"


def test_parent_can_tell_the_surname_later() -> None:
    parent = called("Kelly")
    parent.say("im Kelly Dawes", named("Kelly Dawes", "self", sure=True))
    assert parent.draft.referral.referrer.name == "Kelly Dawes"
    assert parent.asked == "phone"


def test_parent_can_take_a_surname_out_by_changing_the_name() -> None:
    parent = at("summary")
    parent.draft.referral.child.name = "Rui Costa"
    parent.say("Change: Child", intent="change_answer")
    parent.say("Rui")
    assert parent.draft.referral.child.name == "Rui"


def test_own_name_is_not_the_childs() -> None:
    parent = at("child_name")
    parent.say("Craig is my name", named("Craig", "self", sure=True))
    assert parent.draft.referral.child.name is None


@pytest.mark.parametrize("words", ["15. told you", "15.", "she is 15."])
def test_age_may_end_a_sentence(words: str) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age == 15


@pytest.mark.parametrize("words", ["9.5", "15th", "15.10"])
def test_parts_of_a_figure_are_no_age(words: str) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Natasha Quigley but everyone calls me tash", "Natasha Quigley (known as Tash)"),
        ("Lee Marsh i said", "Lee Marsh"),
        ("Rob Tansley like I told you", "Rob Tansley"),
    ],
)
def test_parent_is_called_by_the_name_and_not_by_the_remark(words: str, name: str) -> None:
    parent = at("name")
    parent.say(words)
    assert parent.draft.referral.referrer.name == name
