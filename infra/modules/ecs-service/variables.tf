variable "name" {
  description = "Name of the service, such as order-service."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,30}$", var.name))
    error_message = "name must be 3 to 31 lower-case letters, digits and hyphens."
  }
}

variable "environment_name" {
  description = "Prefix of the roles' names, such as stage-ecommerce."
  type        = string
}

variable "task_family" {
  description = "Family of the task definitions; it must differ between environments of one account."
  type        = string
}

variable "log_group_name" {
  description = "Log group of the service, such as /ecs/stage-order-service."
  type        = string
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 14
}

variable "cluster" {
  description = "Cluster that the service runs in."
  type        = object({ name = string, arn = string })
}

variable "exec_log_group_arn" {
  description = "Log group of the commands run through ECS Exec."
  type        = string
}

variable "image_repository" {
  description = "Repository of the images, without a tag."
  type        = string

  validation {
    condition     = !can(regex("[:@]", reverse(split("/", var.image_repository))[0]))
    error_message = "image_repository must have neither tag nor digest."
  }
}

variable "initial_tag" {
  description = "Tag of the first image of a new service; null for an existing service, which keeps the image that it runs."
  type        = string
  default     = null

  validation {
    condition     = var.initial_tag != "latest"
    error_message = "initial_tag must not be 'latest', because a rollback can't restore it."
  }
}

variable "repository_arns" {
  description = "ECR repositories that the service may pull its image from."
  type        = list(string)
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the service's roles."
  type        = string
}

variable "size" {
  description = "Fargate size of a task: CPU in units of 1/1024 vCPU, memory in MiB."
  type        = object({ cpu = number, memory = number })

  validation {
    condition = contains(lookup({
      256  = [512, 1024, 2048], 512 = [1024, 2048, 3072, 4096],
      1024 = [for gib in range(2, 9) : gib * 1024], 2048 = [for gib in range(4, 17) : gib * 1024],
      4096 = [for gib in range(8, 31) : gib * 1024]
    }, tostring(var.size.cpu), []), var.size.memory)
    error_message = "size must be a combination that Fargate supports, such as cpu 512 with memory 1024 to 4096, or 1024 with 2048 to 8192."
  }
}

variable "desired_count" {
  description = "Initial number of tasks."
  type        = number
  default     = 1
}

variable "alone" {
  description = "Whether two tasks must never run at once: a deployment then stops the old task before it starts the new one."
  type        = bool
  default     = false

  validation {
    condition     = !var.alone || (var.desired_count == 1 && var.autoscaling == null)
    error_message = "A service that runs alone has one task and no autoscaling."
  }
}

variable "stop_timeout" {
  description = "Seconds that a task has to stop, of the at most 120 that Fargate permits."
  type        = number
  default     = 60

  validation {
    condition     = var.stop_timeout >= 1 && var.stop_timeout <= 120
    error_message = "stop_timeout must be between 1 and 120 seconds."
  }
}

variable "ports" {
  description = "Ports that the container listens on; the first is the port of the service."
  type        = list(number)

  validation {
    condition     = length(var.ports) > 0 && alltrue([for port in var.ports : port > 1023 && port < 65536])
    error_message = "ports must have at least one port, and no privileged port."
  }
}

variable "environment" {
  description = "Environment variables; they must not be secret."
  type        = map(string)
  default     = {}

  validation {
    condition     = !anytrue([for key in keys(var.environment) : can(regex("(?i)password|secret$|token$", key))])
    error_message = "environment must not have variables named like secrets. Pass those in secrets, by ARN."
  }
}

variable "secrets" {
  description = "Environment variables that ECS reads from Secrets Manager when a task starts: ARNs of the secrets, or of one of their versions as ARN::STAGE:."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for arn in values(var.secrets) : startswith(arn, "arn:aws:secretsmanager:")])
    error_message = "secrets must be ARNs of Secrets Manager."
  }
}

variable "rollback_secret_arns" {
  description = "Secrets that earlier revisions need to start and this one doesn't."
  type        = list(string)
  default     = []
}

variable "health_check_command" {
  description = "Command in the image that exits with 0 while the container is healthy."
  type        = list(string)
}

variable "cpu_architecture" {
  description = "Processor that the image was built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.cpu_architecture)
    error_message = "cpu_architecture must be X86_64 or ARM64."
  }
}

variable "spot" {
  description = "Whether the tasks run on spare capacity, which is cheaper and which AWS may take back after a warning of two minutes."
  type        = bool
  default     = false
}

variable "user" {
  description = "User id in the container; root is refused."
  type        = string

  validation {
    condition     = can(regex("^[1-9][0-9]*(:[0-9]+)?$", var.user))
    error_message = "user must be a numeric id other than 0."
  }
}

variable "writable_paths" {
  description = "Writable folders; the rest of the file system is read-only. The image must declare them as volumes, so that Fargate sets their owner."
  type        = list(string)
  default     = ["/tmp"]
}

variable "file_systems" {
  description = "File systems of EFS for some of the writable folders, by path. They keep their files when a task is replaced."
  type        = map(object({ id = string, access_point_id = string }))
  default     = {}
}

variable "topic_arns" {
  description = "Topics of SNS that the task may publish to."
  type        = list(string)
  default     = []
}

variable "deployment_alarms" {
  description = "Names of the alarms that roll a deployment back. An alarm without data must not fire, because a new service would fail."
  type        = list(string)
  default     = []
}

variable "subnet_ids" {
  description = "Private subnets."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Security groups of the tasks."
  type        = list(string)
}

variable "target_group" {
  description = "Target group for the first port, if the load balancer forwards to the service."
  type        = object({ arn = string })
  default     = null
}

variable "namespace" {
  description = "Private DNS namespace of the service, if others find it by DNS."
  type        = object({ id = string })
  default     = null
}

variable "autoscaling" {
  description = "Minimum and maximum of tasks, and the target of the average CPU in per cent; null for a fixed count."
  type        = object({ minimum = number, maximum = number, cpu_percent = number })
  default     = null

  validation {
    condition     = var.autoscaling == null ? true : var.autoscaling.minimum >= 1 && var.autoscaling.maximum >= var.autoscaling.minimum && var.autoscaling.cpu_percent > 0 && var.autoscaling.cpu_percent <= 100
    error_message = "autoscaling must have minimum >= 1, maximum >= minimum and cpu_percent between 0 and 100."
  }
}

variable "pause" {
  description = "Times at which the tasks stop and start, as cron() expressions in a time zone; null to run always."
  type        = object({ stop = string, start = string, time_zone = string })
  default     = null

  validation {
    condition     = var.pause == null ? true : startswith(var.pause.stop, "cron(") && startswith(var.pause.start, "cron(")
    error_message = "pause.stop and pause.start must be cron() expressions."
  }
}
