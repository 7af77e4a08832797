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
