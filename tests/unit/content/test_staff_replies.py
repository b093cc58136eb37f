"""Ready replies of colleagues are as plain as what the assistant says, and fit in two texts."""

from __future__ import annotations

import pytest

from casework.texts.counting import count_segments
from frontdesk.staff.conversation.replies import CannedReply, load_replies
from tests.unit.content.test_texts import BANNED, grade_of, sentences_of

each_reply = pytest.mark.parametrize("reply", load_replies(), ids=lambda reply: reply.id)


@each_reply
def test_ready_reply_is_plain(reply: CannedReply) -> None:
    assert grade_of(reply.text) <= 5.5
    assert max(len(sentence.split()) for sentence in sentences_of(reply.text)) <= 20
    assert not BANNED.search(reply.text)


@each_reply
def test_ready_reply_fits_in_two_segments(reply: CannedReply) -> None:
    counted = count_segments(reply.text)
    assert (counted.encoding, counted.segments <= 2) == ("GSM-7", True)


def test_each_ready_reply_has_an_id_of_its_own() -> None:
    ids = [reply.id for reply in load_replies()]
    assert len(set(ids)) == len(ids)
