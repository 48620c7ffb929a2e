"""Our own search: a page of our own site, with the search data of the archive that is measured."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from bench.__main__ import INPUTS, PROJECT
from bench.measure import INTERVAL, resident
from bench.search.engine import Cost, Engine, on_disk
from heitu.kept import KeptFolder
from heitu.records import Archive
from heitu.render.scripts import render_scripts
from heitu.search import search_files


def build_site(folder: Path) -> Path:
    """Our own site in a folder; its pages are those that the search is tried on."""
    project = folder / "project"
    project.mkdir(parents=True)
    for name in INPUTS:
        place = PROJECT / name
        (shutil.copytree if place.is_dir() else shutil.copy2)(place, project / name)
    site = folder / "site"
    command = [str(PROJECT / "build_site.py"), "build", "--project", str(project), "--target", str(site)]
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return site


def ours(archive: Archive, site: Path, cache: Path) -> Engine:
    """The site with the search data of another archive. `cache` is for what the search keeps, where it keeps something."""
    shutil.rmtree(site / "assets" / "search", ignore_errors=True)
    seconds, again, memory, paths = _built(archive, site, cache)
    scripts = render_scripts(PROJECT)
    for name, data in scripts.items():
        (site / name).write_bytes(data)
    files, size = on_disk(site / path for path in paths)
    return Engine(
        name="heitu",
        root=site,
        pages={"zh": "index.html", "en": "index.html"},  # one index for both languages
        parts=(*{path[: path.rindex("/") + 1] for path in paths}, *scripts),
        script="heitu.js",
        key=str,
        cost=Cost(seconds, again, memory, files, size),
    )


def _built(archive: Archive, site: Path, cache: Path) -> tuple[float, float, int, list[str]]:
    """Build in a process of its own: seconds, seconds once more, most memory (the archive's too), paths of the files."""
    context = multiprocessing.get_context("fork")  # it has the archive already
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_build, args=(archive, site, cache, sender))
    process.start()
    sender.close()
    memory = 0
    while not receiver.poll(INTERVAL):
        memory = max(memory, resident(cast("int", process.pid)))
    seconds, again, paths = receiver.recv()
    process.join()
    return seconds, again, memory, paths


def _build(archive: Archive, site: Path, cache: Path, answer: Connection) -> None:
    os.setsid()  # the memory of a session is measured
    start = time.monotonic()
    files = search_files(archive, KeptFolder(cache))
    first = time.monotonic()
    search_files(archive, KeptFolder(cache))
    again = time.monotonic() - first
    for path, data in files.items():
        place = site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    answer.send((first - start, again, list(files)))
