"""The room as Django knows it."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room web."""

    name = "yizheng.web"
    label = "web"
    default = True
