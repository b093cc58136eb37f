"""What a request tells of whoever sent it: a person or a script, which website, which network."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from fastapi import Request

from frontdesk.problems import Problem

HOUSEHOLD_BITS = 64
"""What one household or one phone is given of IPv6; it may use any address of it (RFC 6177)."""


def shows_pages(request: Request) -> bool:
    """Whether somebody will look at the answer, rather than a script.

    Browsers say so since 2023; older ones ask for HTML only where they show it.
    """
    mode = request.headers.get("sec-fetch-mode")
    if mode is not None:
        return mode == "navigate"
    return "text/html" in request.headers.get("accept", "")


def is_sent_from_elsewhere(request: Request, public_url: str | None) -> bool:
    """Whether the browser says that a page of another website sent this.

    Browsers send Sec-Fetch-Site since 2023 and Origin with every post since 2020; a client that
    sends neither carries nobody's cookies. "none" is the person, who loads a page again.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None:
        return site not in ("same-origin", "none")
    if origin is None:
        return False
    hosts = {request.headers.get("host"), urlsplit(public_url or "").netloc} - {"", None}
    return urlsplit(origin).netloc not in hosts


def refuse_other_websites(request: Request) -> None:
    """A dependency for forms. Raises Problem 403 where a page of another website sent this."""
    if request.method in ("GET", "HEAD"):
        return
    if is_sent_from_elsewhere(request, request.app.state.service.settings.public_url):
        raise Problem(403, "This was sent from another website.")


def is_address(host: str) -> bool:
    """Whether this is an address of a machine rather than a name."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def network_of(request: Request) -> str:
    """Whom to count a request against: an IPv4 address, or the /64 of an IPv6 address."""
    host = request.client.host if request.client else "unknown"
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return host
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ip_network((int(address), HOUSEHOLD_BITS), strict=False))
