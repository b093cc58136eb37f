"""Takes a turn that was not written for the question that waits, so that it is no answer to it.

It comes right after a notice about a danger, which asks whether it is safe or whether somebody
shall ring, and answers that first; or it was sent before the question was asked: of "yes" sent
twice the second is no answer. No yes or no, no consent, no sending and no need in free words is
taken from it for the question, unless its words name the matter ("yes I have a certificate"). What
it tells besides is kept.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from casework.conversation.beside_danger import take_facts_beside_danger
from casework.conversation.order import take_turn
from casework.message import Message
from casework.referral.draft import Draft, may_be_kept
from casework.safety.about_notice import AboutNotice, read_about_notice
from casework.safety.answer_to_notice import (
    A_PERSON,
    GOES_ON,
    RINGS,
    STOPS,
    AnswerToNotice,
    asks_to_be_rung,
    end_of_answer,
    read_answer_to_notice,
)
from casework.say import Say
from casework.turn.questions import next_question
from casework.turn.state import HandoverRequest, Outcome
from casework.words import reads_as_no, reads_as_question, reads_as_yes

_TOLD_BY_NAME = frozenset(
    {"role", "name", "child_name", "child_age", "council", "issue", "sections", "decision_date"}
    | {"certificate_date", "phone", "email", "change_what", "anything_else"}
)
"""Questions that nothing but what they ask for answers: a yes or a no is none."""
_COUNCIL = r"(?:council|la|local authority)"
_TOLD_HERE = (
    r"(?:it|this|that|everything|what (?:i|ive|we)|(?:my|our|his|her|the) "
    r"(?:details|info\w*|answers|data|words|referral|form))"
)
_MATTERS: dict[str, str] = {
    "consent": rf"(?:keep|save|hold|store) {_TOLD_HERE}"
    r"(?! (?:together|up|secret|private|quiet|confidential|hidden|between|from|away|to)\b)|consent",
    "share_with_council": r"(?<!\bi )(?<!\bwill )(?<!\bill )(?<!'ll )(?<!\bwe )(?<!\bto )"
    rf"(?:tell|telling|let|inform|contact)(?: \w+){{0,2}} {_COUNCIL}|"
    r"council (?:can|may|could) (?:know|see|read|hear|have (?:it|this)|be (?:told|asked))|"
    rf"shar(?:e|ing) (?:{_TOLD_HERE}|(?:\w+ ){{0,3}}with (?:the )?{_COUNCIL})|consent",
    "permission": r"permission|agreed(?! to (?:leave|go|stay|stop|move))|consent(?:ed)?",
    "plan": r"(?<!safety )(?<!escape )plan(?! to)|ehcp|draft",
    "school_only_check": r"(?:only|just) the (?:school|name|place\w*)|"
    r"not (?:only|just)|more than|as well|therap\w*|"
    r"provision|placement|whole plan",
    "certificate_held": r"certificates?|cert",
    "appeal_lodged": r"appeal\w*|tribunal|lodged|sendist",
    "route_wanted": r"mediation|mediate|disagreement|certificates?|appeal|resolution",
    "interpreter": r"interpret\w*|translat\w*|english|language|bsl|sign(?:er|ing| language)",
    "language": r"language|english|speaks?",
    "safe_contact": r"(?<!my )(?<!his )(?<!the )(?:ring(?:ing)?|calls?|calling|phone|texts?|"
    r"texting|e-?mails?|voicemails?|messages|post) (?:is|are|isn'?t|aren'?t|only|me|us|please|"
    r"and|or|but|both|fine|ok|safe)|(?:by|only|no|any|both|just) (?:ring|call|phone|text|e-?mail|"
    r"post)\w*|(?:you|u) can (?:ring|call|phone|text|e-?mail)|safe to (?:ring|call|phone|text|"
    r"e-?mail)",
    "access_needs": r"needs|access|breaks|wheelchair|ramp|step.free|loop|print|quiet (?:room|place|"
    r"space)|sensory|dyslexi\w*|deaf|blind|autis\w*|adhd|(?:be|sit|kept?|stay) apart|"
    r"(?:same|separate|own) rooms?",
    "meeting_format": r"online|in person|face to face|(?<!my )(?<!his )(?<!the )phone|video|zoom|"
    r"teams",
    "supporters": r"bring\w*|(?:comes?|coming) (?:with|along|too|to the)|advocate|sendiass",
    "best_time": r"mornings?|afternoons?|evenings?|weekdays?|weekends?|any ?time|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\d+\W?(?:am|pm)",
    "in_own_words": r"school\w*|council|plan|ehcp|education|provision|assess\w*|placement|"
    r"tribunal|mediation|diagnos\w*",
    "summary": r"send (?:it|this|that|(?:my|the) (?:referral|form))|submit|change|correct|wrong|"
    r"edit",
}
"""The words by which somebody answers these and not the notice."""
_MARKED = {
    "access_needs": "access_need",
    "interpreter": "interpreter",
    "language": "language",
    "meeting_format": "meeting",
    "supporters": "supporter",
    "best_time": "best_time",
}
"""What is found in words that name the matter in another way."""
_SAYS: dict[AnswerToNotice, str] = {"goes on": GOES_ON, "stops": STOPS, "ring": RINGS}
_TOLD_OF_NOTICE: dict[AboutNotice, str] = {
    "why": "utter_why_that_notice",
    "secret": "utter_no_secret_of_danger",
}
_OF_WAYS = "safe_contact"
"""A yes in front is to the notice, and never to every way to reach them: "yes texts are safe"."""
_MAY_BE_A_CALL = frozenset({"meeting_format"})
"""A question that "a phone call please" answers; anywhere else it is the notice's own choice."""
_ASKED_FOR_PERSON = "asked_for_person"


def take_turn_apart(
    draft: Draft, message: Message, *, notice: str | None, today: date, now: datetime
) -> Outcome:
    """The outcome of such a message; `notice` is the danger whose notice was said right before."""
    asked = draft.progress.pending
    if asked is None and draft.progress.is_stopped:
        asked = next_question(draft, today)
    answer = read_answer_to_notice(message.text, notice)
    about = None if notice is None else read_about_notice(message.text)
    if about is not None and answer != "ring":
        gone_on = _do_as_asked(draft, message, "goes on", today=today, now=now)
        return replace(gone_on, says=(Say(_TOLD_OF_NOTICE[about]), *gone_on.says))
    names_matter = asked is not None and _names_matter(asked, message)
    if names_matter and (answer != "ring" or asked in _MAY_BE_A_CALL):
        heard = _without_answer(message) if asked == _OF_WAYS else message
        return take_turn(draft, heard, today=today, now=now)
    if answer is not None:
        return _do_as_asked(draft, message, answer, today=today, now=now)
    rest = _without_answer(message)
    if asked is None or _may_answer(asked, rest):
        return take_turn(draft, rest, today=today, now=now)
    if notice is not None and not reads_as_question(rest.plain):
        rest = replace(rest, intents=(("inform", 1.0),), parts=(), leaning=())
    return take_turn(_with_nothing_asked(draft), rest, today=today, now=now)


def take_facts_apart(draft: Draft, message: Message, *, today: date, now: datetime) -> Outcome:
    """The outcome of one that speaks of danger itself: its facts, and that they wait for a call."""
    told = take_facts_beside_danger(draft, _without_answer(message), today=today, now=now)
    if not asks_to_be_rung(message.text):
        return told
    wanting = told.draft.copy_deep()
    wanting.progress.callback_wanted = True
    # Their words on it are the safeguarding lead's to read.
    request = HandoverRequest(_ASKED_FOR_PERSON, "soon")
    return replace(told, draft=wanting, handovers=(*told.handovers, request))


def _without_answer(message: Message) -> Message:
    """The message without a leading yes or no, which is not the question's."""
    start = end_of_answer(message.text)
    if not start:
        return message
    found = tuple(
        replace(each, start=each.start - start, end=each.end - start) if each.end else each
        for each in message.entities
        if each.end == 0 or each.start >= start
    )
    return replace(message, text=message.text[start:], entities=found)


def _names_matter(asked: str, message: Message) -> bool:
    """Whether the words say which question they answer."""
    words, marked = _MATTERS.get(asked), _MARKED.get(asked)
    if marked is not None and any(each.is_sure for each in message.all_of(marked)):
        return True
    return words is not None and bool(re.search(rf"\b(?:{words})\b", message.plain, re.I))


def _may_answer(asked: str, rest: Message) -> bool:
    """Whether what is left can be the answer to nothing but the question, and is no yes or no."""
    return asked in _TOLD_BY_NAME and not (reads_as_yes(rest.plain) or reads_as_no(rest.plain))


def _with_nothing_asked(draft: Draft) -> Draft:
    """The draft as if no question waited; whatever waited is due again after the turn."""
    unasked = draft.copy_deep()
    progress = unasked.progress
    if progress.unconfirmed is not None:
        progress.to_confirm_first.insert(0, progress.unconfirmed)
    progress.pending = progress.unconfirmed = None
    progress.is_stopped = progress.offers_person = False
    progress.has_lost_thread = True
    if "begun" not in progress.told:
        progress.told.append("begun")
    return unasked


def _do_as_asked(
    draft: Draft, message: Message, answer: AnswerToNotice, *, today: date, now: datetime
) -> Outcome:
    """Do what the notice's own choice does, with what is told beside it kept without a word."""
    told = take_facts_beside_danger(_with_nothing_asked(draft), message, today=today, now=now)
    after = told.draft.copy_deep()
    before = draft.progress
    after.progress.pending, after.progress.is_stopped = before.pending, before.is_stopped
    if before.unconfirmed is not None:
        after.progress.to_confirm_first.remove(before.unconfirmed)
        after.progress.unconfirmed = before.unconfirmed
    says = _SAYS[answer]
    if (
        answer == "ring"
        and draft.referral.contact.safe_to_call is False
        and not asks_to_be_rung(message.text)
    ):
        says = A_PERSON
    choice = replace(
        message, text=says, intents=(("inform", 1.0),), entities=(), parts=(), leaning=()
    )
    done = take_turn(after, choice, today=today, now=now)
    note = message.text.strip() if may_be_kept(done.draft) and not _is_bare(message) else None
    return replace(
        done,
        handovers=(*told.handovers, *(_with_note(each, note) for each in done.handovers)),
        consents=(*told.consents, *done.consents),
        changed=tuple(dict.fromkeys((*told.changed, *done.changed))),
    )


def _is_bare(message: Message) -> bool:
    """Whether the message says no more than a yes does, or the notice's own choice."""
    said = message.plain.casefold()
    return said in (*_SAYS.values(), A_PERSON.casefold()) or len(said.split()) <= 2


def _with_note(request: HandoverRequest, note: str | None) -> HandoverRequest:
    """Who is to ring them reads when, and when not."""
    if request.reason != _ASKED_FOR_PERSON or request.note is not None:
        return request
    return replace(request, note=note)
