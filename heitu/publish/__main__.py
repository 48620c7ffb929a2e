"""Build one language with MkDocs: `python -m heitu.publish CONFIG FOLDER SITE_URL BELOW`.

BELOW is the folder of the site that the language is to stand in, "" for the root. All settings but the folder and the
address are in mkdocs.yml, so that `mkdocs build`, or another engine, can build the same pages. Warnings are errors.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
import threading
import traceback
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from heitu.publish.engine import NO_SPACE
from heitu.publish.merge import lift_assets
from heitu.publish.rawhtml import RawHtml


def main(config_file: str, folder: str, address: str, below: str) -> None:
    config = load_config(config_file, site_dir=folder, site_url=address, strict=True)
    config.markdown_extensions.append(RawHtml())  # type: ignore[arg-type] # MkDocs hands it on to Python-Markdown
    build(config)
    if below:
        lift_assets(Path(folder))


def end_with_parent() -> None:
    """End this process when the one that started it is gone, however it went: then our end of its pipe closes."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def reason(error: Exception) -> str:
    """The error in one line, with the template and its line where it came out of one."""
    places = [f for f in traceback.extract_tb(error.__traceback__) if not f.filename.endswith(".py")]
    where = f"{places[-1].filename}:{places[-1].lineno}: " if places else ""
    return f"{where}{type(error).__name__}: {error}"


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        main(*sys.argv[1:])
    except MkDocsException as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(NO_SPACE if error.errno in (errno.ENOSPC, errno.EDQUOT) else reason(error))
    except Exception as error:
        sys.exit(reason(error))
