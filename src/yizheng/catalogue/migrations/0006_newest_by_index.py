"""Which version was published last is asked at every opinion and decision: by an index, not by reading contents."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0005_batches"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="catalogueversion",
            index=models.Index(fields=["published_at"], name="catalogue_published_at"),
        ),
    ]
