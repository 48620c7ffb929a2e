"""Seconds and memory of commands, with all the processes that they start (Linux: read from /proc)."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.05
"""Seconds between two looks at the memory."""
PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of processor time, and the most memory in use at once, in bytes."""

    wall: float
    processor: float
    memory: int


def measure(commands: Sequence[Sequence[str]], folder: Path, environment: Mapping[str, str]) -> Cost:
    """What it costs to run the commands side by side in a folder; ends the program where one of them fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    running = [_start(command, folder, environment) for command in commands]
    memory = 0
    while any(process.poll() is None for process in running):
        memory = max(memory, sum(_memory(process.pid) for process in running))
        time.sleep(INTERVAL)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    for process in running:
        output = process.communicate()[0]
        if process.returncode:
            sys.exit(f"{' '.join(map(str, process.args))}\n{output}")  # type: ignore[arg-type] # a list of words
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, memory)


def _start(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    log = (folder / f"bench-{time.monotonic_ns()}.log").open("w+")
    return subprocess.Popen(
        command, cwd=folder, env=os.environ | environment, stdout=log, stderr=log, text=True, start_new_session=True
    )


def _memory(session: int) -> int:
    """The resident memory of all processes of a session, in bytes."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                total += int((folder / "statm").read_text().split()[1]) * PAGE
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
    return total
