"""Runs the loaded model's graph node after node."""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import TopologicalSorter
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage

Step = tuple[str, GraphNode, tuple[str, ...]]


class StraightRunner(GraphRunner):
    """Works out the order of the nodes once for each set of targets, not in every turn.

    Rasa prunes the graph and hands it to dask anew each time, to run it on one thread
    (engine/runner/dask.py:80-101): twice a turn, a twelfth of its process's time.
    """

    def __init__(self, schema: GraphSchema, nodes: dict[str, GraphNode]) -> None:
        self._schema = schema
        self._nodes = nodes
        self._steps: dict[tuple[str, ...], list[Step]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> StraightRunner:
        """A runner whose nodes are loaded from the storage."""
        return cls.take_over(
            DaskGraphRunner.create(graph_schema, model_storage, execution_context, hooks)
        )

    @classmethod
    def take_over(cls, loaded: DaskGraphRunner) -> StraightRunner:
        """A runner for what Rasa has loaded already."""
        return cls(loaded._graph_schema, loaded._instantiated_nodes)

    def run(
        self, inputs: dict[str, Any] | None = None, targets: Sequence[str] | None = None
    ) -> dict[str, Any]:
        """What each target gives. Raises GraphComponentException when a component fails."""
        wanted = tuple(targets or self._schema.target_names)
        steps = self._steps.get(wanted)
        if steps is None:
            steps = self._steps[wanted] = self._order(wanted)
        given = dict(inputs or {})
        for name, node, needs in steps:
            given[name] = node(*((need, given[need]) for need in needs))[1]
        return {target: given[target] for target in wanted}

    def _order(self, targets: tuple[str, ...]) -> list[Step]:
        needed = self._schema.minimal_graph_schema(list(targets)).nodes
        needs = {name: tuple(node.needs.values()) for name, node in needed.items()}
        ordered = TopologicalSorter(needs).static_order()
        return [(name, self._nodes[name], needs[name]) for name in ordered if name in needs]
