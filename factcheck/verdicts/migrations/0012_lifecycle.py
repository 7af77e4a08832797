import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from factcheck.search.index import make_searchable


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0007_search_by_relevance"),
        ("verdicts", "0011_checklist"),
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
                (
                    "ticked",
                    models.JSONField(
                        default=list, help_text="The keys of what its reviewer looked at in the checklist."
                    ),
                ),
                (
                    "refusal",
                    models.TextField(
                        blank=True, help_text="Why nothing was published at the time, until it is scheduled anew."
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SecondOpinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("sentence", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("settlement", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="revision",
            name="is_rated_twice",
            field=models.BooleanField(
                blank=True,
                help_text="Whether a second editor, who had not seen the verdict, rated the claim the same.",
                null=True,
            ),
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
        migrations.AddField(
            model_name="secondopinion",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="secondopinion",
            name="asked_of",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="secondopinion",
            name="rating",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="verdicts.rating",
            ),
        ),
        migrations.AddField(
            model_name="secondopinion",
            name="settled_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="secondopinion",
            name="settled_rating",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="verdicts.rating",
            ),
        ),
        migrations.AddField(
            model_name="secondopinion",
            name="verdict",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="opinions", to="verdicts.verdict"
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
        migrations.AddConstraint(
            model_name="secondopinion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at__isnull", True)),
                fields=("verdict",),
                name="second_opinion_is_awaited_from_one",
                violation_error_message="Somebody is asked for a second opinion already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondopinion",
            constraint=models.UniqueConstraint(
                fields=("verdict", "asked_of"),
                name="second_opinion_is_one_a_person",
                violation_error_message="This person has rated it already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondopinion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_at__isnull", True),
                    models.Q(("rating__isnull", False), models.Q(("sentence", ""), _negated=True)),
                    _connector="OR",
                ),
                name="second_opinion_has_a_rating_and_says_why",
                violation_error_message="Give a rating, and say why in a sentence.",
            ),
        ),
        make_searchable("verdicts_verdict", ["conclusion", "reasoning"]),  # SQLite has built its table anew
    ]
