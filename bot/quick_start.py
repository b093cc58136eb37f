"""Reads the domain of a trained model once, in C.

Rasa parses it six times over in Python and re-checks what training has checked: 3 of the 10
seconds that a start takes (rasa/shared/core/domain.py:289,212; domain_provider.py:37).
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain

DOMAIN_FILE = "domain.yml"
YAML_1_2_SCALARS = (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
)


class Yaml12Loader(yaml.CSafeLoader):
    """libyaml with the plain words of YAML 1.2, which Rasa writes: `yes` is a word, not a truth."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _kind, _pattern, _first_letters in YAML_1_2_SCALARS:
    Yaml12Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_kind}", re.compile(_pattern), _first_letters
    )


def read_domains_quickly() -> None:
    """From now on, trained domains are read by `load_trained_domain`."""
    DomainProvider.load = classmethod(load_trained_domain)


def load_trained_domain(
    cls,  # without a type, as Rasa compares names and types with its own (validation.py:257)
    config: dict[str, Any],
    model_storage: ModelStorage,
    resource: Resource,
    execution_context: ExecutionContext,
    **_kwargs: Any,
) -> DomainProvider:
    """The domain as training left it in the model. Raises if it is not there."""
    with model_storage.read_from(resource) as folder:
        text = (folder / DOMAIN_FILE).read_bytes()
    return cls(model_storage, resource, Domain.from_dict(yaml.load(text, Yaml12Loader)))
