"""The faults of files that go to other programs and come back, in both languages."""

from __future__ import annotations

from heitu.errors import Fault


def unreadable(file: str, reason: str) -> Fault:
    return Fault(
        file,
        0,
        f"读不了：{reason}",
        f"it cannot be read: {reason}",
        "请检查路径和权限，或关闭正在使用它的程序",
        "Check the path and the permissions, or close the program that uses it",
    )


def unwritable(file: str, reason: str) -> Fault:
    return Fault(
        file,
        0,
        f"写不了：{reason}",
        f"it cannot be written: {reason}",
        "请检查路径和权限，或关闭正在使用它的程序，或用 --output 另指一处",
        "Check the path and the permissions, close the program that uses it, or name another with --output",
    )


def is_there(file: str) -> Fault:
    return Fault(
        file,
        0,
        "已有这个文件，内容不同，可能有人在里面改过",
        "this file is there already and differs; somebody's work may be in it",
        "请用 --output 另指一处，或先移走它",
        "Name another with --output, or move it away first",
    )


def neither(file: str) -> Fault:
    return Fault(
        file,
        0,
        "既不是 TMX，也不是 XLSX 表格",
        "it is neither TMX nor a spreadsheet in XLSX",
        "请在翻译软件中导出 TMX，或在表格软件中另存为 .xlsx",
        "Export TMX from the translation tool, or save the spreadsheet as .xlsx",
    )


def no_xml(file: str, line: int, reason: str) -> Fault:
    return Fault(
        file,
        line,
        f"不是完好的 XML：{reason}",
        f"this is no sound XML: {reason}",
        "请在翻译软件中重新导出 TMX",
        "Export the TMX anew from the translation tool",
    )


def entities(file: str) -> Fault:
    return Fault(
        file,
        0,
        "文件自己定义了 XML 实体，不予接受",
        "the file defines XML entities of its own, which are not accepted",
        "请删去 <!DOCTYPE tmx [ … ]> 里的定义，或重新导出",
        "Delete the definitions in <!DOCTYPE tmx [ … ]>, or export it anew",
    )


def no_tmx(file: str, line: int, element: str) -> Fault:
    return Fault(
        file,
        line,
        f"不是 TMX：最外层是 <{element}>",
        f"this is no TMX: its outermost element is <{element}>",
        "请在翻译软件中导出 TMX",
        "Export TMX from the translation tool",
    )


def no_workbook(file: str) -> Fault:
    return Fault(
        file,
        0,
        "不是完好的 XLSX 表格（或设有密码）",
        "this is no sound XLSX workbook, or it has a password",
        "请在表格软件中打开，另存为不带密码的 .xlsx",
        "Open it in a spreadsheet program and save it as .xlsx without a password",
    )


def too_large(file: str) -> Fault:
    return Fault(
        file,
        0,
        "表格解压后过大",
        "the workbook is too large when unpacked",
        "请只留下要导入的表",
        "Leave only the sheets that are to be imported",
    )


def no_columns(file: str) -> Fault:
    return Fault(
        file,
        0,
        "没有哪张表的第一行写明了各列",
        "no sheet names its columns in the first row",
        "第一行写上“中文 Chinese”“英文 English”，或者“编号 Id”“英文 English”",
        "Write “中文 Chinese” and “英文 English” there, or “编号 Id” and “英文 English”",
    )


def control_character(file: str, line: int, name: str, kind: str) -> Fault:
    return Fault(
        file,
        line,
        f"{name} 里有控制字符，{kind} 文件装不下",
        f"{name} has a control character, which {kind} cannot hold",
        "请在 seeds/emendations.yml 或译文里改掉它",
        "Mend it in seeds/emendations.yml, or in the English",
    )


def too_long(file: str, line: int, name: str) -> Fault:
    return Fault(
        file,
        line,
        f"{name} 有一项文字超过表格单元格的上限（32767 字符）",
        f"{name} has a text that is longer than a cell may be (32,767 characters)",
        "请改用 --export tmx",
        "Use --export tmx",
    )
