"""Questions about a Universal Dependencies parse: what fills which grammatical slot of a word.

A slot is ``subject``, ``object``, ``indirect``, a preposition ("with"), ``possessive``, ``compound`` or ``modifier``;
conjuncts, relative clauses, participles and control are followed, so that the answer is who or what is meant, not only what
hangs on the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_CLAUSES = frozenset({"ROOT", "root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "nsubjpass"})
_OBLIQUES = frozenset(
    {"obl", "obl:agent", "obl:arg", "nmod", "nmod:agent", "obl:tmod", "nmod:tmod", "obl:unmarked", "nmod:unmarked"}
)

Slot = tuple[str, "Token"]
_KEPT = 1024
"""Words whose slots are kept: relations, events and their places ask for them, one behind the other."""


def lemma(token: Token) -> str:
    """The lower-case lemma, or the word where there is none."""
    return token.lemma


def preposition(token: Token) -> str:
    """The preposition that introduces a token ("with", "ahead of"), or an empty string."""
    cases = [child for child in token.children if child.dep_ == "case" and child.i < token.i]
    parts = {*cases, *(fixed for case in cases for fixed in case.children if fixed.dep_ == "fixed")}
    return " ".join(part.lower_ for part in sorted(parts, key=lambda t: t.i))


def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it."""
    own = (child for child in token.children if child.dep_ == "conj" and not _opens_clause(child))
    return [token, *(c for child in own for c in conjuncts(child))]


def _opens_clause(noun: Token) -> bool:
    """Whether a noun, hung on one before it, is the subject of the verb behind it ("took an offer, and Ann is to go").

    The "and" before it hangs on the verb, or none does and the verb, which is finite, follows without a comma.
    """
    if any(child.dep_ == "cc" for child in noun.children):
        return _follows_at_once(noun)
    before = noun
    while before.i and (before == noun or noun in before.ancestors):
        before = before.nbor(-1)
    return before.dep_ == "cc" and before.head.i > noun.i and before.head.dep_ == "conj" and is_verb(before.head)


def _follows_at_once(noun: Token) -> bool:
    """Whether a finite verb, coordinated with one before the noun and with nothing to say so, stands right behind it."""
    end = noun.right_edge.i + 1
    if end >= len(noun.doc) or noun.doc[end].dep_ == "punct":
        return False
    verb = noun.doc[end] if is_verb(noun.doc[end]) and noun.doc[end].dep_ == "conj" else noun.doc[end].head
    if verb.dep_ != "conj" or not is_verb(verb) or not is_verb(verb.head) or not verb.head.i < noun.i < verb.i:
        return False
    if any(child.dep_ == "cc" or child.dep_ in _SUBJECTS or child.i < noun.i for child in verb.children if child.i < verb.i):
        return False
    auxiliaries = (child for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"})
    return any(has_feature(word, "VerbForm", "Fin") for word in (verb, *auxiliaries))


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that a token belongs to."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def has_feature(token: Token, feature: str, value: str) -> bool:
    """Whether a token's morphology says so ("VerbForm", "Fin")."""
    return value in _features(str(token.morph)).get(feature, ())


@lru_cache(maxsize=4096)
def _features(morphology: str) -> Mapping[str, Sequence[str]]:
    """The values of each feature of a morphology as it is written ("Tense=Past|VerbForm=Part"); taking it apart costs much."""
    named = (feature.partition("=") for feature in morphology.split("|"))
    return {name: values.split(",") for name, _, values in named}


def is_verb(token: Token) -> bool:
    """Whether a token is a full verb or an auxiliary."""
    return token.pos_ in {"VERB", "AUX"}


@lru_cache(maxsize=_KEPT)
def slots_of_verb(verb: Token) -> tuple[Slot, ...]:
    """What fills the slots of a verb: subject (in the passive the agent), object, and each preposition's noun."""
    return tuple(_slots_of_verb(verb))


def _slots_of_verb(verb: Token) -> Iterator[Slot]:
    passive = is_passive(verb)
    reduced = not passive and ((verb.dep_ in {"acl", "amod"} and _is_past_participle(verb)) or _is_reduced_relative(verb))
    misplaced = _misplaced_objects(verb)
    for child in verb.children:
        if _belongs_elsewhere(child, verb):
            continue
        if child.dep_ in _PASSIVE_SUBJECTS or child.dep_ in {"obj", "dobj"}:
            if not _is_of_the_next(child, verb):
                yield from (("object", c) for c in _meant(child, verb))
        elif child in misplaced:
            yield from (("object", c) for c in conjuncts(child))
        elif child.dep_ == "iobj":
            alone = not any(other.dep_ in {"obj", "dobj"} for other in verb.children)
            yield from (("object" if alone else "indirect", c) for c in conjuncts(child))
        elif child.dep_ in _OBLIQUES:
            slot = preposition(child)
            if (passive or reduced) and slot == "by":
                slot = "subject"
            if slot:
                yield from ((slot, c) for c in _meant(child, verb))
    yield from (("object", c) for token in _objects_elsewhere(verb) for c in conjuncts(token))
    for subject in subjects(verb):
        yield ("object" if passive else "subject"), subject
    if reduced:
        yield "object", verb.head
    elif verb.dep_ == "amod":  # "warring sides"
        yield "subject", verb.head


def _is_of_the_next(subject: Token, verb: Token) -> bool:
    """Whether a second subject behind a passive verb is another clause's: "one is killed and *another* wounded"."""
    before = any(child.dep_ in _PASSIVE_SUBJECTS and child.i < verb.i for child in verb.children)
    return subject.dep_ in _PASSIVE_SUBJECTS and subject.i > verb.i and before


def _misplaced_objects(verb: Token) -> list[Token]:
    """Subjects behind a verb that has one before it: parsers err there ("Ann, an expert …, told the Global Times …")."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    return [child for child in own if child.i > verb.i] if any(child.i < verb.i for child in own) else []


def _raised(verb: Token) -> Token | None:
    """Who does what a bare infinitive says, where the parse makes them its object ("help *Peru* build ships")."""
    head = verb.head
    bare = verb.tag_ in {"VB", "VBP"} and verb.dep_ in {"xcomp", "ccomp"}
    if not bare or any(child.dep_ in _SUBJECTS for child in verb.children):
        return None
    between = (child for child in verb.children if child.dep_ == "obj" and head.i < child.i < verb.i)
    return next((child for child in between if not child.tag_.startswith("W")), None)


def _helped(verb: Token) -> tuple[Token, Token] | None:
    """The bare infinitive below a verb, and who does it, where they are no object of the verb in the parse."""
    for child in verb.children:
        doer = _raised(child)
        if doer is None and child.dep_ in {"xcomp", "ccomp"} and lemma(verb) in _HELPING and not is_infinitive(child):
            doer = next((c for c in child.children if c.dep_ in _SUBJECTS and verb.i < c.i < child.i), None)
        if doer is not None and not has_feature(child, "VerbForm", "Fin"):
            return child, doer
    return None


def _objects_elsewhere(verb: Token) -> list[Token]:
    """The objects of a verb that hang on the bare infinitive below it, or on the verb above."""
    behind = verb.head.children if _raised(verb) is not None else ()
    helped = _helped(verb)
    return [child for child in behind if child.dep_ == "obj" and child.i > verb.i] + ([] if helped is None else [helped[1]])


_HELPING = frozenset({"help", "let", "make"})
"""Verbs of which a bare infinitive says what their object does ("let her go")."""


def _belongs_elsewhere(token: Token, verb: Token) -> bool:
    """Whether what hangs on a verb is somebody's who does it, or the object of the infinitive below it.

    "Help *Peru build* ships"; "a law *which* Peru helped to pass".
    """
    if token.dep_ != "obj":
        return False
    helped = _helped(verb)
    if token == _raised(verb) or (helped is not None and token.i > helped[0].i):
        return True
    below = [child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i and is_infinitive(child)]
    return token.lower_ == "which" and any(not _object(child) for child in below)


def _meant(token: Token, verb: Token) -> list[Token]:
    """A token with its conjuncts, or the noun that it stands for in a relative clause ("the man whom she met")."""
    return [_antecedent(verb, token)] if verb.dep_ == "acl:relcl" and _is_relative(token) else conjuncts(token)


def _antecedent(verb: Token, relative: Token | None = None) -> Token:
    """The noun of a relative clause: of two the one that its verb agrees with ("members of the *party*, which has said so")."""
    noun = verb.head
    if relative is not None and relative.dep_ not in _SUBJECTS | _PASSIVE_SUBJECTS:
        return noun
    finite = [word for word in (*verb.children, verb) if word == verb or word.dep_ in {"aux", "aux:pass", "cop"}]
    plural = next((_NUMBERS[key] for word in finite for key in (word.lower_, word.tag_) if key in _NUMBERS), None)
    if plural is None or noun.tag_ not in _TAGS_OF_NUMBER[not plural]:
        return noun
    inner = [child for child in noun.children if child.dep_ == "nmod" and child.i < verb.i]
    return inner[-1] if inner and inner[-1].tag_ in _TAGS_OF_NUMBER[plural] else noun


_NUMBERS = {"was": False, "were": True, "VBZ": False, "VBP": True}
_TAGS_OF_NUMBER = {False: frozenset({"NN", "NNP"}), True: frozenset({"NNS", "NNPS"})}


def clausal_complements(verb: Token) -> list[Token]:
    """The heads of what somebody says, wants or makes somebody do ("urged Peru to withdraw"; "Peru won, she said")."""
    said = [verb.head] if verb.dep_ == "parataxis" and verb.i > verb.head.i else []
    return said + [child for child in verb.children if child.dep_ in {"xcomp", "ccomp"}]


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive, of its own or of what it is coordinated with ("was tried and sentenced")."""
    if any(child.dep_ in {"aux:pass", "auxpass", *_PASSIVE_SUBJECTS} for child in verb.children):
        return True
    if any(child.dep_ in {"aux", *_SUBJECTS} for child in verb.children):
        return _is_beside_with(verb)
    if verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN"} and is_passive(verb.head):
        return _is_past_participle(verb) or _is_done_to_somebody(verb)
    # "getting shot", "left them injured"; "hopes to be elected president", of which the parse makes "to be president"
    return verb.dep_ in {"advcl", "xcomp"} and _is_past_participle(verb)


def _is_beside_with(verb: Token) -> bool:
    """Whether a past form behind "with" and its subject is a participle ("with three men *arrested*")."""
    with_ = any(child.dep_ == "mark" and child.lower_ == "with" for child in verb.children)
    return with_ and verb.tag_ in {"VBD", "VBN"} and _is_done_to_somebody(verb)


def _is_done_to_somebody(verb: Token) -> bool:
    """Whether a past form without object is a participle: its verb has one in the active ("fined and *ordered* to pay")."""
    if any(child.dep_ in {"obj", "iobj", "ccomp"} for child in verb.children):
        return False
    asked = lemma(verb) in _MOVING and any(child.dep_ == "xcomp" and is_infinitive(child) for child in verb.children)
    return asked or lemma(verb) in DONE_TO


def _is_reduced_relative(verb: Token) -> bool:
    """Whether a relative clause is a participle alone: nobody does it there ("the bishop *killed* in 1980, a saint")."""
    if verb.dep_ != "acl:relcl" or verb.tag_ not in {"VBD", "VBN"} or lemma(verb) not in DONE_TO:
        return False
    words = {"aux", "aux:pass", "obj", "iobj", "ccomp", "xcomp", *_SUBJECTS, *_PASSIVE_SUBJECTS}
    return not any(child.dep_ in words or child.tag_.startswith("W") for child in verb.children)


def _is_past_participle(verb: Token) -> bool:
    return has_feature(verb, "VerbForm", "Part") and has_feature(verb, "Tense", "Past")


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The tokens that a verb has as subject, its own or one that it shares.

    Shared are the subject of the verb that it is coordinated with ("came and met"), of the verb that governs it ("agreed to
    meet"), of the clause that it modifies ("after meeting her, he …"), and the noun that a relative clause or a participle
    hangs on.
    """
    if depth > 6:
        return []
    deps = _SUBJECTS | _PASSIVE_SUBJECTS if depth else _SUBJECTS  # shared as on the surface: "Ann was expected to meet"
    own = [c for child in _own_subjects(verb, deps) for c in conjuncts(child)]
    if own and not (verb.dep_ == "acl:relcl" and all(_is_relative(token) for token in own)):
        return own
    if verb.dep_ == "acl:relcl" and (own or not _has_gap_elsewhere(verb)):
        alone = [] if _is_reduced_relative(verb) else [c for c in conjuncts(verb.head) if c.i < verb.i]
        return [_antecedent(verb, own[0])] if own else alone
    if any(child.dep_ in _PASSIVE_SUBJECTS for child in verb.children):
        return []
    if displaced := _displaced_subjects(verb):
        return displaced
    if (controller := _controller(verb)) is not None:
        return conjuncts(controller)
    if verb.dep_ in {"conj", "xcomp"} and is_verb(verb.head):
        return subjects(_outer_conjunct(verb) or _inner_conjunct(verb) or verb.head, depth + 1)
    if verb.dep_ == "advcl" and is_verb(verb.head) and not has_feature(verb, "VerbForm", "Fin"):
        if any(child.dep_ == "mark" and child.lower_ == "against" for child in verb.children):
            return []  # "warned against going": whoever is warned
        return subjects(_attribution(verb) or verb.head, depth + 1)
    if verb.dep_ in {"xcomp", "advcl", "ccomp"} and not is_verb(verb.head) and is_infinitive(verb):  # "is ready to meet"
        return [c for child in verb.head.children if child.dep_ in _SUBJECTS for c in conjuncts(child)]
    return _subjects_by_noun(verb, depth) if verb.dep_ == "acl" else []


def _subjects_by_noun(verb: Token, depth: int) -> list[Token]:
    """The subjects of a verb that hangs on a noun: those of the clause around where it only continues or dates it."""
    loose = _is_loose(verb)
    if loose or any(child.dep_ == "mark" and child.lower_ in _WHEN for child in verb.children):
        above = clause_verb(verb.head)  # "left the house after saying …": parsers hang it on the noun
        return [] if above is None or (loose and _object(verb) is None) else subjects(above, depth + 1)
    if is_verb(verb.head):
        return []
    return _owners(verb.head) if is_infinitive(verb) else ([] if _is_past_participle(verb) else [verb.head])


_WHEN = frozenset({"after", "before", "while", "when", "since", "by", "without", "upon"})
"""Words that open a clause of when or how, which says nothing of the noun that it stands behind."""


def _own_subjects(verb: Token, deps: frozenset[str]) -> list[Token]:
    """The subjects that hang on a verb; of several before it the nearest: parsers take titles for more ("Const. Ann said")."""
    misplaced = _misplaced_objects(verb)
    own = [child for child in verb.children if child.dep_ in deps and child not in misplaced and child.pos_ != "ADV"]
    own = [child for child in own if not is_addressed(child, verb)]
    before = [child for child in own if child.i < verb.i]
    return [*before[-1:], *(child for child in own if child.i > verb.i)]


def is_addressed(noun: Token, verb: Token) -> bool:
    """Whether a noun only names whom an order goes to: a comma stands between it and a bare verb ("Ann, tell me")."""
    behind = noun.right_edge.i + 1
    alone = verb.tag_ == "VB" and not any(child.dep_ in {"aux", "mark"} for child in verb.children)
    return alone and behind < verb.i and noun.doc[behind].lower_ == ","


def _attribution(participle: Token) -> Token | None:
    """Who says is also who adds: the verb between what is quoted and a participle ("… is over," *said* Ann, *adding* that).

    A participle with a clause, behind a comma, goes on with what the sentence tells, not with what somebody was asked to do
    ("*warned* Peru not to go, *saying* that …"); "adding" goes on with what somebody says.
    """
    quoted = participle.head
    between = (child for child in quoted.children if quoted.i < child.i < participle.i)
    saying = next((child for child in between if child.dep_ == "parataxis" and is_verb(child)), None)
    above = quoted.head
    if saying is not None or quoted.dep_ not in {"ccomp", "xcomp"} or not is_verb(above):
        return saying
    if quoted.i < above.i < participle.i:
        return above
    told = above.i < quoted.i and any(child.dep_ == "ccomp" for child in participle.children) and _follows_comma(participle)
    asked = quoted.dep_ == "xcomp" and _controller(quoted) is not None
    return above if told and (asked or lemma(participle) == "add") else None


def _follows_comma(verb: Token) -> bool:
    first = verb.left_edge.i
    return "," in {verb.doc[first].text, verb.doc[max(first - 1, 0)].text}


def _outer_conjunct(verb: Token) -> Token | None:
    """The verb of the clause around, where a verb is coordinated with that, not with what it hangs on.

    A finite verb shares no "to" or "would" with a bare one: "*said* that Peru would *leave*, and *warned* that …".
    """
    inner, outer = verb.head, verb.head.head
    bare = inner.tag_ == "VB" and any(child.tag_ == "MD" or child.dep_ == "mark" for child in inner.children)
    if verb.dep_ != "conj" or not bare or inner.dep_ not in {"ccomp", "xcomp"} or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    alone = not any(child.dep_ in {"aux", "aux:pass"} for child in verb.children)
    return outer if alone and outer.tag_ == verb.tag_ and is_verb(outer) else None


def _displaced_subjects(verb: Token) -> list[Token]:
    """The subject of a verb that the parse hangs elsewhere."""
    helper = _raised(verb)
    found = _elliptic_subject(verb) or _opening_subjects(verb) or _owners_of_object(verb)
    return found or ([] if helper is None else conjuncts(helper))


def _owners_of_object(verb: Token) -> list[Token]:
    """Whose the object is behind which an infinitive stands that hangs on the verb ("reversed a *decision* by Peru to go")."""
    noun = _object(verb.head) if verb.dep_ == "advcl" and is_infinitive(verb) and is_verb(verb.head) else None
    if noun is None or lemma(noun) not in _DECIDING or verb.doc[noun.right_edge.i + 1].lower_ != "to":
        return []
    return [c for child in noun.children if _is_owner(child) for c in conjuncts(child)]


_DECIDING = frozenset(
    "decision plan attempt effort bid refusal proposal offer promise pledge vow threat intention move readiness right".split()
)
"""Nouns whose infinitive says what their owner does or is to do."""


def _is_owner(child: Token) -> bool:
    return child.dep_ == "nmod:poss" or (child.dep_ in _OBLIQUES and preposition(child) == "by")


def _inner_conjunct(verb: Token) -> Token | None:
    """The infinitive that a bare verb is coordinated with, hung on the finite one ("*asked* her to go and *help*")."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VB", "VBP"} or verb.head.tag_ not in {"VBD", "VBZ"}:
        return None
    if any(child.dep_ in {"aux", "aux:pass", "mark"} for child in verb.children):
        return None
    before = (child for child in verb.head.children if verb.head.i < child.i < verb.i and is_verb(child))
    return next((child for child in before if child.dep_ in {"xcomp", "ccomp", "advcl"} and is_infinitive(child)), None)


def _elliptic_subject(verb: Token) -> list[Token]:
    """The subject of a participle that shares its auxiliary alone ("two were killed and six soldiers injured")."""
    if verb.dep_ != "conj" or not _is_past_participle(verb) or any(child.dep_ == "aux" for child in verb.children):
        return []
    return [
        token
        for token in verb.doc[verb.head.i + 1 : verb.i]
        if (token.head == verb.head and token.dep_ == "conj" and token.pos_ in {"NOUN", "PROPN", "NUM"})
        or (token.head == verb and token.dep_ == "obl:unmarked" and token.pos_ == "NUM")
    ]


def _opening_subjects(verb: Token) -> list[Token]:
    """The subject that stands between a verb and the "and" which hangs on it, but hangs on a noun of the clause before."""
    if verb.dep_ != "conj":
        return []
    coordinators = [child.i for child in verb.children if child.dep_ == "cc" and child.i < verb.i]
    start = max([verb.head.i, *coordinators])
    between = verb.doc[start + 1 : verb.i] if is_verb(verb.head) else ()
    found = [t for t in between if t.dep_ == "conj" and t.head.i < t.i and not is_verb(t) and _opens_clause(t)]
    return conjuncts(found[-1]) if found else []


def _controller(verb: Token) -> Token | None:
    """Whom a verb without subject is said of, where the verb above says it of its object, or of a noun with a preposition.

    "Made her go"; "accused her of lying", "stopped her from leaving"; "called on Peru to withdraw".
    """
    head = verb.head
    if not is_verb(head) or verb.dep_ not in {"xcomp", "advcl", "ccomp"} or has_feature(verb, "VerbForm", "Fin"):
        return None
    asked = _ASKED_WITH.get(lemma(head), frozenset()) if is_infinitive(verb) else frozenset()
    for child in head.children:
        if child.dep_ in _OBLIQUES and child.i < verb.i and preposition(child) in asked:
            return child
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    charged = not marks.isdisjoint({"of", "from", "against"}) or (
        not marks.isdisjoint({"for", "with"}) and lemma(head) in _JUDGING
    )
    moved = verb.dep_ == "xcomp" and lemma(head) not in _SUBJECT_CONTROL
    moved |= verb.dep_ == "advcl" and lemma(head) in _MOVING and is_infinitive(verb) and verb.i > head.i
    return _object(head) if charged or moved else None


_ASKED_WITH = {
    "call": frozenset({"on", "upon"}), "prevail": frozenset({"on", "upon"}), "rely": frozenset({"on"}),
    "count": frozenset({"on"}), "appeal": frozenset({"to"}),
    "plead": frozenset({"with"}), "wait": frozenset({"for"}), "look": frozenset({"to"}),
    "push": frozenset({"for"}), "campaign": frozenset({"for"}), "arrange": frozenset({"for"}),
}  # fmt: skip
"""Verbs whose infinitive is what somebody is to do who stands with a preposition."""
_JUDGING = frozenset(
    """
    charge task credit criticize criticise blame condemn denounce slam rebuke attack mock praise thank applaud laud commend
    congratulate honor honour award reward give fire sack dismiss suspend arrest detain jail imprison fine punish sue indict
    prosecute try convict sentence ban expel forgive pardon execute kill penalize penalise discipline fault
    hold find
    """.split()
)
"""Verbs whose object did what stands behind them with "for" or "with" ("thanked her for coming", "charged him with lying")."""
_MOVING = frozenset(
    """
    invite ask tell order urge push press pressure persuade convince encourage allow permit enable help force compel oblige
    require request beg command instruct direct teach train authorize authorise tempt inspire motivate prompt appoint elect
    hire nominate select recruit summon dispatch entitle challenge dare assign designate commission
    """.split()
)
"""Verbs whose object is to do what an infinitive behind it says, whether the parse takes it for a purpose or not."""
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge"})
"""Verbs whose infinitive has their subject even beside an object ("promised her to come")."""


DONE_TO = frozenset(
    """
    abduct accuse acquit appoint apprehend arrest assassinate attack ban bomb bombard capture charge condemn confiscate
    convict criticize criticise deport detain dismiss elect endorse evacuate execute expel extradite fine free gun hire
    honor honour hospitalize impeach imprison indict injure investigate jail kidnap kill murder name nominate oust pardon praise
    probe prosecute question release rescue rob sack sanction sentence shoot stab sue suspect wound
    """.split()
)
"""Verbs that are seldom without an object."""


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"obj", "iobj"}), None)


def _is_loose(verb: Token) -> bool:
    """Whether a participle behind a comma continues its clause; parsers hang it on a noun ("fired at a party, killing …")."""
    first = min((token.i for token in verb.subtree), default=verb.i)
    loose = verb.dep_ == "acl" and verb.tag_ == "VBG" and first > verb.head.i and verb.doc[first].text == ","
    return loose and not verb.head.dep_.startswith("nsubj")


def _owners(noun: Token) -> list[Token]:
    """Who does what a noun's infinitive says: its possessor ("Putin's decision to …"), else the subject that has it.

    Of one among several it says what that one did ("the first woman to win").
    """
    if lemma(noun) in _ASKING:
        return []
    if noun.dep_ != "obj" and any(child.lower_ in _AMONG_OTHERS for child in noun.children if child.dep_ in {"amod", "advmod"}):
        return conjuncts(noun)
    owners = [c for child in noun.children if _is_owner(child) for c in conjuncts(child)]
    if not owners and noun.dep_ == "obj" and is_verb(noun.head) and lemma(noun.head) not in _OF_OTHERS:
        given = [c for child in noun.head.children if child.dep_ == "iobj" for c in conjuncts(child)]
        return given or subjects(noun.head, 1)
    return owners


_OF_OTHERS = frozenset(
    """
    applaud praise welcome hail criticize criticise condemn slam denounce defend support oppose reject block overturn reverse
    uphold question regret protest challenge halt stop ban approve foil thwart prevent
    """.split()
)
"""Verbs whose object is what others decide or try to do ("applauded the decision to fire him")."""
_AMONG_OTHERS = frozenset({"first", "second", "third", "last", "latest", "only", "next", "youngest", "oldest"})
_ASKING = frozenset({"request", "demand", "call", "order", "appeal", "plea", "invitation", "instruction", "pressure"})
"""Nouns whose infinitive is for others than their owner ("Peru's request to withdraw")."""


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def _is_relative(token: Token) -> bool:
    return token.lower_ in {"who", "which", "that", "whom"}


def _has_gap_elsewhere(verb: Token) -> bool:
    """Whether a relative clause's noun is its object or place, not its subject ("the man whom she met")."""
    return any(child.dep_ in {"nsubj", "nsubj:pass"} for child in verb.children)


@lru_cache(maxsize=_KEPT)
def slots_of_noun(noun: Token) -> tuple[Slot, ...]:
    """What fills the slots of an event noun: its possessor, its prepositions, its compounds ("the Putin-Kim summit").

    A common noun before it is a ``modifier`` as well, and so is an adjective ("nuclear missile test").
    """
    return tuple(_slots_of_noun(noun))


def _slots_of_noun(noun: Token) -> Iterator[Slot]:
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            yield from (("possessive", c) for c in conjuncts(child))
        elif child.dep_ in {"compound", "nmod:attributive"} and child.pos_ in {"PROPN", "NOUN"} and child.i < noun.i:
            yield from (
                ("compound", c) for c in (child, *(g for g in child.children if g.dep_ in {"compound", "conj", "flat"}))
            )
            if child.pos_ == "NOUN":
                yield "modifier", child
        elif child.dep_ == "amod":
            yield from (("modifier", c) for c in conjuncts(child))
        elif child.dep_ in _OBLIQUES and (slot := preposition(child)):
            yield from ((slot, c) for c in conjuncts(child))
            if slot == "of":  # "the arrest of Ann by police": parsers hang the doer on either noun
                doers = [c for c in child.children if c.dep_ in _OBLIQUES and preposition(c) == "by"]
                yield from (("by", c) for doer in doers for c in conjuncts(doer))


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause that a token stands in, itself if it is one."""
    while not is_verb(token):
        if token.head == token:
            return None
        token = token.head
    return token


def clause_head(token: Token) -> Token | None:
    """The head of the clause that a token stands in: a verb, or what has a subject and was not tagged as one."""
    while not is_verb(token) and not any(child.dep_ in _SUBJECTS for child in token.children):
        if token.head == token:
            return None
        token = token.head
    return token


def is_clause(token: Token) -> bool:
    """Whether a token heads a clause of its own."""
    return token.dep_ in _CLAUSES or (token.dep_ == "conj" and is_verb(token))
