"""A small static server that gzips text and keeps a record of what it sent: HTTP/1.1, a thread for each connection.

What is sent is counted here and not in the browser, which does not tell a page of what its workers load.
"""

from __future__ import annotations

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEVEL = 6
"""Of gzip: what servers use where nobody chose another."""
TEXTS = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml")
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer: the path below the root, the bytes on the wire with the head, when it was sent (seconds since 1970)."""

    path: str
    size: int
    at: float


class GzipServer(ThreadingHTTPServer):
    """Serves a folder on this machine. `sent` grows with each answer; `address` ends in a slash."""

    daemon_threads = True

    def __init__(self, root: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.root = root.resolve()
        self.sent: list[Sent] = []
        self._packed: dict[Path, bytes] = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def body(self, path: Path) -> tuple[bytes, bool]:
        """What is sent for a file, and whether that is gzip. A file is packed once, so that no visit pays for it."""
        if path.suffix not in TEXTS:
            return path.read_bytes(), False
        if path not in self._packed:
            self._packed[path] = gzip.compress(path.read_bytes(), LEVEL, mtime=0)
        return self._packed[path], True

    def pack(self, folder: Path) -> None:
        """Pack what is below a folder before anybody asks for it."""
        for path in folder.rglob("*"):
            if path.is_file():
                self.body(path)


class Handler(BaseHTTPRequestHandler):
    """Answers GET."""

    protocol_version = "HTTP/1.1"
    server: GzipServer
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body leave together

    def do_GET(self) -> None:
        name = unquote(urlsplit(self.path).path).lstrip("/")
        path = (self.server.root / name).resolve()
        if path.is_dir():
            path = path / "index.html"
        if path.is_relative_to(self.server.root) and path.is_file():
            body, is_packed = self.server.body(path)
            self.answer(HTTPStatus.OK, path.suffix, body, is_packed=is_packed)
        else:
            self.answer(HTTPStatus.NOT_FOUND, ".txt", b"", is_packed=False)

    def answer(self, status: HTTPStatus, suffix: str, body: bytes, *, is_packed: bool) -> None:
        kind = TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
        lines = [
            f"HTTP/1.1 {status.value} {status.phrase}",
            f"Content-Type: {kind}{'; charset=utf-8' if suffix in TEXTS else ''}",
            f"Content-Length: {len(body)}",
            *(["Content-Encoding: gzip"] if is_packed else []),
        ]
        data = "\r\n".join([*lines, "", ""]).encode() + body
        self.wfile.write(data)
        self.wfile.flush()
        self.server.sent.append(Sent(urlsplit(self.path).path.lstrip("/"), len(data), time.time()))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(root: Path) -> Iterator[GzipServer]:
    """A server of a folder, for as long as it is needed."""
    server = GzipServer(root)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
