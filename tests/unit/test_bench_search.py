"""What `make bench-search` relies on: the same archive each time, true counts of bytes, and the truth about queries."""

from __future__ import annotations

import doctest
import gzip
import http.client
import json
import re
import socket
from pathlib import Path

import pytest

from bench.search import corpus, material
from bench.search.corpus import english_words, make
from bench.search.pagefind import fragments
from bench.search.pool import Pool, Text, made_up, read
from bench.search.queries import Query, queries, truth
from bench.search.server import GzipServer, serving
from bench.search.tables import exactness, is_answered, spread
from bench.search.texts import SectionText, raw_bytes, section_texts
from bench.search.visit import Outcome, Visit
from heitu.language import Bilingual
from tests.archive_fixture import archive

ZH = (
    "全县发展黑土地保护面积312.6万亩,带动合作社和农机站增收。",
    "人居环境整治有序推进，乡村振兴战略全面实施，村医走进了每一个家庭。",
    "建设凉亭12座，修补路面8公里，群众出行更加方便。",
)
EN = ("The cooperatives protected black soil and prospered.", "Rural revitalization proceeded everywhere in 2021.")


@pytest.fixture(scope="module")
def pool() -> Pool:
    """A few invented sentences, with English for some of them."""
    own = archive()
    return Pool(
        sentences=(*(Text(zh, en) for zh, en in zip(ZH, (*EN, ""), strict=True)),),
        english=tuple(sorted(EN, key=len)),
        headings=(Text("黑土地保护全面提升", "Black soil is better protected"),),
        shapes=((120, 80), (60,)),
        names=re.compile("禾川"),
        characters=tuple("座补路面"),
        words=made_up(60),
        themes=own.themes,
        places=own.places,
        settings=own.settings,
    )


def test_an_archive_is_the_same_each_time(pool: Pool) -> None:
    first = make(pool, 30, words=40)
    assert make(pool, 30, words=40) == first
    assert sum(len(report.sections) for report in first.reports) == 30


def test_sentences_tile_their_paragraphs_and_have_english(pool: Pool) -> None:
    made = make(pool, 12, words=0)
    for report in made.reports:
        for paragraph in report.paragraphs:
            assert "".join(segment.text.text for segment in paragraph.segments) == paragraph.text.text
            assert all(made.translation(report.id, segment.id) for segment in paragraph.segments)
    figures = {figure.report for figure in made.figures}
    assert figures == {report.id for report in made.reports}


def test_distinct_words_are_counted_and_asserted(pool: Pool) -> None:
    made = make(pool, 30, words=40)
    assert len(english_words(made.translations.values())) >= 40
    with pytest.raises(ValueError, match="distinct words, not 5000"):
        make(pool, 30, words=5000)


def test_made_up_words_are_different_and_the_same_each_time() -> None:
    words = made_up(2000)
    assert len(set(words)) == 2000
    assert words == made_up(2000)
    assert all(re.fullmatch("[a-z]{3,}", word) for word in words)


def test_a_folder_of_documents_is_read_as_sentences(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("第一句话在这里。第二句话也在。\n".encode("gb18030"))
    (tmp_path / "b.html").write_text("<p>网页的话。</p><script>alert(1)</script>", encoding="utf-8")
    assert [text.zh for text in read(tmp_path)] == ["第一句话在这里。", "第二句话也在。", "网页的话。"]


def test_each_query_but_the_absent_one_is_there(pool: Pool) -> None:
    sections = list(section_texts(make(pool, 60, words=0)))
    asked = queries(sections)
    true = truth(asked, sections)
    assert [query.name for query in asked if not true[query.name]] == ["absent"]
    assert len({query.name for query in asked}) == len(asked) == 13


def section(number: int, zh: str, en: str = "") -> SectionText:
    return SectionText("r", f"s{number}", Bilingual("题", "Title"), Bilingual("标", "Head"), (Bilingual(zh, en),))


@pytest.mark.parametrize(
    ("typed", "means", "keys"),
    [
        ("84.83%", "", {"r/s1"}),
        ("粮食 农机", "", {"r/s1"}),
        ("Black soil", "", {"r/s2"}),
        ("標", "标", {"r/s1", "r/s2", "r/s3"}),
        ("粮食农机", "", set()),
    ],
)
def test_truth_is_what_stands_in_the_folded_text(typed: str, means: str, keys: set[str]) -> None:
    sections = [section(1, "农机占８４．８３％，粮食多。"), section(2, "水", "the BLACK  SOIL"), section(3, "粮食")]
    assert truth([Query("q", typed, "", means=means)], sections)["q"] == keys


def test_bytes_of_texts() -> None:
    assert raw_bytes([section(1, "水", "ab")]) == len("标水".encode()) + len("Headab")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "data.js").write_text("heitu.receive(1);\n" * 500, encoding="utf-8")
    (tmp_path / "site" / "data.bin").write_bytes(b"\0" * 5000)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path / "site"


def on_the_wire(server: GzipServer, path: str) -> bytes:
    """All bytes that come back."""
    with socket.create_connection(("127.0.0.1", server.server_port)) as connection:
        connection.sendall(f"GET /{path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize(("path", "packed"), [("data.js?a1", True), ("data.bin", False)])
def test_the_server_counts_what_is_on_the_wire(folder: Path, path: str, packed: bool) -> None:
    with serving(folder) as server:
        answer = on_the_wire(server, path)
        assert [(sent.path, sent.size) for sent in server.sent] == [(path.partition("?")[0], len(answer))]
    head, _, body = answer.partition(b"\r\n\r\n")
    assert (b"Content-Encoding: gzip" in head) is packed
    original = (folder / path.partition("?")[0]).read_bytes()
    assert (gzip.decompress(body) if packed else body) == original
    assert not packed or len(body) < len(original) / 10


def test_the_server_keeps_a_connection_and_its_folder(folder: Path) -> None:
    with serving(folder) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
        for path, status in (("/data.bin", 200), ("/none.js", 404), ("/../secret.txt", 404), ("/data.js", 200)):
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            assert (answer.status, answer.version) == (status, 11)
        connection.close()


def test_the_fragments_of_pagefind_are_sections(tmp_path: Path) -> None:
    (tmp_path / "fragment").mkdir()
    alone, group = {"url": "zh/r/s1"}, {"en_b": {"url": "en/r/s2"}, "en_c": {"url": "en/r/s3"}}
    for name, value in (("zh_a", alone), ("en_group_1", group)):
        data = gzip.compress(b"pagefind_dcd" + json.dumps(value).encode())
        (tmp_path / "fragment" / f"{name}.pf_fragment").write_bytes(data)
    assert fragments(tmp_path) == {"zh_a": "r/s1", "en_b": "r/s2", "en_c": "r/s3"}


def seen(name: str, outcome: Outcome, found: set[str], milliseconds: float | None = 1.0) -> Visit:
    return Visit(Query(name, name, ""), outcome, milliseconds, found=frozenset(found))


def test_exactness_of_what_was_found() -> None:
    true = {"a": frozenset("12"), "b": frozenset("3"), "c": frozenset[str](), "d": frozenset("4")}
    visits = [seen("a", "found", {"1", "2"}), seen("b", "found", {"3", "9"}), seen("c", "nothing", set())]
    late = seen("d", "late", set(), None)
    assert exactness([*visits, late], true) == ("2 of 3", "1.000", "0.750")
    assert [is_answered(one, true[one.query.name]) for one in [*visits, late]] == [True, True, True, False]


def test_late_answers_are_the_worst() -> None:
    visits = [seen("a", "found", set(), 3.0), seen("b", "found", set(), 1500.0), seen("c", "late", set(), None)]
    values = [(one.milliseconds, one) for one in visits]
    assert spread(values, ",.0f", 60) == "1,500, > 60,000 (c)"
    assert spread([], ",.0f") == "–"


@pytest.mark.parametrize("module", [corpus, material])
def test_examples(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
