"""Disputes that tests of the law speak about, and the day on which they do."""

from datetime import date

from casework.law.routes import Assessment, Dispute, assess

TODAY = date(2026, 11, 21)
LETTER = date(2026, 10, 7)
OLD_LETTER = date(2026, 6, 12)


def about(*stated: str, sections: str = "", unsure: tuple[str, ...] = (), **known) -> Dispute:
    return Dispute(
        stated_kinds=frozenset(stated),
        sections=frozenset(sections),
        unsure=frozenset(unsure),
        **known,
    )


def found(*stated: str, **known) -> Assessment:
    return assess(about(*stated, **known), TODAY)
