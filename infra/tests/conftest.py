"""Fixtures with the results of infra/tests/run: the applied staging, the plan of production, and clients of the local AWS."""

import functools
import json
import os
import pathlib

import boto3
import pytest

RESULTS = pathlib.Path(os.environ["INFRA_TEST_RESULTS"])
REPOSITORY = pathlib.Path(__file__).parents[2]


def resources(document: dict) -> list[dict]:
    """Returns all managed resources of a state or a plan, including those of its modules."""

    def walk(module: dict) -> list[dict]:
        own = [one for one in module.get("resources", []) if one["mode"] == "managed"]
        return own + [one for child in module.get("child_modules", []) for one in walk(child)]

    return walk(document.get("values", document.get("planned_values", {}))["root_module"])


@functools.cache
def read(name: str) -> dict:
    return json.loads((RESULTS / name).read_text())


@functools.cache
def client(service: str):
    return boto3.client(service, region_name="us-east-1")


@pytest.fixture(scope="session")
def stage() -> list[dict]:
    return resources(read("stage.json"))


@pytest.fixture(scope="session")
def prod() -> list[dict]:
    return resources(read("prod.json"))


@pytest.fixture(scope="session")
def paused() -> list[dict]:
    return resources(read("stage-paused.json"))


@pytest.fixture(params=["stage.json", "stage-paused.json", "stage-economy.json", "prod.json", "bootstrap.json"])
def everything(request) -> list[dict]:
    return resources(read(request.param))
