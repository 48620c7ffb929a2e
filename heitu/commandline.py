"""The command line: what can be asked of the program, with help in the user's language."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from heitu.language import Language
from heitu.translation import FORMATS, LEFT

Say = Callable[[str, str], str]


def parser(language: Language, project: Path) -> argparse.ArgumentParser:
    """The command line, its help in the user's language."""

    def say(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    top = argparse.ArgumentParser(
        prog="build_site.py",
        description=say(
            "把杂乱的地方政府报道做成分主题、可检索的双语静态档案。",
            "Turn messy local-government reports into a themed, searchable archive in two languages.",
        ),
    )
    commands = top.add_subparsers(dest="command", required=True, metavar=say("命令", "COMMAND"))
    made: dict[str, argparse.ArgumentParser] = {}
    for name, about in {
        "build": say("生成网站", "build the site"),
        "serve": say(
            "本机预览，改动后页面自动更新", "show the site on this machine; what is edited changes the open page"
        ),
        "check": say("只检查 seeds/，不生成网站", "check seeds/ and build nothing"),
        "explain": say(
            "说明一份材料是怎样识别的：逐行处理、各节主题与依据",
            "tell what was recognised in a source and why: each decision with its line and rule, each section with its theme",
        ),
        "export": say("把一篇报道写成一个文件，可寄可印", "write one report as a file of its own, to send or print"),
        "translations": say(
            "英译的进度；更新译文文件，审校，与其他翻译软件往来",
            "how far the English has come; refresh its files, sign reviews, exchange with other translation tools",
        ),
        "verify": say(
            "核对离线包：逐个列出改动、缺少和多出的文件",
            "check an offline copy: name each file that was changed, is missing or was added",
        ),
    }.items():
        made[name] = commands.add_parser(name, help=about)
        if name != "verify":
            _folders(made[name], project, say)
    _serve(made["serve"], say)
    _explain(made["explain"], say)
    _export(made["export"], say)
    _translations(made["translations"], say)
    made["verify"].set_defaults(project=project, target=None)
    made["verify"].add_argument(
        "copy",
        type=Path,
        metavar="ZIP",
        help=say(
            "离线包的 ZIP 文件，或解压出来的文件夹",
            "the ZIP file of an offline copy, or the folder it was extracted to",
        ),
    )
    return top


def _folders(command: argparse.ArgumentParser, project: Path, say: Say) -> None:
    command.add_argument(
        "--project",
        type=Path,
        default=project,
        metavar="DIR",
        help=say("项目目录（默认：本文件所在目录）", "the project's folder (default: this file's)"),
    )
    command.add_argument(
        "--target",
        type=Path,
        metavar="DIR",
        help=say("网站目录（默认：项目下的 site/）", "where the site goes (default: site/ in the project)"),
    )


def _serve(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "--host",
        default="127.0.0.1",
        help=say("监听地址（默认 127.0.0.1）", "address to listen on (default 127.0.0.1)"),
    )
    command.add_argument("--port", type=int, default=8000, help=say("端口（默认 8000）", "port (default 8000)"))


def _explain(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "source",
        metavar=say("材料", "SOURCE"),
        help=say("材料的 id 或文件名，或报道的 id", "a source's id or file name, or a report's id"),
    )


def _export(command: argparse.ArgumentParser, say: Say) -> None:
    command.add_argument(
        "report",
        metavar=say("报道", "REPORT"),
        help=say("报道的 id，或其材料的 id 或文件名", "a report's id, or the id or file name of a source of it"),
    )
    command.add_argument(
        "--html",
        action="store_true",
        required=True,
        help=say("中英全文在一个网页文件里", "both languages in one page that needs no other file"),
    )
    command.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help=say(
            "写到哪个文件（默认：项目下的 dist/heitu-<id>.html）",
            "the file to write (default: dist/heitu-<id>.html in the project)",
        ),
    )


def _translations(command: argparse.ArgumentParser, say: Say) -> None:
    """One thing at a time; without any of them, how far the translations have come."""
    command.add_argument(
        "reports",
        nargs="*",
        metavar=say("报道", "REPORT"),
        help=say("报道的 id（默认：全部）", "ids of reports (default: all)"),
    )
    _modes(command, say)
    command.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help=say(
            "导出的文件（默认：项目下的 dist/translations.tmx 或 .xlsx）",
            "the file to export to (default: dist/translations.tmx or .xlsx in the project)",
        ),
    )
    command.add_argument(
        "--apply", action="store_true", help=say("与 --import 同用：写入改动", "with --import: write what it changes")
    )
    command.add_argument(
        "--by",
        metavar=say("姓名缩写", "INITIALS"),
        help=say("与 --review 同用：审校人", "with --review: who reviewed; the date is today's"),
    )


def _modes(command: argparse.ArgumentParser, say: Say) -> None:
    modes = command.add_mutually_exclusive_group()
    modes.add_argument(
        "--list",
        choices=LEFT,
        help=say(
            "逐条列出未译（missing）、待更新（stale）或未审（unreviewed）的句子",
            "list every unit that is missing, stale or not reviewed",
        ),
    )
    modes.add_argument(
        "--update",
        action="store_true",
        help=say(
            "按现在的原文更新译文文件，不丢任何译文", "bring the files up to date with the sources; no English is lost"
        ),
    )
    modes.add_argument("--export", choices=FORMATS, help=say("导出给别的软件用", "write a file for other programs"))
    modes.add_argument(
        "--import",
        dest="incoming",
        type=Path,
        metavar="FILE",
        help=say(
            "TMX 或 XLSX 文件：预览会改动什么，不写入",
            "a TMX or XLSX file: show what it would change, and write nothing",
        ),
    )
    modes.add_argument(
        "--review",
        nargs="+",
        metavar=say("编号", "UNIT"),
        help=say(
            "一篇报道中审校过的句子（s1-p2.1）、段（s1-p2）、节（s1）或全篇（all）",
            "what you have reviewed in one report: sentences (s1-p2.1), paragraphs (s1-p2), sections (s1) or all",
        ),
    )


def misplaced(options: argparse.Namespace, language: Language) -> str:
    """What is wrong with the options of a command taken together, "" if nothing is."""
    if options.command != "translations":
        return ""
    rules = (
        (options.output and not options.export, "--output", "--export"),
        (options.apply and not options.incoming, "--apply", "--import"),
        (options.by and not options.review, "--by", "--review"),
        (options.review and not options.by, "--review", "--by"),
    )
    for wrong, option, other in rules:
        if wrong:
            return f"{option} 要与 {other} 同用" if language == "zh" else f"{option} goes with {other}"
    if options.review and len(options.reports) != 1:
        return "--review 只针对一篇报道" if language == "zh" else "--review is about one report; name it"
    return ""


def unknown(kind_zh: str, kind_en: str, name: str, known: Iterable[str], language: Language) -> str:
    """What to say of a name that nothing has: which there are."""
    names = sorted(known)
    if language == "zh":
        return f"没有{kind_zh}“{name}”。现有：{'、'.join(names)}"
    return f"There is no {kind_en} “{name}”. Known: {', '.join(names)}"
