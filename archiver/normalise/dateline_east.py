"""Datelines of East Asia, in brackets or run into the text: 【北京共同】…, (서울=연합뉴스) …, 新华社北京3月5日电 …."""

from typing import Final

import regex

from archiver.document import Dateline
from archiver.normalise import places

_OPENING: Final = frozenset("【[(（")
_LONGEST: Final = 60
_JAPANESE: Final = regex.compile(
    r"【(?P<place>[\p{Han}\p{Katakana}ー・]{2,12}?)"
    r"(?:(?P<agency>AFP時事|共同|時事|ロイター|聯合|新華社|AFP|AP|ＡＦＰ|ＡＰ)|[＝=](?P<names>[\p{Han}\p{Hiragana}\p{Katakana}、・ー\s]{2,20}))】\s?"
)
_KATAKANA: Final = regex.compile(r"[\p{Katakana}ー・]{3,}")
_KOREAN: Final = regex.compile(
    r"[(\[](?P<place>[가-힣]{2,6})\s?=\s?(?P<agency>[가-힣A-Za-z0-9]{2,12})[)\]]\s?"
    r"(?:[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3}\s(?:기자|특파원|통신원)\s?=\s?)?"
)
_FILED: Final = r"[（(]\p{Han}{0,6}?(?:记者|記者|通讯员)[^（）()。，]{2,40}[）)]"
_CHINESE: Final = regex.compile(
    r"[【（(]?(?P<agency>本[报報网網社]|(?![据據])\p{Han}{2,3}[社网網])(?P<place>\p{Han}{0,8}?)\s?\d{1,2}月\d{1,2}日(?:专电|專電|[电電讯訊])[】）)]?\s?"
    rf"(?:{_FILED}\s?)?"
)
# A paper's own word for its report, with who filed it: 本报讯（记者王小明）….
_PAPERS: Final = regex.compile(rf"(?P<agency>\p{{Han}}{{2,6}}?)(?:快讯|专讯|[讯訊电電])\s?(?P<place>){_FILED}\s?")


def split(paragraph: str) -> tuple[str, str] | None:
    """The dateline's text and the rest of the paragraph; None where it has none."""
    found = _match(paragraph)
    return (found.group().strip(), paragraph[found.end() :].lstrip()) if found else None


def read(text: str) -> Dateline | None:
    """What the dateline says; the paper itself is no agency."""
    found = _match(text)
    if not found:
        return None
    agency = found["agency"]
    return Dateline(
        place=found["place"] or None, agency=agency if agency and agency[0] != "本" and agency[-1] != "报" else None
    )


def _match(text: str) -> "regex.Match[str] | None":
    """A dateline at the text's beginning."""
    if text[:1].isascii() and text[:1] not in _OPENING:
        return None
    head = text[:_LONGEST]
    if text[:1] == "【" and (found := _JAPANESE.match(head)):
        place = found["place"]
        known = found["agency"] or places.lookup(place, language="ja") or _KATAKANA.fullmatch(place)
        return found if known else None
    if "=" in head and (found := _KOREAN.match(head)):
        return found
    if "日" in head and (found := _CHINESE.match(head)):
        return found
    return _PAPERS.match(head) if "者" in head or "员" in head else None
