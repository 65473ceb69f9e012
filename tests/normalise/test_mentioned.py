"""Dates and periods that a text mentions."""

import pytest

from archiver.document import StatedDate, Zone
from archiver.normalise import mentioned

PUBLISHED = "2025-09-02"  # a Tuesday


def found(text: str, language: str = "en", published: str | None = PUBLISHED) -> list[str]:
    """What is found in a body, as `words = start..end precision`, one day or whole period written short."""
    return [
        f"{date.text} = {date.start}..{date.end} {date.precision}"
        for date in mentioned.find({"body": text}, published=published, language=language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burnt down on 3 March 1971.", ["3 March 1971 = 1971-03-03..1971-03-03 day"]),
        ("It opened on March 3rd, 1971, at noon.", ["March 3rd, 1971 = 1971-03-03..1971-03-03 day"]),
        ("Signed on Monday, 1 September 2025.", ["Monday, 1 September 2025 = 2025-09-01..2025-09-01 day"]),
        ("On the 14th of August 1947 crowds sang.", ["the 14th of August 1947 = 1947-08-14..1947-08-14 day"]),
        ("The file is dated 2024-05-06.", ["2024-05-06 = 2024-05-06..2024-05-06 day"]),
        ("In June 2019 the plant closed.", ["June 2019 = 2019-06-01..2019-06-30 month"]),
        ("It was early September 2024.", ["early September 2024 = 2024-09-01..2024-09-10 month"]),
        ("Between March and May 2024 prices fell.", ["Between March and May 2024 = 2024-03-01..2024-05-31 month"]),
        ("between March and May 2024 prices fell", ["between March and May 2024 = 2024-03-01..2024-05-31 month"]),
        ("from November 2023 to February 2024", ["from November 2023 to February 2024 = 2023-11-01..2024-02-29 month"]),
        ("The fair runs May 3-5, 2024.", ["May 3-5, 2024 = 2024-05-03..2024-05-05 day"]),
        ("from 29 August to 2 September 2024", ["29 August to 2 September 2024 = 2024-08-29..2024-09-02 day"]),
        ("They last met in Astana in 2024.", ["2024 = 2024-01-01..2024-12-31 year"]),
        ("He led the town from 1965 to 1971.", ["from 1965 to 1971 = 1965-01-01..1971-12-31 year"]),
        ("In the years 1965-71 nothing was built.", ["1965-71 = 1965-01-01..1971-12-31 year"]),
        ("The budget for 2024-25 was read.", ["2024-25 = 2024-01-01..2025-12-31 year"]),
        ("The 1965 war changed it.", ["1965 = 1965-01-01..1965-12-31 year"]),
        (
            "Floods came in 1992, 2010 and 2022.",
            [
                "1992 = 1992-01-01..1992-12-31 year",
                "2010 = 2010-01-01..2010-12-31 year",
                "2022 = 2022-01-01..2022-12-31 year",
            ],
        ),
        ("Work began in early 2024.", ["early 2024 = 2024-01-01..2024-04-30 year"]),
        ("Work began in mid-2024.", ["mid-2024 = 2024-05-01..2024-08-31 year"]),
        ("in the first quarter of 2024", ["the first quarter of 2024 = 2024-01-01..2024-03-31 year"]),
        ("Sales rose in the second half of 2024.", ["the second half of 2024 = 2024-07-01..2024-12-31 year"]),
        ("Profit fell in Q3 2024.", ["Q3 2024 = 2024-07-01..2024-09-30 year"]),
        (
            "In Sept. 2024 and Sep 2025.",
            ["Sept. 2024 = 2024-09-01..2024-09-30 month", "Sep 2025 = 2025-09-01..2025-09-30 month"],
        ),
        ("the last decade of the 20th century", ["the 20th century = 1901-01-01..2000-12-31 century"]),
        ("Songs of the 1990s played.", ["the 1990s = 1990-01-01..1999-12-31 decade"]),
        ("Built in the late 1960s.", ["the late 1960s = 1967-01-01..1969-12-31 decade"]),
        ("A 19th century house.", ["19th century = 1801-01-01..1900-12-31 century"]),
        ("since the nineteenth century", ["the nineteenth century = 1801-01-01..1900-12-31 century"]),
        ("The party (1988) split.", ["1988 = 1988-01-01..1988-12-31 year"]),
    ],
)
def test_absolute_dates(text: str, expected: list[str]) -> None:
    """A date that says its year is found with its words and its precision."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Anwar Tuesday emphasized unity.", ["Tuesday = 2025-09-02..2025-09-02 day"]),
        ("He said on Monday that it was over.", ["Monday = 2025-09-01..2025-09-01 day"]),
        ("Police arrested him on Friday.", ["Friday = 2025-08-29..2025-08-29 day"]),
        ("The court will hear the case on Friday.", ["Friday = 2025-09-05..2025-09-05 day"]),
        ("On Friday, the court will hear the case.", ["Friday = 2025-09-05..2025-09-05 day"]),
        ("She said Monday that it will rain.", ["Monday = 2025-09-01..2025-09-01 day"]),
        ("They meet next Thursday.", ["next Thursday = 2025-09-04..2025-09-04 day"]),
        ("They met last Tuesday.", ["last Tuesday = 2025-08-26..2025-08-26 day"]),
        ("The hearing was put off until Sept 4.", ["Sept 4 = 2025-09-04..2025-09-04 day"]),
        ("He died on 28 August.", ["28 August = 2025-08-28..2025-08-28 day"]),
        ("Snow fell on December 24.", ["December 24 = 2024-12-24..2024-12-24 day"]),
        ("Snow will fall on December 24.", ["December 24 = 2025-12-24..2025-12-24 day"]),
        ("Rains in July broke records.", ["July = 2025-07-01..2025-07-31 month"]),
        ("protests in June last year", ["June last year = 2024-06-01..2024-06-30 month"]),
        ("Elections will be held in February.", ["February = 2026-02-01..2026-02-28 month"]),
        ("He was hurt last December.", ["last December = 2024-12-01..2024-12-31 month"]),
        ("In May she resigned.", ["May = 2025-05-01..2025-05-31 month"]),
        ("Prices doubled last year.", ["last year = 2024-01-01..2024-12-31 year"]),
        ("The road opens next week.", ["next week = 2025-09-08..2025-09-14 month"]),
        ("It began last month.", ["last month = 2025-08-01..2025-08-31 month"]),
        ("Two years ago it was a field.", ["Two years ago = 2023-01-01..2023-12-31 year"]),
        ("It shut 10 days ago.", ["10 days ago = 2025-08-23..2025-08-23 day"]),
        ("momentum over the course of past one year", ["past one year = 2024-09-02..2025-09-02 year"]),
        ("in the past three months", ["past three months = 2025-06-02..2025-09-02 month"]),
        ("over the last year trade grew", ["last year = 2024-09-02..2025-09-02 year"]),
        ("for the next five years", ["next five years = 2025-09-02..2030-09-02 year"]),
        ("It happened yesterday.", ["yesterday = 2025-09-01..2025-09-01 day"]),
        ("The minister said today that it was over.", ["today = 2025-09-02..2025-09-02 day"]),
        ("earlier this year", ["this year = 2025-01-01..2025-12-31 year"]),
    ],
)
def test_relative_dates_count_from_the_publication(text: str, expected: list[str]) -> None:
    """A weekday, a day without its year and "last year" are resolved against the day of publication."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The peak is expected on Thursday.", "2025-09-04"),
        ("Orla Vane takes over on Monday.", "2025-09-08"),
        ("Rice that would have been cut in October was lost.", "2025-10-01"),
        ("They were rescued by boat on Monday.", "2025-09-01"),
        ("A lamp set fire to 40 hectares of heath on Sunday, police have found.", "2025-08-31"),
        ("The second match is in Kandy on Saturday.", "2025-09-06"),
        ("She has a school examination on Monday.", "2025-09-08"),
        ("Orla Vane, 24, takes over on Monday.", "2025-09-08"),
        ("The council promised an answer by Friday.", "2025-09-05"),
        ("He spoke of the attack of October 29, which began it.", "2024-10-29"),
        ("The town counts its last 40 days of water.", None),
        ("The road was closed until Friday.", "2025-09-05"),
        ("Jobs will go before Christmas.", "2025-12-25"),
        ("Profit will fall in the fourth quarter.", "2025-10-01"),
        ("The town drowned in 1287, monks wrote.", "1287-01-01"),
        ("The Saturday market moved.", None),
        ("They met after Friday prayers.", None),
    ],
)
def test_what_is_to_come_and_what_is_past(text: str, expected: str | None) -> None:
    """The verb tells whether a day lies ahead; names of markets and services are no dates."""
    starts = [date.start for date in mentioned.find({"body": text}, published=PUBLISHED, language="en")]
    assert starts == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "The relationship today was built on trust.",
        "Today, the company employs 500 people.",
        "today's world",
        "Some 2,024 people came.",
        "They counted 2000 people and 1500 houses.",
        "The price is Rs 2000, or $1950.",
        "The Agenda 2030 and Vision 2035 plans.",
        "Apollo 13 and the Boeing 2000 flew.",
        "Call 0300 2024 1990 or +92 21 1999 2000.",
        "It may rain and they may leave.",
        "They march on and on.",
        "The Sun reported it.",
        "The Sunday Times reported it.",
        "Shops wait for Black Friday.",
        "The market opens every Monday.",
        "Sheffield Wednesday won.",
        "The score was 19-71.",
        "At 20:24 the bell rang.",
        "The august house of Mr May.",
        "April Jones met Theresa May.",
        "He is in his 90s.",
        "recently, these days, nowadays, now",
        "Room 1971 of the Windows 2000 hotel.",
        "The 2024 people of the village.",
        "Founded in 2000 villages.",
        "The leaders of tomorrow.",
        "Apollo 13 landed at 13:45, and the score was 3-2.",
        "He paid $2024 for a Pixel 2016.",
        "The temperature fell into the 30s.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Names with numbers, prices, scores, times, verbs and newspapers are not taken for dates."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose in FY2025.", ["FY2025 = 2025-01-01..2025-12-31 year"]),
        ("Sales rose in FY25.", ["FY25 = 2025-01-01..2025-12-31 year"]),
        ("the budget for FY2024-25", ["FY2024-25 = 2024-01-01..2025-12-31 year"]),
        ("In fiscal 2024 it lost money.", ["fiscal 2024 = 2024-01-01..2024-12-31 year"]),
        ("for the financial year 2023-24", ["financial year 2023-24 = 2023-01-01..2024-12-31 year"]),
        ("It rained over the weekend.", ["the weekend = 2025-08-30..2025-08-31 day"]),
        ("It will rain at the weekend.", ["the weekend = 2025-09-06..2025-09-07 day"]),
        ("Two boats sank last weekend.", ["last weekend = 2025-08-30..2025-08-31 day"]),
        ("They met on Thursday last week.", ["Thursday last week = 2025-08-28..2025-08-28 day"]),
        ("They vote on Thursday next week.", ["Thursday next week = 2025-09-11..2025-09-11 day"]),
        ("Three weeks from now it ends.", ["Three weeks from now = 2025-09-22..2025-09-28 month"]),
        ("The hearing is on the 2nd Sep in Karachi.", ["the 2nd Sep = 2025-09-02..2025-09-02 day"]),
    ],
)
def test_fiscal_years_weekends_and_days_of_other_weeks(text: str, expected: list[str]) -> None:
    """A fiscal year is the year that it is named by, a weekend is two days, and last week's Thursday is told from this one's."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on 12 Ramadan 1446", ["12 Ramadan 1446 = 2025-03-12..2025-03-12 day"]),
        ("en", "on Ramadan 12, 1446 AH", ["Ramadan 12, 1446 AH = 2025-03-12..2025-03-12 day"]),
        ("en", "in Rajab 1446", ["Rajab 1446 = 2025-01-01..2025-01-30 month"]),
        ("en", "in the year 1447 AH", ["1447 AH = 2025-06-26..2026-06-15 year"]),
        ("en", "Founded in 656 AH.", ["656 AH = 1258-01-15..1259-01-04 year"]),
        ("en", "Processions ended on the 10th of Muharram.", ["the 10th of Muharram = 2025-07-05..2025-07-05 day"]),
        ("en", "on 12 Mehr 1403", ["12 Mehr 1403 = 2024-10-03..2024-10-03 day"]),
        ("en", "in Esfand 1403", ["Esfand 1403 = 2025-02-19..2025-03-20 month"]),
        ("en", "the solar year 1403", ["solar year 1403 = 2024-03-20..2025-03-20 year"]),
        ("en", "Mehr Ali and 1403 others came in a hut.", []),
        ("ar", "في 12 رمضان 1446 هـ", ["12 رمضان 1446 هـ = 2025-03-12..2025-03-12 day"]),
        ("ar", "عام ١٤٤٦هـ", ["١٤٤٦هـ = 2024-07-07..2025-06-25 year"]),
        ("ur", "12 رمضان 1446ھ کو", ["12 رمضان 1446ھ = 2025-03-12..2025-03-12 day"]),
        ("fa", "در ۱۲ مهر ۱۴۰۳", ["۱۲ مهر ۱۴۰۳ = 2024-10-03..2024-10-03 day"]),
        ("fa", "در سال ۱۴۰۲ و سال ۲۰۲۴", ["۱۴۰۲ = 2023-03-21..2024-03-19 year", "۲۰۲۴ = 2024-01-01..2024-12-31 year"]),
    ],
)
def test_other_calendars(language: str, text: str, expected: list[str]) -> None:
    """Dates of the Hijri and the Solar Hijri calendar are turned into days of the common one, where they are written as such."""
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "du 3 au 5 mai 2024", ["du 3 au 5 mai 2024 = 2024-05-03..2024-05-05 day"]),
        ("fr", "du 30 août au 2 septembre", ["du 30 août au 2 septembre = 2025-08-30..2025-09-02 day"]),
        ("fr", "entre mars et mai 2024", ["entre mars et mai 2024 = 2024-03-01..2024-05-31 month"]),
        ("fr", "au premier trimestre 2024", ["premier trimestre 2024 = 2024-01-01..2024-03-31 year"]),
        ("de", "vom 3. bis 5. Mai 2024", ["vom 3. bis 5. Mai 2024 = 2024-05-03..2024-05-05 day"]),
        ("de", "am 03.05.2024", ["03.05.2024 = 2024-05-03..2024-05-03 day"]),
        ("de", "im zweiten Halbjahr 2024", ["zweiten Halbjahr 2024 = 2024-07-01..2024-12-31 year"]),
        ("es", "entre marzo y mayo de 2024", ["entre marzo y mayo de 2024 = 2024-03-01..2024-05-31 month"]),
        ("es", "el 03/05/2024", ["03/05/2024 = 2024-05-03..2024-05-03 day"]),
        ("it", "L’8 marzo 1971 aprì la fabbrica.", ["8 marzo 1971 = 1971-03-08..1971-03-08 day"]),
        (
            "it",
            "nel giugno 2019 e nel 1971",
            ["giugno 2019 = 2019-06-01..2019-06-30 month", "1971 = 1971-01-01..1971-12-31 year"],
        ),
        ("it", "Lunedì scorso hanno parlato.", ["Lunedì scorso = 2025-09-01..2025-09-01 day"]),
        ("it", "La sentenza arriverà venerdì.", ["venerdì = 2025-09-05..2025-09-05 day"]),
        (
            "it",
            "la settimana scorsa, due anni fa",
            ["la settimana scorsa = 2025-08-25..2025-08-31 month", "due anni fa = 2023-01-01..2023-12-31 year"],
        ),
        (
            "it",
            "negli anni Novanta e nel XIX secolo",
            ["anni Novanta = 1990-01-01..1999-12-31 decade", "nel XIX secolo = 1801-01-01..1900-12-31 century"],
        ),
        ("it", "Ieri c’erano 2000 persone.", ["Ieri = 2025-09-01..2025-09-01 day"]),
        ("it", "dal 3 al 5 maggio 2024", ["dal 3 al 5 maggio 2024 = 2024-05-03..2024-05-05 day"]),
        ("pt", "Em 3 de março de 1971 abriu a fábrica.", ["3 de março de 1971 = 1971-03-03..1971-03-03 day"]),
        (
            "pt",
            "em junho de 2019 e em 1971",
            ["junho de 2019 = 2019-06-01..2019-06-30 month", "1971 = 1971-01-01..1971-12-31 year"],
        ),
        ("pt", "na terça-feira (2)", ["terça-feira (2) = 2025-09-02..2025-09-02 day"]),
        ("pt", "O julgamento será na sexta-feira.", ["sexta-feira = 2025-09-05..2025-09-05 day"]),
        (
            "pt",
            "há dois anos, no ano passado",
            ["há dois anos = 2023-01-01..2023-12-31 year", "ano passado = 2024-01-01..2024-12-31 year"],
        ),
        (
            "pt",
            "anos 90 e século XIX",
            ["anos 90 = 1990-01-01..1999-12-31 decade", "século XIX = 1801-01-01..1900-12-31 century"],
        ),
        ("pt", "Ontem de manhã vieram 2000 pessoas.", ["Ontem = 2025-09-01..2025-09-01 day"]),
        ("ru", "3 марта 1971 года открыли завод.", ["3 марта 1971 года = 1971-03-03..1971-03-03 day"]),
        (
            "ru",
            "в июне 2019 года и в 1971 году",
            ["июне 2019 года = 2019-06-01..2019-06-30 month", "1971 году = 1971-01-01..1971-12-31 year"],
        ),
        ("ru", "В понедельник министр заявил об этом.", ["понедельник = 2025-09-01..2025-09-01 day"]),
        ("ru", "Суд состоится в пятницу.", ["пятницу = 2025-09-05..2025-09-05 day"]),
        (
            "ru",
            "на прошлой неделе и два года назад",
            ["прошлой неделе = 2025-08-25..2025-08-31 month", "два года назад = 2023-01-01..2023-12-31 year"],
        ),
        (
            "ru",
            "в 1990-х годах и в XIX веке",
            ["1990-х годах = 1990-01-01..1999-12-31 decade", "XIX веке = 1801-01-01..1900-12-31 century"],
        ),
        ("ru", "Вчера собрались 2000 человек.", ["Вчера = 2025-09-01..2025-09-01 day"]),
        ("de", "Der Ofen war 2021 stillgelegt worden.", ["2021 = 2021-01-01..2021-12-31 year"]),
        (
            "de",
            "Die Bank: 1911 aufgestellt, 1944 verheizt.",
            ["1911 = 1911-01-01..1911-12-31 year", "1944 = 1944-01-01..1944-12-31 year"],
        ),
        ("de", "Rund 2000 kamen, und 1900 Menschen blieben auf Platz 2020.", []),
        ("de", "Er baut seit Dezember.", ["Dezember = 2024-12-01..2024-12-31 month"]),
        (
            "de",
            "Mitte April 2024 und Anfang 2023",
            ["Mitte April 2024 = 2024-04-11..2024-04-20 month", "Anfang 2023 = 2023-01-01..2023-04-30 year"],
        ),
        ("de", "im Oktober vergangenen Jahres", ["Oktober vergangenen Jahres = 2024-10-01..2024-10-31 month"]),
        ("de", "Am Sonntag führt er durch die Stadt.", ["Sonntag = 2025-09-07..2025-09-07 day"]),
        (
            "fr",
            "Elle ouvrira en avril prochain, mi-juin au plus tard.",
            ["avril prochain = 2026-04-01..2026-04-30 month", "mi-juin = 2026-06-11..2026-06-20 month"],
        ),
        ("fr", "dans les années soixante", ["les années soixante = 1960-01-01..1969-12-31 decade"]),
        (
            "es",
            "el pasado junio y en abril del año pasado",
            ["pasado junio = 2025-06-01..2025-06-30 month", "abril del año pasado = 2024-04-01..2024-04-30 month"],
        ),
        ("es", "No beban del grifo hasta el jueves.", ["jueves = 2025-09-04..2025-09-04 day"]),
        ("es", "un pozo de los años sesenta", ["los años sesenta = 1960-01-01..1969-12-31 decade"]),
        ("it", "capotreno da aprile", ["aprile = 2025-04-01..2025-04-30 month"]),
        ("pt", "Disse que o disco sai até sexta-feira.", ["sexta-feira = 2025-09-05..2025-09-05 day"]),
        (
            "ar",
            "بدأت قبل عامين، في التسعينيات",
            ["قبل عامين = 2023-01-01..2023-12-31 year", "التسعينيات = 1990-01-01..1999-12-31 decade"],
        ),
        ("ar", "في 5 آب/أغسطس 2024", ["5 آب/أغسطس 2024 = 2024-08-05..2024-08-05 day"]),
        ("ar", "في الخامس من أغسطس 2024", ["الخامس من أغسطس 2024 = 2024-08-05..2024-08-05 day"]),
        ("ar", "ثمانينيات القرن الماضي", ["ثمانينيات القرن الماضي = 1980-01-01..1989-12-31 decade"]),
        ("ar", "بين عامي 2019 و2021", ["2019 و2021 = 2019-01-01..2021-12-31 year"]),
        ("ur", "1990ء کی دہائی میں", ["1990ء کی دہائی = 1990-01-01..1999-12-31 decade"]),
        (
            "en",
            "It came on 14/05/2024, or 05/14/2024.",
            ["14/05/2024 = 2024-05-14..2024-05-14 day", "05/14/2024 = 2024-05-14..2024-05-14 day"],
        ),
        ("en", "It came on 04/05/2024 to talk of the 2030 Agenda.", []),
        ("en", "In 1066 William won.", ["1066 = 1066-01-01..1066-12-31 year"]),
        ("ar", "بين مارس ومايو 2024", ["بين مارس ومايو 2024 = 2024-03-01..2024-05-31 month"]),
        (
            "ar",
            "من 3 إلى 5 يونيو 2025 والعام الماضي",
            ["من 3 إلى 5 يونيو 2025 = 2025-06-03..2025-06-05 day", "العام الماضي = 2024-01-01..2024-12-31 year"],
        ),
        ("ur", "مارچ اور مئی 2024 کے درمیان", ["مارچ اور مئی 2024 = 2024-03-01..2024-05-31 month"]),
        (
            "ur",
            "یکم اکتوبر 2024 کو، انیسویں صدی میں",
            ["یکم اکتوبر 2024 = 2024-10-01..2024-10-01 day", "انیسویں صدی = 1801-01-01..1900-12-31 century"],
        ),
        ("it", "all’inizio di maggio 2024", ["inizio di maggio 2024 = 2024-05-01..2024-05-10 month"]),
        ("de", "Die Agenda 2030 und der Plan Vision 2035.", []),
        ("ar", "ستبني سياجا قبل مارس المقبل", ["مارس المقبل = 2026-03-01..2026-03-31 month"]),
        ("ur", "مطالعہ مارچ تک مکمل ہوگا", ["مارچ = 2026-03-01..2026-03-31 month"]),
        ("ru", "3–5 мая 2024 года", ["3–5 мая 2024 года = 2024-05-03..2024-05-05 day"]),
    ],
)
def test_ranges_and_more_languages(language: str, text: str, expected: list[str]) -> None:
    """Ranges, quarters and days in figures are read in each language, and Italian, Portuguese and Russian have their forms."""
    assert found(text, language) == expected


def test_no_publication_no_relative_dates() -> None:
    """Without a day of publication only dates that say their year are resolved."""
    assert found("On Tuesday, as in 1971 and last year, and on Sept 4.", published=None) == [
        "1971 = 1971-01-01..1971-12-31 year"
    ]
    assert found("On Tuesday", published="2025-09") == []


def test_spans_are_of_the_zone_in_code_points() -> None:
    """Each mention says in which zone its words stand, and where, counted in code points."""
    zones: dict[Zone, str] = {"title": "🏭 Steel in 1971", "standfirst": "", "body": "Für Öl 🛢 in 1972 and 1973"}
    dates = mentioned.find(zones, published=None, language="en")
    assert [(date.zone, date.text) for date in dates] == [("title", "1971"), ("body", "1972"), ("body", "1973")]
    assert all(zones[date.zone][slice(*date.span)] == date.text for date in dates)


def test_the_stated_date_can_be_given_as_it_is() -> None:
    """The publication may be the document's own stated date, whose day counts."""
    (date,) = mentioned.find(
        {"body": "He said on Monday."}, published=StatedDate(at="2025-09-02T19:49", precision="minute"), language="en"
    )
    assert date.start == "2025-09-01"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le 3 mars 1971, l’usine ouvrit.", ["3 mars 1971 = 1971-03-03..1971-03-03 day"]),
        ("fr", "Elle a fermé en juin 2019.", ["juin 2019 = 2019-06-01..2019-06-30 month"]),
        (
            "fr",
            "Ils se sont vus lundi dernier et en 2024.",
            ["lundi dernier = 2025-09-01..2025-09-01 day", "2024 = 2024-01-01..2024-12-31 year"],
        ),
        (
            "fr",
            "dans les années 1990 et au XIXe siècle",
            ["les années 1990 = 1990-01-01..1999-12-31 decade", "au XIXe siècle = 1801-01-01..1900-12-31 century"],
        ),
        (
            "fr",
            "il y a deux ans, la semaine dernière",
            ["il y a deux ans = 2023-01-01..2023-12-31 year", "la semaine dernière = 2025-08-25..2025-08-31 month"],
        ),
        ("fr", "Il a parlé hier à 2000 personnes.", ["hier = 2025-09-01..2025-09-01 day"]),
        ("de", "Am 3. März 1971 öffnete das Werk.", ["3. März 1971 = 1971-03-03..1971-03-03 day"]),
        (
            "de",
            "Im Juni 2019 und im Jahr 2024.",
            ["Juni 2019 = 2019-06-01..2019-06-30 month", "2024 = 2024-01-01..2024-12-31 year"],
        ),
        (
            "de",
            "Sie kamen am Montag und gestern.",
            ["Montag = 2025-09-01..2025-09-01 day", "gestern = 2025-09-01..2025-09-01 day"],
        ),
        (
            "de",
            "in den 1990er Jahren und im 19. Jahrhundert",
            ["den 1990er Jahren = 1990-01-01..1999-12-31 decade", "19. Jahrhundert = 1801-01-01..1900-12-31 century"],
        ),
        (
            "de",
            "vor zwei Jahren, vergangene Woche",
            ["vor zwei Jahren = 2023-01-01..2023-12-31 year", "vergangene Woche = 2025-08-25..2025-08-31 month"],
        ),
        ("de", "Am Morgen kamen 2000 Menschen.", []),
        ("es", "El 3 de marzo de 1971 abrió la planta.", ["3 de marzo de 1971 = 1971-03-03..1971-03-03 day"]),
        (
            "es",
            "Cerró en junio de 2019 y en 2024.",
            ["junio de 2019 = 2019-06-01..2019-06-30 month", "2024 = 2024-01-01..2024-12-31 year"],
        ),
        (
            "es",
            "El lunes pasado y ayer.",
            ["lunes pasado = 2025-09-01..2025-09-01 day", "ayer = 2025-09-01..2025-09-01 day"],
        ),
        (
            "es",
            "en los años 90 y en el siglo XIX",
            ["los años 90 = 1990-01-01..1999-12-31 decade", "el siglo XIX = 1801-01-01..1900-12-31 century"],
        ),
        ("es", "hace dos años, por la mañana", ["hace dos años = 2023-01-01..2023-12-31 year"]),
        ("ar", "افتتح المصنع في 3 مارس 1971.", ["3 مارس 1971 = 1971-03-03..1971-03-03 day"]),
        ("ar", "في ٣ مارس ١٩٧١", ["٣ مارس ١٩٧١ = 1971-03-03..1971-03-03 day"]),
        (
            "ar",
            "التقيا عام 2024 ويوم الثلاثاء الماضي",
            ["2024 = 2024-01-01..2024-12-31 year", "الثلاثاء الماضي = 2025-08-26..2025-08-26 day"],
        ),
        ("ar", "العام الماضي", ["العام الماضي = 2024-01-01..2024-12-31 year"]),
        ("ur", "مل 3 مارچ 1971 کو کھلی", ["3 مارچ 1971 = 1971-03-03..1971-03-03 day"]),
        (
            "ur",
            "وہ 2024 میں اور منگل کو ملے",
            ["2024 = 2024-01-01..2024-12-31 year", "منگل = 2025-09-02..2025-09-02 day"],
        ),
        (
            "ur",
            "گزشتہ سال اور دو سال قبل",
            ["گزشتہ سال = 2024-01-01..2024-12-31 year", "دو سال قبل = 2023-01-01..2023-12-31 year"],
        ),
    ],
)
def test_common_forms_in_other_languages(language: str, text: str, expected: list[str]) -> None:
    """French, German, Spanish, Arabic and Urdu have their common forms."""
    assert found(text, language) == expected


def test_a_language_without_rules_has_no_mentions() -> None:
    """A language that isn't known gives nothing rather than something wrong."""
    assert found("In 1971", "xx") == []


def test_a_long_hostile_text_is_read_in_bounded_time() -> None:
    """Text made to provoke backtracking gives an answer, and only the first part of a huge text is read."""
    assert found("from " * 60_000 + "1971") == []
    assert found("1 " * 30_000 + "May") is not None
    assert found("They met on Monday " + "the " * 50_000)[:1] == ["Monday = 2025-09-01..2025-09-01 day"]
    assert len(found("ce lundi " * 20_000, "fr")) < 5_000
