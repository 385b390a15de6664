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
  mock_resource "aws_service_discovery_service" {
    defaults = { arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1" }
  }
  mock_resource "aws_ecs_task_definition" {
    defaults = { arn = "arn:aws:ecs:us-east-1:123456789012:task-definition/order-service:1" }
  }
}

variables {
  name                 = "order-service"
  environment_name     = "stage-ecommerce"
  task_family          = "order-service"
  log_group_name       = "/ecs/stage-order-service"
  cluster              = { name = "stage-ecommerce-cluster", arn = "arn:aws:ecs:us-east-1:123456789012:cluster/stage-ecommerce-cluster" }
  exec_log_group_arn   = "arn:aws:logs:us-east-1:123456789012:log-group:/ecs/stage-ecommerce-exec"
  image_repository     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/ecommerce/order-service"
  initial_tag          = "1f2e3d4"
  repository_arns      = ["arn:aws:ecr:us-east-1:123456789012:repository/ecommerce/order-service"]
  size                 = { cpu = 512, memory = 1024 }
  ports                = [8083, 9083]
  environment          = { DB_NAME = "ecommerce" }
  secrets              = { ORDER_SERVICE_SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:one-AbCdEf" }
  health_check_command = ["/opt/shop/health-check"]
  user                 = "10001"
  subnet_ids           = ["subnet-1", "subnet-2"]
  security_group_ids   = ["sg-1"]

  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stage-ecommerce-boundary"
}

run "the_container_is_restricted_and_has_a_health_check" {
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].readonlyRootFilesystem && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].user == "10001"
    error_message = "The container must run as an unprivileged user with a read-only root file system."
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].healthCheck.command == ["CMD", "/opt/shop/health-check"]
    error_message = "The health check must run the image's command."
  }
  assert {
    condition = toset([for mount in jsondecode(aws_ecs_task_definition.this.container_definitions)[0].mountPoints : mount.containerPath]) == toset([
      "/tmp", "/managed-agents", "/var/lib/amazon", "/var/log/amazon"
    ])
    error_message = "The program and the agent of ECS Exec need writable folders."
  }
  assert {
    condition     = aws_ecs_service.this.deployment_circuit_breaker[0].rollback && aws_ecs_service.this.deployment_minimum_healthy_percent == 100
    error_message = "A failed deployment must roll back, and no deployment may reduce the number of running tasks."
  }
  assert {
    condition     = length(aws_ecs_service.this.load_balancer) == 0 && length(aws_ecs_service.this.service_registries) == 0 && length(aws_appautoscaling_target.this) == 0 && length(aws_ecs_service.this.alarms) == 0
    error_message = "By default there must be no load balancer, DNS name, scaling or alarm."
  }
}

run "an_alarm_rolls_a_deployment_back" {
  command = plan
  variables {
    deployment_alarms = ["stage-alb-5xx-errors"]
  }
  assert {
    condition = [for alarms in aws_ecs_service.this.alarms : alarms] == [
      { alarm_names = toset(["stage-alb-5xx-errors"]), enable = true, rollback = true }
    ]
    error_message = "ECS must watch the alarm and roll the deployment back."
  }
}

run "the_container_has_the_memory_of_the_task" {
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].memory == 1024
    error_message = "Without a limit of the container, the JVM sizes its heap by the memory of AWS's machine."
  }
}

run "a_service_can_run_alone" {
  command = plan
  variables {
    alone = true
  }
  assert {
    condition = [
      aws_ecs_service.this.deployment_minimum_healthy_percent, aws_ecs_service.this.deployment_maximum_percent
    ] == [0, 100] && aws_ecs_service.this.availability_zone_rebalancing == "DISABLED"
    error_message = "A deployment must stop the old task before it starts the new one."
  }
}

run "a_service_that_runs_alone_is_not_scaled" {
  command = plan
  variables {
    alone       = true
    autoscaling = { minimum = 2, maximum = 3, cpu_percent = 60 }
  }
  expect_failures = [var.alone]
}

run "a_service_can_have_a_load_balancer_and_a_dns_name" {
  variables {
    target_group = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/some/0123456789abcdef" }
    namespace    = { id = "ns-1" }
  }
  assert {
    condition     = one(aws_ecs_service.this.load_balancer).container_port == 8083 && aws_ecs_service.this.health_check_grace_period_seconds == 300
    error_message = "The load balancer must use the first port and allow time to start."
  }
  assert {
    condition     = length(aws_ecs_service.this.service_registries) == 1
    error_message = "With a namespace there must be a DNS name."
  }
}

run "a_service_can_be_scaled_by_cpu" {
  command = plan
  variables {
    autoscaling = { minimum = 2, maximum = 3, cpu_percent = 60 }
  }
  assert {
    condition     = [aws_appautoscaling_target.this[0].min_capacity, aws_appautoscaling_target.this[0].max_capacity, one(aws_appautoscaling_policy.cpu[0].target_tracking_scaling_policy_configuration).target_value] == [2, 3, 60]
    error_message = "The bounds and the CPU target must be those given."
  }
  assert {
    condition     = aws_appautoscaling_target.this[0].resource_id == "service/stage-ecommerce-cluster/order-service" && length(aws_appautoscaling_scheduled_action.pause) == 0
    error_message = "The target must refer to the service, and there must be no pause."
  }
}

run "a_service_can_be_paused" {
  command = plan
  variables {
    desired_count = 2
    pause         = { stop = "cron(0 20 ? * MON-FRI *)", start = "cron(0 7 ? * MON-FRI *)", time_zone = "America/Bogota" }
  }
  assert {
    condition     = tonumber(aws_appautoscaling_scheduled_action.pause["stop"].scalable_target_action[0].max_capacity) == 0
    error_message = "A pause must stop all tasks."
  }
  assert {
    condition     = [for bound in ["min_capacity", "max_capacity"] : tonumber(aws_appautoscaling_scheduled_action.pause["start"].scalable_target_action[0][bound])] == [2, 2]
    error_message = "The end of a pause must restore the number of tasks."
  }
  assert {
    condition     = aws_appautoscaling_scheduled_action.pause["stop"].name == "stage-ecommerce-order-service-stop" && length(aws_appautoscaling_policy.cpu) == 0
    error_message = "Without autoscaling, there must be no scaling policy."
  }
}

run "a_maximum_below_the_minimum_is_refused" {
  command = plan
  variables {
    autoscaling = { minimum = 3, maximum = 2, cpu_percent = 60 }
  }
  expect_failures = [var.autoscaling]
}

run "an_impossible_size_is_refused" {
  command = plan
  variables {
    size = { cpu = 512, memory = 512 }
  }
  expect_failures = [var.size]
}

run "a_service_keeps_the_image_that_it_runs" {
  variables {
    initial_tag = null
  }
  override_data {
    target = data.aws_ecs_service.running[0]
    values = { task_definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/order-service:7" }
  }
  override_data {
    target = data.aws_ecs_task_definition.running[0]
    values = {
      container_definitions = "[{\"name\": \"order-service\", \"image\": \"ecommerce/order-service@sha256:deployed\"}]"
      runtime_platform      = [{ cpu_architecture = "X86_64", operating_system_family = "LINUX" }]
    }
  }
  assert {
    condition     = data.aws_ecs_task_definition.running[0].task_definition == "arn:aws:ecs:us-east-1:123456789012:task-definition/order-service:7"
    error_message = "The image must be that of the running revision, not of the newest."
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].image == "ecommerce/order-service@sha256:deployed"
    error_message = "An apply must not undo a deployment."
  }
}

run "another_processor_needs_images_for_it" {
  command = plan
  variables {
    initial_tag      = null
    cpu_architecture = "ARM64"
  }
  override_data {
    target = data.aws_ecs_service.running[0]
    values = { task_definition = "arn:aws:ecs:us-east-1:123456789012:task-definition/order-service:7" }
  }
  override_data {
    target = data.aws_ecs_task_definition.running[0]
    values = {
      container_definitions = "[{\"name\": \"order-service\", \"image\": \"ecommerce/order-service@sha256:deployed\"}]"
      runtime_platform      = [{ cpu_architecture = "X86_64", operating_system_family = "LINUX" }]
    }
  }
  expect_failures = [aws_ecs_task_definition.this]
}

run "the_latest_image_is_refused" {
  command = plan
  variables {
    initial_tag = "latest"
  }
  expect_failures = [var.initial_tag]
}

run "a_repository_with_a_tag_is_refused" {
  command = plan
  variables {
    image_repository = "localhost:5000/ecommerce/order-service:1f2e3d4"
  }
  expect_failures = [var.image_repository]
}

run "root_is_refused" {
  command = plan
  variables {
    user = "0"
  }
  expect_failures = [var.user]
}

run "a_secret_in_the_environment_is_refused" {
  command = plan
  variables {
    environment = { DB_PASSWORD = "oops" }
  }
  expect_failures = [var.environment]
}

run "tasks_can_run_on_spare_capacity" {
  command = plan
  variables {
    spot             = true
    cpu_architecture = "ARM64"
  }
  assert {
    condition     = one(aws_ecs_service.this.capacity_provider_strategy).capacity_provider == "FARGATE_SPOT"
    error_message = "The tasks must run on spare capacity."
  }
  assert {
    condition     = one(aws_ecs_task_definition.this.runtime_platform).cpu_architecture == "ARM64"
    error_message = "The task must run on the processor of its image."
  }
}

run "a_folder_can_outlive_the_task" {
  command = plan
  variables {
    alone          = true
    writable_paths = ["/tmp", "/data"]
    file_systems   = { "/data" = { id = "fs-1", access_point_id = "fsap-1" } }
  }
  assert {
    condition = [
      for volume in aws_ecs_task_definition.this.volume : volume.efs_volume_configuration[0].file_system_id if length(volume.efs_volume_configuration) > 0
    ] == ["fs-1"] && length(aws_ecs_task_definition.this.volume) > 2
    error_message = "Only the named folder may be on the file system."
  }
  assert {
    condition     = aws_ecs_service.this.deployment_minimum_healthy_percent == 0 && aws_ecs_service.this.deployment_maximum_percent == 100
    error_message = "Two tasks must never write the same files."
  }
}
