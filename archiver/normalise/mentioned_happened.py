"""Nouns of what nobody plans, a crash or an attack: their day is over, whatever the sentence says of those who now deal with it.

"Nach einem Brand am Sonntag ermittelt die Polizei", "La policía investiga un incendio el domingo"; where someone is to be tried
for it ("sera jugé pour un meurtre lundi"), nothing is sure.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

import regex

Pattern: TypeAlias = "regex.Pattern[str]"

_REACH: Final = 80  # characters from "after" to the date
_BETWEEN: Final = regex.compile(r"(?:[\s-]*+[\p{L}’']++){0,5}\s*")  # "un accidente [ocurrido cerca de Tarn el] domingo"
_OPENED: Final = r"\s?(?:[\p{L}’'-]++\s?){0,3}$"


# What may be still to come: "se teme otro ataque el domingo".
_FEARED: Final = regex.compile(
    r"\b(?:autres?|nouve\p{L}{1,4}|neue[nrsm]?|mögliche[nrsm]?|drohende[nrsm]?|geplante[nrsm]?|otr[oa]s?|nuev[oa]s?|posibles?|altr[oaie]|nuov[oaie]|possibil[ei]|"
    r"outr[oa]s?|nov[oa]s?|possíve(?:l|is)|нов\p{L}{2,3}|возможн\p{L}{2,3})\s$"
)


class _Nouns(NamedTuple):
    """A language's nouns of mishaps, those of weather, which is forecast too, and its words for "after"."""

    mishaps: Pattern
    weather: Pattern
    after: Pattern


def _nouns(mishaps: str, weather: str, after: str) -> _Nouns:
    first, second = ("|".join(words.split()) for words in (mishaps, weather))
    return _Nouns(
        regex.compile(rf"\b(?:{first})\b"),
        regex.compile(rf"\b(?:{second})\b"),
        regex.compile(rf"\b(?:{after}){_OPENED}", regex.IGNORECASE),
    )


_BY_LANGUAGE: Final[Mapping[str, _Nouns]] = {
    "fr": _nouns(
        "accidents? collisions? attaques? attentats? incendies? explosions? fusillades? meurtres? assassinats? agressions? braquages? "
        "cambriolages? enlèvements? naufrages? séismes? avalanches? éboulements? effondrements? émeutes? affrontements? bombardements? "
        "tueries? massacres? catastrophes? drames? tragédies?",
        "tempêtes? orages? inondations? ouragans? cyclones? crues?",
        r"après|depuis|à la suite d[eu’']|suite à",
    ),
    "de": _nouns(
        r"(?:\p{Lu}\p{Ll}*)?(?i:unfall|unfalls|unfälle|unfällen|unglück|unglücks|brand|brandes|überfall|überfalls|angriff|angriffs|angriffen|anschlag|"
        r"anschlags|anschlägen|attentat|attentats|explosion|mord|mordes|tötung|schießerei|erdbeben|einbruch|entführung|absturz|attacke|attacken|"
        r"ausschreitungen|krawallen?|vorfall|lawine|erdrutsch|einsturz) Feuer Raub Schüssen? (?:Blut|Gewalt|Straf)?[Tt]at",
        r"(?:\p{Lu}\p{Ll}*)?(?i:sturm|sturms|unwetter|unwettern|gewitter|gewittern|hochwasser|überschwemmung|überschwemmungen|orkan)",
        r"nach|seit",
    ),
    "es": _nouns(
        "accidentes? ataques? atentados? incendios? explosi[oó]n(?:es)? tiroteos? asesinatos? robos? asaltos? secuestros? naufragios? "
        "terremotos? se?[ií]smos? avalanchas? derrumbes? disturbios? enfrentamientos? bombardeos? matanzas? masacres? catástrofes? "
        "tragedias? apag[oó]n choques? colisi[oó]n(?:es)? agresi[oó]n(?:es)?",
        "temporal tormentas? inundaci[oó]n(?:es)? huracán riada",
        r"tras|después d(?:el?|e la)|desde",
    ),
    "it": _nouns(
        "incident[ei] attacch?[oi] attentat[oi] incendi[o]? esplosion[ei] sparatori[ae] omicidi[o]? rapin[ae] aggression[ei] sequestr[oi] "
        "naufragi[o]? terremot[oi] valang[ae] fran[ae] crollo scontri bombardament[oi] strag[ei] massacr[oi] catastrof[ei] tragedi[ae] "
        "blackout rogo",
        "temporal[ei] alluvion[ei] uragano nubifragi[o]? tempest[ae]",
        r"dopo|in seguito a[dl]?l?",
    ),
    "pt": _nouns(
        "acidentes? ataques? atentados? incêndios? explos(?:ão|ões) tiroteios? assassinatos? assassínios? roubos? assaltos? sequestros? "
        "naufrágios? terremotos? sismos? deslizamentos? desabamentos? distúrbios confrontos? bombardeios? bombardeamentos? massacres? "
        "catástrofes? tragédias? apag(?:ão|ões) colis(?:ão|ões) agress(?:ão|ões)",
        "tempestades? temporal temporais enchentes? inundaç(?:ão|ões) furacão",
        r"após|depois d[aeo]s?|desde",
    ),
    "ru": _nouns(
        r"авари\p{Ll}{1,3} ДТП нападени\p{Ll}{1,3} теракт\p{Ll}{0,3} пожар\p{Ll}{0,3} взрыв\p{Ll}{0,3} стрельб\p{Ll}{1,2} убийств\p{Ll}{0,2} "
        r"ограблени\p{Ll}{1,2} похищени\p{Ll}{1,2} землетрясени\p{Ll}{1,2} обрушени\p{Ll}{1,2} беспорядк\p{Ll}{1,3} обстрел\p{Ll}{0,3} "
        r"катастроф\p{Ll}{1,2} крушени\p{Ll}{1,2} столкновени\p{Ll}{1,3} ударов?",
        r"бур[иея]й? ураган\p{Ll}{0,2} шторм\p{Ll}{0,2} наводнени\p{Ll}{1,3}",
        r"после|со?\sвремени",
    ),
    "ar": _nouns(
        r"[وبفل]?(?:ال|لل)?(?:هجوم|هجمات|انفجار|انفجارات|حادث|حادثة|حريق|زلزال|اغتيال|قصف|غارة|غارات|تفجير|تفجيرات|اعتداء|انهيار|اشتباكات|مقتل|مجزرة)",
        r"[وبفل]?(?:ال|لل)?(?:عاصفة|فيضانات|فيضان|إعصار|سيول)",
        r"بعد|منذ|عقب|إثر",
    ),
}


def is_over(before: str, language: str, ahead: bool | None, *, plan: int) -> bool | None:
    """What a tense that isn't past comes to behind such a noun: `ahead` itself where none stands before the date; False: past.

    `plan` is where what is to come ends before the date, 0 if nothing such stands there: behind the noun it governs the date.
    """
    nouns = _BY_LANGUAGE.get(language)
    text = before[-_REACH:]
    if nouns is None:
        return ahead
    mishap = _last(nouns.mishaps, text)
    found = mishap or _last(nouns.weather, text)
    if found is None or plan > len(before) - len(text) + found.end():
        return ahead
    if nouns.after.search(text[: found.start()]):
        return False
    return (None if plan else False) if mishap and not _FEARED.search(text[: mishap.start()]) else ahead


def _last(pattern: Pattern, text: str) -> "regex.Match[str] | None":
    """The last match, if only words that may belong to it stand behind."""
    found = None
    for match in pattern.finditer(text):
        found = match
    return found if found and _BETWEEN.fullmatch(text, found.end()) else None
