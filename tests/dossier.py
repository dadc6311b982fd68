"""A small world with something of everything: what is asserted, planned and denied, links, relations, contradictions."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Article, Claim, Difference, Entity, EventTime, Evidence, Link, Relation, Resolution
from tests import make

WIRE = make.article(
    "Vladimir Putin met Kim Jong Un at the Vostochny Cosmodrome in Russia on Wednesday. "
    "Russia's defense minister, Sergei Shoigu, joined the talks. They lasted two hours.",
    name="wire",
    title="Leaders meet at the launch site",
    published="2023-09-13",
)
PAPER = make.article(
    "Russian President Putin held talks with Kim at the cosmodrome on Wednesday. "
    "Kim may meet Xi Jinping in Beijing in October. Dmitry Medvedev, a former president of Russia, praised the summit. "
    "It took more than four hours.",
    name="paper",
    title="A summit and its echo",
    published="2023-09-14",
)
DESK = make.article(
    "Officials in Seoul denied that Kim met Xi Jinping in Beijing. Kim Jong Un met Sergei Shoigu in Pyongyang in July. "
    "Putin met Kim at the cosmodrome on Thursday, it said. "
    "Xi Jinping received Sergei Shoigu in Beijing in May. Ivan Petrov, a military expert born in Georgia, "
    "is married to Maria Petrova.",
    name="desk",
    title="Seoul has doubts",
    published="2023-09-15",
)


def _said(words: str, *articles: Article, score: float = 0.9) -> tuple[Evidence, ...]:
    return tuple(make.evidence(article, words, score=score) for article in articles if words in article.text)


def _entity(kind: str, name: str, *words: str, score: float = 0.9) -> Entity:
    said = [piece for word in (name, *words) for piece in _said(word, WIRE, PAPER, DESK)]
    spans = {
        (piece.article, piece.start): piece for piece in reversed(said)
    }  # of "Kim Jong Un" and "Kim" at one place, the first
    return make.entity(kind, name, *spans.values(), aliases=words, score=score)


def _entry(number: int, name: str, kind: str, country: str, item: str, where: tuple[float, float], *within: int) -> Link:
    entries = tuple(f"https://sws.geonames.org/{container}/" for container in within)
    return Link(f"https://sws.geonames.org/{number}/", name, kind, country, item, *where, entries, 0.97)


def _place(kind: str, *entry: object) -> Entity:
    link = _entry(*entry)  # type: ignore[arg-type]
    return replace(_entity(kind, link.name), link=link)


def _relation(kind: str, subject: Entity, target: Entity | None, words: str, *articles: Article, **fields: object) -> Relation:
    values = {"value": None, "former": False, "begin": None, "end": None, "score": 0.8} | fields
    name = "-".join(part.partition("/")[2] for part in (subject.id, target.id if target else "") if part)
    return Relation(
        id=f"relation/{kind.replace('_', '-')}-{name}",
        type=kind,
        subject=subject.id,
        object=target.id if target else None,
        evidence=_said(words, *articles),
        **values,  # type: ignore[arg-type]
    )


def dossier() -> Resolution:
    """Four meetings, one of them reported twice and once with another day; one that may come and is denied; posts, places."""
    putin = _entity("person", "Vladimir Putin", "Putin")
    kim = _entity("person", "Kim Jong Un", "Kim")
    shoigu, xi = _entity("person", "Sergei Shoigu"), _entity("person", "Xi Jinping")
    medvedev, petrov = _entity("person", "Dmitry Medvedev"), _entity("person", "Ivan Petrov")
    petrova = _entity("person", "Maria Petrova")
    russia = _place("place", 2017370, "Russia", "country", "RU", "Q159", (60.0, 100.0))
    beijing = _place("place", 1816670, "Beijing", "capital", "CN", "Q956", (39.9075, 116.3972), 1814991)
    pyongyang = _place("place", 1871859, "Pyongyang", "capital", "KP", "Q18808", (39.0339, 125.7543), 1873107)
    seoul = _place("place", 1835848, "Seoul", "capital", "KR", "Q8684", (37.566, 126.9784), 1835841)
    site = replace(
        _entity("facility", "Vostochny Cosmodrome", "the cosmodrome"),
        link=_entry(8521477, "Vostochny Cosmodrome", "area", "RU", "Q1137566", (51.8844, 128.3339), 2017370),
    )
    georgia = replace(
        _entity("place", "Georgia", score=0.6),
        candidates=(
            replace(_entry(614540, "Georgia", "country", "GE", "Q230", (42.0, 43.5)), score=0.55),
            replace(_entry(4197000, "Georgia", "region", "US", "Q1428", (32.7504, -83.5002), 6252001), score=0.4),
        ),
    )
    wednesday = EventTime("2023-09-13", "2023-09-13", "2023-09-13", "day", 0.9, _said("on Wednesday", WIRE, PAPER))
    thursday = EventTime("2023-09-14", "2023-09-14", "2023-09-14", "day", 0.9, _said("on Thursday", DESK))
    may = EventTime("2023-05", "2023-05-01", "2023-05-31", "month", 0.8, _said("in May", DESK))
    july = EventTime("2023-07", "2023-07-01", "2023-07-31", "month", 0.8, _said("in July", DESK))
    october = EventTime("2023-10", "2023-10-01", "2023-10-31", "month", 0.8, _said("in October", PAPER))

    short = Claim("2 hours", None, _said("two hours", WIRE))
    long = Claim("more than 4 hours", None, _said("more than four hours", PAPER))

    def part(role: str, entity: Entity, *articles: Article, score: float = 0.9) -> object:
        names = {article: f"article/{article.id}" for article in articles}
        said = [piece for piece in entity.evidence if piece.article in names.values()]
        return make.part(role, entity, *said, score=score)

    def meeting(name: str, said: tuple[Evidence, ...], parts: list[object], time: EventTime | None, **fields: object) -> object:
        return make.event(*said, parts=parts, time=time, name=name, label=name.replace("-", " "), **fields)  # type: ignore[arg-type]

    events = [
        meeting(
            "summit",
            (*_said("met", WIRE), *_said("talks", PAPER)),
            [
                *(part("participant", who, WIRE, PAPER) for who in (putin, kim)),
                part("participant", shoigu, WIRE, score=0.4),
                part("place", site, WIRE, PAPER),
            ],
            wednesday,
            differences=(Difference("duration", "", (short, long)),),
        ),
        meeting(
            "thursday-meeting",
            _said("Putin met Kim", DESK),
            [part("participant", putin, DESK), part("participant", kim, DESK), part("place", site, DESK)],
            thursday,
        ),
        meeting(
            "july-visit",
            _said("met Sergei", DESK),
            [part("participant", kim, DESK), part("participant", shoigu, DESK), part("place", pyongyang, DESK)],
            july,
        ),
        meeting(
            "reception",
            _said("received", DESK),
            [part("participant", xi, DESK), part("participant", shoigu, DESK), part("place", beijing, DESK)],
            may,
        ),
        meeting(
            "beijing-plan",
            _said("may meet", PAPER),
            [part("participant", kim, PAPER), part("participant", xi, PAPER), part("place", beijing, PAPER)],
            october,
            certainty="possible",
            tense="future",
        ),
        meeting(
            "beijing-denial",
            _said("met Xi", DESK),
            [part("participant", kim, DESK), part("participant", xi, DESK), part("place", beijing, DESK)],
            None,
            polarity="negative",
        ),
    ]
    relations = [
        _relation("holds_position", putin, russia, "Russian President", PAPER, value="President"),
        _relation("holds_position", shoigu, russia, "defense minister", WIRE, value="defense minister", begin="2012-11-06"),
        _relation("holds_position", medvedev, russia, "former president", PAPER, value="president", former=True),
        _relation("holds_position", petrov, None, "military expert", DESK, value="military expert"),
        _relation("born_in", petrov, georgia, "born in Georgia", DESK),
        _relation("spouse_of", petrov, petrova, "married to", DESK),
        _relation("located_in", site, russia, "Cosmodrome in Russia", WIRE),
    ]
    people = [putin, kim, shoigu, xi, medvedev, petrov, petrova]
    places = [russia, beijing, pyongyang, seoul, site, georgia]
    return make.resolution([WIRE, PAPER, DESK], [*people, *places], events, relations)  # type: ignore[arg-type]
