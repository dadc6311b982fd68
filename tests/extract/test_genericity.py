"""What is told in general, laid down or ordered, and what happens."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from kg.extract.events import find_events
from kg.extract.genericity import is_generic
from tests.parse import parse, read, word

GENERIC = """
meet: do.VB/aux>meet n't/advmod>meet meet.IMP Bob/obj>meet ./punct>meet
meet: please.RB/discourse>go go.IMP and/cc>meet meet.IMP/conj>go Bob/obj>meet ./punct>go
says: Ann/nsubj>surprised surprised whatever.WP/obj>says they/nsubj>says says/ccomp>surprised
meet: Ann/nsubj>meet ,/punct>meet meet.IMP Bob/obj>meet ./punct>meet
meets: every.DT/det>time time.NN/obl:unmarked>smile Ann/nsubj>meets meets/acl:relcl>time they/nsubj>smile smile.VBP
meets: Ann/nsubj>meets often.RB/advmod>meets meets Bob/obj>meets
meets: Ann/nsubj>meets meets Bob/obj>meets every.DT/det>week week/obl:tmod>meets
meet: Ann/nsubj>tend tend.VBZ to/mark>meet meet.VB/xcomp>tend Bob/obj>meet
meet: Ann/nsubj>doubted doubted people.NNS/obj>doubted who/nsubj>meet meet.VBP/acl:relcl>people Bob/obj>meet
meets: Ann/nsubj>doubted doubted any.DT/det>man man/obj>doubted who/nsubj>meets meets/acl:relcl>man Bob/obj>meets
meet: anyone.NN/nsubj>meet can/aux>meet meet.VB Bob/obj>meet
meet: when/advmod>meet envoys/nsubj>meet meet.VBP/advcl>smile they/nsubj>smile smile.VBP
meet: the/det>law law.NN/nsubj>require require.VBZ Ann/obj>require to/mark>meet meet.VB/xcomp>require Bob/obj>meet
meet: a/det>law law.NN require.VBG/acl>law Ann/obj>require to/mark>meet meet.VB/xcomp>require Bob/obj>meet
meet: envoys/nsubj:pass>allow are/aux:pass>allow allow.VBN to/mark>meet meet.VB/xcomp>allow Bob/obj>meet
meeting: Ann/nsubj:pass>ban is/aux:pass>ban ban.VBN from/mark>meeting meeting.VBG/advcl>ban Bob/obj>meeting
meet: their/nmod:poss>right right.NN to/mark>meet meet.VB/acl>right Bob/obj>meet
meet: Ann/nsubj>free is/cop>free free.JJ to/mark>meet meet.VB/xcomp>free Bob/obj>meet
meeting: his/nmod:poss>powers powers.NNS/nsubj>include include.VBP meeting.VBG/xcomp>include envoys/obj>meeting
meet: it/expl>wise is/cop>wise wise.JJ to/mark>meet meet.VB/csubj>wise envoys/obj>meet
meeting: the/det>law law.NN/nsubj>require require.VBZ a/det>meeting meeting.NN/obj>require
talks: Ann/nsubj>has often.RB/advmod>has has talks/obj>has
"""
HAPPENING = """
meet: Ann/nsubj>meet meet Bob/obj>meet
meet: Ann/nsubj>says says Bob/obj>says ;.IN/punct>meet meet.IMP/parataxis>says Cid/obj>meet
meet: Police.NNS/nsubj>talk talk.VBP and/cc>meet meet.IMP/conj>talk Bob/obj>meet ./punct>talk
meets: the/det>time time.NN Ann/nsubj>meets meets/acl:relcl>time Bob/obj>meets
met: Ann/nsubj>met often.RB/advmod>met met Bob/obj>met
met: whatever.WP/obj>said she/nsubj>said said/advcl>met Ann/nsubj>met met Bob/obj>met
meets: a/det>man man/nsubj>meets meets Bob/obj>meets
meet: they/nsubj>smile smile.VBP when/advmod>meet envoys/nsubj>meet meet.VBP/advcl>smile
meets: the/det>old old/amod>man man who/nsubj>meets meets/acl:relcl>man Bob/obj>meets
meet: Bob/nsubj>require require.VBZ Ann/obj>require to/mark>meet meet.VB/xcomp>require Cid/obj>meet
meet: Ann/nsubj:pass>allow was/aux:pass>allow allow.VBN to/mark>meet meet.VB/xcomp>allow Bob/obj>meet
fielding: Ann/nsubj:pass>ban is/aux:pass>ban ban.VBN for/mark>fielding fielding.VBG/advcl>ban Bob/obj>fielding
meet: Ann/nsubj:pass>allow is/aux:pass>allow allow.VBN to/mark>meet meet.VB/xcomp>allow Bob/obj>meet
meet: envoys/nsubj:pass>supposed are/aux:pass>supposed supposed.VBN to/mark>meet meet.VB/xcomp>supposed Bob/obj>meet
says: a/det>man man/obj>met who/nsubj>says says/acl:relcl>man Ann/nsubj>met met
meeting: law.NN/nsubj>require require.VBZ the/det>meeting meeting.NN/obj>require
meet: Ann/nsubj>planned planned to/mark>meet meet.VB/xcomp>planned Bob/obj>meet
meet: it/expl>sad was/cop>sad sad.JJ to/mark>meet meet.VB/csubj>sad envoys/obj>meet
meeting: meeting.VBG/csubj>wise Bob/obj>meeting is/cop>wise wise.JJ
thank: let.IMP me.PRP/obj>let thank.VB/xcomp>let Ann/obj>thank ./punct>let
meeting: Ann/nsubj>planned planned a/det>meeting meeting.NN/obj>planned
talks: Ann/nsubj>attend often.RB/advmod>attend attend.VBZ the/det>talks talks/obj>attend
"""


def table(rows: str) -> list[ParameterSet]:
    """Rows of a word and its sentence."""
    pairs = [row.split(": ", 1) for row in rows.strip().splitlines()]
    return [pytest.param(line, text, id=parse(line).text) for text, line in pairs]


@pytest.mark.parametrize(("line", "text"), table(GENERIC))
def test_told_in_general(line: str, text: str) -> None:
    assert is_generic(word(parse(line), text))


@pytest.mark.parametrize(("line", "text"), table(HAPPENING))
def test_told_as_a_happening(line: str, text: str) -> None:
    assert not is_generic(word(parse(line), text))


def test_what_is_told_in_general_is_no_event() -> None:
    habit, happening = (
        find_events(read(f"Ann@person/nsubj>meets {adverb}/advmod>meets meets Bob@person/obj>meets").discourse(), [])
        for adverb in ("often.RB", "briefly")
    )
    assert (len(habit), len(happening)) == (0, 1)
