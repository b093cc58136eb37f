"""The school that a family names, and where a professional works, are kept in their places."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    ("words", "school"),
    [
        ("his school is St Mary's", "St Mary's"),
        ("his school is called Oakwood Primary", "Oakwood Primary"),
        ("she goes to Oakwood Primary School", "Oakwood Primary School"),
        ("he attends Hilltop academy", "Hilltop academy"),
        ("he's at St Mary's and they do nothing", "St Mary's"),
        ("her nursery is Little Acorns", "Little Acorns"),
        ("My son's school is The Grove School", "The Grove School"),
        ("he is at Kings of Wessex High School", "Kings of Wessex High School"),
        ("their college: Petroc College", "Petroc College"),
        (
            "my daughter attends St. Anne's Catholic Primary School",
            "St. Anne's Catholic Primary School",
        ),
    ],
)
@pytest.mark.parametrize("question", ["route_wanted", "phone"])
def test_school_that_is_named_is_kept(question: str, words: str, school: str) -> None:
    parent = at(question)
    parent.say(words)
    assert parent.draft.referral.child.setting == school
    assert "utter_heard" in parent.heard
    assert parent.asked == question


@pytest.mark.parametrize(
    "words",
    [
        "his school is useless",
        "he's at home all day",
        "she is at risk of exclusion",
        "his school is the problem",
        "he goes to school in Leeds",
        "the school is wrong",
        "his school is Not helping",
        "he starts his new school in May",
    ],
)
def test_what_names_no_school_is_none(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert parent.draft.referral.child.setting is None


def test_school_with_a_name_like_a_council_is_no_council() -> None:
    parent = Parent()
    parent.say("mum here, they refused to assess", fact("referrer_role", "parent"))
    parent.agree()
    assert parent.asked == "council"
    parent.say("his school is St Mary's", fact("council", "St Mary's"))
    assert parent.draft.referral.council.gss is None
    assert parent.draft.progress.unconfirmed is None
    assert parent.draft.referral.child.setting == "St Mary's"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("I am the SENCO at Oakwood School", "Oakwood School"),
        ("I'm a family support worker at Barnardos", "Barnardos"),
        ("social worker, I work for Leeds Children First", "Leeds Children First"),
        ("I work for Mencap and I'm supporting the family", "Mencap"),
        ("I'm a support worker for Kids First", "Kids First"),
        ("I'm the social worker for Tyrese Brown", None),
    ],
)
def test_place_where_a_professional_works_is_kept(words: str, place: str | None) -> None:
    parent = Parent()
    parent.say(words, fact("referrer_role", "other_professional"))
    assert parent.draft.referral.referrer.organisation == place


def test_place_where_a_parent_works_is_not() -> None:
    parent = at("phone")
    parent.say("I work at Oakwood School as a cook, ring after 3")
    assert parent.draft.referral.referrer.organisation is None


def test_school_is_put_right_at_the_review() -> None:
    parent = at("phone")
    parent.say("his school is Oakwood Primary")
    while parent.asked != "summary":
        parent.say("07700 900701" if parent.asked == "phone" else "no", *number(parent))
    parent.say("Change: School or college")
    assert parent.asked == "change_what"
    parent.say("his school is Hilltop Academy")
    assert parent.draft.referral.child.setting == "Hilltop Academy"
    assert parent.draft.referral.child.name == "Holly"
    assert parent.asked == "summary"
    parent.say("no, his school is Beech Hill School")
    assert parent.draft.referral.child.setting == "Beech Hill School"


def number(parent: Parent) -> list[Entity]:
    return [fact("phone", "+447700900701")] if parent.asked == "phone" else []


@pytest.mark.parametrize(
    ("words", "school"),
    [
        ("school: Whitfield Aspen", "Whitfield Aspen"),
        ("school is Hallmoor", "Hallmoor"),
        ("add the school Hallmoor", "Hallmoor"),
        ("add the school hallmoor please", "Hallmoor"),
        ("please add his school, Coppice Junior School", "Coppice Junior School"),
        ("you still havent put the school Hallmoor", "Hallmoor"),
        ("the school is called St Crispins", "St Crispins"),
        ("change the school to Hallmoor", "Hallmoor"),
        ("hes in year 4 at Stoke Park", "Stoke Park"),
        ("goes to Hallmoor and hates it", "Hallmoor"),
        ("she attends Runshaw", "Runshaw"),
        ("Harris Academy", "Harris Academy"),
        ("St Crispins", "St Crispins"),
    ],
)
def test_school_is_added_at_the_review_in_any_words(words: str, school: str) -> None:
    parent = at("summary")
    parent.say(words, fact("person_name", school, "self", sure=False))
    assert parent.draft.referral.child.setting == school
    assert parent.draft.referral.referrer.name == "Craig Sumner"
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words",
    [
        "School is Rubbish",
        "school: no idea",
        "we want him at Broomfield School",
        "they named Hallmoor School and we want Harris Academy",
        "i work at Oakwood School",
        "she goes to Luton every week",
        "hes at CAMHS on friday",
        "goes to Beavers",
        "hes at Great Ormond Street",
        "add that the school excluded him",
        "the school called me in yesterday",
    ],
)
def test_what_names_no_school_of_theirs_is_none(words: str) -> None:
    parent = at("phone")
    parent.say(words)
    assert parent.draft.referral.child.setting is None


@pytest.mark.parametrize("question", ["name", "child_name"])
def test_school_is_nobodys_name(question: str) -> None:
    parent = at(question)
    whose = "self" if question == "name" else "child"
    parent.say("school is Hallmoor", fact("person_name", "Hallmoor", whose, sure=False))
    assert parent.draft.referral.child.setting == "Hallmoor"
    assert parent.asked == question


@pytest.mark.parametrize(
    ("words", "school"),
    [
        ("at Heathlands", "Heathlands"),
        ("he goes to bromley trust academy", "Bromley Trust Academy"),
        ("she attends heathlands school", "Heathlands School"),
        ("my school is oakwood primary", "Oakwood Primary"),
        ("It is for Daniel, 10, at Thistle Grove.", "Thistle Grove"),
        ("he is residential at Hazel Grange", "Hazel Grange"),
        ("Northfield Lane school wont follow his support plan", "Northfield Lane school"),
        ("Oak Primary is not giving him his hours", "Oak Primary"),
    ],
)
def test_school_is_kept_however_short_or_small_it_is_written(words: str, school: str) -> None:
    parent = at("phone")
    parent.say(words)
    assert parent.draft.referral.child.setting == school


@pytest.mark.parametrize(
    "words",
    [
        "at Home",
        "at Leeds",
        "he goes to mainstream school",
        "she goes to the local high school",
        "he is at his school",
        "they named Redhill i want Orchard Hill",
        "Joe, 7, at Leeds",
        "ring me, 10, at Boots",
        "The School won't help",
        "Hill Top School won't take him",
        "the council said Oak Lodge School can't give him a place",
    ],
)
def test_kind_of_school_or_a_town_is_no_school_of_theirs(words: str) -> None:
    parent = at("phone")
    parent.say(words)
    assert parent.draft.referral.child.setting is None


@pytest.mark.parametrize(
    "words",
    ["we home educate him", "We are in Hackney, home educating.", "she's electively home educated"],
)
def test_child_who_is_taught_at_home_has_that_kept(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert parent.draft.referral.child.setting == "home educated"


@pytest.mark.parametrize(
    "words",
    [
        "school want me to home educate",
        "should i home school him?",
        "I'd have to home school",
        "we were home educating before",
        "don't want to home educate",
    ],
)
def test_teaching_at_home_that_is_only_spoken_of_is_not_kept(words: str) -> None:
    parent = at("route_wanted")
    parent.say(words)
    assert parent.draft.referral.child.setting is None


@pytest.mark.parametrize(
    ("words", "organisation"),
    [
        ("Lucy Tran, Wandsworth SENDIASS here", "Wandsworth SENDIASS"),
        ("I'm from Kirklees SENDIASS", "Kirklees SENDIASS"),
        ("teacher of the deaf (employed by Hearing Paths charity)", "Hearing Paths charity"),
        ("advocate with Kent Advocacy, writing for a mum", "Kent Advocacy"),
        ("Head of Inclusion at Marlpool Juniors (Derbyshire), Mrs Coyle", "Marlpool Juniors"),
        ("I am deputy head of Oak Primary", "Oak Primary"),
        ("Headteacher, Rowan Park School", "Rowan Park School"),
    ],
)
def test_body_that_a_professional_works_for_is_kept(words: str, organisation: str) -> None:
    parent = Parent()
    parent.say(words, fact("referrer_role", "other_professional"))
    assert parent.draft.referral.referrer.organisation == organisation


def test_name_of_a_head_is_no_place() -> None:
    parent = Parent()
    parent.say("Headteacher, Anthea Coyle", fact("referrer_role", "school"))
    assert parent.draft.referral.referrer.organisation is None


def test_body_that_the_family_went_to_is_not_the_writers() -> None:
    parent = Parent()
    parent.say(
        "Mum spoke to Leeds SENDIASS last week, I am her social worker",
        fact("referrer_role", "other_professional"),
    )
    assert parent.draft.referral.referrer.organisation is None


def test_area_of_a_sendiass_is_the_council_too() -> None:
    parent = Parent()
    parent.say(
        "Wandsworth SENDIASS here",
        fact("referrer_role", "sendiass"),
        fact("council", "Wandsworth"),
    )
    assert parent.draft.referral.council.as_typed == "Wandsworth"
