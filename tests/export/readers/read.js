// node read.js gexf|graphml|cytoscape FILE: what the reader of that format has read, as JSON.
import { readFileSync } from "node:fs";
import cytoscape from "cytoscape";
import graphology from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const [format, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");

const graph = ({ parse }) => {
  const read = parse(graphology.MultiDirectedGraph, text);
  return {
    nodes: read.mapNodes((id, data) => ({ ...data, id })),
    edges: read.mapEdges((id, data, source, target) => ({ ...data, id, source, target })),
  };
};
const elements = () => {
  const read = cytoscape({ headless: true, elements: JSON.parse(text).elements });
  return { nodes: read.nodes().map((node) => node.data()), edges: read.edges().map((edge) => edge.data()) };
};

const readers = { gexf: () => graph(gexf), graphml: () => graph(graphml), cytoscape: elements };
process.stdout.write(JSON.stringify(readers[format]()));
