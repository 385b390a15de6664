"""Validates resources with botocore's model of the API and with CloudFormation's schemas, because moto accepts almost anything."""

import json
import subprocess

import botocore.session
import botocore.validate
import pytest
from conftest import client
from plans import of, values
from staging import SERVICES, task

ALL = [*SERVICES, "prometheus", "grafana"]
JOBS = ["order-service-migration", "database-administration"]
READ_ONLY = {
    "taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy",
    "deregisteredAt",
}  # fmt: skip


# CloudFormation spells these in another way.
SPELT = {"efsVolumeConfiguration": "EFSVolumeConfiguration", "fileSystemId": "FilesystemId"}


def pascal(value, keep=()):
    """Converts the API's camelCase keys to CloudFormation's PascalCase. Values of the keys in `keep` are data and stay unchanged."""
    if isinstance(value, dict):
        return {SPELT.get(key, key[0].upper() + key[1:]): one if key in keep else pascal(one, keep) for key, one in value.items()}
    return [pascal(one, keep) for one in value] if isinstance(value, list) else value


def registered(name: str) -> dict:
    return {key: value for key, value in task(name).items() if key not in READ_ONLY and value not in (None, [])}


@pytest.mark.parametrize("name", [*ALL, *JOBS])
def test_a_deployment_can_register_a_copy(name):
    shape = botocore.session.get_session().get_service_model("ecs").operation_model("RegisterTaskDefinition").input_shape
    report = botocore.validate.ParamValidator().validate(registered(name), shape)
    assert not report.has_errors(), report.generate_report()


def problems(made: dict, folder) -> list[str]:
    template = folder / "stage.json"
    template.write_text(json.dumps({"AWSTemplateFormatVersion": "2010-09-09", "Resources": made}))
    command = ["cfn-lint", "--format", "parseable", "--regions", "us-east-1", "--", str(template)]
    linted = subprocess.run(command, capture_output=True, text=True)
    assert not linted.stderr, linted.stderr
    return [line for line in linted.stdout.splitlines() if ":E" in line or ":W" in line]


def test_cloudformation_accepts_the_resources(stage, paused, tmp_path):
    """cfn-lint checks Fargate's sizes, RDS's versions and classes, IAM's actions, and combinations of properties."""
    assert problems(cloudformation(stage, paused), tmp_path) == []


def test_cfn_lint_detects_errors(stage, paused, tmp_path):
    """Shows that the test above can fail."""
    made = cloudformation(stage, paused)

    def first(kind: str) -> dict:
        return next(one["Properties"] for one in made.values() if one["Type"] == kind)

    first("AWS::ECS::TaskDefinition")["Memory"] = "768"
    first("AWS::RDS::DBInstance")["EngineVersion"] = "15.99"
    first("AWS::IAM::Role")["Policies"][0]["PolicyDocument"]["Statement"][0]["Action"] = "ecr:GetAuthorisationToken"
    first("AWS::ECS::Service").pop("NetworkConfiguration")
    assert len({problem.split(":")[5] for problem in problems(made, tmp_path)}) == 4


def cloudformation(stage: list[dict], paused: list[dict]) -> dict:
    made: dict[str, dict] = {}

    def add(kind: str, properties: dict) -> str:
        known = {key: value for key, value in properties.items() if value not in (None, "", [])}
        name = f"R{len(made)}"
        made[name] = {"Type": kind, "Properties": known}
        return name

    for name in ALL:
        properties = pascal(registered(name), keep=("options",))
        properties.pop("PlacementConstraints", None)
        definition = add("AWS::ECS::TaskDefinition", properties)
        services = client("ecs").describe_services(cluster="stage-ecommerce-cluster", services=[name])["services"]
        kept = ("launchType", "desiredCount", "networkConfiguration", "loadBalancers", "deploymentConfiguration",
                "serviceName", "healthCheckGracePeriodSeconds")  # fmt: skip
        properties = pascal({key: services[0][key] for key in kept if services[0].get(key) is not None})
        add("AWS::ECS::Service", {**properties, "TaskDefinition": {"Ref": definition}, "Cluster": "stage-ecommerce-cluster"})
    for name in JOBS:
        properties = pascal(registered(name), keep=("options",))
        properties.pop("PlacementConstraints", None)
        add("AWS::ECS::TaskDefinition", properties)
    for one in values(stage, "aws_db_instance"):
        add("AWS::RDS::DBInstance", {
            "Engine": one["engine"], "EngineVersion": one["engine_version"], "DBInstanceClass": one["instance_class"],
            "AllocatedStorage": str(one["allocated_storage"]), "MaxAllocatedStorage": one["max_allocated_storage"],
            "StorageType": one["storage_type"], "StorageEncrypted": one["storage_encrypted"], "MultiAZ": one["multi_az"],
            "BackupRetentionPeriod": one["backup_retention_period"], "PreferredBackupWindow": one["backup_window"],
            "PreferredMaintenanceWindow": one["maintenance_window"], "MasterUsername": one["username"],
            "ManageMasterUserPassword": True, "CACertificateIdentifier": one["ca_cert_identifier"],
            "EnablePerformanceInsights": one["performance_insights_enabled"],
            "EnableCloudwatchLogsExports": one["enabled_cloudwatch_logs_exports"],
        })  # fmt: skip
        made[f"R{len(made) - 1}"] |= {"DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete"}
    for one in values(stage, "aws_db_parameter_group"):
        parameters = {parameter["name"]: parameter["value"] for parameter in one["parameter"]}
        add("AWS::RDS::DBParameterGroup", {"Family": one["family"], "Description": one["description"], "Parameters": parameters})
    # The addresses of a role and its policy differ only in the type.
    policies = {one["address"].replace("_role_policy.", "_role."): one["values"] for one in of(paused, "aws_iam_role_policy")}
    for role in of(paused, "aws_iam_role"):
        one, policy = role["values"], policies[role["address"]]
        add("AWS::IAM::Role", {
            "RoleName": one["name"], "AssumeRolePolicyDocument": json.loads(one["assume_role_policy"]),
            "Policies": [{"PolicyName": policy["name"], "PolicyDocument": json.loads(policy["policy"])}],
            "Description": one["description"],
        })  # fmt: skip
    for one in values(stage, "aws_lb_target_group"):
        check = one["health_check"][0]
        add("AWS::ElasticLoadBalancingV2::TargetGroup", {
            "Name": one["name"], "Port": one["port"], "Protocol": one["protocol"], "TargetType": one["target_type"],
            "VpcId": one["vpc_id"], "HealthCheckPath": check["path"], "HealthCheckPort": check["port"],
            "Matcher": {"HttpCode": check["matcher"]}, "HealthCheckIntervalSeconds": check["interval"],
            "HealthCheckTimeoutSeconds": check["timeout"],
        })  # fmt: skip
    for one in values(stage, "aws_lb_listener_rule"):
        paths = [path for condition in one["condition"] for group in condition["path_pattern"] for path in group["values"]]
        add("AWS::ElasticLoadBalancingV2::ListenerRule", {
            "ListenerArn": one["listener_arn"], "Priority": one["priority"],
            "Actions": [{"Type": "forward", "TargetGroupArn": one["action"][0]["target_group_arn"]}],
            "Conditions": [{"Field": "path-pattern", "PathPatternConfig": {"Values": paths}}],
        })  # fmt: skip
    for one in values(stage, "aws_cloudwatch_log_group"):
        add("AWS::Logs::LogGroup", {"LogGroupName": one["name"], "RetentionInDays": one["retention_in_days"]})
        made[f"R{len(made) - 1}"] |= {"DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete"}
    return made
