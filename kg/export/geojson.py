"""GeoJSON (RFC 7946) of the places, and of the events at them: QGIS, Leaflet, kepler.gl. Written only.

A place has a position if the gazetteer has one; an event is where its place is, once for each. What has no position is left
out, and ``left_out`` at the top of the file says how many places and events that are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from kg.graph import EntityNode, EventNode, KnowledgeGraph
from kg.graph.attributes import PLACE_ROLE, describe_difference

_Position = list[float]
_DIGITS: Final = 6  # of a degree: 0.1 m


def write(graph: KnowledgeGraph, stream: BinaryIO) -> None:
    """Write the places, the most mentioned first, then the events, the earliest first."""
    places = graph.places()
    events = [event for event in graph.events(asserted=False) if event.roles.get(PLACE_ROLE)]
    features = [*_places(places), *_events(events)]
    found = {feature["properties"]["id"] for feature in features}
    things = {"places": places, "events": events}
    left_out = {name: sum(thing.id not in found for thing in all_of_them) for name, all_of_them in things.items()}
    stream.write(f'{{\n"type":"FeatureCollection",\n"left_out":{_dump(left_out)},\n"features":['.encode())
    stream.write(",".join(f"\n{_dump(feature)}" for feature in features).encode())
    stream.write(b"\n]\n}\n")


def _places(places: tuple[EntityNode, ...]) -> Iterator[dict[str, Any]]:
    for place in places:
        if position := _position(place):
            properties = {"name": place.name, "mentions": place.mentions, "country": place.link and place.link.country}
            yield _feature(place.id, position, {"id": place.id, "iri": place.iri, "kind": place.kind, **properties})


def _events(events: list[EventNode]) -> Iterator[dict[str, Any]]:
    for event in events:
        facts: dict[str, Any] = {"id": event.id, "iri": event.iri, "kind": event.kind, "type": event.type, "name": event.label}
        facts |= {"participants": [who.name for who in event.participants], "articles": len(event.articles)}
        facts |= {"asserted": event.asserted, "certainty": event.certainty, "polarity": event.polarity}
        facts |= {"begin": event.time and event.time.begin, "end": event.time and event.time.end}
        facts |= {"differs": [describe_difference(found) for found in event.differences] or None}
        facts |= {"sentence": next((piece.sentence for piece in event.evidence if piece.sentence), None)}
        for place in event.roles[PLACE_ROLE]:
            if position := _position(place):
                yield _feature(f"{event.id}@{place.id}", position, facts | {"place": place.name})


def _position(place: EntityNode) -> _Position | None:
    """Longitude, latitude: in this order."""
    link = place.link
    if link is None or link.longitude is None or link.latitude is None:
        return None
    return [round(link.longitude, _DIGITS), round(link.latitude, _DIGITS)]


def _feature(name: str, position: _Position, properties: dict[str, Any]) -> dict[str, Any]:
    known = {key: value for key, value in properties.items() if value is not None}
    return {"type": "Feature", "id": name, "geometry": {"type": "Point", "coordinates": position}, "properties": known}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
