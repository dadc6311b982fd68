"""Chains on their way into profiles: their main name, and what they share with the chains that they are one with."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.facilities import parse_facility
from kg.gazetteer import law_of, lookup, national_body, organization, owner_beside, usual_owner
from kg.model import Chain, Link, Mention
from kg.names import SHIP, core_words, fold, initials, words
from kg.ontology import load_ontology
from kg.products import parse_model
from kg.resolve.corrections import Corrections, Mark, telling_names
from kg.resolve.forms import DIRECTIONS, PERSON, THING, Form, expanded, is_short, sort_of, telling_name
from kg.resolve.linking import ChainKey
from kg.resolve.place_choice import Linking
from kg.resolve.sources import Reading

Key = tuple[object, ...]
"""Chains that share one are one."""

_NO_MARKS: frozenset[Mark] = frozenset()
_CAPITALS_BEFORE = re.compile(r"((?:\b[A-Z][a-z]+ ){1,3})$")
_REACH = 40
_NO_OFFICES = frozenset("mr mrs ms miss mx sir dame lord lady dr father sister saint former acting comrade".split())
_PLACE = 2
"""How much more a place tells of the country that an article is about than a people does ("the top British journal")."""
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Dame)\.? $")
_WEST = ("west",)
_WESTERN = ("group", "western")
_DEALT_WITH = re.compile(r"(?:-led|\b(?:(?:against|by|with|towards?|between) (?:the )?|from the)) ?$")
_LOCAL = re.compile(r"constitution|\w+ code|(?:title|article|chapter) \w+")
"""Names of laws that every country has, and of parts of laws: one article's are no other's."""
_CONSTITUTION = ("constitution",)
"""What every country has one of."""
_NUMBER = re.compile(r"\d{3}")
"""Of a type of airliner, which its maker's initial may stand before ("A380")."""
_OBSCURE = frozenset({"city", "area"})
_FEW = 50_000
"""Inhabitants up to which a place may be less known than what is named after it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A chain on its way into a profile.

    Attributes:
        number: of its reading.
        named: its mentions that are names.
        main: the one with the most telling name.
        marks: what it fits of the user's corrections; ``tag``: those that keep it from its namesakes.
        nation: where every country may have a body of its name, or a constitution: the country that it is named with, else
            that its article names most.
        titles: what stands right before its names ("president"); ``titled``: that, or a "Mr".
        power: whether it is the West that is dealt with ("sanctions by the West"), not a part of one country.
    """

    sort: str
    number: int
    chain: str
    named: tuple[Mention, ...]
    main: Mention
    linking: Linking | None
    marks: frozenset[Mark]
    tag: tuple[Mark, ...]
    nation: str
    titles: frozenset[str] = frozenset()
    titled: bool = False
    power: bool = False

    @property
    def link(self) -> Link | None:
        """The entry that it is, or None."""
        return self.linking.link if self.linking else None

    @property
    def team(self) -> bool:
        """Whether the name of a place stands for its team."""
        return self.linking is not None and self.linking.team


def make_units(number: int, reading: Reading, linked: Mapping[ChainKey, Linking], corrections: Corrections) -> Iterator[Unit]:
    """The chains of an article that have a name."""
    mentions = {mention.id: mention for mention in reading.extraction.mentions}
    article = reading.extraction.article
    nation = _nation(number, reading, linked)
    for chain in reading.extraction.chains:
        named = tuple(mentions[m] for m in chain.mentions if mentions[m].kind == "name")
        if named:
            main = _main(chain, named)
            marks = corrections.marks(article, telling_names(chain, mentions)) if corrections.entries else _NO_MARKS
            link = linked.get((number, chain.id))
            sort = sort_of(main.type)
            titles = _titles(article.text, named) if sort == PERSON else frozenset()
            body = national_body(main.text) if sort == THING else None
            usual = usual_owner(body, nation) if body and not organization(main.text) else ""
            owner = (_owner(article.text, named) or usual) if body else ""
            if sort == "product" and words(main.text) == _CONSTITUTION:
                owner = _owner_beside(article.text, named) or nation
            tag = corrections.tag(marks)
            courtesy = sort == PERSON and any(_COURTESY.search(article.text, max(0, m.start - _REACH), m.start) for m in named)
            yield Unit(
                sort,
                number,
                chain.id,
                named,
                main,
                link,
                marks,
                tag,
                owner,
                titles,
                courtesy or bool(titles),
                _is_power(article.text, named),
            )


def _is_power(text: str, named: Sequence[Mention]) -> bool:
    return any(words(m.text) == _WEST and _DEALT_WITH.search(text, max(0, m.start - _REACH), m.start) for m in named)


def _owner(text: str, named: Sequence[Mention]) -> str:
    """The code of the country that most of a body's names are said with; empty where none is."""
    owners: Counter[str] = Counter()
    for mention in named:
        if (body := national_body(mention.text)) is not None:
            owners[body.country or owner_beside(text, mention.start, mention.end)] += 1
    del owners[""]
    return min(owners, key=lambda owner: (-owners[owner], owner), default="")


def _owner_beside(text: str, named: Sequence[Mention]) -> str:
    """The code of the country that stands first beside a name; empty where none does."""
    return next(filter(None, (owner_beside(text, mention.start, mention.end) for mention in named)), "")


def _titles(text: str, named: Sequence[Mention]) -> frozenset[str]:
    """The offices in capitals right before a person's names ("President Lee")."""
    known = load_ontology().entities["person"].titles - _NO_OFFICES
    found: set[str] = set()
    for mention in named:
        run = _CAPITALS_BEFORE.search(text[max(0, mention.start - _REACH) : mention.start])
        parts = [fold(word) for word in run[1].split()] if run else []
        found.update(title for n in range(len(parts)) if (title := " ".join(parts[n:])) in known)
    return frozenset(found)


def _nation(number: int, reading: Reading, linked: Mapping[ChainKey, Linking]) -> str:
    """The country that an article names most, with its places and people; empty where it names none."""
    count: Counter[str] = Counter()
    for chain in reading.extraction.chains:
        linking = linked.get((number, chain.id))
        if linking is not None and linking.link is not None and linking.link.country:
            count[linking.link.country] += len(chain.mentions) * (1 if chain.type == "group" else _PLACE)
    return min(count, key=lambda country: (-count[country], country), default="")


def _main(chain: Chain, named: Sequence[Mention]) -> Mention:
    """The mention with the chain's most telling name, and the chain's type."""
    plain = [mention for mention in named if not mention.metonym] or named
    sort = sort_of(chain.type)
    if sort == THING:
        plain = [mention for mention in plain if organization(mention.text)] or plain
    name = telling_name(sort, Counter(mention.text for mention in plain))
    return next((m for m in plain if m.text == name and sort_of(m.type) == sort), next(m for m in plain if m.text == name))


def reopened(unit: Unit) -> Unit:
    """A chain that may be a clipped name, without its link to a place that few know ("Vostochny", a settlement)."""
    link = unit.link
    if link is None or unit.linking is None or link.kind not in _OBSCURE:
        return unit
    if any(match.entry.id == link.id and match.entry.population > _FEW for match in lookup(unit.main.text)):
        return unit
    return replace(unit, linking=Linking(None, (link, *unit.linking.candidates)))


def only_links(units: Sequence[Unit]) -> dict[Key, Link]:
    """Name -> the one entry that all linked chains of this name and type are."""
    found: dict[Key, dict[str, Link]] = defaultdict(dict)
    for unit in units:
        if (link := unit.link) is not None and not unit.main.metonym:
            best = found[unit.main.type, joined_name(unit)].setdefault(link.id, link)
            if link.score > best.score:
                found[unit.main.type, joined_name(unit)][link.id] = link
    return {key: next(iter(links.values())) for key, links in found.items() if len(links) == 1}


def link_in(unit: Unit, link_of: Mapping[Key, Link]) -> Link | None:
    """The entry that a chain is, or that all others of its name are; a team is none."""
    return None if unit.team else unit.link or link_of.get((unit.main.type, joined_name(unit)))


def known_models(units: Sequence[Unit]) -> dict[tuple[str, ...], str]:
    """Words of a nickname, or of a number without its maker -> the one type of vehicle or weapon that is called so in full.

    Those of a ship without what stands before it ("Mysore") -> the one ship of that name.
    """
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in {mention.text for unit in units if unit.sort == "product" for mention in unit.named}:
        if ship := SHIP.match(name):
            found[words(name[ship.end() :])].add(_model(name))
        elif (model := parse_model(name)) is not None and (key := _model(name)):
            found[model.nickname].add(key)
            found[model.designation].add(key)
            if model.maker and model.key[0] == model.maker[-1][0] and _NUMBER.fullmatch(model.key, 1):
                found[*model.maker, model.key[1:]].add(key)  # "Airbus 380"
    return {short: next(iter(keys)) for short, keys in found.items() if short and len(keys) == 1}


def _model(name: str) -> str:
    """The type, or the ship, that a product's full name names; empty where it is no such name."""
    if ship := SHIP.match(name):
        prefix = words(ship[0])
        return " ".join((prefix[0] if len(prefix) == 1 else initials(ship[0]), *words(name[ship.end() :])))
    model = parse_model(name)
    if model is None or (model.is_numeric and not model.maker):
        return ""
    return f"{model.maker[-1]} {model.key}" if model.is_numeric else model.key


def keys_of(
    unit: Unit,
    link_of: Mapping[Key, Link],
    clipped: set[Form],
    models: Mapping[tuple[str, ...], str],
    full: Mapping[str, str],
) -> Iterator[Key]:
    """What a chain shares with the chains that it is one with."""
    tag = (unit.sort, *unit.tag)
    name = unit.main.text
    link = link_in(unit, link_of)
    if link is not None:
        yield (*tag, "link", link.id)
        return
    if unit.team:
        yield (*tag, "team", joined_name(unit), unit.number)
        return
    body = national_body(name) if unit.sort == THING else None
    if body is not None and unit.nation:
        yield (*tag, "body", unit.nation, *body.own)
        return
    if unit.sort == THING and (official := organization(name)):
        yield (*tag, "official", official)
        return
    parts = words(name)
    if unit.sort == PERSON:
        short = is_short(PERSON, name)
        yield (*tag, "name", "".join(parts), *((unit.number,) if short and len(parts) == 1 else ()))
        if not short:
            yield (*tag, "order", *sorted(parts))
        return
    if parts == _CONSTITUTION and unit.nation:
        yield (*tag, "body", unit.nation, *parts)
        return
    if law := law_of(name) if unit.sort == "product" else None:
        yield (*tag, "law", law)
        return
    local = unit.sort == "product" and _LOCAL.fullmatch(" ".join(parts)) is not None
    half = DIRECTIONS.issuperset(parts) and not unit.power and (unit.sort, *parts) != _WESTERN
    open_ = local or (unit.sort, *parts) in clipped or half
    yield (*tag, "name", joined_name(unit), *((unit.number,) if open_ else ()))
    if unit.sort == "product" and (model := models.get(parts) or _model(name)):
        yield (*tag, "model", model)
    if whole := full.get(" ".join(parts)):
        yield (*tag, "initials", whole)
    facility = parse_facility(name) if unit.sort == THING and unit.main.type != "organization" else None
    if facility and facility.own:
        yield (*tag, "facility", facility.kind, *facility.own)


def joined_name(unit: Unit) -> str:
    """The main name as one folded word, without legal form; of a people and its adjective alike."""
    parts = core_words(expanded(unit.main.text)) if unit.sort == THING else words(unit.main.text)
    joined = "".join(parts)
    return _singular(joined) if unit.sort == "group" else joined


def _singular(demonym: str) -> str:
    """One form for a people and its adjective ("Russians", "Russian", "Hispanics", "Swiss", "Westerners")."""
    one = demonym if demonym.endswith(("ss", "us")) else demonym.removesuffix("s")
    return one.removesuffix("er") if one.endswith("erner") else one
