"""A paper is a tagged PDF that says what it is given, whatever that is."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from frontdesk.papers import Paper, Row, Section, make_pdf


def paper_with(value: str) -> Paper:
    return Paper(
        title="Your copy of what you sent us",
        service="KIDS",
        opening=["Your reference: K7WM-3RTX"],
        columns=("Question", "Answer"),
        sections=[
            Section("What happens next", ["A person will read it."]),
            Section("What you told us", rows=[Row("Child", value)]),
        ],
    )


def test_paper_is_tagged_and_says_its_title_and_language() -> None:
    reader = PdfReader(io.BytesIO(make_pdf(paper_with("Zoë"))))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "Your copy of what you sent us"
    assert "pdfuaid" in root["/Metadata"].get_object().get_data().decode()
    text = reader.pages[0].extract_text()
    assert "K7WM-3RTX" in text and "Zoë" in text and "A person will read it." in text


@pytest.mark.parametrize(
    "words",
    ['#eval("1 + 1")', "#include <secrets>", "*bold* _x_ $y$ = h", "<b>hi</b>", "\\ @a [x]"],
)
def test_what_a_parent_wrote_is_no_markup(words: str) -> None:
    assert words in PdfReader(io.BytesIO(make_pdf(paper_with(words)))).pages[0].extract_text()


@pytest.mark.parametrize("name", ["中文", "தமிழ்", "👨‍👩‍👧", "a\x01b", "\ufffe", "علي", ""])
def test_writing_without_a_font_still_gives_a_tagged_paper(name: str) -> None:
    root = PdfReader(io.BytesIO(make_pdf(paper_with(name)))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]


def test_long_answers_run_over_pages() -> None:
    reader = PdfReader(io.BytesIO(make_pdf(paper_with("and then they refused " * 600))))
    assert len(reader.pages) > 1
