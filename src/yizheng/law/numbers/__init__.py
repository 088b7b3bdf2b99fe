"""Numbers that carry their own check: credit code, identity number, licence identifier, permit and case numbers."""

from yizheng.law.numbers.case_numbers import case_number, case_number_fault, item_case_number, item_case_number_fault
from yizheng.law.numbers.certificates import (
    Identifier,
    food_permit_fault,
    food_permit_number,
    identifier_fault,
    licence_identifier,
    read_identifier,
)
from yizheng.law.numbers.check_characters import check_mod11_10, check_mod37_36
from yizheng.law.numbers.credit_code import credit_code_fault, normalize_credit_code
from yizheng.law.numbers.identity import id_number_fault, mask_id, mask_name, mask_phone, normalize_id_number
from yizheng.law.numbers.recognise import Kind, fault, recognise

__all__ = [
    "Identifier",
    "Kind",
    "case_number",
    "case_number_fault",
    "check_mod11_10",
    "check_mod37_36",
    "credit_code_fault",
    "fault",
    "food_permit_fault",
    "food_permit_number",
    "id_number_fault",
    "identifier_fault",
    "item_case_number",
    "item_case_number_fault",
    "licence_identifier",
    "mask_id",
    "mask_name",
    "mask_phone",
    "normalize_credit_code",
    "normalize_id_number",
    "read_identifier",
    "recognise",
]
