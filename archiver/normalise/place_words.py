"""What the gazetteer needs to know beside GeoNames: countries' other names, regions, and cities' names that mean else."""

from collections.abc import Mapping
from types import MappingProxyType

from archiver.normalise.words import listed

COUNTRY_NAMES: Mapping[str, str] = MappingProxyType({"PS": "Palestine", "TL": "Timor-Leste", "VA": "Vatican City"})
"""English short names where GeoNames has another than news do."""

COUNTRY_ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "Russian Federation": "RU",
        "Islamic Republic of Pakistan": "PK",
        "Republic of India": "IN",
        "People's Republic of China": "CN",
        "PRC": "CN",
        "mainland China": "CN",
        "USA": "US",
        "U.S.": "US",
        "U.S.A.": "US",
        "United States of America": "US",
        "UK": "GB",
        "U.K.": "GB",
        "Britain": "GB",
        "Great Britain": "GB",
        "UAE": "AE",
        "Emirates": "AE",
        "Kingdom of Saudi Arabia": "SA",
        "KSA": "SA",
        "Islamic Republic of Iran": "IR",
        "Islamic Emirate of Afghanistan": "AF",
        "Federal Republic of Germany": "DE",
        "French Republic": "FR",
        "Republic of Turkey": "TR",
        "Republic of Türkiye": "TR",
        "Türkiye": "TR",
        "Turkiye": "TR",
        "Turkey": "TR",
        "Republic of Korea": "KR",
        "DPRK": "KP",
        "Burma": "MM",
        "Czech Republic": "CZ",
        "Holland": "NL",
        "Macedonia": "MK",
        "Swaziland": "SZ",
        "Cape Verde": "CV",
        "East Timor": "TL",
        "Côte d'Ivoire": "CI",
        "DR Congo": "CD",
        "Democratic Republic of Congo": "CD",
        "Democratic Republic of the Congo": "CD",
        "Republic of Congo": "CG",
        "Republic of the Congo": "CG",
        "DRC": "CD",
        "Congo-Kinshasa": "CD",
        "Congo-Brazzaville": "CG",
        "State of Palestine": "PS",
        "Palestinian territories": "PS",
        "occupied Palestinian territory": "PS",
        "Palestine": "PS",
        "Republic of Ireland": "IE",
        "Syrian Arab Republic": "SY",
        "Republic of South Africa": "ZA",
        "Socialist Republic of Vietnam": "VN",
        "Viet Nam": "VN",
        "Bosnia": "BA",
        "Bosnia-Herzegovina": "BA",
        "Slovak Republic": "SK",
        "Kyrgyz Republic": "KG",
        "Republic of Kazakhstan": "KZ",
        "Republic of Uzbekistan": "UZ",
        "Republic of Azerbaijan": "AZ",
        "Republic of Belarus": "BY",
        "Republic of Serbia": "RS",
        "Republic of Poland": "PL",
        "Republic of Indonesia": "ID",
        "Holy See": "VA",
    }
)
"""Names of countries that neither GeoNames nor CLDR lists."""

REGIONS: tuple[tuple[str, str], ...] = (
    (
        "",
        (
            "Kashmir; Jammu and Kashmir; Occupied Kashmir; Crimea; Western Sahara; South China Sea; Kurdistan; Asia; "
            "South Asia; Central Asia; East Asia; Southeast Asia; South-East Asia; West Asia; Asia Pacific; Europe; "
            "Eastern Europe; Western Europe; Central Europe; Northern Europe; Scandinavia; Balkans; Western Balkans; "
            "Caucasus; South Caucasus; Baltics; Africa; North Africa; West Africa; East Africa; Southern Africa; "
            "Central Africa; Sub-Saharan Africa; Horn of Africa; Sahel; Maghreb; Middle East; Near East; Far East; "
            "Gulf; Persian Gulf; Levant; Latin America; South America; North America; Central America; Americas; "
            "Caribbean; Oceania; Pacific; Indo-Pacific; Arctic; Antarctica; Mediterranean; Black Sea; Red Sea; Baltic "
            "Sea; North Sea; Caspian Sea; Arabian Sea; Dead Sea; Atlantic; Atlantic Ocean; Indian Ocean; Pacific "
            "Ocean; Strait of Hormuz; Suez Canal; Himalayas; Alps; Andes; Sahara; Amazon rainforest; Golan Heights; "
            "Indus; Indus River; Nile; Danube"
        ),
    ),
    (
        "PK",
        (
            "Punjab; Sindh; Balochistan; Khyber Pakhtunkhwa; Gilgit-Baltistan; Waziristan; North Waziristan; South "
            "Waziristan; Azad Kashmir; Thar; Swat; KP; Khyber"
        ),
    ),
    (
        "IN",
        (
            "Uttar Pradesh; Bihar; Kerala; Tamil Nadu; Karnataka; Gujarat; Rajasthan; West Bengal; Assam; Manipur; "
            "Odisha; Telangana; Andhra Pradesh; Maharashtra; Madhya Pradesh; Haryana; Ladakh"
        ),
    ),
    (
        "CN",
        (
            "Xinjiang; Tibet; Inner Mongolia; Guangdong; Sichuan; Hubei; Hunan; Henan; Hebei; Yunnan; Zhejiang; "
            "Jiangsu; Fujian; Shandong; Shanxi; Shaanxi; Gansu; Liaoning; Jilin; Heilongjiang"
        ),
    ),
    ("PS", "West Bank; Gaza; Gaza Strip; East Jerusalem"),
    ("UA", "Donbas; Donbass; Donetsk region; Luhansk region; Kharkiv region; Zaporizhzhia"),
    ("RU", "Siberia; Chechnya; Dagestan; Tatarstan; Kursk region; Belgorod region; Russian Far East"),
    ("GB", "England; Scotland; Wales; Northern Ireland; Yorkshire; Cornwall"),
    ("DE", "Bavaria; Saxony; Thuringia; Hesse; Brandenburg; Lower Saxony; North Rhine-Westphalia; Bayern"),
    ("ES", "Catalonia; Andalusia; Basque Country; Galicia; Cataluña; Andalucía; País Vasco; Canary Islands"),
    ("FR", "Brittany; Normandy; Corsica; Provence; Alsace; Bretagne; Normandie; Corse"),
    ("IT", "Sicily; Sardinia; Tuscany; Lombardy; Veneto; Calabria; Sicilia; Sardegna; Toscana"),
    ("US", "New England; Midwest; Silicon Valley; Capitol Hill; Hawaii; Alaska"),
    ("CA", "Ontario; Quebec; British Columbia; Alberta; Manitoba; Saskatchewan; Nova Scotia; New Brunswick"),
    ("AU", "New South Wales; Queensland; Tasmania; South Australia; Western Australia; Northern Territory"),
    ("SD", "Darfur"),
    ("ET", "Tigray; Amhara; Oromia"),
    ("IQ", "Iraqi Kurdistan; Kurdistan Region; Anbar"),
    ("ID", "Java; Sumatra; Papua; Bali; Sulawesi; Borneo; Aceh"),
    ("JP", "Hokkaido; Okinawa; Kyushu; Honshu"),
    ("PH", "Mindanao; Luzon"),
    ("MM", "Rakhine; Shan State"),
    ("AF", "Helmand; Panjshir; Nangarhar; Badakhshan; Kunar"),
)
"""Regions, parted by semicolons, each row with the ISO code of their country; none for disputed ones and those of several."""

NOT_CITIES = frozenset(
    listed(
        "march of most many best bar sale police date union mission orange reading university bath battle nice deal "
        "man normal hope liberty paradise independence bank university park west east north south centre center "
        "central union republic enterprise sun media dawn eagle summit asia america imam young police jordan georgia "
        "minister page opera same split wedding san santa male goes bad bo can are ash san juan may mobile plan price "
        "hero victoria"
    )
)
"""Names of cities that are far more often something else in a text."""
