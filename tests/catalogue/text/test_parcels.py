"""Files sent to the workbench: plain texts with known names, and no further than may be read."""

from __future__ import annotations

import io
import stat
import warnings
import zipfile

import pytest

from tests.published import catalogue
from yizheng.catalogue.text.documents import MAX_BYTES
from yizheng.catalogue.text.faults import CatalogueFaulty
from yizheng.catalogue.text.parcels import MOST_BYTES, MOST_FILES, Sent, packed, unpacked
from yizheng.catalogue.text.writing import canonical

LAWS = b"- {short: a}\n"


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> Sent:
    """A zip with these members, whatever their names."""
    parcel = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(parcel, "w", how) as archive:
        warnings.simplefilter("ignore")  # a name twice is what is tried
        for name, content in members:
            archive.writestr(name, content)
    return Sent("目录.zip", parcel.getvalue())


def refused(*sent: Sent) -> list[str]:
    """What is said of files that are not taken."""
    with pytest.raises(CatalogueFaulty) as error:
        unpacked(sent)
    return [str(fault) for fault in error.value.faults]


def test_what_was_packed_is_unpacked_the_same_byte_for_byte() -> None:
    texts = canonical(catalogue())
    parcel = packed(texts)
    assert packed(dict(reversed(texts.items()))) == parcel
    assert unpacked([Sent("x.zip", parcel)]) == {name: text.encode() for name, text in texts.items()}


def test_a_folder_zipped_by_other_programs_is_unpacked_without_the_folder_and_what_they_left() -> None:
    sent = zipped(
        ("目录/", b""), ("目录/laws.yaml", LAWS), ("目录/items/tea.yaml", b"x"), ("目录/.DS_Store", b"\x00"),
        ("__MACOSX/目录/._laws.yaml", b"\x00"), ("目录/items/Thumbs.db", b"\x00"),
    )  # fmt: skip
    assert unpacked([sent]) == {"laws.yaml": LAWS, "items/tea.yaml": b"x"}
    assert unpacked([zipped(("items/tea.yaml", b"x"))]) == {"items/tea.yaml": b"x"}


def test_single_files_find_their_places() -> None:
    sent = [
        Sent("laws.yaml", LAWS),
        Sent("C:\\x\\tea.yaml", b"code: TEA\n"),
        Sent("cafe.yaml", b"code: X\nquestions: []\n"),
    ]
    assert set(unpacked(sent)) == {"laws.yaml", "items/tea.yaml", "industries/cafe.yaml"}


@pytest.mark.parametrize(
    "name",
    ["../laws.yaml", "/laws.yaml", "/etc/passwd", "items/../laws.yaml", "items/../../x.yaml", "..\\laws.yaml",
     "./laws.yaml", "C:/laws.yaml", "laws.yml", "items/sub/tea.yaml", "calendar/2026.yaml", "items", "x.py",
     "laws.yaml/x"],
)  # fmt: skip
def test_a_path_outside_the_known_names_is_refused(name: str) -> None:
    said = refused(zipped((name, LAWS), ("organs.yaml", b"")))
    assert said == [f"{name}：不认识这个文件，请从压缩包里去掉或者改名（文件齐全）"]


def test_a_folder_around_is_not_a_way_out() -> None:
    for around in ("..", ".", ""):
        assert "不认识这个文件" in refused(zipped((f"{around}/laws.yaml", LAWS)))[0]


def test_links_are_refused() -> None:
    link = zipfile.ZipInfo("laws.yaml")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    assert refused(zipped((link, b"/etc/passwd"))) == ["laws.yaml：这是链接，不是文件，请换成文件本身（普通文件）"]


def test_a_file_twice_is_refused_in_one_zip_or_in_two() -> None:
    said = ["laws.yaml：这个文件有两份，请只留一份（文件不重复）"]
    assert refused(zipped(("laws.yaml", LAWS), ("laws.yaml", b"[]"))) == said
    assert refused(zipped(("laws.yaml", LAWS)), Sent("laws.yaml", LAWS)) == said


def test_a_bomb_is_unfolded_no_further_than_may_be_read() -> None:
    (text,) = unpacked([zipped(("laws.yaml", b"#" * 100_000_000))]).values()
    assert len(text) == MAX_BYTES + 1, "which the reader refuses as too large"
    many = zipped(*((f"items/a{n}.yaml", b"#" * MAX_BYTES) for n in range(50)))
    assert "文件加在一起超过4兆字节，请分几次上传" in refused(many)[0]


def test_methods_that_unfold_without_measure_are_refused() -> None:
    for how in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert "压缩的方法不常用" in refused(zipped(("laws.yaml", LAWS), how=how))[0]


def test_too_large_too_many_broken_locked_and_none_are_refused_with_a_sentence() -> None:
    assert refused(Sent("a.zip", b"PK" + b"\x00" * MOST_BYTES)) == ["a.zip：压缩包超过4兆字节（文件大小）"]
    assert "超过1000个文件" in refused(zipped(*((f"items/a{n}.yaml", b"") for n in range(MOST_FILES + 1))))[0]
    whole = zipped(("laws.yaml", LAWS * 1_000)).content
    locked = bytearray(whole)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[whole.index(mark) + place] |= 1
    torn = bytearray(whole)
    torn[40] ^= 0xFF
    for content in (b"not a zip", b"PK\x03\x04", whole[:-9], bytes(locked), bytes(torn)):
        assert "压缩包打不开" in refused(Sent("a.zip", content))[0]
    assert refused() == ["上传：没有收到任何文件，请先选择（文件齐全）"]
    assert refused(Sent("a.zip", packed({}))) == ["上传：没有收到任何文件，请先选择（文件齐全）"]
