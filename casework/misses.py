"""What happens when a question gets no answer: passed over, not known, or not understood."""

from __future__ import annotations

from casework.consents import answer_share
from casework.questions import REQUIRED
from casework.turn import Turn

OFFERED_AFTER = 3
"""Misses in a row after which a person is offered (design, "The conversation")."""


def pass_over(turn: Turn, question: str, *, is_unsure: bool) -> None:
    """The parent does not know, or would rather not say: note it and go on, never in a loop."""
    progress = turn.draft.progress
    if progress.changing == question:
        progress.changing = None
        turn.say("utter_skipped")
        return
    if question in REQUIRED:
        turn.say("utter_cannot_skip")
        count_miss(turn)
        return
    if question == "route_wanted":
        turn.put("route_wanted", "unsure")
    elif question == "plan":
        turn.put("plan", "unsure")
    elif question == "school_only_check":
        turn.put("school_only_check", "unsure")
    elif question == "access_needs":
        turn.put("access_needs", {"needs": []})
    elif question == "interpreter":
        turn.draft.referral.interpreter.asked = True
        progress.skipped.append("interpreter")
    elif question == "share_with_council":
        answer_share(turn, False)
    elif question == "want_callback":
        progress.mark_answered("want_callback")
    elif question == "email":
        progress.asked_email = False
    else:
        (progress.unsure if is_unsure else progress.skipped).append(question)
    progress.mark_answered(question)
    progress.misses = 0
    turn.say("utter_noted_unsure" if is_unsure else "utter_skipped")


def count_miss(turn: Turn) -> None:
    """One more answer in a row that could not be read."""
    turn.draft.progress.misses += 1


def note_miss(turn: Turn) -> None:
    """Nothing could be made of the message: say what is wrong, explain, then offer a person."""
    progress, pending = turn.draft.progress, turn.pending
    count_miss(turn)
    if pending is None or pending == "start_again":
        turn.say("utter_not_understood", topic="fallback")
        return
    if pending == "issue" and len(turn.message.plain) > 20:
        _keep_own_words(turn)
        if progress.misses >= 2:
            turn.put("issue", ["unsure_other"])
            progress.mark_answered("issue")
            return
    if turn.message.intent == "out_of_scope" and turn.message.confidence >= 0.5:
        turn.say("utter_out_of_scope", topic="fallback")
    elif progress.misses == 1:
        turn.say(f"utter_error_{pending}", topic="fallback")
    elif progress.misses == 2:
        turn.say(f"utter_help_{pending}", topic="fallback")
    if progress.misses < OFFERED_AFTER:
        return
    if pending in REQUIRED:
        turn.say("utter_offer_person_required", topic="fallback")
    elif progress.misses == OFFERED_AFTER:
        turn.say("utter_offer_person", topic="fallback")
    else:
        pass_over(turn, pending, is_unsure=True)
    if progress.misses == OFFERED_AFTER:
        turn.ask_person("assistant_not_understood", "routine")


def _keep_own_words(turn: Turn) -> None:
    before = turn.draft.referral.dispute.in_own_words
    words = turn.message.text.strip()
    joined = f"{before}\n{words}" if before and words not in before else words
    turn.put("in_own_words", joined[:2000])
