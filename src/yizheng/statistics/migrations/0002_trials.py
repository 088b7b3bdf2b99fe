from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("statistics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Trial",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("industry", models.CharField(max_length=60)),
                ("figures", models.JSONField(default=dict)),
                ("of", models.PositiveIntegerField(default=0)),
                ("tried", models.PositiveIntegerField(default=0)),
                ("data", models.JSONField(null=True)),
                ("touched_at", models.DateTimeField()),
            ],
        ),
    ]
