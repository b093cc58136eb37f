"""The provider of single sign-on (OpenID Connect Core 1.0): code flow with PKCE, state and nonce.

What it says about itself is read with the first sign-in and kept for an hour, its keys too; an ID
token with a key that is not among them has them read again, once a minute at most.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import httpx
import structlog
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from frontdesk.staff.sign_in.single_sign_on_settings import ProviderAccount

log = structlog.get_logger()
SCOPE = "openid email"
# Never none and never one with a shared secret, whatever a token's header says.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
KEPT_SECONDS = 3600.0
KEYS_READ_AGAIN_SECONDS = 60.0
REQUEST_SECONDS = 10.0
CLOCKS_DIFFER_SECONDS = 60
TRUE = (True, 1, "1", "true")


class ProviderUnavailable(Exception):
    """The provider did not answer, or not as OpenID Connect has it. The message has no data."""


class NotVouchedFor(Exception):
    """The provider's answer does not prove who this is. The message has no data."""


@dataclass(frozen=True)
class Person:
    """Whom the provider vouches for. `email` only where the provider has verified it."""

    subject: str
    email: str | None


class Provider:
    """Sends browsers to the provider and reads what they bring back."""

    def __init__(self, account: ProviderAccount) -> None:
        self.account = account
        self._metadata: dict[str, Any] = {}
        self._keys: KeySet | None = None
        self._metadata_until = self._keys_until = self._keys_again_from = 0.0

    async def address_of_page(
        self, *, state: str, nonce: str, code_verifier: str, back_to: str
    ) -> str:
        """Where to send the browser. Raises ProviderUnavailable."""
        metadata = await self._read_metadata()
        address: str = prepare_grant_uri(
            metadata["authorization_endpoint"],
            client_id=self.account.client_id,
            response_type="code",
            redirect_uri=back_to,
            scope=SCOPE,
            state=state,
            nonce=nonce,
            code_challenge=create_s256_code_challenge(code_verifier),
            code_challenge_method="S256",
        )
        return address

    async def find_person(
        self, *, code: str, nonce: str, code_verifier: str, back_to: str
    ) -> Person:
        """Whom it vouches for with this code. Raises ProviderUnavailable, NotVouchedFor."""
        metadata = await self._read_metadata()
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back_to,
            "code_verifier": code_verifier,
        }
        account = self.account
        ways = metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        login = None
        if "client_secret_basic" in ways:
            login = httpx.BasicAuth(_encoded(account.client_id), _encoded(account.client_secret))
        else:
            fields |= {"client_id": account.client_id, "client_secret": account.client_secret}
        answer = await _ask("POST", metadata["token_endpoint"], data=fields, auth=login)
        if not isinstance(answer.get("id_token"), str):
            raise NotVouchedFor("no ID token")
        claims = await self._check(answer["id_token"], nonce, answer.get("access_token"))
        # What it says of the address counts; who owns its domain, only where it says nothing.
        said = claims.get("email_verified", claims.get("xms_edov"))
        is_verified = said in TRUE
        email = claims.get("email")
        return Person(
            subject=str(claims["sub"]),
            email=email if is_verified and isinstance(email, str) and email.strip() else None,
        )

    async def _check(self, id_token: str, nonce: str, access_token: object) -> CodeIDToken:
        """The claims, once signature, issuer, audience, times and nonce are right.

        Source: OpenID Connect Core 1.0, 3.1.3.7.
        """
        try:
            token = await self._decode(id_token)
            claims = CodeIDToken(
                token.claims,
                token.header,
                options={
                    "iss": {"essential": True, "value": self.account.issuer},
                    "aud": {"essential": True, "value": self.account.client_id},
                    "sub": {"essential": True},
                    "nonce": {"essential": True, "value": nonce},
                },
                params={
                    "nonce": nonce,
                    "client_id": self.account.client_id,
                    "access_token": access_token,
                },
            )
            claims.validate(leeway=CLOCKS_DIFFER_SECONDS)
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise NotVouchedFor(type(error).__name__) from None
        named = {*_texts(claims.get("amr")), *_texts(claims.get("acr"))}
        if self.account.wanted and not self.account.wanted & named:
            raise NotVouchedFor("without the second factor that is wanted")
        return claims

    async def _decode(self, id_token: str) -> jwt.Token:
        keys = await self._read_keys(again=False)
        try:
            return jwt.decode(id_token, keys, algorithms=list(ALGORITHMS))
        except (JoseError, ValueError):
            fresh = await self._read_keys(again=True)
            if fresh is keys:
                raise
            return jwt.decode(id_token, fresh, algorithms=list(ALGORITHMS))

    async def _read_metadata(self) -> dict[str, Any]:
        if time.monotonic() > self._metadata_until:
            issuer = self.account.issuer
            found = await _ask("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration")
            # OpenID Connect Discovery 1.0, 4.3: it has to be the very name that was asked for.
            if found.get("issuer") != issuer:
                raise ProviderUnavailable("it names another issuer")
            for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                if not _is_as_safe(found.get(name), issuer):
                    raise ProviderUnavailable(f"no {name}")
            self._metadata, self._metadata_until = found, time.monotonic() + KEPT_SECONDS
        return self._metadata

    async def _read_keys(self, *, again: bool) -> KeySet:
        now = time.monotonic()
        is_fresh = self._keys is not None and now < self._keys_until
        if self._keys is None or not is_fresh or (again and now > self._keys_again_from):
            metadata = await self._read_metadata()
            found: Any = await _ask("GET", metadata["jwks_uri"])
            try:
                self._keys = KeySet.import_key_set(found)
            except (JoseError, ValueError, TypeError, KeyError):
                raise ProviderUnavailable("no keys") from None
            self._keys_until = now + KEPT_SECONDS
            self._keys_again_from = now + (KEYS_READ_AGAIN_SECONDS if again else 0.0)
        return self._keys


async def _ask(
    method: str,
    address: str,
    *,
    data: dict[str, str] | None = None,
    auth: httpx.Auth | None = None,
) -> dict[str, Any]:
    """The provider's answer, a JSON object. Raises ProviderUnavailable, NotVouchedFor for a 400."""
    try:
        async with httpx.AsyncClient(timeout=REQUEST_SECONDS) as client:
            response = await client.request(
                method, address, data=data, auth=auth, headers={"Accept": "application/json"}
            )
        if response.status_code in (400, 401) and data is not None:
            raise NotVouchedFor(f"the code was refused: {response.status_code}")
        if response.status_code != 200:
            raise ProviderUnavailable(f"status {response.status_code}")
        found = response.json()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise ProviderUnavailable(type(error).__name__) from None
    if not isinstance(found, dict):
        raise ProviderUnavailable("no JSON object")
    return found


def _is_as_safe(address: object, issuer: str) -> bool:
    """Whether this is an address, and one on https unless the issuer itself is not (a stand-in)."""
    if not isinstance(address, str):
        return False
    return address.startswith("https://") or (
        issuer.startswith("http://") and address.startswith("http://")
    )


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str)]


def _encoded(text: str) -> str:
    """As the login of a client is written (RFC 6749, 2.3.1)."""
    return str(httpx.QueryParams({"": text})).removeprefix("=")
