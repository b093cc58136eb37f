from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import Heard

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Kirklees have knocked us back for an EHC needs asessment", "refuse_assess"),
        ("they wont assess him", "refuse_assess"),
        ("the LA assessed my son and then decided not to issue a plan", "refuse_plan"),
        ("they did the assessment then said no ehcp", "refuse_plan"),
        ("They refused to reassess her", "refuse_reassess"),
        ("council want to cease my sons ehcp", "cease_plan"),
        ("EHCP being stopped", "cease_plan"),
        ("LA says no changes to the plan after the annual review", "refuse_amend"),
        ("final plan doesn't list half his needs", "section_b"),
        ("They wont put 1:1 in the plan", "section_f"),
        ("wrong school and wrong hours", "b_f_i"),
        ("we are appealing section I only", "i_named_only"),
        ("They forgot to put any school in the final plan", "i_none_named"),
        ("wrong type of school written in plan", "i_type_only"),
        ("we want EOTAS and the council refused it", "eotas"),
        ("only the nursing in section G is wrong", "health_only"),
        ("only the respite in section H is the problem", "social_only"),
        ("The draft came through and it is awful", "draft_plan"),
        ("annual review was in March and still no letter", "annual_review_late"),
        ("plan was due 20 weeks ago and still nothing", "no_decision"),
        ("Her speech therapy isn't happening even though its in the plan", "not_delivered"),
        ("School won't help him, he has no EHCP", "sen_support"),
        ("he was excluded for 2 days", "exclusion"),
        ("taxi to school has been stopped by the council", "transport"),
        ("school discriminated against her", "discrimination_school"),
        ("council said no to a personal budget", "personal_budget"),
        ("appeal was lodged last week", "already_appealed"),
        ("They agreed at mediation to amend it but havent done it", "agreement_broken"),
        ("the tribunal ordered them to name it and they still haven't", "order_not_followed"),
        ("a complaint, not about council, about yourselves", "complaint_kids"),
    ],
)
def test_disputes_are_heard(words: str, kind: str, values: Values) -> None:
    assert kind in values(words, "dispute")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the panel do not feel the threshold for an assessment is met", "refuse_assess"),
        ("they assessed him and say he can manage on sen support", "refuse_plan"),
        ("the plan runs out when he leaves sixth form", "cease_plan"),
        ("they are maintaining the plan as it is", "refuse_amend"),
        ("the plan reads like it is about another kid", "section_b"),
        ("there is OT in the plan and nobody has ever come", "not_delivered"),
        ("the council keeps fobbing me off about the assessment", "no_decision"),
        ("school do nothing for him", "sen_support"),
        ("they want me to drive her there and back", "transport"),
        ("the nursery can't manage her", "early_years_college"),
    ],
)
def test_loosely_worded_disputes_are_to_be_confirmed(
    words: str, kind: str, reader: FactReader
) -> None:
    heard = [(fact.value, fact.sure) for fact in reader.read(words) if fact.entity == "dispute"]
    assert heard == [(kind, False)]


def test_sure_kind_is_heard_without_the_guesses_beside_it(values: Values) -> None:
    words = "They refused to assess. School do nothing for him and we have heard nothing since"
    assert values(words, "dispute") == {"refuse_assess"}


@pytest.mark.parametrize(
    "words",
    [
        "my sister had her sons plan ceased, ours is ok",
        "i'm not complaining about the school",
        "dad doesn't agree to the assessment",
    ],
)
def test_what_others_met_or_nobody_did_is_never_sure(words: str, reader: FactReader) -> None:
    assert not [fact for fact in reader.read(words) if fact.entity == "dispute" and fact.sure]


@pytest.mark.parametrize(
    "words",
    [
        "do I need a certificate if it's only the school?",
        "what happens if they refuse to assess",
        "what is a draft plan",
        "is section B about needs",
        "have you got certificates",
        "can i appeal",
        "does the council have to follow the plan",
        "my friend got a certificate from you",
        "i cant go to tribunal till I've got the certificate",
        "They havent refused yet but I think they will",
        "when do i get my final plan",
    ],
)
def test_questions_and_fears_state_nothing(words: str, hear: Callable[[str], Heard]) -> None:
    silent = {"dispute", "certificate", "appeal", "plan_status", "section", "only", "route"}
    assert {entity for entity, _, _ in hear(words)} & silent == set()


def test_statement_before_a_question_still_counts(values: Values) -> None:
    assert values("They refused to assess, can I appeal?", "dispute") == {"refuse_assess"}


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Sections B, F, I", {"B", "F", "I"}),
        ("it's B and F", {"B", "F"}),
        ("b f", {"B", "F"}),
        ("about F and I. can we talk", {"F", "I"}),
        ("section H1 respite is wrong", {"H"}),
        ("section B is fine, section F is not", {"F"}),
        ("not the school, section F", {"F"}),
        ("section I have never seen", set()),
        ("we went to A&E", set()),
    ],
)
def test_sections_are_heard(words: str, letters: set[str], values: Values) -> None:
    assert values(words, "section") == letters


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("section I has the wrong school. the rest is good", "school"),
        ("we are happy with everything but they named the school down the road", "school"),
        ("no respite in the social care section, that's our only worry", "care"),
    ],
)
def test_only_one_part_can_be_at_issue(words: str, part: str, values: Values) -> None:
    assert values(words, "only") == {part}


def test_more_than_the_school_is_not_only_the_school(values: Values) -> None:
    assert values("its not only section I, they also left out his anxiety", "only") == set()
    assert values("his plan says 20 hours but school only give 10", "only") == set()


@pytest.mark.parametrize(
    ("words", "entity", "value"),
    [
        ("no plan yet, asked for one last month", "plan_status", "requested"),
        ("final plan 2 nov", "plan_status", "final"),
        ("draft", "plan_status", "draft"),
        ("he has no EHCP", "plan_status", "none"),
        ("I've got my certificate", "certificate", "yes"),
        ("I don't have a certificate yet", "certificate", "no"),
        ("We've appealed already", "appeal", "yes"),
        ("we haven't appealed", "appeal", "no"),
        ("I just want the certificate", "route", "certificate_only"),
        ("want to try mediation", "route", "mediation"),
        ("haven't had a letter", "no_date", "no_letter"),
        ("a charity worker, a mum has asked me to send her details", "permission", "yes"),
    ],
)
def test_what_has_been_done_is_heard(words: str, entity: str, value: str, values: Values) -> None:
    assert values(words, entity) == {value}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("im dad", "parent"),
        ("my son needs help", "parent"),
        ("Mother Inês Carvalho", "parent"),
        ("I've been a teacher for years but I'm writing as Ivy's mum", "parent"),
        ("Grandma with a special guardianship order", "carer"),
        ("it is for my niece", "carer"),
        ("I am 18 and my plan is being stopped, it is my own referral", "young_person"),
        ("I'm the SENCO at a primary school", "school"),
        ("I work for Lincolnshire council", "local_authority"),
        ("Sendiass worker here", "sendiass"),
        ("I'm a social worker", "other_professional"),
    ],
)
def test_writers_say_who_they_are(words: str, role: str, values: Values) -> None:
    assert values(words, "referrer_role") == {role}


@pytest.mark.parametrize(
    "words",
    ["section F isnt followed", "section f is not being delivered", "help not given"],
)
def test_help_that_is_not_given_is_no_wrong_section(words: str, values: Values) -> None:
    assert values(words, "dispute") == {"not_delivered"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("his mum is in prison", "in_custody"),
        ("her dads in jail now", "in_custody"),
        ("my ex got remanded", "in_custody"),
        ("im her special guardian", "looked_after"),
        ("we have a special guardianship order", "looked_after"),
        ("welsh", "not_england"),
        ("i speak welsh", "not_england"),
        ("my needs bit is wrong", "section_b"),
        ("i sent a complaint", "complaint_school_council"),
        ("we just want school to do the things they promised", "i_named_only"),
        ("They refused to assess her for continuing care", "refuse_assess"),
        ("NHS wont assess him for continuing healthcare", "refuse_assess"),
        (
            "no EHCP, we're not even asking for one, school wont do his support plan",
            "refuse_assess",
        ),
        ("we only want the college to help him", "i_named_only"),
    ],
)
def test_words_that_only_remind_of_a_kind_tell_none(words: str, kind: str, values: Values) -> None:
    assert kind not in values(words, "dispute")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("he is in prison", "in_custody"),
        ("my son is in custody on remand", "in_custody"),
        ("shes in foster care", "looked_after"),
        ("we live in wales", "not_england"),
        ("the needs bit of the plan is wrong", "section_b"),
        ("they refused to assess him for an ehcp", "refuse_assess"),
        ("they wont assess her, nhs is doing continuing care", "refuse_assess"),
    ],
)
def test_words_that_tell_such_a_kind_still_do(words: str, kind: str, values: Values) -> None:
    assert kind in values(words, "dispute")


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("Kent. but the agency is in Medway", {"Kent", "Medway"}),
        ("he goes to St Mary's", set()),
        ("at St Mary's", set()),
        ("welsh", set()),
    ],
)
def test_school_and_language_are_no_place(words: str, council: set[str], values: Values) -> None:
    assert values(words, "council") == council
    assert values(words, "person_name") == set()


@pytest.mark.parametrize(
    ("words", "sections"),
    [
        ("mediation please. and i got a respite weekend coming so not 5-7 december", set()),
        ("we are on respite that week", set()),
        ("he's in respite until monday", set()),
        ("they cut our respite", {"H"}),
        ("respite is not enough in the plan", {"H"}),
        ("they wont give us respite", {"H"}),
    ],
)
def test_days_of_respite_are_no_part_of_the_plan(
    words: str, sections: set[str], reader: FactReader
) -> None:
    found = reader.read(words)
    assert {str(fact.value) for fact in found if fact.entity == "section"} == sections


@pytest.mark.parametrize(
    "words",
    [
        "council no give EHCP. they look assessment finish then say no",
        "assessment finished and they said no",
    ],
)
def test_no_after_the_assessment_refuses_the_plan(words: str, reader: FactReader) -> None:
    kinds = {str(fact.value) for fact in reader.read(words) if fact.entity == "dispute"}
    assert kinds == {"refuse_plan"}
