"""What the command line needs to know besides the store's settings: addresses, the tracker."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, SecretStr, field_validator

from cli.errors import CommandError
from frontdesk.settings import FrontDeskSettings
from store.settings import SettingsClass, SettingsError, derive_key, load_settings


class UpSettings(FrontDeskSettings):
    """The front desk's settings, held to one machine, and where Rasa keeps its tracker."""

    port: int = Field(default=8000, ge=1, le=65535, description="Port of the front desk.")
    tracker_database_url: str | None = Field(
        default=None,
        alias="INTAKE_TRACKER_URL",
        description="Rasa's own database. Default: SQLite at `tracker.db` in `INTAKE_VAR`.",
    )
    tracker_keys: SecretStr | None = Field(
        default=None,
        alias="INTAKE_TRACKER_KEY",
        description="Fernet keys of Rasa's tracker. Default: derived from `INTAKE_SECRET_KEY`.",
    )

    @field_validator("rasa_url", "actions_url")
    @classmethod
    def _check_loopback(cls, url: str) -> str:
        """These two trust whoever can reach them, so they are only ever served on loopback."""
        parts = urlsplit(url)
        try:
            has_port = parts.port is not None
        except ValueError:
            has_port = False
        if parts.scheme != "http" or not has_port or not _is_loopback(parts.hostname or ""):
            raise ValueError("must be http://127.0.0.1:PORT, since ./intake up serves it itself")
        return url.rstrip("/")

    @property
    def loopback_host(self) -> str:
        """Where this machine itself reaches the front desk."""
        return "127.0.0.1" if self.host in ("0.0.0.0", "::", "") else self.host

    @property
    def front_desk_url(self) -> str:
        """The front desk's address as this machine sees it."""
        host = f"[{self.loopback_host}]" if ":" in self.loopback_host else self.loopback_host
        return f"http://{host}:{self.port}"

    @property
    def rasa_address(self) -> tuple[str, int]:
        """Host and port of the Rasa server."""
        return _host_and_port(urlsplit(self.rasa_url))

    @property
    def actions_address(self) -> tuple[str, int]:
        """Host and port of the action server."""
        return _host_and_port(urlsplit(self.actions_url))

    @property
    def tracker_url(self) -> str:
        """The SQLAlchemy URL of Rasa's tracker."""
        return self.tracker_database_url or f"sqlite:///{self.var.resolve() / 'tracker.db'}"

    @property
    def tracker_key(self) -> str:
        """The Fernet keys of Rasa's tracker, separated by commas."""
        if self.tracker_keys:
            return self.tracker_keys.get_secret_value()
        return derive_key(self.keys.secret_key, "tracker")


def read_settings(settings_class: type[SettingsClass]) -> SettingsClass:
    """Reads the environment and `.env`. Raises CommandError naming the first wrong variable."""
    try:
        return load_settings(settings_class)
    except SettingsError as error:
        raise CommandError(str(error)) from None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _host_and_port(parts: SplitResult) -> tuple[str, int]:
    assert parts.hostname and parts.port  # checked when the setting was read
    return parts.hostname, parts.port
