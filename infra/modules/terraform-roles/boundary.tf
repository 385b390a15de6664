# The most that any role of this environment may do. Terraform's apply role creates roles only with it and can't change it, so it
# can't give a role more than it: no other environment's secrets, images or tasks, and no change of a role.
data "aws_iam_policy_document" "boundary" {
  # These actions don't support resources.
  statement {
    sid = "Look"
    actions = [
      "cloudwatch:DescribeAlarms", "ecr:GetAuthorizationToken", "ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions",
      "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth", "logs:DescribeLogGroups", "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"
    ]
    resources = ["*"]
  }

  statement {
    sid       = "OwnSecrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [local.secrets]
  }

  statement {
    sid = "ReadImages"
    actions = [
      "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:DescribeImageScanFindings",
      "ecr:GetDownloadUrlForLayer"
    ]
    resources = [for namespace in compact([var.registry.namespace, var.registry.promotes_from]) : "${local.ecr}/${namespace}/*"]
  }

  statement {
    sid       = "PushImages"
    actions   = ["ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"]
    resources = ["${local.ecr}/${var.registry.namespace}/*"]
  }

  statement {
    sid       = "OwnLogs"
    actions   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
    resources = [for folder in ["ecs", "vpc"] : "arn:aws:logs:*:${local.account_id}:log-group:/${folder}/${var.environment}-*"]
  }

  statement {
    sid       = "OwnAlerts"
    actions   = ["sns:Publish"]
    resources = [for topic in ["alarms", "heartbeat"] : "arn:aws:sns:*:${local.account_id}:${local.prefix}-${topic}"]
  }

  statement {
    sid       = "RegisterTaskDefinitions"
    actions   = ["ecs:RegisterTaskDefinition"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/Environment"
      values   = [var.environment]
    }
  }

  statement {
    sid       = "TagNewTaskDefinitions"
    actions   = ["ecs:TagResource"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "ecs:CreateAction"
      values   = ["RegisterTaskDefinition"]
    }
  }

  statement {
    sid       = "TagTaskDefinitions"
    actions   = ["ecs:TagResource"]
    resources = ["${local.ecs}:task-definition/${var.task_family_prefix}*"]
  }

  statement {
    sid       = "LockState"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = [local.lock]
  }

  statement {
    sid     = "OwnServices"
    actions = ["ecs:DescribeClusters", "ecs:DescribeServices", "ecs:UpdateService"]
    resources = [
      "${local.ecs}:cluster/${local.prefix}-cluster", "${local.ecs}:service/${local.prefix}-cluster/*"
    ]
  }

  statement {
    sid       = "OwnTasks"
    actions   = ["ecs:DescribeTasks", "ecs:ListTasks", "ecs:RunTask", "ecs:StopTask"]
    resources = ["*"]

    condition {
      test     = "ArnLike"
      variable = "ecs:cluster"
      values   = ["${local.ecs}:cluster/${local.prefix}-cluster"]
    }
  }

  statement {
    sid       = "PassOwnRoles"
    actions   = ["iam:PassRole"]
    resources = ["${local.account}:role/${local.prefix}-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_policy" "boundary" {
  name        = local.boundary
  description = "The most that a role of ${local.prefix} may do"
  policy      = data.aws_iam_policy_document.boundary.json
}
