from django.db import migrations

from factcheck.search.index import make_searchable


class Migration(migrations.Migration):
    dependencies = [("claims", "0006_search_again")]

    operations = [
        make_searchable("claims_source", ["name", "role"]),
        make_searchable("claims_sourcealias", ["name"]),
        make_searchable("claims_statement", ["exact"]),
        make_searchable("claims_claim", ["text"]),
    ]
