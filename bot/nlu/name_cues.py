"""The words that stand before or after a name and tell whose it is."""

from __future__ import annotations

import re

from bot.nlu.names import LETTER
from bot.nlu.numbers import NUMBER_PATTERN

KIN = (
    r"(?:mum|mam|mummy|mammy|mommy|mom|mama|papa|baba|tata|tato|abba|dad|daddy|father|mother|parent"
    r"|carer|nan|nana|nanna|nani|nanny|gran|grandma|grandmother|grandad|grandfather|grandpa"
    r"|guardian|aunty?|auntie|uncle|step-?\s?mum|step-?\s?dad|foster (?:mum|dad|carer))"
)
CHILD_WORD = (
    r"(?:(?:step|foster|grand|god)?[ -]?(?:son|daughter|dau[a-z]*ter|dughter|child|boy|girl|lad"
    r"|lass|kid)|pupil|student|learner|client|nephew|niece|sonny|baby|toddler|(?:eldest|youngest"
    r"|oldest)(?: one)?|middle one|little (?:one|man|fella|lad|lady)|twins?|hij[oa]|fils|fille"
    r"|filh[oa]|figli[oa]|syn|córka|fiul|fiica)"
)
CHILD_CUE = re.compile(
    rf"\b(?:{CHILD_WORD}(?:'?s)?(?:\s+(?:first |full )?names?(?:'s|\s+is)?|\s+is\s+(?:called"
    rf"|named)|\s+called|\s+named"
    r"|\s+who\s+is\s+called)?\s*[:=,(-]?\s*"
    rf"|{NUMBER_PATTERN}[ -]?(?:years?|yrs?)[ -]?olds?,?\s+"
    r"|(?:his|her|hers|their|childs|child's)\s+(?:first |full )?names?(?:'s|\s+is)?\s*[:=]?\s*"
    r"|(?:(?<=[.,;!?] )|^|(?<=\band ))['’]?(?:er|is)\s+names?(?:'s|\s+is|\s+be)?\s*[:=]?\s*"
    r"|(?:he|she)(?:'?s|\s+is)\s+(?:called|named)\s+|initials?(?:\s+(?:are|is))?\s*[:=]?\s*"
    rf"|(?:{KIN}|parents)\s+(?:of|to|for)\s+(?:my\s+)?"
    r"|my\s+ward(?:\s+is)?,?\s+|mama\s+of\s+|dob\b[^.;a-z]{0,20}\bfor\s+|order\s+for\s+"
    r"|(?:referral|refer|referring|assessment|plan|ehcp)\s+(?:is\s+)?for\s+)"
)
NAME_PUT_RIGHT = re.compile(
    rf"\b(?:his|her|their|{CHILD_WORD}'?s) (?:(?:first|last) |sur)?name\b[^.!?]{{0,45}}[\s,.-]*.?$"
)
SAYS_A_NAME = re.compile(r"\b(?:names?(?:'?s)?|called|named|call me)\b")
CHILD_IS = re.compile(rf"\b(?:{CHILD_WORD}\s+(?:is|=)|(?:we|i) call (?:him|her|them))\s+")
CALLED = re.compile(
    rf"\b(?:he|she|they|who|(?:years?|yrs?)[ -]olds?|{CHILD_WORD})\b[^.;!?]{{0,25}}?[\s,]"
    r"(?:called|named|(?:by the )?name of)\s+"
)
OUR_CHILD = re.compile(r"\b(?:our|my)\s+")
FOR_AGED = re.compile(
    rf"\b(?:for|about|re|regarding|refer|referring|behalf of|{KIN} from|look(?:ing|ed)? after"
    r"|raising|fostering|foster|bringing up|lives? with (?:me|us)|(?:my|our|me|mi) (?:\w+ )?cousin)"
    r":?,?\s+"
)
SELF_CUE = re.compile(
    r"(?:\b(?:my\s+(?:full\s+)?name(?:'?s|\s+is)?|(?:i'?m|i\s+am|am)\s+called"
    r"|call\s+me|me\s+again,?\s+(?:it'?s\s+)?(?=\w+\s+(?:from|in)\b|\w+\s*[.,;!\n])"
    r"|(?:^|[.!?\n]\s*)(?:(?:class |deputy |assistant )?(?:head(?: ?teacher)?|teacher)|senco"
    r"|deputy|ta)\s+here,"
    rf"|{KIN}\s+here,?\s+(?:called|named|name'?s|name\s+is)"
    r"|put\s+(?:me|my\s+name)(?:\s+down)?(?:\s+as)?(?=\s*[:=-]|\s+as\b|(?<=as)\s))\s*[:=?-]?\s*"
    rf"|\bme\s*[:=]\s*(?:(?:his|her|their|the)\s+)?(?:{KIN}\b[\s,:-]*)?"
    r"|(?:^|[.,;!?\n]\s*)(?:your\s+|full\s+)?(?:name\s*(?:is|[:=?-])|name'?s\s)\s*)"
    r"(?P<title>(?:mr|mrs|ms|miss|mx|dr)\b\.?\s+)?(?(title)(?:[a-z]\b\.?\s+){0,2})"
)
SELF_CUE_CAPITAL = re.compile(
    r"\b(?:i'?m|i\s+am|this\s+is|it'?s)\s+"
    rf"(?:(?:(?:his|her|their|the|a)\s+)?(?:{KIN}|ma|da|mama)\s*[:,=-]?\s+)?"
    r"|(?<!\bi )(?<!to )(?<!they )(?<!not )(?<!n't )(?<!'d )(?<!would )(?<!will )(?<!should "
    r")(?<!must )(?<!council )\bname(?:'s)?\s+|(?:^|(?<=[.,;!?\n] ))names\s+"
    r"|(?<!my )(?<!his )(?<!her )(?<!their )(?<!'s )(?<!the )(?<!a )"
    r"\b(?:mother|mum|mam|mummy|dad|father|daddy|parent|carer|guardian|grandma|nan|gran|grandad"
    r"|grandmother|referrer)\s*[:,=-]?\s+"
    r"|\b(?:(?:kind|best|warm)\s+regards|regards|rgds|brgds|kr|bw|atb|many\s+thanks|thanks|thx"
    r"|tnx|thank\s+you|cheers"
    r"|yours\s+sincerely|best\s+wishes|(?<=[.!?\n] )from)[\s,.]+(?=\S+(?:\s\S+)?\s*$)"
)
SELF_LOWER = re.compile(
    r"(?:(?:^|[.,;!?\n]\s*|\b(?:hi|hello|hiya|hey|there)\s+)(?:this\s+is|i'?m|i\s+am|am)"
    r"|(?:^|\b(?:hi|hello|hiya|hey|there)[\s,]+)it'?s)\s+(?:me\s+)?"
    rf"(?:(?:his|her|their|the)\s+{KIN}\s+)?"
)
AFTER_OWN_NAME = re.compile(
    rf"\s+(?:{KIN}\s+(?:of|to)\b|from|here|again|and my|and i|speaking|my {CHILD_WORD})\b"
    r"|\s*[.,;!\n]|\s+[+0]"
)
PARENT_OF_NAME = re.compile(
    rf"['’]?s\s+(?:\w+\s+)?(?:{KIN}|sister|brother|sibling|partner|boyfriend|girlfriend"
    rf"|social worker"
    r"|support worker|teacher|tutor|senco|advocate|cousin|key ?worker|nurse|carers?)\b"
)
# "I am Bobbys nan", where the mark is left out; "I'm Chris, mum of 3" and "Jess mum to Al" write.
KIN_NEXT = re.compile(rf" (?!(?:his|her|their|the) )(?:\w+ )?{KIN}\b(?! (?:of|to|for|and|with)\b)")
PARTNER_OF_NAME = re.compile(
    r"['’]?s\s+(?:\w+\s+)?(?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?)\b"
)
FULL_NAME_IN_BRACKETS = re.compile(r"\s*\((?=[^()\d]{3,40}\))")
A_CHILDS_AGE = re.compile(
    r",\s*(?:who(?:'s| is)|she'?s|he'?s|aged?)?\s*(?:\d|1[0-5])\b(?!\s*(?:st|nd|rd|th|[/:.]\d|am"
    r"|pm|\w+ street))"
    r"|,?\s*(?:the |my )?(?:middle|eldest|youngest|oldest|younger|older) (?:one|child|un|of)\b"
)
TO_BE_RUNG = re.compile(r"\d{3}|\b(?:ring|rings|call|calls|phone|telephone|tel)\b")
TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|rev|revd|sgt|cpl|capt|lt|maj)\b\.?\s+(?:[a-z]\b\.?\s+)?"
)
SELF_TITLE = re.compile(
    r"\b(?:this is|i'?m|i am|it'?s|it is)\s+(?P<title>(?:mr|mrs|ms|miss|mx|dr)\b\.?\s+)"
    r"(?![a-z]*ing\b)"
)
_JOB = (
    r"(?:social worker|support worker|family worker|key ?worker|youth worker|case ?worker|advocate"
    r"|adviser|advisor|solicitor|senco|sendco|(?:head ?|class )?teacher|teaching assistant|head"
    r"|deputy|tutor|nurse|health visitor|therapist|psychologist|paediatrician|officer|(?:inclusion"
    r"|pastoral) (?:lead|manager)|foster carer|guardian|"
    rf"{KIN})"
)
# "SENCO Mr Olu Adeyinka." at the very start.
OWN_JOB = re.compile(rf"\W*(?:(?:hi|hello|from|the)[\s,]+)*{_JOB}[\s,:-]+")
ENDS = re.compile(r"\s*(?:[.\n)]|$|here\b|writing\b)")
SELF_BY_JOB = re.compile(
    rf"\b(?:i'?m|i am|am|this is|it'?s)\s+(?:[\w'’-]+\s+){{0,4}}?{_JOB}(?:\s+(?:at|for|from|in"
    rf"|with)\s[^,.;(!?\n]{{3,40}})?"
    r"\s*[,(:-]\s*(?:my name is\s+|called\s+|name'?s?\s+)?(?P<title>(?:mr|mrs|ms|miss|mx"
    r"|dr)\b\.?\s+)?"
)
HERE = re.compile(
    r"(?P<first>^\s*|[.,!?\n]\s*)(?:(?:hi|hello|hey|hiya|good|morning|afternoon|evening|alright|all"
    r"|there|dear|yeah|ok|so|kids)[\s,!.]+)*(?:(?:social worker|senco|teacher|advocate|health "
    r"visitor|support worker)\s+)?(?P<title>(?:mr|mrs|ms|miss|mx"
    r"|dr)\.?\s+)?(?P<name>[^\s\d,.!?;:][^\d,.!?;:]{1,39}?)\s+(?:here|this side|speaking|calling"
    r"|ringing|writing|messaging|texting|emailing)\b"
)
ASK_FOR = re.compile(
    r"(?:^|[.,;!?\n]\s*|\d\s+|\b(?:please|pls|and|just)\s+)(?:please\s+)?(?:ask (?:for|to speak to)"
    r"|speak (?:to|with)|contact)\s+(?P<other>(?:my|the|his|her)\s)?(?P<title>(?:mr|mrs|ms|miss|mx"
    r"|dr)\.?\s+)?(?:[a-z]\.?\s+)?"
)
CHILD_TOLD = re.compile(
    r"(?:^|[.,;!?\n]\s*)(?:called|named)\s+"
    r"|\b(?:asking (?:for|about)|worried about|concerned about|need help for|here about) is\s+"
)
OF_A_SCHOOL = re.compile(r"\b(?:school|college|nursery|placement|setting|academy|section i)\b")
CHILD_THEN_PRONOUN = re.compile(r"\b(?:about|for|regarding|it'?s)\s+")
PRONOUN_NEXT = re.compile(
    r"[\s,.;]*(?:and\s+|who\s+)?(?:he|she)(?:'?s|\s+is|\s+has)?\b"
    r"|\s+(?:that\s+)?i'?m [^.,;]{0,20}\babout\b"
)
CHILD_NEXT = re.compile(
    rf"\s*[,(]?\s*(?:(?:the|my|our) (?:\w+ )?{NUMBER_PATTERN}[ -]?(?:years?|yr)[ -]?old|(?:that "
    rf"|who |which )?(?:i'?m|i am|we're)"
    r" (?:on|asking|writing|messaging|ringing|calling|here|worried|contacting) (?:you )?about)\b"
)
KIN_OF_NAME = re.compile(
    r"(?:^|[.,;!?\n]\s*|\b(?:hi|hello|hiya|hey|there|morning|afternoon|evening|again|its|tis|all"
    r"|it's|i'?m|i am|am)[\s,]+)"
    r"(?!(?:i'?m|its?|it's|am|hi|hello|hiya|hey|my|our|the|his|her|their|this|from|is)\b)"
    rf"(?P<name>{LETTER}[\w'’-]{{1,20}}?(?: {LETTER}[\w'’-]{{1,20}}?)?)['’]?s\s+{KIN}\b"
    r"(?=\s*(?:[.,;!)\n]|$|here\b|again\b|speaking\b|writing\b|messaging\b))"
)
KIN_OF_FULL_NAME = re.compile(
    rf"\b(?:i'?m|i am|am|this is|it'?s"
    rf"|its)\s+(?P<name>{LETTER}[\w-]+(?: {LETTER}[\w-]+){{1,2}})['’]s\s+(?:\w+\s+)?{KIN}\b"
)
BORN_BEFORE = re.compile(
    r"\b(?:born|d\.?o\.?b|date of birth|aged?|age)\b[^.;!?\n]{0,40}[,;.]\s*(?:full "
    r")?name(?:'?s)?\s*(?:is|[:=-])?\s*$"
)
AGE_NEXT = re.compile(
    r"[\s,:=(-]*(?:(?:who|whos|who's|he|she|is|has|he's|she's|hes|shes|aged?|now|nearly|almost|just"
    rf"|turned|turns|turning|is\s+aged)\s+)*\(?\s*(?:aged?\s+)?{NUMBER_PATTERN}\b"
    r"(?!\s*(?:weeks?|months? ago|days?|hours?|hrs?|%|times?|minutes?|mins?|of|in (?:his|her|the|a"
    r"|my|total|all|each)|out|more|other|children|kids|schools?))"
)
AND_AGED = re.compile(rf"(?:,? and)?{AGE_NEXT.pattern}")
BIRTH_NEXT = re.compile(r"[\s,(]*(?:d\.?o\.?b|date of birth|born)\b")
NAME_THEN_KIN = re.compile(
    r"(?:^"
    rf"|[.,;!?\n]\s*)(?P<name>{LETTER}[^\d,.;!?()-]{{1,40}}?)\s*[(,-]+\s*{KIN}\b(?!\s+(?:has"
    r"|said))"
)
CLAUSE_ENDS = re.compile(r"\s*(?:[.,;!?)\n]|$)")
LATER = (
    rf"(?:next|in (?:a|\d|{NUMBER_PATTERN}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
    r"|soon|and|no|not|with|from|who|has|at)\b"
)
NAME_WITH_AGE = re.compile(
    rf"(?:^|[.,;!?(\n]\s*|\b(?:and|hi|hello|behalf of)\s+)(?P<name>{LETTER}[^\d,.;:!?()]{{0,30}}?)"
    rf"(?:['’]s)?[\s,:(]*(?:\(?\s*\d{{1,2}}\s*\)|(?:\s[-–]\s|(?<=[\s(]))"
    r"(?P<is>(?:is|aged?|who is|who's|(?:he|she|they)(?:'?s|'re| is| are| has))\s+)?(?:only\s+"
    r"|nearly\s+|almost\s+|just\s+|turned\s+)*"
    rf"{NUMBER_PATTERN}(?:\s+and a half)?(?=\s*(?:[,.;)!?]|$|y|[-–]\s|{LATER})))"
)
NAME_AGE_PLACE = re.compile(rf"(?:^|[.,;!?\n]\s*)(?P<name>{LETTER}[\w'’-]+)\s+\d{{1,2}}\s+")
# A lower-case word beside an age is a name only where nothing else stands in the clause.
LOWER_NAME_WITH_AGE = re.compile(
    rf"(?:(?:^|[.,;!?(\n]\s*)|\bfor\s+|\bre\s+)(?P<name>{LETTER}[^\W\d_]{{2,14}})\s+(?:is\s+"
    rf"|aged?\s+|who is\s+|who's\s+)?{NUMBER_PATTERN}(?:\s*(?:yrs?|years?|yo))?(?:\s+old)?"
    r"(?=\s*(?:[,.;)!?]|$|and\b))"
    rf"|\b(?:for|re)\s+(?P<after>{LETTER}[^\W\d_]{{2,14}})\s+{NUMBER_PATTERN}\b"
    r"(?!\s*(?:weeks?|wks?|months?|days?|years? (?!old)|hours?|hrs?|%|times?|minutes?|mins?|of"
    r"|st|nd|rd|th)\b)"
    rf"|\b(?:re)?assess(?:ing)?\s+(?P<assessed>{LETTER}[^\W\d_]{{2,14}}),?\s+(?:who|aged?)\b"
    rf"|(?P<aged>\b{LETTER}[^\W\d_]{{2,14}})\s+aged\s+{NUMBER_PATTERN}\b"
)
I_AM_KIN = re.compile(rf"\b(?:i'?m|i am|it'?s)\s+(?:\w+\s+)?{KIN}[\s,.]*$")
BARE_NAME_CUE = re.compile(r"(?:^|[.,;!?\n]\s*|\s)(?:full\s+)?name(?:'?s)?\s*(?:is|[:=-])?\s*$")
NAME_OF_A_PLACE = re.compile(
    r"(?i)^(?:raf|hms|hmp|rnas)\s|\b(?:primary|school|academy|college|nursery|infants?|juniors?"
    r"|high|council|house|centre)$"
)
NAME_IS_MINE = re.compile(
    rf"(?:^|[.,;!?)\n]\s*|\b(?:hi|hello|hiya)[\s,]+)(?P<name>{LETTER}[^\d,.;!?()]{{1,40}}?)\s+is\s+"
    r"(?:my (?:full )?name|what i'?m called)\b"
)
# A brother or sister writes: for the parents, or as the one who cares for the child.
SIBLING = re.compile(
    r"\b(?:my|our)\s+(?:(?:little|younger|baby|kid|twin|small|youngest|half|step)[ -])*(?:brother"
    r"|sister)(?:'?s)?(?:\s+(?:first )?name)?(?:\s+(?:is|called|named|who is called))*[\s:,=-]+"
)
ONES_CHILD = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:son|daughter|boy|girl|lad|child|kid|little one)\b"
)
PARENTS_NAMED = re.compile(
    r"\b(?:we're|we are) (?:both )?(?:his|her|their|the) (?:\w+ )?(?:parents|mum and dad|carers"
    r"|grandparents|foster carers|guardians)[\s,:-]+"
    rf"|['’]s\s+(?:{KIN})\s*[,:]\s*(?=\S+\s*(?:[.,!;\n]|$))"
)
# "They'd want me in the meeting (Orla Keane)": brackets after who writes hold the name.
ME_IN_BRACKETS = re.compile(
    r"\b(?:me|i|myself)(?:\s+(?:in|at|on|there|too|as well|also|and|the|any|meeting|call|mediation"
    r"|present|with (?:them|her|him)))*\s*\((?=[^()\d]{3,40}\))"
)
# "Names: Precious (me), Emmanuel (him, 16)".
NAME_OF_HIM = re.compile(
    rf"(?<![\w'’-])(?P<name>{LETTER}[\w'’-]+)\s*\((?:him|her|(?:my|our|the) (?:\w+ )?{CHILD_WORD}"
    rf"|{CHILD_WORD})\b(?=\s*[,)\d])"
)
# "I've had him since she passed. Names Terry": the sentence before is about who writes.
TOLD_OF_ONESELF = re.compile(r"(?:^|[.!?\n]\s*)(?:i'?m|i'?ve|i am|i have|i)\b[^.!?\n]*[.!?\n]$")
# Of several children named, the one that it is about.
THE_ONE = re.compile(
    rf"(?:^|[.,;!?\n]\s*|\b(?:and|but)\s+)(?P<name>{LETTER}+)(?:['’]s| is) (?:the|my) one\b"
)
THE_ONE_MEANT = re.compile(
    rf"\b(?:it'?s|this is for|this is about|(?:asking|writing|here) (?:about|for))\s+"
    r"(?:(?:my|the|our) (?:young|eld|old)(?:er|est)(?: one)?,?\s+|(?:my|our|her|his|their) (?:\w+ "
    r")?(?:brother|sister|son|daughter|twin),?\s+)?"
    rf"(?P<name>{LETTER}+)(?=,?\s+(?:\(\d+\)\s+)?(?:who|that|i'?m|i am|we'?re|(?:i|we)"
    r" (?:need|want|would like))\b)"
    r"|\bonly (?:appealing|asking|going|here|fighting|writing|applying) (?:about|for)\s+"
    rf"(?P<only>{LETTER}+)(?=\s*(?:[.,;!(\n]|$)|\s+(?:because|cos|as|since|not|now)\b)"
    rf"|\b(?:this|it) (?:concerns|is about|is for"
    rf"|is regarding)\s+(?P<concerned>{LETTER}+)(?=\s*(?:[.,;!(\n]|$))"
)
NAME_MY_CHILD = re.compile(
    rf"(?<![\w'’-])(?P<name>{LETTER}[\w'’-]+)\s*,?\s+(?:who is |who's |is )?(?:my|our)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{CHILD_WORD}\b(?!['’]s)"
)
AFTER_MY_CHILD = re.compile(
    r"\s*(?:[.,;!?)\n(]|$)|['’]s\b|\s+(?:is|has|who|because|cos|he|she|was|needs|can|can'?t|cannot"
    r"|and|in|at|from|with|needing|struggles|got)\b"
)
HAS_NEEDS = re.compile(
    rf"(?<![\w'’-])(?P<name>{LETTER}[\w-]+)['’]s\s+"
    r"(?:(?:final|draft|new|own|current|old)\s+)?(?:plan|ehcp|therap\w+|hours|needs|place|placement"
    r"|support|provision|review|assessment|appeal|case|education|sake|diagnosis|schooling"
    r"|school(?! of)|(?:own )?pa|section [a-k]|ehc|future|behalf|disability|autism|difficulties"
    r"|progress|mental health)\b"
)
SEVERAL = re.compile(r"\b(?:twins|triplets|both|two (?:kids|children|boys|girls|sons|daughters))\b")
