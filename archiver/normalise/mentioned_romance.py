"""The rules for the common forms of dates in Italian and Portuguese news text."""

import functools

from archiver.normalise.mentioned_language import Language
from archiver.normalise.mentioned_rules import Rule, any_of, nothing, rule
from archiver.normalise.mentioned_shared import (
    absolute_rules,
    ago,
    centuries,
    century,
    decade,
    turned_day_of_month,
    turned_unit,
    worded_century,
    worded_decade,
    year_behind,
)
from archiver.normalise.mentioned_weekdays import (
    habits,
    numbered_weekday,
    spoken,
    weekday,
    weekday_of_week,
    weekday_spans,
)
from archiver.normalise.words import mapped, numbered

_YEAR = (
    r"(?P<year>(?:1[5-9]|20|21)\d\d)(?!\d|[.,]\d|\s?(?:%|€|R?\$|euro\b|reais\b|persone\b|pessoas\b|abitanti\b|habitantes\b|"
    r"km\b|chil|quil|metri\b|metros\b|posti\b|vagas\b|casas\b|case\b|tonn|tonel|mila\b|mil\b))"
)

_ITALIAN = Language(
    "it",
    day=r"(?P<day>1[°º]|[12]\d|3[01]|0?[1-9])",
    joint=r"\s",
    before_month=r"ad?|in|da|dal|fino\sa|entro|mese\sdi|inizio|fine|metà|di|lo\sscorso|scorso|prossimo",
    turns=numbered(
        "scorso=-1 scorsa=-1 scorsi=-1 passato=-1 passata=-1 prossimo=1 prossima=1 questo=0 questa=0 quest’=0 quest'=0 corrente=0"
    ),
    units=mapped(
        "giorno=day giorni=day settimana=week settimane=week mese=month mesi=month anno=year anni=year decennio=decade "
        "decenni=decade secolo=century"
    ),
    numbers=numbered(
        "un=1 uno=1 una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 quindici=15 venti=20 trenta=30"
    ),
    between=r"dal|dall[’']|da|tra\sil|tra\sl[’']|tra|fra\sil|fra",
    to=r"al|all[’']|a|e\sil|e\sl[’']|e",
    figures="/.",
    fractions=("primo", "secondo", "terzo", "quarto|ultimo", "trimestre", "semestre"),
    fraction_words=("mestre",),
    parts_of_month=(r"inizio(?:\sdi)?", r"metà(?:\sdi)?", r"fine(?:\sdi)?"),
)

_PORTUGUESE = Language(
    "pt",
    day=r"(?P<day>1[º°]|[12]\d|3[01]|0?[1-9])",
    joint=r"\sde\s",
    before_month=r"em|desde|até|a\spartir\sde|mês\sde|início\sde|começo\sde|meados\sde|fim\sde|final\sde",
    turns=numbered(
        "passado=-1 passada=-1 último=-1 última=-1 próximo=1 próxima=1 que_vem=1 este=0 esta=0 neste=0 nesta=0 deste=0 desta=0"
    ),
    units=mapped(
        "dia=day dias=day semana=week semanas=week mês=month meses=month ano=year anos=year década=decade décadas=decade "
        "século=century"
    ),
    numbers=numbered(
        "um=1 uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 quinze=15 vinte=20 trinta=30"
    ),
    between=r"de|do\sdia|entre\sos\sdias|entre|desde",
    to=r"ao\sdia|a|até|e",
    figures="/.",
    fractions=("primeiro|1º", "segundo|2º", "terceiro|3º", "quarto|último|4º", "trimestre", "semestre"),
    fraction_words=("mestre",),
    parts_of_month=(r"(?:início|começo|princípio)\sde", r"meados\sde", r"(?:fim|final)\sde"),
    short_weekdays=numbered("segunda=0 terça=1 quarta=2 quinta=3 sexta=4"),
)

_ITALIAN_DECADES = numbered(
    "venti=1920 trenta=1930 quaranta=1940 cinquanta=1950 sessanta=1960 settanta=1970 ottanta=1980 novanta=1990"
)
_PORTUGUESE_DECADES = numbered(
    "vinte=1920 trinta=1930 quarenta=1940 cinquenta=1950 sessenta=1960 setenta=1970 oitenta=1980 noventa=1990"
)
_ITALIAN_CENTURIES = numbered("cinquecento=16 seicento=17 settecento=18 ottocento=19 novecento=20")


_DAY_OF = ("dia ",)


@functools.cache
def italian() -> tuple[Rule, ...]:
    """The rules for Italian."""
    days = {"ieri": -1, "l’altro ieri": -2, "l'altro ieri": -2, "domani": 1, "dopodomani": 2}
    turns = r"scorso|scorsa|passato|passata|prossimo|prossima"
    return (
        *absolute_rules(_ITALIAN, _YEAR),
        year_behind(
            _ITALIAN,
            r"nel|dal|al|del|il|fino\sal|entro\sil|dopo\sil|prima\sdel|anno|verso\sil|estate|inverno|autunno|primavera|inizio|fine|metà",
            _YEAR,
        ),
        rule(r"\b(?P<date>(?:gli\s)?anni\s(?:[’']|(?:19|20))(?P<decade>\d0))\b", decade, anchor=("anni ",)),
        rule(
            rf"\b(?P<date>(?:gli\s)?anni\s(?P<decade>{any_of(_ITALIAN_DECADES)}))\b",
            worded_decade(_ITALIAN_DECADES),
            anchor=("anni ",),
        ),
        rule(r"\b(?P<date>(?:il\s|nel\s|del\s)?(?P<roman>[XVI]+)\ssecolo)\b", century, anchor=("secolo",)),
        rule(
            r"\b(?P<date>(?P<roman>[XVI]+)\sed?\s(?:il\s|nel\s|del\s)?(?P<roman2>[XVI]+)\ssecolo)\b",
            centuries,
            anchor=("secolo",),
        ),
        rule(
            r"(?:\b[Nn]ell|\b[Dd]ell|\b[Dd]all|\b[Ll]|\b[Nn]el\s|\b[Dd]el\s|\b[Dd]al\s)[’']?(?P<date>(?P<century>Cinquecento|Seicento|Settecento|Ottocento|Novecento))\b",
            worded_century(_ITALIAN_CENTURIES),
            anchor=("cento",),
            cased=True,
        ),
        weekday_of_week(_ITALIAN, r"W\sdella\s(?:T\ssettimana|settimana\sT)"),
        habits(
            _ITALIAN,
            r"ogni|i|le|il|la|un|una|(?<!\d\s)(?<!\b(?:il|la|lo|gli|i|le|del|della|dello|dei|delle|al|alla|nel|nella|dal|dalla)\s\p{Ll}+\s)(?<![’']\p{Ll}+\s)di",
            nth="(?:prim|second|terz|quart|ultim)[oa]",
        ),
        weekday_spans(
            _ITALIAN,
            opening="dal|dalla|da",
            habits="dal|dalla",
            to=r"\s(?:al|alla|a)\s",
            between=(r"(?<=notte\s)(?:tra|fra)", r"\sed?\s"),
        ),
        rule(
            rf"\b(?P<date>(?:(?P<turn>{turns})\s)?(?P<weekday>{_ITALIAN.weekdays})(?:\s(?P<turn2>{turns}))?)\b{_ITALIAN.not_numbered}",
            weekday(_ITALIAN),
            anchor=_ITALIAN.day_anchor,
        ),
        rule(
            rf"\b(?P<date>(?:la\s|il\s|l[’'])?(?P<unit>settimana|mese|anno|decennio|secolo)\s(?P<turn>{turns}))\b",
            turned_unit(_ITALIAN),
            anchor=_ITALIAN.unit_anchor,
            needs=_ITALIAN.turned,
        ),
        rule(
            rf"\b(?P<date>(?:lo\s|la\s|il\s)?(?P<turn>{turns}|quest[oa]|quest[’'])\s?(?P<unit>settimana|mese|anno|decennio|secolo))\b",
            turned_unit(_ITALIAN),
            anchor=_ITALIAN.unit_anchor,
            needs=_ITALIAN.turned,
        ),
        rule(
            rf"\b(?P<date>(?P<count>\d+|{_ITALIAN.number_words})\s(?P<unit>{_ITALIAN.unit_words})\sfa)\b",
            ago(_ITALIAN),
            anchor=(" fa",),
        ),
        spoken(_ITALIAN, days, behind=r"(?!\w|\s?[’'])"),
    )


@functools.cache
def portuguese() -> tuple[Rule, ...]:
    """The rules for Portuguese."""
    days = {"ontem": -1, "anteontem": -2, "amanhã": 1, "depois de amanhã": 2}
    before = r"passad[oa]|próxim[oa]|últim[oa]"
    short = any_of(("segunda", "terça", "quarta", "quinta", "sexta"))
    return (
        *absolute_rules(_PORTUGUESE, _YEAR),
        year_behind(
            _PORTUGUESE,
            r"em|desde|até|de|ano|antes\sde|depois\sde|após|a|entre|e|verão\sde|outono\sde|inverno\sde|primavera\sde",
            _YEAR,
        ),
        rule(
            r"\b(?P<date>(?:os\s|nos\s|dos\s)?(?:anos\s|década\sde\s)(?:19|20)?(?P<decade>\d0))\b",
            decade,
            anchor=("anos", "década"),
        ),
        rule(
            rf"\b(?P<date>(?:os\s|nos\s|dos\s)?anos\s(?P<decade>{any_of(_PORTUGUESE_DECADES)}))\b",
            worded_decade(_PORTUGUESE_DECADES),
            anchor=("anos",),
        ),
        rule(r"\b(?P<date>(?:o\s|no\s|do\s)?século\s(?P<roman>[XVI]+))\b", century, anchor=("século", "Século")),
        rule(
            r"\b(?P<date>séculos\s(?P<roman>[XVI]+)\s(?:e|ao?)\s(?P<roman2>[XVI]+))\b",
            centuries,
            anchor=("século", "Século"),
        ),
        rule(
            rf"\b(?P<date>(?:cada|toda|todo|todas\sas|todos\sos|às|aos|nas|nos|uma|um)\s(?:{_PORTUGUESE.weekdays}|{short})s?(?:-feiras?)?)\b",
            nothing,
            anchor=_PORTUGUESE.day_anchor,
        ),
        habits(_PORTUGUESE, "cada|toda|todo", nth="(?:primeir|segund|terceir|quart|últim)[oa]"),
        weekday_of_week(_PORTUGUESE, r"W\sda\s(?:semana\sT|T\ssemana)"),
        weekday_spans(
            _PORTUGUESE,
            opening="de|da|do",
            habits="de",
            to=r"\s(?:a|à|ao|até|para)\s",
            between=(r"(?<=(?:noite|madrugada)\s)entre(?:\s[ao])?", r"\se\s"),
        ),
        numbered_weekday(_PORTUGUESE, r"W\s\(N[ºª°]?(?:/\d{1,2})?\)", ("(",)),
        rule(
            rf"\b(?P<date>(?:(?P<turn>{before})\s)?(?P<weekday>{_PORTUGUESE.weekdays})(?:\s(?P<turn2>{before}|que\svem))?)\b(?!\s\(\d){_PORTUGUESE.not_numbered}",
            weekday(_PORTUGUESE),
            anchor=_PORTUGUESE.day_anchor,
        ),
        rule(
            rf"\b(?P<date>(?:a\s|o\s)?(?P<unit>semana|mês|ano|década|século)\s(?P<turn>{before}|que\svem))\b",
            turned_unit(_PORTUGUESE),
            anchor=_PORTUGUESE.unit_anchor,
            needs=_PORTUGUESE.turned,
        ),
        rule(
            rf"\b(?P<date>(?:a\s|o\s)?(?P<turn>{before}|n?est[ea]|dest[ea])\s(?P<unit>semana|mês|ano|década|século))\b",
            turned_unit(_PORTUGUESE),
            anchor=_PORTUGUESE.unit_anchor,
            needs=_PORTUGUESE.turned,
        ),
        rule(
            rf"\b(?P<date>há\s(?:cerca\sde\s)?(?P<count>\d+|{_PORTUGUESE.number_words})\s(?P<unit>{_PORTUGUESE.unit_words})(?:\satrás)?)\b",
            ago(_PORTUGUESE),
            anchor=("há ", "Há ", "atrás"),
        ),
        rule(
            rf"\b(?P<date>(?P<count>\d+|{_PORTUGUESE.number_words})\s(?P<unit>{_PORTUGUESE.unit_words})\satrás)\b",
            ago(_PORTUGUESE),
            anchor=("há ", "Há ", "atrás"),
        ),
        rule(
            r"\b(?P<date>(?P<turn>último|próximo|passado)\sdia\s(?P<day>\d{1,2}))(?![\d:]|[.,]\d|\sde\b)",
            turned_day_of_month(_PORTUGUESE),
            anchor=_DAY_OF,
        ),
        spoken(_PORTUGUESE, days),
    )
