"""Names by gazetteers and the shape of words alone: for languages without a model, and for what a model overlooks."""

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from archiver.normalise import bodies, inflected, name_words, names, places, uncased
from archiver.normalise.beside import Before, starts_sentence
from archiver.normalise.gazetteers import given_names, homonyms, organisations
from archiver.normalise.names import Name
from archiver.normalise.passages import Passage
from archiver.normalise.title_words import is_behind_title, is_title
from archiver.normalise.words import base_language, fold, listed

Word = tuple[str, int, int]

_PARTICLE: Final = "|".join(name_words.PARTICLES)
_CAPITALISED: Final = r"(?:(?:[Aa]l|[Ee][lzsd]|[Uu]l|[Uu]r)-)?[\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}]*(?:[’'.\-][\p{L}\p{M}\p{N}]+)*(?:(?<=\b\p{Lu})\.)?"
_RUN: Final = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}]){_CAPITALISED}(?:[ \u00a0](?:(?:{_PARTICLE})[ \u00a0]){{0,2}}{_CAPITALISED}){{0,7}}"
)
_GERMAN_RUN: Final = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}]){_CAPITALISED}(?:[ \u00a0](?:(?:von|van|zu|de)[ \u00a0](?:(?:der|den|dem|und|zu)[ \u00a0])?)?{_CAPITALISED}){{0,7}}"
)
"""In German "der" and "den" are articles, which belong to a name only behind "von"."""

_UNCASED: Final = regex.compile(r"\p{Lo}\p{Lo}")
_OWNER: Final = regex.compile(r"[’']s[ \u00a0]")


def capitalised_runs(text: str, *, german: bool = False) -> Iterator[tuple[int, int]]:
    """Words with a capital that stand together, and the small words within names ("bin", "de la"); an owner stands alone."""
    for match in (_GERMAN_RUN if german else _RUN).finditer(text):
        start = match.start()
        for owner in _OWNER.finditer(text, start, match.end()):
            yield start, owner.start()
            start = owner.end()
        yield start, match.end()


def has_given_name(text: str) -> bool:
    """Whether the first of several words is a common given name."""
    words = names.key(text).split()
    return len(words) > 1 and words[0] in given_names()


def find(blocks: Sequence[Passage], language: str | None) -> Iterator[Name]:
    """The names in text of a language without a model; what isn't known or shown by a title is left out."""
    for block in blocks:
        if any(char.isupper() for char in block.text):
            yield from _by_capitals(block, language)
        if _UNCASED.search(block.text):
            yield from uncased.find(block, language)


def _by_capitals(block: Passage, language: str | None) -> Iterator[Name]:
    """Names in scripts that have capitals."""
    base = base_language(language or "")
    for start, end in capitalised_runs(block.text, german=base == "de"):
        words = [(word, start + a, start + b) for word, a, b in names.words(block.text[start:end])]
        for piece, titled in _pieces(block.text, words, language):
            for part in _without_dutch_article(block.text, piece, language) if base == "nl" else (piece,):
                yield from _named(block, part, language, titled=titled)


def _pieces(text: str, words: list[Word], language: str | None) -> Iterator[tuple[list[Word], bool]]:
    """A run of words in pieces, and whether a title stands before each: of "Almanya Başbakanı Anna Lehn" the first and the last two.

    The ending that Turkish puts behind an apostrophe ends a name.
    """
    elided = _ELIDED.match(text, words[0][1], words[0][2])
    if elided:
        words = [(text[elided.end() : words[0][2]], elided.end(), words[0][2]), *words[1:]]
    titled = is_behind_title(text, words[0][1])
    begin = 0
    if len(words) == 1 and base_language(language or "") != "tr":
        yield words, False  # no person
        return
    firm = _organisation_within(text, words)  # "General Motors"
    for index, (word, start, _) in enumerate(words):
        before = words[begin:index]
        titles = index + 1 < len(words) and is_title(word) and fold(word) not in given_names()
        if titles and not (firm and firm[0] == index) and not _bears_given_name(before, language):
            if before:
                yield before, False
            begin, titled = index + 1, True
        elif bare := inflected.without_turkish_ending(word, language):
            own = (bare, start, start + len(bare))
            if before and places.lookup(bare, language=language):
                yield before, titled
                yield [own], False
            else:
                yield [*before, own], titled
            begin, titled = index + 1, False
    if words[begin:]:
        yield words[begin:], titled


def _without_dutch_article(text: str, words: list[Word], language: str | None) -> Iterator[list[Word]]:
    """Words as one piece, or as the place and what stands behind an article: "Den Haag" de "Duitse"."""
    for index, (word, _, _) in enumerate(words):
        if index and word == "de" and places.lookup(text[words[0][1] : words[index - 1][2]], language=language):
            yield words[:index]
            words = words[index + 1 :]
            break
    yield words


def _bears_given_name(words: list[Word], language: str | None) -> bool:
    """Whether words before one like a title are a person's, so that it is a surname: "Max" Hofmeister, not "Maduros" Vizepräsidentin."""
    return any(inflected.is_given_name(word, language) for word, _, _ in words)


def _named(block: Passage, words: list[Word], language: str | None, *, titled: bool = False) -> Iterator[Name]:
    """The names in words that stand together."""
    while words and words[0][0].islower():
        words, titled = words[1:], False  # "Gouverneur von Florida"
    if not words:
        return
    known = _known(block, words, language)
    if known:
        yield known
        return
    if len(words) == 1:
        if found := _organisation(block, words[0][1], words[0][2]):
            yield found
    elif _is_small(block.text, words[0]):
        yield from _named(block, words[1:], language, titled=titled)
    elif (within := _organisation_within(block.text, words)) and within != (0, len(words)):
        yield from _named(block, words[: within[0]], language, titled=titled)
        yield from _named(block, words[within[0] : within[1]], language)
        yield from _named(block, words[within[1] :], language)
        return
    else:
        yield from _person_or_organisation(block, words, language, titled=titled)


def _is_small(text: str, word: Word) -> bool:
    """Whether a word is an article, or has its capital from the beginning of a sentence: "In" Berlin."""
    folded = fold(word[0])
    return folded in _ARTICLES or (folded in _STARTERS and starts_sentence(text, word[1]))


def _person_or_organisation(block: Passage, words: list[Word], language: str | None, *, titled: bool) -> Iterator[Name]:
    """A person in words with a capital, and what stands before and behind; without one, an organisation."""
    if titled:
        ahead, words = _without_what(block, words, language)
        yield from ahead
    person = _person(words, language, titled=titled)
    if person:
        begin, stop = person
        yield from _last_named(block, words[:begin], language)
        yield _name(block, "person", words[begin][1], words[stop - 1][2])
        yield from _named(block, words[stop:], language)
    elif found := _organisation(block, words[0][1], words[-1][2]):
        yield found


def _last_named(block: Passage, words: list[Word], language: str | None) -> Iterator[Name]:
    """The name that words before a person end with: of "Hacienda de Chile" the last."""
    for begin in range(len(words)):
        found = list(_named(block, words[begin:], language))
        if found and block.start + words[-1][2] >= found[-1].end:
            yield from found
            return


def _name(block: Passage, kind: str, start: int, end: int) -> Name:
    return Name(kind, block.zone, block.start + start, block.start + end, block.text[start:end], titled=True)


def _known(block: Passage, words: list[Word], language: str | None) -> Name | None:
    """All the words as one name that a gazetteer has, an organisation's with small words behind: "Rassemblement national"."""
    text, start, end = block.text, words[0][1], words[-1][2]
    whole = text[start:end]
    first = fold(words[0][0])
    if first in organisations().firsts and (first not in _ARTICLES or len(words) > 1):
        for more in filter(None, (behind.match(text, end) for behind in _SMALL_BEHIND)):
            if names.key(text[start : more.end()]) in organisations().known:
                return _name(block, "organisation", start, more.end())
    place = places.lookup(whole, language=language)
    kind = None
    if _is_known_organisation(whole, language) and (place is None or place.people < places.FAR_KNOWN):
        kind = "organisation"
    elif place and (place.kind != "city" or place.people >= places.MANY_PEOPLE) and len(whole.strip(".")) > 1:
        kind = "place"
    elif len(words) == 2 and first in _KINDS_BEFORE and names.key(words[1][0]) in organisations().known:  # noqa: PLR2004
        return _name(block, "organisation", words[1][1], end)
    return _name(block, kind, start, end) if kind and _is_a_name(text, words, language) else None


def _is_known_organisation(text: str, language: str | None) -> bool:
    """Whether the gazetteer has an organisation's name, in whichever case; a short word with one capital is none ("Un")."""
    shortest = 5
    if (" " not in text and len(text) < shortest and text.istitle()) or _SMALL_NOUN.match(text):
        return False
    return bodies.is_surely_organisation(text) or (
        not text.isascii() and any(map(bodies.is_surely_organisation, inflected.base_forms(text, language)))
    )


def _is_a_name(text: str, words: list[Word], language: str | None) -> bool:
    """Whether a lone word is one here, not a common word or a given name that has its capital from the sentence's beginning."""
    base = base_language(language or "")
    word = fold(words[0][0])
    common = homonyms(base)
    if len(words) > 1 or (common and word not in common and word not in given_names()):
        return True
    if not common:  # of a language whose common words aren't listed a city isn't believed there
        place = places.lookup(text[words[0][1] : words[0][2]], language=language)
        if place is None or (place.kind == "country" and len(word) > _SHORTEST_COUNTRY):
            return True
    if base == "tr":
        return False
    if base == "de":
        return _IN_BEFORE.find(text, words[0][1]) is not None
    return not starts_sentence(text, words[0][1])


def _organisation_within(text: str, words: list[Word]) -> tuple[int, int] | None:
    """Where in the words an organisation's name of several words stands that the gazetteer has; None if none does."""
    for begin in range(len(words) - 1):
        if fold(words[begin][0]) not in organisations().firsts:
            continue
        for stop in range(len(words), begin + 1, -1):
            if names.key(text[words[begin][1] : words[stop - 1][2]]) in organisations().known:
                return begin, stop
    return None


def _without_what(block: Passage, words: list[Word], language: str | None) -> tuple[list[Name], list[Word]]:
    """What a title is of, which stands before its holder, and the other words: "Президент" + "России" + "Анна Лен"."""
    ahead: list[Name] = []
    while len(words) > 2:  # noqa: PLR2004
        if _is_acronym(words[0][0]) and not places.lookup(words[0][0], language=language):
            ahead.append(_name(block, "organisation", words[0][1], words[0][2]))
            words = words[1:]
            continue
        for length in range(min(3, len(words) - 2), 0, -1):
            start, end = words[0][1], words[length - 1][2]
            place = places.lookup(block.text[start:end], language=language)
            if place and (place.kind != "city" or place.people >= places.MANY_PEOPLE):
                ahead.append(_name(block, "place", start, end))
                words = words[length:]
                break
        else:
            break
    return ahead, words


def _person(words: list[Word], language: str | None, *, titled: bool) -> tuple[int, int] | None:
    """Where in the words a person begins and ends: two to five words behind a title, or from a given name on."""
    given = [index for index, word in enumerate(words) if inflected.is_given_name(word[0], language)]
    begin = given[0] if given and given[0] < len(words) - 1 else len(words)
    if titled and begin == len(words) and base_language(language or "") != "pl":
        begin = 0
    stop = begin + 1
    while stop < len(words) and not _ends_before(words, begin, stop, given, language):
        stop += 1
    while stop > begin + 1 and words[stop - 1][0].islower():
        stop -= 1
    longest = 5
    if not 1 < stop - begin <= longest or any(_is_organisation_word(word) for word, _, _ in words[begin:stop]):
        return None
    return begin, stop


def _ends_before(words: list[Word], begin: int, index: int, given: list[int], language: str | None) -> bool:
    """Whether a person's name ends before a word: an acronym, or what "von", "van" or "de" say that they are of."""
    word = words[index][0]
    if word in _OF and index - begin > 1:
        return index - 1 not in given or _is_home(words[index + 1 :], language)
    return _is_acronym(word) or (words[index - 1][0].islower() and _is_home(words[index:], language))


def _is_home(words: list[Word], language: str | None) -> bool:
    """Whether words behind "van" or "de" are a country or a known organisation, so that they are none of the name's."""
    text = " ".join(word for word, _, _ in words)
    place = places.lookup(text, language=language)
    return bodies.is_surely_organisation(text) or (place is not None and place.kind == "country")


def _is_acronym(word: str) -> bool:
    shortest, longest = 3, 6
    return (
        word.isupper()
        and word.isalpha()
        and shortest <= len(word) <= longest
        and fold(word) not in _NO_ACRONYMS
        and not _ROMAN.fullmatch(word)
    )


def _organisation(block: Passage, start: int, end: int) -> Name | None:
    """Words of which one says that they name an organisation, or an acronym."""
    text = block.text[start:end]
    words = [word for word, _, _ in names.words(text)]
    if len(words) == 1 and _is_acronym(text):
        return _name(block, "organisation", start, end)
    if any(_is_organisation_word(word) for word in words):
        article = _ARTICLE.match(text)
        more = _GOES_ON.match(block.text, end) if _is_organisation_word(words[-1]) else None
        if len(words) > 1 or more:
            return _name(block, "organisation", start + (article.end() if article else 0), more.end() if more else end)
    return None


def _is_organisation_word(word: str) -> bool:
    folded = fold(word)
    return folded in name_words.ORGANISATION_WORDS or folded in _ORGANISATION_WORDS


_ELIDED: Final = regex.compile(r"(?:[LDld]|[Qq]u|(?:[Dd]e|[Nn]e|[Aa]|[Dd]a|[Ss]u)ll)[’'](?=\p{Lu})")
_IN_BEFORE: Final = Before(r"\b(?:[Ii]n|[Nn]ach|[Bb]ei)\s", 6)
_SMALL_NOUN: Final = regex.compile(r"(?:\p{Lu}\p{Ll}{0,2}[ ’'])\p{Ll}")
"""An article with a word that isn't a name as well: "Le temps", "L’opinion"."""

_OF: Final = frozenset(("von", "van", "vom", "zu", "zum", "zur"))
_SMALL_BEHIND: Final = tuple(regex.compile(rf"(?:\s\p{{Ll}}{{2,20}}){{{count}}}") for count in (1, 2, 3))
_ARTICLE: Final = regex.compile(
    r"(?:der|die|das|dem|den|le|la|les|el|los|las|il|lo|gli|o|os|de|het|the)[ \u00a0](?=.*[ \u00a0])", regex.IGNORECASE
)
_ARTICLES: Final = frozenset(
    listed(
        "der die das dem den des ein eine einem einer le la les un une el los las una il lo gli o os a as um uma de het een"
    )
)
_STARTERS: Final = frozenset(
    map(
        fold,
        listed(
            "in im am an aus nach von vom bei mit für und auch sein mehr solange en à au aux dans selon pour chez à con desde según por y em no na do da com para e di da nel "
            "nella alla al del dal con secondo per och i på från till fra til hos w we z ze do na od o po в во из на от до к по о и у с со для за із зі та op met uit bij voor"
        ),
    )
)
"""Small words that have their capital from the beginning of a sentence."""

_KINDS_BEFORE: Final = frozenset(
    listed(
        "gewerkschaft partei konzern konzerns unternehmen verlag sindacato sindicato syndicat partido parti partito empresa entreprise группа компания партия"
    )
)
"""What says of which kind the organisation behind is, and is no part of its name."""

_SHORTEST_COUNTRY: Final = 3
_ROMAN: Final = regex.compile(r"[IVXLCM]+")
_GOES_ON: Final = regex.compile(
    r"(?:\s(?:nationale?|nacional|nazionale|municipale?|régionale?|regional|provincial|centrale?|international|internationale|internacional|publique|"
    r"público|pública|europé?enne|européen|europea))?"
    r"(?:\s(?:für|de|del|de\sla|de\slos|des|du|do|da|dos|das|der|di|della|dei|delle|van|voor|för|av|for|of|pour|per|para)"
    r"\s(?:(?:die|das|den|het|la|le|les|los|las|o|a|el|il|i)\s)?|\s(?:d|l|de\sl)[’']|\s)"
    rf"{_CAPITALISED}(?:[ \u00a0](?:(?:{_PARTICLE}|y|e|et|und|en|och)[ \u00a0]){{0,2}}{_CAPITALISED}){{0,4}}"
    r"|\s(?:nationale?|nacional|nazionale|municipale?|régionale?|regional|provincial|centrale?|internationale?|internacional)\b"
    r"|\s(?:обороны|финансов|энергетики|юстиции|культуры|образования(?:\sи\sнауки)?|здравоохранения|экономики|экономического\sразвития|внутренних\sдел|"
    r"иностранных\sдел|закордонних\sсправ|внутрішніх\sсправ|оборони|фінансів|охорони\sздоров['’]я|транспорта|науки|труда|просвещения|спорта|природных\sресурсов|"
    r"сельского\sхозяйства|промышленности(?:\sи\sторговли)?)\b"
)
"""What an organisation's name goes on with behind its head: "Institut" + "für Gewässerkunde", "Laboratorio" + "municipal"."""

_ORGANISATION_WORDS: Final = frozenset(
    map(
        fold,
        listed(
            "banque banco banca banc bundesbank ministère ministerio ministero ministério ministerium université universidad università "
            "universidade universität hochschule partido parti partito partei tribunal cour corte gericht gerichtshof société sociedad "
            "compagnie compañía syndicat sindicato gewerkschaft union unión unione federación fédération verband verein stiftung "
            "fundación fondation comisión commission kommission consejo conseil rat asamblea assemblée senado sénat bundestag parlament "
            "parlement parlamento gmbh ag s.a. werke stahlwerk aciérie acería siderúrgica hôpital hospital krankenhaus policía police "
            "polizei ejército armée bundeswehr institut instituto istituto institutet landesamt bundesamt umweltamt landgericht amtsgericht verwaltungsgericht bundesgericht oberlandesgericht landtag stadtrat gemeinderat ministeriet kommune landratsamt feuerwehr werft reederei genossenschaft gesellschaft stichting stiftelsen stiftelse waterschap gemeente rijkswaterstaat hogeschool bedrijf vereniging bond fonds erfgoedfonds laboratorio laboratoire laboratório gravadora grupo groupe gruppo colônia associação asociación associazione association fundação fondazione prefeitura câmara cámara chambre camera ayuntamiento mairie préfecture consejería diputación conseil consiglio conselho agencia agence agenzia agência confederación confédération sociedade sindicato cooperativa coopérative festival cinémathèque musée museo museu orquesta orchestre théâtre teatro aciéries aceros acerías siderurgica chantiers compagnie empresa editora editorial gendarmerie police policía polícia carabinieri guardia institut hochschule akademie verlag föreningen kommunen polisen regionen riksdagen nemzeti институт университет министерство банк партия завод компания агентство"
        ),
    )
)
_NO_ACRONYMS: Final = name_words.NEVER_NAMES | frozenset(
    map(
        fold,
        listed(
            "pib tva iva adn arn cdi cdd hlm pme tgv sms bip kfz pkw lkw mwst bip usw eur usd foto fotos video vidéo ddr ugt-x ii iii iv vi vii viii ix xi xii xix xx xxi"
        ),
    )
)
