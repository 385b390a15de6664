"""The rules for the roles of the account. Each returns what breaks it."""

from conftest import client
from permissions import Role

ACCOUNT = "123456789012"
REPOSITORY = "gerson05/ecommerce-microservice-backend-EntregaSoft"
IAM = f"arn:aws:iam::{ACCOUNT}"
IMAGES = f"arn:aws:ecr:us-east-1:{ACCOUNT}:repository"
ENVIRONMENTS = ("stage", "prod")

Roles = dict[str, Role]


def secrets() -> list[str]:
    """Returns the secrets of staging, and one of production."""
    own = [one["ARN"] for one in client("secretsmanager").list_secrets()["SecretList"]]
    assert len(own) >= 23
    return [*own, f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:prod-ecommerce-db-master-password-AbCdEf"]


# Read what is stored, not how a resource is configured. A log may hold what a service should not have logged.
READS = (
    "secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "kms:Decrypt",
    "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory",
    "logs:GetLogEvents", "logs:FilterLogEvents", "logs:GetLogRecord", "logs:StartQuery", "logs:GetQueryResults", "logs:StartLiveTail",
    "logs:Unmask", "rds:DownloadDBLogFilePortion", "rds:DownloadCompleteDBLogFile", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer",
    "s3:GetObject", "s3:GetObjectVersion", "ecs:ExecuteCommand",
)  # fmt: skip


def contents() -> list[str]:
    """Returns what READS may read: the secrets, and one resource of each other kind."""
    region = f"us-east-1:{ACCOUNT}"
    return [
        *secrets(), f"arn:aws:logs:{region}:log-group:/ecs/stage-order-service:*", f"arn:aws:rds:{region}:db:stage-ecommerce-db",
        f"arn:aws:ssm:{region}:parameter/stage/password", f"{IMAGES}/ecommerce/order-service", "arn:aws:s3:::other-bucket/file",
        f"arn:aws:ecs:{region}:task/stage-ecommerce-cluster/1", "*",
    ]  # fmt: skip


def pull_requests_that_read_contents(every: Roles) -> list[str]:
    """Whoever may push a branch writes the workflow that runs in its pull request."""
    exposed = [one for one in every.values() if one.trusts(f"repo:{REPOSITORY}:pull_request")]
    assert exposed, "no role plans for pull requests"
    found = [f"{role.name} {action} {arn}" for role in exposed for arn in contents() for action in READS if role.may(action, arn)]
    # A role that may be assumed next would do as well.
    return found + [f"{role.name} assumes {other}" for role in exposed for other in every if role.may("sts:AssumeRole", f"{IAM}:role/{other}")]


def roles_without_boundary(every: Roles) -> list[str]:
    """Leaves out the roles of the bootstrap, which have none: only an administrator changes them, as ways_past_the_boundary checks."""
    return [
        name
        for name, role in every.items()
        for environment in ENVIRONMENTS
        if name.startswith(f"{environment}-") and role.boundary_arn != f"{IAM}:policy/{environment}-ecommerce-boundary"
    ]


GIVES = ("iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutRolePermissionsBoundary")
# Change a boundary, or make something that has permissions without being a role.
ESCAPES = (
    "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:DeletePolicyVersion", "iam:DeletePolicy", "iam:CreatePolicy",
    "iam:CreateUser", "iam:CreateAccessKey", "iam:CreateInstanceProfile", "iam:UpdateOpenIDConnectProviderThumbprint",
)  # fmt: skip


def ways_past_the_boundary(every: Roles) -> list[str]:
    """Lists what a role may do to get a role with more permissions than a boundary has, or to change a boundary or itself."""
    boundary = f"{IAM}:policy/stage-ecommerce-boundary"
    found = []
    for role in every.values():
        for name in [*every, *(f"{one}-ecommerce-new" for one in ENVIRONMENTS)]:
            arn = f"{IAM}:role/{name}"
            found += [f"{role.name} {one} {name} without boundary" for one in GIVES if role.may(one, arn)]
            found += [f"{role.name} {one} {name} with another boundary" for one in GIVES if role.may(one, arn, iam_PermissionsBoundary="other")]
            found += [f"{role.name} {one} {name}" for one in ("iam:DeleteRolePermissionsBoundary", "sts:AssumeRole") if role.may(one, arn)]
            # Such a service could run code with a role from before the boundary.
            if role.may("iam:PassRole", arn, iam_PassedToService="ec2.amazonaws.com"):
                found.append(f"{role.name} passes {name} to EC2")
            if name.startswith("terraform-"):
                writes = ("iam:PassRole", "iam:UpdateAssumeRolePolicy", *GIVES)
                found += [f"{role.name} {one} {name}" for one in writes if role.may(one, arn, iam_PermissionsBoundary=boundary)]
        found += [f"{role.name} {one} {arn}" for arn in ("*", boundary) for one in ESCAPES if role.may(one, arn)]
    return found


def pushers_of_production(every: Roles) -> list[str]:
    """Production's own deploy role doesn't exist here: production is only planned."""
    writes = ("ecr:PutImage", "ecr:UploadLayerPart", "ecr:BatchDeleteImage", "ecr:SetRepositoryPolicy", "ecr:PutImageTagMutability")
    repository = f"{IMAGES}/ecommerce-production/order-service"
    return [f"{role.name} {action}" for role in every.values() for action in writes if role.may(action, repository)]


def production_in_reach_of_staging(every: Roles) -> list[str]:
    """Holds as far as an action supports resources or tags in conditions."""
    foreign = {
        "secretsmanager:GetSecretValue": f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:prod-ecommerce-admin-password-AbCdEf",
        "ecs:UpdateService": f"arn:aws:ecs:us-east-1:{ACCOUNT}:service/prod-ecommerce-cluster/order-service",
        "rds:StopDBInstance": f"arn:aws:rds:us-east-1:{ACCOUNT}:db:prod-ecommerce-db",
    }
    tagged = {"aws_ResourceTag/Environment": "prod"}
    names = [one for one in every if one.startswith(("stage-", "terraform-stage-"))]
    # Supports no resource, and a revision has no tag yet when it is registered.
    requested = {"aws_RequestTag/Environment": "prod"}
    found = [f"{name} ecs:RegisterTaskDefinition" for name in names if every[name].may("ecs:RegisterTaskDefinition", **requested)]
    # Starting supports the cluster, but no tag of it, and the family may be staging's own.
    cluster = {"ecs_cluster": f"arn:aws:ecs:us-east-1:{ACCOUNT}:cluster/prod-ecommerce-cluster"}
    started = {
        "ecs:RunTask": f"arn:aws:ecs:us-east-1:{ACCOUNT}:task-definition/order-service:7",
        "ecs:StartTask": f"arn:aws:ecs:us-east-1:{ACCOUNT}:task-definition/order-service:7",
        "ecs:CreateService": f"arn:aws:ecs:us-east-1:{ACCOUNT}:service/prod-ecommerce-cluster/new",
        "ecs:CreateTaskSet": f"arn:aws:ecs:us-east-1:{ACCOUNT}:task-set/prod-ecommerce-cluster/new/1",
    }
    found += [f"{name} {action} in production" for name in names for action, arn in started.items() if every[name].may(action, arn, **cluster)]
    return found + [f"{name} {action}" for name in names for action, arn in foreign.items() if every[name].may(action, arn, **tagged)]


RULES = [
    pull_requests_that_read_contents, roles_without_boundary, ways_past_the_boundary, pushers_of_production, production_in_reach_of_staging,
]  # fmt: skip
