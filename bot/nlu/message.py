"""A parent's message made ready for reading: plain letters, sentences, what it really states."""

from __future__ import annotations

import re
from functools import cached_property

from bot.nlu.facts import Span

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
)

# A full stop ends a sentence unless it belongs to initials, a title or a shortened month.
_SENTENCE_END = re.compile(
    r"[!?;\n]+"
    r"|(?<!\b[a-z])(?<!\b(?:mr|ms|dr|jr|st|lt))(?<!\bmy no)(?<!\b(?:tel|mob|the) no)(?<!\bphone no)"
    r"(?<!\bmobile no)(?<!\bcontact no)(?<!\b(?:mrs|rev|sgt|cpl|jan|feb|mar|apr|jun|jul|aug|sep"
    r"|oct|nov"
    r"|dec|yrs))"
    r"(?<!\bsept)\.+(?=\s|$)"
    r"|(?<=\bwith [b-k])\.+(?=\s|$)|(?<=\bsection [b-k])\.+(?=\s|$)|(?<=\band [b-k])\.+(?=\s|$)"
    r"|(?<=jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|yrs)\.+(?=\s+[^\W\d]{3})"
)
_CLAUSE_END = re.compile(r",|\s-\s|\s(?=(?:but|because|cos|coz|although|though)\s)")

_AUXILIARY = (
    r"(?:can|could|do|does|should|would|will|is|are|am|have|has|did|may|shall|must|was|were"
    r"|don'?t|doesn'?t|isn'?t|aren'?t|can'?t|won'?t|shouldn'?t|wouldn'?t)"
)
_SUBJECT = (
    r"(?:i|we|you|u|ya|it|there|my|our|your|they|she|he|the|this|that|these|those|a|an|any|anyone"
    r"|anybody|someone|somebody|everyone|mediation|kids|councils?|schools?|parents?|people|all)"
)
_QUESTION_AT_SENTENCE_START = re.compile(
    r"\s*(?:(?:so|and|but|ok|okay|hi|hiya|hello|hey|sorry|please|pls|also|well|just|now)[\s,]+)*(?:"
    r"(?:(?!what (?:(?:i|we)(?:'?m|'?d| am| would)? (?:really |actually |do )?(?:after|want"
    r"|need|like)\b))(?!what (?:they|the council|council|la|it|he|she|i|we)(?:'?ve|'?s|'?d|'?re"
    r"| have"
    r"| has| had)? [^?]{3,40}\b(?:is|was)\b[^?]*$)"
    r"(?:what)|whats|what's|wat|wats|wot|how|hows|how's|why|where|wheres|where's|whose|whens|when's"
    r"|whos|who's|y)\b(?!\s*[:=])"
    r"|(?:who|which|when)\s+" + _AUXILIARY + r"\b"
    r"|which\s"
    r"|(?!(?:do\s+(?:it|this|that)|am\s+(?:an?|the|his|her|their))\b)"
    + _AUXILIARY
    + r"\s+"
    + _SUBJECT
    + r"\b"
    r"|(?:any (?:idea|advice|chance)|anyone know|anything about|explain|define|meaning of"
    r"|tell me (?:about|what|how|if|whether)|is\s|are\s|does\s|wondering|question|say (?:i|we"
    r"|they|he|she|it)\b))"
)
_QUESTION_ANYWHERE = re.compile(
    r"\b(?:(?:what|how|where|when)\s+(?:(?:else|much|long|many|on earth)\s+)?"
    r"(?:do|does|can|could|should|would|will|is|are|am|happens|now|next|about|if)\b"
    r"|(?:can|could|should|would|will|do|shall|must|am)\s+(?:i|we|u|you)\b(?!\s+know)"
    r"|is (?:it|this|that|there)\s+(?:you|possible|any|a|free|too|worth|true|right|normal|legal"
    r"|ok)\b"
    r"|(?:wondering|wonder|know|ask|asking|sure|tell (?:me|us)|explain|understand|clear|find out"
    r"|clarify|advise|confused(?: about)?)\s+(?:me |us |you |about )?"
    r"(?:if|whether|what|whats|how|when|who|where|which)\b)"
)
# Asked as a question, yet a wish: "can someone ring me in the mornings", "can my sister come".
_WISH = re.compile(
    r"\b(?:can|could|would|will)\s+(?:(?:you|u|ya|someone|somebody"
    r"|one of you)\s+(?:(?:please|pls|just|only|not)\s+)*(?:ring|call"
    r"|phone|text|message|whats ?app|e-?mail|contact)\s+(?:me|us|back|on|in the|after|before|not"
    r"|instead|rather|first|between|from|mornings?|afternoons?|evenings?|week ?days?|any ?time)\b"
    r"|(?:i|we)\s+(?:please\s+|just\s+)*(?:go ahead|crack on|get on|get going|press on|proceed"
    r"|start) with\s+"
    r"|i\s+(?:please\s+)?bring\s+(?:my|me|our|a)\b"
    r"|my\s+[\w-]+(?:\s\w+){0,2}\s+(?:also\s+)?(?:come|join|sit"
    r"|attend|be there)\b)"
)
_QUESTION_ENDS = re.compile(
    r",\s*(?:and |but |as |because )?(?=(?:they|they've|we|we've|i|i've|my|our|he|she|he's|she's"
    r"|council|school|la|the (?:council|la|school|local|letter|plan))\b)"
    r"|(?<=\bi do)\s(?=(?:they|they've|theyve|council|la|he|she|my)\b)"
    r"|\s(?:and|but)\s+(?=(?:my|our)\s+\w+(?:\s\w+)?\s+(?:will|is|are|has|was|wants|needs)\b"
    r"|i'?m\b|i am\b|he'?s\b|she'?s\b)"
)
_SUPPOSED = re.compile(
    r"\b(?:(?<!as )(?<!sorry )if(?! (?:(?:you|u|ya) (?:must|have to|need|want|like|can|ask me"
    r"|(?:see|know|get|catch) (?:what|my|me))|(?:that|it|this) makes sense|i'?m (?:being )?honest"
    r"|truth be told|poss\w*|at all)\b)"
    r"|in case|unless|(?<!\bi )(?<!\bwe )suppose|supposing|whether|imagine|when (?:someone"
    r"|a (?:parent"
    r"|family|council|person))|for (?:parents|families|people) who"
    r"|(?:until|till|til|once|before) (?:i|we|you|u|they|he|she)(?:'?ve|'?s| have| has| had| get"
    r"| gets| got)?)\b(?:[^,.!?;\n]{0,150}(?![^\s,.!?;])|[^\s,.!?;]*)"
)


def _lowered(text: str) -> str:
    """Lower-case the text character by character, so that every offset stays true."""
    plain = text.translate(_PLAIN)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(
        character.lower() if len(character.lower()) == 1 else character for character in plain
    )


def _pieces(text: str, boundary: re.Pattern[str], start: int, end: int) -> list[Span]:
    """Cut start..end of the text at each boundary; pieces of spaces only are left out."""
    spans: list[Span] = []
    at = start
    for found in boundary.finditer(text, start, end):
        spans.append((at, found.end()))
        at = found.end()
    spans.append((at, end))
    return [(a, b) for a, b in spans if text[a:b].strip()]


class ParentMessage:
    """One message: `text` as typed, `plain` in lower case with the same offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = _lowered(text)

    @cached_property
    def sentences(self) -> list[Span]:
        """Where each sentence starts and ends."""
        return _pieces(self.plain, _SENTENCE_END, 0, len(self.plain))

    @cached_property
    def clauses(self) -> list[Span]:
        """Where each clause starts and ends: sentences cut at commas, dashes and "but"."""
        return [
            clause
            for start, end in self.sentences
            for clause in _pieces(self.plain, _CLAUSE_END, start, end)
        ]

    @cached_property
    def bare(self) -> str:
        """The whole message without the marks and spaces around it."""
        return self.plain.strip(" \t\n.,;:!?'\"()-")

    @cached_property
    def asserted(self) -> str:
        """The plain text with questions and suppositions blanked out, offsets unchanged.

        "Do I need a certificate?" says nothing about whether the parent holds one.
        """
        letters = list(self.plain)
        for start, end in self._questions() + self._suppositions():
            letters[start:end] = " " * (end - start)
        return "".join(letters)

    @cached_property
    def asserted_sentences(self) -> list[tuple[int, str]]:
        """Offset and words of each sentence that still states something."""
        return [
            (start, self.asserted[start:end])
            for start, end in self.sentences
            if self.asserted[start:end].strip()
        ]

    def clause_around(self, position: int) -> Span:
        """Return the clause in which a character stands."""
        for start, end in self.clauses:
            if start <= position < end:
                return start, end
        return 0, len(self.plain)

    def _questions(self) -> list[Span]:
        found: list[Span] = []
        for start, end in self.sentences:
            sentence = _WISH.sub(lambda wish: "x" * len(wish[0]), self.plain[start:end])
            asks = _QUESTION_AT_SENTENCE_START.match(sentence)
            begins = [asks.start()] if asks else []
            begins += [match.start() for match in _QUESTION_ANYWHERE.finditer(sentence)]
            marked = sentence.rstrip().endswith("?")
            if marked and not begins and not _WISH.search(self.plain, start, end):
                last_comma = sentence.rfind(",")
                begins = [last_comma + 1]
            for begin in begins:
                stop = _QUESTION_ENDS.search(sentence, begin)
                # "They refused, do I need one, I want to appeal": the question is the middle.
                found.append((start + begin, start + (stop.start() if stop else len(sentence))))
        return found

    def _suppositions(self) -> list[Span]:
        return [match.span() for match in _SUPPOSED.finditer(self.plain)]
