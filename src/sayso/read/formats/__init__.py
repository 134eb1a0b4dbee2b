"""One file for each format: how its bytes become parts, or a part becomes a page."""
