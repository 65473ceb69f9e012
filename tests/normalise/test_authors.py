"""Bylines."""

import pytest

from archiver.normalise import authors, html


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ida Quist", ["Ida Quist"]),
        ("By Ida Quist | Staff Reporter", ["Ida Quist"]),
        ("By IDA QUIST and Jan van der Berg, Chief Reporter, Port Ansel", ["Ida Quist", "Jan van der Berg"]),
        ("Quist, Ida", ["Ida Quist"]),
        ("Exclusive by Ida Quist", ["Ida Quist"]),
        ("Written by: Ida Quist | Edited by: Max Holm", ["Ida Quist"]),
        ("Tuesday Column By IDA QUIST", ["Ida Quist"]),
        ("Nga Ida Quist", ["Ida Quist"]),
        ("Shkruar nga: Ida Quist", ["Ida Quist"]),
        ("Piše: Ida Quist", ["Ida Quist"]),
        ("Teksti: Ida Quist Kuvat: Max Holm", ["Ida Quist"]),
        ("Kirjoittanut Ida Quist", ["Ida Quist"]),
        ("Redaktur & Reporter : Budi", ["Budi"]),
        ("Phóng viên: Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("Γράφει ο Νίκος Παπάς", ["Νίκος Παπάς"]),
        ("Scris de Ion Popescu", ["Ion Popescu"]),
        ("Reportagem: Ana Silva", ["Ana Silva"]),
        ("작성자: 홍길동", ["홍길동"]),
        ("기자 홍길동", ["홍길동"]),
        ("홍길동 선임기자", ["홍길동"]),
        ("撰文：张三丰", ["张三丰"]),
        ("文丨张三丰", ["张三丰"]),
        ("記者張三豐／台北報導", ["張三豐"]),
        ("記者張三豐、李四光／綜合報導", ["張三豐", "李四光"]),
        ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("রিপোর্ট: করিম উদ্দিন", ["করিম উদ্দিন"]),
        ("به قلم علی رضایی", ["علی رضایی"]),
        ("כתב: יוסי כהן", ["יוסי כהן"]),
        ("Tekst i zdjęcia: Jan Kowalski", ["Jan Kowalski"]),
        ("Opracował Jan Kowalski", ["Jan Kowalski"]),
        ("Napsal Jan Novák", ["Jan Novák"]),
        ("Geschreven door Jan de Vries", ["Jan de Vries"]),
        ("Автор матеріалу: Іван Петренко", ["Іван Петренко"]),
        ("Article rédigé par Élise Quist", ["Élise Quist"]),
        ("Aus Port Ansel berichtet Ida Quist", ["Ida Quist"]),
        ("Door onze redacteur Piet de Boer", ["Piet de Boer"]),
        ("تقرير: ليلى منصور وسامر الحداد", ["ليلى منصور", "سامر الحداد"]),
        ("ویب ڈیسک بدھ 5 مارچ 2025", ["ویب ڈیسک"]),
        ("Von Ida Quist und Max Holm", ["Ida Quist", "Max Holm"]),
        ("Par Élise Quist avec AFP", ["Élise Quist"]),
        ("By Ida Quist in Port Ansel", ["Ida Quist"]),
        ("By Ida Quist (Reuters)", ["Ida Quist"]),
        ("By Ida Quist, Max Holm & Al-Amin Khan | May 2, 2024", ["Ida Quist", "Max Holm", "Al-Amin Khan"]),
        ("Web Desk", ["Web Desk"]),
        ("Reuters", []),
        ("By Our Correspondent", []),
        ("Saturday", []),
        ("ida@example.org", []),
        ("https://www.example.org/ida", []),
        ("View more posts", []),
        ("بقلم: أحمد الخطيب", ["أحمد الخطيب"]),
        ("نمائندہ خصوصی", []),
        ("View all posts by Ida Quist", ["Ida Quist"]),
        ("Ein Artikel von Ida Quist", ["Ida Quist"]),
        ("Erstellt von Ida Quist", ["Ida Quist"]),
        ("Interview: Ida Quist", ["Ida Quist"]),
        ("By Ida Quist, PhD", ["Ida Quist"]),
        ("By Ren&eacute; Quist", ["René Quist"]),
        ("By Ida Quist | No comments", ["Ida Quist"]),
        ("By Ida Quist | 12 Kommentare", ["Ida Quist"]),
        ("Quelle: Ida Quist", []),
        ("Filed under", []),
        ("By Ann Writer", ["Ann Writer"]),
        ("By Tom Editor and Ann Reporter", ["Tom Editor", "Ann Reporter"]),
        ("By Staff Writer", []),
        ("Ann Writer", []),
        ("Tarn News | Web Desk", ["Web Desk"]),
        ("Ida Quist | Web Desk", ["Ida Quist", "Web Desk"]),
        # one, two or three people
        ("von Ida Quist / Max Holm", ["Ida Quist", "Max Holm"]),
        ("Ida Quist/Max Holm", ["Ida Quist", "Max Holm"]),
        ("Ida Quist, Max Holm und Élise Brun", ["Ida Quist", "Max Holm", "Élise Brun"]),
        ("By IDA QUIST Associated Press", ["Ida Quist"]),
        ("A column by Ida Quist", ["Ida Quist"]),
        ("Post by Ida Quist", ["Ida Quist"]),
        ("Author(s): Ida Quist, Max Holm", ["Ida Quist", "Max Holm"]),
        ("Ida Quist ✓", ["Ida Quist"]),
        ("Translated by Ida Quist", []),
        ("Sponsored by Tarn Bank", []),
        ("Paid Post", []),
        ("By Tarn Newsource", []),
        ("Quist, Ida; Holm, Max", ["Ida Quist", "Max Holm"]),
        ("Quist, Ida and Holm, Max", ["Ida Quist", "Max Holm"]),
        ("Quist, Ida, Holm, Max", ["Ida Quist", "Max Holm"]),
        ("Ida Quist im Gespräch mit Max Holm", ["Ida Quist", "Max Holm"]),
        ("كتب: يوسف الحداد وسلمى الكواري", ["يوسف الحداد", "سلمى الكواري"]),
        ("记者 沈若溪 贺一鸣", ["沈若溪", "贺一鸣"]),
        # languages
        ("Escrito por Ida Quist", ["Ida Quist"]),
        ("Por Ida Quist y Max Holm", ["Ida Quist", "Max Holm"]),
        ("Di Ida Quist", ["Ida Quist"]),
        ("Door Ida Quist", ["Ida Quist"]),
        ("Av Ida Quist", ["Ida Quist"]),
        ("Skrevet af Ida Quist", ["Ida Quist"]),
        ("Publié par Ida Quist le 3 mai 2024", ["Ida Quist"]),
        ("Oleh Ida Quist", ["Ida Quist"]),
        ("Автор: Анна Воеводина", ["Анна Воеводина"]),
        ("Yazan: Ida Quist", ["Ida Quist"]),
        ("تحریر: شاہدہ ابڑو", ["شاہدہ ابڑو"]),
        ("नवीन शर्मा, संवाददाता", ["नवीन शर्मा"]),
        # what stands around a name
        ("Eine Kolumne von Ida Quist", ["Ida Quist"]),
        ("Recipe by Ida Quist", ["Ida Quist"]),
        ("Posted in Coast by Ida Quist on May 3, 2024", ["Ida Quist"]),
        ("Text von Ida Quist, Fotos: Max Holm", ["Ida Quist"]),
        ("By Ida Quist Photographs by Max Holm", ["Ida Quist"]),
        ("By Ida Quist, Berlin", ["Ida Quist"]),
        ("Ida Quist Reuters", ["Ida Quist"]),
        ("Reporter Ida Quist", ["Ida Quist"]),
        ("Ida Quist Staff Writer", ["Ida Quist"]),
        ("By Ida Quist, editor and co-founder", ["Ida Quist"]),
        ("By Ida Quist for Ansel Gazette", ["Ida Quist"]),
        # particles, capitals
        ("By Joana da Silva", ["Joana da Silva"]),
        ("By JAN VAN DER BERG", ["Jan van der Berg"]),
        ("By ANNE-MARIE O'NEILL", ["Anne-Marie O'Neill"]),
        ("By John A Smith", ["John A Smith"]),
        # desks and what is none
        ("Gazette Staff", ["Gazette Staff"]),
        ("From staff reports", []),
        ("Our Staff Reporter", []),
        ("dpa/AFP", []),
        ("Deutsche Presse-Agentur", []),
        ("Kommentieren", []),
        ("© 2024 Ansel Gazette", []),
        ("Alles von Ida Quist", ["Ida Quist"]),
        ("Ida Quist For The Ansel Gazette On Sunday", ["Ida Quist"]),
        ("By Ida Quist under Coast", ["Ida Quist"]),
        ("Rechtsanwältin Ida Quist", ["Ida Quist"]),
        ("本报记者沈若溪", ["沈若溪"]),
        ("伊斯特日报记者 沈若溪 贺鸣", ["沈若溪", "贺鸣"]),
        ("采写：伊斯特日报见习记者 沈若溪", ["沈若溪"]),
        ("《伊斯特》作者 沈鸣", ["沈鸣"]),
        ("责任编辑：沈若溪", []),
        ("海岸 沈若", ["海岸 沈若"]),
        ("财经 沈若", ["沈若"]),
        ("编辑 沈若溪 校对 贺一鸣", []),
        ("作者：沈若溪 责任编辑：贺一鸣", ["沈若溪"]),
        ("作者：未知 责任编辑：贺一鸣", []),
        ("著者：佐伯遥", ["佐伯遥"]),
        ("Фото из архива", []),
        ("कुछ ही क्षण पहले", []),
        ("Super User", []),
        ("Staff reports", []),
        ("red", []),
        # links of the page, roles of several words, titles, agencies
        ("By Ida Quist View more posts", ["Ida Quist"]),
        ("By Ida Quist 3 min read", ["Ida Quist"]),
        ("Ida Quist Tue 14 May 2024 10.00 BST", ["Ida Quist"]),
        ("By Ida Quist of the Norvale Post", ["Ida Quist"]),
        ("IDA QUIST Madrid", ["Ida Quist"]),
        ("As told to Ida Quist", ["Ida Quist"]),
        ("By guest contributor Ida Quist", ["Ida Quist"]),
        ("De notre envoyée spéciale Ida Quist", ["Ida Quist"]),
        ("dal nostro inviato Ida Quist", ["Ida Quist"]),
        ("Von unserer Korrespondentin Ida Quist, Paris", ["Ida Quist"]),
        ("oprac. Ida Quist", ["Ida Quist"]),
        ("By Ida Quist More from this author", ["Ida Quist"]),
        ("Ida Quist Voir tous ses articles", ["Ida Quist"]),
        ("By Ida Quist Follow @idaq", ["Ida Quist"]),
        ("Ida Quist Senior Political Editor", ["Ida Quist"]),
        ("Ida Quist Deputy Business Editor", ["Ida Quist"]),
        ("Senior Europe Correspondent Ida Quist", ["Ida Quist"]),
        ("Dr Ida Quist, Professor of Law", ["Ida Quist"]),
        ("Von Prof. Dr. Ida Quist", ["Ida Quist"]),
        ("By Ida Quist MP", ["Ida Quist"]),
        ("Mr Quist", ["Mr Quist"]),
        ("By Reuters Staff", []),
        ("AFP Staff Writers", []),
        ("BY IDA QUIST AND AGENCIES", ["Ida Quist"]),
        ("By Ida Quist and Reuters staff", ["Ida Quist"]),
        ("By Ida Quist (@idaq) and Max Holm", ["Ida Quist", "Max Holm"]),
        ("Ida Quist @ Norvale Works", ["Ida Quist"]),
        ("Ida Quist M.P.H., R.D.", ["Ida Quist"]),
        ("Ida Quist, RDN, LDN", ["Ida Quist"]),
        ("By The Ansel Gazette Team", ["The Ansel Gazette Team"]),
        ("By Ida Quist, Norvale Safety Team", ["Ida Quist"]),
        ("Ida Quist | Digital Editor and Master Mason", ["Ida Quist"]),
        ("This post was written by Ida Quist, Head of Harbours", ["Ida Quist"]),
        ("Fact Checked", []),
        ("Medically reviewed", []),
        # several hands, publishers beside a name
        ("By Ida Quist & agencies", ["Ida Quist"]),
        ("Words: Ida Quist. Pictures: Max Holm", ["Ida Quist"]),
        ("Ida Quist, Max Holm and 2 more", ["Ida Quist", "Max Holm"]),
        ("Von Ida Quist und 3 weitere", ["Ida Quist"]),
        ("By Monday, 300 people had signed", []),
        ("By April Quist", ["April Quist"]),
        ("記者 佐伯遥", ["佐伯遥"]),
        ("文・佐伯遥", ["佐伯遥"]),
        (
            "Written by our Political Correspondent Dr. Ída José Quist-O’Brien (@ijq) and News Desk, May 14, 2024",
            ["Ída José Quist-O’Brien", "News Desk"],
        ),
    ],
)
def test_names_in_a_byline(byline: str, names: list[str]) -> None:
    """People and desks, without "By", roles, agencies, places, dates and addresses."""
    assert list(authors.parse(byline)) == names


@pytest.mark.parametrize(
    ("pieces", "marked", "beside"),
    [
        (["Posted on", "3 May 2024", "by", "marc", "Leave a comment"], ["marc"], []),
        (["By", "Ida Quist", "and", "Max Holm"], ["Ida Quist", "Max Holm"], []),
        (["By", "Ida", "Quist"], ["Ida Quist"], []),
        (["3 May 2024", "Ida Quist"], [], ["Ida Quist"]),
        (["Print", "Our Town", "Crispy Muffins"], [], []),
        (["Author:", "Roving Reporter"], ["Roving Reporter"], []),
        (["Ida Quist and Zebulah Gard"], [], ["Ida Quist", "Zebulah Gard"]),
        (["Ida Quist, Zebulah Gard and 2 more"], [], ["Ida Quist", "Zebulah Gard"]),
        (["Ida Quist, Harbour Works"], [], ["Ida Quist"]),
    ],
)
def test_names_in_a_line_of_pieces(pieces: list[str], marked: list[str], beside: list[str]) -> None:
    """Behind "By" any name will do, one by which someone writes too; elsewhere only what is surely a person's."""
    line = authors.parse_line(pieces)
    assert (list(line.marked), list(line.beside)) == (marked, beside)


def test_publisher_is_no_author() -> None:
    """The site's own name in an author tag is left out."""
    assert authors.parse("Ansel Gazette", publishers=["Ansel Gazette"], trusted=True) == ()


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("Ida Quist | Reuters", "Reuters"),
        ("By Reuters Staff", "Reuters"),
        ("Staff and agencies", None),
        ("Ida Quist", None),
    ],
)
def test_agency_of_a_byline(byline: str, agency: str | None) -> None:
    """An agency that signs beside or instead of a person is told apart."""
    assert authors.agency(byline) == agency


BODY = (
    "<p>The sea wall of Port Ansel will be rebuilt this year, the town council said on Friday, after two storms broke it.</p>"
    "<p>Work begins in June and will take eighteen months, said the mayor, who put the cost at nine million crowns in all.</p>"
)


TAG = "<meta name=author content='Ida Quist'>"
SOLD = "The mill by the harbour was sold to a baker from the next valley, who paid four million crowns for it."
MORE = "<aside>More by Ida Quist and Max Holm</aside>"


def page(head: str = "", above: str = "", below: str = "", aside: str = "") -> str:
    """A page with these tags in its head, and this above and below its text."""
    return (
        f"<html><head><title>Wall to be rebuilt - Ansel Gazette</title><meta property='og:site_name' content='Ansel Gazette'>{head}</head>"
        f"<body><main><article><h1>Wall to be rebuilt</h1>{above}{BODY}{below}</article></main>{aside}</body></html>"
    )


def data(author: str) -> str:
    """JSON-LD of an article with this author."""
    return (
        f"<script type='application/ld+json'>{{'@type': 'NewsArticle', 'headline': 'Wall to be rebuilt', 'author': {author}}}</script>".replace(
            "'@", '"@'
        )
        .replace("'", '"')
        .replace('type="application/ld+json"', "type='application/ld+json'")
    )


@pytest.mark.parametrize(
    ("given", "names"),
    [
        # by data alone
        ({"head": data("{'@type': 'Person', 'name': 'Ida Quist'}"), "aside": MORE}, ["Ida Quist"]),
        ({"head": data("[{'name': 'Ida Quist'}, {'name': 'Max Holm'}]"), "aside": MORE}, ["Ida Quist", "Max Holm"]),
        ({"head": data("'Ida Quist and Max Holm'"), "aside": MORE}, ["Ida Quist", "Max Holm"]),
        ({"head": data("{'@type': 'Organization', 'name': 'Ansel Gazette'}")}, []),
        ({"head": "<meta name=parsely-author content='IDA QUIST'>", "aside": MORE}, ["Ida Quist"]),
        ({"head": "<meta name='DC.creator' content='Quist, Ida'>", "aside": MORE}, ["Ida Quist"]),
        ({"head": "<meta name='sailthru.author' content='Ida Quist'>", "aside": MORE}, ["Ida Quist"]),
        ({"head": "<meta property='article:author' content='https://social.example/ida'>"}, []),
        (
            {
                "head": "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ida Quist'>",
                "aside": MORE,
            },
            ["Ida Quist"],
        ),
        # by data alone, of nobody whom the page bears
        ({"head": data("{'@type': 'Person', 'name': 'Ida Quist'}")}, ["Ida Quist"]),
        ({"head": data("'Zebulah Quistgard'")}, []),
        ({"head": TAG}, []),
        (
            {
                "head": data("{'@id': '#/person/1'}")
                + '<script type=\'application/ld+json\'>{"@id": "#/person/1", "@type": "Person", "name": "Ida Quist"}</script>'
            },
            [],
        ),
        # and where the page bears them in another way
        (
            {
                "head": "<meta name=author content='Ida Quist and Max Holm'>",
                "aside": "<aside>I. Quist covers the coast</aside>",
            },
            ["Ida Quist", "Max Holm"],
        ),
        *(
            ({"head": TAG, "above": above}, ["Ida Quist"])
            for above in (
                "<div>Ida<br>Quist</div>",
                "<img src=a.jpg alt='Ida Quist'>",
                "<a href='/profile/1' title='Ida Quist'><img src=a.jpg></a>",
                "<a href='/author/ida-quist'><img src=a.jpg></a>",
                "<a href='/team/iquist/'><img src=a.jpg></a>",
                "<div aria-label='By Ida Quist'></div>",
                "<p>@idaquist</p>",
                "<p><a href='mailto:ida.quist@gazette.example'>E-mail the author</a></p>",
                "<span class='author vcard' style='display:none'>Ida Quist</span>",
            )
        ),
        *(({"head": TAG, "below": f"<p>{SOLD} {code}</p>"}, ["Ida Quist"]) for code in ("(iqu)", "(idq/dpa)")),
        *(({"head": TAG, "below": f"<p>{SOLD} {code}</p>"}, []) for code in ("(aqu)", "(dpa)", "(iqx)")),
        ({"head": TAG, "above": "<a href='/walls/ida-quist-street'><img src=a.jpg></a>"}, []),
        ({"above": "<div itemprop=author itemscope><meta itemprop=name content='Ida Quist'></div>"}, ["Ida Quist"]),
        # by what is shown
        ({"above": "<p class=byline>By Ida Quist</p>"}, ["Ida Quist"]),
        ({"above": "<p><a rel=author href='/ida'>Ida Quist</a></p>"}, ["Ida Quist"]),
        (
            {"above": "<div><a href='/authors/ida-quist'>Ida Quist</a>, <a href='/authors/mh'>Max Holm</a></div>"},
            ["Ida Quist", "Max Holm"],
        ),
        (
            {"above": "<div>By <a href='/authors/ida-quist'>Ida Quist</a> and Per Lund</div>"},
            ["Ida Quist", "Per Lund"],
        ),
        (
            {"above": "<div>Von <a href='/autoren/iq'>Ida Quist</a> und Per Lund</div>"},
            ["Ida Quist", "Per Lund"],
        ),
        *(
            ({"above": f"<p{of_class}>{sentence}</p>"}, [])
            for of_class in ("", " class=kicker")
            for sentence in (
                "الجسر مغلق حتى الاثنين",
                "وزیر نے استعفیٰ دے دیا",
                "وزیر نے استعفیٰ دے دیا۔",
                "मंत्री ने दिया इस्तीफा",
                "कल रात बारिश हुई।",
                "پل تا دوشنبه بسته است",
                "הגשר סגור עד יום שני",
            )
        ),
        ({"above": "<p>ليلى منصور</p>"}, ["ليلى منصور"]),
        ({"below": "<p>Ida Quist can be reached at ida@gazette.example.</p>"}, ["Ida Quist"]),
        ({"above": "<div><p><strong>By</strong></p></div><div><p>Zebulah Quistgard</p></div>"}, []),
        ({"above": "<div><p><strong>By</strong></p></div><div><p>Ida Quist</p></div>"}, ["Ida Quist"]),
        ({"above": "<div><span>By </span><button>Ida Quist</button></div>"}, ["Ida Quist"]),
        ({"above": "<div>Written by <button class=a><b>Ida Quist</b></button></div>"}, ["Ida Quist"]),
        ({"above": "<div>By the sea <button>Ida Quist</button></div>"}, []),
        ({"above": "<dl><dt>Auteur</dt><dd>Ida Quist</dd><dt>Date</dt><dd>2 mars 2020</dd></dl>"}, ["Ida Quist"]),
        ({"above": "<div class=share>by Ida Quist <a href='#'>Share</a></div>"}, ["Ida Quist"]),
        ({"above": "<span itemprop=author itemscope><span itemprop=name>Ida Quist</span></span>"}, ["Ida Quist"]),
        ({"above": "<p>Crispy Muffins</p>"}, []),
        ({"above": "<p>Ida Quist and Zebulah Gard</p>"}, ["Ida Quist", "Zebulah Gard"]),
        ({"above": "<p>Ida Quist, Zebulah Gard and 2 more</p>"}, ["Ida Quist", "Zebulah Gard"]),
        ({"above": "<p>Ida Quist in Port Ansel</p>"}, ["Ida Quist"]),
        (
            {
                "above": "<p>Ida Quist in Port Ansel</p>",
                "below": "<p>Ms Quist, the mayor, spoke on Friday and left the hall by its back door.</p>",
            },
            [],
        ),
        ({"above": "<p>By Ida Quist | The Rampart</p>"}, ["Ida Quist"]),
        ({"above": "<p>3 May 2024 - Ida Quist</p>"}, ["Ida Quist"]),
        ({"above": "<p>Zebulah Quistgard | 03.05.2024 - 12:30</p>"}, ["Zebulah Quistgard"]),
        ({"below": f"{BODY}<div class=author-box>Crispy Muffins</div>"}, []),
        ({"above": "<p class=meta>by <a rel=author href='/author/seagull7'>seagull7</a></p>"}, ["seagull7"]),
        ({"above": "<p class=byline>By Ansel Gazette</p>"}, ["Ansel Gazette"]),
        ({"below": "<p>Written by Ida Quist</p>"}, ["Ida Quist"]),
        ({"below": "<p>Text und Fotos: Ida Quist</p>"}, ["Ida Quist"]),
        ({"below": "<p>Yours, Ida Quist</p>"}, ["Ida Quist"]),
        ({"above": "<p>Ida Quist, born 3 May 1931; died 1 March 2024</p>"}, []),
        ({"above": "<p>By Monday, 300 people had signed</p>"}, []),
        ({"below": "<p><em>Ida Quist is a reporter who covers the coast.</em></p>"}, ["Ida Quist"]),
        (
            {
                "below": "<p>The council meets again in May, when the plans will be shown to all who live there. (Ida Quist)</p>"
            },
            ["Ida Quist"],
        ),
        ({"below": "<p class=kisha>【佐伯遥】</p>"}, ["佐伯遥"]),
        ({"below": "<footer>Posted in Tides by seagull7 on 3 May 2024</footer>"}, ["seagull7"]),
        ({"below": "<footer>Eingestellt von die Möwe um 10:12</footer>"}, ["die Möwe"]),
        ({"above": "<p>Filed under: Tides, Walls — seagull7 @ 10:12</p>"}, ["seagull7"]),
        ({"aside": "<div><h3>Ferry to sail again</h3><p>By Max Holm</p></div>"}, []),
        ({"below": "<h2>Sources</h2><p>Council papers</p><p>Written by Ida Quist</p>"}, ["Ida Quist"]),
        ({"below": "<p>Press contact</p><p>Ida Quist</p><p>Telephone 0123 45678</p>"}, []),
        ({"aside": "<aside class=related><a rel=author href='/author/x'>Max Holm</a></aside>"}, []),
        # both
        ({"head": data("{'name': 'Zoë Quist'}"), "above": "<p class=byline>By Zoe Quist</p>"}, ["Zoë Quist"]),
        (
            {"head": data("{'name': 'Ida Quist'}"), "above": "<p class=byline>By I. Quist</p>"},
            ["Ida Quist"],
        ),
        (
            {"head": data("{'name': 'Ansel Gazette'}"), "above": "<p class=byline>By Ida Quist</p>"},
            ["Ida Quist"],
        ),
        (
            {"head": "<meta name=author content='Web Master'>", "above": "<p class=byline>By Ida Quist</p>"},
            ["Ida Quist"],
        ),
        (
            {
                "head": data("{'name': 'Ida Quist'}") + "<meta name=author content='Ida Quist, Max Holm'>",
                "above": "<p class=byline>By Ida Quist and Max Holm</p>",
            },
            ["Ida Quist", "Max Holm"],
        ),
        (
            {"above": "<h3 class=subtitle>by Dr. Ida Quist, PhD and Max Holm, MPH | Norvale Works</h3>"},
            ["Ida Quist", "Max Holm"],
        ),
        # a name of one word is whom the data name so
        (
            {
                "head": "<meta name=author content='Quenna Holm'>",
                "above": "<p class=byline>By <a href='/authors/q'>Quenna</a> &amp; <a href='/authors/r'>Robert</a></p>",
            },
            ["Quenna Holm", "Robert"],
        ),
        (
            {
                "below": f"{BODY}<div itemprop=author itemscope itemtype='https://schema.org/Person'><div><a href='/authors/iq'>Ida Quist</a></div>"
                "<div><p>Ida draws and bakes.</p></div></div>"
            },
            ["Ida Quist"],
        ),
        # who reviewed or edited it is no author beside who wrote it; what a class says is a role is no name
        *(
            (
                {
                    "above": f"<ul class=byline><li>Written by <a href='/authors/iq'>Ida Quist</a></li><li>{other}</li></ul>"
                },
                ["Ida Quist"],
            )
            for other in (
                "Reviewed by <a href='/authors/mh'>Max Holm</a>",
                "Medically reviewed by <span class=author>Max Holm, MD</span>",
                "Edited by <a href='/authors/mh' rel=author>Max Holm</a>",
                "Fact checked by</li><li><span class=author>Max Holm</span>",
                "<span class=author-role>Harbour Grader, Master Mason</span>",
                "<div class='author-section--position'>Stone/Timber Mason</div>",
            )
        ),
        ({"head": TAG, "above": "<p class=byline>Medically reviewed by Max Holm</p>", "aside": MORE}, ["Ida Quist"]),
        ({"above": "<p class=byline>Reviewed by <span class=author>Max Holm</span></p>"}, ["Max Holm"]),
        ({"above": "<p>Posted by Ida Quist and Max Holm - Norvale safety team</p>"}, ["Ida Quist", "Max Holm"]),
        ({"above": "<p class=author>Ansel Gazette Team</p>"}, ["Ansel Gazette Team"]),
        ({"below": f"{BODY}<p>Contact our team</p><p>Meet the Sales Team</p>"}, []),
        ({"above": "<p>By <a rel=author href='/tern'>tern</a> September 27, 2023</p>"}, ["tern"]),
        # of several in one line the data name one
        (
            {
                "head": TAG,
                "above": "<div><a href='/authors/iq'>Ida Quist</a>, <a href='/authors/mh'>Max Holm</a> &amp; <a href='/authors/pl'>Per Lund</a></div>",
            },
            ["Ida Quist", "Max Holm", "Per Lund"],
        ),
        (
            {
                "head": TAG,
                "above": "<div><a href='/authors/iq'>Ida Quist</a></div><div><a href='/authors/mh'>Max Holm</a></div>",
            },
            ["Ida Quist", "Max Holm"],
        ),
        (
            {"head": data("{'name': 'Ida Quist'}"), "above": "<p class=byline>By Ida Quist, Max Holm and Per Lund</p>"},
            ["Ida Quist", "Max Holm", "Per Lund"],
        ),
        (
            {"head": TAG, "above": "<p class=byline>By <a rel=author href='/iq'>Ida Quist</a> and Max Holm</p>"},
            ["Ida Quist", "Max Holm"],
        ),
        (
            {
                "head": TAG,
                "above": "<p>By Ida Quist</p>",
                "below": f"{BODY}<h2>More</h2><p>By Max Holm</p>",
            },
            ["Ida Quist"],
        ),
        (
            {"above": "<p>By Max Holm, editor of this blog</p><p>By <a rel=author href='/iq'>Ida Quist</a></p>"},
            ["Ida Quist"],
        ),
        ({"above": "<p>ANSEL Fri May 3, 2024 4:33pm</p>"}, []),
        (
            {"above": "<p>By <a href='/author/desk'>Tides</a> <a href='/author/desk/feed'>Get author RSS feed</a></p>"},
            ["Tides"],
        ),
        (
            {"head": data("{'name': 'Ida Quist'}"), "above": "<p>Picture: Max Holm, 3 May 2024</p>", "aside": MORE},
            ["Ida Quist"],
        ),
        (
            {"above": "<div class='image-metadata'><strong>Max Holm </strong>(Instagram Max Holm)</div>"},
            [],
        ),
        (
            {
                "below": "<blockquote><p>So it is, after all.</p>Posted by <a href='/p'>Max Holm MP</a> on <a href='/q'>Wednesday, 18 May 2024</a></blockquote>"
            },
            [],
        ),
        (
            {
                "above": "<p>(서울=연합뉴스) 홍길동·김철수 기자 = 정부는 5일 새 방파제를 세우기로 했다고 밝혔다. 회의에는 장관이 모두 참석했다.</p>"
            },
            ["홍길동", "김철수"],
        ),
        ({"below": "<p>The wall is to be of stone. (By Ida Quist) Enditem/MH</p>"}, ["Ida Quist"]),
    ],
)
def test_authors_of_a_page(given: dict[str, str], names: list[str]) -> None:
    """The byline that a reader sees comes first, data complete it, but say little of who isn't shown; the publisher is nobody, but as a byline."""
    assert list(html.read(page(**given), url="https://gazette.example/wall").authors) == names


def test_a_site_may_bear_its_authors_name() -> None:
    """Someone's own site has that person as publisher and author."""
    written = page(data("{'@type': 'Person', 'name': 'Ida Quist'}")).replace("Ansel Gazette", "Ida Quist")
    assert html.read(written, url="https://idaquist.example/wall").authors == ("Ida Quist",)


def test_a_byline_that_nests_deep_is_read_all_the_same() -> None:
    """Hundreds of elements around a name are no reason to fail."""
    nested = f"<div class=byline>By {'<span>' * 900}Ida Quist{'</span>' * 900}</div>"
    assert html.read(page(above=nested)).authors == ("Ida Quist",)


@pytest.mark.parametrize(
    "line",
    [
        "<p><span>Per Lund was the harbour master who lost his post for an</span> <a href=/a>article</a> <span>by Mayor Jens Falk, which said that, in short —</span></p>",
        "<figure class=lead><img src=a.jpg><p class=lead>By BRENDAN OAKES/ANP/Getty Images.</p></figure>",
    ],
    ids=["within a sentence", "a picture's"],
)  # fmt: skip
def test_by_stands_elsewhere_too(line: str) -> None:
    """Behind "by" in a sentence, or in a picture's credit, stands no author."""
    assert html.read(page(above=line)).authors == ()


def test_a_desk_that_signs_beside_a_person_is_an_author() -> None:
    """Both stand among the authors; a role in the plural is no desk."""
    body = "<p class=byline>Written by our Reporter Ida Quist and News Desk</p>"
    assert html.read(page(above=body)).authors == ("Ida Quist", "News Desk")
    assert html.read(page(above="<p class=byline>Ida Quist | Gazette Staff Writers</p>")).authors == ("Ida Quist",)


def test_what_may_be_a_name_is_one_beside_a_sure_one() -> None:
    """In a byline of two, a name that could be other words is an author beside one that is surely a person's."""
    assert html.read(page(above="<p>By Ida Quist and Per Lund</p>")).authors == ("Ida Quist", "Per Lund")
