"""Tests the scripts with which Terraform gives secrets their values, and the database its password, against the local AWS."""

import json
import os
import subprocess

import pytest
from conftest import REPOSITORY, RESULTS, client

MODULES = REPOSITORY / "infra/modules"


def run(script: str, **variables: object) -> str:
    environment = {**os.environ, **{name: str(value) for name, value in variables.items()}}
    done = subprocess.run(["bash", MODULES / script], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def secret():
    arn = client("secretsmanager").create_secret(Name="stage-ecommerce-of-a-test")["ARN"]
    yield arn
    client("secretsmanager").delete_secret(SecretId=arn, ForceDeleteWithoutRecovery=True)


def value(arn: str) -> str:
    return client("secretsmanager").get_secret_value(SecretId=arn)["SecretString"]


def put(arn: str, generation: int) -> str:
    assert run("secret/put-value", SECRET=arn, GENERATION=generation, LENGTH=40) == "", "the output is in Terraform's log"
    return value(arn)


def test_a_secret_gets_a_random_value_once_for_each_generation(secret):
    first = put(secret, 1)
    assert len(first) == 40 and first.isalnum()
    assert put(secret, 1) == first
    second = put(secret, 2)
    assert second != first and put(secret, 2) == second
    assert put(secret, 11) != second


def test_a_value_from_before_the_generations_stays(secret):
    client("secretsmanager").put_secret_value(SecretId=secret, SecretString="in use")
    assert put(secret, 2) == put(secret, 2) == "in use"
    assert put(secret, 3) != "in use"


def test_a_value_that_a_person_wrote_is_replaced_with_the_next_generation(secret):
    put(secret, 1)
    client("secretsmanager").put_secret_value(SecretId=secret, SecretString="by hand")
    assert put(secret, 2) != "by hand"


def test_each_secret_of_staging_has_a_value_of_the_first_generation():
    for one in client("secretsmanager").list_secrets()["SecretList"]:
        versions = client("secretsmanager").list_secret_version_ids(SecretId=one["ARN"])["Versions"]
        assert [sorted(version["VersionStages"]) for version in versions] == [["AWSCURRENT", "generation-1"]], one["Name"]


def test_the_database_gets_the_password_in_the_secret():
    """RDS doesn't tell a password, so this compares the arguments of the last change."""
    calls = [json.loads(line) for line in (RESULTS / "apply.actions").read_text().splitlines()]
    changes = [one["password"] for one in calls if one["action"] == "rds:ModifyDBInstance" and one["password"]]
    assert changes == [value("stage-ecommerce-db-master-password")]


def test_no_script_of_terraform_shows_a_secret(secret):
    put(secret, 1)
    password = client("secretsmanager").describe_secret(SecretId="stage-ecommerce-db-master-password")["ARN"]
    assert run("database/set-password", INSTANCE="stage-ecommerce-db", SECRET=password) == ""
