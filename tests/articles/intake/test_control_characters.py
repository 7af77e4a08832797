import json

import pytest

from factcheck.articles.intake.batches import import_file
from factcheck.articles.models import Article

TEXT = "The bridge is shut, the mayor said.\n\nEngineers said it was safe."


@pytest.mark.django_db
@pytest.mark.parametrize("character", ["\x7f", "\x00", "\x01", "\x9f", "\ud83d", "\uffff"])
def test_a_control_character_in_one_row_is_left_out_of_the_reading_text_and_told(character, tmp_path):
    path = tmp_path / "rows.jsonl"
    rows = [
        {"text": TEXT.replace("mayor", f"may{character}or"), "headline": f"The{character} bridge"},
        {"text": "Sound."},
    ]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))

    import_file(path, actor=None)

    article = Article.objects.order_by("pk").first()
    assert article.text == TEXT
    assert article.headline == "The bridge"
    assert len(article.received) == len(TEXT) + 1
    told = [finding["because"] for finding in article.findings if finding["what"] == "control characters"]
    assert told == ["control characters stand in 1 places, and are left out"]
