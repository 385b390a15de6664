"""Checks rules for all environments in Terraform's plans and states."""

import json
import re
from collections import Counter

import pytest
from conftest import read, resources
from plans import containers, jobs, of, statements, values

ANYBODY = {"0.0.0.0/0", "::/0"}
FARGATE = {
    256: {512, 1024, 2048},
    512: {1024 * gib for gib in range(1, 5)},
    1024: {1024 * gib for gib in range(2, 9)},
    2048: {1024 * gib for gib in range(4, 17)},
    4096: {1024 * gib for gib in range(8, 31)},
}


def test_the_public_reaches_only_the_web_ports_of_the_load_balancer(everything):
    public = [one for one in of(everything, "aws_vpc_security_group_ingress_rule") if one["values"]["cidr_ipv4"] in ANYBODY]
    assert {(one["address"].split(".aws_")[0], one["values"]["from_port"], one["values"]["to_port"]) for one in public} <= {
        ("module.shop.module.load_balancer", port, port) for port in (80, 443)
    }


def test_security_groups_open_no_inline_rules_to_the_internet(everything):
    for group in values(everything, "aws_security_group"):
        assert not [rule for rule in group.get("ingress") or [] if ANYBODY & set(rule["cidr_blocks"])] or any(
            rule["from_port"] in (80, 443) for rule in group["ingress"]
        )


def test_storage_is_encrypted(everything):
    assert all(one["storage_encrypted"] for one in values(everything, "aws_db_instance"))
    assert all(one["encrypted"] for one in values(everything, "aws_efs_file_system"))
    assert len(of(everything, "aws_s3_bucket")) == len(of(everything, "aws_s3_bucket_server_side_encryption_configuration"))
    assert all(one["encryption_configuration"] for one in values(everything, "aws_ecr_repository"))


def test_the_database_is_never_public(everything):
    assert not any(one["publicly_accessible"] for one in values(everything, "aws_db_instance"))


def test_buckets_are_private_and_versioned(everything):
    buckets = of(everything, "aws_s3_bucket")
    blocks = values(everything, "aws_s3_bucket_public_access_block")
    assert len(blocks) == len(buckets)
    assert all(value for one in blocks for name, value in one.items() if name.startswith(("block_", "ignore_", "restrict_")))
    assert [one["versioning_configuration"][0]["status"] for one in values(everything, "aws_s3_bucket_versioning")] == ["Enabled"] * len(buckets)


def test_images_are_scanned_and_their_tags_are_immutable(everything):
    for one in values(everything, "aws_ecr_repository"):
        assert one["image_tag_mutability"] == "IMMUTABLE" and one["image_scanning_configuration"][0]["scan_on_push"]


def test_task_sizes_are_valid_on_fargate(everything):
    for one in values(everything, "aws_ecs_task_definition"):
        assert int(one["memory"]) in FARGATE[int(one["cpu"])]


def test_logs_expire(everything):
    assert all(one["retention_in_days"] for one in values(everything, "aws_cloudwatch_log_group"))


def test_load_balancers_and_databases_span_two_zones():
    assert all(len(one["subnets"]) >= 2 for one in values(resources(read("stage.json")), "aws_lb"))
    assert all(len(one["subnet_ids"]) >= 2 for one in values(resources(read("stage.json")), "aws_db_subnet_group"))


def only_looks(action: str) -> bool:
    """Returns whether an action with a wildcard permits only reads of a service's configuration, not of stored content."""
    service, _, name = action.partition(":")
    return name in ("Describe*", "Get*", "List*") and service not in ("ecr", "logs", "s3", "secretsmanager", "ssm")


def test_policies_allow_no_service_completely(everything):
    for one in values(everything, "aws_iam_role_policy"):
        for statement in statements(one["policy"]) if one.get("policy") else []:
            actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
            allowed = actions if statement["Effect"] == "Allow" else []
            assert not [one for one in allowed if "*" in one and not only_looks(one)]


def test_all_resources_are_allowed_only_where_iam_requires_it(stage):
    """The list contains actions that IAM can't restrict to a resource. Statements with a condition are also allowed."""
    without_resource = {
        "ecr:GetAuthorizationToken", "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel", "logs:DescribeLogGroups",
        "cloudwatch:DescribeAlarms", "ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions", "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth",
    }  # fmt: skip
    for one in values(stage, "aws_iam_role_policy"):
        for statement in statements(one["policy"]):
            if statement["Resource"] == "*" and "Condition" not in statement:
                actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
                assert set(actions) <= without_resource


def size(policy: str) -> int:
    return len(re.sub(r"\s", "", policy))


@pytest.mark.parametrize("name", ["stage.json", "bootstrap.json"])
def test_policies_are_within_the_size_limits(name):
    """All inline policies of a role count together. The local AWS has no limits."""
    sizes: Counter[str] = Counter()
    for one in values(resources(read(name)), "aws_iam_role_policy"):
        sizes[one["role"]] += size(one["policy"])
    assert sizes and max(sizes.values()) <= 10240, sizes.most_common(3)
    assert all(size(one["policy"]) <= 6144 for one in values(resources(read(name)), "aws_iam_policy"))


def test_production_has_room_for_more_services_in_the_policy_of_its_deploy_role(stage):
    """A plan doesn't know this policy. It is that of staging with longer names."""
    (policy,) = [one["policy"] for one in values(stage, "aws_iam_role_policy") if one["name"] == "deploy"]
    longer = policy.replace(":task-definition/", ":task-definition/prod-").replace(":repository/ecommerce/", ":repository/ecommerce-production/")
    assert size(longer) <= 10240 - 3 * size(longer) / len(containers(stage))


def test_a_topic_accepts_only_messages_of_its_account(everything):
    """AWS documents that EventBridge fulfils no condition in the policy of a topic, so its targets need a role."""
    # Before the first apply, a plan doesn't know the ARN of the topic.
    for policy in [one["values"]["policy"] for one in of(everything, "aws_sns_topic_policy") if "policy" in one.get("values", {})]:
        for statement in statements(policy):
            assert statement["Principal"] == {"Service": "cloudwatch.amazonaws.com"}
            assert statement["Condition"] == {"StringEquals": {"aws:SourceAccount": "123456789012"}}
    for rule in of(everything, "aws_cloudwatch_event_target"):
        assert rule["values"].get("role_arn", "known after the apply")


def test_a_service_reads_only_its_own_secrets(stage):
    roles = {one["id"]: one for one in values(stage, "aws_iam_role")}
    allowed = {
        roles[one["role"]]["arn"]: {
            arn
            for statement in statements(one["policy"])
            if statement["Action"] == "secretsmanager:GetSecretValue"
            for arn in (statement["Resource"] if isinstance(statement["Resource"], list) else [statement["Resource"]])
        }
        for one in values(stage, "aws_iam_role_policy")
    }
    for task in values(stage, "aws_ecs_task_definition"):
        (container,) = json.loads(task["container_definitions"])
        assert task["execution_role_arn"], "without an execution role ECS can't read secrets"
        assert allowed[task["execution_role_arn"]] == {one["valueFrom"] for one in container["secrets"]}
        assert allowed[task["task_role_arn"]] == set()


def test_target_groups_use_ports_of_containers(stage):
    groups = {one["arn"]: one["port"] for one in values(stage, "aws_lb_target_group")}
    served = [(one["name"], two) for one in values(stage, "aws_ecs_service") for two in one["load_balancer"]]
    assert len(served) == len(groups) == 4
    for name, one in served:
        assert one["container_name"] == name and one["container_port"] == groups[one["target_group_arn"]]
        assert one["container_port"] in {port["containerPort"] for port in containers(stage)[name]["portMappings"]}


@pytest.mark.parametrize("name", ["stage", "stage-paused", "prod"])
def test_every_role_of_an_environment_has_its_boundary(name):
    made = values(resources(read(f"{name}.json")), "aws_iam_role")
    boundary = f"arn:aws:iam::123456789012:policy/{name.split('-')[0]}-ecommerce-boundary"
    assert len(made) > 20 and {one["permissions_boundary"] for one in made} == {boundary}


def test_the_deploy_role_runs_only_migrations(stage):
    (policy,) = [one["policy"] for one in values(stage, "aws_iam_role_policy") if one["name"] == "deploy"]
    (run,) = [one for one in statements(policy) if one["Action"] == "ecs:RunTask"]
    families = {one.split("/")[-1] for one in run["Resource"]}
    assert families == {f"{name.removesuffix('-migration')}-migration:*" for name in jobs(stage) if name != "database-administration"}
    assert run["Condition"]["ArnEquals"]["ecs:cluster"].endswith("cluster/stage-ecommerce-cluster")
    assert "database-administration" not in policy


def test_no_role_is_shared(stage):
    tasks = values(stage, "aws_ecs_task_definition")
    roles = [one[role] for one in tasks for role in ("execution_role_arn", "task_role_arn")]
    assert len(set(roles)) == len(roles) == 2 * len(tasks)


def test_roles_have_the_names_that_deployments_compare(stage):
    """infra/deploy runs a task once only with the roles of its own name."""
    for task in values(stage, "aws_ecs_task_definition"):
        (container,) = json.loads(task["container_definitions"])
        role = f":role/stage-ecommerce-{container['name']}"
        assert task["execution_role_arn"].endswith(f"{role}-execution") and task["task_role_arn"].endswith(f"{role}-task")


def test_the_deploy_role_passes_only_task_roles(stage):
    (policy,) = [one["policy"] for one in values(stage, "aws_iam_role_policy") if one["name"] == "deploy"]
    (passed,) = [one for one in statements(policy) if one["Action"] == "iam:PassRole"]
    tasks = [one for one in values(stage, "aws_ecs_task_definition") if one["family"] != "database-administration"]
    assert set(passed["Resource"]) == {one[role] for one in tasks for role in ("execution_role_arn", "task_role_arn")}
    assert passed["Condition"] == {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}
