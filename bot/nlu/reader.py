"""Reads every fact in a message, with the lists of the knowledge folder loaded once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.nlu.ages import read_ages
from bot.nlu.contacts import read_contacts
from bot.nlu.dates import read_dates
from bot.nlu.disputes import read_disputes
from bot.nlu.facts import Fact, Span, overlaps, without_repeats
from bot.nlu.gazetteer import find_place_spans, load_gazetteer, read_misspelt, read_places
from bot.nlu.languages import load_languages, read_languages
from bot.nlu.learnt_names import settle_names
from bot.nlu.message import ParentMessage
from bot.nlu.name_tagger import load_name_tagger
from bot.nlu.names import load_words
from bot.nlu.needs import read_needs
from bot.nlu.papers import settle_papers
from bot.nlu.people import read_people, without_possessive_s, without_short_repeats
from bot.nlu.permission import read_permission
from bot.nlu.rewriting import Rewriting
from bot.nlu.roles import settle_roles
from bot.nlu.routes import settle_route
from bot.nlu.settling import drop_corrected, drop_overlapping, keep_first_child
from bot.nlu.spelling import load_spelling, spell_out
from bot.nlu.spoken import write_figures
from bot.nlu.wording import load_wording
from bot.nlu.written_language import (
    load_written_languages,
    read_written_language,
    with_western_digits,
)
from bot.nlu.young_people import own_names

# "At St Mary's": a school or a church, and nobody of that name.
_OF_A_SAINT = re.compile(r"\b(?:st\.?|saint) $")
_LETTERED = re.compile(r"[A-Za-z]\s?(?:&|and|n)\s?[A-Za-z]")
_LONGEST = 2000  # characters; the front desk takes no longer message


class FactReader:
    """Finds the facts of a parent's message. Made once, used for every message."""

    def __init__(self, folder: Path) -> None:
        """Load the lists. Raises FileNotFoundError when one is missing."""
        self._words = load_words(folder)
        self._name_tagger = load_name_tagger(folder, self._words)
        self._spelling = load_spelling(folder)
        self._languages = load_languages(folder)
        self._written = load_written_languages(folder)
        self._gazetteer = load_gazetteer(folder)
        self._disputes = load_wording(folder / "wording.yml")
        self._access = load_wording(folder / "access_wording.yml")

    def read(self, text: str, today: date | None = None) -> list[Fact]:
        """Return every fact in the text, in the order of the text."""
        typed = with_western_digits(text[:_LONGEST])
        written = write_figures(spell_out(Rewriting.of(typed), self._spelling))
        message = ParentMessage(written.text)
        facts = drop_corrected(message, self._read(message, today))
        facts = keep_first_child(message, facts)
        # The language is that of the words as typed: spelling puts them into English ones.
        language = read_written_language(ParentMessage(typed), self._written)
        return without_repeats([*language, *(written.bring_back(fact) for fact in facts)])

    def _read(self, message: ParentMessage, today: date | None) -> list[Fact]:
        places = find_place_spans(message, self._gazetteer, alone=False)
        spoken = [found.span() for found in self._languages.pattern.finditer(message.plain)]
        alone = find_place_spans(message, self._gazetteer)
        near = read_misspelt(message, self._gazetteer)
        misspelt = [(fact.start, fact.end) for fact in near]
        people = read_people(message, self._words, [*places, *spoken], [*alone, *misspelt, *spoken])
        heard = self._name_tagger.hear(message.text, alone) if self._name_tagger else []
        people = settle_names(message, people, heard, [*alone, *misspelt, *spoken])
        people = without_possessive_s(message, people, self._words)
        people = [fact for fact in people if not _OF_A_SAINT.search(message.plain, 0, fact.start)]
        dates = read_dates(message, today)
        people = drop_overlapping(people, "person_name", dates)
        contacts = drop_overlapping(read_contacts(message), "best_time", dates)
        taken = [
            (fact.start, fact.end)
            for fact in [*dates, *contacts]
            if fact.entity in ("date", "date_of_birth", "phone", "email")
        ]
        ages = [
            fact for fact in read_ages(message, people) if not overlaps(fact.start, fact.end, taken)
        ]
        case = _without_lettered_places(message, alone)
        disputes = settle_papers(case, read_disputes(case, self._disputes))
        disputes = settle_route(message, disputes)
        roles = settle_roles(message, disputes, people)
        people = without_short_repeats(own_names(people, roles))
        permission = read_permission(message, disputes, roles)
        settled = {"referrer_role", *(fact.entity for fact in permission)}
        return [
            *people,
            *ages,
            *dates,
            *contacts,
            *read_places(message, self._gazetteer, people, near),
            *read_languages(message, self._languages),
            *read_needs(message, self._access),
            *(fact for fact in disputes if fact.entity not in settled),
            *roles,
            *permission,
        ]


def _without_lettered_places(message: ParentMessage, places: Sequence[Span]) -> ParentMessage:
    """Blank "B&D" (Barking and Dagenham), whose letters are no sections of a plan."""
    text = message.text
    for start, end in places:
        if _LETTERED.fullmatch(text[start:end]):
            text = text[:start] + "x" * (end - start) + text[end:]
    return message if text == message.text else ParentMessage(text)
