# Few words for daily work; README's two commands need none of them.
PYTHON ?= python3
VENV := .venv

.PHONY: setup demo test check format

setup:
	$(PYTHON) -m venv $(VENV) && $(VENV)/bin/pip install --quiet --editable '.[test]'

demo:
	$(VENV)/bin/kg build seeds -o exports

test:
	$(VENV)/bin/python -m pytest

check:
	$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check . && $(VENV)/bin/mypy && $(VENV)/bin/lint-imports

format:
	$(VENV)/bin/ruff check --fix . ; $(VENV)/bin/ruff format .
