"""Words that say how an office is held and whether a deed was done."""

import pytest

from factcheck.compare.findings import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, MINOR, SUBSTANTIVE = Severity


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The president-elect spoke in Lund.", "The president spoke in Lund."),
        ("The would-be hijacker sat by the door.", "The hijacker sat by the door."),
        ("The self-styled prince was held at the border.", "The prince was held at the border."),
        ("The co-founder of the choir, Ama Tetteh, has left.", "The founder of the choir, Ama Tetteh, has left."),
        ("The late owner of the kiln left no will.", "The owner of the kiln left no will."),
        ("The attempted coup lasted three hours.", "The coup lasted three hours."),
        ("He told of the failed robbery.", "He told of the robbery."),
        ("She was the mayor's former aide.", "She was the former mayor's aide."),
    ],
)
def test_an_office_or_a_deed_in_name_only_is_another_fact(original, version):
    kinds, severity = told(original, version)

    assert severity == SUBSTANTIVE
    assert EditKind.FACT in kinds


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("He owns Lund & Co. of Varna.", "He owns Lund of Varna."),
        ("He would be the second warden.", "He is to be the second warden."),
        ("The failed bank was sold.", "The bank was sold."),
        ("They met in late March.", "They met in March."),
        ("The former Chadian warden rowed.", "The Chadian former warden rowed."),
    ],
)
def test_such_a_word_beside_anything_else_raises_no_alarm(original, version):
    assert told(original, version)[1] != SUBSTANTIVE
