"""What the encoder is told of each message when it is tuned."""

from __future__ import annotations

from pathlib import Path

from bot.nlu.danger_examples import NO_DANGER
from bot.nlu.tune_encoder import read_lessons

NLU = """\
version: "3.1"
nlu:
  - intent: ask_price
    examples: |
      - is it free
  - intent: ask_for_comfort
    examples: |
      - can i talk to somebody about how i feel
"""


def test_message_teaches_its_intent_and_whether_somebody_is_in_danger(tmp_path: Path) -> None:
    (tmp_path / "config.yml").write_text(
        "pipeline:\n  - name: a\n  - name: b\n    unclear_intents: [ask_for_comfort]\n"
    )
    (tmp_path / "data" / "nlu").mkdir(parents=True)
    (tmp_path / "data" / "nlu" / "nlu.yml").write_text(NLU)
    (tmp_path / "data" / "danger").mkdir()
    for type_, text in ((NO_DANGER, "this is killing us"), ("lost", "my son is missing")):
        (tmp_path / "data" / "danger" / f"{type_}.yml").write_text(f"examples:\n  - {text}\n")
    told = {lesson.text: (lesson.intent, lesson.danger) for lesson in read_lessons(tmp_path)}
    assert told == {
        "is it free": ("ask_price", NO_DANGER),
        "can i talk to somebody about how i feel": ("ask_for_comfort", None),
        "this is killing us": (None, NO_DANGER),
        "my son is missing": (None, "lost"),
    }
