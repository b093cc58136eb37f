"""A referral as a paper: for our own file, or for the council that the family lets us tell.

For the file it says what the page of the referral says, needs first. For the council it says who,
what about, which dates and what the meeting needs, and nothing that the family told only us. What
was heard of a danger is on neither, unless the safeguarding lead asks for it by name.
"""

from __future__ import annotations

from datetime import date, datetime

from casework.law.deadlines import LONDON
from casework.referral.record import ConsentAnswer, Referral
from casework.referral.summary import summary_rows
from frontdesk.papers import Paper, Row, Section
from frontdesk.staff.reading.one_referral import SeenReferral
from frontdesk.staff.referral.page import NEEDS, REACHING, say_left
from frontdesk.staff.rendering import show_moment
from frontdesk.staff.texts import load_staff_texts

FOR_COUNCIL = (
    "role",
    "organisation",
    "child_name",
    "child_age",
    "council",
    "plan",
    "issue",
    "sections",
    "decision_date",
    "certificate_held",
    "certificate_date",
    "appeal_lodged",
    "route_wanted",
)
MEETING = ("access_needs", "meeting_format", "interpreter", "language", "supporters")


def write_for_file(
    seen: SeenReferral, *, made_by: str, now: datetime, with_safeguarding: bool = False
) -> Paper:
    """The whole referral; `made_by` is the colleague's name or the program's."""
    words, says = load_staff_texts("exports")["paper"], load_staff_texts("referral")
    draft = seen.draft
    answers = {row.field: row.value for row in summary_rows(draft)}
    answers.setdefault("safe_contact", words["safe_contact_unknown"])
    answers.pop("share_with_council", None)  # It stands with the other consents.
    first = (*NEEDS, "phone", "email", *REACHING)
    others = [field for field in answers if field not in first]
    law, today = _say_law(draft.referral), now.astimezone(LONDON).date()
    sections = [
        Section(
            says["needs"],
            rows=[*_rows(answers, first), *_not_asked(draft.referral)],
        ),
        Section(says["dates"], [says["dates_hint"]], _say_dates(seen, today)),
        Section(says["requirement"], rows=law),
        *([Section(says["reasons"], draft.referral.requirement.reasons)] if law else []),
        Section(says["answers"], rows=_rows(answers, others)),
        Section(words["consents"], rows=_say_consents(draft.referral)),
    ]
    if with_safeguarding:
        sections.append(Section(words["safeguarding"], rows=_say_dangers(seen)))
    return _paper(seen, words["for_file"], words["file_hint"], made_by, now, sections)


def write_for_council(seen: SeenReferral, *, made_by: str, now: datetime) -> Paper:
    """What the council has to know to come to a meeting."""
    words, says = load_staff_texts("exports")["paper"], load_staff_texts("referral")
    draft = seen.draft
    answers = {row.field: row.value for row in summary_rows(draft)}
    sections = [
        Section(words["meeting"], rows=[*_rows(answers, MEETING), *_not_asked(draft.referral)]),
        Section(says["answers"], rows=_rows(answers, FOR_COUNCIL)),
        Section(words["consents"], rows=_say_consents(draft.referral)[1:2]),
    ]
    return _paper(seen, words["for_council"], words["council_hint"], made_by, now, sections)


def _paper(
    seen: SeenReferral, kind: str, hint: str, made_by: str, now: datetime, sections: list[Section]
) -> Paper:
    words, says = load_staff_texts("exports")["paper"], load_staff_texts("referral")
    status = f"{says['status_label']}: {says['status'][seen.document['status']]}"
    return Paper(
        title=f"{says['title'].format(reference=seen.reference)}, {kind}",
        service=words["service"],
        opening=[words["made"].format(moment=show_moment(now), name=made_by), status, hint],
        columns=(words["question"], words["answer"]),
        sections=sections,
    )


def _rows(answers: dict[str, str], fields: tuple[str, ...] | list[str]) -> list[Row]:
    labels = load_staff_texts("referral")["labels"]
    return [Row(labels[field], answers[field]) for field in fields if field in answers]


def _not_asked(referral: Referral) -> list[Row]:
    says = load_staff_texts("referral")["not_asked"]
    asked = {"access": referral.access.asked, "interpreter": referral.interpreter.asked}
    return [Row(says[name], says["says"]) for name, was_asked in asked.items() if not was_asked]


def _say_dates(seen: SeenReferral, today: date) -> list[Row]:
    says, referral = load_staff_texts("referral"), seen.draft.referral
    days = {
        "letter_date": referral.decision.letter_date,
        "contact_by": referral.deadlines.contact_by,
        "appeal_by_unadjusted": referral.deadlines.appeal_by_unadjusted,
        "appeal_by": referral.deadlines.appeal_by,
    }
    rows = [Row(says["date"][name], f"{day.day} {day:%B %Y}") for name, day in days.items() if day]
    return [Row(says["days_left"], say_left(seen, today)), *rows]


def _say_law(referral: Referral) -> list[Row]:
    says, law = load_staff_texts("referral"), referral.requirement
    asked = {
        "certificate": law.certificate,
        "mediation": law.mediation,
        "disagreement_resolution": law.disagreement_resolution,
    }
    version = says["rule_version"].format(version=law.rule_version) if law.rule_version else ""
    return [
        *(
            Row(says["requires"][name]["label"], says["requires"][name][what])
            for name, what in asked.items()
        ),
        Row(says["rule"], ", ".join(filter(None, (law.rule, version)))),
        Row(says["confirmed"], law.confirmed_by or says["not_confirmed"]),
    ]


def _say_consents(referral: Referral) -> list[Row]:
    words, consent = load_staff_texts("exports")["paper"], referral.consent
    rows = [
        Row(words["consent"][name], _say_consent(answer))
        for name, answer in (
            ("store", consent.store),
            ("share_with_council", consent.share_with_council),
            ("special_category", consent.special_category),
        )
    ]
    return [*rows, Row(words["notice"], consent.notice_version or words["consent_not_asked"])]


def _say_consent(answer: ConsentAnswer) -> str:
    words = load_staff_texts("exports")["paper"]
    if answer.given is None:
        return str(words["consent_not_asked"])
    said = [words["yes"] if answer.given else words["no"]]
    if answer.at is not None:
        said.append(show_moment(answer.at))
    if answer.by is not None:
        said.append(words["by"][answer.by])
    return ", ".join(said)


def _say_dangers(seen: SeenReferral) -> list[Row]:
    words = load_staff_texts("exports")["paper"]
    rows = [
        Row(show_moment(record.at), record.category.replace("_", " ").capitalize())
        for record in seen.safety
    ]
    return rows or [Row(words["safeguarding"], words["nothing_heard"])]
