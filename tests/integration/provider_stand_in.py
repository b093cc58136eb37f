"""A provider of single sign-on over HTTP, as OpenID Connect Core 1.0 has it, with real keys.

It keeps to the standard by itself: a code is good once, for the client, address and PKCE verifier
it was given out for. What it says about somebody, a test chooses in `claims`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

FIRST_KEY = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"})
CLIENT, SECRET = "intake desk", "a secret: with/marks"


@dataclass
class ProviderStandIn:
    """Serves at `url`, which is its issuer; `person` is whoever is signed in there."""

    person: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    """Put over what an ID token says; None leaves a claim out."""
    refuses: str = ""
    """Sends everybody back with this error."""
    is_down: bool = False

    def __post_init__(self) -> None:
        self.key: RSAKey | OctKey = FIRST_KEY
        self.published = [FIRST_KEY]
        self.algorithm = "RS256"
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                stand_in.asked.append(self.path)
                parts = urlsplit(self.path)
                if stand_in.is_down:
                    self.answer(503, {})
                elif parts.path == "/.well-known/openid-configuration":
                    self.answer(200, stand_in.metadata)
                elif parts.path == "/keys":
                    keys = [key.as_dict(private=False) for key in stand_in.published]
                    self.answer(200, {"keys": keys})
                elif parts.path == "/authorize":
                    self.send_response(302)
                    self.send_header("Location", stand_in.authorize(dict(parse_qsl(parts.query))))
                    self.end_headers()
                else:
                    self.answer(404, {})

            def do_POST(self) -> None:
                stand_in.asked.append(self.path)
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                login = self.headers.get("Authorization", "")
                self.answer(*stand_in.give_token(dict(parse_qsl(body)), login))

            def answer(self, status: int, body: dict[str, Any]) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(body).encode())

            def log_message(self, *_arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize?tenant=charity",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to."""
        assert asked["response_type"] == "code" and asked["client_id"] == CLIENT
        assert "openid" in asked["scope"].split() and asked["tenant"] == "charity"
        assert asked["code_challenge_method"] == "S256" and len(asked["nonce"]) > 20
        back: dict[str, str] = {"state": asked["state"]}
        if self.refuses:
            back["error"] = self.refuses
        else:
            back["code"] = secrets.token_urlsafe(16)
            self.codes[back["code"]] = asked
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def give_token(self, given: dict[str, str], login: str) -> tuple[int, dict[str, Any]]:
        """The answer of the token endpoint."""
        name, _colon, secret = (
            base64.b64decode(login.removeprefix("Basic ")).decode().partition(":")
        )
        if (unquote_plus(name), unquote_plus(secret)) != (CLIENT, SECRET):
            return 401, {"error": "invalid_client"}
        asked = self.codes.pop(given.get("code", ""), None)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if (
            asked is None
            or given.get("redirect_uri") != asked["redirect_uri"]
            or challenge != asked["code_challenge"]
        ):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.url,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **self.person,
            **self.claims,
        }
        claims = {name: value for name, value in claims.items() if value is not None}
        header = {"alg": self.algorithm, "kid": self.key.kid}
        token = jwt.encode(header, claims, self.key, algorithms=[self.algorithm])
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": token}

    def turn_keys(self) -> None:
        """Signs with a new key from now on, and publishes it."""
        fresh = RSAKey.generate_key(2048, {"kid": secrets.token_hex(4), "use": "sig"})
        self.key = fresh
        self.published.append(fresh)

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
