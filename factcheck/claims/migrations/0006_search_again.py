from django.db import migrations, models

from factcheck.search.index import make_searchable


class Migration(migrations.Migration):
    dependencies = [("claims", "0005_source_names")]

    operations = [
        make_searchable("claims_statement", ["exact"]),
        make_searchable("claims_sourcealias", ["name"]),
        migrations.AddIndex(
            "claim", models.Index(fields=["-created_at", "-id"], name="claims_clai_created_d60f41_idx")
        ),
        migrations.AddIndex(
            "conflict", models.Index(fields=["state", "-score", "-id"], name="claims_conf_state_9c56be_idx")
        ),
    ]
