"""A passkey in software, as a browser hands it on (ES256, its owner verified), and its use."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, encode_cbor

from tests.integration.colleagues import StaffBrowser

ACCOUNT = "/staff/account"
PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class SoftPasskey:
    """Belongs to one website; `flags` says what the person did, `count` how often it has signed."""

    origin: str
    host: str = "localhost"
    flags: int = PRESENT | VERIFIED
    count: int = 0
    handle: str = ""
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def create(self, options: dict[str, Any]) -> str:
        """What navigator.credentials.create gives for these options."""
        self.handle = options["user"]["id"]
        point = self.key.public_key().public_numbers()
        public_key = {1: 2, 3: -7, -1: 1, -2: _bytes(point.x), -3: _bytes(point.y)}
        attested = (
            bytes(16)
            + len(self.credential_id).to_bytes(2, "big")
            + self.credential_id
            + encode_cbor(public_key)
        )
        authenticator_data = self._data(self.flags | HAS_KEY) + attested
        attestation = {"fmt": "none", "attStmt": {}, "authData": authenticator_data}
        return self._write(
            clientDataJSON=self._client_data("webauthn.create", options["challenge"]),
            attestationObject=encode_cbor(attestation),
        )

    def get(self, options: dict[str, Any]) -> str:
        """What navigator.credentials.get gives for these options."""
        self.count += 1
        client_data = self._client_data("webauthn.get", options["challenge"])
        data = self._data(self.flags)
        signed = self.key.sign(data + hashlib.sha256(client_data).digest(), ec.ECDSA(SHA256()))
        return self._write(
            clientDataJSON=client_data,
            authenticatorData=data,
            signature=signed,
            userHandle=base64url_to_bytes(self.handle),
        )

    def _data(self, flags: int) -> bytes:
        host_hash = hashlib.sha256(self.host.encode()).digest()
        return host_hash + bytes([flags]) + self.count.to_bytes(4, "big")

    def _client_data(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _write(self, **response: bytes) -> str:
        written = bytes_to_base64url(self.credential_id)
        return json.dumps(
            {
                "id": written,
                "rawId": written,
                "type": "public-key",
                "response": {name: bytes_to_base64url(part) for name, part in response.items()},
            }
        )


def _bytes(number: int) -> bytes:
    return number.to_bytes(32, "big")


def ask(browser: StaffBrowser, page: str, options: str, **fields: str) -> httpx.Response:
    """What the script asks for: a challenge and whom it is for."""
    data = {"form_token": browser.form_token(page), **fields}
    return browser.client.post(options, data=data, headers={"Accept": "application/json"})


def add(browser: StaffBrowser, passkey: SoftPasskey, name: str = "blue key") -> httpx.Response:
    options = ask(browser, ACCOUNT, f"{ACCOUNT}/passkeys/options")
    assert options.status_code == 200, options.text
    fields = {
        "form_token": browser.form_token(ACCOUNT),
        "name": name,
        "credential": passkey.create(options.json()),
    }
    return browser.client.post(f"{ACCOUNT}/passkeys", data=fields)


def ask_to_sign_in(browser: StaffBrowser) -> dict[str, Any]:
    options: dict[str, Any] = ask(
        browser, "/staff/sign-in", "/staff/sign-in/passkey/options"
    ).json()
    return options


def give(browser: StaffBrowser, credential: str, then: str = "/staff") -> httpx.Response:
    fields = {"form_token": browser.form_token("/staff/sign-in"), "then": then}
    fields["credential"] = credential
    return browser.client.post("/staff/sign-in/passkey", data=fields)


def sign_in(browser: StaffBrowser, passkey: SoftPasskey) -> httpx.Response:
    return give(browser, passkey.get(ask_to_sign_in(browser)))
