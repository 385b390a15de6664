data "aws_region" "current" {}

# The running task definition. Terraform changes everything about a task except the image, which deployments choose.
data "aws_ecs_service" "running" {
  count = var.initial_tag == null ? 1 : 0

  cluster_arn  = var.cluster.arn
  service_name = var.name
}

data "aws_ecs_task_definition" "running" {
  count = var.initial_tag == null ? 1 : 0

  task_definition = data.aws_ecs_service.running[0].task_definition
}

locals {
  running_images = merge([for task in data.aws_ecs_task_definition.running : {
    for container in jsondecode(task.container_definitions) : container.name => container.image
  }]...)
  running_processor = one([for task in data.aws_ecs_task_definition.running : try(task.runtime_platform[0].cpu_architecture, "X86_64")])

  image  = var.initial_tag == null ? local.running_images[var.name] : "${var.image_repository}:${var.initial_tag}"
  region = data.aws_region.current.id
  # The agent of ECS Exec writes to the last three folders of the otherwise read-only container.
  volumes = {
    for path in concat(var.writable_paths, ["/managed-agents", "/var/lib/amazon", "/var/log/amazon"]) : trim(replace(path, "/", "-"), "-") => path
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = var.log_group_name
  retention_in_days = var.log_retention_days
}

module "roles" {
  source = "../task-roles"

  name               = "${var.environment_name}-${var.name}"
  repository_arns    = var.repository_arns
  secret_arns        = concat([for arn in values(var.secrets) : join(":", slice(split(":", arn), 0, 7))], var.rollback_secret_arns)
  log_group_arn      = aws_cloudwatch_log_group.this.arn
  exec_log_group_arn = var.exec_log_group_arn
  topic_arns         = var.topic_arns

  permissions_boundary_arn = var.permissions_boundary_arn
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.task_family
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = tostring(var.size.cpu)
  memory                   = tostring(var.size.memory)
  execution_role_arn       = module.roles.execution_role_arn
  task_role_arn            = module.roles.task_role_arn
  # Deployments register revisions too, which differ only in the image. They must remain, so that a rollback can use them.
  track_latest = true
  skip_destroy = true

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.cpu_architecture
  }

  dynamic "volume" {
    for_each = local.volumes

    content {
      name = volume.key

      dynamic "efs_volume_configuration" {
        for_each = [for path, one in var.file_systems : one if path == volume.value]

        content {
          file_system_id     = efs_volume_configuration.value.id
          transit_encryption = "ENABLED"

          authorization_config {
            access_point_id = efs_volume_configuration.value.access_point_id
          }
        }
      }
    }
  }

  container_definitions = jsonencode([{
    name                   = var.name
    image                  = local.image
    essential              = true
    user                   = var.user
    readonlyRootFilesystem = true
    stopTimeout            = var.stop_timeout
    portMappings           = [for port in var.ports : { containerPort = port, hostPort = port, protocol = "tcp" }]
    environment            = [for key in sort(keys(var.environment)) : { name = key, value = var.environment[key] }]
    secrets                = [for key in sort(keys(var.secrets)) : { name = key, valueFrom = var.secrets[key] }]
    mountPoints = [
      for volume, path in local.volumes : { sourceVolume = volume, containerPath = path, readOnly = false }
    ]
    # The container's own limit. Without it, the JVM would size its heap by the memory of AWS's machine.
    memory = var.size.memory
    # Services start in any order: each waits up to five minutes for the services that it needs.
    healthCheck = {
      command = concat(["CMD"], var.health_check_command), interval = 10, timeout = 5, retries = 3, startPeriod = 300
    }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = local.region
        awslogs-stream-prefix = "ecs"
        # A slow log service must not block requests.
        mode            = "non-blocking"
        max-buffer-size = "4m"
      }
    }
  }])

  lifecycle {
    precondition {
      condition     = local.running_processor == null || local.running_processor == var.cpu_architecture
      error_message = "${var.name} runs an image for ${coalesce(local.running_processor, "another processor")}. Push images for ${var.cpu_architecture} first, then name their commit as initial_image_tag."
    }
  }
}

resource "aws_service_discovery_service" "this" {
  count = var.namespace == null ? 0 : 1

  name        = var.name
  description = "Tasks of ${var.name}"
  # A task that is still stopping must not block the destruction of the environment.
  force_destroy = true

  dns_config {
    namespace_id   = var.namespace.id
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 10
    }
  }

  # ECS reports which tasks are healthy.
  health_check_custom_config {
    failure_threshold = 1
  }
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = var.cluster.name
  launch_type     = var.spot ? null : "FARGATE"
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = var.desired_count

  enable_execute_command  = true
  enable_ecs_managed_tags = true
  propagate_tags          = "SERVICE"

  deployment_minimum_healthy_percent = var.alone ? 0 : 100
  deployment_maximum_percent         = var.alone ? 100 : 200
  health_check_grace_period_seconds  = var.target_group == null ? null : 300

  # Spreads the tasks again after a failed zone has recovered. It starts the new task first.
  availability_zone_rebalancing = var.alone ? "DISABLED" : "ENABLED"

  # ECS itself rolls back a deployment whose tasks don't become healthy, and one during which an alarm fires. It watches the alarms a
  # while longer than the rollout, and no alarm that already fires when the deployment starts.
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  dynamic "alarms" {
    for_each = length(var.deployment_alarms) == 0 ? [] : [var.deployment_alarms]

    content {
      alarm_names = alarms.value
      enable      = true
      rollback    = true
    }
  }

  dynamic "capacity_provider_strategy" {
    for_each = var.spot ? ["FARGATE_SPOT"] : []

    content {
      capacity_provider = capacity_provider_strategy.value
      weight            = 1
    }
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = var.security_group_ids
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = var.target_group[*].arn

    content {
      target_group_arn = load_balancer.value
      container_name   = var.name
      container_port   = var.ports[0]
    }
  }

  dynamic "service_registries" {
    for_each = aws_service_discovery_service.this

    content {
      registry_arn = service_registries.value.arn
    }
  }

  # Scaling and pausing set the count.
  lifecycle {
    ignore_changes = [desired_count]
  }

  # Includes the roles' policies; without them the first task can't read its secrets.
  depends_on = [module.roles]
}
