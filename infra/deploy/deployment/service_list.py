"""The deployed services and their order, from infra/services.json."""

import itertools
import json
from dataclasses import dataclass
from pathlib import Path

from deployment.errors import DeploymentError

FILE = Path(__file__).resolve().parents[2] / "services.json"


@dataclass(frozen=True)
class Service:
    """A deployed service. It is deployed in its wave, after all services of the waves before."""

    name: str
    wave: int
    has_database: bool


@dataclass(frozen=True)
class ServiceList:
    """All deployed services, in the order of a release.

    The monitoring comes first, and a service comes before the services that call it. The gateway comes last, so that it never routes
    to an endpoint that doesn't exist yet.
    """

    services: tuple[Service, ...]

    @classmethod
    def read(cls, file: Path = FILE) -> "ServiceList":
        described = json.loads(file.read_text())
        services = [Service(one["name"], one["wave"], "database" in one) for one in described["monitoring"] + described["services"]]
        return cls(tuple(sorted(services, key=lambda one: one.wave)))

    def named(self, name: str) -> Service:
        for service in self.services:
            if service.name == name:
                return service
        raise DeploymentError(f"Unknown service '{name}'; infra/services.json lists them")

    def waves(self) -> list[tuple[Service, ...]]:
        return [tuple(wave) for _, wave in itertools.groupby(self.services, key=lambda one: one.wave)]
