"""Passkeys (WebAuthn level 3): what a browser is asked for, and whether what it gives is right.

A passkey asks its owner for a finger, a face or a PIN each time (user verification), so it is
something held and something known or been at once: both factors. It is bound to the address of
this website, so it cannot be given to another one by mistake.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import webauthn
from fastapi import Request
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json_dict
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from casework.team.opening_hours import service_details
from frontdesk.callers import is_address
from frontdesk.settings import FrontDeskSettings
from store.accounts.passkeys import NewPasskey

ASKED_MS = 5 * 60 * 1000
LOCAL = "localhost"


class NotRight(Exception):
    """What the browser gave is not what was asked for. No more is told."""


@dataclass(frozen=True)
class Website:
    """What passkeys are bound to: the host, and the address of its pages."""

    host: str
    origin: str


@dataclass(frozen=True)
class Given:
    """What a browser gave, not checked yet but for its form."""

    credential_id: str
    challenge: str
    user_handle: bytes
    credential: dict[str, Any]


def find_website(request: Request, settings: FrontDeskSettings) -> Website | None:
    """What passkeys are bound to here: INTAKE_PUBLIC_URL, without it the localhost of this request.

    None where there can be none: browsers want a name, and https but for localhost (WebAuthn
    level 3, 5.1.3 and 5.1.4.1: the effective domain has to be a valid domain).
    """
    try:
        address = urlsplit(settings.public_url or f"http://{request.headers.get('host', '')}")
        host, given_port = (address.hostname or "").lower(), address.port
    except ValueError:
        return None
    is_local = host == LOCAL or host.endswith(f".{LOCAL}")
    if settings.public_url is None and not is_local:
        return None
    if is_address(host) or (address.scheme != "https" and not is_local):
        return None
    usual = {"https": 443, "http": 80}[address.scheme]
    port = "" if given_port in (None, usual) else f":{given_port}"
    return Website(host, f"{address.scheme}://{host}{port}")


def ask_for_new(
    website: Website,
    challenge: str,
    *,
    handle: bytes,
    email: str,
    name: str,
    known: Sequence[str],
) -> dict[str, Any]:
    """What navigator.credentials.create is called with. `known`: ids that are not made twice."""
    options = webauthn.generate_registration_options(
        rp_id=website.host,
        rp_name=service_details().name,
        user_id=handle,
        user_name=email,
        user_display_name=name,
        challenge=base64url_to_bytes(challenge),
        timeout=ASKED_MS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(base64url_to_bytes(each)) for each in known
        ],
    )
    return options_to_json_dict(options)


def ask_for_known(website: Website, challenge: str) -> dict[str, Any]:
    """What navigator.credentials.get is called with; nobody has to say first who they are."""
    options = webauthn.generate_authentication_options(
        rp_id=website.host,
        challenge=base64url_to_bytes(challenge),
        timeout=ASKED_MS,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json_dict(options)


def read_given(text: str) -> Given:
    """What the form brought from the browser. Raises NotRight."""
    try:
        credential = json.loads(text)
        response = credential["response"]
        client_data = json.loads(base64url_to_bytes(response["clientDataJSON"]))
        return Given(
            credential_id=str(credential["id"]),
            challenge=str(client_data["challenge"]),
            user_handle=base64url_to_bytes(response.get("userHandle") or ""),
            credential=credential,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotRight from None


def check_new(given: Given, website: Website) -> NewPasskey:
    """The passkey that was made. Raises NotRight.

    The challenge was ours: the caller has used it up.
    """
    try:
        verified = webauthn.verify_registration_response(
            credential=given.credential,
            expected_challenge=base64url_to_bytes(given.challenge),
            expected_rp_id=website.host,
            expected_origin=website.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError, AttributeError):
        raise NotRight from None
    return NewPasskey(
        credential_id=bytes_to_base64url(verified.credential_id),
        public_key=bytes_to_base64url(verified.credential_public_key),
        sign_count=verified.sign_count,
    )


def check_known(given: Given, website: Website, *, public_key: str, handle: bytes) -> int:
    """How often the passkey has signed by its own count, which the store compares with the last.

    The challenge was ours, as in check_new. Raises NotRight.
    """
    if given.user_handle != handle:
        raise NotRight
    try:
        verified = webauthn.verify_authentication_response(
            credential=given.credential,
            expected_challenge=base64url_to_bytes(given.challenge),
            expected_rp_id=website.host,
            expected_origin=website.origin,
            credential_public_key=base64url_to_bytes(public_key),
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError, AttributeError):
        raise NotRight from None
    return verified.new_sign_count
