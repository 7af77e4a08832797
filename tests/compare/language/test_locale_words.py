"""Names, numbers, units and marks by language: a few that anyone can check, and what holds for every language."""

from fractions import Fraction

import pytest

from factcheck.compare.language.locale_words import (
    country_of,
    currencies,
    halves_of_day,
    months,
    number_words,
    ordinal_words,
    quotation_marks,
    scale_words,
    separators,
    territories,
    units,
    weekdays,
)

LANGUAGES = ["en", "es", "fr", "de", "pt", "it", "ru", "uk", "ar", "he", "zh", "ja", "th"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_whole_year_and_week(language):
    assert set(months(language).values()) == set(range(1, 13))
    assert set(weekdays(language).values()) == set(range(7))
    assert set(halves_of_day(language).values()) == {"am", "pm"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_counts_to_ninety_nine_and_has_words_for_thousands(language):
    assert set(number_words(language).values()) == set(range(100))
    assert 1_000 in scale_words(language).values()
    assert 1_000_000 in scale_words(language).values() or language in {"zh", "ja"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_the_same_countries(language):
    newest = {"CQ"}  # Sark, which English alone has yet

    assert set(territories(language).values()) | newest == set(territories("en").values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_signs_for_numbers_and_speech(language):
    signs = separators(language)

    assert signs is not None
    assert signs.decimal != signs.grouping
    assert len(quotation_marks(language)) == 2


def test_of_a_language_that_is_not_there_nothing_is_known():
    assert not territories("xx")
    assert not units("xx")
    assert not number_words("xx")
    assert not quotation_marks("xx")
    assert separators("xx") is None
    assert country_of("France", "xx") is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("France", "FR"),
        ("French", "FR"),
        ("Frenchman", "FR"),
        ("Brazilians", "BR"),
        ("British", "GB"),
        ("US", "US"),
        ("Turkish", "TR"),
        ("Scottish", "GB-SCT"),
        ("us", None),
        ("polish", None),
        ("table", None),
    ],
)
def test_english_peoples_belong_to_their_country(word, code):
    assert country_of(word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [("España", "ES"), ("francesas", "FR"), ("chilenos", "CL"), ("alemana", "DE"), ("iraquíes", "IQ"), ("mesa", None)],
)
def test_spanish_peoples_belong_to_their_country_in_every_form(word, code):
    assert country_of(word, "es") == code


@pytest.mark.parametrize(
    ("language", "word", "number"),
    [
        ("en", "twenty-one", 21),
        ("es", "cuarenta y dos", 42),
        ("fr", "quatre-vingt-dix", 90),
        ("de", "siebenundzwanzig", 27),
        ("pt", "dezesseis", 16),
        ("it", "ventuno", 21),
        ("ru", "пяти", 5),
        ("uk", "п'ять", 5),
        ("ar", "ثلاثة", 3),
        ("he", "שלוש", 3),
        ("zh", "二十", 20),
        ("ja", "三", 3),
        ("th", "ยี่สิบเอ็ด", 21),
    ],
)
def test_number_words_have_their_worth(language, word, number):
    assert number_words(language)[word] == number


def test_scales_are_those_of_the_language():
    assert scale_words("en")["billion"] == 10**9
    assert scale_words("es")["billones"] == 10**12
    assert scale_words("de")["milliarden"] == 10**9
    assert scale_words("ja")["万"] == 10**4
    assert scale_words("th")["แสน"] == 10**5


def test_ordinals_and_cardinals_are_kept_apart():
    assert ordinal_words("en")["twenty-first"] == 21
    assert ordinal_words("es")["tercera"] == 3
    assert "third" not in number_words("en")


def test_signs_in_numbers_differ_by_language():
    assert separators("en") == (".", ",")
    assert separators("de") == (",", ".")
    assert separators("fr") == (",", " ")


def test_marks_of_speech_differ_by_language():
    assert quotation_marks("de")[0] == ("„", "“")
    assert quotation_marks("es")[0] == ("«", "»")
    assert quotation_marks("ja")[0] == ("「", "」")


def test_units_convert_to_one_base():
    fahrenheit = units("en")["degrees fahrenheit"]

    assert units("en")["miles"].factor == Fraction("1609.344")
    assert units("es")["kilómetros"].factor == 1_000
    assert units("en")["metres"] == units("en")["meters"]
    assert units("en")["pounds"].factor == Fraction("0.45359237")
    assert fahrenheit.factor * 212 + fahrenheit.offset == Fraction("373.15")


def test_halves_of_the_day_are_known_as_papers_write_them():
    assert halves_of_day("en")["p.m."] == "pm"
    assert halves_of_day("en")["am"] == "am"
    assert halves_of_day("es")["p. m."] == "pm"


def test_money_is_known_by_name_and_sign():
    assert currencies("en")["us dollars"] == "USD"
    assert currencies("es")["pesos mexicanos"] == "MXN"
    assert currencies("fr")["€"] == "EUR"
