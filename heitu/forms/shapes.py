"""Readers of lists and mappings: all that stands in them is read, whatever is wrong with the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from heitu.forms import wording
from heitu.forms.nodes import Expectation, Sheet, is_null, line_of
from heitu.forms.readers import TEXT, Reader, Scalar, as_kind, content
from heitu.language import Bilingual

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form:
    """A mapping that was read: its good values, the lines that its keys stand on, the line that it begins on.

    `complete` says that every value is good and none that is required is missing.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    line: int
    complete: bool

    def get(self, key: str) -> Any:
        """The value of a key, None where it is missing or was refused."""
        return self.values.get(key)


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a shape. An optional key that is missing, or has nothing after its colon, takes the default."""

    reader: Reader[Any]
    needed: bool
    default: Any = None


def required(reader: Reader[Any]) -> Field:
    return Field(reader, needed=True)


def optional(reader: Reader[Any], default: object = None) -> Field:
    return Field(reader, needed=False, default=default)


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping with known keys; a closed one refuses all others. A reader of forms."""

    zh: str
    en: str
    fields: Mapping[str, Field]
    closed: bool = True

    @property
    def expects(self) -> Expectation:
        needed = {k: f for k, f in self.fields.items() if f.needed} or self.fields
        example = ", ".join(f"{key}: {field.reader.expects.example}" for key, field in needed.items())
        return Expectation(self.zh, self.en, f"{{{example}}}")

    def read(self, node: Node, sheet: Sheet) -> Form | None:
        mapping = as_kind(node, MappingNode, self.expects, sheet)
        if mapping is None:
            return None
        faults = len(sheet.faults)
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, line, value in _pairs(mapping, sheet):
            lines[key] = line
            field = self.fields.get(key)
            if field is None:
                if self.closed:
                    sheet.fault(line, wording.unknown_key(key, self.fields))
            elif field.needed or not is_null(value):
                if (read := field.reader.read(value, sheet)) is not None:
                    values[key] = read
            else:
                values[key] = field.default
        for key, field in self.fields.items():
            if key in lines:
                continue
            if field.needed:
                sheet.fault(line_of(node), wording.missing_key(key, field.reader.expects.example))
            else:
                values[key] = field.default
        return Form(values, lines, line_of(node), len(sheet.faults) == faults)


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A mapping whose keys are data too: `key` reads them, `value` what belongs to each. A reader of forms."""

    zh: str
    en: str
    key: Scalar[str]
    value: Reader[T]

    @property
    def expects(self) -> Expectation:
        return Expectation(self.zh, self.en, f"{{{self.key.expects.example}: {self.value.expects.example}}}")

    def read(self, node: Node, sheet: Sheet) -> Form | None:
        mapping = as_kind(node, MappingNode, self.expects, sheet)
        if mapping is None:
            return None
        faults = len(sheet.faults)
        values: dict[str, T] = {}
        lines: dict[str, int] = {}
        for text, line, child in _pairs(mapping, sheet):
            key = self.key.accept(text, line, sheet)
            value = self.value.read(child, sheet)
            if key is not None and value is not None:
                values[key], lines[key] = value, line
        return Form(values, lines, line_of(node), len(sheet.faults) == faults)


@dataclass(frozen=True, slots=True)
class Sequence(Generic[T]):
    """A list; the items that are refused are left out of it. An empty list is refused unless `least` is 0."""

    zh: str
    en: str
    item: Reader[T]
    least: int = 1

    @property
    def expects(self) -> Expectation:
        return Expectation(self.zh, self.en, f"[{self.item.expects.example}]")

    def read(self, node: Node, sheet: Sheet) -> tuple[T, ...] | None:
        sequence = as_kind(node, SequenceNode, self.expects, sheet)
        if sequence is None:
            return None
        if len(sequence.value) < self.least:
            sheet.fault(line_of(node), wording.empty(self.zh, self.en, self.expects.example))
            return None
        read = [(child, self.item.read(child, sheet)) for child in sequence.value]
        items = [(child, value) for child, value in read if value is not None]
        seen: set[str] = set()
        for child, value in items:
            if isinstance(value, str):
                if value in seen:
                    sheet.fault(line_of(child), wording.duplicate_value(value))
                seen.add(value)
        return tuple(value for _, value in items)


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """What `make` makes of the values of a complete form, given by name."""

    form: Shape
    make: Callable[..., T]

    @property
    def expects(self) -> Expectation:
        return self.form.expects

    def read(self, node: Node, sheet: Sheet) -> T | None:
        form = self.form.read(node, sheet)
        return self.make(**form.values) if form and form.complete else None


BILINGUAL = Made(
    Shape("中英两种写法", "a text in Chinese and English", {"zh": required(TEXT), "en": required(TEXT)}), Bilingual
)


def _pairs(node: MappingNode, sheet: Sheet) -> Iterator[tuple[str, int, Node]]:
    """The keys of a mapping with their lines and values; a key that stands twice is a fault and comes once."""
    first: dict[str, int] = {}
    for key_node, value in node.value:
        line = line_of(key_node)
        if not isinstance(key_node, ScalarNode):
            sheet.fault(line, wording.key_not_text())
            continue
        key = content(key_node)
        if key in first:
            sheet.fault(line, wording.duplicate_key(key, first[key]))
            continue
        first[key] = line
        yield key, line, value
