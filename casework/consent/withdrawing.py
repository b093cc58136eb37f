"""Asking for what was told to be deleted: a right, in whatever words it is asked for (DP-04)."""

from __future__ import annotations

import re

from casework.words import straighten

_BEFORE = (
    r"(?:(?:ok|okay|please|pls|plz|hmm+|um+|actually|no|sorry|right|look|just|so|and|oh|well|"
    r"i think|think|can (?:you|u|i|we)|could (?:you|u|i)|will you|"
    r"(?:(?:i|we)(?: would|d)?|id|wed) (?:want|need|wish|like|have decided|decided)(?: (?:you|u))? "
    r"to|(?:you|u) (?:need to|have to|must|should)|wanna|forget it|forget this|then|"
    r"go ahead and|(?:ive |i )?changed my mind|now|all) )*"
)
_WHAT_IS_MINE = (
    r"(?:(?:everything|all)(?: of| about)? )?(?:my|our|all|all the) (?:own )?(?:personal )?"
    r"(?:data|details|answers|information|info|referral|case|stuff|records?|chat|messages?|"
    r"application|account|form|file|that|this|it)"
)
_SAID = r"(?:that )?(?:i|ive|we|weve)(?: just| have)? (?:said|told (?:you|u)|put|written|sent)"
_ALL = (
    rf"(?:{_WHAT_IS_MINE}|it all|(?:all|any) of (?:it|this)|all (?:this|that)|the lot|"
    rf"the whole (?:thing|lot)|everything(?: {_SAID})?|what {_SAID})"
)
_DELETE = r"(?:delete|erase|remove|wipe|scrap|bin|destroy|get rid of|clear)"
_GONE = r"(?:deleted|erased|wiped|removed|withdrawn|gone)"
_MAY_BE_LOST = (
    r"(?:all )*(?:my|our) (?:(?:\w+ )+gone\b|(?:chat|messages?|account|form|application) (?!to be))"
)
"""Of whom it may have vanished: "oh no all my messages gone"."""
_KEEP = r"(?:keep|hold|use|store|save)"
_KEEPING = r"(?:keeping|holding|using|storing|saving)"
_AFTER = (
    r"(?: (?:please|pls|plz|now|thanks|thank you|about (?:me|us|him|her|my (?:son|daughter|child|"
    r"kid))|(?:that )?(?:you|u|youve|you have|uve)(?: (?:have|got|hold|kept))?(?: on (?:me|us))?|"
    rf"completely|for good|straight away|today|off your system|from your system|{_SAID}|"
    r"(?:that )?(?:ive|i) (?:made|wrote)|any ?more|any longer|sorry|instead of sending(?: it)?|"
    r"i dont want (?:this|it)(?: any ?more| any longer)?|from this))*"
)
_WITHDRAWS = re.compile(
    rf"^{_BEFORE}(?:withdraw(?: (?:my|our|the|this|his|her)(?: \w+s)? (?:consent|referral|case|"
    r"details|data|application|permission|request)| everything| it(?: all)?| this| that| us| "
    r"from (?:this|it|(?:this|the|your) (?:service|referral|process))| consent)?|"
    rf"(?:id|wed|i would|we would) rather (?:you|u) (?:{_GONE}|withdrew|forgot) "
    rf"(?:{_ALL}|it|this|that)|"
    rf"{_DELETE} (?:{_ALL}|(?:this|the|our) (?:chat|conversation|referral|form|application))|"
    rf"(?:stop|cancel)(?: (?:it|this))? and {_DELETE} (?:it|this|that|everything)|"
    rf"(?!{_MAY_BE_LOST})(?:(?:i|we) (?:want|need|would like) |id like )?(?:all )?{_WHAT_IS_MINE} "
    rf"(?:to be )?{_GONE}|"
    r"(?:i|we) no longer want (?:this|any of this)|"
    r"(?:delete|erase|wipe|remove|take) me(?: off)?|"
    r"(?:i )?(?:take back|revoke|withdraw|cancel) my (?:consent|referral|permission)|"
    r"(?:i|we) (?:dont|do not) want (?:this|any of this) (?:any ?more|any longer)|"
    rf"(?:(?:dont|do not|stop|no longer|(?:you|u) (?:cant|cannot|can not|may not)) "
    rf"(?:{_KEEP}|{_KEEPING})|"
    rf"(?:i|we) (?:dont|do not|no longer) want (?:you|u) (?:to have|having|to {_KEEP}|{_KEEPING})|"
    rf"(?:ive |i )?changed my mind about (?:you |u )?(?:having|{_KEEPING})) (?!what )(?:{_ALL}|"
    rf"(?:it|this|that) any ?(?:more|longer))){_AFTER}$"
)
_OF_OTHERS = re.compile(
    r"\b(?:said|says|saying|told|tells|ask(?:s|ed)? (?:me|us)|wants? (?:me|us|him|her)|wrote|"
    r"letter|if|whether|council|school)\b"
)
"""Before the words, these make them somebody else's, or a question what would be."""
_ONLY_A_PART = re.compile(
    r"\b(?:instead|except|apart from|but keep|only|put|replace|change|correct|it should|"
    r"should be)\b"
)
"""Beside the words, these say that one thing is put right."""
_CLAUSE = re.compile(r"[.,;!?\n\u2026\u2013\u2014]+|\s-+\s|\s(?=(?:because|cos|coz|bc|as|until) )")


_DELETES_IT = re.compile(rf"^{_BEFORE}{_DELETE} (?:it|this|that)$")
_UP = (
    r"(?:please |just |actually |no |sorry )*(?:dont send (?:it|this|that)|forget (?:it|this)|stop|"
    r"cancel(?: it| this)?|(?:ive |i )?changed my mind|(?:i |we )?dont want (?:it|this)"
    r"(?: any ?more)?)"
)
_GIVES_IT_UP = re.compile(rf"^{_UP}$")
_GIVES_UP_AND_DELETES = re.compile(
    rf"^{_UP} (?:(?:so|and|now|just|please|pls|can you|could you) )*{_DELETE} (?:it|this|that)"
    r"(?: (?:please|pls|thanks|all|now))*$"
)
"""Beside these "delete it" means all of it."""


def asks_to_withdraw(text: str) -> bool:
    """True for "withdraw" and "delete it all"; false for "delete the second number".

    What is told about withdrawing by or to others is none of it: "they want me to withdraw".
    """
    pieces = [_bare(piece) for piece in _CLAUSE.split(straighten(text))]
    clauses = [piece for piece in pieces if piece]
    if any(map(_GIVES_IT_UP.match, clauses)) and any(map(_DELETES_IT.match, clauses)):
        return True
    for place, clause in enumerate(clauses):
        if _WITHDRAWS.match(clause) or _GIVES_UP_AND_DELETES.match(clause):
            before, after = " ".join(clauses[:place]), " ".join(clauses[place + 1 :])
            is_part = _ONLY_A_PART.search(before) or _ONLY_A_PART.search(after)
            return _OF_OTHERS.search(before) is None and is_part is None
    return False


def _bare(piece: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", "", piece.replace("'", "").lower()).split())
