"""Whether a sentence in French, German, Spanish, Italian, Portuguese or Russian speaks of the past or of what is to come at one of its dates.

Told by forms that can hardly be anything else; where there are none, or those of both tenses stand around the date, nothing
is told.
"""

from typing import Final, NamedTuple

import regex

from archiver.normalise.mentioned_rules import Context

_SENTENCE: Final = regex.compile(r"[.!?…][\"”»“’']?\s(?=\p{Lu}|[\"„“«¿¡])|;\s|\n")
_CLAUSE: Final = regex.compile(r"[:–—]|\s(?:que|qui|dont|che|cui|die|der|das|dass|котор\p{L}+|что)\s")
_BEFORE, _BEHIND = 250, 160  # characters of the sentence that are looked at


class Signs(NamedTuple):
    """The patterns of a language's forms of either tense, and of the words before a date that tell one by themselves.

    `follows` is what behind a date tells that it lies ahead: a verb in the present, in a language that has it there.
    """

    past: "regex.Pattern[str]"
    ahead: "regex.Pattern[str]"
    since: "regex.Pattern[str]"
    until: "regex.Pattern[str]"
    follows: "regex.Pattern[str] | None" = None


def looks_ahead(context: Context, signs: Signs) -> bool | None:
    """Whether the sentence speaks of what is to come; by the nearest form before the date, else behind it. None: not told."""
    before = _SENTENCE.split(context.before(_BEFORE))[-1]
    if signs.until.search(before) or signs.since.search(before):
        return bool(signs.until.search(before))
    before = before[:1].lower() + before[1:]
    ahead, past = (
        max((match.end() for match in found.finditer(before)), default=-1) for found in (signs.ahead, signs.past)
    )
    if ahead != past:
        return ahead > past
    behind = _SENTENCE.split(context.after(_BEHIND))[0]
    if signs.follows and signs.follows.match(behind):
        return True
    clause = _CLAUSE.split(behind.lstrip(" ,"))[0]
    next_ahead, next_past = signs.ahead.search(clause), signs.past.search(clause)
    if next_ahead and next_past:
        return None if next_ahead.start() == next_past.start() else next_ahead.start() < next_past.start()
    return next_ahead is not None if next_ahead or next_past else None


def _before(words: str) -> "regex.Pattern[str]":
    """One of the words, right before a date and what belongs to it."""
    return regex.compile(rf"\b(?:{words})\s?(?:\p{{L}}{{1,4}}\s)?$", regex.IGNORECASE)


FRENCH: Final = Signs(
    past=regex.compile(
        r"\b(?:a|ont|avait|avaient|est|sont|s[’']est|était|étaient|fut|furent)\s(?:(?:été|pas|également|aussi|déjà)\s)?"
        r"(?!prév|attend|programm|conv|invit)\p{Ll}+(?:é|ée|és|ées|i|ie|is|it|ies|u|ue|us|ues|ert|erte|erts|orte?s?|aint)\b"
        r"|\b(?!fait\b|lait\b|souhait\b|trait\b|parfait\b|retrait\b|portrait\b)\p{Ll}+(?<!r)(?:ait|aient)\b"
    ),
    ahead=regex.compile(
        r"\b\p{Ll}+(?:era|eront|ira|iront|dra|dront|rra|rront)\b|\b(?:aura|auront|va|vont|doit|doivent|devrait|devraient|"
        r"prévue?s?|attendue?s?|programmée?s?|convoquée?s?)\b"
    ),
    since=_before(r"depuis"),
    until=_before(r"jusqu[’']au|jusqu[’']en|jusqu[’']à|d[’']ici|avant"),
)
GERMAN: Final = Signs(
    past=regex.compile(
        r"\b(?:war|waren|wurden?|wollten?|mussten?|konnten?|durften?|hatten?|hat|haben|sagten?|teilten?|erklärten?|meldeten?|berichteten?|kündigten?|starb(?:en)?|kam(?:en)?|"
        r"ging(?:en)?|fand(?:en)?|gab(?:en)?|traf(?:en)?|fiel(?:en)?|nahm(?:en)?|begann(?:en)?|endeten?|öffneten?|schloss(?:en)?|"
        r"stieg(?:en)?|sank(?:en)?|gewann(?:en)?|verlor(?:en)?|brach(?:en)?|schrieb(?:en)?|sprach(?:en)?|stand(?:en)?|lag(?:en)?|"
        r"blieb(?:en)?|verließ(?:en)?|trat(?:en)?|zog(?:en)?|fuhr(?:en)?|flog(?:en)?|rief(?:en)?|hielt(?:en)?|ließ(?:en)?|stellten?|"
        r"forderten?|feierten?|eröffneten?|starteten?|stürzten?|prallten?|verletzten?|töteten?|retteten?|bestätigten?|entschied(?:en)?|"
        r"beschloss(?:en)?|stimmten?|unterzeichneten?|verurteilten?|wählten?|machten?|brannten?|kämpften?|\p{Ll}+ierten?)\b"
        r"|\b(?:gestorben|gekommen|gegangen|gefallen|gestürzt|verunglückt|gestartet|angekommen|zurückgetreten)\b"
    ),
    ahead=regex.compile(
        r"\b(?:wird|werden|soll|sollen|will|wollen|möchten?|planen|plant|geplant|vorgesehen|angesetzt|erwartet|kann|können|könnten?)\b"
    ),
    since=_before(r"seit"),
    until=_before(r"bis|bis zum|ab"),
    follows=regex.compile(r"\s(?!hat\b|ist\b|trat\b|bat\b|tat\b)\p{Ll}{2,}(?<!st)t\b"),
)
SPANISH: Final = Signs(
    past=regex.compile(
        r"\b(?:\p{Ll}{2,}ó|\p{Ll}+(?:aron|ieron|yeron|jeron|aba|aban)|\p{Ll}{2,}(?<!r)(?:ía|ían)(?<!día)|fue|fueron|hizo|dijo(?!\sque\b)|tuvo|estuvo|hubo|vino|puso|pudo|"
        r"quiso|dio|vio|(?:ha|han|había|habían)\s\p{Ll}+(?:ado|ido|to|cho))\b"
    ),
    ahead=regex.compile(
        r"\b(?:\p{Ll}+(?:rá|rán)|(?:va|van)\sa|debe|deben|deberían?|prevén?|previst[oa]s?|programad[oa]s?)\b"
    ),
    since=_before(r"desde"),
    until=_before(r"hasta"),
)
ITALIAN: Final = Signs(
    past=regex.compile(
        r"\b(?:ha|hanno|aveva|avevano|è|sono|era|erano|fu|furono|si\sè|si\ssono)\s(?:(?:stat[oaie]|già|anche|poi|non)\s)?(?!previst|attes|fissat|convocat|programmat)"
        r"\p{Ll}+(?:at[oaie]|ut[oaie]|it[oaie]|s[oaie]|tt[oaie]|rt[oaie]|st[oaie])\b|\b\p{Ll}{2,}(?:arono|irono|ettero|avano|evano|ivano)\b|\b\p{Ll}{3,}ò\b(?<!può)(?<!però)(?<!ciò)"
    ),
    ahead=regex.compile(
        r"\b\p{Ll}+(?:erà|eranno|irà|iranno|arà|aranno|drà|dranno|vrà|vranno|rrà|rranno)\b|\b(?:deve|devono|dovrebbe|dovrebbero|previst[oaie]|attes[oaie]|fissat[oaie]|"
        r"convocat[oaie]|programmat[oaie])\b"
    ),
    since=_before(r"da|dal|dallo"),
    until=_before(r"fino a|entro|fino al|entro il"),
)
PORTUGUESE: Final = Signs(
    past=regex.compile(
        r"\b(?:\p{Ll}{2,}(?:ou|aram|eram|iram|ava|avam)|\p{Ll}{3,}(?:eu|iu)|foi|foram|fez|disse(?!\sque\b)|teve|esteve|houve|veio|pôs|pôde|quis|deu|viu|era|tinha|tinham|"
        r"(?:tem|têm|havia|haviam|tinha|tinham)\s\p{Ll}+(?:ado|ido|to))\b"
    ),
    ahead=regex.compile(
        r"\b(?:\p{Ll}+(?:rá|rão)|(?:vai|vão)\s\p{Ll}+r|deve|devem|deveria|deveriam|prevê|preveem|previst[oa]s?|marcad[oa]s?|programad[oa]s?)\b"
    ),
    since=_before(r"desde"),
    until=_before(r"até"),
)
RUSSIAN: Final = Signs(
    past=regex.compile(
        r"\b(?!недели\b|дел[аои]\b|сил[аы]\b|тел[ао]\b|сел[ао]\b|начала\b|\p{Ll}+(?:нала|тала|иала|рала|зала)\b)"
        r"\p{Ll}{2,}[аеёиуыюя]л(?:а|о|и|ся|ась|ось|ись)?\b|\b(?:был[аои]?|погиб(?:л[аои])?|умер(?:л[аои])?|прин[её]с|уш[её]л|выш[её]л|прош[её]л|приш[её]л)\b"
    ),
    ahead=regex.compile(
        r"\b(?:будет|будут|состоится|состоятся|пройдет|пройдёт|пройдут|начн[её]тся|начнутся|откроется|откроются|должн[аыо]?|должен|намерен[аы]?|планиру\p{Ll}+|"
        r"ожидает\p{Ll}*|запланирован[аыо]?|назначен[аыо]?|предстоит|сможет|смогут|вступит|вступят|примет|примут|"
        r"(?:про|при|за|вы|по|на|об|рас|от)\p{Ll}{2,}(?:ет|ит|ут|ят|ют|ат)(?:ся)?)\b"
    ),
    since=_before(r"с|со"),
    until=_before(r"до|к"),
)
