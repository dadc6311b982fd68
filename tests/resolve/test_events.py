"""One event for one happening, over all articles."""

from __future__ import annotations

import pytest

from kg.model import Event, Extraction, Resolution
from kg.resolve import resolve
from tests.reports import report

ANN, BOB, CID = "[Ann Lee](person)", "[Bob Ray](person)", "[Cid Ford](person)"
MET = "[met](Meeting)"


def resolved(*reports: str | Extraction) -> Resolution:
    """What articles say together; each a day after the other where only the text is given."""
    return resolve(
        [
            r if isinstance(r, Extraction) else report(r, name=f"a{i}", published=f"2023-09-{14 + i}")
            for i, r in enumerate(reports)
        ]
    )


def events(*reports: str | Extraction) -> tuple[Event, ...]:
    return resolved(*reports).events


def only(*reports: str | Extraction) -> Event:
    (event,) = events(*reports)
    return event


def who(*reports: str | Extraction) -> dict[str, list[str]]:
    """Role -> names, of the only event."""
    resolution = resolved(*reports)
    (event,) = resolution.events
    names = {entity.id: entity.name for entity in resolution.entities}
    roles: dict[str, list[str]] = {}
    for part in event.participations:
        roles.setdefault(part.role, []).append(names[part.entity])
    return {role: sorted(filled) for role, filled in roles.items()}


# ---- one happening -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            f"{ANN} {MET} {BOB} on [Monday](2023-09-11).", f"{BOB} {MET} {ANN} on [Sept 11](2023-09-11).", id="one day"
        ),
        pytest.param(
            f"{ANN} {MET} {BOB} on [Monday](2023-09-11).",
            f"{ANN} {MET} {BOB} in [September](2023-09).",
            id="a day of the month",
        ),
        pytest.param(f"{ANN} {MET} {BOB} on [Monday](2023-09-11).", f"{ANN} {MET} {BOB}.", id="one without a date"),
        pytest.param(f"{ANN} {MET} {BOB}.", f"{BOB} {MET} {ANN}.", id="both without a date"),
        pytest.param(
            f"{ANN} {MET} {BOB} on [Monday](2023-09-11).",
            f"{ANN}, {CID} {MET} {BOB} on [Monday](2023-09-11).",
            id="one more person",
        ),
        pytest.param(
            f"{ANN} {MET} {BOB} in [Oslo](place) on [Monday](2023-09-11).",
            f"{ANN} {MET} others in [Oslo](place) on [Monday](2023-09-11).",
            id="one person, place and day",
        ),
        pytest.param(
            f"They {MET} in [Oslo](place) on [Monday](2023-09-11).",
            f"{ANN} {MET} {BOB} in [Oslo](place) on [Monday](2023-09-11).",
            id="nobody named, but place and day",
        ),
        pytest.param(
            f"{ANN} {MET} {BOB} in [Oslo](place) on [Monday](2023-09-11).",
            f"{ANN} {MET} {BOB} at [Northgate Palace](facility) on [Monday](2023-09-11).",
            id="a building and a town",
        ),
    ],
)
def test_reports_of_one_happening_are_one_event_with_all_sources(first: str, second: str) -> None:
    assert len({evidence.article for evidence in only(first, second).evidence}) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            f"{ANN} {MET} {BOB} on [Monday](2023-09-11).", f"{ANN} {MET} {BOB} on [Tuesday](2023-09-12).", id="two days"
        ),
        pytest.param(
            f"{ANN} {MET} {BOB} on [Monday](2023-09-11).", f"{ANN} {MET} {CID} on [Monday](2023-09-11).", id="another person"
        ),
        pytest.param(
            f"{ANN} {MET} {BOB} on [Monday](2023-09-11).",
            f"{ANN} [did not meet](Meeting negative) {BOB} on [Monday](2023-09-11).",
            id="denied",
        ),
        pytest.param(
            f"{ANN} {MET} {BOB} on [Monday](2023-09-11).",
            f"{ANN} [split from](Event) {BOB} on [Monday](2023-09-11).",
            id="another type",
        ),
        pytest.param(
            f"{ANN} {MET} {BOB} at [Northgate Palace](facility).",
            f"{ANN} {MET} {BOB} at [Eastgate Palace](facility).",
            id="two buildings",
        ),
        pytest.param(
            f"{ANN} {MET} {BOB} in [May](2019-05).", f"{ANN} {MET} {BOB}.", id="without a date, but news of other days"
        ),
        pytest.param(
            f"{ANN} {MET} others after the flood. Dams broke, and crops were lost.",
            f"{ANN} {MET} voters before the ballot. Polls opened, and queues were long.",
            id="one person alone, in articles about different things",
        ),
        pytest.param(
            "[Orbex](organization) [announced](Announcement) a loss of two billion. Revenues fell in the first quarter.",
            "[Orbex](organization) [announced](Announcement) that 900 dealers must close. Owners will get a letter.",
            id="one firm says two things",
        ),
    ],
)
def test_reports_of_two_happenings_are_two_events(first: str, second: str) -> None:
    assert len(events(first, second)) == 2


DAM = "The wall [broke](Event) at night. Mud from a dam above Tornby buried forty houses, and rescuers searched the valley."
FLOOD = "Rescuers searched the valley above Tornby where mud from a dam buried forty houses."


@pytest.mark.parametrize(
    ("other", "one"),
    [
        pytest.param(
            f"{FLOOD} Nobody had heard it when it [broke](Event).",
            True,
            id="one story, whatever the sentence says besides",
        ),
        pytest.param(
            "Voters queued in the capital, and ballots were counted until dawn. The coalition [broke](Event) over the budget.",
            False,
            id="another story",
        ),
        pytest.param(
            f"{FLOOD} Nobody had slept when help [arrived](Event).",
            False,
            id="another word in the same story",
        ),
    ],
)
def test_articles_that_tell_one_story_need_no_common_names(other: str, one: bool) -> None:
    resolution = resolved(DAM, other)
    assert (resolution.event_of.get(("a0", "v0"), "a") == resolution.event_of.get(("a1", "v0"), "b")) is one


def test_a_report_without_a_date_joins_the_nearest_in_time() -> None:
    early = report(f"{ANN} {MET} {BOB} on [Friday](2023-09-01).", name="a")
    late = report(f"{ANN} {MET} {BOB} on [Monday](2023-09-11).", name="b")
    undated = report(f"{BOB} {MET} {ANN}.", name="c", published="2023-09-12")
    resolution = resolved(early, late, undated)
    assert resolution.event_of["c", "v0"] == resolution.event_of["b", "v0"] != resolution.event_of["a", "v0"]


def test_a_fact_without_a_date_is_none_of_what_came_after_its_article() -> None:
    late = report(f"{ANN} {MET} {BOB} on [Monday](2023-09-11).", name="b")
    told = report(f"{BOB} {MET} {ANN}.", name="c", published="2023-09-09")
    assert len(events(late, told)) == 2
    planned = report(f"{BOB} is to [meet](Meeting planned) {ANN}.", name="c", published="2023-09-09")
    assert len(events(late, planned)) == 1


@pytest.mark.parametrize(("other", "count"), [("Bob Ray", 1), ("Cid Ford", 2)])
def test_talks_are_none_of_people_whom_their_article_does_not_name(
    other: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for look in ("likelihoods", "reconsidered"):
        monkeypatch.setattr(f"kg.resolve.judgement.{look}", lambda pairs: [0.9] * len(pairs))
    named = "[Ann Lee](person) [held talks](Meeting) with [Bob Ray](person) in [Oslo](place)."
    bare = f"[Ann Lee](person) and [{other}](person) came. The [talks](Meeting) in [Oslo](place) were short."
    assert len(events(named, bare)) == count
    half = "[Bob Ray](person) [held talks](Meeting) with him in [Oslo](place)."
    assert len(events(half, bare)) == count


@pytest.mark.parametrize(("other", "count"), [("Ann Lee", 1), ("Cid Ford", 2)])
def test_whoever_met_others_was_at_another_meeting(other: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for look in ("likelihoods", "reconsidered"):
        monkeypatch.setattr(f"kg.resolve.judgement.{look}", lambda pairs: [1.0] * len(pairs))
    both = f"{ANN} [held talks](Meeting) with {BOB} in [Oslo](place)."
    one = f"The [talks](Meeting) in [Oslo](place) with [{other}](person) were short."
    assert len(events(both, one)) == count


@pytest.mark.parametrize(("number", "count"), [("45", 1), ("49", 2)])
def test_what_two_articles_give_other_numbers_for_is_not_one(number: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for look in ("likelihoods", "reconsidered"):
        monkeypatch.setattr(f"kg.resolve.judgement.{look}", lambda pairs: [0.9] * len(pairs))
    first = "Sales of [Acme Motors](organization) [plunged](Event) by 45 percent."
    second = f"Sales of [Acme Motors](organization) [plunged](Event) by {number} percent."
    assert len(events(first, second)) == count


def test_without_any_date_or_publication_reports_of_two_places_stay_apart() -> None:
    texts = [
        report(f"{ANN} {MET} {BOB} in [{place}](place).", name=name, published=None)
        for name, place in (("a", "Oslo"), ("b", "Rome"))
    ]
    assert len(events(*texts)) == 2


def test_clusters_of_an_article_stay_together() -> None:
    assert len(events(f"{ANN} {MET} {BOB}. The [talks](Meeting v0) lasted. They [sat](Meeting v0) long.")) == 1


def test_a_clusters_denials_are_an_event_of_their_own() -> None:
    polarities = [e.polarity for e in events(f"{ANN} {MET} {BOB}. {ANN} [never met](Meeting v0 negative) {BOB}.")]
    assert sorted(polarities) == ["negative", "positive"]


def test_a_known_type_with_place_or_time_is_an_event_even_if_nobody_is_named() -> None:
    assert only(f"They {MET} in [Oslo](place) on [Monday](2023-09-11).").type == "Meeting"


@pytest.mark.parametrize(
    "text", [f"{ANN} may [have](Event) a cold.", f"They {MET}.", "They [left](Event) in [Oslo](place) on [Monday](2023-09-11)."]
)
def test_nobody_is_no_event_and_nor_is_a_verb_that_tells_nothing(text: str) -> None:
    resolution = resolved(text)
    assert (resolution.events, resolution.event_of) == ((), {})


# ---- what an event says ------------------------------------------------------------------------------------------


def test_what_lasts_is_no_event() -> None:
    assert events(f"{ANN} [belong](Event) to {BOB} in [Oslo](place) on [Monday](2023-09-11).") == ()
    assert len(events(f"{ANN} [thank](Event) {BOB} in [Oslo](place) on [Monday](2023-09-11).")) == 1


def test_what_only_opens_another_event_needs_somebody_even_in_two_articles() -> None:
    assert events("They [fail](Event).", "They [fail](Event).") == ()
    assert len(events(f"{ANN} [fail](Event).")) == 1


def test_everybody_whom_any_report_names_takes_part() -> None:
    assert who(f"{ANN} {MET} {BOB}.", f"{ANN}, {BOB} {MET} {CID}.") == {"participant": ["Ann Lee", "Bob Ray", "Cid Ford"]}


def test_whoever_two_articles_name_takes_part_once_with_the_evidence_of_both() -> None:
    event = only(f"{ANN} {MET} {BOB}.", f"[A. Lee](person) {MET} {BOB}.")
    evidence = {piece.text for part in event.participations for piece in part.evidence}
    assert len(event.participations) == 2
    assert evidence == {"Ann Lee", "A. Lee", "Bob Ray"}


def test_a_building_is_a_better_place_than_a_town() -> None:
    town, building = "[Oslo](place)", "[Northgate Palace](facility)"
    monday = "on [Monday](2023-09-11)"
    assert who(
        f"{ANN} {MET} {BOB} in {town} {monday}.",
        f"{ANN} {MET} {BOB} in {town} {monday}.",
        f"{ANN} {MET} {BOB} at {building} {monday}.",
    )["place"] == ["Northgate Palace"]


def test_the_place_that_most_reports_give_is_the_place() -> None:
    reports = (f"{ANN} {MET} {BOB} in [{place}](place) on [Monday](2023-09-11)." for place in ("Rome", "Oslo", "Oslo"))
    assert who(*reports)["place"] == ["Oslo"]


def test_the_time_is_the_finest_that_reports_give() -> None:
    time = only(f"{ANN} {MET} {BOB} in [September](2023-09).", f"{ANN} {MET} {BOB} on [Monday](2023-09-11).").time
    assert time is not None
    assert (time.value, time.begin, time.end, time.granularity) == ("2023-09-11", "2023-09-11", "2023-09-11", "day")
    assert [evidence.text for evidence in time.evidence] == ["Monday"]


def test_a_month_is_a_stretch_of_days() -> None:
    time = only(f"{ANN} {MET} {BOB} in [September](2023-09).").time
    assert time is not None
    assert (time.begin, time.end, time.granularity) == ("2023-09-01", "2023-09-30", "month")


def test_a_time_of_day_is_the_day() -> None:
    time = only(f"{ANN} {MET} {BOB} [at noon](2023-09-11T12:00).", f"{ANN} {MET} {BOB} on [Monday](2023-09-11).").time
    assert time is not None
    assert (time.value, sorted(evidence.text for evidence in time.evidence)) == ("2023-09-11", ["Monday", "at noon"])


def test_without_a_date_there_is_no_time() -> None:
    assert only(f"{ANN} {MET} {BOB}.").time is None


def test_what_one_report_plans_and_another_tells_is_certain() -> None:
    event = only(
        f"{ANN} [will meet](Meeting planned) {BOB} on [Monday](2023-09-11).", f"{ANN} {MET} {BOB} on [Monday](2023-09-11)."
    )
    assert event.certainty == "certain"


def test_a_fact_that_names_nobody_does_not_make_another_articles_plan_a_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    for look in ("likelihoods", "reconsidered"):
        monkeypatch.setattr(f"kg.resolve.judgement.{look}", lambda pairs: [1.0] * len(pairs))
    plan = f"{ANN} is to [visit](Visit planned) [Oslo](place)."
    bare = f"{ANN} and [Oslo](place) again. The [visit](Visit) was long."
    assert "certain" not in {event.certainty for event in events(plan, bare)}
    assert "certain" in {
        event.certainty for event in events(plan, f"{ANN} came. {BOB} praised the [visit](Visit) of [Oslo](place).")
    }
    assert only(f"{ANN} is to [visit](Visit planned) [Oslo](place).\n\nThe [visit](Visit) was long.").certainty == "certain"


def test_what_is_only_planned_is_planned() -> None:
    assert only(f"{ANN} [will meet](Meeting planned) {BOB}.").certainty == "planned"


def test_the_label_says_what_who_where_and_when() -> None:
    event = only(f"{ANN} {MET} {BOB} in [Oslo](place) on [Monday](2023-09-11).")
    assert event.label == "Meeting of Ann Lee and Bob Ray, Oslo, 2023-09-11"


def test_a_label_names_no_more_than_four() -> None:
    names = ("Ann Lee", "Bob Ray", "Cid Ford", "Dan Orr", "Eve Moe")
    label = only(", ".join(f"[{name}](person)" for name in names) + f" {MET}.").label
    assert label == "Meeting of Ann Lee, Bob Ray, Cid Ford, Dan Orr and others"


def test_the_evidence_of_an_event_is_its_triggers() -> None:
    assert [evidence.text for evidence in only(f"{ANN} {MET} {BOB}. The [talks](Meeting v0) lasted.").evidence] == [
        "met",
        "talks",
    ]
