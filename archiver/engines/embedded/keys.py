"""Numbers that put documents in order, by id, and by date with the id deciding between equal dates; and those of values."""

_HEX = "0123456789abcdef"
_HEAD = 16  # hex digits of a 64-bit number
_ID_LENGTH = 20  # hex digits of the ids that `archiver.keys` makes
_ID_BITS = 31  # what minutes since the year 1, 33 bits, leave of 64
_UNDATED_LAST = (1 << 33) - 1


def id_head(document_id: str) -> int:
    """A number that grows with the id: its first 16 hex digits.

    Ids of other characters get the number of the greatest hex digits before them; so equal numbers don't mean equal
    ids, but different numbers always are in the order of the ids.
    """
    digits = ""
    for character in document_id[:_HEAD]:
        if character in _HEX:
            digits += character
            continue
        smaller = [digit for digit in _HEX if digit < character]
        digits = (digits + smaller[-1]).ljust(_HEAD, "f") if smaller else digits
        break
    return int(digits.ljust(_HEAD, "0"), 16)


def id_tail(document_id: str) -> int | None:
    """The rest of an id of 20 hex digits, None for any other."""
    if len(document_id) == _ID_LENGTH and all(character in _HEX for character in document_id):
        return int(document_id[_HEAD:], 16)
    return None


def join_id(head: int, tail: int) -> str:
    """The id that these two numbers were made of."""
    return f"{head:016x}{tail:04x}"


def newest_key(minute: int | None, head: int) -> int:
    """A key that is highest for the newest document; undated ones are lowest, and the lower id is higher."""
    return ((minute or 0) << _ID_BITS) | ((1 << _ID_BITS) - 1 - (head >> (64 - _ID_BITS)))


def oldest_key(minute: int | None, head: int) -> int:
    """A key that is lowest for the oldest document; undated ones are highest, and the lower id is lower."""
    return ((_UNDATED_LAST if minute is None else minute) << _ID_BITS) | (head >> (64 - _ID_BITS))


_MAX_DIGESTS = 100_000  # values whose digests are remembered, about 15 MB


class _Digests(dict[str, int]):
    """The digests of the values met so far: the same values come again and again."""

    def __missing__(self, key: str) -> int:
        import hashlib  # a search mostly does without

        if len(self) >= _MAX_DIGESTS:
            self.clear()
        digest = self[key] = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest())
        return digest


KEY_DIGESTS = _Digests()
"""The 64-bit number by which a folded value is counted.

Among ten million values, that two have the same number has a probability of 3 in a million.
"""
