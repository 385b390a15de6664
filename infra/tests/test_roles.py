"""Checks who may do what, over all roles of the account, and that each rule notices what it forbids."""

import copy
import json
from collections.abc import Callable

import pytest
from conftest import RESULTS, read, resources
from permissions import Role, listed, managed, roles
from plans import values
from role_rules import (
    IAM, IMAGES, REPOSITORY, RULES, Roles, production_in_reach_of_staging, pull_requests_that_read_contents, pushers_of_production,
    roles_without_boundary, ways_past_the_boundary,
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_no_role_breaks(rule):
    assert rule(roles()) == []


def allow(action: str, resource: str = "*") -> dict:
    return {"Effect": "Allow", "Action": action, "Resource": resource}


def without(role: Role, sid: str) -> None:
    kept = [one for one in role.policy if one.get("Sid") != sid]
    assert len(kept) < len(role.policy), f"{role.name} has no statement {sid}"
    role.policy = kept


def plan_reads_a_secret(every: Roles) -> None:
    without(every["terraform-stage-plan"], "NoContents")
    every["terraform-stage-plan"].policy.append(allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:stage-*"))


def plan_may(action: str) -> Callable:
    def broken(every: Roles) -> None:
        without(every["terraform-stage-plan"], "NoContents")
        every["terraform-stage-plan"].policy.append(allow(action))

    broken.__name__ = f"plan_may_{action}"
    return broken


def plan_reads_all_of_s3(every: Roles) -> None:
    without(every["terraform-stage-plan"], "NothingElseInS3")
    every["terraform-stage-plan"].policy.append(allow("s3:Get*"))


def pull_requests_deploy(every: Roles) -> None:
    condition = every["stage-ecommerce-deploy"].trust[0]["Condition"]["StringEquals"]
    condition["token.actions.githubusercontent.com:sub"] = [f"repo:{REPOSITORY}:*"]
    every["stage-ecommerce-deploy"].policy.append(allow("secretsmanager:GetSecretValue"))


def task_has_no_boundary(every: Roles) -> None:
    every["stage-ecommerce-order-service-task"].boundary_arn = None


def apply_ignores_the_boundary(every: Roles) -> None:
    (statement,) = [one for one in every["terraform-stage-apply"].policy if one.get("Sid") == "OwnRolesWithinBoundary"]
    del statement["Condition"]


def apply_removes_the_boundary(every: Roles) -> None:
    without(every["terraform-stage-apply"], "KeepBoundary")
    every["terraform-stage-apply"].policy.append(allow("iam:DeleteRolePermissionsBoundary"))


def apply_rewrites_the_boundary(every: Roles) -> None:
    without(every["terraform-stage-apply"], "KeepBoundary")
    every["terraform-stage-apply"].policy.append(allow("iam:CreatePolicyVersion"))


def apply_changes_itself(every: Roles) -> None:
    every["terraform-stage-apply"].policy.append(allow("iam:UpdateAssumeRolePolicy", f"{IAM}:role/terraform-*"))


def apply_pushes(every: Roles) -> None:
    without(every["terraform-stage-apply"], "NoImages")


def staging_pushes_to_production(every: Roles) -> None:
    role = every["stage-ecommerce-deploy"]
    role.policy.append(allow("ecr:*", f"{IMAGES}/*"))
    assert role.boundary
    role.boundary.append(allow("ecr:PutImage", f"{IMAGES}/*"))


def apply_reads_the_secrets_of_production(every: Roles) -> None:
    without(every["terraform-stage-apply"], "OtherSecrets")
    without(every["terraform-stage-apply"], "OtherEnvironments")


def apply_registers_task_definitions_of_production(every: Roles) -> None:
    without(every["terraform-stage-apply"], "OtherTaskDefinitions")


def apply_starts_tasks_in_the_cluster_of_production(every: Roles) -> None:
    without(every["terraform-stage-apply"], "OtherClusters")


def apply_passes_roles_to_other_services(every: Roles) -> None:
    (statement,) = [one for one in every["terraform-stage-apply"].policy if one.get("Sid") == "PassOwnRoles"]
    del statement["Condition"]


BREAKS: list[tuple[Callable, Callable]] = [
    *((pull_requests_that_read_contents, plan_may(action)) for action in (
        "logs:GetLogEvents", "logs:FilterLogEvents", "rds:DownloadDBLogFilePortion", "ssm:GetParametersByPath", "ecr:BatchGetImage",
    )),
    (pull_requests_that_read_contents, plan_reads_all_of_s3),
    (production_in_reach_of_staging, apply_starts_tasks_in_the_cluster_of_production),
    (pull_requests_that_read_contents, plan_reads_a_secret), (roles_without_boundary, task_has_no_boundary),
    (ways_past_the_boundary, apply_ignores_the_boundary), (ways_past_the_boundary, apply_removes_the_boundary),
    (ways_past_the_boundary, apply_rewrites_the_boundary), (ways_past_the_boundary, apply_changes_itself),
    (pushers_of_production, apply_pushes), (pushers_of_production, staging_pushes_to_production),
    (production_in_reach_of_staging, apply_reads_the_secrets_of_production),
    (production_in_reach_of_staging, apply_registers_task_definitions_of_production),
    (ways_past_the_boundary, apply_passes_roles_to_other_services),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "broken"), BREAKS)
def test_the_rule_notices(rule, broken):
    every = copy.deepcopy(roles())
    broken(every)
    assert rule(every)


def test_a_pull_request_reads_no_contents_even_with_a_policy_of_AWS_that_reads_everything():
    every = copy.deepcopy(roles())
    plan = every["terraform-stage-plan"]
    plan.policy += managed("arn:aws:iam::aws:policy/ReadOnlyAccess")
    assert plan.may("s3:GetBucketPolicy", "arn:aws:s3:::ecommerce-terraform-state-123456789012") and plan.may("lambda:GetPolicy")
    assert pull_requests_that_read_contents(every) == []


@pytest.mark.parametrize("name", ["bootstrap-default.json", "prod.json"])
def test_no_environment_of_GitHub_leads_to_a_role_before_somebody_has_checked_its_rules(name):
    """A pull request may name an environment. GitHub makes one that doesn't exist without rules."""
    made = values(resources(read(name)), "aws_iam_role")
    assert not {"terraform-stage-apply", "terraform-prod-apply", "prod-ecommerce-deploy"} & {one["name"] for one in made}
    # A plan doesn't know the trust of a role that AWS itself assumes, if it names another new resource.
    trusts = [json.loads(one["assume_role_policy"]) for one in made if one.get("assume_role_policy")]
    jobs = [one for trust in trusts for one in listed(trust["Statement"]) if "Federated" in one["Principal"]]
    subjects = [subject for one in jobs for subject in listed(one["Condition"]["StringEquals"]["token.actions.githubusercontent.com:sub"])]
    assert not [one for one in subjects if ":environment:" in one]
    assert bool(subjects) == (name == "bootstrap-default.json"), "the roles for plans belong to the bootstrap"


def test_a_boundary_holds_even_if_the_policy_permits_more():
    every = copy.deepcopy(roles())
    every["stage-ecommerce-deploy"].policy.append(allow("*"))
    assert pushers_of_production(every) == [] and ways_past_the_boundary(every) == []


def test_pull_requests_that_deploy_are_held_by_the_boundary_only_from_foreign_secrets():
    every = copy.deepcopy(roles())
    pull_requests_deploy(every)
    found = pull_requests_that_read_contents(every)
    assert found and not [one for one in found if "secret:prod-" in one]


def test_the_boundary_covers_what_the_policies_permit():
    """Otherwise a permission would have no effect, and nobody would notice before a deployment."""
    missing = []
    for role in roles().values():
        for statement in role.policy if role.boundary else []:
            context = {
                key.replace(":", "_"): listed(value)[0] for keys in statement.get("Condition", {}).values() for key, value in keys.items()
            }
            missing += [
                f"{role.name} {action} {resource}"
                for action in listed(statement["Action"])
                for resource in listed(statement["Resource"])
                if not role.may(action, resource, **context)
            ]
    assert missing == []


def asked(name: str) -> list[dict]:
    """Returns the calls of Terraform. Leaves out S3, which the stand-in doesn't record, and STS, which needs no permission."""
    return [one for one in map(json.loads, (RESULTS / name).read_text().splitlines()) if not one["action"].startswith(("s3:", "sts:"))]


def refused(role: Role, calls: list[dict]) -> set[str]:
    def given(call: dict) -> dict[str, str]:
        tags = {f"aws_RequestTag/{key}": value for key, value in call["tags"].items()}
        found = {"iam_PermissionsBoundary": call["boundary"], "ecs_cluster": call["cluster"]}
        return tags | {key: value for key, value in found.items() if value}

    return {f"{one['action']} {one['resource']}" for one in calls if not role.may(one["action"], one["resource"], **given(one))}


def test_the_plan_role_may_do_what_a_plan_does():
    calls = asked("plan.actions")
    assert len({one["action"] for one in calls}) > 30
    assert refused(roles()["terraform-stage-plan"], calls) == set()


def test_the_apply_role_may_do_what_an_apply_does():
    calls = asked("apply.actions")
    assert {"iam:CreateRole", "iam:PutRolePolicy", "rds:CreateDBInstance", "ecs:RegisterTaskDefinition"} <= {one["action"] for one in calls}
    assert refused(roles()["terraform-stage-apply"], calls) == set()
    # The resource, the boundary and the tag count: the role of the other environment may do none of it.
    other = refused(roles()["terraform-prod-apply"], calls)
    assert {one.split()[0] for one in other} >= {"iam:CreateRole", "iam:PutRolePolicy", "ecs:RegisterTaskDefinition", "ecs:CreateService"}


def test_the_apply_role_passes_each_role_to_the_service_that_assumes_it():
    """The local AWS doesn't ask for this permission."""
    apply, asked = roles()["terraform-stage-apply"], set()
    for role in roles().values():
        for service in [one["Principal"]["Service"] for one in role.trust if "Service" in one["Principal"]]:
            if role.name.startswith("stage-"):
                assert apply.may("iam:PassRole", f"{IAM}:role/{role.name}", iam_PassedToService=service), role.name
                asked.add(service)
    assert asked == {"ecs-tasks.amazonaws.com", "events.amazonaws.com", "vpc-flow-logs.amazonaws.com"}


def test_the_deploy_role_registers_a_task_definition():
    """AWS compares it with the resource *, so a policy that names families would refuse every deployment."""
    role = roles()["stage-ecommerce-deploy"]
    assert role.may("ecs:RegisterTaskDefinition", **{"aws_RequestTag/Environment": "stage"})
    assert not role.may("ecs:RegisterTaskDefinition", **{"aws_RequestTag/Environment": "prod"})
