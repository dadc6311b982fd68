"""What the lines of a newspaper page are that are not the report itself.

Every rule is narrow on purpose: a line of furniture that is read as prose does little harm, prose that is lost cannot be found
again. No rule looks at more than the first or last few hundred characters of a line, so that a long one costs nothing.
"""

from __future__ import annotations

import re

from kg.ingest.dates import is_date_line

_LONGEST_LINE = 200
_LONGEST_CAPTION = 700
_END_OF_CAPTION = 140

_NAME_WORD = r"[^\W\d_][\w.'’&-]*"
_SMALL_WORDS = frozenset("a an and at bin da de del der di du el for from ibn in la le of on the to van von y &".split())
_WORD = re.compile(r"[^\s,/]+")

_AGENCIES = frozenset(
    "afp ap ani ans apa belga bernama bloomberg bbc cnn cna dpa dw efe interfax irna kcna kyodo lusa ntb npr pa pti reuters "
    "ria rfe/rl sputnik tass tt unian upi vnexpress voa xinhua yonhap".split()
)
_AGENCY_WORD = re.compile(
    r"\b(?:agency|agencies|associated press|france-presse|news|newswire|wire|press|post|times|herald|tribune|telegraph|globe"
    r"|service|media|network|ria novosti|thomson reuters foundation)\b",
    re.IGNORECASE,
)

_PUBLISHED = re.compile(
    r"(?:first |originally )?(?:published|posted|publication date|date|issued)\b[\s:]*(?:online\b)?", re.IGNORECASE
)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified|edited)\b[\s:]*", re.IGNORECASE)

_BYLINE = re.compile(r"(?:by|words by|written by|text by|report by|story by)\b:?\s+(?P<who>\S.*)", re.IGNORECASE)
_BYLINE_JOB = re.compile(r"(?P<who>[^,|]+)(?:,|\s\|)\s*(?P<job>.+)")
_NAME_BREAK = re.compile(r"[,|]|\b(?:and|in|at)\b")
_JOB = re.compile(r"\b(?:correspondent|reporter|writer|editor|columnist|bureau|staff|desk)\b", re.IGNORECASE)
_NO_AUTHOR = re.compile(r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)

_SECTION_BREAK = re.compile(r"\s+[/|»>›·•]\s+|(?<=[A-Z])[/|](?=[A-Z])")
_SECTIONS = frozenset(
    "africa|americas|analysis|arts|asia|asia pacific|breaking news|business|china|comment|culture|defence|defense|diplomacy"
    "|economy|editorial|europe|exclusive|features|foreign|health|interview|korea|latin america|markets|middle east|national"
    "|news|news analysis|north korea|opinion|politics|russia|science|security|society|space|sport|sports|tech|technology"
    "|top stories|uk|us|us news|world|world news".split("|")
)

_CREDIT_NAME = r"[A-Za-z][\w.'’&/, -]{1,60}"
_CREDIT_LABEL = r"(?:(?:File|Handout|AP|AFP|Reuters|REUTERS) )?(?:Photo|PHOTO|Photograph|Picture|Image|Pic)s?(?: [Cc]redit)?"
_CREDIT = re.compile(
    rf"(?:[(\[]?\b(?:{_CREDIT_LABEL}\s*[:/]|C(?:redit|REDIT):)\s*"  # "Photo: Xinhua" is a credit wherever it stands,
    rf"|(?:^|[(\[]|(?<=[.!?\"”])\s)(?:{_CREDIT_LABEL} [Bb]y:?\s+|(?:REUTERS|Reuters|AFP|AP|EPA)/))"  # these after a sentence
    rf"(?P<name>{_CREDIT_NAME})[)\]]?\.?$",
)
_CREDIT_BREAK = re.compile(r"[,/]|\b(?:via|for|and|courtesy of)\b", re.IGNORECASE)
_FILE_PHOTO = re.compile(
    r"\W?(?:file|handout|archive) (?:photo(?:graph)?|picture|image)\b|(?:photo|photograph|picture|image)\s?:", re.IGNORECASE
)

_SOURCE = re.compile(rf"\(?sources?:\s*(?P<source>(?-i:{_CREDIT_NAME}))\)?\.?", re.IGNORECASE)
_LONE_AGENCY = re.compile(r"[(\[](?P<source>[^()\[\]]{2,40})[)\]]")

_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_HAS_EMAIL = re.compile(rf"(?<![\w.+-]){_EMAIL}")
_GLUED_EMAIL = re.compile(rf"(?<=[.!?\"”’)])\s+(?P<contact>[(\[]?(?:e-?mail:\s*)?{_EMAIL}[)\]]?\.?)$", re.IGNORECASE)
_CONTACT = re.compile(
    r"\W{0,3}(?:"
    r"(?:follow|like|find|join|visit) (?:us|me) (?:on|at)\b"
    r"|follow @"
    r"|(?:follow|like) (?-i:[A-Z]).{1,40} on (?:twitter|x|facebook|instagram|telegram|whatsapp|linkedin|threads)\b"
    r"|(?:subscribe to|sign up (?:for|to)|click here)\b"
    r"|share (?:this|on (?:twitter|facebook|whatsapp))\b"
    r"|(?:read (?:more|also)|also read|see also|related|more on this story)\s*(?::|$)"
    rf"|(?:contact|e-?mail|write to|tel|phone|letters)\b.{{0,60}}(?:{_EMAIL}|\+?\d[\d ()-]{{6,}})"
    r"|copyright\s*(?:©|\(c\)|\d{4})|©|(?:all rights reserved|advertisement|enditem|ends|end|-30-)\W*$"
    r")",
    re.IGNORECASE,
)
_DESK_CREDIT = re.compile(
    r"(?:\w+ )?(?:reporting|writing|editing|compiled|graphics?)(?: and (?:writing|editing))? by (?P<who>.+)", re.IGNORECASE
)
_CONTACT_WORDS = 20
_MEANINGFUL = re.compile(r"[^\W_]")


def is_name(text: str) -> bool:
    """Whether a text is one name: up to six words, all of them capitalized but the small ones."""
    words = _WORD.findall(text)
    return (
        0 < len(words) <= 6
        and words[0][:1].isupper()
        and all(word in _SMALL_WORDS or (word[:1].isupper() and re.fullmatch(_NAME_WORD, word)) for word in words)
    )


def is_agency(text: str) -> bool:
    """Whether a text names news agencies or newspapers ("Reuters", "Northern Wire", "AFP, dpa")."""
    names = [name.strip() for name in re.split(r"[,;/]|\band\b", text)]
    return text.strip().lower() in _AGENCIES or all(
        name.lower() in _AGENCIES or (is_name(name) and _AGENCY_WORD.search(name) is not None) for name in names
    )


def is_published(line: str) -> bool:
    """A line that says when the article came out ("Published: Sep 13, 2023 09:43 PM")."""
    return _is_dated(_PUBLISHED, line)


def is_updated(line: str) -> bool:
    """A line that says when the article was changed ("Updated: September 18, 2023")."""
    return _is_dated(_UPDATED, line)


def _is_dated(label: re.Pattern[str], line: str) -> bool:
    match = label.match(line)
    return match is not None and is_date_line(line[match.end() :])


def is_byline(line: str) -> bool:
    """A line that says who wrote the article ("By Jane Doe and John Roe in Seoul", "Jane Doe, Reuters")."""
    if len(line) > _LONGEST_LINE // 2 or _NO_AUTHOR.search(line):
        return False
    match = _BYLINE.fullmatch(line)
    if match:
        return _are_names(match["who"])
    match = _BYLINE_JOB.fullmatch(line)
    return match is not None and is_name(match["who"]) and (is_agency(match["job"]) or _is_job(match["job"]))


def _is_job(text: str) -> bool:
    return is_name(text) and _JOB.search(text) is not None


def is_section(line: str) -> bool:
    """A line that names the part of the newspaper ("WORLD | ASIA", "Politics")."""
    parts = [part.strip() for part in _SECTION_BREAK.split(line[:_LONGEST_LINE])]
    if len(line) > 60 or not all(len(part.split()) <= 3 and is_name(part) for part in parts):
        return False
    return len(parts) > 1 or parts[0].lower() in _SECTIONS


def is_capitals(line: str) -> bool:
    """A short line in capitals: the part of the newspaper if a headline follows it."""
    return len(line) <= 40 and len(line.split()) <= 4 and line.isupper() and line[-1].isalpha()


def is_contact(line: str) -> bool:
    """A line to the reader, or an ornament ("Follow us on", "Reporting by …; Editing by …", an address, "* * *")."""
    if _MEANINGFUL.search(line) is None:
        return True
    if len(line) > _LONGEST_LINE:
        return False
    if len(line.split()) <= _CONTACT_WORDS and _CONTACT.match(line):
        return True
    email = _HAS_EMAIL.search(line)
    return _is_desk_credit(line) or (email is not None and len(line.split()) <= 6 and email.end() == len(line))


def _is_desk_credit(line: str) -> bool:
    """Reuters' last line: who reported, wrote and edited."""
    jobs = [_DESK_CREDIT.fullmatch(job.strip()) for job in line.strip("()[]. ").split(";")]
    return all(job is not None and _are_names(job["who"]) for job in jobs)


def _are_names(text: str) -> bool:
    return all(is_name(name) for name in _NAME_BREAK.split(text) if name.strip())


def find_glued_contact(paragraph: str) -> int | None:
    """Where the address begins that stands behind the last sentence of a paragraph."""
    start = max(0, len(paragraph) - _LONGEST_LINE)
    match = _GLUED_EMAIL.search(paragraph, start)
    return match.start("contact") if match else None


def find_source(line: str) -> str | None:
    """The agency or newspaper that a line of its own names ("Source: Xinhua", "(Reuters)")."""
    if len(line) > _LONGEST_LINE:
        return None
    match = _SOURCE.fullmatch(line) or _LONE_AGENCY.fullmatch(line)
    if not match or (match.re is _LONE_AGENCY and not is_agency(match["source"])):
        return None
    return match["source"].strip(" .")


def find_credit(paragraph: str) -> int | None:
    """Where the photographer's name begins at the end of a caption ("Photo: Xinhua", "(AP Photo/Jane Doe)")."""
    if len(paragraph) > _LONGEST_CAPTION:
        return None
    match = _CREDIT.search(paragraph, max(0, len(paragraph) - _END_OF_CAPTION))
    names = [name.strip(" .") for name in _CREDIT_BREAK.split(match["name"])] if match else []
    are_names = all(is_name(name) or name.lower() in _AGENCIES for name in names if name)
    return match.start() if match and are_names else None


def is_caption(paragraph: str) -> bool:
    """A paragraph that says of itself that it stands under a picture ("File photo: Kim at Khasan station.")."""
    return len(paragraph) <= _LONGEST_CAPTION and _FILE_PHOTO.match(paragraph) is not None


def caption_key(caption: str) -> str:
    """What two printings of one caption share: their words, without case and punctuation."""
    return " ".join(re.findall(r"\w+", caption.lower()))
