"""moto takes nearly everything. These ask what AWS would say: its own model of the call, and its resource schemas."""

import json
import subprocess

import botocore.session
import botocore.validate
import pytest
from conftest import client
from staging import SERVICES, task
from test_policy import values

ALL = [*SERVICES, "prometheus", "grafana"]
READ_ONLY = {
    "taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy",
    "deregisteredAt",
}  # fmt: skip


def pascal(value, keep=()):
    """The API's camelCase as CloudFormation's PascalCase; what stands under the keys in `keep` is data."""
    if isinstance(value, dict):
        return {key[0].upper() + key[1:]: one if key in keep else pascal(one, keep) for key, one in value.items()}
    return [pascal(one, keep) for one in value] if isinstance(value, list) else value


def registered(name: str) -> dict:
    return {key: value for key, value in task(name).items() if key not in READ_ONLY and value not in (None, [])}


@pytest.mark.parametrize("name", ALL)
def test_a_deployment_can_register_it_again(name):
    shape = botocore.session.get_session().get_service_model("ecs").operation_model("RegisterTaskDefinition").input_shape
    report = botocore.validate.ParamValidator().validate(registered(name), shape)
    assert not report.has_errors(), report.generate_report()


def test_cloudformation_would_take_it(stage, paused, tmp_path):
    """cfn-lint knows Fargate's sizes, RDS's versions and classes, IAM's actions, and what goes with what."""
    template = tmp_path / "stage.json"
    template.write_text(json.dumps({"AWSTemplateFormatVersion": "2010-09-09", "Resources": cloudformation(stage, paused)}))
    linted = subprocess.run(
        ["cfn-lint", "--format", "parseable", "--regions", "us-east-1", "--", str(template)], capture_output=True, text=True
    )
    problems = [line for line in linted.stdout.splitlines() if ":E" in line or ":W" in line]
    assert not problems and linted.returncode in (0, 4, 8), "\n".join(problems) + linted.stderr


def cloudformation(stage: list[dict], paused: list[dict]) -> dict:
    made: dict[str, dict] = {}

    def add(kind: str, properties: dict) -> None:
        known = {key: value for key, value in properties.items() if value not in (None, "", [])}
        made[f"R{len(made)}"] = {"Type": kind, "Properties": known}

    for name in ALL:
        properties = pascal(registered(name), keep=("options",))
        properties.pop("PlacementConstraints", None)
        add("AWS::ECS::TaskDefinition", properties)
        services = client("ecs").describe_services(cluster="stage-ecommerce-cluster", services=[name])["services"]
        kept = ("launchType", "desiredCount", "networkConfiguration", "loadBalancers", "deploymentConfiguration",
                "serviceName", "healthCheckGracePeriodSeconds")  # fmt: skip
        properties = pascal({key: services[0][key] for key in kept if services[0].get(key) is not None})
        properties["NetworkConfiguration"]["AwsvpcConfiguration"] = properties["NetworkConfiguration"].pop("AwsvpcConfiguration")
        add("AWS::ECS::Service", {**properties, "TaskDefinition": task(name)["taskDefinitionArn"], "Cluster": "stage-ecommerce-cluster"})
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
    policies = {}
    for one in values(paused, "aws_iam_role_policy"):
        policies.setdefault(one["role"], []).append({"PolicyName": one["name"], "PolicyDocument": json.loads(one["policy"])})
    for one in values(paused, "aws_iam_role"):
        add("AWS::IAM::Role", {
            "RoleName": one["name"], "AssumeRolePolicyDocument": json.loads(one["assume_role_policy"]),
            "Policies": policies.get(one["id"], []), "Description": one["description"],
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
    for one in values(paused, "aws_scheduler_schedule"):
        target = one["target"][0]
        add("AWS::Scheduler::Schedule", {
            "Name": one["name"], "ScheduleExpression": one["schedule_expression"], "FlexibleTimeWindow": {"Mode": "OFF"},
            "ScheduleExpressionTimezone": one["schedule_expression_timezone"],
            "Target": {"Arn": target["arn"], "RoleArn": target["role_arn"], "Input": target["input"]},
        })  # fmt: skip
    return made
