"""Measure cold builds beside stock Material on the same pages: `python -m bench [SOURCES ...]`.

heitu does its whole work: it reads, cleans, themes, renders and publishes both languages. Stock Material gets the
Markdown pages that heitu has just made, with its own search in Chinese and English (jieba), `navigation.prune` and the
automatic navigation: one build a language, one after the other. The seconds of processor time (CPU) show what is left of
the difference where both use one core.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import Cost, measure
from bench.resample import Pool, pool, write_reports

PROJECT = Path(__file__).parents[1]
PACKAGES = PROJECT / ".cache" / "bench"
INPUTS = ("docs", "seeds", "templates", "mkdocs.yml", "mkdocs.en.yml")
SIZES = (6, 101, 1001)  # two of the real sources are one report
STOCK = """\
site_name: stock
docs_dir: {docs}
site_dir: {site}
use_directory_urls: false
theme:
  name: material
  language: {language}
  font: false
  features: [navigation.prune]
plugins:
  - search:
      lang: [zh, en]
markdown_extensions: [attr_list, tables, toc]
"""


def main(sizes: list[int]) -> None:
    install_jieba()
    reports = pool(PROJECT)
    print("| reports | heitu, s | CPU s | MB | stock Material, s | CPU s | MB | time, heitu : stock | memory |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="heitu-bench-") as folder:
            ours, stock = both(reports, Path(folder), size)
            archive = json.loads((Path(folder) / "site" / "data" / "archive.json").read_bytes())
        cells = [f"{len(archive['reports']):,}", *columns(ours), *columns(stock)]
        ratios = [f"{ours.wall / stock.wall:.2f}", f"{ours.memory / stock.memory:.2f}"]
        print("|", " | ".join(cells + ratios), "|", flush=True)


def both(reports: Pool, project: Path, size: int) -> tuple[Cost, Cost]:
    """The cost of a cold build of a project of `size` sources, by heitu and by stock Material."""
    for name in INPUTS:
        place = PROJECT / name
        (shutil.copytree if place.is_dir() else shutil.copy2)(place, project / name)
    sources = project / "seeds" / "sources"
    write_reports(reports, sources, max(0, size - len(list(sources.iterdir()))))
    build = [sys.executable, str(PROJECT / "build_site.py"), "build", "--project", str(project)]
    ours = measure(build, project, {})
    for language in ("zh", "en"):
        (project / f"stock.{language}.yml").write_text(
            STOCK.format(language=language, docs=f".cache/pages/{language}", site=f"stock/{language}"), encoding="utf-8"
        )
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file"]
    path = {"PYTHONPATH": str(PACKAGES), "NO_MKDOCS_2_WARNING": "1"}
    builds = [measure([*mkdocs, f"stock.{language}.yml"], project, path) for language in ("zh", "en")]
    return ours, builds[0].then(builds[1])


def columns(cost: Cost) -> list[str]:
    return [f"{cost.wall:.1f}", f"{cost.processor:.1f}", f"{cost.memory / 1e6:.0f}"]


def install_jieba() -> None:
    """The segmenter that only stock Material's search needs, in a folder of its own."""
    if not (PACKAGES / "jieba").is_dir():
        lock = str(Path(__file__).with_name("requirements.lock"))
        install = ["-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
        environment = os.environ | {"PIP_NO_INPUT": "1"}
        subprocess.run([sys.executable, *install, "--target", str(PACKAGES), "-r", lock], env=environment, check=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
