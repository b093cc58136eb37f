"""The words that give a name to somebody who is neither the child nor the writer.

"My aunt's name is", "spoke to Mrs Hall", "ask the school for Mr Doyle".
"""

from __future__ import annotations

import re

from bot.nlu.name_cues import CHILD_WORD

TITLE_OF_ANOTHER = re.compile(
    r"\b(?:by|to|with|from|spoke|teacher|head|headteacher|caseworker|officer|called|and|the|saw"
    r"|against|wife|husband|advocate|friend|solicitor|doctor|consultant|senco|told|met|emailed"
    r"|is|says|said)[\s,(]*$|\b(?:mum|mam|mother|dad|father|parents?|carer|nan)\s*\($"
    r"|\b(?:the|his|her|their) (?:mum|mam|mother|dad|father|parents?|carer|nan|family)[\s,(]+$"
)
OTHER_PERSON = re.compile(
    r"\b(?:worker|teacher|senco|head|mediator|advocate|officer|lady|nurse|doctor|therapist|friend"
    r"|sister|brother)\b[^.;!?]{0,20}$"
)
_ANOTHER = (
    r"(?:worker|caseworker|(?:head ?)?teacher|ta|lsa|1:1|121|one to one|tutor|senco|mentor"
    r"|mediator|advocate|officer|nurse|doctor|paediatrician|consultant|psychologist|therapist"
    r"|solicitor|councillor|driver|escort|assistant|friend|mate|sister|brother|sibling"
    r"|(?:(?<=has a )|(?<=had a )|(?<=got a )|(?<=his )|(?<=her ))twin|cousin"
    r"|boyfriend|girlfriend|dog|cat|pet|puppy|ex)"
)
_NO_CHILD_SINCE = rf"(?:(?!\b(?:{CHILD_WORD}|person|he|she|him|her|his)\b)[^.;!?])"
# "He has a 1:1 called", "we have a new caseworker, his name is".
ANOTHER_NAMED = re.compile(rf"\b{_ANOTHER}\b{_NO_CHILD_SINCE}{{0,60}}$")
ANOTHER_CALLED = re.compile(rf"\b{_ANOTHER}\b{_NO_CHILD_SINCE}{{0,60}}\b(?:called|named)\s+$")
# "My son's dad won't engage. He's called Gary": his, or the son's?
_DAD_BEFORE = re.compile(
    r"(?<!i'm )(?<!i am )(?<!\bim )(?<!as )(?<!from )(?<!it's )(?<!hi )"
    r"\b(?:his|her|their|my \w+'?s) (?:dad|father|step-?dad) (?!here|of|to|and i)"
    rf"{_NO_CHILD_SINCE}*[.;!]\s*$"
)
_MUM_BEFORE = re.compile(
    _DAD_BEFORE.pattern.replace("dad|father|step-?dad", "mum|mother|step-?mum")
)
_KIND = r"(?:(?:birth|legal|real|proper|given|middle|second|last|family|maiden|old|own) )"
# Before "name is": whose birth name or middle name it is.
KIND_OF_THEIR_NAME = re.compile(rf"\b(?:his|her|their|the|{CHILD_WORD}'?s) {_KIND}+$")
KIND_OF_THEIR_NAME_IS = re.compile(rf"{KIND_OF_THEIR_NAME.pattern[:-1]}name(?:'?s| is)[\s:]+$")
FORMERLY_CALLED = re.compile(
    r"\b(?:(?:was|were|been)(?: \w+ly)?|used to be|formerly|previously|originally)"
    r" (?:called|named)\b"
)
NOW_CALLED = re.compile(
    r"\b(?:now|these days)(?: is| goes)? (?:called|named|known as|by|it'?s)\s+"
    r"|\b(?:changed (?:it|(?:his|her|their) name) to)\s+"
)
# "I'm the social worker for Tyrese Brown".
WORKS_WITH = re.compile(
    r"\b(?:worker|nurse|therapist|psychologist|teacher|tutor|advocate|ta|senco|lsa) for "
)
GOES_BY = re.compile(r"\b(?:he|she|they) (?:now )?goes? by\s+")
NAME_OF_ONE = re.compile(r"(?:(?:his|her|hers|their)\s|(?:he|she)(?:'?s|\s+is)\s)")
# The person last spoken of before "her name": somebody grown up, so the name is not the child's.
ADULT_TOLD_OF = re.compile(
    r"\b(?<!his )(?<!her )(?<!their )(?:neighbour|friend|client|wife|husband|partner|colleague"
    r"|advocate|(?:my|our) (?:little |big |older |younger )?(?:sister|brother|mum|mam|mom|mother"
    r"|dad|father|nan|gran|grandma|aunt(?:ie|y)?|uncle|cousin|carer))(?:'?s)?\b"
    rf"(?:(?!\b(?:{CHILD_WORD})\b)[^!])*$"
)
# "Mum hasn't got internet and asked me to write. Her name's Bozena": the mother's.
_DOES_AS_ADULT = (
    r"\s+(?:has|hasn'?t|does|doesn'?t|asked|asks|wants|says|said|needs|agreed|agrees|speaks|gave"
    rf"|can'?t|cannot|is happy|is ok|is fine)\b(?:(?!\b(?:{CHILD_WORD})\b)[^!]){{0,90}}$"
)
MUM_TOLD_OF = re.compile(rf"\b(?:mum|mam|mother|nan|gran|grandma){_DOES_AS_ADULT}")
DAD_TOLD_OF = re.compile(rf"\b(?:dad|father|grandad|grandfather){_DOES_AS_ADULT}")
FOR_SOMEBODY = re.compile(
    r"\b(?:supporting|support|for|with|by|behalf of|helping|help|from|know|told by|and)\s+$"
    r"|\b(?:his|her|their|the|my|our)\s+(?:\w+\s+)?$"
)
# "Filling this in for Noah's mum": she is told of, and does not write.
FOR_KIN_OF = re.compile(
    r"\b(?:for|behalf of|with|helping|help|helped|support|supporting|told|asked|asking|by|to)"
    r" (?:little |young |our )?$"
)
TOLD_OF_ANOTHER = re.compile(
    r"\s+(?:has|have|had|said|says|wants?|agreed|consented|knows?|asked|is happy|gave|signed)\b"
)
THEY_NAMED = re.compile(
    r"\b(?:they|they've|who|council|la)(?: have| has| had)?(?: also| just| only| now)* named\s+$"
)
# "writing by my daughter Hodan": who helps to write is not whom it is about.
HELPS_TO_WRITE = re.compile(
    r"\b(?:writ\w+|typ\w+|sent|done|help\w*|translat\w+) (?:for me )?(?:by|from|of) (?:my|our) "
    rf"(?:\w+ )?{CHILD_WORD}[\s,:(]+$"
)
# "A mother from Eritrea": where they come from.
COMES_FROM = re.compile(
    r"\b(?:mum|mam|mother|dad|father|parents?|family|lady|woman|man|i'?m|i am|we are|we're|came"
    r"|come|comes) (?:originally )?from $"
)
# "Our Stacey (my sister)" is grown up.
IS_MY_OWN_KIN = re.compile(
    r"\s*[,(-]\s*(?:that'?s |who'?s |she'?s |he'?s |who is )?my (?:\w+ )?(?:sister|mum|mam|dad"
    r"|mother"
    r"|father|friend|mate|neighbour|cousin|husband|wife|partner|aunt(?:ie|y)?|uncle|advocate)\b"
)
# "Ring the school, ask for Mrs Doyle": their people.
OF_AN_OFFICE = re.compile(
    r"\b(?:school|college|nursery|council|office|reception|surgery|hospital|senco|team)\b[^.;!?]*$"
)
# Before "carer, Bridie": it is somebody told of, and not who writes.
KIN_TOLD_OF = re.compile(
    r"(?<!i'm )(?<!i am )(?<!\bam )(?<!as )(?<!\bim )"
    r"\b(?:my|our|his|her|their|the|an?|your|got|have)\s+(?:[\w-]+\s+){1,2}$"
)


def tells_of_an_adult(plain: str, cue: re.Match[str]) -> bool:
    """Say whether "her name is" follows talk of a grown-up: "my aunt", "mum asked me to write"."""
    is_her = cue[0].startswith(("her", "hers", "she"))
    told_of = MUM_TOLD_OF if is_her else DAD_TOLD_OF
    parted = _MUM_BEFORE if is_her else _DAD_BEFORE
    return (
        ADULT_TOLD_OF.search(plain, 0, cue.start()) is not None
        or ANOTHER_NAMED.search(plain, 0, cue.start()) is not None
        or told_of.search(plain, 0, cue.start()) is not None
        or parted.search(plain, 0, cue.start()) is not None
    )
