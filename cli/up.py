"""`./intake up`: check, start the three processes, keep them running until told to stop."""

import contextlib
import signal
import socket
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType

from cli.arguments import Commands
from cli.errors import CommandError
from cli.processes import describe_processes
from cli.settings import UpSettings, read_settings
from cli.supervisor import Child, Supervisor
from store.settings import list_unknown_settings

ROOT = Path(__file__).resolve().parent.parent
OF_RASA = ("INTAKE_RASA_HOST", "INTAKE_RASA_PORT", "INTAKE_ACTION_DEADLINE")
"""What only Rasa and the action server read."""
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_ROUND_SECONDS = 0.2


def add_command(commands: Commands) -> None:
    """Add `up` to the command line."""
    parser = commands.add_parser("up", help="serve the assistant until Ctrl-C")
    parser.set_defaults(run=lambda _: serve())


def serve() -> int:
    """Run the whole service in the foreground. Raises CommandError when it cannot start."""
    settings = read_settings(UpSettings)
    for name in list_unknown_settings(UpSettings):
        if name not in OF_RASA:
            _say(f"{name} is set and means nothing: see docs/settings.md for the right name.")
    if settings.has_weak_secret:
        _say("INTAKE_SECRET_KEY is easy to guess: have one made, such as by openssl rand -hex 32.")
    check_ports(settings)
    check_model(ROOT / "models")
    return run_until_stopped(describe_processes(settings, ROOT), ROOT, settings.front_desk_url)


def run_until_stopped(children: Sequence[Child], folder: Path, address: str) -> int:
    """Run the children until SIGINT, SIGTERM or SIGHUP; say when all are ready at `address`."""
    supervisor = Supervisor(children, folder, tell=_say)
    with _noticing_stop_signals() as told_to_stop:
        _say("Starting the assistant (about 20 seconds) …")
        try:
            supervisor.start_all()
            _look_after(supervisor, address, told_to_stop)
        finally:
            _say("Stopping …")
            supervisor.stop_all()
    _say("Stopped.")
    return 0


def check_ports(settings: UpSettings) -> None:
    """Raises CommandError, naming the setting, for the first port that is taken."""
    for setting, (host, port) in (
        ("INTAKE_PORT", (settings.host, settings.port)),
        ("INTAKE_RASA_URL", settings.rasa_address),
        ("INTAKE_ACTIONS_URL", settings.actions_address),
    ):
        if not _is_free(host, port):
            raise CommandError(
                f"Port {port} on {host} is taken, perhaps by another copy. "
                f"Stop that, or set {setting} to another port."
            )


def check_model(models: Path) -> None:
    """Raises CommandError when no model has been trained yet."""
    if not any(models.glob("*.tar.gz")):
        raise CommandError("There is no trained model in models/ yet. Run: make run")


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _look_after(supervisor: Supervisor, address: str, told_to_stop: list[int]) -> None:
    was_ready = False
    while not told_to_stop:
        supervisor.look_after()
        is_ready = supervisor.is_ready()
        if is_ready and not was_ready:
            _say(f"Ready at {address} (Ctrl-C stops it)")
        was_ready = is_ready
        time.sleep(_ROUND_SECONDS)


@contextlib.contextmanager
def _noticing_stop_signals() -> Iterator[list[int]]:
    """Collects the stop signals that arrive; a second one while stopping changes nothing."""
    told: list[int] = []

    def notice(number: int, frame: FrameType | None) -> None:
        told.append(number)

    # Under nohup a closed terminal is meant to change nothing.
    noticed = [
        number
        for number in _STOP_SIGNALS
        if not (number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN)
    ]
    before = {number: signal.signal(number, notice) for number in noticed}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _say(line: str) -> None:
    # The terminal may be gone already (SIGHUP); the children still have to be stopped.
    with contextlib.suppress(OSError):
        print(line, flush=True)
