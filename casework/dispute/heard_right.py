"""A message with what was heard of the dispute put right by what is known already."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.dispute.councils_no import with_councils_no
from casework.dispute.field_words import HELP
from casework.dispute.help_not_given import NOT_GIVEN, is_cut_from_plan, is_lacking
from casework.dispute.kinds_heard import kinds_in, read_as, with_kinds, without_kinds
from casework.dispute.only_the_school import tells_of_kind_of_school
from casework.dispute.parents_differ import with_parents_who_differ
from casework.dispute.parts_listed import with_parts_listed
from casework.dispute.plan_named import (
    against_a_refusal,
    as_it_stands_now,
    without_a_plan_not_named,
)
from casework.dispute.told_in_short import with_kind_in_short
from casework.message import Message
from casework.referral.draft import Draft

_FIRST_REFUSALS = frozenset({"refuse_assess", "refuse_plan"})
_WITHOUT_A_PLAN = frozenset({"sen_support", "early_years_college"})
_NOT_DONE = re.compile(
    r"(?:\b(?:not|never|wont|dont|doesnt|arent|isnt|stopped|refus\w+|no one|nobody)|n't)\b"
    r"[^.;!?]{0,25}"
    r"\b(?:do|doing|done|give|given|giving|follow\w*|provid\w*|deliver\w*|get|getting|happen\w*|"
    r"put in place|help|helping|support\w*)\b",
    re.IGNORECASE,
)
_ALL_STOPPED = re.compile(
    r"\b(?:stop(?:ped|ping)?|end(?:ed|ing)|cancel(?:led|ling)|ceas(?:ed|ing)|pull(?:ed|ing)|"
    r"scrapp(?:ed|ing))(?: doing)? (?:the (?:whole|entire) (?:thing|plan|lot)|"
    r"(?:it|everything) all|it altogether|everything)\b",
    re.IGNORECASE,
)
_LEFT_SCHOOL = re.compile(
    r"\b(?:from|left|leaving|finished|after|out of|since|at (?:his|her) old|(?:his|her) old) "
    r"(?:the |his |her |secondary |primary |high |special )*school\b",
    re.IGNORECASE,
)
_IS_SCHOOL = re.compile(r"\bschools?\b(?<!pre-school)(?<!pre school)", re.IGNORECASE)
_IS_COLLEGE_OR_NURSERY = re.compile(
    r"\b(?:college|sixth form|nursery|pre-?school|childminder|playgroup)\b"
    r"(?! (?:next|in september|soon|to (?:look|visit)))",
    re.IGNORECASE,
)
_NOT_UPDATED = re.compile(
    r"\b(?:not|never|(?:is|was|has|have)n'?t)(?: (?:been|even|ever))* "
    r"(?:changed|updated|reviewed|amended|looked at|touched)\b",
    re.IGNORECASE,
)
_NAMES_HELP = re.compile(rf"\b(?:{HELP}|follow\w*|deliver\w*|giv\w+)\b", re.IGNORECASE)
_HELP = frozenset({"F", "section_f"})
_NEEDS = frozenset({"B", "section_b"})
_CALLS_FOR_HELP = re.compile(
    r"^\W*(?:(?:hi|hello|please|pls|oh) )*help(?: me| us| please| pls)*\s*[,!.:;-]", re.IGNORECASE
)


def heard_right(message: Message, draft: Draft) -> Message:
    """The message, less the plan that its words do not tell of, and with the no they do tell of."""
    message = as_it_stands_now(without_a_plan_not_named(message, draft), draft)
    message = _without_the_call(against_a_refusal(message, draft))
    message = _as_not_reviewed(_as_of_a_plan(with_councils_no(message, draft), draft))
    message = with_kind_in_short(_with_its_end(_as_left_out(message, draft), draft), draft)
    message = _by_setting(_by_kind_of_school(with_parts_listed(message, draft)))
    return with_parents_who_differ(_without_guessed_refusals(message, draft))


def _without_guessed_refusals(message: Message, draft: Draft) -> Message:
    """The message without both first refusals guessed at once of who has, or had, a plan."""
    guessed = {str(one.value) for one in message.all_of("dispute") if not one.is_sure}
    if _plan_told(message, draft) not in ("final", "ended") or not guessed >= _FIRST_REFUSALS:
        return message
    kept = tuple(one for one in message.entities if one.is_sure or one.value not in _FIRST_REFUSALS)
    return replace(message, entities=kept)


def _by_kind_of_school(message: Message) -> Message:
    """The message with the kind of school in dispute, where no name of one is (law L08)."""
    is_of_kind = tells_of_kind_of_school(message.plain)
    return read_as(message, {"i_named_only"}, "i_type_only") if is_of_kind else message


def _by_setting(message: Message) -> Message:
    """The message with the help that a college or a nursery does not give, as theirs."""
    words = _LEFT_SCHOOL.sub(" ", message.plain)
    if _IS_SCHOOL.search(words) or not _IS_COLLEGE_OR_NURSERY.search(words):
        return message
    return read_as(message, {"sen_support"}, "early_years_college")


def _without_the_call(message: Message) -> Message:
    """The message without "Help!", which calls for help and names none in a plan."""
    call = _CALLS_FOR_HELP.match(message.text)
    if call is None:
        return message
    text = " " * call.end() + message.text[call.end() :]
    left = [
        one
        for one in message.entities
        if one.value not in _HELP or one.start >= call.end() or one.end == 0
    ]
    is_mixed = any(one.value in _HELP | _NEEDS for one in left)
    kept = (
        replace(one, value="i_named_only", is_sure=False)
        if one.value == "b_f_i" and not is_mixed
        else one
        for one in left
    )
    return replace(message, text=text, entities=tuple(kept))


def _as_left_out(message: Message, draft: Draft) -> Message:
    """The help that the plan does not even hold, asked about as its section (rows D07 and D21)."""
    told, plan = kinds_in(message), _plan_told(message, draft)
    is_more = bool(told - {NOT_GIVEN, "section_f"})
    is_cut = NOT_GIVEN in told and is_cut_from_plan(message.plain)
    if is_more or plan not in ("final", None) or not (is_cut or is_lacking(message.plain)):
        return message
    if not told and (plan is None or message.all_of("section")):
        return message
    return with_kinds(without_kinds(message, told), "section_f", is_sure=is_cut)


def _as_not_reviewed(message: Message) -> Message:
    """The plan that was "not changed since 2021", asked about as a review that is late (L42)."""
    if not _NOT_UPDATED.search(message.plain) or _NAMES_HELP.search(message.plain):
        return message
    return read_as(message, {NOT_GIVEN}, "annual_review_late", is_sure=False)


def _plan_told(message: Message, draft: Draft) -> str | None:
    plan = message.first("plan_status")
    return str(plan.value) if plan is not None and plan.is_sure else draft.referral.plan


def _with_its_end(message: Message, draft: Draft) -> Message:
    """The message with the end of the plan beside help not given, to be asked about.

    To end a plan is a decision with a time to appeal (law L01), whoever tells of it.
    """
    told = kinds_in(message) | set(draft.progress.stated_kinds)
    if NOT_GIVEN not in told or "cease_plan" in told or not _ALL_STOPPED.search(message.plain):
        return message
    return with_kinds(message, "cease_plan")


def _as_of_a_plan(message: Message, draft: Draft) -> Message:
    """The help that is refused to who has a plan, asked about as help in it that is not given.

    To ask for an assessment, as the rows without a plan advise, is no advice for them (row D21).
    """
    if _plan_told(message, draft) != "final" or not _NOT_DONE.search(message.plain):
        return message
    return read_as(message, _WITHOUT_A_PLAN, NOT_GIVEN, is_sure=False)
