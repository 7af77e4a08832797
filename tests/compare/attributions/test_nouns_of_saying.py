import pytest

from tests.compare.attributions.reading import told


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Sales fell after a report by the Oslo laboratory Nordlab that the milk was sour.",
         "the Oslo laboratory Nordlab", "report"),
        ("The march followed claims by rebels in the north that the milk was sour.", "rebels in the north", "claims"),
        ("There was an admission from the dairy’s lawyers on Friday that the milk was sour.",
         "the dairy’s lawyers", "admission"),
        ("Then came the statement by Vera Holm, the vet, that the milk was sour.", "Vera Holm, the vet", "statement"),
        ("Then came the ruling of the court that the milk was sour.", "the court", "ruling"),
        ("Shoppers stayed away on rumours that the milk was sour.", None, "rumours that"),
        ("Fears are growing that the milk was sour.", None, "Fears"),
        ("The view of the board is that the milk was sour.", "the board", "view"),
        ("Her answer was that nobody knew, and her belief is that the milk was sour.", "her", "belief"),
        ("A mother’s complaint that the milk was sour was ignored.", "mother’s", "complaint that"),
    ],
)  # fmt: skip
def test_a_noun_of_saying_has_the_owner_before_or_behind_it(text, source, cue):
    (found,) = told(text)

    assert (found[0], found[1].removesuffix(" that")) == (source, cue.removesuffix(" that"))
    assert found[2].startswith("that the milk was sour")


@pytest.mark.parametrize(
    "text",
    [
        "A report by the dairy that was leaked on Friday runs to 40 pages.",
        "A remark by Holm that most angered the farmers was cut from the film.",
        "A warning from the island that quickly reached London went unread.",
        "The call from the bridge that evening was short.",
    ],
)
def test_a_clause_that_only_describes_the_report_is_not_what_it_says(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Her claim that the quay was sold has been denied.", "that the quay was sold"),
        ("The envoy's claim that tolls had fallen was met with laughter.", "that tolls had fallen"),
        ("Her suggestion that the vote was rigged is likely to anger Oslo.", "that the vote was rigged"),
        ("Warnings that the quay could sink were ignored.", "that the quay could sink"),
    ],
)
def test_a_claim_that_is_a_subject_ends_before_the_main_verb(text, said):
    assert [content for _, _, content in told(text)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Holm repeated her claim that the quay had been sold.",
        "Holm heard claims that men who fish were paid too little.",
    ],
)
def test_a_claim_behind_a_verb_has_the_last_verb_for_its_own(text):
    assert told(text)[-1][2].endswith(text[-12:-1])


def test_whoever_denies_a_claim_denies_all_of_it():
    found = told("Her claim that the quay was sold has been denied by Holm.")

    assert ("Holm", "has been denied", "Her claim that the quay was sold") in found
    assert ("Her", "claim", "that the quay was sold") in found
