"""The site's name: of all that a page gives, the one that most sources agree on, as the site writes itself."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from archiver.normalise import addresses, clean, title

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:AG|GmbH|KG|mbH|Ltd|Limited|LLC|LLP|Inc|Corp(?:oration)?|PLC|S\.?\s?[ALE]\.?(?:\s?[UL]\.?)?|S\.?p\.?A|s\.?r\.?l|B\.?V|N\.?V|Pvt|Verlag|Publishers?|Publishing|Holdings?|A/S|Sp\.?\sz\s?o\.?\s?o|ApS|Oy|AB)\b\.?,?(?:\s|$)|ООО|株式会社|新聞社$",
)
_SYSTEMS = frozenset(
    {"blogger", "wordpress", "wix", "squarespace", "drupal", "joomla", "ghost", "tumblr", "clientcompany"}
)
_PARTED = re.compile(r"\s[-–—|]\s|:\s")
_MOST_WORDS = 6
_SLOGAN = 3  # words
_LONGEST = 80
_SHORTEST = 4  # letters of a host by which a name is known
_TAIL = 1.5
_SAID = 2.0  # weight of what is said often enough that the same with a host's ending is the lesser form


def choose(claims: Sequence[tuple[str, float]], tail: str | None, base: str) -> str | None:
    """The name; `claims` are (name, weight of its source), `tail` is what the page's title has behind the headline."""
    host = title.bare(addresses.host(base) or "")
    scores: dict[str, float] = defaultdict(float)
    forms: dict[str, list[str]] = defaultdict(list)
    weights: dict[str, float] = defaultdict(float)
    for name, weight in (*claims, *([(tail, _TAIL)] if tail else [])):
        key = title.bare(name)
        if not key or "://" in name or len(name) > _LONGEST or key in _SYSTEMS:
            continue
        first = not forms[key]
        scores[key] += weight + (_doubts(name, key, host) if first else 0.0)
        forms[key].append(name)
        weights[name.casefold()] += weight
    if not scores:
        return None
    best = max(scores, key=lambda key: scores[key])
    found = max(
        forms[best], key=lambda name: (_care(name), weights[name.casefold()] >= _SAID and not _HOST.fullmatch(name))
    )
    return _without_slogan(found, base)


def _without_slogan(name: str, base: str) -> str:
    """The part before a dash or bar, where that is what the host is called by and as many words as a slogan has stand behind it."""
    parts = _PARTED.split(name, maxsplit=1)
    host = addresses.host(base)
    if len(parts) == 1 or not host or len(parts[1].split()) < _SLOGAN:
        return name
    own = clean.comparable(addresses.own_label(host)).replace(" ", "")
    first, second = (clean.comparable(part).replace(" ", "") for part in parts)
    return parts[0] if len(own) >= _SHORTEST and own in first and own not in second else name


def shown(texts: Iterable[str], base: str) -> str | None:
    """The first of the page's texts that is nothing but the site's own part of its host ("Norvale Post" of norvalepost.example)."""
    host = addresses.host(base)
    wanted = clean.comparable(addresses.own_label(host)).replace(" ", "") if host else ""
    if len(wanted) < _SHORTEST:
        return None
    short = (text for text in texts if len(wanted) <= len(text) <= 2 * len(wanted))
    return next((text for text in short if _care(text) and clean.comparable(text).replace(" ", "") == wanted), None)


def _doubts(name: str, key: str, host: str) -> float:
    """Points for what is like the host, and against companies, hosts and slogans."""
    points = 0.5 if host and (key in host or host in key) else 0.0
    points -= 2.5 if _COMPANY.search(name) else 0.0
    points -= (2.0 if name.startswith("www.") else 1.0) if _HOST.fullmatch(name) else 0.0
    points -= (
        1.5 if len(name.split()) > _MOST_WORDS or any(mark in name for mark in (" - ", " | ", " – ", ": ")) else 0.0
    )
    return points


def _care(name: str) -> bool:
    """Whether a name is written with capitals, or in a script that has none."""
    return name != name.lower() or name == name.upper()
