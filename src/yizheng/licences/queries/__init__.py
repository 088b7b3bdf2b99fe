"""What pages may know of permits and licences, worked out when asked (domain §5.12, §6.2 P3)."""

from yizheng.licences.queries.permits import permits_of
from yizheng.licences.queries.scans import face_of, held_by, identified, licence_number, licence_of, scanned

__all__ = ["face_of", "held_by", "identified", "licence_number", "licence_of", "permits_of", "scanned"]
