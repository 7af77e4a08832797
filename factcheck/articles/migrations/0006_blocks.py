import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TABLE = "articles_article"


def drop_key_index(apps, schema_editor):
    """Drop the foreign key's own index, which two others begin with. Altering the field would rebuild the table on
    SQLite, and drop the triggers that keep it searchable."""
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, TABLE)
    for name, told in found.items():
        if told["index"] and told["columns"] == ["outlet_id"]:
            schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")


def make_key_index(apps, schema_editor):
    schema_editor.execute(f"CREATE INDEX articles_article_outlet_id ON {TABLE} (outlet_id)")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunPython(drop_key_index, make_key_index)],
            [
                migrations.AlterField(
                    model_name="article",
                    name="outlet",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="articles.outlet",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["outlet", "-id"], name="articles_ar_outlet__794fda_idx"),
        ),
        migrations.CreateModel(
            name="Block",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hash", models.BigIntegerField()),
                ("text", models.TextField(verbose_name="as it stood first")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("recognised", "furniture"),
                            ("asked", "to be decided"),
                            ("declined", "not furniture"),
                        ],
                        default="recognised",
                        max_length=10,
                    ),
                ),
                ("doubt", models.CharField(blank=True, max_length=200, verbose_name="why a person decides")),
                ("recognised_at", models.DateTimeField(auto_now_add=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="blocks", to="articles.outlet"
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("outlet", "hash"),
                        name="block_is_recognised_once",
                        violation_error_message="This line of the outlet is known already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Holding",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "article", "block", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holdings",
                        to="articles.article",
                    ),
                ),
                (
                    "block",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holdings",
                        to="articles.block",
                    ),
                ),
            ],
        ),
    ]
