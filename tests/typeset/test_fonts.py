"""No paper leaves the house with an empty box where a name should be."""

from pathlib import Path

import pytest

from yizheng.typeset import fonts
from yizheng.typeset.press import TEMPLATES


def test_rare_characters_of_names_can_be_printed() -> None:
    assert fonts.missing("王喆、李堃、张䶮、陈𬭚") == ""


def test_what_cannot_be_printed_is_named_once_and_in_order() -> None:
    assert fonts.missing("𤧟𠮷野家𠮷") == "𤧟𠮷"


def test_a_line_break_and_a_pasted_zero_width_space_need_no_glyph() -> None:
    assert fonts.missing("第一行\n第二\u200b行") == ""


def test_the_refusal_names_the_character_and_what_to_do() -> None:
    with pytest.raises(fonts.NoGlyph, match=r"「𠮷」\(U\+20BB7\).*核对.*系统管理员"):
        fonts.require(iter(["𠮷野家（青岛）餐饮有限公司"]))


def test_every_word_that_the_templates_bring_themselves_can_be_printed() -> None:
    assert fonts.missing("".join(path.read_text() for path in sorted(TEMPLATES.glob("*.typ")))) == ""


def test_fonts_that_are_not_there_are_named_with_the_way_to_get_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "places", lambda: (tmp_path,))
    with pytest.raises(fonts.NoFonts, match=r"NotoSansSC_400Regular\.ttf.*make setup"):
        fonts.files.__wrapped__()


def test_without_settings_the_environment_says_where_fonts_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Nothing:
        configured = False

    monkeypatch.setattr(fonts, "settings", Nothing())
    monkeypatch.setenv("YIZHENG_FONTS", f"{tmp_path}:/elsewhere")
    assert fonts.places() == (tmp_path, Path("/elsewhere"))
    monkeypatch.delenv("YIZHENG_FONTS")
    assert fonts.places()[0].name == "@expo-google-fonts"


def test_the_settings_come_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Given:
        configured = True
        FONT_DIRS = (str(tmp_path),)

    monkeypatch.setattr(fonts, "settings", Given())
    monkeypatch.setenv("YIZHENG_FONTS", "/elsewhere")
    assert fonts.places() == (tmp_path,)
