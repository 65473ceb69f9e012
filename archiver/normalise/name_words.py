"""The words that tell names apart: titles and roles, what organisations and landmarks end in, never-names."""

from typing import Final

from archiver.normalise.words import listed

COURTESIES: Final = frozenset(
    listed(
        "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev reverend fr father sister brother rabbi "
        "imam maulana mufti allama pir syed sheikh shaikh hafiz qari haji hajji sahibzada sahibzadi herr frau monsieur madame mme mlle m "
        "señor señora don doña signor signora sri shri smt pandit begum begam engr barrister advocate adv justice judge pope king "
        "queen prince princess emperor sultan emir emira crown cllr ustad coxswain shri hon pte pc wpc det ch insp supt"
    )
)
"""Forms of address; some (Sheikh, Syed) are names too, and are taken off only where two words of a name stay."""

NAMELIKE_COURTESIES: Final = frozenset(
    listed(
        "syed sheikh shaikh hafiz pir begum begam don king prince judge father sister brother lord lady baron pope m crown sultan imam mufti"
    )
)

ROLES: Final = frozenset(
    listed(
        "prime minister minster ministers president presidents vice deputy chief chairman chairwoman chairperson chair secretary "
        "general director executive officer head leader governor mayor ambassador envoy spokesman spokeswoman spokesperson senator "
        "congressman congresswoman representative rep sen gov mp mpa mna mep mla pm cm dpm fm ceo cfo coo cto captain capt major maj "
        "colonel col lieutenant lt brigadier brig marshal admiral sergeant sgt inspector constable superintendent commissioner "
        "assistant additional special acting interim caretaker former ex outgoing incoming late premier chancellor "
        "coach manager striker midfielder goalkeeper goaltender quarterback linebacker pitcher shortstop defenceman defenseman defender batsman bowler skipper analyst economist historian author novelist "
        "poet actor actress singer director-general founder co-founder co owner tycoon lawmaker leader opposition foreign interior finance "
        "defence defense home health education information law planning railways energy commerce trade federal provincial state "
        "union cabinet attorney solicitor army air naval navy staff field principal senior junior permanent undersecretary under "
        "adviser advisor aide assistant archbishop bishop cardinal ayatollah rector dean speaker whip councillor counselor first "
        "lady national security district session sessions sho dsp ssp sp dig ig igp dc ac dco nazim sardar nawab chaudhry malik treasury "
        "environment agriculture transport labour labor tourism sports culture religious affairs minorities housing works water power "
        "petroleum science technology communications justice internal external parliamentary presidential press and for of the climate "
        "change development social welfare human rights managing associate corporal detective pilot driver dr mr chef maestro asi cpo rpo dpo sdpo operations investigation sahibzada production industries investment narcotics aviation maritime tribal revenue urban rural local lawyer sub-inspector sub engineer activist journalist reporter photographer farmer teacher headmaster surgeon nurse goalscorer treasurer student appeal appeals auntie aunty uncle carver elder custodian waziri emir alhaji alhaja madam member oppositionist gen pol lt-gen maj-gen lt-general maj-general highness majesty excellency mps mlas senators judges brigadiers generals ceos legislator legislators councilor councilors sheriff magistrate prosecutor president-elect chair-elect mayor-elect governor-elect spokesperson-designate vice-president vice-chairman vice-chair vice-chancellor deputy-governor secretary-general commander-in-chief ex-president ex-minister ex-premier congressmen lieutenant-general major-general lieutenant-colonel brigadier-general commodore commandant commander warden ombudsman striker winger fullback flanker hooker prop lock scrum-half fly-half centre fly-half no8 seamer spinner wicketkeeper all-rounder batter pacer opener skipper captain vice-captain midfield defender alderman councilman councilwoman assemblyman assemblywoman lawmaker presecutor presidential candidate nominee designate veteran rookie teammate co-star star billionaire businessman businesswoman entrepreneur magnate designer architect professor-emeritus midwife pastor bishop archbishop metropolitan patriarch vicar"
    )
)
"""Words of offices and professions that stand before names ("Prime Minister", misspelt as "Minster" too)."""

HONORIFICS: Final = frozenset(
    listed(
        "mr mrs ms miss mx dr prof professor rev reverend cllr councillor justice sgt capt cpl gen lt-gen maj-gen ustad maulana allama mufti sir dame baron baroness inspector mme herr frau"
    )
)
"""Forms of address behind which one word is enough to be a person's name."""

NAMELIKE_ROLES: Final = frozenset(
    listed("sardar nawab chaudhry malik major late king first power field law chase under dean head and of the")
)
"""Of the roles, those that are also parts of names or mean something else alone."""

OFFICES: Final = frozenset(
    listed(
        "minister minster president chairman chairwoman chairperson secretary governor mayor ambassador envoy spokesman spokeswoman "
        "spokesperson senator congressman congresswoman captain colonel lieutenant brigadier admiral sergeant inspector "
        "constable superintendent commissioner premier chancellor archbishop bishop cardinal ayatollah speaker councillor actor actress "
        "singer coach striker midfielder goalkeeper defender skipper analyst economist professor prof dr mr mrs ms sir justice judge "
        "general marshal director ceo pm cm mp mpa mna sen rep gov gen lt col maj capt king queen prince princess sheikh leader "
        "lawmaker author novelist poet attorney officer maulana mufti allama pope sgt brig sho dsp ssp sp asi cpo rpo dpo mna dc"
    )
)
"""Words of which one right before a capitalised name shows that it is a person's."""

HOLDERS: Final = frozenset(
    listed(
        "commissioner commissioners minister ministers secretary-general spokesman spokeswoman spokesperson director president "
        "chairman chairwoman chairperson chief vice high officer officers official officials member members engineer executive ambassador "
        "commander actor actress footballer captain coach manager leader leaders candidate candidates governor mayor judge magistrate "
        "professor lecturer researcher inspector constable secretary rapporteur representative adviser advisor chair rector dean head"
    )
)
"""Last words that make a guess that of an office or of who holds it: what is before them may be an organisation's name."""

ORGANISATION_WORDS: Final = frozenset(
    listed(
        "ltd limited inc incorporated corp corporation company co llc plc gmbh ag sa spa bv ab oy asa pvt bank university college school "
        "laboratory academy institute institution ministry department authority commission council court tribunal police army navy "
        "force forces federation association union party league movement front coalition alliance agency bureau office secretariat "
        "committee assembly parliament senate congress board chamber fund foundation trust society club fc cf group holdings "
        "industries airlines airways railways railway mill mills works factory plant motors electric energy petroleum oil gas telecom "
        "media news times post tribune herald gazette journal press television tv radio broadcasting network hospital clinic laboratories pharmaceuticals "
        "organisation organization programme observatory museum theatre orchestra church ministry command regiment corps "
        "brigade division wing taskforce consortium cooperative exchange stores supermarkets hotels ventures capital partners "
        "securities insurance bancorp systems technologies software labs studios pictures records entertainment united rangers rovers wanderers "
        "athletic city albion hotspur saint-germain dynamo lokomotiv spartak rada duma bundestag bundesbank bundeswehr knesset "
        "wizarat idara jamaat jamiat tehreek majlis lashkar government administration embassy consulate mission treasury customs "
        "cricket olympics olympic nations directorate inspectorate cooperatives caucus presidency constabulary gendarmerie militia "
        "panchayat samiti sabha morcha parishad sangh dal vidyapeetham vidyalaya yuan shura diwan "
        "sangathan andolan mahasabha mahasangh nigam samity sangsad jote sangha mancha kendra palika vidyapith vishwavidyalaya mahavidyalaya "
        "anjuman tanzeem ittehad mahaz yeshiva ilbo sinmun shimbun ribao zeitung partisi bankasi universitesi bakanligi dernegi vakfi belediyesi "
        "ajansi runanga runanganui"
    )
)
"""Last or first words that make a name an organisation's."""

ORGANISATION_ENDS: Final = frozenset(
    listed(
        "council ministry department authority commission federation association union party league movement front alliance agency bureau "
        "committee assembly board chamber fund foundation trust society group university college academy institute company corporation "
        "bank court tribunal club organisation organization orchestra museum hospital airlines airways railway railways church"
    )
)
"""Words that, right behind another name, make one organisation's name of both: "Nelson Mandela" + "Foundation"."""

GENERIC_ORGANISATIONS: Final = ORGANISATION_WORDS | frozenset(
    listed(
        "ministries house houses supreme high national international federal central state opposition centre center capital cabinet bench lower upper islamic"
    )
)
"""Words that alone, even with a capital, name nothing."""

DESCRIPTORS: Final = frozenset(
    listed(
        "national central state supreme high royal reserve communist people's peoples football press federal first new technical islamic general "
        "chartered agricultural democratic republican labour labor conservative liberal socialist social christian muslim medical international "
        "public free open catholic orthodox methodist reformed united constitutional civil military naval naval air election electoral "
        "trade agricultural polytechnic federated lower upper legislative"
    )
)
"""Words that organisations' names begin with that need their "of": "Reserve Bank of India"."""

ORGANISATION_HEADS: Final = frozenset(
    listed(
        "bank ministry department university institute council court commission authority board chamber federation association union party "
        "assembly office embassy house college academy school committee organisation organization society league bureau agency "
        "government parliament senate movement front museum republic confederation foundation fund trust directorate inspectorate "
        "conference secretariat observatory"
    )
)
"""Words after which "of …" or "for …" goes on with the name: "Bank of England", "Ministry of Foreign Affairs"."""

MOVEMENTS: Final = frozenset(
    listed(
        "taliban hamas hezbollah hizbollah hizbullah al-qaeda qaeda houthis isis isil daesh kremlin pentagon nato interpol opec unicef unesco brics asean"
    )
)
"""Organisations that models take for peoples or places."""

PLACE_WORDS: Final = frozenset(
    listed(
        "river lake sea ocean mountain mountains mount hill hills valley desert island islands peninsula bay gulf strait canal coast beach "
        "province district tehsil county region state governorate oblast prefecture village town city municipality suburb street road "
        "avenue boulevard square highway motorway bridge tunnel airport port harbour harbor station stadium park forest dam barrage palace "
        "fort castle tower plaza market bazaar chowk border crossing pass glacier delta basin plateau plain plains cape falls creek reservoir "
        "north south east west northern southern eastern western central strip heights territory territories ground oval arena velodrome racecourse racetrack speedway circuit resort roundabout interchange expressway freeway turnpike subway dispensary mosque temple cathedral shrine basilica synagogue gurdwara monastery abbey prison jail camp cemetery gardens zoo lighthouse ranch neighbourhood neighborhood sub-county subcounty upazila taluk taluka mandal barangay commune canyon gorge cave caves oasis volcano reef atoll lagoon wetland wetlands savanna savannah rainforest corridor zone area enclave township borough parish hamlet settlement quarter pier wharf dock terminal campus constituency ward districts roads streets streams villages rivers provinces regions counties lakes towns compound hypermarket mall lane boulevard crescent drive trail ridge peak rainforest archipelago sea"
    )
)
"""Last words that make a name a place's."""

SITES: Final = frozenset(
    listed(
        "hospital hospitals hotel museum gallery mall restaurant center centre complex mine plant refinery cafe bistro tavern lounge"
    )
)
"""Last words of names of buildings that are organisations too: what is said of them tells, and where nothing does, they are places."""

NEVER_NAMES: Final = frozenset(
    listed(
        "aids hiv covid covid-19 coronavirus sars mers polio dengue dna rna gdp gst vat fir firs cctv tv ai it ict ceo cfo vip suv usd pkr eur gbp inr "
        "noc mou mous sop sops faq url html pdf sms gps wifi wi-fi led ied ieds ngo ngos ipo id ids cnic nic km kg mw kv am pm cm mp mps mpa mpas mna mnas sho dsp ssp "
        "us-led u.s.-led breaking exclusive update watch live video photos covid19 islam muslim muslims christian christians hindu hindus "
        "sikh sikhs jewish jews ramadan ramazan eid christmas easter diwali english urdu arabic french internet facebook-like twitter-like "
        "god allah bible quran holy monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december "
        "meanwhile however moreover furthermore separately earlier later according also yes no ok mr mrs ms dr sir honourable excellency sahib ji "
        "standing resolution bill act agreement treaty constitution independent independents"
    )
)
"""What is never a name, whatever a model says; keys are folded words."""

DEMONYMS: Final = frozenset(
    listed(
        "american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian danish swedish "
        "norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian serbian croatian bosnian slovenian albanian macedonian "
        "greek turkish cypriot russian ukrainian belarusian moldovan georgian armenian azerbaijani azeri kazakh uzbek turkmen kyrgyz tajik "
        "estonian latvian lithuanian chinese japanese korean mongolian taiwanese vietnamese thai cambodian laotian burmese malaysian "
        "indonesian filipino philippine singaporean indian pakistani bangladeshi bengali sri lankan nepali nepalese afghan iranian persian iraqi syrian "
        "lebanese jordanian israeli palestinian saudi emirati qatari kuwaiti bahraini omani yemeni egyptian libyan tunisian algerian moroccan "
        "sudanese ethiopian eritrean somali kenyan ugandan tanzanian rwandan congolese nigerian ghanaian senegalese malian ivorian cameroonian "
        "angolan zambian zimbabwean mozambican namibian botswanan african canadian mexican cuban haitian jamaican brazilian argentine argentinian "
        "chilean peruvian colombian venezuelan bolivian ecuadorian paraguayan uruguayan guatemalan honduran salvadoran nicaraguan panamanian "
        "australian european asian latin arab arabic kurdish pashtun punjabi sindhi baloch kashmiri bavarian catalan basque soviet "
        "western eastern northern southern central anglo americans russians ukrainians germans britons pakistanis indians israelis palestinians "
        "iranians afghans chechen tatar uighur uyghur tibetan hindustani arabian scandinavian balkan baltic"
    )
)
"""Words for what is of a country or a people: no names of places."""

PRONOUNS: Final = frozenset(
    listed("he she they it we you i his her their our my who what when where how why which the this that these those")
)
"""Never names either, unless in capitals: WHO."""

FAMILY_NAMES_FIRST: Final = frozenset(
    listed(
        "ahn an bae baek ban byun cha chae chang chen cheng cheung chiang chin cho choe choi chow chu chun chung deng ding dong du fan fang feng fu gao "
        "gong gu guo ha han he heo ho hong hou hu huang hwang hyun im jang jeon jeong ji jiang jin jo joo jung kang kim ko koo kwak kwok kwon lam lau "
        "lee leung li liang liao lim lin liu lo lu luo lyu ma mao mo moon nam noh oh pan park peng qian qin ren roh rhee ryu seo shen shi shim shin "
        "sim soh sohn song su suh sun tan tang tian tsai tsang tseng tung wan wang wei wen won wong woo wu xi xia xiao xie xu yan yang yao ye yeo yeung "
        "yi yin yoo yoon you yu yuan yuen yun zeng zhang zhao zheng zhong zhou zhu zou "
        "kweon gwon hsieh hsu hsueh tsao teng ke szeto au ng yip ip fung mak siu poon lui kwan pang tam chui choy ong goh teo koh neo"
    )
)
"""Family names of Chinese and Koreans, who are called by the first word of their name: "Xi" for Xi Jinping."""

PARTICLES: Final = listed(
    "al el ul ur bin ibn bint abu de da do dos das del della di du la le van von der den ter ten zu ben bar mac"
)
"""Lower-case words inside names."""

LETTERS: Final = frozenset(
    listed(
        "KC QC SC MP MSP OBE MBE CBE KBE DBE GBE KCB KCMG CMG CB BEM QPM FRS FRSA FBA JP RN MD PhD DPhil BSc PC WPC DI DS DC DCI DSI"
    )
)
"""Honours and degrees behind a person's name, and ranks before it."""
