/* What paint-sigma.js needs from npm, as one global. */
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeRectangleProgram } from "sigma/rendering";
import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";

globalThis.sigma = { EdgeArrowProgram, EdgeCurveProgram, EdgeCurvedArrowProgram, EdgeRectangleProgram, MultiDirectedGraph, Sigma };
