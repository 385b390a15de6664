variable "name" {
  description = "Prefix of every name, such as stage-ecommerce."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "name must be 3 to 21 lower-case letters, digits and hyphens."
  }
}

variable "vpc_id" {
  description = "VPC in which the names of the namespace resolve."
  type        = string
}

variable "load_balancer_security_group_id" {
  description = "Security group of the load balancer."
  type        = string
}

variable "load_balancer_ports" {
  description = "Ports of the services that the load balancer may reach."
  type        = set(number)
}

variable "service_ports" {
  description = "Port ranges on which the services reach each other."
  type        = map(object({ from = number, to = number }))

  validation {
    condition     = alltrue([for range in var.service_ports : range.from <= range.to && range.from > 1023])
    error_message = "Each range of service_ports must have from <= to, and no privileged port."
  }
}

variable "container_insights" {
  description = "Whether to turn on Container Insights, which counts the tasks and measures each service. Each metric has a price."
  type        = bool
  default     = true
}

variable "log_retention_days" {
  description = "Days that the commands run through ECS Exec are kept."
  type        = number
  default     = 90
}
