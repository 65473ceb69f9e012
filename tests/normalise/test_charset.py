"""Which encoding a page is in: its header, its own tag, a byte order mark, or a guess; a wrong statement isn't believed."""

import codecs

import pytest

from archiver.document import Capture
from archiver.normalise import normalise
from archiver.normalise.charset import decode

RUSSIAN = "Мэр сообщил, что мост через реку откроют в пятницу, а движение по нему начнётся утром."
CHINESE = "市政府周二宣布，港口的新防波堤将于明年春天动工，预计耗资九百万元，三年后完工。"
JAPANESE = "市長は火曜日、港の防波堤を来年の春に建て直すと発表した。工事には三年かかる見込みだという。"
KOREAN = "시장은 화요일 항구의 방파제를 내년 봄에 다시 짓겠다고 밝혔다. 공사에는 삼 년이 걸릴 전망이다."
GREEK = "Ο δήμαρχος δήλωσε ότι η γέφυρα θα ανοίξει την Παρασκευή, όταν τελειώσουν τα έργα."
POLISH = "Burmistrz powiedział, że most zostanie otwarty w piątek, gdy skończą się prace."
FRENCH = "Le maire a déclaré à la presse que le pont rouvrirait vendredi – « enfin », a-t-il ajouté."
QUOTED = "The mayor said the wall would be “rebuilt by spring” – it’s the town’s third in ten years…"


def page(text: str, charset: str | None) -> str:
    """A page with the text, and a meta tag with the encoding's name."""
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}<title>A page</title></head><body><h1>A page</h1><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "encoding", "header", "stated"),
    [
        (RUSSIAN, "windows-1251", "text/html; charset=windows-1251", None),
        (RUSSIAN, "windows-1251", "text/html", "windows-1251"),
        (RUSSIAN, "windows-1251", "text/html", None),
        (RUSSIAN, "koi8-r", "text/html; charset=koi8-r", None),
        (CHINESE, "gb2312", "text/html", "gb2312"),
        (CHINESE, "gb18030", "text/html; charset=GB2312", None),
        (CHINESE, "gbk", "text/html; charset=gbk", None),
        (JAPANESE, "shift_jis", "text/html", "Shift_JIS"),
        (JAPANESE, "euc-jp", "text/html; charset=euc-jp", None),
        (FRENCH, "cp1252", "text/html; charset=ISO-8859-1", None),
        (QUOTED, "cp1252", "text/html", "iso-8859-1"),
        (QUOTED, "cp1252", "text/html", None),
        (QUOTED, "utf-8", "text/html; charset=iso-8859-1", "iso-8859-1"),
        (JAPANESE, "utf-8", "text/html; charset=shift_jis", None),
        (RUSSIAN, "windows-1251", "text/html; charset=ISO-8859-1", "windows-1251"),
        (RUSSIAN, "koi8-r", "text/html; charset=ISO-8859-1", "koi8-r"),
        (POLISH, "iso-8859-2", "text/html; charset=ISO-8859-1", "iso-8859-2"),
        (GREEK, "windows-1253", "text/html; charset=ISO-8859-1", "windows-1253"),
        (CHINESE, "gbk", "text/html; charset=ISO-8859-1", "gbk"),
        (JAPANESE, "euc-jp", "text/html; charset=ISO-8859-1", "euc-jp"),
        (RUSSIAN, "windows-1251", "text/html", "iso-8859-1"),
        (KOREAN, "euc-kr", "text/html", None),
        (KOREAN, "cp949", "text/html; charset=cp949", None),
        (KOREAN, "cp949", "text/html", "uhc"),
        (KOREAN, "cp949", "text/html", "euc-kr"),
        (JAPANESE, "iso-2022-jp", "text/html; charset=iso-2022-jp", None),
        (JAPANESE, "iso-2022-jp", "text/html", "iso-2022-jp"),
        (RUSSIAN, "utf-16-le", "text/html; charset=utf-16le", None),
        (RUSSIAN, "utf-16-be", "text/html", None),
        (FRENCH, "utf-8", "text/html", None),
        (FRENCH, "utf-8", "text/html; charset=no-such-thing", "nor-this"),
    ],
)
def test_a_page_is_read_in_its_encoding(text: str, encoding: str, header: str, stated: str | None) -> None:
    """Header, tag or bytes tell the encoding; latin-1 is Windows-1252 and the weakest statement, and valid UTF-8 is UTF-8 whatever a page says."""
    markup = page(text, stated)
    assert decode(markup.encode(encoding), header, html=True) == markup


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_wins(mark: bytes, encoding: str) -> None:
    """A page that begins with a byte order mark is in that encoding, whatever header and tag say."""
    markup = page(RUSSIAN, "koi8-r")
    assert decode(mark + markup.encode(encoding), "text/html; charset=windows-1251", html=True) == markup


def test_utf_8_with_some_latin_1_inside_is_utf_8() -> None:
    """A page in UTF-8 with a frame pasted in from another encoding loses the frame's letters and no others."""
    frame = "<div>Café Müller</div>".encode("latin-1")
    payload = page(RUSSIAN * 20, "utf-8").encode().replace(b"</body>", frame + b"</body>")
    text = decode(payload, "text/html; charset=utf-8", html=True)
    assert RUSSIAN in text
    assert "<div>Caf\ufffd M\ufffdller</div>" in text


def test_a_statement_that_spoils_the_text_is_not_believed() -> None:
    """Where the stated encoding can't be the page's, another statement, or the bytes, decide."""
    markup = page(RUSSIAN * 5, "windows-1251")
    assert decode(markup.encode("windows-1251"), "text/html; charset=utf-8", html=True) == markup


@pytest.mark.parametrize(
    ("text", "taken_for"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "latin-1"),
        (QUOTED, "latin-1"),
        (RUSSIAN, "latin-1"),
        (KOREAN, "latin-1"),
        ("The prize is £500 🏆", "latin-1"),
    ],
)
def test_what_was_written_as_utf_8_twice_is_read_twice(text: str, taken_for: str) -> None:
    """A script that took a page for Latin-1 and saved it leaves “townâ€™s”; a reader of the archive sees “town’s”."""
    twice = page(text, "utf-8").encode().decode(taken_for).encode()
    assert decode(twice, "text/html", html=True) == page(text, "utf-8")


@pytest.mark.parametrize("text", ["Ã»", "É“", "ÎÎ", "Ça, c’est « bien »", "Ð, Ñ and â€ are signs of it, and so is 💡"])
def test_signs_that_follow_on_each_other_are_left(text: str) -> None:
    """What only looks like UTF-8 written twice in one place is read as it stands."""
    assert decode(page(f"{text} – {FRENCH}", None).encode(), "text/html", html=True) == page(f"{text} – {FRENCH}", None)


def test_the_text_comes_out_of_the_document() -> None:
    """A page in an old encoding gives a document in its own letters."""
    document = normalise(
        Capture(payload=page(RUSSIAN, "windows-1251").encode("windows-1251"), content_type="text/html", key="a page")
    )
    assert (document.text, document.language) == (RUSSIAN, "ru")
