from django.db import migrations

from factcheck.search.index import make_searchable


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_blocks")]

    operations = [make_searchable("articles_article", ["headline", "byline", "text"])]
