"""Yes or no to telling the council, said at another moment than when it was asked.

Only words that name the council count here; what is only not to be told ("don't tell the council
about my health") is left to a person, who reads the family's own words.
"""

from __future__ import annotations

import re

from casework.consent.council_left_out import keeps_council_out
from casework.consent.said import tells_outright
from casework.consent.ways_to_agree import Matter
from casework.consent.ways_to_refuse import refuses_outright
from casework.words import straighten

_MATTER: Matter = "share_with_council"
_COUNCIL = r"\b(?:council|local authority|la|send team)\b"
_NAMES_COUNCIL = re.compile(_COUNCIL, re.IGNORECASE)
_CLAUSE = re.compile(
    r"[^.,;:!?()\n\u2026\u2013\u2014]+\??(?=[.,;:!?()\n\u2026\u2013\u2014]|$)", re.IGNORECASE
)
_JOINED = re.compile(
    r"\s(?:and|but|so|cos|coz|because|as|until|till|unless|tho|though|just)\s", re.IGNORECASE
)
_GRANTS = re.compile(
    r"\b(?:(?:you|u|ya|yous) (?:can|may)(?: now)? (?:tell|talk|speak|contact|ring|call|phone|email|"
    r"write|share|let|involve|inform)|(?:please|pls|plz|yes|yeah|yep) (?:do )?(?:tell|inform|share|"
    r"let)|(?:happy|ok|okay|fine|alright)(?: (?:for|if) (?:you|u))?(?: to)? (?:tell|talk|speak|"
    r"contact|share|let|involve|inform)\w*|(?:dont|do not) mind (?:you|if (?:you|u))|"
    r"want (?:you|u) to (?:tell|inform|share)|(?:council|local authority|la) (?:can|may) (?:now )?"
    r"(?:be told|know|be contacted|hear))\b"
)
"""Says that we may; who only asks for something to be done ("ring the council") has not said so."""
_YES_FIRST = re.compile(r"^(?:(?:yes+|yeah|yep|yup|ok|okay|sure|fine) )+")
_SAID_BY_OTHERS = re.compile(
    r"\b(?:said|says|say|told|tells|asked|asks|advised|if|whether|why|when|should i|they)\b"
    r"(?! (?:no|yes)\b)",
    re.IGNORECASE,
)
"""Before the words, these make them somebody else's: "they told us don't tell the council"."""


def reads_as_telling_council(text: str) -> bool | None:
    """False for "actually don't tell the council yet", True for "you can tell the council now".

    None where neither is said; where both are, the no counts.
    """
    plain, said = straighten(text), []
    for clause in _CLAUSE.finditer(plain):
        before = ""
        for words in _JOINED.split(clause[0]):
            bare = " ".join(re.sub(r"[^\w\s?]|_", "", words.replace("'", "").lower()).split())
            if _NAMES_COUNCIL.search(bare) and not _SAID_BY_OTHERS.search(before):
                refused = _YES_FIRST.sub("", bare)
                if keeps_council_out(refused) or refuses_outright(refused, _MATTER):
                    said.append(False)
                elif _GRANTS.search(bare) and tells_outright(bare, _MATTER):
                    said.append(True)
            before += f" {bare}"
    return all(said) if said else None
