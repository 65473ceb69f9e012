"""The words by which lines in many languages say that a date is that of the publication or of a change, as patterns."""

from typing import Final

PUBLISHED: Final = (
    r"(?:first|originally|date)?\s?published(?:\s(?:date|time|at|on|in))?",
    r"(?:date|time)\sof\spublication|publication\s(?:date|time)|pub(?:lish)?\s?date|date\s(?:posted|published)",
    r"(?:posted|issued|released|uploaded|filed|created)(?:\s(?:at|on))?",
    r"(?:publié|publiée|posté|postée|mise?\sen\sligne|paru|créé|rédigé)(?:\s(?:le|à))?|date\sde\s(?:publication|parution)",
    r"(?:veröffentlicht|publiziert|erschienen|erstellt|gepostet|verfasst|eingestellt|online\sseit|online\sgestellt|geschrieben)(?:\s(?:am|um|seit))?|veröffentlichung(?:sdatum)?",
    r"(?:publicad[oa]|creado|subido)(?:\s(?:el|en|em|a\slas))?|fecha\sde\spublicación|data\sd[ei]\spublica[çc]ão",
    r"(?:pubblicat[oa]|creato)(?:\s(?:il|alle))?|data\s(?:di\s)?pubblicazione",
    r"(?:gepubliceerd|geplaatst|verschenen)(?:\sop)?|publicatiedatum",
    r"publicera(?:d|t|s)|skapad|publisert|publiceret|offentliggjort|julkaistu|birt",
    r"опубликован[оа]?|дата\sпубликации|размещено|создано|опубліковано|дата\sпублікації|публикувано|објављено",
    r"opublikowan[oay]|data\spublikacji|dodano|utworzono|publikováno|vydáno|zverejnené|uverejnené|objavljeno|objavljen",
    r"publicat(?:\s(?:pe|la|în))?|data\spublicării|megjelent|közzétéve|publikálva",
    r"δημοσι[εέ]ύθηκε|δημοσίευση|ημερομηνία\sδημοσίευσης",
    r"yayınlan(?:ma|dı)(?:\starihi)?|yayımlan(?:ma|dı)(?:\starihi)?|yayın\starihi|oluşturulma(?:\starihi)?|giriş(?:\starihi)?|eklenme(?:\starihi)?",
    r"(?:تم\s)?(?:ال)?نُ?شر(?:ت|ه|ها)?(?:\s(?:في|بتاريخ|يوم))?|تاريخ\sالنشر|نشر\sبتاريخ",
    r"شائع(?:\sشدہ|\sہوا|\sہوئی|\sکیا\sگیا|\sکی\sگئی)?|تاریخِ?\sاشاعت|اشاعت(?:\sکی\sتاریخ)?",
    r"تاریخ\sانتشار|انتشار|منتشر\sشده",
    r"प्रकाशित(?:\sतिथि)?|प्रकाशन|পোস্ট|প্রকাশ(?:িত|ের\sসময়)?",
    r"diterbitkan|dipublikasikan|terbit|tayang|ngày\sđăng|đăng\s(?:lúc|ngày)|xuất\sbản",
    r"发布(?:时间|于|日期)?|發布(?:時間|於|日期)?|发表(?:时间|于)?|發表(?:時間|於)?|公開(?:日時?)?|掲載(?:日時?)?|配信(?:日時?)?|投稿日",
    r"(?:기사)?입력|등록|게시|발행|최초\s?입력",
    r"פורסם(?:\sב(?:תאריך)?)?|תאריך\sפרסום",
)

MODIFIED: Final = (
    r"(?:last|latest|most\srecently)?\s?(?:updated?|modified|revised|edited|changed|amended)(?:\s(?:at|on|date|time))?|lastupdated?|date\s(?:updated|modified)",
    r"(?:dernière\s)?(?:mis(?:e)?\sà\sjour|modifié|modification|actualisé|màj|maj(?=\s?:|\sle\s|\sà\s))(?:\s(?:le|à))?",
    r"(?:zuletzt\s)?(?:aktualisiert|geändert|bearbeitet|überarbeitet)(?:\s(?:am|um))?|(?:letzte[s]?\s)?(?:aktualisierung|update|änderung)|stand",
    r"(?:última\s)?(?:actualizad[oa]|actualización|modificad[oa]|modificación|atualizad[oa]|atualização|modificação)(?:\s(?:el|en|em|a\slas|às))?",
    r"(?:ultim[oa]\s)?(?:aggiornat[oa]|aggiornamento|modifica(?:to)?)(?:\s(?:il|alle))?",
    r"(?:laatst\s)?(?:bijgewerkt|gewijzigd|aangepast|geüpdatet)(?:\sop)?|laatste\s(?:update|wijziging)",
    r"(?:senast\s|sist\s|senest\s)?(?:uppdatera(?:d|t)|ändrad|oppdatert|opdateret|endret|ændret)|(?:viimeksi\s)?päivitetty|muokattu",
    r"обновлен[оа]?|обновлён|изменено|последнее\sобновление|оновлено|змінено|актуализирано|ажурирано",
    r"(?:ostatnia\s)?(?:zaktualizowan[oay]|aktualizacja|modyfikacja)|aktualizováno|aktualizované|ažurirano|upraveno",
    r"actualizat(?:\s(?:pe|la))?|ultima\sactualizare|frissítve|frissült|módosítva",
    r"(?:τελευταία\s)?(?:ενημέρωση|ανανέωση)|ενημερώθηκε",
    r"(?:son\s)?(?:güncelle(?:me|ndi|nme)|değiştirilme)(?:\starihi)?",
    r"(?:آخر\s|تم\s)?(?:ال)?(?:تحديث|تعديل)(?:\s(?:في|بتاريخ))?|حُ?دِّ?ثت?(?:\sفي)?",
    r"(?:آخری\s(?:بار\s)?)?(?:اپ\s?ڈیٹ|ترمیم)(?:\sکیا\sگیا|\sکی\sگئی|\sشدہ|\sہوا|\sہوئی)?|(?:آخرین\s)?(?:به‌?\s?روز\s?رسانی|بروزرسانی|ویرایش)",
    r"अपडेट(?:ेड)?|अद्यतन|আপডেট|হালনাগাদ",
    r"diperbarui|diubah|cập\snhật(?:\s(?:lúc|lần\scuối))?",
    r"(?:最后|最終|最後)?(?:更新|修改)(?:时间|時間|日時?|于|於)?|(?:최종\s?)?(?:수정|업데이트|갱신)",
    r"עודכן(?:\sב)?|עדכון(?:\sאחרון)?",
)

# Behind other letters too, for these scripts put no spaces.
GLUED_MODIFIED: Final = r"(?:最后|最終|最後)?更新(?:时间|時間|日時?|于|於)?"
GLUED_PUBLISHED: Final = r"发布(?:时间|于)?|發布|公開|掲載"
