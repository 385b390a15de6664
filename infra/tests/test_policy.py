"""Checks rules for all environments in Terraform's plans and states."""

import fnmatch
import json
import re

import pytest
import yaml
from conftest import REPOSITORY, RESULTS, client, read, resources

ANYBODY = {"0.0.0.0/0", "::/0"}
FARGATE = {
    256: {512, 1024, 2048},
    512: {1024 * gib for gib in range(1, 5)},
    1024: {1024 * gib for gib in range(2, 9)},
    2048: {1024 * gib for gib in range(4, 17)},
    4096: {1024 * gib for gib in range(8, 31)},
}
SERVICES = {one["name"]: one for one in json.loads((REPOSITORY / "infra/services.json").read_text())["services"]}
# Each service that calls others has one, and user-service knows them all.
CLIENT_SECRETS = {name.upper().replace("-", "_") + "_SECRET" for name, one in SERVICES.items() if "calls" in one}


def of(everything: list[dict], kind: str) -> list[dict]:
    return [one for one in everything if one["type"] == kind]


def values(everything: list[dict], kind: str) -> list[dict]:
    return [one["values"] for one in of(everything, kind)]


def containers(everything: list[dict]) -> dict[str, dict]:
    return {
        container["name"]: container
        for task in values(everything, "aws_ecs_task_definition")
        # Before the first apply, a plan doesn't know all values of a container definition.
        if task.get("container_definitions")
        for container in json.loads(task["container_definitions"])
    }


def statements(policy: str) -> list[dict]:
    found = json.loads(policy)["Statement"]
    return found if isinstance(found, list) else [found]


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


def test_inline_policies_are_within_the_size_limit(stage):
    for one in values(stage, "aws_iam_role_policy"):
        assert len(re.sub(r"\s", "", one["policy"])) <= 10240


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


def asked(name: str) -> set[str]:
    """Returns the called actions by their IAM names. Leaves out S3, whose names differ, and STS, which needs no permission."""
    prefixes = {"elbv2": "elasticloadbalancing"}
    calls = (line.split(":") for line in (RESULTS / name).read_text().split())
    return {f"{prefixes.get(service, service)}:{action}" for service, action in calls if service not in ("s3", "sts")}


def allowed_to(role: str) -> list[str]:
    policies = values(resources(read("bootstrap.json")), "aws_iam_role_policy")
    found = [statement["Action"] for one in policies if one["role"] == role for statement in statements(one["policy"])]
    return [action for actions in found for action in ([actions] if isinstance(actions, str) else actions)]


def test_the_plan_role_has_the_permissions_of_a_plan():
    actions = asked("plan.actions")
    assert len(actions) > 30
    allowed = allowed_to("terraform-stage-plan")
    assert {one for one in actions if not any(fnmatch.fnmatch(one, pattern) for pattern in allowed)} == set()


def test_the_apply_role_has_the_iam_permissions_of_an_apply():
    actions = {one for one in asked("apply.actions") if one.startswith("iam:")}
    assert "iam:CreateRole" in actions
    allowed = allowed_to("terraform-stage-apply")
    assert {one for one in actions if not any(fnmatch.fnmatch(one, pattern) for pattern in allowed)} == set()


def test_target_groups_use_ports_of_containers(stage):
    groups = {one["arn"]: one["port"] for one in values(stage, "aws_lb_target_group")}
    served = [(one["name"], two) for one in values(stage, "aws_ecs_service") for two in one["load_balancer"]]
    assert len(served) == len(groups) == 4
    for name, one in served:
        assert one["container_name"] == name and one["container_port"] == groups[one["target_group_arn"]]
        assert one["container_port"] in {port["containerPort"] for port in containers(stage)[name]["portMappings"]}


def test_no_role_is_shared(stage):
    tasks = values(stage, "aws_ecs_task_definition")
    roles = [one[role] for one in tasks for role in ("execution_role_arn", "task_role_arn")]
    assert len(set(roles)) == len(roles) == 2 * len(tasks)


def test_the_deploy_role_passes_only_task_roles(stage):
    (policy,) = [one["policy"] for one in values(stage, "aws_iam_role_policy") if one["name"] == "deploy"]
    (passed,) = [one for one in statements(policy) if one["Action"] == "iam:PassRole"]
    tasks = values(stage, "aws_ecs_task_definition")
    assert set(passed["Resource"]) == {one[role] for one in tasks for role in ("execution_role_arn", "task_role_arn")}
    assert passed["Condition"] == {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}


def test_containers_are_read_only_and_unprivileged(stage):
    for container in containers(stage).values():
        assert container["readonlyRootFilesystem"] and container["user"] not in ("0", "root")
        assert not container.get("privileged") and container["stopTimeout"] == 60
        assert re.search(r":[0-9a-f]{7,40}$", container["image"])


@pytest.mark.parametrize("name", ["stage.tfstate", "stage.json", "stage-plan.json", "stage-paused.json", "prod.json"])
def test_no_secret_is_in_state_or_plan(name):
    text = (RESULTS / name).read_text()
    listed = client("secretsmanager").list_secrets()["SecretList"]
    found = [client("secretsmanager").get_secret_value(SecretId=one["ARN"])["SecretString"] for one in listed]
    assert len(set(found)) == len(found) >= 9
    assert not [one for one in found if one in text]


def application(name: str) -> dict:
    return yaml.safe_load((REPOSITORY / name / "src/main/resources/application.yml").read_text())


def test_a_service_gets_the_ports_and_secrets_of_its_settings(stage):
    services = {name: one for name, one in containers(stage).items() if name not in ("prometheus", "grafana")}
    assert services.keys() == SERVICES.keys()
    for name, container in services.items():
        settings = application(name)
        ports = [settings["server"]["port"], settings["management"]["server"]["port"]]
        assert [one["containerPort"] for one in container["portMappings"]] == ports
        required = set(settings.get("shop", {}).get("required-secrets", []))
        if "database" in SERVICES[name]:
            assert settings["shop"]["database"]["role"] == SERVICES[name]["database"]
            required.add("DB_PASSWORD")
        if name == "user-service":
            # The service doesn't require it, but an environment does, because only the administrator can create staff.
            required.add("ADMIN_PASSWORD")
            required |= CLIENT_SECRETS
        given = {one["name"]: one["value"] for one in container["environment"]}
        if name == "payment-service":
            # Listed as a required secret, but not a secret.
            required.remove("PAYMENT_PROVIDER")
            assert given["PAYMENT_PROVIDER"] == "sandbox"
        assert {one["name"] for one in container["secrets"]} == required


def test_the_database_url_adds_tls_to_the_default_url(stage):
    settings = REPOSITORY / "service-defaults/src/main/resources/service-database.yml"
    own = re.sub(r":[a-z]+}", "}", yaml.safe_load(settings.read_text())["spring"]["datasource"]["url"])
    for container in containers(stage).values():
        given = {one["name"]: one["value"] for one in container["environment"]}
        if "DB_ENDPOINT" in given:
            assert given["SPRING_DATASOURCE_URL"].startswith(own + "&sslmode=verify-full&")
            assert given["DB_CA_CERTIFICATE"].startswith("-----BEGIN CERTIFICATE-----")


def test_path_patterns_of_the_load_balancer_cover_the_routes_of_the_gateway(stage):
    patterns = {
        path
        for rule in values(stage, "aws_lb_listener_rule")
        for condition in rule["condition"]
        for group in condition["path_pattern"]
        for path in group["values"]
    }
    served = {"/api/actuator/health"}
    for service, route in application("api-gateway")["shop"]["routes"].items():
        resources = route.get("resources", [])
        served |= {f"/api/{resource}/**" for resource in resources} | {f"/app/api/{resource}/**" for resource in resources}
        served |= {f"/{service}/api/**"} if resources else set()
        served |= {f"/v3/api-docs/{service}", *route.get("paths", [])}
    assert {"/api/orders/**", "/order-service/api/**", "/oauth2/**", "/app/**"} <= served
    prefixes = tuple(pattern.removesuffix("*") for pattern in patterns)
    assert not [path for path in served if not path.startswith(prefixes)]


def test_production_differs_from_staging_as_documented(stage, prod):
    (small,), (large,) = values(stage, "aws_db_instance"), values(prod, "aws_db_instance")
    assert (small["multi_az"], large["multi_az"]) == (False, True)
    assert (small["instance_class"], large["instance_class"]) == ("db.t3.small", "db.t3.medium")
    assert (small["deletion_protection"], large["deletion_protection"]) == (False, True)
    assert (small["backup_retention_period"], large["backup_retention_period"]) == (7, 30)
    assert [one["enable_deletion_protection"] for one in values(prod, "aws_lb")] == [True]

    def services(everything):
        return [one for one in of(everything, "aws_ecs_task_definition") if "module.service" in one["address"]]

    assert {(one["values"]["cpu"], one["values"]["memory"]) for one in services(stage)} == {("512", "1024")}
    assert {(one["values"]["cpu"], one["values"]["memory"]) for one in services(prod)} == {("1024", "2048")}

    counts = {one["values"]["name"]: one["values"]["desired_count"] for one in of(prod, "aws_ecs_service")}
    alone = {"service-discovery", "prometheus", "grafana"}
    assert {count for name, count in counts.items() if name not in alone} == {2}
    assert {count for name, count in counts.items() if name in alone} == {1}
    targets = values(prod, "aws_appautoscaling_target")
    assert [(one["min_capacity"], one["max_capacity"]) for one in targets] == [(2, 3)] * (len(SERVICES) - 1)
    assert len(of(prod, "aws_appautoscaling_policy")) == len(SERVICES) - 1 and not of(stage, "aws_appautoscaling_target")


def test_production_uses_only_tls(prod):
    listeners = {one["port"]: one for one in values(prod, "aws_lb_listener")}
    assert {port: one["protocol"] for port, one in listeners.items()} == {
        80: "HTTP", 443: "HTTPS", 8761: "HTTPS", 9090: "HTTPS", 3000: "HTTPS"
    }  # fmt: skip
    assert listeners[80]["default_action"][0]["redirect"][0]["status_code"] == "HTTP_301"
    assert len(of(prod, "aws_acm_certificate_validation")) == 1


def test_a_pause_stops_every_service_and_the_database(paused):
    stops = [one for one in of(paused, "aws_appautoscaling_scheduled_action") if one["index"] == "stop"]
    assert {one["values"]["resource_id"].split("/")[-1] for one in stops} == {one["name"] for one in values(paused, "aws_ecs_service")}
    assert {int(one["values"]["scalable_target_action"][0]["max_capacity"]) for one in stops} == {0}
    schedules = {one["index"]: one["values"] for one in of(paused, "aws_scheduler_schedule")}
    assert schedules["stop"]["target"][0]["arn"] == "arn:aws:scheduler:::aws-sdk:rds:stopDBInstance"
    assert schedules["start"]["target"][0]["arn"] == "arn:aws:scheduler:::aws-sdk:rds:startDBInstance"


def test_the_plan_after_the_apply_is_empty():
    changes = read("stage-plan.json").get("resource_changes", [])
    assert changes and not [one["address"] for one in changes if one["change"]["actions"] != ["no-op"] and one["mode"] == "managed"]
