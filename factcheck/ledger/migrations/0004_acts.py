from django.db import migrations, models

from factcheck.index_migrations import AddIndexBesideWrites


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("ledger", "0003_nothing_is_replaced")]

    operations = [
        AddIndexBesideWrites(
            model_name="entry",
            index=models.Index(fields=["act", "subject_id"], name="ledger_act"),
        ),
    ]
