from __future__ import annotations

import time
from pathlib import Path

from rasa.shared.nlu.training_data.message import Message

from bot.nlu.fact_extractor import FactExtractor
from bot.nlu.reader import FactReader
from tests.unit.bot.conftest import TODAY

THIRTY_WORDS = (
    "hello, Lorraine Tibbs here, my boy Mason is 9 and Stockport turned down his assessment on "
    "6th november and we are really upset as school asked too so please ring after 3"
)


def test_rasa_message_gets_the_facts_beside_entities_it_already_had() -> None:
    extractor = FactExtractor(FactExtractor.get_default_config())
    message = Message.build(text="my son Kai, 9, Stockport")
    message.set("entities", [{"entity": "kept", "value": "x"}])
    extractor.process([message])
    found = {entity["entity"]: entity for entity in message.get("entities")}
    assert "kept" in found
    assert found["person_name"] == {
        "entity": "person_name",
        "value": "Kai",
        "role": "child",
        "start": 7,
        "end": 10,
        "sure": True,
        "extractor": "FactExtractor",
    }


def test_offsets_point_at_the_words_in_the_message_as_typed(reader: FactReader) -> None:
    text = "İnês’ son João, 11. Lambeth"
    for fact in reader.read(text, TODAY):
        if fact.entity in ("person_name", "council"):
            assert text[fact.start : fact.end] == fact.value


def test_any_text_is_read_without_an_error(reader: FactReader) -> None:
    for text in ["", " ", "🤷🤷", "z" * 2500, "<script>", "+9*9", "((((", "A" * 300, "1 " * 900]:
        reader.read(text, TODAY)


def test_thirty_words_are_read_in_a_few_milliseconds(reader: FactReader) -> None:
    best = 1.0
    for _ in range(30):
        begun = time.thread_time()
        reader.read(THIRTY_WORDS, TODAY)
        best = min(best, time.thread_time() - begun)
    assert best < 0.02  # 5 to 10 ms on an idle machine; the stages run side by side


def test_every_list_of_words_is_where_the_component_looks() -> None:
    assert Path(FactExtractor.get_default_config()["data"]).is_dir()
