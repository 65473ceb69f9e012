"""What stands around a name and tells its kind: "X, 54,", "shares in X", "the village of X"."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

import regex

from archiver.normalise import name_words
from archiver.normalise.beside import Before
from archiver.normalise.clue_words import ORGANISATION_NOUNS, PERSON_NOUNS, PLACE_NOUNS
from archiver.normalise.gazetteers import common_words
from archiver.normalise.words import fold

_BEFORE: Final = 60
_AFTER: Final = 90
"""Characters on either side that are looked at."""

if TYPE_CHECKING:
    from regex import Match

Clue = tuple[str, float]

_COURTESY: Final = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Reverend|Cllr|Councillor|Capt|Col|Lt|Sgt|Gen|Maj|Cpl|Pte|PC|DC|Insp|Supt|Sen|Rep|Gov|Hon|"
    r"Shri|Smt|Sri|Ustad|Pandit|Maulana|Mufti|Allama|Engr|Adv|Baron|Baroness|Lord|Lady|Herr|Frau|Monsieur|Madame|Señor|Señora|Don|Doña)\.?"
)

_RULED: Final = r"\s(?:administration|government|regime|dictatorship|presidency|era|family|clan|dynasty)\b"
_BEHIND: Final[tuple[tuple[str, tuple[Clue, ...]], ...]] = (
    (r",\s(?:aged?\s)?\d{1,3}(?:,|\.|\sand\b|\swho\b|$)|\s\(\d{1,3}\)", (("person", 3),)),
    (r",?\s(?:who|whom)\b", (("person", 3), ("place", -1))),
    (r",?\swhose\b", (("person", 0.5), ("organisation", 0.3))),
    (r",\s(?:in\s)?which\b", (("person", -2), ("organisation", 0.6), ("place", 0.6))),
    (r",\swhere\b", (("place", 2),)),
    (
        r",?\s(?:said|says|told|added|adds|insisted|argued|recalled|joked|explained)\b",
        (("person", 0.5), ("place", -0.3)),
    ),
    (r",?\s(?:said|says)\s(?:he|she)\b", (("person", 2.5),)),
    (
        r"\s(?:lives?|lived|grew\sup|was\sborn|married|died|smiled|laughed|resigned|retired)\b",
        (("person", 2.5), ("place", -1)),
    ),
    (
        r",?\s(?:said|says|announced|warned|expects)\s(?:that\s)?(?:it|its|they)\b",
        (("organisation", 2), ("person", -1)),
    ),
    (r",?\s(?:is|was|has|who)\s(?:\w+\s)?(?:his|her)\b", (("person", 1),)),
    (
        r"['’]s?\s(?:wife|husband|son|daughter|father|mother|family|parents|brother|sister|widow|lawyer|lawyers|solicitor|death|career|funeral|body|face)\b",
        (("person", 1.5),),
    ),
    (
        (
            r"['’]s?\s(?:shares|share\sprice|stock|profits?|subsidiary|parent|headquarters|factory|plant|board|shareholders|customers|employees|workforce|"
            r"staff|chief\sexecutive|chairman|chairwoman|spokes\w+|bosses|directors|finance\sdirector|owners?|lenders|creditors|fans|supporters)\b"
        ),
        (("organisation", 1.5), ("person", -0.5)),
    ),
    (
        r"['’]s?\s(?:residents|mayor|streets|airport|port|capital|population|old\stown|centre|suburbs|outskirts|inhabitants|coast|coastline|waterfront)\b",
        (("place", 1.5),),
    ),
    (
        (
            r"\s(?:shares|stock|employees|staff|executives|officials|spokes\w+|plc|workers|shareholders|bosses|chief\sexecutive|chairman|chairwoman|boss|"
            r"factory|plants?|fans|supporters|players)\b"
        ),
        (("organisation", 1.2), ("person", -0.5)),
    ),
    (r"\s(?:residents|mayor|airport|railway|harbour|villagers|townspeople)\b", (("place", 1),)),
    (
        r"\s(?:newspapers?|daily|magazine|weekly|news\sagency|website|tabloid|(?:television|TV|radio)\s(?:channel|station)|movement|militia)\b",
        (("organisation", 2), ("person", -1.5)),
    ),
    (
        (
            r",?\s(?:has\s|had\s|have\s|will\s)?(?:acquired?|manufactures?|employs?|employed|leased|laid\soff|posted\s(?:a|an|record)|shed|lists?|delisted|sells|"
            r"(?:ceased?|halted)\s(?:trading|production|operations)|filed\sfor|merged?|(?:is|was)\s(?:founded|listed|owned|acquired|fined))\b"
        ),
        (("organisation", 1), ("person", -0.3)),
    ),
    (r"\s(?:were|are|have)\s", (("organisation", 0.6),)),
    (r"\s(?:beat|drew|lost|won|defeated|thrashed)\s(?:\p{Lu}|\d)", (("organisation", 0.4), ("person", 0.4))),
    (r"\s\d{1,2}[-–]\d{1,2}\b", (("organisation", 1), ("person", -0.5))),
    (r"\s\((?:NYSE|Nasdaq|LSE|PSX|BSE|NSE|FTSE)", (("organisation", 3),)),
    (r",\s(?:born|daughter\sof|son\sof)\s", (("person", 2),)),
    (_RULED, (("person", 1.2),)),
)
_BEFORE_IT: Final[tuple[tuple[str, tuple[Clue, ...]], ...]] = (
    (rf"\b{_COURTESY}\s", (("person", 3),)),
    (r"[,\"”’']\s(?:said|says|adds|added|recalled|joked)\s", (("person", 0.9),)),
    (r"\b(?:he|she|who|judge)\s(?:told|asked|thanked|married|succeeded|replaced|met)\s", (("person", 0.5),)),
    (
        (
            r"\b(?:(?:village|town|district|province|region|state|port|island|suburb|hamlet|resort|governorate|neighbou?rhood)s?|city|cities|county|counties|"
            r"capital|municipality|municipalities|territory|territories|oblast|peninsula|parish|parishes)\sof\s"
        ),
        (("place", 3),),
    ),
    (
        (
            r"\b(?:residents|people|inhabitants|member\sof\sparliament|mp|mayor|archbishop|bishop|outskirts|north|south|east|west|streets|centre|center|"
            r"coast|suburbs|natives?|miles|kilometres|kilometers|km)\s(?:of|for|from|off)\s"
        ),
        (("place", 1.5), ("person", -1)),
    ),
    (
        (
            r"\b(?:co-?founders?|founders?|employees|shares|shareholders|owners?|customers|executives|subsidiary|stake|percent|per\scent|chief\sexecutive|chairman|chairwoman|boss|fans)"
            r"\s(?:of|in|at|for)\s(?:the\s)?|%\s(?:of|in)\s|\bshares?\sin\s"
        ),
        (("organisation", 2), ("place", -1.5), ("person", -0.5)),
    ),
    (
        (
            r"(?<!\b(?:confidence|faith|belief|trust|interest|interested|believe|shares?|stake|percent|role|part|as|one)\s|%\s)"
            r"\b(?i:in|near|outside|across|throughout|inside|off|around|through)\s(?:(?:northern|southern|eastern|western|central|downtown|rural)\s)?"
        ),
        (("place", 1.5), ("person", -0.5)),
    ),
    (r"\d,\s(?:of|from)\s", (("place", 2),)),
    (
        r"\b(?:directors?|presidents?|CEO|members?|co-?chairs?|chair|researchers?|spokes\w+|editors?|secretary|co-?founders?|lawyers?|analysts?)\s(?:of|at|with|for)\s(?:the\s)?",
        (("organisation", 1.2), ("person", -0.5)),
    ),
    (
        r"\b(?:works?|worked|working|employed|intern(?:ed)?|teach(?:es)?|taught|stud(?:y|ies|ied)|joined|hired)\s(?:at|by|for)\s(?:the\s)?",
        (("organisation", 2), ("place", -0.5)),
    ),
    (
        r"\b(?:climb(?:s|ed|ing)?(?:\sup)?|ascend(?:s|ed|ing)?|ascent\sof|summit\sof|top\sof|foot\sof|slopes\sof|flanks?\sof|ridge\sof)\s",
        (("place", 3), ("person", -1)),
    ),
    (
        r"\b(?:along|upstream|downstream|(?:banks?|mouth|shores?|valley|waters)\sof|(?:bridge|dam|barrage|weir|mill)\s(?:on|over|across))\sthe\s",
        (("place", 2), ("organisation", -1)),
    ),
    (r"(?i)\bat\s", (("place", 0.8),)),
    (
        (
            r"\b(?:launched|flew|flown|travell?ed|travell?ing|travel|arrived|came|moved|returned|returns|fled|drove|driven|sailed|walked|road|train|trains|bus|"
            r"flight|flights|journey|ferry|firefighters|people|farmers|workers|villagers)\s(?:back\s)?(?:from|to|between)\s"
        ),
        (("place", 1.2), ("person", -0.3)),
    ),
    (
        (
            r"\b(?i:in|from|near|between|of|to|outside|through)\s(?:\p{Lu}[\p{L}\p{M}-]+(?:\s\p{Lu}[\p{L}\p{M}-]+)?,\s){0,4}\p{Lu}[\p{L}\p{M}-]+"
            r"(?:\s\p{Lu}[\p{L}\p{M}-]+)?(?:\son\s\p{Lu}\p{Ll}+day)?,?\s(?:and|or)\s"
        ),
        (("place", 0.8),),
    ),
)
_COMPILED_BEHIND: Final = tuple((regex.compile(pattern), clues) for pattern, clues in _BEHIND)
_COMPILED_BEFORE: Final = tuple((Before(pattern, _BEFORE), clues) for pattern, clues in _BEFORE_IT)
_OF_A_PLACE: Final = regex.compile(
    r"\s(?:(?:district|province|county|constituency|municipality|prefecture|governorate|upazila|neighbou?rhood|suburb|village|town|region|area|"
    r"island|lagoon|valley|peninsula|desert|reservoir|highway|prison|dam|palace)s?|counties|constituencies|municipalities|valleys|mountains|"
    r"checkpoint|border)\b"
)
_TOLD_BEFORE: Final = Before(
    rf"(?:[,\"”’']\s(?:said|says|adds|added|recalled|joked|replied)|\b(?:according\sto|accused|thanked)|\b{_COURTESY})\s",
    _BEFORE,
)
_TOLD_BEHIND: Final = regex.compile(
    r",?\s(?:said|says|told|tells|added|adds|insisted|argued|recalled|explained|replied|testified|admitted|denied|agreed|warned|resigned|was\sborn|died)\b|"
    r",\s(?:aged?\s)?\d{2}(?:,|\s(?:said|says|who)\b)|,\swho\s(?:has|had|lives?|lived|owns?|owned|runs|ran|heads|led)\b"
)
_REGIME: Final = regex.compile(_RULED)
_THE: Final = Before(r"\b[Tt]he\s", _BEFORE)
_NOUN_BEFORE: Final = Before(r"(?P<word>\p{Ll}[\p{Ll}-]+|NGOs?),?\s", _BEFORE)
_APPOSITION: Final = regex.compile(
    r",\s(?P<article>(?:then\s)?(?:the|a|an|its|their|his|her|our|one\sof\sthe)\s)?(?P<words>[\p{L}’'\-]+(?:\s[\p{L}’'\-]+){0,7})"
)
_ENDS_PHRASE: Final = frozenset(
    [
        "of",
        "in",
        "at",
        "for",
        "with",
        "who",
        "which",
        "that",
        "on",
        "from",
        "to",
        "by",
        "and",
        "or",
        "as",
        "was",
        "is",
        "had",
        "has",
        "said",
        "whose",
        "where",
        "near",
        "since",
        "before",
        "after",
        "when",
        "but",
        "under",
        "north",
        "south",
        "east",
        "west",
    ]
)
_KINDS_OF_NOUNS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("person", PERSON_NOUNS),
    ("organisation", ORGANISATION_NOUNS),
    ("place", PLACE_NOUNS),
)
_PEOPLES_ENDINGS: Final = (
    "ologist",
    "grapher",
    "ician",
    "woman",
    "ographer",
    "smith",
    "maker",
    "keeper",
    "master",
    "worker",
)


def around(text: str, start: int, end: int) -> Iterator[Clue]:
    """What the words before and behind a name say for its kind, with their weights; negative ones speak against it."""
    after = text[end : end + _AFTER].partition("\n")[0]
    line = text.rfind("\n", max(0, start - _BEFORE), start) + 1
    for before, clues in _COMPILED_BEFORE if not after.startswith(("'s ", "’s ")) else ():
        if before.find(text, start, line):
            yield from clues
    for pattern, clues in _COMPILED_BEHIND:
        if pattern.match(after):
            yield from clues
    if _OF_A_PLACE.match(after) and not (text.endswith("ian", start, end) or fold(text[start:end]) in common_words()):
        yield from (("place", 2), ("person", -1))
    yield from _noun_before(_NOUN_BEFORE.find(text, start, line), after)
    yield from _apposition(after)
    if " " in text[start:end].strip() and _THE.find(text, start, line) and not _REGIME.match(after):
        yield from (("person", -2), ("organisation", 1))


def is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether a person is quoted or told about at a mention, as nobody who signs a text is: "said X", "X, 54,"."""
    return bool(_TOLD_BEFORE.find(text, start) or _TOLD_BEHIND.match(text[end : end + _AFTER]))


def _noun_before(match: "Match[str] | None", after: str) -> Iterator[Clue]:
    """A common noun right before: "the goalkeeper X", "carmaker X", "a labour leader, X, said"."""
    if not match or (match.group().rstrip().endswith(",") and not after.startswith(",")):
        return
    kind = _kind_of(match["word"])
    if kind == "person":
        yield "person", 2.5
    elif kind == "organisation" or _kind_of(match["word"].removesuffix("s")) == "organisation":
        yield "organisation", 1.5


def _apposition(after: str) -> Iterator[Clue]:
    """What the name is said to be: ", the industry minister,"."""
    match = _APPOSITION.match(after)
    if not match:
        return
    head = ""
    for word in match["words"].split():
        if word.lower() in _ENDS_PHRASE or (word[0].isupper() and not _is_of_people(word)):
            break
        head = word
    kind = _kind_of(head)
    if kind and (match["article"] or kind == "person"):
        yield kind, 3 if kind == "place" else 2.5  # many a hill has a first word that is a given name


def _is_of_people(word: str) -> bool:
    """Whether a word with a capital may stand before a noun: "the Indian-born billionaire", "a North Korean defector"."""
    first = fold(word.partition("-")[0])
    return first in name_words.DEMONYMS or first in ("north", "south")


def _kind_of(noun: str) -> str | None:
    word = fold(noun)
    for kind, nouns in _KINDS_OF_NOUNS:
        if word in nouns:
            return kind
    if word.endswith(_PEOPLES_ENDINGS) or word in name_words.OFFICES:
        return "person"
    return None


def sums(text: str, start: int, end: int) -> Mapping[str, float]:
    """The clues around a name, added up for each kind that they speak of."""
    total: dict[str, float] = {}
    for kind, weight in around(text, start, end):
        total[kind] = total.get(kind, 0) + weight
    return total
