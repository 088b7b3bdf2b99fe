from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("licences", "0002_life_of_permits"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="permit",
            index=models.Index(fields=["item", "granted_on", "id"], name="permit_of_item"),
        ),
    ]
