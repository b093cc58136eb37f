"""Yes or no to telling the council, said at another moment than when it was asked.

Only words that name the council count here; what is only not to be told ("don't tell the council
about my health") is left to a person, who reads the family's own words.
"""

from __future__ import annotations

import re

from casework.consent.said import tells_outright
from casework.consent.ways_to_refuse import refuses_outright
from casework.words import straighten

_COUNCIL = r"\b(?:council|local authority|la|send team)\b"
_NAMES_COUNCIL = re.compile(_COUNCIL, re.IGNORECASE)
_CLAUSE = re.compile(
    r"[^.,;:!?()\n\u2026\u2013\u2014]+\??(?=[.,;:!?()\n\u2026\u2013\u2014]|$)", re.IGNORECASE
)
_JOINED = re.compile(
    r"\s(?:and|but|so|cos|coz|because|as|until|till|unless|tho|though|just)\s", re.IGNORECASE
)
_TAKES_BACK = re.compile(
    rf"^(?:i |we |ive |weve |id |have |actually |please |pls |so |no |wait |sorry |want to |now |"
    rf"like to )*(?:(?:changed? (?:my|our) minds?|had second thoughts) (?:about|on) "
    rf"(?:(?:telling|talking to|you (?:telling|talking to)|sharing (?:it |this )?with) )?(?:the )?"
    rf"{_COUNCIL}|(?:leave|keep) (?:the )?{_COUNCIL} out(?: of (?:it|this))?|"
    rf"(?:take|withdraw) (?:back )?(?:my |the )?(?:yes|consent|permission) (?:to|for|about) "
    rf"(?:(?:telling|talking to) )?(?:the )?{_COUNCIL}|"
    rf"(?:stop|no) (?:telling|talking to|contact with|contacting) (?:the )?{_COUNCIL}|"
    rf"(?:can|could|would|will) (?:you|u) (?:please )?not (?:tell|ring|call|contact|speak to|"
    rf"talk to|involve) (?:the )?{_COUNCIL}(?: anything)?|"
    rf"(?:it|this|that) (?:must|should|can)(?: ?nt| not) go to (?:the )?{_COUNCIL}|"
    rf"(?:the )?{_COUNCIL} (?:must not|mustnt|should not|shouldnt|are not to|is not to|isnt to|"
    rf"arent to) (?:know|be told|find out|hear)(?: about (?:it|this))?)"
    r"(?: (?:please|pls|thanks|yet|for now|now|then|though|at all))*$",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:tell|talk|speak|contact|ring|call|write|share|let|told|know|involve)\b")
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
                if _TAKES_BACK.match(bare) or refuses_outright(bare, "share_with_council"):
                    said.append(False)
                elif _TELLS.search(bare) and tells_outright(bare, "share_with_council"):
                    said.append(True)
            before += f" {bare}"
    return all(said) if said else None
