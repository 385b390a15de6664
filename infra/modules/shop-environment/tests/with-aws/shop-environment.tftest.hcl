# Mock providers don't support ephemeral resources, so these runs need the local AWS at AWS_ENDPOINT_URL, which infra/tests/run
# starts. The keys are invalid, so that the runs can't reach the real AWS.
provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
}

variables {
  environment        = "stage"
  vpc_cidr           = "10.1.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b"]
  initial_image_tag  = "1f2e3d4"
  task_size          = { cpu = 512, memory = 1024 }
  tasks              = { minimum = 1, maximum = 1 }
  database           = { engine_version = "15.15", instance_class = "db.t3.small", multi_az = false, backup_retention_days = 7, connections = 190 }
  protected          = false
  payment_provider   = "sandbox"
  operator_cidrs     = []
  alarm_emails       = []
  dashboard_name     = "StagingEcommerce"
  log_retention_days = 14
  registry           = { namespace = "ecommerce" }
  github             = { repository = "owner/name", subjects = ["ref:refs/heads/stage"] }
}

run "names_are_as_documented" {
  command = plan
  assert {
    condition     = output.secret_names["DB_PASSWORD"] == "stage-ecommerce-db-master-password" && output.secret_names["ORDER_SERVICE_SECRET"] == "stage-ecommerce-order-service-secret"
    error_message = "The secrets must have the documented names."
  }
  assert {
    condition     = length(output.services) == length(flatten([for list in ["services", "monitoring"] : jsondecode(file("../../services.json"))[list]])) && output.services["order-service"].log_group == "/ecs/stage-order-service" && output.services["order-service"].task_family == "order-service"
    error_message = "Every listed service must have its family and log group."
  }
  assert {
    condition     = output.github_variables["STAGE_ECS_CLUSTER"] == "stage-ecommerce-cluster" && output.github_variables["STAGE_AWS_REGION"] == "us-east-1"
    error_message = "The names of the workflows' variables must begin with the environment."
  }
}

run "urls_use_the_domain" {
  command = plan
  variables {
    domain             = { name = "shop.example.com", hosted_zone_id = "Z0123456789ABCDEFGHIJ" }
    task_family_prefix = "prod-"
    registry           = { namespace = "ecommerce-production", promotes_from = "ecommerce" }
  }
  assert {
    condition     = endswith(output.github_variables["STAGE_REGISTRY"], ".amazonaws.com/ecommerce-production")
    error_message = "The tasks must run the images of the environment's own repositories."
  }
  assert {
    condition     = output.public_url == "https://shop.example.com" && output.operator_urls.grafana == "https://shop.example.com:3000"
    error_message = "With a domain, all URLs must use it and TLS."
  }
  assert {
    condition     = output.services["order-service"].task_family == "prod-order-service"
    error_message = "Families must have the prefix of the environment."
  }
}

run "the_latest_image_is_refused" {
  command = plan
  variables {
    initial_image_tag = "latest"
  }
  expect_failures = [var.initial_image_tag]
}

run "a_minimum_of_no_tasks_is_refused" {
  command = plan
  variables {
    tasks = { minimum = 0, maximum = 1 }
  }
  expect_failures = [var.tasks]
}

run "production_keeps_its_limits" {
  command = plan
  variables {
    environment = "prod"
    rate_limits = false
  }
  expect_failures = [var.rate_limits]
}

run "hours_over_midnight_are_refused" {
  command = plan
  variables {
    working_hours = { days = "MON-FRI", from = "20:00", until = "07:00", time_zone = "UTC" }
  }
  expect_failures = [var.working_hours]
}

run "days_over_the_end_of_the_week_are_refused" {
  command = plan
  variables {
    working_hours = { days = "SUN,FRI-MON", from = "00:00", until = "23:59", time_zone = "UTC" }
  }
  expect_failures = [var.working_hours]
}
