"""Messages as people spell them in a hurry, for the tuning of the encoder."""

from pathlib import Path

import numpy as np

from bot.nlu.scuffing import Scuffer

MESSAGE = "What's a mediation certificate, and does my daughter need one?"


def scuffed(seed: int, times: int = 60) -> list[str]:
    scuffer = Scuffer(Path.cwd(), np.random.default_rng(seed))
    return [scuffer.scuff(MESSAGE) for _ in range(times)]


def test_most_messages_stay_as_they_were_written() -> None:
    assert sum(text == MESSAGE for text in scuffed(1)) > 30


def test_hurried_words_take_the_place_of_plain_ones() -> None:
    words = set(" ".join(scuffed(2)).split())
    assert {"wots", "whats"} & words
    assert {"cert", "sertificate", "certifcate"} & words


def test_the_same_seed_scuffs_the_same_way() -> None:
    assert scuffed(3) == scuffed(3)


def test_short_and_empty_messages_are_never_broken() -> None:
    scuffer = Scuffer(Path.cwd(), np.random.default_rng(4))
    for text in ["", "a", "no", "ok 👍", "is it free"] * 40:
        assert bool(scuffer.scuff(text)) == bool(text)
