"""What stands with a capital and is neither a person nor an organisation nor a place: events, laws, peoples, sports."""

from typing import Final

from archiver.normalise.words import listed

EVENTS: Final = frozenset(
    listed(
        "cup trophy shield medal medals prize prizes award awards championship championships festival marathon expo derby grand-prix prix "
        "bowl biennale eurovision superbowl olympics paralympics olympiad tournament playoffs playoff qualifiers final finals semi-final semifinal "
        "treaty convention conventions agreement agreements accord accords pact act acts bill bills law laws ordinance amendment protocol charter "
        "decree constitution resolution declaration directive deal war wars uprising massacre genocide holocaust intifada revolution "
        "index indices day days week month year eve weekend anniversary virus variant vaccine vaccines syndrome disease pandemic crisis "
        "affair scandal inquiry report study survey poll census plan strategy roadmap show album song movie film novel edition chapter "
        "project programme programs program scheme mission operation exercise reich era age dynasty language calendar century "
        "street-food dollar dollars pound pounds euro euros rupee rupees yen peso pesos franc francs rand naira shilling crude "
        "passport visa card app smartphone iphone android blockchain token coin goals peoples fellow fellowship degree diploma licence license "
        "cuisine yatra cruises scholarship scholarships framework diwas status statute statutes summit barometer certificate certificates exhibition airshow symposium vision agenda pledge examination exam olympiads "
        "webinar seminar hackathon bootcamp visa memorandum communique manifesto petition referendum verdict sanctions tariff tariffs"
    )
)
"""Last words that make a name an event's, a law's, a work's or a thing's, unless it begins with a given name."""

NO_SURNAMES: Final = frozenset(("award", "awards", "prize", "trophy", "cup", "scholarship", "stadium"))
"""Of these words, some that no person's name ends with, given name or not."""

GAMES: Final = frozenset(listed("games series open masters tour slam league rally"))
"""Last words of events behind a word of `GAME_FIRSTS`."""

GAME_FIRSTS: Final = frozenset(
    listed(
        "asian olympic paralympic commonwealth pan world winter summer sea african mediterranean french us u.s australian british german italian "
        "spanish canadian european grand champions champions' masters madrid miami rome indian dutch swiss scottish irish national davis "
        "national davis european"
    )
)
"""Words that make a contest of "Games", "Open" or "Series" behind them."""

SPORTS: Final = frozenset(
    listed(
        "soccer cricket tennis rugby golf basketball football hockey baseball boxing athletics cycling swimming volleyball handball badminton "
        "squash snooker judo karate taekwondo wrestling rowing sailing skiing skating biathlon bobsleigh motorsport motorcycling netball "
        "softball gymnastics fencing polo chess darts triathlon esports weightlifting squad goalkeepers defenders midfielders forwards "
        "substitutes attendance scorers umpires referees bowling batting innings toss halftime"
    )
)
"""Sports and the words of their tables."""

PEOPLES: Final = frozenset(
    listed(
        "indigenous aboriginal aborigines inuit inuk maori hausa yoruba igbo fulani zulu xhosa tutsi hutu tutsis hutus kikuyu luo maasai masai oromo "
        "amharic tigrayan swahili berber berbers tuareg bedouin druze alawite alawites kurd kurds yazidi yazidis turkmen "
        "rohingya rohingyas uyghurs uighurs tibetans hmong karen han hui manchu mongol tamil tamils sinhalese sinhala telugu malayali marathi "
        "gujarati bihari pathan pathans pashtuns hazara hazaras tajiks uzbeks balochs sindhis punjabis bengalis dalit dalits adivasi "
        "brahmin rajput jat patidar maratha mapuche quechua aymara guarani mestizo latino latina latinos hispanic hispanics chicano "
        "cherokee navajo sioux apache cree ojibwe metis gwich'in dene haida mohawk roma gypsy gypsies sami saami "
        "cossack cossacks slavic slav slavs croat croats serb serbs bosniak bosniaks kosovar kosovars montenegrin montenegrins slovenes "
        "pole poles czechs slovaks hungarians romanians bulgarians greeks turks cypriots danes swedes norwegians finns dutchman dutch "
        "belgians swiss austrians italians spaniards spaniard portuguese frenchman frenchmen englishman englishmen irishman scot scots "
        "welshman briton brit brits german germans italian europeans africans asians americans canadians mexicans cubans haitians "
        "jamaicans brazilians argentines argentinians chileans peruvians colombians venezuelans bolivians ecuadorians uruguayans "
        "paraguayans panamanians hondurans salvadorans guatemalans nicaraguans egyptians libyans tunisians algerians moroccans "
        "sudanese ethiopians eritreans somalis kenyans ugandans tanzanians rwandans burundians congolese nigerians ghanaians liberians "
        "ivorians malians senegalese gambians guineans cameroonians angolans zambians zimbabweans mozambicans namibians batswana basotho "
        "saudis emiratis qataris kuwaitis bahrainis omanis yemenis iraqis syrians lebanese jordanians kyrgyz kazakhs armenians georgians "
        "azerbaijanis azeris belarusians moldovans latvians lithuanians estonians chinese japanese koreans mongolians taiwanese vietnamese "
        "thais cambodians laotians burmese malaysians indonesians filipinos singaporeans nepalis bangladeshis maldivians sri-lankans "
        "australians aussie aussies kiwi kiwis fijians samoans tongans hongkonger hongkongers kongers californians texans "
        "new-yorkers londoners parisians berliners muscovites queenslander queenslanders sunni sunnis shia shias shi'ite shiite shiites "
        "sufi sufis salafi wahhabi ahmadi ahmadis ismaili parsi parsis jain jains buddhist buddhists taoist confucian catholic catholics "
        "protestant protestants anglican anglicans orthodox evangelical evangelicals lutheran baptist baptists methodist mormon mormons jew judaism "
        "christianity hinduism buddhism sikhism catholicism protestantism zionist zionists nazi nazis marxist marxists communist communists "
        "socialist socialists maoist maoists fascist islamist islamists jihadist jihadists republican republicans democrat democrats democratic "
        "conservative conservatives liberal liberals labourite tory tories whig remainer brexiteer brexiteers leftist "
        "eurosceptic bolivarian peronist peronists chavista kirchnerist sandinista zapatista tamilian caucasian westerner westerners arabs "
        "palestinian israelis iranians persians afghans turks south-american north-american latin-american western eastern gulf-arab hindi mandarin cantonese bangla tagalog kanuri uygur uygurs filipina filipinas filipino saharan"
    )
)
"""Peoples, faiths and followers: never names of a person, an organisation or a place."""

THINGS: Final = frozenset(
    listed(
        "gmt utc est edt pst pdt cet bst ist pkt ftse dow dax nikkei sensex nifty wti brent libor euribor ytd fx ebitda eps "
        "grammys emmys baftas oscars tonys brexit obamacare bitcoin ethereum internet web covid-19 coronavirus omicron ebola zika sars-cov-2 mpox malaria tuberculosis "
        "gold silver copper nickel wheat corn soybean soybeans handout pool photo photos picture file reuters-file via editor editors editing reporting "
        "christmas easter thanksgiving halloween diwali eid ramadan hanukkah passover nowruz new-year millennium medicare medicaid "
        "north south east west northeast northwest southeast southwest heaven hell earth mars moon venus jupiter saturn mercury "
        "dr. prof. art equity love train buyout tel fax email e-mail copyright nft nfts esg iot 5g 4g 3g lng lpg cng opex capex kpi "
        "lgbt lgbtq lgbtqi stem atm atms otp cpi ppi yoy qoq tb vp npl npls article section chapter clause paragraph grade level "
        "phd mba bsc msc llb ma ba gen-z mph kph rpm usb hdmi oled led cpu gpu ram mw kwh mwh gwh bpd bcm ceo's ii iii iv vi vii viii ix xi xii "
        "bn trn mln tbd tbc rip asap diy vs rbi's lt-gen maj-gen crown state-of-emergency catholic-church q1 q2 q3 q4 h1 h2 fy ppp ppps td rv earth world first-nation ipo ipos"
    )
)
"""Single words and abbreviations that models take for names."""

MONTHS_CUT: Final = frozenset(
    listed("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun am pm gmt est")
)
"""What may stand behind a name as the beginning of a date or a time."""

PHRASES: Final = frozenset(
    phrase.replace("_", " ")
    for phrase in listed(
        "district_police first_nation first_nations high_school gen_z world_war cold_war third_world global_south global_north "
        "middle_class new_year rugby_union rugby_league stock_exchange hall_of_fame hall_of_famer parliament_house "
        "silk_road black_friday old_testament group_a group_b group_c group_d group_e group_f group_g group_h "
        "social_media board_of_directors executive_committee local_administration penal_code state_of_emergency memorandum_of_understanding "
        "gross_domestic_product research_institute inspector_general_of_police power_plant phase_i phase_ii good_friday "
    )
)
"""Several words that are no name in spite of their capitals."""
