mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/stage-ecommerce-working-hours" }
  }
}

variables {
  name     = "stage-ecommerce"
  hours    = { days = "MON-FRI", from = "07:00", until = "20:00", time_zone = "America/Bogota" }
  database = { identifier = "stage-ecommerce-db", arn = "arn:aws:rds:us-east-1:123456789012:db:stage-ecommerce-db" }

  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stage-ecommerce-boundary"
}

run "the_database_starts_before_and_stops_after_the_services" {
  assert {
    condition     = output.pause.start == "cron(0 7 ? * MON-FRI *)" && output.pause.stop == "cron(0 20 ? * MON-FRI *)"
    error_message = "The services must run in the given hours."
  }
  assert {
    condition     = aws_scheduler_schedule.database["start"].schedule_expression == "cron(30 6 ? * MON-FRI *)" && aws_scheduler_schedule.database["stop"].schedule_expression == "cron(30 20 ? * MON-FRI *)"
    error_message = "The database must start half an hour before the services and stop half an hour after them."
  }
  assert {
    condition     = one(aws_scheduler_schedule.database["stop"].target).arn == "arn:aws:scheduler:::aws-sdk:rds:stopDBInstance" && jsondecode(one(aws_scheduler_schedule.database["stop"].target).input).DbInstanceIdentifier == "stage-ecommerce-db"
    error_message = "The schedule must call RDS with the instance's identifier."
  }
}

run "hours_over_midnight_are_refused" {
  command = plan
  variables {
    hours = { days = "MON-FRI", from = "20:00", until = "07:00", time_zone = "UTC" }
  }
  expect_failures = [var.hours]
}

run "a_start_before_half_past_midnight_is_refused" {
  command = plan
  variables {
    hours = { days = "MON-FRI", from = "00:15", until = "07:00", time_zone = "UTC" }
  }
  expect_failures = [var.hours]
}
