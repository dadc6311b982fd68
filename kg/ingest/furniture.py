"""What the lines of a newspaper page are that are not the report itself.

Every rule is narrow on purpose: a line of furniture that is read as prose does little harm, prose that is lost cannot be found
again. No rule reads far into a long line, so that a line of megabytes costs nothing.
"""

from __future__ import annotations

import re

from kg.ingest.dates import is_date_line, parse_date
from kg.ingest.names import are_names, is_agency, is_name

_LONGEST = 200
_LONGEST_BYLINE = 100
_LONGEST_SECTION = 60
_SHOUT_WORDS = 2
_AUTHOR_WORDS = range(2, 5)
_CONTACT_WORDS = 20
_ADDRESS_WORDS = 6

_PUBLISHED = re.compile(
    r"(?:first |originally )?(?:published|posted|publication date|date|issued)\b[\s:]*(?:online\b)?", re.IGNORECASE
)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified|edited)\b[\s:]*", re.IGNORECASE)

_BYLINE = re.compile(r"(?:by|words by|written by|text by|report by|story by)\b:?\s+(?:the |our )?(?P<who>\S.*)", re.IGNORECASE)
_BYLINE_WITH_JOB = re.compile(r"(?P<who>[^,|]+)(?:,|\s\|)\s*(?P<job>.+)")
_JOB = re.compile(r"\b(?:correspondent|reporter|writer|editor|columnist|bureau|staff|desk)\b", re.IGNORECASE)
_NO_AUTHOR = re.compile(r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)

_SECTION_BREAK = re.compile(r"\s+[/|»>›·•]\s+|(?<=[A-Z]{2})[/|](?=[A-Z]{2})")
_SECTION = re.compile(
    r"africa|americas|analysis|arts|asia|asia pacific|breaking news|business|china|comment|culture|defen[cs]e|diplomacy|economy"
    r"|editorial|europe|exclusive|features|foreign|health|interview|korea|latin america|markets|middle east|national|news"
    r"|news analysis|north korea|opinion|politics|russia|science|security|society|space|sports?|tech|technology|top stories"
    r"|uk|us|us news|world|world news",
    re.IGNORECASE,
)

_SOURCE = re.compile(r"\(?sources?:\s*(?P<source>(?-i:[A-Z])[\w.'’&/, -]{1,60})\)?\.?", re.IGNORECASE)
_LONE_AGENCY = re.compile(r"[(\[](?P<source>[^()\[\]]{2,40})[)\]]")

_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_ENDS_IN_EMAIL = re.compile(rf"(?:^|[\s(<:]){_EMAIL}[)>]?$")
_GLUED_EMAIL = re.compile(rf"(?<=[.!?\"”’)])\s+(?P<contact>[(\[]?(?:e-?mail:\s*)?{_EMAIL}[)\]]?\.?)$", re.IGNORECASE)
_CONTACT = re.compile(
    r"\W{0,3}(?:"
    r"(?:follow|like|find|join|visit) (?:us|me) (?:on|at)\b"
    r"|follow @"
    r"|(?:follow|like) (?-i:[A-Z]).{1,40} on (?:twitter|x|facebook|instagram|telegram|whatsapp|linkedin|threads)\b"
    r"|(?:subscribe to|sign up (?:for|to)|click here)\b"
    r"|share (?:this|on (?:twitter|facebook|whatsapp))\b"
    r"|(?:read (?:more|also)|also read|see also|related|more on this story)\s*(?::|$)"
    rf"|(?:contact|e-?mail|write to|tel|phone|letters)\b.{{0,60}}(?:{_EMAIL}|\+?\d[\d ()-]{{6,}})\W*$"
    r"|copyright\s*(?:©|\(c\)|\d{4})|©|(?:all rights reserved|advertisement|enditem|ends|end|-30-)\W*$"
    r")",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?:additional )?(?:reporting|writing|editing|compiled|graphics?)(?: and (?:writing|editing))? by (?P<who>.+)",
    re.IGNORECASE,
)
_MEANINGFUL = re.compile(r"[^\W_]")


def is_published(line: str) -> bool:
    """A line that says when the article came out ("Published: Sep 13, 2023 09:43 PM")."""
    return _is_dated(_PUBLISHED, line)


def is_updated(line: str) -> bool:
    """A line that says when the article was changed ("Updated: September 18, 2023")."""
    return _is_dated(_UPDATED, line)


def _is_dated(label: re.Pattern[str], line: str) -> bool:
    match = label.match(line)
    return match is not None and is_date_line(line[match.end() :])


def is_day(line: str) -> bool:
    """A line that is a date and no more ("September 13, 2023")."""
    return is_date_line(line) and parse_date(line) is not None


def is_byline(line: str) -> bool:
    """A line that says who wrote the article ("By Jane Doe and John Roe in Seoul", "Jane Doe, Reuters")."""
    if len(line) > _LONGEST_BYLINE or _NO_AUTHOR.search(line):
        return False
    if match := _BYLINE.fullmatch(line):
        return are_names(match["who"])
    match = _BYLINE_WITH_JOB.fullmatch(line)
    return match is not None and is_name(match["who"]) and (is_agency(match["job"]) or _is_job(match["job"]))


def _is_job(text: str) -> bool:
    return is_name(text) and _JOB.search(text) is not None


def is_author(line: str) -> bool:
    """A line that may be an author or a column by name alone ("Jane Doe", "The Sceptic's Column")."""
    return len(line) <= _LONGEST_BYLINE and "," not in line and len(line.split()) in _AUTHOR_WORDS and is_name(line)


def is_section(line: str) -> bool:
    """A line that names the part of the newspaper ("WORLD | ASIA", "Politics")."""
    if len(line) > _LONGEST_SECTION:
        return False
    parts = [part.strip() for part in _SECTION_BREAK.split(line)]
    are_short = all(len(part.split()) <= 3 and is_name(part) for part in parts)
    return are_short and (len(parts) > 1 or _SECTION.fullmatch(line) is not None)


def is_shout(line: str) -> bool:
    """A word or two in capitals: the part of the newspaper if a headline follows."""
    return len(line) <= _LONGEST_SECTION and len(line.split()) <= _SHOUT_WORDS and line.isupper() and line[-1].isalpha()


def is_contact(line: str) -> bool:
    """A line to the reader, or an ornament ("Follow us on", "Reporting by …; Editing by …", an address, "* * *")."""
    if len(line) > _LONGEST:
        return _MEANINGFUL.search(line) is None
    words = len(line.split())
    return (
        _MEANINGFUL.search(line) is None
        or (words <= _CONTACT_WORDS and _CONTACT.match(line) is not None)
        or (words <= _ADDRESS_WORDS and _ENDS_IN_EMAIL.search(line) is not None)
        or _is_desk_credit(line)
    )


def _is_desk_credit(line: str) -> bool:
    """The last line of agency reports: who reported, wrote and edited."""
    jobs = [_DESK.fullmatch(job.strip()) for job in line.strip("()[]. ").split(";")]
    return all(job is not None and are_names(job["who"]) for job in jobs)


def find_glued_contact(paragraph: str) -> int | None:
    """Where the address begins that stands behind the last sentence of a paragraph."""
    match = _GLUED_EMAIL.search(paragraph, max(0, len(paragraph) - _LONGEST))
    return match.start("contact") if match else None


def find_source(line: str) -> str | None:
    """The agency or newspaper that a line of its own names ("Source: Xinhua", "(Reuters)")."""
    if len(line) > _LONGEST:
        return None
    if match := _SOURCE.fullmatch(line):
        return match["source"].strip(" .") if are_names(match["source"].strip(" .")) else None
    match = _LONE_AGENCY.fullmatch(line)
    return match["source"] if match and is_agency(match["source"]) else None
