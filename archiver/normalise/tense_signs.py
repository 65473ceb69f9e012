"""The forms of verbs and the words beside a date by which a language beside English tells past from what is to come."""

from collections.abc import Mapping
from typing import Final

import regex

from archiver.normalise import mentioned_plans as plans
from archiver.normalise.clause_tense import NOTHING, Signs


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
    code="fr",
    plans=plans.FRENCH,
    was_to=regex.compile(r"\b(?:devai(?:t|ent)|allai(?:t|ent)\s(?:se\s|s[’\'])?\p{Ll}+(?:er|ir|re|oir))\b"),
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
    start=_before(r"dès|à partir d[eu]|à partir d[’']|à compter d[eu]|à compter d[’']"),
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
    code="de",
    plans=plans.GERMAN,
    of_day=_before(r"vom"),
    start_on=_before(r"von|vom"),
    was_to=regex.compile(r"\b(?:sollten?|hätten?|wollten?)\b"),
    past=regex.compile(
        r"\b(?:war|waren|wurden?|mussten?|konnten?|durften?|hatten?|hat|haben|sagten?|teilten?|erklärten?|meldeten?|berichteten?|kündigten?|starb(?:en)?|kam(?:en)?|"
        r"ging(?:en)?|fand(?:en)?|gab(?:en)?|traf(?:en)?|fiel(?:en)?|nahm(?:en)?|begann(?:en)?|endeten?|öffneten?|schloss(?:en)?|"
        r"stieg(?:en)?|sank(?:en)?|gewann(?:en)?|verlor(?:en)?|brach(?:en)?|schrieb(?:en)?|sprach(?:en)?|stand(?:en)?|lag(?:en)?|"
        r"blieb(?:en)?|verließ(?:en)?|trat(?:en)?|zog(?:en)?|fuhr(?:en)?|flog(?:en)?|rief(?:en)?|hielt(?:en)?|ließ(?:en)?|stellten?|"
        r"forderten?|feierten?|eröffneten?|starteten?|stürzten?|prallten?|verletzten?|töteten?|retteten?|bestätigten?|entschied(?:en)?|"
        r"beschloss(?:en)?|stimmten?|unterzeichneten?|verurteilten?|wählten?|machten?|brannten?|kämpften?|\p{Ll}+ierte|\p{Ll}+ierten(?!\s\p{Lu}))\b"
        # The same with any prefix: "preisgab", "anfielen".
        r"|\b\p{Ll}++(?<=(?:hielt|trat|tat|bat|riet|galt)(?:en)?|litt|bot|schritt|schnitt|stritt|focht)\b"
        r"|\b\p{Ll}++(?<=gab|nahm|fand|kam|ging|brach|zog|fuhr|sprach|stieg|begann|fiel|traf|blieb|schwand|sang|sprang|ertrank|zwang|wuchs|schlug|trug|lud|warf|starb|"
        r"schien|schrieb|trieb|schwieg|floh|flog|schob|verlor|gewann|rannte|nannte|brachte|sah|gaben|nahmen|fanden|kamen|gingen|brachen|fuhren|sprachen|begannen|fielen|trafen|starben|sahen)\b"
        r"|\b(?:\p{Ll}*ge(?:storben|kommen|gangen|fallen|stürzt|startet|treten|brochen|fahren|flogen|laufen|sprungen|stiegen|sunken|blieben|rissen|brannt|wesen|worden)|"
        r"ver(?:unglückt|storben|schwunden)|ertrunken|entstanden|erschienen|explodiert|passiert)\b"
        # A clause that ends with its verb: "wie sie am Montag mitteilte".
        r"|\b(?!könn|soll|woll|möch|müss|dürf|hätt|heut|bitt|ers|letz|zwei|drit|näch|gut|alt)\p{Ll}{3,}te(?=[,.;!?]|$)"
        r"|\b(?!könn|soll|woll|möch|müss|dürf|hätt|heut|bitt|ers|letz|zwei|drit|näch|gut|alt)\p{Ll}{3,}(?:te|[gkmb]ten)\s"
        r"(?:d(?:en|ie|as|em|er)|eine?[nmr]?|sich|ihn|ihm|in|im|am|auf|mit|nach|vor|zu|von|bei|über|gegen|für|an|aus|um)\b"
    ),
    ahead=regex.compile(
        r"\b(?:wird|werden|stattfind(?:et|en)|beginnt|ansteht|dürften?|soll|sollen|will|wollen|möchten?|planen|plant|geplant|vorgesehen|angesetzt|erwartet|kann|können|könnten?|würden?|werde)\b"
    ),
    since=_before(r"seit"),
    until=_before(r"bis|bis zum|für|(?<!nacht\s)(?<!\d\.\s)auf"),
    start=_before(r"ab"),
    present=regex.compile(
        # A verb behind the subject that opens the sentence, or right before "am Montag", and plurals that are no pasts.
        r"^(?:d(?:er|ie|as)|eine?)\s(?:\p{Ll}+e[nrs]?\s)?\p{Lu}[\p{L}-]+\s(?!laut|mit|nicht|seit|ist|hat|erst|statt|fast|bereit|bekannt)\p{Ll}{2,}(?<!st)t\s|"
        r"\b(?!ge|nicht|jetzt|zuletzt|erst|selbst|laut|statt|weit|seit|damit|somit|mit|fast|sonst|gut|dort|sofort|hat|ist|insgesamt|gesamt|spätabends|bekannt|"
        r"zurück|weltweit|bereit|direkt|exakt|leicht|recht|schlecht|spät|verletzt|verhaftet|vermisst|verurteilt|getötet|\p{Ll}*(?:litt|hielt|trat|tat|bat|bot|riet|galt|schritt|schnitt|stritt|focht)\b)\p{Ll}{2,}(?<!st)t\s(?:sich\s)?(?:bereits\s|schon\s|erst\s)?(?:am\s|im\s|von\s)?$"
        r"|\b(?:treffen|tagen|beginnen|starten|reisen|stimmen|entscheiden|wählen|spielen|streiken|findet|finden|tritt|treten|trifft|tagt|beginnt|startet)\b"
    ),
    follows=regex.compile(
        r"\s(?:(?:geplant|erwartet|angesetzt|vorgesehen|anberaumt)e[nrms]?\b|\p{Ll}{3,}nde[nrms]?\s\p{Lu}|(?!(?:hat|ist|mit|nicht|jetzt|selbst|erst|fast|sonst|gut|dort|laut|seit|statt)\b|ge|\p{Ll}*(?:litt|hielt|trat|tat|bat|bot|riet|galt|schritt|schnitt|stritt|focht)\b)\p{Ll}{2,}(?<!st|cht)t\b(?!\s(?:zu|haben|worden|wurden?|war|waren|hat|hatten?|sein|und)\b|[.,;]))"
    ),
    followed=regex.compile(
        r"\s(?!geplant|erwartet|angesetzt|vorgesehen|anberaumt|könn|soll|möch|müss|dürf|hätt|heut|bitt|ers|letz|zwei|drit|näch|gut|alt|bes|weit|spät)"
        r"(?:\p{Ll}{3,}(?:te|ene)[nrms]?\s\p{Lu}|\p{Ll}{3,}ten?\s(?:d(?:er|ie|as|em|en)|eine?|sich|er|sie|es)\b)"
    ),
    perfect=regex.compile(
        r"[^.!?,]{0,120}\s(?:worden\ssein|(?:\p{Ll}*ge\p{Ll}{3,}|(?:be|ent|er|ver|zer)\p{Ll}{3,})\shaben)\b"
    ),
    participle=regex.compile(
        r"\s(?!erwartet|geplant|angesetzt|vorgesehen|anberaumt)\p{Ll}*(?:ge\p{Ll}{2,}|(?:be|ent|er|ver|zer|über|unter)\p{Ll}{3,}|\p{Ll}ier)(?:t|en),"
    ),
)
SPANISH: Final = Signs(
    code="es",
    plans=plans.SPANISH,
    was_to=regex.compile(r"\b(?:debían?|iban?\sa|tenían?\sque)\b"),
    past=regex.compile(
        r"\b(?:\p{Ll}{2,}ó|\p{Ll}+(?:aron|ieron|yeron|jeron|aba|aban)|\p{Ll}{2,}(?<!r)(?:ía|ían)(?<!día)|fue|fueron|hizo|dijo(?!\sque\b)|tuvo|estuvo|hubo|vino|puso|pudo|supo|trajo|cupo|anduvo|"
        r"quiso|dio|vio|(?:ha|han|había|habían|habría|habrían)\s\p{Ll}+(?:ado|ido|to|cho))\b"
        r"|\b(?!previst|programad|convocad|fijad|aplazad|citad|anunciad|partido|estado|mercado|sábado|pasado|senado|abogado|delegad|entrada|llegada|salida|jornada|temporada|"
        r"comida|medida|vida|cada|sentido|resultado)(?:\p{Ll}{2,}(?:ad|id)|muert|pres|descubiert|devuelt|resuelt|escrit)[oa]s?(?=\s(?:en|el)\s$)"
        r"|\bimpuestas?(?=\s(?:en|el)\s$)"
    ),
    ahead=regex.compile(
        r"\b(?:\p{Ll}+(?:rá|rán)|(?!varía|habría)\p{Ll}{3,}(?:aría|arían)|(?:va|van)\sa|debe|deben|deberían?|prevén?|previst[oa]s?|programad[oa]s?)\b"
    ),
    since=NOTHING,
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
    code="it",
    plans=plans.ITALIAN,
    was_to=regex.compile(r"\b(?:doveva|dovevano)\b"),
    past=regex.compile(
        r"\b(?:ha|hanno|aveva|avevano|è|sono|era|erano|fu|furono|si\sè|si\ssono|avrebber?o?|sarebber?o?)\s(?:(?:stat[oaie]|già|anche|poi|non)\s)?(?!previst|attes|fissat|convocat|programmat)"
        r"\p{Ll}+(?:at[oaie]|ut[oaie]|it[oaie]|s[oaie]|tt[oaie]|rt[oaie]|st[oaie]|(?<!pro)nt[oaie]|lt[oaie])\b|\b\p{Ll}{2,}(?:arono|irono|ettero|avano|evano|ivano)\b|\b\p{Ll}{3,}ò\b(?<!può)(?<!però)(?<!ciò)|\b\p{Ll}{2,}(?<!d|os|qu|l)ì\b|\b(?:ci|vi)\sfu\b|\b\p{Ll}+parve(?:ro)?\b"
        r"|\b(?:cadd|diss|fec|vins|pres|scriss|nacqu|venn|vid|(?:di|am|per|com|pro|tras)?mis|chius|decis|uccis|rimas|pers|giuns|raggiuns|ebb|died|crebb|tenn|voll)e(?:ro)?\b"
        r"|\b(?!previst|attes|fissat|convocat|programmat|rinviat|spostat|partit|mercat|candidat|comitat|senat|sabat|stat[oi]|serata|giornata|uscita|vita|minut|invit)"
        r"(?:\p{Ll}*(?:at|it|ut|lett|fatt|dott|ert|mort|uccis|chius|compars|decis|sospes|espuls|inflitt|sconfitt|scritt|rimast)|pres)[oaie](?=\s(?:ad?\s|in\s|lo\s)?$)"
    ),
    ahead=regex.compile(
        r"\b\p{Ll}+(?:erà|eranno|irà|iranno|arà|aranno|drà|dranno|vrà|vranno|rrà|rranno)\b|\b(?:deve|devono|va|vanno|dovrebbe|dovrebbero|previst[oaie]|attes[oaie]|fissat[oaie]|"
        r"convocat[oaie]|programmat[oaie])\b|\b(?!avr|sar)\p{Ll}{3,}rebber?o?\b"
    ),
    since=NOTHING,
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
    code="pt",
    plans=plans.PORTUGUESE,
    was_to=regex.compile(r"\b(?:devia|deviam|iam?\s\p{Ll}+r|tinham?\s(?:que|de))\b"),
    past=regex.compile(
        r"\b(?:\p{Ll}{2,}(?:ou|aram|eram|[ií]ram|ava|avam)|\p{Ll}{2,}(?:eu|iu)|foi|foram|fez|disse(?!\sque\b)|teve|esteve|houve|veio|pôs|pôde|quis|deu|viu|era|tinha|tinham|"
        r"(?:tem|têm|havia|haviam|tinha|tinham|teria|teriam)\s\p{Ll}+(?:ado|ido|to))\b"
        r"|\b(?!marcad|previst|adiad|agendad|programad|convocad|partid|estado|mercado|sábado|passad|entrada|saída|jornada|temporada|medida|vida|cada|sentido|resultado)"
        r"(?:\p{Ll}{2,}(?:ad|íd|id|eit|ert)|pres|mort|solt|expuls|suspens|pag)[oa]s?(?=\s(?:em|n[oa])\s$)"
    ),
    ahead=regex.compile(
        r"\b(?:\p{Ll}+(?:rá|rão)|(?:vai|vão)\s\p{Ll}+r|deve|devem|deveria|deveriam|prevê|preveem|previst[oa]s?|marcad[oa]s?|programad[oa]s?)\b"
    ),
    since=NOTHING,
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
    code="ru",
    plans=plans.RUSSIAN,
    was_to=regex.compile(r"\b(?:должн[аоы]|должен)\sбыл[аои]?\b|\b(?:собирал|планировал)\p{Ll}{0,3}\b"),
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
    since=NOTHING,
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
_ARABIC_PRESENTS: Final = "عقد|لتقي|بدأ|نطلق|صل|زور|جتمع|صوت|واجه|فتتح|قام|جرى|جري|ستأنف|غادر|لعب|رتفع"
ARABIC: Final = Signs(
    code="ar",
    plans=plans.ARABIC,
    was_to=regex.compile(r"\bكان(?:ت|وا)?\s(?:من\s)?(?:ال)?(?:مقرر|متوقع|مفترض|منتظر|مزمع)(?:ا|ة)?\b"),
    past=regex.compile(
        r"\b[وف]?(?:نشب|شب|كان|تم|جرى|لم|قد|لقد|قال|أعلن|أكد|ذكر|أفاد|أضاف|أوضح|أشار|كشف|صرح|قتل|أصيب|توفي|وصل|غادر|وقع|بدأ|شهد|ضرب|هز|أطلق|أصدر|قرر|رفض|وافق|دعا|طالب|شارك|فاز|خسر|"
        r"تعرض|أوقف|ضبط|نفذ|شن|قصف|دمر|سقط|تراجع|بلغ|حذر|نفى|دان|أدان|زار|ناقش|أجرى|أجريت|ألقى|تلقى|منح|ترأس|دشن|تولى|قضى|حضر|هاجم|أغلق|أعاد|عاد|توجه|تسلم|سلم|غرق|لقي|تبنى|وجد|عثر|حصل|خرج|نجح|فشل|رأى|جاء|قام|ظهر|كتب|تظاهر|تمكن|تحدث|تسبب|توصل|تأهل|تغلب|تعهد)\b"
        r"|\b[وف]?(?!ال|ب?توقيت|وقت|موقت|صوت|تحت|سبت|أخت|بنت|ثابت|إنترنت|انترنت|أسمنت|تفاوت)\p{L}{2,}(?<![ايو])ت\b"
        r"|\b[وف]?(?:ان|است|ا(?!ل)\p{L}ت)(?!\p{L}*ا|كتوبر|رنت)\p{L}{2,4}\b|\b[وف]?است\p{L}ا\p{L}ت?\b|\b[وف]?(?![يت])\p{L}{3,}وا\b"
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
    follows=regex.compile(rf"\s[يت](?:{_ARABIC_PRESENTS})\b"),
    resumes=regex.compile(
        rf"(?:\b(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)(?:\s(?:الماضي|الماضية))?\s|\s[وف])[يت](?:{_ARABIC_PRESENTS})\b"
    ),
)
URDU: Final = Signs(
    code="ur",
    plans=plans.URDU,
    was_to=regex.compile(r"\p{L}ن[اےی]\sتھ[اےی]ں?\b"),
    past=regex.compile(
        r"\b(?:تھا|تھی|تھے|تھیں|گیا|گئی|گئے|گئیں|(?:کیا|کی|کیے|کئے|کہا|دیا|دی|دیے|لیا|لی)(?!\sجا(?:ئے|ئیں|نا|نے|\sسک))|ہوا|ہوئی|ہوئے|ہوئیں|بتایا|سنایا|آیا|آئی|آئے|پہنچا|پہنچے|پہنچی|مارا|مارے|بنا|چلا|چکا|چکی|چکے|"
        r"ملا|ملی|ملے|لگی|لگا|رہا(?!\s(?:ہے|ک))|رہی(?!\sہے)|رہے(?!\sہیں))\b"
    ),
    ahead=regex.compile(
        r"\b(?:گا|گی|گے|ہوگا|ہوگی|ہونگے|کریگا|کریگی|کرینگے|جائیگا|جائیگی|متوقع|امکان|رہا\sہے|رہی\sہے|رہے\sہیں|(?:جا|کر|ہو)\sسکت(?:ا|ی|ے))\b"
    ),
    since=regex.compile(r"\sسے\b"),
    until=regex.compile(r"\s(?:تک|سے\s(?:قبل|پہلے))\b"),
    followed=regex.compile(
        r"\sک[ےی]\s(?:روز\s|دن\s)?(?:حملے|دھماکے|حادثے|واقعے|زلزلے|فائرنگ)\b|\sسے\s(?:بند|معطل|لاپتا|لاپتہ|جاری|غائب|قید)\b|\sکو\s(?:گرفتار|زخمی|ہلاک|قتل|اغوا|شہید|برطرف|معطل)\s(?:ہونے\sوال[اےی]|(?!کی|کر|کئ|ہو|نہ)\p{L})"
    ),
    verb_last=True,
)
BY_LANGUAGE: Final[Mapping[str, Signs]] = {
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "ru": RUSSIAN,
    "ar": ARABIC,
    "ur": URDU,
}
"""The signs of each language that has some."""
