"""Publish: Markdown pages and data files -> site/, in one step or not at all.

MkDocs builds the pages, once a language and side by side, into a fresh folder; English moves below /en/, the assets
are shared, the data files are written, and the fresh folder takes the old site's place. Whatever happens on the way,
the site of before stands as it was.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path

from heitu.errors import PublishError
from heitu.language import LANGUAGES, Language
from heitu.publish.engine import build_languages
from heitu.publish.folders import MARKER, claim, fresh_folder, locked, swap
from heitu.publish.merge import merge_languages
from heitu.publish.pages import write_pages
from heitu.publish.sitemap import write_sitemap
from heitu.records import Settings

__all__ = ["MARKER", "STEPS", "publish"]

STEPS = ("pages", "zh", "en", "merge", "swap")
"""What `progress` is told, in this order; "wait" comes before them where another build is running."""


def publish(
    project: Path,
    pages: Mapping[Language, Mapping[str, str]],
    files: Mapping[str, bytes],
    *,
    target: Path,
    settings: Settings,
    progress: Callable[[str], None],
    finish: Callable[[Path], None] = lambda site: None,
) -> None:
    """Build the site of `project` and put it at `target`, a folder of ours, an empty one, or none yet.

    `pages` has, for each language, the text of each page by its path ("reports/x.md"); `files` has the bytes of every
    other file by its path below the site's root. `progress` is told each step as it is finished. `finish` gets the
    finished folder before it takes the old one's place, and may add to it. The same pages, files and settings give the
    same bytes. Raises PublishError where the folder is not ours, the pages do not build, or the disk is full.
    """
    target = target.resolve()  # a link stays a link, and we build beside what it points to
    try:
        cache = claim(project / ".cache" / "pages")
        with locked(cache, progress):
            for language in LANGUAGES:
                write_pages(cache / language, pages[language])
            progress("pages")
            with fresh_folder(target, progress) as fresh:
                build_languages(project, fresh, settings, progress)
                site = merge_languages(fresh, files)
                write_sitemap(site, pages, settings)
                progress("merge")
                finish(site)
                swap(site, target)
                progress("swap")
    except OSError as error:
        raise _as_fault(error) from error


def _as_fault(error: OSError) -> PublishError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PublishError(
            "磁盘空间不足，网站未能生成，原有网站保持不变。请清理磁盘后重试。",
            "The disk is full: no site was built, and the one of before stands as it was. Make room and try again.",
        )
    where = f" ({error.filename})" if error.filename else ""
    return PublishError(
        f"网站未能生成，原有网站保持不变：{error.strerror or error}{where}。",
        f"The site was not built, and the one of before stands as it was: {error.strerror or error}{where}.",
    )
