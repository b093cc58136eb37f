"""Every text that people read: plain, short, right, and the same on both channels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import textstat
import yaml

from casework.law.decisions import decisions_by_id

DATA = Path(__file__).resolve().parents[3] / "data"
SERVICE_PHONE = "03330 062 835"

IDS = yaml.safe_load(Path(__file__).with_name("contract_ids.yml").read_text("utf-8"))
ASKS, FAQ, SAFETY = IDS["asks"], IDS["faq"], IDS["safety"]
TOPICS = yaml.safe_load((DATA / "knowledge" / "topics.yml").read_text("utf-8"))["topics"]

# A message may run to five sentences where leaving one out would leave out a duty.
LONGER = {
    "greeting": "says what it is, what it does, that it is no emergency service, and how to leave",
    "utter_privacy_notice": "names who, why, who sees it, and where to read more",
    "utter_privacy_more": "how long, rights and the ICO belong together",
} | dict.fromkeys(SAFETY, "contacts, who reads this, who is told and how to go on")

# The words are the parent's own answers read back; the front desk splits it into several texts.
READ_BACK = {"utter_ask_summary"}

# What a placeholder becomes when a message is measured.
SAMPLE = {
    "value": "9",
    "council": "Leeds City Council",
    "name": "Kingston",
    "facts": "Sam is 9, Leeds",
    "field": "the age",
    "reference": "K7WM-3RTX",
    "contact_by": "10 May 2026",
    "summary": "Name: Sam.",
    "letter_date": "10 March 2026",
    "certificate_date": "12 March 2026",
    "aim_for": "10 May 2026",
    "latest": "11 May 2026",
    "days": "9",
    "count": "about 5 more questions",
    "hours": "Monday to Friday, 9am to 5pm",
    "opening": "We open Monday at 9am.",
    # Two questions of topics.yml, whose own length test_topics.py measures.
    "questions": "Is it free?",
    # In another language: its own rules are in test_other_languages.py.
    "words": "We can help you.",
}

# Words of the field that are explained where they first come up, and names that cannot be made
# simpler: they are counted as short words, so that the grade measures our sentences and not the
# law's vocabulary. Nothing else is exempt.
PLAIN_FOR_SCORING = [
    (r"\bhttps?://\S+|\b\S+@\S+\.\w+|\b(?:GOV\.UK|ico\.org\.uk)", "this page"),
    (r"\b0[\d ]{8,12}\d\b|\b116 \d{3}\b|\b85258\b", "this"),
    (r"\b[A-Z]{4}-[A-Z0-9]{4}\b|\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", "this"),
    (r"\bKIDS SEND Mediation Service\b|\bKIDS mediation\b", "Kids"),
    (r"\bNational Domestic Abuse Helpline\b|\bMen's Advice Line\b", "Help Line"),
    (r"\bMissing People\b|\bSamaritans\b|\bChildline\b|\bPapyrus\b|\bNSPCC\b", "Shout"),
    (r"\b(?:SEND )?Tribunal\b|\bOmbudsman\b", "court"),
    (r"\bSENDIASS\b|\bIPSEA\b|\bSENCO\b", "Kids"),
    (r"\bEHC plan\b|\beducation, health and care plan\b", "plan"),
    (r"\bdisagreement resolution\b|\bDisagreement resolution\b", "this talk"),
    (r"\bmediation advisers?\b", "guide"),
    (r"\b[Mm]ediation\b", "talk"),
    (r"\b[Mm]ediator\b", "guide"),
    (r"\b[Cc]ertificate\b", "note"),
    (r"\bLeeds City Council\b", "Leeds"),
]

GSM_7 = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_7_TWO_PLACES = set("^{}\\[~]|€")

BANNED = re.compile(
    r"\be\.g\.|\bi\.e\.|\betc\b|\bpursuant\b|\blodged?\b|\bstatutory\b|\bLEA\b|\bstatements?\b",
    re.IGNORECASE,
)
TWILIO_COMMANDS = re.compile(
    r"\b(?:say|text|reply|type|send|write)\b[:\s\"']+"
    r"(?:stop|stopall|unsubscribe|cancel|end|quit|start|unstop|help|info|revoke|optout)\b"
    r"(?! (?:for|it|again))",
    re.IGNORECASE,
)

# The contact points people may be given, and nothing else that looks like one.
CONTACTS = {
    "999", "55", "111", "116 123", "85258", "0800 1111", "0808 800 5000", "0808 2000 247",
    "0808 801 0327", "0800 068 4141", "116 000", SERVICE_PHONE,
}  # fmt: skip
EXAMPLE_PHONE = re.compile(r"07700 900\d{3}")
EMAILS = {"senmediation@kids.org.uk", "help@nspcc.org.uk", "sam@example.org"}
ALL_DAY = re.compile(r"24 hours|day or night|24/7|any time of (?:the )?day", re.IGNORECASE)
OPEN_ALL_DAY = {"999", "111", "116 123", "85258", "0808 2000 247"}


@dataclass(frozen=True)
class Text:
    """One variant of one message."""

    name: str
    channel: str
    voice: str
    text: str
    buttons: tuple[tuple[str, str], ...]
    topic: str | None = None

    @property
    def id(self) -> str:
        return f"{self.name}-{self.channel}-{self.voice}"

    @property
    def filled(self) -> str:
        return re.sub(r"\{(\w+)\}", lambda m: SAMPLE[m[1]], self.text)


def _voice(variant: dict) -> str:
    conditions = {c["name"]: c["value"] for c in variant.get("condition", [])}
    return conditions.get("voice", "parent")


def _read_responses() -> Iterator[Text]:
    for path in sorted((DATA / "responses").glob("*.yml")):
        for name, variants in yaml.safe_load(path.read_text("utf-8"))["responses"].items():
            for v in variants:
                yield Text(
                    name=name,
                    channel=v.get("channel", "web"),
                    voice=_voice(v),
                    text=v["text"],
                    buttons=tuple((b["title"], b["payload"]) for b in v.get("buttons", [])),
                    topic=v.get("metadata", {}).get("topic"),
                )


def _read_notices() -> Iterator[Text]:
    for path in sorted((DATA / "notices").glob("*.yml")):
        for name, notice in yaml.safe_load(path.read_text("utf-8"))["notices"].items():
            choices = tuple((c["label"], c["say"]) for c in notice["choices"])
            for channel in ("web", "sms"):
                yield Text(name, channel, "parent", notice[channel], choices)


RESPONSES = list(_read_responses())
NOTICES = list(_read_notices())
TEXTS = RESPONSES + NOTICES
SMS = [t for t in TEXTS if t.channel == "sms"]
WEB = [t for t in TEXTS if t.channel == "web"]
each_text = pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.id)
each_sms = pytest.mark.parametrize("text", SMS, ids=lambda t: t.id)


def sentences_of(text: str) -> list[str]:
    """The sentences of a message; each line of a list counts as one short sentence."""
    parts = re.split(r"(?<=[.!?])\s+|\n+", text)
    return [p for p in (part.strip() for part in parts) if p]


def spoken_sentences_of(text: str) -> list[str]:
    return [s for s in sentences_of(text) if not s.startswith("- ") and not s.endswith(":")]


@cache
def grade_of(text: str) -> float:
    for pattern, plain in PLAIN_FOR_SCORING:
        text = re.sub(pattern, plain, text)
    text = re.sub(r"(?m)^- (.*?)$", r"\1.", text)
    return float(textstat.flesch_kincaid_grade(text))


@each_text
def test_reading_age_is_that_of_a_child_of_ten(text: Text):
    assert grade_of(text.filled) <= 5.5


@each_text
def test_no_sentence_is_longer_than_twenty_words(text: Text):
    longest = max(sentences_of(text.filled), key=lambda s: len(s.split()))
    assert len(longest.split()) <= 20, longest


@pytest.mark.parametrize("text", WEB, ids=lambda t: t.id)
def test_chat_message_is_at_most_three_sentences(text: Text):
    limit = 5 if text.name in LONGER else 3
    assert len(spoken_sentences_of(text.filled)) <= limit


@each_sms
def test_text_message_needs_no_costly_alphabet(text: Text):
    assert set(text.filled) <= GSM_7 | GSM_7_TWO_PLACES


@pytest.mark.parametrize("text", [t for t in SMS if t.name not in READ_BACK], ids=lambda t: t.id)
def test_text_message_fits_in_two_segments(text: Text):
    places = sum(2 if c in GSM_7_TWO_PLACES else 1 for c in text.filled)
    assert places <= 306


@each_text
def test_no_word_of_the_office_is_used(text: Text):
    assert not BANNED.search(text.text)


@each_sms
def test_text_message_never_names_what_it_is_about_to_a_passer_by(text: Text):
    assert not re.search(r"\bSEND\b", text.text)


@each_sms
def test_text_message_never_asks_for_a_word_that_the_network_acts_on(text: Text):
    assert not TWILIO_COMMANDS.search(text.text)


@each_text
def test_only_known_contact_points_are_given(text: Text):
    without_examples = EXAMPLE_PHONE.sub("", text.filled)
    for number in re.findall(r"\b0\d[\d ]{6,}\d\b|\b116 \d{3}\b|\b\d{5}\b", without_examples):
        assert number in CONTACTS, number
    for address in re.findall(r"[\w.]+@[\w.]+\w", text.text):
        assert address in EMAILS, address


@each_text
def test_open_all_day_is_said_only_of_those_who_are(text: Text):
    for line in re.split(r"\n|(?<=[.!?]) ", text.text):
        if ALL_DAY.search(line) and not line.endswith(":"):
            numbers = set(re.findall(r"\b0\d[\d ]{6,}\d\b|\b116 \d{3}\b|\b85258\b|\b111\b", line))
            assert numbers and numbers <= OPEN_ALL_DAY, line


def test_list_headed_open_all_day_names_only_those_who_are():
    for notice in NOTICES:
        rest = notice.text.partition("24 hours a day:\n")[2]
        if rest:
            listed = rest.split("\n\n")[0].splitlines()
            assert listed
            for line in listed:
                assert any(number in line for number in OPEN_ALL_DAY), line


@each_text
def test_buttons_say_what_a_person_would_type(text: Text):
    for title, payload in text.buttons:
        assert payload and not payload.startswith("/")
        assert len(title) <= 40


@pytest.mark.parametrize("kind", ["ask", "why", "error", "help"])
@pytest.mark.parametrize("asks", ASKS)
def test_every_question_can_be_asked_explained_and_put_right(asks: str, kind: str):
    channels = {t.channel for t in RESPONSES if t.name == f"utter_{kind}_{asks}"}
    assert channels == {"web", "sms"}


@pytest.mark.parametrize("topic", TOPICS)
def test_every_frequent_question_has_an_answer_on_both_channels(topic: str):
    answers = [t for t in RESPONSES if t.name == f"utter_faq_{topic}"]
    assert {t.channel for t in answers} == {"web", "sms"}
    if topic in FAQ:
        assert {t.topic for t in answers} == {topic}


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic not in FAQ])
def test_answer_of_our_own_is_known_by_its_own_id_or_the_nearest_of_the_contract(topic: str):
    of_contract = {*FAQ, *(f"route:{row}" for row in decisions_by_id())}
    known_as = {t.topic for t in RESPONSES if t.name == f"utter_faq_{topic}"}
    assert len(known_as) == 1
    assert known_as <= {topic} | of_contract


def test_the_seventy_frequent_questions_of_the_research_are_all_there():
    assert len(set(FAQ)) >= 70
    assert set(FAQ) <= set(TOPICS)
    assert {t.name for t in RESPONSES if t.name.startswith("utter_faq_")} == {
        f"utter_faq_{topic}" for topic in TOPICS
    }


@pytest.mark.parametrize("safety", SAFETY)
def test_every_safety_reply_exists_and_says_nobody_watches_all_the_time(safety: str):
    replies = [t for t in NOTICES if t.name == safety]
    assert {t.channel for t in replies} == {"web", "sms"}
    for reply in replies:
        assert "999" in reply.text
        assert "not an emergency service" in reply.text
        assert re.search(r"(?:no one|nobody) (?:is )?read|not always read", reply.text, re.I)
        assert re.search(r"\bcarry on\b", reply.text)
        assert ("Carry on", "carry on") in reply.buttons
        assert not re.search(r"\bkeep (?:this|it) (?:a secret|private)", reply.text) or (
            "cannot keep it a secret" in reply.text
        )


def test_person_in_danger_now_is_asked_nothing():
    for reply in (t for t in NOTICES if t.name == "immediate_danger"):
        assert "?" not in reply.text
        assert reply.buttons == (("Carry on", "carry on"),)


def test_text_about_abuse_at_home_does_not_name_it():
    reply = next(t for t in NOTICES if t.name == "domestic_abuse" and t.channel == "sms")
    assert not re.search(r"abuse|violence|partner|domestic", reply.text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("safety", "numbers"),
    [
        ("immediate_danger", ["999", "55"]),
        ("suicidal_adult", ["999", "111", "116 123", "85258"]),
        ("suicidal_child", ["999", "111", "0800 1111", "0800 068 4141"]),
        ("abuse_of_child", ["999", "0808 800 5000"]),
        ("child_is_user", ["999", "0800 1111"]),
        ("domestic_abuse", ["999", "55", "0808 2000 247"]),
        ("missing_child", ["999", "116 000"]),
        ("medical", ["999", "111"]),
        ("distress", ["999", "116 123"]),
        ("threat_or_abuse_to_staff", ["999"]),
    ],
)
def test_safety_reply_gives_the_right_numbers(safety: str, numbers: list[str]):
    for reply in (t for t in NOTICES if t.name == safety):
        for number in numbers:
            assert number in reply.text


def test_each_response_has_one_variant_for_a_channel_and_a_voice():
    seen = [(t.name, t.channel, t.voice) for t in TEXTS]
    assert len(seen) == len(set(seen))


def test_every_voice_speaks_on_both_channels():
    by_name: dict[str, set[tuple[str, str]]] = {}
    for t in RESPONSES:
        by_name.setdefault(t.name, set()).add((t.channel, t.voice))
    for name, variants in by_name.items():
        for voice in {v for _, v in variants} | {"parent"}:
            assert {("web", voice), ("sms", voice)} <= variants, name


def test_coverage_is_never_confirmed_and_never_refused():
    for t in (t for t in RESPONSES if t.name.startswith("utter_coverage_")):
        assert t.topic == "coverage"
        assert "names who to contact" in t.text
        assert not re.search(r"we (?:do )?(?:not )?(?:cover|work with)|cannot", t.text)


@pytest.mark.parametrize("path", sorted(DATA.glob("responses/*.yml")), ids=lambda p: p.name)
def test_file_of_responses_says_when_it_was_checked(path: Path):
    head = path.read_text("utf-8").split("version:", 2)[1]
    for key in ("source:", "last_checked: 2", "review_by: 2"):
        assert key in head


@pytest.mark.parametrize("path", sorted(DATA.glob("notices/*.yml")), ids=lambda p: p.name)
def test_file_of_notices_says_when_it_was_checked(path: Path):
    content = yaml.safe_load(path.read_text("utf-8"))
    assert {"version", "source", "last_checked", "review_by", "notices"} == set(content)
    assert content["last_checked"] < content["review_by"]


FAQ_ANSWERS = [t for t in TEXTS if t.name.startswith("utter_faq_")]


@pytest.mark.parametrize("text", FAQ_ANSWERS, ids=lambda t: t.id)
def test_answer_holds_whichever_way_the_question_was_put(text: Text):
    """ "Must they come?" and "can they stay away?" get the same answer, so it is no yes or no."""
    assert not text.text.lstrip().lower().startswith(("yes", "no,", "no."))
