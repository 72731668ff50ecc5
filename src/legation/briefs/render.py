"""Render a brief to a file; the ending of its name chooses the form."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Final

from legation.briefs.brief import Brief
from legation.errors import BriefError

FORMS: Final = {
    ".html": "render_html",
    ".docx": "render_docx",
    ".pdf": "render_pdf",
    ".md": "render_markdown",
    ".json": "render_json",
}
"""Each ending with the module that writes it; a module is imported when its form is first asked for."""


def check_ending(path: Path) -> None:
    """Refuse a path whose ending is no form of a brief, before any work is done for it.

    Raises:
        BriefError: The ending is none of `FORMS`.
    """
    if path.suffix.lower() not in FORMS:
        raise BriefError(f"a brief can't be written as {path.name!r}; end the name in {', '.join(FORMS)}")


def render(brief: Brief, path: str | Path) -> Path:
    """Write a brief to a file.

    Args:
        brief: The brief.
        path: The file; ``.html``, ``.docx``, ``.pdf``, ``.md`` or ``.json`` chooses the form. A file that
            stands there is replaced.

    Returns:
        The path.

    Raises:
        BriefError: The ending is none of these, or the file can't be written.
    """
    target = Path(path)
    check_ending(target)
    module = import_module(f"legation.briefs.{FORMS[target.suffix.lower()]}")
    content: bytes = module.rendered(brief)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise BriefError(f"the brief can't be written to {target}: {error.strerror}") from error
    return target
