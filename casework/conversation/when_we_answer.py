"""When somebody is there: told once to a parent who is asked to ring because time is short.

Elsewhere the texts that give our number give our hours too; here the parent has to know whether it
is now.
"""

from __future__ import annotations

from casework.say import Say
from casework.team.opening_hours import describe_opening, service_details
from casework.turn.state import Turn

_ASKS_TO_ACT_NOW = frozenset(
    {
        "utter_urgent",
        "utter_urgent_in_writing",
        "utter_route_dates_passed",
        "utter_route_dates_urgent",
        "utter_time_is_short",
        "utter_time_is_short_with_certificate",
        "utter_time_may_be_over",
        "utter_time_may_be_short",
        "utter_route_old_with_cert",
        "utter_late_in_writing",
        "utter_short_of_time_in_writing",
        "utter_check_certificate_in_writing",
    }
)
_TOLD = "hours"
"""Among what was told: when we answer."""


def tell_hours_once(turn: Turn) -> None:
    """Say when we are there, right after the message that asks the parent to ring or write now."""
    asking = [place for place, say in enumerate(turn.says) if say.response in _ASKS_TO_ACT_NOW]
    if not asking or _TOLD in turn.draft.progress.told:
        return
    turn.draft.progress.told.append(_TOLD)
    values = {"hours": service_details().usual_hours, "opening": describe_opening(turn.now)}
    turn.says.insert(asking[-1] + 1, Say("utter_when_we_answer", values))
