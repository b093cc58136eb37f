"""Finds ports for servers of tests and benchmarks."""

from __future__ import annotations

import random
import socket

# Below those that the system gives to outgoing connections (from 32768): who knocks again and again
# at one of these where nobody listens is at some time connected with itself, and holds it.
_PORTS = range(20_000, 32_000)
_taken: list[socket.socket] = []


def find_free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on, and that no other process is given meanwhile.

    It stays this process's until it ends: by a name in Linux's abstract namespace of sockets,
    which goes with the process.
    """
    while True:
        port = random.choice(_PORTS)
        claim = socket.socket(socket.AF_UNIX)
        try:
            claim.bind(f"\0intake-port-{port}")
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", port))
        except OSError:
            claim.close()
            continue
        _taken.append(claim)
        return port
