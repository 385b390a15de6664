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
  environment       = "stage"
  repository        = "owner/name"
  oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  state_bucket_arn  = "arn:aws:s3:::some-bucket"
  registry          = { namespace = "ecommerce" }
  apply_from_github = true
}

run "without_checked_rules_no_job_applies" {
  command = plan
  variables {
    apply_from_github = false
  }
  assert {
    condition     = [for role in aws_iam_role.this : role.name] == ["terraform-stage-plan"] && [for name, arn in output.role_arns : name] == ["plan"]
    error_message = "Without its reviewers, the environment in GitHub must not lead to a role that changes anything."
  }
}

run "pull_requests_plan_and_reviewers_apply" {
  command = plan
  assert {
    condition = jsondecode(data.aws_iam_policy_document.trust["plan"].json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == [
      "repo:owner/name:pull_request", "repo:owner/name:ref:refs/heads/main"
    ]
    error_message = "Only pull requests and main may assume the plan role."
  }
  assert {
    condition     = jsondecode(data.aws_iam_policy_document.trust["apply"].json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == "repo:owner/name:environment:stage-infra"
    error_message = "Only a job of the reviewed environment may assume the apply role."
  }
}

run "the_plan_role_is_read_only" {
  command = plan
  assert {
    condition = alltrue([
      for action in flatten([
        for document in [data.aws_iam_policy_document.look.json, data.aws_iam_policy_document.state["plan"].json] :
        [for statement in jsondecode(document).Statement : statement.Action if statement.Effect == "Allow"]
      ]) : can(regex(":(Describe|Get|List)", action))
    ])
    error_message = "The plan role must only read."
  }
}

run "the_plan_role_is_denied_every_secret" {
  command = plan
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.look.json).Statement : statement.Resource
      if statement.Effect == "Deny" && contains(flatten([statement.Action]), "secretsmanager:GetSecretValue")
    ] == ["*"]
    error_message = "The plan role must read no secret."
  }
}

run "tokens_with_ids_are_trusted_too" {
  command = plan
  variables {
    repository_ids = { owner = 12, repository = 345 }
  }
  assert {
    condition = jsondecode(data.aws_iam_policy_document.trust["apply"].json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == [
      "repo:owner/name:environment:stage-infra", "repo:owner@12/name@345:environment:stage-infra"
    ]
    error_message = "The roles must trust both forms of the subject."
  }
}

run "the_apply_role_changes_permissions_only_within_the_boundary" {
  command = plan
  assert {
    condition = alltrue([
      for statement in jsondecode(data.aws_iam_policy_document.roles.json).Statement :
      statement.Effect == "Deny" || try(statement.Condition.StringEquals["iam:PermissionsBoundary"], null) == "arn:aws:iam::123456789012:policy/stage-ecommerce-boundary"
      if length(setintersection(flatten([statement.Action]), ["iam:CreateRole", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary", "iam:AttachRolePolicy"])) > 0
    ])
    error_message = "The apply role may give permissions only to roles with the boundary."
  }
}

run "the_apply_role_changes_no_image" {
  command = plan
  assert {
    condition = contains([
      for statement in jsondecode(data.aws_iam_policy_document.restrictions.json).Statement : statement.Effect
      if statement.Sid == "NoImages" && statement.Action == "ecr:*"
    ], "Deny")
    error_message = "The apply role must not push images."
  }
}

run "the_apply_role_starts_tasks_only_in_its_cluster" {
  command = plan
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.restrictions.json).Statement : statement.Condition.ArnNotLike["ecs:cluster"]
      if statement.Effect == "Deny" && contains(flatten([statement.Action]), "ecs:RunTask") && contains(flatten([statement.Action]), "ecs:CreateService")
    ] == ["arn:aws:ecs:*:123456789012:cluster/stage-ecommerce-cluster"]
    error_message = "The apply role must not start anything in another environment's cluster."
  }
}

run "the_boundary_permits_pushes_only_to_own_repositories" {
  command = plan
  variables {
    environment = "prod"
    registry    = { namespace = "ecommerce-production", promotes_from = "ecommerce" }
  }
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.boundary.json).Statement : statement.Resource
      if contains(flatten([statement.Action]), "ecr:PutImage")
    ] == ["arn:aws:ecr:*:123456789012:repository/ecommerce-production/*"]
    error_message = "A role of the environment must not push to another environment's repositories."
  }
}

run "the_apply_role_reaches_only_its_own_state" {
  command = plan
  assert {
    condition = toset(flatten([
      for statement in jsondecode(data.aws_iam_policy_document.state["apply"].json).Statement :
      statement.Effect == "Deny" ? statement.NotResource : flatten([statement.Resource])
      ])) == toset([
      "arn:aws:s3:::some-bucket", "arn:aws:s3:::some-bucket/stage/terraform.tfstate",
      "arn:aws:s3:::some-bucket/stage/terraform.tfstate.tflock"
    ])
    error_message = "The apply role must not reach the state of another environment."
  }
}

run "the_apply_role_manages_only_roles_of_its_environment" {
  command = plan
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.roles.json).Statement : statement.Resource
      if contains(flatten([statement.Action]), "iam:PassRole")
    ] == ["arn:aws:iam::123456789012:role/stage-ecommerce-*"]
    error_message = "The apply role must not change or pass other roles."
  }
}

run "a_wildcard_as_repository_is_refused" {
  command = plan
  variables {
    repository = "owner/*"
  }
  expect_failures = [var.repository]
}

run "the_apply_role_passes_roles_only_to_tasks_and_flow_logs" {
  command = plan
  assert {
    condition = toset(flatten([
      for statement in jsondecode(data.aws_iam_policy_document.roles.json).Statement : statement.Condition.StringEquals["iam:PassedToService"]
      if contains(flatten([statement.Action]), "iam:PassRole")
    ])) == toset(["ecs-tasks.amazonaws.com", "events.amazonaws.com", "vpc-flow-logs.amazonaws.com"])
    error_message = "The apply role must pass roles only to the services that the environment uses."
  }
}

run "an_environment_registers_only_task_definitions_with_its_tag" {
  command = plan
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.restrictions.json).Statement : statement.Condition.StringNotEquals["aws:RequestTag/Environment"]
      if statement.Sid == "OtherTaskDefinitions" && statement.Effect == "Deny"
      ] == ["stage"] && [
      for statement in jsondecode(data.aws_iam_policy_document.boundary.json).Statement : statement.Condition.StringEquals["aws:RequestTag/Environment"]
      if contains(flatten([statement.Action]), "ecs:RegisterTaskDefinition")
    ] == ["stage"]
    error_message = "Neither an apply nor a deployment may register a task definition without the environment's tag."
  }
}

run "an_apply_has_time_to_create_a_database" {
  command = plan
  assert {
    condition     = [aws_iam_role.this["plan"].max_session_duration, aws_iam_role.this["apply"].max_session_duration] == [3600, 7200]
    error_message = "The workflow asks for credentials that last as long as its job."
  }
}
