# Mock providers have no ephemeral resources, so these runs need something that answers for AWS at AWS_ENDPOINT_URL, which
# infra/tests/run starts. The keys are none, so that it can never be AWS itself.
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

variables {
  name                    = "stage-ecommerce-test-password"
  description             = "For the test."
  recovery_window_in_days = 0
}

run "a_value_is_stored_and_not_kept" {
  assert {
    condition     = aws_secretsmanager_secret_version.this.secret_string_wo == null && coalesce(aws_secretsmanager_secret_version.this.secret_string, "-") == "-"
    error_message = "The state must not have the value."
  }
}

run "the_next_run_replaces_nothing" {
  assert {
    condition     = output.version_id == run.a_value_is_stored_and_not_kept.version_id
    error_message = "Another run must leave the value alone."
  }
}

run "a_new_generation_replaces_it" {
  variables {
    generation = 2
  }
  assert {
    condition     = output.version_id != run.the_next_run_replaces_nothing.version_id && output.generation == 2
    error_message = "A new generation must be a new version of the secret."
  }
}

run "a_name_with_spaces_is_refused" {
  command = plan
  variables {
    name = "the password"
  }
  expect_failures = [var.name]
}

run "a_short_value_is_refused" {
  command = plan
  variables {
    length = 8
  }
  expect_failures = [var.length]
}

run "a_recovery_window_of_a_day_is_refused" {
  command = plan
  variables {
    recovery_window_in_days = 1
  }
  expect_failures = [var.recovery_window_in_days]
}
