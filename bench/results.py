"""var/bench.json: what was measured, each part with when and on what machine."""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "var" / "bench.json"


def keep(part: str, figures: dict[str, Any]) -> None:
    """Writes one part; what was measured of the others before stays."""
    kept: dict[str, Any] = {}
    if RESULT.exists():
        kept = json.loads(RESULT.read_text(encoding="utf-8"))
    kept[part] = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "processors": os.cpu_count(),
        "machine": platform.platform(),
        **figures,
    }
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(f"Written to {RESULT.relative_to(ROOT)}")
