"""People who write for a family in their job: "SENCO at …", "Priti from SENDIASS"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

_JOBS = {
    "sendiass": r"sendias+(?: (?:officer|worker|adviser|advisor|caseworker|volunteer|manager))?"
    r"|(?:case ?worker|officer|adviser|advisor|volunteer|manager) (?:at|from|for"
    r"|with) (?:\w+ )?sendias+(?: \w+)?",
    "local_authority": (
        r"(?:sen|send|ehcp?|ehc plan|plan|senior)? ?(?:case ?work officer|case ?officer"
        r"|plan (?:co-?ordinator|writer))|(?:sen|send|ehcp?) (?:officer|case ?worker"
        r"|co-?ordinator|manager)"
    ),
    "school": (
        r"senco|senca|sendco|sencco|special educational needs co-?ordinator"
        r"|(?:class |form |head ?|year \d+ |reception |specialist |designated |primary )*"
        r"teacher|headmaster|headmistress|(?:deputy|assistant|executive) head(?: ?teacher)?"
        r"|head of (?:year(?: \w+)?|sixth form|inclusion|house|school|key stage \w+|learning"
        r" support|send?)|principal|vice principal|teaching assistant|hlta|elsa|lsa|ta"
        r"|learning (?:mentor|support (?:assistant|lead|teacher))|(?:pastoral|inclusion"
        r"|safeguarding)"
        r" (?:lead|manager|leader|officer)|family liaison (?:officer|worker)|form tutor|tutor"
        r"|nursery (?:manager|nurse|practitioner|leader|worker|key worker)|room leader|key person"
        r"|early years (?:practitioner|teacher|lead|worker|educator)|lecturer"
        r"|school (?:nurse|secretary"
        r"|administrator|governor|counsellor)"
    ),
    "other_professional": (
        r"(?:children's |leaving care |family |trainee |independent |student )*social worker"
        r"|health visitor|child ?minder|nanny|(?:independent |parent |family )?advocate"
        r"|(?:family |early help |community |outreach |parent |housing |refuge |youth |charity"
        r" |play )*(?:support |key |link |offending )?worker|early help practitioner"
        r"|(?:speech(?: and|&|n)?(?: language)? |occupational |play |art |music |family )?therapist"
        r"|slt|salt|physio(?:therapist)?|(?:educational |clinical |private )*psychologist|ed psych"
        r"|(?:community )?paediatrician|gp|(?:specialist |community |district )?nurse|counsellor"
        r"|solicitor|paralegal|barrister|(?:charity |church |parent )?volunteer"
        r"|(?:leaving care )?(?:personal adviser|pa)"
        r"|portage worker|mentor|independent reviewing officer|iro|probation officer|dietitian"
    ),
}
_STARTS = (
    r"(?:^\W*|[.!?\n]\s*)(?:(?:hi|hello|hey|hiya|dear|good|morning|afternoon|evening|all|there|sir"
    r"|madam|team|kids)[\s,!.]+)*"
)
_I_AM = (
    r"(?:\b(?:i'?m|i am|am|i work as|working as|i'?m employed as|speaking as|writing as"
    r"|contacting you as|here as|this is)\s+)"
)
_NOT_ME = r"(?!\s+(?:said|says|told|has|have|had|is|was|were|wants?|won'?t|will|thinks?|keeps?)\b)"
_GOES_ON = (
    r"(?=\s*(?:[,.:;(\n-]|$)|\s+(?:at|for|from|in|with|of|to|here|writing|messaging|contacting"
    r"|supporting|referring|working|speaking|on behalf|helping|and (?:i|we))\b)"
)
_WHOSE = (
    r"(?:my|our|your|his|her|their|the|a|no|any|this|that|and|but|see|saw|had|has|have|got|by|with|to"
    r"|is|was|her'?s|for|ask|need|needs|want|wants|spoke|new|not|ex|from|we|i|is|are|who|what|only)"
)
_INTRODUCES = {
    role: re.compile(
        rf"{_STARTS}(?:an?\s+)?(?:(?:assistant|deputy|acting|lead|senior|private|former|specialist"
        rf"|retired|trainee)\s+){{0,2}}(?:(?!{_WHOSE}\b)[\w-]+\s+)??(?:{job})\b{_NOT_ME}{_GOES_ON}"
        rf"|{_I_AM}(?:an?|the|his|her|their|this child'?s|\w+'s)\s+(?:[\w-]+\s+){{0,2}}?(?:{job})"
        rf"\b{_NOT_ME}{_GOES_ON}"
        rf"|\b(?:i'?m|i am|am)\s+(?:{job})\b{_NOT_ME}{_GOES_ON}"
    )
    for role, job in _JOBS.items()
}
_OF = {
    "sendiass": r"sendias+",
    "local_authority": r"(?:(?:county |city |borough |district |metropolitan )?council"
    "|local authority)\b",
    "school": r"(?:school|primary|academy|college|nursery|pre-?school|sixth form)\b",
    "other_professional": r"(?:charity|hospital|camhs|nhs|law centre|citizens advice|barnardo'?s"
    r"|mencap|family hub|children'?s centre)\b",
}
_KIN = r"\b(?:mum|mam|mom|mother|dad|father|parent|nan|gran\w*|carer|guardian|aunt\w*|uncle)\b"
_FROM = {
    role: re.compile(
        r"\b(?:this is|i'?m|i am|it'?s|my name is|my name'?s)\s+"
        r"(?!(?:an?|the|my|his|her|our|their|about|all|not|just|been|in|at|with|from|getting|having"
        r"|only|still|also|so)\b)(?:(?!(?:at|from|with|and|in)\b)[\w'’-]+\s+){1,3}?"
        rf"from\s+(?:[\w'’-]+\s+){{0,4}}?{place}"
        rf"{_NOT_ME}(?=\s*(?:[.,;!\n-]|$)|\s+(?:here|writing|ringing|calling|and i"
        rf"|on behalf|about|regarding|supporting))"
    )
    for role, place in _OF.items()
}
_OWN_CHILD = re.compile(r"\b(?:my|our) (?:\w+ )?(?:son|daughter|boy|girl|lad|child|kid)\b")
_WORKS = {
    "school": re.compile(
        r"\b(?:i|we) (?:coordinate|co-ordinate|lead(?: on)?|manage|run|oversee"
        r"|head(?: up)?)[^.;!?]{0,25}"
        r"\b(?:sen|send|inclusion|pastoral|provision|the base|the unit|nurture)\b"
        r"|\bi teach (?:at (?:his|her|their|the|a)|(?:him|her"
        r"|them) at (?:\w+ ){1,3}(?:school|college"
        r"|primary|academy|nursery))\b"
        r"|\b(?:boy|girl|lad|lass|child|pupil|student|someone) in (?:my|our) (?:class|form"
        r"|tutor group|year group|school|nursery)\b"
        r"|\b(?:he|she)(?:'s|s| is) in my (?:class|form|tutor group|year group|setting)\b"
        r"|\b(?:pupil|student|child) (?:in|at|of) (?:my|our) (?:class|school|nursery|college"
        r"|setting|form)\b"
    ),
    "local_authority": re.compile(
        r"^\W*(?:from the |the )?virtual school\b|\bi work (?:in|for|on) (?:the )?(?:sen"
        r"|send|ehcp?|statutory assessment) team\b"
        r"|\b(?:i'?m|i am|am|writing|we'?re) (?:from|with|in|on) (?:the |our )?(?:sen|send"
        r"|ehcp?|ehc plan"
        r"|statutory assessment|statutory) (?:team|service|department)\b"
    ),
    "other_professional": re.compile(
        r"\b(?:we|i) (?:act|are acting|am acting) (?:for|on behalf of)\b"
        r"|\b(?:we are|we're) (?:a (?:firm|team|charity|group|law)|solicitors|advocates"
        r"|social workers)\b"
        r"|\b(?:my client|a family (?:i|we) (?:support|work with)|i support (?:the|a|this) family"
        r"|i'?m supporting (?:a|the|this) (?:family|mum|mother|dad|father|parent|young person))\b"
    ),
}


def read_jobs(message: ParentMessage) -> Iterator[Fact]:
    """Find what the writer says to be in their job; the first way in which it is said."""
    stated = message.asserted
    for ways in (_INTRODUCES, _FROM, _WORKS):
        for role, pattern in ways.items():
            found = pattern.search(stated)
            if found is None or re.search(_KIN, found[0]):
                continue
            if ways is _WORKS and _OWN_CHILD.search(message.plain):
                continue
            yield Fact("referrer_role", role, *found.span())
            return
