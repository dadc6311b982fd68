"""Towns and states that are teams: "Denver beat Boston, 23-17", not "in Denver"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention

_SPORT = re.compile(
    r"\b(playoffs?|quarterback|touchdowns?|coach(?:es|ed)?|season|NBA|NFL|NHL|MLB|NCAA|innings?|goalie|goalkeeper|rebounds|yards"
    r"|linebacker|roster|halftime|overtime|league|championship|tournament|pitcher|receiver|point guard|free agent|midfielder"
    r"|striker|defenseman|shootout|home run|bullpen|lineup|semifinals?|quarterfinals?)\b"
)
_LEAST = 3
"""Different words of sport from which on an article is about it."""
_BEHIND = re.compile(
    r"(?:['’]s?)? (?:\d+-\d+\b|\(\d+-\d+|(?:(?:has|had|have|will|would|also|then|finally|again) )?(?:beats?|won|wins|lost|loses"
    r"|defeat(?:s|ed)|knock(?:s|ed) off|edged|routed|scored|scores|trails?|trailed|rallied|clinched|traded|drafted|outscored"
    r"|downed|swept|upset|shut out)\b)"
    r"|['’]s (?:quarterback|(?:head )?coach|defen[sc]e|offense|bench|lineup|victory|win|loss|record|roster|linebacker|goalie"
    r"|pitcher|bullpen|starters|point guard|wide receiver|running back|locker room)\b"
)
_BEFORE = re.compile(
    r"\b(?:beat(?:s|ing)?|defeat(?:s|ed|ing)?|edg(?:ed|ing)|rout(?:ed|ing)|down(?:ed|ing)|swept|knock(?:s|ed|ing) off|upset"
    r"|(?:win|won|victory|triumph|lead|game|matchup|match|thumping) (?:over|with)|(?:loss|losing|lost|fell) to"
    r"|against|versus|vs\.|trad(?:ed|ing) (?:to|by)|sign(?:ed|ing) (?:with|by)|(?:drafted|released) by"
    r"|play(?:ed|s|ing)? (?:for|with)|coach(?:ed|es|ing) (?:at|for)|(?:division |conference |old |bitter )?rivals?) $"
)
_LIST = re.compile(r"(?:(?:[A-Z][\w.]+ ?){1,3}(?:, and |, | and ))+$")
_REACH = 90


def is_about_sport(text: str) -> bool:
    """Whether an article has several words of matches, players and leagues."""
    return len({match[1].lower().removesuffix("s") for match in _SPORT.finditer(text)}) >= _LEAST


def are_team(text: str, names: Sequence[Mention]) -> bool:
    """Whether more than half of a place's names in an article about sport stand where teams do."""
    return 2 * sum(_is_team(text, mention) for mention in names) > len(names)


def _is_team(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - _REACH) : mention.start]
    if _BEHIND.match(text, mention.end) or _BEFORE.search(before):
        return True
    listed = _LIST.search(before)
    return listed is not None and _BEFORE.search(before[: listed.start()]) is not None
