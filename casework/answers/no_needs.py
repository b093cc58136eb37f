"""A yes or no to needs and something more: "no needs, though I'm a bit deaf in one ear" tells one.

What only rounds the no off ("fit as a fiddle") is let go; what the child has is no need of the
meeting, but is kept beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 500
"""Characters kept of what is told beside a no."""
_NONE = re.compile(
    r"^\W*(?:(?:oh|ok|okay|um+|erm?|well|sorry|honestly|omg|lol|hmm+|i think)[\s,.]+)*"
    r"(?:no needs?|not? really|not? (?:for (?:me|us)|needed|thanks|thank you)|no+|none|nothing|"
    r"nope|nah)"
    r"(?: (?:thanks|thank you|thankyou|ta|cheers|needed|needs?|access|special|really|at all|dear|"
    r"love|mate|hun|for (?:me|us|myself)|else|from (?:me|us)|of (?:that|those|them)|to be honest|"
    r"tbh))*"
    r"(?=\s*[.,;:!\n(\u2026\u2013\u2014-]|\s+(?:but|though|tho|although|just|only|except|"
    r"apart from|however|and|well|i|i'?m|i'?ve|we|we'?re|he|he'?s|she|she'?s|they|my|so)\b|\s*$)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[.;!\n]+|,")
_LEADS_IN = re.compile(
    r"^(?:[\W_]|\b(?:but|though|tho|although|however|well|and|so|except(?: that)?|apart from|"
    r"just)\b)*",
    re.IGNORECASE,
)
_DIAGNOSIS = (
    r"(?:asd|asc|adhd|autis\w+|asperg\w+|dyslex\w+|dysprax\w+|pda|epilep\w+|anxi\w+|delay\w*)"
)
_OF_A_NEED = re.compile(
    r"\b(?:deaf|hard of hearing|hear|hears|hearing|blind|partially sighted|sight(?:ed)?|eyes?|"
    r"eyesight|wheelchair|crutches|(?:walking )?(?:stick|frame)|walk|walking|stairs|steps?|"
    r"step[- ]free|lift|downstairs|ground floor|sit (?:still|down|long|for)|stand|standing|breaks?|"
    r"quiet|noisy?|nois\w+|loud|crowd\w*|bright|large print|(?:big|bigger|large|larger) "
    r"(?:print|text|letters|writing)|print|plain (?:words|english)|simpl\w+|slow(?:ly|er)?|"
    r"easy read|muddled?|confused?|panick?\w*|overwhelm\w*|shy|read|reading|writing|spell\w*|"
    r"memory|forget|concentrat\w*|focus|pain|disab\w+|diabet\w*|pregnan\w*|baby|breastfeed\w*|"
    r"before ?hand|in advance|ahead of time|childcare|creche|parking|captions?|"
    r"lip ?read\w*|support worker|advocate|"
    rf"(?:someone|somebody) with me|long meetings?|short meetings?|{_DIAGNOSIS})\b",
    re.IGNORECASE,
)
_LIKE_A_NEED = re.compile(
    r"\b(?:(?:need|help|explain|struggl|difficult|trouble|prefer|allerg|adjust|easi|medic|inject|"
    r"breath|asthm|arthr|fibro|migraine|seizure|exhaust|fatigu|depress|"
    r"mental|dement|schizo|toilet|incontin|camera|warning|bruis|"
    r"chok|cough|nerv|worr|scar|fright|fear|stress|upset|traum|trigger|melt ?down|shut ?down|"
    r"sensor|stim|fidget|bolt|climb|scream|shout|aggress|violen|calm|wander|mobil|distract|attent|"
    r"process|underst|rememb|stammer|stutter|verbal|strang|routin|surpris|prepar|travel|transport|"
    r"driv|interpret|defend|headphon|pictur|visual|symbol|glass|screen|colou?r|smell|touch|textur|"
    r"light|masks?|headach|diges|coel|celiac|gluten|narcol|tourett|autoimm|hyper|hypo|vomit)\w*|"
    r"can'?t|cannot|can not|unable|hard(?:er)?|hates?|(?:don'?t|doesn'?t|do not) (?:like|do|cope)|"
    r"likes? to|better (?:if|in|at|with)|some ?(?:one|body)|only if|unless|"
    r"as long as|please|pls|asks? for|"
    r"legs?|feet|foot|knees?|hips?|backs?|arms?|hands?|wrists?|shoulders?|necks?|heads?|ears?|"
    r"hearts?|lungs?|chest|stomach|bowels?|bladder|skin|voice|fits?|faints?|dizzy|ill|poorly|sick|"
    r"unwell|tired|tires|weak|sore|hurts?|aches?|stiff|operation|surgery|disorder|condition|"
    r"syndrome|strokes?|cancer|chemo|dialysis|copd|cpap|ms|cfs|ptsd|ocd|bipolar|palsy|tablets?|"
    r"pills?|meds|oxygen|tubes?|pads|stoma|hoist|chairs?|scooter|sticks?|frame|cry|cries|tears|"
    r"tearful|freezes?|panics|bites?|hits|kicks|runs? (?:off|away|out)|runner|escapes?|moves?|"
    r"speak(?:s|ing)?|speech|talk(?:s|ing)?|mute|words|languages?|crowds?|groups|alone|rooms?|"
    r"space|seats?|sits?|floor|doors?|ramps?|park|bus|train|far|near\w*|"
    r"online|zoom|teams|video|breaks?|rests?|pauses?|stops|minutes?|hours?|long(?:er)?|short(?:er)?|early|late|mornings?|afternoons?|evenings?|"
    r"food|eats?|drinks?|water|snacks?|feed|fed|prayers?|pray|dogs?|carers?|kids|children|"
    r"aac|ipad|laptop|braille|audio|notes|copy|copies|woman|female|lady|old|elderly|"
    r"ex|dad|father|apart|next to|away from)\b|"
    r"^\W*(?:i'?m|i am|i'?ve|i'?d? (?:have|get|go|lose|work|wear|use|find|live)|s?he'?s|"
    r"s?he)(?! (?:lost|still|here|back|done|ready|"
    r"confused|sorry|furious|raging|fuming|the|an?|just|only|not|going|got to)\b)"
    r"(?: [\w'-]+){1,3}\W*$",
    re.IGNORECASE,
)
"""Of the body, of what somebody does or bears, or of the meeting: "he bolts", "my legs are bad"."""
_ONLY_HAS_IT = re.compile(rf"^(?!.*\b(?:i|i'?m|i'?ve|me|we|us)\b).*\b{_DIAGNOSIS}\b", re.IGNORECASE)
_NEEDS = re.compile(
    r"\b(?:needs?|would (?:need|like|want)|want|wants|please|can'?t|cannot|cant|so no|must)\b",
    re.IGNORECASE,
)


_IS_FINE = re.compile(
    r"^(?!.*\b(?:not|n'?t|isnt|dont|cant|no|bit|hardly|badly)\b).*\b(?:fine|ok|okay|good|well|perfectly)\b",
    re.IGNORECASE,
)
"""Names what would be a need, and says that it is none: "i can hear fine"."""


@dataclass(frozen=True)
class NoNeeds:
    """A no to needs; what is told besides, and whether that is a need after all."""

    told: str | None = None
    is_need: bool = False


def read_no_needs(text: str) -> NoNeeds | None:
    """The no that the message begins with and what matters of the rest, or None."""
    none = _NONE.match(text)
    if none is None:
        return None
    pieces = [_LEADS_IN.sub("", piece).strip() for piece in _BETWEEN.split(text[none.end() :])]
    told = [piece for piece in pieces if _OF_A_NEED.search(piece) and not _IS_FINE.match(piece)]
    if not told:
        return NoNeeds()
    only_has_it = all(_ONLY_HAS_IT.search(each) and not _NEEDS.search(each) for each in told)
    return NoNeeds(", ".join(told)[:LONGEST], is_need=not only_has_it)


def tells_a_need(text: str) -> bool:
    """True where the words are of hearing, seeing, moving, keeping calm or another need."""
    return _OF_A_NEED.search(text) is not None


def may_tell_a_need(text: str) -> bool:
    """False for "the council are useless" and "thanks ever so": no word of them is of a need."""
    return tells_a_need(text) or _LIKE_A_NEED.search(text) is not None


_YES = re.compile(
    r"^\W*(?:(?:yes|yeah|yep|yup|yh|yea|ye|definitely|absolutely|of course)\b(?: please| pls)?"
    r"[\s,.!:-]*)+",
    re.IGNORECASE,
)
_SAID_AROUND_A_NEED = """
    yes yeah yep please pls thanks thank you i we me us my he she they him her a an the some to
    of for in with need needs needed want wants like would could be is are have has get do can
    help helps helpful good great it that this if possible really just lots too as well
    and or so
"""
ADD_NOTHING = frozenset(_SAID_AROUND_A_NEED.split())
_OF_SOME_NEED = "do does did there theres s a few bit lot loads several quite many"
_NAME_NONE = frozenset(_OF_SOME_NEED.split())
_IS_ALL_WELL = re.compile(
    r"^\W*(?:(?:no|oh|ok)\W+)*(?:(?:i'?m|i am|we'?re|we are) (?:all )?(?:fine|ok|okay|good|"
    r"alright)|(?:i|we)(?: can|'?ll| will)?(?: just)? (?:manage|cope)|"
    r"(?:i |we )?(?:can'?t|cannot|can not) (?:really )?think of (?:any|one|something|anything)"
    r"(?: (?:needs?|thing|else))?)"
    r"(?:[ ,]+(?:thanks|thank you|ta|as (?:we are|i am)|at the moment|right now|now|myself))*\W*$",
    re.IGNORECASE,
)
_ASKS_WHICH = re.compile(
    r"^\W*(?:(?:sorry|um+|er+|ok|so|and|eh|oh|well|yes|hi)\W+)*(?:"
    r"what(?:'?s| is| are)? (?:the )?(?:sorts?|kinds?|types?|counts|that mean|do you mean|needs?|"
    r"things?|access needs?|can i (?:have|ask|say|put))\b.*|"
    r"like (?:what|wot)|what like|such as(?: what)?|(?:for )?(?:examples?|instance)|e\.?g\.?|"
    r"which (?:ones?|needs?|things?)|(?:whose|who'?s)(?: needs?)?(?: (?:is|are) (?:it|they|this))?|"
    r"(?:for )?who(?: (?:is|needs) (?:it|this|that|them))?(?: for)?,?(?: me)?|"
    r"(?:(?:is (?:it|this|that)|(?:do |did )?you mean) )?(?:for )?(?:me|him|her|them|us|myself|"
    r"my \w+|the child)(?:,? or (?:for )?(?:me|him|her|them|us|myself|my \w+|the child)|(?=\?)))"
    r"\W*$",
    re.IGNORECASE,
)
LONGEST_ASKED = 9
"""Words of a question that only asks what is meant; a longer one may name what helps."""


def without_yes(text: str) -> str:
    """What is told after a yes: the "crowds" of "yes, crowds"."""
    return _YES.sub("", text)


def names_something(text: str) -> bool:
    """False for "a few", "we do" and "help please": there are needs, and none is named."""
    return bool(set(re.findall(r"[^\W_]+", text.lower())) - ADD_NOTHING - _NAME_NONE)


def is_all_well(text: str) -> bool:
    """True for "I'm fine", "we can manage" and "can't think of any"."""
    return _IS_ALL_WELL.match(text) is not None


def asks_which_needs(text: str) -> bool:
    """True for "what sort of things", "like what?" and "for me or him?", which name no need."""
    is_short = len(text.split()) <= LONGEST_ASKED
    return is_short and _ASKS_WHICH.match(text) is not None and not tells_a_need(text)
