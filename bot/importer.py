"""Puts together what plain `rasa train` should see.

domain.yml with data/responses/*.yml, and the NLU examples with those of danger,
the accounts of disputes and the messages labelled with facts.
"""

from __future__ import annotations

from pathlib import Path

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

from bot.nlu.danger_examples import part_lessons, part_ordinary_examples, read_danger_examples
from bot.nlu.dispute_examples import read_dispute_examples
from bot.nlu.fact_examples import read_fact_examples

RESPONSES = Path("data", "responses")
DANGER_EXAMPLES = Path("data", "danger")
DISPUTE_EXAMPLES = Path("data", "disputes")
FACT_EXAMPLES = Path("data", "facts")


class QuicklyCopied(Message):
    """A training message whose deep copy shares its texts and numbers, which nobody changes.

    Rasa copies all messages five times while it puts importers together: five seconds of training
    (training_data.py:127, importer.py:303-307,495-504).
    """

    def __deepcopy__(self, _memo: dict[int, object]) -> QuicklyCopied:
        """A message with containers of its own."""
        data = {key: list(of) if isinstance(of, list) else of for key, of in self.data.items()}
        copied = QuicklyCopied(data, set(self.output_properties), self.time, list(self.features))
        copied._cached_fingerprint = self._cached_fingerprint
        return copied


class IntakeImporter(RasaFileImporter):
    """Reads what Rasa reads, and the responses and dangers beside the rest of the content."""

    @cached_method
    def get_domain(self) -> Domain:
        """The domain with every response. Raises RasaException for a file that is no domain.

        Rasa would go on with an empty domain (rasa/shared/importers/rasa.py:73-77).
        """
        if not self._domain_path:
            return Domain.empty()
        domain = Domain.load(self._domain_path)
        folder = Path(self._domain_path).parent / RESPONSES
        for path in sorted(folder.glob("*.yml")):
            domain = domain.merge(Domain.from_file(str(path)))
        return domain

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The NLU examples; those of danger and what is none; accounts of disputes; facts.

        Only the first have an intent.
        """
        data = super().get_nlu_data(language)
        if not self._domain_path:
            return data
        root = Path(self._domain_path).parent
        dangers = read_danger_examples(root / DANGER_EXAMPLES)
        ordinary = part_ordinary_examples(data.intent_examples) if dangers else ()
        disputes = read_dispute_examples(root / DISPUTE_EXAMPLES)
        facts = read_fact_examples(root / FACT_EXAMPLES)
        told = part_lessons([*disputes, *facts]) if dangers else ()
        if not dangers and not disputes and not facts:
            return data
        return TrainingData(
            [
                QuicklyCopied(message.data, message.output_properties, message.time)
                for message in (
                    *data.training_examples,
                    *dangers,
                    *ordinary,
                    *disputes,
                    *facts,
                    *told,
                )
            ],
            data.entity_synonyms,
            data.regex_features,
            data.lookup_tables,
            data.responses,
        )
