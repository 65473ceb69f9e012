"""Language."""

import pytest

from archiver.normalise import language

SENTENCES = {
    "en": "The council voted on Tuesday to delay repairs to the harbour wall until spring.",
    "fr": "Le conseil municipal a voté mardi le report des travaux de la digue au printemps.",
    "de": "Der Stadtrat stimmte am Dienstag dafür, die Reparatur der Hafenmauer zu verschieben.",
    "es": "El ayuntamiento votó el martes aplazar las obras del muelle hasta la primavera.",
    "it": "Il consiglio comunale ha votato martedì per rinviare i lavori al molo fino alla primavera.",
    "pt": "A câmara municipal votou na terça-feira adiar as obras do cais até à primavera.",
    "nl": "De gemeenteraad stemde dinsdag voor uitstel van de reparatie van de havenmuur.",
    "sv": "Kommunfullmäktige röstade på tisdagen för att skjuta upp reparationen av hamnmuren.",
    "tr": "Belediye meclisi salı günü liman duvarının onarımını bahara ertelemeye karar verdi.",
    "ru": "Городской совет проголосовал во вторник за перенос ремонта набережной на весну.",
    "ar": "صوت المجلس البلدي يوم الثلاثاء على تأجيل إصلاح جدار الميناء حتى الربيع.",
    "ur": "شہری کونسل نے منگل کے روز بندرگاہ کی دیوار کی مرمت ملتوی کرنے کی منظوری دے دی۔",
    "fa": "شورای شهر روز سه‌شنبه رأی داد که تعمیر دیوار بندر تا بهار به تعویق بیفتد.",
    "hi": "नगर परिषद ने मंगलवार को बंदरगाह की दीवार की मरम्मत वसंत तक टालने के लिए मतदान किया।",
    "zh": "市议会周二投票决定，将港口围墙的修缮工程推迟到明年春天。",
    "ja": "市議会は火曜日、港の壁の修理を来春まで延期することを決めた。",
    "ko": "시의회는 화요일 항구 벽 보수를 내년 봄까지 연기하기로 의결했다.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_is_enough(code: str) -> None:
    """A single sentence of news gives its language away."""
    assert language.detect(SENTENCES[code], None) == code


def test_clear_text_wins_over_the_declaration() -> None:
    """A template that declares English doesn't make a German text English."""
    assert language.detect(SENTENCES["de"] * 3, "en-US") == "de"


def test_declaration_decides_for_a_few_words() -> None:
    """Where there is next to no text, the page is believed."""
    assert language.detect("Radio 1", "sv-SE") == "sv"
    assert language.detect("", None) is None


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("pt_BR", "pt"), ("deu", "de"), ("iw", "he"), ("english please", None), ("", None)],
)
def test_declared_codes_are_reduced(declared: str, code: str | None) -> None:
    """Regions, three letters and old codes become the code that is used today."""
    assert language.code(declared) == code


# Of languages near to another, or that the detector knows badly: a paragraph as a page may have it.
PARAGRAPHS = {
    "gl": "O concello aprobou onte unha axuda para os mariñeiros que perderon as súas embarcacións, pero os veciños din que non é suficiente.",
    "ca": "L'ajuntament va aprovar ahir un ajut per als pescadors que van perdre les barques, però els veïns diuen que no és suficient.",
    "sk": "Mestské zastupiteľstvo včera schválilo pomoc rybárom, ktorí pri búrke prišli o lode, no obyvatelia hovoria, že to nestačí.",
    "cs": "Zastupitelstvo včera schválilo pomoc rybářům, kteří při bouři přišli o své lodě, ale obyvatelé říkají, že to nestačí.",
    "uk": "Міська рада вчора схвалила допомогу рибалкам, які втратили човни під час бурі, але мешканці кажуть, що цього недостатньо.",
    "be": "Гарадскі савет учора ўхваліў дапамогу рыбакам, якія страцілі лодкі падчас буры, але жыхары кажуць, што гэтага недастаткова.",
    "sr": "Градско веће је јуче одобрило помоћ рибарима који су у олуји изгубили бродове, али становници кажу да то није довољно.",
    "da": "Byrådet godkendte i går en hjælp til de fiskere, der mistede deres både i stormen, men borgerne siger, at det ikke er nok.",
    "no": "Bystyret godkjente i går en støtte til fiskerne som mistet båtene sine i stormen, men innbyggerne sier at det ikke er nok.",
    "id": "Dewan kota kemarin menyetujui bantuan bagi nelayan yang kehilangan perahu karena badai, tetapi warga mengatakan itu tidak cukup.",
    "ms": "Majlis bandar raya semalam meluluskan bantuan kepada nelayan yang kehilangan bot kerana ribut itu, tetapi penduduk berkata bantuan itu tidak mencukupi dan beliau turut bersetuju.",
    "mr": "शहर परिषदेने काल वादळात बोटी गमावलेल्या मच्छीमारांना मदत मंजूर केली, पण रहिवासी म्हणतात की ही मदत पुरेशी नाही आणि आंदोलने होतील.",
    "zu": "Umkhandlu wedolobha uvume izolo usizo lwabadobi ngesikhathi sesiphepho, kodwa abantu bathi lokhu akwanele futhi kuthiwa bazobhikisha, ngoba umuntu uthe ukuthi imali incane.",
    "xh": "Ibhunga ledolophu livume izolo uncedo lwabalobi ngexesha lesiphango, kodwa abantu bathi oku akwanelanga kwaye kuza kubakho uqhankqalazo, kuba umntu uthe ukuba imali incinci.",
    "sw": "Baraza la mji jana liliidhinisha msaada kwa wavuvi waliopoteza boti zao katika dhoruba, lakini wakazi wanasema kwamba haitoshi.",
    "tl": "Inaprubahan kahapon ng konseho ng lungsod ang tulong para sa mga mangingisda na nawalan ng bangka sa bagyo, ngunit hindi ito sapat.",
    "et": "Linnavolikogu kiitis eile heaks abi kaluritele, kes kaotasid tormis oma paadid, kuid elanike sõnul sellest ei piisa.",
    "lt": "Miesto taryba vakar patvirtino paramą žvejams, per audrą praradusiems valtis, tačiau gyventojai sako, kad to nepakanka.",
    "af": "Die stadsraad het gister hulp goedgekeur vir vissers wat hul bote in die storm verloor het, maar inwoners sê dit is nie genoeg nie.",
    "eu": "Udalak atzo onartu zuen laguntza bat ekaitzean itsasontziak galdu zituzten arrantzaleentzat, baina bizilagunek diote ez dela nahikoa.",
    "ckb": "ئەنجوومەنی شار دوێنێ یارمەتی بۆ ئەو ماسیگرانە پەسەند کرد کە لە زریانەکەدا بەلەمەکانیان لەدەست دا.",
}


@pytest.mark.parametrize("code", PARAGRAPHS)
@pytest.mark.parametrize("declared", [None, "en-US"])
def test_a_paragraph_tells_near_languages_apart(code: str, declared: str | None) -> None:
    """A paragraph is enough to tell a language from its neighbours, and that it isn't the English of the site's template."""
    assert language.detect(PARAGRAPHS[code], declared) == code


def test_filler_says_nothing_of_the_language() -> None:
    """Latin that fills a template leaves the declaration as it is; without one it is Latin."""
    filler = "Lorem ipsum dolor sit amet, sed ut labore et dolore magna aliqua, quis nostrud ex ea commodo, quod et enim ad veniam est."
    assert language.detect(filler, "en") == "en"
    assert language.detect(filler, None) == "la"


@pytest.mark.parametrize("declared", ["ja", None])
def test_japanese_full_of_latin_names(declared: str | None) -> None:
    """A Japanese text of technology stays Japanese, though half of its letters are Latin."""
    text = "Harbour Cloud Serverの新しいVersion 3を公開しました。Port Ansel SDKもDownloadできます。設定はReadmeを見てください。"
    assert language.detect(text, declared) == "ja"


def test_a_few_japanese_words_leave_an_english_text_english() -> None:
    """What an English lesson quotes doesn't make it Japanese."""
    text = "When the wall broke, people in the town said 助けて and ありがとう to the crews of the boats that came for them."
    assert language.detect(text, "en") == "en"


def test_a_language_that_its_small_words_leave_no_doubt_of_is_the_declared_one() -> None:
    """A long text in the declared language keeps it; the same declaration over another language's text doesn't win."""
    english = (
        "The council of the town said on Monday that it will not be able to pay for the wall by the end of the year. "
        * 6
    )
    german = (
        "Der Rat der Stadt hat am Montag gesagt, dass er die Mauer nicht bis zum Ende des Jahres bezahlen kann. " * 6
    )
    assert [language.detect(text, "en") for text in (english, german)] == ["en", "de"]
