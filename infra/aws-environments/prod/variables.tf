variable "initial_image_tag" {
  description = "Commit whose images services begin with that don't run yet: for the first apply only, or that of a new service."
  type        = string
  default     = null
}

variable "initial_services" {
  description = "Services that don't run yet, where others do; null for all of them."
  type        = set(string)
  default     = null
}

variable "domain" {
  description = "Domain of the shop, and the zone of Route 53 that it is in."
  type        = object({ name = string, hosted_zone_id = string })
}

variable "payment_provider" {
  description = "Payment provider of production. There is no default, since the sandbox moves no money."
  type        = string

  validation {
    condition     = var.payment_provider != "sandbox"
    error_message = "Production needs a payment provider that moves money; the sandbox doesn't."
  }
}

variable "operator_cidrs" {
  description = "Address ranges that reach Eureka (8761), Prometheus (9090) and Grafana (3000). With none, nobody does."
  type        = list(string)
  default     = []
}

variable "alarm_emails" {
  description = "Who is told of alarms. Production has at least one."
  type        = set(string)

  validation {
    condition     = length(var.alarm_emails) > 0
    error_message = "Somebody must hear of production's alarms."
  }
}

variable "github_repository" {
  description = "GitHub repository whose environment production deploys here, OWNER/NAME."
  type        = string
  default     = "gerson05/ecommerce-microservice-backend-EntregaSoft"
}

variable "secret_generation" {
  description = "Generation of a secret by its environment variable, where it isn't the first, such as { DB_PASSWORD = 2 }; raising one replaces the value."
  type        = map(number)
  default     = {}
}
