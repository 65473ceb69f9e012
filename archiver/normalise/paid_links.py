"""What a house says of links that it is paid for: "If you buy through our links, we may earn a commission"."""

import re

_PAID = re.compile(
    r"commission|afiliad|affiliat|qualifying\s+purchase|\bprovision|comisi[oó]n|comiss[ãa]o|\b(?:percentage|compensation|small\s+(?:fee|amount))\b"
)
_SURE = re.compile(
    r"\bqualifying\s+purchases?\b|\b(?:this|the|our|these)\s+(?:\w+\s+){0,3}(?:contains?|includes?|are|has)\s+(?:\w+\s+){0,2}(?:affiliate|commission\w*)\s+links?\b"
    r"|\b(?:enthält|sind)\s+(?:\w+\s+){0,2}affiliate[\s-]links?\b|\bcontien(?:t|en)\s+(?:des\s+)?(?:liens\s+(?:d['’]\s?)?affili|enlaces\s+de\s+afilia)|\bcont(?:iene|ém)\s+links?\s+(?:di|de)\s+afili"
)
_LINKS = re.compile(r"\blinks?\b|\bverlinkt|\bliens?\b|\benlaces?\b|\bpurchas\w+|\bbuy\b")
_GETS = re.compile(
    r"\b(?:we|i)(?:['’](?:d|ll))?\s(?:\w+\s){0,3}(?:earn|receive|get|make)\b|\bearn\s+us\b"
    r"|\b(?:erhalten|bekommen|verdienen)\s+wir\b|\bwir\s+(?:\w+\s){0,4}provision|\bnous\s+(?:\w+\s){0,3}(?:perce|touch|recev|gagn)"
    r"|\b(?:podemos|podríamos|poderemos|potremmo|possiamo)\s+(?:recib|ganar|obtener|receb|ganhar|riceve|guadagna)|\b(?:recibimos|ganamos|recebemos|ganhamos|riceviamo|guadagniamo)\b"
)
_QUOTES = frozenset('“”„«»"')


def are_told_of(line: str) -> bool:
    """Whether a line in small letters tells that whoever publishes it is paid for links; not where it quotes someone."""
    if not _PAID.search(line) or not _QUOTES.isdisjoint(line):
        return False
    return bool(_SURE.search(line) or (_GETS.search(line) and _LINKS.search(line)))
