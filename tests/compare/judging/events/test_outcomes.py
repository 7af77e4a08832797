"""What happened, and what only is told in other words."""

import pytest

from factcheck.compare.findings import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The port turned the offer down on Monday.", "The port accepted the offer on Monday."),
        ("The senate waved through a levy on kelp.", "The senate threw out a levy on kelp."),
        ("The guild called off its march to Varna.", "The guild went ahead with its march to Varna."),
        ("The baker hurt by the slab is in intensive care.", "The baker hurt by the slab has died."),
        ("The smuggler walked free from the court in Aswan.", "The smuggler was sent to prison by the court in Aswan."),
        ("The mill is laying off 40 weavers.", "The mill is taking on 40 weavers."),
        ("The dean stood by her report on the wells.", "The dean took back her report on the wells."),
        ("The herd of saiga shrank last year.", "The herd of saiga grew last year."),
        ("The bank tightened its rules on loans.", "The bank relaxed its rules on loans."),
        ("The new gate makes it easier to leave.", "The new gate makes it harder to leave."),
        ("The panel found the search lawful.", "The panel found the search unlawful."),
        ("It was the driest April in Lund.", "It was the wettest April in Lund."),
    ],
)
def test_what_turned_out_otherwise_is_another_fact(original, version):
    kinds, severity = told(original, version)

    assert severity == SUBSTANTIVE
    assert EditKind.FACT in kinds


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The port turned the offer down on Monday.", "The port rejected the offer on Monday."),
        ("The guild called off its march to Varna.", "The guild cancelled its march to Varna."),
        ("The boat went down off Varna.", "The boat sank off Varna."),
        (
            "The goal came with two minutes to go in the second half.",
            "The goal came with two minutes left in the half.",
        ),
        ("The mayor put the vote off.", "The mayor postponed the vote."),
        ("The lake is deep, the divers said.", "The lake is deeper, the divers said."),
        ("They live under the arch.", "They live beside the arch, and unpack."),
    ],
)
def test_a_set_phrase_for_the_word_it_stands_for_is_no_other_fact(original, version):
    assert told(original, version)[1] != SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The barge would have sunk off Varna.", "The barge sank off Varna."),
        ("All ferries to the isle but one were cancelled.", "All ferries to the isle were cancelled."),
        ("The glue is linked to the rash.", "The glue causes the rash."),
        ("The twins are in a stable condition.", "The twins are in a critical condition."),
        ("He was heard as a witness for an hour.", "He was heard as a suspect for an hour."),
        ("The jury failed to agree on the cooper.", "The jury convicted the cooper."),
        ("The storm hastened the opening of the weir.", "The storm delayed the opening of the weir."),
        ("The last goats are being taken off the barge.", "The last goats have been taken off the barge."),
        ("The third cooper has left hospital.", "The third cooper has been taken to hospital."),
        ("The smuggler was given a suspended sentence.", "The smuggler was jailed."),
        ("Sales of kelp picked up in May.", "Sales of kelp fell off in May."),
        ("The mill was on the point of collapse.", "The mill had collapsed."),
        ("The mayor should have been told of it.", "The mayor had been told of it."),
    ],
)
def test_what_did_not_happen_or_to_somebody_else_is_another_fact(original, version):
    assert told(original, version)[1] == SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The barge may have sunk off Varna.", "The barge might have sunk off Varna."),
        ("The ban on kelp remains in force.", "The ban on kelp has not been lifted."),
        ("Fires broke out in the north of Chad.", "Fires broke out in northern Chad."),
        ("The plan was scrapped in May.", "The plan was abandoned in May."),
        ("Lund has been treated for gout and Dask has fever.", "Lund had gout and Dask is being treated for fever."),
        ("All but the cook left, but one came back.", "All but the cook left, and one came back."),
    ],
)
def test_what_is_as_unsure_or_denied_by_its_opposite_raises_no_alarm(original, version):
    assert told(original, version)[1] != SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("The baker died in Lund on Monday.", "The baker died of cholera in Lund on Monday.", SUBSTANTIVE),
        ("The baker died from burns in Lund.", "The baker died in Lund.", SUBSTANTIVE),
        ("The last member of the guild died.", "The last member died.", MINOR),
        ("Two deckhands are missing.", "Two deckhands drowned.", SUBSTANTIVE),
        ("Two deckhands were killed.", "Two deckhands drowned.", MINOR),
        ("The guild is unable to pay.", "The guild is unwilling to pay.", SUBSTANTIVE),
        ("She spoke for the defence.", "She spoke for the prosecution.", SUBSTANTIVE),
        ("He is the tenant of the mill.", "He is the landlord of the mill.", SUBSTANTIVE),
        ("The paint is inflammable.", "The paint is flammable.", STYLE),
    ],
)
def test_what_somebody_died_of_and_on_which_side_he_stood_are_facts(original, version, worth):
    assert told(original, version)[1] == worth


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        (
            "Orla Dask, a hotel owner, bought the mill.",
            "Orla Dask, a convicted smuggler, bought the mill.",
            SUBSTANTIVE,
        ),
        ("Orla Dask, a teacher, bought the mill.", "Orla Dask, a disgraced teacher, bought the mill.", SUBSTANTIVE),
        ("Orla Dask, a teacher, bought the mill.", "Orla Dask, a local teacher, bought the mill.", MINOR),
    ],
)
def test_that_somebody_described_was_convicted_is_a_fact(original, version, worth):
    assert told(original, version)[1] == worth


@pytest.mark.parametrize(
    ("original", "version", "worth"),
    [
        ("The rebels captured the port.", "The rebels shelled the port.", SUBSTANTIVE),
        ("The judges upheld the fine.", "The judges quashed the fine.", SUBSTANTIVE),
        ("The salve cures warts.", "The salve eases warts.", SUBSTANTIVE),
        ("The blaze is spreading.", "The blaze is contained.", SUBSTANTIVE),
        ("The barge was diverted.", "The barge was delayed.", SUBSTANTIVE),
        ("Fees rose sharply.", "Fees rose slightly.", SUBSTANTIVE),
        ("The guild made a profit.", "The guild made a loss.", SUBSTANTIVE),
        ("She left the mill to her daughter.", "She left the mill to her stepdaughter.", SUBSTANTIVE),
        ("The weir rarely leaks.", "The weir often leaks.", SUBSTANTIVE),
        ("The ban is temporary.", "The ban is permanent.", SUBSTANTIVE),
        ("The rebels captured the port.", "The rebels seized the port.", MINOR),
        ("The guild made a profit.", "The guild made a gain.", MINOR),
    ],
)
def test_one_step_of_a_scale_or_one_kin_for_another_is_another_fact(original, version, worth):
    assert told(original, version)[1] in ((worth,) if worth == SUBSTANTIVE else (STYLE, MINOR))
