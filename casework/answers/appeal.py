"""Whether the appeal has gone to the Tribunal, as the answer to that question."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.reading import Answer, one
from casework.dispute.other_appeals import is_sent_elsewhere
from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_mere_assent, reads_as_no, reads_as_unsure, reads_as_yes

_OF_ANOTHER_CHILD = re.compile(
    r"\b(?:brother|sister|sibling|twin|other (?:one|child|son|daughter|boy|girl))\b", re.IGNORECASE
)
_WAS_SENT = re.compile(
    r"\b(?:sent|posted|lodged|submitted|registered|filed|(?:put|handed) (?:it )?in|went in|gone in|"
    r"done)\b|\be-?mailed (?:it|the (?:form|appeal|tribunal)|tribunal|sendist)\b|"
    r"\b(?:tribunal|sendist|judge)(?: have|'?ve| has)(?: now)?(?: got| had| received)? "
    r"(?:it|my|our|the)\b",
    re.IGNORECASE,
)
_WHOSE = r"(?:(?:an?|the|my|our|his|her|their) )?(?:\w+ )?(?:appeal|forms?|paperwork)\b"
_SENT_IT = re.compile(
    rf"^\W*(?:(?:yes|yeah|yep|yup|oh|actually|well|and|so|just|sorry|um+)\W+)*(?:(?:i|we|it|that|he|"
    rf"she|mum|dad|(?:my|our|the|his|her) (?:\w+ )?(?:appeal|form|husband|wife|partner|solicitor|"
    rf"lawyer|sendiass))(?:'?ve|'?s)?\b ?)?(?:(?:has|have|had|was|were|is|got|been|all|just|now|"
    rf"already|finally|did) )*(?:(?:sent|posted|e-?mailed|lodged|submitted|registered|filed)\b|"
    rf"done(?= (?:it|that|last|on|in|already|\d|weeks|ages|a)\b|\W*(?:$|[,.;!]))|"
    rf"(?:put|handed) (?:(?:it|one|that|them|{_WHOSE}) )?in\b|"
    rf"(?:went|gone)(?= (?:in|off(?! the)|last|on|to (?:the )?(?:tribunal|sendist|court))\b|"
    rf"\W*(?:$|[,.;!]))|"
    rf"(?:tribunal|sendist|judge)(?: have|'?ve| has)?(?: now)? (?:got|had|received))"
    rf"(?! (?:me|us|you|u|what|for|off for|by|back|away|about (?!an?\b|\d)|nothing|with you|"
    rf"disabled|blind|"
    rf"an? (?!(?:\w+ )?(?:appeal|form)|week|month|few|couple|while|year|day|fortnight)|"
    rf"it (?:away|back)|my head|them (?:my|a))\b)(?!.*\b(?:to (?:you|u|your|ur|kids)|brother|"
    rf"sister|other (?:one|child)|wrong|consent)\b)",
    re.IGNORECASE,
)
"""Who sent what: theirs, to the Tribunal; "they sent us the letter" and "I sent you" are not."""
_IS_OVER = re.compile(
    r"^\W*(?:yes |yeah )?(?:it|that|we|i|they)(?:'?ve)? (?:was|did|has|have)"
    r"\W*(?:$|[,.;]|and\b|but\b)|"
    r"\b(?:we|i|they|he|she) (?:won|lost)\b|\b(?:it'?s|is|was|been|all) (?:now )?"
    r"(?:finished|over|decided|heard|settled|closed)\b",
    re.IGNORECASE,
)
"""An appeal that was sent long since: "it was, it's finished and we won"."""
_IS_NOT_OVER = re.compile(
    r"\b(?:it|that|they|tribunal|judge|appeal|hearing|case)(?: still)?"
    r"(?:'?s not| (?:(?:is|was|has|have)(?:n'?t| not| never)|never))(?: [\w']+){0,2}? "
    r"(?:over|decided|heard|settled|closed)\b|"
    r"\bnothing(?:'?s)?(?: [\w']+){0,3}? (?:decided|heard|settled)\b",
    re.IGNORECASE,
)
"""Of an appeal that was sent, perhaps: "it hasn't been heard yet", "nothing has been decided"."""
_IS_OF_SENDING = re.compile(
    r"\b(?:appeal\w*|tribunal|sent|send\w*|post\w*|lodg\w*|submit\w*|regist\w*|put|form|yet|it|that"
    r"|one|done|about to|going to|gonna|planning|might|ready to|haven'?t|didn'?t)\b",
    re.IGNORECASE,
)
_IS_OF_AN_APPEAL = re.compile(
    r"\b(?:appeal\w*|tribunal|sendist|judge|lodg\w+|forms?|it)\b", re.IGNORECASE
)
_NOT_SENT = re.compile(
    r"\bnot\b|n't\b|\b(?:have|has|did|do|does|is|was|could|can)nt\b|\b(?:will|going to|gonna"
    r"|thinking (?:about|of)|considering|want to|about to|planning|might|filled|filling|need "
    r"to|yet to|ready to|never)\b",
    re.IGNORECASE,
)


def read_appeal_lodged(message: Message, draft: Draft, today: date) -> Answer | None:
    """Whether the appeal has gone to the Tribunal; one that is only meant to go has not.

    Who wrote to the council instead has still to appeal in time: they are told to whom it goes.
    """
    text = message.plain
    if is_sent_elsewhere(text) and not (reads_as_no(text) or reads_as_unsure(text)):
        is_again = draft.progress.misses > 0
        asked = one("appeal_lodged", False, is_sure=False)
        return asked if is_again else Answer(problem="utter_help_appeal_lodged")
    found = message.first("appeal")
    if found is not None and (found.is_sure or not _IS_OVER.search(text)):
        return one("appeal_lodged", found.value == "yes", found.is_sure)
    if reads_as_unsure(text):
        return None
    if _IS_NOT_OVER.search(text):
        return one("appeal_lodged", True, is_sure=False)
    if _IS_OVER.search(text) and not _NOT_SENT.search(text):
        return one("appeal_lodged", True, is_sure=not _OF_ANOTHER_CHILD.search(text))
    is_not_sent = _NOT_SENT.search(text) is not None
    if is_not_sent and (_WAS_SENT.search(text) or _IS_OF_SENDING.search(text)):
        return one("appeal_lodged", False)
    is_sure = _SENT_IT.match(text) is not None
    if is_sure or (_WAS_SENT.search(text) and _IS_OF_AN_APPEAL.search(text)):
        return one("appeal_lodged", True, is_sure)
    if reads_as_no(text) or (reads_as_yes(text) and not reads_as_mere_assent(text)):
        return one("appeal_lodged", not reads_as_no(text))
    return None
