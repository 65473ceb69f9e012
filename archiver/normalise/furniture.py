"""What stands on a news page beside the article, told by its words: one table of labels and the lines they go by.

Each pattern matches a whole line (white space collapsed, case ignored). They are phrases that sites of a language share,
not names of sites; a line that is a sentence of the article must not match any of them.
"""

import re
from functools import lru_cache

from archiver.normalise import closings, paid_links

_STORY_WORDS = (
    r"stor(?:y|ies)|news|articles?|posts?|headlines?|reads?|coverage|reports?|updates?|content|reading|videos?|topics?|links|picks"
    r"|for\s+you|from\b.*|in\b.*|on\b.*|about\b.*|by\b.*"
)
_RELATED = rf"""
  (?:the\s+)?(?:recent|latest|more|other|top|related|popular|trending|featured|similar|recommended|further|most\s+(?:read|viewed|popular|shared|recent|commented)|also|breaking)
    (?:\s+(?:{_STORY_WORDS}))+
| (?:most|trending)\s+(?:read|viewed|popular|shared|now)|trending|popular|related|recommended|latest|most\s+read|must[\s-]reads?|don['’]?t\s+miss(?:\s+out)?
| (?:you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in|have\s+missed)|you['’]ll\s+also\s+like|recommended\s+for\s+you|we\s+recommend|what\s+to\s+read\s+next|up\s+next|next\s+up|read\s+next|keep\s+reading|continue\s+reading)
| (?:read|see|watch)\s+(?:also|more|next|related|this)(?:\s+(?:{_STORY_WORDS}|here))*|also\s+(?:read|see|on|in)(?:\s+[\w\s]{{1,25}})?|editor['’]?s['’]?\s+(?:picks?|choice)
| (?:in\s+other\s+news|elsewhere(?:\s+on\b.*)?|around\s+the\s+web|from\s+(?:around\s+)?the\s+(?:web|archive|newsroom)|more\s+to\s+explore|explore\s+(?:more|further)|more\s+like\s+this|(?:next|previous)\s+(?:story|article|post))
| mehr\s+(?:zum\s+thema|nachrichten|meldungen|artikel|aus|zu|lesen)(?:\s.{{0,40}})?|(?:weitere|neueste|aktuelle|verwandte|ähnliche|andere|beliebte)\s+(?:nachrichten|artikel|meldungen|themen|beiträge|news)(?:\s.{{0,40}})?
| (?:das\s+könnte\s+(?:sie|dich)\s+(?:auch\s+)?interessieren|auch\s+interessant|lesen\s+sie\s+(?:auch|mehr|hier)|lies\s+auch|meistgelesene?(?:\s+artikel)?|häufig\s+gelesen|zum\s+thema|top[-\s]themen|empfohlen(?:e\s+artikel)?|lesetipps?|mehr\s+dazu|mehr\s+themen|mehr\s+von\s+\S{{1,30}}|weiterlesen|(?:redaktions)?empfehlungen(?:\s+(?:aus\s+der|der)\s+redaktion)?|die\s+redaktion\s+empfiehlt|das\s+thema\s+könnte\s+(?:sie|dich)\s+auch\s+interessieren|schon\s+gelesen|zum\s+weiterlesen|weiterführende\s+(?:informationen|links|artikel)|empfohlene[rs]?\s+(?:beiträge|(?:redaktioneller\s+)?inhalte?))
| (?:à\s+)?(?:lire|voir)\s+(?:aussi|également|ensuite)|à\s+ne\s+pas\s+manquer|sur\s+le\s+même\s+(?:sujet|thème)|(?:autres|derniers|dernières|nos)?\s*(?:articles|actualités|infos|nouvelles)(?:\s+(?:liés?|liées|similaires|récents?|récentes|connexes|populaires|recommandés|de\s.{{0,30}}|du\s.{{0,30}}|associés))*
| (?:les\s+)?(?:plus\s+(?:lus|lues|populaires|récents)|dernières\s+(?:nouvelles|infos)|articles\s+les\s+plus\s+lus)|vous\s+aimerez\s+aussi|dans\s+la\s+même\s+rubrique|plus\s+d['’](?:infos|actualités|articles)(?:\s.{{0,30}})?
| más\s+información|(?:te|le)\s+(?:puede|podría)\s+interesar|(?:noticias?|artículos?|notas?)\s+(?:relacionad[oa]s?|recientes|destacad[oa]s)|(?:más|otras|últimas)\s+noticias(?:\s.{{0,40}})?|lea?\s+(?:también|además|más)|lee\s+(?:también|además|más)|lo\s+más\s+(?:leído|visto|popular|reciente)|ver\s+también|más\s+en\s.{{0,30}}|más\s+sobre\s.{{0,40}}|también\s+te\s+puede\s+interesar
| (?:leggi|guarda)\s+anche|potrebbe(?:ro)?\s+(?:anche\s+)?interessart[ie]|(?:ti|vi)\s+potrebbe(?:ro)?\s+(?:anche\s+)?interessare|approfondiment[io]|(?:articoli|notizie)\s+(?:correlat[ie]|simili|recenti)|(?:ultime|altre)\s+notizie(?:\s.{{0,40}})?|le\s+più\s+lett[ei]|i\s+più\s+letti|vedi\s+anche|altri\s+articoli
| leia\s+(?:também|mais|ainda)|(?:notícias|artigos)\s+(?:relacionad[oa]s|recentes)|(?:mais|outras|últimas)\s+notícias(?:\s.{{0,40}})?|(?:as\s+)?mais\s+lidas|veja\s+(?:também|mais)|saiba\s+mais
| (?:читайте|смотрите)\s+(?:также|ещё|еще)|(?:другие|последние|похожие|главные|свежие)\s+(?:новости|материалы|статьи)(?:\s.{{0,30}})?|новости\s+по\s+теме|(?:материалы\s+)?по\s+теме|самое\s+читаемое|популярное|ещё\s+по\s+теме
| (?:اقرأ|إقرأ|اقرأوا|شاهد)\s+(?:أيضا|أيضاً|ايضا|المزيد|كذلك)|(?:أخبار|مقالات|مواضيع|موضوعات)\s+(?:ذات\s+صلة|متعلقة|أخرى|مشابهة)|(?:آخر|أحدث|المزيد\s+من)\s+(?:الأخبار|المقالات)(?:\s.{{0,30}})?|الأكثر\s+(?:قراءة|مشاهدة|شيوعا)|قد\s+يهمك(?:\s+أيضا(?:ً)?)?|ذات\s+صلة
| (?:مزید|متعلقہ|تازہ|تازہ\s*ترین|دیگر|اہم)\s+(?:خبریں|مضامین|خبر)(?:\s.{{0,30}})?|(?:یہ\s+بھی|مزید)\s+پڑھیں|سب\s+سے\s+زیادہ\s+پڑھی\s+جانے\s+والی(?:\s+خبریں)?
| (?:بیشتر\s+بخوانید|همچنین\s+بخوانید|بیشتر\s+بدانید|(?:اخبار|مطالب)\s+(?:مرتبط|بیشتر|مشابه|پیشنهادی)|آخرین\s+(?:اخبار|خبرها)|پربازدیدترین(?:\s*ها)?|پربیننده\s*ترین(?:\s*ها)?)
| (?:ilgili|diğer|son|benzer|güncel)\s+haberler|son\s+dakika(?:\s+haberleri)?|(?:bunlar\s+da\s+)?ilginizi\s+çekebilir|çok\s+okunan(?:lar)?|en\s+çok\s+okunanlar|ayrıca\s+(?:okuyun|bakın(?:ız)?)
| (?:lees|bekijk)\s+(?:ook|meer|verder)|(?:meer|ander|laatste|gerelateerd)\s+(?:nieuws|artikelen)(?:\s.{{0,30}})?|gerelateerde\s+artikelen|meest\s+gelezen|ook\s+interessant|meer\s+over\s.{{0,30}}
| (?:läs|se)\s+(?:också|även|mer)|(?:fler|mer|senaste|relaterade)\s+(?:nyheter|artiklar|nytt)(?:\s.{{0,30}})?|senaste\s+nytt|mest\s+läst(?:a)?|les\s+også|læs\s+også
| (?:prze)?czytaj\s+(?:także|też|również|więcej)|zobacz\s+(?:także|też|również|więcej)|więcej(?:\s+na\s+ten\s+temat)?\]?|dowiedz\s+się\s+więcej|(?:powiązane|podobne|najnowsze|inne)\s+(?:artykuły|wiadomości|tematy)|polecane(?:\s+artykuły)?|polecamy|najczęściej\s+czytane
| ilgili\s+haber|(?:bunu|bunları)\s+da\s+okuyun|(?:čtěte|přečtěte\s+si|čítajte)\s+(?:také|též|tiež|i)|související\s+články|citește\s+și|lue\s+myös|olvass[ae](?:\s+el)?\s+(?:még|ezt\s+is)|читайте\s+також|διαβάστε\s+(?:επίσης|ακόμα|ακόμη)|(?:yuk,?\s+)?(?:baca|simak|lihat|tonton)\s+(?:juga|pula)(?:\s+[^:]{{1,30}})?|lue\s+seuraavaksi|xem\s+thêm|llegi[ru]\s+també
| people\s+(?:are\s+)?also\s+(?:reading|read|viewed|like)
| यह\s+भी\s+पढ़ें|ये\s+भी\s+पढ़ें|(?:संबंधित|ताज़ा|ताजा|अन्य|और)\s+(?:खबरें|ख़बरें|समाचार|लेख)|और\s+पढ़ें
| (?:相关|相關)(?:新闻|新聞|阅读|閱讀|报道|報導|文章|链接)|(?:延伸|更多|扩展|擴展)(?:阅读|閱讀)|(?:推荐|推薦)(?:阅读|閱讀)|(?:相关|相關)(?:推荐|推薦)|(?:更多|最新|热门|熱門)(?:新闻|新聞|消息|文章|报道)?|猜你喜欢|[为為][你您]推[荐薦]
| 関連(?:記事|ニュース|リンク|トピックス?)|おすすめ(?:記事)?|[あ合]わせて読みたい|(?:最新|人気)(?:記事|ニュース)|(?:アクセス)?ランキング|こちらもおすすめ
| 관련\s*(?:기사|뉴스)|(?:추천|최신|인기|주요)\s*(?:기사|뉴스)|많이\s*본\s*(?:뉴스|기사)|함께\s*볼\s*만한\s*(?:기사|뉴스)|(?:이\s*시각|실시간|오늘의)\s*(?:인기|주요|많이\s*본)\s*(?:기사|뉴스)
| קראו\s+(?:גם|עוד)|(?:כתבות|ידיעות|חדשות)\s+(?:נוספות|קשורות|אחרונות)|עוד\s+(?:בנושא|כתבות|חדשות)|אולי\s+יעניין\s+אותך|אולי\s+יעניין\s+אתכם|לקריאה\s+נוספת|(?:הכי\s+)?נקראות(?:\s+ביותר)?|הנקראות\s+ביותר|לכתבה\s+המלאה
"""

_SHARE_SITES = r"facebook|twitter|x|whats\s?app|linked\s?in|telegram|reddit|pinterest|instagram|e-?mail|mail|print|copy(?:\s+link)?|tumblr|messenger|viber|threads|bluesky|mastodon|xing|flipboard|pocket|youtube|tiktok|sms|link|vk|rss|drucken|imprimer|imprimir|stampa"
_KINDS: dict[str, str] = {
    "related": _RELATED,
    "share": rf"""
      (?:share|tweet|send|email|print|save|bookmark|like(?:\s+(?:loading|this))?|pin\s+(?:it|this)(?:\s+for\s+later)?|(?:like|enjoy(?:ed)?)\s+(?:this|the)\s+(?:story|article|post)\b.{{0,50}}|pin|copy\s+link|link\s+copied!?|copy\s+url|gift\s+(?:this\s+)?article|reposts?|share\s+(?:this|it|on|to|via|with|the|now|options|article|story|link|full\s+article)\b.{{0,40}}|listen(?:\s+to\s+(?:this\s+)?(?:article|story))?|add\s+to\s+favou?rites|\d+\s+shares?)
    | (?:{_SHARE_SITES})(?:[\s|,/•·]+(?:{_SHARE_SITES}|share|and|or))*
    | (?:字号|字體|字体)\s*[:：].{{0,40}}|打印(?:本页)?(?:[\s【】\[\]]{{0,4}}关闭(?:窗口)?)?|关闭窗口
    | be\s+sociable,?\s+share|(?:(?:den|diesen)\s+)?artikel\s+(?:mit\s+anderen\s+)?teilen.{{0,20}}|war\s+(?:der|dieser)\s+artikel\s+(?:nützlich|hilfreich)|wie\s+(?:bewerten\s+sie|gefällt\s+ihnen)\s+dieser?n?\s+artikel|was\s+this\s+(?:article|page)\s+(?:helpful|useful).{{0,20}}
    | (?:(?:jetzt\s+)?teilen|möchten\s+sie\s+den\s+artikel\s+teilen|artikel\s+(?:teilen|drucken|merken|anhören)|auf\s+(?:facebook|twitter|x|whatsapp)\s+teilen|link\s+kopieren|drucken|merken)|partager(?:\s+(?:sur|l['’]article|cet\s+article|via)\b.{{0,30}})?|imprimer|copier\s+le\s+lien|envoyer\s+par\s+e-?mail
    | compart(?:ir|e|ilhar?|ilhe)(?:\s+.{{0,30}})?|condividi(?:\s+.{{0,30}})?|поделиться(?:\s+.{{0,30}})?|شارك(?:\s+.{{0,30}})?|مشاركة(?:\s+.{{0,20}})?|شیئر(?:\s+کریں)?|اشتراک(?:\s*گذاری)?|paylaş|deel(?:\s+dit.{{0,20}})?|dela(?:\s+.{{0,20}})?|शेयर(?:\s+करें)?|分享(?:到.{{0,10}})?|シェア(?:する)?|공유(?:하기)?|ツイート(?:する)?
    | udostępnij(?:\s.{{0,30}})?|zapisz\s+na\s+później|zapisz\s+artykuł|posłuchaj(?:\s+artykułu)?|obserwuj\s+nas\s.{{0,40}}|drukuj|(?:ascolta|stampa|salva)(?:\s+(?:l['’])?articolo)?|guardar(?:\s+(?:artículo|noticia))?|salvar(?:\s+(?:artigo|notícia))?|ouvir(?:\s+(?:artigo|notícia|matéria))?|(?:luister|bewaar|opslaan|afdrukken)(?:\s+(?:artikel|naar\s+dit\s+artikel))?|(?:artikel\s+)?vorlesen(?:\s+lassen)?|anhören
    | распечатать|сохранить(?:\s+статью)?|слушать(?:\s+(?:статью|новость))?|скопировать\s+ссылку|yazdır|kaydet|(?:haberi\s+)?dinle|bağlantıyı\s+kopyala|yazı\s+boyutu.{{0,10}}|google\s+news.{{0,15}}\s(?:takip|abone)\s.{{0,15}}
    | (?:استمع\s+(?:إلى\s+|ل).{{1,20}}|طباعة(?:\s+المقال)?|حفظ(?:\s+المقال)?|حجم\s+الخط|نسخ\s+الرابط)|(?:(?:خبر\s+)?سنیں|(?:پرنٹ|محفوظ|فالو|کاپی)\s+کریں)|(?:نسخه\s+(?:قابل\s+)?چاپ[یى]?|چاپ(?:\s+خبر)?|ذخیره(?:\s+خبر)?|اندازه\s+(?:قلم|فونت)|لینک\s+کوتاه|کپی\s+لینک)
    | (?:שתפו|שתף|שיתוף)(?:\s.{{1,20}})?|(?:הדפסה|הדפס|הדפיסו)(?:\s+כתבה)?|(?:שמירת|שמור|שמרו)(?:\s+(?:את\s+ה)?כתבה)?|האזינו(?:\s+לכתבה)?|עקבו\s+אחרינו(?:\s.{{1,30}})?|העתק\s+קישור|גודל\s+(?:גופן|טקסט)
    | この記事を(?:シェア|共有|保存|印刷)(?:する)?|(?:印刷|保存|共有|フォロー|ブックマーク)(?:する)?|(?:リンク|url)をコピー(?:する)?|文字サイズ.{{0,10}}|(?:기사\s*)?(?:인쇄|프린트|저장|스크랩|북마크)(?:하기)?|(?:기사|본문|음성으로)\s*듣기|글자\s*크기(?:\s*(?:변경|조절|조정|설정))?.{{0,10}}|(?:url|링크|주소)\s*복사|打印|列印|收藏|转发|轉發|点赞|收听|(?:复制|複製)(?:链接|連結)|字[号體体](?:大小)?.{{0,10}}|朗读|(?:分享|转发)(?:至|给|給).{{1,10}}
    | (?:follow|like|join|find|add|subscribe\s+to)\s+us\b.{{0,60}}|follow\s+\S.{{0,60}}\s+on\s+(?:{_SHARE_SITES}|google\s+news|social\s+media)\b.{{0,40}}|join\s+our\s+\S.{{0,40}}|(?:folgen\s+sie\s+uns|suivez[-\s]nous|síguenos|siga-nos|seguici)\b.{{0,50}}|تابعنا\b.{{0,40}}|text\s+size.{{0,15}}|font\s+size.{{0,15}}|a[-+]?\s+a[-+]?(?:\s+a\+?)?
    | \d+\s*(?:min(?:ute)?s?)\s+read|reading\s+time:?.{{0,20}}|lesezeit:?.{{0,20}}|temps\s+de\s+lecture\s*:?.{{0,20}}|(?:{_SHARE_SITES})\s+(?:share|logo|icon)
    | (?:retrouvez\s+tous\s+nos\s+articles\s+sur\b.{{0,40}}|suivez\s+l['’]actualité\s+sur\b.{{0,40}}|читайте\s+нас\s+в\b.{{0,40}}|самое\s+важное\s*[—–-]\s*в\s+нашем\b.{{0,40}}|تابعونا\b.{{0,40}}|ہمیں\s+.{{1,20}}\sپر\s+فالو\s+کریں|view\s+original\s+(?:tweet|post)\s+on\s+\w{{1,12}}|allow\s+\w{{1,12}}\s+content\?|lire\s+plus\s+tard|ajouter\s+à\s+(?:vos|mes)\s+favoris|réagir|escuchar|escucha\s+este\s+artículo|écouter\s+l['’]article|listen\s+\d+\s+min(?:utes?)?|tiempo\s+de\s+lectura\s*:?.{{0,20}})
    """,
    "comments": r"""
      \d+\s+(?:responses?|replies|thoughts?\s+on|antworten|réponses?|respuestas?|reacties)\b.{0,60}|(?:\d+\s+)?comments?(?:\s*[(:]\s*\d*\s*\)?)?(?:\s+\d+)?|(?:leave|post|write|add|be\s+the\s+first\s+to)\s+(?:a\s+|your\s+)?(?:comment|reply)\b.{0,40}|(?:view|show|load|read|see|hide)\s+(?:all\s+|more\s+)?(?:\d+\s+)?comments?\b.{0,30}|join\s+the\s+(?:conversation|discussion|debate)\b.{0,30}|comments?\s+(?:are|have\s+been)\s+closed\b.{0,40}|bisher\s+keine\s+kommentare|no\s+comments(?:\s+yet)?\b.{0,40}|your\s+email\s+address\s+will\s+not\s+be\s+published\b.{0,80}|(?:reader|user|top)s?['’]?\s+comments?|what\s+do\s+you\s+think\?.{0,60}|have\s+your\s+say\b.{0,60}|log\s*in\s+to\s+(?:post\s+)?comment\b.{0,40}|cancel\s+reply|logged\s+in\s+as\b.{0,60}
    | (?:\d+\s+)?kommentare?(?:\s*\(\d*\))?|kommentar(?:\s+(?:schreiben|verfassen|hinterlassen))|(?:\d+\s+)?commentaires?(?:\s*\(\d*\))?|laisse[rz]\s+un\s+commentaire\b.{0,30}|(?:\d+\s+)?comentarios?(?:\s*\(\d*\))?|deja\s+(?:un|tu)\s+comentario|(?:\d+\s+)?comentários?(?:\s*\(\d*\))?|deixe\s+(?:um|seu)\s+comentário|(?:\d+\s+)?comment[oi](?:\s*\(\d*\))?|lascia\s+un\s+commento|комментарии(?:\s*\(?\d*\)?)?|(?:التعليقات|تعليقات|اترك\s+تعليقا?|أضف\s+تعليقا?)(?:\s*\(?\d*\)?)?|تبصرے|تبصرہ\s+کریں|نظرات|yorum(?:lar)?(?:\s+yap)?|reacties|reageer|kommentarer|टिप्पणियाँ|(?:发表|發表|网友|網友|查看)?(?:评论|評論)|留言|コメント(?:する|を書く|を見る|欄)?|댓글(?:\s*(?:\d+|쓰기|보기|달기))?|(?:תגובות|הוסף\s+תגובה|הוספת\s+תגובה|הגיבו)(?:\s*\(?\d*\)?)?|(?:ارسال|ثبت|درج)\s+نظر|نظر\s+شما|نظرات\s+(?:کاربران|بینندگان|شما)|komentarze(?:\s*\(?\d*\)?)?|(?:dodaj|napisz)\s+komentarz|skomentuj|(?:комментировать|оставить\s+комментарий|обсудить)
    | kommentare\s+anzeigen
    """,
    "newsletter": r"""
      (?:subscribe|sign\s+up|register)\s+(?:to|for|now|here|today)?\b.{0,25}(?:newsletters?|daily\s+briefing|briefing|alerts?|inbox|updates|e-?mails?|bulletin|channel|digest)\b.{0,160}|(?:our|the|free|daily|weekly|morning|get\s+the|get\s+our|join\s+our)\s+.{0,40}newsletters?\b.{0,120}|newsletters?|never\s+miss\b.{0,100}\bnewsletters?\b.{0,40}|get\s.{0,80}\bin\s+your\s+inbox\b.{0,60}|get\s+(?:the\s+|our\s+|all\s+the\s+)?(?:latest|best|top|breaking|day['’]s|important|daily|biggest|morning|more).{0,80}(?:inbox|newsletters?|e-?mail|phone|device)\b.{0,60}|(?:enter\s+)?your\s+e-?mail(?:\s+address)?|please\s+enter\s+a\s+valid\s+e-?mail\b.{0,40}|subscribe(?:\s+now|\s+today)?|sign\s+up(?:\s+now|\s+here)?|by\s+(?:signing\s+up|subscribing|clicking|registering|submitting|entering)\b(?=.{0,300}\b(?:your?|agree|consent|accept)\b).{0,300}|stories\s+like\s+this\b.{0,60}inbox.{0,40}|.{0,60}\bnewsletter\s+informiert\s+(?:sie|dich)\b.{0,200}|follow\s+\S.{0,60}\s+on\s+(?:facebook|twitter|instagram|x|tiktok|whatsapp|telegram|youtube)\b.{0,240}|for\s+the\s+latest\b.{0,80}\b(?:download|subscribe|follow|sign\s+up|visit)\b.{0,160}|do\s+you\s+want\s+to\s+be\s+informed\b.{0,120}|get\s+(?:regular\s+)?updates\b.{0,120}|if\s+you\s+(?:enjoyed|liked)\s+(?:this|reading)\b.{0,160}|.{0,100}\b(?:únete|suscríbete|síguenos|sigue)\b.{0,60}\bcanal\b.{0,160}|.{0,120}\bcanal\s+de\b.{0,40}(?:únete|suscríbete).{0,160}|.{0,40}\bnuestro\s+canal\s+de\b.{0,80}|join\s+(?:over\s+|more\s+than\s+|the\s+|our\s+)?\d[\d.,]*k?\+?\s+(?:\w+\s+){0,2}(?:readers|subscribers|members|others|people)\b.{0,60}
    | (?:catch|get|read)\s+(?:all\s+(?:the\s+)?|the\s+latest\s+).{0,60}\bnews\b.{0,120}\b(?:on|at|here|with)\b.{0,60}|stay\s+(?:updated|tuned|connected|informed)\s+(?:with|to|on|via)\b.{0,100}
    | (?:abonnieren|bestellen|melden)\s+sie\b.{0,100}newsletter.{0,60}|jetzt\s+(?:den\s+)?newsletter\b.{0,60}|newsletter\s+(?:abonnieren|bestellen)|.{0,60}(?:inscri(?:vez|re)|abonn(?:ez|er))[-\s](?:vous\s+)?(?:à|gratuitement|pour).{0,100}(?:newsletter|lettre|infolettre)\b.{0,60}|(?:suscríbete|suscríbase|apúntate|recibe)\b.{0,100}(?:newsletter|boletín|correo|alertas)\b.{0,60}|(?:assine|inscreva-se|receba)\b.{0,100}(?:newsletter|boletim|e-?mail|notificações)\b.{0,60}|iscriviti\b.{0,100}newsletter\b.{0,60}|подпи(?:шитесь|сывайтесь)\b.{0,120}|(?:اشترك|سجل)\b.{0,60}(?:النشرة|نشرتنا|بريدك).{0,60}|ہمارا\s+نیوز\s*لیٹر.{0,80}|نیوز\s*لیٹر.{0,80}|النشرة\s+البريدية
    | (?:(?:skip\s+past|after)\s+newsletter\s+promotion|privacy\s+notice\s*:\s*newsletters\b.{0,300}|die\s+news\s+des\s+tages\b.{0,60}\bpostfach.{0,20}|nichts\s+mehr\s+verpassen\b.{0,80})
    """,
    "cookies": r"""
      an\s+dieser\s+stelle\s+(?:find(?:en|est|et)|befindet|steht|würden)\b.{0,60}\b(?:inhalte?|video|beitrag|post)\b.{0,300}|ich\s+bin\s+damit\s+einverstanden\b.{0,300}|.{0,40}personenbezogene\s+daten\b.{0,40}\bdrittplattformen\b.{0,200}|(?:empfohlener\s+)?(?:redaktioneller\s+|externer?\s+)inhalte?|(?:externe[nr]?\s+)?inhalte?\s+(?:anzeigen|laden|öffnen).{0,60}|du\s+kannst\s+ihn\s+dir\s+mit\s+einem\s+klick\b.{0,100}|(?:sie|du)\s+k(?:önnen|annst)\s+(?:ihn|es|sie)\s+(?:sich|dir)\s+mit\s+einem\s+klick\b.{0,100}|(?:sie|du)\s+(?:können|kannst)\s+(?:sich|dich)\s+jederzeit\s+(?:wieder\s+)?abmelden\b.{0,200}
    | (?:this\s+(?:content|video|article\s+(?:contains|includes)\s+content)|to\s+(?:view|see|show)\s+this\s+(?:content|post|video|tweet))\b.{0,60}\b(?:hosted|provided|accept|allow|consent|cookies)\b.{0,300}|we\s+ask\s+for\s+your\s+permission\s+before\b.{0,300}|(?:ce\s+contenu|cette\s+vidéo)\b.{0,60}\b(?:bloqué|cookies|accept\w+)\b.{0,300}|(?:este\s+contenido|para\s+ver\s+este\s+contenido)\b.{0,80}\b(?:bloqueado|cookies|acepta\w*)\b.{0,300} |
      .{0,60}\b(?:we|this\s+(?:web)?site|our\s+(?:web)?site|our\s+partners)\b.{0,80}\bcookies?\b.{0,400}|.{0,40}\bcookies?\b.{0,60}\b(?:policy|consent|settings|preferences|notice|einstellungen|richtlinie)\b.{0,100}|(?:accept|reject|allow|decline|manage)\s+(?:all|cookies?|preferences|settings|options|necessary)(?:\s+\w+){0,3}|by\s+(?:using|continuing)\b.{0,120}\b(?:cookies?|privacy|terms)\b.{0,200}|(?:i\s+)?(?:accept|agree|got\s+it|ok(?:ay)?)!?|we\s+value\s+your\s+privacy.{0,20}|wir\s+(?:respektieren|schätzen|achten)\s+(?:deine|ihre)\s+privatsphäre.{0,40}|privacy\s+(?:policy|settings|notice|overview)(?:\s.{0,40})?
    | (?:wir|diese\s+(?:web)?seite)\b.{0,60}\bcookies\b.{0,300}|(?:alle\s+)?(?:akzeptieren|ablehnen)|.{0,60}\bcookies?\b.{0,60}\b(?:verwenden|zustimmen|nutzen|pour|para|per|utilisons|utilise)\b.{0,300}|(?:nous|ce\s+site)\b.{0,60}\bcookies\b.{0,300}|(?:tout\s+)?(?:accepter|refuser)(?:\s+tout)?|(?:usamos|utilizamos|este\s+sitio|este\s+site|utilizziamo|questo\s+sito)\b.{0,80}\bcookies?\b.{0,300}|aceptar(?:\s+todas?)?|aceitar(?:\s+todos)?|accetta(?:\s+tutti)?|.{0,60}ملفات\s+تعريف\s+الارتباط.{0,200}|.{0,80}کوکیز.{0,200}
    """,
    "advertisement": r"""
      this\s+(?:post|article|page)\s+(?:contains|may\s+contain)\b.{0,60}\b(?:affiliate|references\s+to\s+products|links)\b.{0,300}|we\s+(?:earn|receive|recommend)\b.{0,200}\bcommissions?\b.{0,200}|.{0,60}\bmay\s+(?:earn|receive)\b.{0,200}\bcommissions?\b.{0,200}|werbung\.\s.{0,200}|dieser\s+(?:beitrag|artikel)\s+enthält\s+(?:werbung|affiliate)\b.{0,200}
    | (?:-+\s*)?(?:advertisements?|advertisement\s*[-–—]\s*(?:scroll|continue|(?:story|page)\s+continues).{0,40}|advertising|sponsored(?:\s+(?:content|post|links?))?|ads?|ad\s+feedback|promoted(?:\s+content)?|paid\s+content|promotion|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|реклама|إعلان|اشتہار|تبلیغات|آگهی|reklama?|inzerce|(?:artykuł|materiał|tekst)\s+(?:sponsorowany|promocyjny|reklamowy)|sponsorlu\s+içerik|contenuto\s+sponsorizzato|contenido\s+patrocinado|conteúdo\s+patrocinado|на\s+правах\s+рекламы|партн[её]рский\s+материал|פרסומת|תוכן\s+(?:שיווקי|ממומן|מקודם)|廣告|(?:赞助|推广)内容|スポンサー(?:リンク|ドリンク)?|pr|advertentie|annons|विज्ञापन|广告|広告|광고|adverts?|article\s+content|werbung\s+überspringen|story\s+continues\s+below(?:\s+advertisement)?|article\s+continues\s+(?:after|below)\b.{0,40}|(?:dalsza\s+część|ciąg\s+dalszy)\s+(?:artykułu|tekstu|materiału)\s+(?:pod|poniżej)\b.{0,40}|(?:text|artikel|beitrag)\s+(?:geht|läuft)\s+(?:unter|nach)\b.{0,40}\bweiter|continue\s+reading\s+below.{0,20}|remove\s+ads?)
    | (?:la\s+suite\s+après\s+cette\s+publicité|passer\s+la\s+publicité|contenus?\s+sponsorisés?|continua\s+a\s+leggere\s+dopo\s+la\s+pubblicità|contin[uú]a\s+(?:después|luego)\s+de\s+la\s+publicidad|advertisement\s*·\s*scroll\s+to\s+continue|story\s+continues(?:\s+below.{0,40})?|(?:video\s+)?ad\s+feedback|paid\s+for\s+by\b.{1,60})
    """,
    "paywall": r"""
      subscribe\s+to\s+(?:get\s+access|(?:continue|keep)\s+reading)\b.{0,60}|read\s+more\s+of\s+this\s+content\s+when\s+you\s+subscribe\b.{0,40}
    | il\s+vous\s+reste\s+[\d.,]{1,6}\s*%.{0,160}|enjoying\s+our\s+latest\s+content\?.{0,120}|you\s+have\s+full\s+access\s+to\s+this\s+article\b.{0,80}|(?:(?:jetzt|hier)\s+(?:kostenlos\s+)?(?:registrieren|anmelden)|(?:hat\s+(?:ihnen|dir)\s+dieser\s+(?:artikel|beitrag)\s+gefallen|gefällt\s+(?:ihnen|dir)\s+(?:dieser\s+artikel|unser\s+\w+))\b.{0,200}|(?:sie\s+lesen\s+gern|unterstützen?\s+(?:sie\s+)?(?:uns|unsere\s+arbeit))\b.{0,120}|to\s+(?:view|read)\s+the\s+full\s+(?:story|article)\b.{0,120}|if\s+you[’']?re\s+(?:already\s+a|seeing\s+this\s+message)\b.{0,160}|(?:subscribe|register|sign\s+in)(?:\s*/\s*sign\s+in)?\s+(?:for|to\s+(?:get|unlock))\s+more\s+articles?.{0,40}|(?:subscribe|register)\s+now\s+(?:to|for)\b.{0,120}|create\s+(?:an|your|a\s+free)\s+(?:free\s+)?account\b.{0,120}|sign\s+in\s+or\s+create\s+an\s+account|(?:don['’]?t|do\s+not)\s+have\s+an\s+account\b.{0,60}|(?:view|see)\s+(?:more|all)\s+(?:offers|subscription\s+options)|.{0,80}(?:会員限定です|会員登録が必要です|会員登録できます)|already\s+a\s+(?:subscriber|member)\??.{0,60}|(?:this\s+(?:article|story|content)\s+is\s+(?:for|available|only|exclusive|reserved)\b.{0,60}(?:subscribers?|members?|registered)\b.{0,60})|(?:subscribe|log\s*in|sign\s*in|register)\s+to\s+(?:read|continue|unlock|access|keep)\b.{0,80}|to\s+continue\s+reading\b.{0,100}|you\s+have\s+(?:reached|\d+)\b.{0,40}\b(?:free\s+)?articles?\b.{0,80}|become\s+a\s+(?:member|subscriber|supporter)\b.{0,60}|support\s+(?:our|independent|local|quality)\s+journalism\b.{0,80}|log\s*in|sign\s*in|my\s+account|dieser\s+artikel\s+ist\s+.{0,40}abonnenten.{0,60}|(?:cet\s+)?article\s+(?:est\s+)?réservé\s+aux\s+abonnés\b.{0,60}|contenido\s+exclusivo\s+para\s+suscriptores.{0,40}|jetzt\s+(?:abonnieren|weiterlesen)|weiterlesen\s+mit\b.{0,40}|déjà\s+abonné.{0,40})
    | (?:suscríbete\s+para\b.{0,60}|(?:necesitas|debes|tienes\s+que)\s+(?:ser\s+suscriptor|estar\s+(?:suscrito|registrado)|iniciar\s+sesión|suscribirte|registrarte)\b.{0,80}|inicia\s+sesión\s+para\b.{0,60}|este\s+contenido\s+es\s+exclusivo\s+para\s+suscriptores.{0,40}|seguir\s+leyendo|hazte\s+(?:socio|suscriptor|miembro)\b.{0,60}|abonnez-vous\s+pour\b.{0,60}|s['’]abonner|le\s+reste\s+est\s+à\s+lire\s+dans\b.{0,40}|(?:sie\s+wollen\s+)?weiterlesen\s*\?.{0,60}|jetzt\s+weiterlesen\b.{0,60}|artikel\s+weiterlesen|contenuto\s+riservato\s+agli\s+abbonati|conteúdo\s+exclusivo\s+para\s+assinantes|dit\s+artikel\s+is\s+exclusief\s+voor\s+abonnees|читать\s+(?:далее|дальше|полностью)|читайте\s+полную\s+версию\b.{0,60}|get\s+unlimited\s+access\b.{0,60}|want\s+to\s+read\s+more\?.{0,80}|like\s+what\s+you(?:['’]re|\s+are)\s+reading\?.{0,80})
    """,
    "notice": r"""
      \[/?[a-z][a-z_-]{2,40}\s[\w-]{2,20}=[^\]]{1,500}\]
    |       (?:do\s+you\s+)?(?:have|got)\s+an?\s+(?:news\s+)?(?:story|tip|question|complaint)\b[^.?!]{0,60}\?.{0,300}|(?:e-?mail|contact|reach|write\s+to)\s+(?:us|me|our|the\s+(?:author|reporter|writer|editor|newsroom))\b[^@]{0,80}@\S.{0,300}|e-?mail\s+[^@.!?]{3,60}@\S.{0,60}\bfollow\s.{0,200}|(?:write\s+to|contact|reach|e-?mail)\s+[^@.:!?]{3,60}\s(?:at|via)\s+\S+@\S+
    | (?:spotted|found|see|noticed)\s+an?\s+(?:error|mistake|typo)\b.{0,120}|(?:haben\s+sie\s+|du\s+hast\s+)?(?:einen\s+)?(?:tipp)?fehler\s+(?:gefunden|entdeckt|bemerkt)\s*\?.{0,120}
    | \((?:continued|fortsetzung|suite|continúa|continua|segue)\s+(?:on|from|auf|à\s+la|en|na|a)\s+(?:page|seite|página|pagina|p\.)\s*\w{1,5}\)|continued\s+(?:on|from)\s+(?:page|p\.)\s*\w{1,5}|(?:we\s+apologi[sz]e,?\s+(?:but\s+)?)?this\s+video\s+(?:has\s+failed\s+to\s+load|failed\s+to\s+load|could\s+not\s+be\s+(?:loaded|played)|is\s+no\s+longer\s+available)\b.{0,60}|this\s+is\s+a\s+(?:breaking|developing)\s+(?:news?\s+)?story\b.{0,120}|mehr\s+(?:über|zu|zum|zur)\s+.{1,60}\s(?:lesen|finden|erfahren)\s+sie\s+hier
    | our\s+standards\s*:.{0,120}|this\s+site\s+is\s+protected\s+by\s+recaptcha\b.{0,200}|our\s+website\s+is\s+(?:the|your)\b.{0,400}|(?:note\s*:\s*)?we\s+(?:are\s+)?(?:temporarily\s+)?moderat(?:e|ing)\s+(?:all\s+)?comments\b.{0,200}
    | (?:for|to\s+(?:read|get|see))\s+more\s+(?:news|stories|content|articles)\s+like\s+this\b.{0,200}|for\s+(?:more|all\s+the)\s+(?:on\s+)?(?:(?:latest|breaking|local|such)\s+)*(?:news|stories|updates)\b[^.!?]{0,80}\b(?:visit|check\s+out|go\s+to|head\s+(?:over\s+)?to|log\s+on\s+to|follow|click)\b.{1,80}|you\s+(?:can|may|might)\s+also\s+check\s*:.{0,300}|(?:follow|see|read|find)\s+(?:\S{1,30}\s+){1,4}coverage\s+(?:of|on)\b.{0,200}|more\s+[^.:]{1,40}:\s*https?:.{0,200}
    | chat\s+with\s+us\s+(?:in|on|via)\b.{0,160}|(?:click|tap)\s+here\s+to\s+(?:subscribe|sign\s+up|join|register|follow|download)\b.{0,160}|.{1,400}\bclick\s+to\s+tweet|tell\s+us\s+what\s+you\s+think.{0,60}|try\s+refreshing\s+your\s+browser.{0,120}
    | (?:lest|lesen\s+sie|read)\s+(?:den\s+originalartikel|(?:the\s+)?original\s+(?:article|story))\b.{0,160}
    | (?:we\s+rely\s+on\s+readers\s+like\s+you\b.{0,120}|find\s+your\s+bookmarks\b.{0,120}|catch\s+all\s+the\s+.{0,100}\b(?:news|updates)\b.{0,200}|click\s+here\s+to\s+get\b.{0,60}\bapp\b.{0,40}|report\s+an?\s+(?:typo|error)|(?:read|see|find)\s+the\s+full\s+(?:story|report|article)\s+here|click\s+here\s+to\s+read\b.{0,60}|(?:the\s+)?opinions\s+expressed\b.{0,120}\bthose\s+of\s+the\s+authors?\b.{0,80}|\(only\s+the\s+headline\s+and\s+picture\s+of\s+this\s+report\b.{0,300}|only\s+the\s+headline\s+and\s+picture\s+of\s+this\s+report\b.{0,300}|this\s+article\s+was\s+generated\s+with\b.{0,120}|нашли\s+(?:опечатку|ошибку)\s*\?.{0,100}|vous\s+avez\s+trouvé\s+une\s+erreur\b.{0,60}|mehr\s+dazu\s+in\s+unserer\s+datenschutzerklärung|tekst\s+(?:loopt|gaat)\s+(?:door|verder)\s+onder\b.{0,40}|\#{3,5})
    """,
    "copyright": r"""
      (?:免责声明|免責聲明|版权声明|版權聲明|特别声明)\s*[:：】].{5,500}|(?:文中|以上|本文)?图片均?来(?:自|源)(?:于)?网络
    | alle\s+angaben\s+(?:sind\s+)?ohne\s+gewähr|.{0,60}\bis\s+not\s+responsible\s+for\s+the\s+(?:opinions|content)\b.{0,200}|submit\s+your\s+letter\b.{0,160}
    | (?:this|the)\s+(?:article|story|page|document)\s+(?:comes|came|is|was)\s+(?:printed\s+|downloaded\s+)?from\b.{0,300}\b(?:printed|downloaded|www\.|https?:).{0,200}|(?:page|seite|página|pagina|strona|sida|side|sayfa|стр\.?|страница)\s+\d{1,3}\s+(?:of|von|sur|de|di|z|av|из|/)\s+\d{1,3}|(?:printed|print(?:ed)?\s+(?:from|on)|source\s+url|find\s+this\s+article\s+at)\s*:.{0,200}|printed\s+(?:from|on)\s+.{0,40}(?:\d|www\.|https?:).{0,200}|(?:(?:article|short|original|page|web|permanent)\s+)?url(?:\s[\w'’\ ]{1,30})?\s*:\s*https?:\S{1,300}|print\s+(?:this\s+)?page(?:\s*\|\s*close(?:\s+(?:this\s+)?window)?)?|close\s+(?:this\s+)?window
    | .{0,40}(?:©|\(c\)\s|copyright\b).{0,200}|.{0,40}(?:저작권자|무단\s*전재|無断(?:転載|複製)|版权所有|版權所有|未经(?:授权|许可)).{0,120}|.{0,120}\ball\s+rights\s+reserved\b.{0,120}|.{0,60}\balle\s+rechte\s+vorbehalten\b.{0,60}|.{0,60}\btous\s+droits\s+réservés\b.{0,60}|.{0,60}\btodos\s+los\s+derechos\s+reservados\b.{0,60}|.{0,60}\btodos\s+os\s+direitos\s+reservados\b.{0,60}|.{0,60}\btutti\s+i\s+diritti\s+riservati\b.{0,60}|.{0,40}все\s+права\s+защищены.{0,60}|.{0,40}(?:جميع\s+الحقوق\s+محفوظة|جملہ\s+حقوق|تمام\s+حقوق|کلیه\s+حقوق).{0,80}|(?:terms|terms\s+(?:of|and|&)\s+\w+|impressum|datenschutz|mentions\s+légales|contact\s+us|about\s+us|advertise(?:\s+with\s+us)?|careers|sitemap|help|faq|imprint|disclaimer|editorial\s+(?:policy|standards)|kontakt|agb|contact|aviso\s+legal|back\s+to\s+top|nach\s+oben|haut\s+de\s+page|about)(?:\s*[|•·]\s*.{1,200})?
    """,
    "credit": r"""
      (?:über\s+dieses\s+thema\s+berichtete?\b.{1,200}|dieses\s+thema\s+im\s+programm\s*:?.{0,120}|diese\s+zusammenfassung\s+wurde\s+(?:künstlich|automatisch|mit)\b.{1,200}|this\s+summary\s+was\s+(?:generated|created|written)\s+by\s+(?:ai|artificial)\b.{0,200})
    | (?:[\[(—–-]\s*)?(?:(?:additional\s+|with\s+)?(?:reporting|writing|editing|inputs|input|files|contributions|translation|production|graphics)\s+(?:by|from|in\b.{1,60}\bby)\b|(?:edited|compiled|translated|contributed|written|produced)\s+(?:by|to\s+this\s+(?:report|story|article))\b|with\s+(?:agency\s+)?inputs\b|mit\s+material\s+(?:von|der)\b|avec\s+(?:l['’])?(?:afp|agences|reuters)\b|con\s+información\s+de\b|com\s+informações\b|redigiert\s+von\b|bearbeitet\s+von\b).{1,250}
    | mit\s+(?:agenturmaterial|(?:afp|dpa|reuters|epd|kna|apa|sid|ap)(?:\s*(?:[,/]|und)\s*(?:afp|dpa|reuters|epd|kna|apa|sid|ap)){0,5})\.?
    | .{1,400}\bcontributed\s+(?:reporting|to\s+this\s+(?:report|story|article))\b.{0,80}
    | (?:(?:from|by)\s+(?:the\s+)?(?:[\w.&’'-]+\s+){0,3}|(?:[\w.&’'-]+\s+){0,2})(?:staff|wire)(?:\s+and\s+wire)?\s+reports?\.?
    | (?:(?:источник|źródło|zdroj|kaynak|sumber|출처)\s*:.{1,40}|with\s+\w{2,12}\s+inputs)
    | (?:本文来源|文章来源|信息来源|资料来源|来源|來源)\s*[:：|丨](?:(?!作者|记者).){1,40}|(?:责任编辑|责编|責任編輯)\s*[:：|丨/／].{1,60}|(?:编辑|編輯|校对|审核|编审|监制|美编|排版)\s{0,2}[\s:：|丨/／]\s?[一-鿿]{2,4}(?:[\s、/|丨:：,，]{1,3}[一-鿿]{2,4}){0,8}[）)\]]?|(?:本文原|原)(?:标题|標題|题|題)(?:为|為)?\s*[:：《「].{1,120}
    | [\[（(](?:(?:本文来源|文章来源|信息来源|资料来源|来源|來源)\s*[:：|丨](?:(?!作者|记者).){1,40}|(?:责任编辑|责编|責任編輯)\s*[:：|丨/／].{1,60}|(?:编辑|編輯|校对|审核|编审|监制|美编|排版)\s{0,2}[\s:：|丨/／]\s?[一-鿿]{2,4}(?:[\s、/|丨:：,，]{1,3}[一-鿿]{2,4}){0,8}[）)\]]?|(?:本文原|原)(?:标题|標題|题|題)(?:为|為)?\s*[:：《「].{1,120})
    """,
    "bio": r"""
      about\s+the\s+(?:author|writer|reporter|journalist)s?|(?:zur\s+person|über\s+(?:den\s+autor|die\s+autorin|die\s+autoren))|à\s+propos\s+de\s+l['’]aut(?:eur|rice)|sobre\s+(?:el\s+autor|la\s+autora|o\s+autor|a\s+autora)|(?:sull['’]autore|l['’]autore)|об\s+авторе|عن\s+الكاتب
    """,
    "tags": r"""
      (?:标签|標籤|关键词|關鍵詞|关键字|文章关键词)\s*[:：\s].{1,200}
    | (?:tags?|topics?|keywords?|filed\s+under|categor(?:y|ies)|posted\s+in|themen|schlagwörter|schlagworte|mots[-\s]clés|sujets?|thèmes|etiquetas|temas|tópicos|schlagwörter\s+zu\s+diesem\s+artikel|temas\s+relacionados|tag|теги|темы|الوسوم|الكلمات\s+المفتاحية|كلمات\s+دلالية|ٹیگز?|برچسب\s*ها|etiketler|trefwoorden|ämnen|टैग|标签|關鍵字|キーワード|タグ|태그|in\s+this\s+(?:story|article))\s*(?::.{0,300})?|(?:\#[\w\u0600-\u06ff]+[\s,]*)+
    """,
    "caption": r"""
      .{4,150}[\s（(][^\s（()）。，]{2,12}\s?(?:摄|攝|供图|供圖)[）)]?|(?:图|圖)为.{2,150}
    | .{0,300}\s©(?!\s?\d)\s?[^.!?:]{2,60}|(?:©|\(c\))\s*(?:getty\s+images|afp|ap|reuters|dpa|epa|picture\s+alliance|imago|shutterstock)\b.{0,500}|.{5,300}[,.(]\s?fot\.\s.{2,60}
    | .{10,300}/(?:getty(?:\s+images)?|shutterstock|istock(?:photo)?)(?:\.com)?|.{10,300}[^\W\d.]{3}\.(?:reuters|getty\s+images)|.{10,300}\s\([^()]{2,60}\s?/\s?(?:getty|istock|shutterstock|adobe\s?stock|unsplash|pixabay|imago)[^()]{0,30}\)|.{10,300}\s\((?:[^()]{0,20}:\s?)?picture\s+alliance[^()]{0,60}\)
    | (?:pictured(?:\s+(?:(?:at|in|on)\s+the\s+\w+|left|right|above|below|here|back|front|from)\b.{0,20})?[,:].{0,400}|(?:file\s+|representational\s+|stock\s+|handout\s+)?(?:photo(?:graph)?s?|image|picture|pic|illustration|video|screengrab|screenshot|graphic)(?:\s+(?:by|courtesy|credits?|source|via))?\s*[:/|©].{0,300}|(?:file\s+|representational\s+|representative\s+|stock\s+)(?:photo|image|picture)\.?|.{0,300}[\[(](?:photo|image|picture|file\s+photo|ap\s+photo|foto|crédit|credits?|quelle)(?:\s*(?:by|:|/|courtesy)\s?.{0,80})?[\])]|(?:foto|bild|symbolbild|symbolfoto|archivbild|archivfoto|fotos|imagen|imagem|immagine|fotografía|crédits?(?:\s+photos?)?|фото|صورة|تصویر|فوٹو|عکس|fotoğraf|kuvat?|ảnh|φωτογραφία|fotografij[ae]|fénykép|snímek|zdjęci[ea]|nuotr\.|créditos?|图(?:片)?(?:来源)?|圖(?:片)?(?:來源)?|写真|사진)\s*[:/©：=].{0,300}|.{0,200}(?:bild|foto|photo|image)[\s-]?(?:rechte|quelle|nachweis|credits?)\s?:\s.{2,100}|(?:rechte|nachweis)\s?:\s.{2,100}|.{0,200}(?:quelle|credits?)\s?:\s.{2,100}|.{2,60}\s/\s(?:getty\s+images|afp|ap|reuters|dpa|imago|epa|shutterstock)(?:\s*/.{0,60})?|getty\s+images?|istock(?:photo)?(?:\.com)?(?:\s*/.{0,60})?|(?:afp|ap|reuters|dpa|epa|imago|picture\s+alliance)\s*/\s*[^\d\W][^\d.!?]{2,40}|beitragsbild.{0,60}|image\s+(?:illustrative|d[’']illustration)|view\s+gallery|enlarge\s+image|click\s+to\s+enlarge|image\s+(?:credit|source|caption)\b.{0,200}|bildunterschrift.{0,200}|watch(?:\s+video)?\s*:.{0,200}|video\s*:.{0,200}|now\s+playing|play\s+video)
    | (?:view|open|see|start|launch|show|loading|load)\s+(?:the\s+|this\s+|full\s+|all\s+)*(?:photo\s+|image\s+|picture\s+)?(?:galler(?:y|ies)|slide\s?shows?|full\s+image|photos|images)(?:\s+\(?\d+\)?)?|(?:image|photo|picture)\s+galler(?:y|ies)|(?:zur|zu\s+den)\s+(?:bildergalerie|fotostrecke|bildstrecke|bildern)|(?:bildergalerie|fotostrecke|bildstrecke)(?:\s+(?:öffnen|starten|ansehen|anzeigen))?|(?:voir|lancer|ouvrir)\s+(?:le\s+diaporama|la\s+galerie|toutes\s+les\s+photos|les\s+\d+\s+photos)(?:\s+photos?)?|agrandir\s+(?:l['’]image|la\s+photo)|(?:ver|abrir)\s+(?:la\s+|a\s+)?(?:foto)?galer[ií]a(?:\s+de\s+(?:fotos|imágenes|imagens))?|ampliar\s+(?:la\s+)?(?:imagen|foto|imagem)|(?:guarda|vedi|apri|sfoglia)\s+la\s+(?:foto)?gallery|смотреть\s+(?:все\s+фото|фотогалерею|галерею)|bekijk\s+(?:alle\s+)?foto['’]s|(?:visa|se)\s+(?:hela\s+)?bildspel(?:et)?|zobacz\s+(?:galerię|zdjęcia)|foto(?:ğraf)?\s+galerisi(?:ni\s+gör)?|(?:this|the)\s+video\s+is\s+not\s+(?:supported|available)\s+(?:by|on|in)\s+your\s.{2,40}
    | (?:your\s+browser\s+does\s+not\s+support\s+the\s+(?:audio|video)\s+(?:element|tag)|this\s+video\s+can\s?not\s+be\s+played|this\s+slideshow\s+requires\s+javascript|to\s+play\s+this\s+video\s+you\s+need\s+to\b.{0,60}|\d{1,2}:\d\d\s*/\s*\d{1,2}:\d\d|play\s+video\b.{0,100}|media\s+caption\b.{0,200}|now\s+playing\b.{0,60}|scroll\s+down\s+for\s+video|\+\d+\s+view\s+gallery|dieser\s+artikel\s+ist\s+auch\s+als\s+audio\b.{0,30}|hier\s+klicken,\s+um\s+den\s+inhalt\b.{0,60}|watch\s+below|créditos\s*:.{1,60})
    """,
    "navigation": r"""
      (?:list\s+(?:of\s+\d+\s+items?|\d+\s+of\s+\d+)|end\s+of\s+list|inhaltsverzeichnis|(?:table\s+of\s+)?contents\s+(?:hide|show|toggle)|table\s+of\s+contents|sommaire|pdf(?:\s+(?:version|herunterladen|download))?|jump\s+to(?:\s+(?:an?\s+|the\s+)?(?:section|recipe|comments|list|details|content))?(?:\s+↓)?|skip\s+to\s+(?:main\s+)?(?:content|navigation|article|main).{0,30}|(?:main\s+|toggle\s+|open\s+|close\s+)?(?:menu|navigation|nav)|search(?:\s+for.{0,20}|\s+the\s+site|\s+this\s+site|\.\.\.|…)?|home(?:page)?|close|toggle\s+\w+|.{0,30}box\s+aufklappen(?:\s+(?:\w+-)?box\s+zuklappen)?|bild\s+(?:anzeigen|vergrößern|in\s+lightbox\s+öffnen)|auf\s+dieser\s+seite|watch\s+now|zum\s+inhalt(?:\s+springen)?|suche|startseite|aller\s+au\s+contenu.{0,20}|rechercher|accueil|ir\s+al\s+contenido|buscar|inicio|e-?paper|live(?:\s+tv)?|today['’]s\s+paper|weather|back|zurück(?:\s+zur\s+(?:übersicht|startseite))?|next|previous|prev|loading.{0,5}|scroll\s+(?:down|to\s+top)|الرئيسية|صفحہ\s+اول|صفحه\s+اصلی|главная|anasayfa|ana\s+sayfa|首页|ホーム|홈)
    | .{1,40}(?:\s+[>›»→]\s+.{1,60}){1,6}
    | (?:zur\s+startseite|новости\s+сми2)
    """,
    "app": r"""
      (?:download|get|install|open\s+in)\s+(?:the|our)\b.{0,40}\bapp\b.{0,80}|(?:available|get\s+it)\s+on\s+(?:the\s+)?(?:google\s+play|app\s+store).{0,40}|google\s+play|app\s+store|(?:turn\s+on|enable|allow)\s+notifications?.{0,40}
    """,
}

_REMEMBERED = 16_384  # lines: the rules ask for one line several times
_LONGEST_LINE = 600  # code points of a line that can be furniture by its words alone


_MARKS = " \t\n\r\f\v>»›→▶•·*-–—|【《■◆▼●"  # that may stand before a label


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern; those in brackets around all of one, too."""
    found, depth, start, listed, escaped = [], 0, 0, False, False
    for at, char in enumerate(pattern):
        if escaped or char == "\\":
            escaped = not escaped
        elif listed or char == "[":
            listed = char != "]"
        elif char == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
        else:
            depth += (char == "(") - (char == ")")
    found.append(pattern[start:])
    return [part for whole in found for part in _within_brackets(whole)]


def _within_brackets(alternative: str) -> list[str]:
    text = alternative.strip()
    if text.startswith("(?:") and _group_end(text) == len(text) - 1:
        return _alternatives(text[len("(?:") : -1])
    return [alternative]


def _group_end(text: str) -> int:
    """Where the brackets close that a pattern begins with."""
    depth, listed, escaped = 0, False, False
    for at, char in enumerate(text):
        if escaped or char == "\\":
            escaped = not escaped
        elif listed or char == "[":
            listed = char != "]"
        else:
            depth += (char == "(") - (char == ")")
            if not depth:
                return at
    return len(text)


def _whole(alternatives: list[str]) -> re.Pattern[str]:
    """A pattern for whole lines in small letters, with marks around: told apart by their first letter, alternatives go fast."""
    return re.compile(
        rf"[\s>»›→▶•·*\-–—|【《■◆▼●]*+(?:{'|'.join(alternatives)})[\s:：.…?!。！？۔।>»›→|*\-–—】》]*", re.VERBOSE
    )


# The alternatives that may begin with any words take most of the time, and what they match has one of these in it.
_WITHIN = re.compile(
    r"[\[>©›»→]|aufklapp|aff?ili|qualif|[(][acfips]|\s/\s|c(?:ookie|opyri|ontri|redit|anal|ommis|lick)|inscri|abonne|fot\.|/(?:getty|shutter|istock)|\.(?:reuters|getty)|unspl|pixab|adobe\s?stock|r(?:ight|echte|espons)|quelle|"
    r"n(?:achw|ewslet)|personenbez|d(?:roits|erech|ireit|iritt)|права|حقوق|ملفات|کوکیز|会員|저작권|무단|無断|版[权權]所有|未经|[摄攝]|供[图圖]"
)
_SHORT = frozenset({"related", "share", "comments", "navigation", "app"})  # labels and buttons: never a long line
_SHORT_LINE = 70


def _firsts(alternative: str) -> str | None:
    """The characters that what matches can begin with; None where that isn't plain to see."""
    text = alternative.lstrip().removeprefix(r"\s*").lstrip()  # space before is passed over anyway
    if text.startswith("(?:"):
        end = _group_end(text)
        inner = [_firsts(part) for part in _alternatives(text[3:end])]
        if text[end + 1 : end + 2] in ("?", "*", "{"):
            inner.append(_firsts(text[end + 2 :]) if text[end + 1] == "?" else None)
        return None if None in inner else "".join(map(str, inner))
    if text.startswith("["):
        chars, _, rest = text[1:].replace("\\[", "[").partition("]")
        plain = not chars.startswith("^") and "\\" not in chars and "-" not in chars[:-1]
        return chars if plain and rest[:1] not in ("?", "*", "{") else None
    if text.startswith(r"\d"):
        return None if text[2:3] in ("?", "*") or text[2:4] in ("{0", "{,") else "0123456789"
    if text[:2] in (r"\#", r"\+", r"\("):
        return text[1] if text[2:3] not in ("?", "*") and text[2:4] not in ("{0", "{,") else None
    plain = (text[:1].isalpha() or text[:1] in ("-", "©")) and text[1:2] not in ("?", "*", "{")
    return text[0] if plain else None


class _Patterns:
    """The patterns of the kinds that a line can be. Few lines are any, so first one pattern for all is tried by the line's first character."""

    def __init__(self, *, short: bool, within: bool) -> None:
        self._parts = {
            kind: [part for part in _alternatives(pattern) if within or not part.lstrip().startswith(".{")]
            for kind, pattern in _KINDS.items()
            if short or kind not in _SHORT
        }
        self._first: dict[str, list[str]] = {}
        self._anyhow: list[str] = []
        for part in (part for own in self._parts.values() for part in own):
            chars = _firsts(part)
            for char in chars or ():
                self._first.setdefault(char, []).append(part)
            if chars is None:
                self._anyhow.append(part)
        self._compiled: dict[str, re.Pattern[str]] = {}  # when they are needed: there are hundreds

    def kind(self, line: str) -> str | None:
        """The kind of a line in small letters."""
        first = line.lstrip(_MARKS)[:1]
        if not (self._matches(first, self._first.get(first), line) or self._matches("", self._anyhow, line)):
            return None
        return next((kind for kind, parts in self._parts.items() if self._matches(kind, parts, line)), None)

    def _matches(self, name: str, parts: list[str] | None, line: str) -> bool:
        if not parts:
            return False
        if name not in self._compiled:
            self._compiled[name] = _whole(parts)
        return bool(self._compiled[name].fullmatch(line))


# By whether the line is short, and whether one of those may be there.
_BY_LINE = {
    (short, within): _Patterns(short=short, within=within) for short in (True, False) for within in (True, False)
}

_LEADS_ON = r"""
    (?:(?:read|see|watch)\s+(?:also|more|next|this|our\s+full)|(?:also|must)[\s-](?:read|see|watch)|related(?:\s+(?:story|stories|article|articles|news|coverage|link|video))?|more(?:\s+(?:on\s+this|here))?|don['’]?t\s+miss|explained|recommended|background|editor['’]?s\s+pick|you\s+(?:may|might)\s+also\s+like
    | lesen\s+sie\s+(?:(?:dazu\s+)?auch|mehr|hier(?:zu)?)|lesetipp|mehr\s+(?:zum\s+thema|dazu)|lies\s+auch|auch\s+interessant|(?:à\s+)?lire\s+(?:aussi|également)|(?:à\s+)?voir\s+aussi|sur\s+le\s+même\s+sujet|relacionado|también\s+lee|le[ae]\s+(?:también|además|más)|[tl]e\s+puede\s+interesar|ver\s+también|(?:leggi|guarda)\s+anche|(?:ti|vi)\s+potrebbe(?:ro)?\s+interessare|leia\s+(?:também|mais)|veja\s+também|saiba\s+mais|passend\s+dazu
    | (?:читайте|смотрите)\s+также|(?:материалы\s+)?по\s+теме|(?:اقرأ|إقرأ|شاهد)\s+(?:أيضا|أيضاً|ايضا|المزيد)|یہ\s+بھی\s+پڑھیں|مزید\s+پڑھیں|(?:بیشتر|همچنین)\s+بخوانید|ayrıca\s+(?:okuyun|bakın(?:ız)?)|ilgili\s+haber(?:ler)?|polecamy|(?:prze)?czytaj\s+(?:także|też|również)|zobacz\s+(?:także|też|również)|(?:čtěte|čítajte)\s+(?:také|tiež)|citește\s+și|lue\s+myös|читайте\s+також|διαβάστε\s+(?:επίσης|ακόμα|ακόμη)|baca\s+juga|(?:lees|bekijk)\s+(?:ook|meer)|l[eæä]s\s+også|läs\s+(?:också|även|mer)|यह\s+भी\s+पढ़ें|(?:延伸|更多|相关)(?:阅读|新闻)|(?:延伸|更多|相關)(?:閱讀|新聞)|関連(?:記事|ニュース)|[あ合]わせて読みたい|관련\s*(?:기사|뉴스)|קראו\s+(?:גם|עוד)|עוד\s+בנושא)
"""
_INLINE = re.compile(rf"(?ix)[\s>»›→▶•·*\-–—|(\[【]*+{_LEADS_ON}\s*(?:[:：|»›>→】]+|\s[-–—]+\s)\s*(?P<headline>\S.*)")
_SEPARATES = re.compile(r"[:：|»›>→】]|\s[-–—]")
_LINKED_INLINE = re.compile(rf"(?ix)[\s>»›→▶•·*\-–—|(\[【]*+{_LEADS_ON}\s+\S.*")


# A sentence that isn't about a page, its readers or its pictures is one of the article, however it begins: "Also in the car …".
_ABOUT_PAGES = re.compile(
    r"newsletter|inbox|subscri|abonn|suscr[ií]|assin(?:e|ante)|abbona|подпис|اشترك|abone\b|prenumer|sign(?:ed)?[\s-]?(?:up|in)\b|log(?:ged)?[\s-]?in\b|account|anmeld|registrier|inscri(?:v|re|t)|"
    r"comment|kommentar|comentario|comentário|коммент|تعليق|yorum|\b(?:this|our|the|full)\s+(?:article|story|post|page|site|web\s?site|video|content|piece|app|channel|podcast)\b|"
    r"artikel|beitrag|diesen?\s+text|inhalt|cet(?:te)?\s+(?:article|page|vidéo)|ce\s+(?:site|contenu|billet)|est[ea]\s+(?:artículo|nota|página|contenido|artigo|matéria|site|conteúdo)|quest[oa]\s+(?:articolo|pagina|sito)|"
    r"эт(?:а|у|ой)\s+(?:стать|страниц)|المقال|bu\s+haber|(?:\bus(?:e|es|ing|amos|ano)|utili|verwende|nutz|accept|akzept|einverstanden|zustimm)\w*\b.{0,60}cookies?|cookies?\b.{0,60}(?:policy|consent|setting|banner|accept|akzept|richtlinie)|privacy|datenschutz|confidentialité|terms\s+(?:of|and)|browser|javascript|recaptcha|"
    r"click|\btap\b|klick|cliqu|\bclic\b|tweet|facebook|twitter|instagram|whatsapp|telegram|youtube|google|linkedin|tiktok|affiliate|sponsor|advertis|anzeige|werbung|publicité|publicidad|"
    r"©|\(c\)\s?\d|^copyright\b(?!\s(?:in|of|on|law|laws|rules|is|was|has)\b)|^(?:video|watch)\s?:|dieses\s+thema|fehler\s+gefunden|lesen\s+gern|\s[>|→]\s|reserved|vorbehalten|réservé|reservad|riservat|защищ|حقوق|https?:|www\.|@|#|photo|\bfotos?\b|image|picture|\bbild|getty|shutterstock|istock|\bfot\.|"
    r"contributed\s+(?:reporting|to\s+this)|reporting\s+by|editing\s+by|additional\s+reporting|inputs?\s+from|standards\s*:|like\s+this|full\s+coverage|\bour\s+coverage|free\s+articles?|(?:continue|keep)\s+reading|read(?:ing)?\s+(?:also|more|next|on\b|original)|"
    r"pubblicità|unlimited\s+access|donation|syndicat|those\s+of\s+the\s+authors?|auto-?generated|with\s+the\s+help\s+of\s+ai\b|audio\s+(?:element|verfügbar)|video\s+(?:can|element|you\s+need)|опечатк|assinante|abbonati|exclusi[vf]\w*\s+(?:para|voor)|bookmarks|"
    r"journalism|please\s+visit|\bsimak\b|\bour\s+channels\b|stay\s+(?:updated|tuned|informed|connected)|latest\s+(?:updates|news)|\b(?:nuestro|notre|nosso|nostro|unsere[mn]?)\s+(?:canal|sitio|boletín|chaîne|site|kanal|canale)\b|lesen\s+sie|lire\s+(?:aussi|également)|leggi\s+anche|le[ai]a?\s+(?:también|também|más|mais)|читайте|اقرأ|\bapps?\b|download|gewähr|responsible\s+for|summary|zusammenfassung|loading"
)
_REPORTED = re.compile(r"\b(?:said|says|told|wrote|asked|heard|sagten?|erklärte|dijo|disse|ha\s+detto|a\s+dit)\b")
_FEWEST_TOLD = {"credit": 9}  # words of a sentence that is doubted
_SENTENCE = 5
# A credit names someone ("Graphics by Ada Finch"), an agency or its own staff, and goes on with nothing but more of them.
_UNNAMED = re.compile(
    r"^\W{0,3}(?:[Ww]ith\s+)?[^\W\d]+\s+(?:by|from)\s+(?!(?:the|an?|our|other|news|wire|local|staff|agenc\w*|various|correspondents?|reporters?)\b)[a-z]"
)
_CLAUSE = re.compile(
    r"^[^,]{1,120},\s(?!(?:and|with|additional|writing|reporting|editing|edited|who|which|und|et|y|e)\b)[a-z]+\s[a-z]"
)
_ENDS = re.compile(r"(?<!\.)[.!?؟。।۔][\"'”’»)\]]*$")


def kind(line: str) -> str | None:
    """The kind of boilerplate that a whole line is by its words ("related" for a list's label), None for anything else."""
    return _kind(line) if 0 < len(line) <= _LONGEST_LINE else None


def _is_told(line: str, lowered: str, found: str) -> bool:
    """Whether a line that could be of this kind is a sentence of the article, for it is about no page, or reported speech."""
    if not _ENDS.search(line):
        return False
    if found == "credit" and len(lowered.split()) >= _SENTENCE and (_UNNAMED.search(line) or _CLAUSE.search(line)):
        return True
    if len(lowered.split()) < _FEWEST_TOLD.get(found, _SENTENCE) - line.endswith(("?", ".")):
        return False
    return not _ABOUT_PAGES.search(lowered) or ("@" not in line and "©" not in line and bool(_REPORTED.search(lowered)))


def is_about_pages(line: str) -> bool:
    """Whether the line speaks of a page, its readers or its pictures, as offers and notices do."""
    return bool(_ABOUT_PAGES.search(line[:_LONGEST_LINE].lower()))


_OTHER_PAGES = re.compile(
    r"\b(?:(?:read|see|watch)\b|(?:more|also|related|further|recent|latest|links?|recommend\w*|articles?|stories|coverage|news|posts?)\b"
    r"|(?:mehr|weiter|auch|verwandt|lesen|lies|siehe|empf|neu[er]st|beitr|artikel|berichte?n?\b|meldung|nachricht|thema|themen)"
    r"|(?:plus|aussi|également|lire|voir|autres|conseill|articles)\b|(?:más|mas|también|además|lea|lee|otr[ao]s|noticias)\b|(?:anche|altr[ei]|leggi|notizie)\b"
    r"|(?:mais|também|leia|outr[ao]s|notícias)\b|(?:также|ещё|еще|по\s+теме|материал|новост|стать)|(?:أيضا|المزيد|أخبار|مزید|خبر)|(?:także|również|więcej|lees|meer|ook|läs|mer|også|také|ilgili|haber))",
    re.IGNORECASE,
)


_PAPER = re.compile(
    r".{2,80}?\s(?:is|are|ist|sind|est|es|è|é)\s(?:\w+\s){1,8}?(?:newspaper|paper|magazine|newsroom|news\s\w+|publication|publisher|broadcaster|zeitung|magazin|nachrichten\w*|journal|quotidien|periódico|diario|giornale|quotidiano|jornal)\b",
    re.IGNORECASE,
)


def describes_paper(line: str) -> bool:
    """Whether the line could be a paper's words about itself: text only where the story can't be anything else."""
    return bool(_PAPER.match(line[:_LONGEST_LINE]))


_STORIES = re.compile(
    r"stories\b|news\b|articles?\b|posts\b|headlines\b|nachrichten|meldungen|artikel|beiträge|actualités|nouvelles|noticias|notizie|articoli|artículos|notícias|artigos|новости|материалы|статьи|أخبار|مقالات|خبریں|اخبار|haber|nieuws|nyheter|wiadomości|artykuły",
    re.IGNORECASE,
)


def names_stories(label: str) -> bool:
    """Whether the label of a list names what it heads as stories: "Recent news", but not "Read more"."""
    return bool(_STORIES.search(label))


def announces_stories(line: str) -> bool:
    """Whether a line over a list of links says that they lead to other pages; any other one speaks of what is listed."""
    return speaks_of_more(line) or is_about_pages(line)


def speaks_of_more(line: str) -> bool:
    """Whether the line speaks of more to read, to see or to hear."""
    return bool(_OTHER_PAGES.search(line))


@lru_cache(maxsize=_REMEMBERED)
def _kind(line: str) -> str | None:
    lowered = line.replace("İ", "i").lower()
    within = bool(_WITHIN.search(lowered))
    found = _BY_LINE[len(line) <= _SHORT_LINE, within].kind(lowered)
    if found:
        return None if _is_told(line, lowered, found) else found
    if within and paid_links.are_told_of(lowered) and not _REPORTED.search(lowered):
        return "advertisement"
    return "newsletter" if within and closings.asks_for_subscribers(line) else None


_POINTS = re.compile(
    r"(?:(?:the\s)?(?:key|main)\s(?:points|takeaways|facts|findings|developments)|takeaways|(?:story\s)?highlights|(?:what|things)\s(?:to|you\sneed\sto|we)\sknow"
    r"(?:\sso\sfar)?|at\sa\sglance|why\sit\smatters|das\swichtigste(?:\sin\skürze)?|points\sclés|l[’']essentiel|(?:los\s)?puntos\sclave|lo\sesencial)\s*:?",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"(?:synopsis|summary|abstract|standfirst|zusammenfassung|résumé|resumen|sinossi)\s*:?", re.IGNORECASE
)


def heads_points(line: str) -> bool:
    """Whether the line heads a box of the story's own points ("Key points"), which are no other stories."""
    return bool(_POINTS.fullmatch(line))


def heads_summary(line: str) -> bool:
    """Whether the line says that the next one is the standfirst."""
    return bool(_SUMMARY.fullmatch(line))


def inline_story(line: str) -> str | None:
    """The headline of a line like "Read also: Harbour wall to be rebuilt"; None for other lines."""
    if len(line) > _LONGEST_LINE or not _SEPARATES.search(line):
        return None
    match = _INLINE.fullmatch(line)
    return match["headline"].strip(" )]*") if match else None


def leads_on(line: str) -> bool:
    """Whether the line begins with words like "Read also": where what follows is a link, it is another story."""
    return len(line) <= _LONGEST_LINE and bool(_LINKED_INLINE.fullmatch(line))
