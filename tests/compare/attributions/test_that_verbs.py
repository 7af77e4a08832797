import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "source", "cue", "said"),
    [
        ("The tribunal held that the sale was void.", "The tribunal", "held", "that the sale was void"),
        ("The jury determined on Friday that the guard had lied.", "The jury", "determined", "that the guard had lied"),
        ("The inquest established that the brakes had failed.",
         "The inquest", "established", "that the brakes had failed"),
        ("Lawyers for Holm submitted that the sale was void.",
         "Lawyers for Holm", "submitted", "that the sale was void"),
        ("Vera Holm attested that the books were in order.", "Vera Holm", "attested", "that the books were in order"),
        ("The referee judged that the ball had crossed the line.",
         "The referee", "judged", "that the ball had crossed the line"),
        ("The court accepts that the widow was misled.", "The court", "accepts", "that the widow was misled"),
    ],
)  # fmt: skip
def test_a_verb_with_that_gives_somebodys_words(text, source, cue, said):
    assert told(text) == [(source, cue, said)]


@pytest.mark.parametrize(
    "text",
    [
        "The firm held that post until 2010.",
        "The ministers held talks that lasted all night.",
        "The students submitted essays that were marked in Bonn.",
        "The treaty was accepted by the islands in May.",
        "The lodgers were required to leave by noon.",
        "Holm moved that morning to Odense.",
    ],
)
def test_such_a_verb_without_a_that_clause_is_left_alone(text):
    assert told(text) == []
