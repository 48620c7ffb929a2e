"""The language of the person at the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from heitu.language import Language

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # POSIX.1-2017, 8.2: the first that is set and not empty decides


def user_language(environ: Mapping[str, str]) -> Language:
    """Chinese where the locale is Chinese, else English.

    >>> user_language({"LANG": "zh_CN.UTF-8"}), user_language({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}), user_language({})
    ('zh', 'en', 'en')
    """
    name = next((environ[variable] for variable in _VARIABLES if environ.get(variable)), "")
    return "zh" if name.lower().startswith("zh") else "en"
