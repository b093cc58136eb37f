"""Yes and no to each consent, with something beside them, as families write it."""

from __future__ import annotations

import pytest

from casework.consent.said import reads_as_agreement, reads_as_refusal
from casework.consent.ways_to_agree import Matter
from tests.unit.casework.answers.test_slips import at

KEEPING: Matter = "consent"
TELLING: Matter = "share_with_council"

MAY_BE_KEPT = [
    "ok yes. certificate what is this? nobody tell me",
    "Yes to keeping it. But who pays for all this",
    "yeah u can keep it, how much does it cost tho",
    "Yes, that is OK. I wondered whether you cover academies too",
    "yes thats fine, is there a phone number for you lot",
    "yeah keep it no worries",
    "yep all good, im on my break so quick please",
    "Yes you may. We have been waiting since Easter and I am at my wits end",
    "ye thats ok do i need a solicitor",
    "yes go ahead, his name is Theo and hes 7",
    "OK with me. What is mediation anyway",
    "I'm happy for you to keep my answers. How long will it take?",
    "happy with that. do you need the letter?",
    "sure, keep it. does the school get a say",
    "Yes to that. Also I should say I am his nan",
    "yes i agree to u storing it, i hope someone rings soon",
    "of course. can you explain what an EHC plan is",
    "go for it, where are you based",
    "Yes, of course you can keep it. My daughter is autistic.",
    "yes please keep them. i dont want to repeat it all again",
    "yeah keep what i say. is it free",
    "that's fine, yes. I was told to contact you by SENDIASS",
    "yes u can save my stuff, what happens after",
    "aye fine. will they kick him out of school for this?",
    "You can keep it yes. Just so you know I am dyslexic",
    "Yes it's OK to keep it, I wonder if I'm too late though",
    "yes thats ok with me, my english not so good",
    "u can keep it yeah, but what is special category",
    "Yes. I understand. My husband is called Piotr",
]
MAY_NOT_BE_KEPT = [
    "no dont keep it",
    "id rather you didnt keep anything",
    "no. i just said no",
    "no i dont want that written down anywhere",
    "no thanks, not happy with you storing it",
    "ok no then",
    "no not really, i dont want it saved",
    "nope dont store nothing about my kid",
    "I do not consent to you keeping my information",
    "no i do not agree to this",
    "dont keep my details please",
    "sorry but no",
    "No, I would prefer you not to hold any of this.",
    "no keep it off your computer",
    "no thank you, I don't give permission",
    "absolutely not",
]
SAYS_NEITHER_TO_KEEPING = [
    "yes or no dont matter to me what is it for",
    "yes but only if you dont write down his diagnosis",
    "what do you keep exactly?",
    "who sees it",
    "yes if my husband says ok",
    "hmm not sure about that",
    "i need to think",
    "do i have to say yes",
    "yes but who will see it?",
    "what if i say no",
    "can i say yes later",
    "is it safe",
    "my mum is at work can she do it later",
    "the council keeps everything about us already",
]
MAY_BE_TOLD = [
    "Yes, you may. But I warn you they never answer the phone",
    "you can speak to Stockport",
    "yes ring Leeds council if you must, they know all about us",
    "yes tell them. how long will they take to reply",
    "yes talk to them, they need telling",
    "thats fine, they already know we are fighting it",
    "Yes. Her caseworker there is called Janet",
    "yes ok. certificate what is this?",
    "You can contact Dudley, yes",
    "yes u can speak to the council, what do they say to me after?",
    "happy for you to talk to stockport council",
    "Yes I agree. Do I have to be in the same room as them?",
    "yeah let them know, bout time someone did",
    "yes please speak to Bromley, I've had no luck",
    "go ahead and tell them. do i need a lawyer",
    "Yes, that is OK. I wondered when the meeting might be",
    "i dont mind you talking to them. is it online",
    "yes course you can. he's 9 by the way",
    "They can know, I have nothing to hide",
    "ok yes. email is better for me than phone",
    "yeah u can talk to em",
    "Yes to the council. Will it cost us anything",
    "yes contact them but please be nice about the school",
    "you may contact the council",
    "Yes, speak to whoever you need to",
]
MAY_NOT_BE_TOLD = [
    "no leave council out of it for now",
    "no. I just said no",
    "ok no then",
    "not the council yet",
    "council no tell",
    "no leave them out of it",
    "no i dont want them knowing",
    "dont want the council told",
    "no i am afraid council take my son",
    "No please. I am scared of what they will do to us",
    "nope keep it between you and me",
    "no council please",
    "no not them",
    "id rather leave them out of it",
    "not yet thanks, maybe when the meeting is agreed",
    "No, they would only make it harder for her",
    "i dont want no council",
    "no. they lied to us before",
    "you cant tell them",
    "I'd prefer it if the council was not told",
    "no tell council please",
    "no way are you telling them",
    "no, not before I have spoken to IPSEA",
    "I say no",
    "leave the council out",
    "no no council, they cut our money",
    "not happy with that, so no",
    "no dont. why do they need to know anyway",
]
SAYS_NEITHER_TO_TELLING = [
    "what will you tell them?",
    "will they be angry with me",
    "i am afraid council take my son",
    "what happens if i say no",
    "yes but only if they dont tell the school",
    "let me ask my wife first?",
    "do they have to know",
    "it is Kent council",
    "council never listen",
    "Yes if they say sorry",
]
SENDS = [
    "yes send it",
    "all good then send",
    "its all right then send it please",
    "Yes that is all correct, thank you. When will I hear?",
    "yep fine, send. im tired now",
    "looks right to me, can you send it",
    "yes. how long will it take",
    "nothing to change then send",
    "I've checked it. send",
    "ok send it now, do i get a copy",
    "Yes. Please send it off and thank you for your patience",
    "all correct, off you go",
    "that's everything, send it in",
    "thats right send",
    "read it all, its fine, send please",
    "yes submit, i have to pick up the kids",
]
DOES_NOT_SEND = [
    "no",
    "send it but take my email off",
    "dont send it yet",
    "wait",
    "is it all sent now?",
    "send me a copy",
    "yes but not to the council",
    "the age is wrong",
]


@pytest.mark.parametrize("words", MAY_BE_KEPT)
def test_parent_can_agree_to_keeping_and_ask_or_tell_more(words: str) -> None:
    parent = at("consent")
    parent.say(words)
    assert parent.draft.referral.consent.store.given is True


@pytest.mark.parametrize("words", MAY_NOT_BE_KEPT)
def test_parent_can_refuse_keeping_in_plain_words(words: str) -> None:
    parent = at("consent")
    parent.say(words)
    assert parent.draft.progress.has_declined


@pytest.mark.parametrize("words", SAYS_NEITHER_TO_KEEPING)
def test_what_is_no_answer_gives_no_consent_to_keeping(words: str) -> None:
    assert not reads_as_agreement(words, KEEPING)
    assert not reads_as_refusal(words, KEEPING)


@pytest.mark.parametrize("words", MAY_BE_TOLD)
def test_parent_can_agree_to_telling_and_ask_or_tell_more(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is True


@pytest.mark.parametrize("words", MAY_NOT_BE_TOLD)
def test_parent_can_refuse_telling_in_plain_words(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words)
    assert parent.draft.referral.consent.share_with_council.given is False


@pytest.mark.parametrize("words", SAYS_NEITHER_TO_TELLING)
def test_what_is_no_answer_gives_no_consent_to_telling(words: str) -> None:
    assert not reads_as_agreement(words, TELLING)
    assert not reads_as_refusal(words, TELLING)


@pytest.mark.parametrize("words", SENDS)
def test_parent_can_send_it_in_plain_words(words: str) -> None:
    assert at("summary").say(words).must_submit


@pytest.mark.parametrize("words", DOES_NOT_SEND)
def test_what_holds_back_sends_nothing(words: str) -> None:
    assert not at("summary").say(words).must_submit
