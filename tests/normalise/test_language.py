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
