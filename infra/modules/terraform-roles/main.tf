data "aws_caller_identity" "current" {}

locals {
  # Subjects of the jobs, as in GitHub's token.
  subjects = {
    plan  = ["pull_request", "ref:refs/heads/main"]
    apply = ["environment:${var.environment}-infra"]
  }
  prefix     = "${var.environment}-ecommerce"
  account    = "arn:aws:iam::${data.aws_caller_identity.current.account_id}"
  state      = "${var.state_bucket_arn}/${var.environment}/terraform.tfstate"
  lock       = "${local.state}.tflock"
  may_change = { plan = false, apply = true }
}

data "aws_iam_policy_document" "trust" {
  for_each = local.subjects

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [var.oidc_provider_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = [for subject in each.value : "repo:${var.repository}:${subject}"]
    }
  }
}

# Additional statements for the apply role.
data "aws_iam_policy_document" "state" {
  for_each = local.may_change

  statement {
    sid       = "FindState"
    actions   = ["s3:ListBucket"]
    resources = [var.state_bucket_arn]
  }

  statement {
    sid       = "ReadState"
    actions   = ["s3:GetObject"]
    resources = [local.state]
  }

  dynamic "statement" {
    for_each = each.value ? [1] : []

    content {
      sid       = "WriteState"
      actions   = ["s3:PutObject"]
      resources = [local.state]
    }
  }

  dynamic "statement" {
    for_each = each.value ? [1] : []

    content {
      sid       = "LockState"
      actions   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
      resources = [local.lock]
    }
  }

  # Denies other objects in S3: an environment stores nothing there, and must not read another environment's state.
  dynamic "statement" {
    for_each = each.value ? [1] : []

    content {
      sid           = "NothingElseInS3"
      effect        = "Deny"
      actions       = ["s3:*"]
      not_resources = [var.state_bucket_arn, local.state, local.lock]
    }
  }
}

# Permits to read the configuration of resources, but not their contents: no logs, images or objects of a bucket.
data "aws_iam_policy_document" "look" {
  statement {
    sid = "Look"
    actions = [
      "acm:DescribeCertificate", "acm:ListTagsForCertificate", "application-autoscaling:Describe*",
      "application-autoscaling:ListTagsForResource", "cloudwatch:DescribeAlarms", "cloudwatch:GetDashboard",
      "cloudwatch:ListTagsForResource", "ec2:Describe*", "ecs:Describe*", "ecs:List*", "elasticloadbalancing:Describe*",
      "iam:Get*", "iam:List*", "logs:DescribeLogGroups", "logs:ListTagsForResource", "rds:Describe*",
      "rds:ListTagsForResource", "route53:Get*", "route53:List*", "scheduler:GetSchedule", "secretsmanager:DescribeSecret",
      "secretsmanager:GetRandomPassword", "secretsmanager:GetResourcePolicy", "servicediscovery:Get*", "servicediscovery:List*",
      "sns:Get*", "sns:List*"
    ]
    resources = ["*"]
  }

  # Every run reads the database's password and stores it nowhere.
  statement {
    sid       = "DatabasePassword"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["arn:aws:secretsmanager:*:${data.aws_caller_identity.current.account_id}:secret:${local.prefix}-db-master-password-*"]
  }
}

# AWS's PowerUserAccess permits everything except IAM; the apply role may also manage the roles of this environment.
data "aws_iam_policy_document" "roles" {
  statement {
    sid       = "Look"
    actions   = ["iam:Get*", "iam:List*"]
    resources = ["*"]
  }

  statement {
    sid = "OwnRoles"
    actions = [
      "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:PassRole", "iam:PutRolePolicy", "iam:TagRole",
      "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription"
    ]
    resources = ["${local.account}:role/${local.prefix}-*"]
  }

  statement {
    sid       = "RolesOfAws"
    actions   = ["iam:CreateServiceLinkedRole"]
    resources = ["${local.account}:role/aws-service-role/*"]
  }
}

resource "aws_iam_role" "this" {
  for_each = local.subjects

  name               = "terraform-${var.environment}-${each.key}"
  description        = each.key == "plan" ? "Plans ${var.environment} from GitHub Actions: looks, and changes nothing" : "Applies a plan of ${var.environment} from GitHub Actions, once its reviewers have agreed"
  assume_role_policy = data.aws_iam_policy_document.trust[each.key].json
}

resource "aws_iam_role_policy" "state" {
  for_each = aws_iam_role.this

  name   = "state"
  role   = each.value.id
  policy = data.aws_iam_policy_document.state[each.key].json
}

resource "aws_iam_role_policy" "look" {
  name   = "look"
  role   = aws_iam_role.this["plan"].id
  policy = data.aws_iam_policy_document.look.json
}

resource "aws_iam_role_policy" "roles" {
  name   = "roles"
  role   = aws_iam_role.this["apply"].id
  policy = data.aws_iam_policy_document.roles.json
}

resource "aws_iam_role_policy_attachment" "change" {
  role       = aws_iam_role.this["apply"].name
  policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}
