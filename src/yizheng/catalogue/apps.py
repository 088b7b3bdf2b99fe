"""The room as Django knows it."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room catalogue."""

    name = "yizheng.catalogue"
    label = "catalogue"
    default = True
