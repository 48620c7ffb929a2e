"""The command `translations` and the build, on a small project and on a copy of this one: what people do, and what they see."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import build_site
from heitu.exchange import read_pairs
from heitu.progress import Progress
from heitu.records import Archive
from heitu.translation import TranslationUnit
from heitu.translations import FOLDER

COUNTY = """\
河口县守好黑土地

2022-03-01 来源:河口日报

耕地面积稳步增加

2021年，全县推广保护性耕作12.5万亩，比上年增长7.2%。纳入监测对象1237户2502人。

今年，新建污水厂3座，日处理能力约2万吨。守好黑土地，就是守好粮仓。
"""
TOWN = """\
双桥镇改革见成效

2022-03-01 来源:双桥日报

一枚印章管审批

2021年，全镇办理审批事项1859个。群众办事更方便了。
"""
THEMES = "".join(
    f'- {{id: {name}, label: {{zh: 题, en: T}}, scope: {{zh: 题, en: T}}, colour: "#000000", icon: a/b, terms: {{题: 3}}}}\n'
    for name in ("black-soil", "general")
)
ENGLISH = {
    "title": "Hekou County Keeps Its Black Soil",
    "s1-h": "Farmland grows steadily",
    "s1-p1.1": "In 2021, the county used conservation tillage on 125,000 mu (8,330 hectares), 7.2% more than the year before.",
    "s1-p1.2": "It put 1,237 households with 2,502 people under monitoring.",
    "s1-p2.1": "This year it built three sewage works that treat about 20,000 tonnes a day.",
    "s1-p2.2": "To keep the black soil is to keep the granary.",
}
PO = f"{FOLDER}/county.po"


@pytest.fixture
def county(tmp_path: Path, project: Path) -> Path:
    """A project of two short reports, of which one is translated."""
    (tmp_path / "seeds" / "sources").mkdir(parents=True)
    shutil.copy2(project / "mkdocs.yml", tmp_path)
    (tmp_path / "seeds" / "themes.yml").write_text(THEMES, "utf-8")
    (tmp_path / "seeds" / "sources" / "county.txt").write_text(COUNTY, "utf-8")
    (tmp_path / "seeds" / "sources" / "town.txt").write_text(TOWN, "utf-8")
    assert run(tmp_path, "county", "--update") == 0
    fill(tmp_path / PO)
    return tmp_path


def run(project: Path, *arguments: str) -> int:
    return build_site.main(["translations", *arguments, "--project", str(project)])


def fill(path: Path) -> None:
    """The English, as a translator types it."""
    text = path.read_text("utf-8")
    for unit, english in ENGLISH.items():
        text, found = re.subn(rf'(?<=msgctxt "{unit}"\n)(msgid ".*"\nmsgstr )""', rf'\1"{english}"', text)
        assert found == 1
    path.write_text(text, "utf-8")


def edit(project: Path, old: str, new: str) -> None:
    path = project / "seeds" / "sources" / "county.txt"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def units(project: Path) -> dict[str, TranslationUnit]:
    archive = gathered(project)
    return {unit: found for (report, unit), found in archive.translations.items() if report == "county"}


def gathered(project: Path) -> Archive:
    return build_site.gather(project, Progress("en", ("read", "split", "archive"), quiet=True))


def contents(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / FOLDER).iterdir()}


def test_coverage_is_told_by_report(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(county) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == ["county", "6", "6", "0", "0", "0", "100%"]
    assert lines[2].split() == ["town", "4", "0", "0", "0", "4", "0%"]
    assert lines[3].split() == ["total", "10", "6", "0", "0", "4", "60%"]
    assert "missing: 4" in lines
    assert f"  {FOLDER}/town.po title 双桥镇改革见成效" in lines
    assert "not reviewed: 6" in lines
    assert not (county / FOLDER / "town.po").exists()


def test_units_are_listed_with_their_line(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(county, "--list", "unreviewed") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 6
    file, line = lines[0].split()[0].split(":")
    assert (county / file).read_text("utf-8").splitlines()[int(line) - 1 :][:2] == [
        "#: reports/county.html",
        'msgctxt "title"',
    ]


def test_an_update_of_what_is_up_to_date_writes_nothing(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(county)
    capsys.readouterr()
    assert run(county, "county", "--update") == 0
    assert capsys.readouterr().out == "the files stand as they should\n"
    assert contents(county) == before


@pytest.mark.parametrize(
    ("old", "new", "unit"),
    [
        ("12.5万亩", "12.6万亩", "s1-p1.1"),
        ("2502人", "2503人", "s1-p1.2"),
        ("守好粮仓", "守住粮仓", "s1-p2.2"),
        ("河口县守好", "河口县守住", "title"),
        ("稳步增加", "稳步增长", "s1-h"),
    ],
)
def test_one_character_of_a_source_makes_one_unit_stale(county: Path, old: str, new: str, unit: str) -> None:
    before = units(county)
    edit(county, old, new)
    after = units(county)
    assert [name for name, found in after.items() if found.state == "stale"] == [unit]
    assert after[unit].before == before[unit].source
    assert after[unit].target == before[unit].target
    assert {n: u for n, u in after.items() if n != unit} == {n: u for n, u in before.items() if n != unit}
    text = (county / PO).read_text("utf-8").splitlines()
    assert run(county, "county", "--update") == 0
    changed = [line for line in (county / PO).read_text("utf-8").splitlines() if line not in text]
    assert "#, fuzzy" in changed
    assert {line.split(" ")[0] for line in changed} <= {"#,", "#|", "msgid", "#."}


def test_a_stale_unit_is_seen_to_by_taking_the_mark_away(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(county, "2502人", "2503人")
    capsys.readouterr()
    assert run(county, "county", "--update") == 0
    assert capsys.readouterr().out == f"{PO}: 1 stale\n"
    text = (county / PO).read_text("utf-8")
    (county / PO).write_text(text.replace("#, fuzzy\n", "").replace("2,502", "2,503"), "utf-8")
    assert units(county)["s1-p1.2"].state == "translated"
    assert run(county, "county", "--update") == 0
    assert "#|" not in (county / PO).read_text("utf-8")


def test_sentences_that_move_or_go_keep_their_english(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(county, "纳入监测对象1237户2502人。", "")
    edit(county, "今年，新建", "粮食喜获丰收。今年，新建")
    capsys.readouterr()
    assert run(county, "county", "--update") == 0
    assert capsys.readouterr().out == f"{PO}: 1 new, 2 moved, 1 obsolete\n"
    assert f'#~ msgstr "{ENGLISH["s1-p1.2"]}"' in (county / PO).read_text("utf-8")
    edit(county, "粮食喜获丰收。", "")
    edit(county, "7.2%。", "7.2%。纳入监测对象1237户2502人。")
    assert run(county, "county", "--update") == 0
    assert capsys.readouterr().out == f"{PO}: 2 moved, 1 revived\n"
    assert {name: found.target for name, found in units(county).items()} == ENGLISH


def test_a_broken_file_is_never_written_over(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (county / PO).read_text("utf-8").replace('msgstr "It put', 'msgstr "It "put')
    (county / PO).write_text(text, "utf-8")
    export = county / "out.tmx"
    for arguments in (
        ["--update"],
        ["--export", "tmx", "--output", str(export)],
        ["county", "--review", "all", "--by", "LW"],
        [],
    ):
        capsys.readouterr()
        assert run(county, *arguments) == 1
        told = capsys.readouterr()
        assert re.fullmatch(rf"{PO}:\d+: this is no line of a PO file\. .*\n", told.err)
        assert not told.out
    assert contents(county) == {"county.po": text.encode()}
    assert not export.exists()


@pytest.mark.parametrize("kind", ["tmx", "xlsx"])
def test_an_export_comes_back_unchanged(county: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(county)
    capsys.readouterr()
    assert run(county, "--export", kind) == 0
    made = county / "dist" / f"translations.{kind}"
    assert capsys.readouterr().out == f"{made}\n"
    assert [pair.en for pair in read_pairs(made.read_bytes(), "")] == [*ENGLISH.values(), "", "", "", ""]
    assert run(county, "--import", str(made), "--apply") == 0
    assert "0 new, 0 changed, 6 same, 4 without English" in capsys.readouterr().out
    assert contents(county) == before
    assert run(county, "--export", kind) == 0


def test_an_export_never_takes_the_place_of_another_file(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    work = county / "work.xlsx"
    work.write_bytes(b"a translator's work")
    assert run(county, "--export", "xlsx", "--output", str(work)) == 1
    assert "this file is there already and differs" in capsys.readouterr().err
    assert work.read_bytes() == b"a translator's work"


def exported(project: Path, english: dict[str, str]) -> Path:
    """The export, with other English in it."""
    path = project / "back.tmx"
    path.unlink(missing_ok=True)
    assert run(project, "--export", "tmx", "--output", str(path)) == 0
    text = path.read_text("utf-8")
    for old, new in english.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


def test_an_import_shows_what_it_would_change_and_writes_when_told(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(county, "county", "--review", "title", "s1-h", "--by", "LW") == 0
    path = exported(
        county,
        {
            "Farmland grows steadily": "Farmland keeps growing",
            "<seg>群众办事更方便了。</seg>\n      </tuv>": "<seg>群众办事更方便了。</seg></tuv>"
            '<tuv xml:lang="en-GB"><seg>Errands have become easier.</seg></tuv>',
        },
    )
    before = contents(county)
    capsys.readouterr()
    assert run(county, "--import", str(path)) == 0
    shown = capsys.readouterr().out
    assert "    - Farmland grows steadily\n    + Farmland keeps growing\n" in shown
    assert "    + Errands have become easier.\n" in shown
    assert shown.endswith(
        "1 new, 1 changed, 5 same, 3 without English, 0 conflicting, 0 ambiguous, 0 outdated, 0 not found\n"
    )
    assert contents(county) == before
    assert run(county, "--import", str(path), "--apply") == 0
    assert capsys.readouterr().out == f"{shown}{PO}\n{FOLDER}/town.po\n"
    found = units(county)
    assert (found["s1-h"].target, found["s1-h"].state) == ("Farmland keeps growing", "translated")
    assert found["title"].state == "reviewed"
    assert run(county, "--import", str(path), "--apply") == 0
    assert "the files stand as they should" in capsys.readouterr().out


def test_an_import_sees_to_what_is_stale(county: Path) -> None:
    edit(county, "2502人", "2503人")
    path = exported(county, {"2,502": "2,503"})
    assert run(county, "county", "--import", str(path), "--apply") == 0
    assert units(county)["s1-p1.2"].state == "translated"


def test_a_review_is_signed_and_ends_when_a_text_changes(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(county, "county", "--review", "s1-p1", "title", "--by", "LW") == 0
    assert capsys.readouterr().out == f"{PO}: LW: title, s1-p1.1, s1-p1.2\n"
    assert re.search(
        r"^# reviewed: LW \d{4}-\d\d-\d\d \[[0-9a-f]{8}\]$", (county / PO).read_text("utf-8"), re.MULTILINE
    )
    assert [name for name, unit in units(county).items() if unit.state == "reviewed"] == ["title", "s1-p1.1", "s1-p1.2"]
    assert units(county)["title"].reviewer == "LW"
    text = (county / PO).read_text("utf-8")
    (county / PO).write_text(text.replace("2,502 people", "2,502 persons"), "utf-8")
    edit(county, "12.5万亩", "12.6万亩")
    found = units(county)
    assert (found["title"].state, found["s1-p1.1"].state, found["s1-p1.2"].state) == ("reviewed", "stale", "translated")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["contry"], 1, "contry: there is no report of this id. Known: county, town."),
        (["--import", "nowhere.tmx"], 1, "nowhere.tmx: it cannot be read"),
        (["--import", "seeds"], 1, "seeds: it cannot be read"),
        (["--import", "mkdocs.yml"], 1, "mkdocs.yml: it is neither TMX nor a spreadsheet"),
        (["--export", "tmx", "--output", "seeds/themes.yml/x.tmx"], 1, "it cannot be written"),
        (["county", "--review", "s9", "--by", "LW"], 1, f"{PO}: there is no unit s9"),
        (["county", "--review", "title", "--by", "Li Wei"], 1, "“Li Wei” are no initials"),
        (["--review", "title", "--by", "LW"], 2, "--review is about one report; name it"),
        (["county", "--review", "title"], 2, "--review goes with --by"),
        (["--by", "LW"], 2, "--by goes with --review"),
        (["--apply"], 2, "--apply goes with --import"),
        (["--output", "x"], 2, "--output goes with --export"),
        (["--update", "--export", "tmx"], 2, "not allowed with"),
        (["--export", "docx"], 2, "docx"),
    ],
)
def test_a_mistake_is_one_clear_line(
    county: Path,
    arguments: list[str],
    code: int,
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(county)
    before = contents(county)
    capsys.readouterr()
    try:
        assert run(county, *arguments) == code
    except SystemExit as end:
        assert end.code == code
    error = capsys.readouterr().err
    assert told in error.splitlines()[-1]
    assert contents(county) == before


def test_chinese_for_those_who_read_it(
    county: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    capsys.readouterr()
    assert run(county) == 0
    assert capsys.readouterr().out.startswith("报道    条数  已译  已审  待更新  未译  完成\n")
    with pytest.raises(SystemExit):
        run(county, "--apply")
    assert "--apply 要与 --import 同用" in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_ends_it_quietly(project: Path) -> None:
    command = f"{sys.executable} build_site.py translations --list unreviewed | head -1"
    done = subprocess.run(command, shell=True, cwd=project, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_a_copy_of_this_project_with_one_character_changed(project_copy: Path) -> None:
    before = gathered(project_copy).translations
    path = project_copy / "seeds" / "sources" / "001_8866bcbe7feeee9f.txt"
    text = path.read_text("utf-8")
    assert text.count("脱贫攻坚,惟其艰巨") == 1
    path.write_text(text.replace("脱贫攻坚,惟其艰巨", "脱贫攻坚,唯其艰巨"), "utf-8", newline="")
    after = gathered(project_copy).translations
    changed = [name for name in after if after[name] != before.get(name)]
    assert changed == [("siping-poverty-2017", "s0-p3.1")]
    assert after[changed[0]].state == "stale"
    assert before.keys() == after.keys()


def test_a_build_with_reports_untranslated_stale_and_with_something_obsolete(project_copy: Path) -> None:
    folder = project_copy / FOLDER
    (folder / "shangluo-countryside-2022.po").unlink()
    stale = folder / "siping-poverty-2017.po"
    text = stale.read_text("utf-8")
    stale.write_text(text.replace('msgid "崔维利"', 'msgid "崔维力"').replace("惟其艰巨", "唯其艰巨"), "utf-8")
    with (folder / "siping-countryside-2022.po").open("a", encoding="utf-8") as file:
        file.write('\n#~ msgctxt "s9-p9.9"\n#~ msgid "删去的话。"\n#~ msgstr "Words that were deleted."\n')
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "build_site.py", "build"],
        cwd=project_copy, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "2 to be updated" in done.stdout
    states = {
        name: {unit.state for (report, _), unit in gathered(project_copy).translations.items() if report == name}
        for name in ("shangluo-countryside-2022", "siping-poverty-2017", "siping-countryside-2022")
    }
    assert states["shangluo-countryside-2022"] == {"missing"}
    assert states["siping-poverty-2017"] == {"stale", "translated"}
    assert states["siping-countryside-2022"] == {"translated"}
    page = (project_copy / "site" / "en" / "reports" / "shangluo-countryside-2022.html").read_text("utf-8")
    assert "笃行致远践初心" in page
    assert "Words that were deleted" not in "".join(
        path.read_text("utf-8") for path in (project_copy / "site").rglob("*.html")
    )
