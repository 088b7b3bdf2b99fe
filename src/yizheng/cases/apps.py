"""The room as Django knows it."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room cases."""

    name = "yizheng.cases"
    label = "cases"
    default = True
