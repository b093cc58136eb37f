"""A phone in the terminal, for trying texts by hand without Twilio.

    .venv/bin/python -m tests.integration.texting_by_hand --front-desk http://127.0.0.1:8000

The front desk needs the settings that are printed at the start. Each line typed is a text from
the phone; each text to it is printed with its number of segments.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time

from casework.texts.counting import count_segments
from tests.integration.twilio_stand_in import TwilioStandIn


def talk(front_desk: str, port: int, phone: str) -> None:
    """Texts what is typed and prints what comes back."""
    twilio = TwilioStandIn(port)
    twilio.front_desk, twilio.public_url, twilio.receipts = front_desk, front_desk, ("delivered",)
    for name, value in twilio.environment.items():
        print(f"{name}={value}")
    shown = 0

    def show() -> None:
        nonlocal shown
        while True:
            bodies = twilio.bodies_to(phone)
            for body in bodies[shown:]:
                print(f"< {body}  [{count_segments(body).segments}]", flush=True)
            shown = len(bodies)
            time.sleep(0.2)

    threading.Thread(target=show, daemon=True).start()
    for line in sys.stdin:
        print(f"({twilio.text(phone, line.rstrip()).status_code})", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Stands in for Twilio.")
    parser.add_argument("--front-desk", default="http://127.0.0.1:8000")
    parser.add_argument("--port", type=int, default=8900)
    parser.add_argument("--phone", default="+447700900123")
    given = parser.parse_args()
    talk(given.front_desk, given.port, given.phone)
