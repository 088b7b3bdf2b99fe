"""The command line, asked as a person would ask."""

import shutil
import socket
from datetime import date, timedelta

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.utils import timezone

from tests import make
from tests.catalogue.small import write
from yizheng import cli
from yizheng.catalogue.checks import text_faults
from yizheng.catalogue.models import Commencement
from yizheng.catalogue.publishing import current
from yizheng.catalogue.text.reading import read_folder, texts_in
from yizheng.config import running
from yizheng.law.words import Role, State
from yizheng.people.commands import appoint
from yizheng.people.queries import known, who

VECTORS = (
    ("2021-02-05", 5, "2021-02-18"),
    ("2021-02-06", 5, "2021-02-18"),
    ("2021-02-10", 5, "2021-02-23"),
    ("2021-04-30", 10, "2021-05-18"),
    ("2021-09-17", 20, "2021-10-21"),
    ("2021-09-30", 5, "2021-10-13"),
    ("2025-01-24", 5, "2025-02-07"),
    ("2025-09-26", 20, "2025-10-30"),
    ("2026-02-13", 5, "2026-02-27"),
    ("2026-02-13", 20, "2026-03-19"),
    ("2026-04-30", 5, "2026-05-11"),
    ("2026-09-18", 45, "2026-11-26"),
)


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The exit code, and what was said."""
    try:
        code = cli.main(words)
    except SystemExit as end:
        code = int(end.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize(("since", "workdays", "until"), VECTORS)
def test_a_deadline_is_counted_to_the_day_and_shows_every_day_of_the_count(capsys, since, workdays, until):
    code, said, _ = asked(capsys, "deadline", "--from", since, "--workdays", str(workdays))
    day = date.fromisoformat(until)
    assert code == 0
    assert f"{day.year}年{day.month}月{day.day}日" in said.splitlines()[-1]
    days = [line for line in said.splitlines() if line[:2] == "20"][: (day - date.fromisoformat(since)).days + 1]
    assert len(days) == (day - date.fromisoformat(since)).days + 1
    assert "起算日不计入" in days[0]
    assert f" {workdays}  " in days[-1]


def test_a_deadline_in_days_or_months_is_literal_and_may_roll(capsys):
    assert "2026年4月14日" in asked(capsys, "deadline", "--from", "2026-02-13", "--days", "60")[1]
    assert "2027年2月28日" in asked(capsys, "deadline", "--from", "2026-08-31", "--months", "6")[1]
    assert "2027年3月1日" in asked(capsys, "deadline", "--from", "2026-08-31", "--months", "6", "--rolls")[1]


def test_a_count_through_a_year_whose_notice_is_not_out_says_that_it_is_provisional(capsys):
    assert "暂定" in asked(capsys, "deadline", "--from", "2026-12-20", "--workdays", "20")[1]


def test_a_count_out_of_all_calendars_says_what_is_missing(capsys):
    code, said, wrong = asked(capsys, "deadline", "--from", "2027-12-20", "--workdays", "20")
    assert (code, said) == (1, "")
    assert "2028" in wrong


def test_a_number_is_valid_or_it_is_said_why_not(capsys):
    assert asked(capsys, "verify", "91370214MACDEF2941")[:1] == (0,)
    code, said, _ = asked(capsys, "verify", "91370214MACDEF2942")
    assert code == 1
    assert "校验不符" in said
    good = "1.2.156.3005.2.11370000MB1W9Q2R58001.11370200MB2T7X3K1B.3702712021000001.001.A"
    assert asked(capsys, "verify", good)[0] == 0
    assert "GB/T 36904" in asked(capsys, "verify", good[:-1] + "B")[1]
    assert asked(capsys, "verify", "YYYZ37027120260825000013")[0] == 0
    assert "无法识别" in asked(capsys, "verify", "hello")[1]


def test_identity_numbers_are_never_said_whole(capsys):
    for number in ("370214188801010015", "370214188801010016", "37021418880101001"):
        said = asked(capsys, "verify", number)[1]
        assert number not in said
        assert "****" in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "缺少参数"),
        (("frob",), "没有“frob”这个命令"),
        (("deadline",), "缺少参数：--from"),
        (("deadline", "--from", "2021-02-05"), "要给出其中一个参数"),
        (("deadline", "--from", "2021-02-30", "--days", "3"), "不是日期"),
        (("deadline", "--from", "2021-02-05", "--days", "-3"), "后面要跟一个值|不对"),
        (("deadline", "--from", "2021-02-05", "--days", "x"), "应是0到3660的整数"),
        (("deadline", "--from", "2021-02-05", "--days", "3", "--months", "3"), "只能用一个"),
        (("serve", "--port", "99999"), "应是1到65535的整数"),
        (("verify", "--loud", "x"), "不认识的参数：--loud"),
    ],
)
def test_a_wrong_argument_gets_a_sentence_and_two(capsys, words, sentence):
    code, said, wrong = asked(capsys, *words)
    assert (code, said) == (2, "")
    assert any(each in wrong for each in sentence.split("|"))
    assert "--help" in wrong
    assert "Traceback" not in wrong


def test_a_date_beyond_the_last_year_gets_a_sentence(capsys):
    code, _, wrong = asked(capsys, "deadline", "--from", "9999-12-01", "--days", "3000")
    assert (code, wrong.strip()) == (1, "日期超出了历法的范围（公元1年至9999年）。")


@pytest.mark.parametrize(
    "command", ["", "demo", "serve", "work", "check", "publish", "deadline", "verify", "tidy", "export"]
)
def test_help_teaches_with_examples(capsys, command):
    code, said, _ = asked(capsys, *([command] if command else []), "--help")
    assert code == 0
    assert "例子 Examples" in said
    assert f"yizheng {command}" in said


def test_the_regulations_of_the_house_pass_the_check(capsys, monkeypatch):
    # What everybody could answer takes seconds and is tried in tests/catalogue/test_checks.py.
    monkeypatch.setattr("yizheng.checking.faults_of", text_faults)
    code, said, _ = asked(capsys, "check")
    assert code == 0, said


def test_a_fault_is_named_by_file_row_and_rule(capsys, tmp_path):
    code, said, _ = asked(capsys, "check", str(tmp_path))
    assert code == 1
    assert f"{tmp_path}/zone.yaml:0: 文件齐全：" in said


def test_texts_in_another_style_are_named_by_the_check_and_made_tidy_without_a_change_of_content(capsys, tmp_path):
    write(tmp_path)
    before = read_folder(tmp_path).catalogue()
    assert f"industries/teahouse.yaml；运行 yizheng tidy {tmp_path} 整理" in asked(capsys, "check", str(tmp_path))[1]
    assert "items/tea.yaml 已整理" in asked(capsys, "tidy", str(tmp_path))[1]
    assert read_folder(tmp_path).catalogue() == before
    assert "yizheng tidy" not in asked(capsys, "check", str(tmp_path))[1]
    assert "本来就整齐" in asked(capsys, "tidy", str(tmp_path))[1]


def test_texts_that_cannot_be_read_are_not_tidied(capsys, tmp_path):
    folder = write(tmp_path)
    folder.change("items/tea.yaml", "years: 5", "years: 五")
    before = (tmp_path / "laws.yaml").read_bytes()
    code, _, wrong = asked(capsys, "tidy", str(tmp_path))
    assert (code, "items/tea.yaml 第14行" in wrong) == (1, True)
    assert (tmp_path / "laws.yaml").read_bytes() == before


@pytest.mark.django_db
def test_a_published_version_is_exported_byte_for_byte_as_it_is_kept_in_the_house(capsys, settings, tmp_path):
    published = current(timezone.now())
    code, said, _ = asked(capsys, "export", str(tmp_path / "out"))
    assert (code, published.number in said) == (0, True)
    assert texts_in(tmp_path / "out") == texts_in(settings.REGULATIONS)


@pytest.mark.django_db
def test_an_export_replaces_nothing_unasked_and_then_leaves_no_text_of_another_version(capsys, tmp_path):
    write(tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    before = texts_in(tmp_path)
    code, _, wrong = asked(capsys, "export", str(tmp_path))
    assert (code, "已经有文件" in wrong, texts_in(tmp_path) == before) == (1, True, True)
    assert asked(capsys, "export", str(tmp_path), "--anew", "--version", current(timezone.now()).number)[0] == 0
    assert not (tmp_path / "items" / "tea.yaml").exists()
    assert (tmp_path / "notes.txt").read_text() == "mine"
    code, _, wrong = asked(capsys, "export", str(tmp_path / "other"), "--version", "1999.1.1")
    assert (code, wrong, (tmp_path / "other").exists()) == (1, "没有版本 1999.1.1。\n", False)


@pytest.mark.django_db
def test_publishing_twice_makes_one_version_and_it_may_be_published_ahead_of_its_law(
    capsys, settings, tmp_path, monkeypatch
):
    monkeypatch.setattr("yizheng.catalogue.publishing.faults_of", text_faults)
    shutil.copytree(settings.REGULATIONS, tmp_path / "regulations")
    zone = tmp_path / "regulations" / "zone.yaml"
    zone.write_text(zone.read_text().replace("0532-00000001", "0532-00000009"))
    past = asked(capsys, "publish", str(zone.parent), "--from", "2020-01-01")
    assert (past[0], "施行不溯及既往" in past[2]) == (1, True)
    assert "请写成 2027-01-01" in asked(capsys, "publish", str(zone.parent), "--from", "明年")[2]
    told = asked(capsys, "publish", str(zone.parent), "--by", "测试", "--from", "2099-01-01")[1]
    assert told.startswith("已公布")
    assert "自 2099-01-01 00:00 起施行" in told
    assert Commencement.objects.latest("in_force_from").in_force_from.year >= 2098, "until then the old one holds"
    assert asked(capsys, "publish", str(zone.parent))[1].startswith("内容没有变")


@pytest.mark.django_db
def test_work_done_once_performs_what_has_lapsed(capsys):
    make.office()
    case_id = make.filed(moment=make.at(2026, 3, 2))
    assert asked(capsys, "work", "--once")[0] == 0
    assert {each.state for each in make.items(case_id).values()} == {State.REVIEWING}


@pytest.mark.django_db
def test_a_job_that_fails_does_not_end_the_others(capsys, monkeypatch, caplog):
    def broken(_):
        raise RuntimeError("broken")

    monkeypatch.setattr("yizheng.jobs.JOBS", ((broken, running.timedelta(1)), *running.jobs.JOBS))
    assert asked(capsys, "work", "--once")[0] == 0
    assert "the job broken failed" in caplog.text


def test_a_port_that_is_taken_is_said_at_once():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"--port {port + 1}" in running.why_not_listen("127.0.0.1", port)
    assert running.why_not_listen("127.0.0.1", port) == ""


@pytest.mark.django_db
def test_somebody_is_appointed_with_a_password_of_their_own(capsys, monkeypatch):
    make.publish_regulations()
    monkeypatch.setattr(running, "getpass", lambda _: "corridor-window-teapot")
    code, said, _ = asked(capsys, "appoint", "li", "李审查", "reviewer", "SCJG", "--section", "SPJY")
    assert (code, "青岛高新区市场监督管理部 审查人" in said) == (0, True)
    li = authenticate(username="li", password="corridor-window-teapot")
    assert [post.section for post in who(li, timezone.localdate()).posts] == ["SPJY"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("appoint", "li", "李", "reviewer", "NOPE"), "没有机关“NOPE”"),
        (("appoint", "li", "李", "reviewer", "SCJG", "--section", "NOPE"), "没有科室“NOPE”"),
        (("appoint", "li", "李", "reviewer", "SCJG"), "密码"),
    ],
)
def test_a_wrong_appointment_gets_a_sentence(capsys, monkeypatch, words, sentence):
    make.publish_regulations()
    monkeypatch.setattr(running, "getpass", lambda _: "short")
    code, _, wrong = asked(capsys, *words)
    assert code == 1
    assert sentence in wrong
    assert not known("li")


@pytest.mark.django_db
def test_the_book_of_every_case_is_proved(capsys):
    make.office()
    make.filed(moment=make.at(2026, 3, 2))
    code, said, _ = asked(capsys, "book")
    assert (code, "1 个办件的记录已核对，0 个" in said) == (0, True)


def test_serving_to_others_wants_a_public_address(capsys, monkeypatch):
    monkeypatch.delenv("YIZHENG_PUBLIC_URL", raising=False)
    code, _, wrong = asked(capsys, "serve", "--host", "0.0.0.0")
    assert (code, "YIZHENG_PUBLIC_URL" in wrong) == (2, True)


@pytest.mark.django_db
def test_somebody_stands_in_for_another_until_it_is_ended(capsys):
    make.publish_regulations()
    for name in ("li", "chu"):
        appoint(username=name, name=name, role=Role.REVIEWER, organ="SCJG", from_on=make.FIRST_DAY)
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert asked(capsys, "deputise", "li", "chu", "--until", tomorrow)[0] == 0
    chu = get_user_model().objects.get(username="chu")
    assert [post.for_name for post in who(chu, timezone.localdate()).posts] == ["", "li"]
    assert "已由chu代理" in asked(capsys, "deputise", "li", "chu", "--until", tomorrow)[2]
    assert asked(capsys, "deputise", "li", "--end")[0] == 0
    assert [post.for_name for post in who(chu, timezone.localdate()).posts] == [""]
    assert "没有“nobody”这个登录名" in asked(capsys, "deputise", "li", "nobody")[2]


@pytest.mark.django_db
def test_the_watch_says_what_is_wrong_and_mends_what_can_be_worked_out_anew(capsys):
    make.office()
    case_id = make.filed(moment=timezone.now())
    assert asked(capsys, "watch")[0] == 0
    make.case(case_id).__class__.objects.filter(id=case_id).update(state="all_granted")
    code, said, _ = asked(capsys, "watch")
    assert (code, "没有卡住的办件" in said) == (0, True), "what is finished is looked at with --all"
    assert "存的办件状态是办结（全部准予），按各事项推算是收件。" in asked(capsys, "watch", "--all")[2]
    code, said, wrong = asked(capsys, "watch", "--all", "--mend")
    assert (code, "已补记或重新推算 1 个办件" in said, wrong) == (0, True, "")


def test_an_industry_is_simulated_with_its_figures_and_each_combination_can_be_kept(capsys, tmp_path):
    code, said, _ = asked(capsys, "simulate", "FREIGHT", "--csv", str(tmp_path / "freight.csv"))
    assert code == 0
    assert "道路货运" in said
    assert "没有问题" in said
    lines = (tmp_path / "freight.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("行业,回答")
    assert len(lines) == 1 + 4
    code, _, wrong = asked(capsys, "simulate", "SHOES")
    assert code == 2
    assert "没有行业 SHOES" in wrong


def test_a_simulation_that_finds_a_fault_says_where_and_for_whom(capsys, tmp_path):
    folder = write(tmp_path)
    folder.change("items/music.yaml", "{n: 10, unit: wd}", "{n: 11, unit: wd}")
    code, said, _ = asked(capsys, "simulate", "--folder", str(tmp_path))
    assert code == 1
    assert f"{tmp_path / 'items/music.yaml'}:" in said
    assert "茶馆，这样回答时（" in said


def test_texts_from_which_nothing_can_be_worked_out_are_refused_before_a_simulation(capsys, tmp_path):
    write(tmp_path).change("items/tea.yaml", "less_than: BIG", "less_than: HUGE")
    code, said, wrong = asked(capsys, "simulate", "--folder", str(tmp_path))
    assert (code, said) == (1, "")
    assert "items/tea.yaml 第12行：thresholds.yaml 里没有 HUGE（规则）" in wrong


def test_on_a_screen_a_simulation_draws_how_far_it_has_come(capsys, tmp_path, monkeypatch):
    write(tmp_path)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    code, _, drawn = asked(capsys, "simulate", "TEAHOUSE", "--folder", str(tmp_path))
    assert code == 0
    assert "█" * 30 + " 100% TEAHOUSE 24/24" in drawn
