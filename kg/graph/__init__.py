"""KnowledgeGraph: people, places, events and articles as a `networkx.MultiDiGraph` that answers questions.

==============  ================================================================================
attributes      the names and types of everything on nodes and edges; nowhere else are they named
build           Resolution -> KnowledgeGraph
records         KnowledgeGraph -> Resolution
nodes           what the graph answers with
filters         which events are meant
paths           chains of events between two entities
projections     who took part in something together, as a plain networkx graph
tables          all of it as rows, for spreadsheets, SQL and data frames
chronology      what somebody did, in the order of time; wording puts it into words
cards           nodes and relations in a notebook
knowledge_graph the graph and its questions
==============  ================================================================================
"""

from kg.graph.build import build_graph
from kg.graph.chronology import Chronology
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.nodes import ArticleNode, EntityNode, EventNode, Node, RelationEdge

__all__ = ["ArticleNode", "Chronology", "EntityNode", "EventNode", "KnowledgeGraph", "Node", "RelationEdge", "build_graph"]
