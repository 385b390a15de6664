"""The deployment of an image to one service."""

import re
from dataclasses import dataclass

from deployment.aws import AWS_ERRORS
from deployment.ecs import Cluster, TaskDefinition, short
from deployment.errors import FAILURES, DeploymentError, Interrupted
from deployment.interruption import Patience
from deployment.log import say
from deployment.migration import migrate
from deployment.outcome import Outcome, Result
from deployment.rollout import follow, say_recent_events
from deployment.service_list import Service

DIGEST = re.compile(r"\S+@sha256:[0-9a-f]{64}")


def check_digest(image: str) -> None:
    """Refuses an image by tag, so that the tested image is the one that runs."""
    if not DIGEST.fullmatch(image):
        raise DeploymentError(f"The image must be named by its digest (name@sha256:…), but is '{image}'")


@dataclass(frozen=True)
class ServiceDeployment:
    """Deploys an image to a service. The new revision is a copy of the running one with only the image changed."""

    cluster: Cluster
    service: Service
    image: str
    patience: Patience

    @property
    def name(self) -> str:
        return self.service.name

    def run(self) -> Result:
        """Deploys, and waits until the service is stable or has returned to its previous revision. Raises no error of ECS."""
        before: str | None = None
        try:
            check_digest(self.image)
            before = self.cluster.service(self.name).task_definition
            definition = self.cluster.task_definition(before)
            if definition.image_of(self.name) == self.image:
                return self._confirm(before)
            self._migrate()
            after = self.cluster.register(definition, self.name, self.image)
        except Interrupted:
            say(f"{self.name}: interrupted; the service is unchanged, and a migration goes on")
            return Result(Outcome.UNCHANGED, before)
        except FAILURES as error:
            say(str(error))
            return Result(Outcome.UNCHANGED, before)
        return self._roll_out(definition, after)

    def _confirm(self, current: str) -> Result:
        say(f"{self.name}: {short(current)} already has this image")
        try:
            follow(self.cluster, self.name, self.cluster.service(self.name).current.id, self.patience)
        except DeploymentError:
            say_recent_events(self.cluster, self.name)
            raise
        return Result(Outcome.ALREADY_RUNNING, current)

    def _migrate(self) -> None:
        if self.service.has_database:
            try:
                migrate(self.cluster, self.service, self.image, self.patience)
            except DeploymentError:
                say(f"{self.name}: the migration failed, so the service is unchanged; its log is in the log group of the service")
                raise
        # Starts no rollout that would be rolled back at once.
        self.patience.interruption.pause(0)

    def _roll_out(self, before: TaskDefinition, after: str) -> Result:
        say(f"{self.name}: from {short(before.arn)} to {short(after)}, {self.image}")
        try:
            rollout = self.cluster.update(self.name, after)
            follow(self.cluster, self.name, rollout, self.patience)
        except Interrupted:
            return self._put_back(before.arn, after, interrupted=True)
        except FAILURES as error:
            say(str(error))
            say_recent_events(self.cluster, self.name)
            return self._put_back(before.arn, after, interrupted=False)
        return Result(Outcome.DEPLOYED, after)

    def _put_back(self, before: str, after: str, interrupted: bool) -> Result:
        """Follows ECS's own rollback. Starts one if ECS hasn't: after a timeout or an interruption."""
        try:
            current = self.cluster.service(self.name).current
            rollout = current.id
            if current.task_definition == after:
                say(f"{self.name}: rolling back to {short(before)}")
                rollout = self.cluster.update(self.name, before)
            elif current.task_definition == before:
                say(f"{self.name}: ECS has put {short(before)} back")
            else:
                say(f"{self.name}: left alone, because it now has {short(current.task_definition)}, which this deployment doesn't know")
                return Result(Outcome.ROLLBACK_FAILED, current.task_definition)
        except FAILURES as error:
            say(f"{self.name}: ECS refused the rollback: {error}")
            return Result(Outcome.ROLLBACK_FAILED, None)
        self._mark_as_failed(after)
        if interrupted:
            return Result(Outcome.INTERRUPTED, before)
        try:
            follow(self.cluster, self.name, rollout, self.patience)
        except Interrupted:
            return Result(Outcome.INTERRUPTED, before)
        except FAILURES as error:
            say(str(error))
            say_recent_events(self.cluster, self.name)
            return Result(Outcome.ROLLBACK_FAILED, None)
        return Result(Outcome.ROLLED_BACK, before)

    def _mark_as_failed(self, revision: str) -> None:
        try:
            self.cluster.mark_as_failed(revision)
        except AWS_ERRORS as error:
            say(f"{self.name}: {short(revision)} can't be tagged as failed: {error}")
