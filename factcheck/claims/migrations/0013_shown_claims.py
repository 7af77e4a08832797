"""Readers see a contested claim once somebody makes it public; those that they saw until now stay public."""

from django.db import migrations, models
from django.db.models import Exists, OuterRef
from django.utils import timezone


def keep_public(apps, schema_editor):
    claims, positions = apps.get_model("claims", "Claim").objects, apps.get_model("claims", "Position").objects
    on_claim = positions.filter(claim=OuterRef("pk"))
    sides = [Exists(on_claim.filter(stance=stance)) for stance in ("supports", "denies")]
    claims.filter(*sides).update(shown_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("claims", "0012_dismissed_suggestions")]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="shown_at",
            field=models.DateTimeField(null=True, editable=False, verbose_name="made public as contested"),
        ),
        migrations.RunPython(keep_public, migrations.RunPython.noop),
    ]
