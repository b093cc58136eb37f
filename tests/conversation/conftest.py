"""The real service, started once for all conversation tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from tests.conversation.parents import Chat
from tests.conversation.service import Service

TELLING = 8


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("service"))
    running.start()
    yield running
    running.stop()
    assert find_words_in_logs(running, Chat.everything_said) == []


def find_words_in_logs(service: Service, said: Iterable[str]) -> list[str]:
    """What was said that stands in a log; short messages such as "no" tell nothing."""
    logs = service.read_logs()
    assert logs, "there are logs to look through"
    telling = {text for text in said if len(text) >= TELLING or any(c.isdigit() for c in text)}
    return sorted(text for text in telling if len(text) > 3 and text in logs)
