import pytest

from factcheck.compare import compare
from factcheck.compare.language.detection import language_in
from factcheck.compare.language.languages import language_of

NEGATED = {
    "es": ("El alcalde dijo que el puente es seguro.", "El alcalde dijo que el puente no es seguro."),
    "fr": ("Le maire a dit que le pont est sûr.", "Le maire a dit que le pont n’est pas sûr."),
    "de": ("Die Brücke ist sicher.", "Die Brücke ist nicht sicher."),
    "pt": ("O prefeito disse que a ponte é segura.", "O prefeito disse que a ponte não é segura."),
    "it": ("Il sindaco ha detto che il ponte è sicuro.", "Il sindaco ha detto che il ponte non è sicuro."),
    "ru": ("Мэр сказал, что мост безопасен.", "Мэр сказал, что мост не безопасен."),
    "uk": ("Мер сказав, що міст безпечний.", "Мер сказав, що міст не безпечний."),
    "ar": ("قال العمدة إن الجسر آمن.", "قال العمدة إن الجسر ليس آمنا."),
    "he": ("ראש העיר אמר כי הגשר בטוח.", "ראש העיר אמר כי הגשר אינו בטוח."),
    "zh": ("市长说大桥是安全的。", "市长说大桥是不安全的。"),
    "ja": ("橋は安全だと市長は述べた。", "橋は安全ではないと市長は述べた。"),
    "th": ("นายกเทศมนตรีกล่าวว่าสะพานปลอดภัย", "นายกเทศมนตรีกล่าวว่าสะพานไม่ปลอดภัย"),
}


@pytest.mark.parametrize("tag", NEGATED)
@pytest.mark.parametrize("said", ["its own", "en"])
def test_a_negation_that_comes_or_goes_is_substantive_in_every_language_with_lists(tag, said):
    plain, negated = NEGATED[tag]
    language = "en" if said == "en" else tag

    for pair in ((plain, negated), (negated, plain)):
        (row,) = compare(*pair, language=language).rows
        assert row.severity == "substantive"
        assert "negation" in row.kinds


@pytest.mark.parametrize("tag", NEGATED)
def test_a_text_is_known_by_its_script_or_its_function_words(tag):
    assert language_in(NEGATED[tag][0], default="en") == tag
    assert language_in(NEGATED[tag][0], default=tag) == tag


def test_english_stays_english_and_a_language_without_lists_is_what_the_caller_says():
    assert language_in("The mayor said that the bridge is safe.", default="en") == "en"
    assert language_in("Most jest bezpieczny, powiedział burmistrz.", default="pl") == "pl"


@pytest.mark.parametrize(
    ("tag", "original", "version"),
    [
        ("es", "El fondo tiene 1.500.000 coronas.", "El fondo tiene 1 500 000 coronas."),
        ("de", "Es kostet 3,5 Millionen.", "Es kostet 3.5 Millionen."),
        ("fr", "Il a dit : « Le pont est sûr »", "Il a dit : “Le pont est sûr”"),
        ("ar", "العدد ٥٠٠ شخص.", "العدد 500 شخص."),
        ("ar", "قَالَ العمدة إن الجسر آمن.", "قال العمدة إن الجسر آمن."),
    ],
)
def test_another_form_of_the_same_is_style(tag, original, version):
    (row,) = compare(original, version, language=tag).rows

    assert row.severity in (None, "style")


@pytest.mark.parametrize(
    ("tag", "original", "version", "kind"),
    [
        ("es", "Murieron 12 personas en el puente.", "Murieron 21 personas en el puente.", "number"),
        ("fr", "Le fonds a 1.500 couronnes.", "Le fonds a 1,5 couronnes.", "number"),
        ("ru", "На мосту был Иванов.", "На мосту был Петров.", "name"),
        ("fr", "Le maire parle d’un pont sûr ici.", "Le maire parle d’un « pont sûr » ici.", "quote"),
    ],
)
def test_a_number_a_name_or_quotation_marks_are_told_in_other_languages(tag, original, version, kind):
    rows = compare(original, version, language=tag).rows

    assert kind in {one for row in rows for one in row.kinds}
    assert "substantive" in {row.severity for row in rows}


def test_a_language_without_lists_says_that_it_is_not_judged():
    assert not language_of("pl").is_judged
    assert language_of("es-MX").is_judged
    assert language_of("en_GB").is_english
