"""Deploys another image to a service of staging with the code of infra/deploy, but waits for nothing.

Registers a copy of the migration's task definition too, but doesn't run it. Prints the image that the service then runs.
With --running, deploys nothing and prints the current image. With --rolled-back, the service keeps its revision, as after a release
that has failed.
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
        new = cluster.register(cluster.task_definition(revision), name, image)
        cluster.register(cluster.task_definition(migration), migration, image)
        if "--rolled-back" in sys.argv:
            cluster.mark_as_failed(new)
        else:
            cluster.update(name, new)
            revision = new
    print(cluster.task_definition(revision).image_of(name))


main()
