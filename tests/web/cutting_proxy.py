"""A proxy in front of the service that breaks connections, as a train in a tunnel does."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable


class CuttingProxy:
    """Passes bytes both ways until `cut` closes everything that is open."""

    def __init__(self, port: int) -> None:
        self._behind = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self.cuts = 0
        self.posts_cut = 0
        self.post_passed = threading.Event()
        self._posting: set[socket.socket] = set()
        self._start(self._accept)

    def cut(self) -> None:
        """Breaks every connection with a reset, in the middle of whatever it carries."""
        with self._lock:
            broken, self._open = self._open, set()
            self.posts_cut += len(self._posting)
            self._posting.clear()
        self.cuts += 1
        for end in broken:
            with contextlib.suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def close(self) -> None:
        """Takes no more connections and breaks those that are open."""
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                near, _address = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._behind))
            except OSError:
                return
            with self._lock:
                self._open |= {near, far}
            self._start(self._pass, near, far, near)
            self._start(self._pass, far, near, near)

    def _pass(self, source: socket.socket, target: socket.socket, browser: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self._note(browser, is_post=source is browser and data.startswith(b"POST "))
                target.sendall(data)
                if source is browser and data.startswith(b"POST "):
                    self.post_passed.set()
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)

    def _note(self, browser: socket.socket, *, is_post: bool) -> None:
        """A message is on its way until anything comes back."""
        with self._lock:
            if is_post and browser in self._open:
                self._posting.add(browser)
            else:
                self._posting.discard(browser)

    @staticmethod
    def _start(work: Callable[..., None], *args: socket.socket) -> None:
        threading.Thread(target=work, args=args, daemon=True).start()
