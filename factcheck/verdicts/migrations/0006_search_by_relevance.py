from django.db import migrations

from factcheck.search.index import make_searchable


class Migration(migrations.Migration):
    dependencies = [("verdicts", "0005_search")]

    operations = [
        make_searchable("verdicts_verdict", ["conclusion", "reasoning"]),
        make_searchable("verdicts_revision", ["claim_text", "conclusion", "reasoning"]),
    ]
