"""The tokenizer of the pipeline: spaCy's English rules, adapted to news and to the treebanks."""

from __future__ import annotations

from collections.abc import Callable

import spacy
from spacy.lang.char_classes import ALPHA
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

MAGNITUDES = "bn|mn|tn|trn|billion|million|trillion"

PREFIXES = [
    # A run of one sign is one token: "!!!", "====", "-----".
    r"([!?]){2,}",
    r"([=*_~+#<>-])\1{2,}",
]
SUFFIXES = [
    r"[!?]{2,}",
    r"(?:={3,}|\*{3,}|_{3,}|-{3,}|~{3,})",
    # "$1.5bn": amount and magnitude.
    rf"(?<=[0-9])(?:{MAGNITUDES})",
]
INFIXES = [
    # "U.S.-led", "U.N.-backed": a hyphen after an abbreviation.
    rf"(?<=[A-Z]\.)(?:-|–|—)(?=[{ALPHA}])",
    # "N.Korea", "U.S.Senate": an abbreviation run into the word that follows (nothing is taken out, only cut).
    r"(?<=\b[A-Z]\.)(?=[A-Z][a-z]{3})",
    r"(?<=\b[A-Z]\.[A-Z]\.)(?=[A-Z][a-z]{3})",
    # "and/or", "9/11/Reuters".
    rf"(?<=[{ALPHA}])/(?=[{ALPHA}])",
    # Dashes against quotation marks and brackets: 'peace"—and'.
    r"(?<=[\"”’?!,)])(?:–|—|--)",
    # A run of signs inside.
    r"(?:={3,}|\*{3,}|_{3,})",
]
# Contractions and unions that English treebanks write as one token.
WHOLE = ["w/o", "24/7", "9/11", "n/a", "N/A"]


def adapt(nlp: Language) -> Language:
    """Give a pipeline the tokenizer of the project."""
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError("the pipeline has another tokenizer than spaCy's")
    tokenizer.prefix_search = compile_prefix_regex([*PREFIXES, *(defaults.prefixes or [])]).search
    tokenizer.suffix_search = compile_suffix_regex([*SUFFIXES, *(defaults.suffixes or [])]).search
    tokenizer.infix_finditer = compile_infix_regex([*INFIXES, *(defaults.infixes or [])]).finditer
    for word in WHOLE:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return nlp


def blank_pipeline() -> Language:
    """An English pipeline without components, with the tokenizer of the project."""
    return adapt(spacy.blank("en"))


def news_tokenizer() -> Callable[[Language], Language]:
    """The tokenizer as a callback for the training configurations."""
    return adapt


registry.callbacks.register("kg.news_tokenizer.v1", func=news_tokenizer)
