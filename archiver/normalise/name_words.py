"""The words that tell names apart: titles and roles, what organisations and landmarks end in, given names, never-names."""

from typing import Final

from archiver.normalise.words import listed

COURTESIES: Final = frozenset(
    listed(
        "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev reverend fr father sister brother rabbi "
        "imam maulana mufti allama pir syed sheikh shaikh hafiz qari haji hajji sahibzada sahibzadi herr frau monsieur madame mme mlle m "
        "señor señora don doña signor signora sri shri smt pandit begum begam engr barrister advocate adv justice judge pope king "
        "queen prince princess emperor sultan emir emira crown"
    )
)
"""Forms of address; some (Sheikh, Syed) are names too, and are taken off only where two words of a name stay."""

NAMELIKE_COURTESIES: Final = frozenset(
    listed(
        "syed sheikh shaikh hafiz pir begum begam don king prince judge father sister brother lord lady justice baron pope m crown sultan imam mufti"
    )
)

ROLES: Final = frozenset(
    listed(
        "prime minister minster ministers president presidents vice deputy chief chairman chairwoman chairperson chair secretary "
        "general director executive officer head leader governor mayor ambassador envoy spokesman spokeswoman spokesperson senator "
        "congressman congresswoman representative rep sen gov mp mpa mna mep mla pm cm dpm fm ceo cfo coo cto captain capt major maj "
        "colonel col lieutenant lt brigadier brig marshal admiral sergeant sgt inspector constable superintendent commissioner "
        "assistant additional special acting interim caretaker former ex outgoing incoming late premier chancellor "
        "coach manager striker midfielder goalkeeper defender batsman bowler skipper analyst economist historian author novelist "
        "poet actor actress singer director-general founder co-founder co owner tycoon lawmaker leader opposition foreign interior finance "
        "defence defense home health education information law planning railways energy commerce trade federal provincial state "
        "union cabinet attorney solicitor army air naval navy staff field principal senior junior permanent undersecretary under "
        "adviser advisor aide assistant archbishop bishop cardinal ayatollah rector dean speaker whip councillor counselor first "
        "lady national security district session sessions sho dsp ssp sp dig ig igp dc ac dco nazim sardar nawab chaudhry malik treasury "
        "environment agriculture transport labour labor tourism sports culture religious affairs minorities housing works water power "
        "petroleum science technology communications justice internal external parliamentary presidential press and for of the climate "
        "change development social welfare human rights managing associate corporal detective pilot driver dr mr chef maestro asi cpo rpo dpo sdpo operations investigation sahibzada"
    )
)
"""Words of offices and professions that stand before names ("Prime Minister", misspelt as "Minster" too)."""

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

ORGANISATION_WORDS: Final = frozenset(
    listed(
        "ltd limited inc incorporated corp corporation company co llc plc gmbh ag sa spa bv ab oy asa pvt bank university college school "
        "academy institute institution ministry department authority commission council court tribunal police army navy "
        "force forces federation association union party league movement front coalition alliance agency bureau office secretariat "
        "committee assembly parliament senate congress board chamber fund foundation trust society club fc cf group holdings "
        "industries airlines airways railways railway mill mills works factory plant motors electric energy petroleum oil gas telecom "
        "media news times post tribune herald gazette journal press television tv radio broadcasting network hospital clinic laboratories pharmaceuticals "
        "organisation organization programme initiative observatory museum theatre orchestra church ministry command regiment corps "
        "brigade division wing taskforce consortium cooperative exchange stores supermarkets hotels ventures capital partners "
        "securities insurance bancorp systems technologies software labs studios pictures records entertainment united rangers rovers wanderers "
        "athletic city albion hotspur saint-germain dynamo lokomotiv spartak rada duma bundestag bundesbank bundeswehr knesset "
        "wizarat idara jamaat jamiat tehreek majlis lashkar government administration embassy consulate mission treasury customs "
        "cricket olympics olympic nations"
    )
)
"""Last or first words that make a name an organisation's."""

GENERIC_ORGANISATIONS: Final = ORGANISATION_WORDS | frozenset(
    listed(
        "ministries house houses supreme high national international federal central state opposition centre center capital cabinet bench lower upper islamic"
    )
)
"""Words that alone, even with a capital, name nothing."""

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
        "north south east west northern southern eastern western central strip heights territory territories"
    )
)
"""Last words that make a name a place's."""

NEVER_NAMES: Final = frozenset(
    listed(
        "aids hiv covid covid-19 coronavirus sars mers polio dengue dna rna gdp gst vat fir firs cctv tv ai it ict ceo cfo vip suv usd pkr eur gbp inr "
        "noc mou mous sop sops faq url html pdf sms gps wifi wi-fi led ied ieds ngo ngos ipo id ids cnic nic km kg mw kv am pm cm mp mps mpa mpas mna mnas sho dsp ssp "
        "us-led u.s.-led breaking exclusive update watch live video photos covid19 islam muslim muslims christian christians hindu hindus "
        "sikh sikhs jewish jews ramadan ramazan eid christmas easter diwali english urdu arabic french internet facebook-like twitter-like "
        "god allah bible quran holy monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december "
        "meanwhile however moreover furthermore separately earlier later according also yes no ok mr mrs ms dr sir honourable excellency sahib ji "
        "standing resolution bill act agreement treaty constitution"
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

PARTICLES: Final = listed(
    "al el ul ur bin ibn bint abu de da do dos das del della di du la le van von der den ter ten zu ben bar mac"
)
"""Lower-case words inside names."""

GIVEN_NAMES: Final = frozenset(
    listed(
        "muhammad mohammad mohammed mohamed mohamad ahmed ahmad ali hassan hasan hussain hussein husain omar umar usman osman othman bilal imran nawaz "
        "shehbaz shahbaz maryam mariam ayesha aisha fatima fatema zainab khadija hamza ibrahim ismail yusuf yousaf youssef yousef khalid khaled "
        "tariq tarek asif asad waqar wasim shahid sajid rashid rasheed saeed said salman salim saleem karim kareem kamran adnan faisal "
        "fawad farooq farhan hamid hameed haider hina iqbal irfan ishaq jamal javed javaid junaid kashif mahmoud mahmood mansoor maqsood mustafa "
        "nadeem naveed nasir nasser pervez pervaiz qasim rafiq rehman rahman riaz rizwan sadia saad samina sana sara shabbir sohail "
        "sumaira tahir talal tanveer usama yasir yasmin zafar zahid zahra zubair abdul abdullah abdulla abdel abdulaziz abdulrahman anwar amina amir "
        "aamir aziz bashar basheer fahad ghulam hafiz iftikhar ijaz jawad layla leila mona nabil noor nour osama qamar raza reza sultan syed "
        "walid waleed zain ziad akbar arif ashraf atif azam babar danish ehsan fahmida ghazala habib ilyas khurram liaquat mehmood mian mohsin mubarak murad "
        "amit anil anita arjun arun arvind ashok deepak deepika gita indira kavita krishna kumar lakshmi manmohan meera mohan mukesh narendra "
        "nikhil nirmala nitin pooja pradeep prakash priya priyanka rahul raj rajesh rajiv rajnath ram ramesh ravi ritu rohit sachin sanjay "
        "sandeep shashi shivraj sonia sunil sunita suresh sushma uma vijay vikram vinod virat yogi droupadi mamata jawaharlal "
        "wei xi li wang zhang liu chen yang huang zhao jinping keqiang xiaoping hiroshi kenji shinzo shigeru fumio yoshihide takashi yuki haruto sakura akira "
        "naoto taro kim lee park jae-myung yoon suk-yeol moon jae-in jong-un ji-woo min-jun seo-yeon nguyen tran pham thi van minh aung san suu "
        "joko prabowo siti budi dewi anwar mahathir ferdinand rodrigo leni corazon "
        "vladimir volodymyr dmitry dmitri dmytro sergei sergey serhiy andrei andrey andriy alexander aleksandr oleksandr alexei aleksei oleksiy "
        "mikhail mykhailo nikolai mykola ivan igor ihor yuri yuriy viktor viktoria boris oleg oleh pavel pavlo petr petro konstantin anatoly anton denys "
        "natalia nataliya olga olha tatiana tetiana svetlana elena olena irina iryna ekaterina kateryna anna maria marina yulia yuliya ksenia "
        "zuzana milos janez jan janusz andrzej donald jaroslaw lech mateusz katarzyna agnieszka malgorzata tomasz piotr krzysztof radoslaw vaclav "
        "zoran goran slobodan aleksandar marko nikola milan dragan branko edi viktor orban istvan laszlo gabor ferenc klaus nicolae ion "
        "jose juan carlos luis jorge miguel pedro pablo francisco fernando antonio manuel javier alejandro ricardo roberto rafael raul "
        "sergio andres diego eduardo enrique gustavo hugo ignacio jaime jesus joaquin julio mario martin mauricio nicolas oscar ramon "
        "alberto alvaro angel cristina claudia ana carmen dolores isabel lucia luisa marta mercedes pilar rosa sofia teresa yolanda ximena gabriela "
        "valentina camila daniela evo lula luiz inacio jair dilma joao paulo rodrigo thiago gabriel lucas mateus beatriz fernanda "
        "john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven stephen "
        "paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan larry "
        "justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron henry douglas peter adam "
        "nathan zachary walter kyle harold carl jeremy keith roger gerald ethan arthur terry christian sean lawrence austin joe noah jesse albert "
        "bryan billy bruce willie jordan dylan alan ralph gabriel roy juan wayne eugene logan randy louis russell vincent philip bobby johnny "
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna "
        "michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole "
        "samantha katherine catherine christine helen debra rachel carolyn janet maria heather diane olivia julie joyce victoria ruth virginia "
        "lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn "
        "abigail sophia frances jean alice judy isabella julia grace denise amber marilyn danielle beverly charlotte natalie theresa diana "
        "brittany doris kayla alexis lori marie jane joe tony bill bob jim tom tim dan ben sam mike steve dave chris matt nick greg keir rishi liz "
        "theresa jeremy ed boris nigel angus nicola humza priti sajid winston clement harold tony gordon barack hillary kamala mitch nancy elon jeff "
        "angela olaf friedrich annalena robert markus horst frank-walter ursula wolfgang heinz hans jurgen jens helmut gerhard karl-theodor sebastian "
        "klaus dieter uwe stefan andreas jorg lars anke sabine petra monika birgit silke katrin heike annegret armin "
        "emmanuel marine jean-luc jean-claude jean-marc jean-pierre jean-michel francois nicolas jacques pierre philippe bruno gabriel gerald elisabeth edouard "
        "segolene valerie agnes celine claire aurelie camille chloe lea mathilde anne brigitte sylvie thierry laurent olivier christophe eric fabien guillaume "
        "giorgia matteo giuseppe mario silvio sergio luigi paolo romano enrico roberto antonio giovanni francesca chiara giulia alessandro andrea marco "
        "recep erdogan mevlut hakan ahmet mehmet mustafa kemal ayse fatma emine ekrem devlet binali suleyman bulent "
        "abiy kwame kofi nana chinua wole ngozi olusegun goodluck muhammadu bola uhuru raila yoweri paul cyril jacob thabo nelson desmond winnie ama "
        "kofi adaeze chidi emeka ifeoma oluwaseun tunde femi sipho thandiwe wanjiru otieno mwai benjamin yair isaac golda ariel shimon naftali avi "
        "hassan ebrahim mahmoud mohammad-javad ayatollah bashar hafez saad najib michel nabih abdelfattah mohamed-ali lina rania"
    )
)
"""Given names common in the news of many countries, folded; a sign, never a proof."""
