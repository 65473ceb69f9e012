"""Labels of dates: each that the patterns know is found, whatever its case."""

import pytest

from archiver.normalise import date_labels

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
