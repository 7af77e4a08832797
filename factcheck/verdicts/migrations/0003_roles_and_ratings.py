"""The groups of the desk, and the scale it starts with; administrators may change both."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

DESK_APPS = ("articles", "claims", "verdicts")
RATINGS = [
    ("True", "The claim is accurate, and nothing that matters is left out.", 5, "#1a7f4b"),
    ("Mostly true", "The claim is accurate but needs a clarification or more information.", 4, "#5a8f29"),
    (
        "Half true",
        "The claim is partly accurate and leaves out what matters or takes it out of its context.",
        3,
        "#9a7400",
    ),
    ("Mostly false", "The claim holds some truth but ignores facts that would give another impression.", 2, "#b35900"),
    ("False", "The claim is not accurate.", 1, "#b3261e"),
    ("Unproven", "There is not enough evidence to say whether the claim is accurate.", None, "#5b6472"),
    (
        "Disputed",
        "Sources that can be expected to know say opposite things, and nothing settles it yet.",
        None,
        "#6a4fa3",
    ),
]


def create_roles(apps, schema_editor):
    for label in DESK_APPS:
        app = installed_apps.get_app_config(label)
        create_permissions(app, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    groups = apps.get_model("auth", "Group").objects
    for_desk = apps.get_model("auth", "Permission").objects.filter(content_type__app_label__in=DESK_APPS)
    editing = for_desk.exclude(codename__startswith="delete_").exclude(codename="review_verdict")
    groups.get_or_create(name="Editors")[0].permissions.set(editing)
    groups.get_or_create(name="Reviewers")[0].permissions.set([*editing, *for_desk.filter(codename="review_verdict")])


def create_ratings(apps, schema_editor):
    ratings = apps.get_model("verdicts", "Rating").objects
    for label, definition, number, colour in RATINGS:
        slug = label.lower().replace(" ", "-")
        ratings.create(label=label, slug=slug, definition=definition, number=number, colour=colour)


class Migration(migrations.Migration):
    dependencies = [
        ("verdicts", "0002_append_only"),
        ("claims", "0001_initial"),
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(create_roles, migrations.RunPython.noop),
        migrations.RunPython(create_ratings, migrations.RunPython.noop),
    ]
