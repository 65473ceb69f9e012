"""Corrections and editor's notes, told by their words."""

import re

_LONGEST = 1200  # code points
# What a note begins with, before its colon or as its heading; or what it says of the text.
_LABEL = re.compile(
    r"""(?ix)\W{0,3}(?:
      (?:corrections?|clarifications?|corrigend(?:um|a)|errat(?:um|a)(?:\s+corrige)?|updates?|(?:(?:an?\s+)?editor(?:['’]?s|s['’]|ial)|publisher['’]s)\s+note)
    | korrektur|berichtigung|richtigstellung|klarstellung|(?:anmerkung|hinweis|anm\.)\s+(?:der|d\.)\s+(?:redaktion|red\.?)
    | rectificati(?:f|on)|précision|mise\s+à\s+jour|ndlr|n\.d\.l\.r\.?|note\s+de\s+(?:la\s+rédaction|l['’]éditeur)
    | correcci[oó]n|rectificación|aclaración|actualización|fe\s+de\s+err(?:atas|ores)|nota\s+(?:de\s+la\s+redacción|del\s+editor|do\s+editor|da\s+redação|della\s+redazione|dell['’]editore)
    | correção|retificação|esclarecimento|correzione|rettifica|precisazione|aggiornamento|correctie|rectificatie|noot\s+van\s+de\s+redactie|rättelse|rettelse|sprostowanie|oprava|düzeltme
    | исправление|уточнение|поправка|(?:от|примечание)\s+редакции|تصحيح|توضيح|تنويه|ملاحظة\s+(?:من\s+)?(?:المحرر|التحرير)|تصحیح|وضاحت|ادارتی\s+نوٹ
    )\b(?:[^:：]{0,40}(?::(?=\s)|：)|\W*$)"""
)
_SAYS = re.compile(
    r"""(?ix)(?:[^.:]{0,80}[.:]\s)?\W{0,3}(?:
      (?:this|the)\s+(?:article|story|report|piece|post|headline|version)\s+(?:was|has\s+been|have\s+been)\s+(?:\w+\s+){0,2}(?:amended|corrected|updated|changed|edited|revised|clarified|modified|first\s+published|originally\s+published)
    | (?:an?|the|in\s+an?)\s+(?:earlier|previous|original|first)\s+version\s+of\s+th(?:is|e)\s+(?:article|story|report|piece|post)
    | in\s+einer\s+(?:früheren|vorherigen|ersten|älteren)\s+(?:version|fassung)|diese[rs]?\s+(?:artikel|beitrag|text|meldung)\s+wurde\s+(?:\w+\s+){0,6}(?:korrigiert|geändert|aktualisiert|berichtigt|ergänzt)
    | une\s+(?:première|précédente)\s+version\s+de\s+(?:cet|ce)\s|(?:cet\s+article|ce\s+texte)\s+a\s+été\s+(?:\w+\s+){0,2}(?:modifié|corrigé|mis\s+à\s+jour|actualisé)
    | una\s+versi(?:ón|one)\s+(?:anterior|previa|precedente)\s+d|uma\s+versão\s+anterior\s+d|est[ea]\s+(?:artículo|nota|noticia|texto|artigo|reportagem|matéria)\s+(?:ha\s+sido|fue|foi)\s+(?:corregid|actualizad|modificad|corrigid|atualizad|alterad)[oa]
    | questo\s+articolo\s+è\s+stato\s+(?:corretto|modificato|aggiornato)|in\s+een\s+eerdere\s+versie\s+van\s+dit|i\s+en\s+tidigare\s+version\s+av
    | в\s+(?:первой|предыдущей|более\s+ранней|первоначальной)\s+версии\s+(?:этого\s+)?(?:текста|статьи|материала|заметки)|نسخة\s+سابقة\s+من\s+(?:هذا|هذه)|تم\s+(?:تصحيح|تحديث|تعديل)\s+(?:هذا|هذه)
    )"""
)
_RENAMED = re.compile(
    r"""(?ix)\W{0,4}(?:
      (?:some\s+|the\s+|all\s+)?names?\s+(?:of\s+[^.]{1,60}\s)?(?:ha(?:s|ve)\s+been|w(?:as|ere))\s+(?:changed|altered)
    | (?:der\s+|die\s+|alle\s+)?(?:vor)?namen?\s+(?:[^.]{1,40}\s)?geändert|(?:le|les)\s+(?:pré)?noms?\s+(?:a|ont)\s+été\s+(?:modifié|changé)
    | (?:el\s+|los\s+)?nombres?\s+(?:ficticio|ha\s+sido|han\s+sido|fue)|(?:o\s+|os\s+)?nomes?\s+(?:fictício|fo(?:i|ram)\s+(?:trocado|alterado))|(?:il\s+)?nom[ei]\s+(?:di\s+fantasia|è\s+stato|sono\s+stati)
    | (?:имя|имена)\s+(?:\w+\s+){0,2}изменен|الأسماء\s+مستعارة|الاسم\s+مستعار|نام\s+(?:تبدیل|فرضی)
    )"""
)


def is_note(text: str) -> bool:
    """Whether the line tells what was wrong in the text, or changed in it."""
    if len(text) > _LONGEST or "@" in text:
        return False
    return bool(_LABEL.match(text) or _RENAMED.match(text) or _SAYS.match(text))
