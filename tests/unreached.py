"""What of the sample pages the normaliser doesn't read right yet: reason, zone and pages. A line goes when its page is read right.

`tests/test_samples.py` holds both ways: all other zones are right, and these are still wrong.
"""

_LINES = """
"""


def _read() -> dict[tuple[str, str], str]:
    unreached = {}
    for line in _LINES.strip().split("\n"):
        reason, zones, pages = line.split(" | ")
        for page in pages.split():
            for zone in zones.split():
                unreached[page if "." in page else f"{page}.html", zone] = reason
    return unreached


UNREACHED = _read()
"""Why a page's zone isn't right yet."""
