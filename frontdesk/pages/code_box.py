"""A resume code as pages show it: the code, its link, when it ends and where not to keep it."""

from __future__ import annotations

from typing import Any

from fastapi import Request

from casework.law.deadlines import LONDON
from casework.referral.show import show_date
from frontdesk.pages.texts import load_texts
from frontdesk.service import Service
from store.conversations.resume_codes import MadeCode


def describe_code(service: Service, request: Request, made: MadeCode) -> dict[str, Any]:
    """What code_box.html needs."""
    settings = service.settings
    home = settings.public_url or str(request.base_url).rstrip("/")
    return {
        "box": load_texts("save"),
        "made": made.code,
        "link": f"{home}/r/{made.code}",
        "until": show_date(made.expires_at.astimezone(LONDON).date()),
        "idle_minutes": settings.idle_minutes,
    }
