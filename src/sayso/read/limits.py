"""How much of what strangers wrote is read. Whatever lies beyond leaves a problem."""

from __future__ import annotations

LARGEST = 50_000_000  # bytes of one document; a report is some thousand, a long page 100,000s
LARGEST_PAGE = 10_000_000  # characters of a web page; parsing takes some thirty times that
RATIO = 200  # unpacked to packed; text reaches some 10, a bomb 1,000
NESTING = 3  # containers within containers: a page in mail in an archive
PAGES = 2_000  # of a PDF
LINKS = 10_000  # of one feed, list or sitemap
CPU_SECONDS = 30  # for one part, of its process's own time
WALL_SECONDS = 180  # for one part, by the clock, when the machine is busy
MEMORY = 1_000_000_000  # bytes of address space of a process that reads; 70 million at rest
