"""How often the holder was reminded of a licence that lies at the window; SQLite makes the table anew for it."""

from django.db import migrations, models

from yizheng.ledger.append_only import never_deleted


class Migration(migrations.Migration):
    dependencies = [
        ("licences", "0003_permits_of_an_item"),
    ]

    operations = [
        migrations.AddField(
            model_name="licence",
            name="reminded",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        never_deleted("licences_licence"),
    ]
