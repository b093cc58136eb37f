"""Numbers, dates and addresses spelt out in words, as speech-to-text and tired people write them.

"oh seven seven double o ..." becomes a number, "the twenty first of october" a date in figures,
"jo dot smith at gmail dot com" an address. Numbers and addresses put together so are guesses.
"""

from __future__ import annotations

import re

from bot.nlu.numbers import NUMBER_WORDS, read_number
from bot.nlu.rewriting import Rewriting

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
ORDINALS.update(
    {"secound": 2, "thrid": 3, "thurd": 3, "forth": 4, "fith": 5, "fifht": 5, "eigth": 8}
)
ORDINALS.update({"nineth": 9, "twelth": 12, "twelvth": 12, "fourtheenth": 14, "ninteenth": 19})
ORDINALS.update({"twenty forth": 24, "twenty fith": 25, "twenteth": 20, "twentyeth": 20})
ORDINALS.update({"thirtieth": 30, "thirty first": 31})
ORDINALS.update({f"twenty {word}": 20 + ORDINALS[word] for word in list(ORDINALS)[:9]})
_ORDINAL = (
    "(?P<ordinal>"
    + "|".join(word.replace(" ", "[ -]") for word in sorted(ORDINALS, key=len, reverse=True))
    + ")"
)
_DAYS = (
    re.compile(
        rf"\b{_ORDINAL}(?=\s+(?:day\s+)?(?:of\s+)?(?:{_MONTH}|(?:this|last) month|birthday\b))",
        re.I,
    ),
    re.compile(rf"(?<=\bthe ){_ORDINAL}(?=\s*(?:[.,;!?]|$|of (?:this|last) month))", re.I),
    re.compile(rf"(?:(?<=\b)|(?<=the ))(?P<before>{_MONTH}\s+(?:the\s+)?){_ORDINAL}\b", re.I),
)
_COUNTED_DAYS = re.compile(
    r"\b(?P<day>"
    + "|".join(sorted((w for w, n in NUMBER_WORDS.items() if n), key=len, reverse=True))
    + rf")\s+(?:of\s+)?(?=(?!may|mar){_MONTH})",
    re.I,
)
_YEAR = re.compile(
    r"\b(?:two thousand(?: and)?|twenty(?= (?:twenty|\w+teen|ten|eleven|twelve)))[ -](?P<rest>"
    + "|".join(
        sorted([*NUMBER_WORDS, "twenty seven", "twenty eight", "twenty nine"], key=len)[::-1]
    )
    + r")\b",
    re.I,
)

_DIGITS = {"oh": "0", "o": "0", "zero": "0", "nought": "0", "nil": "0"}
_DIGITS.update({word: str(number) for word, number in NUMBER_WORDS.items() if 0 < number < 10})
_DIGIT = r"(?:" + "|".join(sorted(_DIGITS, key=len, reverse=True)) + r"|\d+)"
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_TOKEN = rf"(?:(?:double|treble|triple)\s+{_DIGIT}|{_DIGIT}\s+hundred|{_DIGIT})"
_NUMBER = re.compile(rf"(?<![\w@.])(?:{_TOKEN}[\s,.-]+){{2,}}{_TOKEN}(?![\w@])", re.I)
_LETTERS_FOR_DIGITS = re.compile(r"(?<![\w@.])[o0][o\dlI](?:[ -]?[o\dlI]){8,9}(?![\w@])", re.I)
_SHORTEST_PHONE, _LONGEST_PHONE = 10, 13

_DOMAIN = (
    r"(?P<domain>[\w-]+(?:\s?\bdot\s?[\w-]+|\.[\w-]+)*?(?:\s?\bdot\s|\.)(?:co(?:\s?\bdot\s"
    r"|\.)uk|[a-z]{2,4}))\b(?!@)"
)
_LOCAL = (
    r"(?P<more>(?:(?:^|(?<=\bis )|(?<=\bits )|(?<=\bemail ))(?!e?-?mail|my|its?\b|it's|is\b"
    r"|was\b|address|on\b)(?:(?!dot\b|dash\b|underscore\b)[a-z\d]+\s)"
    r"{1,2})?)(?P<local>[\w.+-]+(?:\s(?:dot|underscore|dash|hyphen)\s[\w.+-]+)*)"
)
_ADDRESS = re.compile(rf"(?<![\w@.]){_LOCAL}(?:\s+at\s+|\s*@\s*){_DOMAIN}", re.I)
_SPOKEN_MARKS = (
    (re.compile(r"\s*\bdot\b\s*", re.I), "."),
    (re.compile(r"\s*\bunderscore\b\s*", re.I), "_"),
    (re.compile(r"\s*\b(?:dash|hyphen)\b\s*", re.I), "-"),
)


def write_figures(text: Rewriting) -> Rewriting:
    """Put spelt-out days, telephone numbers and addresses into figures and marks."""
    text = text.replace(_NUMBER, _phone, is_guess=True)
    text = text.replace(_LETTERS_FOR_DIGITS, _digits_meant, is_guess=True)
    text = text.replace(_ADDRESS, _address, is_guess=True)
    for pattern in _DAYS:
        text = text.replace(pattern, _day)
    text = text.replace(_COUNTED_DAYS, lambda found: f"{read_number(found['day'].lower())} ")
    return text.replace(_YEAR, _year)


def _day(found: re.Match[str]) -> str:
    number = ORDINALS[" ".join(found["ordinal"].lower().replace("-", " ").split())]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
    return (found.groupdict().get("before") or "") + f"{number}{ending}"


def _year(found: re.Match[str]) -> str | None:
    rest = found["rest"].lower().replace("-", " ")
    number = read_number(rest)
    if number is None:
        number = 20 + (read_number(rest.split()[-1]) or 0)
    return str(2000 + number)


def _phone(found: re.Match[str]) -> str | None:
    if not re.search(r"[a-z]", found[0], re.I):
        return None
    digits = ""
    words = re.findall(r"[a-z]+|\d+", found[0].lower())
    times = 1
    for word in words:
        if word in _TIMES:
            times = _TIMES[word]
        elif word == "hundred":
            digits += "00"
        else:
            digits += _DIGITS.get(word, word) * times
            times = 1
    is_long_enough = _SHORTEST_PHONE <= len(digits) <= _LONGEST_PHONE
    return digits if is_long_enough and digits.startswith(("0", "44", "7")) else None


def _digits_meant(found: re.Match[str]) -> str | None:
    if found[0].replace(" ", "").replace("-", "").isdigit():
        return None
    return re.sub("[oO]", "0", re.sub("[lI]", "1", found[0]))


def _address(found: re.Match[str]) -> str | None:
    if re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", found[0]):
        return None
    if " at " in found[0].lower() and not re.search(r"\bdot\b|\.", found["domain"], re.I):
        return None
    is_told = "@" not in found[0]
    local = ("".join(found["more"].split()) if is_told else found["more"]) + found["local"]
    domain = found["domain"]
    for pattern, mark in _SPOKEN_MARKS:
        local, domain = pattern.sub(mark, local), pattern.sub(mark, domain)
    return local + "@" + "".join(domain.split())
