"""Rollouts for moto's ECS, which has none of its own."""

import threading
import uuid

try:
    import moto.ecs.models as ecs
    from moto.core.exceptions import JsonRESTError
except ImportError:
    pass  # the tests that need moto are skipped


class Rollouts:
    """Simulates rollouts, each with an outcome: 'completes', 'fails', 'hangs', or 'is undone', as by ECS's circuit breaker.

    The image of the rollout selects the outcome, which takes effect after a few requests for the service's description. A task
    that runs once ends with the exit code for its family, 0 by default; None means that it doesn't end. Once the credentials have
    expired, ECS refuses every request.
    """

    looks_until_done = 1

    def __init__(self):
        self.outcomes = {}
        self.begun = []
        self.updates = []
        self.credentials_expired = False
        self.exit_codes = {}
        self.tasks = []
        self.lock = threading.Lock()

    def install(self):
        backend = ecs.EC2ContainerServiceBackend
        self.originals = backend.update_service, backend.describe_services, backend.run_task, backend.describe_tasks
        update, describe, run, describe_tasks = self.originals
        world = self

        def update_service(backend, properties):
            world.check_credentials()
            with world.lock:
                world.updates.append((properties["service"], str(properties.get("task_definition")).split("/")[-1]))
                wanted, forced = properties.get("task_definition"), properties.get("force_new_deployment")
                service = update(backend, properties)
                if forced:
                    world.begin(backend, service)
                elif wanted and service.deployments[0]["taskDefinition"] != service.task_definition:
                    world.begin(backend, service)
                return service

        def describe_services(backend, cluster, names):
            world.check_credentials()
            with world.lock:
                services, failures = describe(backend, cluster, names)
                for service in services:
                    world.go_on(backend, service)
                return services, failures

        def run_task(backend, *arguments, **named):
            started = run(backend, *arguments, **named)
            definition = backend.describe_task_definition(started[0].task_definition_arn)
            # What has been deployed when the task starts.
            world.tasks.append((definition.family, definition.container_definitions[0]["image"], list(world.begun)))
            return started

        def described_tasks(backend, cluster, arns):
            found = describe_tasks(backend, cluster, arns)
            for task in found:
                code = world.exit_codes.get(backend.describe_task_definition(task.task_definition_arn).family, 0)
                task.last_status, task.containers[0].exitCode = ("RUNNING", None) if code is None else ("STOPPED", code)
            return found

        backend.update_service, backend.describe_services = update_service, describe_services
        backend.run_task, backend.describe_tasks = run_task, described_tasks

    def uninstall(self):
        backend = ecs.EC2ContainerServiceBackend
        backend.update_service, backend.describe_services, backend.run_task, backend.describe_tasks = self.originals

    def check_credentials(self):
        if self.credentials_expired:
            raise JsonRESTError("ExpiredTokenException", "The security token included in the request is expired")

    def begin(self, backend, service):
        for old in service.deployments:
            old["status"] = "ACTIVE"
        service.deployments.insert(0, dict(
            service.deployments[0],
            id=f"ecs-svc/{uuid.uuid4().int % 10**19}",
            status="PRIMARY",
            taskDefinition=service.task_definition,
            rolloutState="IN_PROGRESS",
            runningCount=0,
            looks=0,
        ))
        self.begun.append((service.name, service.task_definition.split("/")[-1]))

    def go_on(self, backend, service):
        primary = service.deployments[0]
        if primary["rolloutState"] != "IN_PROGRESS":
            return
        primary["looks"] = primary.get("looks", 0) + 1
        if primary["looks"] <= self.looks_until_done:
            return
        definition = backend.describe_task_definition(primary["taskDefinition"])
        outcome = self.outcomes.get(definition.container_definitions[0]["image"], "completes")
        if outcome == "completes":
            primary.update(rolloutState="COMPLETED", runningCount=service.desired_count)
            del service.deployments[1:]
        elif outcome == "fails":
            primary.update(rolloutState="FAILED", rolloutStateReason="tasks failed to start", failedTasks=3)
        elif outcome == "is undone":
            primary.update(rolloutState="FAILED", rolloutStateReason="deployment circuit breaker", failedTasks=3)
            service.task_definition = service.deployments[1]["taskDefinition"]
            self.begin(backend, service)
