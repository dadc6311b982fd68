"""Who "he said" is: in news nearly always who was said to say something before."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.coreference.clauses import LINKS, ROLES
from kg.extract.coreference.traits import KINDS, NUMBERS, PRONOUNS, TYPES, Traits

_REACH = 6
"""Sentences back that "he said" looks for who spoke before."""
_NOBODY = -1
_TOGETHER, _PRONOUN, _PLURAL = KINDS.index("coordination"), KINDS.index("pronoun"), NUMBERS.index("plural")


def find_speakers(t: Traits) -> Mapping[int, int]:
    """Markable of "he" or "she" that says something -> the markable of who spoke, or was told of, right before.

    That is who said something last or has since been the subject of a sentence; none where somebody acts in a clause between.
    What else its own sentence tells ("Ann has failed, he said") does not count, nor who says it only by the way ("for asking").
    """
    found: dict[int, int] = {}
    last, newest, sentence = _NOBODY, None, -1
    for number in range(len(t.kind)):
        if t.quote[number] or t.kind[number] == _TOGETHER:
            continue
        if t.sentence[number] != sentence:
            last, newest, sentence = last if newest is None else newest, None, int(t.sentence[number])
        if PRONOUNS[t.pronoun[number]] in {"he", "she"}:
            if t.source[number] and t.says[number] and LINKS[t.link[number]] != "acl":
                if (above := _subject_beside(t, number)) is not None:
                    last = above
                elif newest not in {None, _NOBODY} and LINKS[t.link[number]] == "conj" and t.clause[newest] == t.above[number]:
                    last = newest  # "his son is a guard, and he said"
                if last != _NOBODY and _can_go_on(t, number, last):
                    found[number] = last
                last, newest = number if number in found or last == _NOBODY else _NOBODY, None
        elif TYPES[t.type[number]] == "person" and t.number[number] != _PLURAL and t.kind[number] != _PRONOUN:
            if t.source[number] and (t.says[number] or ROLES[t.role[number]] == "oblique"):
                last, newest = number, None
            elif _acts(t, number) and LINKS[t.link[number]] in {"", "conj"}:
                newest = number
            elif last != _NOBODY and _acts(t, number) and not _is_told(t, number, last):
                newest = _NOBODY
    return found


def _subject_beside(t: Traits, number: int) -> int | None:
    """The person whom the clause is about that "he said" tells the time or reason of, or that tells those of it.

    "Ann says Bob lied when he said …", "Though Bob is ill, he says …"; but "Ann says Bob lied, though she will not say how".
    """
    tells = LINKS[t.link[number]] == "advcl" and not t.concedes[number]
    for other in range(number - 1, -1, -1):
        if t.sentence[other] != t.sentence[number]:
            break
        above = tells and t.clause[other] == t.above[number]
        below = t.above[other] == t.clause[number] and LINKS[t.link[other]] == "advcl"
        if (above or below) and ROLES[t.role[other]] in {"subject", "passive"} and t.governor[other] == t.clause[other]:
            person = TYPES[t.type[other]] == "person" and t.number[other] != _PLURAL and t.kind[other] != _TOGETHER
            return other if person and not t.quote[other] else None
    return None


def _acts(t: Traits, number: int) -> bool:
    """Whether somebody named is the subject of a clause."""
    return bool(ROLES[t.role[number]] in {"subject", "passive"} and t.chain[number] >= 0)


def _is_told(t: Traits, number: int, speaker: int) -> bool:
    """Whether somebody stands in what a speaker says, or is the speaker."""
    return t.chain[number] == t.chain[speaker] or t.clause[speaker] in {t.clause[number], t.above[number], t.higher[number]}


def _can_go_on(t: Traits, number: int, speaker: int) -> bool:
    """Whether "he" may be who spoke before: near enough, of no other sex, in a clause of its own."""
    sexes = {int(t.gender[number]), int(t.gender[speaker])} & {1, 2}
    near = t.sentence[number] - t.sentence[speaker] <= _REACH
    return bool(len(sexes) < 2 and near and t.clause[number] != t.clause[speaker])
