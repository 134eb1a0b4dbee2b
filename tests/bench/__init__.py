"""`make bench-desk`: how quickly the desk of a large case answers, page by page."""
