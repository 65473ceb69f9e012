"""Organisations that the world's news names without saying what they are: a gazetteer, keyed as `names.key` makes keys."""

from typing import Final

_BODIES: Final = (
    "union europeenne; commission europeenne; nations unies; parlement europeen; onu; otan; oms; fmi; banque mondiale; europaische union; vereinte nationen; "
    "union europea; naciones unidas; nacoes unidas; unione europea; nazioni unite; united nations; un; european union; eu; european commission; european parliament; european council; african union; au; arab league; "
    "nato; opec; opec+; asean; saarc; brics; g7; g20; g8; g77; oecd; wto; world trade organization; world trade organisation; imf; "
    "international monetary fund; world bank; world health organization; world health organisation; unicef; unesco; unhcr; unrwa; undp; "
    "unep; unctad; unfpa; unaids; iaea; ilo; fao; wfp; world food programme; icao; imo; itu; wipo; ifc; adb; asian development bank; afdb; ebrd; "
    "european central bank; ecb; interpol; europol; eurostat; frontex; icc; icj; osce; oas; oic; gcc; ecowas; eac; sadc; igad; mercosur; "
    "caricom; quad; aukus; shanghai cooperation organisation; sco; commonwealth; red cross; red crescent; icrc; msf; "
    "medecins sans frontieres; doctors without borders; amnesty international; human rights watch; hrw; greenpeace; oxfam; care; "
    "save the children; transparency international; reporters without borders; wwf; world wide fund for nature; peta; brac; "
    "federal reserve; fed; the fed; congress; us congress; white house; state department; pentagon; treasury; justice department; "
    "supreme court; cia; fbi; nsa; nasa; fda; cdc; epa; sec; ftc; fcc; faa; fema; irs; dea; ice; homeland security; dhs; gop; aclu; nra; "
    "nhs; bbc; mi5; mi6; ofcom; ofgem; scotland yard; bank of england; boe; hmrc; tuc; kremlin; duma; state duma; gazprombank; fsb; "
    "politburo; people's liberation army; pla; npc; ccp; taliban; al qaeda; isis; isil; islamic state; is-k; hamas; hezbollah; houthis; "
    "fatah; plo; palestinian authority; islamic jihad; mossad; idf; knesset; irgc; revolutionary guards; bjp; bharatiya janata party; aap; "
    "aam aadmi party; tmc; trinamool congress; shiv sena; rss; cpi(m); dmk; aiadmk; rbi; sebi; isro; cbi; lok sabha; rajya sabha; niti aayog; "
    "pti; ppp; pml-n; pmln; mqm; juif; nab; ispr; isi; pcb; pia; lhc; ihc; ecp; senate; national assembly; awami league; bnp; "
    "boko haram; al shabaab; m23; farc; eln; eta; ira; plo; pkk; ypg; akp; chp; hdp; anc; eff; da; zanu-pf; swapo; frelimo; renamo; unita; mpla; "
    "kmt; kuomintang; dpp; ldp; likud; labour party; labour; conservative party; liberal democrats; lib dems; ukip; snp; sinn fein; dup; "
    "fianna fail; fine gael; cdu; csu; spd; afd; fdp; bundestag; bundesbank; bundesrat; bundeswehr; diet; house of commons; house of lords; "
    "house of representatives; commons; lords; dail; vox; podemos; syriza; pasok; fidesz; jobbik; lega; forza italia; interpol; "
    "first minister's office; un security council; security council; general assembly; un general assembly"
)
_BUSINESS: Final = (
    "google; alphabet; microsoft; facebook; twitter; tiktok; bytedance; tencent; alibaba; baidu; huawei; xiaomi; oppo; vivo; zte; lenovo; jd.com; meituan; "
    "didi; wechat; weibo; evergrande; country garden; vanke; youtube; instagram; whatsapp; telegram; linkedin; snapchat; reddit; pinterest; netflix; spotify; "
    "uber; lyft; airbnb; grab; gojek; paypal; ebay; nvidia; intel; amd; qualcomm; broadcom; cisco; ibm; oracle; sap; salesforce; adobe; openai; anthropic; "
    "samsung; samsung electronics; sk hynix; lg; lg electronics; hyundai; kia; sony; panasonic; toshiba; hitachi; fujitsu; nintendo; softbank; rakuten; toyota; honda; "
    "nissan; mazda; subaru; suzuki; mitsubishi; kawasaki heavy industries; volkswagen; vw; bmw; audi; porsche; daimler; mercedes-benz; opel; renault; peugeot; "
    "citroen; stellantis; fiat; chrysler; ferrari; general motors; gm; tesla; spacex; boeing; airbus; lockheed martin; raytheon; northrop grumman; bae systems; "
    "rolls-royce; embraer; bombardier; siemens; bosch; thyssenkrupp; basf; bayer; adidas; puma; lufthansa; deutsche bank; commerzbank; allianz; "
    "deutsche telekom; general electric; ge; honeywell; caterpillar; deere; 3m; exxon; exxonmobil; exxon mobil; chevron; conocophillips; bp; totalenergies; "
    "equinor; statoil; eni; repsol; gazprom; rosneft; lukoil; saudi aramco; aramco; sinopec; cnooc; petrochina; petrobras; pemex; pdvsa; adnoc; ongc; "
    "reliance industries; tata; tata motors; tata steel; tata group; tata consultancy services; infosys; wipro; adani; adani group; mahindra; maruti suzuki; "
    "air india; indigo; flipkart; paytm; jpmorgan; jpmorgan chase; jp morgan; goldman sachs; morgan stanley; citigroup; citi; citibank; wells fargo; "
    "bank of america; merrill lynch; lehman brothers; blackrock; berkshire hathaway; hsbc; barclays; lloyds; natwest; rbs; standard chartered; "
    "santander; bbva; bnp paribas; societe generale; credit agricole; ubs; credit suisse; unicredit; intesa sanpaolo; ing; abn amro; rabobank; nomura; "
    "mizuho; icbc; moody's; fitch; standard & poor's; s&p; s&p global; deloitte; pwc; kpmg; ernst & young; mckinsey; accenture; visa inc; mastercard; "
    "american express; walmart; costco; tesco; sainsbury's; asda; aldi; lidl; carrefour; ikea; h&m; zara; inditex; nike; lvmh; gucci; l'oreal; "
    "nestle; unilever; danone; coca-cola; coca cola; pepsi; pepsico; mcdonald's; starbucks; kfc; burger king; heineken; ab inbev; diageo; philip morris; "
    "procter & gamble; johnson & johnson; pfizer; moderna; biontech; astrazeneca; novavax; sinovac; sinopharm; merck; novartis; roche; sanofi; "
    "glaxosmithkline; gsk; novo nordisk; eli lilly; abbvie; gilead; amgen; bristol-myers squibb; bharat biotech; serum institute of india; "
    "verizon; at&t; t-mobile; vodafone; telefonica; mtn; safaricom; airtel; bharti airtel; jio; reliance jio; orange sa; ericsson; nokia; philips; "
    "asml; tsmc; foxconn; pegatron; glencore; rio tinto; bhp; anglo american; vale; arcelormittal; nippon steel; posco; maersk; dp world; fedex; ups; dhl; "
    "qantas; emirates airline; etihad; qatar airways; british airways; easyjet; ryanair; air france; klm; air france-klm; delta air lines; american airlines; united airlines; "
    "southwest airlines; singapore airlines; cathay pacific; kenya airways; ethiopian airlines; aeroflot; turkish airlines; disney; walt disney; warner bros; "
    "warner bros discovery; paramount; comcast; viacom; hbo; eskom; transnet; sasol; naspers; dangote; dangote group; sonatrach; nnpc; "
    "credit lyonnais; edf; engie; snam; enel; iberdrola; vattenfall; rwe; e.on; axa; generali; aig; swiss re; munich re; lloyd's; lloyd's of london; "
    "nasdaq; nyse; wall street journal; new york stock exchange; london stock exchange; lse; psx; bse; euronext; deutsche boerse"
)
_MEDIA: Final = (
    "reuters; associated press; ap; afp; agence france-presse; agence france presse; bloomberg; bloomberg news; xinhua; xinhua news agency; kyodo; kyodo news; "
    "yonhap; yonhap news agency; tass; itar-tass; interfax; ria novosti; ria; sputnik; irna; isna; fars; tasnim; mehr; press tv; anadolu; anadolu agency; "
    "ani; press trust of india; ians; dpa; ansa; efe; antara; bernama; cnn; fox news; msnbc; cnbc; cbs; cbs news; nbc; nbc news; abc news; espn; npr; pbs; "
    "new york times; washington post; los angeles times; usa today; chicago tribune; boston globe; newsweek; forbes; politico; axios; buzzfeed; "
    "vox media; guardian; the guardian; the daily star; the hindu; the standard; the paper; the star; the nation; the conversation; the citizen; the herald; the independent; the national; the telegraph; the mirror; the express; the intercept; the atlantic; the new yorker; the onion; the hill; the wire; the print; the quint; the tribune; the statesman; the diplomat; the lancet; financial times; the times; sunday times; daily telegraph; daily mail; daily mirror; the sun; independent; "
    "the economist; sky news; itv; channel 4; al jazeera; al arabiya; al-ahram; haaretz; jerusalem post; times of israel; le monde; le figaro; liberation; "
    "der spiegel; die zeit; die welt; bild; frankfurter allgemeine; sueddeutsche zeitung; el pais; el mundo; corriere della sera; la repubblica; "
    "global times; people's daily; china daily; south china morning post; scmp; caixin; cctv; cgtn; nikkei asia; asahi shimbun; yomiuri shimbun; nhk; "
    "times of india; hindustan times; indian express; ndtv; the hindu; dawn news; geo news; ary news; daily star; prothom alo; straits times; channel newsasia; "
    "bangkok post; jakarta post; philippine daily inquirer; rappler; sydney morning herald; the australian; the age; radio new zealand; rnz; "
    "punch; vanguard; daily nation; the standard; mail & guardian; news24; sabc; radio free europe; voice of america; deutsche welle; france 24; rfi; "
    "tv globo; folha de s paulo; la nacion; clarin; televisa; telesur; twitter inc; wikipedia; wikileaks; bellingcat; fifpro"
)
_SPORT: Final = (
    "fifa; uefa; caf; concacaf; conmebol; afc; ioc; international olympic committee; usoc; wada; iaaf; world athletics; icc; bcci; ecb; cricket australia; "
    "ipl; psl; nba; wnba; nfl; nhl; mlb; mls; ufc; wta; atp; itf; usta; fia; pga; lpga; ncaa; nascar; fiba; motogp; "
    "manchester united; manchester city; man united; man city; man utd; liverpool fc; arsenal; tottenham; tottenham hotspur; spurs; chelsea fc; everton; "
    "newcastle united; aston villa; west ham; west ham united; crystal palace; leicester city; leeds united; nottingham forest; southampton fc; "
    "celtic; rangers; hibernian; real madrid; atletico madrid; fc barcelona; sevilla fc; valencia cf; athletic bilbao; real sociedad; real betis; deportivo coruna; "
    "espanyol; celta vigo; juventus; inter milan; ac milan; as roma; lazio; napoli; fiorentina; sampdoria; atalanta; udinese; torino; "
    "bayern munich; borussia dortmund; bayer leverkusen; schalke; schalke 04; werder bremen; vfb stuttgart; hamburger sv; rb leipzig; eintracht frankfurt; "
    "paris saint-germain; psg; olympique marseille; olympique lyonnais; as monaco; ajax; ajax amsterdam; psv; psv eindhoven; feyenoord; feyenoord rotterdam; "
    "benfica; sporting lisbon; fc porto; anderlecht; club brugge; galatasaray; fenerbahce; besiktas; trabzonspor; olympiakos; olympiacos; panathinaikos; "
    "dynamo kiev; dynamo kyiv; shakhtar donetsk; spartak moscow; cska moscow; lokomotiv moscow; zenit st petersburg; red star belgrade; "
    "dinamo zagreb; steaua bucharest; slavia prague; sparta prague; legia warsaw; rapid vienna; boca juniors; river plate; independiente; "
    "racing club; san lorenzo; flamengo; fluminense; palmeiras; corinthians; santos fc; gremio; penarol; nacional; colo-colo; millonarios; "
    "al ahly; zamalek; esperance; wydad casablanca; raja casablanca; kaizer chiefs; orlando pirates; mamelodi sundowns; gor mahia; "
    "al hilal; al nassr; al ittihad; kashima antlers; urawa reds; urawa red diamonds; "
    "all blacks; springboks; wallabies; black caps; proteas; super eagles; bafana bafana; indomitable lions; desert foxes; les bleus; "
    "los angeles lakers; lakers; celtics; boston celtics; chicago bulls; new york knicks; knicks; golden state warriors; miami heat; cavaliers; "
    "san antonio spurs; houston rockets; phoenix suns; dallas mavericks; utah jazz; milwaukee bucks; toronto raptors; brooklyn nets; philadelphia 76ers; "
    "new york yankees; yankees; boston red sox; red sox; new york mets; mets; dodgers; los angeles dodgers; chicago cubs; cubs; white sox; "
    "san francisco giants; houston astros; atlanta braves; st louis cardinals; toronto blue jays; blue jays; baltimore orioles; orioles; oakland athletics; "
    "dallas cowboys; cowboys; new england patriots; green bay packers; packers; pittsburgh steelers; steelers; san francisco 49ers; 49ers; denver broncos; "
    "broncos; kansas city chiefs; buffalo bills; miami dolphins; new york giants; new york jets; philadelphia eagles; washington redskins; redskins; "
    "chicago bears; seattle seahawks; seahawks; oakland raiders; minnesota vikings; tampa bay buccaneers; new orleans saints; carolina panthers; "
    "toronto maple leafs; maple leafs; montreal canadiens; canadiens; vancouver canucks; canucks; edmonton oilers; oilers; calgary flames; boston bruins; bruins; "
    "new york rangers; new york islanders; detroit red wings; red wings; detroit pistons; pittsburgh penguins; chicago blackhawks; blackhawks; colorado avalanche; philadelphia flyers"
)
_KNOWLEDGE: Final = (
    "harvard; stanford; mit; yale; oxford university; cambridge university; university of oxford; university of cambridge; princeton university; "
    "johns hopkins; johns hopkins university; johns hopkins hospital; imperial college london; imperial college; king's college london; "
    "university college london; ucl; london school of economics; columbia university; georgetown university; cornell; caltech; uc berkeley; ucla; "
    "eth zurich; max planck; cnrs; fraunhofer; cern; esa; european space agency; jaxa; roscosmos; tsinghua; tsinghua university; peking university; "
    "fudan university; iit; iim; aiims; jnu; jawaharlal nehru university; lums; makerere university; massachusetts institute of technology; "
    "brookings institution; chatham house; rand corporation; rand corp; council on foreign relations; carnegie endowment; heritage foundation; "
    "cato institute; pew; pew research center; gallup; ipsos; yougov; csis; sipri; rusi; iiss; louvre; moma; smithsonian; tate modern; bundesliga; la liga; serie a"
)


def _keys(*tables: str) -> frozenset[str]:
    return frozenset(name.replace(".", "").replace("-", " ") for table in tables for name in table.split("; "))


KNOWN_ORGANISATIONS: Final = _keys(_BODIES, _BUSINESS, _MEDIA, _SPORT, _KNOWLEDGE)
"""Keys of names that are an organisation's wherever they stand with their capitals."""

WITH_ARTICLE: Final = frozenset(name for name in KNOWN_ORGANISATIONS if name.startswith("the "))
"""Of these, those that keep their article: without it, they are words."""

ALSO_WORDS: Final = _keys(
    "care; commons; lords; diet; labour; independent; quad; congress; senate; treasury; commonwealth; vox; da; is; ice; sec; spurs; celtic; "
    "rangers; nacional; cubs; mets; cowboys; giants; chiefs; cavaliers; proteas; grab; oracle; intel; puma; honda; suzuki; porsche; ferrari; siemens; "
    "philips; bosch; merck; citi; pla; au; ap; ria; vale; visa; punch; vanguard; fars; mehr; liberation; guardian; isi; eta; ira; eff; care; "
    "mossad; vivo; telegram; wallabies; orioles; oilers; packers; steelers; schalke; everton; santander; lega; pew; tate; cornell; adani; tata; dangote; "
    "mahindra; indigo; emirates; sputnik; millonarios; racing club; santos fc; fitch; chevron; boeing; nokia; ups; bild; forbes; maersk; deere; alphabet"
)
"""Of these, those that are words, surnames or places as well: they need a guess that agrees."""
