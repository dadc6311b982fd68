"""Commands about the language model."""

from __future__ import annotations

from kg.cli.options import Model


def info(model: Model = None) -> None:
    """Show which language model is used, how large it is, how good, and what it was made from."""
    from kg import terminal
    from kg.extract.nlp import model_info

    terminal.show_model(model_info(model or ""), terminal.make_console())
