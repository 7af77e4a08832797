import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Holm is accused by prosecutors in Bergen of hiding the accounts.",
         "prosecutors in Bergen", "Holm is accused by prosecutors in Bergen of hiding the accounts"),
        ("The mayor was criticised by residents for closing the pool.",
         "residents", "The mayor was criticised by residents for closing the pool"),
        ("The bank was accused by two clerks, Vera Holm and Tom Lund, of fraud.",
         "two clerks, Vera Holm and Tom Lund", "The bank was accused by two clerks, Vera Holm and Tom Lund, of fraud"),
        ("Holm was accused of hiding the accounts by prosecutors in Bergen.",
         "prosecutors in Bergen", "Holm was accused of hiding the accounts"),
        ("The mayor was urged to resign by two councillors.", "two councillors", "The mayor was urged to resign"),
        ("The toll was rejected by unions of dockers.", "unions of dockers", "The toll"),
        ("The lake was described by Holm as low.", "Holm", "The lake was described by Holm as low"),
        ("Jurors were told the lake was low.", None, "the lake was low"),
        ("Jurors were told that the lake was low.", None, "that the lake was low"),
        ("It was announced on Friday that the lake was low.", None, "that the lake was low"),
        ("The lake, it was claimed, was low.", None, "The lake, it was claimed, was low"),
        ("Ships were ordered to leave by noon.", None, "Ships were ordered to leave by noon"),
        ("The clerk was accused of stealing from a shop run by his aunt.",
         None, "The clerk was accused of stealing from a shop run by his aunt"),
    ],
)  # fmt: skip
def test_the_agent_of_a_passive_speaks_and_what_is_held_against_somebody_is_said(text, source, said):
    assert [(who, content) for who, _, content in told(text)] == [(source, said)]
