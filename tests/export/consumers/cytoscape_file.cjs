// Prints a Cytoscape JSON file as cytoscape.js has it.
const fs = require("fs");
const cytoscape = require("cytoscape");

const file = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const cy = cytoscape({ headless: true, styleEnabled: false, data: file.data, elements: file.elements });
const nodes = cy.nodes().map((node) => [node.id(), node.data()]);
const edges = cy.edges().map((edge) => [edge.source().id(), edge.target().id(), edge.data()]);
process.stdout.write(JSON.stringify([nodes, edges]));
