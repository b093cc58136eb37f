"""Parents and carers who say in passing what they are to the child: "Hull mum", "Tess's dad".

`roles` reads who says it in so many words. Here kin stand as a signature or a greeting does, beside
the child's name, or are told by what the writer does for the child.
"""

from __future__ import annotations

import re

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

_PARENT = (
    r"(?:(?:step|adoptive|birth)[ -]?)?(?:mum|mam|mom|mummy|mammy|mommy|mama|mami|mother|ma|dad"
    r"|daddy|father|papa|baba|tata|tato|abba|papi|ammi|appa|mumma|parent)"
)
_CARER = (
    r"(?:(?:great|step)[ -])*(?:nan|nana|nanna|nani|gran|granny|grandma|grandmother|grand-?dad"
    r"|grandfather|grandpa|grandparents?|auntie|aunty|aunt|uncle|godfather|godmother)"
    r"|(?:foster|connected|kinship|respite)[ -](?:mum|mam|dad|father|mother|carers?|parents?)"
    r"|(?:special|legal) guardians?|guardian"
)
_WORDS = {"parent": _PARENT, "carer": _CARER}
# Beside a child only: "Denny's da"; by themselves these are other words.
_SHORT = {"parent": r"da|amma", "carer": r"nain|taid|oma|opa"}
_STARTS = r"(?:^|[.,;:!?\n(/]\s*|\s[-–—]\s+|\b(?:hi|hello|hiya|hey|alright)\s+)"
_ENDS = r"(?=\s*(?:[.,;:!)\n/]|$|[-–—]\s))"
# Before "mum" these make it somebody told of: "rang mum", "with her dad".
_TOLD_OF = (
    r"(?:my|our|his|her|their|your|the|whose|no|not|never|new|with|and|or|by|for|to|of|but|both"
    r"|birth"
    r"|other|late|foster|ask|asks|tell|told|see|saw|met|rang|ring|call|text|let|made|gave|says|said"
    r"|is|was|be|if|when|than|like|as|only|on|at|in|about|god|great|grand|host|house|your|does|did"
    r"|has|have|had|work\w*|[a-z]{3,}(?<!worri)(?<!exhaust)(?<!concern)(?<!stress)(?<!frustrat)"
    r"(?<!ti)(?<!rais)(?<!divorc)(?<!separat)(?<!disabl)(?<!marri)(?<!confus)(?<!retir)ed"
    r"|[a-z]{3,}(?<!speak)(?<!struggl)ing)"
)
# "Crawley mum!", "single father of 3", "Hungarian mom. No need …", "mum in Bath", "Dad, Ely".
_AS_A_TITLE = {
    role: re.compile(
        rf"{_STARTS}(?:(?:from|it'?s|i'?m|i am|am|is me|me|a|an|very|as)\s+){{0,4}}"
        rf"(?P<which>(?:(?!{_TOLD_OF}\b)[^\W\d_][\w'’-]*[ -]){{1,2}}?)??(?P<kin>{words})"
        rf"(?P<after>\s+(?:here|ere|writing|speaking|of|to|in|from|raising|rearing|on|at)\b"
        rf"(?!\s+(?:be|my|the meeting|say)\b)|\s+(?P<name>[^\W\d_][\w'’-]+)(?:{_ENDS}|\s+here\b)"
        rf"|{_ENDS})"
    )
    for role, words in _WORDS.items()
}
_NOBODYS = (
    r"(?:it|that|what|who|there|here|he|she|let|child|boy|girl|friend|kid|mate|partner|husband|wife"
    r"|neighbour|somebody|someone|son|daughter|client|pupil|student|sister|brother|nephew|niece"
    r"|cousin|everyone|fianc[eé]e?|girlfriend|boyfriend|ex|school|mum|dad|mother|father|today)"
)
# "Tess (10)'s mum, Stroud", "josh's dad.", "Kids' dad here", "it's Mia's nan Jo".
_OF_A_CHILD = {
    role: re.compile(
        rf"(?:{_STARTS}|\b(?:its|it's|tis|i'?m|i am|am|this is|from)\s+)(?!{_NOBODYS}['’]s)"
        r"(?:[^\W\d_][\w-]*(?: [^\W\d_][\w'’-]*?)?(?:,?\s*\(?\d{1,2}\)?)?['’]s"
        rf"|(?:the )?kids['’]?"
        rf"|(?:the )?(?:twins|boys|girls)['’]?)\s+(?P<kin>{words}|{_SHORT[role]})"
        rf"(?:{_ENDS}|\s+(?:here|speaking|writing|messaging|and i|[a-z]+ here)\b)"
    )
    for role, words in _WORDS.items()
}
_DOES = {
    "parent": re.compile(
        r"\b(?:his|her|their|the kids'?) (?:dad|father|mum|mam|mother) and (?:i|me|myself)\b"
        r"|\b(?:me|i|myself)\s*(?:and|\+|&|n)\s*(?:his|her|their) (?:dad|father|mum|mam|mother)\b"
        r"|\b(?:we'?re|we are) (?:both )?(?:his|her|their) (?:mums|mams|moms|mothers|dads|fathers"
        r"|mum and dad|parents)\b"
        rf"|{_STARTS}(?:we are |we're )?(?:both|two) (?:mums|mams|moms|dads)\s+(?:to|of)\b"
        rf"|\bme,? (?:his|her|their) {_PARENT}\b"
        r"|(?:^|[.,;:!?\n]\s*)(?:his|her|their) (?:ma|da|mama|papa|baba|tata|abba|amma|ammi)\s+"
        r"(?:here|ere|speaking|writing)\b"
        r"|\b(?:we'?re|we are|(?:wife|husband|partner|missus|me) (?:and (?:i|me|myself|the missus"
        r"|(?:my|the) \w+) )?are) (?!the\b)[\w-]+['’]s (?:mums?|dads?|parents|mam and dad"
        r"|(?:mum|dad) and (?:dad|mum))\b"
        r"|\bi gave birth to (?:him|her|them)\b"
        r"|\bi'?m (?:basically|practically|a|the) (?:\w+ )?(?:step-?)?(?:mum|mam|dad|father|mother"
        rf"|stepfather|stepmother)\b{_ENDS}|\bi'?m step-?(?:mum|dad|father|mother)\b"
        r"|\b(?:we|i|me|myself|(?:i|me) and my (?:wife|husband|partner)) (?:have )?adopted\b"
        r"|\b(?:i|we)(?:'ve| have)(?: got)? (?:\w+ )?(?:twins|triplets)\b|\bboth (?:of (?:us|the) "
        r")?parents (?:will|would like to|are going to|want to|can|plan to) (?:both )?(?:attend"
        r"|come|be there|join|be coming|be present)\b"
        r"|\bi am in the process of adopting\b"
        r"|\b(?:process of|finish(?:ed)?|about) adopting (?:him|her|them)\b"
        r"|['’]s adopted, (?:came|he came|she came) to us\b"
        r"|\b(?:full|joint|sole|share|shared) custody of (?:my|our|him|her)\b"
        r"|\bmy ex\b[^!]{0,40}\bshare custody\b|\bwe share custody\b|\b(?:both of )?us parents\b"
        r"|\bis me (?:father|mother)\b|\bparental request\b|\bwe'?re the \w+s\b[^!]{0,40}\bchild:"
        r"|\bmy (?:wife|husband|partner) and (?:i|me) have (?:a |an |one |two |three |\d )"
        r"|\b(?:i|we) have (?:a |one |got a )(?:\w+ )?(?:child|boy|girl|son|daughter|little one|kid"
        r"|toddler|teenager)\b(?! (?:in|at|on) (?:my|our) (?:class|form|school|setting))"
        r"|(?:\b(?:i|we)'?ve (?:got )?|(?:^|[.,;!?\n]\s*|\b(?:and|also|but|i|we) )(?:i |we )?"
        r"(?:have )?(?:got|gorra|hav) )(?:an? |me |one |two |three |four |both |[2-4] )"
        r"(?:[\w-]+ ){0,2}?(?:boy|girl|lad|lass|son|daughter|kid|toddler|bairn|teenager)s?\b"
        r"(?! (?:in|at|on) (?:my|our|the) |[^.;!?]{0,30}\bwhose (?:mum|mam|dad|parents?|family)"
        r"|s?['’]s? |-in-law| i (?:teach|support|work|look|mind))"
        r"|\b(?:i'?ve|i have|got|have|has|we'?ve)(?: got)? (?:full )?(?:pr|parental "
        r"responsibility)\b(?! (?:of|for) (?:my|our) (?:grand|neph|niece))"
        r"|\b(?:his|her|their) (?:dad|father|mum|mam|mother|ex) (?:says?|wants?|thinks?|won'?t)\b"
        r"[^.;!?]{0,40}\b(?:i|me) (?:say|want|think|another)\b"
        r"|\bi (?:say|want|think)\b[^.;!?]{0,40}\b(?:his|her|their) (?:dad|father|mum|mam|mother) "
        r"(?:says?|wants?|thinks?)\b"
        r"|\b(?:dad|mum|mam) (?:says|wants) one (?:thing)?,? (?:and )?(?:me|i)\b"
        r"|\bmy partner and (?:me|i) (?:can'?t|don'?t|disagree)\b"
    ),
    "carer": re.compile(
        r"\bconnected carers\b|\b(?:nan|nani|gran) (?:writing|here)\b"
        r"|\b(?:i|me) look after mum and my brothers?\b"
        r"|\b(?:looking after|look after|bringing up|brought up|raising|raised|rearing)\s+"
        r"(?:(?:my|our|me|his|her|their|mi|walter|the|late)\s+|[a-z]+['’]s\s+){1,3}"
        r"(?:great[ -])?(?:grand\w+|nephew|niece|cousin|brother|sister|brothers|sisters)\b"
        r"|\b(?:i|we)(?: have|'?ve)? (?:brought up|reared|raised) [^.,;!?]{2,25}? since\b"
        r"|\b(?:i|we)(?: have|'?ve) had (?:him|her|them) (?:since|for (?:\d|\w+ years?))\b"
        r"|\bmine to raise\b|\b(?:he|she)(?:'s| is)? (?:lives?|living|stops?|stopping) wi(?:th|d)?"
        r" (?:me|us) (?:and has|since|full|because|cos|now)\b"
        r"|\blives? wi(?:th|d)? (?:us|me) full time\b|\bdem live wi(?:th|d)? mi\b"
        r"|\bgrand(?:kids|children|sons|daughters)\b[^.;!?]{0,20}\b(?:full time|live with me"
        r"|to me)\b"
        r"|\b(?:got|have|'ve) (?:me|my|our) (?:two |three |four |\d )?grand(?:kids|children)\b"
        r"|\b(?:we|i) (?:have|'ve)(?: got)? (?:\w+ )?foster (?:child|children|kids|son|daughter)\b"
        r"|\b(?:we are|we're|i am|i'?m|am)\s+(?:[\w'’]+\s+){0,4}?(?:foster|connected|kinship)[ -]"
        r"(?:father|mother|mum|mam|dad|parents?|carers?)\b"
        r"|\bfoster (?:father|mother|parents?|carers?) (?:of|to|for)\b"
        r"|\b(?:my|our) (?:foster|looked-after)"
        r" (?!(?:carers?|mum|mam|mom|dad|mother|father|parents?|family"
        r"|brother|sister|home|placement)\b)\w+|\bmy ward\b"
        r"|\bmy late (?:son|daughter|sister|brother)['’]s (?:boy|girl|lad|lass|son|daughter|child"
        r"|kids?)\b|\b(?:i'?ve|i have|have) (?:got )?(?:residence|the sgo|an sgo)\b"
        r"|\b(?:been )?(?:made|am|i'?m|become) (?:a |the |his |her "
        r"|their )?special g[au]+rdi[ae]n\b"
        r"|\b(?:child arrangements? order|residence order|sgo|section 20)\b[^.;!?]{0,12}\b(?:to"
        r"|with) (?:me|us)\b"
        r"|\bour lass['’]s (?:lad|lass|boy|girl|bairn|kid)\b"
        r"|\bmy sisters?['’]?s? kids?\b[^!]{0,60}\b(?:moved in|live with me|with me now)\b"
        r"|\blooking after (?:him|her|them) while (?:his |her |their )?(?:mum|mam|mother|dad)\b"
        r"|\b(?:guardianship order|legal guardian)\b"
        r"|\b(?:mi is|i is|i'?m|i am|am) (?:the|his|her|their) (?:great[ -])?(?:auntie|aunty|aunt"
        r"|uncle)\b"
        r"|\b(?:great|also)\b[^.,;!?]{0,25}\b(?:aunt|uncle|nan|gran) (?:n|and|&) (?:carer"
        r"|guardian)\b"
        r"|\bi care for my (?:\w+ )?(?:brother|sister|nephew|niece|grand\w+|cousin)\b"
        r"|\bolder (?:sister|brother) (?:&|and|n) (?:\w+ )?(?:appointee|guardian|carer)\b"
        r"|\bwith me \((?:great[ -])?(?:aunt|auntie|uncle|nan|gran|grandad)\)"
        r"|\b(?:nan|gran|nana|grandma|granny)['’]?s? (?:&|and|n) grand-?dad\b"
        r"|\b(?:we'?ve|we have|i'?ve|i have) (?:got )?(?:our |my )?(?:great[ -])?(?:grandson"
        r"|granddaughter|nephew|niece)\b"
    ),
}
OWN_CHILD = re.compile(
    r"\b(?:my|our)\s+(?:(?:little|eldest|youngest|older|younger|oldest|middle|two|three|other"
    r"|teenage|disabled|autistic|adopted|own|beautiful|poor|lovely|only|deaf|blind|\d+|year|old|yr"
    r"|[a-z]+ year old)\s+){0,3}(?:son'?s?|daughter'?s?|dau[a-z]*ter'?s?|dughter|child'?s?|children"
    r"|boy'?s?|girl'?s?|lad'?s?|kid'?s?|(?:son|daughter|child)'?s (?=school\b)|(?:little|young|old"
    r"|eld)(?:er|est)? one|(?:young|eld|old)est|step-?son|step-?daughter|twins)\b(?! (?:school"
    r"|class))"
)
BARE_CHILD = re.compile(
    r"(?:^|[.,;:!?\n]\s*|\b(?:for|about|and|is|with|hi|hello)\s+)(?:dear\s+)?"
    r"(?:son|daughter)(?:'?s)?\b(?!-in-law)"
)
_BARE_KIN = re.compile(
    r"(?:^|[.,;:!?\n]\s*|\b(?:for|about|is|hi|hello)\s+)"
    r"(?:grandson|grand-?daughter|grandchild|nephew|niece)(?:'?s)?\b"
)
_SOME_CHILDREN = re.compile(
    r"\b(?:i|we)(?:'ve| have|'ve got| have got| got| got)?\s+(?:two|2|three|3|four|4|both)\s+"
    r"(?:\w+\s+)?(?:kids|children|boys|girls|sons|daughters)\b"
)
_KIN = re.compile(
    r"\b(?:my|our|me|mi)\s+(?:\w+[ -])?(?:grand-?sons?'?s?|grand-?daughters?'?s?|grandchild"
    r"|grandchildren|grandkids?'?s?|(?<!on my )(?<!on me )(?<!on our )ward\b|nephew'?s?|niece'?s?"
    r"|foster (?:son|daughter|child|boy|girl)|brother'?s? (?:plan|ehcp)|sister'?s? (?:plan"
    r"|ehcp))\b(?!(?:'?s \w+)? (?:got|has|had|gets) (?:hers|his|one|theirs|an? (?:plan|ehcp?))\b)"
)
_CHILD = r"(?:son|daughter|boy|girl|lad|lass|bairn|baby|child|toddler|kid|teen(?:ager)?|one|un)"
_LOOSE_CHILD = re.compile(
    rf"{_STARTS}(?:(?:reception|nursery|year|primary|aged|age|old|yr|yo|disabled|autistic|deaf"
    rf"|adult"
    r"|teenage|youngest|eldest|only|own|adopted|blind|got a|have a)[ -]?|\d+(?:[ -]?(?:yo|yr|year"
    r")s?)?(?:[ -]old)?\s+){1,4}(?:son|daughter)\b(?!-in-law)"
    r"|\b(?:my|our|me|mi)\s+(?:(?!late|friend|girlfriend|fianc|cousin|aunt|mate|sister|brother"
    r"|neighbour|school|class)[\w'’-]+\s+){0,3}?"
    r"(?:lass(?!['’]s)|bairn|babby|baby|toddler|kid|kiddo|teen(?:ager)?|wee (?:man|one|girl|boy"
    r"|lad)"
    r"|own (?:son|daughter|boy|girl)|middle (?:one|un)|oldest|son|daughter|pickney"
    r"|(?:girl|boy)(?:'?s)?)\b(?!['’]?s? (?:school|class)\b(?! (?:place|transport|taxi|plan)))"
    r"(?!-in-law| in law)"
    r"|\b(?:my|our|me) \d{1,2}[ -]?(?:yo|yrs?[ -]?old|years?[ -]?old)s?\b"
    r"(?! (?:plan|neph|niece|grand|cousin|brother|sister|foster|pupil|client|student"
    r"|dispute|battle))"
    rf"|\b(?:ma|oor|wor|mah) (?:wee |own |youngest |eldest )?(?!lass|un\b|one\b"
    rf"|baby){_CHILD}\b(?!['’])"
    rf"|\b(?:my|our)\s+(?:\w+\s+){{0,2}}?{_CHILD}['’]?s (?:plan|school (?:place|transport))\b"
    r"|\b(?:filha|filho|fils|fille|hij[oa]|syn|córka)\s+(?=[^\W\d_])"
)
_NOT_OWN = re.compile(r"\b(?:foster|grand|god|ward|niece|nephew|pupil|client)")
_OWN_SON = re.compile(r"\b(?:my|our) own (?:\w+ )?(?:son|daughter|child|boy|girl|kid)s?\b")


def read_titles(message: ParentMessage) -> list[Fact]:
    """Kin as a signature, a greeting or beside the child's name: "Hull mum", "Tess's dad"."""
    stated = message.asserted
    facts = [
        Fact("referrer_role", role, *found.span("kin"))
        for role, pattern in _OF_A_CHILD.items()
        if (found := pattern.search(stated))
    ]
    for role, pattern in _AS_A_TITLE.items():
        for found in pattern.finditer(stated):
            if found["name"] and not message.text[found.start("name")].isupper():
                continue
            # "Mum, Mrs Okoro, agrees": a bare word before a comma may be somebody told of.
            is_bare = found["which"] is None and stated.startswith(",", found.end())
            facts.append(Fact("referrer_role", role, *found.span("kin"), sure=not is_bare))
            break
    return sorted(facts, key=lambda fact: (not fact.sure, fact.start))


def _told_by_care(message: ParentMessage) -> list[Fact]:
    """What the writer is by what they do for the child: "his dad and "
    "I", "looking after my niece".
    """
    return [
        Fact("referrer_role", role, *found.span())
        for role in ("carer", "parent")
        if (found := _DOES[role].search(message.asserted))
    ]


_NOT = re.compile(r"(?:\bnot|n't) $")
_OF_THE_CHILD = re.compile(r"(?<=s)\s+[a-z]|['’]s\b")


def _is_denied(plain: str, found: re.Match[str]) -> bool:
    """Say whether the child is not theirs: "it's not my child"; but "it's not my son's fault"."""
    is_theirs = _NOT.search(plain, max(0, found.start() - 6), found.start()) is None
    return not is_theirs and _OF_THE_CHILD.match(plain, found.end()) is None


def _by_loose_words(message: ParentMessage) -> Fact | None:
    """The parent that "my lass", "16yo daughter" imply; foster and grand children imply none."""
    found = _LOOSE_CHILD.search(message.plain)
    if found is None or _NOT_OWN.search(found[0]) or _is_denied(message.plain, found):
        return None
    return Fact("referrer_role", "parent", *found.span())


def implied_by_children(message: ParentMessage) -> list[Fact]:
    """What the writer is by the child they tell of, the likeliest first."""
    kin = None if _OWN_SON.search(message.plain) else _KIN.search(message.plain)
    facts = [Fact("referrer_role", "carer", *kin.span())] if kin else []
    facts += _told_by_care(message)
    for pattern, role in (
        (OWN_CHILD, "parent"),
        (_SOME_CHILDREN, "parent"),
        (_BARE_KIN, "carer"),
        (BARE_CHILD, "parent"),
    ):
        found = pattern.search(message.plain)
        if found and not _is_denied(message.plain, found):
            facts.append(Fact("referrer_role", role, *found.span()))
    by_child = _by_loose_words(message)
    return [*facts, by_child] if by_child else facts
