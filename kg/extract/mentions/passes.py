"""What becomes of the names that a pipeline saw in an article, one pass after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg.extract.mentions.agreement import agree_on_types
from kg.extract.mentions.beginnings import with_beginnings
from kg.extract.mentions.beside import as_said
from kg.extract.mentions.cars import with_cars
from kg.extract.mentions.common import without_common_words
from kg.extract.mentions.designations import as_types, find_designations, with_designations
from kg.extract.mentions.extents import without_direction, without_headline_verbs
from kg.extract.mentions.firms import bare_firms, join_partners, split_firms
from kg.extract.mentions.furniture import names_of_furniture
from kg.extract.mentions.joins import join_halves
from kg.extract.mentions.laws import with_laws
from kg.extract.mentions.name import Name
from kg.extract.mentions.nouns_behind import with_built_nouns, with_heads
from kg.extract.mentions.offices import without_offices, without_role
from kg.extract.mentions.regions import as_town, split_places, without_party
from kg.extract.mentions.repeats import find_repeats
from kg.extract.mentions.ships import as_ships
from kg.extract.mentions.splits import split_bodies, split_pairs
from kg.extract.mentions.storms import with_storms
from kg.extract.mentions.works import with_titles
from kg.extract.passages import Passage
from kg.model import Article

Pass = Callable[[Article, Sequence[Passage], Sequence[Name]], Iterable[Name]]


def _each(change: Callable[[str, Name], Name | None]) -> Pass:
    """A pass over one name at a time; what becomes None is left out."""
    return lambda article, _, names: [new for name in names if (new := change(article.text, name)) is not None]


def _all(change: Callable[[str, Sequence[Name]], Iterable[Name]]) -> Pass:
    """A pass that holds an article's names against each other."""
    return lambda article, _, names: change(article.text, names)


def _in_prose(change: Callable[[str, Sequence[Passage], Sequence[Name]], Iterable[Name]]) -> Pass:
    """A pass that reads the parse, too."""
    return lambda article, passages, names: change(article.text, passages, names)


def _with_repeats(article: Article, passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    return sorted([*names, *find_repeats(article.text, passages, names)])


def _with_unseen(article: Article, passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    return [*names, *names_of_furniture(article), *find_designations(article.text, passages, names)]


PASSES: tuple[Pass, ...] = (
    # what is no part of the name goes
    _each(without_party),  # "R-Ohio"
    _each(without_direction),  # "Far Eastern Amur Region"
    _each(without_role),  # "White House Press" Secretary
    # halves become one name, before what is two is looked for
    _all(join_halves),  # "African" "American"
    _all(join_partners),  # "Moore" & "Van Allen"
    _all(split_places),  # "Netherlands Ann Lee" in a list
    _all(split_pairs),  # "Putin-Kim"
    _all(split_bodies),  # "Center for Studies of East China University"
    _all(split_firms),  # "Boeing and Airbus"
    _all(bare_firms),  # "British union Unite"
    _all(without_offices),  # "Lord Mayor Lee"
    _all(without_headline_verbs),  # "Will Nab Lee"
    # what belongs to the name and was left out comes in
    _in_prose(with_titles),  # "Good Morning America"
    _all(with_heads),  # "State Affairs" Commission
    _all(with_designations),  # "Boeing" 737s
    _all(with_built_nouns),  # "Vostochny" space launch facility
    _in_prose(with_laws),
    _in_prose(with_storms),
    # names that the pipeline never saw
    _with_unseen,  # in datelines and credits; "Su-57" fighters
    _in_prose(with_beginnings),  # Congressional "Black Caucus Foundation"
    _in_prose(without_common_words),
    # types, when it is settled where names begin and end
    _all(as_ships),
    _all(with_cars),
    _in_prose(as_said),  # "the frigate X"
    _each(as_town),  # "Victory, Ohio"
    _all(as_types),  # "the Dreamliner" of an article that has the "Boeing 787 Dreamliner"
    _with_repeats,
    _all(agree_on_types),
)
"""In this order: each needs what those before it have mended."""
