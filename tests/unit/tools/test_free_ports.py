"""Ports for servers of tests."""

import subprocess
import sys

from tools import free_ports
from tools.free_ports import find_free_port

HELD = """
import sys
from tools import free_ports
free_ports._PORTS = [int(sys.argv[1]), int(sys.argv[2])]
print(free_ports.find_free_port())
"""


def test_a_port_is_given_to_one_process_only_though_nobody_listens_on_it_yet() -> None:
    held, free = find_free_port(), find_free_port()
    assert held != free
    free_ports._taken.pop().close()
    found = subprocess.run(
        [sys.executable, "-c", HELD, str(held), str(free)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(found.stdout) == free
