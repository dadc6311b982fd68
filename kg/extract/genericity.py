"""Whether words tell of no happening but of what happens in general, is laid down or is ordered: habits, laws, rights, orders.

English has no form for it, and news tells happenings in the present, too ("a man is shot when police storm a house"). Only what
closed classes of words and a few constructions give away is taken for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.syntax import has_feature, is_addressed, is_infinitive, is_passive, is_verb, lemma, subjects

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_HABITUALLY = frozenset(
    """
    always usually generally typically routinely regularly frequently infrequently often normally sometimes occasionally
    constantly continually continuously invariably commonly habitually customarily rarely seldom never
    """.split()
)
_EVER = frozenset({"whatever", "whoever", "whomever", "whichever", "whenever", "wherever"})
_ANYBODY = frozenset({"anyone", "anybody", "whoever", "everyone", "everybody", "one", "those"})
_PEOPLE = frozenset({"people", "folk", "man", "woman", "person", "guy", "kid", "human", "someone", "somebody"})
"""Words for somebody who is not told from others."""
_ANY = frozenset({"any", "every", "each"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_LAWS = frozenset(
    """
    law rule bill act legislation program programme policy constitution treaty statute regulation provision amendment code
    convention charter requirement visa standard guideline ordinance clause protocol
    """.split()
)
_LAYING_DOWN = frozenset(
    """
    allow let permit enable require oblige obligate authorize authorise entitle forbid prohibit bar ban empower mandate compel
    """.split()
)
"""What laws do: of what they require or allow nobody knows yet that it happens."""
_HELD = frozenset("require oblige obligate entitle permit allow authorize authorise forbid prohibit bar ban".split())
_ASKED_FOR = frozenset({"require", "necessitate", "permit", "prohibit", "forbid"})
_RIGHTS = frozenset(
    "right rights duty duties obligation obligations responsibility responsibilities requirement requirements authority".split()
)
_LICIT = frozenset({"eligible", "entitled", "free", "obliged"})
_POWERS = _RIGHTS | {"power", "powers", "option", "options", "task", "tasks", "role", "job"}
_LISTING = frozenset({"include", "involve", "entail", "mean"})
_MODALS = frozenset({"can", "ca", "may", "must", "should", "ought"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_BEFORE_CLAUSES = frozenset({"and", "but", "or", "so", "that", '"', "“", "‘", "``", "''"})
_TELLING_WHICH = frozenset({"nmod:poss", "nummod", "compound", "amod"})
_LEARNING = frozenset({"hear", "see", "learn", "know", "read", "note", "find"})
"""What is good or sad to do was done ("it was sad to hear")."""
_BEFORE_ORDERS = frozenset("please and or but so now then just not n't n’t never always go do let 's".split())
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})
_REACH = 4
"""Verbs above one that are asked what they make of it."""


def is_generic(word: Token) -> bool:
    """Whether what a verb or noun tells of is no happening, but a habit, something laid down or an order."""
    return _is_generic_verb(word) if is_verb(word) else _is_generic_noun(word)


def _is_generic_noun(noun: Token) -> bool:
    """Whether a noun that points at nothing is the object of a generic clause, or of what requires it ("make any deal")."""
    determiners = {child.lower_ for child in noun.children if child.dep_ == "det"}
    named = any(child.dep_ == "nmod:poss" or child.pos_ in {"PROPN", "NUM"} for child in noun.children)
    if determiners & _POINTING or named:
        return False
    if noun.dep_ not in {"obj", "nsubj:pass"} or not is_verb(noun.head):
        return False
    required = lemma(noun.head) in _ASKED_FOR and _is_simple_present(noun.head)
    return required or _is_generic_verb(noun.head)


def _is_generic_verb(verb: Token, depth: int = 0) -> bool:
    if has_feature(verb, "Tense", "Past") and has_feature(verb, "VerbForm", "Fin"):  # most verbs: it happened
        return False
    here = (
        _is_order(verb)
        or _is_of_whatever(verb)
        or _is_habit(verb)
        or _is_anybodys(verb)
        or _is_laid_down(verb)
        or _is_right(verb)
        or _is_judged(verb)
    )
    return here or (depth < _REACH and _continues(verb) and _is_generic_verb(verb.head, depth + 1))


def _is_order(verb: Token) -> bool:
    """Whether somebody is told to do it ("don't shoot"); headlines only leave subjects out ("Firm sacks Ann; hire Bob")."""
    if not has_feature(verb, "Mood", "Imp") or not verb.sent[-1].is_punct:
        return False
    doers = [child for child in verb.children if child.dep_ in _SUBJECTS and not is_addressed(child, verb)]
    if doers or any(child.dep_ == "aux" and lemma(child) != "do" for child in verb.children):
        return False
    before = verb.nbor(-1) if verb.i else verb
    if verb.dep_ == "conj" and is_verb(verb.head):  # "Police shoot and kill" may pass for one
        return False
    return verb.is_sent_start or before.is_punct or before.is_space or before.lower_ in _BEFORE_ORDERS


def _is_of_whatever(verb: Token) -> bool:
    """Whether it is said of whatever there is ("whatever he says"), or of the more the more."""
    if verb.dep_ == "acl:relcl" and verb.head.lower_ in _EVER:
        return True
    return any(_is_open(child, verb) for child in verb.children if child.i < verb.i)


def _is_open(child: Token, verb: Token) -> bool:
    if child.lower_ in _EVER:
        return child.dep_ in {"obj", "nsubj", "advmod", "mark", "nsubj:pass"}
    compared = child.lower_ in {"more", "less"} and child.dep_ in {"advmod", "obj"} and has_feature(verb, "VerbForm", "Fin")
    return compared and child.i > 0 and child.nbor(-1).lower_ == "the"


def _is_simple_present(verb: Token) -> bool:
    auxiliaries = [child for child in verb.children if child.dep_ in _AUXILIARIES]
    if _is_perfect(verb) or any(word.tag_ == "VBG" or (lemma(word) == "be" and verb.tag_ == "VBG") for word in auxiliaries):
        return False
    return any(has_feature(w, "VerbForm", "Fin") and has_feature(w, "Tense", "Pres") for w in (*auxiliaries, verb))


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and lemma(child) == "have" for child in verb.children)


def _has_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children) and not _is_perfect(verb)


def _is_habit(verb: Token) -> bool:
    """Whether it is done always or tends to be ("often says", "tends to say")."""
    if verb.dep_ == "xcomp" and lemma(verb.head) == "tend":
        return is_infinitive(verb)
    times = [child for child in verb.children if child.dep_ in {"obl:tmod", "obl:unmarked"}]
    if verb.dep_ == "acl:relcl" and lemma(verb.head) == "time":  # "every time she says that"
        times.append(verb.head)
    often = any(child.dep_ == "advmod" and child.lower_ in _HABITUALLY for child in verb.children)
    return (often or any(word.lower_ in _ANY for time in times for word in time.children)) and _is_simple_present(verb)


def _is_anybodys(verb: Token) -> bool:
    """Whether it is said of anybody ("people who go", "anyone may go", "when veterans ask, …"), in no narrative present."""
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass"}]
    if verb.dep_ == "acl:relcl":
        one = verb.head.lower_ == "one" or _has_article(verb.head)  # "a man who says" is one alone
        said = any(child.lower_ in {"who", "that"} for child in own) and not one and _is_anybody(verb.head)
        return said and (_is_simple_present(verb) or _has_modal(verb))
    if _opens_condition(verb) and not _has_modal(verb):
        told = any(_is_anybody(child) or child.lower_ in {"you", "one"} or _is_bare(child) for child in own)
        return told and _is_simple_present(verb)
    return any(map(_is_anybody, own)) and _has_modal(verb)


def _opens_condition(verb: Token) -> bool:
    """Whether it stands in a clause that opens a sentence with "when": the one behind tells news ("killed when …")."""
    if verb.dep_ != "advcl" or _is_to_come(verb.head):
        return False
    mark = next((child for child in verb.children if child.lower_ in {"when", "if", "unless"} and child.i < verb.i), None)
    return mark is not None and (mark.is_sent_start or mark.nbor(-1).lower_ in _BEFORE_CLAUSES)


def _is_to_come(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"will", "'ll", "’ll", "shall"} for child in verb.children)


def _is_anybody(noun: Token) -> bool:
    if noun.lower_ in _ANYBODY:
        return not any(child.dep_ in {"det", "nmod:poss"} for child in noun.children)
    if any(child.dep_ == "det" and child.lower_ in _ANY for child in noun.children):
        return True
    alone = not any(child.dep_ in _TELLING_WHICH for child in noun.children)
    return lemma(noun) in _PEOPLE and alone and (_has_article(noun) or noun.pos_ == "PRON" or _is_bare(noun))


def _has_article(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in {"a", "an"} for child in noun.children)


def _is_bare(noun: Token) -> bool:
    """Whether a plural has nothing before it that tells which or how many."""
    return noun.tag_ == "NNS" and not any(child.dep_ in {"det", *_TELLING_WHICH} for child in noun.children)


def _is_laid_down(verb: Token) -> bool:
    """Whether a law says that it may or must be done ("the law requires him to tell", "is allowed to go")."""
    head = verb.head
    if verb.dep_ not in _COMPLEMENTS or has_feature(verb, "VerbForm", "Fin") or not is_verb(head) or _is_perfect(verb):
        return False
    if lemma(head) in _HELD and is_passive(head) and _is_simple_present(head) and not is_infinitive(head):
        named = any(child.dep_ in _SUBJECTS and child.pos_ == "PROPN" for child in head.children)  # by now it may be done
        return (is_infinitive(verb) and not named) or any(c.dep_ == "mark" and c.lower_ == "from" for c in verb.children)
    past = has_feature(head, "VerbForm", "Fin") and has_feature(head, "Tense", "Past")
    return lemma(head) in _LAYING_DOWN and not past and any(lemma(subject) in _LAWS for subject in subjects(head))


def _is_right(verb: Token) -> bool:
    """Whether it is a right, a duty or a power ("the right to vote", "is free to go", "its powers include sending troops")."""
    head = verb.head
    if is_infinitive(verb) and verb.dep_ == "acl":
        return head.pos_ == "NOUN" and head.lower_ in _RIGHTS
    if is_infinitive(verb) and verb.dep_ in {*_COMPLEMENTS, "csubj"}:
        return lemma(head) in _LICIT and not is_verb(head)
    if verb.tag_ != "VBG":
        return False
    if verb.dep_ in {"acl", "advcl"} and any(child.dep_ in {"mark", "case"} for child in verb.children):
        return head.lower_ in _RIGHTS
    listed = verb.dep_ in _COMPLEMENTS and lemma(head) in _LISTING
    return listed and any(subject.lower_ in _POWERS for subject in subjects(head))


def _is_judged(verb: Token) -> bool:
    """Whether a clause without a doer is what something is said to be ("recruiting people is central to …")."""
    if verb.dep_ != "csubj" or has_feature(verb, "VerbForm", "Fin"):
        return False
    if any(child.dep_ in {"det", *_SUBJECTS} or child.pos_ == "PROPN" for child in verb.children) or lemma(verb) in _LEARNING:
        return False
    beside = {child.dep_ for child in verb.head.children}
    return (
        "cop" in beside
        and beside.isdisjoint({"nsubj", "nmod:poss"})
        and (_is_simple_present(verb.head) or _has_modal(verb.head))
    )


def _continues(verb: Token) -> bool:
    """Whether it stands or falls with the verb that it hangs on, and has no subject of its own."""
    if verb.head is verb or not is_verb(verb.head) or any(child.dep_ in _SUBJECTS for child in verb.children):
        return False
    if lemma(verb.head) in {"let", "allow"} and any(word.lower_ == "me" for word in (*verb.children, *verb.head.children)):
        return False  # "let me thank Ann": she is thanked
    if verb.tag_ == "VBG" and verb.i and verb.nbor(-1).text == ",":
        return False  # "are barred from it, the court said, stating that"
    if verb.dep_ == "conj":
        return not any(child.dep_ == "aux" for child in verb.children) and not has_feature(verb, "Tense", "Past")
    return verb.dep_ in {"xcomp", "advcl"} and not has_feature(verb, "VerbForm", "Fin")
