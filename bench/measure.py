"""Seconds and memory of a command, with all the processes that it starts (Linux: read from /proc)."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
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

    def then(self, other: Cost) -> Cost:
        """The cost of one thing after the other."""
        return Cost(self.wall + other.wall, self.processor + other.processor, max(self.memory, other.memory))


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """What it costs to run the command in a folder; ends the program, with what it said, where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    memory = 0
    with tempfile.TemporaryFile("w+") as log:
        whole = os.environ | environment
        process = subprocess.Popen(command, cwd=folder, env=whole, stdout=log, stderr=log, start_new_session=True)
        while process.poll() is None:
            memory = max(memory, resident(process.pid))
            time.sleep(INTERVAL)
        wall = time.monotonic() - start
        if process.returncode:
            log.seek(0)
            sys.exit(f"{' '.join(command)}\n{log.read()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, memory)


def resident(session: int) -> int:
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
