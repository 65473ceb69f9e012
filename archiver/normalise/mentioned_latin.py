"""The rules for the common forms of dates in French, German and Spanish news text."""

import functools
import re
from functools import partial

import regex

from archiver.normalise.mentioned_language import Language
from archiver.normalise.mentioned_rules import YEAR, Context, Rule, any_of, near_day, nothing, parts, rule
from archiver.normalise.mentioned_shared import (
    absolute_rules,
    ago,
    centuries,
    century,
    decade,
    turned_day_of_month,
    turned_unit,
    worded_decade,
    year_alone,
    year_behind,
)
from archiver.normalise.mentioned_weekdays import (
    habits,
    numbered_weekday,
    spoken,
    spoken_day,
    weekday,
    weekday_of_week,
    weekday_spans,
)
from archiver.normalise.periods import Period
from archiver.normalise.words import listed, mapped, numbered

_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?!\d|[.,]\d|\s?(?:%|€|\$|euros?\b|Euro\b|habitants\b|personnes\b|Menschen\b|Zuschauern?\b|Besuchern?\b|Einwohnern?\b|Teilnehmern?\b|Mitarbeitern?\b|Leuten?\b|Kindern?\b|Gästen?\b|Fans\b|Kronen\b|Franken\b|Dollar\b|spectateurs\b|visiteurs\b|francs\b|espectadores\b|aficionados\b|visitantes\b|pesos\b|personas\b|km\b|kilo|Kilo|metros|mètres|Meter\b))"

_FRENCH = Language(
    "fr",
    day=r"(?P<day>1er|[12]\d|3[01]|0?[1-9])",
    joint=r"\s",
    before_month=r"en|depuis|dès|(?:partir|compter)\s(?:de|d[’'])|fin|début|mi|mois\sde|mois\sd[’']|jusqu[’']en",
    turns=numbered("dernier=-1 dernière=-1 passé=-1 passée=-1 prochain=1 prochaine=1 prochains=1 ce=0"),
    units=mapped(
        "jour=day jours=day semaine=week semaines=week mois=month an=year ans=year année=year années=year "
        "décennie=decade décennies=decade siècle=century"
    ),
    numbers=numbered(
        "un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 quinze=15 vingt=20 trente=30"
    ),
    between=r"du|entre\sle|entre|de|d[’']",
    to=r"au|et\sle|et|à",
    figures="/.",
    fractions=("premier|1er", "deuxième|second|2e", "troisième|3e", "quatrième|4e|dernier", "trimestre", "semestre"),
    fraction_words=("mestre",),
    parts_of_month=(r"début(?:\sdu\smois\sde)?", "mi", r"fin(?:\sdu\smois\sde)?"),
)

_GERMAN = Language(
    "de",
    day=r"(?P<day>[12]\d|3[01]|0?[1-9])\.",
    joint=r"\s",
    before_month="im|ab|seit|bis|Anfang|Ende|Mitte",
    turns=numbered(
        "letzte=-1 letzten=-1 letzter=-1 letztes=-1 letztem=-1 vergangene=-1 vergangenen=-1 vergangener=-1 "
        "vergangenes=-1 vergangenem=-1 vorige=-1 vorigen=-1 voriges=-1 voriger=-1 nächste=1 nächsten=1 nächstes=1 "
        "nächster=1 kommende=1 kommenden=1 kommendes=1 diese=0 diesem=0 dieses=0 dieser=0 diesen=0"
    ),
    units=mapped(
        "tag=day tage=day tagen=day woche=week wochen=week monat=month monate=month monats=month monaten=month "
        "jahr=year jahre=year jahres=year jahren=year jahrzehnt=decade jahrzehnte=decade jahrzehnten=decade "
        "jahrhundert=century"
    ),
    numbers=numbered(
        "einem=1 einer=1 ein=1 eine=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 zwölf=12 "
        "zwanzig=20 dreißig=30"
    ),
    between=r"vom|zwischen\sdem|zwischen|von",
    to=r"bis\szum|bis|und\sdem|und",
    figures=".",
    fractions=(
        "erste[ns]?|1\\.",
        "zweite[ns]?|2\\.",
        "dritte[ns]?|3\\.",
        "vierte[ns]?|4\\.",
        "Quartals?",
        "Halbjahre?s?",
    ),
    fraction_words=("uartal", "albjahr"),
    parts_of_month=("Anfang", "Mitte", "Ende"),
    times=listed("früh morgen vormittag mittag nachmittag abend nacht"),
)

_SPANISH = Language(
    "es",
    day=r"(?P<day>1[º°]|[12]\d|3[01]|0?[1-9])",
    joint=r"\sde[l]?\s",
    before_month=r"en|desde|hasta|a\spartir\sde|mes\sde",
    turns=numbered(
        "pasado=-1 pasada=-1 pasados=-1 último=-1 última=-1 próximo=1 próxima=1 que_viene=1 este=0 esta=0 anterior=-1"
    ),
    units=mapped(
        "día=day días=day semana=week semanas=week mes=month meses=month año=year años=year década=decade "
        "décadas=decade siglo=century"
    ),
    numbers=numbered(
        "un=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 quince=15 veinte=20 treinta=30"
    ),
    between=r"del|de|entre\sel|entre|desde\sel|desde",
    to=r"al|a|y\sel|y|hasta\sel|hasta",
    figures="/-",
    fractions=("primer", "segundo", "tercer", "cuarto|último", "trimestre", "semestre"),
    fraction_words=("mestre",),
    parts_of_month=(r"(?:principios|comienzos|inicios)\sde", r"mediados\sde", r"(?:finales|fines)\sde"),
)


_SPANISH_DECADES = numbered(
    "veinte=1920 treinta=1930 cuarenta=1940 cincuenta=1950 sesenta=1960 setenta=1970 ochenta=1980 noventa=1990"
)
_FRENCH_DECADES = numbered(
    "vingt=1920 trente=1930 quarante=1940 cinquante=1950 soixante=1960 soixante-dix=1970 quatre-vingt=1980 quatre-vingt-dix=1990"
)
_GERMAN_DECADES = numbered(
    "zwanziger=1920 dreißiger=1930 vierziger=1940 fünfziger=1950 sechziger=1960 siebziger=1970 achtziger=1980 neunziger=1990"
)
_TOMORROW = parts(("mañana",))


@functools.cache
def french() -> tuple[Rule, ...]:
    """The rules for French."""
    days = {"hier": -1, "avant-hier": -2, "demain": 1, "après-demain": 2}
    return (
        *absolute_rules(_FRENCH, _YEAR),
        year_behind(
            _FRENCH,
            r"en|depuis|dès|avant|après|jusqu[’']en|fin|début|vers|de|à|et|l[’']année|années|(?:printemps|été|automne|hiver)",
            _YEAR,
        ),
        rule(r"\b(?P<date>(?:les\s)?années\s(?:19|20)?(?P<decade>\d0))\b", decade, anchor=("années",)),
        rule(
            rf"\b(?P<date>(?:les\s)?années\s(?P<decade>{any_of(_FRENCH_DECADES)}))\b(?!-)",
            worded_decade(_FRENCH_DECADES),
            anchor=("années",),
        ),
        rule(r"\b(?P<date>(?:le\s|au\s|du\s)?(?P<roman>[XVI]+)e\ssiècle)\b", century, anchor=("siècle",)),
        rule(
            r"\b(?P<date>(?P<roman>[XVI]+)e\s?(?:et|au|[-–])\s?(?:le\s|au\s|du\s)?(?P<roman2>[XVI]+)e\ssiècles?)\b",
            centuries,
            anchor=("siècle",),
        ),
        weekday_of_week(_FRENCH, r"W\sde\sla\ssemaine\sT"),
        habits(
            _FRENCH,
            "chaque|les|un|le|(?<!partir\\s|compter\\s)du|(?<!jusqu[’'])au",
            nth="premier|deuxième|second|troisième|quatrième|dernier",
        ),
        weekday_spans(
            _FRENCH, opening="de|du|d[’']", habits="du", to=r"\s(?:à|au)\s", between=(r"(?<=nuit\s)entre", r"\set\s")
        ),
        rule(
            rf"\b(?P<date>(?:(?P<turn2>ce)\s)?(?P<weekday>{_FRENCH.weekdays})(?:\s(?P<turn>dernier|prochain))?)\b(?!s){_FRENCH.not_numbered}",
            weekday(_FRENCH),
            anchor=_FRENCH.day_anchor,
        ),
        rule(
            rf"\b(?P<date>(?:l[ea]\s|l[’']|au\scours\sde\sl[’'])?(?P<unit>semaine|mois|an|année|décennie|siècle)\s(?P<turn>{_FRENCH.turn_words}))\b",
            turned_unit(_FRENCH),
            anchor=parts(("dernière", "dernier", "passé", "prochain")),
        ),
        rule(
            rf"\b(?P<date>il\sy\sa\s(?P<count>\d+|{_FRENCH.number_words})\s(?P<unit>{_FRENCH.unit_words}))\b",
            ago(_FRENCH),
            anchor=re.compile(r"y\sa\s"),
        ),
        spoken(_FRENCH, days, before=r"(?<!au[- ]|d[’'])\b"),
    )


def _day_in_figures(context: Context) -> Period | None:
    """Such as "vom 3.3."."""
    if context.published is None:
        return None
    month, day = int(context.group("month")), int(context.group("day"))
    return near_day(context.published, month, day, looks_ahead=partial(_GERMAN.looks_ahead, context))


@functools.cache
def german() -> tuple[Rule, ...]:
    """The rules for German."""
    days = {"gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2}
    return (
        *absolute_rules(_GERMAN, _YEAR),
        year_behind(
            _GERMAN,
            r"im\sJahre?|in\sden\sJahren|Jahr|Jahre|seit|bis|von|vor|nach|ab|Anfang|Mitte|Ende|Sommer|Winter|Herbst|Frühjahr|Frühling",
            _YEAR + r"(?!er\b)",
        ),
        rule(
            r"\b(?P<date>(?:die\s|der\s|den\s)?(?P<decade>(?:(?:1[5-9]|20)\d|[2-9])0)er[-\s]Jahren?)\b",
            decade,
            anchor=("0er",),
        ),
        rule(
            rf"\b(?P<date>(?P<decade>{any_of(_GERMAN_DECADES)})[\s-]?jahren?)\b",
            worded_decade(_GERMAN_DECADES),
            anchor=("iger",),
        ),
        rule(
            r"(?=[12]\d{3})(?<!\d[.,]?\s|[§$€]\s?|\b(?i:rund|etwa|über|fast|knapp|zu|insgesamt|Nummer|Nr|Platz|als|Seite|mit|je|nur|weitere[nr]?)\.?\s)(?<=\b(?:\p{Ll}+|D(?:er|ie|as)|Eine?)\s|[,:(]\s?|^|[.!?\n]\s?)(?P<date>(?P<year>(?:1[7-9]|20)\d\d))(?=[,;.)]?(?:\s\p{Ll}|$|\s?[)–])|[,;.])(?!\.?\d|\s(?:weitere|andere|übrige|restliche)[nr]?\s|\s(?:und|oder|bis)\s\d|\s(?:mal|kilo|km|qm|m)\b)",
            year_alone,
            cased=True,
            anchor=YEAR,
        ),
        rule(
            r"\b(?<!\d\.\s)(?:am|vom|bis|bis\szum|seit|seit\sdem|zum|ab|ab\sdem)\s(?P<date>(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.)(?![\d–-]|\s?(?:\d|Uhr\b|und\b|bis\b))",
            _day_in_figures,
            anchor=regex.compile(r"[0-9]\.[01]?[0-9]\."),
        ),
        rule(r"\b(?P<date>(?P<nth>\d{1,2})\.\sJahrhunderts?)\b", century, anchor=("Jahrhundert",)),
        rule(
            r"\b(?P<date>(?P<nth>\d{1,2})\.\s(?:und|bis(?:\szum|\sins)?)\s(?:frühen\s)?(?P<nth2>\d{1,2})\.\sJahrhunderts?)\b",
            centuries,
            anchor=("Jahrhundert",),
        ),
        weekday_of_week(_GERMAN, r"W\s(?:in\sder\s|der\s)?T\sWoche"),
        rule(rf"(?P<date>[„»](?:der\s)?{_GERMAN.weekdays}[“”«])", nothing, anchor=_GERMAN.day_anchor),
        habits(_GERMAN, "jeden|jedem|einem|einen|eines", nth="(?:erst|zweit|dritt|viert|letzt)e[nrsm]?"),
        weekday_spans(
            _GERMAN,
            opening="von|vom",
            to=r"\s(?:auf|zu|zum|bis)\s|\s?[-–]\s?",
            between=(r"(?<=nacht\s)zwischen", r"\sund\s"),
        ),
        rule(
            rf"\b(?P<date>(?:(?P<turn>{_GERMAN.turn_words})\s)?(?P<weekday>{_GERMAN.weekdays}))\b(?!s){_GERMAN.not_numbered}",
            weekday(_GERMAN),
            anchor=_GERMAN.day_anchor,
        ),
        rule(
            rf"\b(?P<date>(?P<turn>{_GERMAN.turn_words})\s(?P<unit>Woche|Monats?|Jahr(?:es)?|Jahrzehnt|Jahrhundert))\b",
            turned_unit(_GERMAN),
            anchor=_GERMAN.unit_anchor,
            needs=_GERMAN.turned,
        ),
        rule(
            rf"\b(?P<date>vor\s(?P<count>\d+|{_GERMAN.number_words})\s(?P<unit>{_GERMAN.unit_words}))\b",
            ago(_GERMAN),
            anchor=_GERMAN.unit_anchor,
            needs=re.compile("[Vv]or\\s"),
        ),
        rule(
            rf"(?<!\p{{L}}\sam\s)\b(?P<date>(?P<spoken>vorgestern|übermorgen|gestern|(?-i:morgen))(?:,?\s\(?{_GERMAN.weekdays})?)\b(?!\sfrüh\sum)",
            spoken_day(days),
            anchor=("estern", "orgen"),
        ),
    )


@functools.cache
def spanish() -> tuple[Rule, ...]:
    """The rules for Spanish."""
    days = {"ayer": -1, "anteayer": -2, "mañana": 1, "pasado mañana": 2}
    return (
        *absolute_rules(_SPANISH, _YEAR),
        year_behind(
            _SPANISH,
            r"en|desde|hasta|de|del|el|año|antes\sde|a|y|entre|verano\sde|otoño\sde|invierno\sde|primavera\sde",
            _YEAR,
        ),
        rule(
            r"\b(?P<date>(?:(?:los\s)?años|(?:la\s)?década\sde(?:\slos)?)\s(?:19|20)?(?P<decade>\d0))\b",
            decade,
            anchor=("años", "década"),
        ),
        rule(
            rf"\b(?P<date>(?:los\s)?años\s(?P<decade>{any_of(_SPANISH_DECADES)}))\b",
            worded_decade(_SPANISH_DECADES),
            anchor=("años",),
        ),
        rule(r"\b(?P<date>(?:el\s|del\s)?siglo\s(?P<roman>[XVI]+))\b", century, anchor=("siglo", "Siglo")),
        rule(
            r"\b(?P<date>siglos\s(?P<roman>[XVI]+)\s(?:y|al?)\s(?P<roman2>[XVI]+))\b",
            centuries,
            anchor=("siglo", "Siglo"),
        ),
        weekday_of_week(_SPANISH, r"W\sde\sla\s(?:semana\sT|T\ssemana)"),
        habits(_SPANISH, "cada|los|un", nth="primer|segundo|tercer|cuarto|último"),
        weekday_spans(
            _SPANISH,
            opening="del|de|desde\\sel",
            habits="de",
            to=r"\s(?:al|a|hasta\sel)\s",
            between=(r"(?<=(?:noche|madrugada)\s)entre(?:\sel)?", r"\sy\s(?:el\s)?"),
        ),
        numbered_weekday(_SPANISH, r"W\sN(?!\d|[.,:]\d|\s?(?:h\b|hs\b|horas|%))", _SPANISH.day_anchor),
        rule(
            rf"\b(?P<date>(?:(?P<turn>pasado|próximo|este)\s)?(?P<weekday>{_SPANISH.weekdays})(?:\s(?P<turn2>pasado|próximo|que\sviene))?)\b{_SPANISH.not_numbered}",
            weekday(_SPANISH),
            anchor=_SPANISH.day_anchor,
        ),
        rule(
            rf"\b(?P<date>(?:l[ao]s?\s|el\s)?(?P<unit>semana|mes|año|década|siglo)\s(?P<turn>{_SPANISH.turn_words}))\b",
            turned_unit(_SPANISH),
            anchor=_SPANISH.unit_anchor,
            needs=_SPANISH.turned,
        ),
        rule(
            rf"\b(?P<date>(?:l[ao]s?\s|el\s)?(?P<turn>{_SPANISH.turn_words})\s(?P<unit>semana|mes|año|década|siglo))\b",
            turned_unit(_SPANISH),
            anchor=_SPANISH.unit_anchor,
            needs=_SPANISH.turned,
        ),
        rule(
            rf"\b(?P<date>hace\s(?P<count>\d+|{_SPANISH.number_words})\s(?P<unit>{_SPANISH.unit_words}))\b",
            ago(_SPANISH),
            anchor=("ace ",),
        ),
        rule(r"(?P<date>\b(?:la|una|por\sla|de\sla|cada|misma)\smañana\b)", nothing, anchor=_TOMORROW),
        rule(
            r"\b(?P<date>(?P<turn>pasado|próximo)\sdía\s(?P<day>\d{1,2}))(?![\d:]|[.,]\d|\sde\b)",
            turned_day_of_month(_SPANISH),
            anchor=("día ",),
        ),
        spoken(_SPANISH, days),
    )
