"""What is said of writing in place of ringing, to people who are not rung and cannot ring us.

Who is deaf or signs was offered a signer (`casework.conversation.no_calls`); to others ringing is
not safe, or not wanted. The words are content: `data/responses/in_writing.yml` and
`interpreter.yml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from casework.referral.draft import Draft
from casework.say import Say

_OF_A_SIGNER = {
    "utter_faq_interpreter_or_bsl": "utter_signer_offered",
    "utter_faq_how_to_contact": "utter_signer_offered",
    "utter_one_way_to_reach_you": "utter_signer_offered",
}
"""To somebody deaf: these tell people to ring us, and the offer of a signer gives our email."""
_OF_TEXTS = {
    "utter_ask_phone": "utter_ask_phone_for_texts",
    "utter_why_phone": "utter_why_phone_for_texts",
    "utter_help_phone": "utter_help_phone_for_texts",
}
_OF_EMAILS = {
    "utter_ask_phone": "utter_ask_email",
    "utter_why_phone": "utter_why_email",
    "utter_help_phone": "utter_help_email",
    "utter_error_phone": "utter_error_email",
}
_OF_WRITING_TO_THEM = {
    "utter_ask_want_callback": "utter_ask_want_message",
    "utter_help_want_callback": "utter_help_want_message",
    "utter_why_want_callback": "utter_why_want_message",
    "utter_error_want_callback": "utter_error_want_message",
    "utter_handover": "utter_handover_message_noted",
    "utter_handover_callback_noted": "utter_handover_message_noted",
}
"""What is said instead to somebody who is not to be rung."""
_OF_WRITING_TO_US = {
    "utter_one_way_to_reach_you": "utter_one_way_to_reach_you_in_writing",
    "utter_more_than_that": "utter_more_than_that_in_writing",
    "utter_offer_person": "utter_offer_person_in_writing",
    "utter_offer_person_required": "utter_offer_person_required_in_writing",
    "utter_offer_person_instead": "utter_offer_person_instead_in_writing",
    "utter_cannot_skip": "utter_cannot_skip_in_writing",
    "utter_stopped_nothing_kept": "utter_stopped_nothing_kept_in_writing",
    "utter_no_consent": "utter_no_consent_in_writing",
    "utter_help_consent": "utter_help_consent_in_writing",
    "utter_withdrawn": "utter_withdrawn_in_writing",
    "utter_cancel_another": "utter_cancel_another_in_writing",
    "utter_something_wrong": "utter_something_wrong_in_writing",
    "utter_urgent": "utter_urgent_in_writing",
    "utter_route_dates_passed": "utter_late_in_writing",
    "utter_route_dates_urgent": "utter_short_of_time_in_writing",
    "utter_time_is_short": "utter_time_is_short_in_writing",
    "utter_time_is_short_with_certificate": "utter_time_is_short_in_writing",
    "utter_time_may_be_over": "utter_time_may_be_over_in_writing",
    "utter_time_may_be_short": "utter_time_may_be_short_in_writing",
    "utter_question_for_team": "utter_question_for_team_in_writing",
    "utter_nothing_is_kept": "utter_nothing_is_kept_in_writing",
    "utter_route_old_with_cert": "utter_check_certificate_in_writing",
    "utter_faq_what_happens_next": "utter_next_in_writing",
    "utter_faq_opening_hours": "utter_hours_in_writing",
    "utter_faq_can_this_chat_give_a_certificate": "utter_no_certificate_here_in_writing",
    "utter_faq_deadline_to_contact_you": "utter_adviser_in_time_in_writing",
    "utter_faq_is_this_a_person": "utter_no_person_in_writing",
    "utter_faq_can_i_come_back": "utter_come_back_in_writing",
    "utter_faq_more_than_one_child": "utter_each_child_in_writing",
    "utter_faq_other_parent": "utter_other_parent_in_writing",
    "utter_faq_someone_to_write_it": "utter_writing_help_in_writing",
}
"""What is said instead to somebody who cannot well ring us."""


def in_writing(says: Iterable[Say], draft: Draft) -> list[Say]:
    """The messages as they suit the family: for those who are not to be rung, of writing."""
    instead = _said_instead(draft)
    kept: list[Say] = []
    for say in says:
        said = replace(say, response=instead.get(say.response, say.response))
        if said not in kept:
            kept.append(said)
    return kept


def _said_instead(draft: Draft) -> dict[str, str]:
    contact = draft.referral.contact
    is_signer = "signer" in draft.progress.told
    instead: dict[str, str] = {}
    if is_signer or contact.safe_to_call is False:
        instead |= _OF_WRITING_TO_US
    if is_signer and contact.safe_to_call is False:
        instead |= _OF_A_SIGNER
    if contact.safe_to_call is False:
        of_numbers = _OF_EMAILS if contact.safe_to_text is False else _OF_TEXTS
        instead |= of_numbers | _OF_WRITING_TO_THEM
    return instead
