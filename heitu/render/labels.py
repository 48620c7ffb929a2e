"""The furniture strings of both languages: one table in the theme, which the pages and the theme share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup, escape

from heitu.language import Bilingual, Language

TABLE = "theme/partials/labels.html"


def load_table(environment: Environment) -> Mapping[str, Bilingual]:
    """The table of `templates/theme/partials/labels.html`: key -> the string in both languages."""
    table: Mapping[str, tuple[str, str]] = vars(environment.get_template(TABLE).module)["labels"]
    return {key: Bilingual(zh, en) for key, (zh, en) in table.items()}


@dataclass(frozen=True, slots=True)
class Labels:
    """The furniture strings of one language. An unknown key is a KeyError: a fault of the program, not of the input."""

    table: Mapping[str, Bilingual]
    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """A string with its `{names}` filled in. `{n}` also chooses between `one|many`, and is grouped by thousands."""
        text = self.table[key][self.language]
        if "n" in values:
            number = values["n"]
            one, _, many = text.partition("|")
            text = one if number == 1 or not many else many
            values["n"] = f"{number:,}" if isinstance(number, int) else number
        return text.format(**values) if values else text

    def html(self, key: str, **values: object) -> Markup:
        """The same as escaped HTML; values that are Markup (a link) stay what they are."""
        return Markup(str(escape(self.table[key][self.language]))).format(**values)

    def either(self, key: str, fallback: str) -> str:
        """A string of the table, or `fallback` for names that come from the data and may be new."""
        return self.table[key][self.language] if key in self.table else fallback
