"""What may be done to the catalogue in the browser: revisions, from the draft to the day they are in force."""

from yizheng.catalogue.commands.offers import change_offer
from yizheng.catalogue.commands.publication import commence, publish_revision
from yizheng.catalogue.commands.revisions import (
    amend,
    amend_many,
    catch_up,
    drop,
    object_to,
    open_revision,
    recall,
    sign,
    submit,
)
from yizheng.catalogue.commands.texts import hand_in

__all__ = [
    "amend",
    "amend_many",
    "catch_up",
    "change_offer",
    "commence",
    "drop",
    "hand_in",
    "object_to",
    "open_revision",
    "publish_revision",
    "recall",
    "sign",
    "submit",
]
