"""What the gazetteer says of an entity, in RDF.

The entry hangs on a node of its own (``…/link``), with its score, so that nothing is said of the gazetteer's own IRIs. A
place is what GeoNames or Wikidata has (``owl:sameAs``), with coordinates, and with ``schema:containedInPlace`` for the nodes
that contain it; of anything else, and of pages, it is ``schema:sameAs``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.export.concepts import PLACES
from kg.export.notation import NTriples, Row
from kg.export.rows import Block, Rows
from kg.export.vocabulary import GEO, KG, LINK_NUMBERS, LINK_TEXTS, OWL, SCHEMA, SCORE, SKOS, WD, WGS
from kg.model import Entity, Link

_THINGS = ("https://sws.geonames.org/", WD.iri)
"""Where an IRI is that of the place itself, not of a page about it."""
_ITEM = re.compile(r"Q[1-9][0-9]*")


class Places(Rows):
    """The links of the entities of one graph."""

    def __init__(self, entities: Iterable[Entity], base: str, notation: NTriples) -> None:
        super().__init__(base, notation)
        self.nodes: dict[str, list[str]] = {}
        for entity in entities:
            if entity.link and entity.type in PLACES:
                self.nodes.setdefault(entity.link.id, []).append(entity.id)

    def rows(self, entity: Entity) -> Iterator[Row]:
        """What a link says of the entity itself."""
        if entity.link:
            yield from self._identity(entity, entity.link)
            if entity.type in PLACES:
                yield from self._position(entity, entity.link)
        for number in range(1, len(entity.candidates) + 1):
            yield self.ref(KG.candidate, f"{entity.id}/candidate/{number}")
        yield from (self.far(SKOS.closeMatch, candidate.id) for candidate in entity.candidates)

    def blocks(self, entity: Entity) -> Iterator[Block]:
        """The link, the geometry and the candidates as nodes of their own."""
        link = entity.link
        if link:
            yield self._entry(f"{entity.id}/link", link)
            if _has_position(entity, link):
                point = self.to.typed(f"POINT({link.longitude!r} {link.latitude!r})", GEO.wktLiteral)
                rows = [self.kind(GEO.Geometry), (self.name[GEO.asWKT], point)]
                yield self.node(f"{entity.id}/geometry"), rows
        for number, candidate in enumerate(entity.candidates, 1):
            yield self._entry(f"{entity.id}/candidate/{number}", candidate)

    def _identity(self, entity: Entity, link: Link) -> Iterator[Row]:
        yield self.ref(KG.link, f"{entity.id}/link")
        entries = [link.id, *([WD.term(link.wikidata)] if link.wikidata and _ITEM.fullmatch(link.wikidata) else [])]
        for entry in dict.fromkeys(entries):
            is_thing = entity.type in PLACES and entry.startswith(_THINGS)
            yield self.far(OWL.sameAs if is_thing else SCHEMA.sameAs, entry)

    def _position(self, entity: Entity, link: Link) -> Iterator[Row]:
        if _has_position(entity, link):
            yield self.number(WGS.lat, link.latitude or 0.0)
            yield self.number(WGS.long, link.longitude or 0.0)
            yield self.ref(GEO.hasGeometry, f"{entity.id}/geometry")
        containers = [node for entry in link.within for node in self.nodes.get(entry, ()) if node != entity.id]
        yield from (self.ref(SCHEMA.containedInPlace, node) for node in dict.fromkeys(containers))

    def _entry(self, node: str, link: Link) -> Block:
        rows = [self.kind(KG.Link), self.far(KG.entry, link.id)]
        texts = ((term, getattr(link, field)) for field, term in LINK_TEXTS.items())
        rows += [self.text(term, text) for term, text in texts if text]
        numbers = ((term, getattr(link, field)) for field, term in LINK_NUMBERS.items())
        rows += [self.number(term, number) for term, number in numbers if number is not None]
        rows += [self.text(KG.within, " ".join(link.within))] if link.within else []
        return self.node(node), [*rows, self.number(SCORE, link.score)]


def _has_position(entity: Entity, link: Link) -> bool:
    return entity.type in PLACES and link.latitude is not None and link.longitude is not None
