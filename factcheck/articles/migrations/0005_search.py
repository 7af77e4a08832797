from datetime import date

from django.db import migrations, models
from django.db.models.functions import Coalesce

from factcheck.search.index import make_searchable


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_version_suggestions")]

    operations = [
        migrations.RemoveIndex(
            model_name="article",
            name="articles_ar_outlet__ec0a32_idx",
        ),
        migrations.AddField(
            model_name="article",
            name="listed_on",
            field=models.GeneratedField(
                db_persist=True,
                expression=Coalesce("published_on", models.Value(date(1, 1, 1))),
                output_field=models.DateField(),
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["published_on"], name="articles_ar_publish_896118_idx"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-listed_on", "-id"], name="articles_ar_listed__bf4ba1_idx"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["outlet", "-listed_on", "-id"], name="articles_ar_outlet__e732b3_idx"),
        ),
        make_searchable("articles_article", ["headline", "byline", "text"]),
    ]
