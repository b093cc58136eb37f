"""The examples from which danger is learnt: data/danger/, one file a type of danger.

The name of a file is the type: an id of casework's safety screen, or `none` for what only sounds
like danger (idioms, what is long past, what somebody asks about in general).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.parts import split_into_parts

DANGER = "danger"
"""The attribute of a message: its type in an example, what was heard in one that is read."""
MAY_BE_DANGER = "may_be_danger"
"""The attribute of a message that is read: false where it is surely harmless."""
NO_DANGER = "none"
PART_OF_INTENT = "part_of_intent"
"""The attribute of a sentence out of an ordinary example: the intent of the whole."""
PART_OF_LESSON = "part_of_lesson"
"""The attribute of a sentence out of an account of a dispute or of a message that tells facts."""
SENTENCES_PER_ONE_TAKEN = 12
"""One of twelve is enough to learn from, and keeps training short."""
HARMLESS_SENTENCES_PER_ONE_TAKEN = 3
LESSON_SENTENCES_PER_ONE_TAKEN = 3
"""What families tell of their case is less like what else is learnt from."""


def read_danger_examples(folder: Path) -> list[Message]:
    """Messages with the text and type of each example, and a third of the harmless ones' sentences.

    An absent folder has none. They have no intent: Rasa's intent classifier and our n-grams leave
    them out (rasa/shared/nlu/training_data/training_data.py:206, message.py:444).
    Raises KeyError or yaml.YAMLError for a file that is not such a list.
    """
    examples = [
        Message(data={TEXT: text, DANGER: path.stem})
        for path in sorted(folder.glob("*.yml"))
        for text in yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)["examples"]
    ]
    sentences = list(_part_harmless_examples(examples))
    return [*examples, *sentences[::HARMLESS_SENTENCES_PER_ONE_TAKEN]]


def part_ordinary_examples(examples: Iterable[Message]) -> Iterator[Message]:
    """Sentences out of longer examples of intents, each as a message of its own.

    A message is heard in parts too, and what is safe as a whole sounds odd in parts. The encoder
    was tuned on the wholes: on these it is about as sure as on messages it has never read.
    """
    sentences = [
        Message(data={TEXT: sentence, PART_OF_INTENT: example.get(INTENT)})
        for example in examples
        for sentence in _split_into_sentences(example.get(TEXT))
    ]
    yield from sentences[::SENTENCES_PER_ONE_TAKEN]


def part_lessons(lessons: Iterable[Message]) -> Iterator[Message]:
    """Sentences out of accounts of disputes and of messages that tell facts, one of three."""
    texts = dict.fromkeys(lesson.get(TEXT) for lesson in lessons)
    sentences = [sentence for text in texts for sentence in _split_into_sentences(text)]
    for sentence in sentences[::LESSON_SENTENCES_PER_ONE_TAKEN]:
        yield Message(data={TEXT: sentence, PART_OF_LESSON: True})


def _part_harmless_examples(examples: Sequence[Message]) -> Iterator[Message]:
    """Sentences out of longer examples of none. Where there is danger, not every sentence has it.

    A long story is heard in up to seven parts, and one false alarm among them is enough.
    """
    told = {example.get(TEXT).casefold() for example in examples}
    for example in examples:
        if example.get(DANGER) == NO_DANGER:
            for sentence in _split_into_sentences(example.get(TEXT)):
                if sentence.casefold() not in told:
                    told.add(sentence.casefold())
                    yield Message(data={TEXT: sentence, DANGER: NO_DANGER})


def _split_into_sentences(text: str) -> list[str]:
    return [part.text for part in split_into_parts(text) if not part.is_clause]
