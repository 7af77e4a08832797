import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from factcheck.search.index import make_searchable


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0007_search_by_relevance"),
        ("verdicts", "0009_unsaved_text"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RetractionProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(help_text="Why it is retracted, for readers.")),
                ("proposed_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Schedule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("publish_at", models.DateTimeField(verbose_name="public from")),
                ("sha256", models.CharField(help_text="Of the submission that was approved.", max_length=64)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("published", "Published"),
                            ("updated", "Updated"),
                            ("corrected", "Corrected"),
                            ("clarified", "Clarified"),
                            ("retracted", "Retracted"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.AddField(
            model_name="revision",
            name="is_urgent",
            field=models.BooleanField(
                blank=True, help_text="Of a retraction: whether one person decided it.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="verdict",
            name="claim",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="verdicts",
                related_query_name="verdict",
                to="claims.claim",
            ),
        ),
        migrations.AlterField(
            model_name="verdict",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("in_review", "in review"),
                    ("scheduled", "Scheduled"),
                    ("published", "Published"),
                    ("retracted", "Retracted"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "retracted"), _negated=True),
                fields=("claim",),
                name="claim_has_one_verdict_that_is_not_retracted",
                violation_error_message="The claim has a verdict already.",
            ),
        ),
        migrations.AddField(
            model_name="retractionproposal",
            name="proposed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="retractionproposal",
            name="verdict",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="retraction_proposal", to="verdicts.verdict"
            ),
        ),
        migrations.AddField(
            model_name="schedule",
            name="verdict",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="schedule", to="verdicts.verdict"
            ),
        ),
        migrations.AddConstraint(
            model_name="retractionproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("note", ""), _negated=True),
                name="retraction_proposal_says_why",
                violation_error_message="Say why the verdict is to be retracted; readers see the reason.",
            ),
        ),
        make_searchable("verdicts_verdict", ["conclusion", "reasoning"]),  # SQLite has built its table anew
    ]
