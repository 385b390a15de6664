mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/some-role" }
  }
}

variables {
  name               = "order-service-migration"
  environment_name   = "stage-ecommerce"
  task_family        = "order-service-migration"
  log_group          = { name = "/ecs/stage-order-service", arn = "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/stage-order-service" }
  exec_log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/stage-ecommerce-exec"
  image              = "ecommerce/order-service@sha256:deployed"
  repository_arns    = ["arn:aws:ecr:us-east-1:123456789012:repository/ecommerce/order-service"]
  size               = { cpu = 512, memory = 1024 }
  entry_point        = ["java", "Migration"]
  environment        = { DB_USERNAME = "order_service_owner" }
  secrets            = { DB_PASSWORD = "arn:aws:secretsmanager:us-east-1:123456789012:secret:one-AbCdEf" }

  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stage-ecommerce-boundary"
}

run "the_container_is_restricted_and_runs_the_command" {
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].user == "10001"
    error_message = "The container must run as an unprivileged user with a read-only root file system."
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].entryPoint == ["java", "Migration"]
    error_message = "The container must run the given command."
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets == [{ name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:one-AbCdEf" }]
    error_message = "ECS must read the secret when the task starts."
  }
}

run "a_kept_image_is_that_of_the_creation" {
  variables {
    keep_image = true
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].image == "ecommerce/order-service@sha256:deployed"
    error_message = "The task must be created with the given image."
  }
}

run "a_kept_image_stays_when_another_one_is_deployed" {
  variables {
    keep_image = true
    image      = "ecommerce/order-service@sha256:newer"
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].image == "ecommerce/order-service@sha256:deployed"
    error_message = "A deployment of the service must not change the task."
  }
}

run "a_secret_in_the_environment_is_refused" {
  command = plan
  variables {
    environment = { DB_PASSWORD = "oops" }
  }
  expect_failures = [var.environment]
}
