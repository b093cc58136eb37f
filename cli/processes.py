"""Which processes make up the service, and what each of them is told.

Least privilege: a process gets the settings it needs and no others. The Rasa server, which is
old software that reads what strangers write, never sees the keys to what is kept.
"""

import os
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

from cli.settings import UpSettings
from cli.supervisor import Child

_SYSTEM = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH")
_RASA_ONLY = {
    # glibc keeps an arena a thread: with two, the server is some 60 MB smaller.
    "MALLOC_ARENA_MAX": "2",
    "PYTHONUNBUFFERED": "1",
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
     "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"),
    "1",
)  # fmt: skip
_OUTSIDE = ("TWILIO_", "SMTP_")


def describe_processes(settings: UpSettings, root: Path) -> tuple[Child, ...]:
    """The three processes, with commands, environments, logs and health checks."""
    logs = settings.var / "log"
    application = str(root / ".venv" / "bin" / "python")
    rasa = str(root / ".venv-rasa" / "bin" / "python")
    return (
        Child(
            "front desk",
            (application, "-m", "frontdesk"),
            build_front_desk_environment(settings),
            logs / "frontdesk.log",
            check_health(f"{settings.front_desk_url}/health"),
        ),
        Child(
            "action server",
            (application, "-m", "actions.server"),
            build_actions_environment(settings),
            logs / "actions.log",
            check_health(f"{settings.actions_url}/health"),
        ),
        Child(
            "Rasa server",
            (rasa, "-m", "bot.serve"),
            build_rasa_environment(settings),
            logs / "rasa.log",
            check_health(f"{settings.rasa_url}/webhooks/intake/health"),
        ),
    )


def build_rasa_environment(
    settings: UpSettings, environment: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """The Rasa server's environment: addresses and its own two keys, nothing of the store's."""
    host, port = settings.rasa_address
    return {
        **_pick_system(environment),
        **_RASA_ONLY,
        **_ONE_THREAD,
        "INTAKE_VAR": str(settings.var),
        "INTAKE_RASA_HOST": host,
        "INTAKE_RASA_PORT": str(port),
        "INTAKE_ACTIONS_URL": settings.actions_url,
        "INTAKE_INTERNAL_KEY": settings.keys.internal_key,
        "INTAKE_TRACKER_URL": settings.tracker_url,
        "INTAKE_TRACKER_KEY": settings.tracker_key,
        "INTAKE_TODAY": settings.today.isoformat() if settings.today else "",
    }


def build_actions_environment(
    settings: UpSettings, environment: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """The action server's environment: the service's settings, without the doors to outside."""
    return {
        name: value
        for name, value in build_front_desk_environment(settings, environment).items()
        if not name.startswith(_OUTSIDE)
    }


def build_front_desk_environment(
    settings: UpSettings, environment: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """The front desk's environment: every setting of the service, given here or in `.env`."""
    given = {
        name: value
        for name, value in environment.items()
        if name.startswith(("INTAKE_", *_OUTSIDE))
    }
    return {
        **_pick_system(environment),
        **given,
        "INTAKE_INTERNAL_KEY": settings.keys.internal_key,
        "PYTHONUNBUFFERED": "1",
    }


def check_health(url: str) -> Callable[[], bool]:
    """A check that asks `url`, for at most 3 seconds and past any proxy, whether it answers 200."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def is_healthy() -> bool:
        try:
            with opener.open(url, timeout=3) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    return is_healthy


def _pick_system(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: environment[name] for name in _SYSTEM if name in environment}
