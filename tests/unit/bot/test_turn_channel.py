import pytest

from bot.channel import BadTurn, describe_failure, neutralise, read_turn

TURN = {"conversation": "c-1", "channel": "sms", "message_id": "m-1", "text": "hello"}


def test_turn_is_read() -> None:
    turn = read_turn({**TURN, "pending": "child_age"})
    assert (turn.conversation, turn.channel, turn.message_id) == ("c-1", "sms", "m-1")
    assert (turn.text, turn.pending) == ("hello", "child_age")
    assert not turn.only_facts
    assert read_turn({**TURN, "only_facts": True}).only_facts
    assert turn.suspected is None
    assert read_turn({**TURN, "suspected": "distress"}).suspected == "distress"
    assert turn.after_notice is None
    assert read_turn({**TURN, "after_notice": "distress"}).after_notice == "distress"
    assert not turn.sent_before_asked
    assert read_turn({**TURN, "sent_before_asked": True}).sent_before_asked


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("conversation", ""),
        ("conversation", "x" * 65),
        ("channel", "rest"),
        ("channel", ["web"]),
        ("message_id", None),
        ("text", 5),
        ("text", "x" * 4001),
        ("suspected", 5),
        ("after_notice", 5),
    ],
)
def test_wrong_turn_is_refused_by_the_name_of_its_field(field: str, value: object) -> None:
    with pytest.raises(BadTurn, match=field):
        read_turn({**TURN, field: value})


def test_body_that_is_no_object_is_refused() -> None:
    with pytest.raises(BadTurn):
        read_turn([TURN])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("/restart", "restart"),
        (" \u00a0/ /restart", "restart"),
        ("\n//inform{}", "inform{}"),
        ("/", "."),
        ("   ", "."),
        ("either/or", "either/or"),
        (" 12/05/2026 ", "12/05/2026"),
        ("Kent\n\n\n \n\nhe is 9", "Kent\n\nhe is 9"),
        ("Kent      he is 9", "Kent he is 9"),
    ],
)
def test_text_never_starts_with_a_slash(typed: str, read: str) -> None:
    assert neutralise(typed) == read


def test_failure_is_described_without_what_it_says() -> None:
    try:
        raise KeyError("Zebedee lives at 1 High Street")
    except KeyError as error:
        told = describe_failure(error)
    assert told.startswith("KeyError at ")
    assert "Zebedee" not in told
