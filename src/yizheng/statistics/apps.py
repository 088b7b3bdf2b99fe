"""The room as Django knows it."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room statistics."""

    name = "yizheng.statistics"
    label = "statistics"
    default = True
