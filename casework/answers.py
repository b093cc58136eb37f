"""Reads a message as the answer to the question that is pending.

What a bare "8", "no" or "luton" means depends on what was asked; facts that need no such context
come from `casework.facts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from casework.councils import Council, council_by_gss, match_council
from casework.deadlines import check_certificate_date, check_letter_date
from casework.draft import Draft
from casework.facts import Fact, council_facts, fact_of_match
from casework.message import Message
from casework.words import reads_as_no, reads_as_unsure, reads_as_yes

MAX_OWN_WORDS = 2000
MAX_NAME = 60


@dataclass(frozen=True)
class Answer:
    """What the message answers: facts, "I don't know", or the response that says what is wrong."""

    facts: tuple[Fact, ...] = ()
    is_unsure: bool = False
    problem: str | None = None
    candidates: tuple[Council, ...] = field(default=())
    """The councils that an ambiguous name may mean."""


Reader = Callable[[Message, Draft, date], Answer | None]


def read_answer(pending: str, message: Message, draft: Draft, today: date) -> Answer | None:
    """The answer to the pending question, or None when the message does not answer it."""
    reader = _READERS.get(pending)
    answer = reader(message, draft, today) if reader else None
    if answer is None and reads_as_unsure(message.plain) and pending in UNSURE_IS_AN_ANSWER:
        return Answer(is_unsure=True)
    return answer


UNSURE_IS_AN_ANSWER = frozenset(
    {
        "council",
        "plan",
        "issue",
        "sections",
        "school_only_check",
        "decision_date",
        "certificate_held",
        "certificate_date",
        "appeal_lodged",
        "route_wanted",
        "access_needs",
        "interpreter",
        "language",
        "share_with_council",
        "best_time",
        "meeting_format",
        "supporters",
        "safe_contact",
        "in_own_words",
        "email",
    }
)


def _one(field_name: str, value: object, is_sure: bool = True) -> Answer:
    return Answer(facts=(Fact(field_name, value, is_sure),))


def _yes_no(field_name: str) -> Reader:
    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        if reads_as_unsure(message.plain):
            return None
        if reads_as_no(message.plain) or message.intent == "deny":
            return _one(field_name, False)
        if reads_as_yes(message.plain) or message.intent == "affirm":
            return _one(field_name, True)
        return None

    return read


def _entity_or(field_name: str, entity: str, words: dict[str, str]) -> Reader:
    """An entity of that name, else the first of the patterns found in the words."""
    patterns = [(re.compile(pattern, re.IGNORECASE), value) for pattern, value in words.items()]

    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        found = message.first(entity)
        if found is not None:
            return _one(field_name, found.value, found.is_sure)
        for pattern, value in patterns:
            if pattern.search(message.plain):
                return _one(field_name, value)
        return None

    return read


_NAME = re.compile(r"^[^\W\d_](?:[^\W\d_]|[ .'\-,])*$")
_NAME_LEAD = re.compile(
    r"^(?:(?:hi|hello|ok|okay|yes|sure|so|well|um|erm|it'?s|its|i'?m|im|i am|my name is|my name's|"
    r"name is|name'?s|this is|call me|they call me|he'?s|she'?s|he is|she is|called|named|"
    r"the name is|"
    r"(?:his|her|their|the child'?s|child'?s) (?:name|first name)(?: is|'s)?|it is)[\s,:]+)+",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"^(?:yes|no|ok|okay|hi|hello|thanks|thank you|initials|mum|mom|dad|mother|father|parent|carer|"
    r"son|daughter|none|nothing|why|what|who|skip|back|help|stop|start|child|anonymous|n/?a|"
    r"(?:the )?initials only|please|same|same as (?:me|above)|me|myself|the same)$",
    re.IGNORECASE,
)
_NOT_IN_A_NAME = re.compile(
    r"\b(?:the|is|are|was|have|has|had|they|we|you|your|need|want|help|council|school|plan|letter|"
    r"because|about|don'?t|dont|can'?t|cant|not|please|this|that|what|why|how|with|would|should|"
    r"could|assessment|certificate|mediation|tribunal|autis\w+|adhd)\b",
    re.IGNORECASE,
)


def clean_name(text: str) -> str | None:
    """A person's name or initials out of an answer, or None when it does not read as one.

    Any script's letters, hyphens, apostrophes and dots; at most five words (intake-fields.md).
    """
    bare = "".join(
        c for c in text if c.isalpha() or c in " .'’-,&" or c.isdigit() or c in "<>/+*=;"
    )
    bare = " ".join(_NAME_LEAD.sub("", bare.strip()).strip(" .,!-").split())
    if not bare or len(bare) > MAX_NAME or len(bare.split()) > 5:
        return None
    if _NOT_A_NAME.match(bare) or _NOT_IN_A_NAME.search(bare) or not _NAME.match(bare):
        return None
    if re.fullmatch(r"(?:[^\W\d_]\.? ?){1,4}", text.strip()) and len(bare) <= 8:
        return text.strip()
    return bare.title() if bare.islower() else bare


def _name(field_name: str, role: str) -> Reader:
    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        found = message.first("person_name", role) or message.first("person_name")
        whole = clean_name(message.plain)
        if found is not None and (whole is None or len(str(found.value)) >= len(whole) - 3):
            return _one(field_name, found.value)
        return _one(field_name, whole) if whole else None

    return read


_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_AGE_WORDS = {word: number for number, word in enumerate(_NUMBERS.split())}
_BARE_AGE = re.compile(r"(?<![\d/.\-])(\d{1,2})(?![\d/.\-])")


def _child_age(message: Message, draft: Draft, today: date) -> Answer | None:
    born = message.first("date_of_birth")
    if born is None:
        undecided = [d for d in message.all_of("date") if d.role in (None, "decision")]
        born = undecided[0] if undecided and re.search(r"\d{4}|/\d\d", message.plain) else None
    if born is not None:
        day = date.fromisoformat(str(born.value))
        if day > today:
            return Answer(problem="utter_date_future")
        if today.year - day.year > 26:
            return Answer(problem="utter_error_child_age")
        return _one("child_age", {"date_of_birth": day.isoformat()}, born.is_sure)
    age = message.first("age")
    number: int | None = int(age.value) if age is not None else None
    if number is None:
        bare = _BARE_AGE.search(message.plain)
        words = [
            _AGE_WORDS[w] for w in re.findall(r"[a-z]+", message.plain.lower()) if w in _AGE_WORDS
        ]
        number = int(bare.group(1)) if bare else (words[0] if words else None)
    if number is None:
        return None
    if number > 26:
        return Answer(problem="utter_error_child_age")
    return _one("child_age", {"age": number})


def _council(message: Message, draft: Draft, today: date) -> Answer | None:
    candidates = [c for gss in draft.progress.candidates if (c := council_by_gss(gss))]
    chosen = _choose_candidate(message.plain, candidates)
    if chosen is not None:
        value = {"gss": chosen.gss, "matched_by": "name", "as_typed": message.plain[:80]}
        return _one("council", value)
    match = match_council(message.plain)
    if match.kind == "ambiguous":
        if not match.candidates:
            return Answer(problem="utter_help_council")
        return Answer(candidates=match.candidates)
    fact = fact_of_match(match, message.plain)
    if fact is not None:
        return Answer(facts=(fact,))
    named = council_facts(message)
    return Answer(facts=tuple(named)) if named else None


def _choose_candidate(text: str, candidates: list[Council]) -> Council | None:
    if not candidates:
        return None
    typed = text.casefold().strip(" .!")
    for council in candidates:
        if typed in (council.name.casefold(), council.official_name.casefold()):
            return council
    words = set(re.findall(r"[a-z]{4,}", typed))
    hits = [c for c in candidates if words & (set(re.findall(r"[a-z]{4,}", c.name.casefold())))]
    return hits[0] if len(hits) == 1 else None


def _date_of(message: Message, roles: tuple[str | None, ...]) -> tuple[date, bool] | None:
    for role in roles:
        for entity in message.all_of("date"):
            if entity.role == role:
                return date.fromisoformat(str(entity.value)), entity.is_sure
    return None


_NO_LETTER = re.compile(
    r"\bno (?:letter|date|decision|answer|reply)|\bnone\b|\bnothing\b|\bnot had|\bhaven'?t had|"
    r"\bnever (?:got|had|came)|\bno letter|\bnot (?:yet|come|arrived)|\bwaiting",
    re.IGNORECASE,
)


def _decision_date(message: Message, draft: Draft, today: date) -> Answer | None:
    found = _date_of(message, ("decision", None, "certificate"))
    if found is not None:
        day, is_sure = found
        problem = check_letter_date(day, today)
        if problem is not None:
            return Answer(problem=f"utter_{_DATE_PROBLEM[problem]}")
        return _one("decision_date", day.isoformat(), is_sure)
    if reads_as_unsure(message.plain):
        return Answer(is_unsure=True)
    if message.first("no_date") or _NO_LETTER.search(message.plain) or reads_as_no(message.plain):
        return _one("decision_date", "no_letter")
    return None


_DATE_PROBLEM = {
    "in_future": "date_future",
    "too_old": "date_too_old",
    "before_letter": "certificate_before_letter",
}


def _certificate_date(message: Message, draft: Draft, today: date) -> Answer | None:
    found = _date_of(message, ("certificate", None, "decision"))
    if found is None:
        return None
    day, is_sure = found
    problem = check_certificate_date(day, draft.referral.decision.letter_date, today)
    if problem is not None:
        return Answer(problem=f"utter_{_DATE_PROBLEM[problem]}")
    return _one("certificate_date", day.isoformat(), is_sure)


def _permission(message: Message, draft: Draft, today: date) -> Answer | None:
    on = _date_of(message, ("permission", None))
    found = message.first("permission")
    says_no = reads_as_no(message.plain) or (found is not None and found.value == "no")
    says_yes = reads_as_yes(message.plain) or (found is not None and found.value == "yes")
    if not (says_no or says_yes):
        return None
    on_date = on[0].isoformat() if on and on[0] <= today else None
    return _one("permission", {"given": says_yes and not says_no, "on": on_date})


_ISSUE_CHOICES = {
    r"\bplan.{0,12}\bwrong\b|\bcontent|not happy with (?:the|his|her) plan": "plan_content",
    r"\bsomething else\b|\bother\b": "unsure_other",
}


def _issue(message: Message, draft: Draft, today: date) -> Answer | None:
    kinds = list(dict.fromkeys(str(entity.value) for entity in message.all_of("dispute")))
    if kinds:
        return None
    if message.all_of("section"):
        return None
    for pattern, kind in _ISSUE_CHOICES.items():
        if re.search(pattern, message.plain, re.IGNORECASE):
            return _one("issue", [kind])
    return None


_SECTION_WORDS = {
    "B": r"\bneeds?\b",
    "F": r"\bhelp|\bhours|\bprovision|\btherap|\bsupport|\bsalt\b|\bOT\b",
    "I": r"\bschool|\bcollege|\bplacement|\bsetting",
    "G": r"\bhealth|\bnurs|\bnhs",
    "H": r"\bsocial|\bcare\b|\brespite|\bshort break",
}


def _sections(message: Message, draft: Draft, today: date) -> Answer | None:
    letters = {str(entity.value) for entity in message.all_of("section")}
    letters |= set(re.findall(r"(?<![A-Za-z'])[A-K](?![A-Za-z'])", message.plain))
    if re.fullmatch(r"[\sa-k,&+]*(?:and[\sa-k,&+]*)*", message.plain):
        letters |= {c.upper() for c in re.findall(r"\b[a-k]\b", message.plain)}
    if not letters:
        letters = {
            letter
            for letter, pattern in _SECTION_WORDS.items()
            if re.search(pattern, message.plain, re.IGNORECASE)
        }
    if not letters and re.search(r"\b(?:all|everything|whole)\b", message.plain, re.IGNORECASE):
        letters = {"B", "F", "I"}
    return _one("sections", sorted(letters)) if letters else None


_OUT_OF_SCHOOL = re.compile(
    r"out(?:side)? of school|otherwise than|\beotas\b|\bat home\b|home tuition|"
    r"not in (?:a )?school",
    re.IGNORECASE,
)
_OTHER_PARTS = re.compile(
    r"\b(?:other|more|else|too|also|as well|both|another)\b|\b[BF]\b|\bneeds\b|\bhelp\b|\bhours\b",
    re.IGNORECASE,
)
_ONLY_SCHOOL = re.compile(
    r"\b(?:only|just) (?:the |about the |that )?(?:school|college|name|type|no school|one thing)|"
    r"\b(?:only|just) that\b|"
    r"nothing else|school only|the rest is|nothing more|everything else is|"
    r"^(?:it'?s )?(?:only|just) (?:the )?(?:school|college)",
    re.IGNORECASE,
)


def _school_only(message: Message, draft: Draft, today: date) -> Answer | None:
    text = message.plain
    if _OUT_OF_SCHOOL.search(text):
        return _one("school_only_check", "out_of_school")
    if re.search(r"\bnot (?:only|just)\b", text, re.IGNORECASE):
        return _other_parts(message)
    if _ONLY_SCHOOL.search(text):
        facts = [Fact("school_only_check", "only_school")]
        if re.search(r"no school (?:is )?named|none (?:is )?named", text, re.IGNORECASE):
            facts.append(Fact("issue", ["i_none_named"]))
        elif re.search(r"\btype\b", text, re.IGNORECASE):
            facts.append(Fact("issue", ["i_type_only"]))
        return Answer(facts=tuple(facts))
    if reads_as_unsure(text):
        return _one("school_only_check", "unsure")
    if _OTHER_PARTS.search(text) or reads_as_no(text) or message.all_of("section"):
        return _other_parts(message)
    return _one("school_only_check", "only_school") if reads_as_yes(text) else None


def _other_parts(message: Message) -> Answer:
    """Other parts than the school are in dispute ("No, F too"); the letters are added."""
    letters = set(re.findall(r"(?<![A-Za-z'])[A-K](?![A-Za-z'])", message.plain))
    letters |= {str(entity.value) for entity in message.all_of("section")}
    facts = [Fact("school_only_check", "other_parts")]
    if letters - {"I"}:
        facts.insert(0, Fact("sections", sorted(letters | {"I"})))
    return Answer(facts=tuple(facts))


def _phone(message: Message, draft: Draft, today: date) -> Answer | None:
    facts = [
        Fact(name, found.value)
        for name in ("phone", "email")
        if (found := message.first(name)) is not None
    ]
    if facts:
        if facts[0].field == "phone" and not message.all_of("contact_ok"):
            facts.append(Fact("safe_contact", {"safe_to_call": True}))
        return Answer(facts=tuple(facts))
    if re.search(r"\be-?mail\b|no phone|not? (?:a )?number", message.plain, re.IGNORECASE):
        return Answer(facts=(Fact("prefers_email", True),))
    return None


def _safe_contact(message: Message, draft: Draft, today: date) -> Answer | None:
    if message.all_of("contact_ok") or message.first("contact_preferred"):
        return None
    text = message.plain.lower()
    every = ("safe_to_call", "safe_to_text", "safe_to_email", "safe_to_leave_voicemail")
    if re.search(r"\bnot safe|\bunsafe|ask me first", text) or reads_as_no(text):
        return _one("safe_contact", dict.fromkeys(every, False))
    only = re.search(
        r"\b(ring|call|phone|text|e-?mail)\w* only|only (ring|call|phone|text|e-?mail)", text
    )
    if only:
        way = only.group(1) or only.group(2)
        named = {"text": "safe_to_text"}.get(
            way, "safe_to_email" if "mail" in way else "safe_to_call"
        )
        return _one("safe_contact", {flag: flag == named for flag in every})
    if reads_as_yes(text) or re.search(r"\ball (?:fine|ok|good)|\bany\b|\bfine\b", text):
        return _one("safe_contact", dict.fromkeys(every, True))
    return None


def _access_needs(message: Message, draft: Draft, today: date) -> Answer | None:
    needs = [str(entity.value) for entity in message.all_of("access_need")]
    real = [need for need in needs if need != "none"]
    if real:
        return None
    text = message.plain
    if reads_as_unsure(text):
        return None
    if needs or reads_as_no(text) or re.search(r"\bno needs\b", text, re.IGNORECASE):
        return _one("access_needs", {"needs": []})
    if reads_as_yes(text) or re.fullmatch(r"\W*something else\W*", text, re.IGNORECASE):
        return Answer(problem="utter_help_access_needs")
    if len(text) > 3 and any(c.isalpha() for c in text):
        return _one("access_needs", {"needs": ["other"], "details": text[:500]})
    return None


def _interpreter(message: Message, draft: Draft, today: date) -> Answer | None:
    language, signs = message.first("language"), message.all_of("sign")
    if reads_as_no(message.plain) and not signs:
        return _one("interpreter", False)
    if language is not None or signs:
        return _language(message, draft, today)
    if reads_as_yes(message.plain):
        return _one("interpreter", True)
    return None


def _language(message: Message, draft: Draft, today: date) -> Answer | None:
    signs = [str(entity.value) for entity in message.all_of("sign")]
    language = message.first("language")
    if language is not None:
        named = Fact("language_code", language.value).shown
        value: dict[str, object] = {"code": language.value, "name": named}
        return _one("language", value | ({"sign": signs} if signs else {}))
    if signs:
        return _one("language", {"sign": signs})
    words = message.plain
    if reads_as_unsure(words) or reads_as_no(words) or len(words.split()) > 4:
        return None
    return _one("language", {"details": words[:100]}) if words.isascii() is False or words else None


def _free_text(field_name: str, limit: int) -> Reader:
    def read(message: Message, draft: Draft, today: date) -> Answer | None:
        return _one(field_name, message.text.strip()[:limit]) if message.text.strip() else None

    return read


def _supporters(message: Message, draft: Draft, today: date) -> Answer | None:
    if message.all_of("supporter"):
        return None
    if reads_as_no(message.plain) or re.search(r"\bno ?one\b|\bjust me\b", message.plain):
        return Answer(facts=(Fact("supporters", []),))
    return Answer(facts=(Fact("supporters", [message.text.strip()[:200]]),))


def _email(message: Message, draft: Draft, today: date) -> Answer | None:
    return (
        _phone(message, draft, today) if message.first("email") or message.first("phone") else None
    )


_READERS: dict[str, Reader] = {
    "consent": _yes_no("consent"),
    "share_with_council": _yes_no("share_with_council"),
    "role": _entity_or(
        "role",
        "referrer_role",
        {
            r"\byoung person\b|\bmyself\b|it'?s me\b": "young_person",
            r"\bguardian|\bcarer|\bfoster|\bgran|\bnan\b|\baunt|\bkinship": "carer",
            r"\bparent|\bmum|\bmom\b|\bdad|\bmother|\bfather|\bmam\b": "parent",
            r"\bsendiass|\biass\b": "sendiass",
            r"\bcouncil|\blocal authority|\bLA\b": "local_authority",
            r"\bschool|\bteacher|\bsenco|\bcollege|\bnursery": "school",
            r"\bprofessional|\bworker|\bcharity|\badvocate|\bdoctor|\bnurse": "other_professional",
        },
    ),
    "permission": _permission,
    "name": _name("name", "self"),
    "child_name": _name("child_name", "child"),
    "child_age": _child_age,
    "council": _council,
    "plan": _entity_or(
        "plan",
        "plan_status",
        {
            r"\bdraft": "draft",
            r"\b(?:being )?(?:ended|ending|stopped|stopping|ceas\w+|taken away)": "ended",
            r"\basked|\brequest|\bapplied|\bwaiting": "requested",
            r"\bfinal|\bgot (?:one|a plan)|\bhas (?:one|a plan)|^y(?:es|eah|ep|up|h)?\b": "final",
            r"^(?:no|none|nope|nah|not yet|n)\b|\bno plan|\bdoesn'?t have|\bhasn'?t": "none",
        },
    ),
    "issue": _issue,
    "sections": _sections,
    "school_only_check": _school_only,
    "decision_date": _decision_date,
    "certificate_held": _yes_no("certificate_held"),
    "certificate_date": _certificate_date,
    "appeal_lodged": _yes_no("appeal_lodged"),
    "route_wanted": _entity_or(
        "route_wanted",
        "route",
        {
            r"\bdisagreement|\bdrs\b|\bresolution": "disagreement_resolution",
            r"\bcertificate|\bcert\b": "certificate_only",
            r"\bmediat|\bmeet|\btalk": "mediation",
        },
    ),
    "phone": _phone,
    "email": _email,
    "safe_contact": _safe_contact,
    "access_needs": _access_needs,
    "interpreter": _interpreter,
    "language": _language,
    "best_time": _free_text("best_time", 200),
    "in_own_words": _free_text("in_own_words", MAX_OWN_WORDS),
    "meeting_format": _entity_or(
        "meeting_format",
        "meeting",
        {
            r"\bonline|\bvideo|\bzoom|\bteams": "online",
            r"\bin person|\bface": "in_person",
            r"\bphone|\bcall": "phone",
            r"\bno preference|\bany|\beither|\bdon'?t mind": "no_preference",
        },
    ),
    "supporters": _supporters,
    "want_callback": _yes_no("want_callback"),
    "anything_else": _yes_no("anything_else"),
}
