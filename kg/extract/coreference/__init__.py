"""Which mentions of an article are one thing: names with their variants, "the North Korean leader", "the company", "he".

Names are joined by rules (`names`), and so are nominals by office (`roles`), built things (`built`) and pairs (`groups`);
each of the rest is put to what a small trained network over the parse finds likeliest (`ranker`, `antecedents`). Every join
has its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.coreference.antecedents import link_markables
from kg.extract.coreference.markables import find_markables
from kg.extract.coreference.names import link_names
from kg.extract.coreference.quotes import find_speech
from kg.extract.coreference.traits import find_traits
from kg.extract.discourse import Discourse, Draft, DraftJoin, tokens_of
from kg.extract.mentions import Name
from kg.extract.metonymy import find_metonyms
from kg.extract.passages import Passage

if TYPE_CHECKING:
    from kg.extract.tokens import Token

__all__ = ["link_names", "open_discourse", "resolve_pronoun"]


def open_discourse(text: str, passages: Sequence[Passage], names: Sequence[Name]) -> Discourse:
    """The discourse of an article: its names, and the nominals and pronouns that stand for something else in it, in chains."""
    discourse = Discourse(text, passages)
    metonyms = find_metonyms(passages, names)
    links = link_names(text, names, metonyms, _attributes(discourse, names))
    for number, (name, chain) in enumerate(zip(names, links.chains, strict=True)):
        discourse.add(Draft(name.span, name.type, "name", name.score, chain, number in metonyms))
    discourse.joins += [DraftJoin(*join) for join in links.joins]
    markables = find_markables(passages, discourse.names_by_token())
    if markables:
        traits = find_traits(discourse, markables, *find_speech(text, passages))
        link_markables(discourse, markables, traits)
    return discourse


def _attributes(discourse: Discourse, names: Sequence[Name]) -> frozenset[int]:
    """Numbers of the names of peoples that only describe something ("a Dutch firm") and so refer to nothing themselves."""
    found = set()
    for number, name in enumerate(names):
        passage = discourse.passage_of(name.span) if name.type == "group" else None
        if passage is not None:
            tokens = list(tokens_of(discourse.passages[passage], name.span))
            if tokens and tokens[-1].dep_ in {"amod", "compound"}:
                found.add(number)
    return frozenset(found)


def resolve_pronoun(discourse: Discourse, passage: int, token: Token) -> list[int]:
    """The mentions that a pronoun stands for, each of a group; none where that is open."""
    number = discourse.number_of(passage, token)
    return [] if number is None else discourse.coordinated(passage, number)
