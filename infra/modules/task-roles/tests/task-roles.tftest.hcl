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
  name               = "stage-ecommerce-order-service"
  repository_arns    = ["arn:aws:ecr:us-east-1:123456789012:repository/ecommerce/order-service"]
  secret_arns        = ["arn:aws:secretsmanager:us-east-1:123456789012:secret:one-AbCdEf"]
  log_group_arn      = "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/stage-order-service"
  exec_log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/stage-ecommerce-exec"

  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stage-ecommerce-boundary"
}

run "the_execution_role_reads_only_the_named_secrets" {
  command = plan
  assert {
    condition = flatten([
      for statement in jsondecode(data.aws_iam_policy_document.execution.json).Statement : statement.Resource
      if statement.Sid == "ReadOwnSecrets"
    ]) == ["arn:aws:secretsmanager:us-east-1:123456789012:secret:one-AbCdEf"]
    error_message = "The execution role must read exactly the named secrets."
  }
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.execution.json).Statement : statement.Sid if statement.Resource == "*"
    ] == ["SignInToRegistry"]
    error_message = "Only the sign-in to ECR, which supports no resources, may apply to all resources."
  }
}

run "without_secrets_the_execution_role_reads_none" {
  command = plan
  variables {
    secret_arns = []
  }
  assert {
    condition     = !strcontains(data.aws_iam_policy_document.execution.json, "secretsmanager")
    error_message = "Without secrets, the execution role must not read any."
  }
}

run "the_task_role_permits_only_ecs_exec" {
  command = plan
  assert {
    condition     = toset(flatten([for statement in jsondecode(data.aws_iam_policy_document.task.json).Statement : [for action in flatten([statement.Action]) : split(":", action)[0]]])) == toset(["logs", "ssmmessages"])
    error_message = "The task role must permit only ECS Exec sessions."
  }
}

run "both_roles_have_the_boundary" {
  command = plan
  assert {
    condition     = aws_iam_role.execution.permissions_boundary == var.permissions_boundary_arn && aws_iam_role.task.permissions_boundary == var.permissions_boundary_arn
    error_message = "Both roles must have the boundary."
  }
}

run "wildcards_are_refused" {
  command = plan
  variables {
    secret_arns = ["arn:aws:secretsmanager:us-east-1:123456789012:secret:*"]
  }
  expect_failures = [var.secret_arns]
}

run "a_task_can_publish_alerts" {
  command = plan
  variables {
    topic_arns = ["arn:aws:sns:us-east-1:123456789012:stage-ecommerce-alarms"]
  }
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.task.json).Statement : statement.Resource if statement.Action == "sns:Publish"
    ] == ["arn:aws:sns:us-east-1:123456789012:stage-ecommerce-alarms"]
    error_message = "A task may publish to the named topics only."
  }
}
