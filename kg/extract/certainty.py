"""Whether something happened, as its sentence has it: certainty, polarity and tense of an event's trigger.

The words that decide (modals, verbs and nouns that plan, doubt or deny) are English classes that hardly grow; the scale of
certainty and polarity is FactBank's (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.extract.syntax import has_feature, is_infinitive, is_verb, lemma, preposition
from kg.model import Certainty, Polarity, Tense

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_PLANNING = frozenset(
    """
    plan intend agree want hope wish expect schedule arrange prepare propose offer invite ask request demand promise vow
    pledge seek aim decide set threaten consider vote urge call refuse due ready likely slate poise order try attempt
    decision plan intention agreement proposal offer invitation request desire pledge promise readiness willingness threat
    call
    """.split()
)
_NEGATING = frozenset(
    """
    deny refuse decline fail cancel reject avoid prevent postpone scrap ban block stop abandon refusal failure denial
    unable inability avert foil thwart
    """.split()
)
_WANTING = frozenset(
    """
    seek negotiate propose plan demand request consider discuss want expect schedule threaten fear predict forecast urge await
    prepare envisage arrange promise offer oppose forbid pursue contemplate weigh
    """.split()
)
"""Verbs whose object, where it is an event noun, lies ahead or is open ("negotiates the purchase", "sought an inquiry")."""
_CHARGING = frozenset({"accuse", "charge", "suspect", "suspicion", "allegation", "accusation", "allege"})
_REACHED = frozenset(
    """
    begin start continue manage help come get seem appear happen prove tend cease force compel cause lead make use see hear
    proceed remain move bother oblige prompt dare rush fail
    """.split()
)
"""Verbs whose infinitive came about or not as they say ("managed to flee", "was forced to resign"); others leave it ahead."""
_ABILITY = frozenset({"ability", "capability", "capacity", "power", "capable", "incapable", "inability", "potential"})
_ATTEMPTING = frozenset({"attempt", "try"})
_CALLED_OFF = frozenset({"cancelled", "canceled", "now-cancelled", "aborted", "averted", "abandoned", "thwarted", "foiled"})
_DOUBTING = frozenset(
    """
    speculate doubt suggest rumor rumour suspect believe think fear worry consider discuss mull
    """.split()
)
_POSSIBLE_WORDS = frozenset(
    """
    possible potential alleged would-be reported rumored rumoured suspected possibly perhaps maybe reportedly allegedly
    """.split()
)
_PLANNED_WORDS = frozenset("planned proposed upcoming scheduled expected forthcoming future next prospective".split())
_PROBABLE_WORDS = frozenset("likely probable probably presumably apparently".split())
_MODALS: dict[str, Certainty] = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "would": "possible", "should": "possible",
    "must": "probable", "ought": "possible",
}  # fmt: skip
_WILL = frozenset({"will", "shall", "'ll", "wo", "’ll", "sha"})
_CONDITIONS = frozenset({"if", "whether", "unless", "once", "should"})


class Factuality(NamedTuple):
    """How an event stands to the world."""

    certainty: Certainty
    polarity: Polarity
    tense: Tense


def judge(trigger: Token) -> Factuality:
    """Certainty, polarity and tense of an event from its trigger's clause and from what governs that clause."""
    verb = _carrier(trigger)
    certainty: Certainty = "certain"
    if trigger != verb:
        certainty = _weaker(certainty, _from_modifiers(trigger))
        certainty = _weaker(certainty, _from_preposition(trigger))
        certainty = _weaker(certainty, _from_governor(trigger))
    elif trigger.dep_ in {"advcl", "acl"} and lemma(trigger.head) in _CHARGING and not is_infinitive(trigger):
        certainty = "possible"
    negative = (
        is_negated(trigger)
        or _concerns_nothing(trigger)
        or any(child.dep_ == "amod" and child.lower_ in _CALLED_OFF for child in trigger.children)
    )
    if verb is not None:
        certainty = _weaker(certainty, _from_clause(verb))
        negative ^= verb != trigger and is_negated(verb)
        negative ^= _is_negated_from_above(trigger)
    return Factuality(certainty, "negative" if negative else "positive", tense_of(verb) if verb is not None else "none")


def tense_of(verb: Token) -> Tense:
    """Tense of a verb's clause: its own, its auxiliary's, or that of the verb which it is subordinate to."""
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}]
    if any(child.lower_ in _WILL for child in auxiliaries) or _is_to_be(verb):
        return "future"
    if any(child.lower_ in {"has", "have", "'ve", "had"} for child in auxiliaries):
        return "past"
    if any(child.lower_ in _MODALS for child in auxiliaries):
        return "future"
    for word in (*auxiliaries, verb):
        if has_feature(word, "VerbForm", "Fin"):
            return "past" if has_feature(word, "Tense", "Past") else "present" if has_feature(word, "Tense", "Pres") else "none"
    if is_infinitive(verb) and verb.dep_ in {"xcomp", "acl"} and lemma(verb.head) in _PLANNING:
        return tense_of(verb.head) if lemma(verb.head) in _ATTEMPTING else "future"
    if verb.dep_ in {"xcomp", "advcl", "conj", "acl"} and is_verb(verb.head):
        return tense_of(verb.head)
    return "past" if verb.tag_ in {"VBN", "VBD"} and verb.dep_ == "acl" else "none"


def _carrier(trigger: Token) -> Token | None:
    """The predicate that an event stands or falls with: itself, or the verb whose subject or object the event noun is."""
    if is_verb(trigger) or any(child.dep_ == "cop" for child in trigger.children):
        return trigger
    noun = trigger
    while noun.dep_ in {"conj", "compound", "appos"} and not is_verb(noun.head):
        noun = noun.head
    if noun.dep_ in {"obj", "nsubj", "nsubj:pass", "ROOT", "root"} or (
        noun.dep_ == "obl" and (preposition(noun) in {"to", "for", "in"} or _is_settled(noun))
    ):
        return noun.head if is_verb(noun.head) else None
    return None


def _is_settled(noun: Token) -> bool:
    """Whether a noun says what is agreed or decided on."""
    return preposition(noun) == "on" and lemma(noun.head) in {"agree", "decide", "settle"}


_ORDER: tuple[Certainty, ...] = ("certain", "probable", "planned", "possible")


def _weaker(left: Certainty, right: Certainty) -> Certainty:
    return max(left, right, key=_ORDER.index)


def _from_modifiers(noun: Token) -> Certainty:
    found: Certainty = "certain"
    for child in noun.children:
        word = child.lower_
        if word in _POSSIBLE_WORDS:
            found = _weaker(found, "possible")
        elif word in _PLANNED_WORDS:
            found = _weaker(found, "planned")
        elif word in _PROBABLE_WORDS:
            found = _weaker(found, "probable")
    return found


def _from_preposition(noun: Token) -> Certainty:
    """A meeting that people speak of beforehand is planned as they speak ("ahead of his meeting with Kim")."""
    if preposition(noun) in {"ahead of", "prior to"}:
        return "planned"
    if preposition(noun) in {"for", "to"} and lemma(noun.head) in _PLANNING and not _is_occasion(noun):
        return "planned"
    return "certain"


def _is_occasion(noun: Token) -> bool:
    """Whether somebody wants something else for what they have already ("wants shells for its war")."""
    owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    return owned and is_verb(noun.head) and any(child.dep_ == "obj" for child in noun.head.children)


def _from_governor(noun: Token) -> Certainty:
    """What the word that an event noun hangs on makes of it: wanted, planned or alleged things need not be."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    if noun.dep_ in {"obj", "nsubj:pass"} and is_verb(noun.head) and lemma(noun.head) in _WANTING:
        return "planned"
    if noun.dep_ in {"obl", "nmod"} and lemma(noun.head) in _CHARGING and preposition(noun) in {"of", "with", "on"}:
        return "possible"
    return "certain"


def _from_clause(verb: Token) -> Certainty:
    """What auxiliaries, adverbs, conjunctions and governing words make of a clause."""
    found: Certainty = "certain"
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "aux" and word in _MODALS:
            found = _weaker(found, _MODALS[word])
        elif child.dep_ == "aux" and word in _WILL:
            found = _weaker(found, "planned")
        elif (child.dep_ == "mark" and word in _CONDITIONS) or (child.dep_ == "advmod" and word in _POSSIBLE_WORDS):
            found = _weaker(found, "possible")
        elif child.dep_ == "advmod" and word in _PROBABLE_WORDS:
            found = _weaker(found, "probable")
        elif child.dep_ == "punct" and word == "?":
            found = _weaker(found, "possible")
    if _is_to_be(verb):
        found = _weaker(found, "planned")
    return _weaker(found, _from_above(verb))


def _from_above(verb: Token) -> Certainty:
    head = verb.head
    if head == verb:
        return "certain"
    if _was_attempted(verb):
        return _from_clause(head)
    if verb.dep_ in {"xcomp", "ccomp", "acl", "advcl"} and lemma(head) in _PLANNING and is_infinitive(verb):
        return "planned"
    if is_ability(verb):
        return "possible"
    if verb.dep_ == "acl" and is_infinitive(verb):
        return "planned"
    if verb.dep_ == "ccomp" and lemma(head) in _DOUBTING:
        return "possible"
    if lemma(head) in {"able", "unable"} and tense_of(head) == "past":  # "was able to flee"
        return _from_clause(head)
    if verb.dep_ in {"advcl", "xcomp", "ccomp"} and is_infinitive(verb) and lemma(head) not in _REACHED:
        return _weaker("planned", _from_clause(head) if is_verb(head) else "certain")
    if verb.dep_ in {"conj", "xcomp"} and is_verb(head) and not has_feature(verb, "VerbForm", "Fin"):
        return _from_clause(head)
    return "certain"


def is_ability(verb: Token) -> bool:
    """Whether a verb says what somebody or something is able to do, not what was done ("its ability to strike Guam")."""
    head = verb.head
    if verb.dep_ not in {"acl", "advcl", "xcomp", "ccomp"} or not (is_infinitive(verb) or verb.tag_ == "VBG"):
        return False
    return lemma(head) in _ABILITY or (lemma(head) == "able" and tense_of(head) != "past")


def is_open_question(verb: Token) -> bool:
    """Whether an infinitive is only asked about ("knew what to say", "how to vote", "whether to go")."""
    if not is_infinitive(verb):
        return False
    asked = verb.dep_ == "acl" and verb.head.tag_ in _ASKING_TAGS
    return asked or any(
        child.i < verb.i and (child.tag_ in _ASKING_TAGS or child.lower_ == "whether") for child in verb.children
    )


_ASKING_TAGS = frozenset({"WP", "WRB"})


def _was_attempted(verb: Token) -> bool:
    """Whether a verb says what somebody attempted in the past, and with that, as news tells it, that it failed."""
    return verb.dep_ == "xcomp" and lemma(verb.head) == "attempt" and tense_of(verb.head) == "past"


def _is_to_be(verb: Token) -> bool:
    """Whether a verb is set for the future by a form of be ("is to meet", "was to meet")."""
    head = verb.head
    return is_infinitive(verb) and (
        (verb.dep_ in {"xcomp", "ccomp"} and lemma(head) == "be")
        or any(c.dep_ == "cop" and c.i < verb.i for c in verb.children)
    )


def is_negated(token: Token) -> bool:
    """Whether a word itself is denied ("did not meet", "no meeting")."""
    return any(
        (child.dep_ in {"advmod", "neg", "cc:preconj"} and child.lower_ in {"not", "n't", "n’t", "never", "neither"})
        or (child.dep_ == "det" and child.lower_ in {"no", "neither"})
        for child in token.children
    )


def _concerns_nothing(trigger: Token) -> bool:
    """Whether a verb says of nobody or nothing that it happened ("no agreement was signed", "signed no agreement")."""
    return is_verb(trigger) and any(
        argument.dep_ in {"nsubj", "nsubj:pass", "obj"} and any(c.dep_ == "det" and c.lower_ == "no" for c in argument.children)
        for argument in trigger.children
    )


def _is_negated_from_above(trigger: Token) -> bool:
    """Whether a governing word says that it did not happen ("denied meeting", "failed to meet", "cancelled the talks")."""
    head = trigger.head
    if head == trigger:
        return False
    if _was_attempted(trigger):
        return not is_negated(head)
    if lemma(head) not in _NEGATING:
        return trigger.dep_ == "xcomp" and is_negated(head)
    governed = {"xcomp", "ccomp", "obj", "nsubj:pass", "acl"} | (set() if is_verb(trigger) else {"nmod", "obl"})
    return trigger.dep_ in governed and not is_negated(head)
