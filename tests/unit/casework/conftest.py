"""Examples that are made up may take as long as a busy machine needs."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("any_speed", deadline=None)
settings.load_profile("any_speed")
