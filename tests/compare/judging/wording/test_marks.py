"""What the comparison says where no word differs but marks or capitals make it another statement."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told

STYLE, _, SUBSTANTIVE = Severity
NAME, ATTRIBUTION, HEDGE, NEGATION, FACT = (
    EditKind.NAME,
    EditKind.ATTRIBUTION,
    EditKind.HEDGE,
    EditKind.NEGATION,
    EditKind.FACT,
)


@pytest.mark.parametrize(
    ("original", "version", "kind"),
    [
        ("The guild, said the harbour, broke off talks.", "The guild said the harbour broke off talks.", ATTRIBUTION),
        ("Orla Dask, says Ivo Renn, sold the ferry.", "Orla Dask says Ivo Renn sold the ferry.", ATTRIBUTION),
        ("The pilot, the owner said, was asleep.", "The pilot said the owner was asleep.", ATTRIBUTION),
        ("No, lanterns were lit on the pier.", "No lanterns were lit on the pier.", NEGATION),
        ("Sailors, who had no vest, drowned at Tarn.", "Sailors who had no vest drowned at Tarn.", FACT),
        ("The barges, which leak, are towed.", "The barges which leak are towed.", FACT),
        ("She keeps five year-old boats.", "She keeps five-year-old boats.", FACT),
        ("He and his wife, Orla, left.", "He, his wife and Orla left.", FACT),
        ("The guild sat on the West Bank in May.", "The guild sat on the west bank in May.", NAME),
        ("Sailors using the pier pay a fee.", "Sailors, using the pier, pay a fee.", FACT),
        ("Orla, Dask’s sister, and Ivo sail.", "Orla, Dask’s sister and Ivo sail.", FACT),
        ("She did not leave, because she was ill.", "She did not leave because she was ill.", NEGATION),
        ("The port needs more-skilled pilots.", "The port needs more skilled pilots.", FACT),
        ("Forty-odd clerks left the guild.", "Forty odd clerks left the guild.", FACT),
        ("Guild to sell the ferry?", "Guild to sell the ferry", HEDGE),
        ("Mr Dask left the pier in May.", "Ms Dask left the pier in May.", NAME),
        ("The ferry was lost to labour in Tarn.", "The ferry was lost to Labour in Tarn.", NAME),
        ("The town wants democratic reforms.", "The town wants Democratic reforms.", NAME),
    ],
)
def test_marks_and_capitals_that_make_another_statement_are_substantive(original, version, kind):
    assert told(original, version) == ({kind}, SUBSTANTIVE)
    assert told(version, original) == ({kind}, SUBSTANTIVE)


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("“The talks are off,” said the harbour.", "“The talks are off,” the harbour said."),
        ("Tarn, Orvia, and Lisbon were shut.", "Tarn, Orvia and Lisbon were shut."),
        ("A 5 year-old boat sank.", "A 5-year-old boat sank."),
        ("The Foreign Ministry shut the pier.", "The foreign ministry shut the pier."),
        ("She left, because she was ill.", "She left because she was ill."),
        ("The Tarn Harbour Fund said on Monday it would lend.", "The THF said on Monday it would lend."),
        ("The harbour, which is old, was shut.", "The harbour which is old was shut."),
        ("Now, the pier is shut.", "Now the pier is shut."),
        ("The port needs a part-time pilot.", "The port needs a part time pilot."),
        ("Mrs Dask left the pier in May.", "Ms Dask left the pier in May."),
        ("Mr Dask left the pier in May.", "Dask left the pier in May."),
        ("The Harbour Master shut the pier.", "The harbour master shut the pier."),
        ("The Labour Party shut the pier.", "The Labour party shut the pier."),
        ("LABOUR SHUTS THE PIER", "Labour shuts the pier"),
    ],
)
def test_marks_and_capitals_that_leave_the_statement_are_style(original, version):
    assert told(original, version)[1] is STYLE
    assert told(version, original)[1] is STYLE
