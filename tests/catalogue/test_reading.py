"""The folder as a catalogue, and the catalogue as the text that is published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from stdnum.cn import uscc

from tests.catalogue.small import write
from tests.published import SITUATIONS, catalogue
from yizheng.catalogue.faults import CatalogueFaulty
from yizheng.catalogue.reading import dump, load, read_folder


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
