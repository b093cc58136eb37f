"""How well danger is told from none, cross-validated: `python -m bot.nlu.danger_curve`.

For choosing the threshold of DangerClassifier in config.yml after data/danger, data/nlu or the
encoder has changed. The tuned encoder has read the same examples, so that a little of each curve
is memory; `make evaluate` asks about messages that nobody has learnt from.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import class_from_module_path
from sklearn.model_selection import StratifiedKFold

from bot.nlu.danger_classifier import DangerClassifier, learn_dangers, select_examples
from bot.nlu.danger_examples import DANGER, NO_DANGER, PART_OF_INTENT
from bot.nlu.softmax import Example

FOLDS = 5
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
MISTAKES_SHOWN = 40


def read_featurized_examples(root: Path) -> list[Example]:
    """The examples of danger and of none as the pipeline's featurizers leave them."""
    config = yaml.safe_load((root / "config.yml").read_text(encoding="utf-8"))
    importer = TrainingDataImporter.load_from_config(
        str(root / "config.yml"), str(root / "domain.yml"), [str(root / "data" / "nlu")]
    )
    data = importer.get_nlu_data()
    for step in config["pipeline"]:
        options = {name: value for name, value in step.items() if name != "name"}
        if step["name"].endswith(DangerClassifier.__name__):
            return select_examples(data, {**DangerClassifier.get_default_config(), **options})
        if "." in step["name"]:
            _featurize(data, class_from_module_path(step["name"]), options)
    raise LookupError("config.yml has no DangerClassifier")


def weigh_unseen(examples: Sequence[Example]) -> np.ndarray:
    """How likely each type is (columns in the order of their names), by folds that exclude it."""
    types = np.array([example.type for example in examples])
    likely = np.zeros((len(examples), len(set(types))))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for seen, unseen in folds.split(types, [f"{e.type} {e.counts}" for e in examples]):
        learnt = learn_dangers([examples[at] for at in seen])
        likely[unseen] = learnt.weigh([examples[at].message for at in unseen])
    return likely


def _featurize(data: TrainingData, component: Any, options: dict[str, Any]) -> None:
    if not issubclass(component, Featurizer):
        return
    with tempfile.TemporaryDirectory() as folder:
        made = component.create(
            {**component.get_default_config(), **options},
            LocalModelStorage(Path(folder)),
            Resource(component.__name__),
            ExecutionContext(GraphSchema({}), node_name=component.__name__),
        )
        if hasattr(made, "train"):
            made.train(data)
        made.process_training_data(data)


def _print_curve(examples: Sequence[Example], in_danger: np.ndarray) -> None:
    kinds = {
        "heard": [example.type != NO_DANGER for example in examples],
        "false in none.yml": [example.message.get(DANGER) == NO_DANGER for example in examples],
        "in messages": [example.message.get(INTENT) is not None for example in examples],
        "in their parts": [example.message.get(PART_OF_INTENT) is not None for example in examples],
    }
    print("threshold", *(f"{kind:>18}" for kind in kinds))
    for threshold in THRESHOLDS:
        raised = in_danger >= threshold
        print(
            f"{threshold:9.2f}", *(f"{raised[np.array(of)].mean():18.4f}" for of in kinds.values())
        )


def _print_confusion(examples: Sequence[Example], best: Sequence[str]) -> None:
    print("\ntype of danger, right type and what it is taken for if it is danger at all")
    for type_ in sorted({example.type for example in examples} - {NO_DANGER}):
        taken = Counter(b for e, b in zip(examples, best, strict=True) if e.type == type_)
        right = taken.pop(type_, 0)
        others = ", ".join(f"{name} {times}" for name, times in taken.most_common(3))
        print(f"{type_:26} {right / (right + sum(taken.values())):.2f}   {others}")


def _print_mistakes(examples: Sequence[Example], in_danger: np.ndarray) -> None:
    order = np.argsort(in_danger)
    missed = [at for at in order if examples[at].type != NO_DANGER][:MISTAKES_SHOWN]
    alarms = [at for at in order[::-1] if examples[at].type == NO_DANGER][:MISTAKES_SHOWN]
    for at in missed + alarms:
        print(f"{in_danger[at]:.2f} {examples[at].type:26} {examples[at].message.get(TEXT)}")


def main() -> None:
    """Print the curve, the types and, if asked, the worst mistakes."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m bot.nlu.danger_curve")
    parser.add_argument("--mistakes", action="store_true", help="show the worst mistakes")
    wanted = parser.parse_args()
    examples = read_featurized_examples(Path.cwd())
    likely = weigh_unseen(examples)
    types = sorted({example.type for example in examples})
    none = types.index(NO_DANGER)
    in_danger = 1 - likely[:, none]
    likely[:, none] = 0
    _print_curve(examples, in_danger)
    _print_confusion(examples, [types[at] for at in likely.argmax(axis=1)])
    if wanted.mistakes:
        print()
        _print_mistakes(examples, in_danger)


if __name__ == "__main__":
    main()
