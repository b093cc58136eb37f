"""Replies to choose from: values in their places, and never anything else."""

from __future__ import annotations

from frontdesk.staff.conversation.replies import fill_replies, load_replies, put_in


def test_names_are_put_in_as_they_are_and_only_once() -> None:
    replies = fill_replies({"colleague": "{reference}", "reference": "ABCD-EFGH"})
    says = {reply.id: reply.text for reply in replies}
    assert says["who_i_am"].startswith("My name is {reference}.")
    assert "ABCD-EFGH" in says["reference"]
    assert len(replies) == len(load_replies())


def test_reply_without_its_value_is_not_offered() -> None:
    replies = fill_replies({"colleague": "Priya", "reference": None})
    ids = {reply.id for reply in replies}
    assert "who_i_am" in ids and "reference" not in ids
    assert put_in("Hello.", "reference", replies) == "Hello."
