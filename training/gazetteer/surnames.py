"""Compile the table of common surnames: ``python -m training.gazetteer.surnames FOLDER`` (of popular-names-by-country)."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from kg.names import words

TARGET = Path(__file__).parents[2] / "kg" / "resolve" / "surnames.txt"


def main(folder: Path) -> None:
    """Write the last words of all names that are among a country's most frequent, folded."""
    with (folder / "common-surnames-by-country.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {parts[-1] for row in csv.DictReader(file) if (parts := words(row["Romanized Name"]))}
    TARGET.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
