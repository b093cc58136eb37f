"""Who signs a message, whose number it is, who comes along and who needs no interpreter."""

from __future__ import annotations

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY

Heard = set[tuple[str | None, str | int, bool]]


def heard(reader: FactReader, words: str, entity: str) -> Heard:
    facts = reader.read(words, TODAY)
    return {(fact.role, fact.value, fact.sure) for fact in facts if fact.entity == entity}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ring when she's at school. Danielle, 07700 900 058. Girl is 10", "Danielle"),
        ("Calls are ok while kids are at school. 07700 900781 Leanne", "Leanne"),
        ("My boy Theo is 9, wrong school in the plan. Gemma, Reading", "Gemma"),
        ("the children need help from the team. ta, Kelly-Ann", "Kelly-Ann"),
        ("Me again, Tracey from Corby. Any news?", "Tracey"),
        ("Hello it is Mrs Chaudhry. My boy Bilal has no plan", "Mrs Chaudhry"),
        ("The family want me in the meeting (Orla Keane). They agree", "Orla Keane"),
        ("Mr and Mrs Okonjo-Reid, Greenwich. Our daughter is 5", "Mr and Mrs Okonjo-Reid"),
    ],
)
def test_parent_who_signs_is_not_asked_for_their_name(
    reader: FactReader, words: str, name: str
) -> None:
    assert ("self", name, True) in heard(reader, words, "person_name")


@pytest.mark.parametrize(
    "words",
    [
        "SENCO is Mrs Patel, 07700 900123. My son is 6",
        "Please ring my solicitor, Mark Hall, 07700 900123",
        "Spoke to Karen, Leeds, she said no",
        "Ring the school if you like, ask for Mrs Doyle",
        "an assistance carer, Bridie, has to be in with me",
    ],
)
def test_name_of_somebody_told_of_is_not_the_writers(reader: FactReader, words: str) -> None:
    assert not {one for one in heard(reader, words, "person_name") if one[0] == "self" and one[2]}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Its for my 5 yr old Nevaeh, not the baby", "Nevaeh"),
        ("I look after Danesh, 13, since mum died", "Danesh"),
        ("i want her to stay with her friends. she's called Lexi", "Lexi"),
        ("Ferdinand is 16 not 17", "Ferdinand"),
    ],
)
def test_childs_name_is_kept_as_told(reader: FactReader, words: str, name: str) -> None:
    assert heard(reader, words, "person_name") == {("child", name, True)}


@pytest.mark.parametrize(
    "words",
    [
        "somebody called me from 07700 900222 saying they were mediators",
        "Council caseworker is Lorraine Budd 07700 900333 if you want to shout at her",
        "this is my mum's number 07700 900312 mine is broke so use email",
        "Ring the school if you want details, 07700 900112",
    ],
)
def test_number_of_somebody_else_is_not_kept(reader: FactReader, words: str) -> None:
    assert heard(reader, words, "phone") == set()


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("My advocate Pam comes to everything.", "advocate Pam"),
        ("Mum was coming but she's poorly so it'll be my best friend Oluchi instead.", "Oluchi"),
        ("can i bring me mate gaz he's been thru it", "mate"),
        ("my sister Linh interprets for me. She'll join us.", "sister Linh"),
        ("With me my partner Greg.", "partner Greg"),
    ],
)
def test_parent_can_say_who_comes_along(reader: FactReader, words: str, who: str) -> None:
    assert any(who in str(value) for _, value, _ in heard(reader, words, "supporter"))


@pytest.mark.parametrize(
    "words",
    [
        "mediation. I don't want my ex husband to come to the meeting",
        "i dont want my husband there",
        "I never want my ex partner with me",
        "I would not want my dad to join",
        "I don't want my mother in law to come",
        "i dont want the SENCO to attend",
        "I can't have my husband there",
        "I'm worried my ex husband will attend",
        "I am scared my husband will come",
        "I feel unsafe with my husband there",
        "under no circumstances can my husband attend",
        "my ex wife is coming too",
        "my ex-partner will be attending, I need a separate room",
        "my ex and his new partner will be there",
    ],
)
def test_who_is_feared_or_not_wanted_does_not_come_along(reader: FactReader, words: str) -> None:
    assert heard(reader, words, "supporter") == set()


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("I don't want to come on my own so my mum will come", "mum"),
        ("I'm scared so my sister will come with me", "sister"),
        ("I'm anxious can my mum come with me", "mum"),
        ("I don't drive so my dad is coming with me", "dad"),
        ("I don't want my husband there but my mum will come", "mum"),
        ("I don't mind my husband coming", "husband"),
        ("My mum will need to come with me", "mum"),
    ],
)
def test_who_comes_with_somebody_afraid_is_heard(reader: FactReader, words: str, who: str) -> None:
    assert {value for _, value, _ in heard(reader, words, "supporter")} == {who}


@pytest.mark.parametrize(
    "words",
    [
        "I need help with my son, the council refused",
        "having trouble with my daughter",
        "emails are shared with my husband",
        "Mason, we live with my mum",
        "I'm a single mum sharing a house with my sister",
        "he lives there with my mum",
        "I've fallen out with my sister",
        "I had a meeting with my social worker",
    ],
)
def test_family_spoken_of_is_not_brought_along(reader: FactReader, words: str) -> None:
    assert heard(reader, words, "supporter") == set()


@pytest.mark.parametrize(
    "words", ["with my dad", "Mediation, with my dad", "I will be there with my dad."]
)
def test_parent_can_say_whom_they_come_with(reader: FactReader, words: str) -> None:
    assert {value for _, value, _ in heard(reader, words, "supporter")} == {"dad"}


def test_brother_who_may_let_them_down_does_not_come(reader: FactReader) -> None:
    words = "My brother said he'd come to the mediation with me but I don't know if he will"
    assert heard(reader, words, "supporter") == set()


@pytest.mark.parametrize(
    "words",
    [
        "Farsi not needed, I was born in Ealing",
        "No Polish interpreter needed, whatever the school told you",
        "I used to need a Punjabi interpreter but my daughter helps now so no need",
        "My girl signs Makaton, I don't need anybody signing for me",
    ],
)
def test_parent_can_need_no_interpreter(reader: FactReader, words: str) -> None:
    assert heard(reader, words, "interpreter") == {(None, "no", True)}


@pytest.mark.parametrize(
    "words",
    ["English is one of his GCSEs", "I don't need anyone signing forms"],
)
def test_talk_of_english_and_forms_says_nothing_of_interpreters(
    reader: FactReader, words: str
) -> None:
    assert heard(reader, words, "interpreter") == set()


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("need a ring back not a text, 07700 900417", "phone"),
        ("she wants ringing on the house phone", "phone"),
        ("honestly best thing is email then we'll book a call", "email"),
        ("Don't want phone calls they make me panic, text is good", "text"),
    ],
)
def test_way_they_plainly_like_best_is_not_asked_again(
    reader: FactReader, words: str, way: str
) -> None:
    assert heard(reader, words, "contact_preferred") == {(None, way, True)}
