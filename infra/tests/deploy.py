"""Deploys another image to a service of staging as infra/deploy does: registers a copy of the running task definition.

Registers a copy of the migration's task definition too, but doesn't run it. Prints the image that the service then runs. With --running, deploys nothing and prints the current image.
"""

import sys

import boto3

CLUSTER = "stage-ecommerce-cluster"
IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/ecommerce/{}@sha256:" + 64 * "a"
READ_ONLY = ("taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy")


def migrate(ecs, name: str) -> None:
    described = ecs.describe_task_definition(taskDefinition=f"{name}-migration", include=["TAGS"])
    migration = {**described["taskDefinition"], "tags": described.get("tags")}
    migration = {key: value for key, value in migration.items() if key not in READ_ONLY and value not in (None, [])}
    migration["containerDefinitions"][0]["image"] = IMAGE.format(name)
    ecs.register_task_definition(**migration)


def main() -> None:
    ecs, name = boto3.client("ecs"), sys.argv[-1]
    (service,) = ecs.describe_services(cluster=CLUSTER, services=[name])["services"]
    described = ecs.describe_task_definition(taskDefinition=service["taskDefinition"], include=["TAGS"])
    running = {**described["taskDefinition"], "tags": described.get("tags")}
    if "--running" not in sys.argv:
        running = {key: value for key, value in running.items() if key not in READ_ONLY and value not in (None, [])}
        running["containerDefinitions"][0]["image"] = IMAGE.format(name)
        revision = ecs.register_task_definition(**running)["taskDefinition"]["taskDefinitionArn"]
        migrate(ecs, name)
        ecs.update_service(cluster=CLUSTER, service=name, taskDefinition=revision)
    print(running["containerDefinitions"][0]["image"])


main()
