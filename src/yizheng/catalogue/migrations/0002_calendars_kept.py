"""The calendars as they were published, so that it can be said what a later notice changed; the table only grows."""

import uuid

from django.db import migrations, models

from yizheng.ledger.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarVersion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64, verbose_name="内容摘要")),
                ("content", models.TextField(verbose_name="内容")),
                ("published_at", models.DateTimeField(verbose_name="公布时间")),
                ("published_by", models.CharField(max_length=100, verbose_name="公布人")),
            ],
            options={
                "verbose_name": "工作日历版本",
                "ordering": ["published_at"],
            },
        ),
        append_only("catalogue_calendarversion"),
    ]
