from django.db import migrations

from factcheck.ledger.append_only import make_append_only


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [make_append_only("ledger_entry")]
