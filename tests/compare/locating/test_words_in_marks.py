"""What stands inside quotation marks is what somebody said; the words between two of them are the paper's."""

import pytest

from factcheck.compare.locating import locate

QUOTE = "We told the ministry in March, and we told it again in May, and it did nothing."

ASIDE = "the smith lifts a finger, looks about, waits for the hall, where her sons sit, to be still"
LIFE = (
    "who has led the guild since the death of her father in the great fire and who is not known for gentle words about "
    "ministries or about those who work in them"
)


def status(quote, text):
    return locate(quote, text).status


@pytest.mark.parametrize(
    "text",
    [
        "“We told the ministry in March, and we told it again in May, and it did,” the smith said, “nothing.”",
        "“We,” said the smith, “told the ministry in March, and we told it again in May, and it did nothing.”",
        f"“We told the ministry in March” – {ASIDE} – “and we told it again in May, and it did nothing.”",
        f"“We told the ministry in March, and we told it again in May,” said the smith, {LIFE}, “and it did nothing.”",
        "“We told the ministry in March,” fumed she. “And we told it again in May.” A pause. “And it did nothing.”",
        "We told the ministry in March, the smith said, and we told it again in May, and it did nothing.",
    ],
)
def test_a_quotation_is_split_by_any_words_of_the_papers(text):
    assert status(QUOTE, text) == "split"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Not one penny more.", "Would the guild pay? “Not one penny,” said the smith, shutting her book, “more.”"),
        ("Yes, and gladly.", "Would the guild pay? “Yes,” said the smith, shutting her book, “and gladly.”"),
        ("But why now?", "“But why,” the smith wanted to know, “now?” Nobody answered."),
    ],
)
def test_a_few_words_are_found_split_where_all_stand_between_marks(quote, text):
    assert status(quote, text) == "split"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("But why now?", "But why should the guild pay? “Now,” said the smith."),
        ("Yes, and gladly.", "“Yes,” said the smith. Her sons came and gladly took the money."),
    ],
)
def test_a_few_words_of_which_the_paper_has_some_are_cut(quote, text):
    assert status(quote, text) == "cut"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (
            "Nous avons prévenu le ministère en mars, et il n'a rien fait.",
            "« Nous avons prévenu le ministère en mars, a rappelé la forgeronne, et il n’a rien fait. »",
        ),
        (
            "Abbiamo avvisato il ministero a marzo, e non ha fatto nulla.",
            "«Abbiamo avvisato il ministero a marzo – tuona la fabbra Anna Rui – e non ha fatto nulla».",
        ),
        (
            "Avisamos al ministerio en marzo y no hizo nada, como siempre.",
            "—Avisamos al ministerio en marzo —dijo la herrera— y no hizo nada, como siempre.",
        ),
        (
            "Ostrzegaliśmy ministerstwo w marcu, a ono nic nie zrobiło.",
            "– Ostrzegaliśmy ministerstwo w marcu – mówi kowalka Anna Ruiz – a ono nic nie zrobiło.",
        ),
        (
            "Wir haben das Ministerium im März gewarnt, und es hat nichts getan.",
            "»Wir haben das Ministerium im März gewarnt«, so die Schmiedin, »und es hat nichts getan.«",
        ),
        (
            "私たちは三月に警告した。五月にも警告した。",
            "「私たちは三月に警告した」と鍛冶屋は言い、「五月にも警告した」と続けた。",
        ),
    ],
)
def test_a_credit_splits_a_quotation_as_each_language_prints_it(quote, text):
    assert status(quote, text) == "split"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (
            "We will pay, but only if the court orders it.",
            "“We will pay,” said the smith. The court is closed for the summer.",
        ),
        (
            "The bell should have rung. We would still have lost two men.",
            "“The bell should have rung,” said the smith. Her rival would have lost his bet by two men.",
        ),
        (
            "We lost the ledger, we lost the copy of the ledger, and then we lost the clerk.",
            "Nothing is lost. “We lost the ledger,” said the smith, “we lost the copy of the ledger.” The clerk left.",
        ),
        (QUOTE, "“We told the ministry in March,” the smith said. “It did nothing.”"),
        (
            "Wir haben gebeten, gefleht und gedroht, und bekommen haben wir ein Faltblatt.",
            "„Wir haben gebeten, gefleht und gedroht“, sagte die Schmiedin. Die Behörde verteilt ein Faltblatt.",
        ),
    ],
)
def test_what_the_paper_tells_itself_does_not_count_as_quoted(quote, text):
    assert status(quote, text) == "truncated"


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("We will close both forges before the feast", "We have closed both forges before the feast"),
        (
            "The guild promised us twelve new anvils and a doctor by the spring",
            "The guild offered us two new anvils and a nurse by the autumn",
        ),
        ("I think that the owners are lying to us", "I know that the owners are lying to us"),
        ("I don’t think the forge is lost to us", "The forge is lost to us"),
        ("Nobody in the guild took the money home", "In the guild took the money home"),
    ],
)
def test_words_exchanged_inside_marks_alter_a_quotation(quote, printed):
    text = f"The forge has been cold since May. “{printed},” said the smith. The owners were lying low."

    assert status(quote, text) == "altered"


def test_a_paper_that_marks_a_part_of_what_it_says_is_read_as_a_whole():
    quote = "the yard was a death trap that should have been shut years ago"
    text = "The smith told them yesterday the yard was “a death trap that should really have been shut years ago”."

    assert status(quote, text) == "altered"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (
            "We will never sell the forge to strangers.",
            "“We will mend the forge,” said the smith. Strangers never buy it.",
        ),
        (
            "The strike will go on until the wages are paid.",
            "The strike ended on Monday. “The wages will be paid in full,” said the smith.",
        ),
        ("You cannot eat iron.", "“Iron is what this valley lives on,” said the smith. People eat what they can."),
        ("I’m no fool. I take my time.", "“He took his time,” said the smith. “You can take my time and my tools.”"),
    ],
)
def test_words_that_several_people_say_by_chance_are_no_place(quote, text):
    assert status(quote, text) == "cut"


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("We asked him for a forge and got a poem", "We asked him [the mayor] for a forge and got a poem"),
        ("We asked him for a forge and got a poem", "We asked him (the mayor) for a forge and got a poem"),
        ("We asked him [the mayor] for a forge and got a poem", "We asked him for a forge and got a poem"),
    ],
)
def test_an_editors_words_in_brackets_are_nobodys(quote, printed):
    assert status(quote, f"The smith is angry. “{printed},” she said. The mayor writes verse.") == "intact"


def test_a_word_that_an_editor_puts_in_place_of_another_alters_a_quotation():
    text = "The smith is angry. “We asked [the mayor] for a forge and got a poem,” she said. The mayor writes verse."

    assert status("We asked him for a forge and got a poem", text) == "altered"
