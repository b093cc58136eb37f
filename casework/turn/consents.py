"""Answers of yes or no that do something: the two consents before all (DP-02 to DP-05).

To keep what is told, and to tell the council; the other two fill in no field either.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from casework.answers.family_agreed import day_of_agreement, way_of_agreement
from casework.consent.leading import agrees_in_part, agrees_with_a_but
from casework.consent.said import reads_as_refusal
from casework.consent.telling_later import reads_as_telling_council
from casework.consent.ways_to_agree import Matter
from casework.people.family_view import heard_list
from casework.referral.draft import Draft, may_be_kept
from casework.referral.record import Consent, ConsentAnswer
from casework.referral.summary import summary_fields
from casework.turn.own_words import keep_limits, keep_words
from casework.turn.state import ConsentGiven, Turn

NOTICE_VERSION = "2026-11-22"
"""The version of the privacy notice that consent refers to: that of `data/pages/privacy.yml`."""


def answer_consent(turn: Turn, given: bool) -> None:
    """Start keeping the draft, reading back what was already heard; or forget everything."""
    note_consent(turn, given)
    if not given:
        turn.say("utter_no_consent")
        return
    keep_limits(turn, "consent")
    share = turn.draft.referral.consent.share_with_council
    if share.given is False or reads_as_telling_council(turn.message.plain) is False:
        answer_share(turn, False)
    heard = heard_list(turn.draft, _known_fields(turn.draft))
    if heard:
        turn.say("utter_heard", {"facts": heard})


def keep_partial_yes(turn: Turn) -> bool:
    """Keep "yes but not about my health", which is no yes: a person reads it, and we ask again.

    Any other "but" that leaves the yes in doubt is kept too; what it asks may still be answered.
    """
    matter = _matter_asked(turn)
    if matter is None:
        return False
    is_partial = is_partial_yes(turn)
    if is_partial or agrees_with_a_but(turn.message.plain, matter):
        keep_words(turn)
    if is_partial:
        is_kept = may_be_kept(turn.draft)
        turn.say("utter_added_for_team" if is_kept else "utter_heard_before_consent")
    return is_partial


def is_partial_yes(turn: Turn) -> bool:
    """True where a consent was asked for and a part of it is taken out of the yes."""
    matter = _matter_asked(turn)
    words = turn.message.plain
    if matter is None or reads_as_refusal(words, matter):
        return False
    return agrees_in_part(words, matter)


def _matter_asked(turn: Turn) -> Matter | None:
    matters: tuple[Matter, ...] = ("consent", "share_with_council")
    return next((matter for matter in matters if matter == turn.pending), None)


def note_consent(turn: Turn, given: bool, *, notice: str = NOTICE_VERSION) -> None:
    """Log the answer to that notice, and begin to keep the draft or forget it."""
    turn.consents.append(ConsentGiven("store", given, notice))
    turn.consents.append(ConsentGiven("special_category", given, notice))
    if not given:
        turn.draft = Draft()
        turn.draft.progress.has_declined = True
        turn.draft.progress.told = ["notice"]
        turn.must_delete = True
        return
    consent = turn.draft.referral.consent
    consent.notice_version = notice
    consent.store.given, consent.store.at = True, turn.now
    consent.special_category.given, consent.special_category.at = True, turn.now
    turn.changed.append("consent")


def has_withdrawn(draft: Draft) -> bool:
    """True when a referral was handed in and consent withdrawn: no more is taken down (DP-04)."""
    return draft.progress.is_submitted and draft.referral.consent.store.given is False


_WHAT_NOW = re.compile(
    r"\b(?:what|wot|wat) (?:do|should|shall|can|must) (?:i|we) do (?:now|next|then|instead)\b|"
    r"^\W*(?:so |ok |and |then )*(?:what|wot) (?:now|next|then)\W*$|"
    r"\bwhere do (?:i|we) go from here\b",
    re.IGNORECASE,
)
_TAKES_NOTE = re.compile(
    r"^\W*(?:(?:ok(?:ay|ey|ie)?|k|right|alright|fine|sure|got it|understood|noted|great|i see|"
    r"thanks|thank you|thx|cheers|ta|will do|(?:i|we)(?:'?ll| will)(?: do)?(?: that| so)?|"
    r"no problem|no worries|of course|then|that'?s fine|makes sense|very much|for that)\W*)+$",
    re.IGNORECASE,
)


def say_what_now(turn: Turn) -> bool:
    """Answer "what do I do now?" where nothing may be taken, so that nobody waits for our call.

    "Ok, will do", said to "please get a yes from the family first", is not that yes.
    """
    permission = turn.draft.referral.referrer.permission
    is_refused = permission is not None and permission.given is False
    is_refused = is_refused and turn.draft.referral.is_third_party
    takes_note = is_refused and _TAKES_NOTE.match(turn.message.plain) is not None
    if not takes_note and not _WHAT_NOW.search(turn.message.plain):
        return False
    if is_refused:
        turn.say("utter_permission_needed")
    elif turn.draft.progress.has_declined:
        turn.say("utter_no_consent")
    else:
        return False
    return True


def _known_fields(draft: Draft) -> list[str]:
    return [name for name in summary_fields(draft) if name not in ("role", "interpreter")]


def answer_share(turn: Turn, given: bool) -> None:
    """Note whether the council may be told; asked apart from keeping (DP-05).

    It is logged once anything may be kept.
    """
    consent = turn.draft.referral.consent
    share = consent.share_with_council
    share.given, share.at = given, turn.now
    if consent.store.given is True:
        turn.consents.append(ConsentGiven("share_with_council", given, NOTICE_VERSION))
    turn.changed.append("share_with_council")
    turn.draft.progress.mark_answered("share_with_council")
    if given:
        keep_limits(turn, "share_with_council")


def may_tell_council(consent: Consent, *, is_sent: bool) -> bool:
    """Whether the council may be told: it was sent, and both yeses stand (DP-05)."""
    return is_sent and consent.store.given is True and consent.share_with_council.given is True


def note_who_consents(draft: Draft) -> None:
    """Put beside each consent who gave it, once the role is known (DP-31)."""
    role = draft.referral.referrer.role
    if role is None:
        return
    consent = draft.referral.consent
    for answer in (consent.store, consent.share_with_council, consent.special_category):
        if answer.given is not None:
            answer.by = role if role in ("parent", "carer", "young_person") else "referrer"
    if draft.referral.child.past_school_leaving_age and role != "young_person":
        # Nobody else can give it for a capable young person: staff ask them (DP-31).
        consent.special_category = ConsentAnswer()


def _answer_callback(turn: Turn, wanted: bool) -> None:
    turn.draft.progress.callback_wanted = wanted
    turn.draft.progress.mark_answered("want_callback")
    if wanted:
        turn.ask_person("callback_wanted", "soon")
        turn.say("utter_handover_callback_noted", topic="handover")


def _answer_anything_else(turn: Turn, wanted: bool) -> None:
    if wanted:
        turn.say("utter_help_anything_else", asks="anything_else")
        return
    turn.say("utter_goodbye")
    turn.draft.progress.is_stopped = True


PLAIN_ANSWERS: dict[str, Callable[[Turn, bool], None]] = {
    "consent": answer_consent,
    "share_with_council": answer_share,
    "want_callback": _answer_callback,
    "anything_else": _answer_anything_else,
}


def note_when_and_how(turn: Turn) -> None:
    """Put the day and the way beside the yes, where the message tells of it (DP-08)."""
    permission = turn.draft.referral.referrer.permission
    is_told = turn.pending == "permission" or turn.message.first("permission") is not None
    if permission is None or not permission.given or not is_told:
        return
    on = day_of_agreement(turn.message, turn.draft, turn.today)
    how = way_of_agreement(turn.message, turn.draft)
    permission.on = on or permission.on
    permission.how = how or permission.how
