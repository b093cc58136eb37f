"""Reads every fact in a message, with the lists of the knowledge folder loaded once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.nlu.ages import read_ages
from bot.nlu.contacts import read_contacts
from bot.nlu.dates import read_dates
from bot.nlu.disputes import read_disputes
from bot.nlu.facts import Fact, overlaps, without_repeats
from bot.nlu.gazetteer import find_place_spans, load_gazetteer, read_places
from bot.nlu.languages import load_languages, read_languages
from bot.nlu.message import ParentMessage
from bot.nlu.names import load_words
from bot.nlu.needs import read_needs
from bot.nlu.people import read_people
from bot.nlu.roles import settle_roles
from bot.nlu.wording import load_wording

_LONGEST = 2000  # characters; the front desk takes no longer message


class FactReader:
    """Finds the facts of a parent's message. Made once, used for every message."""

    def __init__(self, folder: Path) -> None:
        """Load the lists. Raises FileNotFoundError when one is missing."""
        self._words = load_words(folder)
        self._languages = load_languages(folder)
        self._gazetteer = load_gazetteer(folder)
        self._disputes = load_wording(folder / "wording.yml")
        self._access = load_wording(folder / "access_wording.yml")

    def read(self, text: str, today: date | None = None) -> list[Fact]:
        """Return every fact in the text, in the order of the text."""
        message = ParentMessage(text[:_LONGEST])
        places = find_place_spans(message, self._gazetteer, alone=False)
        spoken = [found.span() for found in self._languages.pattern.finditer(message.plain)]
        people = read_people(message, self._words, [*places, *spoken])
        contacts = read_contacts(message)
        dates = read_dates(message, today)
        taken = [
            (fact.start, fact.end)
            for fact in [*dates, *contacts]
            if fact.entity in ("date", "date_of_birth", "phone", "email")
        ]
        ages = [
            fact for fact in read_ages(message, people) if not overlaps(fact.start, fact.end, taken)
        ]
        disputes = read_disputes(message, self._disputes)
        roles = settle_roles(message, disputes, people)
        facts = [
            *people,
            *ages,
            *dates,
            *contacts,
            *read_places(message, self._gazetteer, people),
            *read_languages(message, self._languages),
            *read_needs(message, self._access),
            *(fact for fact in disputes if fact.entity != "referrer_role"),
            *roles,
        ]
        return without_repeats(facts)
