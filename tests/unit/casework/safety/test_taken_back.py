"""Who says after an alarm that nobody is hurt is believed; what else they tell is still heard."""

import pytest

from casework.safety.screen import SafetyId, screen_for_safety
from casework.safety.taken_back import TakenBack, read_taken_back, says_again

AT_ANY_TIME = [
    "nobody's hurting me",
    "no one is hurting her!!",
    "Nobody has hurt anyone here",
    "hes not violent",
    "my ex isn't violent at all",
    "he has never hit me",
    "no i wasnt hurt by anyone",
    "We have never been threatened by him",
    "he wouldn't hurt a fly",
    "I'm not being abused",
    "nobody is in danger, honestly",
    "no abuse",
    "it wasn't a threat",
    "it was just a figure of speech",
    "false alarm",
    "sorry, a misunderstanding",
]
AFTER_THE_NOTICE = [
    "no im fine, its a school matter!",
    "shes ok just nosy",
    "he's only nosy",
    "we're all fine thanks",
    "That's not what I meant",
    "you've got the wrong end of the stick",
    "nothing like that, it's about the plan",
    "omg no, nothing is wrong here",
    "i take that back",
]


@pytest.mark.parametrize("text", AT_ANY_TIME)
@pytest.mark.parametrize("notice", ["domestic_abuse", None])
def test_who_plainly_says_that_nobody_is_hurt_is_believed(
    text: str, notice: SafetyId | None
) -> None:
    assert read_taken_back(text, after_notice=notice) == TakenBack("", True)


@pytest.mark.parametrize("text", AFTER_THE_NOTICE)
def test_who_answers_the_notice_in_passing_is_believed(text: str) -> None:
    assert read_taken_back(text, after_notice="domestic_abuse") == TakenBack("", True)
    assert read_taken_back(text, after_notice=None) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("its safe now, carry on please. email only", "email only"),
        ("yes it is safe to carry on. I'm Lee Marsh", "I'm Lee Marsh"),
        ("carry on. i rang the nspcc this morning", ""),
        ("the police know about it, carry on", ""),
        ("carry on. im 19", "im 19"),
        ("I don't need 999. Stop sending me that", ""),
        ("ok thanks", ""),
        ("its only about school", ""),
        ("ok, he grabs her by the neck", "he grabs her by the neck"),
        ("i dont need help. i just wont be here tomorrow", "i just wont be here tomorrow"),
        ("i told the school and nothing happened", "and nothing happened"),
    ],
)
def test_who_goes_on_after_the_notice_takes_nothing_back(text: str, rest: str) -> None:
    assert read_taken_back(text, after_notice="domestic_abuse") == TakenBack(rest, False)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "not violent, he just picks up. dont leave a message",
            "he just picks up. dont leave a message",
        ),
        ("nobody is hurting her!! yes send", "yes send"),
        ("not violent he just picks up. no messages", "he just picks up. no messages"),
        (
            "no one's hurting me and the letter came in september",
            "and the letter came in september",
        ),
    ],
)
def test_what_is_told_beside_it_is_left(text: str, rest: str) -> None:
    assert read_taken_back(text, after_notice="domestic_abuse") == TakenBack(rest, True)


@pytest.mark.parametrize(
    "text",
    [
        "nobody has hit him yet",
        "he is not violent when he's sober",
        "she is not in danger while he is at work",
        "nobody would miss me",
        "no one listens to me",
        "i'm not ok",
        "not fine",
        "we're not safe",
        "it's not safe here",
        "i feel unsafe",
        "he has stopped hitting me for now",
        "its not abuse its discipline",
        "i am safe till he gets home",
        "i'm fine with mornings",
        "she's all right to be told",
        "yes send it",
        "no",
    ],
)
def test_what_only_sounds_like_it_is_heard_whole(text: str) -> None:
    assert read_taken_back(text, after_notice="domestic_abuse") is None


@pytest.mark.parametrize(
    "text",
    [
        "it was a threat",
        "a threat",
        "it's a danger",
        "no, it is domestic abuse",
        "hes very angry",
        "i cant talk. he is always angry",
        "shes very upset",
        "im too tired",
        "im so upset",
        "im just useless",
        "he's just fed up and worried",
        "my dad is very strict",
        "no one is ok",
        "no one is safe",
        "do not hurt me",
        "camhs wont touch him",
        "nobody will touch his case",
        "I never said anything",
        "not at all",
        "this is wrong",
        "this is a joke",
        "i lost it with her, i didnt mean it",
        "he was fine",
    ],
)
def test_who_is_upset_or_tells_of_a_danger_takes_nothing_back(text: str) -> None:
    assert read_taken_back(text, after_notice="domestic_abuse") is None


@pytest.mark.parametrize(
    "text",
    [
        "he is not violent, if i keep quiet",
        "nobody is hurting her - yet",
        "he isnt violent, unless he drinks",
        "she's not in danger, as long as he is at work",
        "the school says: nobody is hurting him",
        "i just want him home safe and well",
        "I hope, he's fine. i think",
    ],
)
def test_what_is_limited_or_told_by_others_is_not_believed(text: str) -> None:
    taken_back = read_taken_back(text, after_notice="domestic_abuse")
    assert taken_back is None or not taken_back.takes_back


@pytest.mark.parametrize("text", ["email is fine", "mornings are ok", "friday is good"])
def test_way_or_time_that_suits_is_kept(text: str) -> None:
    assert read_taken_back(text, after_notice="domestic_abuse") is None


@pytest.mark.parametrize(
    "text",
    [
        "nobody is hurting me but he is hitting my son",
        "I'm fine now. I've taken all of my tablets",
        "we're safe and well, but she says she wants to die",
        "it's the school. they lock him in a cupboard",
    ],
)
def test_a_danger_told_beside_it_is_heard(text: str) -> None:
    taken_back = read_taken_back(text, after_notice="domestic_abuse")
    assert taken_back is not None
    assert screen_for_safety(taken_back.rest, asked=None) is not None


def test_the_same_words_again_are_told_from_new_ones() -> None:
    before = "she's scared of her teacher shouting. yes send it"
    assert says_again("yes send it. Shes scared of her teacher shouting", before)
    assert says_again("ok she's scared of her teacher shouting", before)
    assert not says_again("she is scared of her teacher hitting her with a ruler", before)
    assert not says_again("she's scared of her teacher shouting. now of her dad", before)
    assert not says_again("", before)


def test_words_in_another_order_or_fewer_of_them_are_new_ones() -> None:
    assert not says_again("he goes for her", "he goes for the table, not for her")
    assert not says_again("he is hurting me", "I never said he is hurting me")
    assert not says_again("she has gone missing", "she has gone missing from school")


@pytest.mark.parametrize(
    "text",
    [
        "he's back",
        "hes just come back",
        "police found him",
        "the police have got him",
        "school have just rung hes there",
        "we found him",
        "yes found him thank god",
        "shes turned up",
        "his nan has found him",
        "he was at his mates house",
        "my son is home safe",
        "dont worry he's back",
        "phew she's home",
        "thank god we found her",
    ],
)
def test_a_missing_child_who_is_back_raises_no_next_alarm(text: str) -> None:
    assert read_taken_back(text, after_notice="missing_child") == TakenBack("", True)
    assert read_taken_back(text, after_notice="domestic_abuse") is None
    assert read_taken_back(text, after_notice=None) is None


@pytest.mark.parametrize(
    "text",
    [
        "found him dead",
        "found him in the river",
        "hes been found unconscious",
        "they havent found him",
        "hes not back",
        "hes still missing",
        "hes with a man",
        "someone has got him",
    ],
)
def test_a_child_who_is_not_safely_back_is_still_missing(text: str) -> None:
    assert read_taken_back(text, after_notice="missing_child") is None


@pytest.mark.parametrize(
    "text",
    ["yes he has gone out", "yes he's not here", "he is out", "yes hes at work til 5", "hes left"],
)
def test_who_is_alone_now_goes_on_and_takes_nothing_back(text: str) -> None:
    assert read_taken_back(text, after_notice="domestic_abuse") == TakenBack("", False)
    assert read_taken_back(text, after_notice="missing_child") is None


@pytest.mark.parametrize("text", ["hes here", "he is not at work", "he left me with nothing"])
def test_who_is_not_alone_does_not_go_on(text: str) -> None:
    assert read_taken_back(text, after_notice="domestic_abuse") is None
