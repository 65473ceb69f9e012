"""Whether a sentence speaks of the past or of what is to come at one of its dates, in the languages beside English.

Told by forms that can hardly be anything else, and by the words right before the date; where there are none, or those of both
tenses stand around the date, nothing is told.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

import regex

from archiver.normalise import mentioned_plans as plans
from archiver.normalise.mentioned_plans import Plans, of_plan
from archiver.normalise.mentioned_rules import Context

_SENTENCE: Final = regex.compile(r"[.!?…][\"”»“’']?\s(?=\p{Lu}|\p{Lo}|[\"„“«¿¡])|[۔؟]\s|;\s|\n")
_STOPPED: Final = regex.compile(r"(?:\p{L}{4,}|[)»”\"])[.!?…][\"”»“’']?\s$")  # the date begins a sentence
_CLAUSE: Final = regex.compile(
    r"[:–—]|\s(?:que|qui|dont|che|cui|dass|котор\p{L}+|что|إن|أن|الذي|التي|کہ|والے|والی|والا)\s|,\s(?:die|der|das|wie|weil|während|ob)\s"
)
_BEFORE, _BEHIND = 250, 160  # characters of the sentence that are looked at
_CLOSE, _NEAR = 40, 80  # characters behind a date
_OPENING: Final = regex.compile(r"\W*(?:\p{L}{1,4}\s)?")
# A comma before the date, with nothing but a word that joins clauses and those that belong to the date.
_NEW_CLAUSE: Final = regex.compile(
    r",\s(?:(?:et|mais|puis|tandis\sque|und|aber|doch|y|pero|mientras|e|ma|mentre|mas|enquanto|а|но|и)\s)?(?:\p{L}{1,3}\s){0,2}$"
)
# A comma that closes an insertion, right before the verb: "que viajó el sábado, regresa".
_CLOSED: Final = regex.compile(r"[,،]\s(?:\p{L}{1,3}\s){0,2}$")
# A participle's phrase between commas that holds the date (", preso na quinta-feira,"): the verb behind isn't its own.
_INSERTED: Final = regex.compile(
    r"\p{L},\s(?!also\b)\p{Ll}{2,}(?:[dts][oai]s?|ée?s?|ue?s|erte?s?|ый|ая|ое|ые)(?:\s\p{L}+){0,3}\s?$"
)
# From a future form to the participle that belongs to it: "será juzgado", "va a ser juzgado", "sera aussi jugé".
_PASSIVE: Final = regex.compile(
    r"\s(?:(?:être|ser|estar|essere|venire|quedar|ficar)\s)?(?:(?:aussi|également|ensuite|también|anche|também|poi|\p{Ll}+ment[eo]?)\s)?"
)
_NOTHING: Final = regex.compile(r"(?!)")


class Signs(NamedTuple):
    """The patterns of a language's forms of either tense, and of the words beside a date that tell one by themselves.

    `since` and `until` tell it whatever the verb, before the date (behind it in a language whose verb comes last); `start`
    tells that something begins then, which lies ahead if no verb tells else. `mostly_since` is past where no verb before the
    date tells else, but at the opening of a sentence what `opens` says. `present` are verbs of what is planned, which lies
    ahead where their clause has no other sign. `follows` and `followed` are what right behind a date tells that it lies
    ahead or behind.
    """

    past: "regex.Pattern[str]"
    ahead: "regex.Pattern[str]"
    since: "regex.Pattern[str]"
    until: "regex.Pattern[str]"
    start: "regex.Pattern[str]" = _NOTHING
    mostly_since: "regex.Pattern[str]" = _NOTHING
    opens: bool = False
    present: "regex.Pattern[str]" = _NOTHING
    follows: "regex.Pattern[str]" = _NOTHING
    followed: "regex.Pattern[str]" = _NOTHING
    verb_last: bool = False
    plans: Plans = Plans()


def looks_ahead(context: Context, signs: Signs) -> bool | None:
    """Whether the sentence speaks of what is to come; by the nearest form before the date, else behind it. None: not told."""
    behind = _SENTENCE.split(context.after(_BEHIND))[0]
    before = context.before(_BEFORE)
    before = "" if _STOPPED.search(before) else _SENTENCE.split(before)[-1]
    groups = context.match.groupdict()
    planned = of_plan(before, behind, signs.plans, signs.past)
    if planned == "ahead" or (planned and "month" in groups):
        return True if planned == "ahead" else None
    if signs.verb_last:
        return _by_last_verb(behind, signs)
    until = signs.until.search(before)
    if until or signs.since.search(before):
        return bool(until)
    return _by_verbs(before[:1].lower() + before[1:], behind, signs, groups)


def _by_verbs(before: str, behind: str, signs: Signs, groups: Mapping[str, str | None]) -> bool | None:
    """What the verbs around the date tell, where no word right before it does."""
    # "From the 11th of December" is as often told of the past.
    if signs.start.search(before) and not groups.get("day"):
        return _from_then(before, behind, signs)
    since = signs.mostly_since.search(before)
    told = _of_new_clause(before, behind, signs)
    if told is None:
        told = _by_verb_before(before, behind, signs)
    inserted = told is None and behind.startswith(",") and _INSERTED.search(before)
    if told is None and not inserted and not (since and since.start()):
        told = _behind(behind, signs)
    if told is None and since:
        return signs.opens and not since.start()
    if told is None and _OPENING.fullmatch(before) and signs.present.search(behind[:_NEAR]):
        return True
    return told


def _from_then(before: str, behind: str, signs: Signs) -> bool | None:
    """Whether what begins at a date lies ahead: where no verb close to it tells of the past."""
    if signs.past.search(_CLAUSE.split(before)[-1]):
        return None
    return _behind(behind[:_CLOSE], signs) is not False


def _of_new_clause(before: str, behind: str, signs: Signs) -> bool | None:
    """What the clause tells that a date opens behind a comma: "(the council met on Tuesday,) and on Friday it will vote"."""
    if behind[:1] in ",.;:)" or not _NEW_CLAUSE.search(before):
        return None
    return _behind(behind.partition(",")[0], signs)


def _by_verb_before(text: str, behind: str, signs: Signs) -> bool | None:
    """What the nearest form before a date tells; where its own clause has none before it, one behind it goes first."""
    *others, clause = _CLAUSE.split(text)
    if not signs.ahead.search(clause) and not signs.past.search(clause):
        if signs.present.search(clause):
            return True
        told = _behind(behind, signs) if others else None
        if told is not None:
            return told
    first, past = -1, -1
    for match in signs.past.finditer(text):
        first, past = match.span()
    ahead = max((match.end() for match in signs.ahead.finditer(text)), default=-1)
    if 0 <= ahead < past:
        if ahead < first and _PASSIVE.fullmatch(text, ahead, first):
            return True
    elif ahead == past:
        return None
    if ahead < past and _goes_on(text, past, signs):
        return True
    return ahead > past


def _goes_on(text: str, end: int, signs: Signs) -> bool:
    """Whether a present goes on behind a clause of the past that a comma closes."""
    comma = max(text.rfind(",", end), text.rfind("،", end))
    if comma < 0:
        return False
    present = signs.present.search(text, comma)
    return present is not None and _CLOSED.fullmatch(text, comma, present.start()) is not None


def _behind(text: str, signs: Signs) -> bool | None:
    """What the words behind a date tell."""
    if signs.followed.match(text):
        return False
    if signs.follows.match(text):
        return True
    clause = _CLAUSE.split(text.lstrip(" ,"))[0]
    ahead, past = signs.ahead.search(clause), signs.past.search(clause)
    if ahead and past:
        return None if ahead.start() == past.start() else ahead.start() < past.start()
    return ahead is not None if ahead or past else None


def _by_last_verb(behind: str, signs: Signs) -> bool | None:
    if signs.until.match(behind):
        return True
    told = _behind(behind, signs)
    return False if told is None and signs.since.match(behind) else told


def _before(words: str) -> "regex.Pattern[str]":
    """One of the words, right before a date and what belongs to it."""
    return regex.compile(rf"\b(?:{words})\s?(?:\p{{L}}{{1,4}}\s)?$", regex.IGNORECASE)


def _verbs(words: str) -> str:
    """A pattern of verbs' forms: `riuni-sce-scono` are two, `viaja/n` is "viaja" and "viajan"."""
    found = []
    for word in words.split():
        stem, *endings = word.replace("/", "--").split("-")
        found.append(f"{stem}(?:{'|'.join(endings)})" if endings else stem.replace("_", r"\s"))
    return rf"\b(?:{'|'.join(found)})\b"


FRENCH: Final = Signs(
    plans=plans.FRENCH,
    past=regex.compile(
        r"\b(?:fit|vint|vinrent|prit|prirent|mourut|moururent|devint|eut|eurent|naquit|tomba|arriva|entra|quitta|frappa|remporta)\b"
        r"|\b(?:a|ont|avait|avaient|est|sont|s[’']est|était|étaient|fut|furent|aurait|auraient|serait|seraient)\s(?:(?:été|pas|également|aussi|déjà)\s)?"
        r"(?!prév|attend|programm|conv|invit)\p{Ll}+(?:é|ée|és|ées|i|ie|is|it|ies|u|ue|us|ues|ert|erte|erts|orte?s?|aint)\b"
        r"|\b(?!fait\b|lait\b|souhait\b|trait\b|parfait\b|retrait\b|portrait\b)\p{Ll}+(?<!r)(?:ait|aient)\b"
        r"|\b(?!comité|marché|matin|journ|soir|ann|entr|arm|dur|tourn|rentr|mont|arriv|idé|lev|travers|pouss|député|prévu|attend|programm|conv|invit|report|fix[ée]|renvoy|annonc|avanc|menu|contenu|revenu)\p{Ll}{2,}(?:ée?s?|ue?s)(?=\s(?:en\s)?$)"
        r"|\b(?:né|élu|tu|\p{Ll}*(?:paru|venu)|mort|parti|pris|surpris|commis|remis|transmis|admis|découvert|inscrit|détruit|conduit|battu|vendu|rendu|reçu|conclu|enfui|sorti|saisi)"
        r"e?s?(?=\s(?:en\s)?$)"
    ),
    ahead=regex.compile(
        r"\b(?!ultra|extra|infra)\p{Ll}+[eidtvr]r(?:a|ont)\b|\b(?:aura|auront|va|vont|doit|doivent|devrait|devraient|"
        r"prévue?s?|attendue?s?|programmée?s?|convoquée?s?)\b"
        r"|\b(?!aur|ser|port|retr|contr|attr)\p{Ll}{2,}r(?:ait|aient)\b"
    ),
    since=_before(r"depuis"),
    until=_before(r"pour|jusqu[’']au|jusqu[’']en|jusqu[’']à|d[’']ici|d[’']ici à|avant"),
    start=_before(r"dès|à partir de|à partir du|à compter de|à compter du"),
    present=regex.compile(
        _verbs(
            "réuni-t-ssent débute/nt commence/nt démarre/nt repren-d-nent r?ouvre/nt lance/nt s[’']ouvre/nt achève/nt termine/nt tien-t-nent a_lieu ont_lieu se_rend/ent rencontrent "
            "reçoi-t-vent affronte/nt jouent votent élit élisent partent arrive/nt entrent_en entre_en expire/nt comparaît comparaissent accueille/nt sortent décolle/nt examine/nt "
            "présentent inaugure/nt se_prononce/nt changent passent revien-t-nent rentre/nt retourne/nt"
        )
        # What are nouns too, right before the date.
        + r"|(?<!\b(?:le|la|les|du|un|une|de|au|son|sa|leur|par|prison|ans|terre)\s)\b(?:sort|part|vote|rencontre|joue|passe|change|ferme)\s$"
    ),
)
GERMAN: Final = Signs(
    plans=plans.GERMAN,
    past=regex.compile(
        r"\b(?:war|waren|wurden?|mussten?|konnten?|durften?|hatten?|hat|haben|sagten?|teilten?|erklärten?|meldeten?|berichteten?|kündigten?|starb(?:en)?|kam(?:en)?|"
        r"ging(?:en)?|fand(?:en)?|gab(?:en)?|traf(?:en)?|fiel(?:en)?|nahm(?:en)?|begann(?:en)?|endeten?|öffneten?|schloss(?:en)?|"
        r"stieg(?:en)?|sank(?:en)?|gewann(?:en)?|verlor(?:en)?|brach(?:en)?|schrieb(?:en)?|sprach(?:en)?|stand(?:en)?|lag(?:en)?|"
        r"blieb(?:en)?|verließ(?:en)?|trat(?:en)?|zog(?:en)?|fuhr(?:en)?|flog(?:en)?|rief(?:en)?|hielt(?:en)?|ließ(?:en)?|stellten?|"
        r"forderten?|feierten?|eröffneten?|starteten?|stürzten?|prallten?|verletzten?|töteten?|retteten?|bestätigten?|entschied(?:en)?|"
        r"beschloss(?:en)?|stimmten?|unterzeichneten?|verurteilten?|wählten?|machten?|brannten?|kämpften?|\p{Ll}+ierte|\p{Ll}+ierten(?!\s\p{Lu})|\p{Ll}*(?:litt|hielt|trat|tat|bat|bot|riet|galt|schritt|schnitt|stritt|focht)(?:en)?)\b"
        r"|\b(?:\p{Ll}*ge(?:storben|kommen|gangen|fallen|stürzt|startet|treten|brochen|fahren|flogen|laufen|sprungen|stiegen|sunken|blieben|rissen|brannt|wesen|worden)|"
        r"ver(?:unglückt|storben|schwunden)|ertrunken|entstanden|erschienen|explodiert|passiert)\b"
        # A clause that ends with its verb: "wie sie am Montag mitteilte".
        r"|\b(?!könn|soll|woll|möch|müss|dürf|hätt|heut|bitt|ers|letz|zwei|drit|näch|gut|alt)\p{Ll}{3,}te(?=[,.;!?]|$)"
        r"|\b(?!könn|soll|woll|möch|müss|dürf|hätt|heut|bitt|ers|letz|zwei|drit|näch|gut|alt)\p{Ll}{3,}(?:te|[gkmb]ten)\s"
        r"(?:d(?:en|ie|as|em|er)|eine?[nmr]?|sich|ihn|ihm|in|im|am|auf|mit|nach|vor|zu|von|bei|über|gegen|für|an|aus|um)\b"
    ),
    ahead=regex.compile(
        r"\b(?:wird|werden|dürften?|soll|sollen|will|wollen|möchten?|planen|plant|geplant|vorgesehen|angesetzt|erwartet|kann|können|könnten?|würden?|werde)\b"
    ),
    since=_before(r"seit"),
    until=_before(r"bis|bis zum|für"),
    start=_before(r"ab"),
    present=regex.compile(
        # A verb behind the subject that opens the sentence, or right before "am Montag", and plurals that are no pasts.
        r"^(?:d(?:er|ie|as)|eine?)\s(?:\p{Ll}+e[nrs]?\s)?\p{Lu}[\p{L}-]+\s(?!laut|mit|nicht|seit|ist|hat|erst|statt|fast|bereit|bekannt)\p{Ll}{2,}(?<!st)t\s|"
        r"\b(?!ge|nicht|jetzt|zuletzt|erst|selbst|laut|statt|weit|seit|damit|somit|mit|fast|sonst|gut|dort|sofort|hat|ist|insgesamt|gesamt|spätabends|bekannt|"
        r"zurück|weltweit|bereit|direkt|exakt|leicht|recht|schlecht|spät|verletzt|verhaftet|vermisst|verurteilt|getötet|\p{Ll}*(?:litt|hielt|trat|tat|bat|bot|riet|galt|schritt|schnitt|stritt|focht)\b)\p{Ll}{2,}(?<!st)t\s(?:sich\s)?(?:bereits\s|schon\s|erst\s)?(?:am\s|im\s|von\s)?$"
        r"|\b(?:treffen|tagen|beginnen|starten|reisen|stimmen|entscheiden|wählen|spielen|streiken|findet|finden|tritt|treten|trifft|tagt|beginnt|startet)\b"
    ),
    follows=regex.compile(
        r"\s(?:(?:geplant|erwartet|angesetzt|vorgesehen|anberaumt)e[nrms]?\b|\p{Ll}{3,}nde[nrms]?\s\p{Lu}|(?!hat\b|ist\b|mit\b|ge|\p{Ll}*(?:litt|hielt|trat|tat|bat|bot|riet|galt|schritt|schnitt|stritt|focht)\b)\p{Ll}{2,}(?<!st|cht)t\b(?!\s(?:zu|haben|worden|wurden?|war|waren|hat|hatten?|sein|und)\b|[.,;]))"
    ),
    followed=regex.compile(
        r"\s(?!geplant|erwartet|angesetzt|vorgesehen|anberaumt|könn|soll|möch|müss|dürf|hätt|heut|bitt|ers|letz|zwei|drit|näch|gut|alt|bes|weit|spät)"
        r"(?:\p{Ll}{3,}(?:te|ene)[nrms]?\s\p{Lu}|\p{Ll}{3,}ten?\s(?:d(?:er|ie|as|em|en)|eine?|sich|er|sie|es)\b)"
    ),
)
SPANISH: Final = Signs(
    plans=plans.SPANISH,
    past=regex.compile(
        r"\b(?:\p{Ll}{2,}ó|\p{Ll}+(?:aron|ieron|yeron|jeron|aba|aban)|\p{Ll}{2,}(?<!r)(?:ía|ían)(?<!día)|fue|fueron|hizo|dijo(?!\sque\b)|tuvo|estuvo|hubo|vino|puso|pudo|"
        r"quiso|dio|vio|(?:ha|han|había|habían|habría|habrían)\s\p{Ll}+(?:ado|ido|to|cho))\b"
        r"|\b(?!previst|programad|convocad|fijad|aplazad|citad|anunciad|partido|estado|mercado|sábado|pasado|senado|abogado|delegad|entrada|llegada|salida|jornada|temporada|"
        r"comida|medida|vida|cada|sentido|resultado)(?:\p{Ll}{2,}(?:ad|id)|muert|pres|descubiert|devuelt|resuelt|escrit)[oa]s?(?=\s(?:en|el)\s$)"
        r"|\bimpuestas?(?=\s(?:en|el)\s$)"
    ),
    ahead=regex.compile(
        r"\b(?:\p{Ll}+(?:rá|rán)|(?!varía|habría)\p{Ll}{3,}(?:aría|arían)|(?:va|van)\sa|debe|deben|deberían?|prevén?|previst[oa]s?|programad[oa]s?)\b"
    ),
    since=_before(r"(?!)"),
    until=_before(r"hasta|hasta el|para el|antes del|antes de"),
    start=_before(r"a partir de|a partir del|a contar de|a contar del"),
    mostly_since=_before(r"desde"),
    present=regex.compile(
        _verbs(
            "viaja/n reúne/n comienza/n empieza/n inicia/n arranca/n lanza/n r?e?abre/n cierra/n vota/n celebra/n juega/n enfrenta/n recibe/n visitan llega/n sale/n entra/n vence/n "
            "termina/n concluye/n actúa/n debuta/n comparece/n presenta/n inaugura/n estrena/n decide/n elige/n aplica/n tiene_lugar se_disputa/n reanuda/n acude/n vuelve/n regresa/n"
        )
        + r"|(?<!hoy\s)\b(?:es|son)\s(?:el\s)?$"
    ),
)
ITALIAN: Final = Signs(
    plans=plans.ITALIAN,
    past=regex.compile(
        r"\b(?:ha|hanno|aveva|avevano|è|sono|era|erano|fu|furono|si\sè|si\ssono|avrebber?o?|sarebber?o?)\s(?:(?:stat[oaie]|già|anche|poi|non)\s)?(?!previst|attes|fissat|convocat|programmat)"
        r"\p{Ll}+(?:at[oaie]|ut[oaie]|it[oaie]|s[oaie]|tt[oaie]|rt[oaie]|st[oaie]|(?<!pro)nt[oaie]|lt[oaie])\b|\b\p{Ll}{2,}(?:arono|irono|ettero|avano|evano|ivano)\b|\b\p{Ll}{3,}ò\b(?<!può)(?<!però)(?<!ciò)|\b\p{Ll}{2,}(?<!d|os|qu|l)ì\b"
        r"|\b(?:cadd|diss|fec|vins|pres|scriss|nacqu|venn|vid|mis|chius|decis|uccis|rimas|pers|giuns|raggiuns|ebb|died|crebb|tenn|voll)e(?:ro)?\b"
        r"|\b(?!previst|attes|fissat|convocat|programmat|rinviat|spostat|partit|mercat|candidat|comitat|senat|sabat|stat[oi]|serata|giornata|uscita|vita|minut|invit)"
        r"(?:\p{Ll}*(?:at|it|ut|lett|fatt|dott|ert|mort|uccis|chius|compars|decis|sospes|espuls|inflitt|sconfitt|scritt|rimast)|pres)[oaie](?=\s(?:ad?\s|in\s|lo\s)?$)"
    ),
    ahead=regex.compile(
        r"\b\p{Ll}+(?:erà|eranno|irà|iranno|arà|aranno|drà|dranno|vrà|vranno|rrà|rranno)\b|\b(?:deve|devono|va|vanno|dovrebbe|dovrebbero|previst[oaie]|attes[oaie]|fissat[oaie]|"
        r"convocat[oaie]|programmat[oaie])\b|\b(?!avr|sar)\p{Ll}{3,}rebber?o?\b"
    ),
    since=_before(r"(?!)"),
    until=_before(r"per|fino a|entro|fino al|entro il|prima di"),
    start=_before(r"a partire da|a partire dal|a decorrere da|a decorrere dal"),
    mostly_since=_before(r"da|dal|dallo"),
    opens=True,
    present=regex.compile(
        _verbs(
            "riuni-sce-scono inizia/no comincia/no partono arriva/no r?i?apr-e-ono lancia/no chiud-e-ono vota/no si_tien-e si_tengono gioca/no incontra/no ricev-e-ono visitano vola/no "
            "entra/no scad-e-ono termina/no debutta/no affronta/no cambia/no presenta/no inaugura/no torna/no scatta/no esc-e-ono suona/no"
        )
        + r"|\b(?:è|sono)\s$"
    ),
)
PORTUGUESE: Final = Signs(
    plans=plans.PORTUGUESE,
    past=regex.compile(
        r"\b(?:\p{Ll}{2,}(?:ou|aram|eram|iram|ava|avam)|\p{Ll}{2,}(?:eu|iu)|foi|foram|fez|disse(?!\sque\b)|teve|esteve|houve|veio|pôs|pôde|quis|deu|viu|era|tinha|tinham|"
        r"(?:tem|têm|havia|haviam|tinha|tinham|teria|teriam)\s\p{Ll}+(?:ado|ido|to))\b"
        r"|\b(?!marcad|previst|adiad|agendad|programad|convocad|partid|estado|mercado|sábado|passad|entrada|saída|jornada|temporada|medida|vida|cada|sentido|resultado)"
        r"(?:\p{Ll}{2,}(?:ad|íd|id|eit|ert)|pres|mort|solt|expuls|suspens|pag)[oa]s?(?=\s(?:em|n[oa])\s$)"
    ),
    ahead=regex.compile(
        r"\b(?:\p{Ll}+(?:rá|rão)|(?:vai|vão)\s\p{Ll}+r|deve|devem|deveria|deveriam|prevê|preveem|previst[oa]s?|marcad[oa]s?|programad[oa]s?)\b"
    ),
    since=_before(r"(?!)"),
    until=_before(r"até|para|antes de|antes da"),
    start=_before(r"a partir de|a partir da|a partir do"),
    mostly_since=_before(r"desde"),
    present=regex.compile(
        _verbs(
            "reúne/m começa/m inicia/m lança/m r?e?abre/m fecha/m vota/m acontece/m viaja/m joga/m enfrenta/m recebe/m visitam chega/m estreia/m entra/m vence/m termina/m apresenta/m "
            "decide/m elege/m realiza/m se_disputa/m retoma/m volta/m sa-i-em"
        )
        + r"|\b(?:é|são)\s(?:n[oa]\s)?$"
    ),
)
RUSSIAN: Final = Signs(
    plans=plans.RUSSIAN,
    past=regex.compile(
        r"\b(?!недели\b|дел[аои]\b|сил[аы]\b|тел[ао]\b|сел[ао]\b|начала\b|зал[аы]?\b|(?:сигн|журн|фин|полуфин|кан|персон|трибун|термин|арсен|металл?|кварт|капит|"
        r"порт|матери|фили|потенци|генер|адмир|вокз|сканд|сери|мемори|интерв|оригин|иде)ал|(?:от|раз|пре|у)дел[аы]?\b)"
        r"\p{Ll}{2,}[аеёиуыюя]л(?:а|о|и|ся|ась|ось|ись)?\b|\b(?:был[аои]?|погиб(?:л[аои])?|умер(?:л[аои])?|прин[её]с|\p{Ll}*ш(?:[её]л|ла|ло|ли))\b"
        r"|\b(?!запланирован|назначен|намечен)(?:\p{Ll}{3,}(?:нн|вш)|(?:уби|изби|разби|откры|закры|взя|приня|сня|нача)т)(?:ый|ого|ая|ую|ой|ые|ых|ому|ым|ий|его|ее|ие|их)(?:ся)?(?=\s(?:во?|на)\s$)"
    ),
    ahead=regex.compile(
        r"\b(?:будет|будут|состоится|состоятся|пройдет|пройдёт|пройдут|начн[её]тся|начнутся|откроется|откроются|должн[аыо]?|должен|намерен[аы]?|планиру\p{Ll}+|"
        r"представ(?:ит|ят)|реш(?:ит|ат)|собер(?:ут|[её]т)ся|стан(?:ет|ут)|ожидает\p{Ll}*|запланирован[аыо]?|назначен[аыо]?|предстоит|сможет|смогут|вступит|вступят|примет|примут|"
        r"предстан(?:ет|ут)|огла(?:сит|сят)|уед(?:ет|ут)|улет(?:ит|ят)|уйд(?:[её]т|ут)|верн(?:[её]тся|утся)|встрет(?:ит|ят)ся|сыгра(?:ет|ют)|получ(?:ит|ат)|откро(?:ет|ют)|начн(?:[её]т|ут)|"
        r"(?:про|при|за|вы|по|на|об|рас|от)\p{Ll}{2,}(?:ет|ит|ут|ят|ют|ат)(?:ся)?)\b"
    ),
    since=_before(r"(?!)"),
    until=_before(r"до|к|(?<!ночь )на"),
    start=_before(r"начиная с"),
    mostly_since=_before(r"с|со"),
    opens=True,
    present=regex.compile(
        _verbs(
            "собира-ется-ются начина-ется-ются откры-вается-ваются встреча-ется-ются старту-ет-ют заверша-ется-ются вступа-ет-ют истека-ет-ют игра-ет-ют голосу-ет-ют выступа-ет-ют "
            "прилета-ет-ют приезжа-ет-ют прибыва-ет-ют улета-ет-ют уезжа-ет-ют возвраща-ется-ются отправля-ется-ются рассматрива-ет-ют провод-ит-ят"
        )
    ),
)
ARABIC: Final = Signs(
    plans=plans.ARABIC,
    past=regex.compile(
        r"\b[وف]?(?:كان|تم|جرى|لم|قد|لقد|قال|أعلن|أكد|ذكر|أفاد|أضاف|أوضح|أشار|كشف|صرح|قتل|أصيب|توفي|وصل|غادر|وقع|بدأ|شهد|ضرب|هز|أطلق|أصدر|قرر|رفض|وافق|دعا|طالب|شارك|فاز|خسر|"
        r"تعرض|أوقف|ضبط|نفذ|شن|قصف|دمر|سقط|تراجع|بلغ|حذر|نفى|دان|أدان|زار|ناقش|أجرى|أجريت|ألقى|تلقى|منح|ترأس|دشن|تولى|قضى|حضر|هاجم|أغلق|أعاد|عاد|توجه|تسلم|سلم|غرق|لقي|تبنى|وجد|عثر|حصل|خرج|نجح|فشل|رأى|جاء|قام|ظهر|كتب|تظاهر|تمكن|تحدث|تسبب|توصل|تأهل|تغلب|تعهد)\b"
        r"|\b[وف]?(?!ال|ب?توقيت|وقت|موقت|صوت|تحت|سبت|أخت|بنت|ثابت|إنترنت|انترنت|أسمنت|تفاوت)\p{L}{2,}(?<![ايو])ت\b"
        r"|\b[وف]?(?:ان|است|ا(?!ل)\p{L}ت)(?!\p{L}*ا|كتوبر|رنت)\p{L}{2,4}\b|\b[وف]?(?![يت])\p{L}{3,}وا\b"
    ),
    ahead=regex.compile(
        r"\b[وف]?(?:سوف|لن|يعتزم|تعتزم|مقررا?|المقررة?|متوقع|المتوقعة?|المنتظر|المرتقبة?)\b"
        r"|\b[وف]?س[يت](?!ارات?\b|ارة\b|ارت|دة\b|دات\b|د\b|دي\b|اس|طر|ناء\b|ناريو|اد|ول|رة\b|ر\b|ف\b|اق|اح|ئ|ما\b|ين\b|ون\b|ة\b|ار\b)\p{L}{2,}\b"
    ),
    since=_before(r"منذ"),
    until=_before(r"حتى|قبل"),
    start=_before(r"ابتداءً? من|اعتبارا?ً? من|بدءا?ً? من|بداية من|انطلاقا من"),
    present=regex.compile(
        r"\b[وف]?[يت](?:عقد|لتقي|بدأ|نطلق|صل|زور|جتمع|صوت|واجه|فتتح|قام|جرى|جري|توجه|ستضيف|ستأنف|غادر|لعب|ستقبل|بحث|ناقش|شارك|ختتم|نتهي|دلي|تسلم|حسم|صدر|دخل|ستمر|حتفل|رتفع)\b"
    ),
    follows=regex.compile(r"\s[يت](?:عقد|لتقي|بدأ|نطلق|صل|زور|جتمع|صوت|واجه|فتتح|قام|جرى|جري|ستأنف|غادر|رتفع)\b"),
)
URDU: Final = Signs(
    plans=plans.URDU,
    past=regex.compile(
        r"\b(?:تھا|تھی|تھے|تھیں|گیا|گئی|گئے|گئیں|کیا|کیے|کئے|ہوا|ہوئی|ہوئے|ہوئیں|کہا|دیا|دی|دیے|لیا|لی|بتایا|سنایا|آیا|آئی|آئے|پہنچا|پہنچے|پہنچی|مارا|مارے|بنا|چلا|چکا|چکی|چکے|"
        r"ملا|ملی|ملے|لگی|لگا|رہا(?!\sہے)|رہی(?!\sہے)|رہے(?!\sہیں))\b"
    ),
    ahead=regex.compile(
        r"\b(?:گا|گی|گے|ہوگا|ہوگی|ہونگے|کریگا|کریگی|کرینگے|جائیگا|جائیگی|متوقع|امکان|رہا\sہے|رہی\sہے|رہے\sہیں|(?:جا|کر|ہو)\sسکت(?:ا|ی|ے))\b"
    ),
    since=regex.compile(r"\sسے\b"),
    until=regex.compile(r"\s(?:تک|سے\s(?:قبل|پہلے))\b"),
    verb_last=True,
)
