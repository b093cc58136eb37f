"""Who writes "stop, he is here" gets no more texts, and nothing that he must not read."""

import pytest

from casework.texts.watched_phone import ends_texts_unseen


@pytest.mark.parametrize(
    "text",
    [
        "stop messaging me my ex has this phone now",
        "please stop this is her husband",
        "STOP he is here",
        "STOP he can see",
        "stop hes back",
        "dont text back he's here",
        "stop texting me he reads them",
        "please stop messaging my husband has my phone",
        "dont text this number he has my phone",
        "delete these messages he looks at my phone",
        "dont text me anymore my husband will see",
        "please dont reply my partner checks my phone",
        "no more texts he goes through my phone",
        "i dont want any texts he reads my phone",
        "don't message me he'll see",
        "stop my mum is reading this",
        "delete this chat he is going to look",
        "he has my phone",
        "He's got my phone",
        "my ex has my phone now",
        "sorry hes reading these",
        "my husband has found my messages",
    ],
)
def test_who_is_watched_gets_no_more_texts(text: str) -> None:
    assert ends_texts_unseen(text)


@pytest.mark.parametrize(
    "text",
    [
        "STOP",
        "stop texting me",
        "stop him reading my phone",
        "dont text after 6 my husband is home",
        "please dont text me at night he has my phone then",
        "stop the school sending texts he has no phone",
        "please stop my ex seeing him",
        "can you stop him from being excluded he is here all day",
        "dont send letters his dad reads them",
        "my husband reads with him every night",
        "dont text him he is at school",
        "he has my phone number",
        "dont text me in the morning, he is at school then",
        "can we stop the appeal he is back at school",
        "please dont stop, he is home now and i want help",
        "stop me if im wrong but he reads at age 5 level",
        "dont reply to the council for me",
        "The school never text me, they have my number",
        "the council do not respond to me, they have my number",
        "i never got your texts my daughter has my phone",
        "council never reply they will know the deadline",
        "my son has my phone",
        "he took my phone off me last week so use my mums",
        "my ex has my phone number but thats fine",
        "my ex has seen this letter",
        "he has read it",
        "he is reading this year at level 2",
        "she has found this hard",
        "he is looking at this college",
    ],
)
def test_who_tells_of_something_else_does_not_end_the_texts(text: str) -> None:
    assert not ends_texts_unseen(text)
