"""HTML to a tree, by libxml2, within bounds that no article reaches: time and memory grow with a page's length.

libxml2 is quick whatever a page is made of, but for three things: it compares each attribute of an element with all before
it, makes as many elements as the page asks for, and stops where they nest too deep. What may be such a page goes the slow
way of `bounded`; that is seen by counting, before the tree is made.
"""

import re

import lxml.etree  # type: ignore[import-untyped]

from archiver.normalise import bounded
from archiver.normalise.bounded import Element, Parsed

__all__ = ["NOTHING", "Element", "Parsed", "parse", "write"]

NOTHING = Parsed(None)
_IN_HEAD = frozenset(("title", "meta", "link", "script", "style", "base", "noscript", "template", "object", "isindex"))
_MOST_TAGS = 2 * bounded.MOST_ELEMENTS
_SHORT = 100_000  # code points, in which an element can't have so many attributes that it takes long
_STRETCH = 25_000  # code points: a longer one without an end tag is a script, or a tag that never ends
_LONGEST_TAG = 40_000
# A tag to its end, quoted values passed over; each branch ends at the page's end too, so that no place is looked at twice.
_TAG = re.compile(r"""<[a-zA-Z][^>"']*+(?:(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))[^>"']*+)*+""")
_ATTRIBUTE = re.compile(r"""[^\s/>="']{1,100}(?:\s{0,100}=\s{0,100}(?:"[^"]*+"|'[^']*+'|[^\s>"']{1,1000}))?""")
_MOST_ATTRIBUTES = 4000
# What is no text, by its tag: it is most of many pages, and dropped before a tree is made. Sets of letters are looked for much
# faster than letters whose case is ignored.
_RAW = re.compile(r"<([sS][cC][rR][iI][pP][tT]|[sS][tT][yY][lL][eE]|[sS][vV][gG])(?=[\s/>])")
# The tag of the whole page, ended at once as XML may be: libxml2 takes what follows for another page.
_ENDED = re.compile(r"(<(?:html|head|body)(?=[\s/])[^<>]{0,2000}?)\s*/>", re.IGNORECASE)
_BEGINNING = 4_000
_WITHIN_TAG = frozenset("\"'=,(")  # before what isn't a tag, but stands in another one's attribute
_DATES = ("ublish", "reated", "ubdate", "ubDate")  # one is in each script that is read for them
# Control characters, of which no page means any; the bytes of other characters in UTF-8 are above.
_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0C, 0x0D})


def parse(text: str) -> Parsed:
    """The tree of a page's mark-up.

    Of a page that nests deeper than any article its mere wrappers are left out; of one with more elements, its end is.
    """
    text = _without_raw(text)
    if _ENDED.search(text, 0, _BEGINNING):
        text = _ENDED.sub(r"\1>", text, count=2)
    if text.count("<") > _MOST_TAGS or _may_have_many_attributes(text):
        return bounded.parse(text)
    parser = lxml.etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = lxml.etree.fromstring(text.encode("utf-8", "replace").translate(None, _CONTROLS), parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return NOTHING
    last = parser.error_log.last_error
    if last is not None and last.type == lxml.etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        return bounded.parse(text)
    return Parsed(root if root is None else _with_one_body(root))


def _without_raw(text: str) -> str:
    """The mark-up without styles, drawings and the scripts that nobody reads.

    What holds a second beginning of its kind stays: the first may stand in an attribute or within another element.
    """
    kept: list[str] = []
    start = at = 0
    endless: set[str] = set()
    while match := _RAW.search(text, at):
        name, at = match[1].lower(), match.end()
        if name in endless or text[match.start() - 1 : match.start()] in _WITHIN_TAG:
            continue
        begin, end = text.find(">", at), _end(text, name, at)
        if end < 0:
            endless.add(name)
        elif begin < end and not (name != "script" and text[begin - 1] == "/"):  # else it ends at once
            at = text.find(">", end) + 1 or len(text)
            if not _stays(text, name, begin, end, text[match.end() : begin]):
                kept.append(text[start : match.start()])
                start = at
    kept.append(text[start:])
    return "".join(kept)


def _end(text: str, name: str, at: int) -> int:
    """Where the end tag of this name begins; -1 where there is none."""
    while (at := text.find("</", at)) >= 0:
        at += len("</")
        behind = at + len(name)
        if text[at:behind].lower() == name and (text[behind : behind + 1] or " ") in "> \t\r\n\f/":
            return at - len("</")
    return -1


def _stays(text: str, name: str, start: int, end: int, said: str) -> bool:
    """Whether the content of an element of this name, of which its tag says this, isn't dropped."""
    if any(second[1].lower() == name for second in _RAW.finditer(text, start, end)):
        return True
    return name == "script" and ("json" in said.lower() or any(text.find(word, start, end) >= 0 for word in _DATES))


def _with_one_body(root: Element) -> Element:
    """The tree with all that a reader sees in one body.

    libxml2 leaves elements that it doesn't know from HTML 4 (`<article>`) in the head where the tags of head and body are
    left out, as they may be, and keeps a second body beside the first.
    """
    roots = [root, *(other for other in root.itersiblings() if other.tag == "html")]  # what stands behind </html>
    heads = [head for each in roots for head in each.findall("head")]
    bodies = [body for each in roots for body in each.findall("body")]
    strays = [child for head in heads for child in head if child.tag not in _IN_HEAD]
    strays += [child for each in roots for child in each if each.tag == "html" and child.tag not in ("head", "body")]
    if root.tag != "html" or not (strays or len(bodies) > 1 or (bodies and len(roots) > 1)):
        return root
    body = root.find("body")
    if body is None:
        body = root.makeelement("body", {})
        root.append(body)
    for place, stray in enumerate(strays):
        body.insert(place, stray)
    for other in bodies:
        if other is not body:
            body.extend(list(other))
            other.getparent().remove(other)
    return root


def _may_have_many_attributes(text: str) -> bool:
    """Whether an element may have thousands of attributes."""
    if len(text) <= _SHORT or all(text.find("</", at, at + _STRETCH) >= 0 for at in range(0, len(text), _STRETCH)):
        return False
    return any(
        len(tag) > _LONGEST_TAG and sum(1 for _ in _ATTRIBUTE.finditer(tag)) > _MOST_ATTRIBUTES
        for tag in _TAG.findall(text)
    )


def write(root: Element) -> str:
    """The mark-up of a tree."""
    return str(lxml.etree.tostring(root, encoding="unicode", method="html"))
