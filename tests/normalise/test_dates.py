"""Dates as pages state them: read, found behind labels, judged."""

import datetime as dt

import pytest

from archiver.document import Dateline, StatedDate
from archiver.normalise import dates
from archiver.normalise.draft import DateCandidate


@pytest.mark.parametrize(
    ("text", "language", "at", "offset"),
    [
        ("2025-09-02T19:49:00+05:00", None, "2025-09-02T19:49", "+05:00"),
        ("2025-09-02T19:49:00.000Z", None, "2025-09-02T19:49", "+00:00"),
        ("2025-09-02T19:49-500", None, "2025-09-02T19:49", "-05:00"),
        ("20250902T194900Z", None, "2025-09-02T19:49", "+00:00"),
        ("2025-09-02T19:49-05:00[America/New_York]", None, "2025-09-02T19:49", "-05:00"),
        ("2025-09-02 19:49:00", None, "2025-09-02T19:49", None),
        ("2025-09-02 19:49:00 -0300", None, "2025-09-02T19:49", "-03:00"),
        ("2025-09-02", None, "2025-09-02", None),
        ("2025/09/02 19:49", None, "2025-09-02T19:49", None),
        ("2025-09", None, "2025-09", None),
        ("2025", None, "2025", None),
        ("2025-245", None, "2025-09-02", None),
        ("2025-W36-2", None, "2025-09-02", None),
        ("1756824540", None, "2025-09-02T14:49", "+00:00"),
        ("Tue, 02 Sep 2025 19:49:00 +0500", None, "2025-09-02T19:49", "+05:00"),
        ("Tue Sep 02 2025 19:49:00 GMT+0500 (Pakistan Standard Time)", None, "2025-09-02T19:49", "+05:00"),
        ("Tue Sep  2 19:49:00 2025", None, "2025-09-02T19:49", None),
        ("September 02, 2025 | 07:49 PM", "en", "2025-09-02T19:49", None),
        ("07:49 PM, September 2 2025", "en", "2025-09-02T19:49", None),
        ("September 2, 2025 at 7:49 p.m. GMT", "en", "2025-09-02T19:49", "+00:00"),
        ("September 2, 2025 at 7:49 p.m. IST", "en", "2025-09-02T19:49", None),
        ("2025-09-02 10:10 CET", None, "2025-09-02T10:10", None),
        ("2025-01-02 10:10 CET", None, "2025-01-02T10:10", "+01:00"),
        ("2025-09-02 10:10 UTC+5:30", None, "2025-09-02T10:10", "+05:30"),
        ("2nd Sep, 2025", "en", "2025-09-02", None),
        ("2-Sep-2025", "en", "2025-09-02", None),
        ("Sept. 2, 2025", "en", "2025-09-02", None),
        ("3. März 2025, 14:05 Uhr", "de", "2025-03-03T14:05", None),
        ("3. März 2025, 14.05 Uhr", "de", "2025-03-03T14:05", None),
        ("Mi., 03.09.2025", "de", "2025-09-03", None),
        ("3 mars 2025 à 14h05", "fr", "2025-03-03T14:05", None),
        ("mar. 4 mars 2025", "fr", "2025-03-04", None),
        ("1er août 2025", "fr", "2025-08-01", None),
        ("2 de septiembre de 2025, 14:05 h", "es", "2025-09-02T14:05", None),
        ("2 settembre 2025 alle 19:49", "it", "2025-09-02T19:49", None),
        ("1º de agosto de 2025", "pt", "2025-08-01", None),
        ("2. september 2025 kl. 14.05", "da", "2025-09-02T14:05", None),
        ("2 сентября 2025 г., 19:49", "ru", "2025-09-02T19:49", None),
        ("2 listopada 2025", "pl", "2025-11-02", None),
        ("2025. szeptember 2.", "hu", "2025-09-02", None),
        ("2 Eylül 2025 Salı", "tr", "2025-09-02", None),
        ("٣ مارس ٢٠٢٥", "ar", "2025-03-03", None),
        ("٢ سبتمبر ٢٠٢٥ - ٧:٤٩ م", "ar", "2025-09-02T19:49", None),
        ("3 تشرين الأول 2025", "ar", "2025-10-03", None),
        ("02 ستمبر 2025", "ur", "2025-09-02", None),
        ("2 सितंबर 2025", "hi", "2025-09-02", None),
        ("2025年9月2日 14:05", "zh", "2025-09-02T14:05", None),
        ("2025년 9월 2일 오후 2:05", "ko", "2025-09-02T14:05", None),
        ("ngày 2 tháng 9 năm 2025", "vi", "2025-09-02", None),
        ("2 בספטמבר 2025", "he", "2025-09-02", None),
        ("2 Σεπτεμβρίου 2025", "el", "2025-09-02", None),
        ("2. září 2025 v 19:49", "cs", "2025-09-02T19:49", None),
        ("2 septembrie 2025", "ro", "2025-09-02", None),
        ("২ সেপ্টেম্বর ২০২৫", "bn", "2025-09-02", None),
        ("Selasa, 02 Sep 2025 19:49 WIB", "id", "2025-09-02T19:49", "+07:00"),
        ("2.9.2025 klo 19.49", "fi", "2025-09-02T19:49", None),
        ("2025年9月2日(火) 19時49分", "ja", "2025-09-02T19:49", None),
        ("2 сентября 2025, 19:49 (МСК)", "ru", "2025-09-02T19:49", "+03:00"),
        ("2024-04-25 04:21:02.000000-0400", None, "2024-04-25T04:21", "-04:00"),
        # Other calendars, on pages in the languages that use them.
        ("سه‌شنبه ۱۱ شهریور ۱۴۰۴ - ۱۹:۴۹", "fa", "2025-09-02T19:49", None),
        ("۱۴۰۴/۰۶/۱۱", "fa", "2025-09-02", None),
        ("11 سنبله 1404", "ps", "2025-09-02", None),
        ("2 سپتامبر 2025", "fa", "2025-09-02", None),
        ("วันอังคารที่ 2 กันยายน 2568 เวลา 19:49 น.", "th", "2025-09-02T19:49", None),
        ("2 ก.ย. 2568", "th", "2025-09-02", None),
        ("วันที่ 2 กันยายน พ.ศ. 2568", "th", "2025-09-02", None),
        # Zones that mean several things are told by the page's country, in the months in which they are kept.
        ("September 2, 2025 at 7:49 p.m. EDT", "en-us", "2025-09-02T19:49", "-04:00"),
        ("September 2, 2025 at 7:49 p.m. ET", "en-us", "2025-09-02T19:49", "-04:00"),
        ("December 2, 2025 at 7:49 p.m. ET", "en-us", "2025-12-02T19:49", "-05:00"),
        ("September 2, 2025 at 7:49 p.m. EST", "en-us", "2025-09-02T19:49", None),
        ("September 2, 2025 at 7:49 p.m. EST", "en-au", "2025-09-02T19:49", None),
        ("02 Sep 2025 07:49 PM IST", "en-in", "2025-09-02T19:49", "+05:30"),
        ("2 Sep 2025 19:49 IST", "en-ie", "2025-09-02T19:49", "+01:00"),
        ("2 Sep 2025 19:49 BST", "en-gb", "2025-09-02T19:49", "+01:00"),
        # Day and month: told by size, by the weekday, by the language, by the full stops, else not at all.
        ("13/09/2025", "en", "2025-09-13", None),
        ("Tue 02/09/2025", "en", "2025-09-02", None),
        ("02/09/2025", "fr", "2025-09-02", None),
        ("02/09/2025", "en-us", "2025-02-09", None),
        ("02.09.2025", None, "2025-09-02", None),
        ("09.13.2025", "en", "2025-09-13", None),
        # A midnight is how systems write a day without a time.
        ("2025-09-02T00:00:00+05:00", None, "2025-09-02", None),
        ("2 September 2025 12:00 AM", "en", "2025-09-02", None),
    ],
)
def test_dates_are_read_with_the_precision_that_they_state(
    text: str, language: str | None, at: str, offset: str | None
) -> None:
    """Every usual way of writing a date is read; precision and offset are only what is stated."""
    parsed = dates.parse(text, language=language)
    assert parsed is not None
    assert (parsed.at, parsed.offset) == (at, offset)
    assert len(at) == {"minute": 16, "day": 10, "month": 7, "year": 4}[parsed.precision]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", None),
        ("02/09/2025", "en"),
        ("02/09/2025", None),
        ("31 February 2025", "en"),
        ("2025-02-30", None),
        ("2025-09-02T25:00:00Z", None),
        ("2025-000", None),
        ("0000-00-00", None),
        ("1447-03-10", None),
        ("1447-03-10", "fa"),
        ("31 مهر 1404", "fa"),
        ("2 กันยายน 2568", "en"),
        ("99999999999999", None),
        ("3. März 1930er", "de"),
        ("May 1000th", "en"),
        ("2 listopad 2025", None),
        ("5 hours ago", "en"),
        ("Sept 4", "en"),
        ("the mill opened on 2 September 2025", "en"),
        ("9" * 10_000, None),
        ("٣ مارس" * 1000, "ar"),
    ],
)
def test_none_rather_than_wrong(text: str, language: str | None) -> None:
    """What is ambiguous, impossible, incomplete or no date gives nothing."""
    assert dates.parse(text, language=language) is None


LINES = [
    ("Jane Roe Published September 02, 2025 | 07:49 PM", [("published", "September 02, 2025 | 07:49 PM", "Published")]),
    (
        "Published: 3 March 2025, 14:05 | Updated: 4 March 2025",
        [("published", "3 March 2025, 14:05", "Published"), ("modified", "4 March 2025", "Updated")],
    ),
    ("Last Updated: 02 Sep 2025 07:49 PM IST", [("modified", "02 Sep 2025 07:49 PM IST", "Last Updated")]),
    ("Posted on Tuesday, September 2, 2025 by Admin", [("published", "Tuesday, September 2, 2025", "Posted on")]),
    ("Published in the Tarn Courier, September 2nd, 2025", [("published", "September 2nd, 2025", "Published in")]),
    (
        "Publié le 3 mars 2025 à 14h05, mis à jour le 4 mars 2025 à 10h00",
        [("published", "3 mars 2025 à 14h05", "Publié le"), ("modified", "4 mars 2025 à 10h00", "mis à jour le")],
    ),
    ("Veröffentlicht am 3. März 2025, 14:05 Uhr", [("published", "3. März 2025, 14:05 Uhr", "Veröffentlicht am")]),
    ("Stand: 03.03.2025, 14:05 Uhr", [("modified", "03.03.2025, 14:05 Uhr", "Stand")]),
    ("Publicado el 3 de marzo de 2025", [("published", "3 de marzo de 2025", "Publicado el")]),
    ("Actualizado: 3 mar 2025 - 14:05 h", [("modified", "3 mar 2025 - 14:05 h", "Actualizado")]),
    ("Pubblicato il 2 settembre 2025 alle 19:49", [("published", "2 settembre 2025 alle 19:49", "Pubblicato il")]),
    ("Atualizado em 22/09/2025 às 19h49", [("modified", "22/09/2025 às 19h49", "Atualizado em")]),
    ("Gepubliceerd op 2 september 2025 om 14:05", [("published", "2 september 2025 om 14:05", "Gepubliceerd op")]),
    ("Publicerad 2 september 2025 14.05", [("published", "2 september 2025 14.05", "Publicerad")]),
    ("Опубликовано 2 сентября 2025, 19:49", [("published", "2 сентября 2025, 19:49", "Опубликовано")]),
    (
        "Yayınlanma: 02.09.2025 - 19:49 Güncelleme: 02.09.2025 - 20:00",
        [("published", "02.09.2025 - 19:49", "Yayınlanma"), ("modified", "02.09.2025 - 20:00", "Güncelleme")],
    ),
    ("نُشر في ٣ مارس ٢٠٢٥", [("published", "٣ مارس ٢٠٢٥", "نُشر في")]),
    ("آخر تحديث: 3 مارس 2025 - 07:49 م", [("modified", "3 مارس 2025 - 07:49 م", "آخر تحديث")]),
    ("شائع 02 ستمبر 2025", [("published", "02 ستمبر 2025", "شائع")]),
    ("更新时间：2025年9月2日 14:05", [("modified", "2025年9月2日 14:05", "更新时间")]),
    (
        "입력 2025.09.02 14:05 수정 2025.09.02 15:00",
        [("published", "2025.09.02 14:05", "입력"), ("modified", "2025.09.02 15:00", "수정")],
    ),
    ("September 02, 2025 | 07:49 PM", [("published", "September 02, 2025 | 07:49 PM", None)]),
    ("By Jane Roe | March 3, 2025", [("published", "March 3, 2025", None)]),
    ("Sep 2, 2025 • 3 min read", [("published", "Sep 2, 2025", None)]),
    ("The report, published on March 3, 2025, says the mill is closed", []),
    ("Published on March 3, 2025, the report says that the mill is closed.", []),
    ("John was born on March 3, 1965", []),
    ("KARACHI, (Tarn News - 2nd Sep, 2025) Rest", []),
    ("Updated 5 hours ago", []),
    ("+92 300 1234567", []),
    ("1756824540", []),
    ("x" * 5000, []),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_labels_in_many_languages(line: str, expected: list[tuple[str, str, str | None]]) -> None:
    """A label tells what its date is; a bare date counts as published, and says that it has no label."""
    found = dates.find_labels(line)
    assert [(date.role, date.text, date.label) for date in found] == expected
    for date in found:
        assert date.text in line[slice(*date.span)]
        assert date.source == ("label" if date.label else "line")


def test_find_label_prefers_the_publication() -> None:
    """Of several dates in a line the one of publication is given."""
    found = dates.find_label("Updated: 4 March 2025 | Published: 3 March 2025")
    assert found is not None
    assert (found.role, found.text) == ("published", "3 March 2025")
    assert dates.find_label("no date here") is None


def judged(
    *candidates: tuple[str, str],
    dateline: Dateline | None = None,
    lead: str = "",
    captured_at: dt.datetime | None = None,
    role: str = "published",
    modified: tuple[str, str] | None = None,
) -> StatedDate | None:
    """What is judged from (source, text) pairs, on a page that states this as its last change."""
    change = [DateCandidate(role="modified", source=modified[0], text=modified[1])] if modified else []
    return dates.judge(
        [*(DateCandidate(role=role, source=source, text=text) for source, text in candidates), *change],
        role,
        dateline=dateline,
        lead=lead,
        captured_at=captured_at,
        language="en",
    )


def test_label_dateline_and_weekday_agree() -> None:
    """The label's minute is taken, and the dateline's day and the lead's weekday stand beside it as evidence."""
    stated = judged(
        ("label", "September 02, 2025 | 07:49 PM"),
        dateline=Dateline(place="Karachi", date="2025-09-02"),
        lead="Minister Anwar Tuesday emphasized unity",
    )
    assert stated is not None
    assert (stated.at, stated.precision, stated.offset) == ("2025-09-02T19:49", "minute", None)
    assert [(proof.source, proof.text, proof.agrees) for proof in stated.evidence] == [
        ("label", "September 02, 2025 | 07:49 PM", True),
        ("dateline", "2025-09-02", True),
        ("weekday", "Tuesday", True),
    ]


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        # A machine's midnight gives way to the minute that the reader sees.
        (
            [("json-ld", "2025-09-02T00:00:00+00:00"), ("label", "September 2, 2025 7:49 PM")],
            ("2025-09-02T19:49", None),
        ),
        # One source of a higher rank beats one of a lower, two of a lower beat it.
        ([("json-ld", "2025-09-02"), ("label", "September 5, 2025")], ("2025-09-02", None)),
        ([("meta", "2019-01-01"), ("label", "September 2, 2025"), ("url", "/2025/09/02/mill")], ("2025-09-02", None)),
        # An offset is lent by who states the same clock time, or the same instant.
        (
            [("label", "September 2, 2025 7:49 PM"), ("time", "2025-09-02T19:49:00+05:00")],
            ("2025-09-02T19:49", "+05:00"),
        ),
        (
            [("json-ld", "2025-09-02T21:49:00Z"), ("label", "September 3, 2025 02:49 AM"), ("url", "/2025/09/03/mill")],
            ("2025-09-03T02:49", "+05:00"),
        ),
        # "Z" behind the clock of another zone is a machine's.
        (
            [("meta", "2025-09-02T19:49:00Z"), ("microdata", "2025-09-02T19:49:00-05:00")],
            ("2025-09-02T19:49", "-05:00"),
        ),
        # Numbers in an unknown order are decided by another source.
        ([("label", "02/09/2025 19:49"), ("url", "/2025/09/02/mill")], ("2025-09-02T19:49", None)),
        ([("json-ld", "1970-01-01T00:00:00Z"), ("time", "2025-09-02")], ("2025-09-02", None)),
        ([("meta", "2025-09"), ("meta", "2025")], ("2025-09", None)),
        ([("url", "https://tarn.example/2025/sep/02/mill")], ("2025-09-02", None)),
    ],
)
def test_trust_and_agreement_decide(candidates: list[tuple[str, str]], expected: tuple[str, str | None]) -> None:
    """The best supported day wins, with the finest time that is stated for it."""
    stated = judged(*candidates)
    assert stated is not None
    assert (stated.at, stated.offset) == expected
    assert len(stated.evidence) == len(candidates)


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        # The data's clock with another zone's offset: a reader's time and another source state the moment.
        (
            [
                ("meta", "Thu, 29 Oct 2015 15:33:05 -0400"),
                ("time", "2015-10-29T11:33:21-04:00"),
                ("line", "29/10/2015 15:33 GMT"),
            ],
            ("2015-10-29T15:33", "+00:00"),
        ),
        (
            [
                ("json-ld", "2019-07-09T13:34:39Z"),
                ("meta", "2019-07-09T17:34:39"),
                ("label", "July 9, 2019 at 10:34 AM PDT"),
            ],
            ("2019-07-09T10:34", "-07:00"),
        ),
        # What a reader sees is just the stated offset away.
        (
            [("json-ld", "2023-01-10T23:49:47-03:00"), ("line", "10/01/2023 • 20:49"), ("url", "/2023/01/10/a")],
            ("2023-01-10T20:49", "-03:00"),
        ),
        # Apart by minutes, they are two times, not two zones.
        (
            [("json-ld", "2023-01-10T15:55:00+02:00"), ("time", "2023-01-10T15:54:00+02:00"), ("line", "10.01.2023")],
            ("2023-01-10T15:55", "+02:00"),
        ),
        # Templates take local time for UTC, and winter's offset for summer's.
        (
            [("json-ld", "2021-11-03T14:18:02Z"), ("time", "1635952682"), ("line", "3 November 2021 15:18")],
            ("2021-11-03T14:18", "+00:00"),
        ),
        (
            [
                ("json-ld", "2020-04-24T06:30:00Z"),
                ("meta", "2020-04-24T08:30:00+0100"),
                ("time", "2020-04-24T08:30:00+01:00"),
            ],
            ("2020-04-24T06:30", "+00:00"),
        ),
        # A clock that doesn't tell morning from evening lends no offset.
        ([("meta", "2022-04-21 04:06:00"), ("time", "2022-04-21T16:06:00Z")], ("2022-04-21T04:06", None)),
        # The page's own clock, also where it states its offset.
        (
            [("json-ld", "2009-12-16T01:25:59Z"), ("time", "2009-12-15T20:25:59-05:00"), ("url", "/2009/12/16/a")],
            ("2009-12-15T20:25", "-05:00"),
        ),
        # Of two tags of one page, the local one; where they state two times, the one with an offset.
        (
            [("meta", "2014-12-26T20:52:56Z"), ("meta", "Friday, December 26, 2014, 3:52 PM")],
            ("2014-12-26T15:52", "-05:00"),
        ),
        (
            [("meta", "Monday, December 29, 2014, 2:48 PM"), ("meta", "2014-12-29T19:51:09Z")],
            ("2014-12-29T19:51", "+00:00"),
        ),
        ([("meta", "2014-12-30T07:00:00Z"), ("meta", "2014-12-30")], ("2014-12-30T07:00", "+00:00")),
        # The address doesn't outweigh the day that a reader sees.
        (
            [("meta", "2015-11-13T07:40:07Z"), ("line", "13 November 2015 07.40 GMT"), ("url", "/2015/11/12/a")],
            ("2015-11-13T07:40", "+00:00"),
        ),
    ],
)
def test_zones_are_told_apart(candidates: list[tuple[str, str]], expected: tuple[str, str | None]) -> None:
    """Where the sources disagree by a zone, the time is the one that a reader's time and another source agree on."""
    stated = judged(*candidates)
    assert stated is not None
    assert (stated.at, stated.offset) == expected


@pytest.mark.parametrize(
    ("published", "modified", "expected"),
    [
        # Planned for the print edition, and changed before that hour.
        (
            [
                ("json-ld", "2022-07-18T02:00:00+02:00"),
                ("meta", "2022-07-17T20:30:44+02:00"),
                ("time", "2022-07-17T18:30:44Z"),
            ],
            "2022-07-18T00:20:09+02:00",
            ("2022-07-17T20:30", "after the page's last change"),
        ),
        # Made, published and changed in one, long after the dateline's day.
        (
            [("microdata", "2015-12-07T17:16:53Z"), ("meta", "2015-04-29T09:34:00Z"), ("dateline", "2015-04-29")],
            "2015-12-07T17:16:53Z",
            ("2015-04-29T09:34", "when the page was made, the same as its last change"),
        ),
        # Made, published and changed in one, long after the day that stands by the headline.
        (
            [("json-ld", "2015-12-07T17:16:53Z"), ("line", "29 April 2015")],
            "2015-12-07T17:16:53Z",
            ("2015-04-29", "when the page was made, the same as its last change"),
        ),
        (
            [("json-ld", "2015-12-07T17:16:53Z"), ("line", "6 December 2015")],
            "2015-12-07T17:16:53Z",
            ("2015-12-07T17:16", None),
        ),
        # Nothing else is stated.
        (
            [("json-ld", "2022-02-25T08:29:25Z"), ("line", "25 February 2022")],
            "2022-02-24T13:29:59Z",
            ("2022-02-25T08:29", None),
        ),
    ],
)
def test_a_publication_that_its_own_change_belies(
    published: list[tuple[str, str]], modified: str, expected: tuple[str, str | None]
) -> None:
    """A stated publication that can't be one by the last change gives way where other sources state an earlier one."""
    stated = judged(*published, modified=("json-ld", modified))
    assert stated is not None
    assert (stated.at, stated.evidence[0].reason) == expected


@pytest.mark.parametrize(
    ("label", "at"),
    [("Apr 26, 2023", "2023-04-26"), ("Sep 2, 2025", "2025-08-21"), ("Aug 21, 2025", "2025-08-21")],
)
def test_data_that_give_the_labelled_change_as_the_publication(label: str, at: str) -> None:
    """What the page labels as its change and its data call the publication gives way to an earlier day that is labelled so."""
    stated = judged(("json-ld", "Aug 21, 2025"), ("label", label), modified=("label", "Aug 21, 2025"))
    assert stated is not None
    assert stated.at == at


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("September 2, 2026", "after the page was captured"),
        ("02/09/2025 19:49", "day and month can't be told apart"),
        ("2 hours ago", "relative to an unknown time"),
        ("the day of the fair", "not a whole date that can be read without guessing"),
        ("Wednesday, 2 September 2025", "that day is another weekday than the one named"),
    ],
)
def test_refused_candidates_stay_as_evidence(text: str, reason: str) -> None:
    """Where every candidate is refused there is no date, and each says why; the capture's time is never taken instead."""
    stated = judged(("label", text), captured_at=dt.datetime(2025, 9, 3, tzinfo=dt.UTC))
    assert stated is not None
    assert stated.at is None
    assert [(proof.text, proof.agrees, proof.reason) for proof in stated.evidence] == [(text, False, reason)]


@pytest.mark.parametrize(
    ("text", "zone"), [("2 Sep 2025 19:49 BST", "BST"), ("2 Sep 2025 19:49 EST", "EST"), ("2 Sep 2025 19:49", None)]
)
def test_a_zone_that_tells_no_offset_is_told(text: str, zone: str | None) -> None:
    """Where the name of a zone isn't enough for an offset, the evidence says so."""
    stated = judged(("label", text))
    assert stated is not None
    assert stated.offset is None
    assert [proof.reason.split("”")[0] if proof.reason else None for proof in stated.evidence] == [
        zone and f"no offset: “{zone}"
    ]


def test_a_page_far_east_of_the_capture_is_not_refused() -> None:
    """A local date that is tomorrow in UTC terms may be today where the page is made."""
    stated = judged(("label", "September 3, 2025 8:00 AM"), captured_at=dt.datetime(2025, 9, 2, 22, tzinfo=dt.UTC))
    assert stated is not None
    assert stated.at == "2025-09-03T08:00"


def test_conflicts_are_marked() -> None:
    """The source that lost says that it is another day, another time, or the same instant elsewhere."""
    stated = judged(("json-ld", "2025-09-02T14:49:00Z"), ("label", "September 2, 2025 7:49 PM"), ("time", "2025-09-01"))
    assert stated is not None
    assert [(proof.agrees, proof.reason) for proof in stated.evidence] == [
        (True, None),
        (True, "the same instant in another time zone"),
        (False, "another day"),
    ]


def test_without_candidates_there_is_no_date() -> None:
    """No candidate, no date; the modified date takes no dateline for one."""
    assert judged() is None
    assert judged(dateline=Dateline(date="2025-09-02"), role="modified") is None
    stated = judged(dateline=Dateline(date="2025-09-02"))
    assert stated is not None
    assert stated.at == "2025-09-02"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://tarn.example/2025/09/02/mill", "2025-09-02"),
        ("https://tarn.example/news/2025-09-02-mill", "2025-09-02"),
        ("https://tarn.example/mill-20250902.html", "2025-09-02"),
        ("https://tarn.example/2025/sep/2/mill", "2025-09-02"),
        ("https://20250902.example/mill", None),
        ("https://tarn.example/2025/13/45/mill", None),
        ("https://tarn.example/202509021234567", None),
        ("https://tarn.example/article/20991", None),
    ],
)
def test_days_in_addresses(url: str, day: str | None) -> None:
    """A day is read from an address's path, where it is one."""
    assert dates.in_url(url) == day
