// Prints a GraphML or GEXF file as graphology has it: what Gephi Lite and sigma show.
const fs = require("fs");
const Graph = require("graphology");
const path = process.argv[2];
const { parse } = require(path.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml");

const graph = parse(Graph, fs.readFileSync(path, "utf8"));
const nodes = graph.mapNodes((node, data) => [node, data]);
const edges = graph.mapEdges((edge, data, source, target) => [source, target, data]);
process.stdout.write(JSON.stringify([nodes, edges]));
