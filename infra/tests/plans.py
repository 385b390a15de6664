"""Reads resources from what Terraform has planned or made."""

import json


def of(everything: list[dict], kind: str) -> list[dict]:
    return [one for one in everything if one["type"] == kind]


def values(everything: list[dict], kind: str) -> list[dict]:
    return [one["values"] for one in of(everything, kind)]


def all_containers(everything: list[dict]) -> dict[str, dict]:
    return {
        container["name"]: container
        for task in values(everything, "aws_ecs_task_definition")
        # Before the first apply, a plan doesn't know all values of a container definition.
        if task.get("container_definitions")
        for container in json.loads(task["container_definitions"])
    }


def containers(everything: list[dict]) -> dict[str, dict]:
    """Returns the containers of the services, by name."""
    return {name: one for name, one in all_containers(everything).items() if not one.get("entryPoint")}


def jobs(everything: list[dict]) -> dict[str, dict]:
    """Returns the containers of the tasks that run once, by name."""
    return {name: one for name, one in all_containers(everything).items() if one.get("entryPoint")}


def statements(policy: str) -> list[dict]:
    found = json.loads(policy)["Statement"]
    return found if isinstance(found, list) else [found]
