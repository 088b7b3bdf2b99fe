"""Set the triggers again that SQLite lost when columns with a default were added (0003, 0005, 0007)."""

from django.db import migrations

from yizheng.ledger.append_only import append_only, never_deleted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_hearings_and_inquiries"),
    ]

    operations = [
        append_only("cases_decision"),
        never_deleted("cases_case"),
        never_deleted("cases_itemcase"),
    ]
