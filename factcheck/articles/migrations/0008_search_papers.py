from django.db import migrations

from factcheck.search.index import make_searchable


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_search_by_relevance")]

    operations = [
        make_searchable("articles_story", ["title"]),
        make_searchable("articles_outlet", ["name", "domain"]),
    ]
