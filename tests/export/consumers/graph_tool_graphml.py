"""Prints a GraphML file as graph-tool has it; run by the system's Python."""

from __future__ import annotations

import json
import sys


def main() -> None:
    from graph_tool import load_graph

    graph = load_graph(sys.argv[1])
    node_id = graph.vp["_graphml_vertex_id"] if graph.num_vertices() else {}

    def attributes(properties, thing):
        return {name: properties[name][thing] for name in properties if not name.startswith("_graphml")}

    nodes = [(node_id[vertex], attributes(graph.vp, vertex)) for vertex in graph.vertices()]
    edges = [(node_id[edge.source()], node_id[edge.target()], attributes(graph.ep, edge)) for edge in graph.edges()]
    json.dump([nodes, edges], sys.stdout)


if __name__ == "__main__":
    main()
