"""The real service, started once for all conversation tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conversation.service import Service


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("service"))
    running.start()
    yield running
    running.stop()
