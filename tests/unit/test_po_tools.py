"""Files as other tools write them: Poedit, Weblate, msgcat and msgmerge, and people with a text editor."""

from __future__ import annotations

import pytest

from heitu.translation import Acceptance
from heitu.translations.catalog import Catalog, Entry
from heitu.translations.po import read_po, write_po
from heitu.translations.remarks import Remarks, Review, format_remarks, parse_remarks

WEBLATE = r"""# 河口县的译文。
# Translators: see the guide.
#
msgid ""
msgstr ""
"Project-Id-Version: heitu\n"
"PO-Revision-Date: 2026-11-30 08:00+0000\n"
"Last-Translator: Li Wei <li@example.org>\n"
"Language-Team: English <https://example.org/projects/"
"heitu/en/>\n"
"Language: en\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=n != 1;\n"
"X-Generator: Weblate 5.9\n"

# The image is from boxing.
# reviewed: LW 2026-11-30 [0123abcd]
#. 节 Section: 黑土地
#: reports/county.html#s1-p1
#, fuzzy, no-wrap
#| msgctxt "s1-p1.9"
#| msgid ""
#| "2021年,全县推广保护性耕作12.5"
#| "万亩。"
msgctxt "s1-p1.1"
msgid ""
"2021年,全县推广保护性耕作13.5万亩,"
"比上年增长7.2%。"
msgstr ""
"In 2021 the county used conservation tillage on 125,000 mu, "
"“a 7.2% rise” over \"the year before\"."

#, fuzzy
#~| msgid "旧的旧话。"
#~ msgctxt "s1-p9.1"
#~ msgid "旧话。"
#~ msgstr ""
#~ "Old "
#~ "words."
"""
ENTRIES = (
    Entry(
        "s1-p1.1",
        "2021年,全县推广保护性耕作13.5万亩,比上年增长7.2%。",
        'In 2021 the county used conservation tillage on 125,000 mu, “a 7.2% rise” over "the year before".',
        fuzzy=True,
        before="2021年,全县推广保护性耕作12.5万亩。",
        remarks=Remarks("The image is from boxing.", review=Review("LW", "2026-11-30", "0123abcd")),
        flags=("no-wrap",),
        line=17,
    ),
    Entry("s1-p9.1", "旧话。", "Old words.", fuzzy=True, before="旧的旧话。", obsolete=True, line=34),
)


def read(text: str) -> Catalog:
    catalog, faults = read_po(text.encode(), "county", "county.po")
    assert not faults
    return catalog


def test_weblate_wraps_and_keeps_what_was_before() -> None:
    catalog = read(WEBLATE)
    assert catalog.entries == ENTRIES
    assert catalog.header == "河口县的译文。\nTranslators: see the guide.\n"


def test_a_header_that_we_do_not_know_is_kept() -> None:
    again = write_po(read(WEBLATE), lambda entry: "", lambda unit: f"reports/county.html#{unit}").decode()
    assert '"Last-Translator: Li Wei <li@example.org>\\n"' in again
    assert '"Language-Team: English <https://example.org/projects/heitu/en/>\\n"' in again
    assert '"X-Generator: Weblate 5.9\\n"' in again
    assert again.startswith("# 河口县的译文。\n# Translators: see the guide.\n")
    assert '#~| msgid "旧的旧话。"\n#~ msgctxt "s1-p9.1"' in again


def test_what_is_written_says_that_it_is_utf8() -> None:
    catalog = read('msgid ""\nmsgstr "Content-Type: text/plain; charset=CHARSET\\n"\n')
    assert b"charset=UTF-8" in write_po(catalog, lambda entry: "", lambda unit: unit)


@pytest.mark.parametrize("comment", ["# A note.", "#A note.", "#  A note.  ", "#\n# A note."])
def test_notes_as_people_type_them(comment: str) -> None:
    catalog = read(f'{comment}\n#,fuzzy\n#.节\n#:a.html\nmsgctxt "title"\nmsgid "貌"\nmsgstr "Look"\n')
    (entry,) = catalog.entries
    assert (entry.remarks.note, entry.fuzzy, entry.unit) == ("A note.", True, "title")


def test_a_file_without_a_header_keeps_the_note_of_its_first_entry() -> None:
    (entry,) = read('# A note.\nmsgctxt "title"\nmsgid "貌"\nmsgstr "Look"\n').entries
    assert (entry.remarks.note, entry.line) == ("A note.", 1)


@pytest.mark.parametrize("text", ['\ufeffmsgid ""\r\nmsgstr ""\r\n', '# Only a header.\nmsgid ""\nmsgstr ""'])
def test_a_file_without_entries(text: str) -> None:
    assert read(text).entries == ()


@pytest.mark.parametrize(
    ("comment", "remarks"),
    [
        ("", Remarks()),
        ("joined: s1-p2.3", Remarks(joined="s1-p2.3")),
        ("Joined：s1-p2.3", Remarks(joined="s1-p2.3")),
        ("joined forces with the county", Remarks("joined forces with the county")),
        ("Reviewed by two people", Remarks("Reviewed by two people")),
        ("accept that it is so", Remarks("accept that it is so")),
        ("ACCEPT numbers： 核对过", Remarks(accepted=(Acceptance("numbers", "核对过"),))),
        (
            "One.\naccept terms: a\naccept numbers: b\nTwo.",
            Remarks("One.\nTwo.", accepted=(Acceptance("terms", "a"), Acceptance("numbers", "b"))),
        ),
        ("reviewed: 王 2026-11-30", Remarks(review=Review("王", "2026-11-30"))),
        ("reviewed LW 2026-11-30", Remarks(wrong=("reviewed LW 2026-11-30",))),
        ("review: LW 2026-11-30", Remarks(wrong=("review: LW 2026-11-30",))),
        ("join: s1-p1.2", Remarks(wrong=("join: s1-p1.2",))),
        ("accepted numbers: fine", Remarks(wrong=("accepted numbers: fine",))),
        ("fuzzy", Remarks(wrong=("fuzzy",))),
        ("reviewed: LW 2026-13-45", Remarks(wrong=("reviewed: LW 2026-13-45",))),
        ("accept numbers: a [1a2b3c4d]", Remarks(accepted=(Acceptance("numbers", "a", "1a2b3c4d"),))),
        ("joined: two words", Remarks(wrong=("joined: two words",))),
        ("joined: a\njoined: b", Remarks(joined="a", wrong=("joined: b",))),
        ("reviewed: LW 30.11.2026", Remarks(wrong=("reviewed: LW 30.11.2026",))),
        ("reviewed: LW 2026-11-30 [xyz]", Remarks(wrong=("reviewed: LW 2026-11-30 [xyz]",))),
        ("accept numbers:", Remarks(wrong=("accept numbers:",))),
    ],
)
def test_remarks(comment: str, remarks: Remarks) -> None:
    assert parse_remarks(comment) == remarks
    assert parse_remarks(format_remarks(remarks)) == remarks


def test_a_review_holds_for_the_texts_that_were_looked_at() -> None:
    entry = Entry("title", "貌", "Look", remarks=Remarks(review=Review("LW", "2026-11-30")))
    sealed = entry.sealed()
    assert entry.is_reviewed and sealed.is_reviewed
    assert sealed.remarks.review == Review("LW", "2026-11-30", sealed.seal)
    other = Entry("title", "貌", "Looks", remarks=sealed.remarks)
    assert not other.is_reviewed
    assert other.sealed() == other
