from django.db import migrations, models


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
    ]
