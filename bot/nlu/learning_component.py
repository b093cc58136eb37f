"""How Rasa makes, keeps and loads a component that learns from our own examples."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

from bot.nlu.softmax import mark_as_written

Learnt = TypeVar("Learnt")
One = TypeVar("One", bound="LearningComponent[Any]")


class LearningComponent(GraphComponent, Generic[Learnt]):
    """Without examples it has `learnt` nothing and changes nothing. Its files hold no pickle."""

    shares: ClassVar[tuple[str, ...]] = ()
    """The settings that are likelihoods or shares."""

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises ValueError for a likelihood or a share that is not between 0 and 1."""
        for name in cls.shares:
            if not 0 <= config.get(name, 0) <= 1:
                raise ValueError(f"{cls.__name__}: {name} must be between 0 and 1")

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        learnt: Learnt | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._learnt = learnt

    @classmethod
    def create(
        cls: type[One],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> One:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[One],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_kwargs: Any,
    ) -> One:
        """A trained component. Raises if its files are missing or cannot be read."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, cls.read_learnt(folder))

    def keep(self, learnt: Learnt | None) -> Resource:
        """Use what was learnt from now on, and write it; None where there was nothing to learn."""
        self._learnt = learnt
        with self._storage.write_to(self._resource) as folder:
            mark_as_written(folder)
            if learnt is not None:
                self.write_learnt(folder, learnt)
        return self._resource

    @classmethod
    @abstractmethod
    def read_learnt(cls, folder: Path) -> Learnt | None:
        """What `write_learnt` wrote, or None where nothing was learnt."""

    @staticmethod
    @abstractmethod
    def write_learnt(folder: Path, learnt: Learnt) -> None:
        """Write it into the folder of the component."""
