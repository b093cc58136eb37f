"""What the encoder is told of each message when it is tuned."""

from __future__ import annotations

from pathlib import Path

from bot.nlu.danger_examples import NO_DANGER
from bot.nlu.dispute_examples import OF_NO_KIND
from bot.nlu.tuning_lessons import read_lessons

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


def test_message_teaches_its_intent_its_danger_and_its_kind_of_dispute(tmp_path: Path) -> None:
    (tmp_path / "config.yml").write_text(
        "pipeline:\n  - name: a\n  - name: b\n    unclear_intents: [ask_for_comfort]\n"
    )
    (tmp_path / "data" / "nlu").mkdir(parents=True)
    (tmp_path / "data" / "nlu" / "nlu.yml").write_text(NLU)
    (tmp_path / "data" / "danger").mkdir()
    for type_, text in ((NO_DANGER, "this is killing us"), ("lost", "my son is missing")):
        (tmp_path / "data" / "danger" / f"{type_}.yml").write_text(f"examples:\n  - {text}\n")
    (tmp_path / "data" / "disputes").mkdir()
    for kind, text in (("late", "they never answered"), (OF_NO_KIND, "he likes trains")):
        (tmp_path / "data" / "disputes" / f"{kind}.yml").write_text(f"examples:\n  - {text}\n")
    told = {
        lesson.text: (lesson.intent, lesson.danger, lesson.dispute)
        for lesson in read_lessons(tmp_path)
    }
    assert told == {
        "is it free": ("ask_price", NO_DANGER, None),
        "can i talk to somebody about how i feel": ("ask_for_comfort", None, None),
        "this is killing us": (None, NO_DANGER, None),
        "my son is missing": (None, "lost", None),
        "they never answered": (None, None, "late"),
        "he likes trains": (None, None, OF_NO_KIND),
    }
