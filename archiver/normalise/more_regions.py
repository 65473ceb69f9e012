"""Provinces, islands, seas, rivers and mountains that news name, each with its country; those of several countries have none."""

from collections.abc import Mapping
from types import MappingProxyType

MORE_REGIONS: tuple[tuple[str, str], ...] = (
    (
        "",
        (
            "Soviet Union; USSR; Yugoslavia; Czechoslovakia; East Germany; West Germany; Zaire; Rhodesia; Ottoman Empire; Malvinas; West Indies; "
            "East Indies; Antarctic; Indo-Pacific; Asia-Pacific; Eurasia; Australasia; Polynesia; Melanesia; Indochina; Iberia; Benelux; Iberian "
            "Peninsula; Arabian Peninsula; Korean Peninsula; Indian subcontinent; Great Lakes; Niger Delta; Rhine; Thames; Ganges; Yangtze; Mekong; Congo River; "
            "Euphrates; Tigris; Jordan River; Seine; Volga; Dnieper; Dnipro River; Amur; Brahmaputra; Zambezi; Limpopo River; Rio Grande; Orinoco; East China Sea; "
            "Yellow Sea; Sea of Japan; Sea of Azov; Sea of Marmara; Aegean; Aegean Sea; Adriatic; Adriatic Sea; Ionian Sea; Bay of Bengal; Bay of Biscay; Gulf of Mexico; Gulf of Aden; "
            "Gulf of Guinea; Gulf of Oman; Gulf of Thailand; English Channel; Taiwan Strait; Taiwan Straits; Bosphorus; Dardanelles; Strait of Malacca; "
            "Malacca Strait; Bering Strait; Strait of Gibraltar; Bab al-Mandab; Barents Sea; Arctic Ocean; Southern Ocean; Tasman Sea; Coral Sea; South Pacific; "
            "North Atlantic; South Atlantic; North Pacific; Lake Victoria; Lake Chad; Lake Tanganyika; Lake Malawi; Lake Titicaca; Lake Geneva; Mount Everest; "
            "Everest; Kilimanjaro; Hindu Kush; Karakoram; Pyrenees; Carpathians; Urals; Ural Mountains; Gobi Desert; Kalahari; Patagonia; Siachen; "
            "Amazon basin; Congo Basin; Rift Valley; Levant; Mesopotamia; Palestine territories; Occupied Territories; occupied territories; southern Africa; south-east Asia; "
            "Falklands; Nagorno-Karabakh; Abkhazia; South Ossetia; Transnistria; Line of Control; Durand Line; Spratly Islands; Paracel Islands; Senkaku Islands; "
            "Diaoyu Islands; Kuril Islands; Saharan Africa; Sahara Desert; Great Rift Valley; Mediterranean Sea; Pacific Islands; Eastern Mediterranean"
        ),
    ),
    (
        "US",
        (
            "Bay Area; San Francisco Bay Area; Gulf Coast; East Coast; West Coast; Long Island; Manhattan; Brooklyn; Bronx; Harlem; Staten Island; "
            "Washington DC; Washington, D.C.; D.C.; Rocky Mountains; Rockies; Appalachia; Mississippi River; Hudson River; Wall Street; Hollywood; Broadway; "
            "Lake Michigan; Lake Superior; Southern California; Northern California; South Florida; Orange County; Los Angeles County; Cook County; "
            "Deep South; Pacific Northwest; Cape Canaveral; Capitol; US Capitol; Ground Zero; Times Square; Central Park; Guantanamo Bay"
        ),
    ),
    (
        "CA",
        (
            "Yukon; Nunavut; Northwest Territories; N.W.T.; Newfoundland; Labrador; Newfoundland and Labrador; Prince Edward Island; Vancouver Island; Nunavik; "
            "Atlantic Canada; Parliament Hill; Hudson Bay; B.C.; N.S.; P.E.I.; Sask.; Ont.; Alta."
        ),
    ),
    (
        "GB",
        (
            "Essex; Sussex; East Sussex; West Sussex; Surrey; Devon; Dorset; Norfolk; Suffolk; Lancashire; Lincolnshire; Northumberland; Cumbria; "
            "Oxfordshire; Hampshire; Hertfordshire; Berkshire; Gloucestershire; Cheshire; Derbyshire; Leicestershire; Nottinghamshire; Staffordshire; "
            "Warwickshire; Worcestershire; Herefordshire; Shropshire; Somerset; Wiltshire; Bedfordshire; Buckinghamshire; Cambridgeshire; Northamptonshire; "
            "North Yorkshire; West Yorkshire; South Yorkshire; County Durham; Tyneside; Merseyside; Greater Manchester; West Midlands; East Midlands; Midlands; "
            "Ulster; Aberdeenshire; Ayrshire; Fife; Lanarkshire; Highlands; Scottish Highlands; Orkney; Shetland; Hebrides; Isle of Wight; Anglesey; Gwynedd; "
            "Downing Street; 10 Downing Street; Whitehall; Westminster; Heathrow; Gatwick; Stansted; Wembley; Twickenham; Trafalgar Square; Holyrood; Stormont; "
            "Canary Wharf; Hyde Park; Buckingham Palace; N.Ireland; East Anglia; South Wales; North Wales; Lake District"
        ),
    ),
    (
        "IN",
        (
            "Goa; Jharkhand; Chhattisgarh; Uttarakhand; Himachal Pradesh; Sikkim; Nagaland; Mizoram; Tripura; Meghalaya; Arunachal Pradesh; Jammu & Kashmir; "
            "Andaman and Nicobar Islands; Lakshadweep; Pondicherry; Vidarbha; Bundelkhand; Konkan; Kashmir Valley; Kashmir valley; Sundarbans; Western Ghats; "
            "Lutyens' Delhi; NCR; Delhi-NCR"
        ),
    ),
    (
        "PK",
        "Gilgit; Potohar; Cholistan; Makran; Chitral; Kurram; Bajaur; Hunza; FATA; PoK; AJK; Interior Sindh; South Punjab",
    ),
    ("BD", "Cox's Bazar; Chittagong Hill Tracts; Bhasan Char; Bhashan Char"),
    (
        "CN",
        "Guangxi; Guizhou; Hainan; Jiangxi; Qinghai; Ningxia; Anhui; Pearl River Delta; Greater Bay Area; Three Gorges; Great Wall; Tiananmen Square; Zhongnanhai",
    ),
    ("HK", "Kowloon; New Territories; Lantau; Mong Kok; Wan Chai; Causeway Bay; Tsim Sha Tsui; Victoria Harbour"),
    (
        "NG",
        "Borno; Kaduna; Zamfara; Katsina; Benue; Kogi; Ogun; Lagos State; Rivers State; Delta State; Plateau State; Borno State; Kano State; Biafra",
    ),
    ("KE", "Turkana; Garissa; Marsabit; Laikipia; Nyanza; Baringo; Lamu; Kibera"),
    (
        "ZA",
        "Gauteng; KwaZulu-Natal; Kwazulu-Natal; Western Cape; Eastern Cape; Northern Cape; Limpopo; Mpumalanga; Free State; Transvaal; Transkei; Robben Island",
    ),
    (
        "MX",
        "Jalisco; Oaxaca; Chiapas; Sinaloa; Sonora; Guerrero; Michoacán; Veracruz; Yucatán; Baja California; Tamaulipas; Nuevo León; Guanajuato; Quintana Roo; Zacatecas",
    ),
    (
        "BR",
        "Minas Gerais; Bahia; Rio Grande do Sul; Mato Grosso; Amazonas; Roraima; Rondônia; Pernambuco; Santa Catarina",
    ),
    ("AR", "Tierra del Fuego; Pampas; Casa Rosada; Plaza de Mayo"),
    ("CO", "Antioquia; Cauca; Valle del Cauca"),
    ("CL", "Araucanía; La Araucanía; Atacama; Atacama Desert; Biobío; Easter Island"),
    ("EC", "Galápagos; Galápagos Islands"),
    ("ET", "Afar; Somali Region; Gambella; Benishangul-Gumuz"),
    ("SD", "Kordofan; South Kordofan; Blue Nile; West Darfur; North Darfur; Gezira"),
    ("CD", "North Kivu; South Kivu; Kivu; Ituri; Katanga; Kasai"),
    ("SO", "Somaliland; Puntland; Jubaland"),
    ("IQ", "Nineveh; Fallujah; Sinjar; Green Zone"),
    ("SY", "Idlib; Deir ez-Zor; Hasakah; Ghouta; Eastern Ghouta"),
    ("YE", "Hadramawt; Hadhramaut; Socotra"),
    ("EG", "Sinai; Sinai Peninsula; Upper Egypt; Tahrir Square; Nile Delta"),
    ("IL", "Negev; Galilee; Temple Mount; Western Wall"),
    (
        "PS",
        "Rafah; Khan Younis; Khan Yunis; Jenin; Nablus; Hebron; Gaza City; Beit Hanoun; Jabalia; Al-Aqsa; Al-Aqsa Mosque",
    ),
    ("LY", "Cyrenaica; Tripolitania; Fezzan"),
    ("TR", "Anatolia; Taksim Square; Thrace"),
    (
        "DE",
        "Schleswig-Holstein; Saarland; Rhineland-Palatinate; Baden-Württemberg; Mecklenburg-Vorpommern; Ruhr; Black Forest",
    ),
    (
        "RU",
        "Kaliningrad; Bashkortostan; Ingushetia; Yakutia; Kamchatka; Sakhalin; North Ossetia; Red Square; North Caucasus; Volga region; Lake Baikal",
    ),
    ("UA", "Zaporizhzhia region; Kherson region; Galicia; Snake Island; Maidan"),
    (
        "FR",
        "Île-de-France; Occitanie; Burgundy; Savoy; Picardy; Champs-Élysées; Élysée; French Riviera; Mont Blanc; New Caledonia",
    ),
    (
        "IT",
        "Piedmont; Liguria; Umbria; Apulia; Puglia; Campania; Emilia-Romagna; Abruzzo; Lampedusa; Friuli; Trentino; Dolomites; Etna; Vesuvius",
    ),
    (
        "ES",
        "Castile; Aragon; Asturias; Extremadura; Murcia; Navarre; Balearic Islands; Mallorca; Majorca; Ibiza; Tenerife; Gran Canaria; Melilla; Ceuta; Cantabria",
    ),
    ("GR", "Crete; Lesbos; Corfu; Peloponnese; Thessaly"),
    (
        "AU",
        "Australian Capital Territory; NSW; Great Barrier Reef; Outback; Arnhem Land; Pilbara; Gold Coast; Sunshine Coast; Torres Strait; Tasmania; Uluru; Gippsland",
    ),
    ("NZ", "NZ; Waikato; Otago; Canterbury; North Island; South Island; Aotearoa; Northland; Taranaki; Southland"),
    ("JP", "Fukushima; Tohoku; Kansai; Kanto; Shikoku; Mount Fuji; Ginza; Shibuya; Shinjuku; Ryukyu Islands"),
    ("KR", "Jeju; Gangnam; Gyeonggi; Gyeonggi Province; Jeju Island"),
    ("PH", "Visayas; Palawan; Boracay; Cebu; Marawi; Sulu; Metro Manila; Scarborough Shoal"),
    ("ID", "West Java; Central Java; East Java; West Papua; Kalimantan; Lombok; Maluku; Riau"),
    ("MY", "Sabah; Sarawak; Penang; Selangor; Johor; Kelantan; Terengganu; Pahang; Kedah; Putrajaya"),
    ("TH", "Phuket; Isaan; Pattani; Koh Samui"),
    ("MM", "Rakhine State; Kachin; Kayin; Chin State; Kachin State; Sagaing"),
    ("LK", "Jaffna; Hambantota; Northern Province"),
    ("AF", "Kandahar; Herat; Nuristan; Paktika; Khost; Bagram; Ghazni; Kunduz; Logar"),
)
"""Rows as those of `REGIONS`."""

STATES: Mapping[str, str] = MappingProxyType(
    {
        "ala": "Alabama", "ariz": "Arizona", "ark": "Arkansas", "calif": "California", "colo": "Colorado", "conn": "Connecticut", "del": "Delaware",
        "fla": "Florida", "ga": "Georgia", "ill": "Illinois", "ind": "Indiana", "kan": "Kansas", "ky": "Kentucky", "mass": "Massachusetts", "md": "Maryland",
        "mich": "Michigan", "minn": "Minnesota", "mo": "Missouri", "mont": "Montana", "neb": "Nebraska", "nev": "Nevada", "nh": "New Hampshire",
        "nj": "New Jersey", "nm": "New Mexico", "ny": "New York", "nc": "North Carolina", "nd": "North Dakota", "okla": "Oklahoma", "ore": "Oregon",
        "pa": "Pennsylvania", "ri": "Rhode Island", "sc": "South Carolina", "sd": "South Dakota", "tenn": "Tennessee", "tex": "Texas", "vt": "Vermont",
        "va": "Virginia", "wva": "West Virginia", "wis": "Wisconsin", "wyo": "Wyoming",
    }
)  # fmt: skip
"""States of the United States by the abbreviations that news put behind a city, without full stops."""
