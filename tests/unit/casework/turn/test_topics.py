"""Which questions a message asks, from the classifier's ranking of the whole and of its parts."""

import pytest

from casework.message import Message, Part, Ranking
from casework.turn.topics import Asked, dispute_of_topic, question_of, read_topics


def ranked(**confidences: float) -> Ranking:
    return tuple(confidences.items())


def test_sure_question_is_answered() -> None:
    message = Message("is it free?", intents=ranked(ask_is_it_free=0.9))
    assert read_topics(message) == Asked(topics=("is_it_free",))


def test_near_miss_offers_the_two_likeliest() -> None:
    message = Message("when is it?", intents=ranked(ask_how_soon=0.35, ask_opening_hours=0.3))
    assert read_topics(message) == Asked(near=("how_soon", "opening_hours"))


def test_likely_question_is_answered_and_the_next_likeliest_offered() -> None:
    message = Message("when is it?", intents=ranked(ask_how_soon=0.5, ask_opening_hours=0.3))
    assert read_topics(message) == Asked(topics=("how_soon",), near=("opening_hours",))


def test_likely_question_that_may_not_be_ours_is_only_offered() -> None:
    message = Message(
        "what do nursery fees cost?", intents=ranked(ask_is_it_free=0.7, out_of_scope=0.2)
    )
    assert read_topics(message) == Asked(near=("is_it_free",))


def test_what_hardly_resembles_a_question_we_know_is_not_offered() -> None:
    message = Message("what about bins?", intents=ranked(ask_how_soon=0.05, out_of_scope=0.04))
    assert read_topics(message) == Asked()


def test_what_is_likelier_not_ours_is_neither_answered_nor_offered() -> None:
    message = Message("is it sunny?", intents=ranked(out_of_scope=0.4, ask_is_it_free=0.3))
    assert read_topics(message) == Asked()


def test_two_questions_in_one_message_are_both_answered_in_order() -> None:
    message = Message(
        "is it free and how long does it take",
        intents=ranked(ask_how_long_is_the_meeting=0.5, ask_is_it_free=0.4),
        parts=(
            Part("is it free", ranked(ask_is_it_free=0.9), is_clause=True),
            Part("how long does it take", ranked(ask_how_long_is_the_meeting=0.8), is_clause=True),
        ),
    )
    assert read_topics(message).topics == ("is_it_free", "how_long_is_the_meeting")


def test_one_question_with_a_story_before_it_is_one_question() -> None:
    message = Message(
        "My son is nine. Is it free?",
        intents=ranked(ask_is_it_free=0.7),
        parts=(
            Part("My son is nine.", ranked(inform=0.9)),
            Part("Is it free?", ranked(ask_is_it_free=0.9), sentence=1),
        ),
    )
    assert read_topics(message).topics == ("is_it_free",)


def test_story_that_is_sure_of_one_topic_as_a_whole_is_not_taken_apart() -> None:
    message = Message(
        "He is eighteen now. Who signs? Do we?",
        intents=ranked(ask_young_person=0.95),
        parts=(
            Part("Who signs?", ranked(ask_what_is_written_down=0.6), sentence=1),
            Part("Do we?", ranked(ask_do_i_have_to_mediate=0.6), sentence=2),
        ),
    )
    assert read_topics(message).topics == ("young_person",)


def test_question_after_the_story_it_is_about_is_one_question() -> None:
    message = Message(
        "The two months are up, is it all over? Who are you?",
        intents=ranked(ask_missed_deadline=0.7),
        parts=(
            Part("The two months are up, is it all over?", ranked(ask_missed_deadline=0.9)),
            Part("The two months are up", ranked(ask_missed_deadline=0.6), is_clause=True),
            Part("is it all over?", ranked(ask_can_i_change_my_mind=0.6), is_clause=True),
            Part("Who are you?", ranked(ask_what_is_this_service=0.9), sentence=1),
        ),
    )
    assert read_topics(message).topics == ("missed_deadline", "what_is_this_service")


def test_short_question_leans_on_the_answer_before_it() -> None:
    message = Message(
        "and the school?", intents=ranked(inform=0.3), leaning=ranked(ask_who_comes=0.9)
    )
    assert read_topics(message).topics == ("who_comes",)


def test_what_only_tells_something_never_leans() -> None:
    message = Message("nine", intents=ranked(inform=0.9), leaning=ranked(ask_is_it_free=0.9))
    assert read_topics(message) == Asked()


def test_question_that_stands_on_its_own_does_not_lean() -> None:
    message = Message(
        "is it free?",
        intents=ranked(ask_is_it_free=0.9),
        leaning=ranked(ask_is_it_free=0.6, ask_travel_costs=0.3),
    )
    assert read_topics(message).topics == ("is_it_free",)


def test_tapping_an_offered_question_is_sure_whatever_the_classifier_says() -> None:
    tapped = question_of("how_soon")
    assert tapped is not None
    message = Message(tapped.upper(), intents=ranked(ask_opening_hours=0.9))
    assert read_topics(message).topics == ("how_soon",)


def test_statement_needs_to_be_surer_than_a_question() -> None:
    statement = Message("the plan is a draft", intents=ranked(ask_draft_plan=0.55))
    assert read_topics(statement).topics == ()


def test_statement_on_a_topic_hints_at_its_kind_of_dispute() -> None:
    (fact,) = dispute_of_topic("refused_assessment", [])
    assert (fact.field, fact.value, fact.is_sure) == ("issue", ["refuse_assess"], False)
    assert dispute_of_topic("is_it_free", []) == []
    assert dispute_of_topic("refused_assessment", [fact]) == []


def test_question_that_reads_more_like_something_else_is_offered_the_likeliest_topics() -> None:
    message = Message(
        "what do you want to know first?",
        intents=ranked(start_referral=0.4, ask_what_will_you_ask_me=0.3, ask_how_soon=0.1),
    )
    assert read_topics(message) == Asked(near=("what_will_you_ask_me", "how_soon"))


def test_answer_that_is_not_quite_sure_has_the_next_likeliest_beside_it() -> None:
    message = Message("when is it?", intents=ranked(ask_how_soon=0.7, ask_opening_hours=0.2))
    assert read_topics(message) == Asked(topics=("how_soon",), near=("opening_hours",))


def test_statement_that_is_answered_carries_no_other_question() -> None:
    message = Message(
        "the council have refused to assess my son",
        intents=ranked(ask_refused_assessment=0.7, ask_refused_plan=0.2),
    )
    assert read_topics(message, is_opening=True) == Asked(topics=("refused_assessment",))


def test_third_question_is_left_over_and_not_lost() -> None:
    message = Message(
        "is it free? who comes? where is it?",
        intents=ranked(ask_where_is_the_meeting=0.5),
        parts=(
            Part("is it free?", ranked(ask_is_it_free=0.9)),
            Part("who comes?", ranked(ask_who_comes=0.9), sentence=1),
            Part("where is it?", ranked(ask_where_is_the_meeting=0.9), sentence=2),
        ),
    )
    asked = read_topics(message)
    assert asked.topics == ("is_it_free", "who_comes")
    assert asked.left == ("where_is_the_meeting",)


def test_statement_right_after_an_answer_may_ask_on() -> None:
    message = Message(
        "they just ignore it",
        intents=ranked(ask_council_not_keeping_agreement=0.3, inform=0.3),
        leaning=ranked(ask_council_not_keeping_agreement=0.9),
    )
    asked = read_topics(message, after="what_is_written_down")
    assert asked.topics == ("council_not_keeping_agreement",)


def test_question_answered_before_does_not_outweigh_the_words_of_the_next() -> None:
    message = Message(
        "is it miles away",
        intents=ranked(ask_where_is_the_meeting=0.6, ask_travel_costs=0.15),
        leaning=ranked(ask_travel_costs=0.6, ask_where_is_the_meeting=0.3),
    )
    assert read_topics(message, after="travel_costs").topics == ("where_is_the_meeting",)


def test_remark_on_an_answer_is_not_answered_with_it_again() -> None:
    message = Message(
        "ok that makes sense",
        intents=ranked(affirm=0.4, help_me=0.3),
        leaning=ranked(ask_what_is_sen_support=0.99),
    )
    assert read_topics(message, after="what_is_sen_support") == Asked()


@pytest.mark.parametrize("confidence", [0.2, 0.42, 0.7])
def test_nobody_is_told_on_a_guess_that_they_are_outside_england(confidence: float) -> None:
    intents = ranked(ask_outside_england=confidence, ask_areas_covered=0.15)
    asked = read_topics(Message("can you help if bristol is in england?", intents=intents))
    assert "outside_england" not in asked.topics + asked.near


def test_parent_in_wales_is_told_of_england_only() -> None:
    intents = ranked(ask_outside_england=0.95)
    assert read_topics(Message("can you help in wales?", intents=intents)).topics == (
        "outside_england",
    )


def test_clause_that_leans_on_the_one_before_asks_nothing_of_its_own() -> None:
    message = Message(
        "whats a mediator, is it like a judge",
        intents=ranked(ask_who_is_the_mediator=0.92),
        parts=(
            Part("whats a mediator", ranked(ask_who_is_the_mediator=0.9), is_clause=True),
            Part("is it like a judge", ranked(ask_what_is_the_tribunal=0.8), is_clause=True),
        ),
    )
    assert read_topics(message).topics == ("who_is_the_mediator",)


def test_question_known_by_its_words_leaves_room_for_another_beside_it() -> None:
    message = Message(
        "am i in time and who pays?",
        intents=ranked(ask_appeal_deadline=0.8),
        parts=(
            Part("am i in time", ranked(ask_missed_deadline=0.4), is_clause=True),
            Part("who pays?", ranked(ask_is_it_free=0.97), is_clause=True),
        ),
    )
    assert read_topics(message).topics == ("appeal_deadline", "is_it_free")
