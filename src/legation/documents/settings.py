"""The limits that hold while documents are read and fetched."""

from __future__ import annotations

from dataclasses import dataclass

GENERATOR = "Legation"
"""The mark of what this program wrote itself; such a file is no source."""
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class LoadSettings:
    """The limits that hold while documents are read and fetched.

    Attributes:
        max_bytes: Largest file, page or archive entry that is read.
        max_characters: Longest text that is kept of one document.
        max_pages: Most pages of one PDF.
        archive_entries: Most files in one archive.
        archive_bytes: Most bytes that one archive may unfold to.
        archive_ratio: Most bytes that one byte of an archive may unfold to.
        archive_depth: How many archives may lie inside one another.
        timeout_seconds: Longest wait for a server, for each step.
        fetch_seconds: Longest time that one page may take in all.
        redirects: Most redirects that are followed.
        delay_seconds: Pause between two requests to one host.
        obey_robots: Whether a site's robots.txt is asked and obeyed.
        allow_private_addresses: Whether loopback, link-local and private addresses may be fetched.
        user_agent: How the program names itself to servers.
    """

    max_bytes: int = 50 * MEGABYTE
    max_characters: int = 5_000_000
    max_pages: int = 2_000
    archive_entries: int = 10_000
    archive_bytes: int = 500 * MEGABYTE
    archive_ratio: int = 100
    archive_depth: int = 2
    timeout_seconds: float = 20.0
    fetch_seconds: float = 60.0
    redirects: int = 5
    delay_seconds: float = 1.0
    obey_robots: bool = True
    allow_private_addresses: bool = False
    user_agent: str = "Legation/0.1 (foreign-affairs desk; reads single pages)"


@dataclass(slots=True)
class Unfolded:
    """What was unfolded of one file so far, archives inside archives included.

    Attributes:
        bytes: How many bytes.
        entries: How many entries.
    """

    bytes: int = 0
    entries: int = 0
