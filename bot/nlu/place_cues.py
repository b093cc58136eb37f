"""Words around the name of a place that say whether, and how surely, it is the home."""

from __future__ import annotations

import re

CUE_BEFORE = re.compile(
    r"\b(?:in|near|at|from|live|lives|living|under|council(?: is|:|=)?|la(?: is|:|=)?"
    r"|authority(?: is|:|=)?|area(?: is|:|=)?|lb|borough of|city of|by|with|outside"
    r"|around|applied to)\s+(?:the\s+)?$"
)
SURE_CUE_BEFORE = re.compile(
    r"\b(?:lives?|living|(?:we|i)(?:'?re| are|'?m| am)|council is|la is)\s+(?:in\s+)?$"
)
CUE_AFTER = re.compile(
    r"\s*(?:(?:city|borough|county|metropolitan|district)\s+)?(?:council|la\b"
    r"|local authority|borough|lea\b|area\b"
    r"|for (?:an? |the |his |her )?(?:ehc |ehcp |needs )*(?:re-?)?(?:assess|plan\b|ehcp))"
)
DECIDES_AFTER = re.compile(
    r"\s+(?:refus\w+|won'?t|wants? to|(?:that|who) (?:sent|wrote|refused|decided|issued|said)"
    r"|turned|rejected|declined|(?:have|has) (?:said|refused|turned|decided"
    r"|stopped|ended|named)|said no|say no|says no"
    r"|(?:is|are) (?:his|her|the|our|their|my) (?:placing |responsible |home "
    r"|own )?(?:authority|council|la)"
    r"|(?:is|are) the (?:ones?|council|la|authority) (?:who|that|with|doing|holding|in charge)"
    r"|(?:do|does|hold|holds|wrote|write|writes|maintains?|issued?|made|pays? for|has|have|got)"
    r" (?:the|his|her|their|our|my) (?:ehc )?(?:plan|ehcp))\b"
)
DECIDES_BEFORE = re.compile(
    r"\b(?:(?:council|la|lea|(?:placing |responsible |home |local )?authority)(?:'s| is| are|:|=)"
    r"|(?:his|her|the|our|my|their) (?:ehc )?(?:plan|ehcp)(?: is|'s)?(?: (?:belongs to|held by"
    r"|with|from))?"
    r"|under|so (?:it'?s|that'?s|we'?re)|(?:it'?s) (?:now )?"
    r"|(?:and |but )?now (?:we'?re |we are |living |live )?(?:on a site )?(?:in|at|under|with)) $"
)
COUNCIL_AFTER = re.compile(
    r"\s+(?:(?:(?:city|borough|county) )?(?:council|cooncil)|boro|borough)\b"
)
AGE_BEFORE = re.compile(r"(?<![\d/.-])\b\d{1,2}\s+$")
PIECE_ENDS = re.compile(r"\s*(?:[.,;!?\n]|$)")
GUESSED = re.compile(r"\s*,?\s*(?:maybe|perhaps|possibly|might be|or something)\b")
# "At a Derby primary": the school is there, and so most likely the home; that has to be asked.
SCHOOL_THERE = re.compile(
    r"\s+(?:primary|secondary|school|college|nursery|academy|special school|mainstream"
    r"|comp|infants?"
    r"|juniors?|sixth form)\b"
)
ANY_ONE = re.compile(r"\b(?:an?|any|some|local)\s+$")
_KIN_APART = (
    r"(?:parents|grandparents|in-laws|nan|nana|gran|granny|grandma|grandad|mum|mam|mom|mother|dad"
    r"|father|aunt|auntie|uncle)"
)
_OTHERS = (
    r"(?:(?:sister|brother)s?(?:[ -]in[ -]law)?|(?:mother|father)[ -]in[ -]law"
    r"|cousins?|friends?|mate|solicitor"
    r"|lawyer|barrister|advocate|mediator|(?:social|support) worker|therapist|psychologist"
    r"|paediatrician|consultant)"
)
_LIVE = r"(?:'s| is| are| was| were| lives?| living)"
# "My parents are in Norfolk", "my friend in Surrey"; but "me and his dad live in Kent".
_WHERE_OTHERS_ARE = (
    r"(?:(?<!and )(?<!& )(?<!i'm )(?<!i am )(?<!\bim )(?<!this is )(?<!it's )(?<!\bas )(?<!from )"
    r"(?<!\bat )(?<!with )\b(?:my|our|his|her|their|the|a) "
    r"|^\W*(?=(?:grand)?parents))(?:(?!mum |dad )\w+ (?:and )?)?"
    rf"(?:(?:{_KIN_APART}|{_OTHERS})(?: all| both| now| still)?{_LIVE}"
    r"(?: all| both| now| still| based| over| down| up)*(?: in| from| near| at)?"
    rf"|{_OTHERS} (?:based )?in)"
)
MOVING_THERE = re.compile(
    r"\b(?:moving|(?:about|going|hop\w+|plan\w*|want\w*|due) to move|will (?:be )?mov\w+"
    r"|thinking of moving)(?: (?:back|down|up|over|away|house|out))* to $"
)
ELSEWHERE = re.compile(
    rf"{_WHERE_OTHERS_ARE}\s+$|"
    r"\b(?:(?:ex|ex[ -]\w+|dad|father|mum|mother|sister|brother|friend"
    r"|family) (?:now )?lives in|ex(?:[ -](?:husband|wife|partner|mrs))?(?:'?s| is)?(?: (?:in"
    r"|under|with|from|at))?|moved (?:(?:down|up|over|across|here|back|away|out|recently"
    r"|just) )*from|previously in|formerly in|used to be in"
    r"|used to live in|used to be (?:under|with)|(?:previously|formerly|originally) (?:under|with)"
    r"|was (?:under|with)"
    r"|came from|born in|before that"
    r"|was in"
    r"|(?:trip|residential|visit|outing|camp|holiday) (?:away )?(?:to|in|at|near)"
    r"|posted (?:(?:down|up|over|here|back) )*from|hospital in|work in|works in"
    r"|(?:tribunal|hearing|court|respite)(?: \w+)? (?:in|at|near))\s+$"
)

ONLY_THERE = re.compile(
    r"\b(?:school|college|nursery|academy|setting|agency|hospital|clinic|office"
    r"|placement)\b[^.]{0,20}\b(?:in"
    r"|at"
    r"|near)\s+$"
    r"|\b(?:placed|staying|boarding|fostered|a home) (?:in|at|near) $"
    r"|\b(?:driv\w+|travel\w*|trek\w*|taxi|bus|train|journey|trip|the way|gets?|getting) (?:down "
    r"|up |over "
    r"|all the way )?(?:to|into) $"
)
NAME_OF_SOMETHING = re.compile(
    r"\s+(?:road|street|st|avenue|lane|drive|close|school|academy|hospital|college|university"
    r"|primary|high|secondary|house|centre|center|grammar|nursery|infants?"
    r"|juniors?|united|fc|police|special|park school|sixth form|court|general|office)\b"
)
DENIED = re.compile(r"\bnot (?:in |with |under )?$")
# Beside another place only: "my ex is Redbridge", "we were Essex till August".
OF_ANOTHER_OR_BEFORE = re.compile(
    r"\b(?:(?:my |his |her |their |the )?(?:ex(?:[ -](?:husband|wife|partner|mrs))?|(?<!and )dad"
    r"|(?<!and )father)"
    r"(?:'?s| is| was)?(?: now| still)?(?: in| under| with| from| at| over in| down in| up in)?"
    r"|(?:we|i|he|she|they) (?:were|was|used to (?:be|live))(?: in| under| with| at)?"
    r"|(?:my|his|her|our) old (?:council|la|borough|authority)(?: is| was|,)?(?: in)?"
    r"|\b(?:post ?code|post|address|bins?|council tax)(?: \w+)? (?:is|says?|said|comes? under"
    r"|goes to))"
    r" (?:the )?$"
)
# "It's Derby", and no more: as an answer, the place.
IT_IS = re.compile(r"^(?:(?:not sure|i think|um+|er+m?|well|oh|sorry)[\s,]+)*(?:it'?s|it is)\s+")
# In March or by March is the month; only who lives there means the town.
IN_THE_TOWN = re.compile(
    r"\b(?:lives?|living|based|home|council is|we'?re from|we are from|i'?m from|i am from"
    r"|(?:we|i)(?:'?re| are|'?m| am)) (?:now )?(?:in |near |from )?$"
)
LIVES_IN = re.compile(r"\b(?:lives?|living|based|home)\b[^.,;]{0,25}\bin $")
LIVES_AT = re.compile(r"\b(?:live|lives|living|based|(?:we|i)(?:'?re| are|'?m| am)) (?:now )?in $")
HOME_NOW = re.compile(
    r"\b(?:(?:we|i)(?:'?re| are|'?m| am| live| moved| now live)|moved|posted from [\w-]+"
    r"|live) (?:now )?(?:in|to"
    r"|into|under) $"
)
TAKES_BACK = re.compile(
    r"\b(?:sorry|oops|whoops|i mean|i meant|wait|actually|correction"
    r"|not(?! [a-z]+,? (?:and|but|so)\b))\b"
)
LONGER_NAME = re.compile(
    r"\s+(?:(?:city|borough|county|metropolitan|district"
    r"|unitary)(?:\s+council)?"
    r"|council)\b"
)
# "Northants, the west one": which of several councils it is.
SIDE_AFTER = re.compile(
    r"\s*[,(]?\s*(?:but |so |it'?s |in )?(?:the )?(?:north|south|east|west|central)(?:ern)?"
    r" (?:one|side|half|part|bit|council)\b"
)
# "Mrs Galloway", "Mr and Mrs Kent", "Dr. A Bolton" are people; "i miss Kent" is not.
TITLE_BEFORE = re.compile(
    r"(?:\b(?i:mr|mrs|ms|mx|dr|doctor|prof|professor|rev|reverend|cllr|councillor|judge|pc|sgt)"
    r"|(?:^|[^\w\s] ?|\b(?i:and|&|with|by|to|from|is|named|called|her teacher|his teacher) )"
    r"(?i:miss)|\bMiss)\.? (?:[A-Za-z]\.? |[A-Z][a-z]+ )?$"
)
# "Fenwick-Jones" is a surname, though Fenwick is a place.
PART_OF_A_WORD = re.compile(r"[a-z]-\||\|-[a-z]")
BETWEEN_PARTS = re.compile(r"\s*(?:,|in|near|\()?\s*")
_COUNCIL_WORD = r"(?:council|mbc|borough|boro|local authority)"
MISSPELT = re.compile(
    r"\b(?:(?:live|lives|living|based|we'?re|we are|i'?m in|i am in|council is|la is|authority is"
    r"|borough of|under)\s+(?:in\s+)?(?P<after>[a-z-]{5,}(?:\s(?!city|county|borough"
    r"|council)[a-z-]{4,}){0,2})"
    rf"|(?P<before>(?:[a-z-]{{3,}}\s){{0,2}}(?!city|county|borough)[a-z-]{{4,}})"
    rf"\s+(?:(?:city|borough|county)\s+)?"
    rf"{_COUNCIL_WORD}\b"
    r"|\bcouncil,?\s+(?P<beside>[a-z-]{5,})(?=\s+(?:is|are|has|have|said|won'?t|refus\w+"
    r"|stopp\w+)\b|\s*[.,;!]))"
    r"|(?:^|[.,;!?\n(]\s*)(?![^.,;!?\n(]*\b(?:in|under|council|lives?"
    r"|living)\b)(?P<alone>(?:[a-z-]{5,}|(?=[a-z -]{7,})[a-z-]{2,}(?:\s[a-z-]{2,}){1,3}))"
    r"(?=\s*(?:[.,;!?\n)]|$)"
    r"|\s+(?:won'?t|refus\w+|(?:have|has) (?:refus\w+|said|turned|decided|stopped|ended)|sa(?:id"
    r"|ys?) no"
    r"|turned|rejected|declined|is (?:my|our|the|his|her) (?:council|la|borough"
    r"|local authority))\b)"
)
