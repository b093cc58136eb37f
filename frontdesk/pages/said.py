"""What the forms around the box say, as the words of one message."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from frontdesk.pages.composer import compose_date, compose_ticks
from frontdesk.pages.texts import load_texts
from frontdesk.problems import Problem
from frontdesk.wire import LONGEST_TEXT, NewMessage

Form = dict[str, list[str]]
DATE = ("day", "month", "year")


def read_message(form: Form) -> NewMessage:
    """The message that a form says. Raises Problem 413 or 422, in words for the page."""
    text = _read_words(form).replace("\r\n", "\n")
    if len(text) > LONGEST_TEXT:
        raise Problem(413, f"Please use up to {LONGEST_TEXT:,} characters in one message.")
    try:
        return NewMessage(client_message_id=form.get("client_message_id", [""])[0], text=text)
    except ValidationError:
        raise Problem(422, load_texts("chat")["status"]["empty"]) from None


def read_unsent(form: Form) -> str:
    """Everything a form would have said, and what was to go after it, a message a line.

    Whatever is wrong with it: it is given back to whoever wrote it.
    """
    if "say" in form:
        first = form["say"][0]
    elif "ticked" in form:
        first = compose_ticks(form.get("tick", []))
    elif "year" in form:
        first = " ".join(form.get(part, [""])[0] for part in DATE)
    else:
        first = form.get("text", [""])[0]
    return "\n".join(text for text in (first, *list_behind(form)) if text.strip())


def list_behind(form: Form) -> Sequence[str]:
    """What the script had still to send after this message."""
    return form.get("unsent", [])


def name_form(form: Form) -> str:
    """Which form it is, so that a problem is told there: `ticks`, `date` or `text`."""
    return "ticks" if "ticked" in form else "date" if "year" in form else "text"


def _read_words(form: Form) -> str:
    texts = load_texts("composer")
    if "say" in form:
        return form["say"][0]
    if "ticked" in form:
        if "tick" not in form:
            raise Problem(422, texts["no_tick"])
        return compose_ticks(form["tick"])
    if "year" in form:
        words = compose_date(*(form.get(part, [""])[0] for part in DATE))
        if words is None:
            raise Problem(422, texts["date"]["wrong"])
        return words
    return form.get("text", [""])[0]
