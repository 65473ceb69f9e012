"""Queries in which two engines could differ: every form of the language, every field, many scripts and signs."""

from __future__ import annotations

QUERIES = (
    # Words: case, accents, other forms.
    "", "*", "steel", "STEEL", "Steel", "mill", "mills", "milling", "steel mill", "mill steel", "the", "a", "I", "é",
    "Zurich", "zürich", "ZÜRICH", "Muller", "müller", "Mueller", "Moller", "Møller", "strasse", "Straße", "STRASSE", "Häuser",
    "Haus", "Laufer", "laufen", "fuer", "für", "cafe", "cafés", "resume", "istanbul", "İstanbul", "IŞIK", "ışık", "isik", "lodz",
    "arhus", "oeuvre", "Œuvre", "final", "angstrom", "running", "closed", "closing", "closure", "workers", "worker", "gasnica",
    # Signs in words.
    "nº123", "123", "no123", "U.S.", "US", "u.s", "U.K.", "don't", "don’t", "dont", "O'Neill", "O’Neill", "oneill", "3.14",
    "1,204", "1204", "1,204.5", "50%", "COVID-19", "covid", "catch-22", "C++", "C#", "C", "AT&T", "24/7", "10:30", "F-16s",
    "who@host.example", "steel-mill", "mill-owner's", "mill's", "#steel", "@mill", "½", "²³", "Ⅷ", "isn't", "100-year-old",
    "https://www.numbers.example/numbers/2025-10", "zerowidth", "softhyphen", "non-breaking", "étude", "ABC", "ＡＢＣ", "fullwidth",
    "— steel", "steel & mill", "steel?", "“steel”",
    # Languages.
    "aciérie", "aciéries", "l'aciérie", "l’hôpital", "hôpitaux", "aujourd'hui", "acería", "acerías", "horno", "hornos", "niño",
    "Ofen", "Öfen", "Stahlwerk", "مصنع", "المصنع", "مصانع", "كتاب", "١٩٧١", "1971", "المدرسة", "الطويلة", "أحمد", "احمد",
    "اسٹیل", "اسٹیل مل", "۲۰۲۵", "2025", "مزدوروں", "इस्पात", "२०२५", "завод", "заводы", "ЗАВОД", "ёлка", "елка", "οδυσσεας",
    "ΟΔΥΣΣΕΑΣ", "הפלדה", "ארה״ב", "โรงงาน", "钢铁", "钢", "厂", "中国钢铁", "AI芯片", "AI", "铁钢", "中国 钢铁", "製鉄所", "カーテン",
    "テレビ", "ﾃﾚﾋﾞ", "コンピューター", "제철소", "제철", "노동자", "鋼鐵", "𠀋", "王小明", "2025年",
    # Phrases and distances.
    '"steel mill"', '"mill steel"', '"steel mills"', '"the steel mill"', '"STEEL MILL"', '"U.S. Steel"', '"don\'t agree"',
    '"an der"', '"钢铁工人"', '"工人钢铁"', '"中国 钢铁"', '"製鉄所は"', '"다시 문을"', '"مل کی"', '"steel mill"~1', '"mill steel"~1',
    '"steel mill"~5', '"steel workers mill"~10', '"mill mill"~1', '"mill mill"~3', '"steel steel"~20', '"workers union"~3',
    '"of the"~2', '"the the"~2', '"1971 mill"~4', '"steel"', '"—"~3 steel', "«steel mill»", "„steel mill“",
    # Prefixes and exact words.
    "mill*", "MILL*", "st*", "zür*", "Mü*", "steelm*", "U.S*", "steel-mi*", "don't*", "钢*", "заво*", "مص*", "1*", "20*", "zzz*",
    "title:st*", "person:hel*", "language:e*", "site:sal*", "=Steel", "=steel", "=STEEL", "=Müller", "=Muller", "=MÜLLER", "=mills",
    "=U.S.", "=don't", "=don’t", "title:=Steel", "=钢铁", "=C++", "person:=Müller", "=1,204",
    # Operators.
    "steel OR iron", "steel -railway", "steel NOT mill", "-steel", "NOT steel", "-(steel OR mill)", "(steel OR iron) mill",
    "steel (mill OR (furnace -closed))", "NOT NOT steel", "steel OR -mill", "steel AND mill", "+steel +mill", "steel mill OR railway line",
    "(steel OR (iron AND (mill OR (rust))))", "- steel", "mill -title:mill", 'mill -"steel mill"', "zebra", "steel zebra",
    "steel OR zebra", "steel -zebra", "mill OR mills OR steel OR the", "a b c d e f",
    # Fields, by all their names.
    "title:mill", "headline:mill", "standfirst:mill", "summary:will", "body:mill", "text:mill", "author:okonkwo", "byline:holm",
    'authors:"ann lee"', "dateline:karachi", "dateline:london", "person:marsh", 'people:"helena marsh"', "person:müller",
    "organisation:steel", 'org:"steel mill"', "organization:AT&T", 'org:"U.S. Steel"', "place:karachi", "place:(Karachi OR Sheffield)",
    'place:"stoke on trent"', "place:St.", "country:pakistan", 'country:"united kingdom"', "country:kingdom", "site:ledger",
    "site:numbers.example", 'site:"meridian wire"', "site:www", "section:business", "section:KULTUR", 'section:"science & tech"',
    "language:en", "lang:EN", "language:zh", "language:xx", "related:steel", "related:the", "discarded:cookies", "discarded:the",
    'discarded:"sign up"', "url:steel", 'url:"steel mill"', "url:2025", "id:0", "title:(steel mill)", 'title:"steel mill"',
    "title:(steel OR paper) mill", "-person:marsh mill", 'author:"lee ann"~2', 'author:"lee bo"', 'person:"a b"~3', "title:钢铁",
    "title:nº123", "person:O'Neill", "author:O'Brien", "author:D'Arcy", "language:(en OR de)", "section:sport site:post",
    # Dates.
    "published:2025", "published:2025-09", "published:2025-09-02", "published:2025-01..2025-06", "published:2025-06..",
    "published:..2024", "published:>=2025-09", "published:>2025-09", "published:<=2025-09", "published:<2025-09", "date:2025-04",
    "published:2025-04-10", "published:2019..2019-05", "after:2025-09", "before:2025-09", "after:2025 before:2025-03", "published:..",
    "-published:..", "mentioned:1971", "mentioned:1965..1971", "mentioned:1971-03", "mentioned:1971-05-03", "mentioned:..1900",
    "mentioned:2026..", "mentioned:1888", "mentioned:..", "-mentioned:..", "mentioned:1960..1969 mill", "published:2024 OR title:mill",
    "published:0001..9999", "mentioned:0001..9999", "published:2024-12-31", "published:2025-01-01", "mentioned:>2030",
    # All together.
    "steel mill published:2025 language:en -person:marsh", "(title:mill OR body:furnace) place:karachi after:2024",
    '"steel mill" OR (mill* -site:ledger) OR =Müller', "language:en -(mill OR steel) published:2025-0..2025-12",
    "mill (place:Sheffield OR place:Łódź) section:sport", "author:(lee OR ström) -language:de rust",
)  # fmt: skip
"""Each is asked as it stands; some are refused, by both engines alike."""

SELECTIONS: tuple[dict[str, tuple[str, ...]], ...] = (
    {"sites": ("Ledger",)},
    {"sites": ("ledger", "Post")},
    {"languages": ("en",)},
    {"languages": ("EN", "de")},
    {"people": ("Helena Marsh",)},
    {"people": ("marsh",)},
    {"people": ("person a", "PERSON B")},
    {"people": ("nobody",)},
    {"people": ("Müller",)},
    {"organisations": ("AT&T",)},
    {"organisations": ("steel",)},
    {"organisations": ("mill", "AT&T")},
    {"places": ("Zurich",)},
    {"places": ("Karachi", "Sheffield")},
    {"places": ("St. John's",)},
    {"countries": ("pakistan",)},
    {"countries": ("united",)},
    {"authors": ("Ann Lee",)},
    {"authors": ("O'Brien",)},
    {"authors": ("jurgen gross",)},
    {"sections": ("sport",)},
    {"sections": ("Science & Tech",)},
    {"published": ("2025",)},
    {"published": ("2010", "2019", "1900")},
    {"mentioned": ("1971",)},
    {"mentioned": ("1971", "1965")},
    {"sites": ("numbers.example",)},
    {"sites": ("钢铁日报",)},
    {"people": ("王小明", "山田太郎")},
    {"authors": ("أحمد إبراهيم",)},
    {"sites": ("Ledger",), "languages": ("en",)},
    {"sites": ("Ledger", "Post"), "sections": ("sport",), "published": ("2010", "2011", "2012")},
    {"people": ("Person a",), "places": ("Łódź",), "languages": ("sv", "en")},
    {"countries": ("Pakistan",), "mentioned": ("2025",), "published": ("2025",)},
    {"people": ("—",)},
    {"people": ("",)},
    {"sites": ("O'Neill & Sons' \"Daily\"",), "authors": ("o’brien",)},
)
"""Values chosen of facets: whole ones, parts of them, none that there is, several of one and of several facets."""
