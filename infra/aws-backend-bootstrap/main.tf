data "aws_caller_identity" "current" {}

locals {
  list = jsondecode(file("${path.module}/../services.json"))
  registries = {
    stage = { namespace = "ecommerce" }
    prod  = { namespace = "ecommerce-production", promotes_from = "ecommerce" }
  }
  # As in the environments.
  task_family_prefixes = { stage = "", prod = "prod-" }
  bucket               = coalesce(var.state_bucket, "ecommerce-terraform-state-${data.aws_caller_identity.current.account_id}")
}

resource "aws_s3_bucket" "state" {
  bucket = local.bucket

  # Without the state, Terraform can no longer manage any environment.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket                  = aws_s3_bucket.state.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    id     = "history"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = var.state_history_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_versioning.state]
}

data "aws_iam_policy_document" "state" {
  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.state.arn, "${aws_s3_bucket.state.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.id
  policy = data.aws_iam_policy_document.state.json

  depends_on = [aws_s3_bucket_public_access_block.state]
}

# The images that are built for staging.
module "registry" {
  source = "../modules/registry"

  namespace    = local.registries.stage.namespace
  repositories = [for one in concat(local.list.services, local.list.monitoring) : one.name]
}

# The images of production. A release copies them from staging's repositories.
module "production_registry" {
  source = "../modules/registry"

  namespace    = local.registries.prod.namespace
  repositories = [for one in concat(local.list.services, local.list.monitoring) : one.name]
}

# AWS trusts GitHub's certificates itself, so no thumbprint is needed.
resource "aws_iam_openid_connect_provider" "github" {
  count = var.create_oidc_provider ? 1 : 0

  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

# The roles of each environment and their boundary. An environment can't create them, because they are needed to apply it.
module "terraform_roles" {
  source   = "../modules/terraform-roles"
  for_each = local.registries

  environment        = each.key
  repository         = var.github_repository
  repository_ids     = var.github_repository_ids
  apply_from_github  = var.apply_from_github[each.key]
  registry           = each.value
  task_family_prefix = local.task_family_prefixes[each.key]
  oidc_provider_arn  = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:oidc-provider/token.actions.githubusercontent.com"
  state_bucket_arn   = aws_s3_bucket.state.arn

  depends_on = [aws_iam_openid_connect_provider.github]
}
