"""`make evaluate`: measure how well the assistant understands; writes var/evaluation.html, .json.

A target that is missed is a result, not an error: the exit code is 0 then.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from evaluation.figures import read_last_run, work_out_figures, write_figures
from evaluation.hearing import ROOT, NothingHeard
from evaluation.judging import judge_all
from evaluation.report import render_report
from evaluation.sets import SetUnreadable, read_sets
from evaluation.table import render_table

SETS = ROOT / "tests" / "understanding"
FIGURES = ROOT / "var" / "evaluation.json"
REPORT = ROOT / "var" / "evaluation.html"


def main(arguments: Sequence[str]) -> int:
    """Evaluate, print the table, write both files. Returns 0, or 1 where that was not possible."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument(
        "--sets", type=Path, default=SETS, help="folder of the held-out messages (JSON lines)"
    )
    folder = parser.parse_args(arguments).sets
    started = time.monotonic()
    try:
        sets = read_sets(folder)
        print(f"Hearing {sets.size} messages …", flush=True)
        judged = judge_all(sets)
        figures = work_out_figures(judged, messages=sets.size, at=datetime.now(UTC))
    except (SetUnreadable, NothingHeard, ValueError) as error:
        print(f"The evaluation stopped: {error}.", file=sys.stderr)
        return 1
    last = read_last_run(FIGURES)
    print(f"\n{render_table(figures.scores, last)}\n")
    write_figures(figures, FIGURES)
    REPORT.write_text(render_report(figures, judged, last), encoding="utf-8")
    written = " and ".join(str(path.relative_to(ROOT)) for path in (REPORT, FIGURES))
    print(f"Written to {written} in {time.monotonic() - started:.0f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
