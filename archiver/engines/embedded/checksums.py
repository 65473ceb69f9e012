"""The checksums that the search library writes at the end of its files, and never reads again.

A file ends with a JSON text that holds `crc`, the CRC-32 of what stands before it, then that text's length and a magic
number, both as 32 bits, little-endian (tantivy, `directory/footer.rs`). Without looking, a file whose middle is damaged
only seems to hold fewer words.
"""

import json
import os
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

_END = struct.Struct("<II")
_MAGIC = 1337
_LONGEST = 50_000  # bytes of the JSON text, the library's own bound
_CHUNK = 1 << 20


def broken_files(folder: str) -> Iterator[tuple[str, str]]:
    """Path and trouble of each file of an index whose bytes aren't what was written."""
    with open(os.path.join(folder, "meta.json"), encoding="utf-8") as file:
        segments = {part["segment_id"].replace("-", "") for part in json.load(file)["segments"]}
    for name in sorted(os.listdir(folder)):
        if name.partition(".")[0] not in segments:
            continue  # the library's own notes, and what a write that failed has left
        path = os.path.join(folder, name)
        try:
            with open(path, "rb") as file:
                sound = _is_sound(file, os.fstat(file.fileno()).st_size)
        except FileNotFoundError:
            continue  # a writer has just merged it into another
        except OSError as error:
            yield path, f"can't be read ({error.strerror})"
        else:
            if not sound:
                yield path, "its bytes aren't what was written"


def _is_sound(file: BinaryIO, size: int) -> bool:
    file.seek(max(0, size - _END.size))
    end = file.read(_END.size)
    if len(end) < _END.size:
        return False
    length, magic = _END.unpack(end)
    start = size - _END.size - length
    if magic != _MAGIC or length > _LONGEST or start < 0:
        return False
    file.seek(start)
    try:
        stated = json.loads(file.read(length))["crc"]
    except (ValueError, KeyError, TypeError):
        return False
    file.seek(0)
    crc, left = 0, start
    while left and (data := file.read(min(_CHUNK, left))):
        crc = zlib.crc32(data, crc)
        left -= len(data)
    return bool(crc == stated)
