"""Services, task definitions and tasks of an ECS cluster. No other module knows the form of ECS's requests and answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from deployment.aws import AWS_ERRORS, code_of
from deployment.errors import DeploymentError

FAILED_TAG = "Rollout"


def short(task_definition: str) -> str:
    """Returns family:7 for arn:aws:ecs:…:task-definition/family:7."""
    return task_definition.rsplit("/", 1)[-1]


class NoTaskDefinition(DeploymentError):
    """A family or a revision doesn't exist."""


@dataclass(frozen=True)
class Rollout:
    """The replacement of a service's tasks by those of a task definition. ECS calls it a deployment."""

    id: str
    task_definition: str
    status: str
    state: str
    reason: str
    running: int
    desired: int
    failed: int

    @property
    def is_current(self) -> bool:
        return self.status == "PRIMARY"


@dataclass(frozen=True)
class ServiceState:
    """A service as ECS describes it. Its events are the latest messages, newest first."""

    task_definition: str
    desired_count: int
    rollouts: tuple[Rollout, ...]
    events: tuple[str, ...]
    network: Mapping[str, Any]

    @property
    def current(self) -> Rollout:
        """The rollout to the task definition that the service has."""
        return next(one for one in self.rollouts if one.is_current)

    def rollout(self, identifier: str) -> Rollout | None:
        return next((one for one in self.rollouts if one.id == identifier), None)


@dataclass(frozen=True)
class TaskDefinition:
    """A revision of a task definition, with the description that ECS gives."""

    description: Mapping[str, Any]
    tags: Mapping[str, str]

    @property
    def arn(self) -> str:
        return str(self.description["taskDefinitionArn"])

    @property
    def family(self) -> str:
        return str(self.description["family"])

    @property
    def revision(self) -> int:
        return int(self.description["revision"])

    @property
    def has_failed(self) -> bool:
        return self.tags.get(FAILED_TAG) == "failed"

    def image_of(self, container: str) -> str:
        for one in self.description["containerDefinitions"]:
            if one["name"] == container:
                return str(one["image"])
        raise DeploymentError(f"{short(self.arn)} has no container named {container}")

    def has_roles(self, name: str) -> bool:
        """Returns whether the roles are those that Terraform made for the task with this name."""
        given = [str(self.description.get(role, "")) for role in ("executionRoleArn", "taskRoleArn")]
        return given[0].endswith(f":role/{name}-execution") and given[1].endswith(f":role/{name}-task")


@dataclass(frozen=True)
class TaskState:
    """A task that runs once. The exit code is that of its container, None if that never ran."""

    has_stopped: bool
    exit_code: int | None
    reason: str


class Cluster:
    """An ECS cluster."""

    def __init__(self, name: str, ecs: Any) -> None:
        self.name = name
        self._ecs = ecs

    def service(self, name: str) -> ServiceState:
        for one in self._ecs.describe_services(cluster=self.name, services=[name])["services"]:
            if one["status"] == "ACTIVE":
                return service_state(one)
        raise DeploymentError(f"The cluster {self.name} has no active service {name}")

    def update(self, service: str, task_definition: str) -> str:
        """Points a service to a task definition. Returns the id of the rollout that this starts.

        If the service already has that task definition, ECS starts no rollout, and the id is that of the current one.
        """
        answer = self._ecs.update_service(cluster=self.name, service=service, taskDefinition=task_definition)
        return service_state(answer["service"]).current.id

    def restart(self, service: str) -> None:
        """Starts another rollout to the task definition that the service has."""
        self._ecs.update_service(cluster=self.name, service=service, forceNewDeployment=True)

    def task_definition(self, name: str) -> TaskDefinition:
        """Returns a revision by its ARN, or the newest revision of a family."""
        try:
            answer = self._ecs.describe_task_definition(taskDefinition=name, include=["TAGS"])
        except AWS_ERRORS as error:
            if code_of(error) == "ClientException":
                raise NoTaskDefinition(f"There is no task definition {short(name)}") from error
            raise
        return TaskDefinition(answer["taskDefinition"], {one["key"]: one["value"] for one in answer.get("tags") or []})

    def revisions(self, family: str) -> list[str]:
        """Returns the ARNs of the active revisions of a family, newest first."""
        pages = self._ecs.get_paginator("list_task_definitions").paginate(familyPrefix=family, status="ACTIVE")
        arns = [str(arn) for page in pages for arn in page["taskDefinitionArns"]]
        own = [arn for arn in arns if short(arn).rpartition(":")[0] == family]
        return sorted(own, key=lambda arn: int(arn.rpartition(":")[2]), reverse=True)

    def register(self, definition: TaskDefinition, container: str, image: str) -> str:
        """Registers a copy of a task definition with another image of one container. Returns the ARN of the copy."""
        # A description has more members than a registration accepts.
        accepted = self._ecs.meta.service_model.operation_model("RegisterTaskDefinition").input_shape.members
        copy = {key: value for key, value in definition.description.items() if key in accepted and value not in (None, [])}
        copy["containerDefinitions"] = [
            {**one, "image": image} if one["name"] == container else one for one in definition.description["containerDefinitions"]
        ]
        if tags := [{"key": key, "value": value} for key, value in definition.tags.items() if key != FAILED_TAG]:
            copy["tags"] = tags
        return str(self._ecs.register_task_definition(**copy)["taskDefinition"]["taskDefinitionArn"])

    def mark_as_failed(self, task_definition: str) -> None:
        """Tags a revision, so that no rollback selects it."""
        self._ecs.tag_resource(resourceArn=task_definition, tags=[{"key": FAILED_TAG, "value": "failed"}])

    def run_task(self, task_definition: str, network: Mapping[str, Any]) -> str:
        """Starts a task that runs once. Returns its ARN."""
        answer = self._ecs.run_task(
            cluster=self.name, taskDefinition=task_definition, launchType="FARGATE", networkConfiguration=network)
        if not answer["tasks"]:
            reasons = ", ".join(one.get("reason", "no reason given") for one in answer.get("failures", []))
            raise DeploymentError(f"{short(task_definition)}: ECS started no task: {reasons}")
        return str(answer["tasks"][0]["taskArn"])

    def task(self, arn: str) -> TaskState:
        task = self._ecs.describe_tasks(cluster=self.name, tasks=[arn])["tasks"][0]
        return TaskState(task["lastStatus"] == "STOPPED", task["containers"][0].get("exitCode"), task.get("stoppedReason", "no reason given"))


def service_state(described: Mapping[str, Any]) -> ServiceState:
    rollouts = tuple(
        Rollout(
            id=one["id"],
            task_definition=one["taskDefinition"],
            status=one["status"],
            state=one.get("rolloutState", "IN_PROGRESS"),
            reason=one.get("rolloutStateReason", "no reason given"),
            running=one["runningCount"],
            desired=one["desiredCount"],
            failed=one.get("failedTasks", 0),
        )
        for one in described["deployments"]
    )
    return ServiceState(
        task_definition=described["taskDefinition"],
        desired_count=described["desiredCount"],
        rollouts=rollouts,
        events=tuple(one["message"] for one in described.get("events", [])[:5]),
        network=described.get("networkConfiguration", {}),
    )
