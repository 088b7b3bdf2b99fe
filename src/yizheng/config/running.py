"""What the command line does with the database: get it ready, publish, serve, work, show the demo."""

from __future__ import annotations

import argparse
import errno
import logging
import os
import signal
import socket
import subprocess  # nosec: our own program alone
import sys
import threading
from datetime import datetime, timedelta
from getpass import getpass
from typing import Any, TextIO

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import OperationalError, close_old_connections, connections
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from yizheng import jobs
from yizheng.catalogue import publishing
from yizheng.catalogue.text.writing import canonical
from yizheng.demo.city import make_city
from yizheng.demo.people import NotADemo
from yizheng.house import stale, write
from yizheng.law.words import Role
from yizheng.ledger.book import fault_in_every_chain
from yizheng.ledger.command import NotFound, Refused
from yizheng.people import commands as people
from yizheng.people.deputies import deputising
from yizheng.people.queries import known, person_named
from yizheng.tidying import NotEmpty, fill

log = logging.getLogger("yizheng")
LONGEST_NAP = 30.0
"""Seconds: how soon the worker hears that it should end, and looks again at what is due."""


def prepare() -> None:
    """Bring the tables up to date; styles need nothing, whitenoise serves them from where they are."""
    call_command("migrate", interactive=False, verbosity=0)


def publish(asked: argparse.Namespace) -> int:
    """Publish a folder of regulations as a version; the same content again changes nothing."""
    prepare()
    at = timezone.now()
    if asked.in_force_from and asked.in_force_from < at:
        say("施行时间不能早于现在：施行不溯及既往（行政许可法第三十条）。", sys.stderr)
        return 1
    try:
        published = publishing.publish(asked.folder, at, asked.by, asked.in_force_from, asked.over)
    except publishing.AlreadySuperseded as wrong:
        say(str(wrong), sys.stderr)
        return 1
    new = published.published_at == at
    say(f"{'已公布' if new else '内容没有变，最新版本'} {published.number} {'published' if new else 'is the newest'}")
    if new and asked.in_force_from:
        say(f"自 {timezone.localtime(asked.in_force_from):%Y-%m-%d %H:%M} 起施行 in force from then")
    if moved := jobs.redate_clocks(at):
        say(f"日历有变，{moved} 个在办办件的期限已重新推算并记录 re-dated")
    if told := jobs.tell_of_law_changes(at):
        say(f"法律有变，{told} 个在办办件已记录并告知申请人 told")
    return 0


def export(asked: argparse.Namespace) -> int:
    """Write a version as a folder of texts, byte for byte what is published from it again."""
    prepare()
    try:
        catalogue = publishing.numbered(asked.version) if asked.version else publishing.in_force(timezone.now())
        fill(asked.folder, canonical(catalogue), anew=asked.anew)
    except (publishing.NothingPublished, NotEmpty) as wrong:
        say(str(wrong), sys.stderr)
        return 1
    say(f"{catalogue.version} 已写入 {asked.folder} written")
    return 0


def docs(asked: argparse.Namespace) -> int:
    """Write the documents that are made from the code, or only say which are stale."""
    if not asked.check:
        for file in write(asked.folder, asked.regulations):
            say(f"{file} 已更新 written")
        return 0
    old = stale(asked.folder, asked.regulations)
    for name in old:
        say(f"{asked.folder / name} 已过时，请运行 yizheng docs：stale")
    return 1 if old else 0


def serve(asked: argparse.Namespace) -> int:
    """Serve the pages until told to stop; a port that is taken is said before anything else."""
    if taken := why_not_listen(asked.host, asked.port):
        say(taken, sys.stderr)
        return 1
    try:
        prepare()
    except OperationalError as wrong:
        say(f"连不上数据库 no database: {wrong}", sys.stderr)
        return 1
    say(f"一证 http://{asked.host}:{asked.port}/   Ctrl+C 结束 to stop")
    connections.close_all()  # what is open must not be shared with the workers
    Server(asked.host, asked.port, asked.workers).run()
    return 0


def demo(asked: argparse.Namespace) -> int:
    """Make the city of the demo if it is not there yet, say where to look, and serve it."""
    if not asked.no_serve and (taken := why_not_listen(asked.host, asked.port)):
        say(taken, sys.stderr)
        return 1
    if asked.no_serve:
        return _make_demo()
    # in a process of its own: what prints papers has threads, which the workers forked from here would lack
    made = subprocess.run([sys.executable, "-m", "yizheng.cli", "demo", "--no-serve"], check=False)  # nosec
    if made.returncode:
        return made.returncode
    say(f"  选角色四处看看 pick a role    {settings.PUBLIC_URL}{reverse('demo')}")
    say(f"  查验许可证 verify a licence    {settings.PUBLIC_URL}{reverse('verify')}")
    return serve(asked)


def _make_demo() -> int:
    say("一证演示 Yizheng demo：人物、企业和号码均为虚构。")
    prepare()
    try:
        make_city(timezone.now())
    except NotADemo as wrong:
        say(str(wrong), sys.stderr)
        return 1
    return 0


def prove_book(_: argparse.Namespace) -> int:
    """Prove the chain of every case: each entry sealed to the one before, none missing."""
    prepare()
    faults, proved = 0, 0
    for case_id, sentence in fault_in_every_chain():
        proved += 1
        if sentence:
            faults += 1
            say(f"✗ {case_id}：{sentence}", sys.stderr)
        elif proved % 1000 == 0:
            say(f"  已核对 {proved} 件 …")
    say(f"{proved} 个办件的记录已核对，{faults} 个与封存时不一致 faults")
    return 1 if faults else 0


def appoint(asked: argparse.Namespace) -> int:
    """Give somebody a post; somebody new is asked for a password that nobody sees."""
    prepare()
    try:
        organ = publishing.in_force(timezone.now()).organs[asked.organ]
    except (KeyError, publishing.NothingPublished):
        say(f"现行事项目录里没有机关“{asked.organ}”，见 regulations/organs.yaml", sys.stderr)
        return 1
    if asked.section and asked.section not in {section.code for section in organ.sections}:
        say(f"{organ.name}没有科室“{asked.section}”", sys.stderr)
        return 1
    try:
        password = None if known(asked.username) else _new_password()
    except ValueError as wrong:
        say(str(wrong), sys.stderr)
        return 1
    people.appoint(
        username=asked.username,
        name=asked.name,
        role=Role(asked.role),
        organ=asked.organ,
        section=asked.section,
        from_on=timezone.localdate(),
        password=password,
    )
    say(f"已任命 {asked.name}：{organ.name} {Role(asked.role).label} appointed")
    return 0


def deputise(asked: argparse.Namespace) -> int:
    """Let somebody stand in for every post of another, or end that; what is wrong is said in a sentence."""
    prepare()
    at, on = timezone.now(), timezone.localdate()
    of, deputy = person_named(asked.principal), person_named(asked.deputy)
    if of is None or (asked.deputy and deputy is None):
        say(f"没有“{asked.deputy if of else asked.principal}”这个登录名", sys.stderr)
        return 1
    there = deputising(of, on)
    try:
        if asked.end:
            for each in there.deputies:
                people.end_deputy(each.id, of=of, at=at)
        else:
            wanted = people.Asked(deputy, asked.since or on, asked.until)
            people.deputise([each.id for each in there.posts], wanted, of=of, by="系统管理员", on=on, at=at)
    except (Refused, NotFound) as refused:
        say(str(refused), sys.stderr)
        return 1
    say("代理已结束 ended" if asked.end else "已设定代理 set")
    return 0


def _new_password() -> str:
    password = getpass("密码（至少12位）password: ")
    try:
        validate_password(password)
    except ValidationError as wrong:
        raise ValueError("密码不合要求：至少12位，不能是常见的密码。") from wrong
    return password


def work(asked: argparse.Namespace) -> int:
    """Run the jobs, each as often as its page says, until told to stop (SIGTERM, SIGINT)."""
    if asked.once:
        for job, _ in jobs.JOBS:
            do_job(job, timezone.now())
        return 0
    ending = threading.Event()
    for told in (signal.SIGTERM, signal.SIGINT):
        signal.signal(told, lambda *_: ending.set())
    say("定时工作开始 working   Ctrl+C 结束 to stop")
    due = {job: timezone.now() for job, _ in jobs.JOBS}
    while not ending.is_set():
        for job, every in jobs.JOBS:
            if timezone.now() >= due[job]:
                do_job(job, timezone.now())
                due[job] = timezone.now() + every
        close_old_connections()
        ending.wait(_nap(min(due.values()) - timezone.now()))
    say("定时工作结束 ended")
    return 0


def do_job(job: Any, at: datetime) -> None:
    """One job, once; one that fails is written down and does not end the others."""
    try:
        if changed := job(at):
            say(f"{at:%H:%M:%S} {job.__name__} {changed}")
    except Exception:
        log.exception("the job %s failed", job.__name__)


def why_not_listen(host: str, port: int) -> str:
    """Why nobody can listen there, as a sentence; "" when one can."""
    try:
        with socket.create_server((host, port)):
            return ""
    except OSError as wrong:
        why = "已被占用 in use" if wrong.errno == errno.EADDRINUSE else os.strerror(wrong.errno or 0)
        return f"不能在 {host}:{port} 上服务（{why}）。换一个端口试试：--port {min(port + 1, 65535)}"


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn is untyped
    """Gunicorn with our application, loaded once and shared by its workers."""

    def __init__(self, host: str, port: int, workers: int) -> None:
        self.wanted: dict[str, Any] = {
            "bind": f"{host}:{port}",
            "workers": workers,
            "threads": 4,
            "preload_app": True,
            "graceful_timeout": 10,
            "loglevel": "warning",
            "proc_name": "yizheng",
        }
        super().__init__()

    def load_config(self) -> None:
        """Our settings and no others: neither a file nor the arguments of the command line."""
        for name, value in self.wanted.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, loaded when everything is ready and not before."""
        return import_string(settings.WSGI_APPLICATION)


def say(line: str, to: TextIO | None = None) -> None:
    """A line to whoever started us, at once."""
    (to or sys.stdout).write(f"{line}\n")
    (to or sys.stdout).flush()


def _nap(until: timedelta) -> float:
    return min(max(until.total_seconds(), 0.1), LONGEST_NAP)
