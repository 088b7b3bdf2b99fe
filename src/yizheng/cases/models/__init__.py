"""What the room keeps: the case, its item-cases, materials, papers, supplement points and decisions."""

from yizheng.cases.models.case import Case, CommitmentBar
from yizheng.cases.models.hearing import Hearing
from yizheng.cases.models.inquiry import Inquiry
from yizheng.cases.models.item_case import Decision, ItemCase
from yizheng.cases.models.material import Material, MaterialUse
from yizheng.cases.models.notice import Notice
from yizheng.cases.models.paper import PaperRecord
from yizheng.cases.models.rating import Rating
from yizheng.cases.models.search_word import SearchWord
from yizheng.cases.models.supplement import SupplementPoint

__all__ = [
    "Case",
    "CommitmentBar",
    "Decision",
    "Hearing",
    "Inquiry",
    "ItemCase",
    "Material",
    "MaterialUse",
    "Notice",
    "PaperRecord",
    "Rating",
    "SearchWord",
    "SupplementPoint",
]
