"""What the lines of the review become: by their numbers, by complaints of them, and beside both."""

from __future__ import annotations

from casework.answers.fact import Fact
from casework.answers.facts import facts_in
from casework.answers.replacing import with_replacements
from casework.corrections.heard_twice import without_readings
from casework.corrections.left_over import keep_left_over
from casework.corrections.named_changes import with_named_changes
from casework.corrections.numbered_changes import NumberedChange
from casework.corrections.review_complaints import read_complaints, without_complaints
from casework.message import Message, cut
from casework.people.family_view import heard_list
from casework.turn.compared import adds_to_answers
from casework.turn.consents import PLAIN_ANSWERS
from casework.turn.own_words import keep_words
from casework.turn.putting_facts import ADDS_TO, LEFT_OUT, take_facts
from casework.turn.questions import QUESTION_OF
from casework.turn.state import Turn
from casework.turn.taking import with_places


def take_numbered(turn: Turn, changes: list[NumberedChange]) -> None:
    """Take what the numbers say and what stands beside them; what was not read is asked anew."""
    for change in changes:
        if change.field in PLAIN_ANSWERS and change.facts:
            PLAIN_ANSWERS[change.field](turn, bool(change.facts[0].value))
        elif change.field == "in_own_words" and change.adds and change.facts:
            keep_words(turn, str(change.facts[0].value))
        else:
            turn.draft.progress.changing = None if change.adds else change.field
            take(turn, list(change.facts), adds=change.adds)
            turn.draft.progress.changing = None
    told = [fact for change in changes for fact in change.facts]
    spans = [(change.start, change.end) for change in changes]
    asked = []
    for beside in _beside(turn.message, spans):
        facts, complained_of = _read_beside(turn, beside)
        take(turn, facts, adds=adds_to_answers(beside.plain))
        told += facts
        asked += complained_of
    known = {fact.field for fact in told}
    unread = [change.field for change in changes if change.field not in known] + asked
    say_what_stands(turn, [fact.field for fact in told])
    if unread:
        ask_in_turn(turn, unread)
    keep_left_over(turn, done=spans)


def take_complaints(turn: Turn) -> bool:
    """Ask anew for the line that "still has" something or is missing; True where one is known.

    What else the message tells is taken; what the complaint holds is no answer.
    """
    complaints = read_complaints(turn.message, turn.draft)
    named = [each for each in complaints if each.field is not None]
    if not named:
        return False
    spans = [(each.start, each.end) for each in complaints]
    told: list[Fact] = []
    for beside in _beside(turn.message, spans):
        facts, _ = _read_beside(turn, beside)
        take(turn, facts, adds=True)
        told += facts
    places = [fact for fact in with_places(turn, []) if fact.field == "setting"]
    take(turn, places, adds=False)
    known = {fact.field for fact in [*told, *places]}
    open_still = [each.field for each in named if each.field not in known]
    if open_still:
        ask_in_turn(turn, [str(field) for field in open_still])
    else:
        say_what_stands(turn, sorted(known))
    dealt = [(each.start, each.end) for each in named if each.field in {*open_still, *known}]
    keep_left_over(turn, done=dealt)
    return True


def take(turn: Turn, facts: list[Fact], *, adds: bool) -> None:
    """Take corrections; "they also cut his OT" adds to what the dispute is about."""
    facts = without_readings(facts, turn.draft)
    added = [fact for fact in facts if adds and fact.field in ADDS_TO]
    take_facts(turn, added, is_answer=False, is_correction=False)
    others = [fact for fact in facts if fact not in added]
    take_facts(turn, others, is_answer=True, is_correction=True)


def say_what_stands(turn: Turn, fields: list[str]) -> None:
    """Say what was noted, where nothing else tells that the message was heard."""
    heard = heard_list(turn.draft, list(dict.fromkeys(fields)))
    if (
        heard
        and all(said.response == LEFT_OUT for said in turn.says)
        and turn.draft.progress.unconfirmed is None
    ):
        turn.say("utter_heard", {"facts": heard})


def ask_in_turn(turn: Turn, fields: list[str]) -> None:
    """Ask for the first anew, and for the others once it is answered."""
    first, *others = dict.fromkeys(fields)
    ask_again(turn, first)
    turn.draft.progress.to_change = others


def ask_again(turn: Turn, field: str) -> None:
    """Ask for the answer anew, even where it is not asked unprompted; the old one stands so far."""
    progress = turn.draft.progress
    if field == "phone":
        progress.asked_email = False
    asks = QUESTION_OF.get(field, field)
    progress.changing, progress.pending, progress.misses = field, asks, 0
    turn.say(f"utter_ask_{field}", asks=asks)


def _beside(message: Message, spans: list[tuple[int, int]]) -> list[Message]:
    """The words before, between and after these places, each as a message of its own."""
    words, found, start = message.plain, [], 0
    for begin, end in [*sorted(spans), (len(words), len(words))]:
        if words[start:begin].strip(" ,.;!"):
            found.append(cut(message, words[start:begin], start, begin))
        start = max(start, end)
    return found


def _read_beside(turn: Turn, said: Message) -> tuple[list[Fact], list[str]]:
    """What is told beside numbers, and the lines that it complains of."""
    complaints = read_complaints(said, turn.draft)
    said = without_complaints(said, complaints)
    facts = with_replacements(facts_in(said, turn.draft, turn.today), said, turn.draft)
    facts = with_named_changes(facts, said, turn.draft, turn.today)
    return facts, [each.field for each in complaints if each.field is not None]
