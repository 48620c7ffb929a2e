"""Split a cleaned source: recognise title, facts, captions and sections, and finish its ledger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from heitu import ids
from heitu.drafts import Block, CleanDocument, Witness
from heitu.ledger import blank_claims, claim, tile, unclaimed
from heitu.records import Caption, Category, LedgerEntry, Section
from heitu.spans import SpannedText
from heitu.split.captions import credit
from heitu.split.facts import dateline
from heitu.split.gather import Facts
from heitu.split.head import Role, Roles, find_roles
from heitu.split.inference import genre, period
from heitu.split.rules import RULES
from heitu.split.sections import build_sections

__all__ = ["RULES", "split"]

_CATEGORY: Mapping[Role, Category] = MappingProxyType(
    {
        "title": "heading",
        "subtitle": "heading",
        "second title": "metadata",
        "banner": "boilerplate",
        "facts": "metadata",
        "byline": "metadata",
        "dateline": "metadata",
        "caption": "caption",
        "contents": "metadata",
    }
)


def split(cleaned: CleanDocument) -> Witness:
    """What one source says, each of its characters accounted for."""
    document, blocks = cleaned.document, cleaned.blocks
    roles = find_roles(blocks, _cuts(cleaned), _display(cleaned))
    facts = _gather(cleaned, roles)
    title, subtitle = _title(blocks, roles)
    facts.read_headline(text for text in (subtitle, title) if text)
    texts, datelines = _texts(blocks, roles)
    sections = build_sections(texts)
    captions = tuple(
        Caption(ids.caption(n), blocks[i].text, credit(blocks[i].text.text), document.id)
        for n, i in enumerate((i for i, role in enumerate(roles.of) if role == "caption"), 1)
    )
    paragraphs = [p.text for section in sections for p in section.paragraphs]
    head = [text for text in (title, subtitle) if text]
    headings = [section.headline for section in sections if section.headline]
    kind = genre(title.text if title else "", paragraphs, facts.bylines, facts.single.get("publisher"), headings)
    facts.single["genre"] = replace(kind, source=document.id)
    if found := period(head, headings, paragraphs, facts.single.get("date"), kind.value):
        facts.single["period"] = replace(found, source=document.id)
    claims = [*cleaned.claims, *_role_claims(blocks, roles), *datelines, *_section_claims(sections)]
    left = unclaimed((block.text for block in blocks), claims)
    claims += blank_claims(left)
    claims += [LedgerEntry(p.span, "layout", "heading stop", "heading.stop") for p in left if p.text.strip()]
    return Witness(
        document=document,
        title=title,
        subtitle=subtitle,
        facts=facts.single,
        authors=tuple(facts.authors),
        editors=tuple(facts.editors),
        sections=sections,
        captions=captions,
        ledger=tile(document, claims),
    )


def _cuts(cleaned: CleanDocument) -> frozenset[int]:
    """The blocks above which something was set aside as the page's."""
    starts = sorted(entry.span.start for entry in cleaned.claims if entry.category == "boilerplate")
    positions = [block.text.start for block in cleaned.blocks]
    return frozenset(
        i for i in range(1, len(positions)) if bisect_left(starts, positions[i - 1]) < bisect_left(starts, positions[i])
    )


def _display(cleaned: CleanDocument) -> frozenset[int]:
    """The blocks in display type: their glyphs were doubled, or their letters spaced."""
    claims = sorted(entry.span.start for entry in cleaned.claims if entry.rule.startswith("glyphs."))
    ends = [max((span.end for span in block.text.provenance), default=0) for block in cleaned.blocks]
    return frozenset(
        i
        for i, (block, end) in enumerate(zip(cleaned.blocks, ends, strict=True))
        if bisect_left(claims, block.text.start) < bisect_left(claims, end)
    )


def _gather(cleaned: CleanDocument, roles: Roles) -> Facts:
    facts = Facts(cleaned.document)
    for block, role in zip(cleaned.blocks, roles.of, strict=True):
        if role == "facts":
            facts.read_line(block.text)
        elif role == "byline":
            facts.read_byline(block.text)
        elif role in ("dateline", "text"):
            facts.read_dateline(block.text)
    facts.read_notices(cleaned.claims)
    facts.complete_date()
    return facts


def _title(blocks: Sequence[Block], roles: Roles) -> tuple[SpannedText | None, SpannedText | None]:
    lines = [block.text for block in blocks[roles.title : roles.title_end + 1]] if roles.title >= 0 else []
    title = SpannedText.join(lines) if lines else None
    subtitle = blocks[roles.subtitle].text if roles.subtitle >= 0 else None
    return title, subtitle


def _texts(blocks: Sequence[Block], roles: Roles) -> tuple[list[Block], list[LedgerEntry]]:
    """The blocks of running text and headings; a dateline leaves its paragraph."""
    texts: list[Block] = []
    claims: list[LedgerEntry] = []
    for block, role in zip(blocks, roles.of, strict=True):
        if role != "text":
            continue
        line = dateline(block.text.text)
        start = line.end if line else 0
        claims.extend(claim(block.text.slice(0, start).strip(), "metadata", "dateline", "facts.dateline"))
        texts.append(replace(block, text=block.text.slice(start, len(block.text)).strip()))
    return texts, claims


def _role_claims(blocks: Sequence[Block], roles: Roles) -> Iterable[LedgerEntry]:
    for i, rule in roles.rules.items():
        role = roles.of[i]
        yield from claim(blocks[i].text, _CATEGORY[role], role, rule)


def _section_claims(sections: Sequence[Section]) -> Iterable[LedgerEntry]:
    for section in sections:
        if section.kicker:
            yield from claim(section.kicker, "heading", "kicker", "heading.kicker")
        if section.headline:
            rule = "heading.run-in" if section.run_in else "heading.line"
            yield from claim(section.headline, "heading", "heading", rule)
        for paragraph in section.paragraphs:
            yield from claim(paragraph.text, "body", "paragraph", "text.paragraph")
