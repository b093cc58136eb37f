"""Teaches the tagger of names: `python -m bot.nlu.build_name_tagger [--held-out]`.

Reads data/names/ and writes data/knowledge/name_tagger.crfsuite, in about 20 seconds; apart from
`rasa train`, since a family must not wait for it. `--held-out` writes nothing and prints, for
lessons that were kept from it, how often a name is heard rightly from each likelihood on.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite
import yaml

from bot.nlu.gazetteer import Gazetteer, find_place_spans, load_gazetteer
from bot.nlu.message import ParentMessage
from bot.nlu.name_lessons import Lesson, Names, read_name_lessons, read_surnames, vary
from bot.nlu.name_tagger import NOBODY, WEIGHTS, NameTagger, Token, cut, describe
from bot.nlu.names import Words, load_words

LESSONS = Path("data/names")
KNOWLEDGE = Path("data/knowledge")
QUESTIONS = Path("data/nlu")
TIMES = 8  # each lesson is taught
SHARE_UNKNOWN = 0.35
"""Of first names: taught as words that are in no list, since many names will be in none."""
FOLDS = 5
_SETTINGS = {"c1": 0.1, "c2": 0.3, "max_iterations": 90, "feature.minfreq": 2}


def read_unnamed(folder: Path, words: Words) -> list[Lesson]:
    """Messages of the intents that surely name nobody, so that slips of spelling are no names.

    Left out: a known first name, a capital inside a sentence, and what has only common words.
    """
    texts = [
        line.removeprefix("- ").strip()
        for path in sorted(folder.glob("*.yml"))
        for block in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["nlu"]
        for line in block.get("examples", "").splitlines()
    ]
    return [Lesson(text, ()) for text in texts if _teaches_none(text, words)]


def _teaches_none(text: str, words: Words) -> bool:
    small = text[:1].lower() + text[1:]
    tokens = [token for token in cut(small) if token.text[-1].isalpha() and len(token.text) > 1]
    has_name = any(token.text.lower() in words.first_names for token in tokens)
    has_capital = any(not token.text.islower() for token in tokens)
    has_uncommon = any(token.text.lower() not in words.ordinary for token in tokens)
    return has_uncommon and not has_name and not has_capital


def teach(lessons: Sequence[Lesson], words: Words, gazetteer: Gazetteer, path: Path) -> None:
    """Learn from the lessons and write the weights; the same lessons give the same weights."""
    chance = random.Random(20261122)
    unnamed = read_unnamed(QUESTIONS, words)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=_SETTINGS, verbose=False)
    first_names = sorted(words.first_names - words.ordinary - words.also_names)
    names = Names(tuple(first_names), read_surnames(LESSONS))
    for _ in range(TIMES):
        unknown = frozenset(n for n in first_names if chance.random() < SHARE_UNKNOWN)
        fewer = words._replace(first_names=words.first_names - unknown)
        others = chance.sample(unnamed, min(len(unnamed), len(lessons) // 4))
        for lesson in [*vary(lessons, names, chance), *others]:
            tokens = cut(lesson.text)
            message = ParentMessage(lesson.text)
            places = find_place_spans(message, gazetteer)
            trainer.append(describe(lesson.text, tokens, fewer, places), label(lesson, tokens))
    trainer.train(str(path))


def label(lesson: Lesson, tokens: Sequence[Token]) -> list[str]:
    """Return the label of each token: B- where a name begins, I- inside it, O elsewhere."""
    labels = []
    for token in tokens:
        inside = [n for n in lesson.names if n.start <= token.start and token.end <= n.end]
        begins = bool(inside) and inside[0].start == token.start
        labels.append(f"{'B' if begins else 'I'}-{inside[0].whose}" if inside else NOBODY)
    return labels


def digest_of(folder: Path) -> str:
    """Return a digest of the lessons, by which stale weights are found out."""
    content = b"".join(path.read_bytes() for path in sorted(folder.glob("*.yml")))
    return hashlib.sha256(content).hexdigest()[:16]


def print_held_out(lessons: Sequence[Lesson], words: Words, gazetteer: Gazetteer) -> None:
    """Print right and wrong names by likelihood, for lessons kept from the tagger by turns."""
    path = Path("var/name_tagger_held_out.crfsuite")
    path.parent.mkdir(exist_ok=True)
    heard: list[tuple[str, float, bool]] = []
    told = {"own": 0, "child": 0, "supporter": 0, "other": 0}
    for fold in range(FOLDS):
        held = [lesson for n, lesson in enumerate(lessons) if n // 10 % FOLDS == fold]
        kept = [lesson for n, lesson in enumerate(lessons) if n // 10 % FOLDS != fold]
        teach(kept, words, gazetteer, path)
        tagger = NameTagger(path, words)
        for lesson in held:
            for name in lesson.names:
                told[name.whose] += 1
            places = find_place_spans(ParentMessage(lesson.text), gazetteer)
            for one in tagger.hear(lesson.text, places):
                is_right = any(n.start == one.start and n.whose == one.whose for n in lesson.names)
                heard.append((one.whose, one.likelihood, is_right))
    path.unlink()
    print("whose      from  right wrong of told")
    for whose, count in told.items():
        for bar in (0.5, 0.7, 0.8, 0.9, 0.95, 0.98):
            above = [right for who, p, right in heard if who == whose and p >= bar]
            print(f"{whose:10} {bar:4} {sum(above):6} {len(above) - sum(above):5} {count:7}")


def main() -> None:
    """Teach, or try on what was held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    asked = parser.parse_args()
    lessons, words = read_name_lessons(LESSONS), load_words(KNOWLEDGE)
    gazetteer = load_gazetteer(KNOWLEDGE)
    if asked.held_out:
        print_held_out(lessons, words, gazetteer)
        return
    teach(lessons, words, gazetteer, KNOWLEDGE / WEIGHTS)
    (LESSONS / "taught").write_text(digest_of(LESSONS) + "\n", encoding="utf-8")
    print(f"Taught {len(lessons)} lessons to {KNOWLEDGE / WEIGHTS}.")


if __name__ == "__main__":
    main()
