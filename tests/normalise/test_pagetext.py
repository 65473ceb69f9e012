"""Page text: zones by rules on lines."""

import pytest

from archiver.normalise import ago, pagetext
from archiver.normalise.draft import Draft
from archiver.normalise.lines import ends_sentence, is_headline, is_prose

P1 = "The council of Port Ansel voted on Tuesday to rebuild the harbour wall, which a storm broke in January."
P2 = "Mayor Greta Holm said that work would begin in spring and cost nine million crowns over three years."
P3 = "Fishermen had asked for a faster start, because forty boats have had no safe berth since the storm."
BYLINE = "By Ida Quist"
TEASER = "The wall that a storm broke is to be rebuilt with stone from the old quarry."


def read(*page: str, markdown: bool = False) -> Draft:
    """The zones of these lines."""
    return pagetext.read("\n".join(page), markdown=markdown)


def roles(draft: Draft) -> list[tuple[str, str]]:
    """The dates' roles and words."""
    return [(date.role, date.text) for date in draft.dates]


def test_navigation_above_the_headline_is_discarded() -> None:
    """Menu, breadcrumb and cookie lines above the headline are not the headline."""
    draft = read(
        "Skip to content", "Home", "World", "Sport", "Home > World > Coast", "Port Ansel to rebuild harbour wall",
        "By Ida Quist | Staff Reporter", "2 September 2025", P1, P2, P3,
    )  # fmt: skip
    assert draft.title == "Port Ansel to rebuild harbour wall"
    assert draft.authors == ("Ida Quist",)
    assert draft.paragraphs == (P1, P2, P3)
    assert ("published", "2 September 2025") in roles(draft)
    assert draft.section == "Coast"


def test_standfirst_between_headline_and_byline() -> None:
    """A sentence between headline and byline is the standfirst, not the body."""
    draft = read(
        "Port Ansel to rebuild harbour wall",
        "Storm damage will take three years to mend, the mayor says.",
        "By Ida Quist",
        P1,
        P2,
    )
    assert draft.standfirst == "Storm damage will take three years to mend, the mayor says."
    assert draft.paragraphs == (P1, P2)


def test_a_short_standfirst_is_not_the_headline() -> None:
    """Of two lines above the byline that both tell of the story the first is the headline, few words as the second has."""
    draft = read(
        "Home", "News", "Sport", "Subscribe", "Log in", "Port Ansel rebuilds its broken harbour wall", "Council voted on Tuesday",
        "By Ida Quist", "2 September 2025", P1, P2, P3,
    )  # fmt: skip
    assert draft.title == "Port Ansel rebuilds its broken harbour wall"
    assert draft.standfirst == "Council voted on Tuesday"
    assert draft.authors == ("Ida Quist",)


def test_updated_and_published_labels_are_told_apart() -> None:
    """Both labels on one line give two dates, and the name before them the author."""
    draft = read("Port Ansel to rebuild harbour wall", "Ida Quist Published May 3, 2024 | Updated May 4, 2024", P1, P2)
    assert roles(draft) == [("published", "May 3, 2024"), ("modified", "May 4, 2024")]
    assert draft.authors == ("Ida Quist",)


def test_text_wrapped_at_a_column_is_joined() -> None:
    """Lines of 60 columns become the paragraphs that they were."""
    wrapped = []
    for paragraph in (P1, P2, P3):
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) + 1 > 60:
                wrapped.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        wrapped += [line, ""]
    draft = read("Port Ansel to rebuild harbour wall", "", "By Ida Quist", "", *wrapped)
    assert draft.paragraphs == (P1, P2, P3)


def test_broken_line_in_small_letters_is_joined() -> None:
    """A paragraph that lost its mark-up in the middle of a sentence is made whole."""
    start, end = P1[:60].rsplit(" ", 1)[0], P1[len(P1[:60].rsplit(" ", 1)[0]) + 1 :]
    assert read("Port Ansel to rebuild harbour wall", "By Ida Quist", start, end, P2).paragraphs == (P1, P2)


def test_inserted_link_goes_and_the_body_goes_on() -> None:
    """A "read also" line in the middle is another story; the paragraphs behind it stay."""
    draft = read("Port Ansel to rebuild harbour wall", "By Ida Quist", P1, "Read also: Storm sinks two ferries", P2, P3)
    assert draft.paragraphs == (P1, P2, P3)
    assert [story.title for story in draft.related] == ["Storm sinks two ferries"]


def test_subheading_between_paragraphs_stays() -> None:
    """A short line between paragraphs is a subheading of the body."""
    assert read("Port Ansel to rebuild harbour wall", "By Ida Quist", P1, "Three years of work", P2, P3).paragraphs == (
        P1, "Three years of work", P2, P3,
    )  # fmt: skip


def test_list_without_a_label_is_told_by_its_shape() -> None:
    """Headlines with times glued to them are a list of other stories, whatever stands above."""
    draft = read(
        "Port Ansel to rebuild harbour wall", "By Ida Quist", P1, P2,
        "Storm sinks two ferries12 minutes ago", "School opens on the island1 hour ago", "Choir wins national prize2 hours ago",
    )  # fmt: skip
    assert draft.paragraphs == (P1, P2)
    assert len(draft.related) == 3


def test_what_stands_behind_the_text_is_cut_and_labelled() -> None:
    """Share buttons, comments, newsletter and copyright lines are discarded, each by its kind."""
    draft = read(
        "Port Ansel to rebuild harbour wall", "By Ida Quist", P1, P2, P3, "Share this article", "Facebook",
        "Sign up for our newsletter to get the news in your inbox", "Comments (1)",
        "I have lived at the harbour all my life and never saw such waves as in January.", "© 2025 Ansel Gazette. All rights reserved.",
    )  # fmt: skip
    assert draft.paragraphs == (P1, P2, P3)
    assert [part.label for part in draft.discarded] == ["share", "share", "newsletter", "comments", "copyright"]


def test_teasers_of_a_list_stay_out() -> None:
    """A list of headlines with a sentence under each doesn't bring the sentences into the body."""
    draft = read(
        "Port Ansel to rebuild harbour wall", "By Ida Quist", P1, P2, "More news",
        "Storm sinks two ferries", "Both ferries of the island line went down in the night without passengers.",
        "School opens on the island", "The first school of the island has opened with eleven pupils and one teacher.",
        "Choir wins national prize", "The choir of the fishermen's chapel has won the national prize again.",
    )  # fmt: skip
    assert draft.paragraphs == (P1, P2)
    assert [story.title for story in draft.related] == [
        "Storm sinks two ferries", "School opens on the island", "Choir wins national prize",
    ]  # fmt: skip


def test_short_closing_sentence_stays() -> None:
    """A sentence of two words is text."""
    assert (
        read("Port Ansel to rebuild harbour wall", "By Ida Quist", P1, P2, "Nobody objected.").paragraphs[-1]
        == "Nobody objected."
    )


def test_markdown_keeps_its_marks_in_the_body_only() -> None:
    """Links and emphasis stand in the Markdown, their words alone in the text."""
    draft = read(
        "# Port Ansel to rebuild",
        "",
        "*By Ida Quist*",
        "",
        f"{P1} [Read the plan](https://example.org/plan).",
        "",
        "## Next",
        "",
        f"**{P2}**",
        markdown=True,
    )
    assert draft.title == "Port Ansel to rebuild"
    assert draft.authors == ("Ida Quist",)
    assert draft.paragraphs == (f"{P1} Read the plan.", "Next", P2)
    assert "[Read the plan](https://example.org/plan)" in draft.body
    assert "## Next" in draft.body


def test_front_matter_gives_fields() -> None:
    """Front matter of a Markdown file names title, author and date."""
    draft = read(
        "---", "title: Wall to be rebuilt", "author: Ida Quist", "date: 2024-05-03", "---", P1, "", P2, markdown=True
    )
    assert (draft.title, draft.authors, roles(draft)) == (
        "Wall to be rebuilt",
        ("Ida Quist",),
        [("published", "2024-05-03")],
    )
    assert draft.paragraphs == (P1, P2)


def test_marks_of_markdown_in_plain_text_are_escaped() -> None:
    """What looks like Markdown in plain text is text."""
    assert (
        "\\*five\\*"
        in read("Port Ansel to rebuild harbour wall", "By Ida Quist", P1, f"{P2} It got *five* stars.").body
    )


@pytest.mark.parametrize(
    ("line", "prose", "headline"),
    [
        (P1, True, False),
        ("Storm sinks two ferries off Port Ansel", False, True),
        ("Will the wall stand?", False, True),
        ("He declined.", False, False),
        ("Mayor: “We will rebuild the wall”", False, True),
        ("Publié aujourd’hui à 06h15, mis à jour à 11h40 • Lecture 3 min.", False, False),
    ],
)
def test_lines_are_told_by_their_shape(line: str, prose: bool, headline: bool) -> None:
    """Sentences and headlines are told apart by length and ending."""
    assert (is_prose(line), is_headline(line)) == (prose, headline)


@pytest.mark.parametrize(
    ("line", "ends"),
    [("He said.”", True), ("He said", False), ("reviews rescue, ..", False), ("کہا گیا۔", True), ("决定。", True)],
)
def test_sentence_ends(line: str, ends: bool) -> None:
    """Closing quotes count, two dots of a cut headline don't, and other scripts have marks of their own."""
    assert ends_sentence(line) is ends


def test_title_with_the_site_above_the_headline() -> None:
    """A page's title that is copied along gives the site's name away, and is no second headline."""
    draft = read(
        "Port Ansel to rebuild harbour wall - Ansel Gazette",
        "Port Ansel to rebuild harbour wall",
        "By Ida Quist",
        P1,
        P2,
    )
    assert (draft.title, draft.site, draft.paragraphs) == (
        "Port Ansel to rebuild harbour wall",
        "Ansel Gazette",
        (P1, P2),
    )


def test_note_on_the_author_is_cut() -> None:
    """What the page says of its author is not the article."""
    draft = read(
        "Port Ansel to rebuild harbour wall",
        "By Ida Quist",
        P1,
        P2,
        "About the author",
        "Ida Quist has covered the coast for the Gazette since 2011.",
    )
    assert draft.paragraphs == (P1, P2)


def test_times_on_their_own_lines() -> None:
    """A time below a headline belongs to it, however short the headline is."""
    draft = read(
        "Port Ansel to rebuild harbour wall",
        "By Ida Quist",
        P1,
        P2,
        "Mehr zum Thema",
        "Fährstreik geht weiter",
        "vor 2 Stunden",
        "Strandhütten versteigert",
        "vor 3 Stunden",
    )
    assert [(story.title, story.time_text) for story in draft.related] == [
        ("Fährstreik geht weiter", "vor 2 Stunden"), ("Strandhütten versteigert", "vor 3 Stunden"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Storm sinks two ferries off the islandYesterday", "Storm sinks two ferries off the island"),
        ("School opens on the island Yesterday", "School opens on the island"),
        ("Choir wins national prize | Yesterday", "Choir wins national prize"),
        ("All Our Songs of the Sea Yesterday", None),
        ("Two ferries sank off the island yesterday", None),
    ],
)
def test_yesterday_behind_a_headline_is_its_time(line: str, headline: str | None) -> None:
    """A capitalised "Yesterday" that stands apart from a headline's own words is its time, and no word of it."""
    assert [(title, when.text) for title, when in ago.splits(line)] == ([(headline, "Yesterday")] if headline else [])


def test_byline_in_small_letters_is_no_part_of_the_headline() -> None:
    """A line "by …" below a long headline isn't joined to it as the rest of a broken line."""
    draft = read("Port Ansel to rebuild the harbour wall that a storm broke", "by Ida Quist", P1, P2)
    assert (draft.title, draft.authors) == ("Port Ansel to rebuild the harbour wall that a storm broke", ("Ida Quist",))


def test_editors_are_no_authors() -> None:
    """Whoever edited, reviewed or translated a story didn't write it."""
    draft = read("Port Ansel to rebuild harbour wall", "Written by Ida Quist Edited by Nils Aker", P1, P2)
    assert draft.authors == ("Ida Quist",)


def test_page_title_above_the_headline_is_not_the_headline() -> None:
    """Where the page's title with the site's name stands above the headline, the headline is the title, and no standfirst."""
    draft = read(
        "Port Ansel to rebuild harbour wall | Ansel Gazette", "Ansel Gazette", "Tuesday 4 March 2025",
        "Port Ansel to rebuild harbour wall", "By Ida Quist", P1, P2,
    )  # fmt: skip
    assert (draft.title, draft.standfirst, draft.site) == ("Port Ansel to rebuild harbour wall", None, "Ansel Gazette")


def test_headlines_cut_in_brackets_are_other_stories() -> None:
    """A headline that ends in "[...]" is cut, as one that ends in dots is, and no sentence of the article."""
    draft = read(
        "Port Ansel to rebuild harbour wall", "By Ida Quist", P1, P2, "More on this story",
        "Storm sinks two ferries off the [...]", "School opens on the island with eleven […]",
    )  # fmt: skip
    assert draft.paragraphs == (P1, P2)
    assert len(draft.related) == 2


def test_invitations_to_read_more_news_are_no_text() -> None:
    """A sentence that invites to the site's other news is cut."""
    draft = read(
        "Port Ansel to rebuild harbour wall", "By Ida Quist", P1, P2,
        "Catch all the Coast News, Harbour News and Latest Updates on The Ansel Gazette.",
        "Stay updated with us on our channels and never miss what happens on the coast.",
    )  # fmt: skip
    assert draft.paragraphs == (P1, P2)


@pytest.mark.parametrize("byline", [(BYLINE, "Synopsis", TEASER), ("Synopsis", TEASER, BYLINE)])
def test_a_label_says_what_the_standfirst_is(byline: tuple[str, ...]) -> None:
    """The sentence below "Synopsis" is the standfirst, wherever it stands above the text, and the label is no text."""
    draft = read("Port Ansel to rebuild harbour wall", *byline, P1, P2)
    assert draft.standfirst == TEASER
    assert draft.paragraphs == (P1, P2)


@pytest.mark.parametrize("label", ["Key points", "What to know", "Key takeaways:", "At a glance"])
@pytest.mark.parametrize("place", ["top", "middle", "end"])
def test_boxes_of_points_are_the_storys_own(label: str, place: str) -> None:
    """Points under a label of their own are text, not a standfirst and not headlines of other stories."""
    box = [label, "Stone comes from the old quarry", "The town pays a third of the cost", "Work begins after the ice"]
    lines = {"top": [*box, P1, P2], "middle": [P1, *box, P2], "end": [P1, P2, *box]}[place]
    draft = read("Port Ansel to rebuild harbour wall", BYLINE, *lines)
    assert draft.paragraphs == tuple(lines)
    assert (draft.standfirst, draft.related) == (None, ())


def test_a_paragraph_with_a_dated_dateline_is_no_byline() -> None:
    """The first paragraph stays whole though its dateline has a date."""
    lead = f"NAIROBI, Jul 26 2022 (Northern Wire) - {P2}"
    draft = read("Port Ansel to rebuild harbour wall", lead, P3, P1)
    assert draft.authors == ()
    assert "".join(draft.paragraphs).endswith(P2 + P3 + P1)


def test_a_dateline_above_the_first_paragraph_is_no_headline() -> None:
    """A line that is but a place and a date is the dateline, though the headline ends as a sentence does."""
    draft = read("PORT WALL TO BE BUILT ANEW.", "MADRID, Spain 1996-12-06", P1, P2)
    assert (draft.title, draft.dateline_text) == ("PORT WALL TO BE BUILT ANEW.", "MADRID, Spain 1996-12-06")
    assert draft.paragraphs == (P1, P2)


@pytest.mark.parametrize("above", [True, False])
def test_a_cut_off_paragraph_is_the_text_where_there_is_no_other(above: bool) -> None:
    """What can be read of a story behind a paywall is its body, though it ends in the middle of a sentence."""
    cut = "The wall that the storm broke in January is to be rebuilt with stone from the old quarry ..."
    between = [cut, BYLINE] if above else [BYLINE, cut]
    draft = read("Port Ansel to rebuild harbour wall", *between, "Subscribe to read the full story.")
    assert (draft.standfirst, draft.paragraphs, draft.authors) == (None, (cut,), ("Ida Quist",))


@pytest.mark.parametrize(
    ("head", "authors", "date"),
    [
        (["5. März 2025, 17:30 Uhr"], (), "5. März 2025, 17:30 Uhr"),
        (["Ida Quist", "5. marts 2025"], ("Ida Quist",), "5. marts 2025"),
        (["Ida Quist", "Oaxaca - 06 MAR 2025 - 12:42 CST"], ("Ida Quist",), "06 MAR 2025 - 12:42 CST"),
        (["Ida Quist", "Madrid, 6 de marzo de 2025"], ("Ida Quist",), "6 de marzo de 2025"),
        (["Ida Quist", "Norvale - 5 March 2025"], ("Ida Quist",), "5 March 2025"),
        (["Ida Quist | London | 5 March 2025"], ("Ida Quist",), "5 March 2025"),
        (["Ida Quist in London", "5 March 2025"], ("Ida Quist",), "5 March 2025"),
        (["London, March 5, 2025"], (), "March 5, 2025"),
        (["بيروت - ليلى منصور", "5 آذار 2025"], ("ليلى منصور",), "5 آذار 2025"),
        (["Wednesday 5 March 2025 18:42, UK"], (), "Wednesday 5 March 2025 18:42"),
        (["By Paris", "5 March 2025"], ("Paris",), "5 March 2025"),
        (["Ida Quist Transport correspondent", "5 March 2025"], ("Ida Quist",), "5 March 2025"),
        (["5 March 2025 | By Ida Quist | News"], ("Ida Quist",), "5 March 2025"),
    ],
)
def test_lines_of_author_place_and_date(head: list[str], authors: tuple[str, ...], date: str) -> None:
    """A day's number is no list's, where it was written is nobody's name, and none of it is a standfirst."""
    draft = read("Port Ansel rebuilds its broken harbour wall", *head, P1, P2, P3)
    assert (draft.authors, [date.text for date in draft.dates], draft.standfirst) == (authors, [date], None)
    assert draft.paragraphs == (P1, P2, P3)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("1. FC Ansel beat Skarn on Saturday by three goals to one.", True),
        ("14. Juli 1931 war ein Dienstag, und die Mauer war fertig.", True),
        ("2) The second of them is rust.", True),
        ("- The second of them is rust.", False),
    ],
)
def test_number_alone_makes_no_list(line: str, kept: bool) -> None:
    """The number that a line begins with is a word of it, unless the line above or below has the next one."""
    draft = read("Port Ansel rebuilds its broken harbour wall", BYLINE, P1, line, P2)
    assert draft.paragraphs[1] == (line if kept else line[2:])
    listed = read("Port Ansel rebuilds its broken harbour wall", BYLINE, P1, "1. It is old.", "2. It is rusty.", P2)
    assert listed.paragraphs == (P1, "It is old.", "It is rusty.", P2)
    assert "\n\n1. It is old.\n2. It is rusty.\n\n" in listed.body


def test_sentence_behind_a_list_of_headlines_is_text() -> None:
    """A line with a full stop behind lines without one goes on with the story."""
    read_also = ("Read also", "Ferry runs late again", "Comment: Too late for a wall")
    draft = read(
        "Port Ansel rebuilds its broken harbour wall", BYLINE, P1, *read_also, "Nobody was hurt that night.", P2
    )
    assert draft.paragraphs == (P1, "Nobody was hurt that night.", P2)


@pytest.mark.parametrize("above", [[], [BYLINE, "2 September 2025"], ["2 September 2025 | By Ida Quist | News"]])
@pytest.mark.parametrize(
    "opening", ["It rained.", "Home is a boat.", "“We knew nothing.”", "Es regnete.", "雨だった。"]
)
def test_a_short_first_sentence_is_text(opening: str, above: list[str]) -> None:
    """A story may begin with a sentence of a few words, below a byline or right below the headline."""
    draft = read("Port Ansel to rebuild harbour wall", *above, "", opening, "", P1, "", P2)
    assert (draft.title, draft.paragraphs) == ("Port Ansel to rebuild harbour wall", (opening, P1, P2))
    assert draft.authors == (("Ida Quist",) if above else ())


def test_an_editors_note_above_the_text_is_text() -> None:
    """What was changed stands in the text, not as its standfirst."""
    note = "Editor’s note: This story has been updated."
    draft = read("Port Ansel to rebuild harbour wall", "", note, "", P1, "", P2)
    assert (draft.standfirst, draft.paragraphs) == (None, (note, P1, P2))


@pytest.mark.parametrize(
    "above",
    [
        ["FOR IMMEDIATE RELEASE"],
        ["Pressemitteilung"],
        ["FOR IMMEDIATE RELEASE", "Contact: Ida Quist, ida@ansel.example"],
    ],
)
def test_a_press_releases_first_lines_are_no_headline(above: list[str]) -> None:
    """That it is a release, and whom to ask, isn't what it tells."""
    assert read(*above, "Port Ansel to rebuild harbour wall", P1, P2).title == "Port Ansel to rebuild harbour wall"


def test_a_mails_subject_is_the_headline() -> None:
    """The field's name is none of it."""
    assert read("Subject: Port Ansel to rebuild harbour wall", P1, P2).title == "Port Ansel to rebuild harbour wall"


def test_a_date_with_an_unknown_label_names_no_author() -> None:
    """A database's own date behind the text has a label that is nobody's name."""
    assert read("Port Ansel to rebuild harbour wall", BYLINE, P1, P2, "Load-Date: March 5, 2025").authors == (
        "Ida Quist",
    )


def test_dates_are_read_in_the_language_of_the_text() -> None:
    """A date with another calendar's month is read by the language that the paragraphs are in."""
    paragraph = "شورای شهر روز سه‌شنبه اعلام کرد که دیوار بندر پس از توفان ژانویه با سنگ معدن قدیمی دوباره ساخته خواهد شد و هزینه آن را استان می‌پردازد."
    draft = read("دیوار بندر دوباره ساخته می‌شود", "۱۴ اسفند ۱۴۰۳ - ۱۷:۳۰", paragraph, paragraph[:90] + ".")
    assert [date.text for date in draft.dates] == ["۱۴ اسفند ۱۴۰۳ - ۱۷:۳۰"]
