"""Evaluates IAM's policies as AWS does, as far as this project uses them: who may do what to which resource."""

import dataclasses
import fnmatch
import functools
import re

from conftest import client

Context = dict[str, str]


def listed(value) -> list:
    return value if isinstance(value, list) else [value]


@functools.cache
def compiled(pattern: str) -> re.Pattern:
    return re.compile(fnmatch.translate(pattern))


def matches(text: str, patterns) -> bool:
    return any(compiled(pattern).match(text) for pattern in listed(patterns))


def holds(operator: str, key: str, wanted, context: Context) -> bool:
    """Returns whether a condition holds. A key without a value fulfils only the negated operators."""
    given = context.get(key)
    match operator:
        case "StringEquals" | "ArnEquals" | "StringLike" | "ArnLike":
            return given is not None and matches(given, wanted)
        case "StringNotEquals" | "ArnNotLike":
            return given is None or not matches(given, wanted)
        case "Null":
            return listed(wanted) == [str(given is None).lower()]
    raise ValueError(f"unknown operator {operator}")


def applies(statement: dict, action: str, resource: str, context: Context) -> bool:
    # Only actions are compared without case.
    named = [one.lower() for one in listed(statement.get("Action") or statement["NotAction"])]
    if matches(action.lower(), named) != ("Action" in statement):
        return False
    # The policy of a trust has no resource.
    if matches(resource, statement["NotResource"]) if "NotResource" in statement else not matches(resource, statement.get("Resource", "*")):
        return False
    return all(
        holds(operator, key, wanted, context)
        for operator, keys in statement.get("Condition", {}).items()
        for key, wanted in keys.items()
    )


def permits(policy: list[dict], action: str, resource: str, context: Context) -> bool:
    effects = {one["Effect"] for one in policy if applies(one, action, resource, context)}
    return effects == {"Allow"}


@dataclasses.dataclass
class Role:
    """A role with its statements. boundary is None if it has no permissions boundary."""

    name: str
    trust: list[dict]
    policy: list[dict]
    boundary_arn: str | None
    boundary: list[dict] | None

    def may(self, action: str, resource: str = "*", **context: str) -> bool:
        """Returns whether the role has a permission. Context keys have underscores instead of colons."""
        given = {key.replace("_", ":"): value for key, value in context.items()}
        return all(permits(one, action, resource, given) for one in (self.policy, self.boundary) if one is not None)

    def trusts(self, subject: str) -> bool:
        """Returns whether a job of GitHub whose token has this subject may assume the role."""
        issuer = "token.actions.githubusercontent.com"
        context = {f"{issuer}:sub": subject, f"{issuer}:aud": "sts.amazonaws.com"}
        return permits(self.trust, "sts:AssumeRoleWithWebIdentity", "*", context)


def managed(arn: str) -> list[dict]:
    version = client("iam").get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"]
    return listed(client("iam").get_policy_version(PolicyArn=arn, VersionId=version)["PolicyVersion"]["Document"]["Statement"])


@functools.cache
def roles() -> dict[str, Role]:
    """Returns all roles of the account, from the AWS API: those of the bootstrap and of staging."""
    iam = client("iam")
    found = {}
    for name in [one["RoleName"] for page in iam.get_paginator("list_roles").paginate() for one in page["Roles"]]:
        role = iam.get_role(RoleName=name)["Role"]
        inline = [iam.get_role_policy(RoleName=name, PolicyName=one)["PolicyDocument"] for one in
                  iam.list_role_policies(RoleName=name)["PolicyNames"]]  # fmt: skip
        policy = [statement for one in inline for statement in listed(one["Statement"])]
        for one in iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]:
            policy += managed(one["PolicyArn"])
        boundary = role.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn")
        trust = listed(role["AssumeRolePolicyDocument"]["Statement"])
        found[name] = Role(name, trust, policy, boundary, managed(boundary) if boundary else None)
    return found
