# Mock providers don't support ephemeral resources, so these runs need the local AWS at AWS_ENDPOINT_URL, which infra/tests/run
# starts. The keys are invalid, so that the runs can't reach the real AWS.
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
    error_message = "The state must not contain the value."
  }
}

run "another_run_keeps_the_value" {
  assert {
    condition     = output.version_id == run.a_value_is_stored_and_not_kept.version_id
    error_message = "Another run must not replace the value."
  }
}

run "a_new_generation_replaces_the_value" {
  variables {
    generation = 2
  }
  assert {
    condition     = output.version_id != run.another_run_keeps_the_value.version_id && output.generation == 2
    error_message = "A new generation must create a new version of the secret."
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
