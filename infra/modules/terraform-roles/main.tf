data "aws_caller_identity" "current" {}

locals {
  # Subjects of the jobs, as in GitHub's token.
  subjects = { for role, jobs in {
    plan  = ["pull_request", "ref:refs/heads/main"]
    apply = ["environment:${var.environment}-infra"]
  } : role => jobs if role == "plan" || var.apply_from_github }
  # A job's token names the repository in one of these forms, the second one with GitHub's ids.
  repositories = concat(
    ["repo:${var.repository}"],
    var.repository_ids == null ? [] : [format("repo:%s@%d/%s@%d", local.names[0], var.repository_ids.owner, local.names[1], var.repository_ids.repository)]
  )
  names      = split("/", var.repository)
  prefix     = "${var.environment}-ecommerce"
  boundary   = "${local.prefix}-boundary"
  account_id = data.aws_caller_identity.current.account_id
  account    = "arn:aws:iam::${local.account_id}"
  ecr        = "arn:aws:ecr:*:${local.account_id}:repository"
  ecs        = "arn:aws:ecs:*:${local.account_id}"
  secrets    = "arn:aws:secretsmanager:*:${local.account_id}:secret:${local.prefix}-*"
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
      values   = flatten([for repository in local.repositories : [for subject in each.value : "${repository}:${subject}"]])
    }
  }
}

# What the roles may do with the state.
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
  statement {
    sid           = "NothingElseInS3"
    effect        = "Deny"
    actions       = ["s3:*"]
    not_resources = [var.state_bucket_arn, local.state, local.lock]
  }
}

# These roles have no permissions boundary. It would have to permit all that the apply role may do, which is more than the boundary of the
# environment's roles, and only an administrator could give the role more than that. What it must never do is denied, which holds for each
# policy that is attached to it.
resource "aws_iam_role" "this" {
  for_each = local.subjects

  name               = "terraform-${var.environment}-${each.key}"
  description        = each.key == "plan" ? "Plans ${var.environment} from GitHub Actions: looks, and changes nothing" : "Applies a plan of ${var.environment} from GitHub Actions, once its reviewers have agreed"
  assume_role_policy = data.aws_iam_policy_document.trust[each.key].json
  # An apply that creates a database takes longer than the hour of the default.
  max_session_duration = each.key == "apply" ? 7200 : 3600
}

resource "aws_iam_role_policy" "state" {
  for_each = aws_iam_role.this

  name   = "state"
  role   = each.value.id
  policy = data.aws_iam_policy_document.state[each.key].json
}
