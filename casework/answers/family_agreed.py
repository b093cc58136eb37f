"""What a professional tells of the family's yes: that it was given, on which day and how.

The question asks "has the family said yes?"; most answer with how they know: "he gave it himself,
in writing, on 13th November". Such words tell nothing of how we may ring, meet or write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from casework.message import Entity, Message
from casework.referral.draft import Draft
from casework.words import reads_as_question

_PERSON = (
    r"(?:mum|mam|mom|mother|dad|father|parents?|family|famil(?:y|ies)'?s?|carers?|guardian|nan|"
    r"gran|grandma|grandmother|s?he|they|both|young (?:person|man|woman|lady|lad)|client|student|"
    r"pupil|tenant|himself|herself|themselves|(?:mrs?|ms|miss) [a-z'-]+)"
)
_GAVE = r"(?:gave|given|granted|signed|confirmed|consented|agreed|approved|okayed|authori[sz]ed)"
_TOLD_US = (
    r"(?:(?:e-?mailed|messaged|texted|whats ?apped|asked|instructed|told) (?:me|us)|"
    r"wrote(?: to (?:me|us))?)"
)
_END = r"(?=\s*(?:$|[.,;:!?\n()]|\band\b))"
_WHEN_AND_HOW = (
    r"(?: (?:himself|herself|themselves|both|all|too|already|fully|freely|verbally|orally|today|"
    r"yesterday|earlier|recently|last|this (?:morning|afternoon|evening|week|month)|straight|"
    r"by|over|via|at|during|when|before|after|from|face|f2f|(?:to|with) (?:me|us)|"
    r"in (?:writing|person|front|an?|the|my|our|her|his|their|january|february|march|april|may|"
    r"june|july|august|september|october|november|december)|"
    r"on (?:the (?:tele)?(?:phone|form|\d+(?:st|nd|rd|th)?)|paper|zoom|teams|whats ?app|an?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+)|\d+|"
    r"(?:an?|one|two|three|a few|a couple of|some) (?:days?|weeks?|months?|while) ago)\b"
    r"(?![^.;!?]*\b(?:that|about|what|how)\b))"
)
_LEADS_TO_IT = (
    r"(?: (?:to|for|with|that (?:i|we)|i|we|can|may|me|us|you|kids|the|an?|our|my|her|his|their|"
    r"your|full|verbal|written|informed|signed|parental|formal|be|being|make|making|"
    r"start|starting|have|having|go|going|it|this|and|say|saying|said|says|its|it's|is|please|just))"
)
_THE_YES = (
    r"(?: (?:consent|permission|agreement|authority|authori[sz]ation|go[- ]?ahead|sign[- ]?off|"
    r"blessing|approval|refer(?:ral|red|ring)?|mediation|ahead|apply|get in touch|"
    r"take part|taking part|shar(?:e|ing) (?:the |their |her |his )?(?:info\w*|details)|"
    r"(?:you|kids) (?:ringing|calling|phoning|e-?mailing)|"
    r"(?:contact(?:ed|ing)?|ring|call|e-?mail|message|text|write to|speak to|talk to) (?:you|kids)|"
    r"(?:do|start|arrange|request|try|send|fill) (?:it|this|that)|"
    r"(?:yes|ok|okay|fine)(?! to (?!it\b|this\b|that\b|you\b|us\b|the referral|mediation))))\b"
    r"(?! (?:form|questions?|process|is|was|with)\b)"
)
_TO_IT = r"(?: to)? (?:it|this|that)\b(?: all)?"
_AGREES = (
    rf"(?!(?:gave|given|granted){_END}){_GAVE}\b(?:(?:{_TO_IT})?(?:{_END}|{_WHEN_AND_HOW})|"
    rf"{_LEADS_TO_IT}{{0,5}}{_THE_YES})|"
    r"signed(?: (?:the|an?|our|my|your|her|his|their|consent|permission|referral)){0,3} "
    r"(?:forms?|paperwork)\b|"
    r"(?:e-?mailed|texted|rang|phoned|called|wrote|messaged)\b[^.;!?]{0,30}? to (?:(?:say (?:yes|ok"
    rf"|okay)|agree|confirm)(?={_END}|{_TO_IT}|,? (?:that|s?he|they|and|but|with (?:it|this)|to "
    r"(?:mediation|the referral))\b)|give (?:her|his|their) (?:consent|permission|ok)\b)|"
    rf"{_TOLD_US}(?! for\b)(?: (?:by|via|on) \w+| yesterday| today)?{_LEADS_TO_IT}{{0,5}}{_THE_YES}"
)
"""Nothing but the yes follows: "agreed to it by phone", not "agreed with the school"."""
_KEPT = (
    r"(?:(?:signed|written|verbal|oral|e-?mail|parental|formal|full|informed) )+"
    r"(?:consent|permission|agreement|authority|form)\b"
    r"(?!(?: forms?)? (?:was |were |has been )?"
    r"(?:sent|given|handed|posted|e-?mailed) (?:out|to)\b)|"
    r"(?:consent|permission|agreement|authority)(?: form)?(?: \w+)? (?:is |was |has been )?"
    r"(?:on file|in place|obtained|gained|secured|received|signed|given(?! (?:out|to)\b)|held|"
    r"recorded|attached|uploaded|scanned)|"
    r"(?:got|have|had|has|obtained|received) (?:it|that|this|consent|permission|her|his|their)\b"
    r"[^.;!?]{0,20}\b(?:in writing|written|verbally|on file|from)"
)
_SURELY_GIVEN = re.compile(
    rf"\b{_PERSON}\b(?:'s|'ve)?[^.;!?]{{0,40}}?\b(?:{_AGREES})|"
    rf"\b{_GAVE}\b(?: (?:to|it|this|that|consent|permission|in writing|in person|verbally|today|"
    rf"yesterday|electronically)\b)*? by\b[^.;!?]{{0,15}}?\b{_PERSON}\b|\b(?:{_KEPT})|"
    rf"^\W*(?:yes|yeah|yep|yup)\b[^.;!?]{{0,30}}?\b{_TOLD_US}(?:{_END}|{_WHEN_AND_HOW})",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:stop\w*|leave|alone|leaving|cancel\w*|quit|drop(?:ped|ping)?|pull(?:ed|ing)? out|"
    r"back(?:ed|ing) out|get lost|unhappy|unwilling|reluctant\w*|angry|cross|upset|against|"
    r"object\w*|disagree\w*|disapprov\w*|complain\w*|forced|pressured?|conditions?|conditional\w*|"
    r"unless|provided|only if|reservations?|second thoughts|changed (?:her|his|their) minds?|"
    r"need(?:s|ed)?|requir\w+|requested|outstanding|missing|lost|chas\w+|expired|"
    r"fake|forged|without)\b",
    re.IGNORECASE,
)
"""Beside these a yes is asked about: "she asked me to stop"."""
_PERHAPS_GIVEN = re.compile(
    rf"\b(?:{_GAVE}|{_TOLD_US}|e-?mailed|messaged|texted|provided|requested|"
    r"verbal(?:ly)?|in writing|"
    r"in person|face[- ]to[- ]face|on board|keen|supportive|(?:fully )?aware|"
    r"in support|sat (?:here|next|with|beside)|"
    r"(?:her|his|their) (?:own )?(?:idea|wish|request)|wants? (?:this|it|me|us)|came to (?:me|us)|"
    r"to (?:say|tell (?:me|us)) (?:yes|ok|okay|go ahead|(?:it|that)'?s (?:ok|fine))|"
    r"(?:by|over|on) the phone|by (?:e-?mail|text|letter|phone))\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\?|\b(?:not|no|never|nor|nobody|cannot|yet|wait\w*|await\w*|pending|will|'ll|would|could|"
    r"should|might|may|think|hope\w*|hoping|probably|if|once|until|till|when we|when i get|"
    r"going to|need to|needs to|to ask|plan\w*|try\w*|tomorrow|next|refus\w+|declin\w+|"
    r"withdr\w+|council|"
    r"local authority|la|school (?:said|says|gave|agreed)|rather|unsure|\w+n't|(?:do|does|did|has|"
    r"have|had|is|was|wo|ca|could|would)nt)\b",
    re.IGNORECASE,
)
_SAYS_NOT_YET = re.compile(
    r"^\W*(?:(?:no|sorry|well|um|erm|i'?m afraid|actually)\W+)*(?:not (?:just |quite )?yet|"
    r"not (?:at the moment|so far|as yet|until|till)|(?:not|no) (?:i|we) ?(?:have ?n'?t)"
    r"(?=\W*$| (?:yet|asked|spoken|told|had|been|met|seen|got (?:it|any|permission|consent)))|"
    r"(?:i|we)(?:'ve| have| am|'m|'re| are)? (?:not |yet |still )*(?:to ask|to speak|to talk|"
    r"waiting|seeing|meeting|asking)\b(?! (?:the )?council))",
    re.IGNORECASE,
)
"""At the start of an answer: "not yet, I am meeting mum on Tuesday"."""
_TO_COME = re.compile(
    r"\b(?:hope\w*|hoping|will|'ll|would|should|might|may|think|probably|likely|sure|expect\w*|"
    r"until|till|once|when|if|whether|need(?:s|ed)? to|has to|have to|going to|about to|"
    r"want \w+ to|ask(?:ing)? \w+ to|wait\w*|await\w*|pending|yet to)\b[^.,;!?]{0,30}?\b"
    r"(?:agree|consent|say (?:yes|ok)|sign|permission|be (?:happy|ok|fine)|okay it|approve)\b|"
    r"\b(?:once|until|till|if)\b[^.,;!?]{0,30}?\b(?:agree[sd]|consent(?:s|ed)|"
    r"sa(?:id|ys) (?:yes|ok)|sign(?:s|ed)|approve[sd])\b",
    re.IGNORECASE,
)
_ASKED_AGAINST = re.compile(
    rf"\b{_PERSON}\b(?:'s|'ve| has| have)?[^.;!?]{{0,15}}?\b(?:asked|told|wants?|wanted|begged|"
    r"instructed|said|says)\b[^.;!?]{0,25}?\b(?:stop|leave|leaving|cancel|quit|drop|pull out|"
    r"back out|withdraw|not to|forget)\b",
    re.IGNORECASE,
)
_WAYS = (
    (r"in writing|written (?:consent|permission|agreement|authority)|by letter", "in writing"),
    (r"signed", "signed"),
    (
        r"(?:by|on|over|via) (?:the |my |a )?(?:tele)?phone|(?:tele)?phone call|on a call|"
        r"by call|(?:rang|phoned|called) (?:me|us|her|him|them|mum|dad)",
        "by phone",
    ),
    (r"(?:by|via|in an?|on|over) e-?mail|e-?mailed|e-?mail consent", "by email"),
    (
        r"(?:by|via|on|over|in a|with a) (?:text|sms|whats ?app|message|messenger|class ?dojo)|"
        r"texted|messaged|whats ?apped",
        "by message",
    ),
    (r"(?:on|by|over|via) (?:a )?(?:zoom|teams|video)", "by video"),
    (
        r"face[- ]to[- ]face|f2f|in person|came in(?:to)?|home visit|when (?:i|we) met|"
        r"(?:at|in|during) (?:(?:the|a|an|our|my|her|his|their|last) )?(?:\w+ ){0,2}?"
        r"(?:meeting|review|appointment|visit|parents'? evening|office|gate|drop[- ]off)",
        "in person",
    ),
    (r"verbal(?:ly)?|orally|by word of mouth", "spoken"),
)
_HOW = tuple((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), how) for words, how in _WAYS)
_MAY_TELL_OF_IT = re.compile(rf"\b(?:{_GAVE}|{_TOLD_US})\b", re.IGNORECASE)
_AGREES_BESIDE = re.compile(
    r"\b(?:said (?:yes|ok|okay|so|(?:it|that)'?s (?:fine|ok|okay))|agrees?|consents|"
    r"(?:is|are|was|were|'s|'re)(?: \w+)? (?:fine|happy|ok|okay)(?! with the school))\b",
    re.IGNORECASE,
)
_OF_A_LETTER = re.compile(
    r"\b(?:letter|decision|decided|certificate|refus\w+|final(?:ised)?|(?<!re)issued)\b",
    re.IGNORECASE,
)
_ASKS_TO_BE_REACHED = re.compile(
    r"\b(?:you can|please|pls|prefer\w*|best|my (?:number|mobile|e-?mail)|"
    r"(?:ring|call|text|e-?mail|phone|contact|reach) me|would like|wants? (?:the|a|to meet)|safe|"
    r"\d{5,})\b",
    re.IGNORECASE,
)
_DAY_IN_SHORT = re.compile(
    r"\b(?:(?P<back>today|this (?:morning|afternoon|evening)|yesterday|last night)|"
    r"(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day|(?:on )?the (?P<nth>\d{1,2})(?:st|nd|rd|"
    r"th)|(?P<day>\d{1,2})/(?P<month>\d{1,2})(?!/?\d))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:[^.;!?\n]|\.(?=\S))+[.;!?]?")
_NOT_OF_US = frozenset({"contact_ok", "contact_preferred", "meeting", "best_time"})


def is_yet_to_come(words: str) -> bool:
    """True where no yes of the family is told yet: "she will agree", "she asked me to stop"."""
    if _TO_COME.search(words) is not None:
        return True
    if _MAY_TELL_OF_IT.search(words) is None or _is_surely_given(words):
        return False
    return _AGAINST.search(words) is not None or _AGREES_BESIDE.search(words) is None


def is_yes_undone(words: str) -> bool:
    """True where a yes goes on to tell of one to come or of none: "yes she asked me to stop"."""
    return _TO_COME.search(words) is not None or _ASKED_AGAINST.search(words) is not None


def permission_told(message: Message) -> Entity | None:
    """The family's yes or no as it was heard; "do they have to say yes" only asks about one."""
    told = message.first("permission")
    if told is None or not reads_as_question(message.plain):
        return told
    clause = next((one for one in _SENTENCE.finditer(message.text) if told.start < one.end()), None)
    asks = clause is not None and reads_as_question(clause[0]) and not _is_surely_given(clause[0])
    return None if asks and not _AGREES_BESIDE.search(message.plain) else told


def says_not_yet(words: str) -> bool:
    """True for "not yet, I am meeting mum on Tuesday"."""
    return _SAYS_NOT_YET.match(words) is not None and "?" not in words


def agreement_told(message: Message, draft: Draft) -> Entity | None:
    """The family's yes or "not yet" in the words of who was asked; less plain words are unsure."""
    if draft.progress.pending != "permission" or message.first("permission") is not None:
        return None
    words = message.plain
    if says_not_yet(words):
        return Entity("permission", "no")
    if _NOT_YET.search(words) is not None:
        return None
    is_given = _is_surely_given(words)
    if not is_given and (reads_as_question(words) or not _PERHAPS_GIVEN.search(words)):
        return None
    return Entity("permission", "yes", is_sure=is_given and not _OF_A_LETTER.search(words))


def _is_surely_given(words: str) -> bool:
    return _SURELY_GIVEN.search(words) is not None and _AGAINST.search(words) is None


def without_how_they_agreed(message: Message, draft: Draft) -> Message:
    """The message where "by phone on 18/11" of the family's yes tells no call and no letter."""
    spans = [span for span, _ in _sentences_of_it(message, draft)]
    if not spans:
        return message
    kept = []
    for one in message.entities:
        if not any(start <= one.start < end for start, end in spans) or one.end == 0:
            kept.append(one)
        elif one.name == "date" and one.role in ("decision", None):
            kept.append(replace(one, role="permission"))
        elif one.name not in _NOT_OF_US:
            kept.append(one)
    return replace(message, entities=tuple(kept))


def day_of_agreement(message: Message, draft: Draft, today: date) -> date | None:
    """The day on which the family agreed, where one is told; none that is still to come."""
    days = [
        date.fromisoformat(str(one.value))
        for one in without_how_they_agreed(message, draft).all_of("date", "permission")
    ]
    told = " ".join(words for _, words in _sentences_of_it(message, draft))
    if not days and (found := _DAY_IN_SHORT.search(told)) and not _TO_COME.search(told):
        days = [_last_such_day(found, today)]
    return next((day for day in days if day <= today), None)


def _last_such_day(found: re.Match[str], today: date) -> date:
    """The latest day, up to today, that is called so: "Friday", "the 16th", "12/11"."""
    if found["back"]:
        return today - timedelta(days=found["back"].lower() in ("yesterday", "last night"))
    past = (today - timedelta(days=back) for back in range(1 if found["weekday"] else 0, 366))
    weekday = str(found["weekday"]).lower()[:3]
    number, month = int(found["nth"] or found["day"] or 0), int(found["month"] or 0)
    return next(
        (
            day
            for day in past
            if (f"{day:%a}".lower() == weekday if found["weekday"] else day.day == number)
            and month in (0, day.month)
        ),
        today + timedelta(days=1),
    )


def way_of_agreement(message: Message, draft: Draft) -> str | None:
    """How the family agreed, in our words: "in writing", "signed, in person"."""
    told = " ".join(words for _, words in _sentences_of_it(message, draft))
    ways = [how for pattern, how in _HOW if pattern.search(told)]
    return ", ".join(ways) or None


def _sentences_of_it(message: Message, draft: Draft) -> Iterator[tuple[tuple[int, int], str]]:
    """Where the sentences stand that tell of the agreement, and their words."""
    is_asked = draft.progress.pending == "permission"
    told = [one for one in message.all_of("permission") if one.end > one.start]
    for found in _SENTENCE.finditer(message.text):
        is_told = any(found.start() <= one.start < found.end() for one in told)
        is_answer = is_asked and not _ASKS_TO_BE_REACHED.search(found[0])
        if (is_told or is_answer) and not _OF_A_LETTER.search(found[0]):
            yield found.span(), found[0].replace("\u2019", "'")
