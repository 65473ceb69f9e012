"""Names in languages without a model, which gazetteers, titles and the shape of words find."""

import pytest

from archiver.normalise import gazetteers, name_rules
from archiver.normalise.passages import Passage
from archiver.normalise.words import base_language
from tests.normalise.test_entities import recognised


@pytest.mark.parametrize(
    ("language", "text", "people", "organisations", "places"),
    [
        # Common words are no places, whatever the gazetteer has.
        ("ar", "وذكرت الشرطة أن رجلا عثر عليه ميتا، وأن التحقيق جار لمعرفة السبب.", [], [], []),
        ("ar", "وقال الوزير إن المدينة بخير وإن كل مدينة في المحافظة تحتاج إلى سنة.", [], [], []),
        ("ur", "قوم کو شام تک میدان میں جانا ہے۔", [], [], []),
        ("fa", "دوشنبه بازار مالی در میدان باز است.", [], [], []),
        ("ru", "Но час настал. Того дома нет. Думаю, все знают.", [], [], []),
        ("de", "Dabei blieb der Rest. Leiden kennt jeder, und das Essen war kalt.", [], [], []),
        ("de", "Der Rat tagt in Essen und in Leiden.", [], [], ["Essen", "Leiden"]),
        ("es", "Para nada. Van juntos. Nada cambia en Santiago.", [], [], ["Santiago"]),
        ("tr", "Bir sabah geldi. Karşı çıktı.", [], [], []),
        ("he", "ראשת העיר אמרה כי הכביש סגור.", [], [], []),
        ("vi", "Hàng quán đông. Viên chức đến.", [], [], []),
        ("fr", "Tours et Nantes attendent. Le train arrive à Tours.", [], [], ["Nantes", "Tours"]),
        # The place that an office is of stands before its holder, in its case.
        ("ru", "Президент России Виктор Орлов приехал в Минск.", ["Виктор Орлов"], [], ["Russia", "Минск"]),
        ("ru", "Министр обороны Германии Борис Вальд прибыл в Киев.", ["Борис Вальд"], [], ["Germany", "Киев"]),
        ("ru", "Мэр Москвы Сергей Дымов открыл станцию.", ["Сергей Дымов"], [], ["Москва"]),
        ("ru", "Экс-президент США Джон Тарнов выступил в Чикаго.", ["Джон Тарнов"], [], ["United States", "Чикаго"]),
        ("ru", "Глава МИД Китая Ван И выступил в Екатеринбурге.", ["Ван И"], ["МИД"], ["China", "Екатеринбург"]),
        (
            "uk",
            "Президент України Тарас Верес прибув до Варшави, а потім був у Львові.",
            ["Тарас Верес"],
            [],
            ["Ukraine", "Варшава", "Львів"],
        ),
        (
            "pl",
            "Prezydent Polski Andrzej Tarnowicz był w Budapeszcie i w Krakowie.",
            ["Andrzej Tarnowicz"],
            [],
            ["Poland", "Budapeszt", "Kraków"],
        ),
        (
            "ar",
            "وصل وزير الخارجية المصري بدر عبد الباقي إلى بغداد والتقى المتحدث سامر الحداد في دمشق.",
            ["بدر عبد الباقي", "سامر الحداد"],
            [],
            ["بغداد", "دمشق"],
        ),
        ("es", "El ministro de Hacienda de Chile Mario Tarnel viajó a Lima.", ["Mario Tarnel"], [], ["Chile", "Lima"]),
        ("it", "Il presidente della Francia Emmanuel Tarne è a Roma.", ["Emmanuel Tarne"], [], ["France", "Roma"]),
        # Titles, parties and what a person is of are no part of the name.
        ("de", "Bundeskanzlerin Anna Lehn traf Ministerpräsident Karl Wald.", ["Anna Lehn", "Karl Wald"], [], []),
        ("de", "Maduros Vizepräsidentin Anna Lehn kam.", ["Anna Lehn"], [], []),
        ("de", "Karsten Tarnow von der Universität Heidelberg warnt.", ["Karsten Tarnow"], ["Universität Heidelberg"], []),
        ("de", "Die Rede hielt Ursula von der Lehn aus Florida.", ["Ursula von der Lehn"], [], ["Florida"]),
        ("de", "Die Gewerkschaft Verdi und die Deutsche Bahn einigten sich.", [], ["Verdi", "Deutsche Bahn"], []),
        ("de", "Kims Vater und Davids Bruder kamen.", [], [], []),
        ("sv", "Statsminister Ulf Tarnsson träffade Finlands president.", ["Ulf Tarnsson"], [], ["Finland"]),
        (
            "nl",
            "Premier Dick Tarnoof ontving in Den Haag de Duitse bondskanselier Friedrich Wald van de CDU.",
            ["Dick Tarnoof", "Friedrich Wald"],
            ["CDU"],
            ["Den Haag"],
        ),
        ("tr", "Cumhurbaşkanı Kemal Tarnoğlu Ankara’da Ayşe Verim ile görüştü.", ["Kemal Tarnoğlu", "Ayşe Verim"], [], ["Ankara"]),
        # Organisations that are known, and heads that go on.
        ("ru", "«Газпром» и Министерство энергетики подписали договор. Госдума согласна.", [], ["Газпром", "Министерство энергетики", "Госдума"], []),
        ("ar", "وأعلنت الأمم المتحدة ومنظمة الصحة العالمية أن غزة تنتظر.", [], ["الأمم المتحدة", "منظمة الصحة العالمية"], ["غزة"]),
        ("ur", "تحریک انصاف نے لاہور میں اور اقوام متحدہ نے کراچی میں اجلاس بلایا۔", [], ["تحریک انصاف", "اقوام متحدہ"], ["لاہور", "کراچی"]),
        ("ur", "سندھ ہائی کورٹ نے حکم دیا۔", [], ["سندھ ہائی کورٹ"], []),
        ("es", "Pemex venderá gas a Guatemala.", [], ["Pemex"], ["Guatemala"]),
        ("it", "L’Università di Bologna è grande.", [], ["Università di Bologna"], []),
        ("fr", "La SNCF et le Rassemblement national sont à Lyon.", [], ["SNCF", "Rassemblement national"], ["Lyon"]),
        ("fr", "Le temps passe. L’opinion change.", [], [], []),
        # People in scripts without capitals.
        ("ar", "وحضر محمد بن طارق وبنيامين تارنو لم يحضر.", ["محمد بن طارق", "بنيامين تارنو"], [], []),
        ("ur", "عمران قریشی کی جماعت نے کہا۔", ["عمران قریشی"], [], []),
        ("hi", "प्रधानमंत्री नरेंद्र वर्मा ने राहुल तारनी से मुलाकात की।", ["नरेंद्र वर्मा", "राहुल तारनी"], [], []),
        ("fa", "رئیس جمهوری مسعود تارنیان در تهران با وزیر خارجه عراق دیدار کرد.", ["مسعود تارنیان"], [], ["تهران", "Iraq"]),
        ("ar", "قال المتحدث ستيفان تارنو إن CNN على حق.", ["ستيفان تارنو"], ["CNN"], []),
    ],
)  # fmt: skip
def test_names_in_other_languages(
    language: str, text: str, people: list[str], organisations: list[str], places: list[str]
) -> None:
    """Each name is found in its own bounds, a place under the name that is listed, and common words are none."""
    found = recognised(text, language=language)
    assert [list(kind) for kind in found] == [people, organisations, places]


@pytest.mark.parametrize(
    "language",
    ["ar", "ur", "fa", "hi", "ru", "uk", "tr", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "no", "he"],
)
def test_a_common_word_alone_names_nothing(language: str) -> None:
    """A word that is one of the commonest of its language isn't taken for the place or the firm of that name."""
    for word in gazetteers.homonyms(base_language(language)):
        passage = Passage("body", 0, f"{word.capitalize()} .")
        assert [name.text for name in name_rules.find([passage], language)] == []
