"""Whatever stands in the files, the answer is records or faults with a line: never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from heitu.errors import InputError
from heitu.language import LANGUAGES
from heitu.seeds import FILES, load_seeds
from heitu.settings import read_settings

PIECES = (
    *("- ", ": ", ":", "：", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", "，", '"', "'", "“", "#", " #", "&a ", "*a"),
    *("!x ", "!ENV ", "|", ">-", "? ", "---", "...", "%YAML 9.9", "%TAG ! x", "~", "null", "no", "\\", "\\u", "\\UFFFFFFFF"),
    *("\t", "\r", "\0", "\u2028", "\ud800", "id", "label", "zh", "en", "terms", "quote", "exact", "sic", "corr", "source"),
    *("facts", "themes", "by", "value", "heitu", "extra", "name", "site_url", "site_name", "broader", "黑土", "black-soil"),
    *("s3-p2", "1_000", "0123"),
)  # fmt: skip
yaml_like = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
any_file = st.one_of(
    yaml_like.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=60).map(str.encode),
    st.binary(max_size=60),
)


def assert_lines(error: InputError, files: dict[str, bytes]) -> None:
    assert error.faults
    for fault in error.faults:
        lines = files[fault.file].count(b"\n") + files[fault.file].count(b"\r") + 1
        assert 0 <= fault.line <= lines
        assert all("\n" not in fault.message(language) for language in LANGUAGES)


@given(st.fixed_dictionaries({f"seeds/{name}.yml": any_file for name in FILES}))
@example({f"seeds/{name}.yml": b"- &a [*a" for name in FILES})
def test_any_text_gives_records_or_faults(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seeds").mkdir()
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        try:
            load_seeds(Path(folder))
        except InputError as error:
            assert_lines(error, files)


@given(any_file, st.dictionaries(st.sampled_from(["HEITU_SITE_URL", "SOURCE_DATE_EPOCH"]), st.text(max_size=20)))
@example(b"site_name: A\n", {"SOURCE_DATE_EPOCH": "9" * 12})
@example(b"site_name: A\n", {"HEITU_SITE_URL": "http://[::1"})
def test_any_settings_give_settings_or_faults(data: bytes, environ: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "mkdocs.yml").write_bytes(data)
        try:
            read_settings(Path(folder), environ)
        except InputError as error:
            assert_lines(error, {"mkdocs.yml": data, **dict.fromkeys(environ, b"")})
