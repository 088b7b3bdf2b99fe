"""The words by which a case is found; cases filed before are found by theirs, too."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from yizheng.cases.search_words import Named, words_of

AT_ONCE = 200


def let_all_be_found(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Write the words of every case that has been filed."""
    cases, words = apps.get_model("cases", "Case"), apps.get_model("cases", "SearchWord")
    rows = []
    for case in cases.objects.filter(number__isnull=False).prefetch_related("item_cases").iterator(AT_ONCE):
        named = Named(
            number=case.number,
            holder=case.holder,
            holder_code=case.holder_code,
            premises=case.premises,
            industry=case.industry,
            items=tuple(each.item for each in case.item_cases.all()),
        )
        rows += [words(word=word, received_at=case.received_at, case_id=case.id, since=0) for word in words_of(named)]
        if len(rows) > AT_ONCE * 50:
            words.objects.bulk_create(rows)
            rows = []
    words.objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "word",
                        "received_at",
                        "case",
                        "since",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("word", models.CharField(max_length=40)),
                ("received_at", models.DateTimeField()),
                ("since", models.PositiveIntegerField()),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.RunPython(let_all_be_found, migrations.RunPython.noop),
    ]
