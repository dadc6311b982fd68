"""What the trained heads of the encoder say of a word: whether it reports an event, and whether that is said to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.encoder.component import WORD_SCORES
from kg.extract.encoder.heads import EVENT, FACTUALITY

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def event_likelihood(token: Token) -> float | None:
    """How likely a word is the trigger of an event, 0..1; None where the pipeline has no such head.

    Trained on ECB+ and the nouns of QANom; at 0.5 its F1 is .83 on MEANTIME and .85 on unseen topics of ECB+ (all verbs: .70,
    .74).
    """
    return _score(token, EVENT)


def factuality(token: Token) -> float | None:
    """How far the event of a word is said to have happened, from about -1.5 (it did not) to 1.5 (it did); None without a head.

    Trained on the factuality of predicates in EWT (UDS); correlation with unseen judgements .60.
    """
    return _score(token, FACTUALITY)


def _score(token: Token, head: str) -> float | None:
    scores = token.doc.user_data.get(WORD_SCORES, {}).get(head)
    return None if scores is None else round(float(scores[token.i]), 3)
