"""The tense around a date tells whether it is over or to come."""

import pytest

from archiver.normalise import mentioned

PUBLISHED = "2026-02-17"  # a Tuesday


def found(text: str, language: str = "en") -> list[str]:
    """The first days of what a body mentions, with the last ones of periods."""
    dates = mentioned.find({"body": text}, published=PUBLISHED, language=language)
    return [date.start if date.start == date.end else f"{date.start}..{date.end}" for date in dates]


@pytest.mark.parametrize(
    "text",
    [
        "The vote on Monday night passed by 31 to 22.",
        "The vote on Monday was lost.",
        "The vote passed on Monday.",
        "On Monday, the council rejected the plan.",
        "Firefighters fought the blaze on Monday morning.",
        "The mill shut on Monday.",
        "A man arrested in Tarn on Monday will appear in court.",
        "A man has been charged since Monday.",
        "The bridge has been closed since Monday.",
        "She said Monday that the dam will hold.",
        "She said on Monday the dam would hold.",
        "Monday's vote was lost.",
        "Residents spoke at Monday's meeting.",
        "He won Monday's race and will ride in Tarn.",
        "Turnout at Monday's vote was low.",
        "The clerk said the vote on Monday was close.",
        "The board voted 7 p.m. Monday to close the pool.",
        "After crashing on Monday, the tram was towed.",
        "The storm, which struck on Monday, left two dead.",
        "Divers had found the wreck by Monday.",
        "Police said they had arrested three men on Monday.",
        "The ferry sank. No one was hurt. A second on Monday.",
        "The man is believed to have left on Monday.",
        "It met last Monday.",
        "It met this past Monday.",
        "The river rose on Monday and will fall by the weekend.",
        "Police on Monday arrested two men.",
        "Minister Holm Monday opened the bridge.",
        "The ministers were meeting on Monday when the lights failed.",
        "It closed the mine on Monday after a worker was killed.",
        "Thousands marched in Tarn on Monday, and more marches are planned.",
        '"We knew by noon on Monday," the clerk said.',
        "The mine closed on Monday, the firm said.",
        "The firm said the mine was closed on Monday.",
        "Police are looking for a man seen near the quay on Monday.",
        "Crews are still searching for a boat that went missing on Monday.",
        "The company was forced to close the mine on Monday.",
        "In a statement on Monday, the firm denied it.",
        "The man, 40, died in hospital late Monday.",
        "Holm, who resigned Monday, will stay in the town.",
        "The court has heard the case on Monday.",
        "It comes after a fire on Monday killed two.",
        "It comes after two died on Monday.",
        "He had been due to speak. He died on Monday.",
        "The minister didn't attend Monday's debate.",
        "There were no injuries in Monday's fire.",
        "The award ceremony took place on Monday evening.",
        "This Monday the choir sang.",
    ],
)
def test_what_is_told_in_the_past_lies_behind(text: str) -> None:
    """A verb in the past before or behind a weekday makes it the last one."""
    assert found(text) == ["2026-02-16"]


@pytest.mark.parametrize(
    "text",
    [
        "The board will meet on Friday.",
        "On Friday, the board will meet.",
        "The hearing is due to begin on Friday.",
        "He is due in court on Friday.",
        "A ruling is expected on Friday.",
        "Members are to vote on Friday.",
        "Members are to vote on the plan on Friday.",
        "He will be formally sentenced on Friday.",
        "She is due to be tried and sentenced on Friday.",
        "The board said it would meet on Friday.",
        "The clerk said the vote on Friday will decide the matter.",
        "The mayor resigned, and on Friday the council will choose another.",
        "The fair opens on Friday.",
        "Members vote on Friday.",
        "Orla Vane takes over on Friday, the company said.",
        "Council votes Friday.",
        "Council to vote Friday on budget.",
        "The funeral is on Friday.",
        "The board is meeting on Friday.",
        "He was ordered to appear in court on Friday.",
        "The court ordered him to appear on Friday.",
        "Bids must be in by Friday.",
        "The road will be closed until Friday.",
        "The union called a strike for Friday.",
        "The match was postponed to Friday.",
        "A planned strike on Friday could close schools.",
        "Rain may fall on Friday.",
        "They'll meet on Friday.",
        "The vote won't be held on Friday.",
        "They meet next Friday.",
        "They meet this coming Friday.",
        "The deadline is Friday.",
        "Shares fell ahead of Friday's vote.",
        "The strike has been scheduled for Friday.",
        "Rail workers are set to walk out on Friday.",
        "The harbour reopens on Friday after repairs.",
        '"We will know more on Friday," the clerk said.',
        "The company plans to close the mine on Friday.",
        "Schools are to stay shut on Friday.",
        "A decision could come as early as Friday.",
        "The two sides are expected to resume talks in Tarn on Friday.",
        "Tickets go on sale on Friday.",
        "The fair, which will open on Friday, has been held for years.",
        "The minister doesn't expect to attend on Friday.",
        "The award ceremony takes place on Friday evening.",
        "This Friday the choir sings.",
    ],
)
def test_what_is_planned_lies_ahead(text: str) -> None:
    """A verb of what is to come, before or behind, makes a weekday the next one."""
    assert found(text) == ["2026-02-20"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was expected to win Monday's vote but lost it.",
        "The office is open Monday to Friday.",
        "The market opens every Monday.",
        "Shops close early on Mondays.",
        "It was on a Monday that she left.",
        "The vote falls on the first Monday of May.",
        "A meeting on Friday.",
        "The opening was due on Friday.",
        "A strike planned for Friday was called off.",
        "The planned strike on Friday was called off.",
        "They met the following Friday.",
        "The board will consider a plan submitted by residents on Friday.",
        "Thousands march in Tarn on Friday",
        "In the hall on Monday two workers.",
    ],
)
def test_what_cant_be_told_is_left_out(text: str) -> None:
    """A weekday that comes back, or whose tense nothing tells or two verbs tell differently, is no date."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port was shut from Wednesday to Friday.", "2026-02-11..2026-02-13"),
        ("The port will be shut from Wednesday to Friday.", "2026-02-18..2026-02-20"),
        ("The board met on Tuesday.", "2026-02-17"),
        ("The board will meet on Tuesday.", "2026-02-17"),
        ("A meeting on Tuesday.", "2026-02-17"),
        ("The board meets Tuesday night.", "2026-02-17"),
        ("The board will meet next Tuesday.", "2026-02-24"),
        ("The board met last Tuesday.", "2026-02-10"),
        ("Snow that fell on Sunday and Monday has melted.", "2026-02-15 2026-02-16"),
    ],
)
def test_days_that_need_no_tense_and_ranges(text: str, expected: str) -> None:
    """The day of publication is meant by its own weekday; ranges and pairs keep their order."""
    assert found(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voters went to the polls in May.", "2025-05-01..2025-05-31"),
        ("Voters will go to the polls in May.", "2026-05-01..2026-05-31"),
        ("Polls in May.", ""),
        ("Sales in December rose.", "2025-12-01..2025-12-31"),
        ("The line is due to open in December.", "2026-12-01..2026-12-31"),
        ("Sales in December.", "2025-12-01..2025-12-31"),
        ("The line opened in December.", "2025-12-01..2025-12-31"),
        ("The line was due to open in July.", ""),
        ("The vote in March.", "2026-03-01..2026-03-31"),
    ],
)
def test_months_without_a_year(text: str, expected: str) -> None:
    """A month is the last or the next one by the tense; where nothing tells it, only one that is near."""
    assert found(text) == expected.split()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le conseil a rejeté le plan lundi.", "2026-02-16"),
        ("fr", "Le conseil se réunira vendredi.", "2026-02-20"),
        ("fr", "Vendredi, les élus doivent voter.", "2026-02-20"),
        ("fr", "Lundi, trois hommes ont été arrêtés.", "2026-02-16"),
        ("fr", "Réunion vendredi.", ""),
        ("fr", "Le marché ouvre chaque vendredi.", ""),
        ("fr", "Le vote est prévu en mai.", "2026-05-01..2026-05-31"),
        ("fr", "Elle a démissionné en mai.", "2025-05-01..2025-05-31"),
        ("fr", "Le procès est prévu vendredi.", "2026-02-20"),
        ("de", "Der Rat lehnte den Plan am Montag ab, wie er sagte.", "2026-02-16"),
        ("de", "Der Rat hat den Plan am Montag abgelehnt.", "2026-02-16"),
        ("de", "Der Rat wird am Freitag tagen.", "2026-02-20"),
        ("de", "Am Freitag soll die Brücke öffnen.", "2026-02-20"),
        ("de", "Am Montag starben zwei Menschen.", "2026-02-16"),
        ("de", "Zwei Menschen sind am Montag gestorben.", "2026-02-16"),
        ("de", "Sitzung am Freitag.", ""),
        ("de", "Im Mai wird gewählt.", "2026-05-01..2026-05-31"),
        ("de", "Im Mai trat sie zurück.", "2025-05-01..2025-05-31"),
        ("de", "Am Dienstag soll die Brücke öffnen.", "2026-02-17"),
        ("es", "El consejo rechazó el plan el lunes.", "2026-02-16"),
        ("es", "El consejo se reunirá el viernes.", "2026-02-20"),
        ("es", "El viernes van a votar.", "2026-02-20"),
        ("es", "El lunes fueron detenidos tres hombres.", "2026-02-16"),
        ("es", "Reunión el viernes.", ""),
        ("es", "Las elecciones serán en mayo.", "2026-05-01..2026-05-31"),
        ("es", "Dimitió en mayo y ganó.", "2025-05-01..2025-05-31"),
    ],
)
def test_other_languages(language: str, text: str, expected: str) -> None:
    """French, German and Spanish verbs tell the same."""
    assert found(text, language) == expected.split()


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Council votes Monday", "The council voted on Monday.", "2026-02-16"),
        ("Council votes Monday", "The council will vote on Monday.", "2026-02-23"),
        ("Thousands march on Monday", "Thousands marched on Monday.", "2026-02-16"),
        ("Thousands march on Monday", "Thousands marched on Sunday.", None),
        ("Thousands march on Monday", "They marched last Monday and will march next Monday.", None),
    ],
)
def test_a_headline_means_the_weekday_of_its_story(title: str, body: str, expected: str | None) -> None:
    """The present of a headline tells nothing: its weekday is the one that the body means, if that is a single one."""
    dates = mentioned.find({"title": title, "body": body}, published=PUBLISHED, language="en")
    assert [date.start for date in dates if date.zone == "title"] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "title", "body"),
    [
        ("fr", "Le maire démissionne lundi", "Le maire a démissionné lundi."),
        ("de", "Rücktritt am Montag", "Am Montag trat der Bürgermeister zurück."),
        ("es", "Renuncia el lunes", "El alcalde renunció el lunes."),
    ],
)
def test_headlines_in_other_languages_mean_the_same(language: str, title: str, body: str) -> None:
    """A headline's weekday is the one of its story in other languages too."""
    dates = mentioned.find({"title": title, "body": body}, published=PUBLISHED, language=language)
    assert [date.start for date in dates] == ["2026-02-16", "2026-02-16"]


def test_a_long_hostile_text_is_read_in_bounded_time() -> None:
    """Each word is looked at a few times at most, whatever the text is made of."""
    for piece in ("Monday ", "will meet on Monday and ", "to be to be ", "Monday to ", "is about to be to be "):
        assert mentioned.find({"body": piece * (100_000 // len(piece))}, published=PUBLISHED, language="en") is not None
