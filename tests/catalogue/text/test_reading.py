"""The folder as a catalogue, and the catalogue as the text that is published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stdnum.cn import uscc

from tests.catalogue.small import write
from tests.published import SITUATIONS, catalogue
from yizheng.catalogue.text.faults import CatalogueFaulty
from yizheng.catalogue.text.reading import dump, load, plain_entries, read_entries, read_folder, read_texts, texts_in


def test_the_published_text_gives_the_same_catalogue_again() -> None:
    text = dump(catalogue())
    assert load(text) == catalogue()
    assert dump(load(text)) == text


def test_a_published_text_with_a_strange_key_is_refused() -> None:
    data = json.loads(dump(catalogue()))
    data["zone"]["colour"] = "绿"
    with pytest.raises(ValueError, match="colour"):
        load(json.dumps(data))


def test_the_order_of_rows_in_a_file_does_not_change_the_text(tmp_path: Path) -> None:
    folder = write(tmp_path)
    before = dump(read_folder(tmp_path).catalogue())
    laws = (tmp_path / "laws.yaml").read_text(encoding="utf-8").splitlines()
    (tmp_path / "laws.yaml").write_text("\n".join(reversed(laws)), encoding="utf-8")
    assert dump(read_folder(folder.path).catalogue()) == before


def test_a_folder_with_faults_gives_no_catalogue_but_every_fault(tmp_path: Path) -> None:
    folder = write(tmp_path)
    folder.change("items/tea.yaml", "years: 5", "years: 五")
    folder.change("items/music.yaml", "level: 区", "level: 3")
    with pytest.raises(CatalogueFaulty) as error:
        read_folder(tmp_path).catalogue()
    assert [fault.file for fault in error.value.faults] == ["items/music.yaml", "items/tea.yaml"]
    assert "items/tea.yaml 第14行" in str(error.value)


def test_every_industry_has_an_ordinary_shop_to_try_it_with() -> None:
    assert set(catalogue().industries) == set(SITUATIONS)


def test_every_credit_code_holds_before_an_independent_library() -> None:
    for organ in catalogue().organs.values():
        assert uscc.is_valid(organ.credit_code), organ.code


def test_every_telephone_number_is_plainly_made_up() -> None:
    for organ in catalogue().organs.values():
        assert organ.phone.startswith("0532-000000")


def test_every_local_figure_is_marked_plausible() -> None:
    real = {name for name, threshold in catalogue().thresholds.items() if threshold.confidence == "real"}
    assert real == {"NETBAR_SCHOOL_DISTANCE", "DISPATCH_CAPITAL"}, "only these stand in the law itself"
    promised = [limit for item in catalogue().items.values() for limit in item.promised]
    assert all(limit.confidence != "real" or limit.basis[0].startswith("消防法") for limit in promised)


def test_what_kind_of_food_permit_is_issued_is_in_its_number() -> None:
    kinds = {code: item.certificate.food_kind for code, item in catalogue().items.items() if item.certificate.food_kind}
    assert kinds == {"FOOD_SALE": 1, "FOOD_CATERING": 2, "FOOD_CANTEEN": 3}


def test_personal_data_is_marked_as_such() -> None:
    marked = {code for code, spec in catalogue().fields.items() if spec.personal}
    by_kind = {code for code, spec in catalogue().fields.items() if spec.kind in ("id_number", "phone")}
    assert by_kind <= marked
    assert {code for code in catalogue().fields if code.endswith("_name")} - marked == {"applicant_name"}


def test_entries_without_files_are_read_like_those_in_files() -> None:
    reading = read_entries(plain_entries(catalogue()))
    assert reading.faults == []
    assert reading.catalogue() == catalogue()


def test_a_fault_says_which_entry_it_is_about_and_where_inside_it(tmp_path: Path) -> None:
    raw = plain_entries(read_folder(write(tmp_path).path).catalogue())
    tea = raw["items"]["TEA"]
    tea["promised"][0]["when"]["less_than"] = True
    tea["statutory"][0]["colour"] = "绿"
    tea["name"] = "茶\x00"
    raw["items"]["MUSIC"]["validity"] = {}
    raw["items"]["A/../B"] = tea | {"code": "A/../B", "name": "茶"}
    raw["organs"]["DESK"]["code"] = "TABLE"
    raw["zone"] = {}
    found = {(fault.file, fault.code, fault.path, fault.row): fault.sentence for fault in read_entries(raw).faults}
    assert found[("items/music.yaml", "MUSIC", ("validity", "years"), 0)] == "缺少“years”"
    assert found[("items/tea.yaml", "TEA", ("name",), 0)] == "文字里有看不见的控制字符，请删去重写"
    assert found[("items/a/../b.yaml", "A/../B", ("statutory", 0, "colour"), 0)] == "不认识“colour”，请删去或改正拼写"
    assert "“less_than”应是" in found[("items/a/../b.yaml", "A/../B", ("promised", 0, "when", "less_than"), 0)]
    assert found[("organs.yaml", "TABLE", ("code",), 0)].startswith("编码应是 DESK")
    assert found[("zone.yaml", "", (), 0)] == "缺少这个文件"


def test_a_code_that_may_name_no_file_is_refused() -> None:
    raw = plain_entries(catalogue())
    item = raw["items"]["TOBACCO"]
    for code in ("../X", "a", "茶", "A B", "", "A" * 61):
        faults = read_entries(raw | {"items": {code: item | {"code": code}}}).faults
        assert [(fault.rule, fault.path) for fault in faults] == [("编码的写法", ("code",))]


def test_numbers_without_end_and_bottomless_entries_are_refused() -> None:
    raw = plain_entries(catalogue())
    rule: dict[str, object] = {}
    for _ in range(2_000):
        rule = {"unless": rule}
    law = raw["laws"]["消防法"]
    raw["thresholds"]["FIRE_MIN_AREA"]["value"] = float("inf")
    raw["fields"]["opening_date"]["show_when"] = rule
    raw["laws"]["消防法"] = law | {"level": "法\ud800"}
    assert {(fault.file, fault.sentence) for fault in read_entries(raw).faults} == {
        ("thresholds.yaml", "数字太大"),
        ("fields.yaml", "嵌套超过40层"),
        ("laws.yaml", "文字里有看不见的控制字符，请删去重写"),
    }


def test_texts_that_are_too_much_together_are_read_no_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = texts_in(write(tmp_path).path)
    monkeypatch.setattr("yizheng.catalogue.text.reading.MOST_VALUES", 1_000)
    for much in (b"notes: [" + b"a, " * 800 + b"a]", b"*" * 4_000):
        found = {f.file: f.sentence for f in read_texts(texts | {f"items/a{n}.yaml": much for n in range(8)}).faults}
        assert "文件加在一起太多，从这个文件起没有再看" in found.values()
        assert "items/a7.yaml" not in found


def test_a_file_that_has_no_place_in_a_catalogue_is_named(tmp_path: Path) -> None:
    texts = texts_in(write(tmp_path).path)
    for name in ("field.yaml", "items/tea.yml", "items/sub/tea.yaml", "../laws.yaml", "laws.yaml/x.yaml", "items"):
        faults = read_texts(texts | {name: b"[]"}).faults
        assert [(fault.file, fault.sentence) for fault in faults] == [(name, "不认识这个文件，请改名或者移走")]
