"""Who wrote it: names of people and desks out of a byline or an author tag."""

import html
import re
from collections.abc import Iterable

from archiver.normalise import clean, date_words
from archiver.normalise.given_names import GIVEN_NAMES
from archiver.normalise.words import fold

_BY = re.compile(
    r"^(?:(?:view\s+|see\s+|read\s+)?(?:all|more)\s+(?:posts|articles|stories)\s+(?:by|of|from)\b"
    r"|(?:zeige\s+)?alle\s+(?:artikel|beiträge)\s+von\b|(?:(?:erstellt|eingestellt|verfasst|geschrieben|gepostet|veröffentlicht|gespeichert|interview)\s+)?vo[nm]\b"
    r"|(?:interview|redaktion|reportage|bericht)\s*:|(?:(?:written|reported|edited|posted|published|story|text|words|report|analysis|opinion|article)\s+)?by\b"
    r"|(?:from|reporters?|authors?|autora?|auteure?s?|autore|autori|autoren|auteurs|texte?|texto|testo|redactie|by-?line)\s*:"
    r"|(?:ein\s+)?(?:bericht|beitrag|artikel|kommentar|gastbeitrag)\s+von\b|(?:publié\s+)?par\b|(?:escrito\s+|publicado\s+)?por\b|(?:scritto\s+)?(?:di|da)\b"
    r"|a\s+cura\s+di\b|door\b|(?:skriven\s+)?av\b|автор(?:ы)?\s*:?|текст\s*:|yazan\s*:|haber\s*:|muhabir\s*:"
    r"|بقلم\s*[:/]?|كتبت?\s*[:/]|تحریر\s*:|رپورٹ\s*:|نویسنده\s*:|लेखक\s*:|文\s*[:：/|]|作者\s*[:：]|记者\s*[:：]|責任編輯\s*[:：])[\s:/]*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[|•·‧●■▪⋅]|\s[-–—/]\s|\s[-–—/]$)\s*")
_AND = re.compile(
    r"\s*[;،、]\s*|\s+(?:and|und|et|y|e|ed|en|och|og|ve|и|with|mit|avec|con|com|اور|و|और|&)\s+|\s*&\s*", re.IGNORECASE
)
_COMMA = re.compile(r"\s*,\s*")
_TAIL = re.compile(
    r"\s*(?:\(.*|\[.*|@\w.*|https?:.*|<.*|\b(?:published|updated|posted|last\s+updated|veröffentlicht|aktualisiert|publié|mis\s+à\s+jour"
    r"|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|опубликовано)\b.*|\S+@\S+.*)$",
    re.IGNORECASE,
)
_OTHER_HANDS = re.compile(
    r"(?<=\S)\s+(?:and\s+)?(?:edited|reviewed|curated|compiled|translated|fact[-\s]checked)\s+by\b.*$", re.IGNORECASE
)
_WHERE = re.compile(r"\s+(?:in|at|for|near|aus|à|en|em|a|da)\s+(?:the\s+)?[A-ZÀ-ÞА-Я].*$")

_ROLE = re.compile(
    r"""(?ix)\b(?:
      reporter|correspondent|editor|writer|journalist|columnist|contributor|producer|analyst|photographer|presenter|author
    | intern|fellow|chief|staff|freelance|freelancer|bureau\s+chief|special\s+to|host|critic|professor|lecturer|researcher
    | korrespondent(?:in)?|redakteur(?:in)?|reporterin|journalistin?|autorin|chefredakteur(?:in)?|volontär(?:in)?
    | journaliste|rédacteur|rédactrice|correspondante?|envoyée?\s+spéciale?|grand\s+reporter
    | corresponsal|periodista|redactora?|enviad[oa]\s+especial|repórter|jornalista|giornalista|inviat[oa]|corrispondente
    | корреспондент|журналист|редактор|обозреватель|muhabiri|editörü|verslaggever|redacteur|correspondente
    )s?\b|نامہ\s*نگار|نمائند\w*\s+خصوصی|مندوب|خبرنگار|مراسل|محرر|رپورٹر|संवाददाता|记者|記者|기자"""
)
_DESK = re.compile(
    r"(?i)\b(?:\w*desk|newsroom|editorial\s+(?:board|team|staff)|news\s+(?:team|service|bureau)|redaktion|onlineredaktion"
    r"|la\s+rédaction|rédaction|redacción|redação|redazione|redactie|redaktionen|редакция|web\s+team)\b|ڈیسک|فريق\s+التحرير|تحریریه|ब्यूरो|डेस्क|编辑部|編集部"
)
# Agencies that give reports to others, by the names that they sign with (their own imprints).
_AGENCY = re.compile(
    r"""(?ix)(?:the\s+)?(?:
      reuters|thomson\s+reuters|a\.?f\.?p\.?|agence\s+france[-\s]presse|a\.?p\.?|associated\s+press|ap\s+news|dpa|apa|sda|ats|keystone-sda|efe|ansa|lusa
    | agenzia\s+\w+|agencia\s+\w+|agência\s+\w+|app|associated\s+press\s+of\s+pakistan|pti|press\s+trust\s+of\s+india|ani|ians|uni|xinhua|tass|тасс|риа\s+новости
    | interfax|интерфакс|ria\s+novosti|anadolu(?:\s+agency|\s+ajansı)?|aa|iha|dha|bloomberg(?:\s+news)?|upi|pa(?:\s+media)?|press\s+association|cna|kyodo(?:\s+news)?
    | jiji(?:\s+press)?|yonhap|bernama|antara|irna|isna|wam|spa|mena|petra|belga|anp|tt|ntb|ritzau|stt|pap|ctk|čtk|mti|agerpres|bta|tanjug|hina|sta
    | sid|kna|epd|afp/dpa|the\s+canadian\s+press|canadian\s+press|aap|(?:[\w.&-]+\s+){0,4}(?:news\s+agency|news\s+service|nachrichtenagentur|press\s+agency|newswire|wires?|agencies)
    | agencies|agenturen|agences?|agencias?|agências?|وكالات|ایجنسیاں|د\s*ب\s*أ|رويترز|أ\s*ف\s*ب|وكالة\s.*
    )"""
)
_ANY_AGENCY = re.compile(
    r"(?:the\s+)?(?:news\s+)?(?:agenc(?:y|ies)|agenturen|agences?|agencias?|agências?|wires?|وكالات|ایجنسیاں)",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?i)^(?:view|see|more|all|read|follow|show|share|click|about|posts?|articles?|updated|published|admin|administrator|root|user|guest|unknown|none|null|n/a"
    r"|editor|author|anonymous|contact|email|subscribe|advertis\w+|photo\w*|image\w*|picture\w*|video|minutes?|min)\b"
)
# Words that are left of a byline's or an entry's line where the names and dates around them are gone.
_NO_NAMES = frozenset(
    [
        "a",
        "am",
        "an",
        "and",
        "at",
        "au",
        "auf",
        "aus",
        "by",
        "comment",
        "comments",
        "das",
        "datum",
        "de",
        "der",
        "die",
        "el",
        "embed",
        "en",
        "et",
        "home",
        "in",
        "kommentar",
        "kommentare",
        "la",
        "le",
        "los",
        "no",
        "of",
        "on",
        "par",
        "permalink",
        "por",
        "quelle",
        "rss",
        "source",
        "tags",
        "the",
        "to",
        "um",
        "und",
        "uhr",
        "uncategorized",
        "allgemein",
        "allgemeines",
        "vom",
        "von",
        "y",
        "zu",
    ]
)
_LABEL = re.compile(
    r"(?i)(?:ph\.?d|m\.?d|m\.?a|dr|prof)\.?$|(?:name|e-?mail|website)\s*\*|(?:keine?|no|\d+)\s+(?:kommentare?|comments?)|(?:quelle|source|fuente|fonte|来源|來源|foto|photo|copyright|illustration|tags?)\s*[:：]"
    r"|(?:filed|posted)\s+(?:under|in|on)|kommentare\s+geschlossen|gespeichert\s+von|(?:mots[-\s]clés|schlagw\w+|categor\w+|kategorien?)$"
)
_PAPER = re.compile(
    r"(?i)\b(?:news|times|herald|tribune|post|gazette|courier|chronicle|observer|dispatch|journal|telegraph|express|mirror|tv|radio|media|network"
    r"|online|digital|press|daily|today)$"
)
_DATE = re.compile(r"\d")
_PARTICLES = frozenset(
    [
        "al",
        "and",
        "af",
        "av",
        "bin",
        "bint",
        "da",
        "das",
        "de",
        "degli",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "mac",
        "of",
        "san",
        "st",
        "ten",
        "ter",
        "the",
        "und",
        "van",
        "ve",
        "vom",
        "von",
        "y",
        "zu",
        "zum",
        "zur",
        "'t",
    ]
)
_LONGEST = 6  # words of a name
_MAX_CHARS = 500


def parse(byline: str, *, publishers: Iterable[str] = (), trusted: bool = False) -> tuple[str, ...]:
    """The people and desks that a byline names, as they are written, each once, without "By", roles, agencies and dates.

    `publishers` are names and hosts of the site, which are never authors. `trusted` says that the text comes from an
    author tag: a name in small letters or of a single word is taken there, in a line of the page it isn't.
    """
    text = clean.line(html.unescape(byline[:_MAX_CHARS]))
    marked = bool(_BY.match(text))
    refused = {clean.comparable(name) for name in publishers if name}
    found: dict[str, str] = {}
    segments = _SEPARATOR.split(text)
    desk = len(segments) > 1 and any(map(is_desk, segments))
    for segment in segments:
        part = _TAIL.sub("", _BY.sub("", _OTHER_HANDS.sub("", segment))).strip(" ,.;:|/-–—")
        if not part or is_agency(part) or (desk and _PAPER.search(part) and not is_desk(part)):
            continue
        for name in _names(part):
            good = _name(name, loose=trusted or marked)
            if good and clean.comparable(good) not in refused:
                found.setdefault(clean.comparable(good), good)
    return tuple(found.values())


def agency(byline: str) -> str | None:
    """The first news agency that the byline names, as written; None if it names none."""
    for segment in _SEPARATOR.split(clean.line(byline)[:_MAX_CHARS]):
        for part in _AND.split(_BY.sub("", segment)):
            for name in (part, *_COMMA.split(part)):
                if is_agency(name.strip(" ().")) and not _ANY_AGENCY.fullmatch(name.strip(" ().")):
                    return name.strip(" ().")
    return None


def is_agency(text: str) -> bool:
    """Whether the text is the name of a news agency and nothing else."""
    return bool(_AGENCY.fullmatch(text.strip()))


def is_desk(text: str) -> bool:
    """Whether the text names a desk of the paper ("Web Desk"), not an agency or a person."""
    return bool(_DESK.search(text))


def is_marked(text: str) -> bool:
    """Whether the line says itself that it is a byline ("By …", "Author: …")."""
    return bool(_BY.match(text))


def has_role(text: str) -> bool:
    """Whether a part of the line is a role ("Staff Reporter") and another a name."""
    parts = [part for segment in _SEPARATOR.split(text) for part in _COMMA.split(segment) if part]
    return (
        len(parts) > 1
        and any(_ROLE.search(part) for part in parts[1:])
        and (looks_like_name(parts[0]) or is_agency(parts[0]))
    )


def looks_like_name(text: str) -> bool:
    """Whether a bare line can be a person's name or a desk: two to five capitalised words, no digits, no sentence."""
    words = text.split()
    return bool(_DESK.search(text)) or (
        1 < len(words) < _LONGEST
        and text[-1] not in ".!?…:,;"
        and not _ROLE.search(text)
        and not _NOISE.match(text)
        and all(_name_word(word) for word in words)
    )


def _names(part: str) -> list[str]:
    """One part of a byline as single names: split at "and" and commas; "Surname, First" is one name."""
    names: list[str] = []
    pieces = [piece for piece in _AND.split(part) if piece]
    for piece in pieces:
        chunks = [chunk for chunk in _COMMA.split(piece) if chunk]
        if len(chunks) == 2 and len(pieces) == 1 and all(len(chunk.split()) == 1 for chunk in chunks):  # noqa: PLR2004
            chunks = [f"{chunks[1]} {chunks[0]}"]
        for chunk in chunks:
            names.append(chunk)
            if _ROLE.search(chunk) and not _DESK.search(chunk):
                break  # what follows a role ("Anna Berg, Chief Reporter, Hamburg") says where, not who
    return names


def _name(text: str, *, loose: bool) -> str | None:
    """The name if it is one, its capitals made ordinary; None for roles, agencies, dates and the like."""
    text = _WHERE.sub("", _BY.sub("", text)).strip(" ,.;:|/-–—\"“”'‘’")
    words = text.split()
    if not words or len(words) > _LONGEST or _DATE.search(text) or "://" in text or is_agency(text) or _is_label(text):
        return None
    if _DESK.search(text):
        return text
    if len(words) == 1 and (date_words.weekday_number(text, None) is not None or date_words.month_number(text, None)):
        return None
    if (
        _NOISE.match(text)
        or (_ROLE.search(text) and not (loose and _is_named_like_a_role(words)))
        or re.search(r"\.(?:com|org|net|[a-z]{2})$", text.lower())
    ):
        return None
    if not loose and not all(_name_word(word) for word in words):
        return None
    if text.isupper() and len(words) > 1:
        text = " ".join(word.capitalize() if len(word) > 2 else word for word in words)  # noqa: PLR2004
        text = re.sub(r"(?<=[-'’])[a-z]", lambda match: match[0].upper(), text)
    elif loose and text.islower() and len(words) > 1 and text.isascii():
        text = " ".join(word if word in _PARTICLES else word.capitalize() for word in words)
    return text


def _is_named_like_a_role(words: list[str]) -> bool:
    """Whether a surname is a word of a role too ("Ann Writer"): a given name stands before it, and nothing else."""
    return len(words) == 2 and fold(words[0]) in GIVEN_NAMES and words[1][:1].isupper()  # noqa: PLR2004


def _is_label(text: str) -> bool:
    """Whether the words are a label, or what is left of one."""
    return text.lower() in _NO_NAMES or not any(map(str.isalpha, text)) or bool(_LABEL.match(text))


def _name_word(word: str) -> bool:
    """Whether the word may stand in a name: capitalised (where the script has capitals), a particle, an initial."""
    bare = word.strip("'’().,\"“”")
    if not bare or any(char.isdigit() for char in bare):
        return False
    return bare in _PARTICLES or bare.startswith(("al-", "el-", "d'", "d’")) or not bare[0].islower()
