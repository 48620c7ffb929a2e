"""The engine: MkDocs in a process for each language, side by side."""

from __future__ import annotations

import calendar
import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from heitu.errors import PublishError
from heitu.language import LANGUAGES, Language
from heitu.records import Settings

CONFIG: Mapping[Language, str] = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
BELOW: Mapping[Language, str] = {"zh": "", "en": "en/"}
NO_SPACE = 3
"""The exit code of a build that ran out of disk."""


def build_languages(project: Path, fresh: Path, settings: Settings, progress: Callable[[str], None]) -> None:
    """Build the pages of `project` into `fresh/zh` and `fresh/en`; PublishError with the log where that fails."""
    builds = {language: _start(project, fresh, settings, language) for language in LANGUAGES}
    try:
        for language, build in builds.items():
            if build.wait():
                raise _fault(language, build.returncode, _log(fresh, language).read_text(encoding="utf-8"))
            progress(language)
    finally:
        for build in builds.values():
            build.kill()
            with build:  # wait, and close the pipe
                pass


def _start(project: Path, fresh: Path, settings: Settings, language: Language) -> subprocess.Popen[bytes]:
    address = settings.site_url and settings.site_url + BELOW[language]
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",  # Material's banner about the next MkDocs
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or str(_midnight(settings.generated)),
    }
    arguments = [CONFIG[language], str(fresh / language), address, BELOW[language]]
    command = [sys.executable, "-P", "-m", "heitu.publish", *arguments]
    with _log(fresh, language).open("wb") as log:
        return subprocess.Popen(command, cwd=project, env=environment, stdin=subprocess.PIPE, stdout=log, stderr=log)


def _log(fresh: Path, language: Language) -> Path:
    return fresh / f"{language}.log"


def _midnight(date: str) -> int:
    """The first second of an ISO date, in UTC.

    >>> _midnight("1970-01-02")
    86400
    """
    return calendar.timegm(time.strptime(date[:10], "%Y-%m-%d"))


def _fault(language: Language, code: int, log: str) -> PublishError | OSError:
    if code == NO_SPACE:
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    lines = [line.strip() for line in log.splitlines() if line.strip()] or [f"exit code {code}"]
    shown = "\n".join(f"  {line}" for line in lines)
    name_zh, name_en = ("中文", "Chinese") if language == "zh" else ("英文", "English")
    return PublishError(
        f"{name_zh}页面生成失败，原有网站保持不变。MkDocs 报告：\n{shown}",
        f"The {name_en} pages could not be built, and the site of before stands as it was. MkDocs says:\n{shown}",
    )
