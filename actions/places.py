"""Where an error came from, for a log that may not hold what it says."""

from __future__ import annotations


def place_of(error: BaseException) -> str:
    """Module and line of the innermost frame: "casework.answers.facts:120"."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "unknown"
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
