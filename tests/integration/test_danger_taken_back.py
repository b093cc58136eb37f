"""Parents who say after an alarm that nobody is hurt: they go on, and the record stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.database import open_database
from store.tables import Handover, SafetyEvent
from tests.integration.front_desk import FrontDesk, Parent
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn

ALARM = "she is quiet about her teacher. yes send"
THANKS = load_notices()["danger_taken_back"]


def read_record(settings: FrontDeskSettings) -> tuple[list[str], list[Handover]]:
    database = open_database(settings)
    with database.reading() as session:
        heard = [event.category for event in session.scalars(sa.select(SafetyEvent))]
        asked = list(session.scalars(sa.select(Handover)))
        session.expunge_all()
    database.close()
    return heard, asked


def raise_alarm(parent: Parent, rasa: RasaStandIn) -> None:
    rasa.danger = "abuse_of_child"
    assert parent.send(ALARM).json()["messages"][0]["topic"] == "safety:abuse_of_child"
    rasa.danger = None


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_a_parent_can_take_an_alarm_back_and_goes_on(
    front_desk: FrontDesk, desk_settings: FrontDeskSettings, rasa: RasaStandIn, channel: str
) -> None:
    parent = front_desk.greet_parent(channel)
    raise_alarm(parent, rasa)
    thanks, question = parent.send("nobody is hurting her!!").json()["messages"]
    assert (thanks["text"], question["text"]) == (THANKS.text_for(channel), QUESTION)
    assert rasa.texts[-1] == "carry on"
    heard, [asked] = read_record(desk_settings)
    assert heard == ["abuse_of_child", "taken_back"]
    assert (asked.status, asked.priority) == ("open", "immediate")
    assert asked.note is not None


def test_what_is_told_beside_it_is_heard(parent: Parent, rasa: RasaStandIn) -> None:
    raise_alarm(parent, rasa)
    parent.send("its safe now, carry on please. Email only.")
    assert rasa.texts[-1] == "Email only."


def test_the_same_words_raise_no_second_alarm_once_it_is_taken_back(
    parent: Parent, rasa: RasaStandIn, desk_settings: FrontDeskSettings
) -> None:
    raise_alarm(parent, rasa)
    parent.send("no one is hurting her")
    rasa.danger = "abuse_of_child"
    said = parent.send("yes send. she is quiet about her teacher").json()["messages"]
    assert said[0]["text"] == QUESTION
    assert rasa.turns[-1]["answered"] == ["abuse_of_child"]


def test_danger_told_again_in_the_same_words_stands_in_the_record(
    parent: Parent, rasa: RasaStandIn, desk_settings: FrontDeskSettings
) -> None:
    raise_alarm(parent, rasa)
    parent.send("no one is hurting her")
    parent.send(ALARM)
    assert read_record(desk_settings)[0] == ["abuse_of_child", "taken_back", "abuse_of_child"]
    rasa.danger = "abuse_of_child"
    [notice] = parent.send(ALARM).json()["messages"]
    assert notice["topic"] == "safety:abuse_of_child"


def test_words_told_again_after_some_time_are_answered(
    parent: Parent, rasa: RasaStandIn, desk_settings: FrontDeskSettings
) -> None:
    raise_alarm(parent, rasa)
    parent.send("no one is hurting her")
    database = open_database(desk_settings)
    with database.writing() as session:
        for event in session.scalars(sa.select(SafetyEvent)):
            event.at -= timedelta(hours=2)
    database.close()
    rasa.danger = "abuse_of_child"
    assert parent.send(ALARM).json()["messages"][0]["topic"] == "safety:abuse_of_child"


def test_another_danger_in_the_same_words_is_answered(parent: Parent, rasa: RasaStandIn) -> None:
    raise_alarm(parent, rasa)
    parent.send("no one is hurting her")
    rasa.danger = "suicidal_child"
    assert parent.send(ALARM).json()["messages"][0]["topic"] == "safety:suicidal_child"


def test_child_who_goes_missing_again_is_answered_again(
    parent: Parent, desk_settings: FrontDeskSettings
) -> None:
    told = "she has gone missing from school"
    assert parent.send(told).json()["messages"][0]["topic"] == "safety:missing_child"
    assert parent.send("she's not missing").json()["messages"][0]["text"] == THANKS.text_for("web")
    for again in (told, "she has gone missing"):
        assert parent.send(again).json()["messages"][0]["topic"] == "safety:missing_child"
    heard = ["missing_child", "taken_back", "missing_child", "missing_child"]
    assert read_record(desk_settings)[0] == heard


def test_fewer_of_the_words_that_were_taken_back_are_new_ones(
    parent: Parent, rasa: RasaStandIn
) -> None:
    raise_alarm(parent, rasa)
    parent.send("no one is hurting her")
    rasa.danger = "abuse_of_child"
    [notice] = parent.send("yes send. she is quiet").json()["messages"]
    assert notice["topic"] == "safety:abuse_of_child"


def test_what_takes_an_alarm_back_raises_the_same_one_by_no_hint(
    parent: Parent, rasa: RasaStandIn
) -> None:
    raise_alarm(parent, rasa)
    rasa.danger = "abuse_of_child"
    said = parent.send("she's not violent she just picks up. no messages").json()["messages"]
    assert [message["text"] for message in said] == [THANKS.text_for("web"), QUESTION]
    assert rasa.texts[-1] == "she just picks up. no messages"


def test_who_only_says_that_she_is_fine_is_answered_again(
    parent: Parent, rasa: RasaStandIn
) -> None:
    raise_alarm(parent, rasa)
    rasa.danger = "abuse_of_child"
    [notice] = parent.send("I'm fine, but he gets a bit rough with her").json()["messages"]
    assert notice["topic"] == "safety:abuse_of_child"


def test_another_danger_hinted_at_beside_it_is_answered(parent: Parent, rasa: RasaStandIn) -> None:
    raise_alarm(parent, rasa)
    rasa.danger = "suicidal_adult"
    [notice] = parent.send("nobody hurts her. i've put my things in order").json()["messages"]
    assert notice["topic"] == "safety:suicidal_adult"


@pytest.mark.parametrize(
    "text", ["nobody is hurting me but he is hitting my son", "she told me the teacher slapped her"]
)
def test_a_new_danger_is_answered_whatever_was_taken_back(
    parent: Parent, rasa: RasaStandIn, text: str
) -> None:
    raise_alarm(parent, rasa)
    parent.send("no, nobody's hurting her")
    said = parent.send(text).json()["messages"]
    assert [message["topic"] for message in said] == ["safety:abuse_of_child"]


def test_words_that_would_take_an_alarm_back_are_an_answer_where_there_was_none(
    parent: Parent, rasa: RasaStandIn, desk_settings: FrontDeskSettings
) -> None:
    parent.send("no im fine")
    assert rasa.texts == ["no im fine"]
    assert read_record(desk_settings) == ([], [])
