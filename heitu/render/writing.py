"""A page as Markdown: front matter for the theme, then one block of HTML that Markdown leaves alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from heitu.errors import Fault, InputError
from heitu.language import LANGUAGES, Language
from heitu.render import escaping
from heitu.render.edition import Edition
from heitu.render.page import Page


def environment(templates: Path) -> Environment:
    """The templates of `templates/`: everything escaped, an unknown name is an error."""
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def write(templates: Environment, edition: Edition, page: Page) -> str:
    """The Markdown of a page. `base` leads to the language's root, `root` to the site's; both end in "/" or are ""."""
    base = "../" * page.path.count("/")
    html = templates.get_template(f"pages/{page.template}").render(
        v=page.view,
        t=edition.label,
        icon=edition.icons,
        language=edition.language,
        base=base,
        root=base if edition.language == "zh" else f"../{base}",
    )
    meta: dict[str, Any] = {"title": page.title, "description": page.description, "section": page.section}
    if page.jsonld is not None:
        meta |= {"report": True, "jsonld": escaping.script_json(page.jsonld)}
    if page.readings:
        meta["readings"] = True
    foot = [page.foot or edition.archive.settings.site_name[edition.language], edition.archive.settings.generated]
    meta |= {"foot": escaping.css_string("  ·  ".join(foot)), "generated": edition.archive.settings.generated}
    return front_matter(meta) + html.strip() + "\n"


def front_matter(meta: Mapping[str, Any]) -> str:
    """YAML between two lines of dashes, and an empty line."""
    dumped = yaml.dump(dict(meta), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1 << 20)
    return f"---\n{dumped}---\n\n"


def written_by_people(edition: Edition, project: Path) -> dict[str, str]:
    """The pages of `docs/<language>`, with the date of the data in their front matter."""
    folder = project / "docs" / edition.language
    files = sorted(folder.rglob("*.md"))
    return {
        file.relative_to(folder).as_posix(): _dated(file, file.relative_to(project).as_posix(), edition)
        for file in files
    }


def check_pairs(project: Path) -> None:
    """Every page that people write stands in both languages; InputError for those that do not."""
    names: dict[Language, set[str]] = {}
    for language in LANGUAGES:
        folder = project / "docs" / language
        names[language] = {file.relative_to(folder).as_posix() for file in folder.rglob("*.md")}
    faults = [
        Fault(
            f"docs/{language}/{name}",
            0,
            "另一种语言有这一页，这里没有",
            "the other language has this page, and this one does not",
            "补上这一页，或删去另一种语言的那一页",
            "write it, or delete the other language's page",
        )
        for language, other in (("zh", "en"), ("en", "zh"))
        for name in sorted(names[other] - names[language])  # type: ignore[index]
    ]
    if faults:
        raise InputError(faults)


def _dated(file: Path, name: str, edition: Edition) -> str:
    text = file.read_text(encoding="utf-8")
    _, _, rest = text.partition("---\n")
    head, closing, body = rest.partition("\n---\n")
    if not text.startswith("---\n") or not closing:
        raise InputError(
            [
                Fault(
                    name,
                    1,
                    "页首没有 title 和 description",
                    "the page does not open with its title and description",
                    "在页首两行 --- 之间写上 title: 与 description:",
                    "write title: and description: between two lines of --- at its top",
                )
            ]
        )
    meta = yaml.safe_load(head)
    return front_matter(meta | {"prose": True, "generated": edition.archive.settings.generated}) + body.lstrip("\n")
