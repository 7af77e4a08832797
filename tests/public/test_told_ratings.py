"""The ratings of the first scale are told in the language of the page, and those of a desk's own as it wrote them."""

import json
import re

import pytest

from factcheck.verdicts.models import Rating
from factcheck.verdicts.models.ratings import FIRST_SCALE
from factcheck.verdicts.translate_verdict import name_translation
from tests.factories import VerdictFactory
from tests.public.reading import PAGE


def test_a_new_desk_has_the_ratings_that_every_language_has_words_for(db):
    assert dict(Rating.objects.values_list("label", "definition")) == FIRST_SCALE


@pytest.mark.parametrize(
    "address", [PAGE, "/", "/claims/", "/claims/the-harbour-will-be-closed/", "/methodology/", "/search/?q=harbour"]
)
def test_a_page_tells_a_rating_in_its_language(corrected, address, client):
    label = corrected.current.rating_label
    told = {"False": "Falso", "Half true": "Verdad a medias", "True": "Verdadero", "Unproven": "Sin demostrar"}[label]

    assert f"{label}</span" in client.get(address).content.decode()
    assert f"{told}</span" in client.get(f"/es{address}").content.decode()


def test_a_rating_that_a_desk_named_stays_as_it_is(release, client):
    rating = Rating.objects.create(label="Pants on fire", slug="pof", definition="It burns.", colour="#000000")
    verdict = release(VerdictFactory(rating=rating))

    assert "Pants on fire</span>" in client.get(f"/es{verdict.get_absolute_url()}").content.decode()


def test_the_markup_tells_the_rating_in_the_language_of_the_review(corrected, release, editor, client):
    spanish = VerdictFactory(slug="el-puente")
    name_translation(spanish, of=corrected, language="es", editor=editor)
    release(spanish)

    page = client.get("/verdicts/el-puente/").content.decode()
    review = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert review["reviewRating"]["alternateName"] == "Falso"
