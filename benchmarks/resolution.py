"""How long resolution takes and how much memory, on made-up extractions of any number of articles.

python benchmarks/resolution.py [--articles 50000 100000] [--seed 1]

Ten mentions an article. Who is named follows Zipf's law; surnames are shared by many; some articles know a person by the
surname or initials alone, a body by its acronym, a thing by a clipped name; names vary in spelling, and every second article
reports a meeting.
Each size runs in a process of its own; times are the processor's, in one thread.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from multiprocessing import get_context

from kg.model import Argument, Article, Block, Chain, EventMention, Extraction, Join, Mention, Span, Time, Trigger
from kg.resolve import resolve

_ONSETS = "b d f g h k l m n p r s t v z br kr st tr ch sh kh".split()
_VOWELS = "a e i o u ai ey".split()
_CODAS = ["", "", "", "n", "r", "s", "l", "k", "v", "m"]
_BODIES = "Ministry Union Council Bank League Institute Agency Party".split()
_BUILT = "Cosmodrome Airport Stadium Palace Bridge".split()
_VARIANTS = (("ai", "ay"), ("ey", "ei"), ("kh", "h"), ("k", "kk"))


class World:
    """Persons, bodies and places, the frequent ones first, and how they are called."""

    def __init__(self, articles: int, chance: random.Random) -> None:
        self.chance = chance
        surnames = [self._word(2) for _ in range(max(50, articles // 10))]
        given = [self._word(2) for _ in range(max(30, int(articles**0.6)))]
        self.persons = [f"{self._zipf(given)} {self._zipf(surnames)}" for _ in range(max(20, articles // 3))]
        self.bodies = [f"{self._word(2)} {self._word(1)} {chance.choice(_BODIES)}" for _ in range(max(10, articles // 10))]
        self.places = [self._word(3) for _ in range(max(10, int(articles**0.7)))]
        self.built = [f"{self._word(2)} {chance.choice(_BUILT)}" for _ in range(max(5, articles // 50))]

    def _word(self, syllables: int) -> str:
        pick = self.chance.choice
        return "".join(pick(_ONSETS) + pick(_VOWELS) + pick(_CODAS) for _ in range(syllables)).capitalize()

    def _zipf(self, items: Sequence[str]) -> str:
        """An item, the nth with a chance of about 1/n."""
        return items[int(len(items) ** self.chance.random()) - 1]

    def names(self) -> Iterator[tuple[str, list[str]]]:
        """The chains of an article: a type, and the names that its mentions have."""
        for _ in range(2):
            full = self._zipf(self.persons)
            surname = full.split()[1]
            names = [full, surname, surname]
            match self.chance.randrange(20):
                case 0 | 1:
                    names = [surname, surname, surname]
                case 2:
                    names = [f"{full[0]}. {surname}", surname, surname]
                case 3:
                    names[0] = self._respelled(full)
            yield "person", names
        body = self._zipf(self.bodies)
        acronym = "".join(word[0] for word in body.split())
        yield "organization", self.chance.choice([[body, acronym], [body, body], [acronym, acronym]])
        yield "place", [self._zipf(self.places)]
        built = self._zipf(self.built)
        yield "facility", [built if self.chance.random() < 0.9 else built.split()[0]]

    def _respelled(self, name: str) -> str:
        for old, new in _VARIANTS:
            if old in name:
                return name.replace(old, new, 1)
        return name


def extractions(articles: int, seed: int = 1) -> Iterator[Extraction]:
    """So many articles; the same for the same seed."""
    chance = random.Random(seed)
    world = World(articles, chance)
    for number in range(articles):
        yield _extraction(number, world, chance)


def _extraction(number: int, world: World, chance: random.Random) -> Extraction:
    parts: list[str] = []
    sentences: list[Span] = []
    mentions: list[Mention] = []
    chains: list[Chain] = []
    joins: list[Join] = []
    offset = 0
    for i, (type_, names) in enumerate(world.names()):
        members = []
        for name in names:
            start = offset + 12
            sentence = f"It is said, {name} was seen there again on the day before, as many an hour went by."
            sentences.append(Span(offset, offset + len(sentence)))
            mention = Mention(start, start + len(name), f"m{len(mentions)}", name, type_, "name", f"e{i}", 0.9)
            if members:
                joins.append(Join(members[-1], mention.id, "surname", 0.9, "one name after the other"))
            mentions.append(mention)
            members.append(mention.id)
            parts.append(sentence)
            offset += len(sentence) + 1
        chains.append(Chain(f"e{i}", type_, names[0], tuple(members)))
    text = " ".join(parts)
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
    article = Article(
        f"a{number}", f"a{number}.txt", text, (Block(0, len(text), "paragraph"),), published=day.isoformat(), title=f"{number}"
    )
    events = ()
    times = ()
    if number % 2:
        met = sentences[0].start + 6
        arguments = (Argument("participant", "m0", 0.9), Argument("participant", "m3", 0.9))
        times = (Time(0, 2, "t0", text[:2], "date", day.isoformat(), 0.9),)
        trigger = Trigger(met, met + 4, text[met : met + 4])
        events = (
            EventMention(
                "v0", "Meeting", trigger, "verb", arguments, "t0", "on", None, "certain", "positive", "past", "v0", 0.9
            ),
        )
    return Extraction(article, tuple(sentences), tuple(mentions), times, tuple(chains), events, (), tuple(joins))


def measure(articles: int, seed: int) -> tuple[float, int, int, int]:
    """Seconds of processor time (making the extractions not counted), peak megabytes, mentions, entities."""
    made = list(extractions(articles, seed))
    start = time.process_time()
    resolution = resolve(iter(made))
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return seconds, memory, sum(len(e.mentions) for e in made), len(resolution.entities)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, nargs="+", default=[50_000, 100_000])
    options.add_argument("--seed", type=int, default=1)
    args = options.parse_args()
    before = 0.0
    for articles in args.articles:
        with get_context("spawn").Pool(1) as pool:
            seconds, memory, mentions, entities = pool.apply(measure, (articles, args.seed))
        ratio = f"  {seconds / before:.2f} times the time before" if before else ""
        print(f"{articles:9,} articles {mentions:11,} mentions {entities:9,} entities {seconds:8.1f} s {memory:7,} MB{ratio}")
        before = seconds


if __name__ == "__main__":
    main()
