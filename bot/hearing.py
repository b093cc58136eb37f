"""What Rasa makes of a message: the whole, each part, and its sense after the last answer."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)

from bot.nlu.danger_denials import leave_out_denials, load_denials
from bot.nlu.danger_examples import DANGER, MAY_BE_DANGER
from bot.nlu.parts import PART_OF_MESSAGE, split_into_parts
from bot.nlu.respelling import Respeller

PARTS = "parts"
LEANING = "leaning"
LAST_QUESTION_SLOT = "last_question"
"""The question that was answered in the turn before, in words; casework sets it."""
LONGEST_THAT_LEANS = 12
INTENTS_BESIDE = 10
CHILD = "child_is_user"
"""The type of danger that a child writes who is under 16 (data/notices/safety.yml)."""
_PAST_FIFTEEN = re.compile(
    r"(?<!when )(?<!until )(?<!till )(?<!til )(?<!before )(?<!once )(?<!if )(?<!after )(?<!unless )"
    r"(?<!like )(?<!pretend )(?<!pretending )(?<!say )(?<!said )(?<!saying )(?<!think )(?<!thinks )"
    r"(?<!wish )(?<!where )(?<!that )(?<!time )(?<!them )"
    r"\b(?:i ?['\u2019]?m|i am) (?:now |only |just |actually )?"
    r"(?:1[6-9]|2[0-5]|sixteen|seventeen|eighteen|nineteen|twenty)"
    r"(?: ?(?:years?|yrs?)[ -]?olds?| ?y/?o)?\b"
    r"(?!\W+(?:(?:but|and|so|not|only|just|well|very|at|the|end|start|of|around|about) )*"
    r"(?:in|on|next|soon|this|till?|until|tomorrow|from|by|after|when|once|months?|birthday|jan\w*|"
    r"feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|"
    r"summer|autumn|winter|easter|christmas|xmas)\b(?! (?:is|year|yr|college|sixth)\b))"
    r"(?=\W*$|[ ]*[.!?;:,)\n\u2026\u2013\u2014-]|\s+(?:now|today|and|but|so|can|could|how|do|does|"
    r"is|its|it['\u2019]s|i|im|ive|my|me|not|with|doing|who|what|living|already|yes|please|"
    r"old enough|have|want|need|looking|trying|because|cos|should|would|this is|"
    r"in (?:year|yr|college|sixth)|at (?:college|school|sixth|uni))\b)",
    re.IGNORECASE,
)
"""Only what says it outright: whoever will be 16, or is 16 of something else, may be 15."""
NEARLY_AS_SURE = 0.7
"""From which share of the surest type's confidence another type in the same text counts too."""


class HearingProcessor(MessageProcessor):
    """Parses a message once for itself and once for each way in which it may be meant."""

    def _parse_message_with_graph(
        self,
        message: UserMessage,
        tracker: DialogueStateTracker,
        only_output_properties: bool = True,
    ) -> dict[str, Any]:
        """Parse the message as Rasa does, and in the same run of the graph what is beside it.

        What the whole means is the mean of its meanings as typed and as put right, where that is
        another text. `parts` lists what each part means; `leaning` is what the message means right
        after the question that was answered last ("and the school?"), empty where none was
        (processor.py:757-788 parses one text). Danger that is plainly denied is left out of what
        danger is heard in.
        """
        parts = split_into_parts(message.text)
        respelled = self._respeller.respell(message.text)
        question = tracker.get_slot(LAST_QUESTION_SLOT)
        leans = bool(question) and len(message.text.split()) <= LONGEST_THAT_LEANS
        is_respelled = respelled != message.text
        beside = [part.text for part in parts]
        beside += [respelled] * is_respelled + [f"{question} {respelled}"] * leans
        undenied = self._leave_out_denials(message.text)
        results = self.graph_runner.run(
            inputs={
                PLACEHOLDER_MESSAGE: [
                    message,
                    *(_to_part(text) for text in beside),
                    *(undenied or ()),
                ],
                PLACEHOLDER_TRACKER: tracker,
            },
            targets=[self.model_metadata.nlu_target],
        )
        parsed = [
            text.as_dict(only_output_properties=only_output_properties)
            for text in results[self.model_metadata.nlu_target]
        ]
        whole, rankings = parsed[0], [_ranking_of(text) for text in parsed[1 : len(beside) + 1]]
        if is_respelled:
            whole |= _mean_of(_ranking_of(whole), rankings[len(parts)])
        heard = [whole, *parsed[1 : len(parts) + 1]]
        if undenied is not None:
            heard = parsed[len(beside) + 1 :]
        return {
            TEXT: "",
            INTENT: {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0},
            ENTITIES: [],
            **whole,
            DANGER: _gather_dangers(heard),
            MAY_BE_DANGER: any(text.get(MAY_BE_DANGER, True) for text in heard),
            PARTS: [
                {**part._asdict(), INTENT_RANKING_KEY: ranking}
                for part, ranking in zip(parts, rankings, strict=False)
            ],
            LEANING: rankings[-1] if leans else [],
        }

    def _check_for_unseen_features(self, _parse_data: dict[str, Any]) -> None:
        """Not looked for: Rasa builds an empty domain in every turn for a warning in the log.

        The domain names every intent that is learnt (test_content_of_the_model.py), and entities
        are told to the action as they are (processor.py:661-690).
        """

    def _leave_out_denials(self, text: str) -> list[UserMessage] | None:
        """What is left, whole and in parts, where danger is plainly denied; None elsewhere."""
        left = leave_out_denials(text, self._denials)
        if left == text:
            return None
        parts = [_to_part(part.text) for part in split_into_parts(left)]
        return [UserMessage(left), *parts] if left else []

    @cached_property
    def _denials(self) -> re.Pattern[str]:
        return load_denials(Path.cwd() / "data" / "knowledge")

    @cached_property
    def _respeller(self) -> Respeller:
        return Respeller(Path.cwd())


def heard_dangers(tracker: DialogueStateTracker) -> list[str]:
    """The types of danger that the last message speaks of (bot/nlu/danger_classifier.py).

    Surest first. The front desk may suspect one by the words (`suspected` in the metadata): that is
    heard last, unless the message is surely harmless. An answer that we offered ourselves is,
    whatever its words are. What was answered and taken back since (`answered`) is not told again,
    nor is a child where somebody says that they are 16 or more.
    """
    message = tracker.latest_message
    suspected = (message.metadata or {}).get("suspected")
    answered = (message.metadata or {}).get("answered") or ()
    heard = [danger["id"] for danger in message.parse_data.get(DANGER) or []]
    dangers = [danger for danger in heard if danger not in answered]
    if suspected is not None and (dangers or message.parse_data.get(MAY_BE_DANGER, True)):
        dangers = [*dangers, *{suspected}.difference(dangers)]
    if dangers == [CHILD] and _PAST_FIFTEEN.search(message.text):
        return []
    if not dangers or message.text in _offered_before(tracker, message):
        return []
    return dangers


def _offered_before(tracker: DialogueStateTracker, message: UserUttered) -> set[str]:
    """What the buttons said last say when they are tapped; a turn may have said nothing."""
    offered: set[str] = set()
    has_spoken = False
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered):
            has_spoken = True
            offered.update(button["payload"] for button in event.data.get("buttons") or ())
        elif isinstance(event, UserUttered) and event is not message and has_spoken:
            break
    return offered


def _to_part(text: str) -> UserMessage:
    return UserMessage(text, metadata={PART_OF_MESSAGE: True})


def _ranking_of(heard: dict[str, Any]) -> list[dict[str, Any]]:
    return heard.get(INTENT_RANKING_KEY, [])[:INTENTS_BESIDE]


def _mean_of(*rankings: list[dict[str, Any]]) -> dict[str, Any]:
    """The intent and the ranking of a text that was heard in several spellings."""
    shares: dict[str, float] = {}
    for ranking in rankings:
        for intent in ranking:
            share = intent[PREDICTED_CONFIDENCE_KEY] / len(rankings)
            shares[intent[INTENT_NAME_KEY]] = shares.get(intent[INTENT_NAME_KEY], 0.0) + share
    ranking = [
        {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: share}
        for name, share in sorted(shares.items(), key=lambda one: -one[1])
    ]
    return {INTENT: ranking[0], INTENT_RANKING_KEY: ranking} if ranking else {}


def _gather_dangers(heard: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is heard in the whole or in any part, surest first."""
    surest: dict[str, float] = {}
    for part in heard:
        dangers = part.get(DANGER) or []
        for danger in dangers:
            if danger["confidence"] >= NEARLY_AS_SURE * dangers[0]["confidence"]:
                known = surest.get(danger["id"], 0.0)
                surest[danger["id"]] = max(known, danger["confidence"])
    ordered = sorted(surest.items(), key=lambda found: -found[1])
    return [{"id": type_, "confidence": confidence} for type_, confidence in ordered]
