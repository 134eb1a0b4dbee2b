"""How much of what strangers wrote is read. Whatever lies beyond leaves a problem."""

from __future__ import annotations

LARGEST = 50_000_000  # bytes of one document; a report is some thousand, a long page 100,000s
LARGEST_PAGE = 10_000_000  # characters of a text or web page; parsing takes some thirty times that
ELEMENTS = 100_000  # of a web page; each takes up to 3,000 bytes until the text is found
NODES = 1_000_000  # of XML: elements, attributes; a full sitemap has 500,000
VALUES = 2_000_000  # of one piece of JSON
MAIL_LINES = 1_000_000  # of a letter; an attachment of 50 MB has 700,000
BOUNDARIES = 100_000  # lines of a letter that may part it
RATIO = 200  # unpacked to packed; text reaches some 10, a bomb 1,000
NESTING = 3  # containers within containers: a page in mail in an archive
PAGES = 2_000  # of a PDF
LINKS = 10_000  # of one feed, list or sitemap
CPU_SECONDS = 30  # for one part, of its process's own time
WALL_SECONDS = 180  # for one part, by the clock, when the machine is busy
MEMORY = 500_000_000  # bytes of address space of a process that reads; 170 million at rest
