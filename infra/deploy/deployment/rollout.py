"""Following a rollout until ECS has completed it."""

from deployment.aws import AWS_ERRORS
from deployment.ecs import Cluster
from deployment.errors import DeploymentError
from deployment.interruption import Patience
from deployment.log import say


class RolloutFailed(DeploymentError):
    """A rollout failed, was superseded by another one, or took too long."""


def follow(cluster: Cluster, service: str, rollout: str, patience: Patience) -> None:
    """Waits until a rollout is complete: the new tasks are healthy, the old ones have ended, and ECS has watched the alarms."""
    last = ""
    for state in patience.answers(lambda: cluster.service(service)):
        now = state.rollout(rollout)
        if now is None:
            raise RolloutFailed(f"{service}: the rollout was superseded by another")
        progress = f"{now.state}, {now.running} of {now.desired} tasks run, {now.failed} failed"
        if progress != last:
            say(f"{service}: {progress}")
            last = progress
        if now.state == "FAILED":
            raise RolloutFailed(f"{service}: {now.reason}")
        if now.state == "COMPLETED" and now.is_current:
            return
    raise RolloutFailed(f"{service}: not stable in time")


def say_recent_events(cluster: Cluster, service: str) -> None:
    """Prints ECS's latest messages about a service. They usually say why tasks don't start."""
    try:
        events = cluster.service(service).events
    except AWS_ERRORS as error:
        say(f"{service}: ECS doesn't tell its events: {error}")
        return
    for event in events:
        say(f"  ECS: {event}")
