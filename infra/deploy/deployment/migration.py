"""Migrations of a service's database schema."""

from deployment.ecs import Cluster, TaskDefinition
from deployment.interruption import Patience
from deployment.one_off_task import OneOffTask
from deployment.service_list import Service


def migration_family(definition: TaskDefinition) -> str:
    """Returns the family of a service's migration, which has the same prefix of the environment as the service's own."""
    return f"{definition.family}-migration"


def migrate(cluster: Cluster, service: Service, image: str | None, patience: Patience) -> None:
    """Runs the migration with an image of the service; without one, with that of the newest definition of the migration.

    Raises DeploymentError if the migration fails.
    """
    definition = cluster.task_definition(cluster.service(service.name).task_definition)
    OneOffTask(service.name, migration_family(definition), f"{service.name}-migration").run(cluster, image, patience)
