from decimal import Decimal

import pytest

from factcheck.compare.findings import Span
from factcheck.compare.language.numbers import tokens_at


def numbers(text, language):
    return [token for token, _ in tokens_at(text, Span(0, len(text)), language) if isinstance(token, Decimal)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "dos mil quince", "2015"),
        ("es", "un millón y medio", "1500000"),
        ("es", "mil novecientos treinta y seis", "1936"),
        ("es", "tres mil millones", "3000000000"),
        ("fr", "quatre-vingt-dix", "90"),
        ("fr", "deux cent quarante mille", "240000"),
        ("de", "3,5 Mio", "3500000"),
        ("de", "einundzwanzig", "21"),
        ("pt", "cento e vinte", "120"),
        ("it", "tre miliardi", "3000000000"),
        ("ru", "двести сорок тысяч", "240000"),
        ("uk", "три мільйони", "3000000"),
        ("ar", "٣٫٥ مليون", "3500000"),
        ("he", "שני מיליון וחצי", "2500000"),
        ("zh", "三千万", "30000000"),
        ("zh", "一千一百", "1100"),
        ("ja", "3億5千万", "350000000"),
        ("th", "สองแสน", "200000"),
    ],
)
def test_a_number_in_words_is_worth_what_it_is_in_digits(language, text, value):
    assert numbers(text, language) == [Decimal(value)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "un puente"), ("fr", "une rue"), ("de", "eine Brücke"), ("zh", "一些人"), ("th", "สามารถ"), ("zh", "四川")],
)
def test_an_article_or_a_word_that_only_looks_like_a_number_is_none(language, text):
    assert numbers(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [("es", "en 2010 15 personas", ["2010", "15"]), ("ru", "12, 21", ["12", "21"]), ("fr", "de 3 à 5", ["3", "5"])],
)
def test_two_numbers_beside_each_other_stay_two(language, text, values):
    assert numbers(text, language) == [Decimal(value) for value in values]


def test_a_number_stands_where_its_first_and_last_word_do():
    text = "Costó un millón y medio ayer."

    [(_, span)] = [one for one in tokens_at(text, Span(0, len(text)), "es") if isinstance(one[0], Decimal)]

    assert span.of(text) == "un millón y medio"
