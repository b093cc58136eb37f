"""What holds a yes back, whoever asked: the one list for both consents and for sending.

Read on what stands beside the yes, in small letters without signs and without the yes itself. A yes
that is asked for again costs one message; one that was taken against the words costs trust.
"""

from __future__ import annotations

import re

from casework.consent.conditions import SOME_TIME, is_condition
from casework.consent.council_taken_back import (
    HOWEVER,
    NOT,
    SOON,
    WE,
    leaves_council_out,
    takes_council_back,
)
from casework.consent.ways_to_agree import Asked

_IT = r"(?:it|this|that|everything|anything|any of (?:it|this|that)|all (?:of )?(?:it|this|that))"
_HARMLESS_WISH = (
    r"want (?:(?:it|this|that) (?:to )?(?:drag|happen|get(?:ting)? worse|take|taking|be left)|"
    r"to (?:go to (?:the )?(?:court|tribunal)|fight|lose|wait any|give up|fall out|argue)|"
    r"any ?(?:one|body) else to (?:go|suffer|have)|(?:any )?more (?:delays?|waiting|stress)|"
    r"other (?:kids|children|famil\w+|parents))\b"
)
"""After a "don't", what the referral is to spare them: "this to drag on", "to go to court"."""
_MATTERS = (
    rf"(?!{_HARMLESS_WISH})"
    r"(?:send(?:ing)?|submit(?:ting)?|sent|keep(?:ing)?|kept|stor(?:e|ing)|sav(?:e|ing)|hold|"
    r"record|"
    r"use|shar(?:e|ing)|pass|agree(?:ing)?|consent|allow|"
    r"approve|accept|disclose|reveal|include|mention|proceed|go ahead|go on|carry on|continue|"
    r"do (?:it|this|that)|want (?:it|this|that|you|u|to (?:send|do|go (?:ahead|on|any|through)|"
    r"carry|be|agree|share|keep|tell|give|continue|proceed|take part|say yes))|bother|think so|"
    r"like (?:it|this|that)|trust (?:you|u|this|them|it)|sign|"
    r"(?:press|click|hit|do) (?:it|send|submit|anything)|give (?:you|u|it|my|them|permission|out))"
)
_ELSEWHERE = (
    r"(?! (?:me|us|him|her|any ?(?:more )?(?:one|body|thing)?|(?:\w+ )?(?:letters?|post|papers?|"
    r"things?|stuff|texts?|emails?))"
    r"(?: \w+){0,3}? (?:to|by|in|through|at|on) (?:my|the|our|his|her|post|text|email|school|home|"
    r"dad|mum)\b)"
)
"""After "don't send": a way to reach the family, which holds nothing back."""
_NEVER_AT_ALL = re.compile(
    rf"^(?:(?:but|and|well|oh|actually) )*(?!{WE} (?:cant|cannot|can not|didnt|did not) \w)"
    rf"(?:{WE} |you |u )?(?:may |can |will |do |must |should )?"
    rf"{NOT}(?! {_HARMLESS_WISH})"
    r"(?! (?:a |much )?(?:problem|bother(?:ed)?|fussed)| mind| (?:know|have|got|get|speak|remember|"
    r"drive|live|work|understand|worry|forget|hesitate|ring|call|phone|text|email|visit|"
    r"knock|come|write to|tell|let|inform|involve|talk|put|leave|contact|receive|"
    r"(?:send|speak|share)\b)|"
    r" (?:him|her|my|the school|school|his|just|only|since|been|in|at)\b)\b"
)
"""Right after the yes, in one breath: "of course not", "yes I don't want it"."""
_WAITS = re.compile(
    r"^(?:(?:actually|oh|well|sorry|um|hmm) )*"
    r"(?:(?:wait|hang (?:on|fire)|hold (?:on|fire|off|it|back))\b|"
    r"(?:pull|back|opt|drop) out\b|(?:end|quit|close|leave) (?:it|this|that|the chat)"
    r"(?! (?:as|like|how|all)\b)|by (?:then|next|mon|tues|wednes|thurs|fri|satur|sun|the end)\w*|"
    r"(?:ish|kind of|kinda|sort of|sorta|half|partly|in part|partially|mostly|nearly|almost)\b|"
    r"(?:some|parts?|most|half|bits) of (?:it|this|that|them|my)\b|bar (?:one|the|my|his|her|"
    r"that)\b|"
    r"(?:just |only )?(?:this (?:time|once)|for (?:today|now) only|for today)\b|"
    r"(?:nobody|no one|noone) (?:is to|must|can|should|may|to|gets to) "
    r"(?:see|read|know|have|keep|be told|look)\b|"
    r"stop\b(?! (?:him|her|them|the))|cancel|"
    r"not (?:yet|now|today|really|just yet|right now|at the moment|this|it|all|everything|anything|"
    r"until|till|til|before|so (?:sure|fast|quick)|for now|in a million)\b|not that(?:$| one)|"
    r"maybe|perhaps|possibly|nope|nah|nevermind|never ?mind|forget (?:it|that|this|everything)|"
    r"(?:scrap|bin|ditch|ignore|undo|withdraw|revoke|abort|pause|delay)\b|"
    r"no+(?:$| (?=(?:i|im|ive|id|we|he|she|hes|shes|it|its|thats|that|this|they|theyre|you|u|dont|"
    r"do|not|no|wait|way|please|thanks|thank|sorry|actually|leave|keep|tell|never|just|because|cos|"
    r"but|then|yes|if|until|till|hang|hold|stop|what|who|why|how|chance|means)\b))|"
    r"actually(?:$| (?:no+|nope|not|wait|dont|do not|i dont|i do not|maybe)\b)|"
    r"(?:id|i would)? ?rather (?:not|you|u|they)\b|(?:ask me )?(?:later|again)\b|first\b|"
    r"let me (?:think|ask|check|see|read|talk|speak|sleep|look|finish|get)\b|"
    r"give me (?:a|some|time|more|until|till)\b|need (?:a bit|more|some)? ?time\b|"
    rf"(?:i|we|ill|id|wed|i will|i would)?(?: just| still| also| only)* ?(?:need|want|have|like|"
    rf"should|better|must|gotta|got|wanna)(?: to)? (?:think|check|read|sleep on|"
    rf"(?:ask|talk to|speak to|speak with|see what) (?:my|him|her|someone|a)\b|"
    rf"(?:see|look at|go (?:over|through)) (?:it|this|that|what|everything|the))|"
    r"on second thoughts?|i take (?:it|that) back|i refuse\b|as if\b|like hell\b|"
    rf"(?:do (?:it|this|that)|send it|ask me|maybe|but|just|only)? ?{SOME_TIME}"
    rf"(?: {SOON}| maybe| when \w+(?: \w+){{0,4}}| after \w+(?: \w+){{0,3}})*$)"
)
_ENDS_BACK = re.compile(
    r"\b(?:ask|talk|speak|check|know|tell|read|think|question|see|answer|explain|look|sign|call|"
    r"ring|change|chat|agree|advice)\b.*\bfirst$|\bbut first\b|\b(?:decide|say|answer|tell you|"
    r"let you know|do (?:it|this)|ask me) later$|\b(?:need|want|have|like) (?:a bit |some |more )*"
    r"time\b"
)
_NEEDS_A_LOOK = re.compile(
    r"\b(?:needs?|wants?|has|have|had|got|gotta|must|should|let|like|still|hasnt|havent|yet)\b"
    r"(?! any ?(?:one|body) else\b)"
    r"(?: \w+){0,5}? (?:read|check|see|look at|look over|go over|go through|think about|sleep on|"
    r"agree (?:to|with)|sign|ok|approve|run) (?:it|this|that|everything|my answers|what (?:i|ive|"
    r"we)|"
    r"the (?:form|referral|answers|wording|whole|draft|summary))\b|"
    r"\bbefore (?:(?:you|u|it|we|i|this|that|anything|its|ive|youve)(?: \w+)?? "
    r"(?:sends?|sent|goes|gone|is|keeps?|kept|stores?|saves?|tells?|told|shares?|talk|contact|ring|"
    r"call|say|said|agree|decide|submit|pass|do|does|read|involve)|(?:sending|keeping|telling|"
    r"sharing|anything|submitting))\b|\b(?:check|run (?:it|this) (?:past|by)|ask) "
    r"(?:with )?(?:my (?:husband|wife|partner|mum|dad|solicitor|hubby|sister|son|daughter)|"
    r"(?:him|her) (?:first|about it))\b"
)
_MIND_CHANGED = re.compile(
    rf"\b(?:changed?|changing) (?:my|our) minds?\b|\bsecond thoughts\b|"
    rf"\b(?:{WE}(?: just| do| really| now)* (?:am )?|to )?(?:want|wanna|like|going|gonna|need|"
    rf"wish)"
    r"(?: to)? (?:stop|withdraw|cancel|quit|pull out|back out|drop out|opt out|out|leave it|"
    r"delete|erase|call it off|end (?:it|this)|give up|think again)(?!\w| (?:him|her|them|the "
    r"(?:council|school)))|\b(?:pulling|backing|opting|dropping) out\b|\b(?:im|i am) out\b|"
    r"(?<!they )(?<!council )(?<!school )\b(?:please |just |can you |now |to )*"
    r"(?:delete|erase|wipe|destroy|get rid of|shred) (?:it|this|that|everything|all|the lot|my|our|"
    r"me|us|what|his|her|any)\b|\bdeleted?(?: please| now)*$|"
    r"^(?:remove|take) (?:me|us|my (?:details|data|info\w*|name))\b|"
    r"\b(?:i|we|ive|weve|just)(?: have| already| just| did| only| still)* (?:said|say|told (?:you|"
    r"u)|"
    r"meant|mean|meant to (?:say|put)|put|saying|typed) (?:a )?(?:no+|nope|never|not)\b"
    r"(?! to (?!it\b|this\b|that\b|you\b|them\b))|"
    rf"\b(?:i|we|ive|weve) (?:never|didnt|did not|dont think i|havent)(?: even| actually| ever)* "
    r"(?:say|said|write|wrote|written|put|tell you|told you|type|typed|mean(?: to| that| it| this)|"
    r"meant|agree[d]?|consent(?:ed)?|sign(?:ed)?|give (?:you|permission)|gave (?:you|"
    r"permission))\b|"
    r"\b(?:only |just )(?:joking|kidding|messing)\b|"
    r"\b(?:by (?:mistake|accident)|accidentally|wrong (?:button|one|box)|mis ?typed)$|"
    r"\bno (?:means|is) no\b|\bi (?:refuse|object)\b|\bagainst (?:my|our) (?:will|wish\w*)\b|"
    r"\b(?:withdraw|cancel|depends)\b|\bwant nothing to do with\b|\btake(?: it| that| my \w+)? "
    r"back$|"
    r"\bnot (?:going to|gonna) happen\b|\bno chance\b|\bno way\b|\bover my dead\b"
)
_DOUBTS = re.compile(
    r"\b(?:have|ive|got|had) (?:\w+ )?(?:doubts|reservations)\b|\ba (?:\w+ )?no(?:$| (?:from|"
    r"to)\b)|"
    r"\b(?:have|ive|got) (?:\w+ )?(?:concerns|worries) about (?:it|this|that|you)\b|"
    r"\bnot (?:really |so |too |very |quite |completely |100 )?(?:sure|certain|convinced)"
    r"(?:$| (?:about|if|of|on|that|i|we|it)\b(?! (?:the|a|his|her|my) (?:date|day|letter|name)))|"
    r"\b(?:not|isnt|arent) (?:really |very |so |too )?(?:ready|comfortable|happy|ok|okay|keen|"
    r"willing|allowed)(?:$| (?:with|about|for|on) (?:it|that|this|you)\b)|"
    r"\b(?:not|isnt) (?:\w+ )?(?:willing|prepared|ready) to\b|"
    r"\bthink(?:ing)? (?:about|on) (?:it|this|that)\b|"
    r"\b(?:have|ive|got|had) (?:a|one|some|another)(?: more| quick)? questions?\b|"
    r"\b(?:husband|wife|partner|hubby|he|she|mum|dad|daughter|son|solicitor)(?: \w+)? "
    r"(?:(?:says?|said) no(?:t to)?\b(?! to (?!it|this|that))|"
    r"(?:doesnt|does not|dont) (?:want (?:it|this|that|me to|us to|you to|them (?:told|to know))|"
    r"agree)\b|(?:disagrees|objects|refuses|is against (?:it|this)))|"
    r"\b(?:dont|do not) (?:really )?(?:agree|consent|like (?:it|this|that)|trust (?:you|u|this|"
    r"them))\b|\bagainst (?:it|this|that|the idea)\b|"
    r"\b(?:scared|afraid|frightened|nervous|worried|worry|unhappy|uneasy|anxious|uncomfortable)"
    r"(?: (?:about|of|with|at|if|that))?(?: (?:you|u|them|anyone|the council))? "
    r"(?:tell|keep|shar|stor|send|hold|record)\w*|"
    r"\b(?:husband|wife|partner|hubby|mum|dad) (?:is |would be )?(?:really |dead |very )?against\b"
)
_ENDS_IN_NO = re.compile(
    r"^(?!(?:they|school|council|the (?:council|school|la|local authority|panel)|la|he|she|it)\b"
    r"(?! (?:should|must)))(?:.* )?"
    r"(?:no|nope|nah|not|not to|never|(?:should|would|could|ca|can|wo|do|must)nt)"
    r"(?: (?:please|thanks|sorry))*$|"
    r"\b(?:no|not|without|dont have|do not have|have no|havent|havent got|have not got) "
    r"(?:my |our |any |his |her |the )?(?:permission|consent)\b"
)
"""However it begins: "my solicitor told me not to", "you haven't got my permission"."""
_SLIPPED = re.compile(
    r"^(?:sorry |that |it |this )*(?:was|is) (?:a |an |my |by )*(?:mistake|accident|error|lie|joke|"
    r"son|daughter|kid|child|toddler|husband|wife|no)\b|\b(?:joking|kidding)$|\bwrong answer$|"
    r"\b(?:son|daughter|kid|kids|child|toddler|someone else|somebody else) (?:typed|pressed|"
    r"clicked|"
    r"wrote|hit|put) (?:it|that|this|yes)\b|^(?:means|is|was) no\b|\bin your dreams\b|"
    r"^my (?:arse|ass|foot)$|^i (?:just |think i )?(?:might|may)"
    r"(?:$| (?:be|not|change|want|have to|need)\b)|^i (?:quit|resign)\b|"
    r"\b(?:scared|afraid|reluctant|hesitant|nervous|frightened) (?:to$|to (?:do|say|agree|send|"
    r"share|"
    r"let)\b|about (?:it|this|that))|\bprefer not\b|\b(?:do|send|keep|say|tell (?:them )?|share) "
    r"nothing\b|\b(?:dont|do not|not|never) (?:feel |quite |really )*(?:ready|comfortable)\b"
    r"(?! (?:for|with|at) (?:school|college|the|his|her)\b)|"
    r"\b(?:has|have|needs?|wants?|must|got)(?: to)? (?:agree|approve|decide|be asked|say yes|ok "
    r"it)\b"
    r"(?! (?:with )?(?:what|which|where|the))"
)
_REFUSES = re.compile(
    rf"^(?:{WE} |you |u |{_IT} |please |they |nobody )*(?:would )?{NOT}(?: {HOWEVER})* "
    rf"(?:be )?{_MATTERS}\b{_ELSEWHERE}|"
    rf"\b{WE} {NOT}(?: {HOWEVER})* (?:send|submit|keep|store|share|agree|consent|allow)\b"
    rf"{_ELSEWHERE}|\b{WE} (?:{NOT})(?: {HOWEVER})* want (?:\w+ ){{0,5}}?(?:kept|stored|saved|"
    rf"recorded|written|held|told|shared|sent|passed|given|used|involved|submitted)\b|"
    rf"^(?:dont|do not|dnt|never|not)(?: {SOON})*$|^{WE} (?:dont|do not|wont|cant|never|"
    rf"would not|"
    rf"wouldnt|didnt)(?: {SOON})*$"
)
_HOLDS_SENDING = re.compile(
    r"^(?:(?:please|pls|just|can you|could you|will you|would you|you need to|you have to|"
    r"(?:i|we) (?:want|need|would like)(?: you)? to|id like (?:you )?to|i need|to|maybe|better|"
    r"first) )*(?:change|changing|fix|"
    r"correct(?= (?:the|my|his|her|our|their|it|that|this|line|number|\d+)\b)|"
    r"amend|edit|alter|redo|rewrite|reword|remove|delete|"
    r"replace|swap|go back|back to|start again|start over|"
    r"get rid of|(?:show|give|read|send) (?:me|us) "
    r"(?:it|a copy|this|that|the|what)\b|(?:send|email|post|print|show|read|give) (?:it|this|that)"
    r"(?: all)? (?:to (?:me|us|my)|back|again|out)\b|(?:save|keep) (?:it|this|that)"
    r"(?! (?:as|like|how|safe|going|all|confidential|private|secret|quiet|between)\b|$)|"
    r"(?:just )?save (?:it|this|that)$|"
    r"(?:keep|save) (?:it|this|that) as a draft|(?:add|put|include|write) .*\bfirst$|add\b|"
    r"(?:one|some|a few|another) (?:more )?(?:thing|things|change|changes|correction|"
    r"mistake)(?: first| please)*$|"
    r"(?:leave|take|cut|cross|rub|miss|drop|keep|get|strike) (?:\w+ ){0,6}?(?:out|off|away)\b"
    r"(?! of (?:school|his room|her room|bed))|drop (?:the|his|her|my)\b)|"
    r"^(?:it|that|this|they|you|u)(?: still)? (?:ha[sv]ent|hasnt|didnt|not) sen[dt]\b|"
    r"\b(?:you|it|its|youve)(?: have| is)?(?: also)? (?:missed|missing|forgot\w*|left (?:out|"
    r"off))\b|"
    r"^(?:i|ive|im|it|it is|we|weve)(?: still)? (?:isnt|is not|havent|have not|not|hasnt)(?: yet)? "
    r"(?:finished|done|complete|ready|right|checked|read)\b|"
    r"\b(?:(?:spelt|spelled)\b(?! (?:right|correct\w*|properly|fine|ok)\b)|surname\b)|"
    r"\bhas an? [a-z] (?:on|at) the (?:end|start)\b|"
    r"\b(?:date|day|name|age|number|email|address|postcode)s? (?:is|are|looks?|"
    r"seems?) (?:a (?:bit|little) |slightly |still )?(?:off|out|odd|funny|weird|missing)\b|"
    r"\bmissing (?:in|from|off) (?:my|his|her|the)\b|"
    r"^but not (?!since|just|only|in|at|been)\b|"
    r"^but (?:\w+ ){0,4}?(?:leave|take|cut|change|remove|fix|without)\b|"
    r"^(?:without|minus|except|apart from) (?:the|my|his|her|that|number|line|our|any)\b|"
    r"^(?:dont|do not|never) (?:put|include|show|add|print|mention|say|write|leave)\b"
    r"(?! (?:anything|letters?|stuff|things?|post|it) (?:through|in the post)|.*\b(?:door|post|"
    r"voicemail|answer ?phone|message)\b)"
)

_ASKS_TO_WAIT = re.compile(
    r"\b(?:can|could|may|shall|should) (?:i|we)(?: just| please)? (?:think|wait|read (?:it|"
    r"this)|check|"
    r"sleep on|have (?:a|some|more) (?:bit|time|think|look|day)|get back to|come back to|"
    r"(?:ask|talk to|speak to|speak with) (?:my|him|her)|see (?:it|this) first|"
    r"do (?:it|this|that) (?:later|tomorrow|another))\b"
)
_OF_LATER = re.compile(r"\b(?:if|later|afterwards?|any ?time)\b")
"""A question what may be done once it is sent."""


def denies_the_yes(rest: str) -> bool:
    """True for what goes on from a yes in one breath and makes it a no: "of course" "not"."""
    return any(way.search(rest) for way in (_NEVER_AT_ALL, _REFUSES, _ENDS_IN_NO, _SLIPPED))


def holds_back(bare: str, asked: Asked, *, is_joined: bool) -> bool:
    """True where the clause beside a yes puts it off, takes it back, or refuses what was asked.

    `is_joined`: it goes on the sentence of the yes. A question is for others to judge.
    """
    ways = [_WAITS, _ENDS_BACK, _NEEDS_A_LOOK, _MIND_CHANGED, _DOUBTS, _REFUSES]
    ways += [_ENDS_IN_NO, _SLIPPED]
    if asked == "share_with_council" and leaves_council_out(bare):
        return True
    if asked == "reading" and takes_council_back(bare):
        return True
    ways += [_HOLDS_SENDING] if asked == "reading" else []
    return is_condition(bare, is_joined=is_joined) or any(way.search(bare) for way in ways)


def asks_for_a_change(bare: str) -> bool:
    """True for "can you take my number off" and "but not with my number": not as it stands."""
    is_of_later = "?" in bare and _OF_LATER.search(bare) is not None
    return not is_of_later and _HOLDS_SENDING.search(bare) is not None


def asks_to_wait(bare: str) -> bool:
    """True for "can I think about it", a question that puts the yes off."""
    return _ASKS_TO_WAIT.search(bare) is not None
