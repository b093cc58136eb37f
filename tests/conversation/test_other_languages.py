"""Parents who write in Polish and in Urdu, over the chat API and on the real processes."""

from __future__ import annotations

import pytest

from casework.conversation.other_languages import language_of
from tests.conversation.parents import Chat, find_referral
from tests.conversation.service import Service

OPENINGS = {
    "pol": "Dzień dobry, nie mówię dobrze po angielsku, proszę o pomoc dla syna",
    "urd": "السلام علیکم، مجھے اپنے بیٹے کے لیے مدد چاہیے",
}
NUMBERS = {"pol": "07700 900811", "urd": "٠٧٧٠٠ ٩٠٠٨١١"}


@pytest.mark.parametrize("key", OPENINGS)
def test_parent_leaves_a_number_for_a_call_with_an_interpreter(key: str, service: Service) -> None:
    language = language_of(key)
    chat = Chat(service)
    (offer,) = chat.say(OPENINGS[key])
    assert offer["text"] == language.text_for("offer", "web")
    assert (offer["topic"], offer["asks"]) == ("interpreter_or_bsl", "want_callback")
    assert (offer["lang"], offer["dir"]) == (language.tag, language.dir)
    (consent,) = chat.say(offer["choices"][0]["say"])
    assert consent["asks"] == "consent"
    (phone,) = chat.say(language.choices["yes"])
    assert phone["asks"] == "phone"
    (thanks,) = chat.say(NUMBERS[key])
    assert thanks["text"] == language.text_for("thanks", "web")
    referral = find_referral(service, chat.id)
    assert referral is not None
    assert referral["interpreter"]["needed"] is True
    assert referral["interpreter"]["language"]["code"] == key
    assert referral["contact"]["phone"] == "+447700900811"
    assert "callback_wanted" in referral["handover"]["reasons"]


def test_parent_by_text_gets_the_short_words_with_numbered_choices(service: Service) -> None:
    chat = Chat(service, channel="sms")
    (offer,) = chat.say(OPENINGS["urd"])
    language = language_of("urd")
    assert offer["text"].splitlines() == [
        language.text_for("offer", "sms"),
        f"1 {language.choices['call']}",
        f"2 {language.choices['english']}",
    ]
    assert chat.say("2")[-1]["asks"] == "consent"
