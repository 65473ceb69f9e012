"""Common nouns that stand beside names and tell their kind: what people, organisations and places are called."""

from typing import Final

from archiver.normalise.words import listed

PERSON_NOUNS: Final = frozenset(
    listed(
        "minister president chairman chairwoman chairperson chair secretary governor mayor ambassador envoy spokesman spokeswoman "
        "spokesperson senator congressman congresswoman captain colonel lieutenant brigadier admiral sergeant inspector constable "
        "superintendent commissioner premier chancellor archbishop bishop cardinal imam priest vicar rabbi monk nun speaker councillor "
        "actor actress singer musician composer conductor dancer painter sculptor photographer artist director producer writer author "
        "novelist poet playwright journalist reporter editor columnist presenter broadcaster blogger coach striker midfielder "
        "goalkeeper keeper defender winger forward skipper referee umpire bowler batsman batter wrestler boxer swimmer runner sprinter "
        "cyclist jockey golfer athlete player analyst economist professor lecturer scholar historian scientist researcher engineer "
        "architect doctor physician surgeon nurse midwife teacher headteacher headmaster headmistress principal pupil student graduate "
        "lawyer barrister solicitor attorney advocate prosecutor judge magistrate juror witness defendant suspect victim survivor "
        "executive founder co-founder owner boss manager trader banker broker investor entrepreneur businessman businesswoman "
        "industrialist tycoon billionaire expat expatriate defector farmer fisherman shepherd baker butcher carpenter mechanic electrician plumber welder miner "
        "steelworker worker driver pilot sailor coxswain harbourmaster master warden ranger volunteer campaigner activist dissident "
        "organiser organizer leader deputy aide adviser advisor consultant official officer soldier veteran commander general major "
        "lawmaker legislator politician candidate challenger incumbent moderator treasurer trustee librarian curator archivist "
        "resident villager neighbour neighbor pensioner widow widower wife husband mother father son daughter brother sister uncle aunt "
        "cousin nephew niece grandfather grandmother grandson granddaughter partner friend man woman boy girl teenager king queen prince "
        "princess sheikh emir conservator firefighter detective policeman policewoman paramedic chef waiter cook shopkeeper landlord tenant "
        "postmaster headman chieftain chief head translator linguist expert specialist champion winner medallist nominee laureate "
        "newcomer native immigrant refugee migrant member delegate negotiator diplomat consul apprentice foreman groundsman"
    )
)
"""What a person is: "X, the harbour master,", "the goalkeeper X"."""

ORGANISATION_NOUNS: Final = frozenset(
    listed(
        "company firm group maker manufacturer producer steelmaker carmaker automaker shipbuilder brewer retailer wholesaler supplier "
        "distributor developer builder contractor operator carrier airline lender insurer bank exchange start-up startup conglomerate "
        "subsidiary parent consortium cooperative co-operative partnership venture fund publisher newspaper daily weekly magazine "
        "broadcaster channel station website agency consultancy think-tank charity union party movement alliance coalition faction "
        "club team side school university college institute laboratory museum orchestra choir ministry regulator watchdog authority "
        "board commission committee council court tribunal association federation society foundation trust organisation organization "
        "ngo militia army network chain giant utility refiner miner drugmaker chipmaker shipper hospital clinic brand label studio nonprofit non-profit not-for-profit collective startup enterprise franchise provider platform app band"
    )
)
"""What an organisation is: "X, a group of volunteers,", "the carmaker X"."""

PLACE_NOUNS: Final = frozenset(
    listed(
        "town city village hamlet suburb neighbourhood neighborhood quarter district county province state region territory country nation "
        "republic kingdom island archipelago peninsula port resort capital municipality settlement commune area valley mountain hill "
        "river lake bay desert forest beach"
    )
)
"""What a place is: "X, a town in the north,", "the village of X"."""

BUSINESS_WORDS: Final = frozenset(
    listed(
        "metals metal steels steel steelworks ironworks wire cement ceramics chemicals chemical textiles textile fabrics mills foods food "
        "beverages breweries brewery dairies dairy farms fisheries seafoods sugar tobacco pharma biotech biosciences therapeutics "
        "marine maritime shipyard shipyards boatyard shipbuilders estates realty developers infra "
        "diagnostics health healthcare medical logistics shipping lines freight haulage couriers cargo aviation aerospace air airline rail "
        "rails trains bus buses taxis autos automotive mobility tyres engineering constructions construction builders buildcon "
        "developers development properties property realty homes housing estates infrastructure infra projects minerals mining resources "
        "gold coal solar renewables wind hydro utilities water gas fuels refineries refinery petrochemicals plastics polymers packaging "
        "paper timber wood-products paints glass glassworks tools machinery machines instruments electronics electricals semiconductors "
        "micro devices robotics automation digital data cloud cyber analytics networks mobile wireless communications infotech "
        "computing computers games gaming interactive films productions publishing publications publishers books magazine "
        "weekly daily monitor observer guardian telegraph courier chronicle standard bulletin dispatch echo examiner inquirer advertiser "
        "messenger sentinel standard retail mart stores outfitters apparel fashions jewellers cosmetics toys furniture furnishings "
        "kitchens restaurants cafes coffee catering resorts travel tours airports leasing finance financial credit savings "
        "investments investment investors advisors advisers associates consulting consultants solutions services service enterprises "
        "enterprise trading traders exports imports international global worldwide brothers sons bros combine combines plc polytechnic "
        "conservatoire conservatory lyceum gymnasium madrasa seminary monastery abbey cathedral diocese archdiocese synod presbytery "
        "watch aid relief rescue action concern campaign forum workshop circle guild lodge order rotary volunteers friends "
        "survey registry archive archives library libraries galleries gallery arts ballet opera symphony philharmonic choir band "
        "fc sc ac bc rc cc sv fk nk hk bk wanderers rovers rangers united albion athletic academicals thistle harriers hornets tigers "
        "lions eagles hawks falcons panthers bulls bears sharks warriors knights kings royals giants titans stars strikers raiders "
        "rams senators miners celtic tuskers pirates buccaneers cowboys indians braves cubs sox yankees dodgers lakers celtics "
        "brewers marlins mariners astros blazers raptors grizzlies hurricanes avalanche lightning dolphins dynamos gladiators daredevils "
        "qalandars zalmi capitals challengers chargers scorchers sixers heat mills boatyard shipyard shipyards dockyard dockyards docks "
        "mandal holding recycling philanthropy bookshop co-op dancers drummers singers brands futures uranium diamonds lithium polymer asset wealth "
        "harbours ferries foundry foundries forge forges collieries colliery smelter mines quarries distillery distillers vineyards"
    )
)
"""Last words of companies', papers' and clubs' names; weaker than those of `ORGANISATION_WORDS`, as some are surnames."""

CLUB_FIRSTS: Final = frozenset(
    listed(
        "team atletico real sporting fk fc ac afc rc cf cd ud sd sc sv vfb vfl tsv bk if ifk nk hnk pfc cska dynamo dinamo lokomotiv spartak "
        "shakhtar zenit torpedo inter deportivo olympique borussia bayern eintracht hapoel maccabi beitar club racing estudiantes boca "
        "benfica feyenoord galatasaray"
    )
)
"""First words of sports clubs' names."""

FOREIGN_HEADS: Final = frozenset(
    listed(
        "banque banco banca societe sociedad sociedade societa ministere ministerio partido parti partito universite universidad universidade "
        "universita asociacion associacao associazione fundacion fondation fundacao fondazione consejo conseil conselho consiglio comite comissao "
        "comision instituto institut istituto colegio empresa compania compagnie companhia grupo groupe gruppo sindicato syndicat confederacion "
        "confederacao federacion federacao cooperativa tribunal camara chambre camera agencia agence agenzia editorial deutsche stiftung verein "
        "movimiento movimento mouvement frente rassemblement alianza alliance coordinadora organizacion organizacao organisation colectivo corporacion "
        "fiscalia procuraduria procuradoria defensoria contraloria superintendencia secretaria junta congreso federation confederation centro "
        "kementerian jabatan lembaga persatuan pertubuhan dewan badan partai komisi kongres medecins union operacion "
        "accion alcaldia ayuntamiento biblioteca cabildo cancilleria colectivo comando comisaria concejo concertacion confederaciones consultora direccion "
        "entidad escuela foro fuerza gremio hermandad iglesia industrias iniciativa juzgado laboratorio laboratorios ministerios municipalidad observatorio "
        "oficina organismo patronato plataforma promotora radio seguros seminario servicio sistema subsecretaria telefonica unidad vicaria agrupacion "
        "acao brigada coligacao delegacia guarda igreja prefeitura rede academie agences amicale atelier ateliers caisse cercle collectif "
        "commissariat ecole editions eglise etablissements fonds forces garde groupement haut hopital jeunesse laboratoire laboratoires ligue lycee mairie "
        "mutuelle observatoire ordre orchestre reseau secours azienda comune confederazione ministeri movimiento polizia questura sindacato ufficio "
        "unione akademi angkatan asosiasi barisan biro dinas gabungan gerakan ikatan kantor kelab kesatuan koperasi mahkamah majelis pejabat perhimpunan "
        "perkumpulan perusahaan politeknik pusat suruhanjaya syarikat tentara universitas universiti yayasan kilusan samahan bangko kagawaran "
        "hizb hezb harakat jabhat kataib liwa markaz chama baraza jeshi shirika taasisi maendeleo mamlaka jumuiya muungano sazman bonyad sepah "
        "gesellschaft bundes hochschule policia polizei ejercito armee asamblea assemblee gendarmerie"
    )
)
"""First words of organisations' names in languages whose names begin with what they are."""

ORGANISATION_PAIRS: Final = frozenset(
    (
        "first nation",
        "research station",
        "radio station",
        "television station",
        "field station",
        "research centre",
        "research center",
        "high court",
        "press club",
    )
)
"""Two last words that make a name an organisation's, of which the last alone would be a place's."""

SURNAMES_TOO: Final = frozenset(
    listed(
        "mills church post wing force press college temple bond gates banks park lodge lake hall abbey gold steel marsh archer king hill hills forest castle fields street north west"
    )
)
"""Of these words, the ones that behind a given name are as well a surname."""

GEOGRAPHIC_LASTS: Final = frozenset(
    listed(
        "vale point head fold sands moor moors dale fell fells glen haven landing ferry ford mouth sound firth loch lough isle isles key "
        "keys atoll reef lagoon marshes fen fens bog dunes cliffs bluff bluffs ridge peak summit gorge canyon hollow springs spring "
        "wells junction crossroads corner green common heath meadow meadows downs wold wolds woods grove gardens heights hills terrace "
        "parish quarter nagar colony cantonment sharif khel tal goth bandar sands bight spit shoals rapids canyon mesa butte prairie"
    )
)
"""Last words of places' names that are surnames too, so that they say less than those of `PLACE_WORDS`."""

GEOGRAPHIC_FIRSTS: Final = frozenset(
    listed(
        "port mount lake river cape fort point upper lower nether little "
        "new old san santa santo puerto ciudad villa cerro rio sierra costa isla playa punta bahia monte bad st ste saint sankt sao nizhny nova "
        "klong khlong wat koh kampung kampong pulau bukit sungai gunung tanjung teluk barrio barangay colonia avenida calle plaza parque paseo playa "
        "sector volcan hacienda finca reparto vereda municipio canton corregimiento caserio aldea cayo cayos isla islas archipielago golfo cabo "
        "cordillera nevado paramo salar reserva estadio aeropuerto estacion catedral convento monasterio castillo torre edificio cerros lago laguna "
        "mont lac ile iles baie foret gare aeroport quai pont chateau abbaye morro praia serra ilha lagoa bairro fazenda "
        "bani beni deir bab bir burj kafr kafar jisr debre debra mlima ziwa mto kisiwa mohalla basti amphoe tambon changwat soi sitio purok brgy "
        "poblacion desa kelurahan kecamatan kabupaten danau selat kota jalan lapangan stadion pasar ulitsa prospekt "
        "puente quebrada souq souk oued beit kfar kibbutz moshav nallah chak "
        "novo stary bandar dera kot tando tall tel wadi jabal jebel ras khan gulf strait camp"
    )
)
"""First words of places' names."""

LANDS: Final = frozenset(
    listed(
        "strait straits gulf bay isthmus sea cape isle horn port valley mount mouth plain plains peninsula governorate province city"
    )
)
"""First words of places' names that go on with "of": "Strait of Malacca"."""

PLACE_ENDINGS: Final = listed(
    "pur puram abad nagar garh ganj kot wala stan istan grad gorod burg bourg borough bury ville burgh shire minster mouth thorpe "
    "ovka evka ivka heim hausen dorf furt stadt holm vik"
)
"""Endings of places' names of one word."""

LEGISLATURES: Final = frozenset(
    listed(
        "senate congress parliament knesset bundestag bundesrat duma rada sejm riksdag storting cortes majlis dail cabinet"
    )
)
"""Bodies that are named by one word."""
