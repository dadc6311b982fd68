"""How much a name tells: the full name, and the short ones that leave open whom they mean ("Kim", "J. Lee", "ACC")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from kg.facilities import parse_facility
from kg.gazetteer import country_of, organization
from kg.gazetteer.shortened import short_firms, short_landscapes, town_of
from kg.names import GENERATIONS, core_words, words
from kg.ontology import load_ontology
from kg.resolve.spelling import spelling

Form = tuple[str, ...]
"""What a short name and the full names that it can mean have in common: the sort and folded words."""

DIRECTIONS = frozenset("north south east west centre center central northern southern eastern western".split())
"""Names of halves of a country or of the world: alone they mean what the article is about ("the South")."""
THING = "thing"
PERSON = "person"
TEAM = "team"
"""Sort of forms of teams by their towns."""
_THINGS = frozenset({"organization", "place", "facility"})
_PARTICLES = frozenset("von van der den de da di du dos del bin ibn le la".split())
_LOWER_PARTICLES = frozenset("al el st san ter".split())
_FIRMS = {"motors": "motor", "airlines": "airline", "systems": "system", "technologies": "technology", "industries": "industry"}
"""Words of firms' names that now have an "s", now none."""
_ROYAL = 2
_SPELLED = 6
"""Letters from which on a surname alone may be spelled otherwise."""
_TELLING = 5
"""Letters of a surname that few bear."""
_RARE = 5
"""How many times rarer than a thing's most frequent name another one may be that is to stand for it."""
_ACRONYM = re.compile(r"[A-Z][A-Z&.\-]{0,6}[A-Z.]")


def sort_of(type_: str) -> str:
    """What something of a type can be one with: organizations, places and facilities, which texts confuse, are things."""
    return THING if type_ in _THINGS else type_


@lru_cache(maxsize=200_000)
def is_short(sort: str, name: str) -> bool:
    """Whether a name leaves open whom it means: one word of a person's name, initials with a surname, an acronym.

    >>> [is_short("person", name) for name in ("Kim", "von der Leyen", "A. Lee", "Ann Lee")]
    [True, True, True, False]
    >>> is_short("thing", "U.N."), is_short("thing", "Oslo")
    (True, False)
    """
    if sort == PERSON:
        own = own_words(name)
        return len(own) <= 1 or all(len(word) == 1 for word in own[:-1])
    return sort == THING and is_acronym_like(name)


def is_acronym_like(name: str) -> bool:
    """Whether a name is one word of two to seven capitals, but for its legal form.

    >>> is_acronym_like("EADS N.V."), is_acronym_like("U.N."), is_acronym_like("UN Council")
    (True, True, False)
    """
    first, _, rest = name.partition(" ")
    return _ACRONYM.fullmatch(first) is not None and (not rest or len(core_words(name)) == 1)


@lru_cache(maxsize=200_000)
def own_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without its particles and what tells a son from his father.

    >>> own_words("Ursula von der Leyen"), own_words("Al Gore"), own_words("Bashar al-Assad"), own_words("Ann Lee III")
    (('ursula', 'leyen'), ('al', 'gore'), ('bashar', 'assad'), ('ann', 'lee'))
    """
    parts = words(name)
    parts = parts[:-1] if generation(name) else parts
    lower = {word for word in re.findall(r"[^\W_]+", name) if word.islower()}
    return tuple(w for w in parts if not (w in _PARTICLES or (w in _LOWER_PARTICLES and w in lower))) or parts


def generation(name: str) -> str:
    """What tells a son from his father at the end of a person's name ("jr", "iii"), or ""; a king's number is none.

    >>> generation("Ann Lee III"), generation("Elizabeth II")
    ('iii', '')
    """
    parts = words(name)
    return parts[-1] if len(parts) > _ROYAL and parts[-1] in GENERATIONS else ""


_DROPPED = frozenset("department agency administration group airlines airways newspaper".split())
"""What is left out of a body's name without becoming another body's: "Homeland Security" Department."""


def telling_words(name: str) -> tuple[str, ...]:
    """The folded words of a thing's name that are no legal form, article or conjunction; "Ford Motors" as "Ford Motor".

    >>> telling_words("Ford Motors Co.")
    ('ford', 'motor')
    """
    return tuple(_FIRMS.get(word, word) for word in core_words(name) if word not in {"and", "of", "the", "for"})


def telling_name(sort: str, names: Counter[str]) -> str:
    """The name that tells most: no short one if there are others, then the most frequent, the longest of equals.

    A thing's name of several words comes before one of one, unless it is so much rarer that it may be a mistake.
    """
    if len(names) == 1:
        return next(iter(names))
    full = [name for name in names if not is_short(sort, name)] or list(names)
    usual = max(names[name] for name in full)
    several = [name for name in full if len(words(name)) > 1 and names[name] * _RARE >= usual] or full
    return min(several, key=lambda name: (-names[name], -len(name), name))


def short_form(sort: str, name: str, clipped: Container[Form]) -> Form | None:
    """The form under which a short name waits for a full one; None where the name is full.

    Args:
        sort: what it can be one with.
        name: the name that tells most.
        clipped: the forms that the names of all things can be clipped to.
    """
    if sort == PERSON and is_short(sort, name) and (parts := own_words(name)):
        return (PERSON, *(part[0] for part in parts[:-1]), surname_form(parts[-1]))
    form = (sort, *core_words(name)) if is_acronym_like(name) else (sort, *words(name))
    return form if sort == THING and (form in clipped or is_acronym_like(name)) else None


def surname_form(word: str) -> str:
    """A surname as a key: in one spelling where it is long enough to tell ("More" is not "Moore").

    >>> surname_form("zelenskyy") == surname_form("zelensky"), surname_form("more") == surname_form("moore")
    (True, False)
    """
    return spelling(word) if len(word) >= _SPELLED else word


@cache
def _common_surnames() -> frozenset[str]:
    return frozenset(map(surname_form, (files(__package__) / "surnames.txt").read_text("utf-8").split()))


@cache
def _leaders() -> dict[str, str]:
    rows = (files(__package__) / "leaders.txt").read_text("utf-8").splitlines()
    return dict(row.split() for row in rows)


def is_known_by_surname(name: str) -> bool:
    """Whether the surname alone means this person wherever nobody else bears it ("Obama").

    >>> is_known_by_surname("Barack Obama"), is_known_by_surname("Michelle Obama")
    (True, False)
    """
    parts = own_words(name)
    return len(parts) > 1 and _leaders().get(parts[-1]) == parts[0]


def is_rare_surname(form: Form) -> bool:
    """Whether a bare surname is long enough to tell and not among the most frequent of any country."""
    return form[0] == PERSON and len(form) == 2 and len(form[1]) >= _TELLING and form[1] not in _common_surnames()


def expanded(name: str) -> str:
    """A name with the acronym at its beginning written out ("UN Security Council").

    >>> expanded("UN Security Council"), expanded("U.S. Senate")
    ('United Nations Security Council', 'United States Senate')
    """
    first, space, rest = name.partition(" ")
    if not space or not is_acronym_like(first):
        return name
    country = country_of(first)
    return f"{country.name if country else organization(first) or first} {rest}"


def clipped_forms(sort: str, name: str, type_: str) -> Iterator[tuple[str, ...]]:
    """What may be left of a thing's name when it is known: "Joint Chiefs" of Staff, "Vostochny" Cosmodrome, Russian "Far East".

    Keys of names: the sort and the words. A name that is left with nothing but what such things are called has no such form.
    """
    if sort != THING:
        return
    parts = words(name)
    if "of" in parts[2:-1]:
        head = parts[: parts.index("of", 2)]
        if not _is_generic(head):
            yield (sort, *head)
    if len(parts) > 2 and parts[-1] in _DROPPED and not _is_generic(parts[:-1]):
        yield (sort, *parts[:-1])
    if type_ in {"place", "facility"}:
        facility = parse_facility(name)
        if facility and facility.own and not _is_generic(facility.own):
            yield (sort, *facility.own)
        if len(parts) > 2 and country_of(parts[0]) is not None and not _is_generic(parts[1:]):
            yield (sort, *parts[1:])


def loose_forms(sort: str, name: str, type_: str) -> Iterator[tuple[str, ...]]:
    """What a thing may be called that is a name by itself, too: "Lockheed" (Martin), "Blazers", "Euphrates" (River)."""
    if sort == THING and type_ == "organization" and (town := town_of(name)):
        yield (TEAM, *town)
    if sort == THING and type_ in {"organization", "place"}:
        for short in short_firms(name) if type_ == "organization" else short_landscapes(name):
            yield (sort, *short)


def _is_generic(parts: tuple[str, ...]) -> bool:
    """Whether the last word is what many such things are called ("Foreign Ministry")."""
    entities = load_ontology().entities
    return not parts or parts[-1] in entities["organization"].heads | entities["place"].heads or len(parts[-1]) < 3
