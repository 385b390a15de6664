"""Runs a local AWS: moto's server with additions that this environment needs.

Each function adds a behaviour of AWS that moto 5.2 doesn't have.
"""

import json
import os
import threading

from moto import server
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import BaseResponse
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.elbv2.models import ELBv2Backend
from moto.iam.models import iam_backends
from moto.rds import utils as rds_utils
from moto.rds.models import DBInstance, DBParameterGroup
from moto.secretsmanager.models import FakeSecret

ACCOUNT = "123456789012"


def requested(call: BaseResponse) -> dict:
    """Returns what IAM compares, and a new password of a database.

    IAM compares the action, the resource, the permissions boundary of a role, the tags of a new task definition, and ECS's cluster.
    The resource is known only for roles and secrets; it is * for everything else.
    """
    service = {"elbv2": "elasticloadbalancing", "efs": "elasticfilesystem"}.get(call.service_name, call.service_name)
    resource, boundary = "*", None
    if service == "iam" and (name := call._get_param("RoleName")):
        resource = f"arn:aws:iam::{ACCOUNT}:role/{name}"
        known = iam_backends[ACCOUNT]["aws"].roles.values()
        boundary = call._get_param("PermissionsBoundary") or next((one.permissions_boundary_arn for one in known if one.name == name), None)
    if service == "iam" and (name := call._get_param("AWSServiceName")):
        resource = f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/{name}/any"
    if service == "secretsmanager" and (name := call._get_param("SecretId") or call._get_param("Name")):
        resource = name if name.startswith("arn:") else f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:{name}-AbCdEf"
    # RDS tells nobody which password an instance has.
    password = call._get_param("MasterUserPassword") if service == "rds" else None
    action = call._get_action()
    tags = {one["key"]: one["value"] for one in call._get_param("tags") or []} if action == "RegisterTaskDefinition" else {}
    cluster = call._get_param("cluster") if service == "ecs" else None
    if cluster and not cluster.startswith("arn:"):
        cluster = f"arn:aws:ecs:us-east-1:{ACCOUNT}:cluster/{cluster}"
    return {
        "action": f"{service}:{action}", "resource": resource, "boundary": boundary, "tags": tags, "cluster": cluster, "password": password,
    }  # fmt: skip


def refuse_unknown_actions() -> None:
    """Refuses an action that moto doesn't support with 400. After moto's 500, the provider would retry for minutes.

    Writes each call as a line to the file ACTION_LOG.
    """
    call = BaseResponse.call_action
    log = open(os.environ.get("ACTION_LOG", os.devnull), "a", buffering=1, encoding="utf-8")

    def call_action(self):
        log.write(json.dumps(requested(self)) + "\n")
        try:
            return call(self)
        except NotImplementedError as missing:
            return 400, {}, json.dumps({"__type": "UnknownOperationException", "message": str(missing)})

    BaseResponse.call_action = call_action


def answer_repeated_attempts() -> None:
    """Answers a client's second attempt at a call as the first.

    A client whose connection breaks repeats the call with the same invocation id. If the stand-in executed it twice, the role that the
    first attempt created would exist already.
    """
    call = BaseResponse.call_action
    answers: dict[str, tuple] = {}
    locks: dict[str, threading.Lock] = {}

    def call_action(self):
        invocation = self.headers.get("Amz-Sdk-Invocation-Id")
        if invocation is None:
            return call(self)
        with locks.setdefault(invocation, threading.Lock()):
            if invocation not in answers:
                answers[invocation] = call(self)
            return answers[invocation]

    BaseResponse.call_action = call_action


def tag_scalable_targets() -> None:
    """Adds tags to scalable targets."""
    tags: dict[str, dict] = {}
    target = ApplicationAutoScalingResponse
    register = target.register_scalable_target

    def register_scalable_target(self):
        answer = register(self)
        if given := self._get_param("Tags"):
            tags.setdefault(json.loads(answer)["ScalableTargetARN"], {}).update(given)
        return answer

    def tag_resource(self):
        tags.setdefault(self._get_param("ResourceARN"), {}).update(self._get_param("Tags") or {})
        return "{}"

    def untag_resource(self):
        for key in self._get_param("TagKeys") or []:
            tags.get(self._get_param("ResourceARN"), {}).pop(key, None)
        return "{}"

    def list_tags_for_resource(self):
        return json.dumps({"Tags": tags.get(self._get_param("ResourceARN"), {})})

    target.register_scalable_target = register_scalable_target
    target.tag_resource = tag_resource
    target.untag_resource = untag_resource
    target.list_tags_for_resource = list_tags_for_resource


def keep_what_a_service_is_given() -> None:
    """Stores more arguments of CreateService, so that DescribeServices returns them."""
    kept = {
        "availabilityZoneRebalancing": "availability_zone_rebalancing",
        "deploymentConfiguration": "deployment_configuration",
        "enableECSManagedTags": "enable_ecs_managed_tags",
        "enableExecuteCommand": "enable_execute_command",
        "healthCheckGracePeriodSeconds": "health_check_grace_period_seconds",
    }
    create = EC2ContainerServiceResponse.create_service

    def create_service(self):
        answer = create(self)
        for argument, attribute in kept.items():
            if (value := self._get_param(argument)) is not None:
                setattr(answer.result["service"], attribute, value)
        return answer

    EC2ContainerServiceResponse.create_service = create_service


def describe_rules_between_groups() -> None:
    """Adds the description to rules that refer to another security group."""
    SecurityGroupRule.description = property(
        lambda rule: rule.ip_range.get("Description") or rule.source_group.get("Description")
    )


def face_the_internet_by_default() -> None:
    """Makes load balancers internet-facing by default."""
    create = ELBv2Backend.create_load_balancer

    def create_load_balancer(self, *positional, **named):
        return create(self, *positional, **{**named, "scheme": named.get("scheme") or "internet-facing"})

    ELBv2Backend.create_load_balancer = create_load_balancer


def let_windows_touch() -> None:
    """Accepts adjacent windows, such as backups until 04:00 and maintenance from 04:00."""
    overlap = rds_utils.get_overlap_between_two_date_ranges
    rds_utils.get_overlap_between_two_date_ranges = lambda *ranges: overlap(*ranges) or -1


def know_who_set_a_parameter() -> None:
    """Reports "user" as the source of changed parameters, not the engine."""
    update = DBParameterGroup.update_parameters
    DBParameterGroup.update_parameters = lambda self, parameters: update(
        self, [{**parameter, "Source": "user"} for parameter in parameters]
    )


def keep_performance_insights() -> None:
    """Stores the Performance Insights arguments of CreateDBInstance."""
    create = DBInstance.__init__

    def __init__(self, *positional, **named):
        create(self, *positional, **named)
        self.performance_insights_enabled = bool(named.get("enable_performance_insights"))
        if self.performance_insights_enabled:
            self.performance_insights_retention_period = named.get("performance_insights_retention_period") or 7

    DBInstance.__init__ = __init__


def keep_staging_labels() -> None:
    """Lets a new value of a secret take only the label AWSCURRENT from the old one."""
    reset = FakeSecret.reset_default_version

    def reset_default_version(self, secret_version, version_id):
        old = self.versions.get(self.default_version_id, {}).get("version_stages", [])
        labels = [one for one in old if not one.startswith("AWS") and one not in secret_version["version_stages"]]
        before = self.versions.get(self.default_version_id)
        reset(self, secret_version, version_id)
        if before is not None and before is not secret_version:
            before["version_stages"] += labels

    FakeSecret.reset_default_version = reset_default_version


def accept_composite_alarms() -> None:
    """Adds PutCompositeAlarm. moto stores a composite alarm like any other, by its rule, but doesn't know the action."""
    CloudWatchResponse.put_composite_alarm = CloudWatchResponse.put_metric_alarm


if __name__ == "__main__":
    refuse_unknown_actions()
    answer_repeated_attempts()
    tag_scalable_targets()
    keep_what_a_service_is_given()
    describe_rules_between_groups()
    face_the_internet_by_default()
    let_windows_touch()
    know_who_set_a_parameter()
    keep_performance_insights()
    keep_staging_labels()
    accept_composite_alarms()
    server.main()
