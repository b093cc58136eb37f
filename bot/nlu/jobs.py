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
        r"case ?worker (?:in|on|with|at|for) (?:the |our )?(?:sen|send|ehcp?|ehc plan"
        r"|statutory)\b(?: \w+)?"
        r"|virtual school (?:head|head ?teacher|lead|officer)"
        r"|(?:sen|send|ehcp?|ehc plan|plan|senior)? ?(?:case ?work officer|case ?officer|plan "
        r"(?:co-?ordinator|writer))|(?:council|local authority|la|borough|county) (?:sen |send "
        r"|ehcp? )?(?:officer|case ?worker|casework officer)(?! (?:at|from|in|for|with|of) "
        r"[^.,;!?\n]{2,40}? (?:said|says|told|has|had|is|was|rang|wants|refus\w+|won'?t|will|came"
        r"|keeps|e-?mailed|wrote|phoned|called|never|thinks)\b)"
        r"|(?:sen|send|ehcp?) (?:officer|case ?worker|co-?ordinator|manager)"
    ),
    "school": (
        r"senco|senca|sendco|sencco|special educational needs co-?ordinator"
        r"|(?:class |form |head ?|year \d+ |reception |specialist |designated |primary )*"
        r"teacher|headmaster|headmistress|(?:deputy|assistant|executive) head(?: ?teacher)?"
        r"|head of (?:a|an|the) (?:\w+ ){0,3}?(?:pru|school|academy|unit|nursery|college|primary)"
        r"|(?:designated )?safeguarding lead|dsl|sen lead|send lead|lunchtime supervisor"
        r"|head of (?:year(?: \w+)?|sixth form|inclusion|house|school|key stage \w+|learning"
        r" support|send?)|principal|vice principal|teaching assistant|hlta|elsa|lsa"
        # "ta, Kelly-Ann" at the end is thanks.
        r"|(?<=\ba )ta|ta(?!\s*[,.!]*\s*(?:[\w'’-]+(?: [\w'’-]+)?)?[\s.!]*$)"
        r"|learning (?:mentor|support (?:assistant|lead|teacher))|(?:pastoral|inclusion"
        r"|safeguarding)"
        r" (?:lead|manager|leader|officer)|family liaison (?:officer|worker)|form tutor|tutor"
        r"|nursery (?:manager|nurse|practitioner|leader|worker|key worker)|room leader|key person"
        r"|early years (?:practitioner|teacher|lead|worker|educator)|lecturer"
        r"|school (?:nurse|secretary|administrator|governor|counsellor)"
    ),
    "other_professional": (
        r"(?:children's |leaving care |family |trainee |independent |student )*social worker"
        r"|health visitor|child ?minder|nanny|(?:independent |parent |family )?advocate"
        r"|(?:family |early help |community |outreach |parent |housing |refuge |youth |charity"
        r" |play )*(?:support |key |link |offending )?worker|early help practitioner"
        r"|(?:speech(?: and|&|n)?(?: language)? |occupational |play |art |music |family )?therapist"
        r"|slt|salt|physio(?:therapist)?|(?:educational |clinical |private )*psychologist|ed psych"
        r"|(?:community )?paediatrician|gp|ep(?= (?:in|here|at|for|with)\b)|(?:specialist "
        r"|community |district )?nurse|counsellor"
        r"|solicitor|paralegal|barrister|(?:charity |church |parent )?volunteer"
        r"|(?:leaving care )?(?:personal adviser|pa)"
        r"|portage worker|mentor|trainee ed psych|(?:trainee )?(?:ed|educational) psych"
        r"|ward manager"
        r"|social prescriber|(?:paediatric |community |children'?s )*(?:ot|occupational therapist)"
        r"|dietician|audiologist|consultant|psychiatrist|family hub worker|citizens advice \w+"
        r"|(?:kinship|young carers?|youth offending|yot|domestic abuse|idva|early years|cab)"
        r" (?:worker|adviser|advisor|practitioner)|idva|independent supporter"
        r"|(?:appropriate )?adult social worker|playworker|(?:welfare rights|benefits) \w+"
        r"|independent reviewing officer|iro|probation officer|dietitian"
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
_NOT_ME = (
    r"(?!\s+(?:said|says|told|has|have|had|is|was|were|wants?|won'?t|will|thinks?|keeps?|rang|rung"
    r"|came|phoned|e-?mailed|wrote|refused|never)\b)"
)
_GOES_ON = (
    r"(?=\s*(?:[,.:;(\n-]|$)|\s+(?:at|for|from|in|with|of|to|here|writing|messaging|contacting"
    r"|supporting|referring|working|speaking|on behalf|helping|(?:and|&) (?:i|we|the|also|senco"
    r"|sendco|senca|dsl|designated|safeguarding|inclusion|deputy|assistant|class|sen|send))\b)"
)
_WHOSE = (
    r"(?:my|our|your|his|her|their|the|a|no|any|this|that|and|but|see|saw|had|has|have|got|by|with"
    r"|to|is|was|like|such|including|her'?s|for|ask|need|needs|want|wants|spoke|new|not|ex|from|we"
    r"|i|is|are|who|what|only)"
)
# "Head of SEN at school backed us": somebody told of, and not the writer.
_DOES_SOMETHING = re.compile(
    r"\s*(?:[\w'’]+\s+){0,4}?(?:backs?|backed|agree[sd]?|said|says|told|tells|supports?|supported"
    r"|thinks?|thought|wants?|wanted|wrote|knows?|recommend\w*|rang|refus\w+|helped|helps|gave|says"
    r"|asked|is (?:great|lovely|useless|brilliant|behind|on our))\b"
)
_SAYS_I = re.compile(r"\b(?:i|i'?m|we|am)\b")
_INTRODUCES = {
    role: re.compile(
        rf"{_STARTS}(?:an?\s+)?(?:(?:assistant|deputy|acting|lead|senior|private|former|specialist"
        rf"|retired|trainee)\s+){{0,2}}(?:(?!{_WHOSE}\b)[\w-]+\s+)??(?:{job})\b{_NOT_ME}{_GOES_ON}"
        rf"|{_I_AM}(?:an?|the|his|her|their|this child'?s|\w+'s)\s+(?:[\w'’-]+\s+){{0,2}}?(?:{job})"
        rf"\b{_NOT_ME}{_GOES_ON}"
        rf"|\b(?:i'?m|i am|am)\s+(?:{job})\b{_NOT_ME}{_GOES_ON}"
        rf"|{_I_AM}(?:the|this) (?:child|pupil|family|young person)['’]?s\s+(?:{job})\b{_NOT_ME}"
        rf"|\b(?:role|position|job|job title|referrer|relationship(?: to (?:the "
        rf")?child)?)\s*[:=-]\s*(?:[\w'’-]+\s+){{0,3}}?(?:{job})\b"
        rf"|\b(?:query|referral|message|question|enquiry|email|request|referred) (?:is )?(?:from"
        rf"|by)\s*:?\s*(?:an? |the )?(?:[\w'’-]+,?\s+){{0,3}}?(?:{job})\b{_NOT_ME}"
        rf"|\bi,\s+(?:the|his|her|their|a|an)\s+(?:{job})\s*,"
        rf"|\bthrough me\s*\((?:the|their|his|her)\s+(?:[\w'’-]+\s+)?(?:{job})\b"
    )
    for role, job in _JOBS.items()
}
_AFTER_A_NAME = {
    role: re.compile(
        rf"\s*[,(-]+\s*(?:(?:an?|the|his|her|their)\s+)?(?:(?!{_WHOSE}\b)[\w-]+\s+){{0,2}}?"
        rf"(?:{job})\b{_NOT_ME}{_GOES_ON}"
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
        rf"from\s+(?:[\w'’-]+\s+){{0,4}}?{place}{_NOT_ME}(?=\s*(?:[.,;!\n-]|$)|\s+(?:here|writing"
        rf"|ringing|calling|and i|on behalf|about|regarding|supporting))"
    )
    for role, place in _OF.items()
}
_OWN_CHILD = re.compile(r"\b(?:my|our) (?:\w+ )?(?:son|daughter|boy|girl|lad|child|kid)\b")
_WORKS = {
    "sendiass": re.compile(
        r"\bthrough the (?:local )?sendias+\b|\b(?:i|we) (?:act|work) as [^.;!?]{0,60}\bsendias+\b"
        r"|(?:^|[.!?\n]\s*)from (?:the )?sendias+\b"
        r"|^\W*(?:hi|hello|hey|hiya|dear all|good (?:morning|afternoon|evening))(?: (?:there|all"
        r"|team|both))?[\s,!.]+(?!(?:letter|e-?mail|message|advice|help|info|someone|somebody|lady"
        r"|leaflet|call|report|news|reply|number|case)\b)[a-z'’-]+(?: [a-z'’-]+)? (?:here )?(?:from"
        r"|at) (?:the )?(?:[\w'’-]+ ){0,3}?sendias+\b(?!\s+(?:said|says|told|has|have|is|was|rang"
        r"|gave))"
        r"|\b(?:i'?m|i am|am) sendias+\b"
    ),
    "local_authority": re.compile(
        r"\b(?:i|we) (?:manage|run|lead|oversee) (?:the )?(?:sen|send|ehcp?) (?:casework|case work"
        r"|team|service)\b"
        r"|^\W*(?:from the |the )?virtual school\b|\bi work (?:in|for|on) (?:the )?(?:sen"
        r"|send|ehcp?|statutory assessment) team\b"
        r"|\b(?:i'?m|i am|am|writing|we'?re) (?:from|with|in|on) (?:the |our )?(?:sen|send|ehcp?"
        r"|ehc plan|statutory assessment|statutory) (?:team|service|department)\b"
    ),
    "school": re.compile(
        r"\bi run the [^.,;!?]{3,30} (?:at|in) (?:a|the|our) (?:\w+ )?(?:school|college|academy)\b"
        r"|\b(?:one of )?(?:my|our) (?:pupils?|students?|learners?)\b"
        r"|\bi work at [^.,;!?]{2,30} as (?:an? |the )?(?:\w+ )?(?:head|teacher|senco|ta|tutor)\b"
        r"|\b(?:i|we) (?:coordinate|co-ordinate|lead(?: on)?|manage|run|oversee|head(?: "
        r"up)?)[^.;!?]{0,25}\b(?:sen|send|inclusion|pastoral|provision|the base|the unit|nurture)\b"
        r"|\bi teach (?:reception|nursery|foundation|(?:year|yr|y) ?\d+|ks\d|p\d|(?:his|her|their)"
        r" (?:class|form)|(?:him|her|them) (?:at|in)\b(?! home)|(?:the|this) (?:child|boy|girl|lad"
        r"|lass|pupil|student|young \w+))\b"
        r"|\bi teach (?:at (?:his|her|their|the|a)|(?:him|her|them) at (?:\w+ ){1,3}(?:school"
        r"|college|primary|academy|nursery))\b"
        r"|\b(?:boy|girl|lad|lass|child|pupil|student|someone) in (?:my|our) (?:class|form"
        r"|tutor group|year group|school|nursery)\b"
        r"|\b(?:he|she)(?:'s|s| is) in my (?:class|form|tutor group|year group|setting)\b"
        r"|\b(?:pupil|student|child) (?:in|at|of) (?:my|our) (?:class|school|nursery|college"
        r"|setting|form)\b"
    ),
    "other_professional": re.compile(
        r"\b(?:we|i) (?:act|are acting|am acting) (?:for|on behalf of)\b"
        r"|\b(?:i'?m|i am|we'?re|we are|writing) (?:from|with|at) (?:the )?(?:barnardo'?s|mencap"
        r"|home-?start|citizens advice|age uk|action for children|nspcc|family action|scope|camhs"
        r"|(?:local )?early help(?: team)?|family hub|children'?s (?:services|centre)|social "
        r"services|autism (?:hub|team)|women'?s aid|refuge)\b(?! (?:list|waiting))"
        r"|\b(?:we are|we're) (?:a (?:firm|team|charity|group|law)|solicitors|advocates"
        r"|social workers)\b"
        r"|(?:^|[.!?\n]\s*)ward manager\b|\ba trainee (?:ed psych|psychologist|social worker)\b"
        r"|\bteam around the (?:family|child)\b"
        r"|\b(?:lady|man|gent|worker|woman) from (?:age uk|mencap|citizens advice|home-?start"
        r"|barnardo'?s"
        r"|the (?:charity|hospital|council))\b(?=[^.]{0,20}\b(?:sitting|helping|here|writing)\b)"
        r"|\badvocacy (?:service|project)\b|\bi act for (?:a|the)\b"
        r"|\bhelping (?:a|an) (?:\d+[ -]year[ -]old|young (?:man|woman|person)|family)\b"
        r"|\bi'?m supporting (?:a|the|this) [^.;!?]{0,40}\bthrough\b"
        r"|\b(?:my client|a family (?:i|we) (?:support|work with)|i support (?:the|a|this) family"
        r"|i'?m supporting (?:a|the|this) (?:family|mum|mother|dad|father|parent|young person))\b"
    ),
}


def read_job_after(message: ParentMessage, end: int) -> Fact | None:
    """The job told right after the writer's own name, which ends at `end`: "Lee, the SENCO"."""
    if _OWN_CHILD.search(message.plain):
        return None
    for role, pattern in _AFTER_A_NAME.items():
        found = pattern.match(message.asserted, end)
        if found and _DOES_SOMETHING.match(message.asserted, found.end()) is None:
            return Fact("referrer_role", role, *found.span())
    return None


def is_told_of(stated: str, found: re.Match[str]) -> bool:
    """Say whether a job named without "I am" is that of somebody who did something."""
    return (
        _SAYS_I.search(found[0]) is None and _DOES_SOMETHING.match(stated, found.end()) is not None
    )


def read_jobs(message: ParentMessage) -> Iterator[Fact]:
    """Find what the writer says to be in their job; the first way in which it is said."""
    stated = message.asserted
    for ways in (_INTRODUCES, _FROM, _WORKS):
        for role, pattern in ways.items():
            found = pattern.search(stated)
            if found is None or re.search(_KIN, found[0]):
                continue
            if ways is _INTRODUCES and is_told_of(stated, found):
                continue
            if ways is _WORKS and _OWN_CHILD.search(message.plain):
                continue
            yield Fact("referrer_role", role, *found.span())
            return
