"""Whether words tell of a person: "my sister", "Bev from church", and not "they changed it"."""

from __future__ import annotations

import re

from casework.message import Message
from casework.safety.redaction import is_first_name, words_of_nobody

_PEOPLE = re.compile(
    r"\b(?:mums?|mam|mom|mother|dads?|father|parents?|nan\w*|gran\w*|aunt\w*|uncle|sis(?:ter)?s?|"
    r"bro(?:ther)?s?|cousins?|wife|husband|hubby|partner|fianc[eé]e?|boyfriend|girlfriend|ex|"
    r"(?:\w+[- ])?in[- ]laws?|sons?|daughters?|child|kids?|baby|family|friends?|mates?|"
    r"neighbou?rs?|colleague|carers?|pa|assistant|advocate|solicitor|lawyer|barrister|worker|"
    r"keyworker|manager|advis[eo]r|rep(?:resentative)?|officer|teacher|senco|tutor|ta|head|"
    r"therapist|psychologist|nurse|doctor|pastor|priest|vicar|imam|rabbi|mentor|buddy|volunteer|"
    r"interpreter|signer|translator|sendiass?|iass|ipsea|charity|group|dog|someone|somebody|"
    r"person|people|lady|woman|man|guy|\d of us|both of us|us|we)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_OTHERS = re.compile(
    r"^\W*(?:(?:the )?(?:council|la|school|lea)|they|it(?!(?:'s| is|'ll be| will be|'d be| would "
    r"be)(?: just| only| probably)? (?:my|his|her|our|an?|\w+\W*$)))\b|"
    r"^(?!.*\b(?:will|can|could|(?:going|wants?|likes?|love) to|'ll|is|are) (?:(?!not|never)\w+ )?"
    r"(?:com(?:e|ing)|join|attend|be (?:there|with me))\b).*?(?<!who )(?<!that )"
    r"\b(?:is|are|lives?|works?|died|passed away) (?:all |both |now |up |down )?(?:in|at|abroad|"
    r"away|dead|miles|too far|far)\b",
    re.IGNORECASE,
)
"""Of somebody who does not come: "my parents are in Norfolk", "the council said so"."""
_ASKS = re.compile(
    r"^\W*(?:what|who|how|why|when|which|(?:can|could|do|does|will|would|should) (?:i|we|you|u|it|"
    r"they|there|my|the)\b)\b",
    re.IGNORECASE,
)


def names_people(words: str) -> bool:
    """True for "my dad" and "Rachel", and not for "actually"."""
    return _PEOPLE.search(words) is not None or any(map(_is_a_name, words.split()))


def tells_of_somebody(message: Message) -> bool:
    """True where a person is named, by name or by who they are to the family."""
    words = message.plain
    if _SPEAKS_OF_OTHERS.search(words) or _ASKS.search(words):
        return False
    return _PEOPLE.search(words) is not None or any(map(_is_a_name, _beside_places(message)))


def _beside_places(message: Message) -> list[str]:
    """The words that are no part of a council: Stockport is nobody, and Hope may be."""
    places = [one for one in message.all_of("council") if one.end > one.start]
    return [
        found[0]
        for found in re.finditer(r"[^\W\d_][\w'-]*", message.text)
        if is_first_name(found[0].casefold())
        or not any(place.start <= found.start() < place.end for place in places)
    ]


def _is_a_name(word: str) -> bool:
    is_ordinary = word.casefold() in words_of_nobody()
    return is_first_name(word.casefold()) or (word[0].isupper() and not is_ordinary)
