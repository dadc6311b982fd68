"""What a person reads on the terminal: progress, the summary of a build, all that is known of one node, why names are one."""

from kg.terminal.console import make_console
from kg.terminal.ledger import show_explanation, show_review
from kg.terminal.model import show_model
from kg.terminal.node import show_node
from kg.terminal.ontology import show_type, show_types
from kg.terminal.progress import Reporter
from kg.terminal.summary import show_summary
from kg.terminal.trust import show_changes, show_connection, show_report

__all__ = [
    "Reporter",
    "make_console",
    "show_changes",
    "show_connection",
    "show_explanation",
    "show_model",
    "show_node",
    "show_report",
    "show_review",
    "show_summary",
    "show_type",
    "show_types",
]
