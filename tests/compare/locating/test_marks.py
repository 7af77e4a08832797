"""What an editor, a page or a wire put between somebody's words makes no other words of them."""

import pytest

from factcheck.compare.locating import locate
from factcheck.compare.locating.marks import without_marks

QUOTE = "We asked the harbour master for pumps, and he gave us a poem about pumps"


def said(words):
    return f"The cellar was under water by noon. “{words},” the baker said. Her neighbours own no pumps."


@pytest.mark.parametrize(
    "printed",
    [
        "We asked the harbour master for pumps, and he gave [sic] us a poem about pumps",
        "We asked the harbour master for pumps, and he gave us a poem (emphasis added) about pumps",
        "We asked the harbour master for pumps (laughs), and he gave us a poem about pumps",
        "We asked the harbour master for pumps [Her emphasis.], and he gave us a poem about pumps",
        "We asked the harbour master for <em>pumps</em>, and he gave us <a href='/poem'>a poem</a> about pumps",
        "We asked the harbour master for pumps,<sup>[4]</sup> and he gave us a poem about pumps",
    ],
)
def test_notes_and_tags_leave_a_quotation_intact(printed):
    assert locate(QUOTE, said(printed)).status == "intact"


@pytest.mark.parametrize(
    "printed",
    [
        "We asked the harbour master (sick) for pumps, and he sent us a poem about pumps",
        "We asked [the mayor] for pumps, and he gave us a poem about pumps",
        "We asked the harbour master for pumps, and he gave us laughs about pumps",
    ],
)
def test_what_stands_in_brackets_or_reads_like_a_note_may_be_another_word(printed):
    assert locate(QUOTE, said(printed)).status == "altered"


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("He’ll never say it’s wet down there", "Heâ€™ll never say itâ€™s wet down there"),
        ("The café has no pump and no floor", "The cafÃ© has no pump and no floor"),
        ("They don’t pump water out of a poem", "They don\ufffdt pump water out of a poem"),
    ],
)
def test_signs_damaged_on_the_way_are_read_as_what_they_were(quote, printed):
    assert locate(quote, said(printed)).status == "intact"


def test_every_character_keeps_its_place():
    text = "a <b>word</b> [sic] &amp; cafÃ© — 3 < 4 and 5 > 2 (so far)"

    read = without_marks(text)

    assert len(read) == len(text)
    assert read.split() == ["a", "word", "&", "caf\u00adé", "—", "3", "<", "4", "and", "5", ">", "2", "(so", "far)"]
