"""Labels of dates: each that the patterns know is found, whatever its case."""

import pytest

from archiver.normalise import date_labels, date_parser

_LABELS = (
    "First published|Published on|Date of publication|Pub date|Date posted|Posted|Issued|Released|Uploaded|Filed|Created|Publié le|Postée|Mise en ligne"
    "|Paru le|Créé|Rédigé le|Veröffentlicht am|Publiziert|Erschienen|Erstellt|Gepostet|Verfasst|Eingestellt|Online seit|Geschrieben|Veröffentlichungsdatum"
    "|Publicado|Creado|Subido|Fecha de publicación|Data de publicação|Pubblicato il|Creato|Data di pubblicazione|Gepubliceerd op|Geplaatst|Verschenen"
    "|Publicatiedatum|Publicerad|Skapad|Publisert|Publiceret|Offentliggjort|Julkaistu|Birt|Опубликовано|Дата публикации|Размещено|Создано|Опубліковано"
    "|Публикувано|Објављено|Opublikowano|Data publikacji|Dodano|Utworzono|Publikováno|Vydáno|Zverejnené|Uverejnené|Objavljeno|Publicat|Megjelent"
    "|Közzétéve|Δημοσιεύθηκε|Δημοσίευση|Yayınlanma|Yayımlandı|Yayın tarihi|Oluşturulma|Giriş|Eklenme|نشر في|تاريخ النشر|شائع|تاریخ اشاعت|تاریخ انتشار"
    "|منتشر شده|प्रकाशित|পোস্ট|প্রকাশিত|Diterbitkan|Terbit|Tayang|Ngày đăng|Xuất bản|发布时间|發布時間|发表于|公開日時|掲載日|配信|投稿日|기사입력|등록|게시|발행"
    "|פורסם|Updated|Last modified|Revised|Edited|Changed|Amended|Dernière mise à jour|Modifié le|Actualisé|Màj|Maj|Aktualisiert|Geändert|Bearbeitet"
    "|Überarbeitet|Letzte Änderung|Stand|Actualizado|Última modificación|Atualizado em|Última atualização|Aggiornato il|Ultimo aggiornamento|Modificato"
    "|Bijgewerkt|Gewijzigd|Aangepast|Laatste update|Uppdaterad|Ändrad|Oppdatert|Opdateret|Endret|Päivitetty|Muokattu|Обновлено|Изменено|Оновлено"
    "|Змінено|Актуализирано|Ажурирано|Zaktualizowano|Aktualizacja|Aktualizováno|Ažurirano|Upraveno|Actualizat|Frissítve|Frissült|Módosítva"
    "|Τελευταία ενημέρωση|Ενημερώθηκε|Güncelleme|Güncellendi|Değiştirilme|آخر تحديث|تعديل|اپ ڈیٹ|ترمیم|بروزرسانی|अपडेट|अद्यतन|আপডেট|হালনাগাদ"
    "|Diperbarui|Diubah|Cập nhật|更新时间|最終更新日|修改|수정|업데이트|갱신|עודכן"
)


@pytest.mark.parametrize("label", _LABELS.split("|"))
def test_a_label_is_known_by_its_letters(label: str) -> None:
    """What says that a date is one of publishing or change is seen as that, in capitals too."""
    assert date_labels.has_label(f"{label}: 2025-03-03"), label
    assert any(stem in label.upper().lower() for stem in date_labels.STEMS), label


_BOTH = """
en | First published on Tue 14 May 2024 18.03 BST || Last modified on Wed 15 May 2024 07.10 BST
en | Posted: May 14, 2024 6:03 PM EDT; || Updated: May 15, 2024 7:10 AM EDT
en | May 14, 2024 || Updated May 15, 2024
de | Erstellt: 14.05.2024, 18:03 Uhr; || zuletzt aktualisiert: 15.05.2024, 07:10 Uhr
de | 14.05.2024, 18:03 Uhr. || Aktualisiert: 15.05.2024, 07:10 Uhr
fr | Publié le 14 mai 2024 à 18h03. || Mis à jour le 15 mai 2024 à 07h10
es | Publicado el 14 de mayo de 2024 a las 18:03. || Actualizado: 15/05/2024 07:10 h
it | Pubblicato il 14 maggio 2024 alle 18:03. || Aggiornato il 15 maggio 2024 alle 07:10
pt | Publicado em 14 de maio de 2024 às 18h03. || Atualizado em 15 de maio de 2024 às 07h10
nl | Gepubliceerd op 14 mei 2024 om 18:03. || Laatst bijgewerkt op 15 mei 2024 om 07:10
sv | Publicerad 14 maj 2024 kl. 18.03. || Uppdaterad 15 maj 2024
da | Publiceret 14. maj 2024 kl. 18.03. || Opdateret 15. maj 2024 kl. 07.10
no | Publisert 14. mai 2024 kl. 18.03. || Sist oppdatert 15. mai 2024 kl. 07.10
fi | Julkaistu 14.5.2024 klo 18.03. || Päivitetty 15.5.2024 klo 7.10
pl | Opublikowano: 14 maja 2024, 18:03; || aktualizacja: 15 maja 2024
cs | Publikováno 14. května 2024, 18:03. || Aktualizováno 15. května 2024, 7:10
ro | Publicat pe 14 mai 2024, 18:03. || Actualizat pe 15 mai 2024, 07:10
hu | Megjelent: 2024. május 14. 18:03. || Frissítve: 2024. május 15. 07:10
tr | Yayınlanma: 14 Mayıs 2024, 18:03. || Güncelleme: 15 Mayıs 2024, 07:10
el | Δημοσιεύθηκε: 14 Μαΐου 2024, 18:03. || Ενημερώθηκε: 15 Μαΐου 2024, 07:10
ru | Опубликовано: 14 мая 2024, 18:03. || Обновлено: 15 мая 2024, 07:10
uk | Опубліковано: 14 травня 2024, 18:03. || Оновлено: 15 травня 2024, 07:10
ar | نُشر في 14 مايو 2024، 18:03. || آخر تحديث 15 مايو 2024، 07:10
ur | شائع شدہ 14 مئی 2024، 18:03۔ || اپ ڈیٹ 15 مئی 2024، 07:10
hi | प्रकाशित: 14 मई 2024, 18:03। || अपडेट: 15 मई 2024, 07:10
id | Diterbitkan 14 Mei 2024, 18.03 WIB. || Diperbarui 15 Mei 2024, 07.10 WIB
vi | Xuất bản 14/05/2024, 18:03. || Cập nhật 15/05/2024, 07:10
zh | 发布时间：2024年5月14日 18:03。 || 更新时间：2024年5月15日 07:10
ja | 公開日時：2024年5月14日 18時03分。 || 更新日時：2024年5月15日 07時10分
ko | 입력 2024.05.14. 18:03. || 수정 2024.05.15. 07:10
he | פורסם: 14 במאי 2024, 18:03. || עודכן: 15 במאי 2024, 07:10
"""


@pytest.mark.parametrize("case", _BOTH.strip().split("\n"))
@pytest.mark.parametrize("divider", [" ", " | ", " – "])
def test_a_line_states_publication_and_change(case: str, divider: str) -> None:
    """One line that states both gives both, whatever stands between them."""
    language, _, both = case.partition(" | ")
    first, second = both.split(" || ")
    found = date_labels.find_labels(f"{first}{divider}{second}", language=language)
    assert [date.role for date in found] == ["published", "modified"]
    days = [date_parser.parse(date.text, language=language) for date in found]
    assert [read and read.at[:10] for read in days] == ["2024-05-14", "2024-05-15"]


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("en", "14 May 2024, 18:03 (Updated 15 May 2024, 07:10)", "2024-05-15"),
        ("de", "14. Mai 2024, 18:03 Uhr (aktualisiert: 15. Mai 2024, 7:10 Uhr)", "2024-05-15"),
        ("fr", "14 mai 2024 à 18h03 (mis à jour le 15 mai 2024 à 7h10)", "2024-05-15"),
        ("es", "14 de mayo de 2024, 18:03 (actualizado el 15 de mayo de 2024, 7:10)", "2024-05-15"),
        ("ru", "14 мая 2024, 18:03 (обновлено: 15 мая 2024, 7:10)", "2024-05-15"),
        ("en", "Ida Quist 14 May 2024, 18:03 Updated: 15 May 2024, 7:10", "2024-05-15"),
        ("en", "May 14, 2024Updated May 15, 2024, 7:10 a.m. ET", "2024-05-15"),
        ("pt", "14/05/2024 18h03 Atualizado em 15/05/2024 07h10", "2024-05-15"),
        ("es", "Martes, 14 mayo 2024, 18:03 | Actualizado 20:30h.", None),
        ("es", "14/05/2024 a las 18:03h. Actualizado a las 19:10h.", None),
    ],
)
def test_a_date_before_a_change_is_the_publication(language: str, line: str, day: str | None) -> None:
    """What stands before a change in the same line, in brackets or behind a name, is when the page was published."""
    found = date_labels.find_labels(line, language=language)
    days = {date.role: date_parser.parse(date.text, language=language) for date in found}
    read = {role: date and date.at[:10] for role, date in days.items()}
    assert read == {"published": "2024-05-14", **({"modified": day} if day else {})}


def test_a_sentence_that_tells_of_two_dates_states_none() -> None:
    """Words of publishing within sentences are no labels."""
    told = "The plan was published on 14 May 2024. Updated figures came on 15 May 2024."
    assert date_labels.find_labels(told, language="en") == ()


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2024-05-14 责任编辑：沈若溪",
        "发布日期：2024-05-14 18:03 所属分类：港口",
        "2024-05-14 18:03 来源：东岸日报",
    ],
)
def test_another_label_ends_a_chinese_date(line: str) -> None:
    """Editor, source and category behind a date belong to the line, and not to a sentence."""
    assert [date.text[:10] for date in date_labels.find_labels(line, language="zh")] == ["2024-05-14"]
