import pytest

from factcheck.public.templatetags.parts import clipped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the bridge", "the bridge"),
        ("the bridge reopens in May", "the bridge…"),
        ("https://paper.example/a", "https://paper…"),
        ("桥梁在五月重新开放给所有的行人和车辆", "桥梁在五月重新开放给所有的…"),
    ],
)
def test_what_is_too_long_ends_with_a_whole_word_where_there_is_one(text, shown):
    assert clipped(text, 14) == shown
