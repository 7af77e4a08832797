from django.db import migrations, models

from factcheck.compare import Carried, locate


def look_again(apps, schema_editor):
    """Words that a version was said to lack may stand in what was received of its page."""
    cut = apps.get_model("claims", "Carriage").objects.filter(status="cut").select_related("statement", "article")
    for carriage in cut.iterator(chunk_size=200):
        place = locate(carriage.statement.exact, carriage.article.received)
        if place.status in (Carried.INTACT, Carried.SPLIT, Carried.ALTERED):
            carriage.status = "outside"
            carriage.save(update_fields=["status"])


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_agreements")]

    operations = [
        migrations.AlterField(
            model_name="carriage",
            name="status",
            field=models.CharField(
                choices=[
                    ("intact", "Intact"),
                    ("split", "Split"),
                    ("altered", "Altered"),
                    ("truncated", "Truncated"),
                    ("paraphrased", "Paraphrased"),
                    ("outside", "Outside"),
                    ("cut", "Cut"),
                ],
                max_length=12,
            ),
        ),
        migrations.RunPython(look_again, migrations.RunPython.noop),
    ]
