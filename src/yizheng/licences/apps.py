"""The room as Django knows it."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room licences."""

    name = "yizheng.licences"
    label = "licences"
    default = True
