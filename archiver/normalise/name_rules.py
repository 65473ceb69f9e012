"""Names by gazetteers and the shape of words alone: for languages without a model, and for what a model overlooks."""

from collections.abc import Iterator, Sequence
from typing import Final

import regex

from archiver.normalise import name_words, names, places
from archiver.normalise.beside import Before
from archiver.normalise.gazetteers import given_names
from archiver.normalise.names import Name
from archiver.normalise.passages import Passage
from archiver.normalise.words import base_language, fold, listed

_PARTICLE: Final = "|".join(name_words.PARTICLES)
_CAPITALISED: Final = r"(?:(?:[Aa]l|[Ee]l|[Uu]l|[Uu]r)-)?[\p{Lu}\p{Lt}][\p{L}\p{M}\p{N}]*(?:[’'.\-][\p{L}\p{M}\p{N}]+)*(?:(?<=\b\p{Lu})\.)?"
_RUN: Final = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}]){_CAPITALISED}(?:[ \u00a0](?:(?:{_PARTICLE})[ \u00a0]){{0,2}}{_CAPITALISED}){{0,7}}"
)
_GERMAN_RUN: Final = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}]){_CAPITALISED}(?:[ \u00a0](?:(?:von|van|zu|de)[ \u00a0](?:(?:der|den|dem|und|zu)[ \u00a0])?)?{_CAPITALISED}){{0,7}}"
)
"""In German "der" and "den" are articles, which belong to a name only behind "von"."""

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
        else:
            yield from _by_words(block, language)


def _by_capitals(block: Passage, language: str | None) -> Iterator[Name]:
    """Names in scripts that have capitals."""
    german = base_language(language or "") == "de"
    for start, end in capitalised_runs(block.text, german=german):
        found = _place(block, start, end, language) or _person(block, start, end) or _organisation(block, start, end)
        if found:
            yield found


def _name(block: Passage, kind: str, start: int, end: int) -> Name:
    return Name(kind, block.zone, block.start + start, block.start + end, block.text[start:end], titled=True)


def _place(block: Passage, start: int, end: int, language: str | None) -> Name | None:
    """A country, or a large city; a smaller one's name is too often a word or a family's name."""
    place = places.lookup(block.text[start:end], language=language)
    if place and (place.kind != "city" or place.people >= places.MANY_PEOPLE):
        return _name(block, "place", start, end)
    return None


def _person(block: Passage, start: int, end: int) -> Name | None:
    """Two to five words that begin with a given name, or stand behind a title."""
    words = [(word, start + a, start + b) for word, a, b in names.words(block.text[start:end])]
    titled = bool(TITLE_BEFORE.find(block.text, start))
    while len(words) > 2 and not titled:  # noqa: PLR2004
        if fold(words[0][0]) in given_names():
            break
        titled = bool(TITLE.fullmatch(words[0][0]))
        words = words[1:]
    longest = 5
    if not 1 < len(words) <= longest or any(_is_organisation_word(word) for word, _, _ in words):
        return None
    if titled or fold(words[0][0]) in given_names():
        return _name(block, "person", words[0][1], words[-1][2])
    return None


def _organisation(block: Passage, start: int, end: int) -> Name | None:
    """Words of which one says that they name an organisation, or an acronym."""
    text = block.text[start:end]
    words = [word for word, _, _ in names.words(text)]
    shortest, longest = 3, 6
    if len(words) == 1 and text.isupper() and text.isalpha() and shortest <= len(text) <= longest:
        return (
            None if fold(text) in _NO_ACRONYMS or _ROMAN.fullmatch(text) else _name(block, "organisation", start, end)
        )
    if any(_is_organisation_word(word) for word in words):
        article = _ARTICLE.match(text)
        more = _GOES_ON.match(block.text, end) if _is_organisation_word(words[-1]) else None
        if len(words) > 1 or more:
            return _name(block, "organisation", start + (article.end() if article else 0), more.end() if more else end)
    return None


def _is_organisation_word(word: str) -> bool:
    folded = fold(word)
    return folded in name_words.ORGANISATION_WORDS or folded in _ORGANISATION_WORDS


def _by_words(block: Passage, language: str | None) -> Iterator[Name]:
    """Names in scripts without capitals: known places, and what stands behind a title up to a word that ends it."""
    taken = 0
    for match in _TITLED.finditer(block.text):
        yield _name(block, "person", *match.span("name"))
    for match in _ARABIC_ORGANISATION.finditer(block.text):
        yield _name(block, "organisation", *match.span())
    words = [(match.group(), match.start(), match.end()) for match in _LETTERS.finditer(block.text)]
    for index in range(len(words)):
        if words[index][1] < taken:
            continue
        for length in (3, 2, 1):
            piece = words[index : index + length]
            if len(piece) < length:
                continue
            place = _known_place(block.text, piece[0][1], piece[-1][2], language)
            if place:
                taken = place[1]
                yield _name(block, "place", *place)
                break


def _known_place(text: str, start: int, end: int, language: str | None) -> tuple[int, int] | None:
    """A country or a big city, also behind the particles that Arabic joins to a word ("in", "and")."""
    shortest = 3
    for skip in (0, 1) if text[start] in _JOINED_PARTICLES else (0,):
        if end - start - skip < shortest:
            break
        found = places.lookup(text[start + skip : end], language=language)
        if found and (found.kind == "country" or (found.people >= _BIG_CITY and not skip)):
            return start + skip, end
    return None


_BIG_CITY: Final = 300_000
_JOINED_PARTICLES: Final = "وبلف"
_LETTERS: Final = regex.compile(r"[\p{L}\p{M}]+")
_ARTICLE: Final = regex.compile(
    r"(?:der|die|das|dem|den|le|la|les|el|los|las|il|lo|gli|o|os|de|het|the)[ \u00a0](?=.*[ \u00a0])", regex.IGNORECASE
)
_ROMAN: Final = regex.compile(r"[IVXLCM]+")
_TITLE_WORDS: Final = (
    r"président[e]?|premier\sministre|première\sministre|ministre|chancelier|chancelière|maire|député[e]?|roi|reine|M\.|Mme|Dr|"
    r"(?:\p{L}*(?:präsident|minister|kanzler|sprecher|chef|meister|direktor|richter|trainer)(?:in)?)|Herr|Frau|König|Königin|"
    r"presidente|presidenta|primer\sministro|primera\sministra|ministr[oa]|canciller|alcalde|alcaldesa|gobernador[a]?|rey|reina|señor|señora|"
    r"primo\sministro|premier|sindaco|signor|signora|primeiro-ministro|primeira-ministra|prefeit[oa]|governador[a]?|deputad[oa]|"
    r"президент[а-я]*|премьер(?:-министр)?[а-я]*|министр[а-я]*|губернатор[а-я]*|мэр[а-я]*|"
    r"prezydent|premier|minister|başkanı|bakanı|cumhurbaşkanı"
)
TITLE: Final = regex.compile(rf"(?:{_TITLE_WORDS})", regex.IGNORECASE)
TITLE_BEFORE: Final = Before(rf"(?i)(?<!\p{{L}})(?:{_TITLE_WORDS})[ \u00a0]", 40)
_GOES_ON: Final = regex.compile(
    r"(?:\s(?:nationale?|nacional|nazionale|municipale?|régionale?|regional|provincial|centrale?|international|internationale|internacional|publique|"
    r"público|pública|europé?enne|européen|europea))?"
    r"(?:\s(?:für|de|del|de\sla|de\slos|des|du|do|da|dos|das|der|di|della|dei|delle|van|voor|för|av|for|of|pour|per|para)"
    r"\s(?:(?:die|das|den|het|la|le|les|los|las|o|a|el|il|i)\s)?|\s(?:d|l|de\sl)[’']|\s)"
    rf"{_CAPITALISED}(?:[ \u00a0](?:(?:{_PARTICLE}|y|e|et|und|en|och)[ \u00a0]){{0,2}}{_CAPITALISED}){{0,4}}"
    r"|\s(?:nationale?|nacional|nazionale|municipale?|régionale?|regional|provincial|centrale?|internationale?|internacional)\b"
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
_ARABIC_ORGANISATION: Final = regex.compile(
    r"(?<!\p{L})(?:شركة|جامعة|بنك|مصرف|وزارة|حزب|هيئة|منظمة|مؤسسة|جمعية|متحف|نادي|محكمة|مجلس|صحيفة|قناة|معهد|مستشفى|اتحاد|نقابة|وكالة|حركة|لجنة|بلدية)"
    r"(?:\s\p{L}{2,20})?(?:\s(?:ال|لل)\p{L}{2,20}){1,3}"
)
"""An organisation's head with the words behind it that have an article, which go on with a name."""

_ENDS_NAME: Final = r"(?=\s(?:نے|کی|کا|کے|کو|سے|اور|أن|إن|في|على|مع|إلى|من|عن|إنه|خلال|أمس|اليوم)\b|[،.,:؛])"
_TITLED: Final = regex.compile(
    r"(?<!\p{L})(?:وزیر\s?اعظم|صدر\s?مملکت|صدر|وزیر\s?خارجہ|وزیر\s?داخلہ|وزیراعلیٰ|گورنر|چیئرمین|الرئيس(?:\s\p{L}+ي)?|رئيس\sالوزراء|وزير\sالخارجية|وزير\sالداخلية|وزير\sالدفاع|الملك|الأمير)"
    rf"\s(?P<name>[\p{{L}}\p{{M}}]{{2,}}(?:\s[\p{{L}}\p{{M}}]{{2,}}){{1,2}}?){_ENDS_NAME}"
)
