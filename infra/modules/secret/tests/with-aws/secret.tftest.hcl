# The script that writes the value needs the local AWS at AWS_ENDPOINT_URL, which infra/tests/run starts. The keys are
# invalid, so that the runs can't reach the real AWS.
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

# infra/tests/test_secrets.py tests the script that writes the value.
run "a_value_is_written" {
  assert {
    condition     = terraform_data.value.triggers_replace[0] == output.arn && output.generation == 1
    error_message = "The module must write a value into its secret."
  }
}

run "a_new_generation_writes_another_value" {
  command = plan
  variables {
    generation = 2
  }
  assert {
    condition     = terraform_data.value.triggers_replace[1] == 2 && output.generation == 2
    error_message = "A new generation must write a new value."
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
