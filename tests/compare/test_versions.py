from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.versions import SentenceFate, compare_versions
from factcheck.compare.words.segments import sentences

BASE = (
    "The council closed the bridge on Monday after an inspection found cracks in two pillars. "
    "Engineers expect repairs to last until the spring of next year. "
    "The mayor denied that the council had been warned.\n\n"
    "Bus lines nine and eleven are diverted through the harbour district."
)
TRIMMED = (
    "The council shut the bridge on Monday after an inspection found cracks in two pillars. "
    "Engineers expect repairs to last until the spring of next year."
)


def test_each_sentence_of_the_base_has_its_fate_in_each_version():
    family = compare_versions(BASE, [TRIMMED, BASE])

    assert [fate for fate, _ in family.versions[0].strip] == [
        SentenceFate.EDITED,
        SentenceFate.KEPT,
        SentenceFate.CUT,
        SentenceFate.CUT,
    ]
    assert [fate for fate, _ in family.versions[1].strip] == [SentenceFate.KEPT] * 4
    assert family.versions[0].told == "1 kept, 1 edited, 2 cut"


def test_a_version_reads_the_same_whichever_others_stand_beside_it():
    alone = compare_versions(BASE, [TRIMMED]).versions[0]

    assert compare_versions(BASE, [BASE, "Something else entirely.", TRIMMED]).versions[2] == alone


@given(st.text(), st.text())
def test_every_sentence_of_the_base_lies_in_one_cell(base, version):
    family = compare_versions(base, [version])

    assert len(family.versions[0].cells) == len(sentences(base)) == len(family.base)
