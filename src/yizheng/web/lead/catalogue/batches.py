"""Batches 批次: what waits to be offered, the plan that makes it ready, and the three signed acts (S-019, S-101)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yizheng.cases.file import day_of
from yizheng.catalogue.batches import BatchSeen, TaskSeen, batch_seen, batches, enrollable
from yizheng.catalogue.commands.batches import (
    SIGNED,
    TaskPlan,
    enrol,
    open_batch,
    plan_task,
    report_task,
    sign_batch,
)
from yizheng.catalogue.placing import organs_placed
from yizheng.catalogue.publishing import newest_id, version
from yizheng.law.batches import GATES
from yizheng.law.words import BatchVerb, Role, TaskState
from yizheng.ledger.command import Refused
from yizheng.web.kinds import acts, key_of, new_key, now, reads, text_of
from yizheng.web.staff.acting import Tried, attempt, filling, form_name
from yizheng.web.staff.guard import staff, who_of

SETTING_UP = "new-batch"
READERS = (Role.LEAD, Role.HEAD)


@staff(*READERS)
@reads
def all_batches(request: HttpRequest) -> HttpResponse:
    """All batches, and the form for a new one."""
    return _list(request, None)


@staff(*READERS)
@acts
def set_up(request: HttpRequest) -> HttpResponse:
    """Set a batch up, and go to its page."""
    said = {name: text_of(request, name) for name in ("title", "reason")}
    try:
        made = open_batch(**said, who=who_of(request), at=now(), key=key_of(request))
    except Refused as refused:
        faults = {fault.field: fault.sentence for fault in refused.faults}
        return _list(request, Tried(SETTING_UP, refused.sentence, faults, request.POST))
    messages.success(request, "已设立这一批。接下来：纳入行业、写推进方案。")
    return redirect("batch", made.case_id)


@staff(*READERS)
@reads
def one_batch(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """One batch: its industries, its plan drawn over time, its acts."""
    return _page(request, batch_id, None)


@staff(*READERS)
@acts
def industries(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Say which industries belong to it."""
    chosen = request.POST.getlist("industry")
    return _attempt(
        request,
        batch_id,
        form_name(batch_id, BatchVerb.ENROL),
        lambda **said: enrol(batch_id, chosen, **said),
        "已保存这一批的行业。上线以前，这些行业不对申请人开放。",
    )


@staff(*READERS)
@acts
def add_task(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Write a task into the plan."""
    form, plan = form_name(batch_id, BatchVerb.PLAN), _plan(request)
    return _attempt(request, batch_id, form, lambda **said: plan_task(batch_id, plan, **said), "已写进推进方案。")


@staff(*READERS)
@acts
def change_task(request: HttpRequest, batch_id: UUID, task_id: UUID) -> HttpResponse:
    """Change a task of the plan."""
    form, plan = form_name(task_id, BatchVerb.PLAN), _plan(request)
    return _attempt(request, batch_id, form, lambda **said: plan_task(batch_id, plan, task_id, **said), "已修改任务。")


@staff(*READERS)
@acts
def tell(request: HttpRequest, batch_id: UUID, task_id: UUID) -> HttpResponse:
    """Say how far a task is."""
    stated, note = text_of(request, "state"), text_of(request, "note")
    if stated not in set(TaskState):
        raise Http404("没有这种进度。")
    return _attempt(
        request,
        batch_id,
        form_name(task_id, BatchVerb.REPORT_TASK),
        lambda **said: report_task(batch_id, task_id, TaskState(stated), note, **said),
        "已更新进度。",
    )


@staff(*READERS)
@acts
def sign(request: HttpRequest, batch_id: UUID, verb: str) -> HttpResponse:
    """Sign one of the acts."""
    if verb not in SIGNED:
        raise Http404("没有这个操作。")
    signing, words = BatchVerb(verb), text_of(request, "words")
    return _attempt(
        request,
        batch_id,
        form_name(batch_id, signing),
        lambda **said: sign_batch(batch_id, signing, words, **said),
        f"已办理「{signing.label}」。",
    )


def _attempt(request: HttpRequest, batch_id: UUID, form: str, do: Callable[..., Any], told: str) -> HttpResponse:
    return attempt(
        request,
        form,
        lambda: do(who=who_of(request), at=now(), key=key_of(request)),
        lambda tried: _page(request, batch_id, tried),
        told=told,
        to=reverse("batch", args=[batch_id]),
    )


def _plan(request: HttpRequest) -> TaskPlan:
    texts = {name: text_of(request, name) for name in ("title", "organ", "owner", "before")}
    return TaskPlan(**texts, from_on=_day(request, "from_on"), due_on=_day(request, "due_on"))


def _day(request: HttpRequest, name: str) -> date | None:
    try:
        return date.fromisoformat(text_of(request, name))
    except ValueError:
        return None


def _list(request: HttpRequest, tried: Tried | None) -> HttpResponse:
    at = now()
    said = {
        "who": who_of(request),
        "tried": tried,
        "new_key": new_key,
        "rows": batches(at, day_of(at)),
        "form": SETTING_UP,
        "filled": filling(tried, SETTING_UP),
        "may_open": who_of(request).has(Role.LEAD),
    }
    return render(request, "lead/catalogue/batches.html", said, status=tried.status if tried else 200)


def _page(request: HttpRequest, batch_id: UUID, tried: Tried | None) -> HttpResponse:
    who, at = who_of(request), now()
    seen = batch_seen(batch_id, who, at, day_of(at))
    said = {
        "who": who,
        "tried": tried,
        "new_key": new_key,
        "batch": seen,
        "form_name": form_name,
        "may": {each.verb.value: each for each in (*seen.gates, *seen.others)},
        "gate_options": [(each.value, each.label) for each in GATES],
        "state_options": [(each.value, each.label) for each in TaskState],
        "choices": (*seen.industries, *enrollable(at)),
        "organs": [(each.code, each.name) for each in organs_placed(version(newest_id()))],
        "filled": _filled(seen, tried, day_of(at)),
    }
    return render(request, "lead/catalogue/batch.html", said, status=tried.status if tried else 200)


def _filled(seen: BatchSeen, tried: Tried | None, today: date) -> dict[str, Any]:
    """What stands in every form of the page, by its name."""
    whole = {verb: form_name(seen.id, verb) for verb in BatchVerb}
    known: dict[str, dict[str, Any]] = {form: {} for form in whole.values()}
    known[whole[BatchVerb.ENROL]] = {"industry": tuple(code for code, _ in seen.industries)}
    known[whole[BatchVerb.PLAN]] = {"from_on": today.isoformat(), "before": GATES[0].value}
    for task in seen.tasks:
        known[form_name(task.id, BatchVerb.PLAN)] = _known(task)
        known[form_name(task.id, BatchVerb.REPORT_TASK)] = {"state": task.state.value, "note": task.note}
    return {form: filling(tried, form, said) for form, said in known.items()}


def _known(task: TaskSeen) -> dict[str, Any]:
    return {
        "title": task.title,
        "organ": task.organ,
        "owner": task.owner,
        "from_on": task.from_on.isoformat(),
        "due_on": task.due_on.isoformat(),
        "before": task.before.value,
    }
