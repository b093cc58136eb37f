"""Papers: what can be printed and kept, as tagged PDF."""

from frontdesk.papers.pdf import Paper, Row, Section, make_pdf

__all__ = ["Paper", "Row", "Section", "make_pdf"]
