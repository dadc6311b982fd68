"""Compile the table of leaders known by their surname: ``python -m training.gazetteer.leaders EVENTS``.

``EVENTS`` is events_2002_2025.jsonl: sentences of Wikipedia's Current Events. A surname is taken whose bearers are nearly all
one man or woman in office, and which few others in the world have.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path

from kg.gazetteer import people_of
from kg.names import fold, words
from kg.resolve.forms import is_rare_surname, surname_form

TARGET = Path(__file__).parents[2] / "kg" / "resolve" / "leaders.txt"
LEAST, LEAST_IN_OFFICE = 25, 8
"""Full names, and such behind a title, from which on somebody is well known."""
FAMOUS = 500
"""Full names from which on a surname may be a frequent one."""
SHARE = 0.85
"""Of the full names with a surname that one person must have."""
_TITLE = (
    r"(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Ss]ecretary|Senator|Sen\.|[Gg]overnor|[Gg]eneral|Gen\.|[Ll]eader|Representative|"
    r"[Nn]ominee|[Cc]andidate|Premier|[Mm]ayor|Ayatollah|Taoiseach|[Cc]hairman|[Dd]ictator|[Cc]hief|Colonel)"
)
_WORD = r"[A-ZÁÉÖŠ][^\W\d_]+"
_NAME = rf"{_WORD}(?:[ -](?:[A-Z]\.|al-|bin|{_WORD}))?[ -]{_WORD}"
_NO_NAMES = frozenset(
    """
    president prime minister chancellor secretary senator governor king pope general leader representative justice
    premier mayor former state us vice deputy foreign defense new the sir mr saint san fort mount lake north south east
    west judge in on after at with by for of and says as from against under democratic republican party election
    interior finance supreme attorney acting national security
    """.split()
)


@lru_cache(maxsize=100_000)
def _own(name: str) -> tuple[str, ...]:
    """Given name and surname without titles and peoples before them; empty where nothing is left."""
    parts = name.split()
    while parts and (fold(parts[0]) in _NO_NAMES or people_of(parts[0]) is not None):
        parts = parts[1:]
    own = words(" ".join(parts))
    return (own[0], own[-1]) if len(own) > 1 else ()


def main(events: Path) -> None:
    """Write surname and given name of each."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    in_office: Counter[tuple[str, ...]] = Counter()
    for line in events.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        in_office.update(own for match in re.finditer(rf"{_TITLE} ({_NAME})\b", text) if (own := _own(match[1])))
        for match in re.finditer(rf"(?=\b({_NAME}))", text):
            if own := _own(match[1]):
                named[own[1]][own[0]] += 1
    rows = []
    for surname, given in sorted(named.items()):
        first, count = given.most_common(1)[0]
        rare = is_rare_surname(("person", surname_form(surname)))
        known = count >= LEAST and in_office[first, surname] >= LEAST_IN_OFFICE and count >= SHARE * given.total()
        if known and (rare or count >= FAMOUS):
            rows.append(f"{surname} {first}")
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
