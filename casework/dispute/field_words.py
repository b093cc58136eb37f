"""Words of the field that several readers of a dispute share, as parts of their patterns."""

from __future__ import annotations

COUNCIL = r"(?:council|l\.?a|lea|local authority|borough|county|authority|panel|(?:sen|send) team)"
SCHOOL = r"(?:school|college|placement|setting)"
PLAN = r"(?:ehc ?plan|ehcp|echp|plan)"
HELP = (
    r"(?:ot|o\.t\.?|occupational therapy|salt|slt|speech(?: (?:and|&) language)?(?: therapy)?|"
    r"therap\w+|physio\w*|hours|hrs|help|support|provision|sensory|mentor\w*|one to one|1 to 1|"
    r"1[:.-]1|tas?)"
)
"""What Section F gives, as families call it."""
FINE = r"(?:fine|ok|okay|good|great|right|correct|alright|all right|perfect|spot on)"
PARENT = (
    r"(?:(?:ex|step)?[ -]?(?:husband|wife|partner|mum(?:my)?|mam|mom|dad(?:dy)?|father|mother|"
    r"parents?)|ex)"
)
KIN = rf"(?:(?:grand|god)?{PARENT}|nan|nana|gran\w*|aunt\w*|uncle|sister|brother|friend)"
SECOND_THOUGHTS = (
    r"(?:(?:no+|nope|nah|sorry|actually|oh|wait|well|but|and|so|yes|yeah|ok|please|"
    r"hang on)[\s,.!]{1,3}){0,4}"
)
"""What leads to a word that puts something right."""
OTHERS = (
    rf"(?:{COUNCIL}|school|officer|letter|case ?worker|tribunal|senco|teacher|{KIN})"
    r"(?:'?s| is| are| has| have|'?ve)?"
)
SAY = r" (?:says?|said|saying|claims?|reckons?|told|tells|thinks?|agreed?|put|wrote)\b"
"""What others say of it may be what the family disputes."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SURE_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""March and May are words besides."""
MONTH = rf"(?:{SURE_MONTH}|mar(?:ch)?|may)"
