"""How the command line shows messages and referrals."""

from cli.chat import render_message, render_text
from cli.referrals import align, outline

MESSAGE = {
    "text": "Is this about a young person?",
    "choices": [{"label": "Yes", "say": "yes"}, {"label": "No", "say": "no"}],
    "asks": "role",
}


def test_choices_are_numbered_below_the_question() -> None:
    assert render_message(MESSAGE) == "\nIs this about a young person?\n1 Yes\n2 No"


def test_a_text_is_shown_with_what_sending_it_takes() -> None:
    one = {**MESSAGE, "text": "Is this about a young person?\n1 Yes\n2 No"}
    shown = render_text(one).splitlines()
    assert shown[2] == "| Is this about a young person? |"
    assert shown[-1] == "  1 segment, GSM-7, 40 characters"
    assert render_text({**one, "text": "a" * 200}).endswith("2 segments, GSM-7, 200 characters")
    assert render_text({**one, "text": "“Hello”"}).endswith("1 segment, UCS-2, 7 16-bit units")
    assert {
        len(line) for line in render_text({**one, "text": "word " * 40}).splitlines()[1:-1]
    } == {43}


def test_columns_are_straight() -> None:
    assert align([("reference", "status"), ("AC34-9XYT", "draft"), ("D", "submitted")]) == [
        "reference  status",
        "AC34-9XYT  draft",
        "D          submitted",
    ]


def test_a_referral_reads_as_a_page_without_what_is_not_known() -> None:
    document = {
        "reference": "AC34-9XYT",
        "consent": {"given": True, "at": None},
        "child": {"name": None, "age": None},
        "access": {"needs": ["large_print", "breaks"]},
        "reasons": ["You have a letter.", "It is not old."],
        "supporters": [{"name": "Jo", "role": "aunt"}],
    }
    assert list(outline(document)) == [
        "reference: AC34-9XYT",
        "consent:",
        "  given: yes",
        "access:",
        "  needs: large_print, breaks",
        "reasons:",
        "  - You have a letter.",
        "  - It is not old.",
        "supporters:",
        "  - name: Jo",
        "    role: aunt",
    ]
