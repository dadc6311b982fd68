"""News sentences from templates, with names and trees (UD): what treebanks of reviews and letters have too little of.

Titles and nationalities before names, appositions behind them, two such phrases joined, dates and places around them.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training import gazetteers
from training.augment import CASE_SHARE, CURLY_SHARE, curly, recase
from training.encoder.data import Text
from training.gazetteers import Gazetteer

WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("news.toml").read_text(encoding="utf-8"))
PAST, PLURAL, SINGULAR, PARTICIPLE = range(4)
TAGS = ("VBD", "VBP", "VBZ", "VBN")
PAIR_SHARE, HEADLINE_SHARE = 0.15, 0.15
GLUED_BEFORE = {",", ".", "'s", "’s", "'", "-", ":", ")", "”", '"'}


@dataclass
class Node:
    """A word with what hangs on it, in the order of the text."""

    word: str
    tag: str
    label: str = "root"
    left: list[Node] = field(default_factory=list)
    right: list[Node] = field(default_factory=list)
    kind: str = ""
    glued: bool = False

    def as_(self, label: str) -> Node:
        """The node with another relation."""
        self.label = label
        return self


def flatten(root: Node) -> Text:
    """The text of a tree."""
    order: list[tuple[Node, Node | None]] = []

    def walk(node: Node, parent: Node | None) -> None:
        for child in node.left:
            walk(child, node)
        order.append((node, parent))
        for child in node.right:
            walk(child, node)

    walk(root, None)
    at = {id(node): i for i, (node, _) in enumerate(order)}
    text = Text()
    for i, (node, parent) in enumerate(order):
        before = order[i - 1][0].kind if i else ""
        word = node.word[:1].upper() + node.word[1:] if i == 0 else node.word
        text.words.append(word)
        text.spaced.append(not (node.glued or node.word in GLUED_BEFORE))
        text.breaks.append(i == 0)
        prefix = "I" if node.kind and node.kind == before else "B"
        text.names.append(f"{prefix}-{node.kind.split('#')[0]}" if node.kind else "O")
        text.tags.append(node.tag)
        text.starts.append(i == 0)
        text.heads.append(at[id(parent)] if parent else i)
        text.labels.append("ROOT" if parent is None else node.label)
    text.morphs = text.lemmas = [""] * len(text.words)
    return text


class News:
    """Makes sentences."""

    def __init__(self, names: Gazetteer, rng: random.Random) -> None:
        self.names = names
        self.rng = rng
        self.count = 0

    def pick(self, key: str) -> str:
        """A word of a list."""
        return self.rng.choice(WORDS[key])

    def chance(self, share: float) -> bool:
        """True in this share of the cases."""
        return self.rng.random() < share

    # Names

    def _kind(self, kind: str) -> str:
        """A mark that tells two names apart that stand side by side."""
        self.count += 1
        return f"{kind}#{self.count}"

    def person(self) -> Node:
        """A person's name: the first word is the head."""
        single = self.chance(0.35)
        name = gazetteers.family_name(self.names, self.rng) if single else gazetteers.person(self.names, self.rng)
        return self.flat(name, self._kind("person"))

    def flat(self, name: str, kind: str) -> Node:
        """Words of a name that hang on the first; words with hyphens are cut."""
        words = [part for word in name.split() for part in word.replace("-", " - ").split()]
        head = Node(words[0], "NNP", kind=kind)
        hyphen = False
        for word in words[1:]:
            if word == "-":
                head.right.append(Node("-", "HYPH", "punct", kind=kind, glued=True))
            else:
                head.right.append(Node(word, "NNP", "flat", kind=kind, glued=hyphen))
            hyphen = word == "-"
        return head

    def phrase(self, name: str, kind: str) -> Node:
        """A name whose head is its last word, or the last before "of" or "for"; an article is not part of it."""
        words = [part for word in name.split() for part in (word.replace("-", " - ").split() if "-" in word else [word])]
        article = words[0] == "the"
        words = words[article:]
        mark = self._kind(kind) if kind else ""
        cut = next((i for i, word in enumerate(words) if word in ("of", "for", "and") and i), len(words))
        head = self._compound(words[:cut], mark)
        if cut < len(words):
            rest = words[cut + 1 :]
            if rest and rest[0] == "the":
                rest = rest[1:]
            if words[cut] == "and":
                head.right.append(self._joined(rest, mark))
            else:
                inner = self._compound(rest, mark) if "and" not in rest else self._pair(rest, mark)
                inner.left.insert(0, Node(words[cut], "IN", "case", kind=mark))
                if words[cut + 1] == "the":
                    inner.left.insert(1, Node("the", "DT", "det", kind=mark))
                head.right.append(inner.as_("nmod"))
        if article:
            head.left.insert(0, Node("the", "DT", "det"))
        return head

    def _joined(self, words: Sequence[str], mark: str) -> Node:
        node = self._compound(words, mark).as_("conj")
        node.left.insert(0, Node("and", "CC", "cc", kind=mark))
        return node

    def _pair(self, words: list[str], mark: str) -> Node:
        at = words.index("and")
        head = self._compound(words[:at] or ["Trade"], mark)
        head.right.append(self._joined(words[at + 1 :] or ["Security"], mark))
        return head

    def _compound(self, words: Sequence[str], mark: str) -> Node:
        """Words that hang on the last; a possessive hangs on the one after it."""
        words = list(words)
        if "of" in words[1:-1]:
            at = words.index("of")
            head = self._compound(words[:at], mark)
            inner = self._compound(words[at + 1 :], mark).as_("nmod")
            inner.left.insert(0, Node("of", "IN", "case", kind=mark))
            head.right.append(inner)
            return head
        if words[-1].isdigit() and len(words) > 1:
            head = self._compound(words[:-1], mark)
            head.right.append(Node(words[-1], "CD", "nummod", kind=mark))
            return head
        if len(words) > 2 and words[-2] == "-":
            head = self._compound(words[:-2], mark)
            tag = "CD" if words[-1].isdigit() else "NNP"
            head.right += [
                Node("-", "HYPH", "punct", kind=mark, glued=True),
                Node(words[-1], tag, "flat", kind=mark, glued=True),
            ]
            return head
        head = Node(words[-1], "NNP", kind=mark)
        for word in words[:-1]:
            if word in ("'s", "'") and head.left:
                owner = head.left[-1]
                owner.label, tag = "nmod:poss", "POS"
                owner.right.append(Node(word, tag, "case", kind=mark, glued=True))
            elif word in ("-", "&"):
                head.left.append(Node(word, "HYPH", "punct", kind=mark, glued=word == "-"))
            else:
                people = word in self.names.demonyms
                head.left.append(Node(word, "JJ" if people else "NNP", "amod" if people else "compound", kind=mark))
        return head

    def country(self) -> Node:
        """A country."""
        long = self.chance(0.4)
        return self.phrase(self.pick("long_countries") if long else self.rng.choice(self.names.countries), "place")

    def place(self) -> Node:
        """A city, some with the country behind it, or a country."""
        if self.chance(0.3):
            return self.country()
        city = self.phrase(self.rng.choice(self.names.cities), "place")
        if self.chance(0.3):
            country = self.country().as_("nmod:unmarked")
            country.left.insert(0, Node(",", ",", "punct"))
            city.right.append(country)
            if self.chance(0.5):
                country.right.append(Node(",", ",", "punct"))
        return city

    def facility(self) -> Node:
        """A facility, mostly with its article."""
        name = gazetteers.fill(self.rng.choice(gazetteers.FACILITIES), self.names, self.rng)
        return self.phrase(name if name.startswith(("Fort", "Camp")) else f"the {name}", "facility")

    def organization(self) -> Node:
        """An organization."""
        if self.chance(0.55):
            return self.phrase(self.pick("bodies") if self.chance(0.6) else self.pick("agencies"), "organization")
        return self.phrase(gazetteers.fill(self.rng.choice(gazetteers.ORGANIZATIONS), self.names, self.rng), "organization")

    # Phrases

    def people(self) -> Node:
        """A nationality as an adjective; "North Korean" is one name."""
        if self.chance(0.2):
            mark = self._kind("group")
            return Node(
                "Korean", "JJ", "amod", left=[Node(self.rng.choice(("North", "South")), "JJ", "amod", kind=mark)], kind=mark
            )
        return Node(self.rng.choice(self.names.demonyms), "JJ", "amod", kind=self._kind("group"))

    def office(self, key: str) -> Node:
        """A title or a post."""
        parts = [part for word in self.pick(key).split() for part in word.replace("-", " - ").split()]
        noun = "NNP" if key == "offices" else "NN"
        if "of" in parts:
            at = parts.index("of")
            inner = Node(parts[at + 1], noun, "nmod", left=[Node("of", "IN", "case")])
            return Node(parts[0], noun, right=[inner])
        head = Node(parts[-1], noun)
        for part in parts[:-1]:
            adjective = part.lower() in ("prime", "former", "supreme", "top", "foreign", "vice", "deputy", "central")
            tag = "HYPH" if part == "-" else "JJ" if adjective and noun == "NN" else noun
            label = "punct" if part == "-" else "amod" if adjective else "compound"
            head.left.append(Node(part, tag, label, glued=part == "-"))
        if "-" in parts:
            head.glued = True
        return head

    def owner(self) -> Node:
        """A possessive country."""
        node = self.country().as_("nmod:poss")
        node.right.append(Node("'s", "POS", "case"))
        return node

    def described(self) -> Node:
        """A person in one of the ways in which news introduces one."""
        kind = self.rng.random()
        if kind < 0.28:
            return self.person()
        if kind < 0.58:
            return self._titled()
        if kind < 0.72:
            return self._with_post_before()
        if kind < 0.9:
            return self._with_post_behind()
        return self._of_body()

    def _titled(self) -> Node:
        """A title: "Russian President Vladimir Putin", "Mr. Kim", "North Korean leader Kim Jong-un"."""
        name = self.person()
        if self.chance(0.2):
            words = self.pick("honorifics").split()
            name.left = [Node(word, "NNP", "nmod:desc") for word in words]
            return name
        title = self.office("offices" if self.chance(0.65) else "posts").as_("nmod:desc")
        if self.chance(0.6):
            title.left.insert(0, self.people())
        elif self.chance(0.5):
            title.left.insert(0, self.phrase(self.rng.choice(("US", "U.S.", "UN", "EU", "UK")), "place").as_("compound"))
        name.left = [title]
        return name

    def _with_post_before(self) -> Node:
        """A post in front: "the Russian president, Vladimir Putin,", "North Korea's top leader Kim Jong-un"."""
        head = self.office("posts")
        if self.chance(0.5):
            head.left.insert(0, self.owner())
        else:
            head.left[:0] = [Node("the", "DT", "det"), self.people()]
        name = self.person().as_("appos")
        if self.chance(0.5):
            name.left.insert(0, Node(",", ",", "punct"))
            name.right.append(Node(",", ",", "punct"))
        head.right.append(name)
        return head

    def _with_post_behind(self) -> Node:
        """A post behind: "Angela Merkel, the German chancellor,", "X, president of the UAE,"."""
        name, post = self.person(), self.office("posts").as_("appos")
        kind = self.rng.random()
        if kind < 0.4:
            post.left[:0] = [Node("the", "DT", "det"), self.people()]
        elif kind < 0.7:
            post.left.insert(0, self.owner())
        else:
            other = (self.country() if self.chance(0.6) else self.organization()).as_("nmod")
            other.left.insert(0, Node("of", "IN", "case"))
            post.right.append(other)
            if self.chance(0.5):
                post.left.insert(0, Node("the", "DT", "det"))
        post.left.insert(0, Node(",", ",", "punct"))
        post.right.append(Node(",", ",", "punct"))
        name.right.append(post)
        return name

    def _of_body(self) -> Node:
        """A post in a body: "Pentagon spokesman John Kirby"."""
        name = self.person()
        body = self.organization()
        body.left = [node for node in body.left if node.label != "det"]
        name.left = [self.office("posts").as_("nmod:desc")]
        name.left[0].left.insert(0, body.as_("compound"))
        return name

    def pair(self) -> Node:
        """Two persons, rarely three."""
        first = self.described()
        for more in range(1 + self.chance(0.15), 0, -1):
            second = self.described().as_("conj")
            link = Node("and", "CC", "cc") if more == 1 else Node(",", ",", "punct")
            second.left.insert(0, link)
            first.right.append(second)
        return first

    def party(self) -> Node:
        """Who acts: a person, two, an organization, a country."""
        kind = self.rng.random()
        if kind < 0.5:
            return self.described()
        if kind < 0.7:
            return self.pair()
        return self.organization() if kind < 0.88 else self.country()

    def with_case(self, node: Node, preposition: str, label: str = "obl") -> Node:
        """A phrase behind a preposition."""
        node.left.insert(0, Node(preposition, "IN", "case"))
        return node.as_(label)

    def day(self) -> Node:
        """A date: "on Wednesday", "Wednesday", "on September 13, 2023", "on 13 September 2023"."""
        kind = self.rng.random()
        if kind < 0.55:
            day = Node(self.pick("days"), "NNP", "obl:unmarked")
            return day if kind < 0.25 else self.with_case(day, "on")
        number = Node(str(self.rng.randint(1, 31)), "CD")
        month = Node(self.pick("months"), "NNP", "nmod:unmarked")
        year = Node(str(self.rng.randint(1990, 2026)), "CD", "nmod:unmarked")
        if kind < 0.8:
            number.left.append(month)
            if self.chance(0.6):
                year.left.append(Node(",", ",", "punct"))
                number.right.append(year)
        else:
            number.right.append(month)
            if self.chance(0.6):
                number.right.append(year)
        return self.with_case(number, "on")

    def where(self) -> Node:
        """A place: "in Geneva", "at the Vostochny Spaceport"."""
        if self.chance(0.3):
            node = self.facility()
            if self.chance(0.3):
                country = self.country().as_("nmod:unmarked")
                country.left.insert(0, Node(",", ",", "punct"))
                country.right.append(Node(",", ",", "punct"))
                node.right.append(country)
            return self.with_case(node, "at")
        if self.chance(0.1):
            return self.with_case(self.phrase(self.pick("events"), "event"), "at")
        return self.with_case(self.place(), "in")

    def around(self, verb: Node) -> Node:
        """Time and place behind a verb, or time in front."""
        if self.chance(0.6):
            verb.right.append(self.where())
        if self.chance(0.2):
            day = self.day()
            if day.left and day.left[0].tag == "IN":
                verb.left.insert(0, day)
                if self.chance(0.6):
                    verb.left.insert(1, Node(",", ",", "punct"))
                return verb
        if self.chance(0.6):
            verb.right.append(self.day())
        return verb

    def verb(self, key: str, form: int) -> Node:
        """A verb of a list."""
        return Node(self.pick(key).split("|")[form], TAGS[form])

    # Sentences

    def clause(self) -> Node:
        """Somebody does something to somebody."""
        subject = self.party()
        many = any(child.label == "conj" for child in subject.right)
        form = PAST if self.chance(0.75) else PLURAL if many else SINGULAR
        kind = self.rng.random()
        if kind < 0.4:
            verb = self.verb("transitive", form)
            verb.right.append(self.party().as_("obj"))
            if self.chance(0.2):
                verb.right.append(self.with_case(self.phrase_of_issue(), self.rng.choice(("over", "for", "about"))))
        elif kind < 0.6:
            verb = self.verb("together", form)
            verb.right.append(self.with_case(self.party(), self.rng.choice(("with", "to"))))
        elif kind < 0.8:
            verb = self.verb("fire", form)
            verb.right.append(self.weapon().as_("obj"))
        else:
            verb = Node(("held", "hold", "holds")[form], TAGS[form])
            verb.right.append(self.meeting(self.rng.choice(("with", "between"))).as_("obj"))
        verb.left.append(subject.as_("nsubj"))
        return self.around(verb)

    def phrase_of_issue(self) -> Node:
        """What it is about: no name."""
        words = self.pick("issues").split()
        head = Node(words[-1], "NNS" if words[-1].endswith("s") else "NN")
        for word in words[:-1]:
            adjective = word in ("human", "nuclear", "military")
            tag = "DT" if word == "the" else "JJ" if adjective else "NN"
            head.left.append(Node(word, tag, "det" if word == "the" else "amod" if adjective else "compound"))
        return head

    def weapon(self) -> Node:
        """A weapon, alone or before its noun ("Kinzhal missiles")."""
        name = self.phrase(self.pick("weapons"), "product")
        if self.chance(0.5):
            return name
        word = self.pick("things")
        plural = word.endswith("s")
        thing = Node(word.split()[-1], "NNS" if plural else "NN")
        thing.left = [name.as_("compound"), *(Node(extra, "NN", "compound") for extra in word.split()[:-1])]
        if not plural:
            thing.left.insert(0, Node(self.rng.choice(("a", "the")), "DT", "det"))
        elif self.chance(0.3):
            thing.left.insert(0, Node(str(self.rng.randint(2, 60)), "CD", "nummod"))
        return thing

    def meeting(self, preposition: str) -> Node:
        """A noun: "a meeting with X", "talks between X and Y"."""
        if self.chance(PAIR_SHARE):
            return self.duo()
        word = self.pick("talks")
        plural = word.endswith("s")
        noun = Node(word, "NNS" if plural else "NN")
        if not plural:
            noun.left.append(Node(self.rng.choice(("a", "the")), "DT", "det"))
        other = self.pair() if preposition == "between" else self.party()
        noun.right.append(self.with_case(other, preposition, "nmod"))
        return noun

    def duo(self) -> Node:
        """Two names before a noun: "the Putin-Kim summit", "US-China talks"."""
        words = self.pick("pairs").split()
        noun = Node(words[-1], "NNS" if words[-1].endswith("s") else "NN")
        first, second = (self._half() for _ in range(2))
        second.left.append(Node("-", "HYPH", "punct", glued=True))
        second.glued = True
        first.right.append(second.as_("conj"))
        noun.left = [first.as_("compound"), *(Node(word, "NN", "compound") for word in words[:-1])]
        if self.chance(0.6):
            noun.left.insert(0, Node("the", "DT", "det"))
        return noun

    def _half(self) -> Node:
        """A name of one word: a person's or a country's."""
        if self.chance(0.7):
            name = gazetteers.family_name(self.names, self.rng)
            return Node(name.split()[0].replace("-", ""), "NNP", kind=self._kind("person"))
        countries = [name for name in self.names.countries if name.isalpha()]
        return Node(self.rng.choice((*countries, "US", "UK")), "NNP", kind=self._kind("place"))

    def joint(self) -> Node:
        """A caption: X and Y speak during their meeting at Z."""
        verb = self.verb("together", PLURAL if self.chance(0.6) else PAST)
        verb.left.append(self.pair().as_("nsubj"))
        noun = Node(self.rng.choice(("meeting", "talks", "summit", "visit")), "NN", left=[Node("their", "PRP$", "nmod:poss")])
        verb.right.append(self.with_case(noun, self.rng.choice(("during", "before", "after"))))
        return self.around(verb)

    def meeting_held(self) -> Node:
        """The meeting between X and Y was held in Z."""
        noun = self.meeting("between")
        if self.chance(0.5):
            noun.right.append(self.where().as_("nmod"))
        form = "were" if noun.tag == "NNS" else "was"
        if self.chance(0.5):
            verb = Node(self.pick("held"), "VBN", left=[noun.as_("nsubj:pass"), Node(form, "VBD", "aux:pass")])
        else:
            verb = Node(self.rng.choice(("lasted", "began", "ended", "failed")), "VBD", left=[noun.as_("nsubj")])
        return self.around(verb)

    def passive(self) -> Node:
        """X was received by Y."""
        verb = self.verb("transitive", PARTICIPLE)
        verb.left = [self.described().as_("nsubj:pass"), Node("was", "VBD", "aux:pass")]
        verb.right = [self.with_case(self.party(), "by", "obl:agent")]
        return self.around(verb)

    def said(self) -> Node:
        """X said on Monday that Y would do it; "…, X said"; "According to X, …"."""
        inner = self.clause()
        kind = self.rng.random()
        source = self.phrase(self.pick("agencies"), "organization") if self.chance(0.5) else self.described()
        if kind < 0.3:
            according = Node("according", "VBG", "case", right=[Node("to", "IN", "fixed")])
            source.left.insert(0, according)
            if self.chance(0.5):
                inner.left[:0] = [source.as_("obl"), Node(",", ",", "punct")]
            else:
                inner.right += [Node(",", ",", "punct"), source.as_("obl")]
            return inner
        verb = self.verb("say", PAST)
        if kind < 0.65:
            verb.left.append(source.as_("nsubj"))
            if self.chance(0.4):
                verb.right.append(self.day())
            if self.chance(0.5):
                inner.left.insert(0, Node("that", "IN", "mark"))
            verb.right.append(inner.as_("ccomp"))
        else:
            verb.left = [inner.as_("ccomp"), Node(",", ",", "punct"), source.as_("nsubj")]
            if self.chance(0.4):
                verb.right.append(self.day())
        return verb

    def sentence(self) -> Text:
        """A sentence of any kind, now and then a headline."""
        makers = (self.clause, self.joint, self.meeting_held, self.passive, self.said)
        root = self.rng.choices(makers, (4, 2, 2, 1, 3))[0]()
        if not self.chance(HEADLINE_SHARE):
            root.right.append(Node(".", ".", "punct"))
        text = tidy(flatten(root))
        if self.chance(CASE_SHARE):
            text.words = recase(text.words, self.rng)
        if self.chance(CURLY_SHARE):
            text.words = curly(text.words)
        return text

    def texts(self, count: int) -> list[Text]:
        """Paragraphs of one to three sentences."""
        return [joined([self.sentence() for _ in range(self.rng.choice((1, 1, 2, 3)))]) for _ in range(count)]


def tidy(text: Text) -> Text:
    """Without commas before other signs or after one, as appositions leave them."""
    marks = {",", ".", "'s"}
    drop = {i for i, word in enumerate(text.words[:-1]) if word == "," and text.words[i + 1] in marks}
    keep = [i for i in range(len(text.words)) if i not in drop]
    new = {old: i for i, old in enumerate(keep)}
    out = Text(**{name: [values[i] for i in keep] for name, values in vars(text).items()})
    out.heads = [new[text.heads[i]] for i in keep]
    return out


def joined(texts: Sequence[Text]) -> Text:
    """One text of several."""
    out = Text()
    for number, text in enumerate(texts):
        base = len(out.words)
        for name, values in vars(text).items():
            getattr(out, name).extend([head + base for head in values] if name == "heads" else values)
        if number:
            out.breaks[base] = False
    return out
