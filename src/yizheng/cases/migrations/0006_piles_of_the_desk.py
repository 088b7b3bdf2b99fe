"""The piles of the desk are read from indexes, and a pile is narrowed by the days on which the lamp turns."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from yizheng.cases.timing import lamps_of
from yizheng.catalogue import publishing
from yizheng.law.clocks import Run

RUNS = models.Q(due_on__isnull=False)


def light_all(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Work out when the lamps of the open item-cases turn."""
    rows = apps.get_model("cases", "ItemCase").objects
    for each in rows.filter(RUNS).iterator():
        lamps = lamps_of([Run.from_data(run) for run in each.runs], publishing.calendar())
        rows.filter(pk=each.pk).update(**lamps)


def index(name: str, *fields: str) -> migrations.AddIndex:
    """One index of the item-cases whose clock runs."""
    return migrations.AddIndex(model_name="itemcase", index=models.Index(fields=fields, name=name, condition=RUNS))


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_law_of_an_item"),
    ]

    operations = [
        migrations.AddField(model_name="itemcase", name="half_on", field=models.DateField(null=True)),
        migrations.AddField(model_name="itemcase", name="near_on", field=models.DateField(null=True)),
        migrations.RunPython(light_all, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name="itemcase", name="item_desk_of_section"),
        migrations.RemoveIndex(model_name="itemcase", name="item_desk_of_organ"),
        index("item_desk_of_section", "organ", "section", "due_on", "id", "state", "reviewer_id", "handling"),
        index("item_desk_of_organ", "organ", "due_on", "id", "state", "reviewer_id", "handling"),
        index("item_in_state", "organ", "state", "due_on", "id"),
        index("item_of_reviewer", "reviewer_id", "due_on", "id"),
        index("item_urged", "organ", "urged", "due_on", "id"),
    ]
