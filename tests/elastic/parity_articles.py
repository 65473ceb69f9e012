"""Articles for holding the engines against each other: of languages and signs that the samples lack, as JSON lines."""

from __future__ import annotations

import json
from typing import Any


def _article(name: str, title: str | None, text: str, **fields: Any) -> dict[str, Any]:
    return {"url": f"https://www.{name}.example/{name}/2025-10", "title": title, "text": text, **fields}


def _day(at: str) -> dict[str, str]:
    return {"at": at, "precision": {4: "year", 7: "month", 10: "day", 16: "minute"}[len(at)]}


ARTICLES = (
    _article(
        "numbers",
        "nº123 and 1,204.5 other numbers",
        "The U.S. and the U.K. don't agree on 3.14, 1,204 or 50%. COVID-19's R was 0.9; C++ and C# are languages, AT&T isn't. "
        "Route 66, catch-22, F-16s, 24/7, 10:30, 5th, 1st. Line of ²³ and ½ and Ⅷ. e-mail: who@host.example. "
        "The mill-owner's steel-mill; mill's; mills'. #steel @mill £1,204 €3.14 $50",
        site="O'Neill & Sons' \"Daily\"",
        section="Science & Tech",
        authors=["Conan O’Brien", "D'Arcy McNickle", "Jean-Luc Picard"],
        language="en",
        published=_day("2025-10-01"),
        people=[{"name": "Shaquille O'Neill", "forms": ["O'Neill", "Shaq"]}, {"name": "Jean-Luc Picard"}],
        organisations=[{"name": "AT&T"}, {"name": "U.S. Steel", "forms": ["U.S. Steel", "US Steel"]}],
        places=[{"name": "St. John's", "country": "Canada"}, {"name": "Stoke-on-Trent", "country": "United Kingdom"}],
    ),
    _article(
        "accents",
        "Müller, Møller und Mueller in Zürich",
        "Herr Müller fuhr nach Zürich, für viele eine Straße ohne Häuser. Die Läufer laufen. Cafés, naïve résumés, İstanbul, "
        "Łódź, Århus, Œuvre, ﬁnal, Ångström, Ǆ. Mueller und Moller. STRASSE GROẞ.",
        site="Zürcher Bote",
        section="Kultur",
        authors=["Jürgen Groß", "JÜRGEN GROSS"],
        language="de",
        published=_day("2025-10-02T07:00"),
        people=[{"name": "Jürgen Müller", "forms": ["Müller"]}],
        places=[{"name": "Zürich", "country": "Switzerland"}, {"name": "Łódź", "country": "Poland"}],
    ),
    _article(
        "accents2",
        "MÜLLER IN ZURICH",
        "Le café à Zürich, l'été déjà: aujourd'hui, les hôpitaux et l’aciérie d'Arcelor. L'hôpital n'est pas l'aciérie.",
        site="Zurcher Bote",
        authors=["JURGEN GROSS"],
        section="KULTUR",
        language="fr",
        published=_day("2025-10"),
        people=[{"name": "JÜRGEN MÜLLER"}],
        places=[{"name": "ZÜRICH", "country": "Switzerland"}],
    ),
    _article(
        "chinese",
        "中国钢铁厂重新开业",
        "钢铁工人回到工厂。AI芯片厂也开业了，2025年产量为1204吨。\n\n北京（新华社）中国 钢铁 工业协会表示。𠀋𠂉",
        site="钢铁日报",
        section="财经",
        authors=["王小明"],
        language="zh",
        published=_day("2025-10-03T08:00"),
        people=[{"name": "王小明"}],
        places=[{"name": "北京", "country": "China"}],
    ),
    _article(
        "japanese",
        "製鉄所が再開、カーテンも",
        "東京の製鉄所は二年ぶりに再開した。ﾃﾚﾋﾞとコンピューターとＡＩ。鉄鋼労働者は喜んだ。",
        site="鉄鋼新聞",
        authors=["山田太郎"],
        language="ja",
        published=_day("2025-10-04"),
        people=[{"name": "山田太郎"}],
        places=[{"name": "東京", "country": "Japan"}],
    ),
    _article(
        "korean",
        "제철소 다시 문을 열다",
        "서울의 제철소는 2년 만에 다시 문을 열었다. 노동자들은 AI와 함께 일한다. 鋼鐵",
        site="철강 신문",
        authors=["김철수"],
        language="ko",
        published=_day("2025-10-05"),
        people=[{"name": "김철수"}],
        places=[{"name": "서울", "country": "South Korea"}],
    ),
    _article(
        "arabic",
        "كِتَابٌ عن مصنع الفولاذ",
        "افتتح كِتَابٌ عن المصنع سنة ١٩٧١ في القاهرة، والمدرسة والطـــويلة. مصانع الصلب أعيد تشغيلها.",
        site="الأهرام",
        authors=["أحمد إبراهيم"],
        language="ar",
        published=_day("2025-10-06"),
        people=[{"name": "أحمد إبراهيم"}],
    ),
    _article(
        "urdu",
        "اسٹیل مل کی بحالی",
        "کراچی میں اسٹیل مل کے مزدوروں نے ۲۰۲۵ میں احتجاج کیا۔ ڈاکٹر علی نے کہا کہ مل کو بند نہیں ہونا چاہیے۔",
        site="روزنامہ",
        language="ur",
        published=_day("2025-10-07"),
        places=[{"name": "Karachi", "country": "Pakistan"}],
    ),
    _article(
        "hindi", "इस्पात मिल फिर खुली", "मुंबई में इस्पात मिल २०२५ में फिर खुली। कर्मचारियों ने खुशी मनाई।", language="hi"
    ),
    _article(
        "russian",
        "Сталелитейный завод снова работает",
        "Рабочие завода в Москве вернулись. Ёлка и елка, Йошкар-Ола, заводы и заводам.",
        site="Вестник",
        authors=["Иван Петров"],
        language="ru",
        published=_day("2025"),
        places=[{"name": "Moscow", "country": "Russia"}],
    ),
    _article(
        "turkish",
        "Isparta'da İşçiler ve ışık",
        "İstanbul'da işçiler IŞIK fabrikasında çalışıyor. Ilıca, ılıca, İlıca.",
        language="tr",
        published=_day("2024-12-31T23:59"),
    ),
    _article(
        "spanish", "La acería de Ñuñoa", "El niño pidió al alcalde los hornos; las acerías cerraron. ¿Quién? ¡Nadie! nº123",
        language="es", section="Economía", published=_day("2025-01-01T00:00"), authors=["Íñigo Núñez"],
    ),
    _article("greek", "Το χαλυβουργείο ΞΑΝΑΝΟΙΞΕ", "Ο οδυσσέας και ΟΔΥΣΣΕΑΣ στο εργοστάσιο.", language="el"),
    _article("hebrew", "מפעל הפלדה נפתח", 'הפועלים חזרו למפעל בחיפה. צה"ל ארה״ב', language="he"),
    _article("thai", "โรงงานเหล็ก", "คนงานกลับไปที่โรงงานเหล็กในกรุงเทพ", language="th"),
    _article("untitled", None, "No headline, no date, no language: steel mill and rust.", site="steel mill"),
    _article("steelmill", "Steel Mill", "A gazetteer entry on nothing.", language="en", published=_day("2019-05")),
    _article("steelmill2", "steel mill!", "The same headline again, about the steel and the mill.", language="en"),
    _article(
        "spoken",
        "What was said of 1971",
        "In March 1971 the mill opened; in the 1960s there was none. From 1965 to 1971 they built. On 3 May 1971 it rained. "
        "In the 19th century, in 1888, steel was dear. mill mill mill steel",
        language="en",
        published=_day("2025-02-28"),
        authors=["Ann Lee", "ann lee", "ANN LEE"],
    ),
    _article(
        "spaces", "Tabs\tand\u00a0other  spaces", "zero\u200bwidth soft\u00adhyphen non\u2011breaking\u2009thin em\u2014dash "
        "full　width ＡＢＣ１２３ “curly” ‘single’ don’t e\u0301tude \u202eabc\u202c a\u0301\u0302b",
        site="Space   Post", authors=["A  B"], language="en",
    ),
    *(
        _article(
            f"crowd{number}",
            f"Note {number} on the {'steel' if number % 2 else 'paper'} mill",
            f"Common words of note {number}. " + "The mill ran. " * (number % 5) + ("Rust never sleeps." * (number % 3)),
            site=("Ledger", "LEDGER", "ledger", "Post")[number % 4],
            section=("Sport", "sport", "Kultur")[number % 3],
            authors=[("Ann Lee", "ANN LEE", "Bo Ström", "Bo Strom")[number % 4]],
            language=("en", "de", "sv", "nl")[number % 4],
            published=_day(f"20{10 + number % 15}-0{1 + number % 9}-{10 + number % 18}"),
            people=[{"name": f"Person {letter}"} for letter in "abcdefgh"[: number % 8]],
            places=[{"name": ("Sheffield", "Karachi", "Łódź")[number % 3], "country": ("UK", "Pakistan", "Poland")[number % 3]}],
        )
        for number in range(40)
    ),
)  # fmt: skip
"""What `archive add` takes, a line each; the normaliser adds what it finds in the texts."""


def json_lines() -> bytes:
    """The articles as a file of JSON lines."""
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in ARTICLES)
