"""People who press whatever their page offers: pages are opened, their forms filled and sent as a browser would."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from django.core import serializers
from django.test import Client
from lxml import html

SIGNS_OUT = "Sign out"


@dataclass(frozen=True)
class Button:
    """One way to send one form: where to, how it is labelled, and the form's fields as they stand on the page."""

    address: str
    method: str
    label: str
    form: html.FormElement = field(repr=False)
    own: tuple[str, str] | None = None

    @property
    def fields(self):
        """Every control that the form sends, those that stand elsewhere on the page and name it among them."""
        name = self.form.get("id")
        inside = self.form.xpath(".//input|.//textarea|.//select")
        elsewhere = self.form.getroottree().xpath("//*[@form=$name][not(self::button)]", name=name) if name else []
        belongs = [one for one in inside if one.get("form") in (None, name)]
        return [one for one in [*belongs, *elsewhere] if one.get("name")]


@dataclass(frozen=True)
class OpenPage:
    """What one person has before them; others may change meanwhile what it shows."""

    person: Client = field(repr=False)
    address: str
    buttons: list[Button]
    seen: str = ""

    def offers(self, words):
        return [button for button in self.buttons if words in button.label]


def open_page(person, address):
    """The page as the person finds it now, redirects followed."""
    response = person.get(address, follow=True)
    assert response.status_code in (200, 403, 404), (address, response.status_code)
    return read_page(person, response.redirect_chain[-1][0] if response.redirect_chain else address, response)


def read_page(person, address, response):
    tree = (
        html.fromstring(response.content.decode() or "<p></p>") if "html" in response.headers["Content-Type"] else None
    )
    buttons = [] if tree is None else _buttons(tree, address)
    seen = "" if tree is None else "".join(tree.xpath("string(//input[@name='seen']/@value)"))
    return OpenPage(person, address, buttons, seen)


def press(page, button, *, at_random, words):
    """Send the form by this button with its fields changed at random; `words` makes text that is typed."""
    data = {}
    for control in button.fields:
        for value in _filled(control, at_random, words):
            data.setdefault(control.get("name"), []).append(value)
    if button.own:
        data[button.own[0]] = [button.own[1]]
    send = page.person.post if button.method == "post" else page.person.get
    response = send(button.address, data, follow=True)
    assert response.status_code < 500, (button, data, response.status_code)
    return read_page(page.person, button.address, response)


def altered_fixture(row, *, at_random, words):
    """A fixture that says of one row what is stored, save one text or choice that is another."""
    told = json.loads(serializers.serialize("json", [row]))[0]
    texts = [name for name, value in told["fields"].items() if isinstance(value, str) and value]
    if texts:
        told["fields"][at_random.choice(texts)] = words()
    return json.dumps([told]).encode()


def _buttons(tree, address):
    buttons = []
    for form in tree.forms:
        to, how = form.get("action") or address, form.get("method", "get").lower()
        pressed = form.xpath(".//button[not(@type='button')]|.//input[@type='submit']")
        name = form.get("id")
        pressed += tree.xpath("//button[@form=$name][not(@type='button')]", name=name) if name else []
        for control in pressed:
            own = (control.get("name"), control.get("value", "")) if control.get("name") else None
            label = " ".join((control.text_content() or control.get("value", "")).split())
            buttons.append(Button(control.get("formaction") or to, how, label, form, own))
    return [button for button in buttons if not button.address.startswith("http") and button.label != SIGNS_OUT]


def _filled(control, at_random, words):
    kind = control.get("type", "text") if control.tag == "input" else control.tag
    if kind == "select":
        return _chosen(control, at_random)
    if kind in ("checkbox", "radio"):
        likely = 0.95 if control.get("name").startswith("tick-") else 0.6
        return [control.get("value", "on")] if at_random.random() < likely else []
    if kind == "datetime-local":
        return [at_random.choice(["", "2020-01-01T08:00", *["2090-01-01T08:00"] * 4])]
    if kind in ("hidden", "file", "submit"):
        return [control.get("value", "")] if kind == "hidden" else []
    value = control.text_content() if kind == "textarea" else control.get("value", "")
    value = value.removeprefix("\n")
    if kind in ("text", "textarea", "search") and (not value or at_random.random() < 0.3):
        return [words() if at_random.random() < 0.8 else ""]
    return [value]


def _chosen(control, at_random):
    options = control.xpath(".//option")
    chosen = [option for option in options if option.get("selected") is not None]
    is_empty = not any(option.get("value") for option in chosen)
    if options and at_random.random() < (0.7 if is_empty else 0.2):
        chosen = [at_random.choice(options)]
    return [option.get("value", option.text_content()) for option in chosen]
