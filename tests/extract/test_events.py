"""Event mentions read from parsed sentences: who, where, when, and which of them are one happening."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest

from kg.extract.events import find_events, finish_events
from kg.model import EventMention, Time
from tests.parse import Parsed, read, span


def dated(parsed: Parsed, dates: Mapping[str, str]) -> list[Time]:
    """The time expressions of an article, wherever it has their words."""
    found = [match for words in dates for match in re.finditer(words, parsed.text)]
    return [Time(m.start(), m.end(), f"t{i}", m[0], "date", dates[m[0]], 0.9) for i, m in enumerate(found)]


class Found:
    """The meetings of an article, all its events, and the words that their ids stand for."""

    def __init__(self, *lines: str, dates: Mapping[str, str] | None = None) -> None:
        parsed = read(*lines)
        times = dated(parsed, dates or {})
        discourse = parsed.discourse()
        drafts = find_events(discourse, times)
        finished = discourse.finish()
        self.text = parsed.text
        self.all = finish_events(discourse, drafts, finished.ids, date(2023, 9, 15))
        self.events = tuple(event for event in self.all if event.type == "Meeting")
        self.words = {m.id: m.text for m in finished.mentions} | {t.id: t.text for t in times}
        self.names = {m.id: c.name for c in finished.chains for m in finished.mentions if m.entity == c.id}

    @property
    def only(self) -> EventMention:
        (event,) = self.events
        return event

    def who(self, event: EventMention) -> list[str]:
        """Who takes part, by the names of their chains."""
        return [self.names[argument.mention] for argument in event.arguments]

    def where(self, event: EventMention) -> str | None:
        return self.words[event.place] if event.place else None

    def when(self, event: EventMention) -> str | None:
        return self.words[event.time] if event.time else None


def participants(line: str) -> list[str]:
    """Who takes part by name in a line's only meeting, in the order of the alphabet."""
    found = Found(line)
    return sorted(name for name in found.who(found.only) if name[0].isupper())


# ---- verbs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ann@person/nsubj>met met Bob@person/obj>met", id="subject and object"),
        pytest.param("Ann@person/nsubj>met and/cc>Bob Bob@person/conj>Ann met", id="coordinated subjects"),
        pytest.param("Ann@person/nsubj>met met with/case>Bob Bob@person/obl>met", id="met with"),
        pytest.param("Ann@person/nsubj:pass>met was/aux:pass>met met.VBN by/case>Bob Bob@person/obl:agent>met", id="passive"),
        pytest.param("Ann@person/nsubj>sat sat down/compound:prt>sat with/case>Bob Bob@person/obl>sat", id="sat down with"),
        pytest.param("Ann@person/nsubj>met met up/compound:prt>met with/case>Bob Bob@person/obl>met", id="met up with"),
        pytest.param("Ann@person/nsubj>conferred conferred with/case>Bob Bob@person/obl>conferred", id="conferred with"),
        pytest.param(
            "Ann@person/nsubj>left left after/mark>meeting meeting.VBG/advcl>left Bob@person/obj>meeting", id="gerund"
        ),
        pytest.param(
            "Ann@person/nsubj>met met the/det>president president/obj>met ,/punct>Bob Bob@person/appos>president",
            id="title and apposition",
        ),
        pytest.param(
            "Ann@person/nsubj>left ,/punct>met who/nsubj>met met/acl:relcl>Ann Bob@person/obj>met ,/punct>met left",
            id="relative clause",
        ),
    ],
)
def test_who_takes_part_by_a_verb(line: str) -> None:
    assert participants(line) == ["Ann", "Bob"]


def test_the_trigger_is_the_verb_where_it_stands() -> None:
    found = Found("Cid@person/nsubj>left left", "Ann@person/nsubj>met met Bob@person/obj>met")
    trigger = found.only.trigger
    assert (found.text[trigger.start : trigger.end], trigger.text, found.only.kind, found.only.type) == (
        "met",
        "met",
        "verb",
        "Meeting",
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ann@person/nsubj>met met the/det>target target/obj>met", id="met the target"),
        pytest.param(
            "Acme@organization/nsubj>met met its/nmod:poss>goal goal/obj>met in/case>Oslo Oslo@place/obl>met",
            id="met its goal in",
        ),
        pytest.param(
            "Ann@person/nsubj>conferred conferred the/det>deal deal/obj>conferred on/case>Bob Bob@person/obl>conferred",
            id="conferred on",
        ),
        pytest.param("Ann@person/nsubj>left left Bob@person/obj>left", id="another verb"),
        pytest.param("Ann@person/nsubj>met met Bob@person/obj>met down/compound:prt>met", id="a particle that turns it"),
        pytest.param("the/det>deal deal/nsubj>met met", id="nobody"),
    ],
)
def test_verbs_that_mean_something_else(line: str) -> None:
    assert Found(line).events == ()


@pytest.mark.parametrize(
    ("line", "who"),
    [
        pytest.param("Ann@person/nsubj>met met several/amod>ministers ministers/obj>met", ["Ann"], id="people without a name"),
        pytest.param("Ann@person/nsubj>met met him/obj>met", ["Ann"], id="an open pronoun"),
        pytest.param("Ann@person/nsubj>met met Norland@place/obj>met", ["Ann", "Norland"], id="a country"),
        pytest.param(
            "the/det>ministers ministers/nsubj>met met in/case>Oslo Oslo@place/obl>met", [], id="nobody named, but a place"
        ),
    ],
)
def test_people_can_be_met_without_a_name(line: str, who: list[str]) -> None:
    assert participants(line) == who


def test_a_facility_does_not_take_part() -> None:
    line = "talks between/case>Ann Ann@person/nmod>talks and/cc>Airport Airport@facility/conj>Ann"
    assert participants(line) == ["Ann"]


def test_who_is_named_twice_takes_part_once() -> None:
    line = "Ann@person/nsubj>met met with/case>Bob Bob@person/obl>met and/cc>Bob Bob@person/conj>4"
    assert participants(line) == ["Ann", "Bob"]


def test_a_pronoun_takes_part_as_whom_it_means() -> None:
    assert participants("Ann@person/nsubj>left left | she/nsubj>met met Bob@person/obj>met") == ["Ann", "Bob"]


# ---- nouns -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "Ann@person/nsubj>held held talks/obj>held with/case>Bob Bob@person/nmod>talks", id="held talks with (noun)"
        ),
        pytest.param(
            "Ann@person/nsubj>held held talks/obj>held with/case>Bob Bob@person/obl>held", id="held talks with (verb)"
        ),
        pytest.param("Ann@person/nsubj>held and/cc>Bob Bob@person/conj>Ann held talks/obj>held", id="two held talks"),
        pytest.param(
            "Ann@person/nsubj>agreed agreed to/mark>hold hold/xcomp>agreed talks/obj>hold with/case>Bob Bob@person/nmod>talks",
            id="agreed to hold talks",
        ),
        pytest.param(
            "the/det>talks talks/nsubj>ended between/case>Ann Ann@person/nmod>talks and/cc>Bob Bob@person/conj>Ann ended",
            id="talks between",
        ),
        pytest.param(
            "talks/nsubj:pass>held were/aux:pass>held held.VBN between/case>Ann Ann@person/obl>held "
            "and/cc>Bob Bob@person/conj>Ann",
            id="talks were held between",
        ),
        pytest.param(
            "talks/nsubj:pass>held were/aux:pass>held held.VBN by/case>Ann Ann@person/obl>held "
            "with/case>Bob Bob@person/obl>held",
            id="talks were held by",
        ),
        pytest.param(
            "Ann@person/nmod:poss>summit 's/case>Ann summit with/case>Bob Bob@person/nmod>summit", id="possessive and with"
        ),
        pytest.param("the/det>summit Ann@person/compound>summit -/punct>Bob Bob@person/flat>Ann summit", id="compound"),
        pytest.param(
            "Ann@person/nsubj>praised and/cc>Bob Bob@person/conj>Ann praised their/nmod:poss>summit summit/obj>praised",
            id="their",
        ),
        pytest.param(
            "Ann@person/nsubj>spoke spoke during/case>talks talks/obl>spoke with/case>Bob Bob@person/nmod>talks",
            id="the subject is the other side",
        ),
    ],
)
def test_who_takes_part_by_a_noun(line: str) -> None:
    assert participants(line) == ["Ann", "Bob"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "Ann@person/nsubj>saw saw the/det>summit summit/obj>saw of/case>mountain a/det>mountain mountain/nmod>summit",
            id="summit of",
        ),
        pytest.param("a/det>talk talk.NN/nsubj>ended by/case>Ann Ann@person/nmod>talk ended", id="a talk"),
        pytest.param(
            "Ann@person/nsubj>left left the/det>place summit/compound>place place/obj>left", id="a compound's first part"
        ),
    ],
)
def test_nouns_that_mean_something_else(line: str) -> None:
    assert Found(line).events == ()


def test_a_name_is_no_trigger() -> None:
    line = "Ann@person/nsubj>opened opened the/det>Summit Summit.NNP@event/obj>opened with/case>Bob Bob@person/nmod>Summit"
    assert Found(line).events == ()


def test_a_definite_noun_without_anybody_is_a_mention() -> None:
    found = Found("the/det>summit summit/nsubj>ended ended")
    assert (found.who(found.only), found.only.kind) == ([], "noun")


def test_a_verb_that_only_carries_a_noun_gives_its_negation_and_tense() -> None:
    event = Found(
        "Ann@person/nsubj>hold did/aux>hold not/advmod>hold hold talks/obj>hold with/case>Bob Bob@person/nmod>talks"
    ).only
    assert (event.certainty, event.polarity, event.tense) == ("certain", "negative", "past")


# ---- scores ------------------------------------------------------------------------------------------------------


def score_of(line: str) -> float:
    event = Found(line).only
    return min(argument.score or 0.0 for argument in event.arguments)


def test_a_plain_slot_has_the_score_of_the_name() -> None:
    assert score_of("Ann@person/nsubj>met met Bob@person/obj>met") == 0.9


def test_the_farther_a_slot_the_less_its_score() -> None:
    carried = score_of("Ann@person/nsubj>held held talks/obj>held with/case>Bob Bob@person/nmod>talks")
    compound = score_of("the/det>summit Ann@person/compound>summit -/punct>Bob Bob@person/flat>Ann summit")
    implied = score_of("Ann@person/nsubj>spoke spoke during/case>talks talks/obl>spoke with/case>Bob Bob@person/nmod>talks")
    assert 0.9 > carried > compound > implied > 0


def test_the_event_has_the_best_score_of_its_arguments() -> None:
    event = Found("Ann@person/nsubj>held held talks/obj>held with/case>Bob Bob@person/nmod>talks").only
    assert event.score == max(argument.score or 0.0 for argument in event.arguments)


# ---- place -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "place"),
    [
        pytest.param("Ann@person/nsubj>met met Bob@person/obj>met in/case>Oslo Oslo@place/obl>met", "Oslo", id="in a town"),
        pytest.param(
            "Ann@person/nsubj>met met Bob@person/obj>met in/case>Oslo Oslo@place/obl>met at/case>X X@facility/obl>met",
            "X",
            id="a facility before a town",
        ),
        pytest.param("Ann@person/nsubj>met met Bob@person/obj>met from/case>Oslo Oslo@place/obl>met", None, id="not from"),
        pytest.param("Ann@person/nsubj>met met Bob@person/obj>met", None, id="none"),
        pytest.param(
            "Ann@person/nsubj>met met Bob@person/obj>met in/case>prison prison.NN/obl>met in/case>Oslo Oslo@place/obl>met",
            "Oslo",
            id="a town before a noun alone",
        ),
        pytest.param(
            "Ann@person/nsubj>met met Bob@person/obj>met in/case>prison prison.NN/obl>met", "prison", id="a noun alone"
        ),
        pytest.param(
            "Ann@person/nsubj>met met Bob@person/obj>met for/case>week week/obl>met in/case>prison prison.NN/obl>met",
            None,
            id="where a term is spent",
        ),
        pytest.param(
            "Ann@person/nsubj>held held talks/obj>held with/case>Bob Bob@person/nmod>talks in/case>Oslo Oslo@place/obl>held",
            "Oslo",
            id="of the carrier",
        ),
        pytest.param(
            "Ann@person/nsubj>held held talks/obj>held with/case>Bob Bob@person/nmod>talks in/case>Oslo Oslo@place/nmod>talks",
            "Oslo",
            id="of the noun",
        ),
        pytest.param(
            "Ann@person/nmod:poss>summit 's/case>Ann summit/nsubj>took took place/obj>took in/case>Oslo Oslo@place/obl>took",
            "Oslo",
            id="where it took place",
        ),
        pytest.param(
            "the/det>talks Oslo@place/compound>talks talks/nsubj>ended with/case>Ann Ann@person/nmod>talks ended",
            "Oslo",
            id="the Oslo talks",
        ),
        pytest.param(
            "Cid/nsubj>said said in/case>Rome Rome@place/obl>said Ann@person/nsubj>met met/ccomp>said Bob@person/obj>met",
            None,
            id="not where somebody said so",
        ),
    ],
)
def test_the_place(line: str, place: str | None) -> None:
    found = Found(line)
    assert found.where(found.only) == place


def test_the_place_of_a_meeting_takes_no_part_in_it() -> None:
    line = "the/det>talks Oslo@place/compound>talks talks/nsubj>ended with/case>Ann Ann@person/nmod>talks ended"
    assert participants(line) == ["Ann"]


# ---- time --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("Ann@person/nsubj>met met Bob@person/obj>met on/case>Monday Monday/obl>met", "on"),
        ("Ann@person/nsubj>met met Bob@person/obj>met Monday/obl:unmarked>met", "on"),
        ("Ann@person/nsubj>met met Bob@person/obj>met in/case>Monday Monday/obl>met", "in"),
        ("on/case>Monday Monday/obl>came Ann@person/nsubj>came came and/cc>met met/conj>came Bob@person/obj>met", "on"),
        ("Monday/nmod:poss>summit 's/case>Monday summit with/case>Ann Ann@person/nmod>summit", "on"),
        ("Ann@person/nsubj>spoke spoke at/case>summit the/det>summit summit/obl>spoke on/case>Monday Monday/obl>spoke", "on"),
    ],
)
def test_the_time_in_the_events_clause(line: str, relation: str) -> None:
    found = Found(line, dates={"Monday": "2023-09-11"})
    assert (found.when(found.only), found.only.time_relation) == ("Monday", relation)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "Cid@person/nsubj>said said on/case>Monday Monday/obl>said Ann@person/nsubj>met met/ccomp>said Bob@person/obj>met",
            id="of saying",
        ),
        pytest.param(
            "Ann@person/nsubj>met met Bob@person/obj>met and/cc>left left/conj>met on/case>Monday Monday/obl>left",
            id="of what came after",
        ),
        pytest.param(
            "Ann@person/nsubj>met met Bob@person/obj>met who/nsubj>came came/acl:relcl>Bob on/case>Monday Monday/obl>came",
            id="of a relative clause",
        ),
    ],
)
def test_the_time_of_another_clause_is_not_the_events(line: str) -> None:
    assert Found(line, dates={"Monday": "2023-09-11"}).only.time is None


@pytest.mark.parametrize("preposition", ["before", "after", "by", "since", "until"])
def test_a_time_before_or_after_which_it_happened_is_not_the_events(preposition: str) -> None:
    line = f"Ann@person/nsubj>met met Bob@person/obj>met {preposition}/case>Monday Monday/obl>met"
    assert Found(line, dates={"Monday": "2023-09-11"}).only.time is None


def test_when_stands_for_the_date_before_its_clause() -> None:
    line = "Cid/nsubj>left left on/case>Monday Monday/obl>left when/advmod>met Ann@person/nsubj>met met/acl:relcl>Monday"
    found = Found(line, dates={"Monday": "2023-09-11"})
    assert found.when(found.only) == "Monday"


def test_a_time_without_a_value_is_no_time() -> None:
    parsed = read("Ann@person/nsubj>met met Bob@person/obj>met on/case>Monday Monday/obl>met")
    place = span(parsed.text, "Monday")
    time = Time(place.start, place.end, "t0", "Monday", "date", None, 0.9)
    (draft,) = find_events(parsed.discourse(), [time])
    assert draft.time is None


def test_the_time_that_hangs_on_the_event_wins_over_one_farther_down() -> None:
    line = "Ann@person/nsubj>met met ministers/obj>met of/case>Friday Friday/nmod>ministers on/case>Monday Monday/obl>met"
    found = Found(line, dates={"Friday": "2023-09-08", "Monday": "2023-09-11"})
    assert found.when(found.only) == "Monday"


MEAL = "Ann@person/nsubj>met met Bob@person/obj>met at/case>meal the/det>meal {date}/compound>meal meal/obl>met"


def test_a_year_that_tells_which_one_a_thing_is_is_not_when_they_met_there() -> None:
    assert Found(MEAL.format(date="2014"), dates={"2014": "2014"}).only.time is None


def test_what_happens_at_something_of_a_day_happens_on_that_day() -> None:
    found = Found(MEAL.format(date="Monday"), dates={"Monday": "2023-09-11"})
    assert found.when(found.only) == "Monday"


@pytest.mark.parametrize(
    "line",
    [
        "the/det>president Monday/compound>president president/nsubj>met met Bob@person/obj>met",
        "Ann@person/nsubj>met met Bob@person/obj>met after/case>deal the/det>deal Monday/compound>deal deal/obl>met",
        "Ann@person/nsubj>met president/appos>Ann on/case>Monday Monday/nmod>president met Bob@person/obj>met",
    ],
)
def test_a_time_of_somebody_or_something_in_the_clause_is_not_the_events(line: str) -> None:
    assert Found(line, dates={"Monday": "2023-09-11"}).only.time is None


SHOOK = "the/det>meeting meeting.NN/nsubj>{verb} of/case>Ann Ann@person/nmod>meeting {verb} Oslo@place/obj>{verb}"
LEFT = "Ann@person/nsubj>left left on/case>Monday Monday/obl>left ,/punct>meeting"
RESULT = f"{LEFT} {{before}}meeting.VBG/advcl>left Bob@person/obj>meeting"


@pytest.mark.parametrize(
    "line",
    [f"{SHOOK.format(verb='shook')} on/case>Monday Monday/obl>shook", RESULT.format(before="")],
)
def test_the_time_of_a_blow_and_of_a_result_is_that_of_the_verb_beside_it(line: str) -> None:
    found = Found(line, dates={"Monday": "2023-09-11"})
    assert found.when(found.only) == "Monday"


@pytest.mark.parametrize(
    "line",
    [
        f"{SHOOK.format(verb='surprised')} on/case>Monday Monday/obl>surprised",
        f"{SHOOK.format(verb='shook')} for/case>Monday Monday/obl>shook",
        RESULT.format(before="after/mark>meeting "),
    ],
)
def test_the_time_of_another_verb_is_not_that_of_a_noun_or_of_what_came_before(line: str) -> None:
    assert Found(line, dates={"Monday": "2023-09-11"}).only.time is None


# ---- clusters ----------------------------------------------------------------------------------------------------


def on_monday(line: str) -> str:
    return f"{line} on/case>Monday Monday/obl>met"


MET = "Ann@person/nsubj>met met Bob@person/obj>met"
MET_FRIDAY = f"{MET} on/case>Friday Friday/obl>met"
MET_IN_SEPTEMBER = f"{MET} in/case>September September/obl>met"
AT_NORTHGATE = f"{MET} at/case>Airport Northgate@facility/compound>Airport Airport@facility/obl>met"
AT_EASTGATE = f"{MET} at/case>Palace Eastgate@facility/compound>Palace Palace@facility/obl>met"
IN_OSLO = f"{MET} in/case>Oslo Oslo@place/obl>met"
MET_MONDAY = on_monday(MET)
THE_SUMMIT = "the/det>summit summit/nsubj>ended ended"
A_SUMMIT = "a/det>summit summit/nsubj>ended in/case>Oslo Oslo@place/nmod>summit ended"
OTHERS = "Cid@person/nsubj>met met Dan@person/obj>met"
ANN_AND_CID = "Ann@person/nsubj>met met Cid@person/obj>met"
ANN_ALONE = "Ann@person/nsubj>met met ministers/obj>met"
ALL_THREE = "Ann@person/nsubj>met met Bob@person/obj>met and/cc>Cid Cid@person/conj>Bob"
NOT_MET = "Ann@person/nsubj>meet did/aux>meet not/advmod>meet meet.VB Bob@person/obj>meet"
DATES = {"Easter": "1999-04-04", "Monday": "2023-09-11", "Friday": "2023-09-08", "September": "2023-09"}


def clusters(*lines: str) -> list[str]:
    return [event.cluster for event in Found(*lines, dates=DATES).events]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((MET, MET), id="the same two"),
        pytest.param((MET, THE_SUMMIT), id="a definite noun"),
        pytest.param((MET_MONDAY, MET), id="one date"),
        pytest.param((MET_MONDAY, MET_IN_SEPTEMBER), id="a day of the month"),
        pytest.param((MET, ALL_THREE), id="two of three"),
        pytest.param((on_monday(AT_NORTHGATE), on_monday(IN_OSLO)), id="a building and a town, on one day"),
        pytest.param((AT_NORTHGATE, AT_NORTHGATE), id="one building"),
        pytest.param((THE_SUMMIT, MET), id="who it was comes later"),
    ],
)
def test_mentions_of_one_happening(lines: tuple[str, str]) -> None:
    assert clusters(*lines) == ["v0", "v0"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((MET_MONDAY, MET_FRIDAY), id="two dates"),
        pytest.param((AT_NORTHGATE, AT_EASTGATE), id="two buildings"),
        pytest.param((on_monday(AT_NORTHGATE), on_monday(AT_EASTGATE)), id="two buildings, on one day"),
        pytest.param((IN_OSLO, MET.replace("met met", "met met in/case>Rome Rome@place/obl>met")), id="two towns"),
        pytest.param((MET, NOT_MET), id="one that did not take place"),
        pytest.param((MET, f"{MET} at/case>Easter Easter/obl>met"), id="one of long ago"),
        pytest.param((MET, OTHERS), id="others"),
        pytest.param((MET, ANN_AND_CID), id="one of two is another"),
        pytest.param((MET, A_SUMMIT), id="an indefinite noun"),
        pytest.param((MET, ANN_ALONE), id="one of two with people unnamed"),
    ],
)
def test_mentions_of_two_happenings(lines: tuple[str, str]) -> None:
    assert clusters(*lines) == ["v0", "v1"]


def test_a_definite_noun_is_the_happening_told_of_first() -> None:
    assert clusters(MET, OTHERS, THE_SUMMIT) == ["v0", "v1", "v0"]


def test_a_demonstrative_points_to_the_happening_told_of_last() -> None:
    assert clusters(MET, OTHERS, THE_SUMMIT.replace("the/det", "this/det")) == ["v0", "v1", "v1"]


def test_a_report_joins_the_happening_that_its_date_fits() -> None:
    assert clusters(MET_FRIDAY, MET_MONDAY, MET_MONDAY) == ["v0", "v1", "v1"]


def test_a_definite_noun_joins_the_happening_of_its_place() -> None:
    there = (
        "the/det>summit summit/nsubj>ended at/case>Palace Eastgate@facility/compound>Palace Palace@facility/nmod>summit ended"
    )
    assert clusters(AT_NORTHGATE, AT_EASTGATE, there) == ["v0", "v1", "v1"]


def test_events_are_numbered_in_the_order_of_their_triggers() -> None:
    found = Found(MET, OTHERS)
    assert [event.id for event in found.events] == ["v0", "v1"]
    assert found.events[0].trigger.start < found.events[1].trigger.start
