"""The name of an answer within a sentence that tells it back."""

from __future__ import annotations


def within_a_sentence(label: str) -> str:
    """The label without its capital, unless it is an abbreviation: EHC plan."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
