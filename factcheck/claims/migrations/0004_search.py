from django.db import migrations

from factcheck.search.index import make_searchable


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_joined_claims")]

    operations = [
        make_searchable("claims_source", ["name", "role"]),
        make_searchable("claims_statement", ["exact"]),
        make_searchable("claims_claim", ["text"]),
    ]
