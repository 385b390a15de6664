variable "prefix" {
  description = "Prefix of the alarms' names, such as stage."
  type        = string
}

variable "dashboard_name" {
  description = "Name of the dashboard, such as StagingEcommerce."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+$", var.dashboard_name))
    error_message = "dashboard_name must consist of letters, digits, hyphens and underscores."
  }
}

variable "cluster_name" {
  description = "Name of the ECS cluster."
  type        = string
}

variable "services" {
  description = "Services that the alarms watch."
  type        = list(string)

  validation {
    condition     = length(var.services) >= 1
    error_message = "services must have at least one name."
  }
}

variable "monitoring" {
  description = "Further services of the cluster, of which only the number of tasks is watched."
  type        = list(string)
  default     = []
}

variable "container_insights" {
  description = "Whether Container Insights counts the tasks."
  type        = bool
  default     = true
}

variable "pauses" {
  description = "Whether the services pause at times."
  type        = bool
  default     = false
}

variable "load_balancer" {
  description = "Load balancer and target group of the gateway, by their names in CloudWatch's dimensions."
  type        = object({ arn_suffix = string, target_group_arn_suffix = string })
}

variable "database" {
  description = "Database instance, its maximum of connections, and the free storage in GiB below which the alarm fires."
  type        = object({ identifier = string, connections = number, low_storage_gib = number })
}

variable "nat_gateway_ids" {
  description = "NAT gateways by zone."
  type        = map(string)
}

variable "slow_response_seconds" {
  description = "Response time in seconds that 95 of 100 requests may not exceed, as the load balancer measures it."
  type        = number
  default     = 1

  validation {
    condition     = var.slow_response_seconds > 0
    error_message = "slow_response_seconds must be above 0."
  }
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role that publishes the events of ECS."
  type        = string
}

variable "alarm_emails" {
  description = "E-mail addresses that get the alarms. Each address must first confirm its subscription."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for email in var.alarm_emails : can(regex("^[^@ ]+@[^@ ]+$", email))])
    error_message = "alarm_emails must be e-mail addresses."
  }
}
