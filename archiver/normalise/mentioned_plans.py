"""What was decided, ordered or put off in the past for a day to come, in the languages beside English.

"El concejo decidió cerrar el puente el 1 de octubre", "hat beschlossen, die Gebühren ab Juli zu erhöhen", "a été renvoyé au
12 mai": the verb is a past, and the day lies ahead. A day right beside the verb is that of the decision.
"""

from typing import Final, Literal, NamedTuple, TypeAlias

import regex

Pattern: TypeAlias = "regex.Pattern[str]"
_NOTHING: Final = regex.compile(r"\A(?!)")


class Plans(NamedTuple):
    """A language's words of plans.

    `plans` are the stems, before the date, of what orders, promises or announces (its group `promises`): what has an infinitive
    between it and the date, or is to begin then (`begins`, right before it), lies ahead; and of what a story of the past tells
    as well (any other): with an infinitive nothing is sure. `moves` are the stems of what is put off, `to` the words before the
    day that it is put off to. `announces` are the stems of what tells of an event, `called_off` of its end: nobody can tell
    whether the date of "anunció una huelga el 20 de abril" is that of the event. `behind` is an infinitive behind the date,
    where it stands last; `promised` one with what promises it.
    """

    plans: Pattern = _NOTHING
    infinitive: Pattern = _NOTHING
    begins: Pattern = _NOTHING
    moves: Pattern = _NOTHING
    to: Pattern = _NOTHING
    announces: Pattern = _NOTHING
    called_off: Pattern = _NOTHING
    behind: Pattern = _NOTHING
    promised: Pattern = _NOTHING


def of_plan(before: str, behind: str, plans: Plans, past: Pattern, *, near: bool) -> Literal["ahead", "unsure"] | None:
    """What plans tell of a date, with what its sentence has before and behind it; None: nothing.

    `past` are forms of the past, `near` is a date of the next months.
    """
    tail = before[-_TAIL:]
    if plans.promised.match(behind) or (plans.to.search(tail) and plans.moves.search(before)):
        return "ahead"
    if near and plans.called_off.search(behind[:_NEAR]):
        return "unsure"
    found = max(plans.plans.finditer(before), key=lambda match: match.end(), default=None)
    last = plans.behind.match(behind)
    if found is None or past.search(before, found.end()):
        return "unsure" if last and _OPENED.search(before) else None
    begins = plans.begins.search(tail) is not None
    if not (begins or last or plans.infinitive.search(before, found.end())):
        far = len(before[found.end() :].split()) > _BESIDE
        return "unsure" if near and far and plans.announces.match(found[0]) else None
    return "ahead" if begins or found["promises"] else "unsure"


_TAIL: Final = 48  # characters before a date that hold the words right before it
_NEAR: Final = 40  # characters from a date to a verb behind it
_BESIDE: Final = 2  # words between a verb and a date right beside it
_OPENED: Final = regex.compile(r"\p{L},\s[^,]{0,60}$")  # the clause of the date is opened by a comma


def _stems(words: str) -> Pattern:
    return regex.compile(rf"\b(?:{'|'.join(words.split())})\p{{L}}*", regex.IGNORECASE)


def _plans(promises: str, decides: str) -> Pattern:
    groups = rf"(?P<promises>{'|'.join(promises.split())})|{'|'.join(decides.split())}"
    return regex.compile(rf"\b(?:{groups})\p{{L}}*", regex.IGNORECASE)


def _last(words: str) -> Pattern:
    """One of the words, right before the date and a small word that belongs to it."""
    return regex.compile(rf"\b(?:{words})\s?(?:\p{{L}}{{1,4}}\s)?$", regex.IGNORECASE)


FRENCH: Final = Plans(
    plans=_plans(
        "décid vot[eé] adopt ordonn annonc promis promet prévoi prévu accept condamn autoris menac convoqu",
        "approuv demand propos choisi réclam exig offert offr revendiqu",
    ),
    infinitive=regex.compile(
        r"\b(?:de|d[’']|à)\s?(?:(?:ne\spas|se|s[’']|l[eas’']|les|en|y)\s?)?(?!hier\b|mer\b|fer\b|dernier\b|premier\b|janvier\b|février\b)\p{Ll}{2,}(?:er|ir|re|oir)\b"
    ),
    begins=_last("au|dès|à partir d[eu’']|à compter d[eu’']"),
    moves=_stems("renvoy report repouss ajourn diffèr différ décal avanc prolong remis fix"),
    to=_last("au|à"),
    announces=_stems("annonc convoqu programm prévoi prévu"),
    called_off=_stems("annul report repouss ajourn suspend"),
)
GERMAN: Final = Plans(
    plans=_plans(
        "beschlossen ordne angeordnet kündig angekündigt verspr[ao]ch plan verpflichtet aufgefordert forder verurteil stimmte geeinigt vereinbart droh",
        "beschl[oi] beschließ entschied entscheid entschloss erlaub bat gebeten",
    ),
    begins=_last("ab"),
    behind=regex.compile(r"[^.!?,]{0,80}?\s(?:zu\s\p{Ll}+n|\p{Ll}+zu\p{Ll}{2,}n)\b"),
    announces=_stems("kündig angekündigt plan"),
    called_off=_stems("abgesagt verschob vertag verleg gestrichen"),
)
SPANISH: Final = Plans(
    plans=_plans(
        "acord acuerd orden anunci promet conden dispus amenaz convoc",
        "decid decisi aprob ofrec exig reclam autoriz propu propon pidi pidier solicit resolv resolvi",
    ),
    infinitive=regex.compile(
        r"\b(?!lugar|mujer|ayer|hogar|militar|escolar|popular|taller|alquiler|titular|particular|similar|familiar|mar\b|bar\b|par\b|auxiliar|peninsular|nuclear)\p{Ll}{2,}(?:[aei]r)(?:se|l[aeo]s?)?\b"
    ),
    begins=_last("desde|a partir del?|a contar del?"),
    moves=_stems("aplaz pospu pospo posterg difiri traslad fij adelant prorrog reprogram"),
    to=_last("al?|para"),
    announces=_stems("anunci convoc"),
    called_off=_stems("cancel suspend aplaz pospu pospo posterg reprogram"),
)
ITALIAN: Final = Plans(
    plans=_plans(
        "decis decret ordin annunci promess promett stabili dispos condann minacci deliber",
        "decid approv accord autorizz propost chiest offert offr pretes",
    ),
    infinitive=regex.compile(
        r"\b(?:di|ad?|d[’'])\s(?:\p{Ll}{2}\s)?(?!mare\b|cuore\b|fare\b)\p{Ll}{2,}(?:[aei]re|rre|[aei]r(?:si|l[aeoi]|ne))\b|\b(?:di|a)\sfare\b"
    ),
    begins=_last("d[ao]|dal|dallo|dall[’']|a partire dal?|a decorrere dal?"),
    moves=_stems("rinvi spost posticip differ fissa proroga aggiorna anticip slitt"),
    to=_last("al|all[’']|ad?"),
    announces=_stems("annunci"),
    called_off=_stems("annull sospes rinvi posticip"),
)
PORTUGUESE: Final = Plans(
    plans=_plans(
        "anunci promet determin orden conden ameaç convoc",
        "decid decis aprov acord autoriz prop[ôu] propost pedi resolv oferec exig reivindic",
    ),
    infinitive=regex.compile(
        r"\b(?!lugar|mulher|qualquer|militar|escolar|popular|titular|particular|similar|familiar|mar\b|bar\b|par\b|lar\b|melhor|maior|menor|nuclear)\p{Ll}{2,}(?:[aei]r|por)(?:-se)?\b"
    ),
    begins=_last("desde|a partir d[eao]"),
    moves=_stems("adi transfer remarc antecip prorrog"),
    to=_last("para|ao?"),
    announces=_stems("anunci convoc"),
    called_off=_stems("cancel suspens adiad adiou remarc"),
)
RUSSIAN: Final = Plans(
    plans=_plans(
        "постанови приказ распоряд обеща пообеща обяза объяви поручи призва намер договор",
        "реши решен утвер одобр потребова предлож разреши запрети заяви согласи",
    ),
    infinitive=regex.compile(
        r"\b(?!мать|путь|суть|память|печать|кровать|пять|шесть|девять|десять)\p{Ll}{2,}(?:[аеиоуыюя]ть|[аеиоуыюя]ться|сти|зти|чь|йти)\b(?<!ност[ьи])(?<!ласт[ьи])"
    ),
    begins=_last("со?|начиная со?"),
    announces=_stems("объяви"),
    called_off=_stems("отмен перенес перенос отлож"),
)
ARABIC: Final = Plans(
    plans=regex.compile(
        r"\b[وف]?(?P<promises>قرر|أقر|وافق|أمر|أعلن|وعد|تعهد|اعتمد|أجاز|طلب|طالب|حظر|اتفق|أصدر|صادق|سمح|عرض|اقترح)\p{L}{0,3}\b"
    ),
    infinitive=regex.compile(
        r"\b[بل]?(?:إ\p{L}{2,3}ا\p{L}ة?|ت\p{L}{2}ي\p{L}|فتح|رفع|خفض|بناء|وقف|منع|عقد|زيادة)\s(?=\P{L}*(?:\p{L}+\s){0,6}\P{L}*$)"
    ),
    begins=_last("ابتداءً? من|اعتبارا?ً? من|بدءا?ً? من|بداية من|انطلاقا من|من"),
    moves=regex.compile(r"\b[وفبل]?(?:أجل|أرجأ|تأجيل|إرجاء|مدد|تمديد|نقل)\p{L}{0,2}\b"),
    to=_last("إلى|حتى"),
    announces=regex.compile(r"\b[وف]?أعلن\p{L}{0,3}\b"),
)
URDU: Final = Plans(
    promised=regex.compile(
        r"\sسے\s(?!جاری|بند)[^۔؟!]{0,60}?ک[یا]\s(?:پیشکش|تجویز|مطالبہ)\b|[^۔؟!]{0,80}?نے\s(?:کا|کی|کے\sلیے|کے\sلئے|پر)\s(?:\p{L}+\s)?(?:فیصلہ|اعلان|حکم|منظوری|ہدایت|وعدہ|ارادہ|منصوبہ|اجازت|تجویز|مطالبہ)"
    ),
    called_off=_stems("منسوخ ملتوی"),
)
