variable "name" {
  description = "Name of the task, such as order-service-migration."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,36}$", var.name))
    error_message = "name must be 3 to 37 lower-case letters, digits and hyphens."
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

variable "log_group" {
  description = "Log group that the task writes to."
  type        = object({ name = string, arn = string })
}

variable "exec_log_group_arn" {
  description = "Log group of the commands run through ECS Exec."
  type        = string
}

variable "image" {
  description = "Image of the task, until whoever runs it registers a revision with another one."
  type        = string
}

variable "keep_image" {
  description = "Whether Terraform keeps the image of the creation, and ignores revisions that others register. For a task that no deployment runs."
  type        = bool
  default     = false
}

variable "repository_arns" {
  description = "ECR repositories that the task may pull its image from."
  type        = list(string)
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the task's roles."
  type        = string
}

variable "size" {
  description = "Fargate size of the task: CPU in units of 1/1024 vCPU, memory in MiB."
  type        = object({ cpu = number, memory = number })
}

variable "entry_point" {
  description = "Command of the task. It exits with 0 after success."
  type        = list(string)
}

variable "environment" {
  description = "Environment variables; they must not be secret."
  type        = map(string)

  validation {
    condition     = !anytrue([for key in keys(var.environment) : can(regex("(?i)password|secret$|token$", key))])
    error_message = "environment must not have variables named like secrets. Pass those in secrets, by ARN."
  }
}

variable "secrets" {
  description = "Environment variables that ECS reads from Secrets Manager when the task starts: ARNs of the secrets."
  type        = map(string)
}

variable "cpu_architecture" {
  description = "Processor that the image was built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"
}
