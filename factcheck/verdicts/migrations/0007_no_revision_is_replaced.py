from django.db import migrations

from factcheck.ledger.append_only import refuse_replacement


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_nothing_is_replaced"), ("verdicts", "0006_search_by_relevance")]

    operations = [refuse_replacement("verdicts_revision", ["id"], ["verdict_id", "number"])]
