"""Deploys another image to a service of staging as infra/deploy does: registers a copy of the running task definition.

Registers a copy of the migration's task definition too, but doesn't run it. Prints the image that the service then runs.
With --running, deploys nothing and prints the current image.
"""

import sys

import boto3

CLUSTER = "stage-ecommerce-cluster"
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/ecommerce/{}@sha256:" + 64 * "a"
READ_ONLY = ("taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy")


def register_copy(ecs, definition: str, image: str) -> str:
    """Registers a copy of a task definition with another image. Returns its ARN."""
    described = ecs.describe_task_definition(taskDefinition=definition, include=["TAGS"])
    copy = {**described["taskDefinition"], "tags": described.get("tags")}
    copy = {key: value for key, value in copy.items() if key not in READ_ONLY and value not in (None, [])}
    copy["containerDefinitions"][0]["image"] = image
    return ecs.register_task_definition(**copy)["taskDefinition"]["taskDefinitionArn"]


def main() -> None:
    ecs, name = boto3.client("ecs"), sys.argv[-1]
    (service,) = ecs.describe_services(cluster=CLUSTER, services=[name])["services"]
    revision = service["taskDefinition"]
    if "--running" not in sys.argv:
        revision = register_copy(ecs, revision, IMAGE.format(name))
        register_copy(ecs, f"{name}-migration", IMAGE.format(name))
        ecs.update_service(cluster=CLUSTER, service=name, taskDefinition=revision)
    running = ecs.describe_task_definition(taskDefinition=revision)["taskDefinition"]
    print(running["containerDefinitions"][0]["image"])


main()
