"""Facts as parents, carers and professionals put them: what is safe, who agreed, what they hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY, Heard

Values = Callable[[str, str], set[str | int]]
Hear = Callable[[str], Heard]


def is_sure(reader: FactReader, words: str, entity: str) -> list[bool]:
    return [fact.sure for fact in reader.read(words, TODAY) if fact.entity == entity]


@pytest.mark.parametrize(
    ("words", "way", "answer"),
    [
        ("ring me, not text, my mother in law has the phone a lot", "text", "no"),
        ("please do not use email, the inbox is shared", "email", "no"),
        ("my husband checks my emails", "email", "no"),
        ("she must not see any texts about this", "text", "no"),
        ("emails are useless, I never open it", "email", "no"),
        ("I share the answerphone so never leave one", "voicemail", "no"),
        ("could you text? yes that is fine", "text", "yes"),
    ],
)
def test_parent_can_say_what_is_safe(words: str, way: str, answer: str, hear: Hear) -> None:
    said = {value for entity, role, value in hear(words) if (entity, role) == ("contact_ok", way)}
    assert said == {answer}


def test_council_that_reads_emails_says_nothing_of_what_is_safe(values: Values) -> None:
    assert values("they read my emails and never reply", "contact_ok") == set()


def test_no_calls_before_an_hour_is_a_time_and_no_refusal(values: Values) -> None:
    words = "no phone calls before 9.30 please"
    assert values(words, "contact_ok") == set()
    assert values(words, "best_time") == {"no phone calls before 9.30"}


@pytest.mark.parametrize(
    "words",
    [
        "I don't know if she has a plan",
        "not sure whether there is an EHCP at all",
        "plan? no idea",
        "can't remember if it's final or a draft",
    ],
)
def test_plan_that_nobody_knows_of_is_not_sure(words: str, values: Values) -> None:
    assert values(words, "plan_status") == {"unsure"}


@pytest.mark.parametrize(
    "words",
    [
        "we are waiting for the final plan",
        "the final plan is still not here",
        "final plan due soon",
    ],
)
def test_final_plan_to_come_is_no_final_plan(words: str, values: Values) -> None:
    assert "final" not in values(words, "plan_status")


def test_final_plan_that_came_after_a_wait_is_final(values: Values) -> None:
    words = "the council issued the final plan without waiting for the therapist"
    assert values(words, "plan_status") == {"final"}


def test_parent_can_say_they_never_had_one(values: Values) -> None:
    assert values("must I have the certificate? we haven't got one", "certificate") == {"no"}
    assert values("appealing without a certificate? ok", "certificate") == set()


def test_parent_can_be_undecided_between_the_routes(values: Values) -> None:
    assert values("no idea which I need, mediation or a certificate", "route") == {"unsure"}


@pytest.mark.parametrize(
    ("words", "route"),
    [
        ("we are keen on mediation", "mediation"),
        ("yes to trying mediation", "mediation"),
        ("I only came here for a certificate", "certificate_only"),
        ("this is about disagreement resolution with the school", "disagreement_resolution"),
    ],
)
def test_parent_can_choose_a_route_in_passing(words: str, route: str, values: Values) -> None:
    assert values(words, "route") == {route}


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("I'm the SENCO. Mum has signed the consent form", "yes"),
        ("health visitor here, both parents are happy for me to contact you", "yes"),
        ("family support worker writing on behalf of a lady who has given her consent", "yes"),
        ("I'm his tutor and have not yet got the parents' agreement", "no"),
        ("social worker here. The family haven't agreed yet", "no"),
    ],
)
def test_professional_can_say_whether_the_family_agreed(
    words: str, answer: str, values: Values
) -> None:
    assert values(words, "permission") == {answer}


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("my name is Mrs Odette Harrow-Pine", "Mrs Odette Harrow-Pine", "self"),
        ("I am her social worker, Colin Vance, in Bury", "Colin Vance", "self"),
        ("Moira Tandy calling from Hull about my youngest", "Moira Tandy", "self"),
        ("dad here called Imran", "Imran", "self"),
        ("we look after Esme, grandparents, she is four", "Esme", "child"),
        ("its Rowan the 9 year old I'm writing about", "Rowan", "child"),
        ("hello there elsie's mum here", "Elsie", "child"),
        ("they refused an assessment for Dexter.", "Dexter", "child"),
    ],
)
def test_name_is_heard_and_whose_it_is(words: str, name: str, role: str, hear: Hear) -> None:
    assert ("person_name", role, name) in hear(words)


@pytest.mark.parametrize(
    "words",
    [
        "use my sister's number, her name is Beryl",
        "can my aunt come? she's called Beryl",
        "I am the SENCO, and mum (Mrs Beryl Cross) knows",
    ],
)
def test_name_of_another_adult_is_nobodys(words: str, values: Values) -> None:
    assert values(words, "person_name") == set()


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("N. Yorkshire said no", "North Yorkshire"),
        ("we came down from Leeds to Exeter and Devon won't assess him", "Devon"),
    ],
)
def test_council_that_decides_is_the_council(words: str, council: str, values: Values) -> None:
    assert {str(value).lower() for value in values(words, "council")} == {council.lower()}


def test_surname_with_a_place_in_it_is_no_council(values: Values) -> None:
    assert values("my name is Ann Stafford-Cole", "council") == set()


def test_place_one_only_travels_to_is_asked_about(reader: FactReader) -> None:
    assert is_sure(reader, "it is a long trek to Norwich for me", "council") == [False]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("am a single mum to triplets", "parent"),
        ("Role: grandad. Child: Bo", None),
        ("we're both her parents", "parent"),
        ("writing as foster carer for two boys", "carer"),
        ("EHC officer here", "local_authority"),
        ("SENDIASS Kent. Just checking", "sendiass"),
        ("I have just turned 18 and college is over", "young_person"),
    ],
)
def test_role_is_heard(words: str, role: str | None, values: Values) -> None:
    assert values(words, "referrer_role") == ({role} if role else set())


def test_carer_of_their_own_mother_is_not_the_childs_carer(values: Values) -> None:
    assert values("I'm a carer for my mum so evenings are hard", "referrer_role") == set()


@pytest.mark.parametrize(
    ("words", "entity", "value"),
    [
        ("it would be better if it was on zoom", "meeting", "online"),
        ("I can't stand video calls, let us meet in one room", "meeting", "in_person"),
        ("by phone would be easiest", "meeting", "phone"),
        ("I can come as long as there is parking", "access_need", "parking"),
        ("I'd have to stop every so often to rest", "access_need", "breaks"),
        ("never used zoom before", "access_need", "technology_help"),
    ],
)
def test_parent_can_say_how_to_meet(words: str, entity: str, value: str, values: Values) -> None:
    assert value in values(words, entity)


def test_nationality_beside_an_interpreter_is_a_language_to_confirm(reader: FactReader) -> None:
    words = "I'm Latvian, an interpreter would be better for the meeting"
    assert is_sure(reader, words, "language") == [False]
    assert is_sure(reader, words, "interpreter") == [True]


def test_supporter_read_loosely_is_to_be_confirmed(reader: FactReader) -> None:
    assert is_sure(reader, "my grandmother, who raised me, comes along", "supporter") == [False]
    assert is_sure(reader, "I will bring my sister", "supporter") == [True]


def test_one_who_helps_with_the_typing_does_not_come(values: Values) -> None:
    assert values("my mum is helping me type this", "supporter") == set()


def test_age_can_be_said_backwards(values: Values) -> None:
    assert values("fifteen he is now", "age") == {15}


def test_spaced_postcode_is_heard_where_it_is_called_one(values: Values) -> None:
    assert values("my postcode is ls11 5 ab", "postcode") == {"LS11 5AB"}
    assert values("room b1 2 be precise", "postcode") == set()
