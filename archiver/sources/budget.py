"""How much work a stream may ask for: one rule, so that no small file keeps the reader busy, however it is packed.

Reading takes time for the bytes that come out of a decompressor, and for every gzip member, record and line, also where
these are empty. Each byte that goes in pays for `RATIO` that come out. News pages shrink to a fifth, the most monotonous
tables to a fiftieth; what asks for more, and that for longer than `ADVANCE` lasts, was made to harm.
"""

from archiver.sources.base import KEPT_ASIDE, MEBIBYTE

RATIO = 100
ADVANCE = 64 * MEBIBYTE
"""What a stream may ask for before it has paid; also the most that it can save up, so that none buys itself a bomb."""
_AFTERWARDS = MEBIBYTE  # a stream that went too far may go on, if what follows is honest

# What passing one of them takes, as the bytes that would come out in the time. A document's line has 13 bytes at least,
# and a record some hundred, so honest ones pay for themselves.
MEMBER = 8 * 1024
RECORD = 4 * 1024
LINE = CHUNK = 1024
_KEPT = 8  # the same for a byte that is kept aside: written as JSON it may be six bytes long

TOO_MUCH = f"grows to more than {RATIO} times its size, as only a “zip bomb” does"
"""What is wrong with a stream that asks for more, to continue a sentence with."""


class Budget:
    """The work that one stream may still ask for, in bytes that come out."""

    def __init__(self) -> None:
        self._left = ADVANCE

    def earn(self, size: int) -> None:
        """So many bytes have gone in."""
        self._left = min(ADVANCE, self._left + RATIO * size)

    def affords(self, work: int) -> bool:
        """Whether this much is still allowed, which it then takes; what is refused leaves a little to go on with."""
        self._left -= work
        if self._left >= 0:
            return True
        self._left = _AFTERWARDS
        return False

    def keep(self, data: bytes) -> bytes:
        """What of some refused data is kept aside: nothing once that would fill the disk many times faster than it is read."""
        return data[:KEPT_ASIDE] if self.affords(_KEPT * min(len(data), KEPT_ASIDE)) else b""
