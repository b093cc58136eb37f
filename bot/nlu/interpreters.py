"""Whether an interpreter is wanted, whatever the language."""

from __future__ import annotations

import re

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

INTERPRETER = (
    r"(?:int[eé]rprete|tłumacz\w*|traduct(?:or\w*|eur|ora)|traducător|terc[uü]man"
    r"|interp[a-z]*t[eo]rs?|interpreting|interpretor|interpretation|translat(?:or|er|ion|ors"
    r"|ing|e))"
)
_NO_INTERPRETER = re.compile(
    rf"\b(?:(?:don'?t|do not|dont|doesn'?t|won'?t|not)\s+(?:really\s+|be\s+)?(?:need(?:ing)?"
    rf"|want(?:ing)?|require|have to have)\s+(?:an?\s+|any\s+|the\s+)?(?:\w+\s+)?"
    rf"(?:(?:to|who|that)\s+(?:can\s+)?)?{INTERPRETER}"
    rf"|(?<!was )(?<!were )(?<!had )(?<!got )(?<!with )no(?:t| need(?: for| of)?)?(?:\s+an?)?"
    rf"(?:\s+(?!other|one|english|time)[a-z]+)?\s+{INTERPRETER}(?:\s+(?:needed|required|please"
    r"|thanks))?"
    rf"|(?:without|no need of)\s+(?:an?\s+)?{INTERPRETER}|{INTERPRETER}\s*(?:[:=-]"
    rf"|is)?\s*(?:no\b|nah\b|nope\b|not (?:needed|required|necessary|wanted))"
    rf"|{INTERPRETER}\b[^.!?;]{{0,50}}\bso no need\b"
    r"|(?:don'?t|do not|dont)\s+(?:need|want)\s+(?:anyone|anybody|someone|somebody)"
    r"\s+(?:signing|interpreting|translating|to (?:sign|interpret|translate))\b"
    r"(?! (?:up|off|the|this|it|a|forms?|papers?|letters?)\b)"
    r"|\b(?:i'?ll|(?:my|our) [\w-]+(?: [\w-]+)?(?: will| can|'ll)) (?:interpret"
    r"|translate)\b[^.!?]{0,25}"
    r"\b(?:(?:don'?t|do not|dont) need any(?:one|body)|no need|nobody (?:else )?needed)\b"
    r")"
)
# "Don't ring her without an interpreter" and "nobody rings without one" ask for one.
_NOT_WITHOUT = re.compile(
    r"\b(?:not|never|nobody|no ?one|none|nothing|cannot|can'?t|don'?t|won'?t|wont"
    r"|mustn'?t|shouldn'?t|couldn'?t|doesn'?t|didn'?t|unable|impossible|hard|harder|difficult"
    r"|pointless"
    r"|struggl\w+|lost)\b(?! (?:mind|need|bother|matter|problem|a problem|an issue|be a))"
    rf"[^.!?;]{{0,60}}\bwithout\s+(?:(?:an?|the|her|his|their|my|our|some)\s+)?(?:[\w-]+\s+)?"
    rf"{INTERPRETER}"
)
_ANSWERED_NO = re.compile(rf"\b{INTERPRETER}\b[^.!?\n]{{0,15}}\?+\s*(?:no\b|nah\b|nope\b|not me\b)")
_OTHER_WISH = re.compile(
    rf"\b(?:{INTERPRETER}|sign(?:s|er|ing)?|bsl|sse|deaf|lip-?\s?(?:reads?|speaker))\b"
)
_ENDS_IN_IT = re.compile(rf"\b{INTERPRETER}$")
# Said of oneself where nobody asks for an interpreter: then none is needed.
_GOOD_ENGLISH = re.compile(
    r"\b(?:i|we) (?:speak|have) (?:perfect|fluent|excellent) english\b"
    r"|\bi speak (?:\w+ )?languages and english is one\b"
    r"|\b(?:i|we) (?:can )?(?:manage|cope|get by|understand|do|am|are) (?:just |perfectly |very "
    r"|quite )?"
    r"(?:fine|ok|okay|well|alright|good) (?:in|with) english\b"
    r"|\b(?:i|we)(?:'m|'re) (?:just |perfectly )?(?:fine|ok|okay|good|happy) (?:in|with|to speak)"
    r" english\b"
    r"|\b(?:my|our|but|and|the) english is (?:just |perfectly |very |quite )?(?:fine|good"
    r"|excellent|perfect"
    r"|fluent)\b(?! enough)(?!,? (?:but|for|only|if|when|except|in|to|though|at)\b)"
    r"(?!,? (?:it'?s|and|language|teacher|lesson|grade|work)\b)"
)
# "My English is ok but not for official things": what is not said of all English is asked.
_NOT_ALL_ENGLISH = re.compile(
    r"\benglish\b[^.;!?]{0,30}?,? (?:but|except|just|only) (?:not|can'?t|cannot|struggl\w+"
    r"|i (?:can'?t|cannot|do n'?t|struggl\w+|find|get)|when|for|if|sometimes|reading|writing|long"
    r"|official|legal|hard|complicated)\b"
)
# "I don't need an interpreter but my mum does, she speaks Gujarati".
_BUT_ANOTHER = re.compile(
    r"\bbut\s+(?:(?:my|our|his|her|the|me)\s+[\w'-]+(?:\s+[\w'-]+)?|i|she|he|they|mum|mam|dad)"
    r"(?:,[^,.;!?]{2,60},)?\s+(?:(?:does|do|will|would|might|is)(?=\s*(?:[.,;!\n]|$|so\b|as\b"
    r"|because\b|please\b|need one\b))|(?:(?:will|would|does|do|may)\s+)?(?:needs?|requires?|wants?"
    r"|speaks? only|only speaks?)\s+(?:for\s+)?(?:an?\s+|some(?:one|body)\s+(?:who|to)\s+)?"
    r"(?P<what>[\w-]+(?:\s[\w-]+)?))"
)
YES_INTERPRETER = re.compile(
    rf"\b(?:(?:need|needs|want|wants|like|require|requires|with|get|have|please|through|via"
    rf"|use)\s+(?:to\s+have\s+)?(?:an?\s+|my\s+|the\s+)?(?:[\w-]+\s+){{0,3}}?{INTERPRETER}\b"
    rf"|{INTERPRETER}\s+(?:is\s+|would be\s+|will be\s+|be\s+)?(?:needed|required|please|pls"
    rf"|wanted|helpful"
    rf"|better|best|good|useful|easier|necessary)"
    r"|(?:someone|somebody|person)\s+(?:to|(?:who|that)\s+(?:can|could))\s+(?:translate|interpret)"
    r"(?!\s+(?:the|this|it|my|his|her|letters?|papers?)\b(?! (?:to|in)\b))"
    rf"|{INTERPRETER}\s*[:=,]?\s*yes|^\s*\w+ {INTERPRETER}\W*$|sign(?:ing"
    rf"|er)\s+(?:is\s+)?needed|needs?\s+(?:an?\s+)?(?:bsl\b|signer|signing|sign language"
    rf"|lip-?\s?speaker))"
)
REQUEST = re.compile(
    rf"\b(?:can|could|will|would)\s+there\s+(?:please\s+)?be\s+an?\s+(?:[\w-]+\s+){{0,2}}?"
    rf"(?:{INTERPRETER}|signer|lip-?\s?speaker|note-?\s?taker)\b"
    rf"|\b(?:can|could|may|would)\s+an?\s+(?:[\w-]+\s+){{0,2}}?(?:{INTERPRETER}|signer"
    rf"|lip-?\s?speaker"
    r"|note-?\s?taker)\s+(?:please\s+)?be\s+(?:arranged|booked|provided|there|available"
    r"|organised)\b"
    rf"|\b(?:can|could|may|will)\s+(?:i|we|you|u)\s+(?:please\s+)?(?:have|get|book"
    rf"|arrange"
    rf"|provide|organise)\s+(?:me\s+"
    rf"|us\s+)?(?:an?\s+)(?:[\w-]+\s+){{0,2}}?(?:{INTERPRETER}|signer)\b"
)
# Whoever of the family comes: they may want a signer, captions or neither, so it is asked.
_HAS_DEAF_ADULT = re.compile(
    r"\b(?:i'?m|i am|me and my \w+ are|my (?:husband|wife|partner|mum|dad) is|we are|we're|as)\s+"
    r"(?:(?:both|a|profoundly|partially|also|mum is)\s+)*deaf\b(?! to)"
)


def refuses_interpreter(plain: str, languages: re.Pattern[str]) -> bool:
    """Say whether the words want none: "not without an interpreter" wants one."""
    return (
        _NO_INTERPRETER.search(plain) is not None
        and _NOT_WITHOUT.search(plain) is None
        and _wanted_for_another(plain, languages) is None
    )


def _wanted_for_another(plain: str, languages: re.Pattern[str]) -> re.Match[str] | None:
    """Where somebody else needs the interpreter that the writer does not; `languages`: names."""
    refused = _NO_INTERPRETER.search(plain) or re.search(r"\benglish\b", plain)
    found = _BUT_ANOTHER.search(plain, refused.end()) if refused else None
    if found is None or "does not" in found[0]:
        return None
    what = found["what"]
    is_it = what is None or re.match(rf"one\b|{INTERPRETER}|speaks?\b|bsl|sse|sign", what)
    return found if is_it or languages.match(what) or _ENDS_IN_IT.search(what) else None


def read_interpreter(message: ParentMessage, languages: re.Pattern[str]) -> list[Fact]:
    """Find whether an interpreter is wanted; of a wish and a refusal the refusal counts.

    `languages` finds their names. "I need none but my mum does" is a wish.
    """
    if another := _wanted_for_another(message.plain, languages):
        return [Fact("interpreter", "yes", *another.span())]
    if needed := _NOT_WITHOUT.search(message.plain):
        return [Fact("interpreter", "yes", *needed.span())]
    refused = _NO_INTERPRETER.search(message.asserted) or _ANSWERED_NO.search(message.plain)
    if refused:
        return [Fact("interpreter", "no", *refused.span())]
    wanted = YES_INTERPRETER.search(message.asserted)
    if (
        wanted
        and re.search(
            r"\b(?:refused|no one|wouldn'?t|didn'?t|without|never|last time"
            r"|there was"
            r"|school"
            r"|council) [^.]*$",
            message.plain[: wanted.start()],
        )
        is None
    ):
        return [Fact("interpreter", "yes", *wanted.span())]
    english = _GOOD_ENGLISH.search(message.asserted)
    if (
        english
        and not _NOT_ALL_ENGLISH.search(message.asserted)
        and not _OTHER_WISH.search(message.plain)
    ):
        return [Fact("interpreter", "no", *english.span())]
    requested = REQUEST.search(message.plain)
    in_part = _NOT_ALL_ENGLISH.search(message.asserted)
    hinted = requested or in_part or _HAS_DEAF_ADULT.search(message.asserted)
    if hinted:
        return [Fact("interpreter", "yes", *hinted.span(), sure=False)]
    return []
