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
    if target.suffix.lower() not in FORMS:
        raise BriefError(f"a brief can't be written as {target.name!r}; end the name in {', '.join(FORMS)}")
    module = import_module(f"legation.briefs.{FORMS[target.suffix.lower()]}")
    content: bytes = module.rendered(brief)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise BriefError(f"the brief can't be written to {target}: {error.strerror}") from error
    return target
