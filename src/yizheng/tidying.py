"""What ``yizheng tidy`` does, and how a folder gets its texts: only what differs is written, each file whole or not."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from yizheng.catalogue.text.reading import read_folder, texts_in
from yizheng.catalogue.text.writing import untidy
from yizheng.law.items import Catalogue


class NotEmpty(ValueError):
    """Something stands in the folder already; its text is the sentence to show."""


def run_tidy(asked: argparse.Namespace) -> int:
    """Write a folder's texts as they should be. Raises CatalogueFaulty for texts that cannot be read."""
    texts = untidy(asked.folder, read_folder(asked.folder).catalogue())
    put(asked.folder, texts)
    for name in texts:
        print(f"{asked.folder / name} 已整理 tidied")
    print("只改写法，内容不变 the content is the same" if texts else f"{asked.folder} 本来就整齐 tidy already")
    return 0


def fill(folder: Path, texts: Mapping[str, str], *, anew: bool) -> None:
    """Give a folder these texts and no others, in the place of what it had if asked. Raises NotEmpty."""
    if folder.exists() and any(folder.iterdir()) and not anew:
        raise NotEmpty(f"{folder} 里已经有文件；要用这个版本换掉里面的目录，请加 --anew not empty")
    put(folder, texts)
    for name in texts_in(folder).keys() - texts.keys():
        (folder / name).unlink()


def put(folder: Path, texts: Mapping[str, str]) -> None:
    """Write each text into its file in the folder."""
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.new")
        beside.write_bytes(text.encode())
        beside.replace(file)


def untidy_files(folder: Path, catalogue: Catalogue) -> str:
    """Which files of a folder are not written as they should be, and how to have them so; "" when all are."""
    names = "、".join(untidy(folder, catalogue))
    return names and f"写法不统一 untidy：{names}；运行 yizheng tidy {folder} 整理，内容不变"
