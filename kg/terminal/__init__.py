"""What a person reads on the terminal: progress, the summary of a build, all that is known of one node."""

from kg.terminal.console import make_console
from kg.terminal.model import show_model
from kg.terminal.node import show_node
from kg.terminal.progress import Reporter
from kg.terminal.summary import show_summary

__all__ = ["Reporter", "make_console", "show_model", "show_node", "show_summary"]
