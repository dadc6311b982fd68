"""What names are made of, and when two of them can be one: folding, words, initials, acronyms, variants.

Shared by extraction (variants inside an article) and resolution (variants across articles).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

Likeness = Literal["equal", "variant", "acronym", "surname", "conflict"]
"""How two names of one type compare: the first four speak for one thing, ``conflict`` speaks for two."""

_POINTS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_POINT_NAME = re.compile(r"^([NSEW])\.?\s?(?=[A-Z][a-z])")
_MOUNT = re.compile(r"\bMt\.? (?=[A-Z])")
_ORDINALS = {
    f"{number}{'st' if number == 1 else 'nd' if number == 2 else 'rd' if number == 3 else 'th'}": word
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_PLURAL_NUMBER = re.compile(r"(?<=\d)s\b")
_SPACED = re.compile(r"\bU\. (?=[SNK]\.)")
"""What stands between the letters of "U. S." in some papers."""
_LEGAL_FORMS = frozenset("inc corp co ltd llc plc ag gmbh sa nv spa limited corporation incorporated company".split())
_SMALL_WORDS = frozenset("of the and for in on de la le du des der von van und et y e to at".split())
_SHORT_GIVEN_NAMES = """
    abraham abe, albert al bert, alexander alex sasha, alexandra alex, alfred alf fred, andrew andy drew, anthony tony,
    antonio tony, arthur art, barbara barb, bartholomew bart, benjamin ben benny, bernard bernie, cassandra cassie,
    catherine cathy kate, charles charlie chuck chas, christine chris christy, christopher chris, clifford cliff,
    cynthia cindy, daniel dan danny, david dave, deborah deb debbie, dennis denny, donald don donny, dorothy dot,
    douglas doug, edward ed eddie ted, elizabeth liz beth betty lizzie, eugene gene, frances fran, francis frank,
    franklin frank, frederick fred freddie, gabriel gabe, geoffrey geoff, gerald jerry gerry, gregory greg,
    harold hal harry, henry hank harry, jacob jake, james jim jimmy jamie, jeffrey jeff, jennifer jen jenny, jerome jerry,
    jessica jess jessie, john jack johnny, jonathan jon, joseph joe joey, joshua josh, judith judy,
    katherine kate kathy katie,
    kathryn kate kathy katie, kathleen kathy, kenneth ken kenny, kimberly kim, lawrence larry, laurence larry,
    leonard len leo lenny, leslie les, louis lou, lucas luke, margaret peggy maggie meg, martin marty, matthew matt, maurice mo,
    michael mike mick mickey, mitchell mitch, nathan nate, nathaniel nat nate, nicholas nick, nikolai kolya, pamela pam,
    patricia pat patty tricia, patrick pat paddy, peter pete, philip phil, phillip phil, rachel rach, randall randy,
    raymond ray, rebecca becky, richard rick dick rich ricky, robert bob rob bobby robbie, ronald ron ronnie, rudolph rudy,
    samuel sam sammy, sandra sandy, solomon sol, stephen steve, steven steve, stuart stu, susan sue susie, terence terry,
    theodore ted teddy, theresa terry, thomas tom tommy, timothy tim, valerie val, victoria vicky, vincent vince vinny,
    vladimir volodya, walter walt wally, wesley wes, william bill will billy willie, zachary zach
"""
"""Given names, each with what those who bear it are called."""
_LONG_ACRONYM = 5
"""Letters of an acronym from which on two swapped letters are a slip."""
_LONG_WORD = 7
"""Letters from which on two words that differ by one are hardly two names."""
SHIP = re.compile(r"(?:USS|HMS|HMAS|HMCS|HMNZS|INS|RMS|USNS|USCGC|MV|M/V|Indian Naval Ship) (?=[A-Z])")
"""What stands before the names of ships."""
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What stands behind a surname and is no part of it."""
_PARTICLES = frozenset("al el bin ibn de da di du dos del van von der den ter la le st san".split())
_AL = re.compile(r"Al (?=[A-Z])")
"""A given name, in front and with a capital; elsewhere a particle ("al-Assad")."""


def fold(text: str) -> str:
    """Lower case without accents, as a key for comparison.

    >>> fold("Škoda")
    'skoda'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name: no possessives or full stops, "N.", "Mt", "5th" written out, hyphens split, "A380s" as one.

    >>> words("N.Korea's"), words("Kim Jong-un"), words("U.S."), words("A380s"), words("5th Avenue")
    (('north', 'korea'), ('kim', 'jong', 'un'), ('us',), ('a380',), ('fifth', 'avenue'))
    """
    name = re.sub(r"[’']s?$", "", name.strip().replace("’", "'"))
    name = _SPACED.sub("U.", _PLURAL_NUMBER.sub("", name))
    name = _POINT_NAME.sub(lambda m: _POINTS[m.group(1).lower()] + " ", name)
    name = _MOUNT.sub("Mount ", name)
    found = re.findall(r"[^\W_]+(?:'[^\W_]+)*", fold(re.sub(r"\.(?=\w)|(?<=\w)\.", "", name)))
    return tuple(_ORDINALS.get(word, word) for word in (found[1:] if len(found) > 1 and found[0] == "the" else found))


def key(name: str) -> str:
    """A name in the form in which equal names are equal strings.

    >>> key("the Kremlin") == key("Kremlin")
    True
    """
    return " ".join(words(name))


def initials(name: str) -> str:
    """First letters of the words that count.

    >>> initials("Democratic People's Republic of Korea")
    'dprk'
    """
    return "".join(word[0] for word in words(name) if word not in _SMALL_WORDS)


def is_acronym(short: str, long: str) -> bool:
    """Whether a name in capitals is made of another's initials.

    >>> is_acronym("U.N.", "United Nations"), is_acronym("Un", "United Nations")
    (True, False)
    """
    letters = re.sub(r"[^\w]", "", short)
    return (
        len(letters) > 1
        and letters.isupper()
        and len(words(long)) > 1
        and letters.lower()
        in {
            initials(long),
            "".join(word[0] for word in words(long)),
        }
    )


def abbreviates(short: str, long: str) -> bool:
    """Whether a short name in capitals can stand for a longer one: its letters stand in it in their order, the first one first.

    >>> abbreviates("IAEA", "International Atomic Energy Agency"), abbreviates("MINURSO", "United Nations Mission")
    (True, False)
    """
    letters = re.sub(r"[^\w]", "", short)
    if not (1 < len(letters) < len(long) and sum(c.isupper() for c in letters) * 2 > len(letters)):
        return False
    rest = iter(fold(long))
    return fold(long)[0] == fold(letters)[0] and all(letter in rest for letter in fold(letters))


def surname(name: str) -> tuple[str, ...]:
    """The last word of a person's name with the particles before it.

    >>> surname("Ursula von der Leyen"), surname("Vladimir Putin"), surname("John Roberts Jr.")
    (('von', 'der', 'leyen'), ('putin',), ('roberts',))
    """
    parts = words(name)
    if len(parts) > 2 and parts[-1] in GENERATIONS:
        parts = parts[:-1]
    start = max(len(parts) - 1, 0)
    while start > 1 and parts[start - 1] in _PARTICLES:
        start -= 1
    return parts[start:]


def is_surname(name: str) -> bool:
    """Whether a person's name is one word, but for particles ("von der Leyen").

    >>> is_surname("von der Leyen"), is_surname("Putin"), is_surname("Xi Jinping"), is_surname("Al Gore")
    (True, True, False, False)
    """
    parts = words(name)
    return all(part in _PARTICLES for part in parts[:-1]) and not _AL.match(name)


def compare_persons(left: str, right: str) -> Likeness | None:
    """How two persons' names compare; None says nothing either way.

    A single word can be the surname first or last in the other, as in Korean, Chinese and Hungarian names.

    >>> compare_persons("Kim Jong-un", "Kim Jong Un"), compare_persons("Putin", "Vladimir Putin")
    ('equal', 'surname')
    >>> compare_persons("Kim Jong-un", "Kim Yo-jong"), compare_persons("V. Putin", "Vladimir Putin")
    ('conflict', 'variant')
    >>> compare_persons("Bill Clinton", "William Jefferson Clinton"), compare_persons("Gore", "Al Gore")
    ('variant', 'surname')
    """
    a, b = words(left), words(right)
    if not a or not b:
        return None
    if a == b or "".join(a) == "".join(b) or sorted(a) == sorted(b):
        return "equal"
    a, b = _without_particles(left), _without_particles(right)
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return "surname" if short[0] in {long[0], long[-1]} and len(long) > 1 else "conflict"
    if short[-1] == long[-1] and _given_names_agree(short[:-1], long[:-1]):
        return "variant"
    return "conflict"


def _without_particles(name: str) -> tuple[str, ...]:
    parts = words(name)
    given = parts[:1] if _AL.match(name) else ()
    return (*given, *(part for part in parts[len(given) :] if part not in _PARTICLES)) or parts


def _given_names_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether every given name of the shorter stands, whole, short or as its initial, in the longer, in its order."""
    rest = iter(long)
    return all(
        any(
            a == b or (1 in {len(a), len(b)} and a[0] == b[0]) or a in full_given_names(b) or b in full_given_names(a)
            for b in rest
        )
        for a in short
    )


@cache
def _full_given_names() -> dict[str, frozenset[str]]:
    rows = [row.split() for row in _SHORT_GIVEN_NAMES.split(",")]
    shorts = {short for row in rows for short in row[1:]}
    return {short: frozenset(row[0] for row in rows if short in row[1:]) for short in shorts}


def full_given_names(name: str) -> frozenset[str]:
    """The given names that a folded one is short for.

    >>> sorted(full_given_names("ted")), sorted(full_given_names("edward"))
    (['edward', 'theodore'], [])
    """
    return _full_given_names().get(name, frozenset())


def is_slip(short: str, long: str, least: int = _LONG_WORD) -> bool:
    """Whether two folded words of some length differ by a letter more, less, other or swapped, the first not among them.

    An "a" or "s" at the end makes another name: a woman's, a family's.

    >>> is_slip("kiltschko", "klitschko"), is_slip("bornsten", "bornstein"), is_slip("ivanov", "ivanova"), is_slip("lee", "lea")
    (True, True, False, False)
    """
    a, b = sorted((short, long), key=len)
    if len(a) < least or a[0] != b[0] or b in {a, f"{a}a", f"{a}s"} or len(b) - len(a) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    swapped = a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
    return swapped or a[start + 1 :] == b[start + 1 :] or a[start:] == b[start + 1 :]


def is_misspelt(rare: str, usual: str) -> bool:
    """Whether a name can be another one misspelt: one word that differs by a letter, or an acronym with two letters swapped.

    >>> is_misspelt("Chrylser", "Chrysler"), is_misspelt("MNSBC", "MSNBC"), is_misspelt("CNBC", "CBNC")
    (True, True, False)
    """
    if abs(len(rare) - len(usual)) > 1 or not (rare.isalpha() and usual.isalpha()) or rare.isupper() != usual.isupper():
        return False
    if rare.startswith(usual) or usual.startswith(rare):  # "Somalia", "Somalian"
        return False
    if not rare.isupper():
        return is_slip(fold(rare), fold(usual))
    return (
        len(rare) == len(usual) >= _LONG_ACRONYM and sorted(rare) == sorted(usual) and is_slip(rare.lower(), usual.lower(), 2)
    )


@lru_cache(maxsize=100_000)
def core_words(name: str) -> tuple[str, ...]:
    """The words of a thing's name without its legal form, without what stands before a ship's and without possessive endings.

    >>> core_words("Apple Inc."), core_words("Campbell's Soup"), core_words("INS Mysore")
    (('apple',), ('campbell', 'soup'), ('mysore',))
    """
    ship = SHIP.match(name)
    parts = tuple(word.removesuffix("'s") for word in words(name[ship.end() :] if ship else name))
    return tuple(w for w in parts if w not in _LEGAL_FORMS) or parts


def compare_names(left: str, right: str) -> Likeness | None:
    """How two names of organizations, places or things compare.

    >>> compare_names("N.Korea", "North Korea"), compare_names("UN", "United Nations")
    ('equal', 'acronym')
    >>> compare_names("Apple Inc.", "Apple")
    'equal'
    """
    a, b = core_words(left), core_words(right)
    if a == b or "".join(a) == "".join(b):
        return "equal"
    if is_acronym(left, right) or is_acronym(right, left):
        return "acronym"
    return None
