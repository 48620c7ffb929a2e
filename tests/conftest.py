"""What tests share: the project, its site (built once a run), a browser, and a server of folders."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).parents[1]
INPUTS = ("docs", "heitu", "seeds", "templates", "build_site.py", "mkdocs.yml", "mkdocs.en.yml")
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

settings.register_profile("heitu", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("heitu")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--lower-floor", action="store_true", help="pin what tests/golden/floor.yml holds to what is reached now"
    )
    parser.addoption(
        "--rewrite-golden", action="store_true", help="write the expected pages of the golden archive anew"
    )


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project."""
    return PROJECT


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A copy of the project's inputs and code, to be changed at will."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site, built once for all workers of a run; not to be changed."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    copy = shared / "built"
    with FileLock(shared / "built.lock"):
        if not (copy / "site").is_dir():
            shutil.rmtree(copy, ignore_errors=True)
            copy_project(copy)
            command = [sys.executable, "build_site.py", "build"]
            done = subprocess.run(command, cwd=copy, capture_output=True, encoding="utf-8", check=False)
            assert done.returncode == 0, done.stdout + done.stderr
    return copy / "site"


def copy_project(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in INPUTS:
        place = PROJECT / name
        if place.is_dir():
            shutil.copytree(place, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(place, folder / name)
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on this machine and returns its address, with a slash at the end."""
    servers: list[ThreadingHTTPServer] = []

    def serve(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
