"""People, organisations and places that an article speaks of."""

import pytest

from archiver.document import Dateline, Entity, Place, Zone
from archiver.normalise import Context, entities
from archiver.normalise.recogniser import recogniser_for


def recognised(
    body: str,
    *,
    title: str = "",
    language: str | None = "en",
    dateline: str | None = None,
    authors: tuple[str, ...] = (),
) -> tuple[dict[str, Entity], dict[str, Entity], dict[str, Place]]:
    """The people, organisations and places of an article, by name."""
    zones: dict[Zone, str] = {"title": title, "standfirst": "", "body": body}
    people, organisations, places = entities.recognise(
        zones,
        language=language,
        dateline=Dateline(place=dateline) if dateline else None,
        authors=authors,
        recogniser=recogniser_for(language, (Context.default().models[0],)),
    )
    for entity in (*people, *organisations, *places):
        for mention in entity.mentions:
            assert " ".join(zones[mention.zone][slice(*mention.span)].split()) in entity.forms
    return (
        {person.name: person for person in people},
        {organisation.name: organisation for organisation in organisations},
        {place.name: place for place in places},
    )


@pytest.mark.parametrize(
    ("text", "people", "organisations", "places"),
    [
        # Roles and titles, misspelt ones too, are no part of a name.
        (
            "Prime Minster Bilal Ahmed Qureshi Tuesday met Chief Minister Sana Gul Marwat in Lahore.",
            ["Bilal Ahmed Qureshi", "Sana Gul Marwat"],
            [],
            ["Lahore"],
        ),
        (
            "Foreign Minister Hamid Raza Dar and Interior Minister Yasmin Tareen visited the Tarn Steel Mill (TSM) Karachi.",
            ["Hamid Raza Dar", "Yasmin Tareen"],
            ["Tarn Steel Mill"],
            ["Karachi"],
        ),
        ("The CM’s directives reached Justice Imran Ali Shah.", ["Imran Ali Shah"], [], []),
        ("Workers at Van Daalen Marine said the order was late.", [], ["Van Daalen Marine"], []),
        ("Walkers climbed Ben Carrow on Monday in thick fog.", [], [], ["Ben Carrow"]),
        ("Two men fell on Ben Carrow, a hill north of Port Ansel.", [], [], ["Ben Carrow", "Port Ansel"]),
        ("Greta Holm, an Independent, voted against it.", ["Greta Holm"], [], []),
        # An office parts its place or its organisation from who holds it.
        ("Punjab CM Sana Gul Marwat opened the road.", ["Sana Gul Marwat"], [], ["Punjab"]),
        ("Madhya Pradesh Chief Minister Mohan Tarwal spoke.", ["Mohan Tarwal"], [], ["Madhya Pradesh"]),
        ("BBC Director General Anna Kernow resigned.", ["Anna Kernow"], ["BBC"], []),
        # Given names that are places' too.
        ("Paris Holm lives in Paris.", ["Paris Holm"], [], ["Paris"]),
        ("Chelsea Tarnow spoke in Chelsea.", ["Chelsea Tarnow"], [], ["Chelsea"]),
        # Sides that are called by their town.
        ("Arsenal beat Chelsea 3-2 on Saturday.", [], ["Arsenal", "Chelsea"], []),
        ("Jordan Holm scored for Brighton as the team won the match.", ["Jordan Holm"], ["Brighton"], []),
        ("France beat Brazil 3-2 in Lyon.", [], [], ["France", "Brazil", "Lyon"]),
        ("The driver joined Red Bull Racing last year.", [], ["Red Bull Racing"], []),
        # Owners’ endings that are the name's own.
        ("Christie’s sold it. Moody’s said so.", [], ["Christie’s", "Moody’s"], []),
        # What a ministry is for, and the acronym behind a name, though its letters are others.
        (
            "The Ministry of Gender, Labour and Social Development said so on Monday.",
            [],
            ["Ministry of Gender, Labour and Social Development"],
            [],
        ),
        ("Storm Petra brought down trees in Sweden.", [], [], ["Sweden"]),
        # Names of many cultures.
        (
            "Chinese President Wang Jianming and Japanese Prime Minister Kenji Morita met South Korean leader Park Min-jun in Gyeongju.",
            ["Wang Jianming", "Kenji Morita", "Park Min-jun"],
            [],
            ["Gyeongju"],
        ),
        (
            "Oleksandr Kovalenko told the Verkhovna Rada that Kharkiv was hit. Kovalenko's office confirmed it.",
            ["Oleksandr Kovalenko"],
            ["Verkhovna Rada"],
            ["Kharkiv"],
        ),
        (
            "Luis Alberto Ferreira Pou and José Antonio Rivas spoke in Montevideo.",
            ["Luis Alberto Ferreira Pou", "José Antonio Rivas"],
            [],
            ["Montevideo"],
        ),
        (
            "Sheikh Hamdan bin Saeed Al Mansoori opened the fair with Abdel Karim el-Masri.",
            ["Hamdan bin Saeed Al Mansoori", "Abdel Karim el-Masri"],
            [],
            [],
        ),
        (
            "President Yoon Min-seo met Lt Gen Anwar Sethi. Envoy Peter Douglas Kwan Ho-lam arrived in Macau.",
            ["Yoon Min-seo", "Anwar Sethi", "Peter Douglas Kwan Ho-lam"],
            [],
            ["Macau"],
        ),
        ("President of Mongolia U. Batsaikhan met officials.", ["U. Batsaikhan"], [], ["Mongolia"]),
        # Places that a gazetteer lacks, beside those that it has and before words for what they are.
        (
            "Floods hit Ayutthaya, Nonthaburi, Tha Rueang and Bangkok. Drought spread in Sungai Kelapa district.",
            [],
            [],
            ["Ayutthaya", "Nonthaburi", "Tha Rueang", "Bangkok", "Sungai Kelapa"],
        ),
        ("Drought spread in sub-Saharan Africa, said the State of Qatar.", [], [], ["Sub-Saharan Africa", "Qatar"]),
        ("Police searched the Central Harbour District (CHD) on Monday.", [], [], ["Central Harbour District"]),
        # Papers, companies and offices.
        ("The Al-Manbar newspaper said prices rose.", [], ["Al-Manbar"], []),
        ("Namib Desert Salt (NAMSALT) appointed a new director on Monday.", [], ["Namib Desert Salt"], []),
        (
            "A report by the Supreme Committee for Heritage and Legacy reached the Umoja Savings and Credit Cooperative.",
            [],
            ["Supreme Committee for Heritage and Legacy", "Umoja Savings and Credit Cooperative"],
            [],
        ),
        ("The Western Highlands High Court heard the case.", [], ["Western Highlands High Court"], []),
        # Names that are a person's here and a country's there.
        (
            "Georgia beat Jordan 3-1 in Tbilisi. Michael Jordan watched the match.",
            ["Michael Jordan"],
            [],
            ["Georgia", "Jordan", "Tbilisi"],
        ),
        # Organisations that are called after places, and places that speak.
        (
            "Paris Saint-Germain beat Manchester United in Paris, the Bank of England said in the Hague.",
            [],
            ["Paris Saint-Germain", "Manchester United", "Bank of England"],
            ["Paris", "The Hague"],
        ),
        ("Washington said it would send aid to Jordan.", [], [], ["Washington", "Jordan"]),
        (
            "The Supreme Court of Pakistan and the Lahore High Court ruled.",
            [],
            ["Supreme Court of Pakistan", "Lahore High Court"],
            [],
        ),
        ("The Kremlin said Taliban officials met Hamas leaders.", [], ["Kremlin", "Taliban", "Hamas"], []),
        # Ranks, and places that were run together.
        (
            "SSP Operations Nasir Bajwa praised ASI Arshad Mehmood. MNA Rana Salim Khan was in Almería.",
            ["Nasir Bajwa", "Arshad Mehmood", "Rana Salim Khan"],
            [],
            ["Almería"],
        ),
        # Surnames that are months, initials, names of one word in a list with what is known.
        (
            "Theresa May agreed with Boris Kern on Monday. Anna met April Jones on May 5.",
            ["Theresa May", "Boris Kern", "April Jones"],
            [],
            [],
        ),
        ("M. Sharif spoke in Lahore on Monday.", ["M. Sharif"], [], ["Lahore"]),
        (
            "Ford and Goldman Sachs sued in Delaware.",
            [],
            ["Ford", "Goldman Sachs"],
            ["Delaware"],
        ),
        # What several counties, fields or saints name, and what names are listed with.
        (
            "Devon and Cornwall Police told the Maritime and Coastguard Agency.",
            [],
            ["Devon and Cornwall Police", "Maritime and Coastguard Agency"],
            [],
        ),
        (
            "Apple, Google and Amazon fell, while Nike, Puma and Toyota rose.",
            [],
            ["Apple", "Google", "Amazon", "Nike", "Puma", "Toyota"],
            [],
        ),
        ("St. Brigid's Church is closed.", [], ["St. Brigid's Church"], []),
        # A thing of a place's name, the state behind a member's party, an age behind a given name.
        ("He swam like a Labrador.", [], [], []),
        ("A Paris hotel was shut.", [], [], ["Paris"]),
        ("Rep. Ann Holt, D-Calif., and Gov. Per Lund, R-Fla., met in Oslo.", ["Ann Holt", "Per Lund"], [], ["Oslo"]),
        ("Police said Tom, 14, and his sister Ada, 12, had been found.", ["Tom", "Ada"], [], []),
        # Ranks before a name and honours behind it; particles within.
        ("Judge Sarah Whitmore KC jailed him.", ["Sarah Whitmore"], [], []),
        ("PC Tom Wren, DI Ann Holt and Sir Keir Tarn CBE agreed.", ["Tom Wren", "Ann Holt", "Keir Tarn"], [], []),
        ("SANA reported it; the Grammys were postponed.", [], ["SANA"], []),
        ("Det Ch Insp Aisha Khan and Supt Ann Kern OBE agreed.", ["Aisha Khan", "Ann Kern"], [], []),
        (
            "Fighting in Deir ez-Zor and Gulshan-i-Iqbal went on, said Jamaat-i-Islami.",
            [],
            ["Jamaat-i-Islami"],
            ["Deir ez-Zor", "Gulshan-i-Iqbal"],
        ),
        # What is no name.
        ("He died of AIDS. Police registered FIRs against three men, and the PM said so on TV.", [], [], []),
        ("Russian and Ukrainian officials met the French.", [], [], []),
        ("Farmers were hurt by structural adjustment programmes (SAPs), and the SAPs were dropped.", [], [], []),
        ("The firm paid US$31,080 and US $12 to a dealer in Oslo.", [], [], ["Oslo"]),
    ],
)
def test_names_and_their_kinds(text: str, people: list[str], organisations: list[str], places: list[str]) -> None:
    """Names are found without titles and articles, and each has the kind that its words and its place in the world say."""
    found = recognised(text)
    assert [list(kind) for kind in found] == [people, organisations, places]


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        (
            "President Moon Jae-won met ministers. On Friday Moon left Gwangju.",
            "Moon Jae-won",
            ("Moon Jae-won", "Moon"),
        ),
        (
            "Esteban Merlo Hidalgo sold the mill. Prosecutors accuse Merlo of fraud.",
            "Esteban Merlo Hidalgo",
            ("Esteban Merlo Hidalgo", "Merlo"),
        ),
    ],
)
def test_family_names_stand_where_a_culture_has_them(text: str, name: str, forms: tuple[str, ...]) -> None:
    """Koreans and Chinese are called by the first word of their name, many of Spanish names by one in the middle."""
    people, _, _ = recognised(text)
    assert {person.name: person.forms for person in people.values()} == {name: forms}


def test_shorter_forms_join_the_fuller_name() -> None:
    """A surname, a name with a title and a name without its first word are one person, with all mentions."""
    people, _, _ = recognised(
        "Muhammad Bilal Qureshi spoke. President Bilal Qureshi met Viktor Orlov. Qureshi thanked Orlov, and Mr Orlov left."
    )
    assert list(people) == ["Muhammad Bilal Qureshi", "Viktor Orlov"]
    assert people["Muhammad Bilal Qureshi"].forms == ("Muhammad Bilal Qureshi", "Bilal Qureshi", "Qureshi")
    assert len(people["Viktor Orlov"].mentions) == 3


def test_acronyms_join_what_the_text_defines() -> None:
    """An acronym in brackets is a form of the name before it, everywhere in the article."""
    _, organisations, _ = recognised(
        "The Tarn Chamber of Commerce and Industry (TCCI) met. The TCCI said so. The World Health Organisation (WHO) agreed."
    )
    assert organisations["Tarn Chamber of Commerce and Industry"].forms == (
        "Tarn Chamber of Commerce and Industry",
        "TCCI",
    )
    assert len(organisations["Tarn Chamber of Commerce and Industry"].mentions) == 3
    assert "WHO" in organisations["World Health Organisation"].forms


def test_repeated_mentions_are_all_kept() -> None:
    """A surname that the model passes over still counts as a mention of the person."""
    people, organisations, _ = recognised(
        "Treasury Secretary John Mbadeko promised much. “We have listened,” Mbadeko told reporters. "
        "The army's Tarn Emergency Unit (UTE) came; the UTE left."
    )
    assert people["John Mbadeko"].forms == ("John Mbadeko", "Mbadeko")
    assert organisations["Tarn Emergency Unit"].forms == ("Tarn Emergency Unit", "UTE")
    assert len(organisations["Tarn Emergency Unit"].mentions) == 3


def test_countries_have_one_name() -> None:
    """The forms of a country's name are counted together, under its short name."""
    _, organisations, places = recognised(
        "The president of the Russian Federation came home. Russia and the U.S. talked; the US and the United States agreed."
    )
    assert list(places) == ["Russia", "United States"]
    assert places["Russia"].forms == ("Russian Federation", "Russia")
    assert not organisations


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Rain fell in Karachi.", "Karachi", "Pakistan"),
        ("Rain fell in Hyderabad.", "Hyderabad", "India"),
        ("Rain fell in Hyderabad, as elsewhere in Pakistan.", "Hyderabad", "Pakistan"),
        ("Rain fell in Paris, said the United States.", "Paris", "France"),
        ("Rain fell in Hull.", "Hull", "United Kingdom"),
        ("Rain fell in Islamabad.", "Islamabad", "Pakistan"),
        ("Rain fell in Kashmir.", "Kashmir", None),
        ("Rain fell in Palestine.", "Palestine", "Palestine"),
        ("Rain fell in California.", "California", "United States"),
        ("Rain fell in Paris, Texas, on Friday.", "Paris", "United States"),
        ("Rain fell in Birmingham, Ala., on Friday.", "Birmingham", "United States"),
        ("Rain fell in London, Ontario, on Friday.", "London", "Canada"),
        ("Rain fell in Paris, as it did all over Texas.", "Paris", "France"),
        ("Rain fell in Windsor, as it did in Scotland.", "Windsor", "United Kingdom"),
        ("Rain fell in Santa Fe, said Sen. Ada Kern (D-N.M.).", "Santa Fe", "United States"),
        ("Rain fell in Santa Fe, said Ada Kern (D-Day).", "Santa Fe", "Argentina"),
    ],
)
def test_places_have_their_country(text: str, place: str, country: str | None) -> None:
    """A place's country is what the article speaks of, else the likeliest; a disputed region has none."""
    _, _, places = recognised(text)
    assert places[place].country == country


@pytest.mark.parametrize(
    ("language", "text", "countries"),
    [
        # By the article's other towns, regions and countries.
        ("es", "El tren de Madrid a Valencia y Toledo se averió.", {"Valencia": "Spain", "Toledo": "Spain"}),
        ("es", "En Córdoba y Sevilla llovió; en Mérida también.", {"Córdoba": "Spain", "Mérida": "Spain"}),
        ("es", "En Guadalajara, capital de Jalisco, llovió.", {"Guadalajara": "Mexico"}),
        ("es", "El Gobierno de España ayudará a Granada.", {"Granada": "Spain"}),
        ("es", "Granada, en Nicaragua, es bella.", {"Granada": "Nicaragua"}),
        ("en", "Birmingham and Manchester agreed with the mayor of Durham.", {"Durham": "United Kingdom"}),
        ("en", "Perth, Newcastle and Darwin voted, said the Australian premier.", {"Newcastle": "Australia"}),
        ("en", "In Bethlehem, on the West Bank, bells rang.", {"Bethlehem": "Palestine"}),
        ("en", "They went from Hyderabad, in Sindh, to Hyderabad in Telangana.", {"Hyderabad": None}),
        # By the language, where nothing else tells.
        ("es", "Un incendio en Granada dejó dos heridos.", {"Granada": "Spain"}),
        ("pt", "O incêndio no Porto foi apagado na segunda-feira, disse a câmara.", {"Porto": "Portugal"}),
        ("nl", "In Ede brandde een huis.", {"Ede": "Netherlands"}),
        ("fr", "Il pleut à Nice.", {"Nice": "France"}),
        ("de", "Es brannte in Neumarkt.", {"Neumarkt": "Germany"}),
        ("ar", "وصل الوزير إلى عمّان أمس.", {"عمّان": "Jordan"}),
        # Rather none than a wrong one.
        ("es", "Llueve en León.", {"León": None}),
        ("fr", "Il pleut à Laval.", {"Laval": None}),
        ("en", "Rain fell in Cambridge.", {"Cambridge": None}),
    ],
)
def test_a_town_of_several_countries(language: str, text: str, countries: dict[str, str | None]) -> None:
    """Which country's town is meant is told by what the article speaks of, then by its language; else it has no country."""
    *_, places = recognised(text, language=language)
    assert {name: places[name].country for name in countries} == countries


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "DACA recipients may stay in the United States.", ["United States"]),
        ("en", "The SWAT team came late.", []),
        ("en", "Sales at Tesco fell. Argos and Tesco blamed Britain.", ["United Kingdom"]),
        ("en", "Trains on the Metro stopped.", []),
        ("en", "Shops in the West End of London closed.", ["London"]),
        ("en", "The Roman empire fell; kale is dear. Kale and quinoa sell.", []),
        ("de", "Die Zölle steigen. Zölle schaden.", []),
        ("de", "Susanne Raab sprach. Raab schwieg.", []),
        ("es", "El partido Morena ganó en México.", ["Mexico"]),
        ("en", "He flew to Geneva.", ["Geneva"]),
        ("en", "Ada Kern, 58, of Oudtshoorn, stood up.", ["Oudtshoorn"]),
    ],
)
def test_words_and_firms_are_no_towns(language: str, text: str, expected: list[str]) -> None:
    """A small town far from all that the article speaks of is believed where "in" or its like stands before it."""
    *_, places = recognised(text, language=language)
    assert list(places) == expected


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("ru", "Встреча Владимира Путина прошла. Владимир Путин молчал.", {"Владимир Путин": 2}),
        (
            "ru",
            "Дело Ивана Голунова закрыто. Ивану Голунову вернули всё, с Иваном Голуновым говорили.",
            {"Иван Голунов": 3},
        ),
        ("ru", "Встреча с Еленой Батуриной и Анной Шевченко отменена.", {"Елена Батурина": 1, "Анна Шевченко": 1}),
        ("ru", "Александр Иванов и Александра Иванова поженились.", {"Александр Иванов": 1, "Александра Иванова": 1}),
        ("uk", "Володимир Зеленський сказав. Володимиру Зеленському дали слово.", {"Володимир Зеленський": 2}),
        (
            "pl",
            "Spotkanie z Donaldem Tuskiem. Donald Tusk milczy. O Janie Kowalskim mówi Jan Kowalski.",
            {"Donald Tusk": 2, "Jan Kowalski": 2},
        ),
        ("cs", "Petr Redl řekl. Bez Petra Redla to nejde.", {"Petr Redl": 2}),
        ("da", "Mette Holts mand kom. Mette Holt gik.", {"Mette Holt": 2}),
        ("de", "Anna Holts Haus brannte. Anna Holt schwieg.", {"Anna Holt": 2}),
        ("ar", "اجتمع الوزير بمحمود عباس أمس. وقال محمود عباس إنه راض.", {"محمود عباس": 2}),
    ],
)
def test_one_person_in_several_cases(language: str, text: str, people: dict[str, int]) -> None:
    """A name in several cases is one person's, shown in the first one."""
    found, *_ = recognised(text, language=language)
    assert {name: len(found[name].forms) for name in found} == people


@pytest.mark.parametrize(
    "text",
    [
        "Sein Vater war Bäcker.",
        "Sein Buch erschien.",
        "Mehr Informationen gibt es im Rathaus.",
        "Solange Deutschland schweigt, ist Ruhe.",
    ],
)
def test_german_words_at_the_beginning_are_no_given_names(text: str) -> None:
    """What begins a sentence and is a given name elsewhere makes no person of the noun behind it."""
    people, *_ = recognised(text, language="de")
    assert not people


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Karachi Mill Attaches Great Hopes To Orlov Visit", ["Karachi", "Viktor Orlov"]),
        ("KARACHI MILL OPENS AT LAST", ["Karachi"]),
        ("Viktor Orlov opens mill in Karachi", ["Karachi", "Viktor Orlov"]),
        ("Mary Jane Watson Shoes Sold Out", []),
        ("JOHN SMITH WINS", []),
    ],
)
def test_headlines_add_no_names_of_their_own(title: str, expected: list[str]) -> None:
    """In a headline in title case or capitals only names that the text has count."""
    found = recognised("Mr Viktor Orlov opened a mill in Karachi on Monday.", title=title)
    named = [
        name
        for kind in found
        for name, entity in kind.items()
        if any(mention.zone == "title" for mention in entity.mentions)
    ]
    assert sorted(named) == expected
    assert [list(kind) for kind in found] == [["Viktor Orlov"], [], ["Karachi"]]


def test_the_byline_is_no_subject() -> None:
    """Who wrote the story isn't among its people."""
    people, _, _ = recognised("Jane Roe reports that Viktor Orlov spoke. Jane Roe asked him.", authors=("Jane Roe",))
    assert list(people) == ["Viktor Orlov"]


def test_a_demonym_tells_which_town_is_meant() -> None:
    """A people is no place, but an article that speaks of Americans means their Birmingham, one of the British theirs."""
    for demonym, country in (("American", "United States"), ("British", "United Kingdom")):
        _, _, places = recognised(f"The {demonym} police said that the fire in Birmingham was out.")
        assert {place.name: place.country for place in places.values()} == {"Birmingham": country}


def test_an_author_who_is_spoken_of_is_a_subject() -> None:
    """Who is quoted in a text that they are named as the author of is a person of it; who only signs isn't."""
    quoted = "“It is a start,” said Ann Kernow, who has lived beside it for years."
    assert list(recognised(quoted, authors=("Ann Kernow",))[0]) == ["Ann Kernow"]
    assert list(recognised("The bridge is shut. Ann Kernow reported this.", authors=("Ann Kernow",))[0]) == []


def test_acronyms_behind_a_name_are_the_organisation_s() -> None:
    """An acronym whose letters are those of the name in another language is a form of it, wherever it stands."""
    _, organisations, _ = recognised(
        "Data from the National Institute of Tarn Research (INPT) was late. The INPT said so. It registered no FIRs."
    )
    assert organisations["National Institute of Tarn Research"].forms == ("National Institute of Tarn Research", "INPT")
    assert list(organisations) == ["National Institute of Tarn Research"]


def test_an_article_with_its_capital_is_part_of_the_form() -> None:
    """The name stays one across articles, and the form is what a reader sees."""
    _, organisations, _ = recognised("A report by The New York Times said so. The New York Times was right.")
    assert organisations["New York Times"].forms == ("The New York Times", "New York Times")


def test_the_dateline_is_a_place() -> None:
    """The place of the dateline counts, though it stands in no zone."""
    _, _, places = recognised("Nothing happened.", dateline="New Delhi/Islamabad")
    assert {name: (place.country, place.mentions) for name, place in places.items()} == {
        "New Delhi": ("India", ()),
        "Islamabad": ("Pakistan", ()),
    }


@pytest.mark.parametrize(
    ("language", "text", "people", "organisations", "places"),
    [
        (
            "fr",
            "Selon le président Michel Darnaud, la Banque de France et l’ONU ont parlé à Genève. Claire Durand vient d’Allemagne.",
            ["Michel Darnaud", "Claire Durand"],
            ["Banque de France", "ONU"],
            ["Genève", "Germany"],
        ),
        (
            "de",
            "Bundeskanzler Friedrich Wald traf Außenministerin Anna Lehn in Berlin. Die Tarn Stahlwerk GmbH und der Haushalt.",
            ["Friedrich Wald", "Anna Lehn"],
            ["Tarn Stahlwerk GmbH"],
            ["Berlin"],
        ),
        (
            "de",
            "Ursula von der Lehn traf in Berlin den Chef der Deutschen Bank, Karl Wald.",
            ["Ursula von der Lehn", "Karl Wald"],
            ["Deutschen Bank"],
            ["Berlin"],
        ),
        (
            "es",
            "El presidente Pedro Rivas viajó a Bogotá. El Banco de España y la OTAN hablaron.",
            ["Pedro Rivas"],
            ["Banco de España", "OTAN"],
            ["Bogotá"],
        ),
        ("ru", "Президент Виктор Орлов говорил. Москва и Россия.", ["Виктор Орлов"], [], ["Москва", "Russia"]),
        (
            "ar",
            "قال الرئيس كريم المصري في القاهرة إن روسيا وأوكرانيا",
            ["كريم المصري"],
            [],
            ["القاهرة", "Russia", "Ukraine"],
        ),
        ("ur", "وزیر اعظم بلال قریشی نے کراچی میں کہا", ["بلال قریشی"], [], ["کراچی"]),
        (None, "In Berlin sprach Frank Wald.", ["Frank Wald"], [], ["Berlin"]),
    ],
)
def test_other_languages_by_gazetteer_and_rules(
    language: str | None, text: str, people: list[str], organisations: list[str], places: list[str]
) -> None:
    """Without a model, names that a title, a given name, a kind of organisation or the gazetteer shows are found."""
    found = recognised(text, language=language)
    assert [list(kind) for kind in found] == [people, organisations, places]


def test_pages_of_names_are_read_in_bounded_time() -> None:
    """A page that is nothing but names, or one endless word, gives an answer, and no name is endless."""
    people, organisations, places = recognised("Al-" * 3_000 + " " + "(PSM) " * 3_000 + "Mr Smith met. " * 50)
    assert all(len(name) <= 200 for kind in (people, organisations, places) for name in kind)


@pytest.mark.parametrize("text", ["El Racing Club ganó ayer.", "Vino Ping An."])
def test_a_listed_name_that_is_refused_ends(text: str) -> None:
    """A name that the gazetteer has and that isn't taken for an organisation's is looked at once."""
    assert recognised(text, language="es") is not None
