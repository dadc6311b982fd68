"""The trained network as an ONNX graph, written out by hand: fused operators, and a table of words in eight bits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped]

from training.encoder.model import EPSILON, HEADS, LAYERS, Network

MICROSOFT = "com.microsoft"
Array = np.ndarray[Any, Any]


class Graph:
    """Nodes and weights as they are added."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, array: Array) -> str:
        """A constant."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        """An operator with one output."""
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def linear(self, name: str, x: str, matrix: Array, bias: Array | None = None) -> str:
        """A linear layer (of PyTorch's orientation)."""
        y = self.add("MatMul", [x, self.weight(f"{name}.weight", matrix.T)], f"{name}.product")
        return y if bias is None else self.add("Add", [y, self.weight(f"{name}.bias", bias)], f"{name}.sum")


def build(network: Network) -> onnx.ModelProto:
    """The graph in full precision but for the table of words.

    Inputs: ids and shapes of pieces, first and last piece of each word. Outputs: ``plain`` and ``grammar``, (words, columns).
    """
    state = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    graph = Graph()
    x = _embed(graph, state)
    for i in range(LAYERS):
        x = _layer(graph, state, f"layers.{i}", x)
    flat = graph.add("Squeeze", [x, graph.weight("axis0", np.array([0]))], "flat")
    ends = [graph.add("Gather", [flat, name], f"at.{name}") for name in ("first", "last")]
    total = graph.add("Add", ends, "ends")
    words = graph.add("Mul", [total, graph.weight("half", np.array(0.5, dtype=np.float32))], "words")
    plain = graph.linear("heads", words, state["heads.weight"], state["heads.bias"])
    hidden = graph.linear("grammar", words, state["grammar.weight"])
    hidden = graph.add("FastGelu", [hidden, graph.weight("grammar.bias", state["grammar.bias"])], "grammar.gelu", MICROSOFT)
    trees = graph.linear("trees", hidden, state["trees.weight"], state["trees.bias"])
    graph.add("Identity", [plain], "plain_out")
    graph.add("Identity", [trees], "grammar_out")
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, [d]) for n, d in _INPUTS]
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["words", None]) for n in ("plain_out", "grammar_out")]
    body = helper.make_graph(graph.nodes, "kg_encoder", inputs, outputs, graph.weights)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=9)


_INPUTS = (("ids", "pieces"), ("shapes", "pieces"), ("first", "words"), ("last", "words"))


def _embed(graph: Graph, state: dict[str, Array]) -> str:
    table = state["words.weight"]
    scale = np.abs(table).max(1, keepdims=True) / 127
    rows = graph.weight("table", np.round(table / scale).astype(np.int8))
    scales = graph.weight("table.scale", scale.astype(np.float32))
    gathered = graph.add("Gather", [rows, "ids"], "table.rows")
    found = graph.add("Cast", [gathered], "table.float", to=TensorProto.FLOAT)
    found = graph.add("Mul", [found, graph.add("Gather", [scales, "ids"], "table.scales")], "table.words")
    length = graph.add("Shape", ["ids"], "length")
    positions = graph.weight("positions", state["positions.weight"])
    zero = graph.weight("zero", np.array([0]))
    where = graph.add("Slice", [positions, zero, length, zero], "where")
    shape = graph.add("Gather", [graph.weight("shape_table", state["shapes.weight"]), "shapes"], "shape")
    x = graph.add("Add", [graph.add("Add", [found, where], "words_where"), shape], "embedded")
    x = graph.add("Unsqueeze", [x, zero], "embedded.batch")
    gain, bias = (graph.weight(f"norm.{kind}", state[f"norm.{kind}"]) for kind in ("weight", "bias"))
    return graph.add("LayerNormalization", [x, gain, bias], "normed", axis=-1, epsilon=EPSILON)


def _layer(graph: Graph, state: dict[str, Array], name: str, x: str) -> str:
    weights = np.split(state[f"{name}.qkv.weight"], 3)
    biases = np.split(state[f"{name}.qkv.bias"], 3)
    qkv = [graph.linear(f"{name}.{part}", x, w, b) for part, w, b in zip("qkv", weights, biases, strict=True)]
    seen = graph.add("MultiHeadAttention", qkv, f"{name}.seen", MICROSOFT, num_heads=HEADS)
    out = graph.linear(f"{name}.out", seen, state[f"{name}.out.weight"], state[f"{name}.out.bias"])
    x = _skip(graph, state, f"{name}.norm1", out, x)
    up = graph.linear(f"{name}.up", x, state[f"{name}.up.weight"])
    up = graph.add("FastGelu", [up, graph.weight(f"{name}.up.bias", state[f"{name}.up.bias"])], f"{name}.gelu", MICROSOFT)
    down = graph.linear(f"{name}.down", up, state[f"{name}.down.weight"], state[f"{name}.down.bias"])
    return _skip(graph, state, f"{name}.norm2", down, x)


def _skip(graph: Graph, state: dict[str, Array], name: str, x: str, skip: str) -> str:
    """Sum and norm; apart, for the fused operator takes several times as long on a processor."""
    inputs = [graph.add("Add", [x, skip], f"{name}.skip")]
    inputs += [graph.weight(f"{name}.{kind}", state[f"{name}.{kind}"]) for kind in ("weight", "bias")]
    return graph.add("LayerNormalization", inputs, name, axis=-1, epsilon=EPSILON)


def save(network: Network, full: Path, small: Path) -> None:
    """Write the graph in full precision and with weights of eight bits."""
    onnx.save(build(network), full)
    quantize_dynamic(
        full,
        small,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
