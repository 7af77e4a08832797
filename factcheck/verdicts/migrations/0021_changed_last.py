from django.db import migrations, models

from factcheck.index_migrations import AddIndexBesideWrites


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("verdicts", "0020_current_of")]

    operations = [
        AddIndexBesideWrites(
            model_name="verdict",
            index=models.Index(fields=["-changed_at", "-id"], name="verdict_changed_last"),
        ),
    ]
