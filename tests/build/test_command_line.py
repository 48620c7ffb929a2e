"""The command line as people use it: what it prints, in which language, and what it returns."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import build_site


def run(project: Path, *arguments: str, language: str = "C", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, its locale that of the user."""
    command = [sys.executable, str(project / "build_site.py"), *arguments]
    variables = {**os.environ, "LC_ALL": language, "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, cwd=project, env=variables, capture_output=True, encoding="utf-8", check=False)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        build_site.main(["--help"])
    assert end.value.code == 0
    printed = capsys.readouterr().out
    assert all(command in printed for command in build_site.COMMANDS)


def test_explain_tells_decisions_themes_and_words(project: Path) -> None:
    told = run(project, "explain", "002_3342d3ec2a967abc", language="zh_CN.UTF-8")
    assert told.returncode == 0
    for words in ("print.logo", "筑梦", "repeat.adjacent", "blank.wrap", "识别文本作", "小组", "脱贫攻坚", "监测"):
        assert words in told.stdout
    line = next(line for line in told.stdout.splitlines() if "百禄" in line)
    assert line.split()[0] == "52"


@pytest.mark.parametrize(
    "name", ["siping-two-years-2022", "000_9cd59b6f66203662.txt", "seeds/sources/000_9cd59b6f66203662.txt"]
)
def test_explain_finds_a_source_by_any_of_its_names(project: Path, name: str) -> None:
    assert "000_9cd59b6f66203662.txt" in run(project, "explain", name).stdout.splitlines()[0]


def test_explain_of_something_unknown_says_what_there_is(project: Path) -> None:
    told = run(project, "explain", "nothing")
    assert told.returncode == 1
    assert "003_8d87416bb5bcb880" in told.stderr


def test_export_writes_one_report_and_leaves_alone_what_is_not_its_own(project_copy: Path) -> None:
    def export(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run(project_copy, "export", *arguments, "--html", SOURCE_DATE_EPOCH="1700000000")

    path = project_copy / "dist" / "heitu-siping-two-years-2022.html"
    told = export("004_056131ee053e8add")  # a source of it, by id
    assert (told.returncode, told.stdout) == (0, f"{path}\n")
    assert "2023-11-14" in path.read_text("utf-8")
    assert export("siping-two-years-2022").returncode == 0
    path.write_text("somebody's work", "utf-8")
    told = export("siping-two-years-2022")
    assert (told.returncode, told.stderr.count("\n"), path.read_text("utf-8")) == (1, 1, "somebody's work")
    other = project_copy / "other" / "file.html"
    assert export("siping-two-years-2022", "--output", str(other)).returncode == 0
    assert other.stat().st_size < 300_000


def test_export_of_something_unknown_says_what_there_is(project: Path) -> None:
    told = run(project, "export", "nothing", "--html", language="zh_CN.UTF-8")
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (1, "", 1)
    assert "没有报道“nothing”" in told.stderr
    assert "siping-two-years-2022" in told.stderr


def test_every_fault_is_told_at_once_in_the_language_of_the_user(project_copy: Path) -> None:
    seeds = project_copy / "seeds"
    (seeds / "sources" / "broken.txt").write_bytes("四平市的报告。".encode() + b"\xff\x81")
    (seeds / "sources" / "empty.txt").write_text(" \n", "utf-8")
    (seeds / "reports.yml").write_text("- source: nowhere\n  titel: x\n", "utf-8")
    with (seeds / "emendations.yml").open("a", encoding="utf-8") as file:
        file.write(
            "\n- {source: 001_8866bcbe7feeee9f, kind: correction, quote: {exact: 没有这几个字}, corr: 有,"
            " cert: high, resp: 某人, note: {zh: 某, en: some}}\n"
        )
    for language, word in (("C", "not in what is printed"), ("zh_CN.UTF-8", "找不到引文")):
        told = run(project_copy, "build", language=language)
        assert told.returncode == 1
        assert "Traceback" not in told.stderr
        assert word in told.stderr
        faults = [line for line in told.stderr.splitlines() if line.startswith("seeds/")]
        assert {line.split(":")[0] for line in faults} == {
            "seeds/emendations.yml", "seeds/reports.yml", "seeds/sources/broken.txt", "seeds/sources/empty.txt",
        }  # fmt: skip
        assert all(line.split(":")[1].isdigit() for line in faults)
    assert not (project_copy / "site").exists()


def digest(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_inputs_give_the_same_bytes(project_copy: Path) -> None:
    told = run(project_copy, "build", SOURCE_DATE_EPOCH="1700000000")
    assert told.returncode == 0, told.stderr
    assert "5 sources, 4 reports" in told.stdout
    first, copy = digest(project_copy / "site"), digest(project_copy / "dist")
    assert list(copy) == ["heitu-offline-2023-11-14.zip"]
    assert first["downloads/heitu-offline-2023-11-14.zip"] == copy["heitu-offline-2023-11-14.zip"]
    assert told.stdout.endswith(f"Offline copy: {project_copy / 'dist' / 'heitu-offline-2023-11-14.zip'}\n")
    shutil.rmtree(project_copy / ".cache")
    shutil.rmtree(project_copy / "dist")
    assert run(project_copy, "build", SOURCE_DATE_EPOCH="1700000000").returncode == 0
    assert (digest(project_copy / "site"), digest(project_copy / "dist")) == (first, copy)


def test_a_fault_leaves_the_site_of_before(project_copy: Path) -> None:
    assert run(project_copy, "build").returncode == 0
    before = digest(project_copy / "site")
    (project_copy / "seeds" / "themes.yml").write_text("- id: a\n  id: b\n", "utf-8")
    assert run(project_copy, "build").returncode == 1
    assert digest(project_copy / "site") == before


def test_check_builds_nothing(project_copy: Path) -> None:
    told = run(project_copy, "check")
    assert told.returncode == 0
    assert "4 reports" in told.stdout
    assert not (project_copy / "site").exists()
