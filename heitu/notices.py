"""What a clerk should look at before the archive goes out: nothing is wrong, but a reader will miss something."""

from __future__ import annotations

from collections.abc import Iterable

from heitu.errors import Fault
from heitu.records import Archive, Report

_REPORTS = "seeds/reports.yml"


def notices(archive: Archive) -> tuple[Fault, ...]:
    """Reports whose place, period or running text was not recognised."""
    files = {source.id: f"seeds/sources/{source.file}" for source in archive.sources}
    return tuple(notice for report in archive.reports for notice in _of_report(report, files[report.witnesses[0]]))


def _of_report(report: Report, file: str) -> Iterable[Fault]:
    if not report.paragraphs:
        yield Fault(
            file, 0,
            "没有识别出正文", "no running text was recognised",
            f"请用 explain {report.id} 查看逐行处理情况", f"See with explain {report.id} what became of each line",
        )  # fmt: skip
    if report.region is None:
        yield Fault(
            file, 0,
            "没有识别出所写的地区，引文将无法注明地点", "the place it is about was not recognised, so quotations cannot name it",
            f"可在 {_REPORTS} 中为它填写 region", f"Supply region for it in {_REPORTS}",
        )  # fmt: skip
    if report.period is None:
        yield Fault(
            file, 0,
            "没有识别出反映年度", "the period that it covers was not recognised",
            f"可在 {_REPORTS} 中为它填写 period", f"Supply period for it in {_REPORTS}",
        )  # fmt: skip
