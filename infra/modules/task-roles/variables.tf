variable "name" {
  description = "Prefix of the two roles, such as stage-ecommerce-order-service."
  type        = string

  validation {
    condition     = length(var.name) <= 54
    error_message = "name must have at most 54 characters, because a role's name has at most 64 and NAME-execution is one."
  }
}

variable "repository_arns" {
  description = "ARNs of the ECR repositories that the task may pull from."
  type        = list(string)
}

variable "secret_arns" {
  description = "ARNs of the secrets that the task may read."
  type        = list(string)

  validation {
    condition     = alltrue([for arn in var.secret_arns : startswith(arn, "arn:aws:secretsmanager:") && !strcontains(arn, "*")])
    error_message = "secret_arns must be complete ARNs of Secrets Manager, without wildcards."
  }
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the two roles."
  type        = string
}

variable "log_group_arn" {
  description = "ARN of the log group that the task may write to."
  type        = string
}

variable "exec_log_group_arn" {
  description = "Log group of the commands run through ECS Exec."
  type        = string
}

variable "topic_arns" {
  description = "Topics of SNS that the running task may publish to."
  type        = list(string)
  default     = []
}
