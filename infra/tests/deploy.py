"""Deploys another image to a service of staging with the code of infra/deploy, but waits for nothing.

Registers a copy of the migration's task definition too, but doesn't run it. Prints the image that the service then runs.
With --running, deploys nothing and prints the current image.
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "deploy"))

from deployment.aws import client  # noqa: E402
from deployment.ecs import Cluster  # noqa: E402

IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/ecommerce/{}@sha256:" + 64 * "a"


def main() -> None:
    cluster, name = Cluster("stage-ecommerce-cluster", client("ecs")), sys.argv[-1]
    revision = cluster.service(name).task_definition
    if "--running" not in sys.argv:
        image, migration = IMAGE.format(name), f"{name}-migration"
        revision = cluster.register(cluster.task_definition(revision), name, image)
        cluster.register(cluster.task_definition(migration), migration, image)
        cluster.update(name, revision)
    print(cluster.task_definition(revision).image_of(name))


main()
