"""What is sealed with a verdict is the same whatever language its reviewer has, and is told in the reader's."""

import pytest
from django.core.management import call_command
from django.utils.translation import override

from factcheck.claims.strips.kept_words import label_retold
from factcheck.claims.voices import strength_retold
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.snapshot import Snapshot


@pytest.fixture
def verdict(db, media, settings):
    settings.IS_DEMONSTRATION = True
    call_command("load_demo", verbosity=0)
    return Verdict.objects.get(claim=1)


def test_a_snapshot_does_not_follow_the_language_of_whoever_publishes_it(verdict):
    with override("en"):
        english = Snapshot.of(verdict).as_json()
    with override("es"):
        spanish = Snapshot.of(verdict).as_json()

    assert spanish == english


def test_what_was_sealed_in_english_is_told_in_the_language_of_the_page():
    with override("es"):
        assert label_retold("denial by Andrey Klimov: left out") == "desmentido de Andrey Klimov: omitido"
        assert strength_retold("1 story · 4 anonymous people") == "1 noticia · 4 personas anónimas"


@pytest.mark.parametrize("kept", ["2 stories · 1 named source · 1 anonymous person", "1 named source", "", "as it was"])
def test_in_english_it_is_told_as_it_was_sealed(kept):
    with override("en"):
        assert strength_retold(kept) == kept
