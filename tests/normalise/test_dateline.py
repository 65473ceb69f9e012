"""The dateline at a story's head."""

import pytest

from archiver.document import Dateline
from archiver.normalise import dateline

CASES = [
    (
        "ISLAMABAD, (Agency / Other Agency - 2nd Sep, 2025) Rest",
        "en",
        Dateline(place="Islamabad", agency="Agency / Other Agency", date="2025-09-02"),
    ),
    (
        "TARNOW (Northern Wire - 2nd September, 2025 ) Rest",
        "en",
        Dateline(place="Tarnow", agency="Northern Wire", date="2025-09-02"),
    ),
    ("LONDON (Reuters) - Rest", "en", Dateline(place="London", agency="Reuters")),
    ("PARIS, March 3 (AFP) — Rest", "en", Dateline(place="Paris", agency="AFP")),
    ("BEIJING, Sept. 2 (Xinhua) -- Rest", "en", Dateline(place="Beijing", agency="Xinhua")),
    (
        "NEW YORK, Sept. 2, 2025 /TarnWire/ -- Rest",
        "en",
        Dateline(place="New York", agency="TarnWire", date="2025-09-02"),
    ),
    ("MOSCOW, September 2. /TASS/. Rest", "en", Dateline(place="Moscow", agency="TASS")),
    ("KARACHI: Rest", "en", Dateline(place="Karachi")),
    ("NEW DELHI/ISLAMABAD: Rest", "en", Dateline(place="New Delhi/Islamabad")),
    ("New Delhi: Rest", "en", Dateline(place="New Delhi")),
    ("LINDI: Rest", "en", Dateline(place="Lindi")),
    ("LAHORE: (Web Desk) Rest", "en", Dateline(place="Lahore")),  # the paper's own desk is no agency
    ("WASHINGTON, D.C. — Rest", "en", Dateline(place="Washington")),
    ("ST. PAUL, Minn. (AP) — Rest", "en", Dateline(place="St. Paul", agency="AP")),
    ("KABUL, Afghanistan — Rest", "en", Dateline(place="Kabul")),
    ("RIO DE JANEIRO (Reuters) - Rest", "en", Dateline(place="Rio de Janeiro", agency="Reuters")),
    ("GENEVA, 2 September 2025 – Rest", "en", Dateline(place="Geneva", date="2025-09-02")),
    ("BAGHDAD, Tuesday — Rest", "en", Dateline(place="Baghdad")),
    ("UPPER TARNDALE — Rest", "en", Dateline(place="Upper Tarndale")),
    ("Oldenburg. Rest", "de", Dateline(place="Oldenburg")),
    ("(Reuters) - Rest", "en", Dateline(agency="Reuters")),
    ("Berlin (dpa) – Rest", "de", Dateline(place="Berlin", agency="dpa")),
    # A town that no gazetteer has, where a known agency stands behind it.
    ("Tarnvale (AP) — Rest", "en", Dateline(place="Tarnvale", agency="AP")),
    ("Bad Tarnvale (dpa/lno) - Rest", "de", Dateline(place="Bad Tarnvale", agency="dpa/lno")),
    ("Tarnvale, Ohio (Reuters) - Rest", "en", Dateline(place="Tarnvale", agency="Reuters")),
    ("Genève, le 3 mars (ATS) - Rest", "fr", Dateline(place="Genève", agency="ATS")),
    ("PARIS, le 3 mars 2025 - Rest", "fr", Dateline(place="Paris", date="2025-03-03")),
    ("MADRID, 3 mar. (EFE).- Rest", "es", Dateline(place="Madrid", agency="EFE")),
    ("(ANSA) - ROMA, 02 SET - Rest", "it", Dateline(place="Roma", agency="ANSA")),
    ("МОСКВА, 2 сен - РИА Новости. Rest", "ru", Dateline(place="Москва", agency="РИА Новости")),
    ("القاهرة (رويترز) - Rest", "ar", Dateline(place="القاهرة", agency="رويترز")),
    ("اسلام آباد: Rest", "ur", Dateline(place="اسلام آباد")),
    ("लखनऊ। Rest", "hi", Dateline(place="लखनऊ")),
    ("Bern (sda) Rest", "de", Dateline(place="Bern", agency="sda")),
    ("Hamburg/Berlin. Rest", "de", Dateline(place="Hamburg/Berlin")),
    ("Roma, 5 mar. (askanews) – Rest", "it", Dateline(place="Roma", agency="askanews")),
    # As Spanish and Latin American papers have it.
    ("MADRID.- Rest", "es", Dateline(place="Madrid")),
    ("Ciudad de México.- Rest", "es", Dateline(place="Ciudad de México")),
    ("(EFE).- Rest", "es", Dateline(agency="EFE")),
    # The paper's own address before the place.
    ("tarn.com, JAKARTA - Rest", "id", Dateline(place="Jakarta")),
    ("(AP)Rest", "en", Dateline(agency="AP")),
    ("(TNN Business)Rest", "en", Dateline(agency="TNN Business")),
    ("Oslo (TNN)Rest", "en", Dateline(place="Oslo", agency="TNN")),
    ("New York (TNN Business)Rest", "en", Dateline(place="New York", agency="TNN Business")),
    # In brackets, or run into the text.
    ("(서울=연합뉴스) 홍길동·김철수 기자 = Rest", "ko", Dateline(place="서울", agency="연합뉴스")),
    ("[부산=뉴시스] Rest", "ko", Dateline(place="부산", agency="뉴시스")),
    ("【北京共同】Rest", "ja", Dateline(place="北京", agency="共同")),
    ("【ワシントン＝鈴木一郎】Rest", "ja", Dateline(place="ワシントン")),
    ("新华社北京3月5日电 Rest", "zh", Dateline(place="北京", agency="新华社")),
    ("中新网3月5日电 Rest", "zh", Dateline(agency="中新网")),
    ("本报北京3月5日讯 Rest", "zh", Dateline(place="北京")),
    ("新华社北京3月5日电（记者王小明）Rest", "zh", Dateline(place="北京", agency="新华社")),
    ("本报讯（记者 王小明 通讯员 赵敏）Rest", "zh", Dateline()),
]


@pytest.mark.parametrize(("paragraph", "language", "expected"), CASES)
def test_a_dateline_is_cut_off_and_read(paragraph: str, language: str, expected: Dateline) -> None:
    """A dateline leaves the paragraph and gives its place in normal case, its agency, and its date if that is whole."""
    cut, rest = dateline.split(paragraph, language=language)
    assert rest == "Rest"
    assert cut is not None
    assert paragraph.startswith(cut)
    assert dateline.read(cut, language=language) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "A",
        "WATCH: Minister falls into river",
        "SOCCER - Late goals win the cup",
        "RUGBY UNION - Two players left the squad",
        "BREAKING: Mill on fire",
        "PM: We will not yield",
        "EXCLUSIVE — The mill is sold",
        "JUST IN - The mill is sold",
        "UNHC – The council said",
        "Oldenburg. The mill stood here.",
        "SMITH: Well, I think so",
        "COVID-19: The figures",
        "The prime minister said: We will not yield",
        "Question: What is next?",
        "Three things: One, two",
        "NATO (North Atlantic Treaty Organization) said on Monday",
        "IMF (International Monetary Fund) – The lender said",
        "John Smith (Labour) - The MP said",
        "Tarnvale (Ohio) — The council voted",
        "Covid (WHO) - The figures",
        "Analysis (Reuters) - The figures",
        "Paris: a city of lights",
        "LONDON is a city",
        "Karachi and Lahore were flooded",
        "May 3, 2025 - The mill",
        "Tuesday, September 2 - The mill",
        "Islamabad, Lahore and Karachi – The three cities",
        "قال الرئيس: نحن هنا",
        "(Adds details) - The mill",
        "tarn.com, the site, is down",
        "VIDEO.- The mill falls",
        "Georgia (USA) The mill falls",
        "Smith (LAB)The member said",
        "(US)soldiers left",
        "【速報】水門が開いた",
        "【写真＝漁協提供】水門が開いた",
        "据新华社北京3月5日电，水门开了",
        "(사진=어촌계 제공) 수문이 열렸다",
        "3月5日电影节在北京开幕",
    ],
)
def test_an_ordinary_sentence_is_left_whole(paragraph: str) -> None:
    """A sentence with a colon, a dash, brackets or capitals is no dateline."""
    assert dateline.split(paragraph, language="en") == (None, paragraph)


def test_the_words_of_its_date() -> None:
    """The date's own words can be shown as evidence."""
    assert dateline.date_words("LAHORE, (Tarn News - 2nd Sep, 2025)", language="en") == "2nd Sep, 2025"
    assert dateline.date_words("NEW YORK, Sept. 2, 2025 /TarnWire/", language="en") == "Sept. 2, 2025"
    assert dateline.date_words("KARACHI", language="en") is None


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("MADRID 1996-12-06", True),
        ("MADRID, Spain, Dec 6, 1996", True),
        ("UPDATED 1996-12-06", False),
        ("MADRID BEATS LISBON", False),
        ("Madrid 1996-12-06", False),
    ],
)
def test_a_line_that_is_but_a_dateline(line: str, alone: bool) -> None:
    """Some print the dateline above the first paragraph: a known place in capitals, and a date."""
    assert dateline.is_alone(line, language="en") is alone
    if alone:
        assert dateline.read(line, language="en") == Dateline(place="Madrid", date="1996-12-06")


def test_hostile_paragraphs_are_read_in_bounded_time() -> None:
    """A paragraph of many capitals, commas or brackets gives an answer at once."""
    for paragraph in ("A " * 100_000, "KARACHI, " * 50_000, "(" * 100_000, "KARACHI" + " -" * 50_000):
        assert dateline.split(paragraph, language="en")[1]


@pytest.mark.parametrize(
    "lead",
    ["NORVALE, . Officials said that the wall held.", "NORVALE, , May 3 — The wall held.", "NORVALE, - The wall held."],
)
def test_an_empty_part_is_no_region(lead: str) -> None:
    """A comma with nothing behind it doesn't stop the reading."""
    assert dateline.read(lead, language="en") is not None
