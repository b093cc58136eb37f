"""Puts domain.yml and data/responses/*.yml together, so that plain `rasa train` sees both."""

from __future__ import annotations

from pathlib import Path

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.utils.common import cached_method

RESPONSES = Path("data", "responses")


class IntakeImporter(RasaFileImporter):
    """Reads what Rasa reads, and the responses beside the rest of the content."""

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
