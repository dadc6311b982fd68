// Prints an RDF file as N-Quads, as N3.js (Turtle, TriG, N-Triples) or jsonld.js (JSON-LD) reads it.
const fs = require("fs");
const path = process.argv[2];
const text = fs.readFileSync(path, "utf8");

if (path.endsWith(".jsonld")) {
  const jsonld = require("jsonld");
  jsonld.toRDF(JSON.parse(text), { format: "application/n-quads" }).then((quads) => process.stdout.write(quads));
} else {
  const { Parser, Writer } = require("n3");
  process.stdout.write(new Writer({ format: "N-Quads" }).quadsToString(new Parser().parse(text)));
}
