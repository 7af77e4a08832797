import pytest
from django.core.exceptions import ValidationError

from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.verdicts.models import NotAllowed, Translation
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.translate_verdict import language_of, leave_translations, name_translation
from factcheck.verdicts.undo_acts import undo
from tests.factories import VerdictFactory
from tests.verdicts.ticking import publish_ticked


@pytest.fixture
def english(db):
    return VerdictFactory()


@pytest.fixture
def spanish(english, editor):
    verdict = VerdictFactory()
    name_translation(verdict, of=english, language="es", editor=editor)
    return verdict


def together(verdict):
    rows = Translation.objects.beside(verdict)
    return {(row.verdict_id, row.original_id, row.language) for row in rows}


def undo_last(editor):
    undo(Entry.objects.all()[:1], editor=editor)


def test_each_of_two_verdicts_finds_the_other(english, spanish):
    pair = {(english.pk, english.pk, "en"), (spanish.pk, english.pk, "es")}

    assert together(english) == together(spanish) == pair


def test_a_third_language_joins_both(english, spanish, editor):
    french = VerdictFactory()

    name_translation(french, of=spanish, language="fr", editor=editor)

    assert (french.pk, english.pk, "fr") in together(english)
    assert len(together(spanish)) == 3


def test_there_is_one_verdict_in_a_language(english, spanish, editor):
    with pytest.raises(ValidationError, match="in this language among them already"):
        name_translation(VerdictFactory(), of=english, language="es", editor=editor)

    assert len(together(english)) == 2


def test_two_verdicts_in_one_language_say_nothing_in_another(english, editor):
    with pytest.raises(ValidationError, match="in this language"):
        name_translation(VerdictFactory(), of=english, language="en", editor=editor)

    assert not Translation.objects.exists()


def test_a_verdict_stands_beside_one_set_of_others(spanish, editor):
    with pytest.raises(NotAllowed, match="stands beside others already"):
        name_translation(spanish, of=VerdictFactory(), language="es", editor=editor)


def test_a_verdict_is_no_translation_of_itself(english, editor):
    with pytest.raises(NotAllowed, match="on one claim"):
        name_translation(english, of=english, language="es", editor=editor)


def test_a_retracted_verdict_joins_no_others(english, editor, reviewer):
    withdrawn = VerdictFactory(in_review=True)
    publish_ticked(withdrawn, reviewer=reviewer)
    retract_urgently(withdrawn, reviewer=reviewer, note="It was wrong.")

    with pytest.raises(NotAllowed, match="retracted"):
        name_translation(english, of=withdrawn, language="es", editor=editor)


def test_the_last_one_left_is_out_as_well(english, spanish, editor):
    leave_translations(spanish, editor=editor)

    assert not Translation.objects.exists()
    with pytest.raises(NotAllowed, match="stands alone"):
        leave_translations(english, editor=editor)


def test_those_left_behind_by_the_original_stay_together(english, spanish, editor):
    french = VerdictFactory()
    name_translation(french, of=english, language="fr", editor=editor)

    leave_translations(english, editor=editor)

    assert together(french) == {(spanish.pk, spanish.pk, "es"), (french.pk, spanish.pk, "fr")}
    assert not together(english)


def test_leaving_the_others_is_undone(english, spanish, editor):
    before = together(english)
    leave_translations(english, editor=editor)

    undo_last(editor)

    assert together(spanish) == before


def test_naming_a_translation_is_undone_once(english, spanish, editor):
    act = Entry.objects.all()[:1].get()
    undo([act], editor=editor)

    assert not Translation.objects.exists()
    with pytest.raises(CannotUndo, match="undone already"):
        undo([act], editor=editor)


def test_naming_one_is_not_undone_under_another(english, spanish, editor):
    act = Entry.objects.all()[:1].get()
    name_translation(VerdictFactory(), of=english, language="fr", editor=editor)

    with pytest.raises(CannotUndo, match="changed since"):
        undo([act], editor=editor)


def test_the_language_of_a_verdict_is_the_named_one_or_that_of_its_words(english, spanish):
    written = VerdictFactory(
        claim__text="El puente de la ciudad es seguro.",
        conclusion="Los inspectores cerraron el puente la misma semana.",
        reasoning="Así lo dice el informe de la inspección, que está en la página del ayuntamiento.",
    )

    assert [language_of(verdict) for verdict in (spanish, written, english)] == ["es", "es", "en"]
