"""The room as Django knows it."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room people."""

    name = "yizheng.people"
    label = "people"
    default = True
