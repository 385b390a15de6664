"""The return of one service to an earlier task definition."""

from deployment.ecs import Cluster, short
from deployment.errors import DeploymentError
from deployment.interruption import Patience
from deployment.log import say
from deployment.rollout import RolloutFailed, follow, say_recent_events


def find_earlier(cluster: Cluster, service: str) -> str:
    """Returns the newest revision before the current one that has another image and whose rollout didn't fail."""
    current = cluster.task_definition(cluster.service(service).task_definition)
    image = current.image_of(service)
    for arn in cluster.revisions(current.family):
        # Only the number tells which one is earlier.
        if int(arn.rpartition(":")[2]) < current.revision:
            candidate = cluster.task_definition(arn)
            if candidate.image_of(service) != image and not candidate.has_failed:
                return arn
    raise DeploymentError(f"{service}: there is no earlier revision with another image than {short(current.arn)}")


def roll_back(cluster: Cluster, service: str, wanted: str, patience: Patience) -> None:
    """Points a service to a task definition and waits until it is stable. An interruption doesn't stop the rollout."""
    say(f"{service}: rolling back from {short(cluster.service(service).task_definition)} to {short(wanted)}")
    rollout = cluster.update(service, wanted)
    try:
        follow(cluster, service, rollout, patience)
    except RolloutFailed:
        say_recent_events(cluster, service)
        raise
