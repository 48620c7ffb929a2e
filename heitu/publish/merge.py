"""Two sites, one a language, become one: English below /en/, the assets once, the data files beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from heitu.errors import PublishError
from heitu.publish.folders import mark
from heitu.publish.pages import below

ASSETS = "assets"
UNUSED = ("404.html", "sitemap.xml", "sitemap.xml.gz", "assets/javascripts/lunr/", "assets/javascripts/workers/")
"""What one site for both languages makes anew, and Material's own search, which it does not use."""

_SOURCE_MAP = re.compile(rb"\s*(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*\Z")


def merge_languages(fresh: Path, files: Mapping[str, bytes]) -> Path:
    """Join `fresh/zh` and `fresh/en` and the other `files` into one folder, which is returned, marked as ours."""
    site, english = fresh / "zh", fresh / "en"
    for folder in (site, english):
        _drop_unused(folder)
    _share_assets(english / ASSETS, site / ASSETS)
    english.rename(site / "en")
    for path, data in files.items():
        place = below(site, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    mark(site)
    return site


def lift_assets(folder: Path) -> None:
    """Let every page of a site below /en/ look for the assets one folder further up."""
    for page in folder.rglob("*.html"):
        up = "../" * (len(page.relative_to(folder).parts) - 1)
        link = re.compile(rb'(?<=(?:src|ref)=")(?=' + up.encode() + ASSETS.encode() + rb"/)")
        page.write_bytes(link.sub(b"../", page.read_bytes()))


def _drop_unused(site: Path) -> None:
    """Remove what is not used, and source maps with the lines that ask for them."""
    for path in sorted(site.rglob("*"), reverse=True):  # files before the folder that holds them
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.suffix == ".map" or path.relative_to(site).as_posix().startswith(UNUSED):
            path.unlink()
        elif path.suffix in (".css", ".js"):
            path.write_bytes(_SOURCE_MAP.sub(b"\n", path.read_bytes()))


def _share_assets(english: Path, shared: Path) -> None:
    """Move the assets that only English has to the others; the same file in both is needed once."""
    for path in sorted(english.rglob("*"), reverse=True):
        place = shared / path.relative_to(english)
        if path.is_dir():
            path.rmdir()
        elif not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            path.rename(place)
        elif place.read_bytes() == path.read_bytes():
            path.unlink()
        else:
            raise PublishError(
                f"{ASSETS}/ 中的 {path.name} 中英文不一致；两种语言共用同一份，请改用不同的文件名。",
                f"{path.name} in {ASSETS}/ differs between the languages, which share it. Give them two names.",
            )
    if english.is_dir():
        english.rmdir()
