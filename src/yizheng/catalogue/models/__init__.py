"""The tables of the catalogue: versions and revisions, batches with their plans, who has entered the hall."""

from yizheng.catalogue.models.batches import Batch, BatchIndustry, BatchSignature, BatchTask
from yizheng.catalogue.models.placing import HallWord
from yizheng.catalogue.models.versions import (
    CalendarVersion,
    CatalogueVersion,
    Commencement,
    OfferNotice,
    RevisedEntry,
    Revision,
    SignOff,
)

__all__ = [
    "Batch",
    "BatchIndustry",
    "BatchSignature",
    "BatchTask",
    "CalendarVersion",
    "CatalogueVersion",
    "Commencement",
    "HallWord",
    "OfferNotice",
    "RevisedEntry",
    "Revision",
    "SignOff",
]
