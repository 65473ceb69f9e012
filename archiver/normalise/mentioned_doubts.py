"""Words beside a day without a year, or beside two figures, by which they are no date of the story: births, streets, laws."""

from typing import Final

import regex

from archiver.normalise.mentioned_rules import Context

_REACH: Final = 60  # characters beside a date

_BEFORE: Final = regex.compile(
    # Born on it: some year's.
    r"\b(?:born|[Nn]ée?s?|[Gg]eboren|[Nn]aci[oó]|[Nn]acieron|[Nn]acid[oa]s?|nat[oaie]|Nat[aie]|[Nn]asceu|[Nn]asceram|[Nn]ascid[oa]s?|[Рр]одил\p{Ll}+|و?ول(?:د|دت)|مواليد)"
    r"(?:\s[^.!?;\d\n]{0,25})?\s$"
    r"|\b(?:[Bb]irthday|[Aa]nniversaire|[Gg]eburtstag|[Cc]umpleaños|[Cc]ompleanno|[Aa]niversário)\s(?:is|falls|est|tombe|ist|fällt|es|cae|è|cade|é|cai)?\s?"
    r"(?:on|le|am|auf den|el|il|em)?\s?$"
    # Each year's.
    r"|\b(?:[Ee]very|[Ee]ach|[Cc]haque|[Jj]ede[ns]|[Cc]ada|[Oo]gni|[Tt]odo|[Кк]аждый|[Кк]аждое|كل|ہر)(?:\s(?:year|année|an|Jahr|año|anno|ano|год|عام|سنة|سال))?"
    r"(?:,?\s(?:on|le|am|el|il|em|a|в))?(?:\sthe)?\s$"
    r"|\b(?:[Aa]nnually|[Tt]ous les ans|[Aa]lljährlich|[Jj]ährlich|[Tt]odos los años|[Tt]utti gli anni|[Tt]odos os anos|[Ее]жегодно|سنويا)(?:,?\s(?:on|le|am|el|il|em))?(?:\sthe)?\s$"
    # What is named after it.
    r"|\b(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Ss]quare|[Ll]ycée|[Ss]tade|[Ss]traße|[Pp]latz|[Aa]llee|[Aa]venida|[Cc]alle|[Pp]laza|[Pp]arque|[Ee]stadio|"
    r"[Cc]olegio|[Mm]ovim(?:i?ento)|[Bb]ewegung|[Rr]ua|[Pp]raça|[Vv]ia|[Pp]iazza|[Vv]iale|[Cc]orso|[Уу]лиц\p{Ll}+|[Пп]лощад\p{Ll}+|[Пп]роспект\p{Ll}*|имени|[وبل]?(?:شارع|ميدان|ساحة|جسر|مدينة|"
    r"جامعة|ثورة|حركة|قوى|تحالف|تيار|استاد|ملعب|حديقة|مستشفى))\s(?:(?:du|de|des|del|do|da|dos)\s)?$"
)
_BEHIND: Final = regex.compile(
    r"\s(?:Street|Road|Square|Avenue|Boulevard|Bridge|Park|Stadium|Alliance|Movement|Coalition|Brigades?|Hospital|University|School|Hall|Revolution|پارک|روڈ|چوک|اسٹیڈیم)\b"
    r"|[^.!?۔\d\n]{0,40}\s(?:geboren|پیدا)\b"
)
_LAW: Final = regex.compile(
    r"(?:\b(?:law|act|bill|directive|regulation|resolution|decree|order|ordinance|loi|décret|résolution|règlement|ordonnance|arrêté|gesetz|richtlinie|verordnung|beschluss|"
    r"ley|decreto|directiva|resolución|reglamento|orden|lei|portaria|resolução|legge|direttiva|regolamento|закон\p{L}*|указ\p{L}*|приказ\p{L}*|постановлени\p{L}*|"
    r"nos?|nr)\b\.?|n[°º]|№|رقم)\s?(?:\(\p{Lu}+\)\s?|n[°ºro]*\.?\s?|№\s?)?$",
    regex.IGNORECASE,
)


def is_of_no_year(context: Context) -> bool:
    """Whether a day without a year is a birth's, comes back each year, or is in the name of a street or a movement."""
    return bool(_BEFORE.search(context.before(_REACH)) or _BEHIND.match(context.after(_REACH)))


def is_law(context: Context) -> bool:
    """Whether figures that look like years are the number of a law or decree."""
    return bool(_LAW.search(context.before(_REACH)))
