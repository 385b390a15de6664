# AWS's PowerUserAccess permits everything except IAM. The apply role may also manage the roles of this environment, within their
# boundary.
data "aws_iam_policy_document" "roles" {
  statement {
    sid       = "Look"
    actions   = ["iam:Get*", "iam:List*"]
    resources = ["*"]
  }

  statement {
    sid = "OwnRoles"
    actions = [
      "iam:DeleteRole", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
      "iam:UpdateRoleDescription"
    ]
    resources = ["${local.account}:role/${local.prefix}-*"]
  }

  statement {
    sid       = "PassOwnRoles"
    actions   = ["iam:PassRole"]
    resources = ["${local.account}:role/${local.prefix}-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs-tasks.amazonaws.com", "events.amazonaws.com", "vpc-flow-logs.amazonaws.com"]
    }
  }

  # What gives a role permissions works only if the role has the boundary.
  statement {
    sid       = "OwnRolesWithinBoundary"
    actions   = ["iam:CreateRole", "iam:DeleteRolePolicy", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"]
    resources = ["${local.account}:role/${local.prefix}-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PermissionsBoundary"
      values   = ["${local.account}:policy/${local.boundary}"]
    }
  }

  statement {
    sid       = "RolesOfAws"
    actions   = ["iam:CreateServiceLinkedRole"]
    resources = ["${local.account}:role/aws-service-role/*"]
  }

  # Holds whatever else is attached to the role.
  statement {
    sid    = "KeepBoundary"
    effect = "Deny"
    actions = [
      "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:DeleteRolePermissionsBoundary",
      "iam:SetDefaultPolicyVersion"
    ]
    resources = ["*"]
  }
}

# Restricts PowerUserAccess to this environment.
data "aws_iam_policy_document" "restrictions" {
  # The bootstrap creates the image repositories, and a deployment pushes the images.
  statement {
    sid       = "NoImages"
    effect    = "Deny"
    actions   = ["ecr:*"]
    resources = ["*"]
  }

  statement {
    sid    = "OtherSecrets"
    effect = "Deny"
    actions = [
      "secretsmanager:DeleteSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutResourcePolicy",
      "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecret", "secretsmanager:UpdateSecretVersionStage"
    ]
    not_resources = [local.secrets]
  }

  statement {
    sid       = "OtherRoles"
    effect    = "Deny"
    actions   = ["sts:AssumeRole"]
    resources = ["*"]
  }

  # What runs in another environment's cluster runs beside its services. A task that is started has no tag yet.
  statement {
    sid       = "OtherClusters"
    effect    = "Deny"
    actions   = ["ecs:CreateService", "ecs:CreateTaskSet", "ecs:RunTask", "ecs:StartTask"]
    resources = ["*"]

    condition {
      test     = "ArnNotLike"
      variable = "ecs:cluster"
      values   = ["${local.ecs}:cluster/${local.prefix}-cluster"]
    }
  }

  # Registering doesn't support resources, and a task definition has no tag yet when it is registered.
  statement {
    sid       = "OtherTaskDefinitions"
    effect    = "Deny"
    actions   = ["ecs:RegisterTaskDefinition"]
    resources = ["*"]

    condition {
      test     = "StringNotEquals"
      variable = "aws:RequestTag/Environment"
      values   = [var.environment]
    }
  }

  # The environments' providers tag all resources.
  statement {
    sid       = "OtherEnvironments"
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]

    condition {
      test     = "StringNotEquals"
      variable = "aws:ResourceTag/Environment"
      values   = [var.environment]
    }

    # Without this condition, the one above would hold for resources without the tag too.
    condition {
      test     = "Null"
      variable = "aws:ResourceTag/Environment"
      values   = ["false"]
    }
  }
}

resource "aws_iam_role_policy" "roles" {
  count = var.apply_from_github ? 1 : 0

  name   = "roles"
  role   = aws_iam_role.this["apply"].id
  policy = data.aws_iam_policy_document.roles.json
}

resource "aws_iam_role_policy" "restrictions" {
  count = var.apply_from_github ? 1 : 0

  name   = "restrictions"
  role   = aws_iam_role.this["apply"].id
  policy = data.aws_iam_policy_document.restrictions.json
}

resource "aws_iam_role_policy_attachment" "change" {
  count = var.apply_from_github ? 1 : 0

  role       = aws_iam_role.this["apply"].name
  policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}
