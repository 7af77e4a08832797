import pytest

from factcheck.compare import compare, find_attributions
from factcheck.compare.language.detection import language_in
from factcheck.compare.language.languages import language_of
from tests.compare.sentences import SENTENCES

QUOTATION_MARKS = '«»„“”"「『'
SPEAKERS = {
    "es": "Ruiz",
    "fr": "Le maire",
    "de": "Ruiz",
    "pt": "Ruiz",
    "it": "Ruiz",
    "ru": "Мэр",
    "uk": "Мер",
    "ar": "العمدة",
    "he": "ראש העיר",
    "zh": "市长",
    "ja": "市長",
    "th": "นายกเทศมนตรี",
}
NEGATED = {tag: language.negated[0] for tag, language in SENTENCES.items()}


def each(name):
    """Every pair of one kind with its language, to be given to a test by itself."""
    return [
        pytest.param(tag, pair, id=f"{tag}-{number}")
        for tag, language in SENTENCES.items()
        for number, pair in enumerate(getattr(language, name))
    ]


def judged(original, version, tag):
    """The worst severity, None where nothing changed, and all kinds."""
    rows = compare(original, version, language=tag).rows
    severities = [row.severity for row in rows if row.severity]
    return max(severities, key=lambda one: one.rank, default=None), {kind.value for row in rows for kind in row.kinds}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("tag", "pair"), [*each("negated"), *each("denied")])
def test_a_statement_that_is_turned_round_or_denied_is_substantive(tag, pair, swapped):
    severity, kinds = judged(*(pair[::-1] if swapped else pair), tag)

    assert severity == "substantive"
    assert "negation" in kinds


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("tag", "counted"), each("counted"))
def test_another_number_is_substantive(tag, counted, swapped):
    sentence, first, other, _ = counted
    pair = sentence.format(first), sentence.format(other)

    severity, kinds = judged(*(pair[::-1] if swapped else pair), tag)

    assert severity == "substantive"
    assert "number" in kinds


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("tag", "counted"), each("counted"))
def test_the_same_number_in_another_form_is_style(tag, counted, swapped):
    sentence, first, _, same = counted
    pair = sentence.format(first), sentence.format(same)

    severity, _ = judged(*(pair[::-1] if swapped else pair), tag)

    assert severity in (None, "style")


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("tag", "pair"), each("quoted"))
def test_the_quotation_marks_of_another_house_are_style(tag, pair, swapped):
    severity, _ = judged(*(pair[::-1] if swapped else pair), tag)

    assert severity == "style"


@pytest.mark.parametrize(("tag", "pair"), each("quoted"))
def test_taking_the_marks_off_a_quotation_is_substantive(tag, pair):
    unmarked = pair[0].translate(dict.fromkeys(map(ord, '«»„“”「」『』"')))

    severity, kinds = judged(pair[0], unmarked, tag)

    assert severity == "substantive"
    assert "quote" in kinds


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("tag", "pair"), each("harmless"))
def test_a_word_that_only_looks_like_a_negation_or_a_number_changes_nothing_substantive(tag, pair, swapped):
    severity, kinds = judged(*(pair[::-1] if swapped else pair), tag)

    assert severity != "substantive"
    assert not kinds & {"negation", "number"}


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


SPANISH = [
    ("El ministro visitó el puerto.", "El ministro habría visitado el puerto.", "hedge"),
    ("El muelle se hundió por la lluvia.", "El muelle se hundió al parecer por la lluvia.", "hedge"),
    ("Detuvieron al autor del incendio.", "Detuvieron al presunto autor del incendio.", "hedge"),
    ("La obra puede empezar en mayo.", "La obra quizá puede empezar en mayo.", "hedge"),
    ("La alcaldesa dijo que pagó la obra.", "La alcaldesa admitió que pagó la obra.", "attribution"),
    ("La alcaldesa dijo que pagó la obra.", "La alcaldesa asegura que pagó la obra.", "attribution"),
    ("El puente cierra el lunes, según la policía.", "El puente cierra el lunes.", "attribution"),
    ("El gobierno desmintió la venta del puerto.", "El gobierno anunció la venta del puerto.", "negation"),
    ("El gobierno descartó la venta del puerto.", "El gobierno explicó la venta del puerto.", "negation"),
    ("La acusación es cierta.", "La acusación es falsa.", "negation"),
    ("El muelle es legal.", "El muelle es ilegal.", "negation"),
    ("Tiene dos mil quince socios.", "Tiene dos mil cincuenta socios.", "number"),
    ("Costó un millón y medio.", "Costó un millón.", "number"),
    ("Ruiz dijo que el muelle “está cerrado”.", "Ruiz dijo que el muelle “está abierto”.", "quote"),
]


@pytest.mark.parametrize(("original", "version", "kind"), SPANISH)
def test_spanish_tells_hedges_denials_sources_numbers_and_quotations(original, version, kind):
    for pair in ((original, version), (version, original)):
        severity, kinds = judged(*pair, "es")

        assert severity == "substantive"
        assert kind in kinds


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Tiene 2.015 socios.", "Tiene dos mil quince socios."),
        ("Costó 1,5 millones.", "Costó un millón y medio."),
        ("El guión del acto cambia.", "El guion del acto cambia."),
        ("MÉXICO pide calma.", "MEXICO pide calma."),
        ("—El muelle está cerrado —dijo Ruiz.", "«El muelle está cerrado», dijo Ruiz."),
        ("Viajó a Catar.", "Viajó a Qatar."),
    ],
)
def test_spanish_in_another_house_style_is_style(original, version):
    for pair in ((original, version), (version, original)):
        assert judged(*pair, "es")[0] == "style"


@pytest.mark.parametrize(
    ("tag", "original", "version"),
    [
        ("es", "El puente esta cerrado.", "El puente está cerrado."),
        ("es", "Hablo con la prensa.", "Habló con la prensa."),
        ("de", "Die Brücke ist schon alt.", "Die Brücke ist schön alt."),
        ("ru", "Мой мост закрыт.", "Мои мост закрыт."),
    ],
)
def test_an_accent_that_tells_words_apart_is_more_than_style(tag, original, version):
    assert judged(original, version, tag)[0] == "minor"


def test_what_was_told_and_comes_back_beside_it_is_no_negation():
    severity, kinds = judged("Ayer no cerró el puente.", "El puente no cerró ayer.", "es")

    assert "negation" not in kinds
    assert severity != "substantive"


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_that_denies_and_is_cut_is_substantive(tag):
    _, denied = SENTENCES[tag].denied[0]

    (_, cut) = compare(f"{SENTENCES[tag].quoted[0][0]}\n{denied}", SENTENCES[tag].quoted[0][0], language=tag).rows

    assert (cut.kind, cut.severity) == ("cut", "substantive")


@pytest.mark.parametrize(("tag", "pair"), each("negated"))
def test_a_short_text_is_judged_in_its_language_where_nobody_says_which_it_is(tag, pair):
    severity, kinds = judged(*pair, "en")

    assert severity == "substantive"
    assert "negation" in kinds


@pytest.mark.parametrize(
    "text",
    [
        "Peshmerga enter Kobani",
        "Mr. Tanaka of La Paz met Ruiz",
        "Los Angeles to host El Salvador",
        "Bus fares rise",
        "12 345",
        "",
        "\x00\ud800\ufffe",
    ],
)
def test_a_few_words_that_tell_no_other_language_are_what_the_caller_says(text):
    assert language_in(text, default="en") == "en"


def test_who_says_a_language_other_than_english_is_believed():
    assert language_in("The mayor said that the bridge is safe.", default="es") == "es"


@pytest.mark.parametrize(("tag", "pair"), each("quoted"))
def test_direct_speech_is_found_with_who_says_it(tag, pair):
    for text in pair:
        [said] = find_attributions(text, language=tag)

        assert said.direct
        assert said.source is not None
        assert said.cue is not None
        assert said.content.of(text)[0] in QUOTATION_MARKS


def test_the_speakers_are_those_who_stand_beside_the_verb():
    sources = {tag: find_attributions(one.quoted[0][0], language=tag)[0].source for tag, one in SENTENCES.items()}

    named = {tag: source.of(SENTENCES[tag].quoted[0][0]) for tag, source in sources.items()}
    assert named == SPEAKERS
