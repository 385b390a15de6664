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
  environment       = "stage"
  repository        = "owner/name"
  oidc_provider_arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
  state_bucket_arn  = "arn:aws:s3:::some-bucket"
}

run "pull_requests_plan_and_reviewers_apply" {
  command = plan
  assert {
    condition = jsondecode(data.aws_iam_policy_document.trust["plan"].json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == [
      "repo:owner/name:pull_request", "repo:owner/name:ref:refs/heads/main"
    ]
    error_message = "Pull requests and main plan."
  }
  assert {
    condition     = jsondecode(data.aws_iam_policy_document.trust["apply"].json).Statement[0].Condition.StringEquals["token.actions.githubusercontent.com:sub"] == "repo:owner/name:environment:stage-infra"
    error_message = "Only a job that reviewers let through applies."
  }
}

run "a_plan_changes_nothing" {
  command = plan
  assert {
    condition = alltrue([
      for action in flatten([
        for document in [data.aws_iam_policy_document.look.json, data.aws_iam_policy_document.state["plan"].json] :
        [for statement in jsondecode(document).Statement : statement.Action]
      ]) : can(regex(":(Describe|Get|List)", action))
    ])
    error_message = "A plan only looks."
  }
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.look.json).Statement : statement.Resource
      if statement.Action == "secretsmanager:GetSecretValue"
    ] == ["arn:aws:secretsmanager:*:123456789012:secret:stage-ecommerce-db-master-password-*"]
    error_message = "Of the secrets it reads its own database's password alone."
  }
}

run "one_environments_state_alone" {
  command = plan
  assert {
    condition = toset(flatten([
      for statement in jsondecode(data.aws_iam_policy_document.state["apply"].json).Statement :
      statement.Effect == "Deny" ? statement.NotResource : flatten([statement.Resource])
      ])) == toset([
      "arn:aws:s3:::some-bucket", "arn:aws:s3:::some-bucket/stage/terraform.tfstate",
      "arn:aws:s3:::some-bucket/stage/terraform.tfstate.tflock"
    ])
    error_message = "The state of another environment isn't touched."
  }
}

run "only_the_environments_roles_are_made" {
  command = plan
  assert {
    condition = [
      for statement in jsondecode(data.aws_iam_policy_document.roles.json).Statement : statement.Resource
      if contains(flatten([statement.Action]), "iam:PassRole")
    ] == ["arn:aws:iam::123456789012:role/stage-ecommerce-*"]
    error_message = "Roles of others are neither changed nor passed on."
  }
}

run "any_repository_is_refused" {
  command = plan
  variables {
    repository = "owner/*"
  }
  expect_failures = [var.repository]
}
