"""What each control does: answer it, and let the pending question come again once."""

from __future__ import annotations

import re
from collections.abc import Callable

from casework.answers.facts import facts_in
from casework.consent.calling_off import may_call_off, referral_called_off
from casework.conversation.at_review import is_all_put_right, submit
from casework.corrections.council_told import take_word_on_council
from casework.corrections.lines_put_right import ask_again
from casework.corrections.review import ask_what_to_change, take_change, with_changes
from casework.referral.changing import read_change
from casework.referral.draft import Draft, Unconfirmed, may_be_kept
from casework.turn.asked_of_case import WHAT_IT_IS
from casework.turn.confirming import forget_and_begin_again
from casework.turn.consents import NOTICE_VERSION, has_withdrawn
from casework.turn.own_words import keep_for_team, keep_words
from casework.turn.passing_over import (
    OFFERED_AFTER,
    count_miss,
    offer_after_misses,
    pass_over,
    refuse_to_skip,
)
from casework.turn.putting_facts import take_facts
from casework.turn.questions import count_questions_left
from casework.turn.state import ConsentGiven, Turn
from casework.turn.taking import facts_that_count, take_loose_facts, with_places
from casework.turn.wishes_to_change import read_field_name

_ASKS_WHAT = re.compile(
    r"^\W*(?:(?:sorry|and|but|ok|um|er) )*(?:what|wot)s?\b(?! (?:do|does|did) ).*\b(?:those|them|"
    r"these|that|this|it|one)\b",
    re.IGNORECASE,
)
_NOT_TO_GO_BACK_TO = frozenset({"consent", "anything_else"})


def _why(turn: Turn) -> None:
    if turn.pending is None:
        turn.say("utter_faq_what_will_you_ask_me", topic="what_will_you_ask_me")
    elif turn.pending != "start_again":
        turn.say(f"utter_why_{turn.pending}")


def _help(turn: Turn) -> None:
    if turn.pending is None:
        turn.say("utter_faq_what_is_this_service", topic="what_is_this_service")
    elif turn.pending in WHAT_IT_IS and _ASKS_WHAT.match(turn.message.plain):
        topic = WHAT_IT_IS[turn.pending]
        turn.say(f"utter_faq_{topic}", topic=topic)
    elif turn.pending != "start_again":
        count_miss(turn)
        if turn.draft.progress.misses < OFFERED_AFTER:
            turn.say(f"utter_help_{turn.pending}", asks=turn.pending)
        offer_after_misses(turn)


def _skip(turn: Turn) -> None:
    progress = turn.draft.progress
    progress.unconfirmed = None
    if turn.pending is None:
        turn.say("utter_cannot_skip")
    elif turn.pending in ("consent", "summary"):
        refuse_to_skip(turn, turn.pending)
    elif turn.pending == "anything_else":
        turn.say("utter_goodbye")
        progress.is_stopped = True
    elif turn.pending == "change_what":
        progress.changing = None
    elif turn.pending != "start_again":
        pass_over(turn, turn.pending, is_unsure=False)


def _go_back(turn: Turn) -> None:
    progress = turn.draft.progress
    progress.unconfirmed = None
    earlier = [q for q in progress.answered if q not in _NOT_TO_GO_BACK_TO]
    if not earlier or progress.is_submitted:
        turn.say("utter_nothing_to_go_back_to")
        return
    last = earlier[-1]
    progress.answered.remove(last)
    turn.say("utter_went_back")
    if last == "want_callback":
        progress.callback_wanted = False
        return
    ask_again(turn, last)


def _stop(turn: Turn) -> None:
    progress = turn.draft.progress
    if progress.is_submitted:
        _stop_once_sent(turn)
        return
    progress.is_stopped = True
    has_kept = turn.draft.referral.consent.store.given is True
    turn.say("utter_stopped_draft_kept" if has_kept else "utter_stopped_nothing_kept")
    if not has_kept:
        turn.draft = Draft()
        turn.draft.progress.is_stopped = True
        turn.must_delete = True


def _stop_once_sent(turn: Turn) -> None:
    """Say how it is withdrawn, and tell the team of it at once, in case they say no more."""
    if not may_call_off(turn.message.plain):
        turn.say("utter_goodbye")
        turn.draft.progress.is_stopped = True
        return
    turn.ask_person("told_more", "urgent", is_awaited=False)
    keep_for_team(turn)
    turn.draft.progress.pending = "anything_else"
    turn.say("utter_stop_once_sent", asks="anything_else")


def _start_again(turn: Turn) -> None:
    if turn.draft.progress.is_submitted:
        _receipt(turn)
    elif turn.draft.referral.consent.store.given is True:
        turn.draft.progress.unconfirmed = Unconfirmed(field="start_again", value=True, shown="")
    else:
        forget_and_begin_again(turn)


def _take_what_is_told(turn: Turn) -> bool:
    """Take what stands beside it; False once the consent was withdrawn."""
    if has_withdrawn(turn.draft):
        return False
    take_word_on_council(turn)
    take_loose_facts(turn, facts_that_count(turn))
    return True


def _want_person(turn: Turn) -> None:
    _take_what_is_told(turn)
    turn.ask_person("asked_for_person", "soon")
    turn.draft.progress.callback_wanted = True
    turn.draft.progress.misses = 0
    turn.say("utter_handover", topic="handover")


def _complain(turn: Turn) -> None:
    """A complaint goes to a manager, in the family's own words where they may be kept."""
    if not turn.draft.progress.has_declined and _take_what_is_told(turn):
        keep_words(turn)
    note = turn.message.text.strip() if may_be_kept(turn.draft) else None
    turn.ask_person("complaint", "soon", note=note)
    turn.draft.progress.misses = 0
    turn.say("utter_complaint_passed_on", topic="complain_about_us")


def _cancel_another(turn: Turn) -> None:
    """Another referral is stopped by a person, who finds it by its reference."""
    reference = referral_called_off(turn.message.plain)
    if reference is not None:
        turn.ask_person("consent_withdrawn", "urgent", note=reference)
        turn.say("utter_cancel_another", {"reference": reference}, topic="handover")
        if not may_be_kept(turn.draft):
            turn.draft.progress.is_stopped = True


def _withdraw(turn: Turn) -> None:
    turn.ask_person("consent_withdrawn", "urgent")
    turn.say("utter_withdrawn")
    notice = turn.draft.referral.consent.notice_version or NOTICE_VERSION
    turn.consents += [ConsentGiven(kind, False, notice) for kind in ("store", "special_category")]
    if turn.draft.progress.is_submitted:
        consent = turn.draft.referral.consent
        consent.store.given, consent.store.at = False, turn.now
        consent.special_category.given, consent.special_category.at = False, turn.now
        share = consent.share_with_council
        if share.given:
            share.given, share.at = False, turn.now
            turn.consents.append(ConsentGiven("share_with_council", False, notice))
            turn.changed.append("share_with_council")
        record = turn.draft.referral.handover
        record.needed, record.priority = True, "urgent"
        record.reasons = [*record.reasons, "consent_withdrawn"]
        turn.changed.append("consent")
    else:
        turn.draft = Draft()
        turn.must_delete = True
    turn.draft.progress.has_declined = True


def _ask_question(turn: Turn) -> None:
    """Nothing is asked until the question came, not even for consent."""
    turn.say("utter_what_is_your_question")
    turn.draft.progress.is_stopped = True


def _carry_on(turn: Turn) -> None:
    if turn.pending is None:
        turn.draft.progress.has_declined = False
        turn.say("utter_lets_start")


def _change_answer(turn: Turn) -> None:
    chosen = read_change(turn.message.plain)
    if chosen is not None:
        ask_again(turn, chosen)
        return
    facts = with_places(turn, facts_in(turn.message, turn.draft, turn.today))
    if turn.pending in ("summary", "change_what"):
        take_change(turn, facts)
        if turn.pending == "summary" and is_all_put_right(turn):
            submit(turn)
        return
    facts = with_changes(turn, facts)
    if facts:
        take_facts(turn, facts, is_answer=True, is_correction=True)
        return
    field = read_field_name(turn.message.plain)
    if field is not None:
        ask_again(turn, field)
    else:
        ask_what_to_change(turn)


def _greet(turn: Turn) -> None:
    """Somebody who is being asked something was greeted before: the question comes again."""
    if turn.pending is None:
        turn.say("utter_greet")


def _goodbye(turn: Turn) -> None:
    """Who leaves before it is sent hears so, and that their answers are kept."""
    progress = turn.draft.progress
    is_kept = may_be_kept(turn.draft) and not progress.is_submitted
    turn.say("utter_goodbye_not_sent" if is_kept else "utter_goodbye")
    progress.is_stopped = True


def _tell_so_far(turn: Turn) -> None:
    """Say that the review shows all of it: before it somebody else may hold the phone."""
    if turn.draft.progress.is_submitted:
        turn.say("utter_so_far_once_sent", topic="receipt")
    elif turn.pending != "summary":
        turn.say("utter_so_far")


def _tell_how_many_left(turn: Turn) -> None:
    """Say about how many questions there will be, and that most may be skipped."""
    left = count_questions_left(turn.draft, turn.today)
    if left:
        count = "about 1 more question" if left == 1 else f"about {left} more questions"
        turn.say("utter_questions_left", {"count": count})


def _only_says(
    response: str, topic: str | None = None, values: dict[str, str] | None = None
) -> Callable[[Turn], None]:
    """Say that much; the question comes again by itself, to be there when they are back."""
    return lambda turn: turn.say(response, values, topic=topic)


_receipt = _only_says("utter_already_submitted", "receipt", {"reference": "{reference}"})

CONTROLS: dict[str, Callable[[Turn], None]] = {
    "why": _why,
    "help_me": _help,
    "skip": _skip,
    "go_back": _go_back,
    "stop": _stop,
    "receipt": _receipt,
    "change_later": _only_says("utter_change_later"),
    "start_again": _start_again,
    "want_person": _want_person,
    "complain": _complain,
    "cancel_another": _cancel_another,
    "withdraw": _withdraw,
    "ask_question": _ask_question,
    "carry_on": _carry_on,
    "change_answer": _change_answer,
    "thanks": _only_says("utter_thanks"),
    "greet": _greet,
    "here": _only_says("utter_i_am_here"),
    "so_far": _tell_so_far,
    "how_many_left": _tell_how_many_left,
    "wait": _only_says("utter_take_your_time"),
    "goodbye": _goodbye,
    "privacy": _only_says("utter_privacy_more", "what_do_you_do_with_my_data"),
}
