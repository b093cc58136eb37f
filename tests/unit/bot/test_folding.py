from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)

from bot.tracker_store import fold_older_turns


def conversation(turns: int) -> list[Event]:
    events: list[Event] = [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        ActionExecuted("action_listen"),
    ]
    for number in range(turns):
        events += [UserUttered(f"message {number}", {"name": "inform"})]
        events += [ActionExecuted("referral_form")]
        if number == 0:
            events += [ActiveLoop("referral_form"), SlotSet("voice", "parent")]
        events += [
            BotUttered(f"answer {number}"),
            SlotSet("turn_done", str(number)),
            SlotSet("requested_slot", "next_answer"),
            ActionExecuted("action_listen"),
        ]
    return events


def texts(events: list[Event]) -> list[str | None]:
    return [event.text for event in events if isinstance(event, UserUttered)]


def test_short_conversation_is_kept_as_it_is() -> None:
    events = conversation(6)
    assert fold_older_turns(events, 6) == events


def test_last_turns_are_kept_word_for_word() -> None:
    events = conversation(20)
    folded = fold_older_turns(events, 6)
    assert texts(folded) == [f"message {number}" for number in range(14, 20)]
    first = next(at for at, event in enumerate(folded) if isinstance(event, UserUttered))
    assert folded[first:] == events[-len(folded[first:]) :]
    assert folded[first - 1] == ActionExecuted("action_listen")


def test_slots_and_form_of_the_older_turns_are_kept() -> None:
    folded = fold_older_turns(conversation(20), 6)
    first = next(at for at, event in enumerate(folded) if isinstance(event, UserUttered))
    head = folded[:first]
    assert ActiveLoop("referral_form") in head
    assert {event.key: event.value for event in head if isinstance(event, SlotSet)} == {
        "voice": "parent",
        "turn_done": "13",
        "requested_slot": "next_answer",
    }


def test_folding_again_and_again_changes_nothing_more() -> None:
    once = fold_older_turns(conversation(40), 6)
    assert fold_older_turns(once, 6) == once
    by_steps = fold_older_turns(fold_older_turns(conversation(40), 20), 6)
    assert by_steps == once


def test_form_that_ended_is_not_started_again() -> None:
    events = conversation(3)
    events[-1:-1] = [ActiveLoop(None)]
    events += conversation(8)[3:]
    folded = fold_older_turns(
        [event for event in events if event != ActiveLoop("referral_form")], 6
    )
    assert ActiveLoop("referral_form") not in folded
