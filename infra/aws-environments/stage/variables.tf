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

variable "operator_cidrs" {
  description = "Address ranges that reach Eureka (8761), Prometheus (9090) and Grafana (3000). With none, nobody does."
  type        = list(string)
  default     = []
}

variable "alarm_emails" {
  description = "Who is told of alarms."
  type        = set(string)
  default     = []
}

variable "working_hours" {
  description = "Hours in which staging runs, such as { days = \"MON-FRI\", from = \"07:00\", until = \"20:00\", time_zone = \"America/Bogota\" }; null to run always."
  type        = object({ days = string, from = string, until = string, time_zone = string })
  default     = null
}

variable "github_repository" {
  description = "GitHub repository whose branch stage deploys here, OWNER/NAME."
  type        = string
  default     = "gerson05/ecommerce-microservice-backend-EntregaSoft"
}

variable "secret_generation" {
  description = "Generation of a secret by its environment variable, where it isn't the first, such as { DB_PASSWORD = 2 }; raising one replaces the value."
  type        = map(number)
  default     = {}
}
