"""A page's form as somebody without JavaScript works on it: read off the page, filled in, sent by a button."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

Values = dict[str, list[str]]


@dataclass
class Form:
    """One form of a page: where it goes, what stands in it, what may be picked."""

    action: str
    values: Values = field(default_factory=dict)
    offers: Values = field(default_factory=dict)
    lists: Values = field(default_factory=dict)

    def fill(self, **values: Any) -> Form:
        """Fill in boxes that are there: a text, or several ticks; dots of a name are written ``__``."""
        for name, value in values.items():
            box = name.replace("__", ".")
            assert box in self.offers, f"{box} is not asked here: {sorted(self.offers)}"
            wanted = list(value) if isinstance(value, list | tuple) else [value]
            strange = [each for each in wanted if self.offers[box] and each not in self.offers[box]]
            assert not strange, f"{box} does not offer {strange}"
            self.values[box] = wanted
        return self

    def pick(self, box: str, label: str) -> Form:
        """Pick what stands in the list under a box by the beginning of its label."""
        found = [each for each in self.lists[box] if each.startswith(label)]
        assert found, f"{box} does not list {label}"
        self.values[box] = [found[0]]
        return self


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.box = self.list = ""
        self.datalists: Values = {}
        self.lists: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = Form(told.get("action", ""))
            self.forms.append(self.form)
        elif tag == "datalist":
            self.list = told["id"]
        elif tag == "option" and self.list:
            self.datalists.setdefault(self.list, []).append(told["value"])
        elif self.form is not None:
            self._box(tag, told)

    def _box(self, tag: str, told: dict[str, str]) -> None:
        assert self.form is not None
        name, there = told.get("name", ""), dict(told)
        if tag in ("textarea", "select") and name:
            self.box = name
            self.form.offers.setdefault(name, [])
            self.form.values.setdefault(name, [""])
        elif tag == "option" and self.box:
            self.form.offers[self.box].append(told["value"])
            if "selected" in there or self.form.values[self.box] == [""]:
                self.form.values[self.box] = [told["value"]] if "selected" in there or told["value"] == "" else [""]
        elif tag == "input" and name:
            self._input(name, told)

    def _input(self, name: str, told: dict[str, str]) -> None:
        assert self.form is not None
        if told.get("type") in ("checkbox", "radio"):
            self.form.offers.setdefault(name, []).append(told["value"])
            if "checked" in told:
                self.form.values.setdefault(name, []).append(told["value"])
            return
        self.form.offers.setdefault(name, [])
        self.form.values[name] = [told.get("value", "")]
        if "list" in told:
            self.lists[name] = told["list"]

    def handle_data(self, data: str) -> None:
        if self.form is not None and self.box and not self.form.offers[self.box]:
            self.form.values[self.box] = [self.form.values[self.box][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("textarea", "select"):
            self.box = ""
        elif tag == "form":
            self.form = None
        elif tag == "datalist":
            self.list = ""


def forms_on(page: str) -> list[Form]:
    """The forms of a page."""
    reader = _Reader()
    reader.feed(page)
    for form in reader.forms:
        form.lists = {
            name: reader.datalists.get(list_, []) for name, list_ in reader.lists.items() if name in form.offers
        }
    return reader.forms


def form_on(page: str, end: str, box: str = "") -> Form:
    """The form of a page whose address ends so, and which asks for a certain box."""
    found = [form for form in forms_on(page) if form.action.endswith(end) and (not box or box in form.offers)]
    assert found, f"no form goes to …{end}: {[form.action for form in forms_on(page)]}"
    return found[0]


def send(client: Client, form: Form, status: int = 302, **also: str) -> str:
    """Send a form, by the button that ``also`` names; the page it leads to."""
    answer = client.post(form.action, {**form.values, **also})
    text = answer.content.decode()
    assert answer.status_code == status, text[text.find("refused") :][:1500] or text[:1500]
    if status == 302:
        return client.get(answer["Location"]).content.decode()
    return text
