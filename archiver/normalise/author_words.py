"""The words of bylines: what stands before, between and behind names, and what is never one."""

import re
from typing import Final

from archiver.normalise.words import listed

_WROTE = r"erstellt|eingestellt|verfasst|geschrieben|gepostet|veröffentlicht|publiziert|gespeichert|eingetragen|aufgezeichnet|protokolliert|interview"
_GENRES = (
    r"bericht|beitrag|artikel|kommentar|gastbeitrag|gastkommentar|kolumne|analyse|essay|reportage|interview|rezension|kritik|glosse|leitartikel|meinung"
    r"|porträt|nachruf|pressemitteilung|im\s+wortlaut|text|texte?\s{1,2}(?:und|&|\+)\s{1,2}(?:fotos?|bilder)|chronique|tribune|propos\s+recueillis|entretien|une\s+enquête|récit|crónica|columna|entrevista|análisis|opinión"
)
BY: Final = re.compile(
    r"^(?:this\s+(?:post|article|story|piece|guide|column)\s+(?:was|is)\s+(?:written|contributed|authored)\s+by\b|(?:view\s+|see\s+|read\s+)?(?:all|more)\s+(?:posts|articles|stories|from|news)\s+(?:by|of|from)?\b"
    r"|(?:zeige\s+|mehr\s+|weitere\s+)?(?:alle\s+)?(?:artikel|beiträge|texte)\s+von\b|(?:alles|mehr)\s+von\b"
    rf"|(?:(?:{_WROTE})\s+)?vo[nm]\b|(?:eine?\s+)?(?:{_GENRES})\s+(?:von|par|por|de|di|by)\b"
    r"|(?:posted|published|filed|written|veröffentlicht|geschrieben|gepostet|erstellt)\b[^|]{0,60}?\s(?:by|von)\b"
    r"|(?:interview|redaktion|reportage|bericht|protokoll)\s*:|as\s+told\s+to\b|opr(?:ac)?\.(?=\s)"
    r"|(?:de\s+)?notre\s+(?:envoyée?\s+spéciale?|correspondante?)\b|dal(?:la)?\s+(?:nostr[oa]\s+)?(?:inviat[oa]|corrispondente)\b"
    r"|unsere[rmn]?\s+(?:korrespondent(?:in|en)?|reporter(?:in)?)\b|de\s+nuestr[oa]\s+(?:corresponsal|enviad[oa]\s+especial)\b"
    r"|(?:post\s+author\s*)?(?:(?:an?\s+|(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+)?(?:exclusive|written|reported|edited|posted|published|post|column|essay|story|text|words|report|analysis|opinion|article|review|recipe|interview|submitted|contributed|compiled|created)\s+)?by\b"
    r"|yours(?:\s+(?:sincerely|faithfully|truly|ever))?\s*,|(?:from|words|reporters?|author(?:s|\(s\))?|writers?|writer/author|autora?|auteur(?:e|rice)?s?|autore|autori|autrice|autoren|autorin(?:nen)?|autor\*?(?:in|innen)|autor/-?in|verfasser(?:in)?|(?:texte?|texto|testo)(?:\s{0,2}(?:und|and|et|y|e|&|\+|/)\s{0,2}(?:fotos?|photos?|foto|bilder|interview))?|teksti?|reportage"
    r"|redactie|redacteur|redakteur(?:in)?|redaktor(?:in)?|forfatter|journalist|skribent|författare|kirjoittaja|toimittaja|szerző|írta|autorzy|συντάκτης|penulis|tác\s+giả|by-?line|posted\s+by)\s*:"
    r"|(?:article\s+)?(?:publiée?|écrit|rédigée?|posté|proposé)?\s*par\b|aus\s+\S{2,30}(?:\s\S{2,30})?\s+berichten?t?\b|(?:escrito\s+|publicado\s+|redactado\s+)?por\b|(?:scritto\s+|pubblicato\s+)?(?:di|da)\b"
    r"|a\s+cura\s+di\b|door(?:\s+onze\s+(?:redacteur|verslaggever|correspondent)(?:en)?)?\b|(?:skriven\s+|skrevet\s+|publicerad\s+)?a[vf]\b|(?:ditulis\s+)?oleh\b|przez\b|(?:shkruar\s+|shkruan\s+)?nga\b|(?:piše|napisa[ol]a?)\b\s*:?|автор(?:ы)?(?:\s+(?:статт[іи]|статьи|тексту|текста|мат[еи]р[іи]ал[уа]))?\s*:?|текст\s*:|yazan\s*:|haber\s*:|muhabir\s*:|מאת\s*:?"
    r"|بقلم\s*[:/]?|(?:تقرير|إعداد|متابعة|حوار)\s*[:/]|كتبت?\s*[:/]|تحریر\s*:|رپورٹ\s*:|نویسنده\s*:|लेखक\s*:|(?:取材・文|文・写真|取材|文|著者|筆者|執筆|投稿者)\s*[:：/|●=＝・]|投稿者\s|作者\s*[:：]|[\u4e00-\u9fff《》]{0,14}?作者\s(?=[\u4e00-\u9fff]{2,4}(?:$|[\s、|】）]))|[【（(]文\s*[/／|｜丨:：]|(?:采写|执笔|撰稿|文[/／]图|图[/／]文|文[/／]摄影)\s*[:：/／|丨]?\s*|[\u4e00-\u9fff《》]{0,12}?(?:记者|記者|通讯员|撰稿人)(?:\s*[:：]|\s+|(?=[\u4e00-\u9fff]{2,4}(?:$|[／/、])))|글\s*[:：]"
    # and what is as plain in other languages
    r"|phóng\s+viên\s*:|bài(?:\s+viết)?\s*:|γράφ(?:ει\s+[οη]|ουν\s+οι)\b|scris\s+de\b|reportagem\s*(?::|\sde\b)|(?:texto|matéria)\s+de\b"
    r"|작성자\s*[:：]|(?:글|기자)\s+(?=[가-힣]{2,4}(?:\s|$))|(?:撰文|编译|編譯)\s*[:：]|文\s*[|｜丨]|เรื่อง\s*[:：]|โดย(?:\s*[:：]|\s)|द्वारा\s|(?:রিপোর্ট|প্রতিবেদক|লেখক)\s*[:：]|به\s+قلم\s|گزارش\s*:|כתב\s*:"
    r"|(?:kirjoittanut|teksti)\s|oprac(?:owanie|ował[ai]?)\b\s*:?|teksty?\s+i\s+(?:zdjęcia|foto)\s*:|napsala?\b\s*:?|autorius\s*:|autors\s*:|skrifað\s+af\b|geschreven\s+door\b"
    r"|imeandikwa\s+na\b|redaktur(?:\s*&\s*reporter)?\s*:)[\s:/]*",
    re.IGNORECASE,
)
SEPARATOR: Final = re.compile(r"\s*(?:[|•·‧●■▪⋅∙➤►»]|\s[-–—/]\s|\s[-–—/]$)\s*")
AND: Final = re.compile(
    r"\s*[;،、]\s*|\s+(?:(?i:and|und|et|ed|en|och|og|ve|with|mit|avec|con|com|dan|im\s+(?:gespräch|interview)\s+mit)|y|e|i|a|и|اور|و|और|&)\s+(?=\S)"
    r"|\s*&\s*|(?<=\w\w)\s*/\s*(?=\w\w)"
)
CONJUNCTIONS: Final = frozenset(listed("and und et y e i a en och og ve и & mit with avec con ,"))
LOOSE_END: Final = re.compile(r"^(?:and|und|et|&)\s|\s(?:and|und|et|y|e|en|och|og|&)$", re.IGNORECASE)
COMMA: Final = re.compile(r"\s*[,，]\s*")
TAIL: Final = re.compile(
    r"\s*(?:[／/]\s?[\u4e00-\u9fff]{2,6}(?:報導|报道|電|專電)$|\(.*|\[.*|@\s?\w.*|https?:.*|<.*|\b(?:published|updated|posted|last\s+updated|veröffentlicht|aktualisiert|publié|mis\s+à\s+jour"
    r"|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|опубликовано|is\s+(?:a|an|the)|ist|filed\s+under|under\s+[A-Z]\w*)\b.*|\S+@\S+.*"
    r"|(?:\s(?:am|on|le|el|um|at|em|op|den|il|vom|,)|\s?@)\s+(?=\S{0,12}\d).*"
    r"|(?<=\w)\s+(?:(?:view|see|read|show|browse)\s+(?:all|more|other|full|his|her|their|profile|bio|posts|articles|stories|archive)"
    r"|more\s+(?:from|by|posts|articles|stories|about|news)|follow(?=\s+(?:on|him|her|them|me|the|@)|$)|(?:alle|mehr|weitere)\s+(?:artikel|beiträge|texte|von)"
    r"|(?:voir|lire)\s+(?:tous|toutes|plus|ses|aussi)|tous\s+(?:les|ses)\s+articles|ver\s+(?:más|todos|todas|mais|perfil)|más\s+(?:de|artículos)|(?:vedi|leggi)\s+(?:tutti|altri))\b.*"
    r"|\s\d{1,3}[\s-]?min(?:ute)?s?\s+read\b.*|\s(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,3}day)?s?\.?,?\s+(?=\S{0,12}\d|[a-z]{3,9}\.?\s\d).*"
    r"|(?:\son)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d.*)$",
    re.IGNORECASE,
)
# A handle, an agency or a place in brackets, with more people behind it.
ASIDE: Final = re.compile(r"\s*\([^()]{1,60}\)(?=\s*(?:[,;&]|(?:and|und|et|y|e|en|och|og|с|и)\s))")
OTHER_HANDS: Final = re.compile(
    r"(?<=\S)\s+(?:责任编辑|责编|編輯|编辑|校对)\s*[:：].*$|(?<=\S)\s+(?:and\s+)?(?:edited|reviewed|curated|compiled|translated|fact[-\s]checked|photos?|photographs|photography|illustrations?)\s+by\b.*$"
    r"|(?<=\S)[\s,;]+(?:und\s+|et\s+|y\s+)?(?:illustration(?:en)?|fotos?|bild(?:er)?|photos?|pictures?|images?|fotografie|kuvat?|foto(?:t|ja)?)\s*(?:von\b|par\b|por\b|de\b|:).*$",
    re.IGNORECASE,
)
# A line of nothing but the word that says whose the next one is.
ALONE: Final = re.compile(
    r"(?:by|von|par|por|di|door|(?:written|story|words)\s+by|authors?|autor(?:en|in|e|a)?|auteur(?:e|s)?|autore|verfasser(?:in)?|skribent|forfatter|автор|作者)\s*:?",
    re.IGNORECASE,
)
# A part of a byline that says who did something else than write it, beside one that says who did.
OTHERS: Final = re.compile(
    r"(?:(?:(?:medically|expert|clinically)\s+)?reviewed|edited|curated|compiled|translated|fact[-\s]checked|photos?|photography|illustrations?|graphics)\s+by\b",
    re.IGNORECASE,
)
WHERE: Final = re.compile(
    r"\s+(?:in|at|of(?=\s+the\s)|[Ff]or|near|aus|à|en|em|im|from|für|para|per|pour)\s+(?:the\s+|den\s+|der\s+|dem\s+)?[A-ZÀ-ÞА-Я].*$"
)
# A line with the days of a life is about that person.
LIVED: Final = re.compile(
    r"\b(?:born|died|geboren|gestorben|née?\sle|morte?\sle|nacid[oa]|fallecid[oa]|nat[oa]\sil|mort[oa]\sil)\b|[*†]\s?\d",
    re.IGNORECASE,
)
# Behind names: how many others wrote it ("and 2 more"); where it was written.
MORE: Final = re.compile(
    r"\s(?:and|und|et|y|e|en|och|og|\+|&)\s\d{1,2}\s(?:more|others?|weitere[rn]?|autres?|más|otros|altri|outros|mais|anderen|andra|andre)$",
    re.IGNORECASE,
)
PLACED: Final = re.compile(r"\s(?:in|from|aus|à|en|em)\s[A-ZÀ-Þ][\w.'’-]{1,30}(?:\s[A-ZÀ-Þ][\w.'’-]{1,30}){0,2}$")

WHEN: Final = re.compile(
    r"\s+(?:am|on|um|vom|at|le|el|em|il|op|den|dne|dnia|under|in|by|von|der|die|das|the|to)(?:\s+\S*[a-zà-ÿ]+(?:day|tag|di|dì|feira|dag))?$",
    re.IGNORECASE,
)

ROLE: Final = re.compile(
    r"""(?ix)\b(?:
      reporter|correspondent|editor|writer|journalist|columnist|contributor|producer|analyst|photographer|presenter|author
    | intern|fellow|chief|\w*leiter(?:in)?|referentin|rechtsanwalt|rechtsanwältin|staff|freelance|freelancer|bureau\s+chief|special\s+to|host|critic|professor|lecturer|researcher|ceo|cto|founder|director|blogger
    | (?:[\w-]*-)?(?:korrespondent(?:in)?|redakteur(?:in)?|redaktor(?:in)?|reporterin|journalistin?|autorin?|autoren|chefredakteur(?:in)?|volontär(?:in)?|experte|expertin)
    | (?:chef|sport|politik|wirtschafts|lokal|online|kultur)(?:redakteur(?:in)?|reporter(?:in)?|autor(?:in)?)
    | journaliste|rédacteur|rédactrice|correspondante?|envoyée?\s+spéciale?|grand\s+reporter|auteur
    | corresponsal|periodista|redactora?|enviad[oa]\s+especial|repórter|jornalista|giornalista|inviat[oa]|corrispondente
    | корреспондент|журналист|редактор|обозреватель|muhabiri|editörü|verslaggever|redacteur|correspondente|skribent|reportér|redaktør|wartawan|penulis
    )s?\b|نامہ\s*نگار|نمائند\w*\s+خصوصی|مندوب|خبرنگار|مراسل|محرر|رپورٹر|संवाददाता|记者|記者|(?:선임|수습|인턴|전문|객원)?기자"""
)
DESK: Final = re.compile(
    r"(?i)\b(?:\w*desk|newsroom|editorial\s+(?:board|team|staff)|editors|news\s+(?:team|service|bureau)|(?!(?:from|our|the|by|special|senior|and|a)\b)[\w.-]+\s+staff(?!\s+(?:reporter|writer|correspondent)s?\b)|[\w-]*redaktion|redaktionsteam"
    r"|la\s+rédaction|rédaction|redacción|redação|redazione|redactie|redaktionen|редакция|web\s+team)\b|ڈیسک|فريق\s+التحرير|تحریریه|ब्यूरो|डेस्क|编辑部|編集部"
)
# People of the paper who sign together: the last words of a name ("Ansel Gazette Team").
TEAM: Final = re.compile(
    r"(?:the\s)?(?!(?:the|our|your|my|his|her|their|this|a|and|by|meet|join|contact|about|whole|entire)\b)[^\W_][\w'’.&+-]{0,30}(?:\s[\w'’.&+-]{1,30}){0,2}\s(?-i:Team|TEAM)",
    re.IGNORECASE,
)
# Agencies that give reports to others, by the names that they sign with (their own imprints).
AGENCY: Final = re.compile(
    r"""(?ix)(?:the\s+)?(?:
      reuters|thomson\s+reuters|a\.?f\.?p\.?|agence\s+france[-\s]presse|a\.?p\.?|associated\s+press|ap\s+news|dpa(?:-\w+)?|deutsche\s+presse-agentur|apa|sda|ats|keystone-sda|efe|ansa|lusa|ntb|belga
    | agenzia\s+\w+|agencia\s+\w+|agência\s+\w+|app|associated\s+press\s+of\s+pakistan|pti|press\s+trust\s+of\s+india|ani|ians|uni|xinhua|tass|тасс|риа\s+новости
    | interfax|интерфакс|ria\s+novosti|anadolu(?:\s+agency|\s+ajansı)?|aa|iha|dha|bloomberg(?:\s+news)?|upi|pa(?:\s+media)?|press\s+association|cna|kyodo(?:\s+news)?|europa\s+press|inp|pns
    | jiji(?:\s+press)?|yonhap|bernama|antara|irna|isna|wam|spa|mena|petra|anp|tt|ritzau|stt|pap|ctk|čtk|mti|agerpres|bta|tanjug|hina|sta
    | sid|kna|epd|afp/dpa|the\s+canadian\s+press|canadian\s+press|aap|(?:(?!(?:and|und|et|y|e|en|och|og|&)\s)[\w.&-]+\s+){0,4}(?:news\s+agency|news\s+service|nachrichtenagentur|press\s+agency|newswire|newsource|wires?|agencies|ajansı)
    | agencies|agenturen|agences?|agencias?|agências?|وكالات|ایجنسیاں|د\s*ب\s*أ|رويترز|أ\s*ف\s*ب|وكالة\s.*|新华社|共同通信|연합뉴스
    )"""
)
# Behind an agency's name: those who work for it, of whom none is named.
AGENCY_STAFF: Final = re.compile(
    r"\s+(?:(?:news\s+)?staff(?:\s+(?:writers?|reporters?|correspondents?|report))?|reporters|correspondents|journalists|writers|editors|redaktion|rédaction|newsroom)$",
    re.IGNORECASE,
)
ANY_AGENCY: Final = re.compile(
    r"(?:the\s+)?(?:news\s+)?(?:agenc(?:y|ies)|agenturen|agences?|agencias?|agências?|wires?|وكالات|ایجنسیاں)",
    re.IGNORECASE,
)
NOISE: Final = re.compile(
    r"(?i)^(?:未知|佚名|匿名|网络(?:整理|综合)?$|(?:版权|查看|暂无|总篇|本站|返回)\w{0,6}|(?:系统)?管理员|小编|view|see|more|all|read|learn|follow|show|(?:head|director|manager|president|vp|chief)\s+of|(?:medically\s+)?(?:fact[-\s]checked|reviewed)|share|shares|click|about|posts?|articles?|updated|published|(?:wordpress)?admin|administrator|root|last\s+modified|aktuelle?|(?:super\s?)?user|(?:news\s+service|staff|wire)\s+reports|webmaster|guest|gast|unknown|none|null|n/a|undefined"
    r"|editor|author|anonymous|contact|email|subscribe|advertis\w+|photo\w*|image\w*|picture\w*|video|minutes?|min|mehr|alle|zur|zum|weiter\w*|drucken|teilen|kommentieren|kommentar\w*"
    r"|datum|stand|donate|print|home|startseite|menü?|menu|login|anmelden|foto\w*|фото|bild\w*|quelle|source|bron|fuente|fonte|copyright|©.*|cc[\s-]by.*|creative\s+commons.*|themenstarter|beitrag|texte?$|autor(?:en|in)?$|auteurs?$|rezept\w*|recipe"
    r"|advertorial|anzeige|werbung|publi(?:r?reportaje|reportage)|paid\s+(?:post|content)|(?:sponsored|presented|promoted|translated|gesponsert|präsentiert|übersetzt|sponsorisé|traduite?|patrocinado|traducid[oa]|traduzid[oa]|sponsorizzato|tradott[oa]|gesponsord|vertaald)\s+(?:by|von|par|por|da|door))\b|^©|^कॉपी|^[^|]{0,40}\s(?:ago|पहले|rss\sfeed)$"
)
# Words that are left of a byline's or an entry's line where the names and dates around them are gone.
NO_NAMES: Final = frozenset(
    listed(
        "a am an and at au auf aus by comment comments das datum de der die el embed en et home in kommentar kommentare la le los no of on par "
        "permalink por quelle rss source tags the to um und uhr uncategorized allgemein allgemeines vom von y zu news nachrichten haberler noticias "
        "magazin magazine online red zvg"
    )
)
LABEL: Final = re.compile(
    r"(?i)(?:ph\.?d|m\.?d|m\.?a|dr|prof|jr|sr|mba|esq)\.?$|(?:name|e-?mail|website)\s*\*|(?:keine?|no|\d+)\s+(?:kommentare?|comments?)|(?:quelle|source|bron|fuente|fonte|来源|來源|fotos?|photos?|bild|bilder|copyright|illustration|tags?|wohnort|lage|stand)\s*[:：]"
    r"|(?:filed|posted)\s+(?:under|in|on)|kommentare\s+geschlossen|gespeichert\s+von|(?:mots[-\s]clés|schlagw\w+|categor\w+|kategorien?)$"
)
PAPER: Final = re.compile(
    r"(?i)\b(?:news|times|herald|tribune|post|gazette|courier|chronicle|observer|dispatch|journal|telegraph|express|mirror|tv|radio|media|network"
    r"|online|digital|press|daily|today)$"
)
# What people aren't called: legal forms, institutions, media, things of a page.
ORGANISATION: Final = re.compile(
    r"""(?ix)\b(?:
      gmbh|mbh|ag|kg|e\.?\s?v|ltd|llc|inc|corp|corporation|plc|s\.?a\.?r\.?l|s\.?p\.?a|pty|co|company|holding|verlag\w*|\w*verband\w*|bund|\w*bundes\w+|\w*verein\w*|\w*stiftung
    | foundation|institut\w*|universit\w*|hochschule|akademie|academy|school|college|club|group|gruppe|team|\w*magazin\w*|magazine|zeitung|\w*blatt|news|media|medien|radio|tv|fernsehen|fernseh\w+
    | television|network|online|digital|press|presse|pressestelle|publishing|publisher|agentur|agency|council|committee|ministry|ministerium|amt|\w*forschung|departe?ment|abteilung|edition|office|authority|kirche|\w*kirchen\w*|church
    | feuerwehr|service|services|studio|studios|shop|store|kitchens?|society|association|centre|center|zentrum|partei|fraktion|union|gesellschaft|museum|theater|bank|consulting|marketing
    | communications?|kommunikation|blog|journal|times|herald|tribune|gazette|chronicle|observer|courier|telegraph|report|reports|daily|today|international|global|deutschland|österreich|schweiz
    | france|españa|italia|italy|germany|india|america|world|business|sports?|politics|politik|wirtschaft|technology|science|health|culture|kultur|tourism|property|opinion|entertainment|lifestyle
    | research|systems?|solutions|software|technologies|labs?|initiative|netzwerk|projekt|project|programme?|produktion|production|archiv|archive|kommission|commission|federation|haber|noticias
    | nachrichten|startseite|forum|community|webmaster|watch|live|subscribe|login|account|themes?|recruitment|illustration|support|info|policy|privacy|impressum|newsletter|podcast|video|update|status|map|maps|wikipedia|company's
    )\b"""
)
# Behind a name in scripts that put no spaces: what the person does.
EAST_ASIAN_ROLE: Final = re.compile(
    r"\s*(?:著|監訳|訳|記者|记者|(?:선임|수습|인턴|전문|객원)?기자(?:\s*외\s*\d+명)?|特派員|특파원|通信员|編集委員|ライター|の記事一覧.*)$"
)
EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
EAST_ASIAN_BODY: Final = re.compile(
    r"新聞|通信|社$|報$|报$|网$|網|編集|编辑|新闻|日報|テレビ|オンライン|現代|部$|局$|뉴스|신문|일보|讨论|锁定"
)
PARTICLES: Final = frozenset(
    listed(
        "al and af av bin bint da das de degli dei del della den der di do dos du e el ibn la las le los mac of san st ten ter the und "
        "van ve vom von v. y zu zum zur 't"
    )
)
# In scripts without capitals: small words, verbs and days that stand in sentences and in no name.
OF_SENTENCES: Final = frozenset(
    listed(
        "في من على إلى عن مع حتى بعد قبل بين منذ خلال عند ضد هذا هذه ذلك التي الذي كان كانت قد لم لن لا ما هل كيف لماذا إن أن أو ثم يوم غدا أمس اليوم مغلق مفتوح"
        " الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"
        " نے کو کا کی کے سے میں پر تک ہے ہیں ہو ہوا ہوئی ہوئے تھا تھی تھے گا گی گے گیا گئی گئے کیا دیا دی لیا نہیں اور یہ وہ بند پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار"
        " در از به را با تا برای است شد شده بود بودند می نمی که این آن هم یا شود شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه"
        " का की के को में से ने पर तक है हैं हो था थी थे गया गई गए किया दिया दी लिया नहीं और यह वह भी कल रात हुई हुआ सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार"
        " ও এর এবং থেকে করে জন্য সঙ্গে হয়েছে হয় বন্ধ না এই সেই পর্যন্ত সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার"
        " של על את עם עד לא כי גם אל או אם מה יותר אחרי לפני בין היא הוא זה זאת היה היתה יום שני שלישי רביעי חמישי שישי שבת סגור"
        " வரை என்று மற்றும் இல்லை ஒரு இந்த அந்த மூடல் திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ஞாயிறு"
    )
)
# What stands between a name and the role behind it, or before a role ("Senior Political Editor").
BEATS: Final = frozenset(
    listed(
        "our the a guest senior junior chief deputy assistant associate managing executive acting lead principal veteran former contributing consulting award-winning"
        " political politics business economics economic economy finance financial money markets market sport sports football cricket racing rugby tennis golf olympics"
        " health medical science environment environmental climate weather energy transport transportation travel education schools crime court courts legal justice police home"
        " affairs foreign diplomatic defence defense security military war world international global national regional local city county state metro government parliamentary"
        " lobby legislative democracy labour labor technology tech digital data media culture cultural arts art books book music film movie tv television theatre theater entertainment showbiz"
        " fashion food wine features feature news breaking investigations investigative special royal religion religious faith social consumer retail industry industrial"
        " property housing video photo picture pictures audience engagement community communities opinion comment night weekend sunday web online print copy lifestyle style"
        " motoring agriculture agricultural farming rural marine shipping aviation europe european africa asia america american us uk eu un middle east north south west"
        " and & of for"
    )
)
COURTESIES: Final = frozenset(
    listed(
        "dr dr. dra. prof prof. mr mr. mrs mrs. ms ms. sir dame rev rev. revd dott. dott.ssa avv. dipl.-ing. mag. ing. univ.-prof. frau herr"
    )
)
# What else is written small in a byline: where, for whom, with whom, and what.
BESIDE_NAMES: Final = (
    PARTICLES | CONJUNCTIONS | BEATS | COURTESIES
    | frozenset(listed(
        "in at near from by our own the a an aus im à en em para per pour für with mit con com avec med per au aux notre unser unserem unserer unseren nuestro nuestra nosso"
        " reporting words text photo photos picture pictures illustration illustrations foto fotos bild bilder texte fotografie interview special spéciale envoyé envoyée"
        " editorial board team report reports service services agency agencies agence agences agencias agencia"
    ))
)  # fmt: skip
# Behind a name: what someone is or has been awarded.
HONOURS: Final = frozenset(
    listed(
        "phd ph.d ph.d. md m.d. mba mph m.p.h m.p.h. rd r.d r.d. rdn ldn cpa cfp cfa dvm vmd dds dmd dpt lcsw obe mbe cbe kbe qc kc mp mep msp mdb mdl esq esq. jd j.d. msc bsc ma rn frs"
    )
)
# A line that says who wrote it so plainly that a single word behind it is a name.
WRITTEN_BY: Final = re.compile(
    r"(?:written|posted|published|created|submitted)\b[^|]{0,60}?\bby\b|(?:verfasst|geschrieben|gepostet|erstellt|veröffentlicht)\s+von\b|(?:publié|écrit|rédigé|posté)\s+par\b|(?:escrito|publicado)\s+por\b"
    r"|scritto\s+da\b|(?:skriven|skrevet)\s+a[vf]\b|(?:autor(?:in)?|author|auteur|autore|verfasser(?:in)?|автор|yazan|penulis|forfatter|författare)\s*:|(?:نویسنده|تحریر|लेखक|بقلم)\s*:|(?:作者|采写|执笔|撰稿|撰文)\s*[:：/／]|[\u4e00-\u9fff《》]{0,12}?(?:记者|記者|通讯员)[\s:：]\s{0,2}(?=[\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,4}$)|记者\s*[:：]|《[\u4e00-\u9fff]{2,8}》作者\s(?=[\u4e00-\u9fff]{2,4}$)",
    re.IGNORECASE,
)
# The line of an entry that says by which name someone put it there: "Posted in Tides by gull on 3 May", "Filed under: Tides — gull @ 10:12".
POSTED: Final = re.compile(
    r"(?:(?:\b(?:posted|written|published|submitted|eingestellt|erstellt|verfasst|geschrieben|veröffentlicht|publiée?|posté|écrit|publicado|escrito|postado)\b[^|]{0,80}?\s|^|\d\s)"
    r"(?:by|von|par|por)\s|\b(?:author|autor(?:in)?|auteur|autore)\s?:\s?|\s[—–]\s(?=\S{2,30}\s@))(?P<name>\S{2,30}(?:\s\S{1,30}){0,2}?)"
    r"(?=\s(?:on|at|in|um|am|le|à|el|em|vom|@)\s(?:\S{1,12}\s)?\S{0,3}\d|\s?[—–|·•]|,?\s\d|\s\w{4,20}\s?:)",
    re.IGNORECASE,
)
PICTURE: Final = re.compile(
    r"(?i)\b(?:fotos?|photos?|photographs?|bild(?:er)?|images?|getty|shutterstock|istock|picture\s+alliance|illustrations?|fotografía|foto di)\b|©|📷"
)
# Who sells pictures: a line that names one is a picture's.
STOCK: Final = re.compile(r"(?i)\b(?:getty|shutterstock|i?stock(?:photo)?\b|picture[\s-]alliance|alamy|unsplash)")
# A line above the name of someone who answers questions, and didn't write.
CONTACT: Final = re.compile(
    r"(?i)\b(?:ansprechpartner(?:in)?|(?:presse|medien)?kontakte?|rückfragen|(?:press|media)\s+(?:contacts?|office|enquiries|inquiries)|contacts?|contacto|contatti|contato|persvoorlichting)\b"
)
# Beside a role, these name nobody ("Our Special Correspondent").
ANYBODY: Final = frozenset(
    listed(
        "our a the staff special own guest senior chief news unser unsere notre nuestro by von de del der die from to freier freie report reports wire services service agencies correspondents"
    )
)
# How a note begins that introduces the author: a name, and what that person is or does.
INTRODUCTION: Final = re.compile(
    r"(?P<name>(?:[^\W\d_][\w.'’-]{0,30}\s){1,4}[^\W\d_][\w'’-]{1,30})\s+(?:is|was|writes|covers|works|(?:can|may)\s+be\s+(?:reached|contacted)|ist|schreibt|arbeitet|est|es|è|é|is\s+een|är|er)\s"
)
# What a text ends in where its author signs in brackets or behind a dash.
SIGNED: Final = re.compile(
    r"[.!?…”\"»。]\s*(?:[(（\[](?P<inner>[^()（）\[\]]{3,60})[)）\]]|[—–]\s?(?P<behind>[^—–.]{4,40}))(?:\sEnditem/?\w{0,4})?[\s+*■]{0,6}$"
)
# Behind a report's dateline: who filed it.
FILED: Final = re.compile(
    r"[（(][\u4e00-\u9fff]{0,8}?(?:记者|記者|通讯员)[\s:：]?(?P<names>[\u4e00-\u9fff]{2,4}(?:[、\s][\u4e00-\u9fff]{2,4}){0,4}?)(?:\s(?:整合|整理|综合|[文图摄影/]{0,4}报道))?[）)]"
    r"|^[(\[][^()\[\]=]{2,8}=[^()\[\]=]{2,14}[)\]]\s?(?P<korean>[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3})\s(?:기자|특파원|통신원)\s?="
)
HAN: Final = re.compile(r"[\u4e00-\u9fff]")
HAN_NAMES: Final = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:[、，·\s][\u4e00-\u9fff]{2,4}){0,4}(?:\s?(?:记者|記者|摄|文|報導|报道))?"
)
HAN_APART: Final = re.compile(r"[、，·\s]")
HAN_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,4}")
# With what a Chinese name begins, and what else a name in these characters may begin with (Japanese surnames, names of other peoples of China).
SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林郑鄭谢謝罗羅梁宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾鐘谭譚陆陸汪范金石廖贾"
    "賈夏韦韋付傅方白邹鄒孟熊秦邱丘江尹薛闫闧阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿"
    "关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂塗成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦"
    "麥褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺官封谈談匡鞠惠荆荊乐樂冀郁胥南班储"
    "儲原栗燕楚鄢扬劳諶谌奚皮粟冼蔺藺楼樓盘盤满滿闻聞位厉厲伊仝区區郜海阚闞花权權强強帅帥屠豆朴盖蓋练練廉禹井祖漆巴丰豐支卿国國狄平计計索宣晋晉相初门門云雲容敬来來扈晁芮都普阙闕浦戈伏鹿"
    "薄邸雍辜羊阿乌烏母裘亓修邰赫杭况況那宿鲜鮮印逯隆茹诺戰战慕危玉银亢嵇公哈湛宾賓戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴陰昝智幸奉植衡富尧堯闭由上诸諸东東皇西令端百宇淳澹"
)
FIRST_OF_SURNAMES: Final = SURNAMES | frozenset(
    "佐鈴渡山中小加藤木斎斉齋野橋清森前後福太三村松竹本岡坂下川河内大島嶋長近工今遠青新市北荒秋春菊久服永五千土増横浜水沢澤望片丸矢酒丹牧浅関黒須星堀桜榎岩樋八二一四六七九十日月根栄児奥"
    "尾角笠鎌亀神岸喜甲郡権笹塩志篠芝杉瀬曽滝棚津堤鶴手寺戸徳豊鳥直仁額能萩畠畑羽濱早比引広深船細益間満溝峰室持茂結若綾飯生泉磯板稲入臼及緒織恩貝柿梶勝买買努迪库玛瑪热扎次旦格央尼其布额"
    "娜塔特才多德"
)
# Who edited a report, proofread or approved it: no author.
EDITED: Final = re.compile(
    r"[（(【\[]?(?:责任编辑|责编|責任編輯|责任编审|编辑|編輯|編集|校对|审核|编审|监制|美编|排版)(?:\s*[:：|｜丨/／]|\s(?=[\u4e00-\u9fff]{2,4}(?:$|\s)))"
)
BRACKETS: Final = re.compile(r"[【［（(](?P<inner>[^】］）()【［（]{2,40})[】］）)]")
LEADING_FIGURES: Final = re.compile(r"^[\d\s.,:/|·-]{6,40}(?:Uhr|h)?\s+")
FIGURES: Final = re.compile(r"\s\d.*$")
DATED: Final = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.?\s\w{3,12}\.?,?\s\d{4}|\w{3,12}\.?\s\d{1,2},?\s\d{4}"
)
