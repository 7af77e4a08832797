import pytest

from factcheck.compare.attributions import find_attributions
from factcheck.compare.attributions.statements import are_statements


@pytest.mark.parametrize(
    ("text", "is_statement"),
    [
        ("Holm left no doubt that the lake was low.", True),
        ("Holm said the lake was low.", True),
        ("No one said the lake was low.", False),
        ("Neither Holm nor Berg said the lake was low.", False),
        ("Holm never said the lake was low.", False),
    ],
)
def test_what_nobody_said_is_no_statement(text, is_statement):
    assert list(are_statements(text, find_attributions(text))) == [is_statement]
