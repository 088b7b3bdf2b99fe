"""The room as Django knows it."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room ledger."""

    name = "yizheng.ledger"
    label = "ledger"
    default = True
