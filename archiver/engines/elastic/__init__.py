"""The distributed engine: generations are indexes of an Elasticsearch 9 cluster. Nothing else imports elasticsearch."""

from archiver.engines.elastic.engine import ElasticEngine

__all__ = ["ElasticEngine"]
