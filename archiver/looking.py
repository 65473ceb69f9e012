"""Looking into how pages become articles: what is known of sites' boilerplate, and a page as the normaliser sees it."""

from __future__ import annotations

from archiver.parts import Parts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archiver.document import Capture
    from archiver.index import Progress
    from archiver.learning import Learned
    from archiver.learnt import SiteBoilerplate
    from archiver.normalise.inspection import Inspection


class Looking(Parts):
    """An archive as far as one looks into its rules and pages."""

    def boilerplate(self, site: str = "") -> tuple[SiteBoilerplate, ...]:
        """What is known of each site that repeats something, or of this one: its host, an address on it, or its name.

        Raises UsageError for a site of which nothing is known.
        """
        from archiver.learnt import Boilerplate

        files = Boilerplate(self.settings.home)
        return (files.get(site),) if site else files.sites()

    def boilerplate_path(self, site: str) -> str:
        """The file in which what is known of the site with this host stands."""
        from archiver.learnt import Boilerplate

        return str(Boilerplate(self.settings.home).path(site))

    def learn_boilerplate(self, site: str = "", *, progress: Progress | None = None) -> Learned:
        """Learn anew what this site's articles repeat, or each site's, from the captures in the log.

        It counts for what is indexed from the next re-index on. `progress` is called with how many pages have been compared,
        and of how many. Raises UsageError where there is no article of the site.
        """
        from archiver.learning import learn_sites

        learned = learn_sites(self.log, self.settings.home, site=site, workers=self.settings.workers, progress=progress)
        self._contexts = None
        return learned

    def keep_boilerplate(self, site: str, *texts: str) -> SiteBoilerplate:
        """Take back what was learnt of a site: these texts, or those with these numbers, are the articles' own for good."""
        return self._mark(site, texts, keep=True)

    def cut_boilerplate(self, site: str, *texts: str) -> SiteBoilerplate:
        """Cut these texts, or those with these numbers, of a site again."""
        return self._mark(site, texts, keep=False)

    def _mark(self, site: str, texts: tuple[str, ...], *, keep: bool) -> SiteBoilerplate:
        from archiver.learnt import Boilerplate, chosen, marked

        files = Boilerplate(self.settings.home)
        known = files.get(site)
        changed = marked(known, chosen(known, texts), keep=keep)
        files.put(changed)
        self._contexts = None
        return changed

    def inspect(self, name: str, *, position: int | None = None) -> Inspection:
        """An article's page as the normaliser sees it today; of its captures, the one that is shown, or this one.

        `name` is as for `get`. Raises NoArchiveError where there is no such article, UsageError where it has no such
        capture, and NotAnArticleError where the page holds no article.
        """
        return self.inspect_capture(self.capture(name, position=position))

    def inspect_capture(self, capture: Capture) -> Inspection:
        """A page that need not be in the archive, likewise."""
        from archiver.normalise.inspection import inspect

        return inspect(capture, self.contexts.today)

    def capture(self, name: str, *, position: int | None = None) -> Capture:
        """A capture of an article, with its bytes: the one captured last, or the one with this number in the log."""
        from archiver.errors import NoArchiveError, UsageError

        document_id, key = self._find(name)
        positions = self.log.live_positions(key)
        if not positions:
            raise NoArchiveError(f"Article {document_id} was removed; its key was {key}.")
        if position is None:
            return self.log.read(positions[0])
        if position not in positions:
            there = ", ".join(str(each) for each in sorted(positions))
            raise UsageError(f"Article {document_id} has no capture with the number {position}: there is {there}.")
        return self.log.read(position)
