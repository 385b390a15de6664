# The provider must render the policy documents, which needs no AWS. Data sources that need AWS are overridden.
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

override_data {
  target = data.aws_caller_identity.current
  values = { account_id = "123456789012" }
}

variables {
  name              = "stage-ecommerce-deploy"
  environment       = "stage"
  state_lock        = "arn:aws:s3:::some-bucket/stage/terraform.tfstate.tflock"
  oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  repository        = "owner/name"
  subjects          = ["ref:refs/heads/stage", "environment:stage"]
  cluster_name      = "stage-ecommerce-cluster"
  services          = { order-service = "order-service" }
  migrations        = ["order-service-migration"]
  task_role_arns    = ["arn:aws:iam::123456789012:role/stage-ecommerce-order-service-execution"]
  repository_arns   = ["arn:aws:ecr:us-east-1:123456789012:repository/ecommerce/order-service"]

  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stage-ecommerce-boundary"
}

run "only_jobs_of_the_subjects_can_assume_the_role" {
  command = plan
  assert {
    condition = jsondecode(data.aws_iam_policy_document.trust.json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == [
      "repo:owner/name:environment:stage", "repo:owner/name:ref:refs/heads/stage"
    ]
    error_message = "The role must compare the complete subjects."
  }
  assert {
    condition     = jsondecode(data.aws_iam_policy_document.trust.json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:aud"] == "sts.amazonaws.com"
    error_message = "The role must refuse tokens for another audience."
  }
}

run "the_role_has_only_the_permissions_of_a_deployment" {
  command = plan
  assert {
    condition = toset(flatten([for statement in jsondecode(data.aws_iam_policy_document.deploy.json).Statement : statement.Action])) == toset([
      "cloudwatch:DescribeAlarms", "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages",
      "ecr:DescribeImageScanFindings", "ecr:GetAuthorizationToken", "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart", "ecs:DescribeClusters",
      "ecs:DescribeServices", "ecs:DescribeTaskDefinition", "ecs:DescribeTasks", "ecs:ListTaskDefinitions",
      "ecs:ListTasks", "ecs:RegisterTaskDefinition", "ecs:RunTask", "ecs:TagResource", "ecs:UpdateService",
      "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth", "iam:PassRole", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"
    ])
    error_message = "The permissions of the role have changed. Check that the change is intended."
  }
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.deploy.json).Statement : statement.Resource if statement.Sid == "PassTaskRoles"
    ] == ["arn:aws:iam::123456789012:role/stage-ecommerce-order-service-execution"]
    error_message = "The role may pass only the tasks' roles."
  }
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.deploy.json).Statement : statement if statement.Sid == "RegisterTaskDefinitions"
    ][0].Condition.StringEquals["aws:RequestTag/Environment"] == "stage"
    error_message = "The role may register only task definitions of its environment."
  }
}

run "tokens_with_ids_are_trusted_too" {
  command = plan
  variables {
    repository_ids = { owner = 12, repository = 345 }
  }
  assert {
    condition = jsondecode(data.aws_iam_policy_document.trust.json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == [
      "repo:owner/name:environment:stage", "repo:owner/name:ref:refs/heads/stage",
      "repo:owner@12/name@345:environment:stage", "repo:owner@12/name@345:ref:refs/heads/stage"
    ]
    error_message = "The role must trust both forms of the subject."
  }
}

run "images_of_another_environment_are_only_read" {
  command = plan
  variables {
    repository_arns        = ["arn:aws:ecr:us-east-1:123456789012:repository/ecommerce-production/order-service"]
    source_repository_arns = ["arn:aws:ecr:us-east-1:123456789012:repository/ecommerce/order-service"]
  }
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.deploy.json).Statement : statement.Resource
      if contains(flatten([statement.Action]), "ecr:PutImage")
    ] == ["arn:aws:ecr:us-east-1:123456789012:repository/ecommerce-production/order-service"]
    error_message = "The role may push only to its own repositories."
  }
}

run "the_role_has_the_boundary" {
  command = plan
  assert {
    condition     = aws_iam_role.this.permissions_boundary == var.permissions_boundary_arn
    error_message = "The role must have the boundary."
  }
}

run "a_wildcard_as_subject_is_refused" {
  command = plan
  variables {
    subjects = ["*"]
  }
  expect_failures = [var.subjects]
}

run "a_wildcard_as_repository_is_refused" {
  command = plan
  variables {
    repository = "owner/*"
  }
  expect_failures = [var.repository]
}
