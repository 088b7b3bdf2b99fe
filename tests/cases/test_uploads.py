"""Files are what they are, not what they say; each refusal names file, material and rule."""

import io

import pytest
from django.core.files.storage import default_storage
from pypdf import PdfWriter

from tests import make
from yizheng.cases.uploads import content_of, forget, keep, place_of
from yizheng.ledger.command import Refused


def kept(name, data, accepts=("pdf", "jpg", "png"), most=1):
    return keep(name, io.BytesIO(data), material="平面图", accepts=accepts, max_megabytes=most)


def pdf(password=""):
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    if password:
        writer.encrypt(password)
    writer.write(file)
    return file.getvalue()


def test_a_file_is_kept_by_its_content_once_whatever_it_is_called():
    first, second = kept("一.png", make.png()), kept("二.png", make.png())
    assert first.digest == second.digest
    assert (first.media_type, first.name, second.name) == ("image/png", "一.png", "二.png")
    assert content_of(first.digest) == make.png()


def test_a_pdf_is_kept():
    assert kept("图.pdf", pdf()).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("空.pdf", b"", "是空文件"),
        ("假.pdf", b"MZ\x90\x00 this is a program", "的内容不是PDF、JPG、PNG格式"),
        ("字.pdf", "只是文字".encode(), "的内容不是PDF、JPG、PNG格式"),
        ("断.pdf", b"%PDF-1.7\n%%EOF", "打不开"),
        ("断.png", make.png()[:40], "打不开"),
        ("锁.pdf", pdf("secret"), "打不开，可能已损坏或加了密码"),
        ("大.png", make.png() + b"\0" * 1_048_577, "超过1兆"),
        ("动.gif", b"GIF89a" + b"\0" * 40, "的内容不是"),
    ],
)
def test_a_bad_file_is_refused_by_name_material_and_rule(name, data, sentence):
    with pytest.raises(Refused, match=sentence) as refusal:
        kept(name, data)
    assert refusal.value.sentence.startswith(f"「平面图」的文件“{name}”")


def test_a_picture_where_only_pdf_is_taken_is_refused():
    with pytest.raises(Refused, match="不是PDF格式"):
        kept("图.png", make.png(), accepts=("pdf",))


def test_a_path_in_a_name_is_cut_off():
    assert kept("../../etc/图.png", make.png()).name == "图.png"


def test_content_that_no_longer_fits_its_hash_is_never_given_out():
    digest = kept("图.png", make.png()).digest
    default_storage.delete(place_of(digest))
    default_storage.save(place_of(digest), io.BytesIO(b"other"))
    with pytest.raises(ValueError, match="damaged"):
        content_of(digest)


def test_what_is_forgotten_is_gone():
    digest = kept("图.png", make.png()).digest
    forget(digest)
    with pytest.raises(FileNotFoundError):
        content_of(digest)
