data "aws_region" "current" {}

module "roles" {
  source = "../task-roles"

  name               = "${var.environment_name}-${var.name}"
  repository_arns    = var.repository_arns
  secret_arns        = values(var.secrets)
  log_group_arn      = var.log_group.arn
  exec_log_group_arn = var.exec_log_group_arn

  permissions_boundary_arn = var.permissions_boundary_arn
}

# Keeps the image of the creation.
resource "terraform_data" "image" {
  count = var.keep_image ? 1 : 0

  input = var.image

  lifecycle {
    ignore_changes = [input]
  }
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.task_family
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = tostring(var.size.cpu)
  memory                   = tostring(var.size.memory)
  execution_role_arn       = module.roles.execution_role_arn
  task_role_arn            = module.roles.task_role_arn
  # Whoever runs the task registers a revision with the image first.
  track_latest = !var.keep_image
  skip_destroy = true

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.cpu_architecture
  }

  volume {
    name = "tmp"
  }

  container_definitions = jsonencode([{
    name                   = var.name
    image                  = var.keep_image ? terraform_data.image[0].output : var.image
    essential              = true
    memory                 = var.size.memory
    user                   = "10001"
    readonlyRootFilesystem = true
    entryPoint             = var.entry_point
    environment            = [for key in sort(keys(var.environment)) : { name = key, value = var.environment[key] }]
    secrets                = [for key in sort(keys(var.secrets)) : { name = key, valueFrom = var.secrets[key] }]
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = var.log_group.name
        awslogs-region        = data.aws_region.current.id
        awslogs-stream-prefix = "job"
      }
    }
  }])
}
