"""Whether a request to the webhooks comes from Twilio: its signature over address and fields.

Twilio's own library builds what is signed (twilio.request_validator, 9.13): HMAC-SHA1 with the
account's token, or HMAC-SHA256 with a shared key where X-Twilio-Webhooks-Signature-Settings says
so. The comparison is ours: the library's gives up early on another length and looks at one token.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, ImmutableMultiDict
from twilio.request_validator import (
    SIGNATURE_HEADER,
    SIGNATURE_SETTINGS_HEADER,
    RequestValidator,
    get_signature_algorithm,
)

Fields = ImmutableMultiDict[str, str]
DEFAULT_PORTS = {"https": 443, "http": 80}


class Signatures:
    """Checks signatures against every secret in force. Without a secret nothing is accepted."""

    def __init__(self, public_url: str | None, secrets: Sequence[str]) -> None:
        self._public_url = public_url
        self._validators = [RequestValidator(secret) for secret in secrets]

    @property
    def missing(self) -> list[str]:
        """The variables without which every request is refused."""
        named = {"INTAKE_PUBLIC_URL": self._public_url, "TWILIO_AUTH_TOKEN": self._validators}
        return [name for name, value in named.items() if not value]

    def are_right(self, path: str, query: str, fields: Fields, headers: Headers) -> bool:
        """Whether Twilio signed this. `path` and `query` are as they came, not decoded."""
        signature = headers.get(SIGNATURE_HEADER)
        if self._public_url is None or not signature:
            return False
        url = f"{self._public_url}{path}" + (f"?{query}" if query else "")
        algorithm = get_signature_algorithm(headers.get(SIGNATURE_SETTINGS_HEADER))
        is_right = False
        # Every secret and both addresses are tried, whichever is right.
        for validator in self._validators:
            for each in _with_and_without_port(url):
                computed = _compute(validator, each, fields, algorithm)
                is_right |= hmac.compare_digest(computed, signature.encode())
        return is_right


def _compute(validator: RequestValidator, url: str, fields: Fields, algorithm: str) -> bytes:
    try:
        return str(validator.compute_signature(url, fields, algorithm)).encode()
    except ValueError:
        # An algorithm that is none of Twilio's; no signature is empty.
        return b""


def _with_and_without_port(url: str) -> tuple[str, str]:
    """The address as it is configured, and the other way to write a default port.

    Twilio is not consistent about it (twilio.request_validator.RequestValidator.validate).
    """
    parts = urlsplit(url)
    host = parts.netloc
    default = DEFAULT_PORTS[parts.scheme]
    other = host.removesuffix(f":{default}") if parts.port == default else f"{host}:{default}"
    if parts.port not in (None, default):
        other = host.removesuffix(f":{parts.port}")
    return url, url.replace(f"//{host}", f"//{other}", 1)
