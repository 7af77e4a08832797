from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("verdicts", "0010_media"),
    ]

    operations = [
        migrations.AddField(
            model_name="revision",
            name="checklist",
            field=models.JSONField(
                blank=True,
                help_text="Key, sentence, who and when, of each; not public.",
                null=True,
                verbose_name="what its reviewer ticked",
            ),
        ),
    ]
