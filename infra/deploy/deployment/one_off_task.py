"""Tasks that run once: migrations of schemas, and what people run."""

from dataclasses import dataclass

from deployment.ecs import Cluster, NoTaskDefinition, short
from deployment.errors import DeploymentError
from deployment.interruption import Patience
from deployment.log import say


@dataclass(frozen=True)
class OneOffTask:
    """The newest task definition of a family, run once in the network of a service."""

    service: str
    family: str
    container: str

    def run(self, cluster: Cluster, image: str | None, patience: Patience) -> None:
        """Runs the task and waits until it has ended. Raises DeploymentError unless its container exits with 0.

        If an image is given, registers a revision with it first. An interruption or the timeout doesn't stop the task.
        """
        definition = self._with_image(cluster, image)
        task = cluster.run_task(definition, cluster.service(self.service).network)
        say(f"{short(definition)} runs as task {task.rsplit('/', 1)[-1]}")
        for state in patience.answers(lambda: cluster.task(task)):
            if state.has_stopped:
                if state.exit_code != 0:
                    raise DeploymentError(f"{short(definition)} failed: exit code {state.exit_code}, {state.reason}")
                return
        raise DeploymentError(f"{short(definition)} hasn't ended in time. It goes on, because nobody may interrupt a migration")

    def _with_image(self, cluster: Cluster, image: str | None) -> str:
        try:
            newest = cluster.task_definition(self.family)
        except NoTaskDefinition as error:
            raise DeploymentError(f"{error}. Apply Terraform first") from error
        # A foreign revision must not run, because it could have more permissions.
        if not newest.has_roles(f"{cluster.name.removesuffix('-cluster')}-{self.container}"):
            raise DeploymentError(f"{self.family}: the newest revision has other roles than Terraform gave it. Find out who registered it")
        if image is None or newest.image_of(self.container) == image:
            return newest.arn
        return cluster.register(newest, self.container, image)
