import logging

from bot.quiet_logs import PlaceOnly, _event_name_only


def line(name: str, message: str, *arguments: object, error: Exception | None = None) -> str:
    caught = (type(error), error, None) if error else None
    record = logging.LogRecord(name, logging.ERROR, "x.py", 7, message, arguments, caught)
    return PlaceOnly().format(record)


def test_our_own_words_are_logged() -> None:
    assert line("bot.channel", "A turn was not taken: %s.", "why").endswith("taken: why.")


def test_of_others_only_the_place_is_logged() -> None:
    told = line("rasa.core.processor", "Failed for %s", "Zebedee", error=ValueError("Zebedee"))
    assert told == "ERROR rasa.core.processor:7 (ValueError)"


def test_package_with_a_name_like_ours_is_not_ours() -> None:
    assert "Zebedee" not in line("botocore.client", "Zebedee")


def test_of_an_event_of_rasa_only_its_name_is_logged() -> None:
    event = {"event": "processor.slots.log", "slot_values": "child_name: Zebedee"}
    assert _event_name_only(None, "warning", event) == "WARNING rasa event processor.slots.log"
    assert "Zebedee" not in _event_name_only(None, "error", {"event": "Failed Zebedee"})
