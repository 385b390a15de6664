# The documents must really be made, and that needs no AWS; all that does is overridden.
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
  oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  repository        = "owner/name"
  subjects          = ["ref:refs/heads/stage", "environment:stage"]
  cluster_name      = "stage-ecommerce-cluster"
  services          = { order-service = "order-service" }
  task_role_arns    = ["arn:aws:iam::123456789012:role/stage-ecommerce-order-service-execution"]
  repository_arns   = ["arn:aws:ecr:us-east-1:123456789012:repository/ecommerce/order-service"]
  may_push_images   = true
}

run "only_this_repository_and_branch" {
  command = plan
  assert {
    condition = jsondecode(data.aws_iam_policy_document.trust.json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == [
      "repo:owner/name:environment:stage", "repo:owner/name:ref:refs/heads/stage"
    ]
    error_message = "The subjects must be compared whole."
  }
  assert {
    condition     = jsondecode(data.aws_iam_policy_document.trust.json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:aud"] == "sts.amazonaws.com"
    error_message = "A token made for somebody else must not do."
  }
}

run "able_to_deploy_and_nothing_more" {
  command = plan
  assert {
    condition = toset(flatten([for statement in jsondecode(data.aws_iam_policy_document.deploy.json).Statement : statement.Action])) == toset([
      "cloudwatch:DescribeAlarms", "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages",
      "ecr:DescribeImageScanFindings", "ecr:GetAuthorizationToken", "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart", "ecs:DescribeClusters",
      "ecs:DescribeServices", "ecs:DescribeTaskDefinition", "ecs:DescribeTasks", "ecs:ListTaskDefinitions",
      "ecs:ListTasks", "ecs:RegisterTaskDefinition", "ecs:TagResource", "ecs:UpdateService",
      "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth", "iam:PassRole"
    ])
    error_message = "The list of what the role may do has changed: think twice."
  }
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.deploy.json).Statement : statement.Resource if statement.Sid == "PassTaskRoles"
    ] == ["arn:aws:iam::123456789012:role/stage-ecommerce-order-service-execution"]
    error_message = "Only the tasks' own roles may be passed on."
  }
}

run "production_pushes_nothing" {
  command = plan
  variables {
    may_push_images = false
  }
  assert {
    condition     = !strcontains(data.aws_iam_policy_document.deploy.json, "ecr:PutImage")
    error_message = "Where images are only deployed, none may be pushed."
  }
}

run "any_branch_is_refused" {
  command = plan
  variables {
    subjects = ["*"]
  }
  expect_failures = [var.subjects]
}

run "any_repository_is_refused" {
  command = plan
  variables {
    repository = "owner/*"
  }
  expect_failures = [var.repository]
}
