"""Outlines from TopoJSON."""

from __future__ import annotations

from training.land import rings


def test_arcs_are_summed_scaled_and_joined_backwards_where_it_says_so() -> None:
    topology = {
        "transform": {"scale": [0.1, 0.5], "translate": [-1.0, 2.0]},
        "arcs": [[[0, 0], [10, 0], [0, 2]], [[0, 0], [0, 2], [10, 0]]],
        "objects": {"land": {"geometries": [{"arcs": [[[0, ~1]]]}]}},
    }
    assert list(rings(topology)) == [[(-10, 20), (0, 20), (0, 30), (-10, 30), (-10, 20)]]
