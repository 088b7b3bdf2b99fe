from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0011_caps_near_their_end"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["state", "industry", "received_at", "id"], name="case_of_industry"),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["industry", "given_at"], name="notice_of_industry"),
        ),
    ]
