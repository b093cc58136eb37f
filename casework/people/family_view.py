"""The answers as they are shown back to the family: nothing that others must not see is repeated.

Somebody else may look at the screen, the text or the paper. Colleagues see all the words
(`casework.referral.summary`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.people.limits_told import hangs_on_somebody
from casework.people.reached_with_care import clauses_of_care
from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.referral.show import field_label, show_value, tell_value
from casework.referral.summary import SummaryRow, summary_rows
from casework.referral.told_back import within_a_sentence

NOTED = "noted for our team"
_MAY_HOLD_IT = frozenset({"best_time", "in_own_words"})
_TELLS_ITSELF = frozenset({"plan", "issue", "child_age", "safe_contact"})
"""Answers that read well without what they are called: "no plan; refused to assess"."""
_SENTENCE = re.compile(r"[^.;!?\n]+[.;!?]*")
_BESIDE_THEM = (
    r"(?:my|her|his|their|the|our) (?:\w+[ -]){0,2}?(?:husband|wife|partner|ex|boyfriend|"
    r"girlfriend|dad|father|step ?dad|fella|bloke|in-?laws?)\b"
)
_NOT_FOR_OTHERS = re.compile(
    r"\bsecret\w*|\b(?:women'?s|the|a|in) refuge\b|\bsafe ?house\b|\bnon[- ]?mol\w*|"
    r"\binjunction\b|\brestraining order\b|\bdo(?:es)?(?: not|n'?t) know (?:where|that|im|i'm)\b|"
    r"\b(?:without|behind) (?:him|her|them|my \w+) (?:knowing|finding)\b|"
    r"\bbehind (?:his|her) back\b|"
    r"\bif (?:he|she|they|my \w+) (?:finds?|sees?|reads?|knew|knows?|found|saw)\b|"
    r"\b(?:i'?m|i am|we are|we'?re|makes me) (?:\w+ )?(?:scared|afraid|frightened|terrified) "
    r"(?:of (?:him|her|them)|to (?:talk|say|go home|be here)|for my life)\b|"
    rf"\b(?:scared|afraid|frightened|terrified|fear|hid\w*|away|leav\w+|left|fled|run\w*) "
    rf"(?:of |from )?{_BESIDE_THEM}|"
    rf"\b{_BESIDE_THEM}[^.;!?\n]{{0,60}}\b(?:hits?|hitting|beats?|hurts?|shouts?|angry|mad|"
    r"threat\w*|"
    r"violen\w*|abus\w*|controls?|controlling|kicks? off|police|"
    r"finds? (?:out|us|me)|reads?|checks?)\b|"
    r"\b(?:mov\w+|get\w*|planning|plan to) (?:\w+ )?(?:out|away) (?:from|without|soon|before)\b",
    re.IGNORECASE,
)
"""Whom they fear, what they plan, where they are: whoever looks on must not read it here."""


_NOT_TOLD_BACK = frozenset({"role", "relationship", "postcode", "in_own_words", "prefers_email"})
"""Clear from what is asked next, or no answer of its own."""


def rows_for_family(draft: Draft) -> list[SummaryRow]:
    """The answers of the review in order, as they are shown to the family."""
    return [replace(row, value=hide(row.field, row.value)) for row in summary_rows(draft)]


def heard_list(draft: Draft, fields: list[str]) -> str:
    """What was heard at once, for the acknowledgement: child: Mason; 9 years old; no plan."""
    shown = []
    for name in fields:
        value = None if name in _NOT_TOLD_BACK else value_of(draft, name)
        if value is None:
            continue
        if name == "access_needs" and draft.referral.access.details:
            value = {"needs": value, "details": draft.referral.access.details}
        if name in _TELLS_ITSELF and value != "unsure":
            shown.append(tell_value(name, value))
        else:
            told = hide(name, show_value(name, value))
            shown.append(f"{within_a_sentence(field_label(name))}: {told}")
    return "; ".join(dict.fromkeys(shown))


def hide(field: str, shown: str) -> str:
    """The answer as shown, with a note in place of each sentence that is not for other eyes."""
    if field not in _MAY_HOLD_IT:
        return shown
    return _hide_times(shown) if field == "best_time" else _hide_sentences(shown)


def _hide_times(shown: str) -> str:
    parts = shown.split(", ")
    open_to_all = [one for one in parts if not (_is_hidden(one) or hangs_on_somebody(one))]
    is_all = len(open_to_all) == len(parts)
    return shown if is_all else ", ".join([*open_to_all, NOTED])


def _hide_sentences(shown: str) -> str:
    lines = []
    for line in shown.splitlines():
        sentences = [found[0].strip() for found in _SENTENCE.finditer(line)]
        if any(map(_is_hidden, sentences)):
            line = " ".join([*(one for one in sentences if not _is_hidden(one)), NOTED])
        lines.append(line)
    return "\n".join(lines)


def _is_hidden(words: str) -> bool:
    return bool(clauses_of_care(words)) or _NOT_FOR_OTHERS.search(words) is not None
