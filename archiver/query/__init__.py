"""The query language: its syntax tree and its parser. See docs/query-language.md."""

from archiver.query.parser import parse
from archiver.query.tree import EVERYTHING, Group, Node, Not, Phrase, Prefix, Query, Range, Synonyms, Word

__all__ = ["EVERYTHING", "Group", "Node", "Not", "Phrase", "Prefix", "Query", "Range", "Synonyms", "Word", "parse"]
