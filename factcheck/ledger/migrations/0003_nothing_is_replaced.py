from django.db import migrations

from factcheck.ledger.append_only import only_move_on, refuse_replacement


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_append_only")]

    operations = [
        refuse_replacement("ledger_entry", ["id"], ["hash"], ["previous_hash"]),
        refuse_replacement("ledger_head", ["id"]),
        only_move_on("ledger_head"),
    ]
