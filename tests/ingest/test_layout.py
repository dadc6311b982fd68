"""What the lines of a newspaper page are taken for."""

from __future__ import annotations

import pytest

from kg.ingest.layout import read_layout

PROSE = "The ministers of two countries met on Tuesday and spoke of grain for most of the day, the hosts said."
MORE = "They will meet again in a week, and nobody expects the second round to be any easier than the first."


def blocks_of(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in read_layout(text).blocks]


def kinds_of(text: str) -> list[str]:
    return [kind for kind, _ in blocks_of(text)]


def kind_of_line(line: str) -> str:
    """What a line is taken for that stands between headline and report."""
    return blocks_of(f"Ministers meet in Geneva over grain\n{line}\n\n{PROSE}\n\n{MORE}\n")[1][0]


def test_the_usual_page() -> None:
    text = f"""CHINA\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}DIPLOMACY
Ministers meet in Geneva over grain; more talks likely: experts
Published: Oct 3, 2023 09:43 PM
The ministers, Jane Doe and John Roe, shake hands in Geneva, on October 3, 2023. Photo: Xinhua

The ministers Jane Doe and John Roe shake hands in Geneva, on October 3, 2023. Photo: Xinhua


{PROSE}\N{NO-BREAK SPACE}

The author is a media professional. opinion@example.org
"""
    assert blocks_of(text) == [
        ("section", "CHINA\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}DIPLOMACY"),
        ("headline", "Ministers meet in Geneva over grain; more talks likely: experts"),
        ("published", "Published: Oct 3, 2023 09:43 PM"),
        ("caption", "The ministers, Jane Doe and John Roe, shake hands in Geneva, on October 3, 2023."),
        ("credit", "Photo: Xinhua"),
        ("duplicate", "The ministers Jane Doe and John Roe shake hands in Geneva, on October 3, 2023. Photo: Xinhua"),
        ("paragraph", PROSE),
        ("paragraph", "The author is a media professional."),
        ("contact", "opinion@example.org"),
    ]
    layout = read_layout(text)
    assert layout.title_span and text[layout.title_span.start :].startswith("Ministers meet")
    assert layout.published == "2023-10-03T21:43:00"
    assert layout.publisher is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("WORLD | ASIA", "section"),
        ("World » Europe", "section"),
        ("WORLD/ASIA", "section"),
        ("Politics", "section"),
        ("Published 14 September 2023", "published"),
        ("Posted on Fri, 11 Nov 2011 at 09:56 IST", "published"),
        ("Updated: September 18, 2023", "published"),
        ("Updated 9:06 AM", "published"),
        ("Date: 2023-09-13", "published"),
        ("September 13, 2023", "published"),
        ("2023-09-14T10:30:00+08:00", "published"),
        ("By Jane Doe | September 13, 2023", "published"),
        ("By Jane Doe", "byline"),
        ("BY JANE DOE", "byline"),
        ("By Jane Doe and John Roe in Seoul", "byline"),
        ("By Our Foreign Staff", "byline"),
        ("By the Analysis Desk", "byline"),
        ("Jane Doe, Reuters", "byline"),
        ("Jane Doe, Moscow Correspondent", "byline"),
        ("The Sceptic's Column\nPublished 16 September 2023", "byline"),
        ("Photo: Xinhua", "credit"),
        ("REUTERS/Jane Doe", "credit"),
        ("Source: Xinhua", "credit"),
        ("(AFP, dpa)", "credit"),
        ("File photo: Ministers in Geneva last year.", "caption"),
        ("Photo: The ministers wave to the crowd.", "caption"),
        ("Follow us on Facebook", "contact"),
        ("Follow @example", "contact"),
        ("Contact the World Desk: desk@example.org", "contact"),
        ("(Reporting by Jane Doe; Additional reporting by John Roe; Editing by Max Power)", "contact"),
        ("© 2023 Northern Wire. All rights reserved.", "contact"),
        ("* * *", "contact"),
    ],
)
def test_furniture(line: str, kind: str) -> None:
    assert kind_of_line(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "By the end of 2010, the party had seized on the idea.",
        "By Wednesday evening, nobody knew more.",
        "By Wednesday",
        "Published in 2019, the book changed minds.",
        "Date palms grow along the road to the airport.",
        "Copyright law is broken, a judge says.",
        "Letters from Putin: what Kim read in them",
        "Write to me@example.org, he told the court on Monday.",
        "Follow the money, she said.",
        "Like his father on Twitter, he was brief.",
        "Related questions stayed open.",
        "Reporting by the newspaper showed that prices rose.",
        "A poll was held by Reuters/Ipsos.",
        "May was the warmest month.",
        "Grain, oil and gas.",
        "The source: a man in Kyiv who asked not to be named.",
    ],
)
def test_prose_is_not_lost_as_furniture(line: str) -> None:
    assert kind_of_line(line) == "paragraph"


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Ministers shake hands in Geneva.", "Photo: Xinhua/Li Tao"),
        ("Ministers shake hands in Geneva", "Photo: VCG"),
        ("Ministers shake hands in Geneva.", "(Photo: Jane Doe)"),
        ("Ministers shake hands in Geneva", "(AP Photo/Jane Doe)"),
        ("Ministers shake hands in Geneva.", "Photograph: Jane Doe/Reuters"),
        ("File photo of the ministers.", "Image: Jane Doe."),
        ("Ministers shake hands.", "Credit: AFP via Getty Images"),
        ("Ministers shake hands.", "Photo by Jane Doe"),
        ("Ministers shake hands.", "REUTERS/Jane Doe"),
    ],
)
def test_caption_and_credit(caption: str, credit: str) -> None:
    assert blocks_of(f"{caption} {credit}\n\n{PROSE}")[:2] == [("caption", caption), ("credit", credit)]


def test_a_wrapped_caption_is_one_block() -> None:
    text = (
        f"The ministers of two countries, Jane Doe and John Roe, shake hands before the\ntalks in Geneva. Photo: AFP\n\n{PROSE}"
    )
    text += "\n\nThe ministers met for the first time in a year, and the second time since\nthe war began in earnest."
    assert kinds_of(text) == ["caption", "credit", "paragraph", "paragraph"]


def test_a_repeated_paragraph_is_a_duplicate() -> None:
    assert kinds_of(f"{PROSE}\n\n{PROSE}\n\n{MORE}\n\n{PROSE}") == ["paragraph", "duplicate", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("dateline", "published", "publisher"),
    [
        ("GENEVA, Oct. 3 (Agency News) --", None, "Agency News"),
        ("WASHINGTON (AP) \N{EM DASH}", None, "AP"),
        ("SEOUL, South Korea \N{EM DASH}", None, None),
        ("VOSTOCHNY COSMODROME, Russia, Sept. 13, 2023 (Northern Wire) --", "2023-09-13", "Northern Wire"),
        ("Moscow, 13 September 2023 -", "2023-09-13", None),
        ("BEIJING Sept 13 (Xinhua) --", None, "Xinhua"),
        ("SEOUL/TOKYO (Northern Wire) -", None, "Northern Wire"),
        ("NEWPORT NEWS, Va. -", None, None),
        ("PORT-AU-PRINCE, Haiti \N{EN DASH}", None, None),
        ("WASHINGTON -", None, None),
        ("TOKYO:", None, None),
        ("(Reuters) -", None, "Reuters"),
    ],
)
def test_dateline(dateline: str, published: str | None, publisher: str | None) -> None:
    text = f"Ministers meet over grain\n\n{dateline} {PROSE}\n\n{MORE}"
    assert blocks_of(text)[1:3] == [("dateline", dateline), ("paragraph", PROSE)]
    layout = read_layout(text)
    assert (layout.published, layout.publisher) == (published, publisher)


def test_a_dateline_on_a_line_of_its_own() -> None:
    assert blocks_of(f"LONDON \N{EM DASH}\n\n{PROSE}") == [("dateline", "LONDON \N{EM DASH}"), ("paragraph", PROSE)]


@pytest.mark.parametrize(
    "opening",
    [
        "NATO - the alliance of thirty-one states - met on Tuesday.",
        "Moscow - not Kyiv - wanted the talks.",
        "Kim (left) - The man in grey - smiled.",
        "BREAKING: The ministers have left the hall.",
        "The ministers - Jane Doe and John Roe - met.",
        "ANNA: Where were you?\n\nBORIS: I was at home, and I stayed there.",
    ],
)
def test_no_dateline(opening: str) -> None:
    assert "dateline" not in kinds_of(f"{opening}\n\n{MORE}")


def test_capitals_are_a_dateline_only_where_the_report_opens() -> None:
    assert kinds_of(f"{PROSE}\n\n{MORE}\n\nGRAIN - It is what all want.") == ["paragraph"] * 3


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ("Updated: Sep 18, 2023\nPublished: Sep 17, 2023", "2023-09-17"),
        ("Updated: Sep 18, 2023", "2023-09-18"),
        ("Published: 03/04/2023", None),
        ("Published: 13/09/2023", "2023-09-13"),
        ("September 13, 2023\nUpdated: September 14, 2023", "2023-09-13"),
        ("", None),
    ],
)
def test_publication_date(lines: str, published: str | None) -> None:
    assert read_layout(f"Ministers meet over grain\n{lines}\n\n{PROSE}").published == published


def test_the_day_of_the_dateline_goes_before_that_of_a_change() -> None:
    text = f"Ministers meet\nUpdated: Sep 18, 2023\n\nMOSCOW, Sept. 17, 2023 (TASS) -- {PROSE}"
    assert read_layout(text).published == "2023-09-17"


@pytest.mark.parametrize(
    "headline",
    [
        "Does anyone want \N{LEFT SINGLE QUOTATION MARK}a new approach\N{RIGHT SINGLE QUOTATION MARK}?",
        "Ministers meet over grain; more to come: experts",
        "MINISTERS MEET OVER GRAIN",
        "Grain, what else, in the U.S.",
        "OPINION: What did not happen in Geneva",
    ],
)
def test_headline(headline: str) -> None:
    assert blocks_of(f"{headline}\n{PROSE}\n")[0] == ("headline", headline)


def test_a_headline_wrapped_onto_two_lines() -> None:
    text = "Ministers of two countries meet in Geneva and talk about\ngrain\n\n" + PROSE
    assert blocks_of(text)[0] == ("headline", "Ministers of two countries meet in Geneva and talk about\ngrain")


def test_a_section_in_capitals_stands_above_a_headline() -> None:
    assert kinds_of(f"EXCLUSIVE REPORT\nMinisters meet over grain\n\n{PROSE}") == ["section", "headline", "paragraph"]
    assert kinds_of(f"GRAIN TALKS\n\n{PROSE}") == ["headline", "paragraph"]


def test_prose_at_the_top_is_no_headline() -> None:
    layout = read_layout(f"{PROSE}\n\n{MORE}")
    assert layout.title_span is None
    assert kinds_of(f"{PROSE}\n\n{MORE}") == ["paragraph", "paragraph"]


def test_one_line_alone_is_no_headline() -> None:
    assert kinds_of("Ministers meet over grain") == ["paragraph"]
