"""Learning what sites repeat, from the captures in the log: an even sample of each site's articles is normalised and compared."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict, deque
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from archiver.errors import DamagedLogError, UsageError
from archiver.keys import document_id
from archiver.learnt import Boilerplate, LearntText, SiteBoilerplate, host_of, learnt_again
from archiver.normalise import Context
from archiver.normalise.boilerplate import FEWEST, MOST_PAGES, learn, site_of
from archiver.normalise.workers import Normaliser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archiver.document import Capture, Document
    from archiver.index import Progress
    from archiver.log import Log

_MOST_WITHOUT_ADDRESS = 2000  # pages without an address, which only tell their site once they are read
_DIGITS = 8  # of an id, by which pages are chosen: evenly, and the same ones the next time


class Learned(NamedTuple):
    """What was learnt: the sites of which something is known now, how many of their texts are new, and how many went.

    `compared` is how many articles of all sites were compared.
    """

    sites: tuple[SiteBoilerplate, ...]
    new: int
    gone: int
    compared: int


def learn_sites(log: Log, home: str, *, site: str = "", workers: int = 0, progress: Progress | None = None) -> Learned:
    """Learn anew what this site repeats, or each site, and keep it in the archive's folder.

    What a person has decided of a text stays. Raises UsageError where the log holds no article of the site.
    """
    files = Boilerplate(home)
    before = {each.site: each for each in files.sites()}
    only = _meant(site, before)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    new = gone = 0
    changed: dict[str, SiteBoilerplate] = {}
    seen: set[str] = set()
    for host, documents in _by_site(log, only, workers, progress):
        seen.add(host)
        changed[host] = learnt_again(before.get(host), _learnt(host, documents, today))
    if only and not seen & {only}:
        raise UsageError(f"There is no article of “{site}” here. “archive facets sites” counts those that there are.")
    for host in before.keys() - seen if not only else ():  # its articles are gone
        changed[host] = learnt_again(before[host], SiteBoilerplate(site=host, learnt_at=today))
    for host, known in changed.items():
        old = {each.text for each in before[host].texts} if host in before else set()
        now = {each.text for each in known.texts}
        new, gone = new + len(now - old), gone + len(old - now)
        if known.texts or host in before:
            files.put(known)
    known_now = tuple(changed[host] for host in sorted(changed) if changed[host].texts)
    return Learned(known_now, new, gone, sum(each.pages for each in changed.values()))


def _meant(site: str, known: dict[str, SiteBoilerplate]) -> str:
    """The host that is meant by a host, an address, or the name of a site of which something is known."""
    named = (each.site for each in known.values() if site and each.name.casefold() == site.casefold())
    return next(named, "") or host_of(site)


def _learnt(host: str, documents: list[Document], today: str) -> SiteBoilerplate:
    pages, found = learn(documents)
    names = Counter(document.site for document in documents if document.site)
    texts = (LearntText(text=each.text, pages=each.pages, example=each.example, learnt=today) for each in found)
    name = names.most_common(1)[0][0] if names else ""
    return SiteBoilerplate(site=host, name=name, pages=pages, learnt_at=today, texts=tuple(texts))


def _by_site(log: Log, only: str, workers: int, progress: Progress | None) -> Iterator[tuple[str, list[Document]]]:
    """The documents of a sample of each site's pages, without anything learnt and without names, site by site."""
    chosen = _chosen(log, only)
    whole, done = sum(map(len, chosen.values())), 0
    others: dict[str, list[Document]] = defaultdict(list)
    with Normaliser(msgspec.structs.replace(Context.default(), names=False), workers=workers) as normaliser:
        for host, group in groupby(_normalised(log, normaliser, chosen), key=itemgetter(0)):
            documents: list[Document] = []
            for _, document in group:
                done += 1
                if progress:
                    progress(done, max(whole, done))
                if document is not None:
                    own = host or site_of(document.url, document.canonical_url)
                    (documents if host else others[own]).append(_compared(document))
            if host:
                yield host, documents + others.pop(host, [])
    for host, documents in sorted(others.items()):
        if host and (not only or host == only):
            yield host, documents
    if progress:
        progress(whole, whole)


def _compared(document: Document) -> Document:
    """As much of a document as is compared, so that thousands can be held."""
    return msgspec.structs.replace(
        document, body="", related=(), discarded=(), published=None, modified=None, mentioned=()
    )


def _chosen(log: Log, only: str) -> dict[str, list[int]]:
    """The positions of the pages that are compared, by their site's host; those without an address first, under “”."""
    counts = Counter(site_of(head.key) for head in log.heads())
    most = {host: MOST_PAGES if host else _MOST_WITHOUT_ADDRESS for host in counts}
    chosen: dict[str, list[int]] = {"": []}
    for head in log.heads():
        host = site_of(head.key)
        if only and host not in ("", only):
            continue
        few = host and counts[host] + counts[""] < FEWEST
        # An id is a hash, so its digits fall evenly.
        if not few and int(document_id(head.key)[:_DIGITS], 16) * counts[host] < most[host] * 16**_DIGITS:
            chosen.setdefault(host, []).append(head.position)
    return chosen


def _normalised(
    log: Log, normaliser: Normaliser, chosen: dict[str, list[int]]
) -> Iterator[tuple[str, Document | None]]:
    hosts: deque[str] = deque()

    def read() -> Iterator[Capture]:
        for host, positions in chosen.items():
            for position in positions:
                try:
                    capture = log.read(position)
                except DamagedLogError:  # re-indexing reports it
                    continue
                hosts.append(host)
                yield capture

    for result in normaliser.run(read()):
        yield hosts.popleft(), result.document
