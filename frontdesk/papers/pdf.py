"""A tagged PDF (PDF/UA-1) of headings, paragraphs and tables of answers, set by typst.

typst needs no library of the system, unlike WeasyPrint with its Pango (docs/decisions/0007). What
people wrote goes to it as data and is never read as its markup.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import typst

from frontdesk.papers.fonts import FAMILIES, font_folders

TEMPLATE = Path(__file__).with_name("copy.typ")


@dataclass(frozen=True)
class Row:
    """A question by its short name, and the answer."""

    label: str
    value: str


@dataclass(frozen=True)
class Section:
    """A heading with paragraphs, and a table below them if there are rows."""

    heading: str
    paragraphs: Sequence[str] = ()
    rows: Sequence[Row] = ()


@dataclass(frozen=True)
class Paper:
    """What a PDF says."""

    title: str
    service: str
    opening: Sequence[str]
    columns: tuple[str, str]
    sections: Sequence[Section]


def make_pdf(paper: Paper) -> bytes:
    """The PDF: tagged, with title and language, and no time or path of this machine in it.

    PDF/UA-1 demands a font for every character. Where no font has one (a rare script, a control
    character) the paper is tagged all the same, without the claim to that standard.
    """
    given = {"copy": json.dumps({**asdict(paper), "fonts": FAMILIES})}
    fonts = list(font_folders())
    try:
        return typst.compile(
            TEMPLATE, format="pdf", sys_inputs=given, font_paths=fonts, pdf_standards="ua-1"
        )
    except typst.TypstError:
        return typst.compile(TEMPLATE, format="pdf", sys_inputs=given, font_paths=fonts)
