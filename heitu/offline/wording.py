"""What is said about an offline copy, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heitu.errors import Fault
from heitu.language import Language
from heitu.offline.verdict import Verdict


def tell(verdict: Verdict, language: Language) -> Iterator[str]:
    """A line for each file that is not as it was; one line if all are."""

    def say(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    for label, paths in (
        (say("已改动：", "changed: "), verdict.changed),
        (say("缺少：", "missing: "), verdict.missing),
        (say("多出：", "added: "), verdict.added),
    ):
        yield from (f"{label}{printable(path)}" for path in paths)
    if verdict.whole:
        date_zh, date_en = (f"，数据截至 {verdict.date}", f", data as of {verdict.date}") if verdict.date else ("", "")
        yield say(f"完好：{verdict.files} 个文件，一个不差{date_zh}", f"whole: all {verdict.files} files{date_en}")


def printable(path: str) -> str:
    """A name of a file on one line, whatever is in it.

    >>> printable("a\\nb\\udcff")
    'a\\\\nb\\\\udcff'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in path)


def not_plain(path: str) -> Fault:
    return Fault(
        printable(path),
        0,
        "离线包里的路径只能用英文字母、数字和 . _ ~ + -，也不能用 Windows 保留的名字",
        "a path of the offline copy has only letters a to z, digits and . _ ~ + -, and no name that Windows reserves",
        "给这个文件或页面改名",
        "Rename this file or page",
    )


def too_long(path: str, length: int, longest: int) -> Fault:
    return Fault(
        path,
        0,
        f"离线包里的路径有 {length} 个字符，最多 {longest} 个",
        f"the path in the offline copy has {length} characters, and may have {longest}",
        "换一个短些的名字或编号",
        "Choose a shorter name or id",
    )


def only_case(path: str) -> Fault:
    return Fault(
        path,
        0,
        "与另一个文件的路径只有大小写不同，在 Windows 上会互相覆盖",
        "only capitals tell this path from another one's, and Windows would overwrite one of them",
        "给其中一个改名",
        "Rename one of them",
    )


def not_there(path: str, reason: str) -> Fault:
    return _fault(path, f"打不开：{reason}", f"it cannot be opened: {reason}", *_LOOK)


def no_zip(path: str) -> Fault:
    return _fault(path, "不是 ZIP 文件，也不是文件夹", "it is neither a ZIP file nor a folder", *_LOOK)


def cut_short(path: str) -> Fault:
    return _fault(path, "ZIP 文件不完整，后面一部分没有了", "the ZIP file is damaged: its end is not there", *_AGAIN)


def no_copy(path: str) -> Fault:
    return _fault(
        path, "里面没有 SHA256SUMS，不是离线包", "there is no SHA256SUMS in it: it is no offline copy", *_LOOK
    )


def several(path: str, folders: Iterable[str]) -> Fault:
    names = [printable(folder) for folder in folders]
    return _fault(
        path,
        f"里面有几份离线包：{'、'.join(names)}",
        f"there are several offline copies in it: {', '.join(names)}",
        "请指明核对哪一份",
        "Name the one to check",
    )


def bad_sums(path: str) -> Fault:
    return _fault(path, "SHA256SUMS 已损坏，无从核对", "its SHA256SUMS is damaged, so nothing can be checked", *_AGAIN)


def unsafe(path: str, name: str) -> Fault:
    name = printable(name)
    return _fault(
        path,
        f"里面有会解压到别处的文件名“{name}”",
        f"it has a file name that leads out of its folder, “{name}”",
        *_DO_NOT,
    )


def twice(path: str, name: str) -> Fault:
    name = printable(name)
    return _fault(path, f"里面有两个文件同名：“{name}”", f"it has two files of one name, “{name}”", *_DO_NOT)


_LOOK = (
    "请指明 heitu-offline-<日期>.zip，或它解压出来的文件夹",
    "Name a heitu-offline-<date>.zip, or the folder that it was extracted to",
)
_AGAIN = ("请从原处重新复制", "Copy it again from where it came")
_DO_NOT = ("请不要解压，从原处重新复制", "Do not extract it; copy it again from where it came")


def _fault(path: str, what_zh: str, what_en: str, do_zh: str, do_en: str) -> Fault:
    return Fault(printable(path), 0, what_zh, what_en, do_zh, do_en)
