"""KnowledgeGraph: people, places, events and articles as a `networkx.MultiDiGraph` that answers questions.

==============  ================================================================================
attributes      the names and types of everything on nodes and edges; nowhere else are they named
build           Resolution -> KnowledgeGraph
records         KnowledgeGraph -> Resolution
nodes           what the graph answers with
knowledge_graph the graph and its questions
==============  ================================================================================
"""

from kg.graph.build import build_graph
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.nodes import ArticleNode, EntityNode, EventNode, Node

__all__ = ["ArticleNode", "EntityNode", "EventNode", "KnowledgeGraph", "Node", "build_graph"]
