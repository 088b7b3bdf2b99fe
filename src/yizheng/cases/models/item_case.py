"""The item-case 单项办件: the part of a case that one organ decides; it carries the legal clocks."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from yizheng.cases.models.case import Case
from yizheng.law.words import Handling, State


class ItemCase(models.Model):
    """One item of a case. ``runs`` are the facts of its clocks; ``due_on`` and ``serve_by`` are worked out and indexed,
    ``half_on`` and ``near_on`` are the days on which the lamp turns yellow and orange.

    ``examined_by``, ``cosigned_by``: ids of people; ``exceptions``: pairs of person and what they may do both of;
    ``gap``: codes of materials still missing; ``unheard``: who may still state their view, until which day, by the id
    of the inquiry; ``asked_organs``: organs whose opinion has not come yet; ``law``: changes of the law since the
    filing, each with the version of the catalogue that has it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="item_cases")
    place = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=40)
    organ = models.CharField(max_length=40)
    section = models.CharField(max_length=40)
    state = models.CharField(max_length=20)
    runs = models.JSONField(default=list)
    due_on = models.DateField(null=True)
    half_on = models.DateField(null=True)
    near_on = models.DateField(null=True)
    accepted_at = models.DateTimeField(null=True)
    deemed = models.BooleanField(default=False)
    open_points = models.PositiveSmallIntegerField(default=0)
    acceptor_id = models.CharField(max_length=40, blank=True)
    reviewer_id = models.CharField(max_length=40, blank=True)
    reviewer_name = models.CharField(max_length=80, blank=True)
    proposal = models.CharField(max_length=10, blank=True)
    proposed_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    handling = models.CharField(max_length=12, default=Handling.GENERAL)
    examined_by = models.JSONField(default=list)
    exceptions = models.JSONField(default=list)
    cosigned_by = models.JSONField(default=list)
    disagreed = models.BooleanField(default=False)
    gap = models.JSONField(default=list)
    visited_at = models.DateTimeField(null=True)
    rectified_at = models.DateTimeField(null=True)
    committed_at = models.DateTimeField(null=True)
    hearing = models.CharField(max_length=12, blank=True)
    unheard = models.JSONField(default=list)
    asked_organs = models.JSONField(default=list)
    urged = models.PositiveSmallIntegerField(default=0)
    law = models.JSONField(default=list)
    missed_at = models.DateTimeField(null=True)
    explained_at = models.DateTimeField(null=True)
    serve_by = models.DateField(null=True)
    served_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "item"],
                name="item_once_in_case",
                violation_error_message="一个办件中每个事项只有一件。",
            ),
        ]
        # A clock runs exactly while due_on is set. The conditions ask for NULL alone, because SQLite cannot see through
        # a parameter that a row asked for by its state is in an index kept by state.
        indexes: ClassVar = [
            models.Index(
                fields=["organ", "section", "due_on", "id", "state", "reviewer_id", "handling"],
                name="item_desk_of_section",
                condition=models.Q(due_on__isnull=False),
            ),
            models.Index(
                fields=["organ", "due_on", "id", "state", "reviewer_id", "handling"],
                name="item_desk_of_organ",
                condition=models.Q(due_on__isnull=False),
            ),
            models.Index(
                fields=["organ", "state", "due_on", "id"],
                name="item_in_state",
                condition=models.Q(due_on__isnull=False),
            ),
            models.Index(
                fields=["reviewer_id", "due_on", "id"],
                name="item_of_reviewer",
                condition=models.Q(due_on__isnull=False),
            ),
            models.Index(
                fields=["organ", "urged", "due_on", "id"],
                name="item_urged",
                condition=models.Q(due_on__isnull=False),
            ),
            models.Index(
                fields=["organ", "decided_at", "id"],
                name="item_done_of_organ",
                condition=models.Q(decided_at__isnull=False),
            ),
            models.Index(
                fields=["due_on", "case"],
                name="item_window_desk",
                condition=models.Q(accepted_at__isnull=True, due_on__isnull=False),
            ),
            models.Index(
                fields=["serve_by", "case"],
                name="item_to_serve",
                condition=models.Q(serve_by__isnull=False),
            ),
            models.Index(
                fields=["explained_at", "id"],
                name="item_explained",
                condition=models.Q(explained_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} {State(self.state).label}"


class Decision(models.Model):
    """A decision on an item: which organ, who, why, with which remedies. The database refuses UPDATE and DELETE."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item_case = models.OneToOneField(ItemCase, on_delete=models.PROTECT, related_name="decision")
    granted = models.BooleanField()
    organ = models.CharField(max_length=40)
    person_id = models.CharField(max_length=40)
    person_name = models.CharField(max_length=80)
    basis = models.JSONField()
    reasons = models.TextField()
    remedies = models.TextField()
    decided_at = models.DateTimeField()
    law = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.item_case_id} {'准予' if self.granted else '不予'}"
