"""Files, folders, archives and addresses to documents: text with exact offsets, and what is known of it."""

from legation.documents.document import Document, Part, Unreadable
from legation.documents.load import count, load, load_bytes, load_source
from legation.documents.settings import LoadSettings
from legation.documents.sources import Source, find_sources

__all__ = [
    "Document",
    "LoadSettings",
    "Part",
    "Source",
    "Unreadable",
    "count",
    "find_sources",
    "load",
    "load_bytes",
    "load_source",
]
