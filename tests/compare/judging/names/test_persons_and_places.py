"""What the comparison says where one text names somebody and the other describes them, or names them otherwise."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity
NAME, ATTRIBUTION, FACT = EditKind.NAME, EditKind.ATTRIBUTION, EditKind.FACT


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("In March Chancellor Petrović left the hall.", "In March Chancellor Zdenka Petrović left the hall."),
        ("At noon Marrek, a ferryman, was fined.", "At noon J. T. Marrek, a ferryman, was fined."),
        ("At noon Marrek said the ferry was late.", "At noon Dusan Marrek said the ferry was late."),
    ],
)
def test_a_first_name_or_initials_before_a_surname_are_style(original, version):
    assert told(original, version) == ({EditKind.HOUSE_STYLE}, STYLE)
    assert told(version, original) == ({EditKind.HOUSE_STYLE}, STYLE)


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("On Monday the Bank of Orvia cut rates.", "On Monday the National Bank of Orvia cut rates."),
        ("He works for Telkom in Durban.", "He works for Vodacom Telkom in Durban."),
        ("She moved to Karelia last year.", "She moved to Upper Karelia last year."),
        ("On Monday the Marrek Post said it was true.", "On Monday the Post said it was true."),
    ],
)
def test_another_word_before_the_name_of_a_body_or_a_place_is_more_than_style(original, version):
    kinds, severity = told(original, version)

    assert NAME in kinds
    assert severity is MINOR


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("A farmer from Kent won the cup on Sunday.", "Oswin Halle from Kent won the cup on Sunday."),
        ("A Ruritanian nurse found the ring.", "Orla Dask found the ring."),
        ("The fair opened in Tarn on Friday.", "The fair opened in the capital on Friday."),
        (
            "A rescuer was praised for what she had done in the snow.",
            "A mother of three from Leeds, nurse Orla Dask, was praised for what she had done in the snow.",
        ),
    ],
)
def test_the_name_of_whom_the_other_text_only_describes_is_told(original, version):
    kinds, severity = told(original, version)

    assert NAME in kinds
    assert severity is MINOR


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("Halle drove to the coast.", "She drove to the coast.", STYLE),
        ("The farmer drove to the coast in May.", "Halle drove to the coast in May.", MINOR),
    ],
)
def test_a_pronoun_or_a_description_for_a_name_changes_the_name_and_raises_no_alarm(original, version, worth):
    for kinds, severity in (told(original, version), told(version, original)):
        assert NAME in kinds
        assert severity is worth


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The surgeon drove to the coast.", "She drove to the coast."),
        ("Halle heard a long ovation.", "The rousing ovation was long."),
        ("A clerk warned the owners of the café in May.", "A clerk from Tarn Town Council warned the café in May."),
    ],
)
def test_where_nobody_else_is_named_no_name_changes(original, version):
    kinds, severity = told(original, version)

    assert NAME not in kinds
    assert severity is not SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("“The pier is safe,” Orla Dask said.", "“The pier is safe,” a spokesman said."),
        (
            "“It is what he told us,” Port Authority spokesman Ivo Renn told Sky.",
            "“It is what he told us,” a spokesman told the Post.",
        ),
        ("“The pier is safe,” a Tarn Water spokesman said.", "“The pier is safe,” said Ivo Renn of Tarn Water."),
    ],
)
def test_a_named_speaker_who_becomes_an_unnamed_one_changes_the_name_and_the_credit(original, version):
    for kinds, severity in (told(original, version), told(version, original)):
        assert {NAME, ATTRIBUTION} <= kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Tarn officials said the pier was safe.", "Officials in Tarn said the pier was safe."),
        ("“The pier is safe,” the mayor said.", "“The pier is safe,” Ivo Renn said."),
        ("“The pier is safe,” Renn's spokesman told Sky.", "“The pier is safe,” Renn spokesman Karl Oye told Sky."),
    ],
)
def test_a_speaker_who_may_be_the_same_stays_the_source(original, version):
    _, severity = told(original, version)

    assert severity is not SUBSTANTIVE


def test_a_name_for_another_name_is_a_fact_of_another_kind_only_with_more_of_it():
    assert told("The drone came from Tarn.", "The drone came from Oslo.")[0] == {NAME}
    assert FACT in told("On Friday Ivo Renn won.", "On Friday Karl Oye won.")[0]


def test_another_whole_name_at_the_end_of_a_longer_change_is_another_name():
    kinds, severity = told(
        "In spring our old tenor Orla Dask left the choir of Tarn for good.",
        "In spring a retired cellist named Ivo Renn left the choir of Tarn for good.",
    )

    assert NAME in kinds
    assert severity is SUBSTANTIVE


def test_a_first_name_that_is_a_word_is_a_name_before_a_surname_too():
    kinds, severity = told("Rose said the pier was safe.", "Rose Dask said the pier was safe.")

    assert ATTRIBUTION not in kinds
    assert severity is MINOR


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The pier was praised by Orla Dask in Tarn.", "The pier was praised on a visit to Lowmere in Tarn."),
        ("She studied at Orvia's University of Tarn.", "She studied at Tarn University in Ruritania."),
        ("In March Dask's former clerk paid the fine.", "Lawrence Oye, her former clerk, paid the fine."),
        ("“It is safe,” clerk Orla K. Dask said.", "“It is safe, as was Tarn,” Dask said."),
        ("The guild met on June 6 in the hall.", "The guild met this month at Tarn in the hall."),
    ],
)
def test_a_name_that_stands_otherwise_in_its_sentence_is_not_in_the_place_of_another(original, version):
    assert told(original, version)[1] is not SUBSTANTIVE
    assert told(version, original)[1] is not SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("In spring the boat was sold by Orla Dask.", "In spring the boat was sold by Ivo Renn."),
        ("In spring Dask's boat burned in Tarn.", "In spring Oye's boat burned in Tarn."),
        ("In spring Orla Dask left the choir.", "In spring Ivo Dask left the choir."),
        ("They landed near Lowmere in May.", "They landed near Bergen in May."),
    ],
)
def test_a_name_that_stands_as_the_other_did_is_another(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = told(*pair)

        assert EditKind.NAME in kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The jury in Tarn heard Łukasz Ødegård.", "The jury in Tarn heard Lukasz Odegard."),
        ("The jury sat with Đorđe Sæther in Malmö.", "The jury sat with Dorde Saether in Malmo."),
        ("Tarnby Ferries ASA sold the pier.", "Tarnby Ferries sold the pier."),
        ("The pier went to Dask Oyj and Renn S.p.A. in May.", "The pier went to Dask and Renn in May."),
    ],
)
def test_a_name_without_its_accents_or_its_legal_form_is_style(original, version):
    assert told(original, version)[1] is STYLE
    assert told(version, original)[1] is STYLE


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("On Monday Youssef Amrani was fined.", "On Monday Yusuf Amrani was fined.", STYLE),
        ("On Monday Nadir Qadhi was fined.", "On Monday Nadir Kadi was fined.", STYLE),
        ("On Monday Oleg Yefremov was fined.", "On Monday Oleg Efremov was fined.", STYLE),
        ("The town fell to the UNRA, the dean said.", "The town fell to the UNRB, the dean said.", SUBSTANTIVE),
        ("On Monday Walid Amrani was fined.", "On Monday Waleed Amrani was fined.", STYLE),
        ("On Monday Karim Amrani was fined.", "On Monday Karam Amrani was fined.", MINOR),
        ("On Monday Hassan Amrani was fined.", "On Monday Hussein Amrani was fined.", SUBSTANTIVE),
        ("On Monday Pavel Amrani was fined.", "On Monday Piotr Amrani was fined.", SUBSTANTIVE),
    ],
)
def test_a_romanization_is_style_and_a_like_name_with_other_vowels_is_not(original, version, worth):
    assert told(original, version)[1] == worth
