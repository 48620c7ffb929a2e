"""Serve: the site on this machine, built anew when anything that it is made from is edited.

Each build is a process of its own, so that edited code and templates apply. A line of script that only this server adds
lets the open page follow: it reloads after a build, and shows the faults of one that failed.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from itertools import dropwhile
from pathlib import Path
from typing import BinaryIO

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from heitu.errors import PublishError
from heitu.language import Language

CODE = Path(__file__).parents[1]
WATCHED = ("seeds", "templates", "docs", "heitu", "build_site.py", "mkdocs.yml", "mkdocs.en.yml")
SCRIPT = Path(__file__).with_suffix(".js")
STATE_PATH, SCRIPT_PATH = "/_heitu/state.json", "/_heitu/serve.js"
QUIET_FOR = 0.2
"""Seconds without a further change before a build starts: an editor writes a file in several steps."""


@dataclass(slots=True)
class State:
    """What the open pages ask for: the number of builds that succeeded, and what the last one says if it failed."""

    build: int = 0
    faults: str = ""


@dataclass(eq=False)
class Changes(FileSystemEventHandler):
    """Notices changes of what the site is made from."""

    roots: tuple[Path, ...]
    happened: threading.Event = field(default_factory=threading.Event)

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write") or (event.is_directory and event.event_type == "modified"):
            return  # only looked at; or something in the folder changed, which is told by itself
        if any(self._counts(Path(str(path))) for path in (event.src_path, event.dest_path) if path):
            self.happened.set()

    def _counts(self, path: Path) -> bool:
        """Whether the site is made from this; what editors and Python leave beside it is not."""
        below = next((path.relative_to(root).parts for root in self.roots if path.is_relative_to(root)), ())
        scrap = path.name.endswith(("~", ".swp", ".pyc", ".tmp")) or any(
            part.startswith((".", "__pyc", "#")) for part in below
        )
        return bool(below) and below[0] in WATCHED and not scrap

    def wait(self) -> None:
        """Until something changed, and nothing more for a moment."""
        self.happened.wait()
        while self.happened.is_set():
            self.happened.clear()
            time.sleep(QUIET_FOR)


class Handler(SimpleHTTPRequestHandler):
    """Serves the site's files; adds the script to every page, and answers it."""

    def __init__(self, *request: object, state: State, **options: object) -> None:
        self.state = state
        super().__init__(*request, **options)  # type: ignore[arg-type] # handed on as http.server gives them

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == STATE_PATH:
            answer = {"build": self.state.build, "faults": self.state.faults}
            self._answer(HTTPStatus.OK, "application/json", json.dumps(answer).encode())
        elif path == SCRIPT_PATH:
            self._answer(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT.read_bytes())
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        place = Path(self.translate_path(self.path))
        if place.is_dir() and self.path.partition("?")[0].endswith("/"):
            place /= "index.html"
        if place.is_dir() or (place.is_file() and place.suffix != ".html"):
            return super().send_head()
        status = HTTPStatus.OK if place.is_file() else HTTPStatus.NOT_FOUND
        page = place if place.is_file() else Path(self.directory) / "404.html"
        text = page.read_bytes() if page.is_file() else b"<!doctype html><title>heitu</title>"
        script = f'<script src="{SCRIPT_PATH}" data-build="{self.state.build}"></script>'.encode()
        self._head(status, "text/html; charset=utf-8", len(text) + len(script))
        return BytesIO(text + script)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for builds and faults."""

    def _answer(self, status: HTTPStatus, media_type: str, data: bytes) -> None:
        self._head(status, media_type, len(data))
        self.wfile.write(data)

    def _head(self, status: HTTPStatus, media_type: str, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(length))
        self.end_headers()


def serve(project: Path, target: Path, host: str, port: int, language: Language) -> None:
    """Build the site of `project` at `target`, serve it at `host:port` (0: any free port), and follow changes, until
    interrupted. PublishError where the port is taken.
    """
    state, changes = State(), Changes((project, CODE))
    server = _server(target, host, port, state)
    observer = Observer()
    for folder in {root / name for root in changes.roots for name in WATCHED if (root / name).is_dir()}:
        observer.schedule(changes, str(folder), recursive=True)
    for root in set(changes.roots):
        observer.schedule(changes, str(root))
    observer.start()
    try:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://{host}:{server.server_port}/"
        print(
            f"网站在 {address} ，按 Ctrl+C 结束" if language == "zh" else f"The site is at {address}; Ctrl+C ends",
            flush=True,
        )
        while True:
            _build(project, target, state, language)
            changes.wait()
    finally:
        observer.stop()
        server.shutdown()
        server.server_close()
        observer.join()


def _server(target: Path, host: str, port: int, state: State) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer((host, port), functools.partial(Handler, directory=str(target), state=state))
    except OSError as error:
        raise PublishError(
            f"无法在 {host}:{port} 提供网站：{error.strerror}。请用 --port 换一个端口。",
            f"The site cannot be served at {host}:{port}: {error.strerror}. Choose another port with --port.",
        ) from error


def _build(project: Path, target: Path, state: State, language: Language) -> None:
    """Build once; what a failed build says goes to the terminal and to the open pages."""
    command = [sys.executable, str(CODE / "build_site.py"), "build", "--project", str(project), "--target", str(target)]
    start = time.monotonic()
    environment = {**os.environ, "PYTHONUTF8": "1"}  # what the child says is read as UTF-8
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", errors="replace", env=environment, check=False
    )
    seconds = time.monotonic() - start
    if done.returncode == 0:
        state.build, state.faults = state.build + 1, ""
        print(f"已生成，用时 {seconds:.1f} 秒" if language == "zh" else f"Built in {seconds:.1f} seconds", flush=True)
    else:
        steps_first = dropwhile(lambda line: line.startswith("  "), done.stderr.splitlines())
        state.faults = "\n".join(steps_first) or f"exit code {done.returncode}"
        print(state.faults, file=sys.stderr, flush=True)
