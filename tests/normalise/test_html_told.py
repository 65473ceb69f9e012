"""Sentences that begin as bylines, labels and buttons do, and notes on the text in corners of their own: all of it is text."""

import pytest

from .test_html import BODY, P1, P2, P3, TEXT, TITLE, document


@pytest.mark.parametrize(
    "line",
    [
        "By then it was dark.",
        "By law, he may not.",
        "By all accounts, he was kind.",
        "By God, he said.",
        "Par ailleurs, la mairie a fermé l’école.",
        "Par peur, elle se tut.",
        "Por ahora, no hay heridos.",
        "Por otra parte, llueve.",
        "Por fim, o barco chegou.",
        "Di certo, nessuno ha pagato.",
        "Von wegen, sagte er.",
        "Von Ada Finch keine Spur.",
        "Door de regen liep de kelder onder.",
        "كتب: لن أعود.",
        "رپورٹ: پل کمزور ہے۔",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_sentence_that_begins_with_by_names_no_author(line: str, place: int) -> None:
    """A short sentence that begins as bylines do is text wherever it stands, and nobody's name."""
    told = [*TEXT[:place], line, *TEXT[place:]]
    page = document(f"<article><h1>{TITLE}</h1>{''.join(f'<p>{text}</p>' for text in told)}</article>")
    assert page.authors == ()
    assert line in page.text.split("\n\n") or line == page.standfirst


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Kate Summers.", ("Kate Summers",)),
        ("By Kate Summers and Joe Dow.", ("Kate Summers", "Joe Dow")),
        ("By Ada Finch in London.", ("Ada Finch",)),
        ("By Ada Finch, associate professor of history.", ("Ada Finch",)),
        ("Von unserem Korrespondenten Max Berg.", ("Max Berg",)),
        ("Par Anne Dubois, envoyée spéciale à Rome.", ("Anne Dubois",)),
    ],
)
def test_a_byline_may_end_with_a_full_stop(line: str, authors: tuple[str, ...]) -> None:
    """Names, roles and places behind "by" are a byline, a full stop or not."""
    page = document(f"<article><h1>{TITLE}</h1><p>{line}</p>{BODY}</article>")
    assert page.authors == authors
    assert page.text.split("\n\n") == TEXT


@pytest.mark.parametrize(
    "note",
    [
        "This article was amended on 6 March 2025. The bridge is 212 metres long, not 221.",
        "Editor’s note: This story has been updated to include comment from the mayor.",
        "Clarification: The bridge is closed to cars, not to walkers.",
        "Correction appended: March 6",
        "* Names have been changed.",
        "Korrektur: In einer früheren Version dieses Artikels stand, die Brücke sei 1913 gebaut worden.",
        "* Name von der Redaktion geändert",
        "Erratum : une première version de cet article indiquait que le pont datait de 1913.",
        "NDLR : le prénom a été modifié.",
        "Fe de errores: una versión anterior de este artículo decía que el puente era de 1913.",
        "*Nombre ficticio para proteger su identidad.",
        "Correzione: il ponte è lungo 212 metri.",
        "Correção: a ponte tem 212 metros.",
        "Исправление: в первой версии текста говорилось, что мост построен в 1913 году.",
        "* Имя изменено.",
        "تصحيح: ورد في نسخة سابقة من هذا المقال أن الجسر بني عام 1913، والصحيح 1931.",
    ],
)
@pytest.mark.parametrize(
    "corner",
    [
        "<footer class='article-footer'><p>{}</p></footer>",
        "<aside class='note'><p>{}</p></aside>",
        "<div class='correction'>{}</div>",
    ],
)
def test_a_note_on_the_text_is_kept_in_any_corner(note: str, corner: str) -> None:
    """Corrections and editor's notes end the text, though a footer or an aside within the article holds them."""
    page = document(
        f"<main><article><h1>{TITLE}</h1>{BODY}{corner.format(note)}</article></main><footer>© The Post</footer>"
    )
    assert page.text.split("\n\n") == [*TEXT, note]


@pytest.mark.parametrize(
    "corner",
    [
        "<footer><p>Corrections: write to errors@ansel.example or to our desk in the harbour.</p></footer>",
        "<footer><p>The Post has told the stories of the coast since the year of the great flood.</p></footer>",
        "<aside><p>Ida Quist has written for us about the harbour for more than thirty years.</p></aside>",
        "<aside><p><a href='/c'>Correction: The lighthouse is no church, as we wrote on Monday last</a></p></aside>",
    ],
)
def test_what_else_stands_in_a_corner_is_no_note(corner: str) -> None:
    """Addresses, notes on people and links to other pages stay out of the text."""
    assert document(f"<article><h1>{TITLE}</h1>{BODY}{corner}</article>").text.split("\n\n") == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Copyright in the song belongs to his widow.",
        "Compartir era su lema.",
        "Síguenos, dijo el guía.",
        "Más noticias no llegaron.",
        "Поделиться хлебом он отказался.",
    ],
)
def test_a_short_sentence_that_begins_as_a_label_does_stays(line: str) -> None:
    """Four words with a full stop that speak of no page are a sentence of the story, however it begins."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p><p>{line}</p><p>{P3}</p></article>")
    assert page.text.split("\n\n") == [P1, P2, line, P3]


@pytest.mark.parametrize(
    "line",
    [
        "Dalsza część artykułu pod materiałem wideo",
        "Źródło: PAP",
        "Kaynak: AA",
        "<저작권자 ⓒ 안셀일보, 무단 전재 및 재배포 금지>",
        "無断転載を禁じます",
        "kms@ansel.example",
        "Compartir en Facebook.",
        "Share this story now.",
    ],
)
def test_the_houses_own_lines_at_the_end_are_cut(line: str) -> None:
    """Sources, rights, addresses and what tells that the text goes on are not in the body, in any language."""
    page = document(f"<article><h1>{TITLE}</h1>{BODY}<p>{line.replace('<', '&lt;')}</p></article>")
    assert page.text.split("\n\n") == TEXT


@pytest.mark.parametrize(
    ("teaser", "story"),
    [
        (
            "<div class='x'><a href='/1'><span>The background</span><strong>How the ferry came to Skarn</strong><span>by Ugo Neri</span></a></div>",
            "How the ferry came to Skarn",
        ),
        (
            "<a href='/1'><span>The background</span><strong>How the ferry came to Skarn</strong><span>by Ugo Neri</span></a>",
            "How the ferry came to Skarn",
        ),
        ("<div class='x'><span>İLGİLİ HABER</span><a href='/1'>Feribotun tarihi</a></div>", "Feribotun tarihi"),
    ],
)
def test_a_teaser_of_several_inline_parts_is_one_other_story(teaser: str, story: str) -> None:
    """A link that holds a kicker, a headline and a name is one story of the site, by its headline, and no text."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p>{teaser}<p>{P3}</p></article>")
    assert page.text.split("\n\n") == TEXT
    assert [other.title for other in page.related] == [story]


@pytest.mark.parametrize(
    "box",
    [
        "<form class='x'><fieldset><legend>Should the wall be rebuilt?</legend><label><input type=radio>Yes</label><button>Vote</button></fieldset></form>",
        "<div><h3>The Morning Tide</h3><p>All you need to know before breakfast.</p><form><input type=email><button>Sign up</button></form></div>",
        "<div><p>Poll</p><p>Which wall is the finest of the coast</p><form><input type=radio>This one</form></div>",
    ],
)
def test_a_small_box_with_a_form_is_no_text(box: str) -> None:
    """What stands beside the paragraphs with something to fill in is about that: a poll, an offer."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p><p>{P2}</p>{box}<p>{P3}</p></article>")
    assert page.text.split("\n\n") == TEXT


def test_a_form_around_the_page_or_a_part_of_the_text_is_no_box() -> None:
    """Some systems put the whole page in a form, or an offer into a part of the text: the text stays."""
    assert document(f"<form><article><h1>{TITLE}</h1>{BODY}</article></form>").text.split("\n\n") == TEXT
    parts = "".join(f"<div><h2>Part</h2><p>{text}</p><p>{text[::-1]}.</p><form><input></form></div>" for text in TEXT)
    text = document(f"<article><h1>{TITLE}</h1>{parts}</article>").text
    assert all(part in text for part in TEXT)


@pytest.mark.parametrize(
    ("inside", "end"),
    [
        ("", "<p>The winners are</p><p>Ann Holt</p><p>Per Lund</p><p>Ada Finch</p>"),
        ("<p><b>Director:</b> Ann Holt</p><p><b>Written by:</b> Per Lund</p><p><b>Starring:</b> Ada Finch</p>", ""),
    ],
)
def test_names_in_a_list_are_nobody_s_byline(inside: str, end: str) -> None:
    """The last name of a list at the end, or who wrote the film that the text is about, isn't the author."""
    page = document(f"<article><h1>{TITLE}</h1><p>{P1}</p>{inside}{BODY}{end}</article>")
    assert page.authors == ()


def test_a_chinese_report_is_by_whom_its_dateline_names() -> None:
    """A line of day and source is no standfirst; the reporter in brackets wrote it, not the editor at its end."""
    text = "市政府4日宣布，因桥墩出现裂缝，大桥即日起关闭，预计修复需三个月，工程费用约1100万元，其中一半由省政府承担。"
    page = document(
        "<h1>大桥因桥墩裂缝关闭</h1><div class='info'>2025年03月05日18:42 | 来源：<a href='/'>伊斯特日报</a> <span>小字号</span></div>"
        f"<div><p>伊斯特日报3月5日电 （记者王小明）{text}</p><p>{text}</p><p>(责编：赵敏、钱进)</p></div>"
    )
    assert (page.standfirst, page.authors) == (None, ("王小明",))


CHINESE = "市政府4日宣布，因桥墩出现裂缝，大桥即日起关闭，预计修复需三个月，工程费用约1100万元，其中一半由省政府承担。"


@pytest.mark.parametrize(
    ("above", "below", "authors"),
    [
        ("<p>（原标题：大桥关闭引争议）</p>", "<p>责任编辑：赵敏</p>", ()),
        ("", "<p>伊斯特日报记者 王小明 赵敏</p><p>编辑 钱进 校对 孙立</p>", ("王小明", "赵敏")),
        ("<p><b>伊斯特日报记者 王小明</b></p>", "<p>【编辑：钱进】</p><p>来源：伊斯特日报</p>", ("王小明",)),
        ("", "<p>采写：伊斯特日报见习记者 王小明</p>", ("王小明",)),
        ("", "<p>（应受访者要求，文中钱进为化名）</p>", ()),
        ("", "<p>记者获悉，工程已于5日开工。（王小明）</p>", ("王小明",)),
        ("", "<p>记者获悉，工程已于5日开工。（张家口）</p>", ()),
        ("<p>图为关闭的大桥。（赵敏摄）</p>", "<p>5日，工人封闭大桥入口。伊斯特社记者 赵敏 摄</p>", ()),
        ("<p>【文/伊斯特日报专栏作者 王小明】</p>", "<p>标签 大桥 交通</p>", ("王小明",)),
        ("", "<p>【免责声明】本文仅代表作者本人观点，与伊斯特网无关。</p><p>图片均来自网络</p>", ()),
        ("<p>字号: [大] [中] [小] [打印]</p>", "<p>打印本页 关闭窗口</p>", ()),
    ],
)
def test_lines_around_a_chinese_text(above: str, below: str, authors: tuple[str, ...]) -> None:
    """Reporters are authors wherever they sign; editors, sources and the headline before are neither authors nor text."""
    meta = "<meta name='author' content='网事'>"
    page = document(
        f"<h1>大桥因桥墩裂缝关闭</h1><div>{above}<p>{CHINESE}</p><p>{CHINESE[:40]}。</p>{below}</div>", head=meta
    )
    assert page.authors == authors
    text = page.text.split("\n\n")
    assert (text[0], text[1], page.standfirst) == (CHINESE, CHINESE[:40] + "。", None)
    assert text[2:] == ([below[3:-4]] if "化名" in below or "开工" in below else [])
