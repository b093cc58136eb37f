"""Refusing to be kept, in any words: "i dont want that written down anywhere", "sorry but no".

A part that is taken out ("dont keep his diagnosis") refuses nothing: it is asked about again.
"""

from __future__ import annotations

import re

_LEAD = (
    r"(?:(?:no+|nope|nah|please|pls|plz|so|and|but|ok|okay|oh|wait|then|just|actually|well|sorry|"
    r"look|right|thanks|thank you|fine|i said|i told you|(?:i|id|we) (?:really )?) )*?"
)
_NOT = (
    r"(?:dont|do not|dnt|never|not|wont|will not|wouldnt|would not|didnt|cant|cannot|mustnt|"
    r"must not|may not|no)"
)
_NOW = r"(?:really|ever|just|now|you|u|dare|go|even|to)"
_KEEP = r"(?:keep|store|save|hold(?: on to)?|record|write|note|put|log|have)(?: down)?"
_KEEPING = (
    r"(?:keeping|storing|saving|holding(?: on to)?|recording|writing|noting|having)(?: down)?"
)
_KEPT = r"(?:kept|stored|saved|held|recorded|written|noted|logged)"
_ALL_OF_IT = (
    r"(?:(?:any|all|none)(?: of)? )?(?:it|this|that|everything|anything|nothing|owt|what (?:i|we) "
    r"(?:say|said|tell you|told you|type|write)|(?:no |any |my |our |the |his |her )*(?:personal "
    r")?(?:details|info|information|data|stuff|answers|record|records|notes|things)|me|us|them)"
)
_MORE = (
    r"(?: (?:down|anywhere|about (?:me|us|him|her|(?:my|our) (?:kid|kids|child|children|son|"
    r"daughter|boy|girl|family|life))|on (?:file|record|(?:a|your|the|any) (?:computer|system|"
    r"records?|files?|database))|at all|ever|thanks|thank you|please|pls|though|for now|yet|now|"
    r"then|like that|by you|if (?:thats|its) ok))*"
)
_WISH = (
    r"(?:want(?:ed|ing)?|wish|like|happy|ok|okay|fine|comfortable|keen|agree(?:ing)?|"
    r"consent(?:ing)?|allow|let|give (?:you )?(?:my )?(?:permission|consent))"
)
_REFUSES = re.compile(
    rf"^{_LEAD}(?:"
    rf"(?:(?:you|u) )?{_NOT}(?: {_NOW})* (?:{_KEEP}|{_KEEPING}) {_ALL_OF_IT}{_MORE}|"
    rf"(?:i |we |im |were )?(?:am |are )?{_NOT}(?: {_NOW})* {_WISH}(?: (?:for|with|to|that|about|"
    rf"you|u|your \w+|kids|anyone))* (?:{_KEEP}|{_KEEPING}) {_ALL_OF_IT}{_MORE}|"
    rf"(?:i |we |im )?{_NOT}(?: {_NOW})* {_WISH}(?: (?:to|for|with|having))* {_ALL_OF_IT}"
    rf"(?: (?:to be|being|be))? {_KEPT}{_MORE}|"
    rf"(?:i would |id |i |we )?(?:much )?(?:rather|prefer)(?: (?:it|if|that|for))* (?:you |u )?"
    rf"(?:not|didnt|did not|dont|do not)(?: to)? (?:{_KEEP}|{_KEEPING})(?: {_ALL_OF_IT})?{_MORE}|"
    rf"(?:i would |id |i |we )?(?:much )?(?:rather|prefer)(?: (?:it|if|that))* {_ALL_OF_IT} "
    rf"(?:was|were|is|be) ?(?:not|nt) {_KEPT}{_MORE}|"
    rf"keep {_ALL_OF_IT} (?:off|out of) (?:your|the|any) (?:computer|system|records?|files?|"
    rf"database)s?|"
    rf"(?:you|u) (?:have|has) no right to keep {_ALL_OF_IT}{_MORE})$"
)
_ONLY_NO = re.compile(
    r"^(?:(?:ok|okay|right|so|well|fine|sorry|but|oh|um|er|hmm|i think|erm|thanks|thank you|"
    r"actually|please|its|it is|thats|then|still|the answer is|i would say|id say|i have to say|"
    r"im afraid|ill say|just) )*(?:a )?(?:no+|nope|nah)(?: (?:no+|nope|nah|then|sorry|thanks|"
    r"thank you|ta|mate|love|please|actually|from me|for now|bye|goodbye|to (?:that|it|this)|not "
    r"(?:really|now|today|yet)))*$|"
    r"^(?:(?:and|but|so|like|as|look|no) )*(?:i|we|ive|weve)(?: have)?(?: already| just| did| "
    r"only)* (?:said|told (?:you|u)|say|saying|mean|meant) (?:a )?(?:no+|nope|nah)"
    r"(?: (?:already|twice|before|thanks|thank you))*$"
)
_SAYS_GOODBYE = re.compile(
    r"^(?:(?:ok|thanks|thank you|right|anyway|good|bye+|goodbye|cheers|ta|cya|see (?:you|ya)|take "
    r"care|now|then|sorry)(?: |$))+$"
)


def refuses_keeping(bare: str) -> bool:
    """True where one bare clause refuses that anything told is kept."""
    return "?" not in bare and _REFUSES.match(bare) is not None


def says_only_no(clauses: list[str]) -> bool:
    """True for "ok no then", "no. i just said no" and "no thanks, bye"."""
    says = [clause for clause in clauses if _ONLY_NO.match(clause)]
    rest = [clause for clause in clauses if clause not in says]
    return bool(says) and all(map(_SAYS_GOODBYE.match, rest))
