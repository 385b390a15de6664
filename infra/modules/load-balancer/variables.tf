variable "name" {
  description = "Prefix of every name, such as stage-ecommerce."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "name must be 3 to 21 lower-case letters, digits and hyphens, because target group names have at most 32 characters."
  }
}

variable "vpc_id" {
  description = "VPC of the load balancer and its targets."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets, at least two."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must have subnets in at least two zones."
  }
}

variable "gateway" {
  description = "Public endpoint: the gateway's port, its health path, and the path patterns that it serves."
  type = object({
    port        = number
    health_path = string
    paths       = list(string)
  })

  validation {
    condition     = length(var.gateway.paths) > 0 && alltrue([for path in var.gateway.paths : startswith(path, "/")])
    error_message = "gateway.paths must have at least one path pattern, and each must begin with a slash."
  }
}

variable "operator_endpoints" {
  description = "Endpoints for operators only, by target: the port of target and listener, the health path, and the port of the health check if it differs."
  type = map(object({
    port        = number
    health_path = string
    health_port = optional(number)
  }))
  default = {}

  validation {
    condition     = alltrue([for endpoint in var.operator_endpoints : !contains([80, 443], endpoint.port)])
    error_message = "operator_endpoints must not use ports 80 and 443, which are public."
  }
}

variable "operator_cidrs" {
  description = "Address ranges of the operators. If the list is empty, nobody reaches the operators' ports."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.operator_cidrs : can(cidrhost(cidr, 0)) && !endswith(cidr, "/0")])
    error_message = "operator_cidrs must be IPv4 ranges, and not the whole internet."
  }
}

variable "domain" {
  description = "Domain of the shop, such as shop.example.com, and its Route 53 zone. If it is set, all listeners use TLS, and port 80 only redirects."
  type        = object({ name = string, hosted_zone_id = string })
  default     = null

  validation {
    condition     = var.domain == null ? true : can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.domain.name))
    error_message = "domain.name must be a complete domain name in lower case."
  }
}

variable "deregistration_delay" {
  description = "Seconds that a deregistering target has to finish its requests."
  type        = number
  default     = 30

  validation {
    condition     = var.deregistration_delay >= 0 && var.deregistration_delay <= 3600
    error_message = "deregistration_delay must be between 0 and 3600 seconds."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the load balancer."
  type        = bool
  default     = false
}
