"""What learning adds to the rules, cross-validated: `python -m bot.nlu.fact_curve`.

For choosing the thresholds of FactClassifier in config.yml after data/facts, the rules or the
encoder have changed. Prints for each field of the labelled messages what became of it by the rules
alone and with what was learnt from the other messages. Where rules were written while reading
these messages, they look better than they are.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from sklearn.model_selection import KFold

from bot.nlu.build_encoder import ENCODERS, ensure_encoder
from bot.nlu.fact_classifier import (
    FactClassifier,
    find_entities_of,
    learn_facts,
    read_vectors,
    select_examples,
    settle_facts,
)
from bot.nlu.fact_examples import FACTS, LEFT_OPEN
from bot.nlu.minilm import TUNING
from bot.nlu.reader import FactReader
from bot.nlu.sentence_encoder import Encoder, open_encoder

FOLDS = 4
OUTCOMES = ("right", "right, asked", "missed", "wrong, asked", "wrong", "untold, asked", "untold")

Likely = Mapping[str, Mapping[str, float]]


def read_config(root: Path) -> dict[str, Any]:
    """The options of the component. Raises LookupError where the pipeline has none."""
    for step in yaml.safe_load((root / "config.yml").read_text(encoding="utf-8"))["pipeline"]:
        if step["name"].endswith(FactClassifier.__name__):
            return {**FactClassifier.get_default_config(), **step}
    raise LookupError("config.yml has no FactClassifier")


def weigh_unseen(examples: Sequence[Message], encoder: Encoder) -> list[Likely]:
    """How likely each value of each field is in each example, by folds that exclude it."""
    likely: list[Likely] = [{} for _ in examples]
    for seen, unseen in KFold(FOLDS, shuffle=True, random_state=0).split(np.arange(len(examples))):
        learnt = learn_facts([examples[at] for at in seen], encoder)
        for at in unseen:
            likely[at] = learnt.values.weigh(read_vectors(examples[at].get(TEXT), encoder))
    return likely


def judge(
    example: Message, entities: Sequence[dict[str, Any]], likely: Likely
) -> Iterator[tuple[str, str]]:
    """Each field with what becomes of it; nothing of fields left open or rightly not read."""
    for field in likely:
        if field in example.get(LEFT_OPEN):
            continue
        told = example.get(FACTS).get(field)
        read = sorted(find_entities_of(field, entities, likely), key=lambda one: not one["sure"])
        asked = ", asked" if read and not read[0]["sure"] else ""
        if told is not None and not read:
            yield field, "missed"
        elif told is not None:
            yield field, ("right" if read[0]["value"] == told else "wrong") + asked
        elif read:
            yield field, f"untold{asked}"


def _print(before: Counter[tuple[str, str]], after: Counter[tuple[str, str]]) -> None:
    print(f"{'':22}", *(f"{outcome:>14}" for outcome in OUTCOMES))
    for field in [*sorted({field for field, _ in before + after}), ""]:
        row = []
        for outcome in OUTCOMES:
            counts = [
                sum(n for (f, o), n in table.items() if o == outcome and field in (f, ""))
                for table in (before, after)
            ]
            row.append(f"{counts[0]:>7} > {counts[1]:<4}")
        print(f"{field or 'all':22}", *row)


def main() -> None:
    """Print the table, with thresholds of the command line instead of those of config.yml."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m bot.nlu.fact_curve")
    for name in ("sure", "likely", "agreed", "doubted"):
        parser.add_argument(f"--{name}", type=float, nargs="*", default=[])
    wanted = vars(parser.parse_args())
    root = Path.cwd()
    importer = TrainingDataImporter.load_from_config(
        str(root / "config.yml"), str(root / "domain.yml"), [str(root / "data" / "nlu")]
    )
    config = read_config(root)
    examples = select_examples(importer.get_nlu_data(), config)
    encoder = open_encoder(ensure_encoder(ENCODERS, TUNING))
    likely = weigh_unseen(examples, encoder)
    reader = FactReader(root / "data" / "knowledge")
    labelled = [
        (example, [fact.as_entity("") for fact in reader.read(example.get(TEXT))], shares)
        for example, shares in zip(examples, likely, strict=True)
        if example.get(FACTS) is not None
    ]
    tried = [(name, value) for name, values in wanted.items() for value in values]
    for name, value in tried or [("sure", config["sure"])]:
        print(f"\n{name} from {value}; rules alone > with what was learnt")
        options = {**config, name: value}
        before: Counter[tuple[str, str]] = Counter()
        after: Counter[tuple[str, str]] = Counter()
        for example, entities, shares in labelled:
            before.update(judge(example, entities, shares))
            settled = settle_facts(entities, shares, options, {})
            after.update(judge(example, settled, shares))
        _print(before, after)


if __name__ == "__main__":
    main()
