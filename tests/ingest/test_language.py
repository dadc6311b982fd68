"""Which texts are taken for English: when in doubt, all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.ingest.language import detect_language

ENGLISH = (
    "The ministers of two countries met on Tuesday and spoke of grain for most of the day. They did not agree, the hosts said, "
    "but they did not leave either, which was more than most had hoped for in the morning."
)
NAMES = (
    "Present: Katarzyna Nowak, Jose Hernandez, Antonio Lobo, Maria da Costa, Radhika Apte, Girish Kulkarni, Neeraj Kabi, Omoni "
    "Oboli, Kim Jong-un, Choe Son Hui, Sergei Shoigu, Lim Soo-suk, Takeo Akiba, Datuk Tangau and Recep Erdogan of the Guild."
)
FOREIGN = {
    "de": "Der Präsident hat am Mittwoch den Gast aus dem Osten empfangen. Beide sprachen mehrere Stunden lang über Getreide, "
    "Öl und die Lage in Europa. Das teilte ein Sprecher mit, der seinen Namen nicht in der Zeitung lesen wollte.",
    "fr": "Le président a reçu mercredi le ministre venu de l'Est dans le hall de la gare. Les deux hommes ont parlé pendant "
    "plusieurs heures de céréales et de la guerre, selon le porte-parole, sans signer le moindre accord entre eux.",
    "es": "El presidente recibió el miércoles al ministro del este en el salón de la estación. Los dos hablaron durante varias "
    "horas de cereales y de la guerra, según informó el portavoz, y no se firmó ningún acuerdo entre los países.",
    "nl": "De president heeft woensdag de minister uit het oosten ontvangen in de hal van het station. Ze spraken urenlang "
    "over graan en over de oorlog, zo meldde de woordvoerder, en er werd geen enkel akkoord tussen de landen getekend.",
    "ru": "Президент принял в среду министра с востока в зале вокзала. Они несколько часов говорили о зерне и о войне, сообщил "
    "представитель, и никакого соглашения между странами подписано не было. Следующая встреча пройдёт через неделю.",
}


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), ENGLISH.title(), NAMES, "1 " * 500, "=" * 500])
def test_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages(language: str) -> None:
    assert detect_language(FOREIGN[language]) == language
    assert detect_language(FOREIGN[language].upper()) == language


@pytest.mark.parametrize("language", FOREIGN)
def test_short_texts_are_english(language: str) -> None:
    assert detect_language(FOREIGN[language][:199]) == "en"


def test_an_english_article_may_quote() -> None:
    assert detect_language(FOREIGN["fr"] + "\n\n" + ENGLISH) == "en"


def test_english_needs_no_classifier() -> None:
    code = (
        f"import sys; from kg.ingest import language; language.detect_language({ENGLISH!r}); print('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
