"""The distributed engine: generations are indexes of an Elasticsearch 9 cluster. Nothing else imports elasticsearch."""

import sys

# The client loads pyarrow wherever it is installed, for a query language that the archive doesn't use: a tenth of a second
# of each search.
if "pyarrow" not in sys.modules:
    sys.modules["pyarrow"] = None  # type: ignore[assignment]
    try:
        import elasticsearch  # noqa: F401
    finally:
        del sys.modules["pyarrow"]

from archiver.engines.elastic.engine import ElasticEngine

__all__ = ["ElasticEngine"]
