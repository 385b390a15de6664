"""The release of several services, wave by wave."""

import itertools
import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from deployment.ecs import Cluster, NoTaskDefinition
from deployment.errors import FAILURES, DeploymentError, Interrupted
from deployment.interruption import Patience
from deployment.log import say
from deployment.migration import migration_family
from deployment.outcome import Outcome, Result
from deployment.release_report import ReleasedService
from deployment.rollback import roll_back
from deployment.service_deployment import ServiceDeployment, check_digest
from deployment.service_list import Service, ServiceList
from deployment.shop_health import ShopHealth


def read_images(lines: Iterable[str], services: ServiceList) -> dict[Service, str]:
    """Reads lines with a service and its image; what follows in a line is ignored. Returns them in the order of a release."""
    named: dict[Service, str] = {}
    for name, *rest in filter(None, map(str.split, lines)):
        if not rest:
            raise DeploymentError(f"There is no image of {name}")
        named[services.named(name)] = rest[0]
    return {service: named[service] for service in services.services if service in named}


@dataclass(frozen=True)
class Release:
    """Deploys the services of a wave in parallel, and the waves one after the other. If one fails, all services return.

    pause is how many seconds to watch the shop after each wave that changed a service; None to test it only at the end.
    """

    cluster: Cluster
    services: Sequence[ReleasedService]
    patience: Patience
    health: ShopHealth
    pause: float | None

    def run(self) -> int:
        """Returns 0 if all services have the new images, 1 if all have their previous ones, and 3 if a rollback failed."""
        try:
            if self._deploy_all():
                return 0
            self._roll_back_all()
        except Interrupted:
            say("Interrupted: the rollouts in progress are rolled back, completed ones stay")
        return max([1, *(one.outcome.exit_code for one in self.services)])

    def _deploy_all(self) -> bool:
        for wave in self._waves():
            self._together(self._deploy, wave)
            self.patience.interruption.pause(0)
            if any(one.outcome.exit_code != 0 for one in wave):
                return False
            if self.pause is not None and any(one.outcome is Outcome.DEPLOYED for one in wave):
                say(f"Watching for {self.pause:g} s: {' '.join(one.name for one in wave)}")
                self.patience.interruption.pause(self.pause)
                if not self.health.is_well():
                    return False
        return self.health.is_well()

    def _roll_back_all(self) -> None:
        """Rolls back in reverse order, so that the gateway returns to its old image before the services do."""
        for wave in reversed(self._waves()):
            self._together(self._roll_back, [one for one in wave if one.outcome is Outcome.DEPLOYED])

    def _deploy(self, one: ReleasedService) -> Result:
        return ServiceDeployment(self.cluster, one.service, one.image, self.patience).run()

    def _roll_back(self, one: ReleasedService) -> Result:
        try:
            roll_back(self.cluster, one.name, one.before, self.patience)
        except Interrupted:
            return Result(Outcome.INTERRUPTED, one.before)
        except FAILURES as error:
            say(str(error))
            return Result(Outcome.RETURN_FAILED, None)
        return Result(Outcome.RETURNED, one.before)

    def _together(self, work: Callable[[ReleasedService], Result], services: Sequence[ReleasedService]) -> None:
        def attempt(one: ReleasedService) -> Result:
            try:
                return work(one)
            except Exception:
                # A mistake in this program must not leave the release half done.
                say(f"{one.name}: {traceback.format_exc()}")
                return Result(Outcome.ROLLBACK_FAILED, None)

        with ThreadPoolExecutor(max_workers=max(1, len(services))) as executor:
            for one, result in zip(services, executor.map(attempt, services)):
                one.result = result

    def _waves(self) -> list[list[ReleasedService]]:
        return [list(wave) for _, wave in itertools.groupby(self.services, key=lambda one: one.service.wave)]


def prepare(cluster: Cluster, images: dict[Service, str], health: ShopHealth) -> list[ReleasedService]:
    """Returns the services as they are before the release. Raises DeploymentError if the release would fail in a later wave."""
    # An alarm that already fires would be blamed on this release, and ECS doesn't watch it.
    if names := health.firing_alarms():
        raise DeploymentError(f"Not started, because alarms are firing: {names}")
    try:
        # Outside working hours staging may have no tasks, so the release could not be verified.
        if health.base_url and cluster.service("api-gateway").desired_count == 0:
            raise DeploymentError("the shop is paused: api-gateway has no tasks")
        return [released(cluster, service, image) for service, image in images.items()]
    except DeploymentError as error:
        raise DeploymentError(f"Not started: {error}") from error


def released(cluster: Cluster, service: Service, image: str) -> ReleasedService:
    check_digest(image)
    before = cluster.task_definition(cluster.service(service.name).task_definition)
    if service.has_database:
        family = migration_family(before)
        try:
            cluster.task_definition(family)
        except NoTaskDefinition as error:
            raise DeploymentError(f"there is no task {family}. Apply Terraform first") from error
    return ReleasedService(service, image, before.arn, Result(Outcome.NOT_STARTED, before.arn))
