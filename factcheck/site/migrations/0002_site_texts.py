"""The texts of the site stand in a table of their own, by page and language, with all that they said before."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

MOVED = {"about": "about", "methodology": "methodology", "corrections": "complaints"}


def move_texts(apps, schema_editor):
    profiles, texts = apps.get_model("site", "SiteProfile").objects, apps.get_model("site", "SiteText").objects
    for profile in profiles.all():
        for field, page in MOVED.items():
            if text := getattr(profile, field):
                language = settings.LANGUAGE_CODE
                texts.create(page=page, language=language, text=text, is_published=True, written_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [
        ("site", "0001_profile"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SiteText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "page",
                    models.CharField(
                        choices=[
                            ("about", "About"),
                            ("people", "People"),
                            ("funding", "Funding and ownership"),
                            ("non-partisanship", "Non-partisanship"),
                            ("methodology", "Method"),
                            ("complaints", "Complaints and corrections"),
                            ("diversity", "Diversity"),
                            ("privacy", "Privacy"),
                            ("accessibility", "Accessibility"),
                            ("licence", "Licence"),
                        ],
                        max_length=20,
                    ),
                ),
                ("language", models.CharField(max_length=15)),
                ("text", models.TextField(blank=True, max_length=20000)),
                ("is_published", models.BooleanField(default=False)),
                ("written_at", models.DateTimeField()),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "indexes": [models.Index(fields=["page", "language", "-id"], name="newest_text_of_page")],
            },
        ),
        migrations.RunPython(move_texts, migrations.RunPython.noop),
        migrations.RemoveField(model_name="siteprofile", name="about"),
        migrations.RemoveField(model_name="siteprofile", name="methodology"),
        migrations.RemoveField(model_name="siteprofile", name="corrections"),
    ]
