"""The messages the assistant learns from: enough of each intent, and none in two."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

DATA = Path(__file__).resolve().parents[3] / "data"
NLU = DATA / "nlu"
TOPICS = yaml.safe_load((DATA / "knowledge" / "topics.yml").read_text("utf-8"))["topics"]
STEERING = (
    "greet affirm deny unsure skip go_back why help_me stop start_again carry_on want_person "
    "withdraw change_answer start_referral inform thanks goodbye out_of_scope"
)


def _messages_of(path: Path) -> dict[str, list[str]]:
    blocks = yaml.safe_load(path.read_text("utf-8"))["nlu"]
    return {b["intent"]: [line[2:] for line in b["examples"].splitlines()] for b in blocks}


FILES = {path.name: _messages_of(path) for path in sorted(NLU.glob("*.yml"))}
MESSAGES: dict[str, list[str]] = {}
for _blocks in FILES.values():
    for _intent, _texts in _blocks.items():
        MESSAGES.setdefault(_intent, []).extend(_texts)


def test_every_intent_of_the_assistant_has_messages_and_no_other_has():
    assert set(MESSAGES) == {f"ask_{topic}" for topic in TOPICS} | set(STEERING.split(" "))


@pytest.mark.parametrize("intent", sorted(MESSAGES))
def test_intent_has_enough_messages(intent: str):
    assert len(MESSAGES[intent]) >= 40


def test_answers_and_stories_are_many_and_varied():
    assert len(MESSAGES["inform"]) >= 250


def test_no_message_stands_for_two_intents():
    count = Counter(t.casefold().strip(" ?.!") for ts in MESSAGES.values() for t in set(ts))
    twice = {t for t, n in count.items() if n > 1}
    in_two = {
        t: [i for i, ts in MESSAGES.items() if t in {x.casefold().strip(" ?.!") for x in ts}]
        for t in twice
    }
    assert not {t: intents for t, intents in in_two.items() if len(intents) > 1}


@pytest.mark.parametrize("name", FILES)
def test_file_is_sorted_by_intent(name: str):
    assert list(FILES[name]) == sorted(FILES[name])


def test_facts_are_left_to_the_components_that_find_them():
    marked = [t for ts in MESSAGES.values() for t in ts if set(t) & set("[]{}")]
    assert not marked
