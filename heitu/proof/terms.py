"""The glossary, kept to: where the Chinese has a term, the English has its approved rendering or a variant of it."""

from __future__ import annotations

from collections.abc import Iterator

from heitu.language import Bilingual
from heitu.proof.pairs import Check, Context, Pair
from heitu.terms import find_rendering, uses


def terms(pair: Pair, context: Context) -> Iterator[Bilingual]:
    """A term whose English is none of those that the glossary allows."""
    if pair.role == "name":
        return
    for term in uses(context.terms, pair.zh):
        if find_rendering(term, pair.en) is None:
            yield Bilingual(
                f"“{term.term}”应译作“{term.english}”（glossary.yml 第 {term.line} 行）",
                f"{term.term} should be “{term.english}” (glossary.yml, line {term.line})",
            )


CHECKS = (Check("terms", Bilingual("术语表中的译名", "terms of the glossary"), True, terms),)
