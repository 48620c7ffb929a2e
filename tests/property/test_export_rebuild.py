"""Every text of the data files is rebuilt from source, runs, ledger and emendations alone, whatever the sources are."""

from __future__ import annotations

import html
import json
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from heitu.check import check
from heitu.emend import emend
from heitu.export import data_files
from heitu.figures import find_figures
from heitu.language import Bilingual
from heitu.records import Archive, Emendation, Report, Settings
from heitu.witness import merge
from tests.pipeline import reports_of, seed_witnesses, source_bytes, witness
from tests.rebuild import rebuild, rebuilder_of

MARKUP = ["<b>x</b>", "&lt;", "&amp;amp;", "{{x}}", "#", "![a](b)", "<U+00A0>", "10<sup>4</sup>", "<br>", "<td>"]
NASTY = [*MARKUP, "\ufeff", "\u3000", "\t", "——", "（一）", "。", "”", "2021年"]


def _archive(reports: tuple[Report, ...], names: dict[str, bytes]) -> Archive:
    witnesses = [witness(data, name) for name, data in names.items()]
    return Archive(
        settings=Settings(Bilingual("", ""), "", "", "", "", "2022-01-01"),
        reports=reports,
        sources=tuple(w.document for w in witnesses),
        ledgers=MappingProxyType({w.document.id: w.ledger for w in witnesses}),
        themes=(),
        places=(),
        publishers=MappingProxyType({}),
        figures=tuple(figure for report in reports for figure in find_figures(report)),
    )


def _assert_rebuilt(archive: Archive) -> None:
    files = data_files(archive)
    rebuilder = rebuilder_of(files)
    for report in archive.reports:
        for place, zh, rebuilt in rebuild(json.loads(files[f"data/reports/{report.id}.json"]), rebuilder):
            assert rebuilt == zh, (report.id, place)


def test_the_projects_own_sources_are_rebuilt() -> None:
    archive = _archive(reports_of(seed_witnesses()), dict(source_bytes()))
    _assert_rebuilt(archive)
    assert any(emendation.applied for report in archive.reports for emendation in report.emendations)


@st.composite
def sources(draw: st.DrawFn) -> tuple[str, bytes]:
    """A stretch of a source, its lines shuffled and spoilt, as a text file or as a page."""
    name = draw(st.sampled_from(sorted(source_bytes())))
    lines = source_bytes()[name].decode().split("\n")
    start = draw(st.integers(0, max(0, len(lines) - 25)))
    lines = lines[start : start + draw(st.integers(1, 25))]
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        where = draw(st.integers(0, len(lines[at])))
        lines[at] = lines[at][:where] + draw(st.sampled_from(NASTY)) + lines[at][where:]
        if draw(st.booleans()):
            lines.append(lines.pop(at))
    if draw(st.booleans()):
        text = draw(st.sampled_from(["\n", "\r\n"])).join(lines)
        return "source.txt", (text if text.strip() else "河口县。").encode()
    shown = (html.escape(line).replace("“", "&ldquo;") if draw(st.booleans()) else line for line in lines)
    body = "".join(f"<{tag}>{line}\n</{tag}>" for line in shown for tag in [draw(st.sampled_from(["p", "div", "h2"]))])
    return "source.html", f"<html><body><p>河口县。</p>{body}</body></html>".encode()


@settings(max_examples=60)
@given(source=sources(), data=st.data())
def test_spoilt_sources_are_rebuilt_and_sound(source: tuple[str, bytes], data: st.DataObject) -> None:
    name, content = source
    (report,) = merge([witness(content, name)], {})
    report, faults = emend(report, _corrections(report, data))
    archive = _archive((report,), {name: content})
    assert not faults
    assert check(archive) == ()
    _assert_rebuilt(archive)


def _corrections(report: Report, data: st.DataObject) -> tuple[Emendation, ...]:
    """A correction of some words that stand only once in what is printed."""
    printed = [segment.text.text for paragraph in report.paragraphs for segment in paragraph.segments]
    headings = [line.text for section in report.sections for line in (section.kicker, section.headline) if line]
    others = [
        report.title.text,
        report.subtitle.text if report.subtitle else "",
        *(c.text.text for c in report.captions),
    ]
    whole = "\n".join([*printed, *headings, *others])
    sentence = data.draw(st.sampled_from(printed)) if printed else ""
    if not sentence:
        return ()
    start = data.draw(st.integers(0, len(sentence) - 1))
    quote = sentence[start : start + data.draw(st.integers(1, 6))]
    if any(whole.startswith(quote, at) for at in range(len(whole)) if at != whole.index(quote)):
        return ()
    correction = data.draw(st.sampled_from(["", "改", "改正后的文字", quote]))
    note = Bilingual("试", "a trial")
    return (Emendation(report.witnesses[0], "correction", quote, "", "", quote, correction, "high", "测试", note, 1),)
