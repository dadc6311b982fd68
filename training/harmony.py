"""One set of rules for the names of all corpora, which each have their own.

A name is the name alone: without article, without title. Seven kinds: person, organization, place, facility, group
(nationalities, peoples, religions), product, event. Tags are BIO; ``None`` stands for "not known": the corpus does not
annotate what may stand there, so nothing is learnt from the word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training import lists

Tag = str | None
Span = tuple[int, int, str]

TITLES, OFFICES = lists.words("titles"), lists.words("offices")
FACILITY_HEADS, INSTITUTIONS = lists.words("facility_heads"), lists.words("institutions")
COMPASS, NOT_ALONE = lists.words("compass"), lists.words("peoples_not_alone")
NEVER = lists.words("dates") | lists.words("never") | TITLES
KINDS = lists.mapping("kinds")
COUNTRIES_BY_HAND = frozenset({"turkey", "burma", "ivory coast", "britain", "america", "uk"})
LOOSE_ENDS = frozenset({"'s", "’s", "'", "of", "and"})
EVENTS = re.compile(
    r"\b(World Wars? (?:I{1,2}|One|Two)\b|(?:First|Second) World War|Cold War|(?:Gulf|Korean|Vietnam|Iraq) War|Holocaust"
    r"|(?:[12]\d{3} )?(?:[A-Z]\w+ )?(?:Summer |Winter )?(?:Olympics|Olympic Games)|(?:[12]\d{3} )?World Cup"
    r"|World Series|Super Bowl|Hurricane [A-Z]\w+|Typhoon [A-Z]\w+|Tropical Storm [A-Z]\w+|Katrina|Mardi Gras"
    r"|Operation [A-Z]\w+(?: [A-Z]\w+)?|(?:Australian|French|U\.S\.|British) Open|Wimbledon)(?= |$)"
)


@dataclass
class Named:
    """A sentence with names; ``spaces`` as in the source, or None to be rebuilt from the words."""

    words: list[str]
    tags: list[Tag]
    spaces: list[bool] | None = None


def bio_spans(tags: Sequence[Tag]) -> list[Span]:
    """(first, last + 1, label) of BIO tags; wrong starts are tolerated."""
    spans: list[Span] = []
    for i, tag in enumerate(tags):
        if not tag or tag == "O":
            continue
        prefix, _, label = tag.partition("-")
        if prefix == "I" and spans and spans[-1][1] == i and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], i + 1, label)
        else:
            spans.append((i, i + 1, label))
    return spans


def bio_tags(length: int, spans: Iterable[Span]) -> list[Tag]:
    """BIO tags of spans, ``O`` elsewhere."""
    tags: list[Tag] = ["O"] * length
    for span in spans:
        set_tags(tags, span)
    return tags


def set_tags(tags: list[Tag], span: Span) -> None:
    """Write one span into BIO tags."""
    start, end, label = span
    tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]


def set_unknown(tags: list[Tag], start: int, end: int) -> None:
    """Say of some words that nothing is known."""
    tags[start:end] = [None] * (end - start)


def capitalised(word: str) -> bool:
    """Whether a word may belong to a name by its look."""
    return word[:1].isupper() and word != "I"


def never_name(word: str) -> bool:
    """Titles, months, days and some nouns with a capital: no names by themselves."""
    return word.lower().rstrip(".") in NEVER


def demonyms(factbook: Path) -> frozenset[str]:
    """Adjectives and peoples of all countries, in lower case."""
    found = set(lists.words("peoples"))
    for country in _factbook(factbook, "People and Society", "Nationality"):
        for part in country.values():
            text = part.get("text", "") if isinstance(part, dict) else ""
            text = re.sub(r"<[^>]+>.*|\(.*?\)|\bnote\b.*", " ", text)
            names = (name.strip().lower() for name in re.split(r"[,;/]| or | and ", text))
            for name in names:
                if name.isalpha() and len(name) > 3:
                    found.update((name, name if name.endswith(("s", "ese", "ish")) else name + "s"))
    return frozenset(found - lists.words("not_demonyms"))


def countries(gazetteers: Path) -> frozenset[str]:
    """Names of countries, their parts and capitals, in lower case."""
    found = set(COUNTRIES_BY_HAND)
    for path in sorted((gazetteers / "rigour" / "resources" / "territories").glob("*.yml")):
        if match := re.search(r"^name: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE):
            found.add(match[1].strip(" '\"").lower())
    for capital in _factbook(gazetteers / "factbook", "Government", "Capital"):
        found.add(re.split(r"[(;,]", capital.get("name", {}).get("text", ""))[0].strip().lower())
    return frozenset(name for name in found if len(name) > 3 or name in COUNTRIES_BY_HAND)


def _factbook(folder: Path, section: str, entry: str) -> Iterator[dict[str, dict[str, str]]]:
    for path in sorted(folder.glob("*/*.json")):
        value = json.loads(path.read_text(encoding="utf-8")).get(section, {}).get(entry)
        if isinstance(value, dict):
            yield value


class Harmoniser:
    """Makes the names of all corpora follow one set of rules."""

    def __init__(self, gazetteers: Path) -> None:
        self.peoples = demonyms(gazetteers / "factbook")
        self.countries = countries(gazetteers)

    def is_people(self, words: Sequence[str]) -> bool:
        """Whether the words name a nationality, a people or a religion ("North Korean", "Sunni Muslims")."""
        parts = [word.lower() for word in words]
        while len(parts) > 1 and parts[0] in COMPASS:
            parts = parts[1:]
        flat = [piece for part in parts for piece in part.split("-")]
        return bool(flat) and words[0][:1].isupper() and all(part in self.peoples for part in flat)

    def kind(self, words: Sequence[str], label: str) -> str:
        """The kind by our rules of a name that a corpus calls ``label``."""
        text = " ".join(words).lower()
        if text in KINDS:
            return KINDS[text]
        if self.is_people(words) and label not in ("event", "product"):
            return "group"
        if label == "organization" and text in self.countries:
            return "place"
        facility = len(words) > 1 and words[-1].lower() in FACILITY_HEADS and words[-1][0].isupper()
        return "facility" if facility and label in ("place", "organization") else label

    def trim(self, words: Sequence[str], span: Span) -> Span | None:
        """A span without articles, titles (of persons) and loose ends; None if nothing is left."""
        start, end, label = span
        while start < end and (words[start].lower() in ("the", "a", "an") or not _alphanumeric(words[start])):
            start += 1
        if label == "person":
            start = _after_titles(words, start, end)
        while end > start and (words[end - 1] in LOOSE_ENDS or not _alphanumeric(words[end - 1])):
            if words[end - 1] == ")" and "(" in words[start:end]:
                break
            end -= 1
        return (start, end, label) if start < end else None

    def apply(self, words: Sequence[str], spans: Iterable[Span]) -> list[Span]:
        """Trimmed spans with our kinds."""
        trimmed = (self.trim(words, span) for span in spans)
        known = [(start, end, self.kind(words[start:end], label)) for start, end, label in filter(None, trimmed)]
        return _join_compass(words, known)

    def add_peoples(self, words: Sequence[str], tags: list[Tag]) -> None:
        """Label nationality words that the corpus left out or left unknown."""
        for i, word in enumerate(words):
            free = tags[i] in (None, "O") and word[:1].isupper() and not word.isupper()
            if free and self.is_people([word]) and word.lower() not in NOT_ALONE:
                after_compass = i > 0 and _is_compass(words[i - 1]) and tags[i - 1] in (None, "O")
                set_tags(tags, (i - 1 if after_compass else i, i + 1, "group"))


def add_events(words: Sequence[str], tags: list[Tag]) -> None:
    """Label named events that can be told by their form; most corpora have few."""
    text = " ".join(words)
    for match in EVENTS.finditer(text):
        start = text[: match.start()].count(" ")
        end = start + match[0].count(" ") + 1
        if end == len(tags) or not (tags[end] or "O").startswith("I-"):
            set_tags(tags, (start, end, "event"))


def join_institutions(words: Sequence[str], spans: Iterable[Span]) -> list[Span]:
    """Country and institution are one organization: "Afghan" + "Defense Ministry", "U.S." + "State Department"."""
    out: list[Span] = []
    for span in spans:
        start, end, label = span
        if out and label == "organization" and out[-1][1] == start and out[-1][2] in ("place", "group"):
            first = out[-1][0]
            if words[end - 1].lower() in INSTITUTIONS and words[start][:1].isupper() and start - first <= 2:
                out[-1] = (first, end, label)
                continue
        out.append(span)
    return out


def _alphanumeric(word: str) -> bool:
    return any(character.isalnum() for character in word)


def _is_compass(word: str) -> bool:
    return word.lower() in COMPASS and word[0].isupper()


def _after_titles(words: Sequence[str], start: int, end: int) -> int:
    """The first word of a person's name behind offices and titles."""
    offices = [i + 1 for i in range(start, end) if words[i].lower() in OFFICES]
    start = max([start, *offices])
    while start < end and words[start].lower().rstrip(".") in TITLES:
        start += 1
    return start


def _join_compass(words: Sequence[str], spans: Iterable[Span]) -> list[Span]:
    """One people: "North" + "Korean"."""
    out: list[Span] = []
    for start, end, label in spans:
        first = start
        if label == "group" and start > 0 and _is_compass(words[start - 1]):
            if out and out[-1][:2] == (start - 1, start):
                out.pop()
            if not out or out[-1][1] < start:
                first = start - 1
        out.append((first, end, label))
    return out
