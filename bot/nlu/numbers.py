"""Small numbers as people write them: "9", "nineteen", "twenty six"."""

from __future__ import annotations

NUMBER_WORDS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
NUMBER_WORDS.update(
    {
        f"twenty {word}": 20 + NUMBER_WORDS[word]
        for word in ("one", "two", "three", "four", "five", "six")
    }
)

# Longer words first, so that "twenty six" is not read as "twenty".
NUMBER_PATTERN = (
    r"(?:\d{1,2}|"
    + "|".join(word.replace(" ", "[ -]") for word in sorted(NUMBER_WORDS, key=len, reverse=True))
    + ")"
)


def read_number(words: str) -> int | None:
    """Return the number that the words name (0 to 99), or None."""
    if words.isdigit():
        return int(words)
    return NUMBER_WORDS.get(" ".join(words.replace("-", " ").split()))
