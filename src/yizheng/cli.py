"""The command line ``yizheng``; what needs the database is loaded only when it is asked for.

Exit codes: 0 done and well, 1 done and something is wrong (said in a sentence), 2 asked in a way nobody understands.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.apps import apps

from yizheng.asked import CHINA, Parser, count, day, length, moment, port
from yizheng.catalogue.calendars import load_calendar
from yizheng.catalogue.text.faults import CatalogueFaulty
from yizheng.checking import run_check
from yizheng.law.calendar import WEEKDAYS, NoCalendar
from yizheng.law.clocks import Run, Step, Term, Unit, due, working
from yizheng.law.numbers import Kind, fault, mask_id, recognise
from yizheng.law.papers import chinese_date
from yizheng.law.words import Role
from yizheng.simulating import run_simulation
from yizheng.tidying import run_tidy

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = ("127.0.0.1", "localhost", "::1")
STAFF = (
    Role.WINDOW, Role.REVIEWER, Role.DECIDER, Role.HEAD, Role.SUPERVISOR, Role.LEAD, Role.GOVERNOR, Role.OPERATOR,
)  # fmt: skip
HELP = """\
一证：行业综合许可“一业一证”。 One shop, one application, several organs, one licence.

例子 Examples
  yizheng demo                                        一个装满案例的示范城市 a city full of cases to look around in
  yizheng deadline --from 2021-02-05 --workdays 20    这个期限哪天到、为什么 which day, and why that day
  yizheng verify 91370214MACDEF2941                   这个号码对不对 is this number valid
  yizheng check && yizheng publish                    检查并公布事项目录 check and publish the regulations
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; a user's mistake is a sentence, never a traceback."""
    asked = _parser().parse_args(arguments)
    try:
        done: int = asked.do(asked)
    except KeyboardInterrupt:
        return 130
    except (NoCalendar, CatalogueFaulty, FileNotFoundError) as wrong:
        print(wrong, file=sys.stderr)
    except OverflowError:
        print("日期超出了历法的范围（公元1年至9999年）。", file=sys.stderr)
    else:
        return done
    return 1


def _parser() -> Parser:
    parser = Parser(prog="yizheng", description=HELP, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command", title="命令 commands")

    def command(name: str, do: Callable[[Any], int], line: str, examples: str, *also: str) -> Parser:
        made: Parser = commands.add_parser(
            name,
            aliases=also,
            help=line,
            description=f"{line}\n\n例子 Examples\n{examples}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.set_defaults(do=do)
        return made

    _running(command)
    _regulations(command)
    _reckoning(command)
    return parser


def _running(command: Callable[..., Parser]) -> None:
    for name, do, line, example, *also in (
        ("demo", _demo, "演示：虚构的人和办件，选个角色看看 a demo city", "  yizheng demo\n  yizheng demo --port 8080"),
        ("serve", _serve, "运行服务 serve the pages", "  yizheng serve --port 8000 --workers 2", "run"),
    ):
        parser = command(name, do, line, example, *also)
        parser.add_argument("--host", default="127.0.0.1", help="监听地址 address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=port, default=8000, help="端口 port (8000)")
        parser.add_argument("--workers", type=count, default=2, help="进程数 processes (2)")
        if name == "demo":
            parser.add_argument("--no-serve", action="store_true", help="只准备数据 only make the data")
    line = "定时工作：视为受理、清理草稿 what runs by the clock"
    work = command("work", _work, line, "  yizheng work\n  yizheng work --once")
    work.add_argument("--once", action="store_true", help="各做一次就结束 do each once and end")
    command("book", _book, "逐件核对封存的记录 are the seals of every case whole", "  yizheng book")
    example = "  yizheng watch\n  yizheng watch --all --mend"
    watch = command("watch", _watch, "值守检查：每件都有人轮到、期限与事实相符 is nothing stuck or wrong", example)
    watch.add_argument("--all", action="store_true", help="也看已办结的 finished cases, too")
    watch.add_argument("--mend", action="store_true", help="补记和重新推算能推算的 mend what can be worked out anew")
    example = "  yizheng appoint li 李审查 reviewer SCJG --section SPJY"
    appoint = command("appoint", _appoint, "任命工作人员，随后设密码 give somebody a post, then a password", example)
    appoint.add_argument("username", help="登录名 name to sign in with")
    appoint.add_argument("name", help="姓名 name")
    posts = "、".join(f"{each.value} {each.label}" for each in STAFF)
    appoint.add_argument("role", choices=[each.value for each in STAFF], help=f"岗位 role：{posts}")
    appoint.add_argument("organ", help="机关代码，见 regulations/organs.yaml organ")
    appoint.add_argument("--section", default="", help="科室代码，不填为全部科室 section")
    example = "  yizheng deputise li chu --until 2026-04-03\n  yizheng deputise li --end"
    deputise = command("deputise", _deputise, "替人设定或结束代理 let somebody stand in for another", example)
    deputise.add_argument("principal", help="被代理人的登录名 who is away")
    deputise.add_argument("deputy", nargs="?", default="", help="代理人的登录名 who stands in")
    deputise.add_argument("--from", dest="since", type=day, metavar="YYYY-MM-DD", help="开始日，不填为今天 first day")
    deputise.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="结束日，含当天 last day")
    deputise.add_argument("--end", action="store_true", help="立即结束现有的代理 end it now")


def _how_to_publish(parser: Parser) -> None:
    parser.add_argument("--by", default="牵头部门", help="公布人 who publishes")
    ahead = "何时起施行，不填为公布时 in force from"
    parser.add_argument("--from", type=moment, dest="in_force_from", metavar="YYYY-MM-DDTHH:MM", help=ahead)
    known = "文件夹是从哪个版本导出、修改的 the version it was exported from"
    parser.add_argument("--over", default="", metavar="N", help=known)


def _regulations(command: Callable[..., Parser]) -> None:
    for name, do, line, example in (
        (
            "check",
            run_check,
            "检查事项目录，指出文件、行和规则 check the regulations",
            "  yizheng check ./regulations --on 2027-01-01",
        ),
        ("publish", _publish, "公布事项目录为一个新版本 publish a version", "  yizheng publish --from 2027-01-01"),
        (
            "tidy",
            run_tidy,
            "统一事项目录的写法，不改内容（注释除外）write the texts as they should be",
            "  yizheng tidy",
        ),
    ):
        parser = command(name, do, line, example)
        parser.add_argument("folder", nargs="?", type=Path, default=_regulations_folder(), help="文件夹 folder")
        if name == "publish":
            _how_to_publish(parser)
        elif name == "check":
            known = "依据在哪天有效，不填为今天 laws in force on"
            parser.add_argument("--on", type=day, default=datetime.now(CHINA).date(), metavar="YYYY-MM-DD", help=known)
    line = "把现行版本写成一个文件夹 write the version in force as a folder of texts"
    export = command("export", _export, line, "  yizheng export ./now\n  yizheng export ./then --version 2026.11.1")
    export.add_argument("folder", type=Path, help="文件夹 folder")
    export.add_argument("--version", default="", metavar="N", help="哪个版本，不填为现行版本 version")
    export.add_argument("--anew", action="store_true", help="文件夹里已有的换掉 replace what is there")
    line = "试遍每种回答：多少事项、材料、字段、天数，哪里矛盾 try every combination of answers"
    example = "  yizheng simulate\n  yizheng simulate RESTAURANT --csv restaurant.csv"
    simulate = command("simulate", run_simulation, line, example)
    simulate.add_argument("industry", nargs="?", default="", help="行业代码，不填为全部 industry")
    simulate.add_argument("--folder", type=Path, default=_regulations_folder(), help="事项目录文件夹 folder")
    simulate.add_argument("--csv", type=Path, help="每种回答一行，写进这个文件 write each to this file")
    line = "由代码写出状态图、时限表等文档 write what is made from the code"
    docs = command("docs", _docs, line, "  yizheng docs\n  yizheng docs --check")
    docs.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "generated", help="文件夹 folder")
    docs.add_argument("--check", action="store_true", help="只看是否过时 only say what is stale")


def _reckoning(command: Callable[..., Parser]) -> None:
    examples = (
        "  yizheng deadline --from 2021-02-05 --workdays 20    二十个工作日 twenty working days\n"
        "  yizheng deadline --from 2026-02-13 --days 60        六十日（自然日）sixty days\n"
        "  yizheng deadline --from 2026-08-31 --months 6       六个月 six months"
    )
    deadline = command("deadline", _deadline, "期限哪天届满，逐日说明 when a limit ends, day by day", examples)
    deadline.add_argument("--from", dest="since", required=True, type=day, metavar="YYYY-MM-DD", help="起算日，不计入")
    unit = deadline.add_mutually_exclusive_group(required=True)
    unit.add_argument("--workdays", type=length, metavar="N", help="工作日 working days（行政许可法 82）")
    unit.add_argument("--days", type=length, metavar="N", help="自然日 calendar days（民法典 201）")
    unit.add_argument("--months", type=length, metavar="N", help="月 months（民法典 202）")
    deadline.add_argument("--rolls", action="store_true", help="最后一日休息则顺延 roll to a working day（民法典 203）")
    kinds = "电子证照标识、信用代码、身份证号码、办件编号、食品经营许可证编号"
    verify = command("verify", _verify, f"号码对不对：{kinds} is a number valid", "  yizheng verify 91370214MACDEF2941")
    verify.add_argument("numbers", nargs="+", metavar="number", help="一个或几个号码 one or more numbers")


def _regulations_folder() -> Path:
    return Path(os.environ.get("YIZHENG_REGULATIONS", ROOT / "regulations"))


# --- what needs no database ----------------------------------------------------------------------------------------


def _deadline(asked: argparse.Namespace) -> int:
    lengths = ((asked.workdays, Unit.WORKING_DAY), (asked.days, Unit.CALENDAR_DAY), (asked.months, Unit.MONTH))
    n, unit = next((n, unit) for n, unit in lengths if n is not None)
    calendar = load_calendar(_regulations_folder() / "calendar")
    run = Run("deadline", asked.since, Term(n, unit, asked.rolls), "")
    last = due(run, calendar)
    for step in working(run, calendar):
        print(_step_line(step))
    print(f"\n{_named(asked.since)}起{run.term}：{_named(last.on)}届满，当日24时前办结都在期限内。")
    if last.provisional:
        print("注意：数到的年份还没有公布放假安排，调休按暂定计算，公布后可能变动。 Provisional.")
    return 0


def _step_line(step: Step) -> str:
    number = f"{step.number:>4}" if step.counts else "   ·"
    basis = f"（{step.basis}）" if step.basis else ""
    return f"{step.day}  {WEEKDAYS[step.day.weekday()]}  {number}  {step.why}{basis}"


def _named(day: date) -> str:
    return f"{chinese_date(day)}（{WEEKDAYS[day.weekday()]}）"


def _verify(asked: argparse.Namespace) -> int:
    wrong = 0
    for text in asked.numbers:
        kind, sentence = recognise(text), fault(text)
        wrong += bool(sentence)
        shown = mask_id(text) if kind in {Kind.ID_NUMBER, Kind.UNKNOWN} else text
        print(f"{'✗' if sentence else '✓'} {shown}  {kind.label}：{sentence or '校验正确。'}")
    if not wrong:
        print("校验正确只说明号码没有抄错，不说明证照现在有效；扫二维码查实时状态。 Well-formed is not in force.")
    return 1 if wrong else 0


# --- what needs the database: loaded only when asked for -----------------------------------------------------------


def _publish(asked: argparse.Namespace) -> int:
    return _in_django("yizheng.config.running", "publish", asked)


def _export(asked: argparse.Namespace) -> int:
    return _in_django("yizheng.config.running", "export", asked)


def _docs(asked: argparse.Namespace) -> int:
    asked.regulations = _regulations_folder()
    return _in_django("yizheng.config.running", "docs", asked)


def _serve(asked: argparse.Namespace) -> int:
    if asked.host not in LOOPBACK and "YIZHENG_PUBLIC_URL" not in os.environ:
        print("对外服务请先设置 YIZHENG_PUBLIC_URL（印在二维码里的网址）和 YIZHENG_HOSTS（域名）。", file=sys.stderr)
        return 2
    os.environ.setdefault("YIZHENG_PUBLIC_URL", f"http://{asked.host}:{asked.port}")
    return _in_django("yizheng.config.running", "serve", asked)


def _book(asked: argparse.Namespace) -> int:
    return _in_django("yizheng.config.running", "prove_book", asked)


def _watch(asked: argparse.Namespace) -> int:
    return _in_django("yizheng.config.watching", "watch", asked)


def _appoint(asked: argparse.Namespace) -> int:
    return _in_django("yizheng.config.running", "appoint", asked)


def _deputise(asked: argparse.Namespace) -> int:
    return _in_django("yizheng.config.running", "deputise", asked)


def _work(asked: argparse.Namespace) -> int:
    return _in_django("yizheng.config.running", "work", asked)


def _demo(asked: argparse.Namespace) -> int:
    os.environ.setdefault("YIZHENG_DATA", str(ROOT / "var" / "demo"))
    os.environ.setdefault("YIZHENG_PUBLIC_URL", f"http://{asked.host}:{asked.port}")
    return _in_django("yizheng.config.running", "demo", asked, demo=True)


def _in_django(module: str, function: str, asked: argparse.Namespace, *, demo: bool = False) -> int:
    """Load the rooms, then do it; the role picker exists in a process that `yizheng demo` started, and in no other."""
    os.environ["YIZHENG_DEMO"] = "1" if demo else "0"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yizheng.config.settings")
    if not apps.ready:
        django.setup()
    done: int = getattr(import_module(module), function)(asked)
    return done


if __name__ == "__main__":
    sys.exit(main())
