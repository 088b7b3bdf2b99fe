"""Publishing: once for the same content, never changed, and every version readable for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from tests.catalogue.small import write
from tests.published import REGULATIONS
from yizheng.catalogue.models import CatalogueVersion
from yizheng.catalogue.publishing import (
    AlreadySuperseded,
    NothingPublished,
    calendar,
    current,
    in_force,
    publish,
    version,
)
from yizheng.catalogue.text.faults import CatalogueFaulty

AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
LONG_AGO = datetime(1999, 1, 1, tzinfo=UTC)
LATER = AT + timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copytree(REGULATIONS / "calendar", tmp_path / "calendar")
    return write(tmp_path).path


def _note(folder: Path, text: str) -> None:
    file = folder / "zone.yaml"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("hall_hours")]
    file.write_text("\n".join([*lines, f"hall_hours: {text}"]), encoding="utf-8")


def test_the_same_content_published_twice_is_one_version(folder: Path) -> None:
    first = publish(folder, AT, "审批部")
    assert publish(folder, LATER, "别人") == first
    assert CatalogueVersion.objects.filter(digest=first.digest).count() == 1
    assert (first.number, first.published_by) == ("2026.11.1", "审批部")
    assert first.calendar_digest == calendar().digest


def test_versions_are_numbered_within_their_month_of_the_zone(folder: Path) -> None:
    numbers = []
    for day, hour in ((23, 2), (24, 2), (30, 17)):
        _note(folder, f"{day}日起")
        numbers.append(publish(folder, datetime(2026, 11, day, hour, tzinfo=UTC), "审批部").number)
    assert numbers == ["2026.11.1", "2026.11.2", "2026.12.1"]


def test_a_case_keeps_the_version_it_was_filed_under(folder: Path) -> None:
    first = publish(folder, AT, "审批部")
    _note(folder, "全年无休")
    second = publish(folder, LATER, "审批部")
    assert in_force(LATER).zone.hall_hours == "全年无休"
    assert in_force(LATER).version == second.number
    assert in_force(AT) is version(first.pk)
    assert version(first.pk).zone.hall_hours != "全年无休"


def test_a_version_may_come_into_force_later_but_not_before_it_is_published(folder: Path) -> None:
    publish(folder, AT, "审批部")
    _note(folder, "新")
    second = publish(folder, AT, "审批部", in_force_from=LATER)
    assert current(AT) != second
    assert current(LATER) == second
    _note(folder, "旧")
    with pytest.raises(IntegrityError), transaction.atomic():
        publish(folder, LATER, "审批部", in_force_from=AT)


def test_the_content_of_an_older_version_is_not_silently_put_back(folder: Path) -> None:
    before = (folder / "zone.yaml").read_text(encoding="utf-8")
    publish(folder, AT, "审批部")
    _note(folder, "新")
    publish(folder, LATER, "审批部")
    (folder / "zone.yaml").write_text(before, encoding="utf-8")
    with pytest.raises(AlreadySuperseded, match=r"旧版本 2026\.11\.1"):
        publish(folder, LATER, "审批部")


def test_faulty_texts_are_not_published(folder: Path) -> None:
    before = CatalogueVersion.objects.count()
    (folder / "laws.yaml").write_text("- {short: 行政许可法}\n", encoding="utf-8")
    with pytest.raises(CatalogueFaulty, match=r"laws\.yaml"):
        publish(folder, AT, "审批部")
    assert CatalogueVersion.objects.count() == before


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\n"


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("materials.yaml", BOMB.encode(), "materials.yaml 第1行：不允许锚点和引用"),
        ("items/tea.yaml", b"code: TEA\nname: !!python/name:os.system\n", "items/tea.yaml 第2行：不允许类型标签"),
        ("items/tea.yaml", "code: TEA\nname: 茶\n".encode("gb18030"), "items/tea.yaml 第2行：文件不是 UTF-8 编码"),
        ("zone.yaml", "name: 示例区\n".encode("utf-16"), "zone.yaml 第1行：文件不是 UTF-8 编码"),
        ("fields.yaml", b"- {code: shop, label: 7}\n", "fields.yaml 第1行：“label”应是文字"),
        ("fields.yaml", b"- code: shop\n  wrong: 7\n", "fields.yaml 第2行：不认识“wrong”"),
        ("fields.yaml", b"- code: shop\n  code: shop\n", "fields.yaml 第2行：“code”写了两次"),
        ("laws.yaml", b"[" * 9_999, "laws.yaml 第1行：嵌套超过40层"),
        ("laws.yaml", b"- {short: a\n", "laws.yaml 第2行：不是有效的 YAML"),
    ],
)
def test_malicious_texts_are_refused_by_file_and_row_and_nothing_changes(
    folder: Path, file: str, content: bytes, said: str
) -> None:
    before = (publish(folder, AT, "审批部"), CatalogueVersion.objects.count())
    (folder / file).write_bytes(content)
    with pytest.raises(CatalogueFaulty) as refused:
        publish(folder, LATER, "审批部")
    assert any(str(fault).startswith(said) for fault in refused.value.faults), str(refused.value)
    assert (current(LATER), CatalogueVersion.objects.count()) == before


def test_a_hundred_megabytes_are_refused_unread(folder: Path) -> None:
    before = (publish(folder, AT, "审批部"), CatalogueVersion.objects.count())
    with (folder / "laws.yaml").open("r+b") as file:
        file.truncate(100_000_000)
    with pytest.raises(CatalogueFaulty, match=r"laws\.yaml：文件超过2兆字节"):
        publish(folder, LATER, "审批部")
    assert (current(LATER), CatalogueVersion.objects.count()) == before


def test_before_the_first_version_nothing_is_in_force(folder: Path) -> None:
    publish(folder, AT, "审批部")
    with pytest.raises(NothingPublished, match="还没有公布"):
        in_force(LONG_AGO)


def test_a_version_is_read_from_the_database_once(
    folder: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    row = publish(folder, AT, "审批部")
    with django_assert_num_queries(1):
        version(row.pk)
        version(row.pk)
    with django_assert_num_queries(1):
        in_force(AT)


def test_a_published_catalogue_cannot_be_changed_in_memory(folder: Path) -> None:
    publish(folder, AT, "审批部")
    with pytest.raises(TypeError):
        in_force(AT).items["FOOD"] = None  # type: ignore[index]


def test_the_database_refuses_to_change_or_delete_a_version(folder: Path) -> None:
    row = publish(folder, AT, "审批部")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        CatalogueVersion.objects.filter(pk=row.pk).update(number="2026.1.1")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        CatalogueVersion.objects.filter(pk=row.pk)._raw_delete("default")  # past what Django itself protects
    assert str(CatalogueVersion.objects.get(pk=row.pk)) == "2026.11.1"
