"""Takes the words off a code that somebody texts: "My code is MQKQ-H4XX, thanks"."""

from __future__ import annotations

import re

_AROUND_A_CODE = frozenset(
    {"a", "and", "carry", "code", "come", "continue", "from", "get", "go", "got", "have", "hello",
     "here", "hey", "hi", "i", "im", "is", "it", "its", "me", "my", "number", "ok", "okay", "on",
     "page", "please", "pls", "plz", "reply", "send", "sent", "so", "sorry", "text", "thank",
     "thanks", "that", "the", "this", "to", "use", "want", "was", "website", "with", "you", "your"}
)  # fmt: skip
_LONGEST_CODE = 8
_LONGEST = 15
"""Words. A text with more in it tells us something, and that must not go with the code."""


def take_words_off_code(text: str) -> str:
    """What is left of a text without the words that go with a code; the text where that is none.

    Whoever looks the rest up finds out whether it is a code: nothing here knows one.

    >>> take_words_off_code("My code is MQKQ-H4XX, thanks")
    'MQKQ-H4XX'
    """
    letters = re.sub(r"[\W_]+", "", text)
    words = [re.sub(r"^[\W_]+|[\W_]+$", "", word) for word in re.split(r"[\s:=]+", text)]
    if len(letters) <= _LONGEST_CODE or len(words) > _LONGEST:
        return text
    bare = {word: re.sub(r"\W", "", word).casefold() for word in words if word}
    left = [word for word in words if bare.get(word, "a") not in _AROUND_A_CODE]
    return " ".join(left) or text
