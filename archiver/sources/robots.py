"""What sites allow robots to fetch: robots.txt (RFC 9309)."""

from collections.abc import Callable

from protego import Protego

from archiver.errors import SourceError
from archiver.sources.base import MEBIBYTE
from archiver.sources.network import PrivateAddressError, UnknownHostError, UnreachableError

MAX_ROBOTS = MEBIBYTE // 2
"""How much of a robots.txt is read, in bytes: RFC 9309, section 2.5, asks for no less than 500 KiB."""

_MAX_ORIGINS = 1000
_MAX_DELAY = 30.0  # seconds: nobody waits longer than that between two pages
_CLIENT_ERRORS = range(400, 500)
_TOO_MANY_REQUESTS = 429
_OK = range(200, 300)


class RobotsRules:
    """The rules of the sites that were asked, each asked once.

    `ask` fetches a robots.txt: its status, after redirects, and body; it raises SourceError if there is no answer.
    """

    def __init__(self, user_agent: str, ask: Callable[[str], tuple[int, bytes]]) -> None:
        self._user_agent = user_agent
        self._ask = ask
        self._rules: dict[str, Protego | str] = {}

    def check(self, origin: str, url: str) -> float:
        """How long to wait between two pages of the origin (`https://news.example:8080`), in seconds.

        SourceError if its rules don't allow the URL, or can't be had because of an error at the server: then nothing may
        be fetched (RFC 9309, section 2.3.1.4), whereas a site without rules allows everything.
        """
        if origin not in self._rules:
            if len(self._rules) >= _MAX_ORIGINS:
                self._rules.clear()
            self._rules[origin] = self._read(origin)
        rules = self._rules[origin]
        if isinstance(rules, str):
            raise SourceError(rules)
        if not rules.can_fetch(url, self._user_agent):
            raise SourceError(
                f"isn't fetched: the site doesn't allow it to robots ({origin}/robots.txt); --ignore-robots does it all the same"
            )
        return min(float(rules.crawl_delay(self._user_agent) or 0), _MAX_DELAY)

    def _read(self, origin: str) -> Protego | str:
        """The rules, or why there are none that could be followed."""
        try:
            status, body = self._ask(f"{origin}/robots.txt")
        except (PrivateAddressError, UnknownHostError):  # not the fault of its robots.txt
            raise
        except UnreachableError as error:
            return str(error)
        except SourceError as error:
            return f"isn't fetched, because the site's {origin}/robots.txt {error}"
        if status in _CLIENT_ERRORS and status != _TOO_MANY_REQUESTS:
            return Protego.parse("")
        if status not in _OK:
            return (
                f"isn't fetched, because the site's {origin}/robots.txt answers with status {status}; try again later"
            )
        return Protego.parse(body.decode("utf-8", "replace"))
