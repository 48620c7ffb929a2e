"""The site's settings: `mkdocs.yml` (its `extra.heitu` above all) and the environment, read once.

| where | what |
|---|---|
| `site_name` | the name of the site, where `extra.heitu.name` gives none |
| `site_url` | the site's address; `HEITU_SITE_URL` in the environment stands above it, also when it is empty |
| `extra.heitu.name` | the name of the site: `{zh: …, en: …}` |
| `extra.heitu.contact` | a mail address or the address of a page, for corrections |
| `extra.heitu.owner` | who publishes the site, for the footer |
| `extra.heitu.icp` | the ICP number, for the footer |
| `SOURCE_DATE_EPOCH` | in the environment: the date of the data, in seconds since 1970; else today |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from yaml import Node, ScalarNode, SequenceNode

from heitu.errors import Fault, InputError
from heitu.forms import BILINGUAL, Expectation, Field, Form, Message, Scalar, Shape, Sheet, load_node, optional
from heitu.language import Bilingual
from heitu.records import Settings

FILE = "mkdocs.yml"
SITE_URL = "HEITU_SITE_URL"
EPOCH = "SOURCE_DATE_EPOCH"
_NAME_IT = (
    "写上 site_name，或在 extra.heitu 下写 name: {zh: …, en: …}",
    "Write site_name, or name: {zh: …, en: …} under extra.heitu",
)
_MAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]+")


def parse_address(text: str) -> str | None:
    """A web address of a folder, with the slash at its end that it may lack; "" for none.

    >>> parse_address("https://example.org/heitu"), parse_address(""), parse_address("example.org")
    ('https://example.org/heitu/', '', None)
    """
    text = text.strip()
    if not text:
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or " " in text:
        return None
    return text.rstrip("/") + "/"


def parse_contact(text: str) -> str | None:
    """A mail address or the address of a page; "" for none.

    >>> parse_contact("dangan@example.org"), parse_contact("https://example.org/contact?to=1"), parse_contact("call us")
    ('dangan@example.org', 'https://example.org/contact?to=1', None)
    """
    text = text.strip()
    if not text or _MAIL.fullmatch(text):
        return text
    return text if re.fullmatch(r"https?://[^\s/]+\S*", text) else None


def parse_epoch(text: str) -> str | None:
    """The day (UTC, ISO 8601) of a number of seconds since 1970.

    >>> parse_epoch("1672876800"), parse_epoch("yesterday")
    ('2023-01-05', None)
    """
    if not re.fullmatch(r"\d{1,12}", text.strip(), re.ASCII):
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


LINE = Scalar(Expectation("文字", "a text", "…"), str.strip)
ADDRESS = Scalar(Expectation("网址", "the address of a site", "https://example.org/heitu/"), parse_address)
CONTACT = Scalar(
    Expectation("邮箱或网址", "a mail address or the address of a page", "dangan@example.org"), parse_contact
)
SECONDS = Scalar(Expectation("自 1970 年起的秒数", "a number of seconds since 1970", "1672876800"), parse_epoch)


@dataclass(frozen=True, slots=True)
class _FromEnvironment:
    """A reader that first looks up what MkDocs's tag `!ENV` names: `!ENV NAME`, or `!ENV [NAME, …, default]`."""

    reader: Scalar[str]
    environ: Mapping[str, str]

    @property
    def expects(self) -> Expectation:
        return self.reader.expects

    def read(self, node: Node, sheet: Sheet) -> str | None:
        if node.tag != "!ENV":
            return self.reader.read(node, sheet)
        children = node.value if isinstance(node, SequenceNode) else [node]
        names = [child.value for child in children if isinstance(child, ScalarNode)]
        default = names.pop() if len(names) > 1 else ""
        found = next((self.environ[name] for name in names if name in self.environ), default)
        return self.reader.accept(found, int(node.start_mark.line) + 1, sheet)


def shape(environ: Mapping[str, str]) -> Shape:
    """What heitu reads of `mkdocs.yml`. The file's other keys are MkDocs's own; `extra.heitu` is ours alone."""

    def line(reader: Scalar[str]) -> Field:
        return optional(_FromEnvironment(reader, environ), default="")

    heitu = {"name": optional(BILINGUAL), "contact": line(CONTACT), "owner": line(LINE), "icp": line(LINE)}
    extra = {"heitu": optional(Shape("heitu 的设置", "a group of settings", heitu))}
    return Shape(
        "MkDocs 的设置",
        "a group of settings",
        {
            "site_name": line(LINE),
            "site_url": line(ADDRESS),
            "extra": optional(Shape("附加设置", "a group of settings", extra, closed=False)),
        },
        closed=False,
    )


def read_settings(project: Path, environ: Mapping[str, str]) -> Settings:
    """The settings; InputError with all faults of `mkdocs.yml` and of the variables that are read."""
    faults: list[Fault] = []
    sheet = Sheet(FILE, faults)
    reader = shape(environ)
    node = load_node(project, sheet, reader.expects)
    form = reader.read(node, sheet) if node else None
    extra = form.get("extra") if form else None
    heitu = extra.get("heitu") if extra else None
    name = _name(form, heitu, sheet) if form else None
    address = _variable(SITE_URL, ADDRESS, environ, faults)
    day = _variable(EPOCH, SECONDS, environ, faults)
    if faults or form is None or name is None:
        raise InputError(faults)
    return Settings(
        site_name=name,
        site_url=form.values["site_url"] if address is None else address,
        contact=heitu.values["contact"] if heitu else "",
        owner=heitu.values["owner"] if heitu else "",
        icp=heitu.values["icp"] if heitu else "",
        generated=day or datetime.now().astimezone().date().isoformat(),
    )


def _name(form: Form, heitu: Form | None, sheet: Sheet) -> Bilingual | None:
    """The name in both languages: that of `extra.heitu`, or `site_name` for both. None where either has a fault."""
    if heitu and "name" in heitu.lines:
        name: Bilingual | None = heitu.get("name")
        return name
    title = form.get("site_name")
    if title == "":
        sheet.fault(form.line, Message("网站没有名字", "the site has no name", *_NAME_IT))
    return Bilingual(title, title) if title else None


def _variable(name: str, reader: Scalar[str], environ: Mapping[str, str], faults: list[Fault]) -> str | None:
    """The value of an environment variable; None where it is not set, or is refused."""
    return reader.accept(environ[name], 0, Sheet(name, faults)) if name in environ else None
