"""What of the sample pages the normaliser doesn't read right yet: reason, zone and pages. A line goes when its page is read right.

`tests/test_samples.py` holds both ways: all other zones are right, and these are still wrong.
"""

_LINES = """
a live blog's or interview's first heading | paragraphs | cascade-council-live cascade-storm-live gaceta-preguntas
a post embedded in a figure | paragraphs | lagoon-tanker
a share block's "Like this:" | paragraphs leaks | lagoon-exams lagoon-masquerade lagoon-refinery lagoon-tanker
a box that asks to join | paragraphs leaks | freight-canal
captions by class words of other languages | paragraphs leaks | zalesie-zubr
captions by class words of other languages | paragraphs | monsoon-tuskers
the byline and foot of a print version | paragraphs leaks | wexcombe-allotments wexcombe-bells wexcombe-roundabout
"read also" in Turkish and Polish | paragraphs leaks related | postasi-liman postasi-zeytin zalesie-most zalesie-zubr
a small town's dateline | paragraphs dateline | monsoon-tuskers morgenblatt-biber
a label over related stories | related | cascade-dam
headlines of few Chinese or Japanese characters | related | jiangdu-qiao jiangdu-tudou minato-hashi minato-neko
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
